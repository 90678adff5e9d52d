/** Of which relations and columns values are looked at: text without a class whose name does not say enough. */
import { columnKey, type Catalog, type Column, type Relation } from '../../catalog/types.ts';
import { sampledForm } from '../../masking/detectors/samples.ts';
import { isSystemSchema } from '../../policy/patterns.ts';
import { isSure, looksOf, ownColumns } from '../looks.ts';
import type { Located } from '../names.ts';
import type { SampleTarget } from './types.ts';

/** In the order of the catalog. `isOpen`: nobody has said what the column holds, and somebody could see it. */
export const sampleTargets = (catalog: Catalog, isOpen: (located: Located) => boolean): readonly SampleTarget[] =>
  [...catalog.relations()].flatMap((relation) => {
    const own = isSystemSchema(relation.schema) ? [] : ownColumns(catalog, relation);
    if (own.length === 0) return [];
    const looks = looksOf(catalog, relation);
    const columns = own.filter((column) => {
      const look = looks[relation.columns.indexOf(column)];
      const open = look === undefined || !isSure(look);
      return open && sampledForm(column.type, catalog) !== undefined && isOpen({ relation, column });
    });
    return columns.length === 0 ? [] : [{ relation, columns }];
  });

/** The relation and all that is read with it: its partitions, and what inherits from it. */
export const family = (catalog: Catalog, relation: Relation): readonly Relation[] => [
  relation,
  ...catalog.children(relation.oid).flatMap((oid) => {
    const child = catalog.relation(oid);
    return child === undefined ? [] : family(catalog, child);
  }),
];

export const keyOf = (relation: Relation, column: Column): ReturnType<typeof columnKey> => columnKey(relation.oid, column.attnum);
