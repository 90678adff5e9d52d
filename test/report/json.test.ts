import { expect, test } from 'vitest';
import { json } from '../../src/report/json.ts';
import { finding, hostile, hostileFindings, observed, query, report, verdict } from './support.ts';

test('the whole report, by the members of version 1', () => {
  const suppressed = [{ finding: finding({ column: undefined, yaml: undefined }), reason: 'agreed', until: '2027-01-31' }];
  const text = json(
    report({
      verdict: verdict([finding()], { suppressed, known: [{ finding: finding(), by: 'baseline' }] }),
      observed: observed([query()]),
    }),
  );
  const shown = {
    id: 'PGV001',
    name: 'unmasked',
    severity: 'error',
    message: 'public.users.email holds class email, which has no mask.',
    file: '.github/pgveil.yml',
    line: 7,
    column: 3,
    database: 'app',
    relation: 'public.users',
    columnName: 'public.users.email',
    subject: 'app/public.users.email',
    remedy: 'Give class email a mask.',
    yaml: '  email: { mask: email }',
  };
  expect(JSON.parse(text)).toEqual({
    version: 1,
    tool: { name: 'pgveil', version: '1.2.3' },
    policy: '.github/pgveil.yml',
    result: 'fail',
    problems: [],
    gate: {
      result: 'fail',
      failOn: 'error',
      counts: { error: 1, warning: 0, note: 0 },
      checks: ['PGV001', 'PGV014'],
      databases: [{ database: 'app', relations: 2, columns: 9, classified: 1 }],
      unchecked: [],
      findings: [shown],
      known: [{ by: 'baseline', finding: shown }],
      suppressed: [
        {
          reason: 'agreed',
          until: '2027-01-31',
          finding: { ...shown, database: null, relation: null, columnName: null, yaml: null },
        },
      ],
    },
    run: {
      sessions: 1,
      statements: 3,
      rows: 3,
      rejected: 0,
      unlisted: 0,
      queries: [
        {
          principal: 'ci-agent',
          database: 'app',
          sql: 'SELECT email FROM users WHERE id = ?',
          kind: 'select',
          times: 3,
          rows: 3,
          relations: ['public.users'],
          treated: [{ class: 'email', treatment: 'mask(email)' }],
          revealed: [],
          refusal: null,
        },
      ],
      faults: [],
    },
  });
});

test('hostile names come back as they are', () => {
  const { gate } = JSON.parse(json(report({ verdict: verdict(hostileFindings) }))) as {
    gate: { findings: { columnName: string }[] };
  };
  expect(gate.findings.map(({ columnName }) => columnName)).toEqual(Object.values(hostile));
});
