/** WITH in stored queries. SEARCH and CYCLE add their columns to the list of names, not yet to the query. */
import type { TreeNode } from '../../catalog/node-tree.ts';
import { settled } from '../fixpoint.ts';
import type { OutputColumn } from '../types.ts';
import { refuse } from '../unreadable.ts';
import { derived, named, blankConstant, rowOf } from '../value.ts';
import { inside, type StoredScope } from './scope.ts';
import { flagIn, nodeIn, nodesIn, numbersIn, textIn, textsIn } from './tree.ts';

const picked = (columns: readonly OutputColumn[], names: readonly string[]): OutputColumn =>
  named(
    '',
    rowOf(
      columns.filter(({ name }) => names.includes(name)),
      0,
    ),
  );

const withAdded = (cte: TreeNode, columns: readonly OutputColumn[]): readonly OutputColumn[] => {
  const search = nodeIn(cte, 'search_clause');
  const cycle = nodeIn(cte, 'cycle_clause');
  const types = numbersIn(cte, 'ctecoltypes');
  const all = textsIn(cte, 'ctecolnames');
  const renamed = columns.map((column, index) => named(all[index] ?? column.name, column));
  return all.map((name, index) => {
    const column = renamed[index];
    if (column !== undefined) return column;
    const type = types[index] ?? 0;
    const isSearch = search !== undefined && textIn(search, 'search_seq_column') === name;
    const clause = isSearch ? search : cycle;
    if (clause === undefined) throw refuse('unmodelled', 'a stored WITH of more names than columns');
    return named(
      name,
      derived(
        isSearch ? 'search' : 'cycle',
        [picked(renamed, textsIn(clause, isSearch ? 'search_col_list' : 'cycle_col_list'))],
        type,
      ),
    );
  });
};

const evaluate = (stored: StoredScope, cte: TreeNode): readonly OutputColumn[] => {
  const query = nodeIn(cte, 'ctequery');
  if (query === undefined) throw refuse('unmodelled', 'a stored WITH without a query');
  const name = textIn(cte, 'ctename');
  const read = (): readonly OutputColumn[] => withAdded(cte, stored.tools.query(inside(stored), query));
  if (!flagIn(cte, 'cterecursive')) return read();
  const types = numbersIn(cte, 'ctecoltypes');
  const start = textsIn(cte, 'ctecolnames').map((column, index) => named(column, blankConstant(types[index] ?? 0)));
  return settled(start, (known) => {
    const overlay: StoredScope = { ...stored, ctes: new Map([...stored.ctes, [name, () => known]]) };
    return withAdded(cte, stored.tools.query(inside(overlay), query));
  });
};

/** Fills in the query's CTEs. All are read, in order: their conditions count even where no column is used. */
export const storedCtes = (stored: StoredScope): void => {
  for (const cte of nodesIn(stored.query, 'cteList')) {
    const columns = evaluate(stored, cte);
    stored.ctes.set(textIn(cte, 'ctename'), () => columns);
  }
};
