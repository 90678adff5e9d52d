/** Prepared statements and cursors. */
import type { ExecuteStmt, Node } from 'libpg-query';
import { as } from '../ast.ts';
import { typeOf } from '../names.ts';
import type { Scope } from '../scope.ts';
import type { Entries, Outcome, StatementContext } from '../statements.ts';
import type { StatementLineage } from '../types.ts';
import { parametersOf, textsOf } from '../query/writes.ts';
import { refuse } from '../unreadable.ts';

/** CURSOR_OPT_HOLD of parsenodes.h. */
const holdOption = 0x20;

/** What is assigned by way of a parameter is what EXECUTE gives for it. */
const withArguments = (prepared: StatementLineage, given: readonly Node[]): StatementLineage => ({
  ...prepared,
  writes: prepared.writes.map((write) => {
    const nodes = write.parameters.map((number) => given[number - 1]);
    return { ...write, constants: [...write.constants, ...textsOf(nodes)], parameters: parametersOf(nodes) };
  }),
});

/**
 * The statement that an EXECUTE runs, if the session knows it. What an argument brings could show wherever the prepared
 * statement uses it, in its plan too: one that reads columns is refused.
 */
export const executed = (
  { name = '', params }: ExecuteStmt,
  scope: Scope,
  context: StatementContext,
): StatementLineage | undefined => {
  for (const parameter of params ?? []) {
    const { sources, opaque } = scope.frame.tools.value(scope, parameter);
    if (sources.length > 0 || opaque !== undefined) throw refuse('unmodelled', 'an argument of EXECUTE that reads columns');
  }
  const prepared = context.prepared(name);
  return prepared && withArguments(prepared, params ?? []);
};

const execute = (stmt: ExecuteStmt, scope: Scope, context: StatementContext): Outcome => {
  const prepared = executed(stmt, scope, context);
  if (prepared !== undefined) scope.frame.recorder.absorb(prepared);
  return { columns: prepared?.columns, runs: { kind: 'prepared', name: stmt.name ?? '' } };
};

export const cursorsAndPrepared: Entries = {
  PrepareStmt: {
    kind: 'prepare',
    read: ({ name = '', argtypes, query }, scope, context) => {
      if (query === undefined) throw refuse('unmodelled', 'PREPARE');
      const types = (argtypes ?? []).map((node) => typeOf(scope.frame.names, as(node, 'TypeName'))?.oid ?? 0);
      const inner = context.inner(query, types);
      scope.frame.recorder.absorb(inner);
      scope.frame.recorder.change({ kind: 'prepare', name, inner });
      return {};
    },
  },
  ExecuteStmt: { kind: 'execute', read: execute },
  DeallocateStmt: {
    kind: 'deallocate',
    read: ({ name, isall }, scope) => {
      scope.frame.recorder.change({ kind: 'deallocate', name: isall === true ? undefined : name });
      return {};
    },
  },
  DeclareCursorStmt: {
    kind: 'declare-cursor',
    read: ({ portalname = '', query, options = 0 }, scope, context) => {
      if (query === undefined) throw refuse('unmodelled', 'DECLARE');
      const inner = context.inner(query, scope.frame.parameterTypes);
      scope.frame.recorder.absorb(inner);
      scope.frame.recorder.change({ kind: 'declare-cursor', name: portalname, hold: (options & holdOption) !== 0, inner });
      return {};
    },
  },
  FetchStmt: {
    kind: 'fetch',
    read: ({ portalname = '', ismove }, scope, context) => {
      if (ismove === true) return { kind: 'move' };
      const cursor = context.cursor(portalname);
      if (cursor !== undefined) scope.frame.recorder.absorb(cursor);
      return { columns: cursor?.columns, runs: { kind: 'cursor', name: portalname } };
    },
  },
  ClosePortalStmt: {
    kind: 'close-cursor',
    read: ({ portalname }, scope) => {
      scope.frame.recorder.change({ kind: 'close-cursor', name: portalname === '' ? undefined : portalname });
      return {};
    },
  },
};
