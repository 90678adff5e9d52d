/** From a query text to what each of its statements reads, writes and returns. */
import type { Catalog, NameSpace, Oid } from '../catalog/types.ts';
import type { Node, RawStmt } from 'libpg-query';
import { readExpression } from './expressions/index.ts';
import { readCondition } from './expressions/predicates.ts';
import { followFunction } from './follow.ts';
import type { Parser } from './parse.ts';
import { readQuery } from './query/index.ts';
import { withRows } from './rows.ts';
import { createRecorder, type Recorder } from './recorder.ts';
import { type Frame, rootScope, type Scope, type Tools } from './scope.ts';
import { readStoredBody, readStoredCondition, readStoredRule, readStoredValue, readView } from './stored/index.ts';
import { kindOf, type Outcome } from './statements.ts';
import type { Reading, SessionChange, StatementLineage } from './types.ts';
import { isUnreadable, refuse } from './unreadable.ts';
import type { Value } from './value.ts';

export interface ReadOptions {
  readonly parser: Parser;
  /** The session's prepared statements and cursors, by name. */
  readonly prepared?: (name: string) => StatementLineage | undefined;
  readonly cursor?: (name: string) => StatementLineage | undefined;
  /** What a view's query reads, for a catalog that has views without their trees: one from schema files. */
  readonly views?: (relation: Oid) => Reading | undefined;
  /** Declared parameter types, in order; 0 where the client left the type to the server. */
  readonly parameterTypes?: readonly Oid[];
  /** The names after SET search_path to these entries, if they can be told. */
  readonly namesAfter?: (searchPath: readonly string[]) => NameSpace | undefined;
  /** What went before may have changed what names mean, and nobody can say how: statements that look up names are refused. */
  readonly stale?: boolean;
  /** The open transaction has changed what names mean, and its end may take that back. */
  readonly changedInTransaction?: boolean;
}

/** How much reading a text may take, in expressions: recursive queries within others are read again and again. */
interface Budget {
  left: number;
}

const budgetFor = (sql: string): Budget => ({ left: 50_000 + sql.length });

/** Expressions and sub-selects are met from several sides; each is read once in each scope. */
const memoised = <N extends object, T>(budget: Budget, read: (scope: Scope, node: N) => T): ((scope: Scope, node: N) => T) => {
  const known = new WeakMap<Scope, Map<N, T>>();
  return (scope, node) => {
    let inScope = known.get(scope);
    if (inScope === undefined) {
      inScope = new Map();
      known.set(scope, inScope);
    }
    const before = inScope.get(node);
    if (before !== undefined) return before;
    budget.left -= 1;
    if (budget.left < 0) throw refuse('too-large', 'a statement that takes too long to read');
    const value = read(scope, node);
    inScope.set(node, value);
    return value;
  };
};

const createTools = (budget: Budget): Tools => {
  const value = memoised(budget, readExpression);
  const query = memoised(budget, (scope: Scope, node: Node) => readQuery(scope, node));
  return {
    value: (scope, node): Value => {
      if (node === undefined) throw refuse('unmodelled', 'a missing expression');
      return value(scope, node);
    },
    query: (scope, node) => {
      if (node === undefined) throw refuse('unmodelled', 'a missing query');
      return query(scope, node);
    },
    condition: readCondition,
    follow: followFunction,
    stored: {
      view: readView,
      value: readStoredValue,
      condition: readStoredCondition,
      body: readStoredBody,
      rule: readStoredRule,
    },
  };
};

/** Names mean something else after these; the rest of the same text cannot be read with the names from before. */
const changesNames = (change: SessionChange): boolean =>
  change.kind === 'catalog' ||
  change.kind === 'discard' ||
  (change.kind === 'set' && (change.name === 'search_path' || change.name === 'all')) ||
  (change.kind === 'transaction' && (change.action === 'rollback' || change.action === 'rollback-to'));

/** SET LOCAL ends with these; in a failed transaction COMMIT is a ROLLBACK. */
const endsTransaction = (change: SessionChange): boolean =>
  change.kind === 'transaction' && (change.action === 'commit' || change.action === 'prepare');

/** Statement kinds that look up no name. */
const nameless: ReadonlySet<string> = new Set([
  'transaction',
  'set',
  'reset',
  'show',
  'discard',
  'deallocate',
  'close-cursor',
  'fetch',
  'move',
  'notify',
  'listen',
  'unlisten',
  'set-constraints',
]);

interface Session {
  readonly budget: Budget;
  nameSpace: NameSpace;
  stale: boolean;
  changedInTransaction: boolean;
  readonly prepared: Map<string, StatementLineage | undefined>;
  readonly cursors: Map<string, StatementLineage | undefined>;
}

const lineageOf = (
  kind: string,
  outcome: Outcome,
  recorder: Recorder,
  raw: { readonly start: number; readonly end: number },
): StatementLineage => ({
  kind,
  columns: outcome.columns === undefined ? undefined : withRows(outcome.columns),
  ...recorder.facts(),
  copy: outcome.copy,
  runs: outcome.runs,
  explain: outcome.explain,
  start: raw.start,
  end: raw.end,
});

const apply = (session: Session, changes: readonly SessionChange[], options: ReadOptions): void => {
  for (const change of changes) {
    if (change.kind === 'prepare') session.prepared.set(change.name, change.inner);
    if (session.changedInTransaction && endsTransaction(change)) session.stale = true;
    if (changesNames(change)) session.changedInTransaction = true;
    if (change.kind === 'declare-cursor') session.cursors.set(change.name, change.inner);
    if (change.kind === 'set' && change.name === 'search_path' && change.value !== undefined) {
      const next = options.namesAfter?.(change.value);
      if (next !== undefined) {
        session.nameSpace = next;
        continue;
      }
    }
    if (changesNames(change)) session.stale = true;
  }
};

/** Of functions, for one statement. */
const maxBodies = 200;

const readOne = (raw: RawStmt, end: number, catalog: Catalog, session: Session, options: ReadOptions): StatementLineage => {
  const { stmt } = raw;
  if (stmt === undefined) throw refuse('unmodelled', 'an empty statement');
  const entry = kindOf(stmt);
  if (session.stale && !nameless.has(entry.kind)) {
    throw refuse(
      'unresolved',
      'names that an earlier statement of the same text may have changed: send the statements one by one',
    );
  }
  const start = raw.stmt_location ?? 0;
  const place = { start, end: raw.stmt_len === undefined ? end : start + raw.stmt_len };
  const tools = createTools(session.budget);
  const frameWith = (recorder: Recorder, parameterTypes: readonly Oid[]): Frame => ({
    names: { catalog, nameSpace: session.nameSpace },
    parser: options.parser,
    views: options.views,
    recorder,
    parameterTypes,
    arguments: undefined,
    following: [],
    bodies: { left: maxBodies },
    tools,
  });
  const recorder = createRecorder();
  const scope = rootScope(frameWith(recorder, options.parameterTypes ?? []));
  const outcome = entry.read(stmt, scope, {
    prepared: (name) => (session.prepared.has(name) ? session.prepared.get(name) : options.prepared?.(name)),
    cursor: (name) => (session.cursors.has(name) ? session.cursors.get(name) : options.cursor?.(name)),
    inner: (node, parameterTypes) => {
      const innerEntry = kindOf(node);
      const own = createRecorder();
      const innerOutcome = innerEntry.read(node, rootScope(frameWith(own, parameterTypes ?? [])), {
        prepared: () => undefined,
        cursor: () => undefined,
        inner: () => {
          throw refuse('unmodelled', 'a utility statement inside another');
        },
      });
      return lineageOf(innerOutcome.kind ?? innerEntry.kind, innerOutcome, own, place);
    },
  });
  return lineageOf(outcome.kind ?? entry.kind, outcome, recorder, place);
};

/**
 * Reads every statement of a text. What cannot be understood makes the whole text unreadable: it is sent to the server
 * as a whole, too. Never throws for any text.
 */
export const readStatements = (sql: string, catalog: Catalog, nameSpace: NameSpace, options: ReadOptions): Reading => {
  const parsed = options.parser.parse(sql);
  if (!parsed.ok) return parsed;
  const { stale = false, changedInTransaction = false } = options;
  const session: Session = {
    budget: budgetFor(sql),
    nameSpace,
    stale,
    changedInTransaction,
    prepared: new Map(),
    cursors: new Map(),
  };
  const end = Buffer.byteLength(sql);
  try {
    const statements: StatementLineage[] = [];
    for (const raw of parsed.statements) {
      const lineage = readOne(raw, end, catalog, session, options);
      statements.push(lineage);
      apply(session, lineage.changes, options);
    }
    return { ok: true, statements };
  } catch (error) {
    if (isUnreadable(error)) return { ok: false, unreadable: error.unreadable };
    if (error instanceof RangeError)
      return { ok: false, unreadable: { reason: 'too-large', detail: 'a statement nested too deeply' } };
    throw error;
  }
};
