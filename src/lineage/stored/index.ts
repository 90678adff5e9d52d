/** Stored trees as the rest of lineage uses them: a view's query, a function's body, an expression of a column. */
import { firstNormalOid } from '../../catalog/system.ts';
import type { Catalog, Fn, Oid, Relation } from '../../catalog/types.ts';
import { leakingOutputs } from '../functions.ts';
import { createRecorder, type Facts } from '../recorder.ts';
import { type Frame, rootScope } from '../scope.ts';
import type { OutputColumn, PredicateUse, Reading } from '../types.ts';
import { refuse } from '../unreadable.ts';
import { plain, type Value } from '../value.ts';
import { storedCondition } from './conditions.ts';
import { readStoredExpression } from './expression.ts';
import { openQuery, readStoredQuery } from './query.ts';
import { readRuleReturning } from './rule.ts';
import type { Range, StoredTools, Within } from './scope.ts';
import { storedNodes } from './tree.ts';

const tools: StoredTools = { value: readStoredExpression, condition: storedCondition, query: readStoredQuery };

const within = (frame: Frame, clause: Within['clause'], given: Within['given'] = new Map()): Within => ({
  scope: rootScope(frame),
  tools,
  parent: undefined,
  clause,
  given,
});

/** Conditions that the owner wrote. */
const ownersClause: Within['clause'] = () => 'policy';

const ownersUse = (use: PredicateUse): PredicateUse => ({ ...use, clause: ownersClause(use.clause) });

const isBuiltin = (relation: Relation): boolean => relation.oid < firstNormalOid;

/** A reader of which only some outputs tell: those are opaque, and need no more. */
const hidesItself = (catalog: Catalog, oid: Oid): boolean => {
  const fn = catalog.fn(oid);
  return fn !== undefined && leakingOutputs(fn) !== undefined;
};

export interface ViewReading {
  readonly columns: readonly OutputColumn[];
  /** What reading from the view does beside its columns. The relations below are the owner's matter. */
  readonly facts: Omit<Facts, 'changes'>;
}

/** A view's query as it was read where the view was made. */
const givenView = (given: Reading): ViewReading => {
  if (!given.ok) throw refuse(given.unreadable.reason, given.unreadable.detail);
  const [statement] = given.statements;
  const { touched = [], predicates = [], functions = [], effects = [] } = statement ?? {};
  return {
    columns: statement?.columns ?? [],
    facts: { relations: [], targets: [], writes: [], touched, predicates: predicates.map(ownersUse), functions, effects },
  };
};

/** The columns of a view or a materialised view by its _RETURN rule. Functions of initdb's own views are trusted. */
export const readView = (frame: Frame, relation: Relation): ViewReading => {
  const given = frame.views?.(relation.oid);
  if (given !== undefined) return givenView(given);
  const what = `the definition of view "${relation.name}"`;
  const [query] = relation.viewTree === undefined ? [] : storedNodes(relation.viewTree, what);
  if (query === undefined) throw refuse('unmodelled', what);
  const recorder = createRecorder();
  const columns = readStoredQuery(within({ ...frame, recorder, arguments: undefined }, ownersClause), query);
  const { touched, predicates, functions, effects } = recorder.facts();
  const own = isBuiltin(relation)
    ? { predicates: [], functions: [], effects: [] }
    : {
        predicates: predicates.map(ownersUse),
        effects,
        functions: functions.filter(({ oid }) => !hidesItself(frame.names.catalog, oid)),
      };
  return { columns, facts: { relations: [], targets: [], writes: [], touched, ...own } };
};

/** An expression over one row: a generated column's, a default. `given` has the row under the number that its Vars use. */
export const readStoredValue = (frame: Frame, tree: string, given: ReadonlyMap<number, Range>): Value => {
  const [node] = storedNodes(tree, 'a stored expression');
  if (node === undefined) return plain(0);
  const around = within(frame, ownersClause, given);
  return readStoredExpression(openQuery(around, { kind: 'node', tag: 'QUERY', fields: new Map() }), node);
};

/** A row-security condition. Its functions are the owner's matter. */
export const readStoredCondition = (frame: Frame, tree: string, given: ReadonlyMap<number, Range>): void => {
  const [node] = storedNodes(tree, 'a stored condition');
  const around = within(frame, ownersClause, given);
  storedCondition(openQuery(around, { kind: 'node', tag: 'QUERY', fields: new Map() }), node, 'policy');
};

/** A body of the form RETURN expression or BEGIN ATOMIC: the columns of its last query, its others read for their facts. */
export const readStoredBody = (frame: Frame, fn: Fn): readonly OutputColumn[] => {
  let columns: readonly OutputColumn[] = [];
  for (const query of storedNodes(fn.sqlBody ?? '', `the body of function ${fn.name}`)) {
    columns = readStoredQuery(
      within(frame, (clause) => clause),
      query,
    );
  }
  return columns;
};

/** Of the actions of a rule, what the one with a RETURNING list returns. */
export const readStoredRule = (
  frame: Frame,
  tree: string,
  given: ReadonlyMap<number, Range>,
): readonly OutputColumn[] | undefined => {
  for (const action of storedNodes(tree, 'the action of a rule')) {
    const columns = readRuleReturning(within(frame, ownersClause, given), action);
    if (columns !== undefined) return columns;
  }
  return undefined;
};
