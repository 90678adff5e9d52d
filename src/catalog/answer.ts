/** A server's answer to a catalog query: one part of the catalog. */
import { createHash } from 'node:crypto';
import { PgveilError } from '../errors.ts';
import { sections, type Part } from './queries.ts';
import type { Row, Section } from './sections/section.ts';

export interface Answer {
  /** Differs where any row does. */
  readonly digest: string;
  /** By the tags of their sections. */
  readonly rows: ReadonlyMap<string, readonly Row[]>;
}

/** What came of one section: the JSON of its rows, and their long cells. */
interface Came {
  readonly texts: string[];
  readonly long: (string | null)[];
}

const cameOf = (answer: readonly Row[], wanted: Part): ReadonlyMap<string, Came> => {
  const all = new Map<string, Came>(sections.map(({ tag }) => [tag, { texts: [], long: [] }]));
  for (const [part, tag, text, long] of answer) {
    const came = part === wanted ? all.get(tag ?? '') : undefined;
    if (came === undefined || typeof text !== 'string') continue;
    came.texts.push(text);
    came.long.push(long ?? null);
  }
  return all;
};

const parse = (json: string): (string | null)[][] => {
  try {
    return JSON.parse(json) as (string | null)[][];
  } catch {
    throw new PgveilError('PGVEIL_CATALOG', 'the server gave no JSON to the catalog query');
  }
};

/** Throws PGVEIL_CATALOG for what does not answer one of `catalogQueries`. The digest is the SHA-256 of all rows, in hex. */
export const readAnswer = (answer: readonly Row[], part: Part): Answer => {
  const hash = createHash('sha256');
  const all = cameOf(answer, part);
  const rowsOf = ({ tag, long: isLong }: Section): readonly Row[] => {
    const { texts, long } = all.get(tag) ?? { texts: [], long: [] };
    const json = `[${texts.join(',')}]`;
    hash.update(json);
    const rows = parse(json);
    if (isLong === undefined) return rows;
    for (const [index, row] of rows.entries()) {
      const cell = long[index] ?? null;
      hash.update(`${String(cell?.length)}\0`).update(cell ?? '');
      row.push(cell);
    }
    return rows;
  };
  const rows = new Map(sections.map((section) => [section.tag, rowsOf(section)]));
  return { digest: hash.digest('hex'), rows };
};
