import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { loadCatalog } from '../../src/catalog/load.ts';
import {
  lookupFunctions,
  lookupOperators,
  lookupRelation,
  lookupType,
  nameSpace,
  splitIdentifiers,
} from '../../src/catalog/resolve-path.ts';
import type { Catalog } from '../../src/catalog/types.ts';
import { createDatabase, textQuery, type TestDatabase } from './database.ts';

describe('splitIdentifiers', () => {
  it.each<[string, readonly string[] | undefined]>([
    ['', []],
    ['  ', []],
    ['"$user", public', ['$user', 'public']],
    ['Public,"Mixed Case" , "a""b","c,d"', ['public', 'Mixed Case', 'a"b', 'c,d']],
    ['ÄRGER', ['Ärger']],
    ['a,', undefined],
    [',a', undefined],
    ['""', undefined],
    ['a b', undefined],
    ['"open', undefined],
    ['a\tb', undefined],
    ['é'.repeat(40), ['é'.repeat(31)]],
  ])('%j', (text, expected) => {
    expect(splitIdentifiers(text)).toEqual(expected);
  });
});

describe.each(Object.entries(inject('postgres')))('names on PostgreSQL %s', (major, port) => {
  let database: TestDatabase;
  let catalog: Catalog;
  const role = `path_reader_${major}`;

  beforeAll(async () => {
    database = await createDatabase(port, 'resolve_path', [role]);
    await database.client.query(`
      CREATE SCHEMA ${role} AUTHORIZATION ${role};
      CREATE SCHEMA "Odd, ""one"""; GRANT USAGE ON SCHEMA "Odd, ""one""" TO PUBLIC;
      CREATE SCHEMA hidden;
      CREATE TABLE hidden.customer (id int); CREATE TABLE public.customer (id int);
      CREATE FUNCTION public.f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
      CREATE FUNCTION ${role}.f(int) RETURNS int LANGUAGE sql AS 'SELECT 2';
      CREATE FUNCTION ${role}.f(text) RETURNS int LANGUAGE sql AS 'SELECT 3';
      CREATE OPERATOR public.## (LEFTARG = text, RIGHTARG = text, FUNCTION = textcat);
      CREATE TYPE public.mood AS ENUM ('a');
      CREATE TEMP TABLE customer (id int); CREATE FUNCTION pg_temp.f(int) RETURNS int LANGUAGE sql AS 'SELECT 4';
      GRANT USAGE ON SCHEMA public TO PUBLIC;`);
    catalog = await loadCatalog(textQuery(database.client), { clock: Date.now, database: database.name });
  });
  afterAll(async () => database.drop());

  it.each([
    '"$user", public',
    'public, hidden',
    'hidden, public',
    'nowhere, public, pg_catalog',
    '"Odd, ""one""", PUBLIC, public',
    'pg_temp, public',
    'public, pg_temp',
    '',
  ])('the path %j is the one that the server makes', async (path) => {
    const client = await database.connect(role);
    for (const temporary of [false, true]) {
      if (temporary) await client.query('CREATE TEMP TABLE t (a int)');
      await client.query(`SELECT set_config('search_path', $1, false)`, [path]);
      const { rows } = await client.query<{ path: string[] }>('SELECT current_schemas(true)::text[] AS path');
      const seen = await loadCatalog(textQuery(client), { clock: Date.now, database: database.name, base: catalog });
      expect(nameSpace(seen, path, role, seen.tempSchema).path).toEqual(rows[0]?.path);
    }
  });

  it('finds relations and types along the path, in the temporary schema first', () => {
    const temp = catalog.tempSchema;
    const names = nameSpace(catalog, 'public', 'postgres', temp);
    expect(lookupRelation(catalog, names, ['customer'])?.schema).toBe(temp);
    expect(lookupRelation(catalog, names, ['pg_temp', 'customer'])?.schema).toBe(temp);
    expect(lookupRelation(catalog, names, ['public', 'customer'])?.schema).toBe('public');
    expect(lookupRelation(catalog, names, ['resolve_path', 'hidden', 'customer'])?.schema).toBe('hidden');
    expect(lookupRelation(catalog, names, ['elsewhere', 'hidden', 'customer'])).toBeUndefined();
    expect(lookupRelation(catalog, nameSpace(catalog, 'public', 'postgres'), ['pg_temp', 'customer'])).toBeUndefined();
    expect(lookupRelation(catalog, names, ['pg_class'])?.oid).toBe(1259);
    expect(lookupType(catalog, names, ['mood'])?.kind).toBe('e');
    expect(lookupType(catalog, names, ['nothing'])).toBeUndefined();
  });

  it('finds functions and operators along the path, never in the temporary schema by a bare name', () => {
    const names = nameSpace(catalog, '"$user", public', role, catalog.tempSchema);
    const found = lookupFunctions(catalog, names, ['f']).map((fn) => [fn.schema, fn.argTypes]);
    expect(found).toEqual([
      [role, [23]],
      [role, [25]],
    ]);
    expect(lookupFunctions(catalog, names, ['pg_temp', 'f'])).toHaveLength(1);
    expect(lookupOperators(catalog, names, ['##']).map((operator) => operator.schema)).toEqual(
      expect.arrayContaining(['pg_catalog', 'public']),
    );
    expect(lookupOperators(catalog, names, ['pg_catalog', '##'])).not.toContainEqual(
      expect.objectContaining({ schema: 'public' }),
    );
  });
});
