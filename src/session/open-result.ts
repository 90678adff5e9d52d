/** From a plan and the server's description of the result to how its rows go on. */
import type { Catalog } from '../catalog/types.ts';
import type { CopyOptions, OutputColumn } from '../lineage/types.ts';
import { createCopyMasker } from '../masking/copy.ts';
import { compileRowMasker } from '../masking/row.ts';
import type { MaskKeys, RowMasker } from '../masking/types.ts';
import type { BoundPolicy } from '../policy/bind.ts';
import type { Grant } from '../policy/policy.ts';
import { reconcile } from '../policy/reconcile.ts';
import type { FieldDescription } from '../wire/backend.ts';
import type { Judged } from './judgement.ts';
import type { Result } from './result.ts';
import type { Samples, WatchedColumn } from './samples.ts';
import { inspect } from './unclassified.ts';

export interface OpenContext {
  readonly catalog: Catalog;
  readonly bound: BoundPolicy;
  readonly grant: Grant;
  readonly keys: MaskKeys;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** How the rows of a result go on, whenever and however often it is read. */
export interface RowPlan {
  readonly masker: RowMasker | undefined;
  readonly formats: readonly (0 | 1)[];
  readonly watched: readonly WatchedColumn[];
  readonly faults: readonly string[];
}

export interface Opened {
  readonly result: Result;
  /** Disagreements between the plan and the server's word. */
  readonly faults: readonly string[];
}

const columnsOf = ({ plan }: Judged) => (plan.kind === 'forward' ? plan.columns : undefined);

export const planRows = (judged: Judged, fields: readonly FieldDescription[], context: OpenContext): RowPlan => {
  const reconciled = reconcile(columnsOf(judged), fields, context);
  const { treatments, watched } = inspect(judged, fields, reconciled.treatments, context);
  const masker = compileRowMasker({ columns: fields, treatments, types: context.catalog, keys: context.keys, later: true });
  return { masker, formats: fields.map((field) => field.format), watched, faults: reconciled.faults };
};

export const openRows = ({ masker, formats, watched, faults }: RowPlan, samples: Pick<Samples, 'open'>): Opened => {
  const sampler = watched.length === 0 ? undefined : samples.open(watched);
  return { result: { kind: 'rows', masker, formats, sampler }, faults };
};

/** COPY describes no types: a stored column's modifier is the catalog's, so that masks keep to varchar(n) and numeric(p, s). */
const typmodOf = ({ type, sources }: OutputColumn, catalog: Catalog): number => {
  const [source] = sources;
  if (source === undefined || sources.length > 1 || source.way !== 'identity') return -1;
  const [relation = 0, attnum = 0] = source.column.split('.').map(Number);
  const column = catalog.relation(relation)?.columns.find((one) => one.attnum === attnum);
  return column?.type === type ? column.typmod : -1;
};

export const openCopy = (judged: Judged, copy: CopyOptions, context: OpenContext): Opened => {
  const columns = judged.lineage.columns ?? [];
  const treatments = (columnsOf(judged) ?? []).map((column) => column.treatment);
  if (treatments.length > 0 && treatments.every((treatment) => treatment.kind === 'pass')) {
    return { result: { kind: 'copy', masker: undefined }, faults: [] };
  }
  const masker = createCopyMasker({
    copy,
    columns: columns.map((column) => ({ type: column.type, typmod: typmodOf(column, context.catalog) })),
    treatments,
    types: context.catalog,
    keys: context.keys,
    later: true,
  });
  return { result: { kind: 'copy', masker }, faults: [] };
};
