import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { loadCatalog, type CatalogQuery } from '../../src/catalog/load.ts';
import type { Catalog } from '../../src/catalog/types.ts';
import { createDatabase, textQuery, type TestDatabase } from './database.ts';

const schema = `
  CREATE EXTENSION citext;
  CREATE SCHEMA shop;
  CREATE SCHEMA locked;
  CREATE TYPE shop.mood AS ENUM ('sad', 'happy');
  ALTER TYPE shop.mood ADD VALUE 'asleep' BEFORE 'sad';
  CREATE DOMAIN shop.short AS varchar(7);
  CREATE TYPE shop.span AS RANGE (subtype = float8, multirange_type_name = shop.spans);
  CREATE TABLE shop.customer (
    id int PRIMARY KEY, gone text, email citext NOT NULL, "Full Name" shop.short DEFAULT 'x',
    initials text GENERATED ALWAYS AS (lower(email::text)) STORED, mood shop.mood, tags text[]);
  ALTER TABLE shop.customer DROP COLUMN gone;
  COMMENT ON TABLE shop.customer IS 'who buys';
  COMMENT ON COLUMN shop.customer.email IS '@class email';
  CREATE INDEX customer_lower ON shop.customer (lower(email::text)) WHERE id > 0;
  CREATE TABLE shop.keyed (a int PRIMARY KEY, b int UNIQUE REFERENCES shop.keyed (a), c int, d int);
  CREATE UNIQUE INDEX keyed_c_d ON shop.keyed (d, c) INCLUDE (b);
  CREATE UNIQUE INDEX keyed_referenced ON shop.keyed (c);
  ALTER TABLE shop.keyed ADD FOREIGN KEY (d) REFERENCES shop.keyed (c);
  CREATE UNIQUE INDEX keyed_some ON shop.keyed (d) WHERE c > 0;
  CREATE UNIQUE INDEX keyed_sum ON shop.keyed ((c + d));
  CREATE INDEX keyed_plain ON shop.keyed (d);
  ALTER TABLE shop.customer ENABLE ROW LEVEL SECURITY;
  CREATE POLICY own ON shop.customer USING (id = 1) WITH CHECK (id = 2);
  CREATE TABLE shop.orders (id int, customer int, CONSTRAINT orders_customer FOREIGN KEY (customer) REFERENCES shop.customer(id) DEFERRABLE) PARTITION BY LIST (id);
  CREATE TABLE shop.orders_1 PARTITION OF shop.orders FOR VALUES IN (1);
  CREATE VIEW shop.contact AS SELECT email AS address FROM shop.customer;
  CREATE RULE contact_insert AS ON INSERT TO shop.contact WHERE new.address IS NULL DO INSTEAD NOTHING;
  CREATE FUNCTION shop.label(INOUT c text, n int DEFAULT 3, VARIADIC rest text[] DEFAULT '{}') LANGUAGE sql SECURITY DEFINER SET search_path = shop AS 'SELECT c';
  CREATE FUNCTION shop.twice(int) RETURNS int LANGUAGE sql IMMUTABLE RETURN $1 * 2;
  CREATE FUNCTION shop.watch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
  CREATE TRIGGER watch BEFORE UPDATE ON shop.customer FOR EACH ROW EXECUTE FUNCTION shop.watch();
  CREATE FUNCTION shop.join_state(text, text) RETURNS text LANGUAGE sql AS 'SELECT $1 || $2';
  CREATE AGGREGATE shop.joined(text) (SFUNC = shop.join_state, STYPE = text, COMBINEFUNC = textcat);
  CREATE OPERATOR shop.### (LEFTARG = text, RIGHTARG = text, FUNCTION = textcat);
  GRANT USAGE ON SCHEMA shop TO PUBLIC;`;

describe.each(Object.entries(inject('postgres')))('the catalog of PostgreSQL %s', (major, port) => {
  let database: TestDatabase;
  let catalog: Catalog;
  let asPlainRole: CatalogQuery;
  const role = `catalog_reader_${major}`;
  const load = async (query: CatalogQuery, base?: Catalog): Promise<Catalog> =>
    loadCatalog(query, { clock: () => 1_700_000_000_000, database: database.name, ...(base === undefined ? {} : { base }) });
  const columnNames = (relation: string): readonly string[] =>
    catalog.relationNamed('shop', relation)?.columns.map((column) => column.name) ?? [];

  beforeAll(async () => {
    database = await createDatabase(port, 'catalog_load', [role]);
    await database.client.query(schema);
    asPlainRole = textQuery(await database.connect(role));
    catalog = await load(asPlainRole);
  });
  afterAll(async () => database.drop());

  it('says whose it is', () => {
    expect(catalog).toMatchObject({
      major: Number(major),
      database: 'catalog_load',
      loadedAt: 1_700_000_000_000,
      tempSchema: undefined,
    });
    expect([...catalog.schemas.keys()]).toEqual(
      expect.arrayContaining(['pg_catalog', 'information_schema', 'public', 'shop', 'locked']),
    );
    expect(catalog.mayUse(role, 'shop')).toBe(true);
    expect(catalog.mayUse(role, 'locked')).toBe(false);
    expect(catalog.mayUse('postgres', 'locked')).toBe(true);
  });

  it('has relations with their live columns, comments, defaults and row security', () => {
    const customer = catalog.relationNamed('shop', 'customer');
    expect(customer).toMatchObject({
      kind: 'r',
      persistence: 'p',
      owner: 'postgres',
      rowSecurity: true,
      comment: 'who buys',
      parents: [],
    });
    expect(columnNames('customer')).toEqual(['id', 'email', 'Full Name', 'initials', 'mood', 'tags']);
    expect(customer?.columns[1]).toMatchObject({
      attnum: 3,
      notNull: true,
      generated: '',
      defaultTree: undefined,
      comment: '@class email',
    });
    expect(customer?.columns[2]?.defaultTree).toContain('{');
    expect(customer?.columns[3]).toMatchObject({ generated: 's' });
    expect(customer?.policyTrees).toHaveLength(2);
    expect(customer?.indexTrees).toHaveLength(2);
    expect(customer?.triggers.filter((trigger) => !trigger.internal)).toMatchObject([{ name: 'watch', type: 19 }]);
    expect(catalog.relation(customer?.oid ?? 0)).toBe(customer);
    expect(catalog.relation(1259)).toMatchObject({ schema: 'pg_catalog', name: 'pg_class' });
  });

  it('has unique indexes over columns for all rows, without those of constraints', () => {
    expect(catalog.relationNamed('shop', 'keyed')).toMatchObject({
      uniqueIndexes: [
        { name: 'keyed_c_d', attnums: [4, 3] },
        { name: 'keyed_referenced', attnums: [3] },
      ],
    });
    expect(catalog.relationNamed('shop', 'keyed')?.indexTrees).toHaveLength(2);
    const others = [...catalog.relations()].filter(({ kind, schema }) => kind === 't' || schema === 'pg_catalog');
    expect(others.flatMap(({ uniqueIndexes = [] }) => uniqueIndexes)).toEqual([]);
  });

  it('has views, rules, keys, partitions', () => {
    const contact = catalog.relationNamed('shop', 'contact');
    expect(contact?.viewTree).toContain('{QUERY');
    expect(contact?.rules).toMatchObject([{ name: 'contact_insert', event: 'insert', instead: true }]);
    expect(contact?.rules[0]?.condition).toContain('NULLTEST');
    const orders = catalog.relationNamed('shop', 'orders');
    const partition = catalog.relationNamed('shop', 'orders_1');
    expect(catalog.children(orders?.oid ?? 0)).toEqual([partition?.oid]);
    expect(partition?.parents).toEqual([orders?.oid]);
    expect(orders?.constraints.find((constraint) => constraint.name === 'orders_customer')).toMatchObject({
      kind: 'f',
      attnums: [2],
      foreignRelation: catalog.relationNamed('shop', 'customer')?.oid,
      foreignAttnums: [1],
      deferrable: true,
    });
  });

  it('has types and casts', () => {
    const named = (name: string) => catalog.typeNamed('shop', name);
    expect(named('mood')).toMatchObject({ kind: 'e', category: 'E', firstLabel: 'asleep', element: 0, input: 'enum_in' });
    expect(named('_mood')).toMatchObject({ kind: 'b', category: 'A', element: named('mood')?.oid });
    expect(named('mood')?.array).toBe(named('_mood')?.oid);
    expect(named('short')).toMatchObject({ kind: 'd', base: 1043, baseTypmod: 11 });
    expect(named('span')).toMatchObject({ kind: 'r', subtype: 701 });
    expect(named('spans')).toMatchObject({ kind: 'm', subtype: 701 });
    expect(named('customer')).toMatchObject({ kind: 'c', relation: catalog.relationNamed('shop', 'customer')?.oid });
    expect(catalog.type(25)).toMatchObject({ schema: 'pg_catalog', name: 'text', array: 1009, input: 'textin' });
    const citext = catalog.typeNamed('public', 'citext');
    expect(citext?.input).toBe('citextin');
    expect(catalog.castsFrom(citext?.oid ?? 0)).toContainEqual({ source: citext?.oid, target: 25, function: 0, context: 'i' });
    expect(catalog.castsFrom(23)).toContainEqual({ source: 23, target: 20, function: 481, context: 'i' });
  });

  it('has functions, aggregates and operators', () => {
    expect(catalog.fnsNamed('shop', 'label')).toMatchObject([
      {
        kind: 'f',
        argTypes: [25, 23, 1009],
        allArgs: [
          { type: 25, mode: 'b', name: 'c' },
          { type: 23, mode: 'i', name: 'n' },
          { type: 1009, mode: 'v', name: 'rest' },
        ],
        defaults: 2,
        variadic: 25,
        returnType: 25,
        volatility: 'v',
        language: 'sql',
        securityDefiner: true,
        source: 'SELECT c',
        sqlBody: undefined,
        config: ['search_path=shop'],
        builtin: false,
        extension: undefined,
      },
    ]);
    expect(catalog.fnsNamed('shop', 'twice')[0]).toMatchObject({ allArgs: [], volatility: 'i' });
    expect(catalog.fnsNamed('shop', 'twice')[0]?.sqlBody).toContain('OPEXPR');
    expect(catalog.fnsNamed('public', 'citext_eq')[0]).toMatchObject({ language: 'c', extension: 'citext', builtin: false });
    expect(catalog.fn(870)).toMatchObject({ schema: 'pg_catalog', name: 'lower', builtin: true, source: undefined });
    const [joined] = catalog.fnsNamed('shop', 'joined');
    const [textcat] = catalog.fnsNamed('pg_catalog', 'textcat');
    expect(catalog.aggregate(joined?.oid ?? 0)).toEqual({
      transition: catalog.fnsNamed('shop', 'join_state')[0]?.oid,
      final: 0,
      others: [textcat?.oid],
    });
    const [operator] = catalog.operatorsNamed('shop', '###');
    expect(operator).toMatchObject({ left: 25, right: 25, result: 25, function: textcat?.oid });
    expect(catalog.operator(operator?.oid ?? 0)).toBe(operator);
  });

  it('is the same version as long as nothing changes, whoever loads it, and reuses the built-in part', async () => {
    const asked: string[] = [];
    const counting: CatalogQuery = async (sql) => {
      asked.push(sql);
      return asPlainRole(sql);
    };
    const again = await load(counting, catalog);
    expect(asked).toHaveLength(1);
    expect(again.version).toBe(catalog.version);
    expect(again.fn(870)).toBe(catalog.fn(870));
    expect((await load(textQuery(database.client))).version).toBe(catalog.version);
    await database.client.query('ALTER TABLE shop.customer ADD COLUMN later int');
    const later = await load(asPlainRole, catalog);
    expect(later.version).not.toBe(catalog.version);
    expect(later.relationNamed('shop', 'customer')?.columns.at(-1)).toMatchObject({ name: 'later', attnum: 8 });
    await database.client.query('ALTER TABLE shop.customer DROP COLUMN later');
  });

  it('does not reuse the built-in part of another version', async () => {
    const otherVersion: CatalogQuery = async (sql) =>
      (await asPlainRole(sql)).map((row) => (row[1] === 'server' ? [row[0] ?? '', 'server', '["160003"]'] : row));
    const other = await load(otherVersion, catalog);
    expect(other.major).toBe(16);
    expect(other.fn(870)).not.toBe(catalog.fn(870));
  });

  it('refuses a server whose functions nobody has reviewed', async () => {
    const future: CatalogQuery = async (sql) =>
      (await asPlainRole(sql)).map((row) => (row[1] === 'server' ? [row[0] ?? '', 'server', '["190000"]'] : row));
    await expect(load(future)).rejects.toMatchObject({ code: 'PGVEIL_CATALOG', message: 'the server is PostgreSQL 19' });
    await expect(load(async () => [])).rejects.toMatchObject({ code: 'PGVEIL_CATALOG' });
    await expect(load(async () => [['own', 'server', 'no JSON']])).rejects.toMatchObject({ code: 'PGVEIL_CATALOG' });
  });

  it('is not deceived by what the session put on its search path', async () => {
    const client = await database.connect();
    await client.query(`CREATE SCHEMA evil;
      CREATE FUNCTION evil.never(oid, oid) RETURNS bool LANGUAGE sql AS 'SELECT false';
      CREATE OPERATOR evil.= (LEFTARG = oid, RIGHTARG = oid, FUNCTION = evil.never);
      CREATE TABLE evil.pg_class (oid oid); CREATE TABLE evil.pg_namespace (oid oid);
      CREATE FUNCTION evil.array_to_string(anyarray, text) RETURNS text LANGUAGE sql AS $$ SELECT 'evil' $$`);
    const straight = await load(textQuery(client), catalog);
    await client.query('SET search_path = evil, pg_catalog');
    expect((await load(textQuery(client), catalog)).version).toBe(straight.version);
    await client.query('DROP SCHEMA evil CASCADE');
  });

  it("has the loading session's temporary relations and nobody else's", async () => {
    const one = await database.connect();
    const other = await database.connect();
    await one.query('CREATE TEMP TABLE mine (a int)');
    await other.query('CREATE TEMP TABLE theirs (a int)');
    const seen = await load(textQuery(one), catalog);
    expect(seen.tempSchema).toMatch(/^pg_temp_\d+$/u);
    expect(seen.relationNamed(seen.tempSchema ?? '', 'mine')).toMatchObject({ persistence: 't' });
    expect([...seen.relations()].filter((relation) => relation.persistence === 't' && relation.kind === 'r')).toHaveLength(1);
    expect((await load(asPlainRole, catalog)).version).toBe(catalog.version);
    await one.end();
    await other.end();
  });
});
