/** Stored calls: functions, aggregates, windows, operators; all of them known by oid. */
import type { TreeNode } from '../../catalog/node-tree.ts';
import { callFunction, callHidden, type Hidden, withHidden } from '../expressions/call.ts';
import { castTo } from '../expressions/casts.ts';
import { readKey } from '../expressions/predicates.ts';
import { specialFunction, type Call } from '../expressions/special-functions.ts';
import { baseType } from '../names.ts';
import { derived, firstOpaque, steering, type Value, withSources } from '../value.ts';
import { refuse } from '../unreadable.ts';
import type { Source } from '../types.ts';
import { windowValues } from './query.ts';
import type { StoredScope } from './scope.ts';
import { flagIn, nodeIn, nodesIn, numberIn, numbersIn, textIn, textOfConst } from './tree.ts';

const read = (stored: StoredScope, nodes: readonly TreeNode[]): readonly Value[] =>
  nodes.map((node) => stored.tools.value(stored, node));

/** FUNCEXPR of the forms COERCE_EXPLICIT_CAST and COERCE_IMPLICIT_CAST. */
const casts: ReadonlySet<string> = new Set(['1', '2']);

const call = (stored: StoredScope, oid: number, type: number, given: Omit<Call, 'scope'>): Value => {
  const { scope } = stored;
  const fn = scope.frame.names.catalog.fn(oid);
  if (fn === undefined) throw refuse('unresolved', 'a function that a stored query names');
  const result = callFunction(scope, fn, given.args);
  const special = fn.builtin ? specialFunction(fn.name, { ...given, scope }) : undefined;
  const value = special === undefined ? result.value : { ...special, opaque: special.opaque ?? result.value.opaque };
  return { ...value, type: type === 0 ? value.type : type, opaque: value.opaque ?? firstOpaque(given.args) };
};

export const storedFunction = (stored: StoredScope, node: TreeNode): Value => {
  const nodes = nodesIn(node, 'args').map((arg) => (arg.tag === 'NAMEDARGEXPR' ? (nodeIn(arg, 'arg') ?? arg) : arg));
  const args = read(stored, nodes);
  const type = numberIn(node, 'funcresulttype');
  const [value] = args;
  const { catalog } = stored.scope.frame.names;
  const isText = (oid: number): boolean => baseType(catalog, oid)?.category === 'S';
  // With a length it has more arguments: varchar(x, 2, true).
  if (casts.has(textIn(node, 'funcformat')) && args.length === 1 && value !== undefined && isText(value.type) && isText(type)) {
    return castTo(stored.scope, value, type);
  }
  return call(stored, numberIn(node, 'funcid'), type, {
    args,
    keys: nodes.map(textOfConst),
    variadic: flagIn(node, 'funcvariadic'),
    withinGroup: false,
    distinct: false,
  });
};

const filtered = (stored: StoredScope, node: TreeNode): readonly Source[] => {
  const filter = nodeIn(node, 'aggfilter');
  if (filter === undefined) return [];
  stored.tools.condition(stored, filter, 'filter');
  return steering('filter', [stored.tools.value(stored, filter)]);
};

export const storedAggregate = (stored: StoredScope, node: TreeNode): Value => {
  const targets = nodesIn(node, 'args');
  const isShown = (target: TreeNode): boolean => !flagIn(target, 'resjunk');
  const shown = targets.filter(isShown);
  const withinGroup = textIn(node, 'aggkind') !== 'n';
  const direct = nodesIn(node, 'aggdirectargs');
  const ordered = new Set(nodesIn(node, 'aggorder').map((clause) => textIn(clause, 'tleSortGroupRef')));
  const keys = withinGroup
    ? []
    : read(
        stored,
        targets.filter((target) => ordered.has(textIn(target, 'ressortgroupref'))),
      );
  for (const key of keys) readKey(stored.scope, key, stored.clause('order'), 'order');
  const value = call(stored, numberIn(node, 'aggfnoid'), numberIn(node, 'aggtype'), {
    args: read(stored, [...direct, ...shown]),
    keys: [...direct, ...shown].map(textOfConst),
    variadic: flagIn(node, 'aggvariadic'),
    withinGroup,
    distinct: nodesIn(node, 'aggdistinct').length > 0,
  });
  return withSources(value, [...filtered(stored, node), ...steering('order', keys)]);
};

export const storedWindow = (stored: StoredScope, node: TreeNode): Value => {
  const nodes = nodesIn(node, 'args');
  const reference = textIn(node, 'winref');
  const window = nodesIn(stored.query, 'windowClause').find((entry) => textIn(entry, 'winref') === reference);
  const over = window === undefined ? [] : windowValues(stored, window);
  const value = call(stored, numberIn(node, 'winfnoid'), numberIn(node, 'wintype'), {
    args: read(stored, nodes),
    keys: nodes.map(textOfConst),
    variadic: false,
    withinGroup: false,
    distinct: false,
  });
  return withSources(value, [...filtered(stored, node), ...steering('over', over)]);
};

const nameOf = (stored: StoredScope, oid: number): string => stored.scope.frame.names.catalog.operator(oid)?.name ?? 'operator';

const hiddenIn = (stored: StoredScope, oid: number, operands: readonly Value[]): Hidden => {
  const operator = stored.scope.frame.names.catalog.operator(oid);
  return operator === undefined
    ? { sources: [], opaque: `operator ${String(oid)}` }
    : callHidden(stored.scope, operator.function, operands);
};

export const storedOperator = (stored: StoredScope, node: TreeNode): Value => {
  const operands = read(stored, nodesIn(node, 'args'));
  const oid = numberIn(node, 'opno');
  const value = derived(nameOf(stored, oid), operands, numberIn(node, 'opresulttype') || 16);
  return withHidden(value, hiddenIn(stored, oid, operands));
};

export const storedRowCompare = (stored: StoredScope, node: TreeNode): Value => {
  const operands = read(stored, [...nodesIn(node, 'largs'), ...nodesIn(node, 'rargs')]);
  return numbersIn(node, 'opnos')
    .map((oid) => hiddenIn(stored, oid, operands))
    .reduce(withHidden, derived('row comparison', operands, 16));
};
