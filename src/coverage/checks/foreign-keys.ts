/** PGV010 and PGV011: both sides of a foreign key hold the same values, and should be treated the same. */
import { columnKey, type Relation } from '../../catalog/types.ts';
import { ruleIndex } from '../../policy/rule-index.ts';
import type { Classified } from '../../policy/types.ts';
import { veilOf } from '../../policy/veil.ts';
import { columnName, foundColumn, yaml, type Located } from '../names.ts';
import { readersOf, readersOfRelation } from '../readers.ts';
import type { Check, Examined, ExaminedDatabase, Found } from '../types.ts';

interface Pair {
  readonly constraint: string;
  readonly from: Located;
  readonly to: Located;
}

const at = (relation: Relation | undefined, attnum: number | undefined): Located | undefined => {
  const column = relation?.columns.find((one) => one.attnum === attnum);
  return relation === undefined || column === undefined ? undefined : { relation, column };
};

const pairsIn = ({ catalog }: ExaminedDatabase): readonly Pair[] =>
  [...catalog.relations()].flatMap((relation) =>
    relation.constraints
      // Partitions have copies of their parent's keys.
      .filter(({ kind }) => kind === 'f' && relation.parents.length === 0)
      .flatMap(({ name, attnums, foreignRelation, foreignAttnums }) =>
        attnums.flatMap((attnum, index) => {
          const from = at(relation, attnum);
          const to = at(catalog.relation(foreignRelation), foreignAttnums[index]);
          return from === undefined || to === undefined ? [] : [{ constraint: name, from, to }];
        }),
      ),
  );

const text = ({ relation, column }: Located): string => columnName(relation, column);
const classIn = ({ bound }: ExaminedDatabase, { relation, column }: Located): Classified | undefined =>
  bound.classOf(columnKey(relation.oid, column.attnum));

const missingClass = ({ policy }: Examined, database: ExaminedDatabase): readonly Found[] => {
  const index = ruleIndex(policy);
  return pairsIn(database).flatMap(({ from, to }) => {
    const [here, there] = [classIn(database, from), classIn(database, to)];
    if ((here === undefined) === (there === undefined)) return [];
    const [bare, known, className] = here === undefined ? [from, to, there?.class ?? ''] : [to, from, here.class];
    // The policy has said `none` of it.
    if (index(bare.relation)(bare.column) !== undefined) return [];
    return [
      {
        subject: `${database.name}/${text(bare)}`,
        message: `${text(bare)} has no class and is shown as it is: by a foreign key it holds the values of ${text(known)} (class ${className}).`,
        position: policy.position(['classification', 'columns']),
        column: foundColumn(database.name, bare),
        remedy: 'Give it the class of the other side under classification, or none if its values tell nothing.',
        yaml: `    ${yaml(text(bare))}: ${className}`,
      },
    ];
  });
};

export const foreignKeyClass: Check = {
  id: 'PGV010',
  name: 'foreign-key-class',
  severity: 'error',
  title: 'Foreign key between a classified column and one without a class',
  help: 'Both sides of a foreign key hold the same values. Where only one of them is classified, the other shows the values as they are.',
  looksAt: 'catalog',
  find: (examined) => examined.databases.flatMap((database) => missingClass(examined, database)),
};

const differentMasks = ({ policy, now }: Examined, database: ExaminedDatabase): readonly Found[] => {
  const { bound, catalog, name } = database;
  const readers = readersOf(policy, name);
  const veils = new Map(readers.map(({ grant }) => [grant, veilOf(bound, grant, catalog, now)]));
  return pairsIn(database).flatMap(({ from, to }) => {
    const [here, there] = [classIn(database, from), classIn(database, to)];
    if (here === undefined || there === undefined || here.class === there.class) return [];
    const both = readersOfRelation(readersOfRelation(readers, from.relation), to.relation);
    const shown = (classified: Classified, grant: (typeof readers)[number]['grant']): string => {
      const veil = veils.get(grant);
      if (veil?.of(classified.column) === undefined) return 'raw';
      const mask = veil.maskOf(classified);
      // Keys of masks are per class: equal masks of two classes give different tokens.
      return mask === undefined || mask.transform === 'redact' ? 'redact' : `${mask.transform} ${classified.class}`;
    };
    const differs = both.find(({ grant }) => shown(here, grant) !== shown(there, grant));
    if (differs === undefined) return [];
    return [
      {
        subject: `${name}/${text(from)}`,
        message: `${text(from)} (class ${here.class}) references ${text(to)} (class ${there.class}): ${differs.principal} sees the same value differently on either side, and cannot match rows.`,
        position:
          here.origin.line === undefined
            ? policy.position(['classification', 'columns'])
            : { line: here.origin.line, column: here.origin.column ?? 1 },
        column: foundColumn(name, from),
        remedy: 'Give both columns one class.',
        yaml: `    ${yaml(text(from))}: ${there.class}`,
      },
    ];
  });
};

export const foreignKeyMask: Check = {
  id: 'PGV011',
  name: 'foreign-key-mask',
  severity: 'warning',
  title: 'Foreign key with different masks on its sides',
  help: 'Both sides of a foreign key hold the same values. In two classes they get different masks, or the same mask with different keys, so that rows that belong together no longer look so.',
  looksAt: 'catalog',
  find: (examined) => examined.databases.flatMap((database) => differentMasks(examined, database)),
};
