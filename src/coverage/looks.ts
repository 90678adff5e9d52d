/** What the columns of a relation look like, by name, type, comment and table. */
import type { Catalog, Column, Relation } from '../catalog/types.ts';
import { detectTable } from './detection/detect.ts';
import type { Detection } from './detection/types.ts';
import { formatType } from './format-type.ts';

/** From this score on a column is taken to be personal; below it somebody should have a look. */
export const sure = 0.75;

/** What tells nobody apart by itself: whether it is to be masked is for somebody to decide. */
const coarse: ReadonlySet<Detection['class']> = new Set(['city_region', 'demographic', 'postal_code', 'employer']);

export const isSure = ({ score, class: found }: Detection): boolean => score >= sure && !coarse.has(found);

/** What views hold is followed to tables; columns of a partition, or inherited ones, are the parent's. */
export const ownColumns = (catalog: Catalog, { kind, parents, columns }: Relation): readonly Column[] => {
  if (!'rpf'.includes(kind)) return [];
  const inherited = new Set(parents.flatMap((oid) => catalog.relation(oid)?.columns.map(({ name }) => name) ?? []));
  return inherited.size === 0 ? columns : columns.filter(({ name }) => !inherited.has(name));
};

type Looks = readonly (Detection | undefined)[];

const known = new WeakMap<Relation, Looks>();

/** One for each column, in order; undefined where nothing personal shows. */
export const looksOf = (catalog: Catalog, relation: Relation): Looks => {
  const before = known.get(relation);
  if (before !== undefined) return before;
  const looks = detectTable(
    relation.columns.map(({ name, type, comment }) => ({
      schema: relation.schema,
      table: relation.name,
      column: name,
      dataType: formatType(catalog, type),
      ...(comment === undefined ? {} : { comment }),
    })),
  );
  known.set(relation, looks);
  return looks;
};
