/**
 * The text of a pg_node_tree (backend/nodes/outfuncs.c) as plain data, without knowledge of any node's fields.
 *
 * `{VAR :varno 1 ...}` is a `TreeNode`, `(a b)` an array, `(i 1 2)`, `(o 1 2)`, `(x 1 2)` and `(b 1 2)` a `TreeNumbers`,
 * `<>` is null, a Datum such as `4 [ 1 0 0 0 ]` is a `TreeDatum` (without the bytes, unless asked for: they are values),
 * and every other token is its text without the escapes.
 */
import { PgveilError } from '../errors.ts';

export interface TreeNode {
  readonly kind: 'node';
  /** Upper case, as printed: `VAR`, `QUERY`. */
  readonly tag: string;
  readonly fields: ReadonlyMap<string, TreeValue>;
}

export interface TreeNumbers {
  readonly kind: 'numbers';
  /** int list, oid list, transaction id list, bitmapset. */
  readonly of: 'i' | 'o' | 'x' | 'b';
  readonly items: readonly number[];
}

export interface TreeDatum {
  readonly kind: 'datum';
  /** How many bytes there are. */
  readonly length: number;
  /** The bytes in memory of the server's machine, 0 to 255, where they were asked for. */
  readonly bytes?: readonly number[];
}

export type TreeValue = null | string | TreeNode | TreeNumbers | TreeDatum | readonly TreeValue[];

export const isNode = (value: TreeValue | undefined): value is TreeNode =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'node';

/** Of nodes and lists; one step of an operator chain takes two. The reader's own stack would hold about twice as many. */
const maxDepth = 1_500;

const space = new Set([' ', '\n', '\t', '\r']);
const bracket = new Set(['(', ')', '{', '}']);
const numberLists: ReadonlySet<string> = new Set(['i', 'o', 'x', 'b']);
const end = '';

const fail = (what: string): PgveilError =>
  new PgveilError('PGVEIL_CATALOG', `a stored expression tree cannot be read: ${what}`, {
    remedy: 'report this with the version of the server',
  });

/** pg_strtok: one token, or `end`. */
const createScanner = (text: string, keepsBytes: boolean) => {
  let position = 0;
  let ahead: string | undefined;
  const scan = (): string => {
    while (position < text.length && space.has(text.charAt(position))) position += 1;
    if (position >= text.length) return end;
    const start = position;
    if (bracket.has(text.charAt(position))) {
      position += 1;
      return text.charAt(start);
    }
    while (position < text.length) {
      const character = text.charAt(position);
      if (space.has(character) || bracket.has(character)) break;
      position += character === '\\' ? 2 : 1;
    }
    return text.slice(start, position);
  };
  const peek = (): string => (ahead ??= scan());
  const next = (): string => {
    const token = peek();
    ahead = undefined;
    return token;
  };
  return { peek, next, keepsBytes };
};

type Scanner = ReturnType<typeof createScanner>;

const unescape = (token: string): string => (token.includes('\\') ? token.replaceAll(/\\([\s\S])/gu, '$1') : token);

const scalar = (token: string): TreeValue => {
  if (token === '<>') return null;
  // debackslash of readfuncs.c takes off the quotes of a String node; an empty string is "".
  return unescape(token.length > 1 && token.startsWith('"') && token.endsWith('"') ? token.slice(1, -1) : token);
};

const listOf = (scanner: Scanner, depth: number): TreeValue => {
  const of = scanner.peek();
  if (numberLists.has(of)) {
    scanner.next();
    const items: number[] = [];
    for (let token = scanner.next(); token !== ')'; token = scanner.next()) {
      if (token === end) throw fail('a list has no end');
      items.push(Number(token));
    }
    return { kind: 'numbers', of: of as TreeNumbers['of'], items };
  }
  const items: TreeValue[] = [];
  for (let token = scanner.next(); token !== ')'; token = scanner.next()) {
    if (token === end) throw fail('a list has no end');
    items.push(valueOf(scanner, token, depth));
  }
  return items;
};

/** The bytes of a Datum up to its `]`, printed as signed numbers. */
const datumOf = (scanner: Scanner): TreeDatum => {
  scanner.next();
  const bytes: number[] = [];
  for (let token = scanner.next(); token !== ']'; token = scanner.next()) {
    if (token === end) throw fail('a constant has no end');
    bytes.push(Number(token) & 0xff);
  }
  return { kind: 'datum', length: bytes.length, ...(scanner.keepsBytes ? { bytes } : {}) };
};

const fieldOf = (scanner: Scanner, depth: number): TreeValue => {
  const value = valueOf(scanner, scanner.next(), depth);
  if (scanner.peek() === '[') return datumOf(scanner);
  const more: TreeValue[] = [];
  for (let token = scanner.peek(); token !== '}' && token !== end && !token.startsWith(':'); token = scanner.peek()) {
    more.push(valueOf(scanner, scanner.next(), depth));
  }
  return more.length === 0 ? value : [value, ...more];
};

const nodeOf = (scanner: Scanner, depth: number): TreeNode => {
  const tag = scanner.next();
  const fields = new Map<string, TreeValue>();
  for (let token = scanner.next(); token !== '}'; token = scanner.next()) {
    if (!token.startsWith(':')) throw fail(`node ${tag} is not made of fields`);
    fields.set(token.slice(1), fieldOf(scanner, depth));
  }
  return { kind: 'node', tag, fields };
};

const valueOf = (scanner: Scanner, token: string, depth: number): TreeValue => {
  if (depth > maxDepth) throw fail('it is nested too deep');
  if (token === end || token === '}' || token === ')') throw fail('a value is missing');
  if (token === '{') return nodeOf(scanner, depth + 1);
  if (token === '(') return listOf(scanner, depth + 1);
  return scalar(token);
};

/** In time linear to the text. Throws PGVEIL_CATALOG for a text that is no node tree. */
export const parseNodeTree = (text: string, options: { readonly bytes?: boolean } = {}): TreeValue => {
  const scanner = createScanner(text, options.bytes === true);
  const value = valueOf(scanner, scanner.next(), 0);
  if (scanner.next() !== end) throw fail('there is text after its end');
  return value;
};
