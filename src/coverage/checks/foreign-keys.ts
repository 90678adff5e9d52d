/** PGV010 and PGV011: both sides of a foreign key hold the same values, and should be treated the same. */
import { columnKey, type ColumnKey } from '../../catalog/types.ts';
import type { Classified } from '../../policy/types.ts';
import { veilOf, type Veil } from '../../policy/veil.ts';
import { keyPairs } from '../key-pairs.ts';
import { columnName, foundColumn, listed, yaml, type Located } from '../names.ts';
import { readersOf, readersOfRelation } from '../readers.ts';
import { lookSame, type Sight } from '../same-masks.ts';
import type { Check, Examined, ExaminedDatabase, Found } from '../types.ts';

const text = ({ relation, column }: Located): string => columnName(relation, column);
const keyOf = ({ relation, column }: Located): ColumnKey => columnKey(relation.oid, column.attnum);
const classIn = ({ bound }: ExaminedDatabase, located: Located): Classified | undefined => bound.classOf(keyOf(located));

/** A column that several keys reach has one finding. */
const oncePerColumn = (all: readonly Found[]): readonly Found[] => {
  const seen = new Set<string>();
  return all.filter(({ subject }) => !seen.has(subject) && seen.add(subject));
};

const missingClass = ({ policy }: Examined, database: ExaminedDatabase): readonly Found[] => {
  const readers = readersOf(policy, database.name);
  return keyPairs(database.catalog).flatMap(({ from, to }) => {
    const [here, there] = [classIn(database, from), classIn(database, to)];
    if ((here === undefined) === (there === undefined)) return [];
    const [bare, known, className] = here === undefined ? [from, to, there?.class ?? ''] : [to, from, here.class];
    // The policy has said `none` of it, or nobody can read it.
    if (database.bound.exempt.has(keyOf(bare)) || readersOfRelation(readers, bare.relation).length === 0) return [];
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
  find: (examined) => examined.databases.flatMap((database) => oncePerColumn(missingClass(examined, database))),
};

/** How one principal sees a column. */
type See = (classified: Classified, located: Located) => Sight;

const seeBy =
  (veil: Veil): See =>
  (classified, { column }) => {
    const mask = veil.of(classified.column) === undefined ? 'pass' : (veil.maskOf(classified) ?? 'redact');
    const treatment = typeof mask === 'object' && mask.transform === 'redact' ? 'redact' : mask;
    return { column, class: classified.class, treatment };
  };

const differentMasks = ({ policy, now }: Examined, database: ExaminedDatabase): readonly Found[] => {
  const { bound, catalog, name } = database;
  const readers = readersOf(policy, name);
  const sights = new Map(readers.map(({ grant }) => [grant, seeBy(veilOf(bound, grant, now))]));
  return keyPairs(catalog).flatMap(({ from, to }) => {
    const [here, there] = [classIn(database, from), classIn(database, to)];
    if (here === undefined || there === undefined) return [];
    const both = readersOfRelation(readersOfRelation(readers, from.relation), to.relation);
    const differs = both.filter(({ grant }) => {
      const see = sights.get(grant);
      return see !== undefined && !lookSame(see(here, from), see(there, to), catalog);
    });
    if (differs.length === 0) return [];
    const sees = differs.length === 1 ? 'sees' : 'see';
    return [
      {
        subject: `${name}/${text(from)}`,
        message: `${text(from)} (class ${here.class}) references ${text(to)} (class ${there.class}): ${listed(differs.map(({ principal }) => principal))} ${sees} the same value differently on either side, and cannot match rows.`,
        position:
          here.origin.line === undefined
            ? policy.position(['classification', 'columns'])
            : { line: here.origin.line, column: here.origin.column ?? 1 },
        column: foundColumn(name, from),
        ...(here.class === there.class
          ? {
              remedy:
                'Reveal both columns or neither, and choose a mask that gives one token for both of their types, or redact.',
              yaml: undefined,
            }
          : { remedy: 'Give both columns one class.', yaml: `    ${yaml(text(from))}: ${there.class}` }),
      },
    ];
  });
};

export const foreignKeyMask: Check = {
  id: 'PGV011',
  name: 'foreign-key-mask',
  severity: 'warning',
  title: 'Foreign key with different masks on its sides',
  help: 'Both sides of a foreign key hold the same values. In two classes they get different masks, or the same mask with different keys; in one class a hash is another for another type or length, and a reveal may hold for one side only. Rows that belong together then no longer look so, and what one side hides the other may show.',
  looksAt: 'catalog',
  find: (examined) => examined.databases.flatMap((database) => oncePerColumn(differentMasks(examined, database))),
};
