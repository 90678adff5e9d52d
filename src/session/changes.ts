/**
 * What a forwarded statement does to the session's names. Later statements of the same group run only if this one
 * succeeds, so its changes hold for them at once; if it fails they are taken back.
 */
import { nameSpace } from '../catalog/resolve-path.ts';
import { setConfig } from '../lineage/settings.ts';
import type { SessionChange } from '../lineage/types.ts';
import { environment } from './environment.ts';
import type { Judged } from './judgement.ts';
import { newPortal } from './portals.ts';
import type { SessionState } from './state.ts';
import type { Change } from './versions.ts';

type Apply<K extends SessionChange['kind']> = (
  state: SessionState,
  change: Extract<SessionChange, { kind: K }>,
  judged: Judged,
) => readonly Change[];

const stalePath = (state: SessionState): void => {
  state.stale.path = true;
  state.stale.inTransaction = true;
};

const staleCatalog = (state: SessionState): void => {
  state.stale.catalog = true;
  state.stale.inTransaction = true;
  state.groupChanged.catalog = true;
};

/** One entry for each kind of change. */
const appliers: { readonly [K in SessionChange['kind']]: Apply<K> } = {
  prepare: (state, change, judged) => [
    state.names.setStatement(
      change.name,
      {
        sql: judged.source,
        via: 'prepare',
        parameterTypes: [],
        judged: state.deps.judge.inner(judged, change.inner),
        origins: undefined,
      },
      state.groupsSent,
    ),
  ],
  deallocate: (state, change) => [state.names.dropStatement(change.name, state.groupsSent)],
  'declare-cursor': (state, change, judged) => [
    state.names.setPortal(
      newPortal(state, {
        name: change.name,
        judged: state.deps.judge.inner(judged, change.inner),
        statement: undefined,
        kind: 'cursor',
        hold: change.hold,
      }),
    ),
  ],
  'close-cursor': (state, change) => [state.names.dropPortal(change.name, state.groupsSent)],
  set: (state, change) => {
    // Of another session's snapshot nobody knows since when it does not see what others change.
    if (change.name === 'transaction_snapshot') state.transactionBegin = { asOf: 0, at: -Infinity };
    if (change.name !== 'search_path') return [];
    stalePath(state);
    const before = state.environment;
    if (change.value === undefined || before === undefined) {
      state.groupChanged.path = true;
      return [];
    }
    const { searchPath } = state;
    const path = change.value.map((name) => `"${name.replaceAll('"', '""')}"`).join(', ');
    state.searchPath = path;
    state.environment = environment(
      before.catalog,
      nameSpace(before.catalog, path, state.deps.role, before.nameSpace.tempSchema),
    );
    return [
      {
        keep: () => undefined,
        undo: () => {
          state.environment = before;
          state.searchPath = searchPath;
        },
      },
    ];
  },
  transaction: (state, change) => {
    const ends = change.action !== 'begin' && change.action !== 'savepoint' && change.action !== 'release';
    if (!ends || !state.stale.inTransaction) return [];
    state.stale.path = true;
    state.stale.catalog = true;
    state.groupChanged.path = true;
    state.groupChanged.catalog = true;
    return [];
  },
  discard: (state, change) => {
    stalePath(state);
    staleCatalog(state);
    state.groupChanged.path = true;
    if (change.what !== 'all') return [];
    return [state.names.dropStatement(undefined, state.groupsSent), state.names.dropPortal(undefined, state.groupsSent)];
  },
  catalog: (state) => {
    staleCatalog(state);
    return [];
  },
};

const apply = <K extends SessionChange['kind']>(
  state: SessionState,
  change: Extract<SessionChange, { kind: K }>,
  judged: Judged,
): readonly Change[] => (appliers[change.kind] as Apply<K>)(state, change, judged);

/** Applies them in order; to be taken back last to first. */
export const applyChanges = (state: SessionState, judged: Judged): readonly Change[] => {
  const changes = judged.lineage.changes.flatMap((change) => apply(state, change, judged));
  if (judged.changedNames !== undefined) {
    const end = state.deps.catalogs.changes.begin(state.deps, judged.changedNames);
    state.catalogChanges.push({ group: state.groupsSent, end });
  }
  const unread = runsUnreadCode(judged);
  if (unread) {
    state.ranUnreadCode = true;
    state.deps.unreadCode();
  }
  if (unread || judged.lineage.functions.some((fn) => fn.name === setConfig)) {
    stalePath(state);
    state.groupChanged.path = true;
  }
  return changes;
};

/** Code that pgveil did not read may do anything: set search_path, notify, ... */
const runsUnreadCode = ({ lineage }: Judged): boolean =>
  lineage.kind === 'unknown' ||
  lineage.kind === 'do' ||
  lineage.kind === 'call' ||
  lineage.effects.some((effect) => effect.kind === 'trigger') ||
  lineage.functions.some((fn) => fn.nature === 'opaque' || fn.nature === 'reader');
