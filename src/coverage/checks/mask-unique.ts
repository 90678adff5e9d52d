/** PGV021: unique columns whose masked values may be equal, so that a masked dump cannot be restored. */
import { columnKey, type Constraint, type Relation } from '../../catalog/types.ts';
import { resolveType } from '../../masking/codec/resolve.ts';
import { besideOf, transforms } from '../../masking/transforms/index.ts';
import { byType } from '../by-type.ts';
import { maskFits } from '../mask-fit.ts';
import { maskedColumns, positionOf, type MaskedColumn, type Worn } from '../masked-columns.ts';
import { columnName, foundColumn, listed, type Located } from '../names.ts';
import { collidingRows } from '../token-collisions.ts';
import type { Check, Examined, ExaminedDatabase, Found } from '../types.ts';

/** How a mask makes different values of a column equal; undefined where it does not. */
const mergerOf = byType((mask, _className, column, catalog): string | undefined => {
  const isJoinable = transforms.get(mask.transform)?.joinable === true && besideOf(mask) === undefined;
  if (!isJoinable || !maskFits(mask, column, catalog)) {
    return 'can make different values equal';
  }
  const type = resolveType(column.type, column.typmod, catalog);
  const rows = type.kind === 'scalar' ? collidingRows(mask, type) : undefined;
  return rows === undefined
    ? undefined
    : `has so short a token for it that two of ${rows.toLocaleString('en')} rows are equal in one of a hundred cases`;
});

interface Merged {
  readonly column: MaskedColumn;
  readonly how: string;
  /** Never empty. */
  readonly worn: readonly Worn[];
}

const mergedIn = (examined: Examined, database: ExaminedDatabase): readonly Merged[] =>
  maskedColumns(examined, database).flatMap((column) => {
    const merging = column.masks.map((worn) => ({
      worn,
      how: mergerOf(worn.mask, column.classified.class, column.located.column, database.catalog),
    }));
    const how = merging.find((one) => one.how !== undefined)?.how;
    return how === undefined
      ? []
      : [{ column, how, worn: merging.filter((one) => one.how !== undefined).map(({ worn }) => worn) }];
  });

type Key = Pick<Constraint, 'name' | 'attnums'>;

/** What lets no two rows be equal in its columns. */
const keysOf = ({ constraints, uniqueIndexes }: Relation): readonly Key[] => [
  ...constraints.filter(({ kind }) => kind === 'p' || kind === 'u'),
  ...(uniqueIndexes ?? []),
];

/** Whether columns of the key that no mask merges are unique by themselves. */
const holdsAnyway = ({ attnums }: Key, keys: readonly Key[], isMerging: (attnum: number) => boolean): boolean => {
  const left = new Set(attnums.filter((one) => !isMerging(one)));
  return keys.some((one) => one.attnums.every((part) => left.has(part)));
};

/** The key that breaks: the one with the fewest columns. Of several columns of one key the first speaks. */
const brokenFor = ({ relation, column }: Located, isMerging: (attnum: number) => boolean): Key | undefined => {
  const keys = keysOf(relation);
  return keys
    .filter((one) => one.attnums.find(isMerging) === column.attnum)
    .filter((one) => !holdsAnyway(one, keys, isMerging))
    .toSorted((a, b) => a.attnums.length - b.attnums.length)[0];
};

const findIn = (examined: Examined, database: ExaminedDatabase): readonly Found[] => {
  const merged = mergedIn(examined, database);
  const merging = new Set(merged.map(({ column }) => column.classified.column));
  return merged.flatMap(({ column: { classified, located }, how, worn }) => {
    const { relation, column } = located;
    const broken = brokenFor(located, (attnum) => merging.has(columnKey(relation.oid, attnum)));
    const [first] = worn;
    if (broken === undefined || first === undefined) return [];
    const text = columnName(relation, column);
    const others = relation.columns.filter(({ attnum }) => attnum !== column.attnum && broken.attnums.includes(attnum));
    const together = others.length === 0 ? '' : ` together with ${listed(others.map(({ name }) => name))}`;
    const where = others.length === 0 ? '' : ', unless the rows differ in what is left of it';
    return [
      {
        subject: `${database.name}/${text}`,
        message: `${text} is unique${together} (${broken.name}), and mask ${first.mask.transform} of class ${classified.class} ${how}: a dump that ${listed(worn.map(({ principal }) => principal))} ${worn.length === 1 ? 'takes' : 'take'} breaks the constraint where it is restored${where}.`,
        position: positionOf(examined.policy, classified.class, first),
        column: foundColumn(database.name, located),
        remedy:
          'Where dumps are to be restored, choose a mask that is joinable in docs/masks.md, as hash, email and encrypt are, in a column with room for its token.',
        yaml: undefined,
      },
    ];
  });
};

export const maskUnique: Check = {
  id: 'PGV021',
  name: 'mask-unique',
  severity: 'note',
  title: 'Unique column whose masked values may be equal',
  help: 'A masked dump (pg_dump through pgveil) has the masked values. Where the mask of a primary key or a unique column makes different values equal, the constraint fails when the dump is restored; of a constraint over several columns, where the others do not tell the rows apart. Queries are not affected.',
  looksAt: 'catalog',
  find: (examined) => examined.databases.flatMap((database) => findIn(examined, database)),
};
