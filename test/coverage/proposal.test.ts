import { expect, test } from 'vitest';
import type { Column } from '../../src/catalog/types.ts';
import { proposedMaskFor } from '../../src/coverage/proposal.ts';
import { catalogOf, relation } from '../policy/support.ts';

const proposed = (className: string, ...columns: readonly Partial<Column>[]): string => {
  const table = relation(
    1,
    't',
    columns.map((column, index) => [`c${String(index)}`, column]),
  );
  return proposedMaskFor(className, table.columns, catalogOf([table]));
};

const varchar = (length: number): Partial<Column> => ({ type: 1043, typmod: length + 4 });

test.each([
  ['email', varchar(40), 'email'],
  ['work-email', varchar(40), 'email'],
  ['username', varchar(40), 'hash'],
  ['person_name', varchar(40), '{ partial: { first: 1 } }'],
  ['postal_code', varchar(6), '{ partial: { first: 2 } }'],
  ['gov_id', varchar(40), 'redact'],
  ['date_of_birth', { type: 1082 }, '{ date-truncate: { to: year } }'],
])('%s', (className, column, mask) => {
  expect(proposed(className, column)).toBe(mask);
});

test('redaction where the usual mask does not fit a column, or gives too much away on one', () => {
  expect(proposed('username', varchar(40), varchar(4))).toBe('redact');
  expect(proposed('card', varchar(19))).toBe('{ partial: { last: 4 } }');
  expect(proposed('card', varchar(19), varchar(8))).toBe('redact');
});
