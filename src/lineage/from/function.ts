/** Functions in FROM: which columns they give and what flows into them. */
import type { Node, RangeFunction } from 'libpg-query';
import type { Fn } from '../../catalog/types.ts';
import { as } from '../ast.ts';
import { callFunctions, outputsOf } from '../expressions/call.ts';
import { ofRow } from '../expressions/columns.ts';
import { resolveCall } from '../expressions/functions.ts';
import { figureName } from '../figure-name.ts';
import { compositeOf, typeOf } from '../names.ts';
import { recordType } from '../overload.ts';
import type { Item, Scope } from '../scope.ts';
import type { OutputColumn } from '../types.ts';
import { refuse } from '../unreadable.ts';
import { named, plain, through, type Value } from '../value.ts';
import { aliasColumns, renamed } from './alias.ts';

interface Result {
  readonly columns: readonly OutputColumn[];
  readonly scalar: boolean;
  readonly rowType: number;
}

/** The column is the function's whole result, as an expression would give it, or a part of it. */
const part = (name: string, whole: Value, type: number): OutputColumn =>
  named(name, { ...plain(type), sources: through('derived', 'field', whole.sources), opaque: whole.opaque });

const definedColumns = (scope: Scope, definitions: readonly Node[], whole: Value): Result => ({
  columns: definitions.map((definition) => {
    const column = as(definition, 'ColumnDef');
    return part(column?.colname ?? '', whole, typeOf(scope.frame.names, column?.typeName)?.oid ?? 0);
  }),
  scalar: false,
  rowType: recordType,
});

const compositeResult = (scope: Scope, whole: Value, followed: readonly OutputColumn[] | undefined): Result | undefined => {
  const composite = compositeOf(scope.frame.names.catalog, whole.type);
  if (composite === undefined) return undefined;
  const fields = whole.shape.kind === 'row' ? whole.shape.fields.map((field) => ofRow(whole, field)) : undefined;
  const inner = [followed, fields].find((known) => known?.length === composite.columns.length);
  const columns = composite.columns.map((column, index): OutputColumn => {
    const field = inner?.[index];
    return field === undefined ? part(column.name, whole, column.type) : named(column.name, field);
  });
  return { columns, scalar: false, rowType: whole.type };
};

const declaredResult = (fn: Fn, whole: Value, followed: readonly OutputColumn[] | undefined): Result | undefined => {
  const declared = outputsOf(fn);
  if (declared.length < 2 && fn.returnType !== recordType) return undefined;
  if (declared.length === 0) return undefined;
  const inner = followed?.length === declared.length ? followed : undefined;
  const columns = declared.map((arg, index): OutputColumn => {
    const field = inner?.[index];
    return field === undefined ? part(arg.name, whole, arg.type) : named(arg.name, { ...field, type: arg.type });
  });
  return { columns, scalar: false, rowType: recordType };
};

const scalarResult = (name: string, whole: Value): Result => ({
  columns: [named(name, whole)],
  scalar: true,
  rowType: whole.type,
});

/** A single OUT parameter names the column; else the alias does, else the function. */
const scalarName = (fns: readonly Fn[], alias: string | undefined, node: Node): string => {
  const [first] = fns;
  const [out] = first === undefined ? [] : outputsOf(first);
  return out !== undefined && out.name !== '' ? out.name : (alias ?? figureName(node));
};

/** unnest(a, b, ..) in FROM stands for one unnest of each, side by side. */
const separateUnnest = (node: Node): readonly Node[] => {
  const call = as(node, 'FuncCall');
  const name = as(call?.funcname?.[(call.funcname?.length ?? 0) - 1], 'String')?.sval;
  const args = call?.args ?? [];
  if (call === undefined || name !== 'unnest' || args.length < 2) return [node];
  return args.map((arg) => ({ FuncCall: { ...call, args: [arg] } }));
};

const callResult = (scope: Scope, node: Node, definitions: readonly Node[], alias: string | undefined): Result => {
  const call = as(node, 'FuncCall');
  const value = scope.frame.tools.value(scope, node);
  if (definitions.length > 0) return definedColumns(scope, definitions, value);
  if (call === undefined) return compositeResult(scope, value, undefined) ?? scalarResult(alias ?? figureName(node), value);
  const { args, candidates } = resolveCall(scope, call);
  const called = callFunctions(scope, candidates, args);
  const fns = candidates.map(({ fn }) => fn);
  const whole =
    called === undefined || value.shape.kind !== 'scalar'
      ? value
      : { ...value, type: called.value.type === 0 ? value.type : called.value.type };
  const [first] = fns;
  const names = (fn: Fn): string =>
    outputsOf(fn)
      .map((arg) => arg.name)
      .join();
  if (first !== undefined && fns.some((fn) => names(fn) !== names(first))) {
    throw refuse('unmodelled', `which of several functions ${first.name} is meant`);
  }
  const composite = compositeResult(scope, whole, called?.columns);
  if (composite !== undefined) return composite;
  const declared = first === undefined ? undefined : declaredResult(first, whole, called?.columns);
  if (declared !== undefined) {
    return declared;
  }
  if (whole.type === recordType) {
    if (whole.shape.kind === 'row') return { columns: whole.shape.fields, scalar: false, rowType: recordType };
    throw refuse('unmodelled', 'a function that returns record, without a column definition list');
  }
  return scalarResult(scalarName(fns, alias, node), whole);
};

export const readRangeFunction = (range: RangeFunction, scope: Scope): readonly Item[] => {
  const alias = range.alias?.aliasname;
  const results: Result[] = [];
  const nodes: Node[] = [];
  for (const entry of range.functions ?? []) {
    const [node, own] = as(entry, 'List')?.items ?? [];
    const definitions = as(own, 'List')?.items ?? range.coldeflist ?? [];
    for (const single of node === undefined ? [] : separateUnnest(node)) {
      nodes.push(single);
      results.push(
        callResult(scope, single, definitions, (range.functions ?? []).length === 1 && nodes.length === 1 ? alias : undefined),
      );
    }
  }
  const [first] = results;
  const [node] = nodes;
  if (first === undefined) throw refuse('unmodelled', 'RangeFunction');
  const ordinality = range.ordinality === true ? [named('ordinality', plain(20))] : [];
  const single = results.length === 1 && ordinality.length === 0;
  return [
    {
      alias: alias ?? figureName(node),
      schema: undefined,
      columns: renamed([...results.flatMap((result) => result.columns), ...ordinality], aliasColumns(range.alias)),
      relation: undefined,
      rowType: single ? first.rowType : recordType,
      scalarRow: single && first.scalar,
      rowVisible: true,
      columnsVisible: true,
    },
  ];
};
