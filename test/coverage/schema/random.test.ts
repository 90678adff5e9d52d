/** The server is the judge of random changes, too: what it accepts is read, and gives the same catalog. */
import fc from 'fast-check';
import { describe, expect, inject, test } from 'vitest';
import { loadCatalog } from '../../../src/catalog/load.ts';
import { createDatabase, textQuery } from '../../catalog/database.ts';
import { factsOf } from './facts.ts';
import { parser, schemaOf } from './support.ts';

const setup = `CREATE SCHEMA s; CREATE TYPE s.mood AS ENUM ('a'); CREATE TYPE s.addr AS (street text); CREATE DOMAIN dom AS text;
  CREATE TYPE s.span AS RANGE (subtype = date); CREATE FUNCTION s.f(q text) RETURNS text IMMUTABLE RETURN lower(q);
  CREATE TABLE public.a (x int, y text); CREATE TABLE s.b (x int PRIMARY KEY, y text UNIQUE, z varchar(9));`;

/** What a placeholder can stand for: few names, so that statements meet. */
const words: Readonly<Record<string, readonly string[]>> = {
  table: ['public.a', 'public.b', 'public.c', 's.a', 's.b', 's.c', 'a', 'b'],
  view: ['public.v', 'public.w', 's.v', 's.w', 'v'],
  name: ['a', 'b', 'c'],
  column: ['x', 'y', 'z'],
  type: ['int', 'text', 'varchar(9)', 'text[]', 'numeric(4,1)', 's.mood', 's.addr', 'dom', 's.span', 's.span_multirange'],
  schema: ['public', 's'],
  key: ['PRIMARY KEY', 'UNIQUE'],
  like: ['', 'INCLUDING ALL', 'INCLUDING INDEXES', 'INCLUDING COMMENTS'],
  number: ['0', '1', '2'],
};

const templates: readonly string[] = [
  'CREATE TABLE $table (x $type, y $type)',
  'CREATE TABLE $table (x int PRIMARY KEY, y text UNIQUE, z $type)',
  'CREATE TABLE $table (LIKE $table $like)',
  'CREATE TABLE $table (z text) INHERITS ($table)',
  'CREATE TABLE $table (x int, y text) PARTITION BY LIST (x)',
  'CREATE TABLE $table PARTITION OF $table DEFAULT',
  'ALTER TABLE $table ATTACH PARTITION $table DEFAULT',
  'ALTER TABLE $table DETACH PARTITION $table',
  'ALTER TABLE $table NO INHERIT $table',
  'CREATE TABLE $table AS SELECT * FROM $table',
  'SELECT $column AS q INTO $table FROM $table',
  'CREATE VIEW $view AS SELECT * FROM $table',
  'CREATE VIEW $view AS SELECT * FROM $view',
  'CREATE VIEW $view AS SELECT $column, s.f($column::text) AS u FROM $table',
  'CREATE OR REPLACE VIEW $view AS SELECT $column, $column AS k FROM $table',
  'CREATE MATERIALIZED VIEW $view AS SELECT l.$column, r.$column AS o FROM $table l LEFT JOIN $table r ON true',
  'CREATE VIEW $view AS SELECT $column::text AS k FROM $table UNION SELECT $column::text FROM $table',
  'DROP VIEW IF EXISTS $view CASCADE',
  'DROP TABLE $table CASCADE',
  'ALTER TABLE $table ADD COLUMN $column $type',
  "ALTER TABLE $table ADD COLUMN $column text GENERATED ALWAYS AS (upper('k')) STORED",
  'ALTER TABLE $table ADD COLUMN $column $type, DROP COLUMN IF EXISTS $column',
  'ALTER TABLE $table DROP COLUMN $column CASCADE',
  'ALTER TABLE ONLY $table DROP COLUMN $column CASCADE',
  'ALTER TABLE $table RENAME COLUMN $column TO $column',
  'ALTER TABLE $table RENAME TO $name',
  'ALTER TABLE $table SET SCHEMA $schema',
  'ALTER VIEW $view RENAME COLUMN $column TO $column',
  'ALTER VIEW $view SET SCHEMA $schema',
  'ALTER TABLE $table ALTER COLUMN $column TYPE $type USING NULL',
  'ALTER TABLE $table ADD CONSTRAINT k$number $key ($column)',
  'ALTER TABLE $table ADD FOREIGN KEY ($column) REFERENCES s.b ($column)',
  'ALTER TABLE $table DROP CONSTRAINT k$number CASCADE',
  'CREATE UNIQUE INDEX i$number ON $table ($column)',
  'ALTER TABLE $table ADD CONSTRAINT u$number $key USING INDEX i$number',
  'DROP INDEX $schema.i$number',
  "COMMENT ON COLUMN $table.$column IS '@class c$number'",
  'ALTER TYPE s.addr ADD ATTRIBUTE p$number text',
  'ALTER TYPE s.addr DROP ATTRIBUTE p$number',
  'DROP TYPE s.mood CASCADE',
  'DO $$ BEGIN ALTER TABLE $table ADD COLUMN $column text; END $$',
  'SET search_path = $schema, public',
];

const statement = fc
  .tuple(fc.constantFrom(...templates), fc.array(fc.nat(1_000), { minLength: 8, maxLength: 8 }))
  .map(([template, picks]) => {
    const left = [...picks];
    return template.replaceAll(/\$([a-z]+)/g, (_, name: string) => {
      const choices = words[name] ?? [];
      return choices[(left.shift() ?? 0) % choices.length] ?? '';
    });
  });

const transaction = fc
  .tuple(statement, statement, statement, fc.constantFrom('ROLLBACK', 'COMMIT'))
  .map(([one, two, three, end]) => `BEGIN; ${one}; SAVEPOINT p; ${two}; ROLLBACK TO p; ${three}; ${end}`);

const changes = fc.array(fc.oneof({ weight: 9, arbitrary: statement }, { weight: 1, arbitrary: transaction }), {
  minLength: 60,
  maxLength: 90,
  size: 'max',
});

describe.each(Object.entries(inject('postgres')).filter(([major]) => major === '18'))('PostgreSQL %s', (_, port) => {
  test('random changes', async () => {
    await fc.assert(
      fc.asyncProperty(changes, async (statements) => {
        const database = await createDatabase(port, 'static_random');
        try {
          await database.client.query(setup);
          const accepted: string[] = [];
          for (const sql of statements) {
            try {
              await database.client.query(sql);
              accepted.push(sql);
            } catch {
              await database.client.query('ROLLBACK');
            }
          }
          const live = await loadCatalog(textQuery(database.client), { clock: () => 0, database: database.name });
          const schema = schemaOf(`${setup}\n${accepted.join(';\n')};`);
          expect([...schema.problems, ...schema.unparsed]).toEqual([]);
          const facts = factsOf(schema.catalog, parser, schema.views);
          expect({ accepted, facts }).toEqual({ accepted, facts: factsOf(live, parser) });
        } finally {
          await database.drop();
        }
      }),
      { numRuns: 6, seed: 1, endOnFailure: true },
    );
  }, 120_000);
});
