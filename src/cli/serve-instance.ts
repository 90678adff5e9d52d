/** One proxy from its start to the end of its audit, as its control port sees it. */
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { PgveilError } from '../errors.ts';
import type { Controlled, ControlState } from '../gateway/control-port.ts';
import type { Serving } from './serve-start.ts';

export interface Instance extends Controlled {
  /** Runs `make`, whose proxy this is from then on. Rejects with what `make` does, and is as before then. */
  start<Known>(make: () => Promise<{ readonly serving: Serving; readonly known: Known }>): Promise<Known>;
  /** Waits for the clients to leave, for so many milliseconds at most. */
  drain(milliseconds: number): Promise<void>;
}

export interface InstanceOptions {
  /** What becomes of a configuration that is sent; undefined where none is taken. */
  readonly configure: ((instance: Instance, text: string) => Promise<object>) | undefined;
  readonly stop: () => void;
}

const notReady = (what: string): PgveilError =>
  new PgveilError('PGVEIL_INPUT', `there is no audit to ${what}: the proxy has not been configured`);

export const createInstance = ({ configure, stop }: InstanceOptions): Instance => {
  let state: ControlState = configure === undefined ? 'starting' : 'locked';
  let serving: Serving | undefined;
  let finishing: Promise<void> | undefined;

  const end = async (): Promise<void> => {
    try {
      await serving?.gateway.close();
    } finally {
      state = 'finished';
      await serving?.closeAudit();
    }
  };

  const instance: Instance = {
    state: () => state,
    start: async (make) => {
      const before = state;
      state = 'starting';
      try {
        const made = await make();
        ({ serving } = made);
        state = 'ready';
        return made.known;
      } catch (error) {
        state = before;
        throw error;
      }
    },
    drain: async (milliseconds) => {
      if (serving === undefined || state !== 'ready') return;
      state = 'draining';
      await serving.gateway.drain(milliseconds);
    },
    configure: async (text) => {
      if (configure === undefined) throw notReady('configure');
      return configure(instance, text);
    },
    sendAudit: async (output) => {
      if (serving === undefined) throw notReady('send');
      output.writeHead(200, { 'content-type': 'application/jsonl', 'cache-control': 'no-store' });
      await pipeline(createReadStream(serving.auditFile), output);
    },
    finish: async () => {
      if (serving === undefined) throw notReady('finish');
      finishing ??= end();
      await finishing;
    },
    stop,
  };
  return instance;
};
