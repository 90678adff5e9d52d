/** One statement in a read-only transaction that is rolled back, with its rows as far as the limits go. */
import type pg from 'pg';
import { openCursor, type Batch, type Field, type Row, type StatementCursor } from './cursor.ts';
import type { Limits } from './limits.ts';

export interface ReadResult {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** Cells in the order of `columns`. */
  readonly rows: readonly Row[];
  /** What ended the rows before their end. */
  readonly truncated?: keyof Limits;
}

const batchRows = 100;

/** Rows that are as wide as the widest before them are not asked for in vain: they would all be in memory. One at least. */
const rowsThatFit = (characters: number, widest: number): number => Math.max(1, Math.floor(characters / widest));

type Taken = Batch & Pick<ReadResult, 'truncated'>;

const take = async (cursor: StatementCursor, limits: Limits, clock: () => number): Promise<Taken> => {
  const end = clock() + limits.time;
  const rows: Row[] = [];
  let [characters, widest] = [0, limits.characters];
  for (;;) {
    const asked = Math.min(batchRows, limits.rows + 1 - rows.length, rowsThatFit(limits.characters - characters, widest));
    const batch = await cursor.read(asked);
    const { fields } = batch;
    for (const row of batch.rows) {
      const { length } = JSON.stringify(row);
      characters += length;
      widest = rows.length === 0 ? length : Math.max(widest, length);
      if (rows.length === limits.rows) return { rows, fields, truncated: 'rows' };
      if (characters > limits.characters) return { rows, fields, truncated: 'characters' };
      rows.push(row);
    }
    if (batch.rows.length < asked) return { rows, fields };
    if (clock() > end) return { rows, fields, truncated: 'time' };
  }
};

/** The names of types as SQL writes them: `character varying(20)`. */
const typeNames = async (client: pg.Client, fields: readonly Field[]): Promise<readonly string[]> => {
  if (fields.length === 0) return [];
  const { rows } = await client.query<[string]>({
    text: `SELECT pg_catalog.format_type(t.oid, t.modifier)
      FROM ROWS FROM (pg_catalog.unnest($1::pg_catalog.oid[]), pg_catalog.unnest($2::pg_catalog.int4[]))
        WITH ORDINALITY AS t (oid, modifier, place) ORDER BY t.place`,
    values: [fields.map(({ type }) => type), fields.map(({ modifier }) => modifier)],
    rowMode: 'array',
  });
  return rows.map(([name]) => name);
};

/** Rejects with the server's error, pgveil's refusals among them; the connection stays usable. */
export const read = async (client: pg.Client, sql: string, limits: Limits, clock: () => number): Promise<ReadResult> => {
  await client.query('BEGIN TRANSACTION READ ONLY');
  try {
    await client.query(`SET LOCAL statement_timeout = ${String(limits.time)}`);
    const cursor = openCursor(client, sql);
    const { rows, fields, truncated } = await take(cursor, limits, clock);
    await cursor.close();
    const names = await typeNames(client, fields);
    return {
      columns: fields.map(({ name }, index) => ({ name, type: names[index] ?? '' })),
      rows,
      ...(truncated === undefined ? {} : { truncated }),
    };
  } finally {
    await client.query('ROLLBACK');
  }
};
