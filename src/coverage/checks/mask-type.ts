/** PGV008: masks that do nothing on the type of a column. */
import { byType } from '../by-type.ts';
import { formatType } from '../format-type.ts';
import { misfit } from '../mask-fit.ts';
import { maskedColumns, positionOf } from '../masked-columns.ts';
import { columnName, foundColumn, listed, yaml } from '../names.ts';
import type { Check, Examined, ExaminedDatabase, Found } from '../types.ts';

const typeName = ({ catalog }: ExaminedDatabase, oid: number): string => formatType(catalog, oid) || `type ${String(oid)}`;

const misfitOf = byType((mask, _className, column, catalog) => misfit(mask, column, catalog));

const findIn = (examined: Examined, database: ExaminedDatabase): readonly Found[] => {
  const { catalog, name } = database;
  return maskedColumns(examined, database).flatMap(({ classified, located, masks }) => {
    const { relation, column } = located;
    const misfits = masks.flatMap((worn) => {
      const bad = misfitOf(worn.mask, classified.class, column, catalog);
      return bad === undefined ? [] : [{ worn, bad }];
    });
    const [first] = misfits;
    if (first === undefined) return [];
    const text = columnName(relation, column);
    const { worn, bad } = first;
    const whole = bad === worn.mask;
    const mask = whole ? bad.transform : `${bad.transform} inside ${worn.mask.transform}`;
    const what = whole ? 'redacted values' : 'what it masks redacted';
    return [
      {
        subject: `${name}/${text}`,
        message: `Mask ${mask} of class ${classified.class} does not work on ${text} (${typeName(database, column.type)}): ${listed(misfits.map((one) => one.worn.principal))} ${misfits.length === 1 ? 'gets' : 'get'} ${what}.`,
        position: positionOf(examined.policy, classified.class, worn),
        column: foundColumn(name, located),
        ...(whole
          ? {
              remedy: 'Give the column a class of its own under classification, with a mask that fits the type, as redact does.',
              yaml: `    ${yaml(text)}: ${classified.class}-${typeName(database, column.type).replaceAll(/\W/g, '')}`,
            }
          : {
              remedy:
                'Choose a mask for that part that works on text, or in JSON on numbers; or redact, which says what happens.',
              yaml: undefined,
            }),
      },
    ];
  });
};

export const maskType: Check = {
  id: 'PGV008',
  name: 'mask-type',
  severity: 'warning',
  title: 'Mask that cannot work for the type',
  help: 'Each mask works on some types; on all others, and where a column is too short for it, every value is redacted. Nothing leaks, and the mask does not do what it was chosen for. `redact` and `null` work on every type.',
  looksAt: 'catalog',
  find: (examined) => examined.databases.flatMap((database) => findIn(examined, database)),
};
