/** The table of stored expression nodes: each kind of primnodes.h that a stored tree can hold, and how it is read. */
import type { TreeNode } from '../../catalog/node-tree.ts';
import { fieldOf as namedField, ofRow } from '../expressions/columns.ts';
import { withHidden } from '../expressions/call.ts';
import { castTo } from '../expressions/casts.ts';
import { arrayOf, nullIf, preserving } from '../expressions/core.ts';
import { compositeOf } from '../names.ts';
import { unmodelled } from '../unreadable.ts';
import {
  blankConstant,
  derived,
  eitherOf,
  firstOpaque,
  named,
  plain,
  rowOf,
  scalar,
  steering,
  through,
  type Value,
  withSources,
} from '../value.ts';
import { storedAggregate, storedFunction, storedOperator, storedRowCompare, storedWindow } from './calls.ts';
import { storedJsonConstructor, storedJsonValue } from './json.ts';
import { above, type StoredScope } from './scope.ts';
import { storedSubLink } from './sublink.ts';
import { nodeIn, nodesIn, numberIn, textIn, textsIn } from './tree.ts';

type Reader = (stored: StoredScope, node: TreeNode) => Value;

const boolean = 16;
const read: Reader = (stored, node) => stored.tools.value(stored, node);
const argument = (stored: StoredScope, node: TreeNode, name = 'arg'): Value => {
  const arg = nodeIn(node, name);
  return arg === undefined ? plain(0) : read(stored, arg);
};
const list = (stored: StoredScope, node: TreeNode, name: string): readonly Value[] =>
  nodesIn(node, name).map((entry) => read(stored, entry));

const variable: Reader = (stored, node) => {
  const value = above(stored, numberIn(node, 'varlevelsup')).range(numberIn(node, 'varno')).column(numberIn(node, 'varattno'));
  stored.scope.frame.recorder.touch(value.sources);
  const type = numberIn(node, 'vartype');
  return value.type === type ? value : { ...value, type };
};

/** Parameters of a function's body; those of sub-selects stand for what is read with the sub-select. */
const parameter: Reader = (stored, node) => {
  const isExternal = textIn(node, 'paramkind') === '0';
  const given = isExternal ? stored.scope.frame.arguments?.byPosition[numberIn(node, 'paramid') - 1] : undefined;
  return given ?? plain(numberIn(node, 'paramtype'));
};

const cast: Reader = (stored, node) => castTo(stored.scope, argument(stored, node), numberIn(node, 'resulttype'));

/** The cast of each element is stored as an expression of its own. */
const arrayCast: Reader = (stored, node) => {
  const value = cast(stored, node);
  return { ...value, opaque: value.opaque ?? argument(stored, node, 'elemexpr').opaque };
};

const caseOf: Reader = (stored, node) => {
  const subject = nodeIn(node, 'arg');
  const conditions: Value[] = subject === undefined ? [] : [read(stored, subject)];
  const results: Value[] = [];
  for (const arm of nodesIn(node, 'args')) {
    const when = nodeIn(arm, 'expr');
    if (when !== undefined) {
      conditions.push(read(stored, when));
      stored.tools.condition(stored, when, 'case');
    }
    results.push(argument(stored, arm, 'result'));
  }
  if (subject !== undefined) stored.tools.condition(stored, subject, 'case');
  results.push(argument(stored, node, 'defresult'));
  const value = withSources(preserving('case', eitherOf(results)), steering('case', conditions));
  return { ...value, opaque: value.opaque ?? firstOpaque(conditions) };
};

const row: Reader = (stored, node) => {
  const type = numberIn(node, 'row_typeid');
  const columns = compositeOf(stored.scope.frame.names.catalog, type)?.columns;
  const given = textsIn(node, 'colnames');
  const values = list(stored, node, 'args');
  return rowOf(
    values.map((value, index) => named(columns?.[index]?.name ?? given[index] ?? `f${String(index + 1)}`, value)),
    type,
  );
};

const array: Reader = (stored, node) => ({
  ...arrayOf(stored.scope, list(stored, node, 'elements')),
  type: numberIn(node, 'array_typeid'),
});

/** Fields are counted with a composite type's dropped columns. */
const field: Reader = (stored, node) => {
  const value = argument(stored, node);
  const number = numberIn(node, 'fieldnum');
  const type = numberIn(node, 'resulttype');
  const composite = compositeOf(stored.scope.frame.names.catalog, value.type);
  const place = composite === undefined ? number - 1 : composite.columns.findIndex(({ attnum }) => attnum === number);
  const known = value.shape.kind === 'row' ? value.shape.fields[place] : undefined;
  if (known !== undefined) return ofRow(value, known);
  const name = composite?.columns[place]?.name;
  return { ...(name === undefined ? derived('field', [value], type) : namedField(stored.scope, value, name)), type };
};

const subscript: Reader = (stored, node) => {
  const parts = [...list(stored, node, 'refupperindexpr'), ...list(stored, node, 'reflowerindexpr')];
  const assigned = nodeIn(node, 'refassgnexpr');
  const all = [argument(stored, node, 'refexpr'), ...parts, ...(assigned === undefined ? [] : [read(stored, assigned)])];
  return derived('subscript', all, numberIn(node, 'refrestype'));
};

const nullTest: Reader = (stored, node) => {
  const value = argument(stored, node);
  return { sources: through('count', 'is null', value.sources), shape: scalar, type: boolean, opaque: value.opaque };
};

/** What its operator gives only decides. */
const nullIfOf: Reader = (stored, node) => {
  const compared = storedOperator(stored, node);
  const [value, other] = list(stored, node, 'args');
  if (value === undefined || other === undefined) throw unmodelled('NULLIFEXPR');
  return withHidden(nullIf(value, other), { sources: steering('nullif', [compared]), opaque: compared.opaque });
};

const minMax: Reader = (stored, node) =>
  preserving(textIn(node, 'op') === '0' ? 'greatest' : 'least', eitherOf(list(stored, node, 'args')));

const xml: Reader = (stored, node) =>
  derived('xml', [...list(stored, node, 'named_args'), ...list(stored, node, 'args')], numberIn(node, 'type'));

const jsonExpression: Reader = (stored, node) => {
  const behaviours = ['on_empty', 'on_error']
    .flatMap((name) => nodeIn(node, name) ?? [])
    .flatMap((behaviour) => nodeIn(behaviour, 'expr') ?? []);
  const parts = ['formatted_expr', 'path_spec'].flatMap((name) => nodeIn(node, name) ?? []);
  const returning = nodeIn(node, 'returning');
  const values = [...parts, ...nodesIn(node, 'passing_values'), ...behaviours].map((part) => read(stored, part));
  return derived('json', values, returning === undefined ? 0 : numberIn(returning, 'typid'));
};

const typed =
  (name: string): Reader =>
  (_, node) =>
    plain(numberIn(node, name));

const readers: Readonly<Record<string, Reader>> = {
  AGGREF: storedAggregate,
  ARRAYCOERCEEXPR: arrayCast,
  ARRAYEXPR: array,
  BOOLEANTEST: (stored, node) => derived('is', [argument(stored, node)], boolean),
  BOOLEXPR: (stored, node) => derived(textIn(node, 'boolop'), list(stored, node, 'args'), boolean),
  CASEEXPR: caseOf,
  /** Stands for the subject of the CASE, the element of an array, the document of JSON_TABLE: read there. */
  CASETESTEXPR: typed('typeId'),
  COALESCEEXPR: (stored, node) => preserving('coalesce', eitherOf(list(stored, node, 'args'))),
  COERCETODOMAIN: cast,
  COERCETODOMAINVALUE: typed('typeId'),
  COERCEVIAIO: cast,
  COLLATEEXPR: (stored, node) => argument(stored, node),
  CONST: (_, node) =>
    textIn(node, 'constisnull') === 'true' ? blankConstant(numberIn(node, 'consttype')) : plain(numberIn(node, 'consttype')),
  CONVERTROWTYPEEXPR: cast,
  CURRENTOFEXPR: () => plain(boolean),
  DISTINCTEXPR: storedOperator,
  FIELDSELECT: field,
  FIELDSTORE: (stored, node) =>
    derived('field', [argument(stored, node), ...list(stored, node, 'newvals')], numberIn(node, 'resulttype')),
  FUNCEXPR: storedFunction,
  GROUPINGFUNC: (stored, node) => ({ ...plain(23), sources: steering('grouping', list(stored, node, 'args')) }),
  JSONCONSTRUCTOREXPR: storedJsonConstructor,
  JSONEXPR: jsonExpression,
  JSONISPREDICATE: (stored, node) => derived('is json', [argument(stored, node, 'expr')], boolean),
  JSONVALUEEXPR: storedJsonValue,
  MERGESUPPORTFUNC: () => plain(25),
  MINMAXEXPR: minMax,
  NAMEDARGEXPR: (stored, node) => argument(stored, node),
  NEXTVALUEEXPR: typed('typeId'),
  NULLIFEXPR: nullIfOf,
  NULLTEST: nullTest,
  OPEXPR: storedOperator,
  PARAM: parameter,
  RELABELTYPE: cast,
  ROWCOMPAREEXPR: storedRowCompare,
  ROWEXPR: row,
  SCALARARRAYOPEXPR: storedOperator,
  SETTODEFAULT: typed('typeId'),
  SQLVALUEFUNCTION: typed('type'),
  SUBLINK: storedSubLink,
  SUBSCRIPTINGREF: subscript,
  TARGETENTRY: (stored, node) => argument(stored, node, 'expr'),
  VAR: variable,
  WINDOWFUNC: storedWindow,
  XMLEXPR: xml,
};

/** The tags that are modelled, for the docs. */
export const storedTags: readonly string[] = Object.keys(readers);

export const readStoredExpression = (stored: StoredScope, node: TreeNode): Value => {
  const before = stored.known.get(node);
  if (before !== undefined) return before;
  const reader = Object.hasOwn(readers, node.tag) ? readers[node.tag] : undefined;
  if (reader === undefined) throw unmodelled(`the stored node ${node.tag}`);
  const value = reader(stored, node);
  stored.known.set(node, value);
  return value;
};
