import { describe, expect, test } from 'vitest';
import { found, relation, verdictOf, type Given } from './support.ts';

describe('PGV020 mask-strength', () => {
  const pin = { type: 1043, typmod: 4 + 4 };
  const half = '{ email: { mask: { partial: { last: 2 } } } }';
  const weak = 'gives too much away on public.users.email';

  test('half of a PIN', () => {
    expect(
      found('mask-strength', { relations: [relation(100, 'users', ['id', ['email', pin]])], policy: { classes: half } }),
    ).toEqual([
      `Mask partial of class email ${weak}: of at most 4 characters 2 can show, and those that are hidden can be tried out.`,
    ]);
  });

  test('the mask of one grant, at its line', () => {
    const { findings } = verdictOf({
      relations: [relation(100, 'users', ['id', ['email', pin]])],
      policy: {
        classes: '{ email: { mask: redact } }',
        principals: '{ dev: { local: dev }, ops: { local: ops } }',
        grants: '[{ to: [ops] }, { to: [dev], masks: { email: { partial: { last: 1 } } } }]',
      },
    });
    expect(findings.filter(({ name }) => name === 'mask-strength')).toMatchObject([
      { message: expect.stringContaining(`${weak} for dev: `) as string, position: { line: 7, column: 25 } },
    ]);
  });

  test('a partition is spoken for by its parent, but where a principal reads only the partition', () => {
    const relations = [
      relation(100, 'users', ['id', ['email', pin]], { kind: 'p' }),
      relation(101, 'users_2026', ['id', ['email', pin]], { parents: [100] }),
    ];
    const given = { relations, policy: { classes: half, columns: '{ "public.users*.email": email }' } };
    expect(found('mask-strength', given)).toHaveLength(1);
    const partition = { ...given.policy, grants: '[{ to: [dev], relations: { allow: [public.users_2026] } }]' };
    expect(found('mask-strength', { ...given, policy: partition })).toEqual([expect.stringContaining('users_2026')]);
  });

  test('not one that is strong enough', () => {
    expect(found('mask-strength', { relations: [relation(100, 'users', ['id', ['email', pin]])] })).toEqual([]);
  });
});

describe('PGV021 mask-unique', () => {
  const unique = (attnums: readonly number[], kind: 'p' | 'u' | 'c' = 'u'): NonNullable<Given['relations']> => [
    relation(100, 'users', ['id', 'email'], {
      constraints: [{ name: 'users_key', kind, attnums, foreignRelation: 0, foreignAttnums: [], deferrable: false }],
    }),
  ];
  const said = (mask: string, relations: NonNullable<Given['relations']>): readonly string[] =>
    found('mask-unique', { relations, policy: { classes: `{ email: { mask: ${mask} } }` } });

  test('a mask that makes different values equal', () => {
    expect(said('{ partial: { first: 1 } }', unique([2]))).toEqual([
      'public.users.email is unique (users_key), and mask partial of class email can make different values equal: a dump that dev takes breaks the constraint where it is restored.',
    ]);
    expect(said('redact', unique([2], 'p'))).toHaveLength(1);
  });

  test('not a joinable one, nor a column that is unique with others only, or not at all', () => {
    expect(said('email', unique([2]))).toEqual([]);
    expect(said('redact', unique([1, 2]))).toEqual([]);
    expect(said('redact', unique([2], 'c'))).toEqual([]);
    expect(said('redact', unique([1]))).toEqual([]);
  });
});
