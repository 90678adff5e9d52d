/** What other sessions change of the catalog while a statement of this one is on its way. */
import { usedNames } from './changed-names.ts';
import type { Judged } from './judgement.ts';
import type { SessionState } from './state.ts';

/** Another session may have given a statement that was judged by the catalog of then another meaning. */
export const isOutdated = ({ deps, environment }: SessionState, judged: Judged | undefined, asOf: number): boolean =>
  deps.catalogs.changes.concerns(deps, asOf, () =>
    judged === undefined || environment === undefined ? new Set() : usedNames(judged.lineage, environment.catalog),
  );

/** A cursor's query is analysed when it is declared: what it may mean then holds for every FETCH. */
export const checkCursors = (state: SessionState, judged: Judged, asOf: number): void => {
  for (const change of judged.lineage.changes) {
    if (change.kind !== 'declare-cursor' || !isOutdated(state, judged, asOf)) continue;
    const portal = state.names.portal(change.name);
    if (portal !== undefined) portal.judged = undefined;
  }
};

/** The transaction that a group ended is over: others see what it changed, or nobody does. */
export const endCatalogChanges = (state: SessionState, group: number): void => {
  const over = state.catalogChanges.filter((change) => change.group <= group);
  if (over.length === 0) return;
  state.catalogChanges = state.catalogChanges.filter((change) => change.group > group);
  for (const { end } of over) end();
};

/** How long the server may take to notice that a session is over, in milliseconds. */
const afterglow = 10_000;

/** The session is over, and its server may yet commit what was sent. */
export const abandonCatalogChanges = (state: SessionState): void => {
  const over = state.catalogChanges;
  state.catalogChanges = [];
  if (over.length === 0) return;
  state.deps.after(afterglow, () => {
    for (const { end } of over) end();
  });
};
