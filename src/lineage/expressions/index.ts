/** The table of expression nodes: each kind that can stand in an expression, and how it is read. */
import type { Node } from 'libpg-query';
import { type NodeMap, type Tag, tagOf } from '../ast.ts';
import type { Scope } from '../scope.ts';
import { refuse, unmodelled } from '../unreadable.ts';
import { plain, type Value } from '../value.ts';
import { readCast } from './casts.ts';
import { readColumnRef, readIndirection } from './columns.ts';
import {
  readArray,
  readBoolean,
  readBooleanTest,
  readCase,
  readCoalesce,
  readCollate,
  readConstant,
  readGrouping,
  readList,
  readMinMax,
  readNullTest,
  readParameter,
  readRow,
  readSqlValue,
} from './core.ts';
import { readFunction } from './functions.ts';
import { readOperator } from './operators.ts';
import {
  readJsonArray,
  readJsonArrayAgg,
  readJsonArrayQuery,
  readJsonFunction,
  readJsonObject,
  readJsonObjectAgg,
  readJsonParse,
  readJsonPredicate,
  readJsonScalar,
  readJsonSerialize,
  readJsonValue,
  readXml,
  readXmlSerialize,
} from './sql-json.ts';
import { readSubLink } from './sublinks.ts';

type Readers = { readonly [K in Tag]?: (node: NodeMap[K], scope: Scope) => Value };

const readers: Readers = {
  A_ArrayExpr: readArray,
  A_Const: readConstant,
  A_Expr: readOperator,
  A_Indirection: readIndirection,
  BoolExpr: readBoolean,
  BooleanTest: readBooleanTest,
  CaseExpr: readCase,
  CoalesceExpr: readCoalesce,
  CollateClause: readCollate,
  ColumnRef: readColumnRef,
  /** WHERE CURRENT OF: the row that a cursor is at. */
  CurrentOfExpr: () => plain(16),
  FuncCall: readFunction,
  GroupingFunc: readGrouping,
  JsonArrayAgg: readJsonArrayAgg,
  JsonArrayConstructor: readJsonArray,
  JsonArrayQueryConstructor: readJsonArrayQuery,
  JsonFuncExpr: readJsonFunction,
  JsonIsPredicate: readJsonPredicate,
  JsonObjectAgg: readJsonObjectAgg,
  JsonObjectConstructor: readJsonObject,
  JsonParseExpr: readJsonParse,
  JsonScalarExpr: readJsonScalar,
  JsonSerializeExpr: readJsonSerialize,
  JsonValueExpr: readJsonValue,
  List: readList,
  MergeSupportFunc: () => plain(25),
  MinMaxExpr: readMinMax,
  NullTest: readNullTest,
  ParamRef: readParameter,
  RowExpr: readRow,
  /** DEFAULT: what the target's own default gives, added where it is assigned. */
  SetToDefault: () => plain(0),
  SQLValueFunction: readSqlValue,
  SubLink: readSubLink,
  TypeCast: readCast,
  XmlExpr: readXml,
  XmlSerialize: readXmlSerialize,
};

/**
 * The parser's grammar is PostgreSQL 18's. An older server takes these for calls of functions, which anybody may have
 * made, or does not accept them.
 */
const since: { readonly [K in Tag]?: number } = {
  JsonArrayAgg: 16,
  JsonArrayConstructor: 16,
  JsonArrayQueryConstructor: 16,
  JsonIsPredicate: 16,
  JsonObjectAgg: 16,
  JsonObjectConstructor: 16,
  JsonFuncExpr: 17,
  JsonParseExpr: 17,
  JsonScalarExpr: 17,
  JsonSerializeExpr: 17,
  MergeSupportFunc: 17,
};

export const readExpression = (scope: Scope, node: Node): Value => {
  const tag = tagOf(node);
  const { major } = scope.frame.names.catalog;
  if ((since[tag] ?? 0) > major) throw refuse('syntax', `${tag}, which PostgreSQL ${String(major)} does not have`);
  const reader = readers[tag] as ((fields: unknown, scope: Scope) => Value) | undefined;
  if (reader === undefined) throw unmodelled(tag);
  return reader((node as Partial<NodeMap>)[tag], scope);
};
