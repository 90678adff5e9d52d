import type { AuditEvent, StatementEvent } from '../../../src/audit/types.ts';
import { result, sessionStart, statement } from '../../audit/support.ts';

type Column = StatementEvent['columns'][number];

export const column = (name: string, more: Partial<Column> = {}): Column => ({
  name,
  classes: [],
  sources: [],
  sourceColumns: [],
  treatment: 'pass',
  reason: 'no classified source',
  ...more,
});

const email = column('email', {
  classes: ['email'],
  sources: ['email:identity'],
  sourceColumns: ['public.customers.email'],
  treatment: 'mask(email)',
  reason: 'class email',
});

const contact = column('contact', {
  classes: ['person_name', 'email'],
  sources: ['person_name:derived', 'email:derived'],
  sourceColumns: ['public.customers.full_name', 'public.customers.email'],
  treatment: 'redact',
  reason: 'holds several classes: person_name, email',
});

/** A job as an agent might have it: looks, joins, counts, is refused, fails. */
export const jobEvents: readonly AuditEvent[] = [
  { type: 'catalog', database: 'shop', version: '3f2a' },
  { type: 'auth-failed', user: 'oidc', database: 'shop', reason: 'the token has expired' },
  sessionStart(1, {
    database: 'shop',
    claims: { repository: 'acme/shop', run_id: '8812', event_name: 'pull_request', ref: 'refs/pull/7/merge' },
  }),
  statement(1, 1, {
    sql: 'SELECT table_name FROM information_schema.tables WHERE table_schema = $1 ORDER BY 1',
    relations: ['information_schema.tables'],
    columns: [column('table_name')],
  }),
  result(1, 1, { rows: 14, bytes: 420, milliseconds: 6, tag: 'SELECT 14', sample: [['customers'], ['orders'], ['invoices']] }),
  statement(1, 2, {
    sql: "SELECT c.id, c.email, c.full_name || ' <' || c.email || '>' AS contact,\n       count(o.phone) AS phones, c.created_at\nFROM customers c\nLEFT JOIN orders o ON o.customer_id = c.id\nWHERE c.created_at > $1\nGROUP BY c.id\nORDER BY c.created_at DESC\nLIMIT $2".replace(
      /' <'|'>'/g,
      '$3',
    ),
    relations: ['public.customers', 'public.orders'],
    columns: [
      column('id'),
      email,
      contact,
      column('phones', {
        classes: ['phone'],
        sources: ['phone:count'],
        sourceColumns: ['public.orders.phone'],
        reason: 'counts or presence of class phone only',
      }),
      column('created_at'),
    ],
  }),
  result(1, 2, {
    rows: 25,
    bytes: 3_214,
    milliseconds: 41,
    tag: 'SELECT 25',
    sample: [
      ['1', 'k3x9@masked.example', '[redacted]', '2', '2026-11-02 09:14:00+00'],
      ['2', 'p01q@masked.example', '[redacted]', '0', '2026-11-01 17:40:12+00'],
      ['3', null, '[redacted]', '1', '2026-10-30 08:00:00+00'],
    ],
  }),
  sessionStart(2, { database: 'shop', application: 'migrate', claims: { repository: 'acme/shop', run_id: '8812' } }),
  statement(2, 1, {
    kind: 'update',
    sql: 'UPDATE customers SET email = $1 WHERE id = $2',
    relations: ['public.customers'],
    columns: [],
    verdict: 'refuse',
    refusal: {
      rule: 'access.write',
      sqlstate: '42501',
      message: 'pgveil refuses the statement: agent may only read (rule access.write)',
      hint: 'Ask for a grant with access: write, or leave the change to a migration that a person runs.',
    },
  }),
  statement(1, 3, {
    kind: 'select',
    sql: 'SELECT left(ssn, 3) AS prefix, count(*) FROM employees GROUP BY 1',
    relations: ['hr.employees'],
    columns: [
      column('prefix', {
        classes: ['national_id'],
        sources: ['national_id:derived'],
        sourceColumns: ['hr.employees.ssn'],
        treatment: 'redact',
        reason: 'computed from class national_id (left)',
      }),
      column('count'),
    ],
    notes: ['1 look-up of the budget used'],
  }),
  { type: 'fault', session: 1, statement: 3, witness: 'server', detail: 'the server names hr.employees.ssn for prefix' },
  result(1, 3, { rows: 9, bytes: 180, milliseconds: 12, tag: 'SELECT 9' }),
  statement(1, 4, { sql: 'SELECT * FROM custmers', relations: [], columns: [] }),
  result(1, 4, { rows: 0, bytes: 0, milliseconds: 2, sqlstate: '42P01', tag: undefined }),
  statement(1, 5, { columns: [column('id'), email] }),
  result(1, 5, { rows: 1, bytes: 61, milliseconds: 3 }),
  { type: 'session-end', session: 2, reason: 'client', statements: 1 },
  statement(2, 1, { session: 3, sql: 'SELECT 1', relations: [], columns: [column('?column?')] }),
  { type: 'session-end', session: 1, reason: 'client', statements: 5 },
];

/** One long session. */
export const manyStatements = function* (count: number): Generator<AuditEvent, void> {
  yield sessionStart(1);
  for (let number = 1; number <= count; number += 1) {
    const refused = number % 10 === 0;
    yield statement(1, number, {
      sql: `SELECT id, email FROM customers WHERE id = $1 /* ${String(number % 97)} */`,
      columns: [column('id'), email],
      ...(refused
        ? { verdict: 'refuse', columns: [], refusal: { rule: 'access.write', sqlstate: '42501', message: 'no', hint: 'ask' } }
        : {}),
    });
    if (!refused) yield result(1, number);
  }
  yield { type: 'session-end', session: 1, reason: 'client', statements: count };
};
