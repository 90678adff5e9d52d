import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checks } from '../../src/coverage/checks/index.ts';
import type { Check } from '../../src/coverage/types.ts';
import { findingKinds } from '../../src/policy/schema.ts';
import { observe, relation, started, users, verdictOf } from './support.ts';

const maskless = { classes: '{ email: {} }' };

test('the table has one check for each kind of the policy, with ids that only grow', () => {
  expect(checks.map(({ name }) => name)).toEqual([...findingKinds]);
  const ids = checks.map(({ id }) => id);
  expect(ids).toEqual(ids.toSorted());
  expect(new Set(ids).size).toBe(ids.length);
  for (const { id, looksAt } of checks) expect(id).toMatch(looksAt === 'audit' ? /^PGV1\d\d$/ : /^PGV0\d\d$/);
});

test.each([
  ['error', 'fail'],
  ['warning', 'fail'],
  ['never', 'pass'],
] as const)('an error, with fail-on %s: %s', (failOn, result) => {
  expect(verdictOf({ policy: maskless }, { failOn }).result).toBe(result);
});

test.each([
  ['error', 'pass'],
  ['warning', 'fail'],
] as const)('a warning, with fail-on %s: %s', (failOn, result) => {
  const policy = { ...maskless, coverage: '{ severity: { unmasked: warning } }' };
  const verdict = verdictOf({ policy }, { failOn });
  expect(verdict.result).toBe(result);
  expect(verdict.counts).toEqual({ error: 0, warning: 1, note: 0 });
});

test('what could not be looked at is never a pass', () => {
  const unread = [{ what: 'database b', reason: 'connection refused' }];
  expect(verdictOf({ unread })).toMatchObject({ result: 'incomplete', unchecked: unread });
  expect(verdictOf({ unread }, { failOn: 'never' }).result).toBe('incomplete');
  expect(verdictOf({ unread, policy: maskless }).result).toBe('fail');
});

test('a check that throws has not run', () => {
  const broken: Check = {
    ...(checks[0] as Check),
    find: () => {
      throw new Error('no such thing');
    },
  };
  expect(verdictOf({}, { checks: [broken] })).toMatchObject({
    result: 'incomplete',
    unchecked: [{ what: 'check PGV001 (unmasked)', reason: 'no such thing' }],
  });
});

test('a suppression holds until its last day, for its column and its kind of finding', () => {
  const suppressing = (one: string) =>
    verdictOf({ policy: { ...maskless, coverage: `{ suppress: [{ ${one}, reason: agreed }] }` } });
  const whole = suppressing('finding: unmasked, until: 2026-11-24');
  expect(whole).toMatchObject({ result: 'pass', findings: [], suppressed: [{ reason: 'agreed', until: '2026-11-24' }] });
  expect(suppressing('finding: unmasked, column: "*.users.em*", until: 2026-11-24').result).toBe('pass');
  expect(suppressing('finding: unmasked, column: public.users.id, until: 2026-11-24').result).toBe('fail');
  expect(suppressing('finding: superuser, until: 2026-11-24').result).toBe('fail');
  expect(suppressing('finding: unmasked, until: 2026-11-23').result).toBe('fail');
});

test('a suppression reaches a column whose name is quoted', () => {
  const odd = relation(200, 'Odd.Table', [['e mail', { comment: '@class email' }]]);
  const coverage = `{ suppress: [{ finding: unmasked, column: 'public."Odd.Table"."e mail"', until: 2027-01-31, reason: agreed }] }`;
  const verdict = verdictOf({ policy: { ...maskless, columns: '{}', coverage }, relations: [odd] });
  expect(verdict.findings).toEqual([]);
  expect(verdict.suppressed).toHaveLength(1);
});

test('findings come worst first, and in the same order whatever the catalog says first', () => {
  const policy = {
    ...maskless,
    columns: '{ public.users.email: email, public.users.id: email, "*.*.ssn": email }',
    databases: '{ app: { allow-superuser: true, credentials: { reader: { url: "${env:URL}" } } } }',
  };
  const turned = { ...users, columns: users.columns.toReversed() };
  const order = (relations: (typeof users)[]) =>
    verdictOf({ policy, relations }).findings.map(({ id, subject }) => `${id} ${subject}`);
  expect(order([users])).toEqual([
    'PGV001 app/public.users.email',
    'PGV001 app/public.users.id',
    'PGV014 database app',
    'PGV004 classification *.*.ssn',
  ]);
  expect(order([turned])).toEqual(order([users]));
});

test('the verdict says what was looked at', () => {
  const view = relation(300, 'v', ['a'], { kind: 'v' });
  const index = relation(400, 'i', ['a'], { kind: 'i' });
  const system = relation(500, 'pg_stat_activity', ['query'], { schema: 'pg_catalog', kind: 'v' });
  const { scope, checks: ran } = verdictOf({ relations: [users, view, index, system] });
  expect(scope).toEqual([{ database: 'app', relations: 2, columns: 3, classified: 1 }]);
  expect(ran).not.toContain('PGV103');
  expect(verdictOf({}, {}, observe([started])).checks).toContain('PGV103');
});

test('the starter policy names findings that exist', () => {
  const starter = readFileSync(new URL('../../policies/starter.yml', import.meta.url), 'utf8');
  for (const [, name] of starter.matchAll(/finding: ([a-z-]+)/g)) expect(findingKinds).toContain(name);
});
