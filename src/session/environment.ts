/** What names resolve against, and when that has to be asked anew. */
import type { Catalog, NameSpace } from '../catalog/types.ts';

/** A catalog and a name space in force; `key` differs whenever either does. */
export interface Environment {
  readonly catalog: Catalog;
  readonly nameSpace: NameSpace;
  readonly key: string;
}

export const environment = (catalog: Catalog, nameSpace: NameSpace): Environment => ({
  catalog,
  nameSpace,
  key: `${catalog.version} ${nameSpace.tempSchema ?? '-'} ${JSON.stringify(nameSpace.path)}`,
});

/** Older than this, in milliseconds, a catalog is read again before the next decision: the bound for DDL that does not pass by. */
export const maxAgeMs = 5_000;

/**
 * What may have changed since the environment was read.
 * - `path`: search_path may differ (SET, set_config, the end of a transaction that set it, ...).
 * - `catalog`: DDL ran in this session.
 */
export interface Staleness {
  path: boolean;
  catalog: boolean;
  /** Something of the above happened in the open transaction, so that its end changes it again. */
  inTransaction: boolean;
}
