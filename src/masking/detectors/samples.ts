/** Of which columns values are looked at, and how many: in flight and in a database. */
import type { Catalog, Oid } from '../../catalog/types.ts';
import { resolveType } from '../codec/resolve.ts';
import { oids } from '../codec/scalars.ts';

/** Bounds of the sample of one column. */
export const sampleBounds = {
  /** Values that are neither null nor blank. */
  mostValues: 100,
  /** Of one value, in bytes or characters. */
  longestValue: 1_000,
  /** Rows that are looked at for one column: it may be null in all of them. */
  mostRows: 1_000,
  /** Fewer values say too little of a column. */
  fewestValues: 3,
} as const;

const plainText: ReadonlySet<Oid> = new Set([oids.text, oids.varchar, oids.bpchar]);

/** How the values of a type are text; undefined for a type that detection does not read. */
export const sampledForm = (type: Oid, catalog: Catalog): 'text' | 'json' | 'jsonb' | undefined => {
  const resolved = resolveType(type, -1, catalog);
  if (resolved.kind !== 'scalar') return undefined;
  const { family } = resolved.scalar;
  if (family === 'json' || family === 'jsonb') return family;
  return family === 'text' && (plainText.has(resolved.oid) || resolved.foldsCase) ? 'text' : undefined;
};
