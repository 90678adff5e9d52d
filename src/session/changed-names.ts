/** Which names a statement that changes the catalog may give another meaning to. */
import type { RawStmt } from 'libpg-query';
import type { Catalog } from '../catalog/types.ts';
import type { StatementLineage } from '../lineage/types.ts';
import type { ChangedNames } from './catalog-changes.ts';

/** Node types of statements that no result depends on but by speed. */
const none: ReadonlySet<string> = new Set([
  'IndexStmt',
  'CommentStmt',
  'CreateStatsStmt',
  'AlterStatsStmt',
  'VacuumStmt',
  'ReindexStmt',
  'ClusterStmt',
  'TruncateStmt',
]);

/** Those whose text does not name all that they change, or that change how expressions are resolved. */
const any: ReadonlySet<string> = new Set([
  'DoStmt',
  'CallStmt',
  'DefineStmt',
  'CreateExtensionStmt',
  'AlterExtensionStmt',
  'AlterExtensionContentsStmt',
  'ImportForeignSchemaStmt',
  'CreateCastStmt',
  'CreateOpClassStmt',
  'CreateOpFamilyStmt',
  'AlterOpFamilyStmt',
  'AlterOperatorStmt',
  'AlterTypeStmt',
  'DropOwnedStmt',
  'ReassignOwnedStmt',
  'GrantRoleStmt',
  'AlterRoleStmt',
]);

/** Parts of nodes that hold what the new object reads or consists of: it gives those names no other meaning. */
const read: ReadonlySet<string> = new Set(['query', 'tableElts', 'pktable', 'options', 'actions', 'whereClause', 'sql_body']);

const collect = (node: unknown, names: Set<string>): void => {
  if (typeof node === 'string') names.add(node);
  else if (typeof node === 'object' && node !== null)
    for (const [key, part] of Object.entries(node)) if (!read.has(key)) collect(part, names);
};

/** A schema that is renamed, or that a role may use from now on, takes its place in search_path. */
const changesSchema = (node: unknown): boolean =>
  typeof node === 'object' &&
  node !== null &&
  (('renameType' in node && node.renameType === 'OBJECT_SCHEMA') || ('objtype' in node && node.objtype === 'OBJECT_SCHEMA'));

export const changedNames = (raw: RawStmt | undefined): ChangedNames => {
  const [type, node] = Object.entries(raw?.stmt ?? {})[0] ?? ['', undefined];
  if (none.has(type)) return new Set();
  if (type === '' || any.has(type) || changesSchema(node)) return 'any';
  const names = new Set<string>();
  collect(node, names);
  return names;
};

/** The names by which a statement finds what it reads: of relations, functions and their schemas. */
export const usedNames = ({ relations, functions }: StatementLineage, catalog: Catalog): ReadonlySet<string> =>
  new Set([
    ...relations.flatMap((oid) => {
      const relation = catalog.relation(oid);
      return relation === undefined ? [] : [relation.schema, relation.name];
    }),
    ...functions.flatMap(({ name }) => [name, name.slice(0, name.indexOf('.')), name.slice(name.indexOf('.') + 1)]),
  ]);
