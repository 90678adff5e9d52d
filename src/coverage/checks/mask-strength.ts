/** PGV020: masks that give away more on a column than they are chosen for. */
import { maskFits } from '../mask-fit.ts';
import { weaknessOf } from '../mask-strength.ts';
import { maskedColumns } from '../masked-columns.ts';
import { columnName, foundColumn } from '../names.ts';
import type { Check, Examined, ExaminedDatabase, Found } from '../types.ts';

const findIn = (examined: Examined, database: ExaminedDatabase): readonly Found[] =>
  maskedColumns(examined, database).flatMap(({ classified, located, masks }) => {
    const { relation, column } = located;
    const [weak] = masks.flatMap(({ mask }) => {
      const weakness = maskFits(mask, column, database.catalog) ? weaknessOf(mask, column, database.catalog) : undefined;
      return weakness === undefined ? [] : [{ transform: mask.transform, weakness }];
    });
    if (weak === undefined) return [];
    const text = columnName(relation, column);
    return [
      {
        subject: `${database.name}/${text}`,
        message: `Mask ${weak.transform} of class ${classified.class} gives too much away on ${text}: ${weak.weakness}.`,
        position: examined.policy.classes.get(classified.class)?.position ?? examined.policy.position(['classes']),
        column: foundColumn(database.name, located),
        remedy: 'Give the column a class of its own with a stronger mask, redact for one, or raise the step.',
        yaml: undefined,
      },
    ];
  });

export const maskStrength: Check = {
  id: 'PGV020',
  name: 'mask-strength',
  severity: 'warning',
  title: 'Mask that gives too much away on a column',
  help: 'What a mask gives away depends on the type, too: two digits of a PIN of four still leave a hundred to try, and a number that is rounded to a step below the last digit of its type stays as it is. See what each mask gives away in docs/masks.md.',
  looksAt: 'catalog',
  find: (examined) => examined.databases.flatMap((database) => findIn(examined, database)),
};
