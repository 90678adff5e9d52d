/** One connection behind its log-in: bytes of either side in, bytes for the other out. */
import { PgveilError } from '../errors.ts';
import { frontendMessages } from '../wire/frontend.ts';
import { backendMessages } from '../wire/backend.ts';
import { createFrameScanner } from '../wire/frame.ts';
import { fromClient } from './client.ts';
import { createQueue } from './expectation.ts';
import { createNames } from './names.ts';
import { abandonCatalogChanges } from './outdated.ts';
import { createLane, createOutput } from './output.ts';
import { beginRow, breakOff, copyData, dataRow, takeRow } from './rows.ts';
import { takeRun } from './row-runs.ts';
import { fromServer } from './server.ts';
import type { SessionDeps, SessionState } from './state.ts';
import { wakeWaiters } from './waiting.ts';
import { withhold, withholdAnswer } from './withhold.ts';

export interface Session {
  /** Takes a chunk of the client's. Until a promise that it gives is settled, no other may be handed over. */
  fromClient(chunk: Buffer): void | Promise<void>;
  fromServer(chunk: Buffer): void;
  /** Either side is gone: no run stays without its end, and nothing is sent any more. */
  end(sqlstate: string): void;
  /**
   * The audit's stores did not take the record of what runs: its answers end in an error. False where they cannot, and the
   * connection has to end.
   */
  withhold(): boolean;
  /** The server owes answers. */
  readonly busy: boolean;
  readonly inTransaction: boolean;
}

/** What the gateway gives a session; the session makes its own way to the client of `write`. */
export type SessionOptions = Omit<SessionDeps, 'toClient' | 'sink'> & { readonly write: (bytes: Buffer) => void };

/** The longest row that is gathered to be masked, in bytes. */
const mostToMask = 64 << 20;

const createState = (deps: SessionDeps): SessionState => ({
  deps,
  names: createNames(),
  expected: createQueue(),
  stale: { path: true, catalog: false, inTransaction: false },
  environment: undefined,
  searchPath: '',
  privateCatalog: false,
  asOf: 0,
  readAt: 0,
  transactionBegin: { asOf: 0, at: 0 },
  unknowable: false,
  catalogChanges: [],
  status: 'I',
  skipping: false,
  groupOpen: false,
  groupChanged: { path: false, catalog: false },
  groupsSent: 0,
  groupsDone: 0,
  guardedGroup: -1,
  copyIn: false,
  textOffset: 0,
  ranUnreadCode: false,
  broken: undefined,
  muted: false,
  withheldTo: -1,
  ended: false,
  lookups: 0,
  progressAt: 0,
  watching: false,
  waiters: [],
});

/** Every method throws, or rejects with, PGVEIL_PROTOCOL when a peer does not speak the protocol. */
export const createSession = ({ write, ...rest }: SessionOptions): Session => {
  const output = createOutput(write);
  const requests = createLane(rest.toServer);
  const flush = (): void => {
    requests.flush();
    output.flush();
  };
  const deps: SessionDeps = {
    ...rest,
    sink: output.sink,
    toServer: requests.send,
    toClient: (bytes) => {
      if (!state.muted) output.send(bytes);
    },
    fatal: (sqlstate, message) => {
      flush();
      rest.fatal(sqlstate, message);
    },
    terminated: () => {
      flush();
      rest.terminated();
    },
  };
  const state = createState(deps);

  let pending: Promise<void> | undefined;
  const client = createFrameScanner({
    table: frontendMessages,
    consumer: {
      begin: (type) => (type === copyData ? (state.skipping ? 'skip' : 'pass') : 'collect'),
      pass: (source, start, end) => {
        deps.toServer(source.subarray(start, end));
      },
      frame: (source, start, end) => {
        const wait = fromClient(state, source.subarray(start, end));
        if (wait === undefined) return !state.ended;
        pending = wait;
        return false;
      },
    },
  });

  const server = createFrameScanner({
    table: backendMessages,
    consumer: {
      run: (source, start) =>
        takeRun(state, source, start, (from, to) => {
          deps.toClient(source.subarray(from, to));
        }),
      begin: (type, bodyLength) => {
        if (type !== dataRow && type !== copyData) return 'collect';
        const disposal = beginRow(state, type, bodyLength, mostToMask);
        if (disposal !== undefined) return disposal;
        throw new PgveilError('PGVEIL_PROTOCOL', 'the server sent a row that no statement of the client asked for');
      },
      pass: (source, start, end) => {
        deps.toClient(source.subarray(start, end));
      },
      frame: (source, start, end) => {
        breakOff(state);
        withholdAnswer(state);
        const type = source[start] ?? 0;
        const isRow = (type === dataRow || type === copyData) && state.expected.head()?.kind !== 'own';
        if (isRow) takeRow(state, source, start, end, output.sink);
        else fromServer(state, source.subarray(start, end));
        return !state.ended;
      },
    },
  });

  /** Takes a chunk; what either side gets of it goes out when it has been taken. */
  const taking = <T>(take: () => T): T => {
    requests.hold();
    output.hold();
    try {
      return take();
    } finally {
      requests.release();
      output.release();
    }
  };

  /** Goes on behind a message that others had to wait for. */
  const resume = async (chunk: Buffer, start: number): Promise<void> => {
    let at = start;
    while (!state.ended) {
      if (pending !== undefined) {
        const wait = pending;
        pending = undefined;
        await wait;
        continue;
      }
      if (at >= chunk.length) return;
      const from = at;
      at = taking(() => client.push(chunk, from));
    }
  };

  return {
    fromClient: (chunk) => {
      if (state.ended) return undefined;
      const at = taking(() => client.push(chunk));
      return pending === undefined ? undefined : resume(chunk, at);
    },
    fromServer: (chunk) => {
      if (state.ended) return;
      taking(() => {
        server.push(chunk);
        breakOff(state);
      });
    },
    end: (sqlstate) => {
      state.ended = true;
      deps.samples.close();
      deps.recorder.endAll({ sqlstate });
      abandonCatalogChanges(state);
      wakeWaiters(state);
    },
    withhold: () => withhold(state),
    get busy() {
      return !state.expected.empty;
    },
    get inTransaction() {
      return state.status !== 'I';
    },
  };
};
