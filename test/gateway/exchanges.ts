/** Exchanges with a server, to be had directly and through pgveil. */
import type { Sent, WireClient } from './wire-client.ts';

export type Exchange = (client: WireClient) => Promise<unknown>;

export const simple =
  (...texts: readonly string[]): Exchange =>
  async (client) => {
    for (const text of texts) await client.query(text);
  };

/** Messages in one write, that many ReadyForQuery back. */
export const piped =
  (messages: readonly Sent[], ready = 1): Exchange =>
  async (client) => {
    client.send(...messages);
    await client.until('ReadyForQuery', ready);
  };

export type Exchanges = readonly (readonly [title: string, exchange: Exchange])[];

export const all = 'SELECT * FROM items ORDER BY id';
