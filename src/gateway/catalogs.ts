/**
 * The shared catalog snapshots: one for each database, read over a control connection of pgveil's own. A lost control
 * connection drops the snapshot, because the database behind the name may have been dropped and made anew.
 */
import type pg from 'pg';
import { loadCatalog } from '../catalog/load.ts';
import type { Catalog } from '../catalog/types.ts';
import { errorText, PgveilError } from '../errors.ts';
import { createCatalogChanges } from '../session/catalog-changes.ts';
import { maxAgeMs } from '../session/environment.ts';
import type { CatalogSource, Snapshot } from '../session/state.ts';
import { askControl } from './control.ts';

export interface SharedCatalog extends CatalogSource {
  /** Resolves when the control connection stands. Rejects with what `connect` does. */
  connected(): Promise<void>;
  close(): Promise<void>;
}

export interface SharedCatalogOptions {
  readonly database: string;
  readonly clock: () => number;
  readonly connect: () => Promise<pg.Client>;
  readonly onLoaded: (catalog: Catalog) => void;
}

export const createSharedCatalog = ({ database, clock, connect, onLoaded }: SharedCatalogOptions): SharedCatalog => {
  let client: Promise<pg.Client> | undefined;
  const changes = createCatalogChanges();
  let snapshot: (Snapshot & { readonly readAt: number }) | undefined;
  let running: Promise<Snapshot> | undefined;
  let waiting: Promise<Snapshot> | undefined;

  const forget = (): void => {
    client = undefined;
    snapshot = undefined;
  };

  const connected = async (): Promise<pg.Client> => {
    client ??= connect().then((made) => made.on('error', forget).on('end', forget));
    try {
      return await client;
    } catch (error) {
      forget();
      throw error;
    }
  };

  const load = async (): Promise<Snapshot> => {
    const readAt = clock();
    const asOf = changes.ended;
    try {
      const control = await connected();
      const base = snapshot?.catalog;
      const loaded = await loadCatalog(askControl(control), {
        clock,
        database,
        ...(base === undefined ? {} : { base }),
      });
      // The same contents keep the same object, and with it every cache that hangs on it.
      const catalog = base?.version === loaded.version ? base : loaded;
      snapshot = { catalog, asOf, readAt };
      if (catalog !== base) onLoaded(catalog);
      return snapshot;
    } catch (error) {
      forget();
      throw error instanceof PgveilError
        ? error
        : new PgveilError('PGVEIL_CATALOG', `the catalog of database ${database} cannot be read: ${errorText(error)}`, {
            cause: error,
          });
    }
  };

  const start = async (): Promise<Snapshot> => {
    running = load().finally(() => {
      running = undefined;
    });
    return running;
  };

  return {
    changes,
    connected: async () => {
      await connected();
    },
    current: () =>
      snapshot !== undefined && snapshot.asOf === changes.ended && clock() - snapshot.readAt <= maxAgeMs ? snapshot : undefined,
    // A load that runs already may have read too early for this caller: all who come meanwhile share the next one.
    refresh: async () => {
      if (running === undefined) return start();
      waiting ??= running
        .catch(() => undefined)
        .then(async () => {
          waiting = undefined;
          return start();
        });
      return waiting;
    },
    close: async () => {
      const open = await client?.catch(() => undefined);
      forget();
      await open?.end();
    },
  };
};
