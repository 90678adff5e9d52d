/** What each kind of statement (src/lineage/statements.ts) needs. A kind that is not here is refused. */
import type { StatementKind } from '../lineage/types.ts';
import type { Access } from './types.ts';

export interface KindRule {
  readonly access: Access;
  /** The rows that it computes are kept in a relation: none of them may be of a classified column. */
  readonly stores?: true;
}

const all = (access: Access, ...kinds: readonly StatementKind[]): readonly (readonly [StatementKind, KindRule])[] =>
  kinds.map((kind) => [kind, { access }]);

export const kindRules: ReadonlyMap<StatementKind, KindRule> = new Map<StatementKind, KindRule>([
  ...all('read', 'select', 'values', 'explain', 'copy', 'lock'),
  ...all('read', 'declare-cursor', 'fetch', 'move', 'close-cursor', 'prepare', 'execute', 'deallocate'),
  ...all('read', 'transaction', 'set-constraints'),
  ...all('read', 'set', 'reset', 'show', 'discard'),
  ...all('read', 'notify', 'listen', 'unlisten'),
  ...all('write', 'insert', 'update', 'delete', 'merge', 'truncate', 'refresh-materialized-view', 'analyze', 'vacuum'),
  ...all('ddl', 'create-table', 'alter-table', 'drop', 'rename', 'comment', 'create-index', 'reindex', 'cluster', 'grant'),
  ...all(
    'ddl',
    'create-view',
    'create-schema',
    'create-sequence',
    'alter-sequence',
    'create-type',
    'create-enum',
    'create-domain',
  ),
  ...all(
    'ddl',
    'create-range',
    'alter-type',
    'alter-enum',
    'alter-domain',
    'alter-schema',
    'create-statistics',
    'alter-statistics',
    'keep-extension',
  ),
  ['create-table-as', { access: 'ddl', stores: true }],
  ['select-into', { access: 'ddl', stores: true }],
  ['create-materialized-view', { access: 'ddl', stores: true }],
]);

export const kindRule = (kind: StatementKind): KindRule | undefined => kindRules.get(kind);

const ranks: Readonly<Record<Access, number>> = { read: 0, write: 1, ddl: 2 };

/** Whether a grant's access is enough. */
export const suffices = (granted: Access, needed: Access): boolean => ranks[granted] >= ranks[needed];

export const stricterAccess = (a: Access, b: Access): Access => (ranks[a] >= ranks[b] ? a : b);
