/** What the second reading of a statement may find: relations that the first one missed. */
import type { Catalog, NameSpace, Oid } from '../catalog/types.ts';
import { findRelation } from './names.ts';
import type { StatementLineage } from './types.ts';

export interface SecondReading {
  /** As written, without the quotes; names of CTEs left out. */
  readonly tables: readonly { readonly schema: string | undefined; readonly name: string }[];
}

/**
 * The relations that the second reading names and the first does not know of. A name is taken as written and in lower
 * case, because the second reading does not tell quoted names from others; what the catalog does not have is no relation.
 */
export const missedRelations = (
  second: SecondReading,
  statements: readonly StatementLineage[],
  catalog: Catalog,
  nameSpace: NameSpace,
): readonly Oid[] => {
  const seen = new Set(statements.flatMap((statement) => [...statement.relations, ...statement.targets]));
  return second.tables.flatMap(({ schema, name }) => {
    const spellings = [...new Set([name, name.toLowerCase()])];
    const schemas = [...new Set([schema, schema?.toLowerCase()])];
    const found = spellings.flatMap((spelling) =>
      schemas.flatMap((place) => findRelation({ catalog, nameSpace }, place, spelling) ?? []),
    );
    return found.length === 0 || found.some(({ oid }) => seen.has(oid)) ? [] : found.map(({ oid }) => oid);
  });
};
