/** PGV026: masks that go by another column, where there is nothing to go by. */
import { besideOf } from '../../masking/transforms/index.ts';
import { besideColumn } from '../../policy/beside.ts';
import { maskedColumns, positionOf, type MaskedColumn, type Worn } from '../masked-columns.ts';
import { columnName, foundColumn, listed } from '../names.ts';
import type { Check, Examined, ExaminedDatabase, Found } from '../types.ts';

/** Why the mask redacts every value; undefined where it need not. */
const inVain = (
  { mask, grant }: Worn,
  { located: { relation } }: MaskedColumn,
  { bound }: ExaminedDatabase,
): string | undefined => {
  const meant = besideOf(mask);
  if (meant === undefined) return undefined;
  if (grant.access !== 'read') return 'and the grant may write that column';
  if (!'rpf'.includes(relation.kind)) return 'and the rows of a view are not stored';
  if (besideColumn(meant, relation, bound) !== undefined) return undefined;
  return 'names' in meant
    ? `and the table has no ${meant.names.join(' or ')}`
    : `and the table has not just one column of class ${meant.class}`;
};

const findIn = (examined: Examined, database: ExaminedDatabase): readonly Found[] =>
  maskedColumns(examined, database).flatMap((masked) => {
    const { classified, located, masks } = masked;
    const vain = masks.flatMap((worn) => {
      const why = inVain(worn, masked, database);
      return why === undefined ? [] : [{ worn, why }];
    });
    const [first] = vain;
    if (first === undefined) return [];
    const column = columnName(located.relation, located.column);
    const { worn, why } = first;
    return [
      {
        subject: `${database.name}/${column}`,
        message: `Mask ${worn.mask.transform} of class ${classified.class} goes by another column, ${why}: ${listed(vain.map((one) => one.worn.principal))} ${vain.length === 1 ? 'gets' : 'get'} ${column} redacted.`,
        position: positionOf(examined.policy, classified.class, worn),
        column: foundColumn(database.name, located),
        remedy: 'Give the column a class of its own under classification, with a mask that goes by its value alone.',
        yaml: undefined,
      },
    ];
  });

export const maskBeside: Check = {
  id: 'PGV026',
  name: 'mask-beside',
  severity: 'warning',
  title: 'Mask that goes by a column that is not there',
  help: '`date-shift` with `subject` and `when` with `column` or `class` go by another column of the same row. Where the table has no such column, where the relation is a view, or where the grant may write, every value is redacted. Nothing leaks, and the mask does not do what it was chosen for.',
  looksAt: 'catalog',
  find: (examined) => examined.databases.flatMap((database) => findIn(examined, database)),
};
