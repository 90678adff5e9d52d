/** The masked session that the tools share: one connection to the proxy, for one call at a time. */
import type pg from 'pg';
import { PgveilError } from '../errors.ts';

export interface Database {
  /**
   * Runs `work` when the calls before it are done; connects first where there is no connection. When the signal is aborted,
   * what runs is cancelled at the server, and what waits does not begin.
   */
  use<Result>(work: (client: pg.Client) => Promise<Result>, signal: AbortSignal): Promise<Result>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly connect: () => Promise<pg.Client>;
  /** Asks the server to cancel what the connection runs; never rejects. */
  readonly cancel: (client: pg.Client) => Promise<void>;
}

const throwIfAborted = (signal: AbortSignal): void => {
  if (!signal.aborted) return;
  throw new PgveilError('PGVEIL_INPUT', 'the call was cancelled before its statement began');
};

/** A connection that is lost is made anew for the next call. */
export const openDatabase = ({ connect, cancel }: DatabaseOptions): Database => {
  let current: pg.Client | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const connected = async (): Promise<pg.Client> => {
    if (current !== undefined) return current;
    const client = await connect();
    client.on('end', () => {
      if (current === client) current = undefined;
    });
    current = client;
    return client;
  };
  const run = async <Result>(work: (client: pg.Client) => Promise<Result>, signal: AbortSignal): Promise<Result> => {
    throwIfAborted(signal);
    const client = await connected();
    throwIfAborted(signal);
    let cancelling: Promise<void> | undefined;
    const onAbort = (): void => {
      cancelling = cancel(client);
    };
    signal.addEventListener('abort', onAbort, { once: true });
    try {
      return await work(client);
    } finally {
      signal.removeEventListener('abort', onAbort);
      if (cancelling !== undefined) {
        // A cancel request that comes late would end a statement of the next call.
        current = undefined;
        await cancelling;
        await client.end();
      }
    }
  };
  return {
    use: async (work, signal) => {
      const turn = last.then(async () => run(work, signal));
      last = turn.catch(() => undefined);
      return turn;
    },
    close: async () => {
      await current?.end();
    },
  };
};
