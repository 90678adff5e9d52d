/** PGV105: relations that agents read and that no line of the policy speaks of. */
import { columnKey, type Relation } from '../../catalog/types.ts';
import { isSystemSchema, relationMatches } from '../../policy/patterns.ts';
import type { Policy } from '../../policy/policy.ts';
import { listed, relationName } from '../names.ts';
import type { ObservedQuery } from '../observe.ts';
import type { Check, Examined, ExaminedDatabase, Found } from '../types.ts';

/** A grant that names it without a wildcard: somebody has thought of it. */
const isNamed = ({ grants }: Policy, { schema, name }: Relation): boolean =>
  grants.some(({ allow }) =>
    allow.some((pattern) => pattern.schema.exact && pattern.name.exact && relationMatches(pattern, schema, name)),
  );

const isCovered = (policy: Policy, { bound }: ExaminedDatabase, relation: Relation): boolean =>
  isNamed(policy, relation) ||
  relation.columns.some(({ attnum }) => {
    const key = columnKey(relation.oid, attnum);
    return bound.classOf(key) !== undefined || bound.exempt.has(key);
  });

/** Tables, partitioned and foreign ones: what a view shows comes from these. Names are as the audit writes them. */
const uncoveredIn = (policy: Policy, database: ExaminedDatabase): ReadonlyMap<string, Relation> =>
  new Map(
    [...database.catalog.relations()]
      .filter(({ kind, schema }) => 'rpf'.includes(kind) && !isSystemSchema(schema))
      .filter((relation) => !isCovered(policy, database, relation))
      .map((relation) => [`${relation.schema}.${relation.name}`, relation]),
  );

const foundIn = ({ policy }: Examined, database: ExaminedDatabase, queries: readonly ObservedQuery[]): readonly Found[] => {
  const uncovered = uncoveredIn(policy, database);
  const reached = queries.filter(
    ({ refusal, relations }) => refusal === undefined && relations.some((name) => uncovered.has(name)),
  );
  if (reached.length === 0) return [];
  const seen = new Set(reached.flatMap(({ relations }) => relations.filter((name) => uncovered.has(name))));
  const names = [...seen].flatMap((name) => {
    const relation = uncovered.get(name);
    return relation === undefined ? [] : [relationName(relation)];
  });
  const times = reached.reduce((sum, query) => sum + query.times, 0);
  return [
    {
      subject: `${database.name}/uncovered`,
      message: `${String(times)} statement${times === 1 ? '' : 's'} of ${listed([...new Set(reached.map(({ principal }) => principal))])} reached ${listed(names.toSorted(), 6)}, of which no line of the policy speaks: agents see every column.`,
      position: policy.position(['classification', 'columns']),
      column: undefined,
      remedy:
        'Look through the columns, and give each table its classes, or `none` to all of them, as in `schema.table.*: none`.',
      yaml: undefined,
    },
  ];
};

export const uncoveredRelation: Check = {
  id: 'PGV105',
  name: 'uncovered-relation',
  severity: 'note',
  title: 'Statements that the policy does not cover',
  help: 'Agents read tables of which no column has a class, or the class `none`, and which no grant names without a wildcard: nobody has said that they hold nothing of a person. Names and types of their columns look harmless, or PGV015 would tell. Look at what such a table holds.',
  looksAt: 'audit',
  find: (examined) =>
    examined.databases.flatMap((database) =>
      foundIn(
        examined,
        database,
        (examined.observed?.queries ?? []).filter((query) => query.database === database.name),
      ),
    ),
};
