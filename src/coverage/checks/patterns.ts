/** PGV003 and PGV004: names of the policy that no database has. */
import type { Path } from '../../policy/document.ts';
import { relationMatches, type ColumnPattern, type RelationPattern } from '../../policy/patterns.ts';
import { nearest } from '../../policy/problems.ts';
import { columnName, relationName } from '../names.ts';
import type { Check, Examined, Found } from '../types.ts';

interface Named {
  readonly path: Path;
  readonly what: string;
  readonly pattern: RelationPattern | ColumnPattern;
  /** Databases that it speaks of; undefined for all. */
  readonly databases: readonly string[] | undefined;
  /** What follows from its matching nothing. */
  readonly effect: string;
}

const namesOf = ({ policy: { document, classification, grants } }: Examined): readonly Named[] => [
  ...classification.map(({ pattern }) => ({
    path: ['classification', 'columns', pattern.text],
    what: 'classification',
    pattern,
    databases: undefined,
    effect: 'it classifies no column',
  })),
  ...grants.flatMap((grant, index) => [
    ...(document.grants[index]?.relations.allow.length === 0 ? [] : grant.allow).map((pattern, at) => ({
      path: ['grants', index, 'relations', 'allow', at],
      what: `allow of ${grant.name}`,
      pattern,
      databases: grant.databases,
      effect: 'it allows nothing',
    })),
    ...grant.deny.map((pattern, at) => ({
      path: ['grants', index, 'relations', 'deny', at],
      what: `deny of ${grant.name}`,
      pattern,
      databases: grant.databases,
      effect: 'it denies nothing',
    })),
    ...grant.reveals.flatMap(({ column }, at) =>
      column === undefined
        ? []
        : [
            {
              path: ['grants', index, 'reveal', at, 'column'],
              what: `reveal of ${grant.name}`,
              pattern: column,
              databases: grant.databases,
              effect: 'it reveals nothing',
            },
          ],
    ),
  ]),
];

const isColumn = (pattern: RelationPattern | ColumnPattern): pattern is ColumnPattern => 'column' in pattern;

const isExact = (pattern: RelationPattern | ColumnPattern): boolean =>
  pattern.schema.exact && pattern.name.exact && (!isColumn(pattern) || pattern.column.exact);

const matchesAny = ({ pattern, databases }: Named, examined: Examined): boolean =>
  examined.databases.some(({ name, catalog }) => {
    if (databases !== undefined && !databases.includes(name)) return false;
    for (const relation of catalog.relations()) {
      if (!relationMatches(pattern, relation.schema, relation.name)) continue;
      if (!isColumn(pattern) || relation.columns.some((column) => pattern.column.matches(column.name))) return true;
    }
    return false;
  });

/** The name that was probably meant, among the tables and views. */
const meant = ({ pattern }: Named, { databases }: Examined): string | undefined => {
  const relations = databases.flatMap(({ catalog }) => [...catalog.relations()].filter(({ kind }) => 'rvmfp'.includes(kind)));
  if (!isColumn(pattern)) return nearest(pattern.text, relations.map(relationName));
  const own = relations.filter((relation) => relationMatches(pattern, relation.schema, relation.name));
  const among = own.length > 0 ? own : relations;
  return nearest(
    pattern.text,
    among.flatMap((relation) => relation.columns.map((column) => columnName(relation, column))),
  );
};

const find = (examined: Examined, exact: boolean): readonly Found[] => {
  // A name could be one of a database that is not looked at.
  if (examined.databases.length < examined.policy.databases.size) return [];
  return namesOf(examined)
    .filter((named) => isExact(named.pattern) === exact && !matchesAny(named, examined))
    .map((named) => {
      const near = exact ? meant(named, examined) : undefined;
      return {
        subject: `${named.what} ${named.pattern.text}`,
        message: `${named.pattern.text} (${named.what}) matches nothing in ${examined.databases.length === 1 ? 'the database' : 'any database'}: ${named.effect}.`,
        position: examined.policy.position(named.path),
        column: undefined,
        remedy:
          near === undefined
            ? 'Correct the name, or remove the line.'
            : `Write ${near} if that is what was meant, or remove the line.`,
        yaml: undefined,
      };
    });
};

export const unmatchedRule: Check = {
  id: 'PGV003',
  name: 'unmatched-rule',
  severity: 'error',
  title: 'Name in the policy that the database does not have',
  help: 'A rule names one column or relation that does not exist: it was renamed or dropped, or the rule has a typing error, and the column that was meant is not classified. Names are matched by case, as the catalog has them.',
  looksAt: 'catalog',
  find: (examined) => find(examined, true),
};

export const unmatchedWildcard: Check = {
  id: 'PGV004',
  name: 'unmatched-wildcard',
  severity: 'note',
  title: 'Wildcard in the policy that matches nothing',
  help: 'A pattern with `*` matches no column or relation of the databases. That is harmless where it stands for the future.',
  looksAt: 'catalog',
  find: (examined) => find(examined, false),
};
