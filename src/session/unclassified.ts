/** Text columns of a result that hold users' data and have no class: what detection looks at, and may scrub. */
import { columnKey, type Catalog, type ColumnKey } from '../catalog/types.ts';
import type { StatementLineage } from '../lineage/types.ts';
import { sampledForm } from '../masking/detectors/samples.ts';
import type { ResultColumn, Treatment } from '../masking/types.ts';
import type { BoundPolicy } from '../policy/bind.ts';
import { inReadableEncoding } from '../policy/copy-encoding.ts';
import { isSystemSchema } from '../policy/patterns.ts';
import type { ColumnDecision, Plan } from '../policy/types.ts';
import { columnText } from '../policy/veil.ts';
import type { Judged } from './judgement.ts';
import type { WatchedColumn } from './samples.ts';

interface Context {
  readonly catalog: Catalog;
  readonly bound: BoundPolicy;
}

/** What `detect: mask` does to text without a class. */
const scrubbed: Treatment = { kind: 'mask', mask: { transform: 'scrub', options: {} }, class: 'unclassified' };

/** A column of a user's table of which nobody has said what it holds, not even `none`. */
const isUnknown = (key: ColumnKey, { catalog, bound }: Context): boolean => {
  const relation = catalog.relation(Number(key.slice(0, key.indexOf('.'))));
  const isSystem = relation !== undefined && relation.persistence !== 't' && isSystemSchema(relation.schema);
  return !isSystem && bound.classOf(key) === undefined && !bound.exempt.has(key);
};

const isPassed = ({ classes, treatment }: ColumnDecision): boolean => treatment.kind === 'pass' && classes.length === 0;

const readsUnknown = (lineage: StatementLineage, index: number, context: Context): boolean =>
  lineage.columns?.[index]?.sources.some(({ column }) => isUnknown(column, context)) === true;

/** Under `detect: mask` the plan with `scrub` for each such column whose type lineage knows; a refusal where COPY cannot be scrubbed. */
export const scrubUnclassified = (plan: Plan, lineage: StatementLineage, context: Context): Plan => {
  if (context.bound.policy.document.detect !== 'mask' || plan.kind === 'refuse' || plan.columns === undefined) return plan;
  const columns = plan.columns.map((decision, index): ColumnDecision => {
    const type = lineage.columns?.[index]?.type ?? 0;
    if (!isPassed(decision) || !readsUnknown(lineage, index, context)) return decision;
    if (sampledForm(type, context.catalog) !== 'text') return decision;
    return { ...decision, treatment: scrubbed, reason: 'text without a class is scrubbed (detect: mask)' };
  });
  return inReadableEncoding({ ...plan, columns }, lineage);
};

export interface Inspected {
  readonly treatments: readonly Treatment[];
  /** What a sample is to be taken of. */
  readonly watched: readonly WatchedColumn[];
}

/** The same by the server's description of the result, which knows every type. */
export const inspect = (
  { lineage, plan, text }: Judged,
  fields: readonly ResultColumn[],
  treatments: readonly Treatment[],
  context: Context,
): Inspected => {
  const { detect } = context.bound.policy.document;
  if (detect === 'off' || plan.kind === 'refuse') return { treatments, watched: [] };
  const watched: WatchedColumn[] = [];
  const inspected = fields.map((field, index): Treatment => {
    const treatment = treatments[index] ?? { kind: 'redact', class: undefined };
    const decision = plan.columns?.[index];
    if (decision === undefined || decision.classes.length > 0) return treatment;
    if (treatment.kind !== 'pass' && treatment !== scrubbed) return treatment;
    const form = sampledForm(field.type, context.catalog);
    if (form === undefined) return treatment;
    const stored = field.table !== 0 && field.attnum !== 0 ? columnKey(field.table, field.attnum) : undefined;
    if (stored === undefined ? !readsUnknown(lineage, index, context) : !isUnknown(stored, context)) return treatment;
    watched.push({
      index,
      key: stored ?? `${text.fingerprint} ${String(index)}`,
      column: field.name,
      source: stored === undefined ? undefined : columnText(context.catalog, stored),
      // jsonb_send puts a version byte before the text.
      skip: form === 'jsonb' && field.format === 1 ? 1 : 0,
    });
    return detect === 'mask' && form === 'text' ? scrubbed : treatment;
  });
  return { treatments: inspected, watched };
};
