import { describe, expect, test } from 'vitest';
import type { Column } from '../../src/catalog/types.ts';
import { catalogOf } from '../policy/support.ts';
import { keyPairs } from '../../src/coverage/key-pairs.ts';
import { columnName } from '../../src/coverage/names.ts';
import { foreignKey, found, relation, users, verdictOf, type Given, type Sections } from './support.ts';

const pairs = (...relations: NonNullable<Given['relations']>): readonly string[] =>
  keyPairs(catalogOf(relations)).map(
    ({ from, to }) => `${columnName(from.relation, from.column)} > ${columnName(to.relation, to.column)}`,
  );

describe('pairs of a foreign key', () => {
  test('each column of a key with the one that it references, in its own schema', () => {
    const people = relation(100, 'people', ['tenant', 'email'], { schema: 'crm' });
    const orders = relation(200, 'orders', ['customer', 'tenant'], { constraints: [foreignKey([2, 1], 100, [1, 2])] });
    expect(pairs(people, orders)).toEqual([
      'public.orders.tenant > crm.people.tenant',
      'public.orders.customer > crm.people.email',
    ]);
  });

  test('a table that references itself, and a pair of two keys once', () => {
    const staff = relation(100, 'staff', ['email', 'boss', 'tenant'], {
      constraints: [foreignKey([2], 100, [1]), foreignKey([2, 3], 100, [1, 3])],
    });
    expect(pairs(staff)).toEqual(['public.staff.boss > public.staff.email', 'public.staff.tenant > public.staff.tenant']);
  });

  test('not the copies that partitions have, and the keys that a child has of its own', () => {
    const parent = relation(200, 'orders', ['id', 'customer'], { constraints: [foreignKey([2], 100, [2])] });
    // Columns of a partition can stand in another order.
    const partition = relation(201, 'orders_1', ['customer', 'id', 'agent'], {
      parents: [200],
      constraints: [foreignKey([1], 100, [2]), foreignKey([3], 100, [2])],
    });
    expect(pairs(users, parent, partition)).toEqual([
      'public.orders.customer > public.users.email',
      'public.orders_1.agent > public.users.email',
    ]);
  });

  test('not the copies to partitions of the table that is referenced', () => {
    const partition = relation(101, 'users_1', ['id', 'email'], { parents: [100] });
    const orders = relation(200, 'orders', ['id', 'customer'], {
      constraints: [foreignKey([2], 100, [2]), foreignKey([2], 101, [2])],
    });
    expect(pairs(users, partition, orders)).toEqual(['public.orders.customer > public.users.email']);
  });
});

describe('PGV010 foreign-key-class', () => {
  const orders = (oid: number, name: string) =>
    relation(oid, name, ['id', 'customer'], { constraints: [foreignKey([2], 100, [2])] });
  const policy: Sections = { columns: '{ "public.*.customer": email }' };

  test('a column that two keys reference is told once', () => {
    const relations = [users, orders(200, 'orders'), orders(201, 'returns')];
    expect(found('foreign-key-class', { relations, policy })).toEqual([
      'public.users.email has no class and is shown as it is: by a foreign key it holds the values of public.orders.customer (class email).',
    ]);
  });

  test('not where nobody can read the column', () => {
    const grants = '[{ to: [dev], relations: { deny: [public.users] } }]';
    expect(found('foreign-key-class', { relations: [users, orders(200, 'orders')], policy: { ...policy, grants } })).toEqual([]);
  });
});

describe('PGV011 foreign-key-mask', () => {
  const said = (mask: string, from: Partial<Column>, to: Partial<Column>, policy: Sections = {}): readonly string[] =>
    found('foreign-key-mask', {
      relations: [
        relation(100, 'users', ['id', ['email', to]]),
        relation(200, 'orders', ['id', ['customer', from]], { constraints: [foreignKey([2], 100, [2])] }),
      ],
      policy: { classes: `{ email: { mask: ${mask} } }`, ...policy },
    });
  const varchar = (length: number): Partial<Column> => ({ type: 1043, typmod: length + 4 });
  const char = (length: number): Partial<Column> => ({ type: 1042, typmod: length + 4 });
  const [int4, int8, uuid, text] = [{ type: 23 }, { type: 20 }, { type: 2950 }, { type: 25 }];

  test.each([
    ['hash', int4, int8],
    ['hash', varchar(8), text],
    ['hash', uuid, text],
    ['{ hash: { length: 12 } }', varchar(10), varchar(40)],
    ['email', varchar(25), text],
    ['fake-company', varchar(4), text],
  ])('one class and %s, which depends on the type', (mask, from, to) => {
    expect(said(mask, from, to)).toEqual([
      'public.orders.customer (class email) references public.users.email (class email): dev sees the same value differently on either side, and cannot match rows.',
    ]);
  });

  test.each([
    ['encrypt', int4, int8],
    ['uuid-token', uuid, text],
    ['hash', varchar(20), text],
    ['hash', char(20), varchar(30)],
    ['{ bucket: { width: 10 } }', int4, { type: 1700, typmod: ((10 << 16) | 2) + 4 }],
    ['{ partial: { first: 1 } }', varchar(10), text],
    ['redact', varchar(2), text],
    // Neither does anything but redact.
    ['hash', { type: 16 }, { type: 16 }],
  ])('not %s, which gives both types the same', (mask, from, to) => {
    expect(said(mask, from, to)).toEqual([]);
  });

  test('not two classes under masks that need no key', () => {
    const columns = '{ public.users.email: email, public.orders.customer: contact }';
    const masks = (mask: string): string => `{ email: { mask: ${mask} }, contact: { mask: ${mask} } }`;
    const both = { columns, classes: masks('{ partial: { first: 1 } }') };
    expect(said('', text, text, both)).toEqual([]);
    expect(said('', text, text, { ...both, classes: masks('hash') })).toHaveLength(1);
  });

  test('a reveal of one side, for those whom it is granted to', () => {
    const grants =
      '[{ to: [dev], reveal: [{ column: public.orders.customer, reason: support, until: 2099-01-01 }] }, { to: [ops] }]';
    const principals = '{ dev: { local: dev }, ops: { local: ops } }';
    const given = said('hash', text, text, { grants, principals });
    expect(given).toEqual([expect.stringContaining(': dev sees the same value differently')]);
  });

  test('a mask of one grant differs for all whom it names', () => {
    const columns = '{ public.users.email: email, public.orders.customer: contact }';
    const given = said('', text, text, {
      columns,
      classes: '{ email: { mask: redact }, contact: { mask: redact } }',
      principals: '{ dev: { local: dev }, ops: { local: ops }, qa: { local: qa } }',
      grants: '[{ to: [dev, ops], masks: { email: hash } }, { to: [qa] }]',
    });
    expect(given).toEqual([expect.stringContaining(': dev and ops see the same value differently')]);
  });

  test('the classes differ: the line to write; they do not: none', () => {
    const lines = (policy: Sections): readonly (string | undefined)[] =>
      verdictOf({
        relations: [
          relation(100, 'users', ['id', ['email', int8]]),
          relation(200, 'orders', ['id', ['customer', int4]], { constraints: [foreignKey([2], 100, [2])] }),
        ],
        policy: { classes: '{ email: { mask: hash }, contact: { mask: hash } }', ...policy },
      })
        .findings.filter(({ name }) => name === 'foreign-key-mask')
        .map((finding) => finding.yaml);
    expect(lines({})).toEqual([undefined]);
    expect(lines({ columns: '{ public.users.email: email, public.orders.customer: contact }' })).toEqual([
      '    public.orders.customer: email',
    ]);
  });
});
