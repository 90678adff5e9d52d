/** From options to a running MCP server. */
import type { Readable, Writable } from 'node:stream';
import { openDatabase } from './database.ts';
import { policyInsight, type InsightOptions } from './insight.ts';
import type { Limits } from './limits.ts';
import { serveMcp } from './serve.ts';
import { cancelOn, connectTo, readTarget } from './target.ts';

export interface OpenOptions {
  /** Of the proxy; undefined: as `env` says. */
  readonly url: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly limits: Limits;
  /** What to tell of a policy, by the name of the database that is connected to. */
  readonly view: ((database: string) => Omit<InsightOptions, 'clock'>) | undefined;
  readonly clock: () => number;
  readonly version: string;
  readonly input: Readable;
  readonly output: Writable;
}

/** Serves until the input ends. Throws PGVEIL_INPUT or PGVEIL_CONFIG for options that do not fit; connects only when a tool is called. */
export const openMcp = async ({ url, env, limits, view, clock, ...stdio }: OpenOptions): Promise<void> => {
  const target = readTarget(url, env);
  const database = openDatabase({
    connect: async () => connectTo(target),
    cancel: async (client) => cancelOn(target, client),
  });
  const insight = view === undefined ? undefined : policyInsight({ ...view(target.target.database), clock });
  await serveMcp({ context: { database, insight, limits, clock }, ...stdio });
};
