import type { Parser } from '../lineage/parse.ts';

/** One statement of a text of several, unchanged. */
export interface ScriptStatement {
  readonly sql: string;
  /** How many characters of the text stand before it, as the server counts positions. */
  readonly offset: number;
}

/** The statements of a text that parses; undefined where it does not, or where it is a single one. */
export const splitScript = (parser: Parser, text: string): readonly ScriptStatement[] | undefined => {
  const parsed = parser.parse(text);
  if (!parsed.ok || parsed.statements.length < 2) return undefined;
  const bytes = Buffer.from(text);
  return parsed.statements.map(({ stmt_location: start = 0, stmt_len: length }) => ({
    sql: bytes.toString('utf8', start, length === undefined ? bytes.length : start + length),
    offset: Array.from(bytes.toString('utf8', 0, start)).length,
  }));
};
