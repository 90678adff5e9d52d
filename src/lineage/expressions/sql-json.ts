/** The SQL/JSON constructors and query functions, and XML. */
import type { JsonOutput, JsonValueExpr, Node } from 'libpg-query';
import { as, type NodeMap } from '../ast.ts';
import { typeOf } from '../names.ts';
import type { Scope } from '../scope.ts';
import type { OutputColumn } from '../types.ts';
import { derived, named, plain, steering, type Value, withSources } from '../value.ts';
import { values } from './core.ts';
import { jsonArray, jsonEach, jsonObject, jsonOf, toJson } from './json-shapes.ts';
import { constantText } from './pinned.ts';
import { readCondition, readKey } from './predicates.ts';
import { readWindow } from './windows.ts';

const json = 114;
const jsonb = 3802;
const textType = 25;
const xml = 142;

/** RETURNING: json unless said otherwise; any other type than the two has no structure that can be masked inside. */
const returned = (scope: Scope, output: JsonOutput | undefined): number =>
  output?.typeName === undefined ? json : (typeOf(scope.frame.names, output.typeName)?.oid ?? 0);

const finish = (value: Value, type: number): Value =>
  type === json || type === jsonb ? { ...value, type } : { ...value, shape: plain(0).shape, type };

/** FORMAT JSON: the text is itself JSON. */
const readValueExpr = (scope: Scope, node: JsonValueExpr | undefined): Value => {
  const value = scope.frame.tools.value(scope, node?.raw_expr);
  const formatted = node?.format?.format_type === 'JS_FORMAT_JSON' || node?.format?.format_type === 'JS_FORMAT_JSONB';
  return formatted ? derived('format json', [value], json) : value;
};

export const readJsonValue = (node: NodeMap['JsonValueExpr'], scope: Scope): Value => readValueExpr(scope, node);

const valueExprOf = (scope: Scope, node: Node): Value => {
  const value = as(node, 'JsonValueExpr');
  return value === undefined ? scope.frame.tools.value(scope, node) : readValueExpr(scope, value);
};

/** A member that is left out when it is NULL moves the others, whose places are then not known. */
export const readJsonObject = (node: NodeMap['JsonObjectConstructor'], scope: Scope): Value => {
  const type = returned(scope, node.output);
  const binary = type === jsonb;
  const parts: Value[] = [];
  const fields: OutputColumn[] = [];
  for (const expr of node.exprs ?? []) {
    const pair = as(expr, 'JsonKeyValue');
    const value = readValueExpr(scope, pair?.value);
    const key = constantText(scope, pair?.key);
    parts.push(scope.frame.tools.value(scope, pair?.key), value);
    if (key !== undefined) fields.push(named(key, value));
  }
  const known = fields.length * 2 === parts.length && node.absent_on_null !== true;
  return finish(known ? jsonObject('json_object', fields, binary) : jsonOf('json_object', parts, binary), type);
};

export const readJsonArray = (node: NodeMap['JsonArrayConstructor'], scope: Scope): Value => {
  const type = returned(scope, node.output);
  const items = (node.exprs ?? []).map((expr) => valueExprOf(scope, expr));
  const binary = type === jsonb;
  return finish(
    node.absent_on_null === true ? jsonOf('json_array', items, binary) : jsonArray('json_array', items, binary),
    type,
  );
};

export const readJsonArrayQuery = (node: NodeMap['JsonArrayQueryConstructor'], scope: Scope): Value => {
  const type = returned(scope, node.output);
  const [item] = scope.frame.tools.query(scope, node.query);
  return finish(jsonEach('json_array', item ?? plain(0), type === jsonb), type);
};

const aggregate = (scope: Scope, node: NodeMap['JsonAggConstructor'] | undefined, value: Value): Value => {
  if (node === undefined) return value;
  const found = [];
  if (node.agg_filter !== undefined) {
    found.push(...steering('filter', [scope.frame.tools.value(scope, node.agg_filter)]));
    readCondition(scope, node.agg_filter, 'filter');
  }
  const keys = (node.agg_order ?? []).map((entry) => scope.frame.tools.value(scope, as(entry, 'SortBy')?.node));
  for (const key of keys) readKey(scope, key, 'order', 'order');
  found.push(...steering('order', keys));
  if (node.over !== undefined) found.push(...steering('over', readWindow(scope, node.over)));
  return finish(withSources(value, found), returned(scope, node.output));
};

export const readJsonObjectAgg = (node: NodeMap['JsonObjectAgg'], scope: Scope): Value => {
  const key = scope.frame.tools.value(scope, node.arg?.key);
  const value = readValueExpr(scope, node.arg?.value);
  // `constructor` is a field of the node; an object without one would inherit a function of that name.
  const aggregation = Object.hasOwn(node, 'constructor') ? node.constructor : undefined;
  return aggregate(scope, aggregation, jsonOf('json_objectagg', [key, value], false));
};

export const readJsonArrayAgg = (node: NodeMap['JsonArrayAgg'], scope: Scope): Value => {
  const aggregation = Object.hasOwn(node, 'constructor') ? node.constructor : undefined;
  const value = readValueExpr(scope, node.arg);
  return aggregate(scope, aggregation, jsonEach('json_arrayagg', value, returned(scope, aggregation?.output) === jsonb));
};

const behaviours = (scope: Scope, node: NodeMap['JsonFuncExpr']): readonly Value[] =>
  [node.on_empty?.expr, node.on_error?.expr].flatMap((expr) =>
    expr === undefined ? [] : [scope.frame.tools.value(scope, expr)],
  );

const resultTypes: Readonly<Record<string, number>> = { JSON_EXISTS_OP: 16, JSON_QUERY_OP: jsonb, JSON_VALUE_OP: textType };

export const passed = (scope: Scope, nodes: readonly Node[] | undefined): readonly Value[] =>
  (nodes ?? []).map((node) => readValueExpr(scope, as(node, 'JsonArgument')?.val));

export const readJsonFunction = (node: NodeMap['JsonFuncExpr'], scope: Scope): Value => {
  const parts = [
    readValueExpr(scope, node.context_item),
    ...values(scope, node.pathspec === undefined ? [] : [node.pathspec]),
    ...passed(scope, node.passing),
    ...behaviours(scope, node),
  ];
  const type = node.output === undefined ? (resultTypes[node.op ?? ''] ?? 0) : returned(scope, node.output);
  return derived((node.op ?? '').toLowerCase().replace(/_op$/u, ''), parts, type);
};

export const readJsonPredicate = (node: NodeMap['JsonIsPredicate'], scope: Scope): Value =>
  derived('is json', [scope.frame.tools.value(scope, node.expr)], 16);

export const readJsonParse = (node: NodeMap['JsonParseExpr'], scope: Scope): Value =>
  derived('json', [readValueExpr(scope, node.expr)], json);

export const readJsonScalar = (node: NodeMap['JsonScalarExpr'], scope: Scope): Value =>
  toJson('json_scalar', scope.frame.tools.value(scope, node.expr), false);

export const readJsonSerialize = (node: NodeMap['JsonSerializeExpr'], scope: Scope): Value =>
  derived(
    'json_serialize',
    [readValueExpr(scope, node.expr)],
    node.output === undefined ? textType : returned(scope, node.output),
  );

export const readXml = (node: NodeMap['XmlExpr'], scope: Scope): Value => {
  const attributes = (node.named_args ?? []).map((entry) => as(entry, 'ResTarget')?.val ?? entry);
  return derived('xml', values(scope, [...attributes, ...(node.args ?? [])]), node.op === 'IS_DOCUMENT' ? 16 : xml);
};

export const readXmlSerialize = (node: NodeMap['XmlSerialize'], scope: Scope): Value =>
  derived('xmlserialize', [scope.frame.tools.value(scope, node.expr)], typeOf(scope.frame.names, node.typeName)?.oid ?? textType);
