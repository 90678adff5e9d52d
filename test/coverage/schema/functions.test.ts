/** What views see through functions: bodies without quotes, and extensions that are distributed on their own. */
import { describe, expect, test } from 'vitest';
import { columnKey } from '../../../src/catalog/types.ts';
import { messages, outline, relationIn, schemaOf } from './support.ts';

/** For each column of view `v`: `name: way column, ...`, and the function that makes it opaque. */
const viewOf = (sql: string): readonly string[] => {
  const schema = schemaOf(sql);
  const names = new Map(
    [...schema.catalog.relations()].flatMap((relation) =>
      relation.columns.map((column) => [columnKey(relation.oid, column.attnum), `${relation.name}.${column.name}`] as const),
    ),
  );
  const reading = schema.views(relationIn(schema, 'v').oid);
  if (reading?.ok !== true) return [reading?.unreadable.detail ?? ''];
  return (reading.statements[0]?.columns ?? []).map(({ name, sources, opaque }) => {
    const from = sources.map(({ way, column }) => `${way} ${names.get(column) ?? column}`).join(', ');
    return `${name}: ${from}${opaque === undefined ? '' : ` by ${opaque}`}`;
  });
};

describe('a body without quotes is followed', () => {
  const users = 'CREATE TABLE users (id int, email text);';
  test.each<[string, string, readonly string[]]>([
    [
      'RETURN',
      'CREATE FUNCTION f(x text) RETURNS text IMMUTABLE RETURN upper(x); CREATE VIEW v AS SELECT f(email) AS e FROM users;',
      ['e: preserving users.email'],
    ],
    [
      'BEGIN ATOMIC, the last statement of several',
      'CREATE FUNCTION f() RETURNS TABLE (e text) BEGIN ATOMIC SELECT 1; SELECT email FROM users; END; CREATE VIEW v AS SELECT * FROM f();',
      ['e: identity users.email'],
    ],
    [
      'with CASE, and words of the opening in a default',
      `CREATE FUNCTION f(x text DEFAULT 'return begin atomic') RETURNS text BEGIN ATOMIC SELECT CASE WHEN true THEN x END; END;
        CREATE VIEW v AS SELECT f(email) AS e FROM users;`,
      ['e: preserving users.email'],
    ],
    [
      'with the search path of its making',
      `CREATE SCHEMA s; CREATE TABLE s.users (id int, email int); CREATE FUNCTION f() RETURNS text RETURN (SELECT email FROM users);
        SET search_path = s, public; CREATE VIEW public.v AS SELECT f() AS e;`,
      ['e: identity users.email'],
    ],
  ])('%s', (_, sql, expected) => {
    expect(viewOf(`${users}${sql}`)).toEqual(expected);
  });
});

describe('PostGIS', () => {
  const places = `CREATE SCHEMA gis; CREATE EXTENSION postgis WITH SCHEMA gis; SET search_path = public, gis;
    CREATE TABLE places (id int, geom geometry(Point, 4326), geog geography, lat float8 GENERATED ALWAYS AS (st_y(geom)) STORED);`;

  test('its types are known, and generated columns follow', () => {
    const schema = schemaOf(places);
    expect(outline(schema)).toEqual(['public.places: id int4, geom geometry, geog geography, lat float8']);
    expect(relationIn(schema, 'places').columns[3]?.generatedFrom).toEqual([2]);
    expect(messages(schema)).toEqual([]);
  });

  test('what its functions give is opaque, the rest of a view is not', () => {
    expect(
      viewOf(`${places} CREATE VIEW v AS SELECT id, st_astext(geom) AS wkt FROM places WHERE st_dwithin(geom, geom, 1)`),
    ).toEqual(['id: identity places.id', 'wkt: derived places.geom by gis.st_astext']);
  });

  test('a function that changes tables is told', () => {
    expect(messages(schemaOf(`${places} SELECT AddGeometryColumn('places', 'g2', 4326, 'POINT', 2)`))).toEqual([
      'addgeometrycolumn is called: whether that changes columns cannot be told.',
    ]);
  });
});
