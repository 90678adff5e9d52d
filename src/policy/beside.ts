/** Masks that go by another column of the table: whether that column is in the result, of the same row. */
import { type Catalog, type ColumnKey, columnKey, type Relation } from '../catalog/types.ts';
import type { OutputColumn, StatementLineage } from '../lineage/types.ts';
import { type BesideColumn, besideOf } from '../masking/transforms/index.ts';
import type { Treatment } from '../masking/types.ts';
import type { BoundPolicy } from './bind.ts';
import type { Grant } from './policy.ts';
import type { ColumnDecision } from './types.ts';

export interface BesideContext {
  readonly bound: BoundPolicy;
  readonly grant: Grant;
  readonly catalog: Catalog;
}

/** The column of the relation that is meant; undefined where it has none, or more than one of the class. */
export const besideColumn = (meant: BesideColumn, relation: Relation, bound: BoundPolicy): ColumnKey | undefined => {
  const keyOf = ({ attnum }: { readonly attnum: number }): ColumnKey => columnKey(relation.oid, attnum);
  if ('names' in meant) {
    const found = meant.names
      .map((name) => relation.columns.find((column) => column.name === name))
      .find((one) => one !== undefined);
    return found && keyOf(found);
  }
  const [only, ...more] = relation.columns.map(keyOf).filter((key) => bound.classOf(key)?.class === meant.class);
  return more.length === 0 ? only : undefined;
};

const relationOf = (catalog: Catalog, key: ColumnKey): Relation | undefined =>
  catalog.relation(Number(key.slice(0, key.indexOf('.'))));

/** Who can write the other column, or make a table of the same values, would choose how they are masked. */
const onlyReads = ({ targets, writes }: StatementLineage, { access }: Grant): boolean =>
  access === 'read' && targets.length === 0 && writes.length === 0;

interface Beside {
  readonly index: number;
  readonly goesBy: NonNullable<ColumnDecision['goesBy']>;
}

const besideIn = (
  columns: readonly OutputColumn[],
  { stored }: OutputColumn,
  meant: BesideColumn,
  { bound, catalog }: BesideContext,
): Beside | undefined => {
  const relation = stored === undefined ? undefined : relationOf(catalog, stored.column);
  if (stored === undefined || relation === undefined) return undefined;
  const other = besideColumn(meant, relation, bound);
  const index = columns.findIndex((column) => column.stored?.row === stored.row && column.stored.column === other);
  return other === undefined || index < 0 ? undefined : { index, goesBy: { own: stored.column, other } };
};

const meantText = (meant: BesideColumn): string =>
  'names' in meant ? meant.names.join(' or ') : `the column of class ${meant.class}`;

/** Of a value within another, which has nothing beside it. */
export const alone = (treatment: Treatment): Treatment =>
  treatment.kind === 'mask' && besideOf(treatment.mask) !== undefined ? { kind: 'redact', class: treatment.class } : treatment;

/** The decisions over a statement's columns, with masks that go by another column tied to it, or redacted. */
export const tieBesides = (
  decisions: readonly ColumnDecision[],
  lineage: StatementLineage,
  context: BesideContext,
): readonly ColumnDecision[] =>
  decisions.map((decision, at): ColumnDecision => {
    const { treatment } = decision;
    const meant = treatment.kind === 'mask' ? besideOf(treatment.mask) : undefined;
    if (treatment.kind !== 'mask' || meant === undefined) return decision;
    const redacted = (why: string): ColumnDecision => ({
      ...decision,
      treatment: { kind: 'redact', class: treatment.class },
      reason: `class ${treatment.class} ${why}`,
    });
    if (!onlyReads(lineage, context.grant))
      return redacted(`goes by ${meantText(meant)}, which a grant that may write could change`);
    const columns = lineage.columns ?? [];
    const column = columns[at];
    const beside = column === undefined ? undefined : besideIn(columns, column, meant, context);
    return beside === undefined
      ? redacted(`goes by ${meantText(meant)}: select that column of the same row beside it`)
      : { ...decision, treatment: { ...treatment, beside: beside.index }, goesBy: beside.goesBy };
  });
