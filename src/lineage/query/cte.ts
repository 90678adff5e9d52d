/** WITH: scoping, recursion to a fixpoint, SEARCH and CYCLE. parse_cte.c and rewriteSearchCycle.c. */
import type { CommonTableExpr, SelectStmt, WithClause } from 'libpg-query';
import { as, strings } from '../ast.ts';
import { settled } from '../fixpoint.ts';
import { renamed } from '../from/alias.ts';
import { ofNoRow } from '../rows.ts';
import { type Cte, type Scope } from '../scope.ts';
import type { OutputColumn } from '../types.ts';
import { refuse } from '../unreadable.ts';
import { derived, named, rowOf } from '../value.ts';

const recordArray = 2287;

const pick = (columns: readonly OutputColumn[], names: readonly string[]): readonly OutputColumn[] =>
  names.map((name) => {
    const column = columns.find((entry) => entry.name === name);
    if (column === undefined) throw refuse('unresolved', `column "${name}" in SEARCH or CYCLE`);
    return column;
  });

/** The columns that SEARCH and CYCLE add: all made of the columns that they list. */
const added = (cte: CommonTableExpr, columns: readonly OutputColumn[], scope: Scope): readonly OutputColumn[] => {
  const { search_clause: search, cycle_clause: cycle } = cte;
  const more: OutputColumn[] = [];
  if (search !== undefined) {
    const keys = pick(columns, strings(search.search_col_list));
    more.push(
      named(
        search.search_seq_column ?? '',
        derived('search', [rowOf(keys, 0)], search.search_breadth_first === true ? 2249 : recordArray),
      ),
    );
  }
  if (cycle !== undefined) {
    const keys = rowOf(pick(columns, strings(cycle.cycle_col_list)), 0);
    const marks = [cycle.cycle_mark_value, cycle.cycle_mark_default].flatMap((node) =>
      node === undefined ? [] : [scope.frame.tools.value(scope, node)],
    );
    more.push(named(cycle.cycle_mark_column ?? '', derived('cycle', [keys, ...marks], marks[0]?.type ?? 16)));
    more.push(named(cycle.cycle_path_column ?? '', derived('cycle', [keys], recordArray)));
  }
  return more;
};

/** The first arm alone, then with the whole query over what is known so far, until nothing is added. */
const recursive = (scope: Scope, cte: CommonTableExpr, name: string): readonly OutputColumn[] => {
  const select = as(cte.ctequery, 'SelectStmt');
  const first = select?.larg;
  if (select === undefined || first === undefined) throw refuse('unmodelled', 'a recursive query that is not a union');
  const names = strings(cte.aliascolnames);
  const over = (itself: Cte, query: SelectStmt): readonly OutputColumn[] => {
    const inner: Scope = { ...scope, ctes: new Map([...scope.ctes, [name, itself]]) };
    return renamed(scope.frame.tools.query(inner, { SelectStmt: query }), names);
  };
  // The first arm does not refer to the query itself, but its WITH is that of the whole.
  const start: SelectStmt =
    select.withClause === undefined ? first : { ...first, withClause: first.withClause ?? select.withClause };
  const columns = settled(over({ columns: () => [] }, start), (known) => {
    const more = added(cte, known, scope);
    return over({ columns: () => [...known, ...more], unexpanded: more.length }, select);
  });
  return ofNoRow([...columns, ...added(cte, columns, scope)]);
};

const mentions = (node: unknown, name: string): boolean => {
  if (typeof node !== 'object' || node === null) return false;
  const range = (node as { RangeVar?: { relname?: string; schemaname?: string } }).RangeVar;
  if (range !== undefined) return range.relname === name && range.schemaname === undefined;
  return Object.values(node).some((child) => mentions(child, name));
};

const evaluate = (scope: Scope, cte: CommonTableExpr, isRecursive: boolean): readonly OutputColumn[] => {
  const name = cte.ctename ?? '';
  const isUnion = as(cte.ctequery, 'SelectStmt')?.larg !== undefined;
  if (isRecursive && isUnion && mentions(cte.ctequery, name)) return recursive(scope, cte, name);
  const columns = renamed(scope.frame.tools.query(scope, cte.ctequery), strings(cte.aliascolnames));
  return [...columns, ...added(cte, columns, scope)];
};

/** One evaluation, kept. While it runs the name must not be needed again: the server allows no such circle either. */
const once = (name: string, read: () => readonly OutputColumn[]): Cte => {
  let state: readonly OutputColumn[] | 'running' | undefined;
  return {
    columns: () => {
      if (state === 'running') throw refuse('unmodelled', `mutual recursion through "${name}"`);
      if (state === undefined) {
        state = 'running';
        state = read();
      }
      return state;
    },
  };
};

/** The scope with the clause's CTEs. All of them are read: a data-modifying one runs whether it is referred to or not. */
export const withCtes = (scope: Scope, clause: WithClause | undefined): Scope => {
  if (clause === undefined) return scope;
  let ctes: ReadonlyMap<string, Cte> = scope.ctes;
  const all = new Map(scope.ctes);
  const whole: Scope = { ...scope, ctes: all };
  for (const node of clause.ctes ?? []) {
    const cte = as(node, 'CommonTableExpr');
    if (cte === undefined) continue;
    const name = cte.ctename ?? '';
    const before: Scope = { ...scope, ctes };
    const entry = once(name, () => evaluate(clause.recursive === true ? whole : before, cte, clause.recursive === true));
    all.set(name, entry);
    ctes = new Map([...ctes, [name, entry]]);
  }
  for (const [name, entry] of all) if (!scope.ctes.has(name) || scope.ctes.get(name) !== entry) entry.columns();
  return whole;
};
