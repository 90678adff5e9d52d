/** Queries as statements, EXPLAIN, and queries whose rows are stored. */
import type { Node } from 'libpg-query';
import { as, strings } from '../ast.ts';
import type { Scope } from '../scope.ts';
import type { Entries, Outcome, StatementContext } from '../statements.ts';
import type { OutputColumn, StatementLineage } from '../types.ts';
import { refuse } from '../unreadable.ts';
import { executed } from './named.ts';
import { named, plain, through, union } from '../value.ts';

const returning = (scope: Scope, node: Node, clause: unknown): Outcome => {
  const columns = scope.frame.tools.query(scope, node);
  return clause === undefined ? {} : { columns };
};

/** The rows go into a relation that is not there yet: a write to a column that has no key of its own. */
export const storeRows = (scope: Scope, columns: readonly OutputColumn[], target: number): void => {
  for (const [index, { sources, opaque }] of columns.entries()) {
    scope.frame.recorder.write({ target: `${target}.${index + 1}`, sources, opaque, constants: [], parameters: [] });
  }
  scope.frame.recorder.change({ kind: 'catalog' });
};

const textColumn = (name: string): OutputColumn => named(name, plain(25));

const option = (options: readonly Node[] | undefined, name: string): boolean => {
  const found = (options ?? []).map((node) => as(node, 'DefElem')).find((element) => element?.defname === name);
  if (found === undefined) return false;
  const value = as(found.arg, 'String')?.sval?.toLowerCase() ?? as(found.arg, 'Integer')?.ival;
  return (
    value !== 'false' &&
    value !== 'off' &&
    value !== 0 &&
    !(found.arg !== undefined && as(found.arg, 'Boolean') !== undefined && as(found.arg, 'Boolean')?.boolval !== true)
  );
};

const explained: ReadonlySet<string> = new Set([
  'SelectStmt',
  'InsertStmt',
  'UpdateStmt',
  'DeleteStmt',
  'MergeStmt',
  'ExecuteStmt',
  'DeclareCursorStmt',
]);

const explainedLineage = (node: Node, scope: Scope, context: StatementContext): StatementLineage => {
  const execute = as(node, 'ExecuteStmt');
  if (execute !== undefined) {
    const prepared = executed(execute, scope, context);
    if (prepared === undefined) throw refuse('unresolved', `prepared statement "${execute.name ?? ''}"`);
    return prepared;
  }
  const cursor = as(node, 'DeclareCursorStmt');
  return context.inner(cursor?.query ?? node);
};

export const queries: Entries = {
  SelectStmt: {
    kind: 'select',
    read: (select, scope) => {
      if (select.intoClause === undefined) {
        const columns = scope.frame.tools.query(scope, { SelectStmt: select });
        return { columns, kind: select.valuesLists === undefined ? 'select' : 'values' };
      }
      const { intoClause: _into, ...query } = select;
      storeRows(scope, scope.frame.tools.query(scope, { SelectStmt: query }), 0);
      return { kind: 'select-into' };
    },
  },
  InsertStmt: { kind: 'insert', read: (stmt, scope) => returning(scope, { InsertStmt: stmt }, stmt.returningClause) },
  UpdateStmt: { kind: 'update', read: (stmt, scope) => returning(scope, { UpdateStmt: stmt }, stmt.returningClause) },
  DeleteStmt: { kind: 'delete', read: (stmt, scope) => returning(scope, { DeleteStmt: stmt }, stmt.returningClause) },
  MergeStmt: { kind: 'merge', read: (stmt, scope) => returning(scope, { MergeStmt: stmt }, stmt.returningClause) },
  ExplainStmt: {
    kind: 'explain',
    read: ({ query, options }, scope, context) => {
      if (query === undefined || ![...explained].some((tag) => tag in query))
        throw refuse('unmodelled', 'EXPLAIN of such a statement');
      const inner = explainedLineage(query, scope, context);
      scope.frame.recorder.absorb(inner);
      const shown = through('count', 'explain', union((inner.columns ?? []).map((column) => column.sources)));
      const plan: OutputColumn = { ...textColumn('QUERY PLAN'), sources: shown };
      return { columns: [plan], explain: { analyze: option(options, 'analyze'), verbose: option(options, 'verbose') } };
    },
  },
  CreateTableAsStmt: {
    kind: 'create-table-as',
    read: ({ query, objtype, into }, scope, context) => {
      const execute = as(query, 'ExecuteStmt');
      const prepared = execute === undefined ? undefined : executed(execute, scope, context);
      if (execute !== undefined && prepared === undefined)
        throw refuse('unresolved', `prepared statement "${execute.name ?? ''}"`);
      if (prepared !== undefined) scope.frame.recorder.absorb(prepared);
      const columns = prepared === undefined ? scope.frame.tools.query(scope, query) : (prepared.columns ?? []);
      if (strings(into?.colNames).length > columns.length) throw refuse('unresolved', 'more column names than columns');
      storeRows(scope, columns, 0);
      return { kind: objtype === 'OBJECT_MATVIEW' ? 'create-materialized-view' : 'create-table-as' };
    },
  },
  ViewStmt: {
    kind: 'create-view',
    read: ({ query }, scope) => {
      scope.frame.tools.query(scope, query);
      scope.frame.recorder.change({ kind: 'catalog' });
      return {};
    },
  },
};
