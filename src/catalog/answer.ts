/** A server's answer to a catalog query. */
import { createHash } from 'node:crypto';
import { PgveilError } from '../errors.ts';
import { sections } from './queries.ts';
import type { Row } from './sections/section.ts';

export interface Answer {
  /** Differs where any row does. */
  readonly digest: string;
  /** By the tags of their sections. */
  readonly rows: ReadonlyMap<string, readonly Row[]>;
}

/** The JSON texts of each section's rows, as they came. */
const textsByTag = (answer: readonly Row[]): ReadonlyMap<string, readonly string[]> => {
  const texts = new Map<string, string[]>();
  for (const [tag, text] of answer) {
    if (typeof tag !== 'string' || typeof text !== 'string') continue;
    const found = texts.get(tag);
    if (found === undefined) texts.set(tag, [text]);
    else found.push(text);
  }
  return texts;
};

/** Throws PGVEIL_CATALOG for what does not answer one of `catalogQueries`. The digest is the SHA-256 of all rows, in hex. */
export const readAnswer = (answer: readonly Row[]): Answer => {
  const texts = textsByTag(answer);
  const hash = createHash('sha256');
  const rows = new Map<string, readonly Row[]>();
  for (const { tag } of sections) {
    const text = `[${(texts.get(tag) ?? []).join(',')}]`;
    hash.update(text);
    try {
      rows.set(tag, JSON.parse(text) as readonly Row[]);
    } catch {
      throw new PgveilError('PGVEIL_CATALOG', 'the server gave no JSON to the catalog query');
    }
  }
  return { digest: hash.digest('hex'), rows };
};
