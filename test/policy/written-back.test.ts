/** Parameters that are assigned to veiled columns: what a Bind may give them. */
import { expect, test } from 'vitest';
import type { Write } from '../../src/lineage/types.ts';
import { decide } from '../../src/policy/decide.ts';
import { write } from './builders.ts';
import { contextFor, email, id, name, notes } from './support.ts';

const token = 'u_0123456789ab@masked.invalid';

/** `number class`, for those parameters that may not have the value. */
const refused = (assigned: Partial<Write>, value: string, format: 0 | 1 = 0, grant = ''): readonly string[] => {
  const plan = decide(write(assigned), contextFor(`access: write\n${grant}`));
  if (plan.kind === 'refuse') throw new Error(plan.refusal.rule);
  const found = plan.assigned?.filter(({ isMasked }) => isMasked(Buffer.from(value), format));
  return (found ?? []).map((one) => `${String(one.number)} ${one.class}`);
};

test('each is judged by the mask of its column', () => {
  expect(refused({ target: email, parameters: [2, 3] }, token)).toEqual(['2 email', '3 email']);
  expect(refused({ target: email, parameters: [2] }, token, 1)).toEqual(['2 email']);
  expect(refused({ target: name, parameters: [1] }, token)).toEqual([]);
  expect(refused({ target: name, parameters: [1] }, 'A****')).toEqual(['1 name']);
  expect(refused({ target: notes, parameters: [1] }, '***')).toEqual(['1 free-text']);
  expect(refused({ target: notes, parameters: [1] }, '*** urgent ***')).toEqual([]);
});

test('columns without a class, and those that are revealed, take anything', () => {
  expect(refused({ target: id, parameters: [1] }, '***')).toEqual([]);
  const reveal = 'reveal: [{ class: free-text, reason: r, until: 2027-01-01 }]';
  expect(refused({ target: notes, parameters: [1] }, '***', 0, reveal)).toEqual([]);
});

test('a statement without such parameters says nothing of them', () => {
  expect(decide(write({ target: id, parameters: [1] }), contextFor('access: write'))).not.toHaveProperty('assigned');
  expect(decide(write({ target: email, parameters: [] }), contextFor('access: write'))).not.toHaveProperty('assigned');
});
