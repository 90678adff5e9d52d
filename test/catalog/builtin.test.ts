import { describe, expect, test } from 'vitest';
import { builtinLayer, extensionLayer } from '../../src/catalog/builtin/index.ts';
import { nameKey } from '../../src/catalog/layer.ts';

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
});
