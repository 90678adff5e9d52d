/** Columns that a foreign key says hold the same values. */
import type { Catalog, Constraint, Relation } from '../catalog/types.ts';
import type { Located } from './names.ts';

export interface KeyPair {
  readonly from: Located;
  readonly to: Located;
}

const at = (relation: Relation | undefined, attnum: number | undefined): Located | undefined => {
  const column = relation?.columns.find((one) => one.attnum === attnum);
  return relation === undefined || column === undefined ? undefined : { relation, column };
};

const namesOf = ({ columns }: Relation, attnums: readonly number[]): string =>
  JSON.stringify(attnums.map((attnum) => columns.find((column) => column.attnum === attnum)?.name));

const isForeignKey = ({ kind }: Constraint): boolean => kind === 'f';

/** A partition has a copy of its parent's key; a key of its own, as children by inheritance have, counts. */
const isCopyOfParents = (key: Constraint, relation: Relation, catalog: Catalog): boolean =>
  relation.parents.some((oid) => {
    const parent = catalog.relation(oid);
    return parent?.constraints.some(
      (one) =>
        isForeignKey(one) &&
        one.foreignRelation === key.foreignRelation &&
        namesOf(parent, one.attnums) === namesOf(relation, key.attnums),
    );
  });

/** Of a key that references a partitioned table the server keeps another to each partition. */
const isCopyForPartition = (key: Constraint, relation: Relation, catalog: Catalog): boolean =>
  catalog
    .relation(key.foreignRelation)
    ?.parents.some((oid) =>
      relation.constraints.some(
        (one) => isForeignKey(one) && one.foreignRelation === oid && one.attnums.join(' ') === key.attnums.join(' '),
      ),
    ) === true;

/** Of keys over several columns, each with the one that it references; each pair once. */
export const keyPairs = (catalog: Catalog): readonly KeyPair[] =>
  [...catalog.relations()].flatMap((relation) => {
    const seen = new Set<string>();
    return relation.constraints
      .filter(isForeignKey)
      .filter((key) => !isCopyOfParents(key, relation, catalog) && !isCopyForPartition(key, relation, catalog))
      .flatMap(({ attnums, foreignRelation, foreignAttnums }) =>
        attnums.flatMap((attnum, index) => {
          const from = at(relation, attnum);
          const to = at(catalog.relation(foreignRelation), foreignAttnums[index]);
          const name = `${String(attnum)} ${String(foreignRelation)} ${String(foreignAttnums[index])}`;
          if (from === undefined || to === undefined || seen.has(name)) return [];
          seen.add(name);
          return [{ from, to }];
        }),
      );
  });
