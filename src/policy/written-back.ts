/** Masked values that come back: what a statement assigns to a veiled column, and what the column's own mask makes. */
import type { Catalog, ColumnKey } from '../catalog/types.ts';
import type { StatementLineage, Write } from '../lineage/types.ts';
import { resolveType } from '../masking/codec/resolve.ts';
import { recognisers, type Recognisers } from '../masking/recognise.ts';
import type { AssignedParameter } from './types.ts';
import type { Veil } from './veil.ts';

interface Context {
  readonly catalog: Catalog;
  readonly veil: Veil;
}

interface Veiled extends Recognisers {
  readonly class: string;
}

/** Undefined for a column that this principal sees as it is: what it writes there is what it means. */
const veiled = (column: ColumnKey, { catalog, veil }: Context): Veiled | undefined => {
  const classified = veil.of(column);
  const [oid = '', attnum = ''] = column.split('.');
  const found = classified && catalog.relation(Number(oid))?.columns.find((one) => one.attnum === Number(attnum));
  if (classified === undefined || found === undefined) return undefined;
  const type = resolveType(found.type, found.typmod, catalog);
  return { class: classified.class, ...recognisers(veil.maskOf(classified), type) };
};

/** The class of the column, where a text constant among what is assigned to it is one that its mask makes. */
export const writtenBack = ({ target, constants }: Write, context: Context): string | undefined => {
  const column = constants.length === 0 ? undefined : veiled(target, context);
  return column !== undefined && constants.some(column.text) ? column.class : undefined;
};

/** The parameters whose values have to be judged in the same way when they are known. */
export const assignedParameters = (lineage: StatementLineage, context: Context): readonly AssignedParameter[] =>
  lineage.writes.flatMap(({ target, parameters }) => {
    const column = parameters.length === 0 ? undefined : veiled(target, context);
    if (column === undefined) return [];
    return parameters.map((number) => ({ number, class: column.class, isMasked: column.sent }));
  });
