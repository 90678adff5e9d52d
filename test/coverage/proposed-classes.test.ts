import { expect, test } from 'vitest';
import { proposeClasses, type Assigned } from '../../src/coverage/proposed-classes.ts';
import { catalogOf, relation } from '../policy/support.ts';

const varchar = (length: number) => ({ type: 1043, typmod: length + 4 });

/** Columns of one table, by their types. */
const assigned = (className: string, types: readonly object[], isSaid = false): readonly Assigned[] =>
  relation(
    1,
    't',
    types.map((type, index) => [`c${String(index)}`, type]),
  ).columns.map((column) => ({ column, class: className, isSaid }));

const proposed = (...all: readonly Assigned[]) => {
  const { masks, classOf } = proposeClasses(all, catalogOf([]));
  return { masks: Object.fromEntries(masks), classes: all.map((one) => classOf(one)) };
};

test('the usual mask, in the order of names', () => {
  expect(proposed(...assigned('phone', [{}, varchar(20)]), ...assigned('email', [{}]))).toEqual({
    masks: { email: 'email', phone: '{ partial: { last: 2, separators: keep } }' },
    classes: ['phone', 'phone', 'email'],
  });
});

test('columns that it does not suit do not take it from the others', () => {
  expect(proposed(...assigned('phone', [varchar(20), varchar(4), { type: 20 }]))).toEqual({
    masks: { phone: '{ partial: { last: 2, separators: keep } }', 'phone-redacted': 'redact' },
    classes: ['phone', 'phone-redacted', 'phone-redacted'],
  });
});

test('redaction where it suits none, or the database names the class of one that it does not suit', () => {
  expect(proposed(...assigned('phone', [{ type: 20 }]))).toEqual({ masks: { phone: 'redact' }, classes: ['phone'] });
  expect(proposed(...assigned('phone', [{}]), ...assigned('phone', [{ type: 20 }], true))).toEqual({
    masks: { phone: 'redact' },
    classes: ['phone', 'phone'],
  });
  expect(proposed(...assigned('gov_id', [{}]))).toEqual({ masks: { gov_id: 'redact' }, classes: ['gov_id'] });
});
