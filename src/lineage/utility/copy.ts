/** COPY. */
import type { CopyStmt, Node } from 'libpg-query';
import type { Relation } from '../../catalog/types.ts';
import { as, strings } from '../ast.ts';
import { relationItem } from '../from/relation.ts';
import { type Item, type Scope, withItems } from '../scope.ts';
import type { Outcome } from '../statements.ts';
import type { CopyOptions, OutputColumn } from '../types.ts';
import { refuse } from '../unreadable.ts';
import { plain } from '../value.ts';
import { recordAssignments, recordEffects } from '../query/writes.ts';

/** What defGetString makes of an option's value; undefined for an option that is not given. */
const optionText = (node: Node | undefined): string | undefined => {
  if (node === undefined) return undefined;
  const text = as(node, 'String');
  const integer = as(node, 'Integer');
  if (text !== undefined) return text.sval ?? '';
  if (integer !== undefined) return String(integer.ival ?? 0);
  throw refuse('unmodelled', 'a COPY option that is neither a text nor an integer');
};

const isOn = (node: Node | undefined): boolean => {
  if (node === undefined) return true;
  const flag = as(node, 'Boolean');
  if (flag !== undefined) return flag.boolval === true;
  const number = as(node, 'Integer');
  if (number !== undefined) return (number.ival ?? 0) !== 0;
  return !['false', 'off'].includes((optionText(node) ?? '').toLowerCase());
};

const formats: Readonly<Record<string, CopyOptions['format']>> = { text: 'text', csv: 'csv', binary: 'binary' };

const givenOptions = (stmt: CopyStmt): ReadonlyMap<string, Node | undefined> => {
  const given = new Map<string, Node | undefined>();
  for (const node of stmt.options ?? []) {
    const element = as(node, 'DefElem');
    if (element !== undefined) given.set(element.defname ?? '', element.arg);
  }
  return given;
};

/** A name means the first column that is called so (CopyGetAttnums). */
const forcedQuotes = (node: Node | undefined, columns: readonly OutputColumn[]): readonly boolean[] => {
  if (node === undefined) return [];
  if (as(node, 'A_Star') !== undefined) return columns.map(() => true);
  const names = columns.map(({ name }) => name);
  const forced = new Set(strings(as(node, 'List')?.items).map((name) => names.indexOf(name)));
  return names.map((_, index) => forced.has(index));
};

/** The options as the server's ProcessCopyOptions completes them; `columns` of a COPY TO. */
const copyOptions = (stmt: CopyStmt, columns: readonly OutputColumn[]): CopyOptions => {
  const given = givenOptions(stmt);
  const name = given.has('format') ? (optionText(given.get('format')) ?? '') : 'text';
  const format = formats[name];
  if (format === undefined) throw refuse('unmodelled', 'a COPY format that is none of text, csv and binary');
  const quote = optionText(given.get('quote')) ?? '"';
  return {
    direction: stmt.is_from === true ? 'from' : 'to',
    place: stmt.is_program === true ? 'program' : stmt.filename === undefined ? 'client' : 'file',
    format,
    delimiter: optionText(given.get('delimiter')) ?? (format === 'csv' ? ',' : '\t'),
    null: optionText(given.get('null')) ?? (format === 'csv' ? '' : '\\N'),
    header: given.has('header') && isOn(given.get('header')),
    quote,
    escape: optionText(given.get('escape')) ?? quote,
    encoding: optionText(given.get('encoding')),
    forceQuote: forcedQuotes(given.get('force_quote'), columns),
  };
};

/** Without a list: all but the generated columns, in order. */
const copied = (item: Item, relation: Relation, attlist: readonly Node[] | undefined): readonly OutputColumn[] => {
  if (attlist === undefined) return item.columns.filter((_, index) => relation.columns[index]?.generated === '');
  return strings(attlist).map((name) => {
    const column = item.columns.find((entry) => entry.name === name);
    if (column === undefined) throw refuse('unresolved', `column "${name}" of relation "${relation.name}"`);
    return column;
  });
};

export const readCopy = (stmt: CopyStmt, scope: Scope): Outcome => {
  if (stmt.query !== undefined) {
    const columns = scope.frame.tools.query(scope, stmt.query);
    return { copy: copyOptions(stmt, columns), columns };
  }
  const item = relationItem(scope, stmt.relation);
  const { relation } = item;
  if (relation === undefined) throw refuse('unresolved', 'the relation of a COPY');
  const columns = copied(item, relation, stmt.attlist);
  const copy = copyOptions(stmt, columns);
  if (copy.direction === 'to') {
    for (const column of columns) scope.frame.recorder.touch(column.sources);
    return { copy, columns };
  }
  scope.frame.tools.condition(withItems(scope, [item]), stmt.whereClause, 'where');
  recordAssignments(
    scope,
    relation,
    columns.map((column) => ({ column: column.name, value: plain(0), nodes: [] })),
  );
  recordEffects(scope, relation, 'insert');
  return { copy };
};
