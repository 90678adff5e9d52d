import { expect, it } from 'vitest';
import { inTotoStatement, testResult } from '../../src/report/in-toto.ts';
import type { Report } from '../../src/report/model.ts';
import { finding, observed, query, report, verdict } from './support.ts';

const audit = {
  name: 'audit.jsonl',
  sha256: 'a'.repeat(64),
  head: { records: 12, root: 'b'.repeat(64), publicKey: 'MCow' },
};
const attest = (made: Report, more: Partial<typeof audit> | { head: undefined } = {}): object =>
  testResult({
    report: made,
    audit: { ...audit, ...more },
    policyDigest: 'c'.repeat(64),
    url: 'https://github.com/acme/shop/actions/runs/42',
  });

it('is a statement about the audit, with a Test Result', () => {
  const statement = inTotoStatement({
    report: report({ observed: observed([query()]) }),
    audit,
    policyDigest: 'c'.repeat(64),
    url: 'https://github.com/acme/shop/actions/runs/42',
  });
  expect(statement).toEqual({
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: 'audit.jsonl', digest: { sha256: 'a'.repeat(64) } }],
    predicateType: 'https://in-toto.io/attestation/test-result/v0.1',
    predicate: {
      result: 'PASSED',
      configuration: [{ name: '.github/pgveil.yml', digest: { sha256: 'c'.repeat(64) } }],
      url: 'https://github.com/acme/shop/actions/runs/42',
      passedTests: ['PGV001', 'PGV014'],
      warnedTests: [],
      failedTests: [],
      pgveil: {
        version: '1.2.3',
        outcome: 'pass',
        counts: { error: 0, warning: 0, note: 0 },
        problems: [],
        auditHead: audit.head,
        run: { sessions: 1, statements: 3, rows: 3 },
      },
    },
  });
});

it.each<[string, Report, string]>([
  ['warnings alone are a warning', report({ verdict: verdict([finding({ severity: 'warning' })]) }), 'WARNED'],
  ['an error fails', report({ verdict: verdict([finding()]) }), 'FAILED'],
  ['a gate that came to no verdict fails', report({ verdict: undefined }), 'FAILED'],
  ['a verdict that is incomplete fails', report({ verdict: verdict([], { result: 'incomplete' }) }), 'FAILED'],
  [
    'a run that is not to be trusted fails',
    report({ problems: [{ code: 'PGVEIL_AUDIT', message: 'm', remedy: undefined }] }),
    'FAILED',
  ],
])('%s', (_, made, result) => {
  expect(attest(made)).toMatchObject({ result });
});

it('sorts the checks by their worst finding, and names no column of one', () => {
  const findings = [finding({ severity: 'warning' }), finding(), finding({ id: 'PGV014', severity: 'warning' })];
  const predicate = attest(report({ verdict: verdict(findings, { checks: ['PGV001', 'PGV014', 'PGV015'] }) }));
  expect(predicate).toMatchObject({ passedTests: ['PGV015'], warnedTests: ['PGV014'], failedTests: ['PGV001'] });
  expect(JSON.stringify(predicate)).not.toContain('users.email');
});

it('has no head of a log that does not verify', () => {
  expect(attest(report(), { head: undefined })).toMatchObject({ pgveil: { auditHead: null } });
});
