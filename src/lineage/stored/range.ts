/** Entries of a stored range table, by rtekind (parsenodes.h). */
import { columnKey } from '../../catalog/types.ts';
import { isNode, type TreeNode } from '../../catalog/node-tree.ts';
import { ofRow } from '../expressions/columns.ts';
import { readKey } from '../expressions/predicates.ts';
import { outputsOf } from '../expressions/call.ts';
import { leakingOutputs } from '../functions.ts';
import { compositeOf } from '../names.ts';
import { recordType } from '../overload.ts';
import { relationColumns } from '../relations.ts';
import type { OutputColumn } from '../types.ts';
import { refuse, unmodelled } from '../unreadable.ts';
import { computedRow, derived, eitherOf, named, plain, rowOf, through, type Value } from '../value.ts';
import { above, inside, type Range, type StoredScope } from './scope.ts';
import { flagIn, nodeIn, nodesIn, numberIn, numbersIn, rowsIn, textIn, textsIn, valuesIn } from './tree.ts';

const rangeOver = (columns: () => readonly OutputColumn[], rowType: () => number = () => recordType): Range => ({
  columns,
  column: (attnum) => {
    if (attnum === 0) return rowOf(columns(), rowType());
    const column = columns()[attnum - 1];
    if (column === undefined) throw refuse('unmodelled', 'a stored reference to no column');
    return column;
  },
});

const lazily = <T>(read: () => T): (() => T) => {
  let known: { readonly value: T } | undefined;
  return () => (known ??= { value: read() }).value;
};

/** Attnums of a relation count its dropped columns, too. */
const relation = (stored: StoredScope, entry: TreeNode): Range => {
  const oid = numberIn(entry, 'relid');
  const found = stored.scope.frame.names.catalog.relation(oid);
  if (found === undefined) throw refuse('unresolved', 'a relation that a stored query names');
  const columns = lazily(() => relationColumns(stored.scope.frame, found));
  return {
    columns,
    column: (attnum) => {
      if (attnum === 0) return rowOf(columns(), found.rowType);
      if (attnum < 0) return { ...plain(0), sources: [{ column: columnKey(oid, attnum), way: 'identity', via: [] }] };
      const column = columns()[found.columns.findIndex((one) => one.attnum === attnum)];
      if (column === undefined) throw refuse('unmodelled', 'a stored reference to a dropped column');
      return column;
    },
  };
};

/** Expressions by attnum; what is null in the list belongs to a column that was dropped. */
const expressions = (stored: StoredScope, entry: TreeNode, field: string): Range => {
  const all = valuesIn(entry, field);
  const alias = nodeIn(entry, 'eref');
  const names = alias === undefined ? [] : textsIn(alias, 'colnames');
  const one = (index: number): Value => {
    const node = all[index];
    if (!isNode(node)) throw refuse('unmodelled', 'a stored reference to no column of a join');
    return stored.tools.value(stored, node);
  };
  const columns = lazily(() => all.flatMap((node, index) => (isNode(node) ? [named(names[index] ?? '', one(index))] : [])));
  return { columns, column: (attnum) => (attnum === 0 ? rowOf(columns(), recordType) : one(attnum - 1)) };
};

const valuesRows = (stored: StoredScope, entry: TreeNode): readonly OutputColumn[] => {
  const rows = rowsIn(entry, 'values_lists').map((row) => row.map((node) => stored.tools.value(stored, node)));
  const [first = []] = rows;
  return first.map((_, index) =>
    named(`column${String(index + 1)}`, computedRow(eitherOf(rows.flatMap((row) => row[index] ?? [])))),
  );
};

/** The columns of one function in FROM: of its row's shape where that is known, else each can show all of the value. */
const functionColumns = (stored: StoredScope, entry: TreeNode, names: readonly string[]): readonly OutputColumn[] => {
  const call = nodeIn(entry, 'funcexpr');
  if (call === undefined) throw unmodelled('RANGETBLFUNCTION');
  const value = stored.tools.value(stored, call);
  const count = numberIn(entry, 'funccolcount');
  const declared = numbersIn(entry, 'funccoltypes');
  const composite = compositeOf(stored.scope.frame.names.catalog, value.type);
  const fields = value.shape.kind === 'row' && value.shape.fields.length === count ? value.shape.fields : undefined;
  const fn = stored.scope.frame.names.catalog.fn(numberIn(call, 'funcid'));
  const leaks = fn === undefined ? undefined : leakingOutputs(fn);
  const outputs = fn === undefined ? [] : outputsOf(fn);
  const shows = (index: number): boolean => leaks === undefined || leaks.includes(outputs[index]?.name ?? '');
  const isRow = composite !== undefined || declared.length > 0 || value.type === recordType || value.type === 0 || count !== 1;
  return Array.from({ length: count }, (_, index) => {
    const name = names[index] ?? '';
    const field = fields?.[index];
    if (field !== undefined) return named(name, { ...ofRow(value, field), opaque: shows(index) ? field.opaque : undefined });
    if (!isRow) return named(name, value);
    const type = composite?.columns[index]?.type ?? declared[index] ?? 0;
    return named(name, {
      ...plain(type),
      sources: through('derived', 'field', value.sources),
      opaque: shows(index) ? value.opaque : undefined,
    });
  });
};

const functions = (stored: StoredScope, entry: TreeNode): Range => {
  const alias = nodeIn(entry, 'eref');
  const names = alias === undefined ? [] : textsIn(alias, 'colnames');
  const scalar = nodesIn(entry, 'functions').length === 1 && !flagIn(entry, 'funcordinality') && names.length === 1;
  const columns = lazily(() => {
    const found: OutputColumn[] = [];
    for (const one of nodesIn(entry, 'functions')) found.push(...functionColumns(stored, one, names.slice(found.length)));
    if (flagIn(entry, 'funcordinality')) found.push(named(names[found.length] ?? 'ordinality', plain(20)));
    return found;
  });
  const range = rangeOver(columns);
  return { columns, column: (attnum) => (attnum === 0 && scalar ? range.column(1) : range.column(attnum)) };
};

/** XMLTABLE and JSON_TABLE: each column can show any part of the document. */
const tableFunction = (stored: StoredScope, entry: TreeNode): readonly OutputColumn[] => {
  const table = nodeIn(entry, 'tablefunc');
  if (table === undefined) throw unmodelled('RANGETBLENTRY');
  const read = (node: TreeNode): Value => stored.tools.value(stored, node);
  const single = ['docexpr', 'rowexpr'].flatMap((field) => nodeIn(table, field) ?? []);
  const shared = [...single, ...nodesIn(table, 'ns_uris'), ...nodesIn(table, 'passingvalexprs')].map(read);
  for (const part of shared) readKey(stored.scope, part, stored.clause('other'), 'function');
  const types = numbersIn(table, 'coltypes');
  return textsIn(table, 'colnames').map((name, index) => {
    const own = ['colexprs', 'coldefexprs', 'colvalexprs'].map((field) => valuesIn(table, field)[index]).filter(isNode);
    return named(name, derived('table function', [...shared, ...own.map(read)], types[index] ?? 0));
  });
};

const cte = (stored: StoredScope, entry: TreeNode): Range => {
  const name = textIn(entry, 'ctename');
  const at = above(stored, numberIn(entry, 'ctelevelsup'));
  const columns = at.ctes.get(name);
  if (columns === undefined) throw refuse('unmodelled', 'a stored reference to a WITH query further on');
  return rangeOver(columns);
};

const subquery = (stored: StoredScope, entry: TreeNode): Range => {
  const query = nodeIn(entry, 'subquery');
  if (query === undefined) throw unmodelled('RANGETBLENTRY');
  return rangeOver(lazily(() => stored.tools.query(inside(stored), query)));
};

const kinds: Readonly<Record<number, (stored: StoredScope, entry: TreeNode) => Range>> = {
  0: relation,
  1: subquery,
  2: (stored, entry) => expressions(stored, entry, 'joinaliasvars'),
  3: functions,
  4: (stored, entry) => rangeOver(lazily(() => tableFunction(stored, entry))),
  5: (stored, entry) => rangeOver(lazily(() => valuesRows(stored, entry))),
  6: cte,
  8: () => rangeOver(() => []),
  9: (stored, entry) => expressions(stored, entry, 'groupexprs'),
};

export const rangeOf = (stored: StoredScope, entry: TreeNode): Range => {
  const kind = numberIn(entry, 'rtekind');
  const open = kinds[kind];
  if (open === undefined) throw unmodelled(`RANGETBLENTRY of kind ${String(kind)}`);
  const sample = nodeIn(entry, 'tablesample');
  for (const node of sample === undefined ? [] : [...nodesIn(sample, 'args'), nodeIn(sample, 'repeatable')]) {
    stored.tools.condition(stored, node, 'other');
  }
  return open(stored, entry);
};
