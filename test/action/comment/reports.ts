import type { Finding, Verdict } from '../../../src/coverage/types.ts';
import type { Report } from '../../../src/report/model.ts';

export const finding = (column: string, line: number): Finding => ({
  id: 'PGV001',
  name: 'unmasked',
  severity: 'error',
  subject: column,
  message: `${column} holds class email, which has no mask.`,
  position: { line, column: 3 },
  column: { database: 'shop', relation: 'shop.people', name: column, key: '1.2' },
  remedy: 'Give class email a mask.',
  yaml: '  email: { mask: email }',
  file: '.github/pgveil.yml',
});

export const verdict = (result: Verdict['result'], findings: readonly Finding[]): Report => ({
  version: '1.2.3',
  policy: '.github/pgveil.yml',
  verdict: {
    result,
    failOn: 'error',
    counts: { error: findings.length, warning: 0, note: 0 },
    findings,
    suppressed: [],
    known: [],
    unchecked: [],
    checks: ['PGV001'],
    scope: [],
  },
  observed: undefined,
  problems: [],
});
