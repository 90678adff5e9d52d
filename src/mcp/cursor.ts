/** A statement whose rows are fetched in batches, as text or as what JSON has for their type. */
import type pg from 'pg';
import Cursor from 'pg-cursor';
import { PgveilError } from '../errors.ts';

export type Cell = string | number | boolean | null;
export type Row = readonly Cell[];

export interface Field {
  readonly name: string;
  /** Type oid and modifier, as format_type takes them. */
  readonly type: number;
  readonly modifier: number;
}

export interface Batch {
  readonly rows: readonly Row[];
  readonly fields: readonly Field[];
}

const asText = (text: string): Cell => text;

/** NaN and the infinities stay text, which JSON has no numbers for. */
const asFloat = (text: string): Cell => (Number.isFinite(Number(text)) ? Number(text) : text);

/** By type oid: bool, int2, int4, oid, float4, float8. Everything else is the server's text, of which nothing is lost. */
const parsers: ReadonlyMap<number, (text: string) => Cell> = new Map<number, (text: string) => Cell>([
  [16, (text) => text === 't'],
  [21, Number],
  [23, Number],
  [26, Number],
  [700, asFloat],
  [701, asFloat],
]);

const types = { getTypeParser: (oid: number) => parsers.get(oid) ?? asText };

const copyRefused = (): PgveilError =>
  new PgveilError('PGVEIL_INPUT', 'COPY has no rows for this tool', { remedy: 'Write a SELECT.' });

export interface StatementCursor {
  /** Rejects with the server's error, and with PGVEIL_INPUT for COPY. */
  read(rows: number): Promise<Batch>;
  close(): Promise<void>;
}

/**
 * The extended protocol takes one statement only: a text of several is the server's syntax error. COPY FROM never gets as far
 * as to ask for data in a read-only transaction.
 */
export const openCursor = (client: pg.Client, sql: string): StatementCursor => {
  let copies = false;
  const cursor = client.query(
    // pg hands an active query what COPY answers with; a cursor as it comes knows none of it.
    Object.assign(new Cursor<Row>(sql, [], { rowMode: 'array', types }), {
      handleCopyData: () => {
        copies = true;
      },
    }),
  );
  return {
    read: async (count) =>
      new Promise((resolve, reject) => {
        cursor.read(count, (error: Error | null | undefined, rows, result) => {
          if (copies || error instanceof Error) {
            reject(copies ? copyRefused() : error);
            return;
          }
          const fields = result.fields.map(({ name, dataTypeID, dataTypeModifier }) => ({
            name,
            type: dataTypeID,
            modifier: dataTypeModifier,
          }));
          resolve({ rows, fields });
        });
      }),
    close: async () => cursor.close(),
  };
};
