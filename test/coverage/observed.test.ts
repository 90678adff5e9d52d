import { expect, test } from 'vitest';
import type { AuditEvent, DetectedEvent } from '../../src/audit/types.ts';
import { answered, asked, found, observe, refused, relation, started, users, verdictOf, type Sections } from './support.ts';

const says = (name: string, events: readonly AuditEvent[]): readonly string[] => found(name, {}, observe([started, ...events]));

test('equal statements are put together, with their rows and masks', () => {
  const other = asked(3, { sql: 'SELECT id FROM users', fingerprint: 'f2', columns: [], notes: ['revealed: support'] });
  const observed = observe([started, asked(1), answered(1, 2), asked(2), answered(2, 3), other]);
  expect(observed).toMatchObject({ sessions: 1, statements: 3, rows: 5, rejected: 0, faults: [], raw: [] });
  expect(
    observed.queries.map(({ principal, sql, times, rows, treated, revealed }) => ({
      principal,
      sql,
      times,
      rows,
      treated,
      revealed,
    })),
  ).toEqual([
    {
      principal: 'dev',
      sql: 'SELECT email FROM users',
      times: 2,
      rows: 5,
      treated: [{ class: 'email', treatment: 'mask(email)' }],
      revealed: [],
    },
    { principal: 'dev', sql: 'SELECT id FROM users', times: 1, rows: 0, treated: [], revealed: ['support'] },
  ]);
});

test('a log that begins in the middle still counts', () => {
  expect(observe([asked(1), answered(1, 4)])).toMatchObject({ statements: 1, rows: 4, queries: [{ principal: '?' }] });
});

const column = (source: string, treatment: string) => ({
  name: 'x',
  classes: ['email'],
  sources: [source],
  treatment,
  reason: '',
});

test('PGV101: a value that passed; not a mask, nor what only counts', () => {
  expect(says('seen-raw', [asked(1, { columns: [column('email:derived', 'pass')] })])).toEqual([
    'dev got the result column x as it is, though class email reaches it, in: SELECT email FROM users',
  ]);
  expect(says('seen-raw', [asked(1, { columns: [column('email:count', 'pass')] })])).toEqual([]);
  expect(says('seen-raw', [asked(1)])).toEqual([]);
});

test('PGV102: a fault, once for each statement shape', () => {
  const fault = (statement: number): AuditEvent => ({
    type: 'fault',
    session: 1,
    statement,
    witness: 'server',
    detail: 'column 1',
  });
  expect(says('lineage-fault', [asked(1), fault(1), asked(2), fault(2)])).toEqual([
    'For dev, the server named a classified column that the reading of the statement had missed; it was masked (column 1), in: SELECT email FROM users',
  ]);
  expect(says('lineage-fault', [asked(1)])).toEqual([]);
});

test('PGV103: refusals, counted by rule', () => {
  expect(
    says('refused-statement', [refused(1, 'access.write'), refused(2, 'access.write'), refused(3, 'relation.denied')]),
  ).toEqual([
    '2 statements of dev were refused by rule access.write (update).',
    '1 statement of dev was refused by rule relation.denied (update).',
  ]);
  expect(says('refused-statement', [asked(1)])).toEqual([]);
});

const detected = (more: Partial<DetectedEvent> = {}): AuditEvent => ({
  type: 'detected',
  session: 1,
  statement: 1,
  fingerprint: 'f1',
  column: 'x',
  source: 'public.users.id',
  class: 'email',
  hits: 97,
  of: 100,
  ...more,
});

test('PGV104: values that look personal, once for each column; not where the policy has classified it since', () => {
  expect(says('personal-values', [asked(1), detected({ hits: 3, of: 5 }), detected(), detected({ hits: 9, of: 12 })])).toEqual([
    'unclassified column public.users.id looks like email: 97 of 100 samples',
  ]);
  expect(says('personal-values', [asked(1), detected({ source: 'public.users.email' })])).toEqual([]);
  expect(says('personal-values', [asked(1)])).toEqual([]);
  const exempt = observe([started, asked(1), detected()]);
  expect(found('personal-values', { policy: { columns: '{ public.users.id: none }' } }, exempt)).toEqual([]);
});

test('PGV104: an expression is told by its statement, and a column that is gone by its name', () => {
  const sql = 'SELECT lower(id) AS x FROM users';
  const fingerprint = 'f9';
  expect(says('personal-values', [asked(1, { sql, fingerprint }), detected({ source: undefined, fingerprint })])).toEqual([
    `unclassified result column x of ${sql} looks like email: 97 of 100 samples`,
  ]);
  expect(says('personal-values', [asked(1), detected({ source: 'public.gone.mail', class: 'phone' })])).toEqual([
    'unclassified column public.gone.mail looks like phone: 97 of 100 samples',
  ]);
});

test('PGV104: the lines to write name the class of the policy', () => {
  const { findings } = verdictOf({}, {}, observe([started, asked(1), detected()]));
  expect(findings.find(({ name }) => name === 'personal-values')).toMatchObject({
    severity: 'warning',
    column: { name: 'public.users.id' },
    yaml: '    public.users.id: email',
  });
});

const notes = relation(200, 'notes', ['id', 'body']);
const tags = relation(300, 'odd tags', ['id']);

const uncovered = (events: readonly AuditEvent[], policy: Sections = {}): readonly string[] =>
  found('uncovered-relation', { relations: [users, notes, tags], policy }, observe([started, ...events]));

test('PGV105: tables that agents reached and of which the policy says nothing, in one note', () => {
  expect(
    uncovered([
      asked(1, { fingerprint: 'f2', relations: ['public.users', 'public.notes'] }),
      asked(2, { fingerprint: 'f3', relations: ['public.odd tags'] }),
      asked(3, { fingerprint: 'f3', relations: ['public.odd tags'] }),
    ]),
  ).toEqual([
    '3 statements of dev reached public."odd tags" and public.notes, of which no line of the policy speaks: agents see every column.',
  ]);
});

test('PGV105: not where a class, `none` or a grant speaks of it, nor for what was refused or is gone', () => {
  const reads = asked(1, { relations: ['public.notes'] });
  expect(uncovered([asked(1)])).toEqual([]);
  expect(uncovered([reads], { columns: '{ public.users.email: email, "public.notes.*": none }' })).toEqual([]);
  expect(uncovered([reads], { grants: '[{ to: [dev], relations: { allow: [public.notes, "public.u*"] } }]' })).toEqual([]);
  expect(uncovered([reads], { grants: '[{ to: [dev], relations: { allow: ["public.*"] } }]' })).toHaveLength(1);
  expect(uncovered([{ ...refused(1, 'relation.denied'), relations: ['public.notes'] }])).toEqual([]);
  expect(uncovered([asked(1, { relations: ['public.gone'] })])).toEqual([]);
});

test('without an audit its checks do not run, and the verdict does not claim them', () => {
  expect(found('refused-statement', {})).toEqual([]);
});

test('an agent that never sends the same twice does not fill the memory', () => {
  const many = Array.from({ length: 5_010 }, (_, index) => asked(index + 1, { sql: `SELECT ${String(index)}` }));
  const observed = observe([started, ...many, answered(5_010, 3)]);
  expect(observed.queries).toHaveLength(5_000);
  expect(observed).toMatchObject({ statements: 5_010, unlisted: 10, rows: 3 });
});
