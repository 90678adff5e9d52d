/** PGV017: columns of which two classes are said. */
import { isSystemSchema } from '../../policy/patterns.ts';
import type { Said } from '../../policy/said.ts';
import { columnName, foundColumn, locate, yaml } from '../names.ts';
import type { Check, Examined, ExaminedDatabase, Found } from '../types.ts';

const sources: Readonly<Record<Said['origin']['source'], string>> = {
  policy: 'the policy',
  comment: 'its comment',
  'security-label': 'its security label',
  dbt: 'dbt',
  prisma: 'Prisma',
  'system-pack': 'the built-in pack',
  'foreign-key': 'a foreign key',
  derived: 'what it is made from',
};

const saidBy = ({ class: className, origin: { source, file, line, text } }: Said): string =>
  `${className} by ${sources[source]} (${file === undefined ? text : `${file}:${String(line ?? 1)} ${text}`})`;

const findIn = ({ policy }: Examined, { bound, catalog, name }: ExaminedDatabase): readonly Found[] =>
  bound.conflicts.flatMap(({ column: key, kept, other }) => {
    const located = locate(catalog, key);
    if (located === undefined || isSystemSchema(located.relation.schema)) return [];
    const column = columnName(located.relation, located.column);
    const { line, column: at } = kept.origin.source === 'policy' ? kept.origin : { line: undefined, column: undefined };
    return [
      {
        subject: `${name}/${column} ${other.origin.source}`,
        message: `${column} is ${saidBy(kept)}, which holds, and ${saidBy(other)}.`,
        position: line === undefined ? policy.position(['classification', 'columns']) : { line, column: at ?? 1 },
        column: foundColumn(name, located),
        remedy: 'Say the same class in both places, or say it in one.',
        yaml: `    ${yaml(column)}: ${yaml(other.class)}`,
      },
    ];
  });

export const classConflict: Check = {
  id: 'PGV017',
  name: 'class-conflict',
  severity: 'warning',
  title: 'Column of which two classes are said',
  help: 'Two sources give a column different classes. The first of these holds: the policy, the comment of the column, its security label, dbt, Prisma. A rule of the policy with the class `none` is an exception on purpose, and no conflict.',
  looksAt: 'catalog',
  find: (examined) => examined.databases.flatMap((database) => findIn(examined, database)),
};
