/** The server is the judge: schema files read here, and run there, give the same catalog. */
import { readFileSync } from 'node:fs';
import { describe, expect, inject, test } from 'vitest';
import { loadCatalog } from '../../../src/catalog/load.ts';
import { dataWords } from '../../../src/coverage/schema/ignored.ts';
import { splitStatements } from '../../../src/coverage/schema/split.ts';
import { createDatabase, textQuery } from '../../catalog/database.ts';
import { factsOf } from './facts.ts';
import { parser, schemaOf } from './support.ts';

const changes = `
  CREATE EXTENSION hstore; CREATE EXTENSION earthdistance CASCADE;
  CREATE SCHEMA shop CREATE TABLE places (at earth, tags hstore);
  CREATE DOMAIN shop.mail AS varchar(80);
  CREATE TYPE shop.address AS (street text, city text);
  CREATE TABLE shop.users (id bigserial PRIMARY KEY, email shop.mail NOT NULL, home shop.address,
    lower_email text GENERATED ALWAYS AS (lower(email)) STORED, gone int);
  ALTER TABLE shop.users DROP COLUMN gone, ADD COLUMN national_id char(11), ALTER COLUMN national_id SET NOT NULL;
  ALTER TYPE shop.address ADD ATTRIBUTE zip text;
  CREATE TABLE shop.guests (LIKE shop.users INCLUDING ALL, host bigint REFERENCES shop.users);
  CREATE TABLE shop.staff (badge text) INHERITS (shop.users);
  ALTER TABLE shop.users ADD COLUMN phone text; ALTER TABLE shop.users RENAME COLUMN email TO mail;
  CREATE VIEW shop.contacts AS SELECT u.mail, coalesce(u.phone, '-') AS phone, (home).city, count(*) OVER () AS n FROM shop.users u;
  CREATE MATERIALIZED VIEW shop.recent AS WITH r AS (SELECT * FROM shop.contacts) SELECT r.mail, g.host FROM r LEFT JOIN shop.guests g ON g.email = r.mail;
  CREATE TABLE shop.copy AS SELECT mail AS address, length(phone) AS long FROM shop.contacts;
  ALTER TABLE shop.users RENAME TO people; ALTER TABLE shop.guests SET SCHEMA public; ALTER TABLE shop.people RENAME mail TO e_mail;
  ALTER TABLE shop.copy ALTER COLUMN long TYPE numeric(12, 3) USING long::numeric;
  COMMENT ON COLUMN shop.people.phone IS '@class phone'; COMMENT ON TABLE shop.people IS 'who';
  DO $$ BEGIN IF true THEN CREATE TABLE shop.late (x int[]); END IF; END $$;
  CREATE FUNCTION shop.up(x text) RETURNS text IMMUTABLE RETURN upper(x);
  CREATE FUNCTION shop.all_phones() RETURNS TABLE (phone text) BEGIN ATOMIC SELECT 1; SELECT p.phone FROM shop.people p; END;
  CREATE VIEW shop.uppers AS SELECT shop.up(p.phone) AS phone, a.phone AS other FROM shop.people p, shop.all_phones() a;
  CREATE TABLE shop.keyed (a int, b text, c text); CREATE UNIQUE INDEX keyed_ab ON shop.keyed (b, a); CREATE UNIQUE INDEX keyed_c ON shop.keyed (c);
  ALTER TABLE shop.keyed ADD CONSTRAINT keyed_pk PRIMARY KEY USING INDEX keyed_ab; ALTER INDEX shop.keyed_c RENAME TO c_key;
  ALTER TABLE shop.keyed ADD UNIQUE USING INDEX c_key;
  CREATE TYPE shop.span AS RANGE (subtype = date); CREATE TYPE shop.floatrange AS RANGE (subtype = float8);
  CREATE TABLE shop.spans (a shop.span, b shop.span_multirange[], c shop.floatmultirange);
  EXPLAIN ANALYZE CREATE TABLE shop.explained AS SELECT phone FROM shop.people;
  BEGIN; DROP TABLE shop.spans; SAVEPOINT s; ROLLBACK TO s; ROLLBACK;
  DROP TYPE shop.address CASCADE; DROP TABLE shop.places;`;

const sources: Readonly<Record<string, string>> = {
  pagila: readFileSync(new URL('../schemas/pagila.sql', import.meta.url), 'utf8'),
  northwind: readFileSync(new URL('../schemas/northwind.sql', import.meta.url), 'utf8'),
  chinook: readFileSync(new URL('../schemas/chinook.sql', import.meta.url), 'utf8'),
  changes,
};

describe.each(Object.entries(inject('postgres')).filter(([major]) => major === '18'))('PostgreSQL %s', (_, port) => {
  test.each(Object.entries(sources))('%s', async (name, text) => {
    const database = await createDatabase(port, `static_${name}`);
    try {
      for (const { text: statement, word } of splitStatements(text).statements) {
        if (!dataWords.has(word)) await database.client.query(statement);
      }
      const live = await loadCatalog(textQuery(database.client), { clock: () => 0, database: database.name });
      const schema = schemaOf(text);
      expect(schema.problems).toEqual([]);
      expect(schema.unparsed).toEqual([]);
      expect(factsOf(schema.catalog, parser, schema.views)).toEqual(factsOf(live, parser));
    } finally {
      await database.drop();
    }
  });
});
