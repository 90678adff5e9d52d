import { inject } from 'vitest';
import pg from 'pg';
import { PgveilError } from '../../src/errors.ts';
import { byteSink } from '../../src/masking/bytes.ts';
import type { TypeFact, TypeFacts } from '../../src/masking/codec/facts.ts';
import { loadDetectors } from '../../src/masking/detectors/lazy.ts';
import { compileRowMasker } from '../../src/masking/row.ts';
import { maskKeys } from '../../src/masking/keys.ts';
import type { CellMask, MaskSpec, ResultColumn, Treatment } from '../../src/masking/types.ts';

await loadDetectors();

export const majors = Object.keys(inject('postgres')).map(Number);

export const urlOf = (major: number, database: string): string =>
  `postgres://postgres:pw@127.0.0.1:${String(inject('postgres')[major])}/${database}`;

/** Makes an empty database of that name and runs the SQL in it. */
export const makeDatabase = async (major: number, database: string, sql: string): Promise<void> => {
  const admin = new pg.Client({ connectionString: urlOf(major, 'postgres') });
  await admin.connect();
  await admin.query(`DROP DATABASE IF EXISTS ${database}`);
  await admin.query(`CREATE DATABASE ${database}`);
  await admin.end();
  const client = new pg.Client({ connectionString: urlOf(major, database) });
  await client.connect();
  await client.query(sql);
  await client.end();
};

interface NamedType extends TypeFact {
  readonly name: string;
  /** Made by initdb. */
  readonly system: boolean;
}

/** What masking asks of the catalog, read by a few queries. */
export const loadTypeFacts = async (url: string): Promise<TypeFacts & { all: readonly NamedType[] }> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const types = await client.query<NamedType>(`
    SELECT t.oid::int, t.typtype AS kind, t.oid::regtype::text AS name, t.oid < 16384 AS system,
      CASE WHEN t.typsubscript::text = 'array_subscript_handler' THEN t.typelem::int ELSE 0 END AS element,
      t.typbasetype::int AS base, t.typtypmod AS "baseTypmod", t.typrelid::int AS relation, t.typinput::text AS input,
      (SELECT enumlabel FROM pg_enum e WHERE e.enumtypid = t.oid ORDER BY enumsortorder LIMIT 1) AS "firstLabel",
      coalesce((SELECT rngsubtype FROM pg_range r WHERE t.oid IN (r.rngtypid, r.rngmultitypid)), 0)::int AS subtype
    FROM pg_type t ORDER BY t.oid`);
  const columns = await client.query<{ relation: number; type: number; typmod: number }>(`
    SELECT attrelid::int AS relation, atttypid::int AS type, atttypmod AS typmod
    FROM pg_attribute WHERE attnum > 0 AND NOT attisdropped ORDER BY attrelid, attnum`);
  await client.end();
  const byOid = new Map(
    types.rows.map((row) => {
      const { firstLabel, ...rest } = row;
      return [row.oid, { ...rest, firstLabel: firstLabel ?? undefined }];
    }),
  );
  const byRelation = new Map<number, { type: number; typmod: number }[]>();
  for (const { relation, type, typmod } of columns.rows) {
    const list = byRelation.get(relation) ?? [];
    list.push({ type, typmod });
    byRelation.set(relation, list);
  }
  return {
    all: [...byOid.values()],
    type: (oid) => byOid.get(oid),
    relation: (oid) => {
      const found = byRelation.get(oid);
      return found === undefined ? undefined : { columns: found };
    },
  };
};

export const noTypes: TypeFacts = { type: () => undefined, relation: () => undefined };

export const testKeys = maskKeys({ master: Buffer.alloc(32, 7) });

export const pass: Treatment = { kind: 'pass' };
export const redactAll: Treatment = { kind: 'redact', class: 'secret' };
export const masked = (transform: string, options: MaskSpec['options'] = {}, className = 'secret'): Treatment => ({
  kind: 'mask',
  mask: { transform, options },
  class: className,
});

/** Runs DataRows through a row masker; rows come back as whole messages. */
export const maskRows = (
  rows: readonly Buffer[],
  columns: readonly ResultColumn[],
  treatments: readonly Treatment[],
  types: TypeFacts,
): Buffer[] => {
  const masker = compileRowMasker({ columns, treatments, types, keys: testKeys });
  if (masker === undefined) return [...rows];
  const out = byteSink(16);
  const results: Buffer[] = [];
  for (const row of rows) {
    out.reset();
    // Not at the start of its buffer, as on the wire.
    const source = Buffer.concat([Buffer.from('xyz'), row, Buffer.from('z')]);
    masker(source, 3, 3 + row.length, out);
    results.push(Buffer.from(out.bytes.subarray(0, out.length)));
  }
  return results;
};

/** `hidden` where the masker gives nothing that holds the secret, or refuses with an error of pgveil that does not either. */
export const shows = (run: () => readonly Buffer[], secret: string): string => {
  try {
    return Buffer.concat(run()).includes(secret) ? 'shown' : 'hidden';
  } catch (error) {
    if (!(error instanceof PgveilError)) return `threw ${String(error)}`;
    return `${error.message} ${String(error.remedy)}`.includes(secret) ? 'told by an error' : 'hidden';
  }
};

/** Masks one value; null where the result is SQL NULL. */
export const maskText = (mask: CellMask, text: string): string | null => {
  const out = byteSink(4);
  const source = Buffer.from(`<${text}>`);
  return mask(source, 1, source.length - 1, out) ? out.bytes.toString('utf8', 0, out.length) : null;
};
