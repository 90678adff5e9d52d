import type { ObservedQuery, Observed } from '../../src/coverage/observe.ts';
import type { Finding, Verdict } from '../../src/coverage/types.ts';
import type { Report } from '../../src/report/model.ts';

/** Names that a database may have, and that mean something in one form or another. */
export const hostile = {
  sql: '"; drop table users; --',
  bar: 'a|b\\|c',
  backticks: '``` `code` ```',
  script: `<script>alert("1")</script>&amp;'`,
  lines: 'first\nsecond\r\n::error::third\u001b[31m\u202e',
  emoji: '🙈🙉🙊',
  long: 'x'.repeat(63),
  markup: '**bold** [link](https://evil.example) @octocat #1 _it_ www.evil.example',
} as const;

export const finding = (more: Partial<Finding> = {}): Finding => ({
  id: 'PGV001',
  name: 'unmasked',
  severity: 'error',
  subject: 'app/public.users.email',
  message: 'public.users.email holds class email, which has no mask.',
  file: '.github/pgveil.yml',
  position: { line: 7, column: 3 },
  column: { database: 'app', key: '100.2', relation: 'public.users', name: 'public.users.email' },
  remedy: 'Give class email a mask.',
  yaml: '  email: { mask: email }',
  ...more,
});

export const verdict = (findings: readonly Finding[] = [], more: Partial<Verdict> = {}): Verdict => {
  const count = (severity: string): number => findings.filter((one) => one.severity === severity).length;
  return {
    result: count('error') > 0 ? 'fail' : 'pass',
    failOn: 'error',
    counts: { error: count('error'), warning: count('warning'), note: count('note') },
    findings,
    suppressed: [],
    known: [],
    unchecked: [],
    checks: ['PGV001', 'PGV014'],
    scope: [{ database: 'app', relations: 2, columns: 9, classified: 1 }],
    ...more,
  };
};

export const query = (more: Partial<ObservedQuery> = {}): ObservedQuery => ({
  principal: 'ci-agent',
  database: 'app',
  sql: 'SELECT email FROM users WHERE id = ?',
  kind: 'select',
  times: 3,
  rows: 3,
  relations: ['public.users'],
  treated: [{ class: 'email', treatment: 'mask(email)' }],
  revealed: [],
  refusal: undefined,
  ...more,
});

export const observed = (queries: readonly ObservedQuery[], more: Partial<Observed> = {}): Observed => ({
  sessions: 1,
  statements: queries.reduce((sum, { times }) => sum + times, 0),
  rows: queries.reduce((sum, { rows }) => sum + rows, 0),
  rejected: 0,
  unlisted: 0,
  queries,
  faults: [],
  raw: [],
  detected: [],
  ...more,
});

export const report = (more: Partial<Report> = {}): Report => ({
  version: '1.2.3',
  policy: '.github/pgveil.yml',
  verdict: verdict(),
  observed: undefined,
  problems: [],
  ...more,
});

/** A finding that is hostile wherever it can be. */
export const hostileFindings: readonly Finding[] = Object.entries(hostile).map(([kind, name]) =>
  finding({
    subject: `app/${name}`,
    message: `${name} holds class ${kind}.`,
    column: { database: 'app', key: '100.2', relation: name, name },
    yaml: `  ${JSON.stringify(name)}: email`,
  }),
);
