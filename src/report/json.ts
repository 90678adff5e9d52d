/** The report for programs. Its form is versioned: members are added, and none changes its meaning, within a version. */
import type { Finding } from '../coverage/types.ts';
import { outcomeOf, type Report } from './model.ts';

export const jsonVersion = 1;

const finding = ({ id, name, severity, message, file, position, column, remedy, yaml, subject }: Finding): object => ({
  id,
  name,
  severity,
  message,
  file,
  line: position.line,
  column: position.column,
  database: column?.database ?? null,
  relation: column?.relation ?? null,
  columnName: column?.name ?? null,
  subject,
  remedy,
  yaml: yaml ?? null,
});

export const json = (report: Report): string => {
  const { version, policy, verdict, observed, problems } = report;
  const value = {
    version: jsonVersion,
    tool: { name: 'pgveil', version },
    policy,
    result: outcomeOf(report),
    problems: problems.map(({ code, message, remedy }) => ({ code, message, remedy: remedy ?? null })),
    gate: verdict && {
      result: verdict.result,
      failOn: verdict.failOn,
      counts: verdict.counts,
      checks: verdict.checks,
      databases: verdict.scope,
      unchecked: verdict.unchecked,
      findings: verdict.findings.map(finding),
      known: verdict.known.map(({ by, ...one }) => ({ by, finding: finding(one.finding) })),
      suppressed: verdict.suppressed.map(({ reason, until, ...one }) => ({ reason, until, finding: finding(one.finding) })),
    },
    run: observed && {
      sessions: observed.sessions,
      statements: observed.statements,
      rows: observed.rows,
      rejected: observed.rejected,
      unlisted: observed.unlisted,
      queries: observed.queries.map(({ refusal, ...query }) => ({ ...query, refusal: refusal?.rule ?? null })),
      faults: observed.faults,
    },
  };
  return `${JSON.stringify(value, undefined, 2)}\n`;
};
