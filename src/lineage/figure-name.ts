/** The name of an output column that has no alias: FigureColname in parse_target.c. */
import type { Node } from 'libpg-query';
import { as, last, type NodeMap, strings, type Tag, tagOf } from './ast.ts';

/** How good a name is: 0 none, 1 only if nothing better is found further in, 2 good. */
interface Guess {
  readonly name: string;
  readonly strength: 0 | 1 | 2;
}

const none: Guess = { name: '', strength: 0 };
const good = (name: string): Guess => ({ name, strength: 2 });

const sqlValueNames: Readonly<Record<string, string>> = {
  SVFOP_CURRENT_DATE: 'current_date',
  SVFOP_CURRENT_TIME: 'current_time',
  SVFOP_CURRENT_TIME_N: 'current_time',
  SVFOP_CURRENT_TIMESTAMP: 'current_timestamp',
  SVFOP_CURRENT_TIMESTAMP_N: 'current_timestamp',
  SVFOP_LOCALTIME: 'localtime',
  SVFOP_LOCALTIME_N: 'localtime',
  SVFOP_LOCALTIMESTAMP: 'localtimestamp',
  SVFOP_LOCALTIMESTAMP_N: 'localtimestamp',
  SVFOP_CURRENT_ROLE: 'current_role',
  SVFOP_CURRENT_USER: 'current_user',
  SVFOP_USER: 'user',
  SVFOP_SESSION_USER: 'session_user',
  SVFOP_CURRENT_CATALOG: 'current_catalog',
  SVFOP_CURRENT_SCHEMA: 'current_schema',
};

const xmlNames: Readonly<Record<string, string>> = {
  IS_XMLCONCAT: 'xmlconcat',
  IS_XMLELEMENT: 'xmlelement',
  IS_XMLFOREST: 'xmlforest',
  IS_XMLPARSE: 'xmlparse',
  IS_XMLPI: 'xmlpi',
  IS_XMLROOT: 'xmlroot',
};

const jsonNames: Readonly<Record<string, string>> = {
  JSON_EXISTS_OP: 'json_exists',
  JSON_QUERY_OP: 'json_query',
  JSON_VALUE_OP: 'json_value',
};

type Guessers = { readonly [K in Tag]?: (node: NodeMap[K]) => Guess };

const orElse = (inner: Guess, name: string): Guess => (inner.strength > 1 ? inner : { name, strength: 1 });

const subLinkName = ({ subLinkType, subselect }: NodeMap['SubLink']): Guess => {
  if (subLinkType === 'EXISTS_SUBLINK') return good('exists');
  if (subLinkType === 'ARRAY_SUBLINK') return good('array');
  if (subLinkType !== 'EXPR_SUBLINK') return none;
  let select = as(subselect, 'SelectStmt');
  while (select?.larg !== undefined) select = select.larg;
  const target = as(select?.targetList?.[0], 'ResTarget');
  if (select?.valuesLists !== undefined) return good('column1');
  if (target === undefined) return none;
  if (target.name !== undefined) return good(target.name);
  return guess(target.val);
};

const guessers: Guessers = {
  ColumnRef: ({ fields }) => {
    const name = last(strings(fields));
    return name === undefined ? none : good(name);
  },
  A_Indirection: ({ arg, indirection }) => {
    const name = last(strings(indirection));
    return name === undefined ? guess(arg) : good(name);
  },
  FuncCall: ({ funcname }) => good(last(strings(funcname)) ?? ''),
  A_Expr: ({ kind }) => (kind === 'AEXPR_NULLIF' ? good('nullif') : none),
  TypeCast: ({ arg, typeName }) => {
    const inner = guess(arg);
    const name = last(strings(typeName?.names));
    return inner.strength > 1 || name === undefined ? inner : { name, strength: 1 };
  },
  CollateClause: ({ arg }) => guess(arg),
  GroupingFunc: () => good('grouping'),
  MergeSupportFunc: () => good('merge_action'),
  SubLink: subLinkName,
  CaseExpr: ({ defresult }) => orElse(guess(defresult), 'case'),
  A_ArrayExpr: () => good('array'),
  RowExpr: () => good('row'),
  CoalesceExpr: () => good('coalesce'),
  MinMaxExpr: ({ op }) => good(op === 'IS_GREATEST' ? 'greatest' : 'least'),
  SQLValueFunction: ({ op }) => good(sqlValueNames[op ?? ''] ?? ''),
  XmlExpr: ({ op }) => {
    const name = xmlNames[op ?? ''];
    return name === undefined ? none : good(name);
  },
  XmlSerialize: () => good('xmlserialize'),
  JsonParseExpr: () => good('json'),
  JsonScalarExpr: () => good('json_scalar'),
  JsonSerializeExpr: () => good('json_serialize'),
  JsonObjectConstructor: () => good('json_object'),
  JsonArrayConstructor: () => good('json_array'),
  JsonArrayQueryConstructor: () => good('json_array'),
  JsonObjectAgg: () => good('json_objectagg'),
  JsonArrayAgg: () => good('json_arrayagg'),
  JsonFuncExpr: ({ op }) => good(jsonNames[op ?? ''] ?? ''),
};

const guess = (node: Node | undefined): Guess => {
  if (node === undefined) return none;
  const tag = tagOf(node);
  const guesser = guessers[tag] as ((fields: unknown) => Guess) | undefined;
  return guesser === undefined ? none : guesser((node as Partial<NodeMap>)[tag]);
};

export const figureName = (node: Node | undefined): string => {
  const { name, strength } = guess(node);
  return strength === 0 ? '?column?' : name;
};
