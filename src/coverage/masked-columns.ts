/** Classified columns with the mask that each principal who can read them gets. */
import { columnKey } from '../catalog/types.ts';
import type { Grant, Policy } from '../policy/policy.ts';
import type { Position } from '../policy/problems.ts';
import { veilOf } from '../policy/veil.ts';
import type { MaskSpec } from '../masking/types.ts';
import type { Classified } from '../policy/types.ts';
import { locate, type Located } from './names.ts';
import { readersOf, readersOfRelation, type Reader } from './readers.ts';
import type { Examined, ExaminedDatabase } from './types.ts';

export interface Worn {
  readonly principal: string;
  readonly grant: Grant;
  readonly mask: MaskSpec;
}

export interface MaskedColumn {
  readonly classified: Classified;
  readonly located: Located;
  /** Of principals who see it masked; not those to whom it is revealed or who get no mask. */
  readonly masks: readonly Worn[];
}

/** A column that a parent has too, in the same class and for whoever reads it here: the parent's finding speaks for it. */
export const saidByParent = (
  { relation, column }: Located,
  className: string,
  { catalog, bound }: ExaminedDatabase,
  readers: readonly Reader[],
): boolean =>
  relation.parents.some((oid) => {
    const parent = catalog.relation(oid);
    const same = parent?.columns.find(({ name }) => name === column.name);
    if (parent === undefined || same === undefined) return false;
    if (bound.classOf(columnKey(oid, same.attnum))?.class !== className) return false;
    const above = new Set(readersOfRelation(readers, parent));
    return readersOfRelation(readers, relation).every((reader) => above.has(reader));
  });

/** Several checks look at the same. */
const known = new WeakMap<ExaminedDatabase, readonly MaskedColumn[]>();

export const maskedColumns = (examined: Examined, database: ExaminedDatabase): readonly MaskedColumn[] => {
  const found = known.get(database) ?? findColumns(examined, database);
  known.set(database, found);
  return found;
};

const findColumns = ({ policy, now }: Examined, database: ExaminedDatabase): readonly MaskedColumn[] => {
  const { bound, catalog, name } = database;
  const readers = readersOf(policy, name);
  const veils = new Map(readers.map(({ grant }) => [grant, veilOf(bound, grant, now)]));
  return [...bound.classified.values()].flatMap((classified) => {
    const located = locate(catalog, classified.column);
    if (located === undefined || saidByParent(located, classified.class, database, readers)) return [];
    const masks = readersOfRelation(readers, located.relation).flatMap(({ principal, grant }) => {
      const veil = veils.get(grant);
      const mask = veil?.of(classified.column) === undefined ? undefined : veil.maskOf(classified);
      return mask === undefined ? [] : [{ principal, grant, mask }];
    });
    return [{ classified, located, masks }];
  });
};

/** Where the policy gives the mask: the grant that has its own for the class, else the class. */
export const positionOf = (policy: Policy, className: string, { grant }: Worn): Position =>
  grant.masks.has(className) ? grant.position : (policy.classes.get(className)?.position ?? policy.position(['classes']));
