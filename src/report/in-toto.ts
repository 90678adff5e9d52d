/**
 * What the gate says of an audit, as an in-toto Statement (in-toto attestation v1, layer Statement) with the vetted
 * predicate Test Result. actions/attest takes the predicate and the audit, and signs.
 */
import type { Head } from '../audit/types.ts';
import type { Severity } from '../policy/schema.ts';
import { outcomeOf, type Report } from './model.ts';

export const predicateType = 'https://in-toto.io/attestation/test-result/v0.1';

export interface AttestedAudit {
  /** Of the file, without its directory. */
  readonly name: string;
  /** Hex SHA-256 of the file. */
  readonly sha256: string;
  /** Undefined where the log does not verify. */
  readonly head: Pick<Head, 'records' | 'root' | 'publicKey'> | undefined;
}

export interface Attested {
  readonly report: Report;
  readonly audit: AttestedAudit;
  /** Hex SHA-256 of the policy that was in force. */
  readonly policyDigest: string;
  /** The page of the run. */
  readonly url: string;
}

/** A verdict that was not reached is no pass. */
const resultOf = (report: Report): 'PASSED' | 'WARNED' | 'FAILED' => {
  if (outcomeOf(report) !== 'pass') return 'FAILED';
  return (report.verdict?.counts.warning ?? 0) > 0 ? 'WARNED' : 'PASSED';
};

/** The checks with a finding of that severity, in their order. */
const checksWith = ({ verdict }: Report, severity: Severity): readonly string[] => {
  const found = new Set(verdict?.findings.filter((one) => one.severity === severity).map(({ id }) => id));
  return verdict?.checks.filter((id) => found.has(id)) ?? [];
};

/** The predicate alone, the content of `predicate-path`. Members that in-toto does not know are those of `pgveil`. */
export const testResult = ({ report, audit, policyDigest, url }: Attested): object => {
  const failedTests = checksWith(report, 'error');
  const warnedTests = checksWith(report, 'warning').filter((id) => !failedTests.includes(id));
  const { verdict, observed } = report;
  return {
    result: resultOf(report),
    configuration: [{ name: report.policy, digest: { sha256: policyDigest } }],
    url,
    passedTests: verdict?.checks.filter((id) => !failedTests.includes(id) && !warnedTests.includes(id)) ?? [],
    warnedTests,
    failedTests,
    pgveil: {
      version: report.version,
      outcome: outcomeOf(report),
      counts: verdict?.counts ?? null,
      problems: report.problems.map(({ code }) => code),
      auditHead:
        audit.head === undefined ? null : { records: audit.head.records, root: audit.head.root, publicKey: audit.head.publicKey },
      run: observed === undefined ? null : { sessions: observed.sessions, statements: observed.statements, rows: observed.rows },
    },
  };
};

/** The whole statement about the audit's file. */
export const inTotoStatement = (attested: Attested): object => ({
  _type: 'https://in-toto.io/Statement/v1',
  subject: [{ name: attested.audit.name, digest: { sha256: attested.audit.sha256 } }],
  predicateType,
  predicate: testResult(attested),
});
