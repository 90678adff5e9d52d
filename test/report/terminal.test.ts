import { expect, test } from 'vitest';
import { terminal, type Paint } from '../../src/report/terminal.ts';
import { finding, hostileFindings, observed, query, report, verdict } from './support.ts';

const plain: Paint = (_, text) => text;

test('a pass', () => {
  expect(terminal(report(), plain)).toBe(`pass: 0 errors, 0 warnings, 0 notes (fails on error)

app: 2 relations, 9 columns, 1 of them classified
`);
});

test('findings by table, in the order of the worst of each; what else there is', () => {
  const orders = { database: 'app', key: '101.2' as const, relation: 'public.orders', name: 'public.orders.note' };
  const findings = [
    finding(),
    finding({ message: 'public.orders.note has no class.', column: orders, yaml: undefined }),
    finding({ id: 'PGV014', name: 'superuser', severity: 'warning', message: 'Superuser.', column: undefined, yaml: undefined }),
    finding({ id: 'PGV008', name: 'mask-type', severity: 'warning', message: 'It does not fit.', yaml: 'classes:\n  a: {}' }),
  ];
  const suppressed = [{ finding: finding(), reason: 'agreed', until: '2027-01-31' }];
  const unchecked = [{ what: 'database b', reason: 'connection refused' }];
  const problems = [{ code: 'PGVEIL_AUDIT', message: 'The audit does not verify.', remedy: 'Look at it.' }];
  const text = terminal(
    report({ problems, verdict: verdict(findings, { suppressed, unchecked }), observed: observed([query()]) }),
    plain,
  );
  expect(text).toBe(`fail: 2 errors, 2 warnings, 0 notes (fails on error)

PGVEIL_AUDIT The audit does not verify.
  Look at it.

not checked database b: connection refused

app: public.users
  error PGV001 unmasked .github/pgveil.yml:7:3
    public.users.email holds class email, which has no mask.
    Give class email a mask.
    +   email: { mask: email }
  warning PGV008 mask-type .github/pgveil.yml:7:3
    It does not fit.
    Give class email a mask.
    + classes:
    +   a: {}

app: public.orders
  error PGV001 unmasked .github/pgveil.yml:7:3
    public.orders.note has no class.
    Give class email a mask.

.github/pgveil.yml
  warning PGV014 superuser .github/pgveil.yml:7:3
    Superuser.
    Give class email a mask.

suppressed until 2027-01-31: PGV001 app/public.users.email: agreed
app: 2 relations, 9 columns, 1 of them classified
the run: 1 session, 3 statements, 3 rows
`);
});

test('what is painted, and that paint alone is added', () => {
  const findings = [finding(), finding({ severity: 'warning' }), finding({ severity: 'note' })];
  const one = report({ verdict: verdict(findings), problems: [{ code: 'PGVEIL_AUDIT', message: 'Broken.', remedy: undefined }] });
  const painted: string[] = [];
  terminal(one, (style, text) => {
    painted.push(`${style} ${text}`);
    return text;
  });
  expect(painted).toEqual([
    'red fail',
    'red PGVEIL_AUDIT',
    'bold app: public.users',
    'red error',
    'dim .github/pgveil.yml:7:3',
    'green     +   email: { mask: email }',
    'yellow warning',
    'dim .github/pgveil.yml:7:3',
    'green     +   email: { mask: email }',
    'dim note',
    'dim .github/pgveil.yml:7:3',
    'green     +   email: { mask: email }',
    'dim app: 2 relations, 9 columns, 1 of them classified',
  ]);
  expect(terminal(one, (_, text) => `<${text}>`).replaceAll(/<|>/g, '')).toBe(terminal(one, plain));
});

test('hostile names move no cursor and begin no line of their own', () => {
  const titles = terminal(report({ verdict: verdict(hostileFindings) }), plain)
    .split('\n')
    .filter((line) => line.startsWith('app: '));
  expect(titles).toEqual([
    'app: "; drop table users; --',
    'app: a|b\\|c',
    'app: ``` `code` ```',
    `app: <script>alert("1")</script>&amp;'`,
    'app: first\\nsecond\\r\\n::error::third\\u{1b}[31m\\u{202e}',
    'app: 🙈🙉🙊',
    `app: ${'x'.repeat(63)}`,
    'app: **bold** [link](https://evil.example) @octocat #1 _it_ www.evil.example',
    'app: 2 relations, 9 columns, 1 of them classified',
  ]);
});
