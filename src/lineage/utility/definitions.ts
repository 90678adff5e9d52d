/** Definitions: what they change, and the columns that their expressions read. */
import type { AlterTableStmt, Node, RangeVar } from 'libpg-query';
import { columnKey, type Relation } from '../../catalog/types.ts';
import { as, last, type NodeMap, strings, type Tag } from '../ast.ts';
import { candidatesFor } from '../expressions/call.ts';
import { natureOf } from '../functions.ts';
import { relationItem } from '../from/relation.ts';
import { findRelation, relationOf, splitName, typeOf } from '../names.ts';
import { textsOf } from '../query/writes.ts';
import { type Scope, withItems } from '../scope.ts';
import type { Entries, Entry, Outcome } from '../statements.ts';
import { isForeign, reachAny, reachByType } from './reach.ts';

const changed = (scope: Scope): void => scope.frame.recorder.change({ kind: 'catalog' });

const target = (scope: Scope, relation: Relation): void => {
  scope.frame.recorder.relation(relation.oid);
  scope.frame.recorder.target(relation.oid);
};

const rangeTarget = (scope: Scope, range: RangeVar | undefined): void => {
  if (range === undefined) return;
  const relation = findRelation(scope.frame.names, range.schemaname, range.relname ?? '');
  if (relation !== undefined) target(scope, relation);
};

/** Functions named anywhere in a definition, without their arguments. */
const recordCalls = (scope: Scope, node: unknown): void => {
  if (typeof node !== 'object' || node === null) return;
  const call = as(node as Node, 'FuncCall');
  if (call !== undefined) {
    const { schema, name } = splitName(call.funcname);
    const given = (call.args ?? []).map(() => 0);
    for (const { fn } of candidatesFor(scope, schema, name, given, { names: [], variadicArray: call.func_variadic === true })) {
      scope.frame.recorder.fn(fn, natureOf(scope.frame.names.catalog, fn), []);
    }
  }
  for (const child of Object.values(node)) recordCalls(scope, child);
};

/** Relations that a definition names: parents, LIKE, foreign keys. */
const recordRelations = (scope: Scope, node: unknown): void => {
  if (typeof node !== 'object' || node === null) return;
  const entries: readonly [string, unknown][] = Object.entries(node);
  for (const [key, child] of entries) {
    if (key === 'RangeVar' || key === 'pktable' || (key === 'relation' && typeof child === 'object')) {
      const range = child as RangeVar;
      const relation = range.relname === undefined ? undefined : findRelation(scope.frame.names, range.schemaname, range.relname);
      if (relation !== undefined) scope.frame.recorder.relation(relation.oid);
    }
    recordRelations(scope, child);
  }
};

/** A new condition of a domain is checked against the rows that are there. */
const alterDomain = (stmt: NodeMap['AlterDomainStmt'], scope: Scope): Outcome => {
  recordCalls(scope, stmt);
  const domain = typeOf(scope.frame.names, { names: stmt.typeName ?? [] });
  if (domain !== undefined) reachByType(scope.frame, domain.oid);
  changed(scope);
  return {};
};

/** REINDEX and CLUSTER without a relation compute the indexes' expressions over those of a schema or a database. */
const rebuild = <K extends 'ReindexStmt' | 'ClusterStmt'>(kind: string): Entry<K> => ({
  kind,
  read: (node, scope): Outcome => {
    rangeTarget(scope, node.relation);
    if (node.relation === undefined) reachAny(scope.frame);
    changed(scope);
    return {};
  },
});

/** RENAME and SET SCHEMA, of a relation or of a schema. */
const renaming = <K extends 'RenameStmt' | 'AlterObjectSchemaStmt'>(kind: string): Entry<K> => {
  const { read } = definition<K>(kind);
  return {
    kind,
    read: (node, scope, context): Outcome => {
      const outcome = read(node, scope, context);
      const { names } = scope.frame;
      const { relation: range } = node;
      const relation = range === undefined ? undefined : findRelation(names, range.schemaname, range.relname ?? '');
      const schema = 'renameType' in node && node.renameType === 'OBJECT_SCHEMA' ? node.subname : undefined;
      const foreign =
        (relation !== undefined && isForeign(names.catalog, relation)) ||
        (schema !== undefined && [...names.catalog.relations()].some((one) => one.kind === 'f' && one.schema === schema));
      return foreign ? { ...outcome, kind: 'alter-foreign-table' } : outcome;
    },
  };
};

/** A definition whose expressions cannot read existing rows. */
const definition = <K extends Tag>(kind: string): Entry<K> => ({
  kind,
  read: (node, scope): Outcome => {
    recordCalls(scope, node);
    recordRelations(scope, node);
    const { relation } = node as { readonly relation?: RangeVar };
    rangeTarget(scope, relation);
    changed(scope);
    return {};
  },
});

/** Expressions over the rows that are there: a CHECK that fails tells of them, a new type or column stores what they give. */
const alterTable = (stmt: AlterTableStmt, scope: Scope): Outcome => {
  const relation = relationOf(scope.frame.names, stmt.relation);
  const within = withItems(scope, [relationItem(scope, stmt.relation)]);
  target(scope, relation);
  const { recorder, tools } = scope.frame;
  const stores = (attnum: number, node: Node): void => {
    const { sources, opaque } = tools.value(within, node);
    recorder.write({ target: columnKey(relation.oid, attnum), sources, opaque, constants: textsOf([node]), parameters: [] });
  };
  const constraint = (node: Node): void => {
    const { contype, raw_expr: expression, where_clause: where } = as(node, 'Constraint') ?? {};
    if (expression !== undefined && contype === 'CONSTR_GENERATED') stores(0, expression);
    else if (expression !== undefined && contype === 'CONSTR_CHECK') tools.condition(within, expression, 'other');
    tools.condition(within, where, 'other');
  };
  for (const node of stmt.cmds ?? []) {
    const command = as(node, 'AlterTableCmd');
    const column = as(command?.def, 'ColumnDef');
    if (command?.def !== undefined && as(command.def, 'Constraint') !== undefined) constraint(command.def);
    for (const entry of column?.constraints ?? []) constraint(entry);
    if (command?.subtype === 'AT_AlterColumnType' && column?.raw_default !== undefined) {
      stores(relation.columns.find((entry) => entry.name === command.name)?.attnum ?? 0, column.raw_default);
    }
    if (command?.subtype === 'AT_SetExpression' && command.def !== undefined) {
      stores(relation.columns.find((entry) => entry.name === command.name)?.attnum ?? 0, command.def);
    }
  }
  recordCalls(scope, stmt);
  recordRelations(scope, stmt.cmds);
  changed(scope);
  return isForeign(scope.frame.names.catalog, relation) ? { kind: 'alter-foreign-table' } : {};
};

const createIndex = (stmt: NodeMap['IndexStmt'], scope: Scope): Outcome => {
  const relation = relationOf(scope.frame.names, stmt.relation);
  const within = withItems(scope, [relationItem(scope, stmt.relation)]);
  target(scope, relation);
  for (const node of stmt.indexParams ?? []) {
    const expression = as(node, 'IndexElem')?.expr;
    if (expression !== undefined) scope.frame.tools.value(within, expression);
  }
  scope.frame.tools.condition(within, stmt.whereClause, 'other');
  changed(scope);
  return {};
};

/** IF NOT EXISTS of one that is there does nothing but say so. */
const createExtension = (stmt: NodeMap['CreateExtensionStmt'], scope: Scope): Outcome => {
  changed(scope);
  const isThere = stmt.if_not_exists === true && scope.frame.names.catalog.extensions.has(stmt.extname ?? '');
  return isThere ? { kind: 'keep-extension' } : {};
};

const relationKinds: ReadonlySet<string> = new Set([
  'OBJECT_TABLE',
  'OBJECT_VIEW',
  'OBJECT_MATVIEW',
  'OBJECT_FOREIGN_TABLE',
  'OBJECT_INDEX',
  'OBJECT_SEQUENCE',
]);

const namedTarget = (scope: Scope, parts: readonly string[]): void => {
  rangeTarget(scope, { relname: last(parts) ?? '', ...(parts.length > 1 ? { schemaname: parts[parts.length - 2] ?? '' } : {}) });
};

/** Objects named by lists of strings. Triggers, rules and policies are named within their relation. */
const drop = (stmt: NodeMap['DropStmt'], scope: Scope): Outcome => {
  for (const node of stmt.objects ?? []) {
    const parts = strings(as(node, 'List')?.items);
    if (relationKinds.has(stmt.removeType ?? '')) namedTarget(scope, parts);
    else if (['OBJECT_TRIGGER', 'OBJECT_RULE', 'OBJECT_POLICY'].includes(stmt.removeType ?? ''))
      namedTarget(scope, parts.slice(0, -1));
  }
  changed(scope);
  return {};
};

const comment = (stmt: NodeMap['CommentStmt'], scope: Scope): Outcome => {
  const parts = strings(as(stmt.object, 'List')?.items);
  if (relationKinds.has(stmt.objtype ?? '')) namedTarget(scope, parts);
  else if (stmt.objtype === 'OBJECT_COLUMN') namedTarget(scope, parts.slice(0, -1));
  changed(scope);
  return {};
};

export const definitions: Entries = {
  AlterTableStmt: { kind: 'alter-table', read: alterTable },
  CommentStmt: { kind: 'comment', read: comment },
  CreateStmt: definition('create-table'),
  DropStmt: { kind: 'drop', read: drop },
  IndexStmt: { kind: 'create-index', read: createIndex },
  RenameStmt: renaming('rename'),
  ReindexStmt: rebuild('reindex'),
  ClusterStmt: rebuild('cluster'),
  CreateSchemaStmt: definition('create-schema'),
  CreateSeqStmt: definition('create-sequence'),
  AlterSeqStmt: definition('alter-sequence'),
  CompositeTypeStmt: definition('create-type'),
  DefineStmt: definition('define'),
  CreateEnumStmt: definition('create-enum'),
  CreateDomainStmt: definition('create-domain'),
  CreateRangeStmt: definition('create-range'),
  AlterTypeStmt: definition('alter-type'),
  AlterEnumStmt: definition('alter-enum'),
  AlterDomainStmt: { kind: 'alter-domain', read: alterDomain },
  CreateStatsStmt: definition('create-statistics'),
  AlterStatsStmt: definition('alter-statistics'),
  AlterObjectSchemaStmt: renaming('alter-schema'),
  AlterOwnerStmt: definition('alter-owner'),
  AlterObjectDependsStmt: definition('alter-depends'),
  CreateTrigStmt: definition('create-trigger'),
  RuleStmt: definition('create-rule'),
  CreateFunctionStmt: definition('create-function'),
  AlterFunctionStmt: definition('alter-function'),
  CreatePolicyStmt: definition('create-policy'),
  AlterPolicyStmt: definition('alter-policy'),
  CreateExtensionStmt: { kind: 'create-extension', read: createExtension },
  AlterExtensionStmt: definition('alter-extension'),
  CreateForeignTableStmt: definition('create-foreign-table'),
  CreateForeignServerStmt: definition('create-server'),
  CreateFdwStmt: definition('create-foreign-data-wrapper'),
  CreateUserMappingStmt: definition('create-user-mapping'),
  ImportForeignSchemaStmt: definition('import-foreign-schema'),
  CreateCastStmt: definition('create-cast'),
  CreateTransformStmt: definition('create-transform'),
  CreateConversionStmt: definition('create-conversion'),
  CreateOpClassStmt: definition('create-operator-class'),
  CreateOpFamilyStmt: definition('create-operator-family'),
  CreatePLangStmt: definition('create-language'),
  CreateAmStmt: definition('create-access-method'),
  CreateEventTrigStmt: definition('create-event-trigger'),
  CreatePublicationStmt: definition('create-publication'),
  AlterPublicationStmt: definition('alter-publication'),
  CreateSubscriptionStmt: definition('create-subscription'),
  AlterSubscriptionStmt: definition('alter-subscription'),
  GrantStmt: definition('grant'),
  GrantRoleStmt: definition('grant-role'),
  AlterDefaultPrivilegesStmt: definition('alter-default-privileges'),
  CreateRoleStmt: definition('create-role'),
  AlterRoleStmt: definition('alter-role'),
  AlterRoleSetStmt: definition('alter-role-set'),
  DropRoleStmt: definition('drop-role'),
  DropOwnedStmt: definition('drop-owned'),
  ReassignOwnedStmt: definition('reassign-owned'),
  CreatedbStmt: definition('create-database'),
  DropdbStmt: definition('drop-database'),
  AlterDatabaseStmt: definition('alter-database'),
  AlterDatabaseSetStmt: definition('alter-database-set'),
  AlterSystemStmt: definition('alter-system'),
  CreateTableSpaceStmt: definition('create-tablespace'),
  SecLabelStmt: definition('security-label'),
  CheckPointStmt: definition('checkpoint'),
  LoadStmt: definition('load'),
  CallStmt: definition('call'),
};
