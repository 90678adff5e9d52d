import { describe, expect, inject, test } from 'vitest';
import { builtinLayer, extensionLayer } from '../../src/catalog/builtin/index.ts';
import { readAnswer } from '../../src/catalog/answer.ts';
import { createLayer, nameKey } from '../../src/catalog/layer.ts';
import { catalogQueries } from '../../src/catalog/queries.ts';
import { createDatabase, textQuery } from './database.ts';

describe('the catalog of a fresh server', () => {
  test('has its types, functions, operators and system views with their trees', () => {
    const { types, fns, operators, relations, server } = builtinLayer();
    expect(types.byName.get(nameKey('pg_catalog', 'timestamptz'))?.[0]?.oid).toBe(1184);
    expect(fns.byName.get(nameKey('pg_catalog', 'lower'))).toHaveLength(3);
    expect(operators.byName.get(nameKey('pg_catalog', '||'))?.length).toBeGreaterThan(5);
    expect(relations.byName.get(nameKey('information_schema', 'columns'))?.[0]?.viewTree).toContain('{QUERY');
    expect(Math.floor(server.version / 10_000)).toBe(18);
  });

  test('has what an extension adds, and nothing for one that is not known', () => {
    expect(extensionLayer('citext')?.types.byName.get(nameKey('public', 'citext'))?.[0]?.input).toBe('citextin');
    expect(extensionLayer('no_such_extension')).toBeUndefined();
    expect(extensionLayer('')).toBeUndefined();
    expect(extensionLayer('constructor')).toBeUndefined();
  });

  const port = inject('postgres')[18];

  test('is what a server answers', { skip: port === undefined }, async () => {
    const database = await createDatabase(port ?? 0, 'builtin_layer');
    try {
      const live = createLayer(readAnswer(await textQuery(database.client)(catalogQueries.builtin), 'builtin'));
      const { relations, types, fns, operators, aggregates, schemas } = builtinLayer();
      expect(live.relations.byOid).toEqual(relations.byOid);
      expect(live.types.byOid).toEqual(types.byOid);
      expect(live.fns.byOid).toEqual(fns.byOid);
      expect(live.operators.byOid).toEqual(operators.byOid);
      expect(live.aggregates).toEqual(aggregates);
      expect(live.schemas).toEqual(schemas);
    } finally {
      await database.drop();
    }
  });
});
