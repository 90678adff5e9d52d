/** Bodies of user functions, read as if they stood in the place of the call. */
import type { Fn, Oid } from '../catalog/types.ts';
import { splitIdentifiers } from '../catalog/resolve-path.ts';
import { as } from './ast.ts';
import { inputsOf } from './expressions/call.ts';
import { castRow } from './expressions/casts.ts';
import { followPlPgSql } from './follow-plpgsql.ts';
import type { Names } from './names.ts';
import { createRecorder, type Facts } from './recorder.ts';
import { type Frame, rootScope, type Scope } from './scope.ts';
import type { OutputColumn } from './types.ts';
import { setConfig } from './settings.ts';
import { isUnreadable } from './unreadable.ts';
import { named, plain, type Value } from './value.ts';

/** Deeper calls of functions by functions are opaque, and so are those of a function by itself. */
const maxDepth = 8;

const setting = (fn: Fn, name: string): string | undefined =>
  fn.config.find((entry) => entry.startsWith(`${name}=`))?.slice(name.length + 1);

/** A function's own search_path decides over the caller's. A session's temporary schema is the same in both. */
const namesIn = (fn: Fn, names: Names): Names | undefined => {
  const path = setting(fn, 'search_path');
  if (path === undefined) return names;
  const entries = splitIdentifiers(path);
  if (entries === undefined || entries.includes('$user')) return undefined;
  const { tempSchema } = names.nameSpace;
  const found = entries.flatMap((entry) =>
    entry === 'pg_temp' ? (tempSchema ?? []) : names.catalog.schemas.has(entry) ? entry : [],
  );
  const implicit = ['pg_catalog', ...(tempSchema === undefined ? [] : [tempSchema])].filter((entry) => !found.includes(entry));
  return { catalog: names.catalog, nameSpace: { path: [...implicit.reverse(), ...found], tempSchema } };
};

/** A child's row is converted to its parent's where that is what the parameter takes. */
const argumentOf = (scope: Scope, value: Value, type: Oid): Value => ({
  ...(value.type === type ? value : (castRow(scope, value, type) ?? value)),
  type,
});

const argumentsOf = (scope: Scope, fn: Fn, args: readonly Value[]): Frame['arguments'] => {
  const declared = inputsOf(fn);
  const values = declared.map((_, index) => argumentOf(scope, args[index] ?? plain(0), fn.argTypes[index] ?? 0));
  const byName = new Map<string, Value>();
  for (const [index, { name }] of declared.entries()) {
    const value = values[index];
    if (name !== '' && value !== undefined) byName.set(name, value);
  }
  return { function: fn.name, byPosition: values, byName };
};

const readSql = (frame: Frame, fn: Fn): readonly OutputColumn[] | undefined => {
  if (fn.sqlBody !== undefined) return frame.tools.stored.body(frame, fn);
  const scope = rootScope(frame);
  const parsed = frame.parser.parse(fn.source ?? '');
  if (!parsed.ok) return undefined;
  let result: readonly OutputColumn[] = [];
  for (const { stmt } of parsed.statements) {
    if (as(stmt, 'SelectStmt')?.intoClause !== undefined) return undefined;
    result = scope.frame.tools.query(scope, stmt);
  }
  return result;
};

const readers: Readonly<Record<string, (frame: Frame, fn: Fn) => readonly OutputColumn[] | undefined>> = {
  sql: readSql,
  plpgsql: followPlPgSql,
};

const isReadable = ({ kind, variadic, source, sqlBody }: Fn): boolean =>
  kind === 'f' && variadic === 0 && ((source !== undefined && source !== '') || sqlBody !== undefined);

/** A body that is stored as text and has no search_path of its own. */
const looksUpLate = (fn: Fn): boolean => fn.sqlBody === undefined && setting(fn, 'search_path') === undefined;

const setsNames = ({ changes, functions }: Facts): boolean =>
  changes.length > 0 || functions.some(({ name }) => name === setConfig);

/** Undefined where the body is not plain SQL, changes a setting, or cannot be resolved: the call is then opaque. */
export const followFunction = (scope: Scope, fn: Fn, args: readonly Value[]): readonly OutputColumn[] | undefined => {
  const { frame } = scope;
  if (!isReadable(fn) || frame.following.length >= maxDepth || frame.following.includes(fn.oid) || frame.bodies.left <= 0)
    return undefined;
  frame.bodies.left -= 1;
  const read = readers[fn.language];
  if (read === undefined) return undefined;
  const names = namesIn(fn, frame.names);
  if (names === undefined) return undefined;
  const recorder = createRecorder();
  const inner: Frame = {
    ...frame,
    names,
    recorder,
    arguments: argumentsOf(scope, fn, args),
    following: [...frame.following, fn.oid],
  };
  try {
    const columns = read(inner, fn);
    const facts = recorder.facts();
    if (columns === undefined || setsNames(facts)) return undefined;
    frame.recorder.absorb(facts);
    if (looksUpLate(fn)) frame.recorder.effect({ kind: 'late-names', function: `${fn.schema}.${fn.name}` });
    return columns.length === 0 ? [named(fn.name, plain(fn.returnType))] : columns;
  } catch (error) {
    if (isUnreadable(error)) return undefined;
    throw error;
  }
};
