/** Expressions whose meaning does not depend on the catalog's functions. */
import type { Node } from 'libpg-query';
import type { NodeMap } from '../ast.ts';
import { as } from '../ast.ts';
import { recordType, unknownType } from '../overload.ts';
import type { Scope } from '../scope.ts';
import type { OutputColumn } from '../types.ts';
import {
  computedRow,
  derived,
  eitherOf,
  firstOpaque,
  flat,
  named,
  blankConstant,
  nullConstant,
  plain,
  rowOf,
  scalar,
  steering,
  through,
  type Value,
  withSources,
} from '../value.ts';
import { starred } from './columns.ts';

const boolean = 16;
const textType = 25;
/** pg_type.dat: an array of which the element type is not known. */
const anyArray = 2277;

export const values = (scope: Scope, nodes: readonly Node[] | undefined): readonly Value[] =>
  (nodes ?? []).map((node) => scope.frame.tools.value(scope, node));

/** A list of expressions in which `*` stands for its columns. */
export const expandedValues = (scope: Scope, nodes: readonly Node[] | undefined): readonly Value[] =>
  (nodes ?? []).flatMap((node): readonly Value[] => starred(scope, node) ?? [scope.frame.tools.value(scope, node)]);

const constantTypes = { ival: 23, fval: 1700, boolval: boolean, sval: unknownType, bsval: 1560 } as const;

const blank: ReadonlySet<string> = new Set(['', '[]', '{}']);

export const readConstant = (node: NodeMap['A_Const']): Value => {
  if (node.isnull === true) return nullConstant;
  for (const [field, type] of Object.entries(constantTypes))
    if (field in node) return node.sval !== undefined && blank.has(node.sval.sval ?? '') ? blankConstant(type) : plain(type);
  return plain(0);
};

export const readParameter = (node: NodeMap['ParamRef'], scope: Scope): Value => {
  const number = node.number ?? 0;
  const argument = scope.frame.arguments?.byPosition[number - 1];
  return argument ?? plain(scope.frame.parameterTypes[number - 1] || unknownType);
};

export const readBoolean = (node: NodeMap['BoolExpr'], scope: Scope): Value =>
  derived((node.boolop ?? '').toLowerCase(), values(scope, node.args), boolean);

/** Whether it is null, no more. A row's test looks at the fields, but only so. */
export const readNullTest = (node: NodeMap['NullTest'], scope: Scope): Value => {
  const value = scope.frame.tools.value(scope, node.arg);
  return { sources: through('count', 'is null', value.sources), shape: scalar, type: boolean, opaque: value.opaque };
};

export const readBooleanTest = (node: NodeMap['BooleanTest'], scope: Scope): Value =>
  derived('is', [scope.frame.tools.value(scope, node.arg)], boolean);

export const readCollate = (node: NodeMap['CollateClause'], scope: Scope): Value => scope.frame.tools.value(scope, node.arg);

export const preserving = (via: string, value: Value): Value =>
  computedRow({ ...value, sources: through('preserving', via, value.sources) });

export const readCase = (node: NodeMap['CaseExpr'], scope: Scope): Value => {
  const { tools } = scope.frame;
  const subject = node.arg === undefined ? undefined : tools.value(scope, node.arg);
  const conditions: Value[] = subject === undefined ? [] : [subject];
  const results: Value[] = [];
  for (const arm of node.args ?? []) {
    const when = as(arm, 'CaseWhen');
    conditions.push(tools.value(scope, when?.expr));
    const comparison: Node = {
      A_Expr: { kind: 'AEXPR_OP', name: [{ String: { sval: '=' } }], ...operands(node.arg, when?.expr) },
    };
    tools.condition(scope, node.arg === undefined ? when?.expr : comparison, 'case');
    results.push(tools.value(scope, when?.result));
  }
  results.push(node.defresult === undefined ? nullConstant : tools.value(scope, node.defresult));
  const value = withSources(preserving('case', eitherOf(results)), steering('case', conditions));
  return { ...value, opaque: value.opaque ?? firstOpaque(conditions) };
};

const operands = (lexpr: Node | undefined, rexpr: Node | undefined): { lexpr?: Node; rexpr?: Node } => ({
  ...(lexpr === undefined ? {} : { lexpr }),
  ...(rexpr === undefined ? {} : { rexpr }),
});

export const readCoalesce = (node: NodeMap['CoalesceExpr'], scope: Scope): Value =>
  preserving('coalesce', eitherOf(values(scope, node.args)));

/** One of the arguments, but which one depends on all of them. */
export const readMinMax = (node: NodeMap['MinMaxExpr'], scope: Scope): Value =>
  preserving(node.op === 'IS_GREATEST' ? 'greatest' : 'least', eitherOf(values(scope, node.args)));

export const readArray = (node: NodeMap['A_ArrayExpr'], scope: Scope): Value => arrayOf(scope, values(scope, node.elements));

export const arrayOf = (scope: Scope, elements: readonly Value[]): Value => {
  const either = eitherOf(elements);
  // An array of literals is one of texts.
  const item = either.type === unknownType ? { ...either, type: textType } : either;
  const type = scope.frame.names.catalog.type(item.type);
  const nested = elements.some(
    (element) => element.shape.kind === 'each' || (scope.frame.names.catalog.type(element.type)?.element ?? 0) !== 0,
  );
  return {
    sources: through('derived', 'array', item.sources),
    shape: nested || item.type === 0 ? scalar : { kind: 'each', json: false, item: named('', item) },
    type: (nested ? item.type : type?.array) || anyArray,
    opaque: firstOpaque(elements),
  };
};

export const readRow = (node: NodeMap['RowExpr'], scope: Scope): Value => {
  const fields: OutputColumn[] = expandedValues(scope, node.args).map((value, index) => named(`f${index + 1}`, value));
  return rowOf(fields, recordType);
};

/** A list in parentheses, as the right side of IN. */
export const readList = (node: NodeMap['List'], scope: Scope): Value => flat(eitherOf(values(scope, node.items)));

/** GROUPING(a, b): says which columns the row is grouped by, nothing of their values. */
export const readGrouping = (node: NodeMap['GroupingFunc'], scope: Scope): Value => {
  const grouped = values(scope, node.args);
  return { ...plain(23), sources: steering('grouping', grouped) };
};

const sqlValueTypes: Readonly<Record<string, number>> = {
  SVFOP_CURRENT_DATE: 1082,
  SVFOP_CURRENT_TIME: 1266,
  SVFOP_CURRENT_TIME_N: 1266,
  SVFOP_CURRENT_TIMESTAMP: 1184,
  SVFOP_CURRENT_TIMESTAMP_N: 1184,
  SVFOP_LOCALTIME: 1083,
  SVFOP_LOCALTIME_N: 1083,
  SVFOP_LOCALTIMESTAMP: 1114,
  SVFOP_LOCALTIMESTAMP_N: 1114,
};

export const readSqlValue = (node: NodeMap['SQLValueFunction']): Value => plain(sqlValueTypes[node.op ?? ''] ?? 19);

export const nullIf = (left: Value, right: Value): Value => withSources(preserving('nullif', left), steering('nullif', [right]));
