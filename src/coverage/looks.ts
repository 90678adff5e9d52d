/** What the columns of a relation look like, by name, type, comment and table. */
import type { Catalog, Relation } from '../catalog/types.ts';
import { detectTable } from './detection/detect.ts';
import type { Detection } from './detection/types.ts';
import { formatType } from './format-type.ts';

/** From this score on a column is taken to be personal; below it somebody should have a look. */
export const sure = 0.75;

/** What tells nobody apart by itself: whether it is to be masked is for somebody to decide. */
const coarse: ReadonlySet<Detection['class']> = new Set(['city_region', 'demographic', 'postal_code', 'employer']);

export const isSure = ({ score, class: found }: Detection): boolean => score >= sure && !coarse.has(found);

/** What views hold is followed to tables; a partition's columns are its parent's. */
export const isBase = ({ kind, parents }: Relation): boolean => 'rpf'.includes(kind) && parents.length === 0;

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
