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

const optionText = (node: Node | undefined): string | undefined =>
  as(node, 'String')?.sval ?? (as(node, 'String') === undefined ? undefined : '');

const isOn = (node: Node | undefined): boolean => {
  if (node === undefined) return true;
  const flag = as(node, 'Boolean');
  if (flag !== undefined) return flag.boolval === true;
  const number = as(node, 'Integer');
  if (number !== undefined) return (number.ival ?? 0) !== 0;
  return !['false', 'off'].includes((optionText(node) ?? '').toLowerCase());
};

const formats: Readonly<Record<string, CopyOptions['format']>> = { text: 'text', csv: 'csv', binary: 'binary' };

/** The options as the server's ProcessCopyOptions completes them. */
export const copyOptions = (stmt: CopyStmt): CopyOptions => {
  const given = new Map<string, Node | undefined>();
  for (const node of stmt.options ?? []) {
    const element = as(node, 'DefElem');
    if (element !== undefined) given.set(element.defname ?? '', element.arg);
  }
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
  const copy = copyOptions(stmt);
  if (stmt.query !== undefined) return { copy, columns: scope.frame.tools.query(scope, stmt.query) };
  const item = relationItem(scope, stmt.relation);
  const { relation } = item;
  if (relation === undefined) throw refuse('unresolved', 'the relation of a COPY');
  const columns = copied(item, relation, stmt.attlist);
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
