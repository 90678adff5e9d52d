/** Runs the checks and puts what they find together to a verdict. */
import { isSystemSchema } from '../policy/patterns.ts';
import { columnPattern, type ColumnPattern } from '../policy/patterns.ts';
import type { PolicyDocument, Severity } from '../policy/schema.ts';
import { severities } from '../policy/schema.ts';
import { errorText } from '../errors.ts';
import { checks as allChecks } from './checks/index.ts';
import { fingerprint } from './fingerprint.ts';
import { day } from './names.ts';
import type { Place } from './schema/types.ts';
import type {
  Check,
  Examined,
  ExaminedDatabase,
  FailOn,
  Finding,
  Found,
  Known,
  Scope,
  Suppressed,
  Unchecked,
  Verdict,
} from './types.ts';

type Suppression = PolicyDocument['coverage']['suppress'][number];

/** A column's name splits into the parts that a pattern has, since it is written like one. */
const columnMatches = (pattern: ColumnPattern, name: string): boolean => {
  const { schema, name: relation, column } = columnPattern(name);
  const plain = ({ text }: { readonly text: string }): string =>
    text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text;
  return pattern.schema.matches(plain(schema)) && pattern.name.matches(plain(relation)) && pattern.column.matches(plain(column));
};

const applies = (suppression: Suppression, finding: Finding): boolean =>
  suppression.finding === finding.name &&
  (suppression.column === undefined ||
    (finding.column !== undefined && columnMatches(columnPattern(suppression.column), finding.column.name)));

const rank = (severity: Severity): number => severities.indexOf(severity);

/** The worst first; then by check, place and subject, so that the order is the same from run to run. */
const worse = (a: Finding, b: Finding): number =>
  rank(a.severity) - rank(b.severity) ||
  a.id.localeCompare(b.id) ||
  a.position.line - b.position.line ||
  (a.subject < b.subject ? -1 : Number(a.subject > b.subject));

const userRelations = ({ catalog }: ExaminedDatabase): Scope & { readonly oids: ReadonlySet<number> } => {
  const relations = [...catalog.relations()].filter(({ kind, schema }) => 'rvmfp'.includes(kind) && !isSystemSchema(schema));
  const oids = new Set(relations.map(({ oid }) => oid));
  return {
    database: catalog.database,
    relations: relations.length,
    columns: relations.reduce((sum, { columns }) => sum + columns.length, 0),
    classified: 0,
    oids,
  };
};

const scopeOf = (database: ExaminedDatabase): Scope => {
  const { oids, ...scope } = userRelations(database);
  const classified = [...database.bound.classified.keys()].filter((key) =>
    oids.has(Number(key.slice(0, key.indexOf('.')))),
  ).length;
  return { ...scope, database: database.name, classified };
};

export interface JudgeOptions {
  readonly failOn: FailOn;
  /** In place of the whole table, for tests. */
  readonly checks?: readonly Check[];
  /** Fingerprints of findings that were there before. */
  readonly known?: ReadonlyMap<string, Known['by']>;
}

/** Where the files make the column that a finding is about. */
const placeOf = ({ databases }: Examined, { column }: Found): Place | undefined =>
  column === undefined ? undefined : databases.find(({ name }) => name === column.database)?.files?.places.get(column.key);

/** A change of the policy is judged by what was there before it. */
const judging = ({ looksAt }: Check, { policy, base }: Examined): PolicyDocument =>
  (looksAt === 'change' ? (base?.policy ?? policy) : policy).document;

/** A check that throws has not run, and the verdict says so. */
const run = (
  check: Check,
  examined: Examined,
): { readonly findings: readonly Finding[]; readonly unchecked: readonly Unchecked[] } => {
  const severity = judging(check, examined).coverage.severity[check.name] ?? check.severity;
  try {
    const findings = check.find(examined).map((found): Finding => {
      const { place, ...rest } = found;
      const at = place ?? placeOf(examined, found);
      const position = at === undefined ? found.position : { line: at.line, column: at.column };
      return { ...rest, position, file: at?.file ?? examined.policy.file, id: check.id, name: check.name, severity };
    });
    return { findings, unchecked: [] };
  } catch (error) {
    return { findings: [], unchecked: [{ what: `check ${check.id} (${check.name})`, reason: errorText(error) }] };
  }
};

const failing: Readonly<Record<FailOn, readonly Severity[]>> = { error: ['error'], warning: ['error', 'warning'], never: [] };

const isThere = (looksAt: Check['looksAt'], { observed, base, databases }: Examined): boolean =>
  ({
    policy: true,
    catalog: true,
    files: databases.some(({ files }) => files !== undefined),
    change: base !== undefined,
    audit: observed !== undefined,
  })[looksAt];

const noFingerprints: ReadonlyMap<string, Known['by']> = new Map();

export const judge = (
  examined: Examined,
  { failOn, checks = allChecks, known: before = noFingerprints }: JudgeOptions,
): Verdict => {
  const ran = checks.filter(({ looksAt }) => isThere(looksAt, examined));
  const results = ran.map((check) => run(check, examined));
  const unchecked = [...examined.unread, ...results.flatMap((result) => result.unchecked)];
  const changes = new Set(ran.filter(({ looksAt }) => looksAt === 'change').map(({ id }) => id));
  const active = new Map(
    ran.map((check) => [check.id, judging(check, examined).coverage.suppress.filter(({ until }) => until > examined.now)]),
  );
  const suppressed: Suppressed[] = [];
  const known: Known[] = [];
  const findings = results
    .flatMap((result) => result.findings)
    .toSorted(worse)
    .filter((finding) => {
      const suppression = active.get(finding.id)?.find((one) => applies(one, finding));
      if (suppression !== undefined) suppressed.push({ finding, reason: suppression.reason, until: day(suppression.until) });
      if (suppression !== undefined) return false;
      // The baseline is a file of the change, and says nothing of the change itself.
      const by = changes.has(finding.id) ? undefined : before.get(fingerprint(finding));
      if (by !== undefined) known.push({ finding, by });
      return by === undefined;
    });
  const counts = Object.fromEntries(
    severities.map((severity) => [severity, findings.filter((finding) => finding.severity === severity).length]),
  ) as Record<Severity, number>;
  const fails = failing[failOn].some((severity) => counts[severity] > 0);
  return {
    result: fails ? 'fail' : unchecked.length > 0 ? 'incomplete' : 'pass',
    failOn,
    counts,
    findings,
    suppressed,
    known,
    unchecked,
    checks: ran.map(({ id }) => id),
    scope: examined.databases.map(scopeOf),
  };
};
