/** PGV015 and PGV016: columns that look personal and that nobody has classified. */
import { columnKey } from '../../catalog/types.ts';
import type { Detection } from '../detection/types.ts';
import { isSystemSchema } from '../../policy/patterns.ts';
import { classFor } from '../class-names.ts';
import { isSure, looksOf, ownColumns } from '../looks.ts';
import { columnName, foundColumn, yaml, type Located } from '../names.ts';
import { readersOf, readersOfRelation } from '../readers.ts';
import { withValues } from '../sampling/evidence.ts';
import type { Check, Examined, ExaminedDatabase, Found } from '../types.ts';

interface Personal {
  readonly located: Located;
  readonly detection: Detection;
}

/** Both checks look at the same. */
const known = new WeakMap<ExaminedDatabase, readonly Personal[]>();

const personalIn = (examined: Examined, database: ExaminedDatabase): readonly Personal[] => {
  const found = known.get(database) ?? lookAt(examined, database);
  known.set(database, found);
  return found;
};

const lookAt = ({ policy }: Examined, database: ExaminedDatabase): readonly Personal[] => {
  const { catalog, bound, name, sampling } = database;
  const readers = readersOf(policy, name);
  return [...catalog.relations()].flatMap((relation) => {
    const own = isSystemSchema(relation.schema) ? [] : ownColumns(catalog, relation);
    if (own.length === 0 || readersOfRelation(readers, relation).length === 0) return [];
    const looks = looksOf(catalog, relation);
    return own.flatMap((column) => {
      const key = columnKey(relation.oid, column.attnum);
      if (bound.classOf(key) !== undefined || bound.exempt.has(key)) return [];
      const detection = withValues(looks[relation.columns.indexOf(column)], sampling?.found.get(key), catalog, column);
      return detection === undefined ? [] : [{ located: { relation, column }, detection }];
    });
  });
};

const found = ({ policy }: Examined, { name }: ExaminedDatabase, { located, detection }: Personal): Found => {
  const column = columnName(located.relation, located.column);
  const className = classFor(policy, detection.class);
  const what = detection.class === 'secret' ? 'a secret' : detection.class.replaceAll('_', ' ');
  const line = `    ${yaml(column)}: ${yaml(className)}`;
  return {
    subject: `${name}/${column}`,
    message: `${column} looks like ${what} and has no class: agents see it as it is (${detection.evidence.join('; ')}).`,
    position: policy.position(['classification', 'columns']),
    column: foundColumn(name, located),
    remedy: policy.classes.has(className)
      ? 'Give it a class under classification, or none if its values tell nothing of a person.'
      : `Give it a class under classification, and define class ${className} with a mask; or none if its values tell nothing of a person.`,
    yaml: policy.classification.length > 0 ? line : `classification:\n  columns:\n${line}`,
  };
};

const findBy =
  (isMeant: (detection: Detection) => boolean): Check['find'] =>
  (examined) =>
    examined.databases.flatMap((database) =>
      personalIn(examined, database)
        .filter(({ detection }) => isMeant(detection))
        .map((one) => found(examined, database, one)),
    );

export const personalColumn: Check = {
  id: 'PGV015',
  name: 'personal-column',
  severity: 'error',
  title: 'Column that looks personal and has no class',
  help: 'By its name, its type, its comment and its table, or by its values where `--sample` looks at some, the column holds something of a person, or a secret, and nothing classifies it: agents see its values as they are. Give it a class, by the policy, a comment `@class NAME` or another source of classes; the class `none` says that somebody has looked and its values tell nothing.',
  looksAt: 'catalog',
  find: findBy(isSure),
};

export const maybePersonal: Check = {
  id: 'PGV016',
  name: 'maybe-personal',
  severity: 'note',
  title: 'Column that may be personal and has no class',
  help: 'The column has some marks of one that holds something of a person, and as many of one that does not, or it holds what tells nobody apart by itself, such as a city. Have a look, and give it a class or `none`.',
  looksAt: 'catalog',
  find: findBy((detection) => !isSure(detection)),
};
