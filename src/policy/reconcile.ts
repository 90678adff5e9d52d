/** Witness 2: the server's own description of a result, which can tighten a plan and never relax it. */
import { columnKey, type Catalog, type ColumnKey } from '../catalog/types.ts';
import type { ResultColumn, Treatment } from '../masking/types.ts';
import { alone } from './beside.ts';
import type { BoundPolicy } from './bind.ts';
import type { Grant } from './policy.ts';
import type { ColumnDecision } from './types.ts';
import { columnText, veilOf, type Veil } from './veil.ts';

export interface Reconciled {
  /** One for each field of the RowDescription. */
  readonly treatments: readonly Treatment[];
  /** Disagreements, for the record: names of columns, no values. */
  readonly faults: readonly string[];
}

export interface ReconcileContext {
  readonly bound: BoundPolicy;
  readonly grant: Grant;
  readonly catalog: Catalog;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

const redact = (className?: string): Treatment => ({ kind: 'redact', class: className });

/** A whole row (attnum 0) is as classified as any of its columns. */
const classAt = (field: ResultColumn, { catalog, bound }: ReconcileContext, veil: Veil): ReturnType<Veil['of']> => {
  if (field.table === 0) return undefined;
  if (field.attnum !== 0) return veil.of(columnKey(field.table, field.attnum));
  if (!bound.relations.has(field.table)) return undefined;
  const columns = catalog.relation(field.table)?.columns ?? [];
  return columns.map(({ attnum }) => veil.of(columnKey(field.table, attnum))).find((one) => one !== undefined);
};

/** What the server's word makes of a planned treatment; undefined where it changes nothing. */
const tightened = (field: ResultColumn, planned: Treatment, context: ReconcileContext, veil: Veil): Treatment | undefined => {
  const classified = classAt(field, context, veil);
  if (classified === undefined || planned.kind === 'redact') return undefined;
  if (field.attnum === 0) return planned.kind === 'pass' ? redact(classified.class) : undefined;
  if (planned.kind === 'pass') {
    const mask = veil.maskOf(classified);
    return mask === undefined ? redact(classified.class) : alone({ kind: 'mask', mask, class: classified.class });
  }
  return planned.kind === 'mask' && planned.class !== classified.class ? redact(classified.class) : undefined;
};

type Called = 'so' | 'otherwise' | 'nothing';

/** What the server takes a field for; it says nothing of what it computes, and be it a cast that changes no byte. */
const called = (key: ColumnKey, field: ResultColumn | undefined): Called => {
  if (field === undefined || field.table === 0) return 'nothing';
  return columnKey(field.table, field.attnum) === key ? 'so' : 'otherwise';
};

/** A mask goes by another column only where the server, too, takes both for what the plan takes them for. */
const tie = (decision: ColumnDecision | undefined, field: ResultColumn, fields: readonly ResultColumn[]): Called => {
  if (decision?.goesBy === undefined || decision.treatment.kind !== 'mask') return 'so';
  const { treatment, goesBy } = decision;
  const other = treatment.beside === undefined ? undefined : fields[treatment.beside];
  const [one, two] = [called(goesBy.own, field), called(goesBy.other, other)];
  if (one === 'otherwise' || two === 'otherwise') return 'otherwise';
  return one === 'so' && two === 'so' ? 'so' : 'nothing';
};

export const reconcile = (
  columns: readonly ColumnDecision[] | undefined,
  fields: readonly ResultColumn[],
  context: ReconcileContext,
): Reconciled => {
  if (columns?.length !== fields.length) {
    const planned = columns === undefined ? 'none' : String(columns.length);
    return {
      treatments: fields.map(() => redact()),
      faults: [`the result has ${String(fields.length)} columns where the plan has ${planned}: all are redacted`],
    };
  }
  const veil = veilOf(context.bound, context.grant, context.now);
  const faults: string[] = [];
  const treatments = fields.map((field, index) => {
    const planned = columns[index]?.treatment ?? redact();
    const tied = tie(columns[index], field, fields);
    const treatment = tied === 'so' || planned.kind !== 'mask' ? planned : redact(planned.class);
    const stricter = tightened(field, planned, context, veil) ?? (tied === 'otherwise' ? treatment : undefined);
    if (stricter === undefined) return treatment;
    const name = columnText(context.catalog, columnKey(field.table, field.attnum));
    faults.push(`column ${String(index + 1)} is ${name} to the server, and ${planned.kind} in the plan: ${stricter.kind}`);
    return stricter;
  });
  return { treatments, faults };
};
