/** From a text to a judgement, in an environment that is known to be the server's. */
import type { Oid } from '../catalog/types.ts';
import { nameSpace } from '../catalog/resolve-path.ts';
import { environment, maxAgeMs } from './environment.ts';
import type { Judgement } from './judgement.ts';
import type { Names } from './names.ts';
import { ownQuery } from './own-query.ts';
import type { Query, SessionState } from './state.ts';
import { idle } from './waiting.ts';

/** Takes up a newer shared snapshot, if there is one. False when there is none young enough. */
const takeCurrent = (state: SessionState): boolean => {
  const { environment: now, deps } = state;
  if (now === undefined) return false;
  if (state.privateCatalog) return state.asOf === deps.catalogs.changes.ended && deps.clock() - state.readAt <= maxAgeMs;
  const current = deps.catalogs.current();
  if (current === undefined) return false;
  const { catalog } = current;
  state.asOf = current.asOf;
  if (catalog !== now.catalog) {
    const tempSchema = now.nameSpace.tempSchema;
    state.environment = environment(catalog, nameSpace(catalog, state.searchPath, deps.role, tempSchema));
  }
  return true;
};

/**
 * Whether the next text can be judged at once. Within an open group the session's own changes cannot be asked for; what
 * an earlier statement of the group changed is simulated or refused. In a failed transaction the server runs nothing
 * that reads.
 */
export const environmentReady = (state: SessionState): boolean => {
  if (state.groupOpen) return takeCurrent(state);
  if (state.stale.path || state.stale.catalog)
    return state.environment !== undefined && state.expected.empty && state.status === 'E';
  return takeCurrent(state);
};

/** Within an open group only the shared catalog can be read anew. */
const refreshInGroup = async (state: SessionState): Promise<void> => {
  // Without a catalog that is known to be right, names are not resolved any more.
  if (state.privateCatalog) state.groupChanged.catalog = true;
  else if (state.environment !== undefined) {
    await state.deps.catalogs.refresh();
    takeCurrent(state);
  }
};

/**
 * Since when a query of the catalogs would not see what others change. The server resolves names by the newest state all
 * the same; only above READ COMMITTED do the two differ.
 */
const snapshotBegin = async (state: SessionState, ask: Query): Promise<SessionState['transactionBegin']> => {
  const { catalogs, clock } = state.deps;
  const now = { asOf: catalogs.changes.ended, at: clock() };
  if (state.status === 'I' && !state.groupOpen) return now;
  const isolation = (await ask('SHOW transaction_isolation'))[0]?.[0];
  return isolation === 'read committed' ? now : state.transactionBegin;
};

/** Waits until nothing is owed, then asks the server where its names resolve, and reads the catalog if it changed. */
export const refreshEnvironment = async (state: SessionState, options: { readonly reload?: boolean } = {}): Promise<void> => {
  if (state.groupOpen && options.reload === undefined) {
    await refreshInGroup(state);
    return;
  }
  await idle(state);
  if (state.ended || (state.status === 'E' && state.environment !== undefined)) return;
  const { deps, stale } = state;
  const ask = ownQuery(state);
  const first = state.environment === undefined;
  const path = stale.path || first ? ((await ask('SHOW search_path'))[0]?.[0] ?? '') : state.searchPath;
  const outdated = state.privateCatalog && !takeCurrent(state);
  const changed = stale.catalog || outdated || options.reload === true;
  let catalog = state.environment?.catalog;
  let tempSchema = state.environment?.nameSpace.tempSchema;
  if (changed) {
    const temp = (
      await ask('SELECT nspname FROM pg_catalog.pg_namespace WHERE oid OPERATOR(pg_catalog.=) pg_catalog.pg_my_temp_schema()')
    )[0]?.[0];
    tempSchema = temp ?? undefined;
    state.privateCatalog = tempSchema !== undefined || state.status !== 'I' || state.groupOpen;
    if (state.privateCatalog) {
      const begin = await snapshotBegin(state, ask);
      state.asOf = begin.asOf;
      state.readAt = begin.at;
      catalog = await deps.loadPrivate(ask, deps.catalogs.current()?.catalog ?? catalog);
    } else {
      ({ catalog, asOf: state.asOf } = await deps.catalogs.refresh());
    }
  } else if (!state.privateCatalog || catalog === undefined) {
    ({ catalog, asOf: state.asOf } = deps.catalogs.current() ?? (await deps.catalogs.refresh()));
  }
  state.searchPath = path;
  state.environment = environment(catalog, nameSpace(catalog, path, deps.role, tempSchema));
  state.unknowable = state.privateCatalog && !takeCurrent(state);
  stale.path = false;
  stale.catalog = false;
  if (state.status === 'I' && !state.groupOpen) stale.inTransaction = false;
};

const unknown = { path: true, catalog: true };

/** Judges a text. `undefined` when there is no environment, which only a failed transaction can bring about. */
export const judgeText = (
  state: SessionState,
  sql: string,
  parameterTypes: readonly Oid[],
  names: Pick<Names, 'statement' | 'portal'> = state.names,
): Judgement | undefined =>
  state.environment === undefined
    ? undefined
    : state.deps.judge.judge(sql, state.environment, {
        names,
        changedInTransaction: state.stale.inTransaction,
        parameterTypes,
        role: state.deps.role,
        changed: state.unknowable ? unknown : state.groupOpen ? state.groupChanged : undefined,
      });
