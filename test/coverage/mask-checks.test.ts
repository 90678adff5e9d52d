import { describe, expect, test } from 'vitest';
import { found, relation, type Given } from './support.ts';

describe('PGV020 mask-strength', () => {
  const pins = (type: number, typmod: number): NonNullable<Given['relations']> => [
    relation(100, 'users', ['id', ['email', { type, typmod }]]),
  ];
  const said = (mask: string, type: number, typmod: number): readonly string[] =>
    found('mask-strength', { relations: pins(type, typmod), policy: { classes: `{ email: { mask: ${mask} } }` } });
  const numeric = (scale: number): number => ((10 << 16) | scale) + 4;

  test('half of a PIN', () => {
    expect(said('{ partial: { last: 2 } }', 1043, 4 + 4)).toEqual([
      'Mask partial of class email gives too much away on public.users.email: of at most 4 characters 2 can show, and those that are hidden can be tried out.',
    ]);
  });

  test.each([
    ['{ round: { to: 1 } }', 20, -1],
    ['{ bucket: { width: 1 } }', 21, -1],
    ['{ noise: { amount: 0.4 } }', 23, -1],
    ['{ round: { to: 0.01 } }', 1700, numeric(2)],
  ])('%s on type %i leaves values as they are', (mask, type, typmod) => {
    expect(said(mask, type, typmod)).toHaveLength(1);
  });

  test.each([
    ['{ partial: { last: 4 } }', 1043, 19 + 4],
    ['{ partial: { last: 4 } }', 1043, 4 + 4],
    ['{ noise: { amount: 0.9 } }', 23, -1],
    ['{ partial: { last: 2 } }', 25, -1],
    ['partial', 1043, 4 + 4],
    ['redact', 1043, 4 + 4],
    ['{ round: { to: 10 } }', 20, -1],
    ['{ round: { to: 0.1 } }', 1700, numeric(2)],
    ['{ round: { to: 0.1 } }', 1700, -1],
    ['{ round: { to: 1 } }', 701, -1],
    ['{ round: { to: 1 } }', 25, -1],
  ])('%s on type %i does not', (mask, type, typmod) => {
    expect(said(mask, type, typmod)).toEqual([]);
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
