/** What functions are trusted to be, against the functions that servers have. */
import { describe, expect, it } from 'vitest';
import { natureOf } from '../../src/lineage/functions.ts';
import { builtinEntries } from '../../src/lineage/natures/builtin.ts';
import { servers, useFixture } from './support/fixture.ts';
import { forServers } from './support/tables.ts';

forServers('natures', {}, (fixture) => {
  const nature = (name: string): readonly string[] => [
    ...new Set(
      fixture
        .catalog()
        .fnsNamed(name.includes('.') ? (name.split('.')[0] ?? '') : 'pg_catalog', name.split('.').at(-1) ?? '')
        .map((fn) => natureOf(fixture.catalog(), fn)),
    ),
  ];

  it.each([
    ['lower', 'pure'],
    ['format', 'pure'],
    ['now', 'state'],
    ['nextval', 'state'],
    ['random', 'state'],
    ['pg_notify', 'effect'],
    ['set_config', 'effect'],
    ['setval', 'effect'],
    ['pg_advisory_lock', 'effect'],
    ['lo_from_bytea', 'effect'],
    ['query_to_xml', 'reader'],
    ['table_to_xml', 'reader'],
    ['pg_read_file', 'reader'],
    ['lo_get', 'reader'],
    ['pg_stat_get_activity', 'reader'],
    ['public.p_dynamic', 'opaque'],
  ])('%s is %s', (name, expected) => {
    expect(nature(name)).toEqual([expected]);
  });

  it('an aggregate is what its support functions are', async () => {
    await fixture.change(`
      CREATE FUNCTION joined(text, text) RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN $1 || $2; END $$;
      CREATE AGGREGATE own_sum(int) (SFUNC = int4pl, STYPE = int);
      CREATE AGGREGATE own_join(text) (SFUNC = joined, STYPE = text);`);
    expect([nature('public.own_sum'), nature('public.own_join')]).toEqual([['pure'], ['opaque']]);
  });

  it('functions of reviewed extensions are trusted if they are in C', async () => {
    await fixture.change(`CREATE EXTENSION citext; CREATE EXTENSION pgcrypto; CREATE EXTENSION tablefunc; CREATE EXTENSION dblink;
      CREATE FUNCTION forged() RETURNS text LANGUAGE sql AS 'SELECT max(ssn) FROM customers'; ALTER EXTENSION citext ADD FUNCTION forged();`);
    expect(
      ['citext_eq', 'digest', 'gen_random_bytes', 'crosstab', 'dblink', 'forged'].map((name) => nature(`public.${name}`)),
    ).toEqual([['pure'], ['pure'], ['state'], ['reader'], ['reader'], ['opaque']]);
  });
});

describe('the table of built-in functions', () => {
  const fixtures = servers.map(({ major, port }) => useFixture(port, major, `lineage_builtin_${String(major)}`));

  it('names functions that these servers, or one between them, have', () => {
    const known = (name: string): boolean =>
      fixtures.some((fixture) => fixture.catalog().fnsNamed('pg_catalog', name).length > 0);
    const elsewhere = builtinEntries.flatMap(({ names }) => names).filter((name) => !known(name));
    expect(elsewhere).toEqual([]);
  });
});
