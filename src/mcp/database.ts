/** The masked session that the tools share: one connection to the proxy, for one call at a time. */
import type pg from 'pg';

export interface Database {
  /** Runs `work` when the calls before it are done; connects first where there is no connection. */
  use<Result>(work: (client: pg.Client) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/** A connection that is lost is made anew for the next call. */
export const openDatabase = (connect: () => Promise<pg.Client>): Database => {
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
  return {
    use: async (work) => {
      const turn = last.then(async () => work(await connected()));
      last = turn.catch(() => undefined);
      return turn;
    },
    close: async () => {
      await current?.end();
    },
  };
};
