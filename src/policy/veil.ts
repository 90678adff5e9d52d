/** What a grant leaves veiled: the classified columns less its reveals, and the mask of each class. */
import type { Catalog, ColumnKey } from '../catalog/types.ts';
import type { MaskSpec } from '../masking/types.ts';
import type { BoundPolicy } from './bind.ts';
import { relationMatches } from './patterns.ts';
import type { Grant, Reveal } from './policy.ts';
import type { Classified } from './types.ts';

export interface Veil {
  /** The class of a column that this principal must not see raw, else undefined. */
  of(column: ColumnKey): Classified | undefined;
  /** The reveal that lifts a classified column, if one does. */
  revealOf(column: ColumnKey): Reveal | undefined;
  /** Undefined: redacted. */
  maskOf(classified: Classified): MaskSpec | undefined;
  lookup(className: string): boolean;
}

/** `customers.email` of a key, for messages; its key where the catalog does not know it. */
export const columnText = (catalog: Catalog, key: ColumnKey): string => {
  const [oid = '', attnum = ''] = key.split('.');
  const relation = catalog.relation(Number(oid));
  if (relation === undefined) return key;
  const column = relation.columns.find((one) => one.attnum === Number(attnum))?.name ?? (attnum === '0' ? '*' : attnum);
  return `${relation.schema}.${relation.name}.${column}`;
};

const covers = ({ class: className, column: pattern }: Reveal, classified: Classified): boolean => {
  if (className !== undefined) return className === classified.class;
  const { called } = classified;
  return (
    pattern !== undefined &&
    called !== undefined &&
    relationMatches(pattern, called.schema, called.relation) &&
    pattern.column.matches(called.column)
  );
};

/** `now` in milliseconds since the epoch: reveals end. */
export const veilOf = (bound: BoundPolicy, grant: Grant, now: number): Veil => {
  const current = grant.reveals.filter((reveal) => now < reveal.until);
  const revealOf = (column: ColumnKey): Reveal | undefined => {
    const classified = current.length === 0 ? undefined : bound.classOf(column);
    return classified && current.find((reveal) => covers(reveal, classified));
  };
  return {
    of: (column) => (revealOf(column) === undefined ? bound.classOf(column) : undefined),
    revealOf,
    // The mask of a class is made for its values; what a generated column makes of them is another matter.
    maskOf: (classified) =>
      classified.origin.source === 'derived'
        ? undefined
        : (grant.masks.get(classified.class) ?? bound.definitionOf(classified.class)?.mask),
    lookup: (className) => bound.definitionOf(className)?.lookup ?? false,
  };
};

/** Until when decisions made at `now` hold: the next end of a reveal, or undefined. */
export const decisionsEnd = (grant: Grant, now: number): number | undefined => {
  const ends = grant.reveals.map((reveal) => reveal.until).filter((until) => until > now);
  return ends.length === 0 ? undefined : Math.min(...ends);
};
