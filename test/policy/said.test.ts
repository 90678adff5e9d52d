import { describe, expect, test } from 'vitest';
import type { Column } from '../../src/catalog/types.ts';
import { bindPolicy } from '../../src/policy/bind.ts';
import type { Declaration } from '../../src/policy/policy.ts';
import { classNamer } from '../../src/policy/said.ts';
import { catalogOf, load, relation } from './support.ts';

const policy = (classification: string) =>
  load(`version: 1
databases: { app: { credentials: { r: { url: "\${env:U}" } } } }
classes: { email: {}, phone: {}, mine: {} }
classification: { ${classification} }
`);

const classIn = (
  classification: string,
  column: Partial<Column>,
  declarations: readonly Declaration[] = [],
): string | undefined => {
  const bound = bindPolicy({ ...policy(classification), declarations }, catalogOf([relation(1, 't', [['c', column]])]), 'app');
  const found = bound.classOf('1.1');
  return found === undefined ? undefined : `${found.class} ${found.origin.source}`;
};

const declared: Declaration = {
  source: 'dbt',
  schemas: undefined,
  relation: 't',
  name: 'c',
  class: 'phone',
  file: 'schema.yml',
  line: 3,
  column: 5,
  text: 'meta.class',
};

describe('comments', () => {
  test.each([
    ['@class {class}', '@class email', 'email'],
    ['@class {class}', 'Where to write to. @class  email.', 'email'],
    ['@class {class}', 'x@class email', undefined],
    ['@class {class}', '@classemail', undefined],
    ['@class {class}', '@class 7', undefined],
    ['[pii:{class}]', 'see [pii: email ] there', 'email'],
    ['[pii:{class}]', '[pii:email', undefined],
    ['pii={class}', 'pii=phone-number', 'phone-number'],
    ['.*{class}', 'xxemail', undefined],
  ])('%j in %j', (syntax, comment, expected) => {
    expect(classNamer(syntax)(comment)).toBe(expected);
  });

  test('by the policy’s syntax, or not at all', () => {
    expect(classIn('comment-syntax: "pii={class}"', { comment: 'pii=email' })).toBe('email comment');
    expect(classIn('comment-syntax: "pii={class}"', { comment: '@class email' })).toBeUndefined();
    expect(classIn('comments: false', { comment: '@class email' })).toBeUndefined();
  });
});

describe('security labels', () => {
  test.each([
    ['MASKED WITH FUNCTION anon.fake_email()', 'email security-label'],
    ['masked with function anon.partial_email(email)', 'email security-label'],
    ['MASKED WITH FUNCTION anon.fake_last_name()', 'person_name security-label'],
    ['MASKED WITH FUNCTION pg_catalog.md5(x)', 'anon-masked security-label'],
    [`MASKED WITH VALUE 'x'`, 'anon-masked security-label'],
    ['NOT MASKED', undefined],
    ['QUASI IDENTIFIER', undefined],
  ])('%s', (securityLabel, expected) => {
    expect(classIn('', { securityLabel })).toBe(expected);
  });

  test('to classes of the policy, or not at all', () => {
    const securityLabel = 'MASKED WITH FUNCTION anon.fake_email()';
    expect(classIn('labels: { "*fake_email*": mine, "*": none }', { securityLabel })).toBe('mine security-label');
    expect(classIn('labels: { "*": none }', { securityLabel })).toBeUndefined();
    expect(classIn('security-labels: false', { securityLabel })).toBeUndefined();
  });
});

describe('files of other tools', () => {
  test('in any of the user’s schemas, or in those that they name', () => {
    expect(classIn('', {}, [declared])).toBe('phone dbt');
    expect(classIn('', {}, [{ ...declared, schemas: ['pub*'] }])).toBe('phone dbt');
    expect(classIn('', {}, [{ ...declared, schemas: ['other'] }])).toBeUndefined();
    expect(classIn('', {}, [{ ...declared, name: 'C' }])).toBeUndefined();
  });

  test('a policy whose files were not read binds nothing', () => {
    expect(() => bindPolicy(policy('dbt: [schema.yml]'), catalogOf([]), 'app')).toThrow('were not read');
  });
});

test('the policy goes before comments, comments before labels, labels before files; what differs is a conflict', () => {
  const column = { comment: '@class email', securityLabel: 'MASKED WITH FUNCTION anon.fake_phone()' };
  const bound = bindPolicy(
    { ...policy('columns: { public.t.c: mine }'), declarations: [{ ...declared, class: 'mine' }] },
    catalogOf([relation(1, 't', [['c', column]])]),
    'app',
  );
  expect(bound.classOf('1.1')?.class).toBe('mine');
  expect(bound.conflicts.map(({ kept, other }) => [kept.class, other.class, other.origin.source])).toEqual([
    ['mine', 'email', 'comment'],
    ['mine', 'phone', 'security-label'],
  ]);
  expect(classIn('', column, [declared])).toBe('email comment');
  expect(classIn('', { securityLabel: column.securityLabel }, [{ ...declared, class: 'mine' }])).toBe('phone security-label');
});

describe('foreign keys', () => {
  const key = (attnum: number, foreignRelation: number) => ({
    constraints: [{ name: 'k', kind: 'f' as const, attnums: [attnum], foreignRelation, foreignAttnums: [1], deferrable: false }],
  });
  const chain = catalogOf([
    relation(1, 'users', ['email']),
    relation(2, 'orders', ['customer', 'x'], key(1, 1)),
    relation(3, 'lines', ['x', 'customer'], key(2, 2)),
  ]);
  const classes = (classification: string): readonly (string | undefined)[] => {
    const bound = bindPolicy(policy(classification), chain, 'app');
    return (['1.1', '2.1', '3.2', '2.2'] as const).map((column) => bound.classOf(column)?.class);
  };

  test('a column has the class of what it references, however far', () => {
    expect(classes('columns: { public.users.email: email }')).toEqual(['email', 'email', 'email', undefined]);
    const bound = bindPolicy(policy('columns: { public.users.email: email }'), chain, 'app');
    expect(bound.classOf('3.2')?.origin).toMatchObject({
      source: 'foreign-key',
      line: 4,
      text: 'references public.orders.customer',
    });
  });

  test('unless it has its own, is said to have none, or keys are not looked at; never the other way', () => {
    expect(classes('columns: { public.users.email: email, public.orders.customer: mine }')).toEqual([
      'email',
      'mine',
      'mine',
      undefined,
    ]);
    expect(classes('columns: { public.users.email: email, public.orders.customer: none }')).toEqual([
      'email',
      undefined,
      undefined,
      undefined,
    ]);
    expect(classes('foreign-keys: false, columns: { public.users.email: email }')).toEqual([
      'email',
      undefined,
      undefined,
      undefined,
    ]);
    expect(classes('columns: { public.lines.customer: email }')).toEqual([undefined, undefined, 'email', undefined]);
  });
});

test('a generated column of schema files has the class of what it reads', () => {
  const bound = bindPolicy(
    policy('columns: { public.t.a: email }'),
    catalogOf([
      relation(1, 't', ['a', ['b', { generated: 's', generatedFrom: [1] }], ['c', { generated: 's', generatedFrom: [3] }]]),
    ]),
    'app',
  );
  expect([bound.classOf('1.2')?.origin.source, bound.classOf('1.3')]).toEqual(['derived', undefined]);
});
