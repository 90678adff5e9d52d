/** PL/pgSQL bodies in which every statement is static: what they return, whatever way control takes through them. */
import type { Fn } from '../catalog/types.ts';
import { as } from './ast.ts';
import { readCondition } from './expressions/predicates.ts';
import { type Frame, rootScope, type Scope } from './scope.ts';
import { conditionIn } from './plpgsql-condition.ts';
import { anyVariable, type PlPgSqlFunction, readPlPgSql } from './plpgsql-statements.ts';
import type { OutputColumn, Source } from './types.ts';
import { derived, eitherOf, firstOpaque, named, plain, steering, through, union, type Value, withSources } from './value.ts';

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const isOutput = (mode: string): boolean => mode === 'o' || mode === 'b' || mode === 't';

/** The function's text for the parser. Types do not matter to it, only the names and modes of parameters. */
const definition = (fn: Fn): string => {
  const parameters = fn.allArgs.map(({ name, mode }) => {
    const word = mode === 'o' || mode === 't' ? 'OUT' : mode === 'b' ? 'INOUT' : 'IN';
    return `${word} ${name === '' ? '' : quote(name)} text`;
  });
  const unnamed = fn.allArgs.length === 0 ? fn.argTypes.map(() => 'text') : parameters;
  const outputs = fn.allArgs.filter(({ mode }) => isOutput(mode)).length;
  const result = outputs === 1 ? 'text' : outputs > 1 ? 'record' : 'text';
  const body = fn.source ?? '';
  let tag = 'pgveil';
  while (body.includes(`$${tag}$`)) tag += 'x';
  const returns = fn.returnsSet ? `SETOF ${result}` : fn.returnType === 2278 ? 'void' : result;
  return `CREATE FUNCTION pgveil_body(${unnamed.join(', ')}) RETURNS ${returns} LANGUAGE plpgsql AS $${tag}$${body}$${tag}$`;
};

interface Round {
  readonly columns: readonly OutputColumn[];
  readonly pool: readonly Source[];
  readonly opaque: string | undefined;
}

const queryOf = (scope: Scope, text: string): readonly OutputColumn[] | undefined => {
  const parsed = scope.frame.parser.parse(text);
  if (!parsed.ok || parsed.statements.length !== 1) return undefined;
  const stmt = parsed.statements[0]?.stmt;
  return as(stmt, 'SelectStmt')?.intoClause === undefined ? scope.frame.tools.query(scope, stmt) : undefined;
};

const conditionOf = (scope: Scope, text: string): readonly OutputColumn[] | undefined => {
  const expression = conditionIn(scope.frame.parser, text);
  if (expression === undefined) return undefined;
  readCondition(scope, expression, 'case');
  return [named('', scope.frame.tools.value(scope, expression))];
};

const outputsOf = (fn: Fn): readonly { readonly name: string; readonly type: number }[] => {
  const declared = fn.allArgs.filter(({ mode }) => isOutput(mode));
  return declared.length > 0 ? declared : [{ name: fn.name, type: fn.returnType }];
};

const combined = (rows: readonly (readonly OutputColumn[])[]): readonly OutputColumn[] | undefined => {
  const [first] = rows;
  if (first === undefined || rows.some((row) => row.length !== first.length)) return undefined;
  return first.map((column, index) => named(column.name, eitherOf(rows.flatMap((row) => row[index] ?? []))));
};

/** By column and way: how it came to a variable has no end where there is a loop. */
const pooled = (sources: readonly Source[]): readonly Source[] => {
  const found = new Map<string, Source>();
  for (const source of through('derived', 'variable', sources)) {
    found.set(`${source.column} ${source.way}`, { ...source, via: ['variable'] });
  }
  return [...found.values()];
};

/** One reading of the whole body, with the variables holding anything in `pool`. Undefined: something cannot be read. */
const readRound = (scope: Scope, fn: Fn, { body }: PlPgSqlFunction, variable: Value): Round | undefined => {
  const read = (texts: readonly string[], how: typeof queryOf): (readonly OutputColumn[])[] | undefined => {
    const found: (readonly OutputColumn[])[] = [];
    for (const text of texts) {
      const columns = how(scope, text);
      if (columns === undefined) return undefined;
      found.push(columns);
    }
    return found;
  };
  const conditions = read(body.conditions, conditionOf);
  const statements = read(body.statements, queryOf);
  const expressions = read(body.expressions, queryOf);
  const returned = read(body.returned, queryOf);
  const queries = read(body.returnedQueries, queryOf);
  if (
    conditions === undefined ||
    statements === undefined ||
    expressions === undefined ||
    returned === undefined ||
    queries === undefined
  )
    return undefined;
  const outputs = outputsOf(fn);
  // A parameter may be returned as it came.
  const held = derived('plpgsql', [variable, ...(scope.frame.arguments?.byPosition ?? [])], 0);
  const variables = outputs.map(({ name, type }) => named(name, { ...held, type }));
  const explicit = [...queries, ...returned];
  // What is not returned by an expression is in variables: those named, or the OUT parameters, at the end of a function too.
  const implicit =
    body.returnsVariables || (!fn.returnsSet && (explicit.length === 0 || fn.allArgs.some(({ mode }) => isOutput(mode))));
  const rows = combined(implicit ? [...explicit, variables] : explicit);
  const steeredBy = steering('plpgsql', conditions.flat());
  const everything = [...conditions, ...statements, ...expressions, ...explicit].flat();
  const anything = derived('plpgsql', [...explicit.flat(), held], 0);
  const columns = rows ?? (explicit.length === 0 ? variables : outputs.map(({ name }) => named(name, anything)));
  return {
    columns: columns.map((column) => named(column.name, withSources(column, steeredBy))),
    pool: pooled(union(everything.map((column) => column.sources))),
    opaque: firstOpaque(everything),
  };
};

/** Rounds until nothing more flows into the variables. */
const maxRounds = 6;

/**
 * Variables before columns, and what an error said: the first changes what a name means, the second brings values of
 * columns that are only compared.
 */
const notFollowed = /#\s*variable_conflict\s+use_variable|sqlerrm|get\s+(?:current\s+|stacked\s+)?diagnostics/iu;

export const followPlPgSql = (frame: Frame, fn: Fn): readonly OutputColumn[] | undefined => {
  if (notFollowed.test(fn.source ?? '')) return undefined;
  const parsed = readPlPgSql(frame.parser.parsePlPgSql(definition(fn)));
  const given = frame.arguments;
  if (parsed === undefined || given === undefined) return undefined;
  const names = fn.allArgs.filter(({ mode }) => mode === 'i' || mode === 'b' || mode === 'v').map(({ name }) => name);
  const { assigned } = parsed.body;
  const known = new Set([...parsed.variables, ...given.byName.keys()]);
  // What has another name, an ALIAS, can be any of them.
  const any = assigned.has(anyVariable) || [...assigned].some((name) => !known.has(name));
  const isAssigned = (name: string | undefined): boolean => any || name === undefined || assigned.has(name);
  let pool: readonly Source[] = [];
  let opaque: string | undefined;
  for (let round = 0; round < maxRounds; round += 1) {
    const variable: Value = { ...plain(0), sources: pool, opaque };
    const byName = new Map<string, Value>(parsed.variables.map((name) => [name, variable]));
    const current = (value: Value, name: string | undefined): Value =>
      isAssigned(name) ? { ...withSources(value, pool), shape: variable.shape, opaque: value.opaque ?? opaque } : value;
    for (const [name, value] of given.byName) byName.set(name, current(value, name));
    const byPosition = given.byPosition.map((value, index) => current(value, names[index]));
    const scope = rootScope({ ...frame, arguments: { ...given, byName, byPosition } });
    const result = readRound(scope, fn, parsed, variable);
    if (result === undefined) return undefined;
    if (result.pool.length === pool.length && result.opaque === opaque) return result.columns;
    ({ pool, opaque } = result);
  }
  return undefined;
};
