/** libpg-query as a value that can be passed around: PostgreSQL's own grammar (18), compiled to WebAssembly. */
import { setFlagsFromString } from 'node:v8';
import type { RawStmt } from 'libpg-query';
import type { PgQueryModule } from 'libpg-query/wasm/libpg-query.js';
import { normaliseTokens, type Token, unparsable } from './normalise.ts';
import type { Unreadable } from './types.ts';

export type Parsed =
  | { readonly ok: true; readonly statements: readonly RawStmt[] }
  | { readonly ok: false; readonly unreadable: Unreadable };

export interface Parser {
  /** The statements of a text, with byte offsets; not to be changed. Never throws. */
  parse(sql: string): Parsed;
  /** The tree of a CREATE FUNCTION ... LANGUAGE plpgsql, or undefined if it cannot be parsed. */
  parsePlPgSql(createFunction: string): unknown;
  /** The text without comments and with every literal as `?`: fit for a record. Never throws. */
  normalise(sql: string): string;
  /** 16 hexadecimal digits that do not depend on literals, or `-` for what cannot be parsed. */
  fingerprint(sql: string): string;
}

/** Larger texts are refused before they reach the parser (bytes of UTF-8). */
export const maxStatementBytes = 1 << 20;

/** Of a text up to so many characters the last tree is kept. */
const longestKept = 16 << 10;

const syntax = (detail: string): Parsed => ({ ok: false, unreadable: { reason: 'syntax', detail } });
const tooLarge = (detail: string): Parsed => ({ ok: false, unreadable: { reason: 'too-large', detail } });

/** The parser's message without what it quotes from the statement, which could be a literal. */
const withoutQuotation = (message: string): string => message.replace(/\s*(at or near )?"[\s\S]*/u, '');

interface Raw {
  readonly tree: string | undefined;
  readonly error: string | undefined;
}

const withText = <T>(module: PgQueryModule, text: string, use: (pointer: number) => T): T => {
  const size = module.lengthBytesUTF8(text) + 1;
  const pointer = module._malloc(size);
  try {
    module.stringToUTF8(text, pointer, size);
    return use(pointer);
  } finally {
    module._free(pointer);
  }
};

const parseRaw = (module: PgQueryModule, sql: string): Raw =>
  withText(module, sql, (query) => {
    const result = module._wasm_parse_query_raw(query);
    if (result === 0) return { tree: undefined, error: 'out of memory' };
    try {
      const tree = module.getValue(result, 'i32');
      const error = module.getValue(result + 8, 'i32');
      if (error !== 0) return { tree: undefined, error: module.UTF8ToString(module.getValue(error, 'i32')) };
      return { tree: tree === 0 ? undefined : module.UTF8ToString(tree), error: undefined };
    } finally {
      module._wasm_free_parse_result(result);
    }
  });

const stringResult = (module: PgQueryModule, call: (query: number) => number, sql: string): string =>
  withText(module, sql, (query) => {
    const result = call(query);
    if (result === 0) return '';
    try {
      return module.UTF8ToString(result);
    } finally {
      module._wasm_free_string(result);
    }
  });

/** The WebAssembly's stack or memory gave way: after some of these every later parse fails. */
const damages = (error: unknown): boolean =>
  error instanceof RangeError || (error instanceof Error && error.name === 'RuntimeError');

type Factory = () => Promise<PgQueryModule>;

/**
 * How V8 compiles the module: at once, on other threads, and never anew. By default it compiles each function on the main
 * thread when it is first called, so that the first statement waits for most of the grammar; then the hot ones again, which
 * for a grammar's automaton takes more time and memory than all the rest of the start, and gains little: statements that
 * were read before are not read again.
 */
const compilerFlags = ['wasm-lazy-compilation', 'wasm-dynamic-tiering', 'wasm-tier-up'] as const;

const compile = async (factory: Factory): Promise<PgQueryModule> => {
  // The other threads keep no process alive.
  const alive = setInterval(() => undefined, 1_000);
  for (const flag of compilerFlags) setFlagsFromString(`--no-${flag}`);
  try {
    return await factory();
  } finally {
    for (const flag of compilerFlags) setFlagsFromString(`--${flag}`);
    clearInterval(alive);
  }
};

/** Loads the parser. A module that was damaged by a statement too deep for it is replaced in the background. */
export const loadParser = async (): Promise<Parser> => {
  const { default: factory } = await import('libpg-query/wasm/libpg-query.js');
  let module = await compile(factory);
  let replacing = false;

  const replace = (): void => {
    if (replacing) return;
    replacing = true;
    void factory().then(
      (fresh) => {
        module = fresh;
        replacing = false;
      },
      () => {
        replacing = false;
      },
    );
  };

  const guarded = <T>(use: () => T, otherwise: T): T => {
    try {
      return use();
    } catch (error) {
      if (damages(error)) replace();
      return otherwise;
    }
  };

  const parseAnew = (sql: string): Parsed => {
    if (sql.includes('\0')) return syntax('a NUL character');
    const bytes = Buffer.byteLength(sql);
    if (bytes > maxStatementBytes) return tooLarge(`a statement of ${bytes} bytes (at most ${maxStatementBytes})`);
    return guarded<Parsed>(() => {
      const { tree, error } = parseRaw(module, sql);
      if (error !== undefined || tree === undefined) return syntax(withoutQuotation(error ?? 'no parse tree'));
      return { ok: true, statements: (JSON.parse(tree) as { readonly stmts?: readonly RawStmt[] }).stmts ?? [] };
    }, tooLarge('a statement nested too deeply'));
  };

  let last: { readonly sql: string; readonly parsed: Parsed } | undefined;

  /** One text is asked for several times in a row: to be read, to be recorded. */
  const parse = (sql: string): Parsed => {
    if (last?.sql === sql) return last.parsed;
    const parsed = parseAnew(sql);
    last = parsed.ok && sql.length <= longestKept ? { sql, parsed } : undefined;
    return parsed;
  };

  const scan = (sql: string): readonly Token[] | undefined => {
    const text = stringResult(module, (query) => module._wasm_scan(query), sql);
    return text.startsWith('{') ? ((JSON.parse(text) as { readonly tokens?: readonly Token[] }).tokens ?? []) : undefined;
  };

  return {
    parse,
    parsePlPgSql: (createFunction) =>
      guarded((): unknown => {
        const text = stringResult(module, (query) => module._wasm_parse_plpgsql(query), createFunction);
        return text.startsWith('{') ? JSON.parse(text) : undefined;
      }, undefined),
    normalise: (sql) => {
      if (!parse(sql).ok) return unparsable(sql);
      return guarded(() => {
        const tokens = scan(sql);
        return tokens === undefined ? unparsable(sql) : normaliseTokens(sql, tokens);
      }, unparsable(sql));
    },
    fingerprint: (sql) => {
      if (!parse(sql).ok) return '-';
      return guarded(() => {
        const text = stringResult(module, (query) => module._wasm_fingerprint(query), sql);
        return /^[0-9a-f]{16}$/u.test(text) ? text : '-';
      }, '-');
    },
  };
};
