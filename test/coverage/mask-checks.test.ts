import { describe, expect, test } from 'vitest';
import type { Column, Constraint } from '../../src/catalog/types.ts';
import { found, relation, verdictOf } from './support.ts';

describe('PGV008 mask-type, of masks inside others', () => {
  const said = (mask: string, type: number): readonly string[] =>
    found('mask-type', {
      relations: [relation(100, 'users', ['id', ['email', { type }]])],
      policy: { classes: `{ email: { mask: ${mask} } }` },
    });
  const [text, json, boolean] = [25, 114, 16];

  test('one that does nothing where it stands', () => {
    expect(said('{ json: { paths: { $.born: date-shift, $.id: hash } } }', json)).toEqual([
      'Mask date-shift inside json of class email does not work on public.users.email (type 114): dev gets what it masks redacted.',
    ]);
    expect(said("{ when: { matches: ['a*'], then: redact, otherwise: { bucket: { width: 10 } } } }", text)).toEqual([
      expect.stringContaining('Mask bucket inside when of class email'),
    ]);
  });

  test('the outer one, where it does nothing itself', () => {
    expect(said('{ json: { paths: { $.born: date-shift } } }', boolean)).toEqual([
      expect.stringContaining('Mask json of class email does not work'),
    ]);
  });

  test('not one that works on numbers or text of JSON, that is kept, or that redacts and says so', () => {
    const paths = '{ $.age: { bucket: { width: 10 } }, $.name: fake-name, $.plan: keep, $.ssn: redact, $.note: "null" }';
    expect(said(`{ json: { paths: ${paths} } }`, json)).toEqual([]);
  });
});

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
  const key = (attnums: readonly number[], kind: 'p' | 'u' | 'c' = 'u'): Constraint => ({
    name: `users_key${String(attnums.length)}`,
    kind,
    attnums,
    foreignRelation: 0,
    foreignAttnums: [],
    deferrable: false,
  });
  const said = (
    mask: string,
    constraints: readonly Constraint[],
    email: Partial<Column> = {},
    columns = '{ public.users.email: email }',
  ): readonly string[] =>
    found('mask-unique', {
      relations: [relation(100, 'users', ['id', ['email', email], 'tenant'], { constraints })],
      policy: { classes: `{ email: { mask: ${mask} } }`, columns },
    });

  test('a mask that makes different values equal', () => {
    expect(said('{ partial: { first: 1 } }', [key([2])])).toEqual([
      'public.users.email is unique (users_key1), and mask partial of class email can make different values equal: a dump that dev takes breaks the constraint where it is restored.',
    ]);
    expect(said('redact', [key([2], 'p')])).toHaveLength(1);
  });

  test('a token with few bits', () => {
    const rows = (mask: string, column: Partial<Column>): string | undefined =>
      /two of ([\d,]+) rows/.exec(said(mask, [key([2])], column).join(''))?.[1];
    expect(rows('hash', { type: 21 })).toBe('26');
    expect(rows('hash', { type: 23 })).toBe('6,600');
    expect(rows('hash', { type: 1700, typmod: (6 << 16) + 4 })).toBe('140');
    expect(rows('hash', { type: 1043, typmod: 8 + 4 })).toBe('9,300');
    expect(rows('{ hash: { length: 8 } }', {})).toBe('9,300');
    expect(rows('email', { type: 1043, typmod: 25 + 4 })).toBe('9,300');
    for (const type of [20, 2950, 17, 25]) expect(rows('hash', { type })).toBeUndefined();
    expect(rows('{ email: { domain: drop } }', { type: 1043, typmod: 25 + 4 })).toBeUndefined();
  });

  test('a shift of dates, where it is another for each row', () => {
    expect(said('date-shift', [key([2])], { type: 1082 })).toEqual([]);
    expect(said('{ date-shift: { subject: id } }', [key([2])], { type: 1082 })).toHaveLength(1);
  });

  test('a column that is unique together with others', () => {
    expect(said('redact', [key([2, 3])])).toEqual([
      'public.users.email is unique together with tenant (users_key2), and mask redact of class email can make different values equal: a dump that dev takes breaks the constraint where it is restored, unless the rows differ in what is left of it.',
    ]);
    // Both are masked: the first speaks for the constraint.
    expect(said('redact', [key([2, 3])], {}, '{ "public.users.*": email }')).toHaveLength(1);
    // Of two constraints the one that surely breaks.
    expect(said('redact', [key([2, 3]), key([2])])).toEqual([expect.stringContaining('(users_key1)')]);
  });

  test('not a joinable one, nor where the rest of the constraint is unique, nor a column that is in none', () => {
    expect(said('email', [key([2])])).toEqual([]);
    expect(said('redact', [key([1], 'p'), key([1, 2])])).toEqual([]);
    expect(said('redact', [key([1], 'p'), key([2, 1, 3])])).toEqual([]);
    expect(said('redact', [key([2], 'c')])).toEqual([]);
    expect(said('redact', [key([1])])).toEqual([]);
  });
});
