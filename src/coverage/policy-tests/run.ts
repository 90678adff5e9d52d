/** Runs test cases: what would become of each statement, against what the case says. Nothing is sent anywhere. */
import type { Catalog, NameSpace } from '../../catalog/types.ts';
import { readStatements, type ReadOptions } from '../../lineage/read.ts';
import type { StatementLineage } from '../../lineage/types.ts';
import type { BoundPolicy } from '../../policy/bind.ts';
import { decide } from '../../policy/decide.ts';
import { treatmentText } from '../../policy/explain.ts';
import { grantFor } from '../../policy/grants.ts';
import type { Grant, Policy } from '../../policy/policy.ts';
import { suggestion } from '../../policy/problems.ts';
import { refuseUnreadable } from '../../policy/rules.ts';
import type { ColumnDecision, Plan } from '../../policy/types.ts';
import type { TestCase } from './cases.ts';

/** A database that cases are run against. */
export interface TestSubject {
  readonly bound: BoundPolicy;
  readonly catalog: Catalog;
  readonly names: NameSpace;
  readonly read: Pick<ReadOptions, 'parser' | 'views'>;
}

export interface TestOptions {
  readonly policy: Policy;
  /** By the policy's name; undefined for one that is not looked at. */
  readonly subject: (database: string) => TestSubject | undefined;
  /** Of a case that names none. */
  readonly database: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

export interface TestResult {
  readonly test: TestCase;
  /** Empty where the case holds. Names, classes and treatments; no literal of the statement. */
  readonly failures: readonly string[];
  readonly grant: Grant | undefined;
  /** Classes that the statement touches. */
  readonly classes: readonly string[];
}

/** As cases write it: `pass`, `redact`, `masked(email)`, `{id: pass, email: masked(email)}`. */
const written = (decision: ColumnDecision): string =>
  treatmentText(decision.treatment)
    .replaceAll(/\bmask redact\b/g, 'redact')
    .replaceAll(/\bmask ([a-z][\w-]*)/g, 'masked($1)');

const plain = (text: string): string => text.replaceAll(/\s+/g, '').replace(/^redacted$/, 'redact');

const differences = (wanted: ReadonlyMap<string, readonly string[]>, columns: readonly ColumnDecision[]): readonly string[] =>
  [...wanted].flatMap(([name, treatments]) => {
    const found = columns.filter((column) => column.name === name).map(written);
    if (found.length === 0) {
      const near = suggestion(
        name,
        columns.map((column) => column.name),
      );
      return [`there is no output column ${JSON.stringify(name)}${near === undefined ? '' : ` (${near})`}`];
    }
    const same = found.length === treatments.length || treatments.length === 1;
    const holds = same && found.every((text, index) => plain(text) === plain(treatments[index] ?? treatments[0] ?? ''));
    return holds ? [] : [`${JSON.stringify(name)} is ${found.join(', ')}, and not ${treatments.join(', ')}`];
  });

const failuresOf = ({ expects }: TestCase, plans: readonly Plan[]): readonly string[] => {
  const refusal = plans.flatMap((plan) => (plan.kind === 'refuse' ? [plan.refusal] : []))[0];
  if (expects.kind === 'refuse') {
    if (refusal === undefined) return [`it is forwarded, and not refused by ${expects.rule}`];
    return refusal.rule === expects.rule ? [] : [`it is refused by ${refusal.rule}, and not by ${expects.rule}`];
  }
  if (refusal !== undefined) return [`it is refused by ${refusal.rule}: ${refusal.message}`];
  const columns = plans.flatMap((plan) => (plan.kind === 'forward' ? (plan.columns ?? []) : []));
  return differences(expects.columns, columns);
};

const classesOf = (statements: readonly StatementLineage[], bound: BoundPolicy): readonly string[] => [
  ...new Set(statements.flatMap(({ touched }) => touched.flatMap((key) => bound.classOf(key)?.class ?? []))),
];

const runCase = (test: TestCase, { policy, subject: subjectOf, database: usual, now }: TestOptions): TestResult => {
  const failed = (failure: string, grant?: Grant): TestResult => ({ test, failures: [failure], grant, classes: [] });
  const rule = policy.principals.find(({ name }) => name === test.as);
  if (rule === undefined) {
    const near = suggestion(
      test.as,
      policy.principals.map(({ name }) => name),
    );
    return failed(`the policy has no principal ${JSON.stringify(test.as)}${near === undefined ? '' : ` (${near})`}`);
  }
  const database = test.database ?? usual;
  const verdict = grantFor(policy, { name: rule.name, groups: rule.groups, claims: {} }, database);
  if (!verdict.ok) return failed(verdict.reason);
  const { grant } = verdict;
  const subject = subjectOf(database);
  if (subject === undefined) return failed(`database ${JSON.stringify(database)} is not looked at`, grant);
  const { bound, catalog, names, read } = subject;
  const reading = readStatements(test.sql, catalog, names, read);
  const plans: readonly Plan[] = reading.ok
    ? reading.statements.map((statement) => decide(statement, { bound, grant, catalog, now }))
    : [{ kind: 'refuse', refusal: refuseUnreadable(reading.unreadable) }];
  return {
    test,
    failures: failuresOf(test, plans),
    grant,
    classes: reading.ok ? classesOf(reading.statements, bound) : [],
  };
};

export const runCases = (cases: readonly TestCase[], options: TestOptions): readonly TestResult[] =>
  cases.map((test) => runCase(test, options));
