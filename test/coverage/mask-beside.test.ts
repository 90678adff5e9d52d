import { describe, expect, test } from 'vitest';
import { found, relation } from './support.ts';

describe('PGV026 mask-beside', () => {
  const said = (mask: string, { columns = ['id', 'email'], kind = 'r', access = 'read', more = '' } = {}): readonly string[] =>
    found('mask-beside', {
      relations: [{ ...relation(100, 'users', columns), kind: kind as 'r' }],
      policy: {
        classes: `{ email: { mask: ${mask} }, plan: { mask: hash } }`,
        columns: `{ public.users.email: email${more} }`,
        grants: `[{ to: [dev], access: ${access} }]`,
      },
    });
  const shift = '{ date-shift: { subject: [patient_id, id] } }';
  const byColumn = '{ when: { column: sort, matches: [open], then: keep } }';
  const byClass = '{ when: { class: plan, matches: [open], then: keep } }';

  test('a table without the column', () => {
    expect(said(byColumn)).toEqual([
      'Mask when of class email goes by another column, and the table has no sort: dev gets public.users.email redacted.',
    ]);
    expect(said(shift, { columns: ['email'] })).toEqual([
      expect.stringContaining('and the table has no patient_id or id: dev gets public.users.email redacted'),
    ]);
  });

  test('a table without a column of the class, or with two', () => {
    const one = { columns: ['a', 'b', 'email'], more: ', public.users.a: plan' };
    expect(said(byClass)).toEqual([expect.stringContaining('and the table has not just one column of class plan')]);
    expect(said(byClass, one)).toEqual([]);
    expect(said(byClass, { ...one, more: ', public.users.a: plan, public.users.b: plan' })).toHaveLength(1);
  });

  test('a view, and a grant that may write', () => {
    expect(said(shift, { kind: 'v' })).toEqual([expect.stringContaining('and the rows of a view are not stored')]);
    expect(said(shift, { access: 'write' })).toEqual([expect.stringContaining('and the grant may write that column')]);
  });

  test('not where the column is there, nor for masks that go by the value', () => {
    expect(said(shift)).toEqual([]);
    expect(said('date-shift')).toEqual([]);
    expect(said("{ when: { matches: ['a*'], then: keep } }", { access: 'write' })).toEqual([]);
  });
});
