/** Assignments to columns: what flows into each, through views down to the base columns, and what else a write sets off. */
import type { Node, WithClause } from 'libpg-query';
import { columnKey, type Relation } from '../../catalog/types.ts';
import { as, textConstant } from '../ast.ts';
import { relationColumns, writtenBelow, writtenRelations } from '../relations.ts';
import type { Item, Scope } from '../scope.ts';
import type { Source } from '../types.ts';
import { refuse } from '../unreadable.ts';
import { named, through, type Value, withSources } from '../value.ts';

export interface Assignment {
  readonly column: string;
  readonly value: Value;
  /** The expressions assigned, as written. */
  readonly nodes: readonly (Node | undefined)[];
}

const textsIn = (node: unknown, found: string[]): void => {
  if (typeof node !== 'object' || node === null) return;
  const text = textConstant(node as Node);
  if (text !== undefined) found.push(text);
  else for (const child of Object.values(node)) textsIn(child, found);
};

/** Text constants anywhere in the expressions: a masked value may come back inside of another. */
export const textsOf = (nodes: readonly (Node | undefined)[]): readonly string[] => {
  const found: string[] = [];
  for (const node of nodes) textsIn(node, found);
  return found;
};

const parametersIn = (node: unknown, found: Set<number>): void => {
  if (typeof node !== 'object' || node === null) return;
  const parameter = as(node as Node, 'ParamRef');
  if (parameter !== undefined) found.add(parameter.number ?? 0);
  else for (const child of Object.values(node)) parametersIn(child, found);
};

const readsColumns = (node: unknown): boolean =>
  typeof node === 'object' &&
  node !== null &&
  (as(node as Node, 'ColumnRef') !== undefined || Object.values(node).some((child) => readsColumns(child)));

/** Numbers of the parameters anywhere in the expressions. */
export const parametersOf = (nodes: readonly (Node | undefined)[]): readonly number[] => {
  const found = new Set<number>();
  for (const node of nodes) parametersIn(node, found);
  return [...found];
};

export const ctesOf = (clause: WithClause | undefined): readonly Node[] => clause?.ctes ?? [];

const targetColumn = (relation: Relation, name: string): number => {
  const column = relation.columns.find((entry) => entry.name === name);
  if (column === undefined) throw refuse('unresolved', `column "${name}" of relation "${relation.name}"`);
  return column.attnum;
};

/** `beside`: the lists of values, subqueries and CTEs that an expression may name a column of. */
export const recordAssignments = (
  scope: Scope,
  relation: Relation,
  assignments: readonly Assignment[],
  beside: readonly (Node | undefined)[] = [],
): void => {
  const { recorder } = scope.frame;
  for (const { column, value, nodes: own } of assignments) {
    const nodes = own.some((node) => readsColumns(node)) ? [...own, ...beside] : own;
    const key = columnKey(relation.oid, targetColumn(relation, column));
    const parameters = parametersOf(nodes);
    for (const target of [key, ...writtenBelow(scope.frame, relation, column)]) {
      recorder.touchColumn(target);
      recorder.write({ target, sources: value.sources, opaque: value.opaque, constants: textsOf(nodes), parameters });
    }
  }
};

const events = { insert: 4, delete: 8, update: 16, truncate: 32 } as const;

type Event = keyof typeof events;

/** The triggers by which PostgreSQL carries a write of a referenced row over to the rows that refer to it (ri_triggers.c). */
const carrying = /^RI_FKey_(?:cascade|setnull|setdefault)_(?:del|upd)$/;

/** Relations that such a write reaches through foreign keys, and the triggers that go off there. */
const recordReached = (scope: Scope, relation: Relation, event: Event, seen: Set<string>): void => {
  const { recorder, names } = scope.frame;
  const carriers = relation.triggers
    .filter((trigger) => trigger.internal && (trigger.type & events[event]) !== 0)
    .map((trigger) => names.catalog.fn(trigger.function)?.name ?? '')
    .filter((name) => carrying.test(name));
  // The internal triggers of TRUNCATE belong to no constraint: CASCADE empties all that refers to the relation.
  const follows =
    event === 'truncate' ? ['truncate' as const] : carriers.map((name) => (name === 'RI_FKey_cascade_del' ? 'delete' : 'update'));
  for (const next of new Set(follows)) {
    for (const child of names.catalog.relations()) {
      if (!child.constraints.some((constraint) => constraint.kind === 'f' && constraint.foreignRelation === relation.oid))
        continue;
      if (seen.has(`${String(child.oid)} ${next}`)) continue;
      seen.add(`${String(child.oid)} ${next}`);
      recorder.effect({ kind: 'reach', relation: child.oid });
      recordTriggers(scope, child, next);
      recordReached(scope, child, next, seen);
    }
  }
};

const recordTriggers = ({ frame: { recorder } }: Scope, relation: Relation, event: Event): void => {
  for (const trigger of relation.triggers) {
    if (!trigger.internal && (trigger.type & events[event]) !== 0)
      recorder.effect({ kind: 'trigger', relation: relation.oid, function: trigger.function });
  }
};

/** Triggers and rules of the relation (and of its children) that such a write sets off, and where foreign keys carry it. */
export const recordEffects = (scope: Scope, relation: Relation, event: Event): void => {
  const { recorder, names } = scope.frame;
  recorder.target(relation.oid);
  recordTriggers(scope, relation, event);
  recordReached(scope, relation, event, new Set());
  for (const rule of relation.rules)
    if (rule.event === event) recorder.effect({ kind: 'rule', relation: relation.oid, name: rule.name });
  for (const child of names.catalog.children(relation.oid)) {
    const found = names.catalog.relation(child);
    if (found !== undefined) recordEffects(scope, found, event);
  }
  for (const below of writtenRelations(scope.frame, relation)) if (below.oid !== relation.oid) recordEffects(scope, below, event);
};

/** The target as RETURNING sees it: a column that was assigned holds what flowed into it, besides what it held. */
export const writtenItem = (scope: Scope, item: Item, relation: Relation, assignments: readonly Assignment[]): Item => {
  const base = relationColumns(scope.frame, relation);
  const columns = item.columns.map((column, index) => {
    const name = base[index]?.name;
    const into: Source[] = [];
    let { opaque } = column;
    for (const assignment of assignments) {
      if (assignment.column !== name) continue;
      into.push(...through('derived', 'assigned', assignment.value.sources));
      opaque ??= assignment.value.opaque;
    }
    return named(column.name, { ...withSources(column, into), opaque });
  });
  return { ...item, columns };
};
