/** PGV021: unique columns whose masked values may be equal, so that a masked dump cannot be restored. */
import { transforms } from '../../masking/transforms/index.ts';
import { maskFits } from '../mask-fit.ts';
import { maskedColumns, positionOf } from '../masked-columns.ts';
import { columnName, foundColumn, listed } from '../names.ts';
import type { Check, Examined, ExaminedDatabase, Found } from '../types.ts';

const findIn = (examined: Examined, database: ExaminedDatabase): readonly Found[] =>
  maskedColumns(examined, database).flatMap(({ classified, located, masks }) => {
    const { relation, column } = located;
    const unique = relation.constraints.find(
      ({ kind, attnums }) => (kind === 'p' || kind === 'u') && attnums.length === 1 && attnums[0] === column.attnum,
    );
    const merging = masks.filter(
      ({ mask }) => !maskFits(mask, column, database.catalog) || transforms.get(mask.transform)?.joinable !== true,
    );
    const [first] = merging;
    if (unique === undefined || first === undefined) return [];
    const text = columnName(relation, column);
    return [
      {
        subject: `${database.name}/${text}`,
        message: `${text} is unique (${unique.name}), and mask ${first.mask.transform} of class ${classified.class} can make different values equal: a dump that ${listed(merging.map(({ principal }) => principal))} ${merging.length === 1 ? 'takes' : 'take'} breaks the constraint where it is restored.`,
        position: positionOf(examined.policy, classified.class, first),
        column: foundColumn(database.name, located),
        remedy:
          'Where dumps are to be restored, choose a mask that is joinable in docs/masks.md, as hash, email and encrypt are.',
        yaml: undefined,
      },
    ];
  });

export const maskUnique: Check = {
  id: 'PGV021',
  name: 'mask-unique',
  severity: 'note',
  title: 'Unique column whose masked values may be equal',
  help: 'A masked dump (pg_dump through pgveil) has the masked values. Where the mask of a primary key or a unique column makes different values equal, the constraint fails when the dump is restored. Queries are not affected.',
  looksAt: 'catalog',
  find: (examined) => examined.databases.flatMap((database) => findIn(examined, database)),
};
