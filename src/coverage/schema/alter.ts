/** ALTER TABLE and its like for views, composite types and foreign tables: a table of its commands. */
import type { AlterTableCmd, AlterTableStmt } from 'libpg-query';
import { columnKey, type Column, type Relation } from '../../catalog/types.ts';
import { as } from '../../lineage/ast.ts';
import { resolveTypeName } from './column-types.ts';
import { addDefined, changeColumn, finishGenerated, generationExpression } from './columns.ts';
import { addConstraint } from './constraints.ts';
import { ownRelation, type Context, type Handlers } from './context.ts';
import { dropColumnOf } from './drops.ts';
import { withDescendants, type SchemaState } from './state.ts';

type Subtype = NonNullable<AlterTableCmd['subtype']>;
/** `only`: ALTER TABLE ONLY, which leaves children as they are. */
type Command = (relation: Relation, command: AlterTableCmd, context: Context, only: boolean) => void;

const current = (state: SchemaState, relation: Relation): Relation => state.relations.byOid.get(relation.oid) ?? relation;

/** In children too. */
const changeEverywhere = (
  state: SchemaState,
  relation: Relation,
  name: string,
  change: Parameters<typeof changeColumn>[3],
): void => {
  for (const one of withDescendants(state, relation)) changeColumn(state, current(state, one), name, change);
};

const addColumn: Command = (relation, { def, missing_ok: ifNotExists }, context) => {
  const definition = as(def, 'ColumnDef');
  if (definition === undefined) return;
  const { state, place } = context;
  if (relation.columns.some(({ name }) => name === definition.colname)) {
    if (ifNotExists === true) return;
    const name = `${relation.schema}.${relation.name}.${definition.colname ?? ''}`;
    state.problem(place(definition.location), `column ${name} again`, `${name} is added a second time: the first one is kept.`);
    return;
  }
  addDefined(context, relation, definition);
  finishGenerated(context, current(state, relation), [definition]);
  for (const node of definition.constraints ?? []) addConstraint(context, current(state, relation), node, definition.colname);
};

const dropColumn: Command = (relation, { name = '', missing_ok: ifExists }, { state, place }, only) => {
  const column = relation.columns.find((one) => one.name === name);
  if (column === undefined) {
    const full = `${relation.schema}.${relation.name}.${name}`;
    if (ifExists !== true)
      state.problem(place(), `DROP COLUMN ${full}`, `DROP COLUMN of ${full}, which no file makes, is left out.`);
    return;
  }
  dropColumnOf(state, relation, column, only);
};

const alterType: Command = (relation, { name = '', def }, { state, place }) => {
  const definition = as(def, 'ColumnDef');
  const { oid, typmod } = resolveTypeName(state, definition?.typeName, place(definition?.location));
  changeEverywhere(state, relation, name, (column) => ({ ...column, type: oid, typmod }));
};

const setExpression: Command = (relation, { name = '', def }, { state }) => {
  const generatedFrom = generationExpression(relation, def);
  changeEverywhere(state, relation, name, (column) => ({ ...column, generatedFrom }));
};

const dropExpression: Command = (relation, { name = '' }, { state }) => {
  changeEverywhere(state, relation, name, ({ generatedFrom: _from, ...column }) => ({ ...column, generated: '' }));
};

const notNull =
  (value: boolean): Command =>
  (relation, { name = '' }, { state }, only) => {
    const change = (column: Column): Column => ({ ...column, notNull: value });
    if (only) changeColumn(state, current(state, relation), name, change);
    else changeEverywhere(state, relation, name, change);
  };

const dropConstraint: Command = (relation, { name }, { state }) => {
  const found = current(state, relation);
  state.relations.put({ ...found, constraints: found.constraints.filter((constraint) => constraint.name !== name) });
};

const parents =
  (change: (parents: readonly number[], oid: number) => readonly number[], which: 'child' | 'parent'): Command =>
  (relation, { def }, context) => {
    const range = as(def, 'PartitionCmd')?.name ?? as(def, 'RangeVar');
    const other = ownRelation(context, range, 'ALTER TABLE');
    if (other === undefined) return;
    const [child, parent] = which === 'child' ? [other, relation] : [relation, other];
    context.state.relations.put({ ...child, parents: change(child.parents, parent.oid) });
    if (which === 'parent') for (const { attnum } of child.columns) context.state.localColumns.add(columnKey(child.oid, attnum));
  };

const add = (list: readonly number[], oid: number): readonly number[] => [...list, oid];
const remove = (list: readonly number[], oid: number): readonly number[] => list.filter((one) => one !== oid);

const rowSecurity =
  (value: boolean): Command =>
  (relation, _command, { state }) => {
    state.relations.put({ ...current(state, relation), rowSecurity: value });
  };

const commands: Readonly<Partial<Record<Subtype, Command>>> = {
  AT_AddColumn: addColumn,
  AT_DropColumn: dropColumn,
  AT_AlterColumnType: alterType,
  AT_SetExpression: setExpression,
  AT_DropExpression: dropExpression,
  AT_SetNotNull: notNull(true),
  AT_DropNotNull: notNull(false),
  AT_AddConstraint: (relation, { def }, context) => {
    addConstraint(context, relation, def);
  },
  AT_DropConstraint: dropConstraint,
  AT_AttachPartition: parents(add, 'child'),
  AT_DetachPartition: parents(remove, 'child'),
  AT_AddInherit: parents(add, 'parent'),
  AT_DropInherit: parents(remove, 'parent'),
  AT_EnableRowSecurity: rowSecurity(true),
  AT_DisableRowSecurity: rowSecurity(false),
};

/** AlterTablePass of tablecmds.c: what a statement drops is dropped before it adds, in whatever order it stands there. */
const passes: readonly (readonly Subtype[])[] = [
  ['AT_DropColumn', 'AT_DropConstraint', 'AT_DropNotNull', 'AT_DropExpression'],
  ['AT_AlterColumnType'],
  ['AT_SetExpression'],
  ['AT_AddColumn'],
];

const passOf = ({ subtype }: AlterTableCmd): number => {
  const found = passes.findIndex((pass) => subtype !== undefined && pass.includes(subtype));
  return found < 0 ? passes.length : found;
};

/** What a relation's columns, keys and rights do not depend on. */
const without: ReadonlySet<Subtype> = new Set<Subtype>([
  'AT_ColumnDefault',
  'AT_SetStatistics',
  'AT_SetOptions',
  'AT_ResetOptions',
  'AT_SetStorage',
  'AT_SetCompression',
  'AT_AlterConstraint',
  'AT_ValidateConstraint',
  'AT_AlterColumnGenericOptions',
  'AT_ChangeOwner',
  'AT_ClusterOn',
  'AT_DropCluster',
  'AT_SetLogged',
  'AT_SetUnLogged',
  'AT_DropOids',
  'AT_SetAccessMethod',
  'AT_SetTableSpace',
  'AT_SetRelOptions',
  'AT_ResetRelOptions',
  'AT_EnableTrig',
  'AT_EnableAlwaysTrig',
  'AT_EnableReplicaTrig',
  'AT_DisableTrig',
  'AT_EnableTrigAll',
  'AT_DisableTrigAll',
  'AT_EnableTrigUser',
  'AT_DisableTrigUser',
  'AT_EnableRule',
  'AT_EnableAlwaysRule',
  'AT_EnableReplicaRule',
  'AT_DisableRule',
  'AT_AddOf',
  'AT_DropOf',
  'AT_ReplicaIdentity',
  'AT_ForceRowSecurity',
  'AT_NoForceRowSecurity',
  'AT_GenericOptions',
  'AT_DetachPartitionFinalize',
  'AT_AddIdentity',
  'AT_SetIdentity',
  'AT_DropIdentity',
]);

const adding: ReadonlySet<Subtype> = new Set<Subtype>([
  'AT_AddColumn',
  'AT_AddConstraint',
  'AT_AddInherit',
  'AT_AttachPartition',
]);

/** Whether all that it does leaves what is there as it is. */
export const addsOnly = ({ cmds }: AlterTableStmt): boolean =>
  (cmds ?? []).every((node) => {
    const subtype = as(node, 'AlterTableCmd')?.subtype;
    return subtype !== undefined && (adding.has(subtype) || without.has(subtype));
  });

const ofRelations: ReadonlySet<string> = new Set([
  'OBJECT_TABLE',
  'OBJECT_VIEW',
  'OBJECT_MATVIEW',
  'OBJECT_FOREIGN_TABLE',
  'OBJECT_TYPE',
]);

export const alterHandlers: Handlers = {
  AlterTableStmt: ({ relation: range, cmds, objtype = '', missing_ok: missingOk }, context) => {
    if (!ofRelations.has(objtype)) return;
    const telling = (cmds ?? []).flatMap((node) => {
      const command = as(node, 'AlterTableCmd');
      return command === undefined || (command.subtype !== undefined && without.has(command.subtype)) ? [] : command;
    });
    if (telling.length === 0) return;
    const relation = ownRelation(context, range, 'ALTER TABLE', missingOk);
    if (relation === undefined) return;
    for (const command of telling.toSorted((a, b) => passOf(a) - passOf(b))) {
      const run = command.subtype === undefined ? undefined : commands[command.subtype];
      if (run !== undefined) run(current(context.state, relation), command, context, range?.inh !== true);
      else
        context.state.problem(
          context.place(),
          `ALTER TABLE ${command.subtype ?? ''}`,
          `An ALTER TABLE (${command.subtype ?? ''}) is not followed.`,
        );
    }
  },
};
