import { describe, expect, test } from 'vitest';
import { columnKey } from '../../src/catalog/types.ts';
import { bindPolicy } from '../../src/policy/bind.ts';
import { catalogOf, load, relation } from './support.ts';

const policy = (classification: string): ReturnType<typeof load> =>
  load(`version: 1
databases: { app: { credentials: { reader: { url: "\${env:URL}" } } } }
classes: { a: {}, b: {}, c: {} }
classification:
${classification.replaceAll(/^(?=.)/gm, '  ')}
`);

const classes = (classification: string, relations: ReturnType<typeof relation>[]): Record<string, string> => {
  const bound = bindPolicy(policy(classification), catalogOf(relations), 'app');
  return Object.fromEntries([...bound.classified].map(([key, { class: name }]) => [key, name]));
};

describe('which rule holds', () => {
  const t = relation(1, 't', ['id', 'mail', 'Mixed.Case']);
  test.each<[string, string, Record<string, string>]>([
    ['an exact column', 'columns: { public.t.mail: a }', { '1.2': 'a' }],
    ['a glob', 'columns: { "*.*.m*l": a }', { '1.2': 'a' }],
    [
      'exact before glob, whatever the order',
      'columns: { "*.*.*": a, public.t.mail: b }',
      { '1.1': 'a', '1.2': 'b', '1.3': 'a' },
    ],
    ['more letters before fewer', 'columns: { "*.*.m*": a, "*.*.mai*": b }', { '1.2': 'b' }],
    ['the first of equals', 'columns: { "*.*.*l": a, "*.*.m*": b }', { '1.2': 'a' }],
    ['none makes an exception', 'columns: { "*.*.*": a, public.t.id: none }', { '1.2': 'a', '1.3': 'a' }],
    ['quoted parts are taken as they stand', `columns: { 'public.t."Mixed.Case"': a }`, { '1.3': 'a' }],
    ['case counts', 'columns: { public.T.mail: a }', {}],
  ])('%s', (_, classification, expected) => {
    expect(classes(classification, [t])).toEqual(expected);
  });

  test('wildcards do not reach the system schemas', () => {
    const settings = relation(2, 'pg_settings', ['name'], { schema: 'pg_catalog' });
    expect(classes('columns: { "*.*.name": a }', [settings])).toEqual({});
    expect(classes('columns: { "pg_catalog.*.name": a }', [settings])).toEqual({ '2.1': 'a' });
  });
});

describe('comments', () => {
  const t = relation(1, 't', [
    ['mail', { comment: 'Address. @class a' }],
    ['other', { comment: 'of @classy people' }],
  ]);
  test('classify where no rule of the policy matches', () => {
    expect(classes('columns: {}', [t])).toEqual({ '1.1': 'a' });
    expect(classes('columns: { public.t.mail: b }', [t])).toEqual({ '1.1': 'b' });
    expect(classes('columns: { public.t.mail: none }', [t])).toEqual({});
  });
  test('are left alone if the policy says so', () => {
    expect(classes('comments: false', [t])).toEqual({});
  });
});

describe('the system pack', () => {
  const activity = relation(1, 'pg_stat_activity', ['pid', 'query'], { schema: 'pg_catalog', kind: 'v' });
  const statements = relation(2, 'pg_stat_statements', ['query'], { schema: 'extensions', kind: 'v' });
  const toast = relation(3, 'pg_toast_16400', ['chunk_id', 'chunk_seq', 'chunk_data'], { schema: 'pg_toast', kind: 't' });
  test('classifies what catalogs and extensions give away', () => {
    expect(classes('columns: {}', [activity, statements, toast])).toEqual({
      '1.2': 'system-sql',
      '2.1': 'system-sql',
      '3.3': 'system-toast',
    });
  });
  test('can be overruled by name', () => {
    expect(classes('columns: { pg_catalog.pg_stat_activity.query: none }', [activity])).toEqual({});
  });
  test('leaves alone what clients read of the schema', () => {
    const columns = ['relname', 'relpartbound', 'relacl', 'prosrc', 'attname', 'adbin', 'conbin', 'setting', 'srvoptions'];
    const all = ['pg_class', 'pg_proc', 'pg_attribute', 'pg_settings', 'pg_foreign_server', 'pg_constraint', 'pg_attrdef'];
    expect(
      classes(
        'columns: {}',
        all.map((name, index) => relation(index + 1, name, columns, { schema: 'pg_catalog' })),
      ),
    ).toEqual({});
  });
});

describe('classes spread', () => {
  test('from a parent to children of any depth, by name', () => {
    const parent = relation(1, 'p', ['id', 'mail']);
    const child = relation(2, 'c', ['mail', 'id'], { parents: [1] });
    const grandchild = relation(3, 'g', ['x', 'mail'], { parents: [2] });
    expect(classes('columns: { public.p.mail: a }', [grandchild, child, parent])).toEqual({ '1.2': 'a', '2.1': 'a', '3.2': 'a' });
    expect(classes('columns: { public.p.mail: a, public.c.mail: b }', [parent, child])).toEqual({ '1.2': 'a', '2.1': 'b' });
  });
  test('from a child to its parent, through which its rows are read', () => {
    const parent = relation(1, 'p', ['id', 'mail']);
    const child = relation(2, 'c', ['id', 'mail'], { parents: [1] });
    expect(classes('columns: { public.c.mail: a }', [parent, child])).toEqual({ '1.2': 'a', '2.2': 'a' });
  });
  test('to generated columns, whose values no mask was made for', () => {
    const tree = '{FUNCEXPR :funcid 870 :args ({VAR :varno 1 :varattno 1 :vartype 25})}';
    const t = relation(1, 't', ['mail', ['lower', { generated: 's', defaultTree: tree }], ['plain', { defaultTree: tree }]]);
    const bound = bindPolicy(policy('columns: { public.t.mail: a }'), catalogOf([t]), 'app');
    expect([...bound.classified.keys()]).toEqual(['1.1', '1.2']);
    expect(bound.classOf('1.2')?.origin.source).toBe('derived');
    const whole = relation(1, 't', [
      'mail',
      ['all', { generated: 's', defaultTree: tree.replace(':varattno 1', ':varattno 0') }],
    ]);
    expect(classes('columns: { public.t.mail: a }', [whole])).toEqual({ '1.1': 'a', '1.2': 'a' });
  });
});

test('a rename or a dropped comment takes no class away', () => {
  const rules = policy('columns: { public.t.mail: a }');
  const before = bindPolicy(rules, catalogOf([relation(1, 't', ['id', 'mail', ['c', { comment: '@class b' }]])]), 'app');
  const after = catalogOf([relation(1, 'renamed', ['id', 'post', 'c'])]);
  expect(bindPolicy(rules, after, 'app').classified.size).toBe(0);
  const bound = bindPolicy(rules, after, 'app', { previous: before });
  expect([bound.classOf('1.2')?.class, bound.classOf('1.3')?.class]).toEqual(['a', 'b']);
});

test('a name that another rule fits takes no class away, and gives no other', () => {
  const rules = policy('columns: { "*.*.mail": a, public.open.mail: none, public.t.phone: b }');
  const before = bindPolicy(rules, catalogOf([relation(1, 't', ['id', 'mail']), relation(2, 'open', ['id', 'mail'])]), 'app');
  expect([before.classOf('1.2')?.class, before.classOf('2.2')?.class]).toEqual(['a', undefined]);
  const bind = (name: string, column: string, comment?: string): string | undefined =>
    bindPolicy(rules, catalogOf([relation(1, name, ['id', [column, comment === undefined ? {} : { comment }]])]), 'app', {
      previous: before,
    }).classOf('1.2')?.class;
  expect([bind('open', 'mail'), bind('t', 'phone'), bind('t', 'x', '@class none'), bind('t', 'x', '@class b')]).toEqual(
    Array.from({ length: 4 }, () => 'a'),
  );
});

test('a comment neither takes a class away nor chooses the mask of a generated column', () => {
  const tree = '{VAR :varno 1 :varattno 1 :vartype 25}';
  const parent = relation(1, 'p', ['mail']);
  const child = relation(2, 'c', [['mail', { comment: '@class none' }]], { parents: [1] });
  expect(classes('columns: { public.p.mail: a }', [parent, child])).toEqual({ '1.1': 'a', '2.1': 'a' });
  for (const comment of ['@class none', '@class b']) {
    const t = relation(1, 't', ['mail', ['g', { generated: 's', defaultTree: tree, comment }]]);
    const bound = bindPolicy(policy('columns: { public.t.mail: a }'), catalogOf([t]), 'app');
    expect(bound.classOf('1.2')).toMatchObject({ class: 'a', origin: { source: 'derived' } });
  }
});

test('says where a class comes from, and which rules match nothing', () => {
  const bound = bindPolicy(
    policy('columns:\n  public.t.mail: a\n  public.gone.mail: b'),
    catalogOf([relation(1, 't', ['mail'])]),
    'app',
  );
  expect(bound.classOf(columnKey(1, 1))?.origin).toEqual({
    source: 'policy',
    file: 'p.yml',
    line: 6,
    column: 5,
    text: 'public.t.mail',
  });
  expect(bound.unmatched.map((rule) => [rule.pattern.text, rule.position.line])).toEqual([['public.gone.mail', 7]]);
});
