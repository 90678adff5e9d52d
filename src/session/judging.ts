/** From a text to a judgement, in an environment that is known to be the server's. */
import type { Oid } from '../catalog/types.ts';
import { nameSpace } from '../catalog/resolve-path.ts';
import { environment } from './environment.ts';
import type { Judgement } from './judgement.ts';
import type { Names } from './names.ts';
import { ownQuery } from './own-query.ts';
import type { SessionState } from './state.ts';
import { idle } from './waiting.ts';

/** Takes up a newer shared snapshot, if there is one. False when there is none young enough. */
const takeCurrent = (state: SessionState): boolean => {
  const { environment: now, deps } = state;
  if (now === undefined) return false;
  if (state.privateCatalog) return true;
  const catalog = deps.catalogs.current();
  if (catalog === undefined) return false;
  if (catalog !== now.catalog) {
    const tempSchema = now.nameSpace.tempSchema;
    state.environment = environment(catalog, nameSpace(catalog, state.searchPath, deps.role, tempSchema));
  }
  return true;
};

/**
 * Whether the next text can be judged at once. Within an open group nothing can be asked; what an earlier statement of
 * the group changed is then simulated or refused. In a failed transaction the server runs nothing that reads.
 */
export const environmentReady = (state: SessionState): boolean => {
  if (state.groupOpen) return true;
  if (state.stale.path || state.stale.catalog)
    return state.environment !== undefined && state.expected.empty && state.status === 'E';
  return takeCurrent(state);
};

/** Waits until nothing is owed, then asks the server where its names resolve, and reads the catalog if it changed. */
export const refreshEnvironment = async (state: SessionState, options: { readonly reload?: boolean } = {}): Promise<void> => {
  await idle(state);
  if (state.ended || (state.status === 'E' && state.environment !== undefined)) return;
  const { deps, stale } = state;
  const ask = ownQuery(state);
  const first = state.environment === undefined;
  const path = stale.path || first ? ((await ask('SHOW search_path'))[0]?.[0] ?? '') : state.searchPath;
  const changed = stale.catalog || options.reload === true;
  let catalog = state.environment?.catalog;
  let tempSchema = state.environment?.nameSpace.tempSchema;
  if (changed) {
    const temp = (
      await ask('SELECT nspname FROM pg_catalog.pg_namespace WHERE oid OPERATOR(pg_catalog.=) pg_catalog.pg_my_temp_schema()')
    )[0]?.[0];
    tempSchema = temp ?? undefined;
    state.privateCatalog = tempSchema !== undefined || state.status !== 'I' || state.groupOpen;
    catalog = state.privateCatalog
      ? await deps.loadPrivate(ask, deps.catalogs.current() ?? catalog)
      : await deps.catalogs.refresh();
  } else if (!state.privateCatalog || catalog === undefined) {
    catalog = deps.catalogs.current() ?? (await deps.catalogs.refresh());
  }
  state.searchPath = path;
  state.environment = environment(catalog, nameSpace(catalog, path, deps.role, tempSchema));
  stale.path = false;
  stale.catalog = false;
  if (state.status === 'I' && !state.groupOpen) stale.inTransaction = false;
};

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
        parameterTypes,
        role: state.deps.role,
        changed: state.groupOpen ? state.groupChanged : undefined,
      });
