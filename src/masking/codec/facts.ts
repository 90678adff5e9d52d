import type { Column, Oid, Type } from '../../catalog/types.ts';

/** What masking asks about a type; a part of the catalog's Type. */
export type TypeFact = Pick<
  Type,
  'oid' | 'kind' | 'element' | 'base' | 'baseTypmod' | 'relation' | 'firstLabel' | 'subtype' | 'input'
>;

/** Where masking looks types up. A Catalog is one. */
export interface TypeFacts {
  type(oid: Oid): TypeFact | undefined;
  relation(oid: Oid): { readonly columns: readonly Pick<Column, 'type' | 'typmod'>[] } | undefined;
}
