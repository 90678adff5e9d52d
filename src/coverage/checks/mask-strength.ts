/** PGV020: masks that give away more on a column than they are chosen for. */
import { byType } from '../by-type.ts';
import { weaknessOf } from '../mask-strength/index.ts';
import { maskedColumns, positionOf } from '../masked-columns.ts';
import { columnName, foundColumn, listed } from '../names.ts';
import type { Check, Examined, ExaminedDatabase, Found } from '../types.ts';

const weakness = byType(weaknessOf);

const findIn = (examined: Examined, database: ExaminedDatabase): readonly Found[] =>
  maskedColumns(examined, database).flatMap(({ classified, located, masks }) => {
    const { relation, column } = located;
    const weak = masks.flatMap((worn) => {
      const why = weakness(worn.mask, classified.class, column, database.catalog);
      return why === undefined ? [] : [{ worn, why }];
    });
    const [first] = weak;
    if (first === undefined) return [];
    const text = columnName(relation, column);
    // Where all see the same, nobody need be named.
    const whom = weak.length === masks.length ? '' : ` for ${listed(weak.map(({ worn }) => worn.principal))}`;
    return [
      {
        subject: `${database.name}/${text}`,
        message: `Mask ${first.worn.mask.transform} of class ${classified.class} gives too much away on ${text}${whom}: ${first.why}.`,
        position: positionOf(examined.policy, classified.class, first.worn),
        column: foundColumn(database.name, located),
        remedy:
          'Change the options of the mask, choose another, as redact or hash, or give the column a class of its own with a stronger one.',
        yaml: undefined,
      },
    ];
  });

export const maskStrength: Check = {
  id: 'PGV020',
  name: 'mask-strength',
  severity: 'warning',
  title: 'Mask that gives too much away on a column',
  help: 'What a mask gives away depends on its options, on the type, and on what the class holds: two digits of a PIN of four still leave a hundred to try, a number that is rounded to a step below the last digit of its type stays as it is, and a date of birth that is cut to its day is one still. docs/gate.md has the limits.',
  looksAt: 'catalog',
  find: (examined) => examined.databases.flatMap((database) => findIn(examined, database)),
};
