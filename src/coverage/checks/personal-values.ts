/** PGV104: text columns without a class whose values, as agents saw them, look personal. */
import { columnKey } from '../../catalog/types.ts';
import { isSystemSchema } from '../../policy/patterns.ts';
import { classNamed } from '../class-names.ts';
import { columnName, foundColumn, type Located, yaml } from '../names.ts';
import type { ObservedDetection } from '../observe.ts';
import type { Check, Examined, ExaminedDatabase, Found } from '../types.ts';

/** The column that the audit names, if the catalog still has it. */
const locatedBy = ({ catalog }: ExaminedDatabase, source: string): Located | undefined => {
  for (const relation of catalog.relations()) {
    if (isSystemSchema(relation.schema) || !source.startsWith(`${relation.schema}.${relation.name}.`)) continue;
    const column = relation.columns.find(({ name }) => source === `${relation.schema}.${relation.name}.${name}`);
    if (column !== undefined) return { relation, column };
  }
  return undefined;
};

const isClassified = ({ bound }: ExaminedDatabase, { relation, column }: Located): boolean => {
  const key = columnKey(relation.oid, column.attnum);
  return bound.classOf(key) !== undefined || bound.exempt.has(key);
};

const found = ({ policy }: Examined, located: Located | undefined, one: ObservedDetection): Found => {
  const { database, source, column, sql, hits, of } = one;
  const name = located === undefined ? source : columnName(located.relation, located.column);
  const what = name === undefined ? `result column ${column} of ${sql}` : `column ${name}`;
  const className = classNamed(policy, one.class);
  const line = located === undefined || name === undefined ? undefined : `    ${yaml(name)}: ${yaml(className)}`;
  return {
    subject: `${database}/values ${name ?? `${column} in ${sql}`} ${one.class}`,
    message: `unclassified ${what} looks like ${one.class}: ${String(hits)} of ${String(of)} samples`,
    position: policy.position(['classification', 'columns']),
    column: located === undefined ? undefined : foundColumn(database, located),
    remedy: policy.classes.has(className)
      ? 'Give the column that the values come from a class under classification, or none if they tell nothing of a person.'
      : `Give the column that the values come from a class under classification, and define class ${className} with a mask; or none if they tell nothing of a person.`,
    yaml: line === undefined || policy.classification.length > 0 ? line : `classification:\n  columns:\n${line}`,
  };
};

export const personalValues: Check = {
  id: 'PGV104',
  name: 'personal-values',
  severity: 'warning',
  title: 'Column without a class whose values look personal',
  help: 'pgveil looked at a bounded sample of the values that text columns without a class sent to agents, and a detector found something in many of them. Give the column a class; the class `none` says that somebody has looked. `detect` in the policy says whether there is such a look, and whether such text is scrubbed.',
  looksAt: 'audit',
  find: (examined) =>
    (examined.observed?.detected ?? []).flatMap((one): readonly Found[] => {
      const database = examined.databases.find(({ name }) => name === one.database);
      const located = database === undefined || one.source === undefined ? undefined : locatedBy(database, one.source);
      if (database !== undefined && located !== undefined && isClassified(database, located)) return [];
      return [found(examined, located, one)];
    }),
};
