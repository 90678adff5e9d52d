/** What the audit says of a statement's output columns. */
import type { StatementEvent } from '../audit/types.ts';
import type { Catalog } from '../catalog/types.ts';
import type { Treatment } from '../masking/types.ts';
import type { Plan } from '../policy/types.ts';
import { columnText } from '../policy/veil.ts';

export type ColumnRecords = StatementEvent['columns'];

const treatmentText = (treatment: Treatment): string =>
  treatment.kind === 'mask' ? `mask(${treatment.mask.transform})` : treatment.kind;

/** Made once for a judgement: its executions share it. Names of columns, and no value. */
export const columnRecords = (plan: Plan, catalog: Catalog): ColumnRecords =>
  (plan.kind === 'forward' ? (plan.columns ?? []) : []).map(({ name, classes, sources, treatment, reason }) => ({
    name,
    classes,
    sources: sources.map((source) => `${source.class}:${source.way}`),
    sourceColumns: sources.map(({ column }) => columnText(catalog, column)),
    treatment: treatmentText(treatment),
    reason,
  }));
