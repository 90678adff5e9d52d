/** A YAML text as a plain value that still knows where each of its parts was written. */
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type Document, type Node } from 'yaml';
import type { Position } from './problems.ts';

export type Path = readonly PropertyKey[];

export interface YamlDocument {
  readonly value: unknown;
  /** Where the value at `path` begins, or, for a key of a mapping, its key; the nearest parent where it is not written. */
  position(path: Path, what?: 'key' | 'value'): Position;
}

export interface YamlFault extends Position {
  readonly message: string;
  readonly hint: string | undefined;
}

/** Aliases resolved beyond this many nodes are an attack, not a policy. */
const maxAliasCount = 200;
const maxLength = 1_000_000;

const keyText = (key: unknown): string => (isScalar(key) ? String(key.value) : '');

const hints: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'write each key once',
  TAB_AS_INDENT: 'indent with spaces',
};

const hintFor = (code: string, text: string, offset: number): string | undefined => {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const lineEnd = text.indexOf('\n', offset);
  const line = text.slice(lineStart, lineEnd < 0 ? undefined : lineEnd);
  if (/[[{].*(?<!["'])\$\{/.test(line)) return 'within { } or [ ] put references in quotes: "${env:NAME}"';
  return hints[code];
};

/** Follows a path through mappings, sequences and aliases; undefined where it is not written down. */
const locate = (document: Document, path: Path, what: 'key' | 'value'): Node | undefined => {
  let node: unknown = document.contents;
  let found: Node | undefined;
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => keyText(key) === String(step));
      if (pair === undefined) return found;
      found = pair.key as Node;
      const value = pair.value as Node | null;
      if (what === 'value' && value?.range) found = value;
      node = value;
    } else if (isSeq(node) && typeof step === 'number') {
      node = node.items[step];
      found = (node as Node | undefined) ?? found;
    } else return found;
  }
  return found;
};

/** Parses YAML 1.2, one document, each key once; anchors and merge keys within bounds. */
export const parseYaml = (
  text: string,
): { readonly ok: true; readonly document: YamlDocument } | { readonly ok: false; readonly faults: readonly YamlFault[] } => {
  const lines = new LineCounter();
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const fault = (message: string): { readonly ok: false; readonly faults: readonly YamlFault[] } => ({
    ok: false,
    faults: [{ line: 1, column: 1, message, hint: undefined }],
  });
  if (text.length > maxLength) return fault('the file is larger than 1 MB');
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, merge: true, uniqueKeys: true });
  const issues = [...document.errors, ...document.warnings];
  if (issues.length > 0) {
    return {
      ok: false,
      faults: issues.map((issue) => ({
        ...at(issue.pos[0]),
        message: issue.message.replace(/\.?\s*$/, ''),
        hint: hintFor(issue.code, text, issue.pos[0]),
      })),
    };
  }
  const reserved: YamlFault[] = [];
  visit(document, {
    Pair: (_, { key }) => {
      if (keyText(key) !== '__proto__') return;
      const offset = (key as Node).range?.[0] ?? 0;
      reserved.push({ ...at(offset), message: '"__proto__" is not a name', hint: undefined });
    },
  });
  if (reserved.length > 0) return { ok: false, faults: reserved };
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount });
  } catch {
    return fault('the file holds an alias without its anchor, or aliases that multiply beyond reason');
  }
  return {
    ok: true,
    document: {
      value,
      position: (path, what = 'key') => at(locate(document, path, what)?.range?.[0] ?? document.contents?.range?.[0] ?? 0),
    },
  };
};
