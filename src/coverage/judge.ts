/** Runs the checks and puts what they find together to a verdict. */
import { isSystemSchema } from '../policy/patterns.ts';
import type { Severity, Suppression } from '../policy/schema.ts';
import { severities } from '../policy/schema.ts';
import { errorText } from '../errors.ts';
import { checks as allChecks } from './checks/index.ts';
import { fingerprint } from './fingerprint.ts';
import { day } from './names.ts';
import type { Place } from './schema/types.ts';
import { commentSuppresses, isActive, policySuppresses } from './suppressions.ts';
import type {
  Check,
  Examined,
  ExaminedDatabase,
  FailOn,
  Finding,
  Found,
  Known,
  Others,
  Scope,
  Suppressed,
  Unchecked,
  Verdict,
} from './types.ts';

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
  const { sampling } = database;
  return { ...scope, database: database.name, classified, ...(sampling === undefined ? {} : { sampled: sampling.columns }) };
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

/** A change is judged by the policy that was there before it, or by its own where that is stricter. */
const severityOf = ({ name, severity, looksAt }: Check, { policy, base }: Examined): Severity => {
  const said = (document: typeof policy.document): Severity => document.coverage.severity[name] ?? severity;
  if (base === undefined) return said(policy.document);
  const [before, after] = [said(base.policy.document), said(policy.document)];
  return looksAt !== 'change' && rank(after) < rank(before) ? after : before;
};

interface Ran {
  readonly findings: readonly Finding[];
  readonly unchecked: readonly Unchecked[];
}

/** A check that throws has not run, and the verdict says so. */
const run = (check: Check, examined: Examined, others: Others): Ran => {
  const severity = severityOf(check, examined);
  try {
    const findings = check.find(examined, others).map((found): Finding => {
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

const runAll = (checks: readonly Check[], examined: Examined, others: Others): Ran => {
  const results = checks.map((check) => run(check, examined, others));
  return {
    findings: results.flatMap((result) => result.findings),
    unchecked: results.flatMap((result) => result.unchecked),
  };
};

type Suppressing = (finding: Finding) => Omit<Suppressed, 'finding'> | undefined;

/**
 * Of a change, the suppressions that hold are those that were there before it: the policy's of the base, and comments
 * for what the base has too.
 */
const suppressing = ({ policy, base, databases, now }: Examined, known: ReadonlyMap<string, Known['by']>): Suppressing => {
  const byPolicy = (base?.policy ?? policy).document.coverage.suppress.filter((one) => isActive(one, now));
  const byComment = databases
    .flatMap(({ comments }) => comments?.suppressions ?? [])
    .filter(({ suppression }) => isActive(suppression, now));
  const shown = ({ reason, until }: Suppression): Omit<Suppressed, 'finding'> => ({ reason, until: day(until) });
  return (finding) => {
    const suppression = byPolicy.find((one) => policySuppresses(one, finding));
    if (suppression !== undefined) return shown(suppression);
    const comment = byComment.find((one) => commentSuppresses(one, finding));
    const holds = base === undefined || known.get(fingerprint(finding)) === 'base';
    return comment === undefined || !holds ? undefined : { ...shown(comment.suppression), place: comment.comment.place };
  };
};

const failing: Readonly<Record<FailOn, readonly Severity[]>> = { error: ['error'], warning: ['error', 'warning'], never: [] };

const isThere = (looksAt: Check['looksAt'], { observed, base, databases }: Examined): boolean =>
  ({
    policy: true,
    catalog: true,
    suppressions: true,
    files: databases.some(({ files }) => files !== undefined),
    change: base !== undefined,
    samples: databases.some(({ sampling }) => sampling !== undefined),
    audit: observed !== undefined,
  })[looksAt];

const builtIn: Others['severities'] = new Map(allChecks.map(({ name, severity }) => [name, severity]));
const nothingBefore: Others = { severities: builtIn, findings: [], ran: new Set(), complete: false };

/** What the others look at differs from run to run, so that finding nothing once says little. */
const lasting: ReadonlySet<Check['looksAt']> = new Set(['policy', 'catalog', 'files']);

const noFingerprints: ReadonlyMap<string, Known['by']> = new Map();

export const judge = (
  examined: Examined,
  { failOn, checks = allChecks, known: before = noFingerprints }: JudgeOptions,
): Verdict => {
  const there = checks.filter(({ looksAt }) => isThere(looksAt, examined));
  const last = there.filter(({ looksAt }) => looksAt === 'suppressions');
  const first = there.filter((check) => !last.includes(check));
  const { findings: others, unchecked: failed } = runAll(first, examined, nothingBefore);
  const ran = new Set(first.filter(({ looksAt }) => lasting.has(looksAt)).map(({ name }) => name));
  const complete = examined.unread.length === 0 && failed.length === 0;
  const after = runAll(last, examined, { severities: builtIn, findings: others, ran, complete });
  const unchecked = [...examined.unread, ...failed, ...after.unchecked];
  const changes = new Set(there.filter(({ looksAt }) => looksAt === 'change').map(({ id }) => id));
  const suppressedBy = suppressing(examined, before);
  const suppressed: Suppressed[] = [];
  const known: Known[] = [];
  const findings = [...others, ...after.findings].toSorted(worse).filter((finding) => {
    const suppression = suppressedBy(finding);
    if (suppression !== undefined) suppressed.push({ finding, ...suppression });
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
    checks: there.map(({ id }) => id),
    scope: examined.databases.map(scopeOf),
  };
};
