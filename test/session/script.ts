/** A session between two scripted peers: what each of them says, and what the other one gets. */
import { inject } from 'vitest';
import pg from 'pg';
import type { AuditEvent } from '../../src/audit/types.ts';
import { loadCatalog } from '../../src/catalog/load.ts';
import type { Catalog } from '../../src/catalog/types.ts';
import { askControl } from '../../src/gateway/control.ts';
import { loadParser } from '../../src/lineage/parse.ts';
import { secondReading } from '../../src/lineage/second-reader.ts';
import { maskKeys } from '../../src/masking/keys.ts';
import { bindPolicy } from '../../src/policy/bind.ts';
import { loadPolicy } from '../../src/policy/load.ts';
import { problemText } from '../../src/policy/problems.ts';
import { createCatalogChanges } from '../../src/session/catalog-changes.ts';
import { createJudge } from '../../src/session/judge.ts';
import type { OpenContext } from '../../src/session/open-result.ts';
import { createRecorder } from '../../src/session/run.ts';
import { createSamples } from '../../src/session/samples.ts';
import { createSession, type Session } from '../../src/session/session.ts';
import type { Judge } from '../../src/session/state.ts';
import { encodeBackend, type BackendMessage } from '../../src/wire/backend.ts';
import { createFrameScanner } from '../../src/wire/frame.ts';
import { decodeFrontend, encodeFrontend, frontendMessages, type FrontendMessage } from '../../src/wire/frontend.ts';
import { backendMessages, decodeBackend } from '../../src/wire/backend.ts';
import { policyOf } from '../gateway/stage.ts';

export const majors: readonly number[] = Object.keys(inject('postgres')).map(Number);

/** What sessions judge with: a real catalog, the policy of the end-to-end stage, the principal `owner`. */
export interface Court {
  readonly judge: Judge;
  /** One that has judged nothing yet. */
  readonly anew: () => Judge;
  /** What it opens results with. */
  readonly context: OpenContext;
  readonly catalog: Catalog;
}

export const openCourt = async (port: number, database: string): Promise<Court> => {
  const client = new pg.Client({ connectionString: `postgres://postgres:pw@127.0.0.1:${String(port)}/${database}` });
  await client.connect();
  const catalog = await loadCatalog(askControl(client), { clock: () => 0, database });
  await client.end();
  const loaded = loadPolicy(policyOf(database), { file: 'policy.yml' });
  if (!loaded.ok) throw new Error(loaded.problems.map(problemText).join('\n'));
  const { policy } = loaded;
  const bound = bindPolicy(policy, catalog, database);
  const grant = policy.grants.find(({ to }) => to.includes('owner'));
  if (grant === undefined) throw new Error('no grant');
  const parser = await loadParser();
  const keys = maskKeys({ master: Buffer.alloc(32, 7) });
  const anew = (): Judge => createJudge({ parser, secondReading, grant, bind: () => bound, keys, clock: () => 0 });
  return { judge: anew(), anew, context: { catalog, bound, grant, keys, now: 0 }, catalog };
};

/** A message in a word or two, for either direction. */
const brief = (message: BackendMessage | FrontendMessage): string => {
  switch (message.type) {
    case 'Query':
      return `Query ${message.query}`;
    case 'Parse':
    case 'Describe':
    case 'Close':
      return `${message.type} ${message.name}`.trimEnd();
    case 'Bind':
      return `Bind ${message.portal} ${message.statement}`.trimEnd();
    case 'Execute':
      return `Execute ${message.portal}`.trimEnd();
    case 'ErrorResponse':
      return `error ${message.fields.get('C') ?? ''}`;
    case 'CommandComplete':
      return message.tag;
    case 'DataRow':
      return `row ${message.cells.map((cell) => (cell === null ? 'NULL' : cell.toString())).join('|')}`;
    case 'ReadyForQuery':
      return `ready ${message.status}`;
    default:
      return message.type;
  }
};

export interface Script {
  readonly session: Session;
  readonly events: readonly AuditEvent[];
  /** The FATAL that ended the session. */
  readonly fatal: string | undefined;
  /** How often the server was asked to cancel. */
  readonly cancels: number;
  /** The client says this; resolves once the session has taken it, or holds it back. */
  client(...messages: readonly (FrontendMessage | Buffer)[]): Promise<void>;
  server(...messages: readonly (BackendMessage | Buffer)[]): Promise<void>;
  /** What has gone to the server, and to the client, since last asked. */
  sent(): readonly string[];
  got(): readonly string[];
  /** Answers the first question of pgveil's own, so that texts are judged at once. */
  begin(): Promise<void>;
}

const complete = (tag: string): BackendMessage => ({ type: 'CommandComplete', tag });
export const done = complete;
export const ready = (status: 'I' | 'T' | 'E' = 'I'): BackendMessage => ({ type: 'ReadyForQuery', status });
export const failure = (code: string, text = 'told'): BackendMessage => ({
  type: 'ErrorResponse',
  fields: new Map([
    ['S', 'ERROR'],
    ['V', 'ERROR'],
    ['C', code],
    ['M', text],
  ]),
});
export const row = (...cells: readonly string[]): BackendMessage => ({
  type: 'DataRow',
  cells: cells.map((cell) => Buffer.from(cell)),
});
/** Text columns that the server names no origin of. */
export const columns = (...names: readonly string[]): BackendMessage => ({
  type: 'RowDescription',
  fields: names.map((name) => ({ name, table: 0, attnum: 0, type: 25, typlen: -1, typmod: -1, format: 0 })),
});
export const parsed: BackendMessage = { type: 'ParseComplete' };
export const bound: BackendMessage = { type: 'BindComplete' };
export const closed: BackendMessage = { type: 'CloseComplete' };
export const noData: BackendMessage = { type: 'NoData' };
export const suspended: BackendMessage = { type: 'PortalSuspended' };
export const copyInResponse: BackendMessage = { type: 'CopyInResponse', format: 0, columnFormats: [0, 0] };

const collector = (
  table: Parameters<typeof createFrameScanner>[0]['table'],
  decode: (type: number, body: Buffer) => BackendMessage | FrontendMessage,
) => {
  const lines: string[] = [];
  const scanner = createFrameScanner({
    table,
    consumer: {
      begin: () => 'collect',
      pass: () => undefined,
      frame: (source, start, end) => {
        lines.push(brief(decode(source[start] ?? 0, source.subarray(start + 5, end))));
        return true;
      },
    },
  });
  return { push: (bytes: Buffer) => scanner.push(bytes), take: (): readonly string[] => lines.splice(0) };
};

export const createScript = ({ judge, catalog }: Court): Script => {
  const toServer = collector(frontendMessages, (type, body) => decodeFrontend(type, body));
  const toClient = collector(backendMessages, decodeBackend);
  const events: AuditEvent[] = [];
  const changes = createCatalogChanges();
  let fatal: string | undefined;
  let cancels = 0;
  const snapshot = { catalog, asOf: 0 };
  const session = createSession({
    write: toClient.push,
    toServer: toServer.push,
    fatal: (sqlstate) => {
      fatal ??= sqlstate;
      session.end(sqlstate);
    },
    terminated: () => {
      session.end('08006');
    },
    cancel: () => {
      cancels += 1;
    },
    unreadCode: () => undefined,
    isJudgedNotifier: () => true,
    judge,
    recorder: createRecorder(
      1,
      (event) => events.push(event),
      () => 0,
      0,
    ),
    samples: createSamples(() => undefined),
    catalogs: {
      changes,
      current: () => ({ ...snapshot, asOf: changes.ended }),
      refresh: async () => ({ ...snapshot, asOf: changes.ended }),
    },
    loadPrivate: async () => catalog,
    role: 'postgres',
    limits: { rows: undefined, bytes: undefined, statementTime: undefined, statements: undefined, lookups: 1_000 },
    recordRows: 0,
    clock: () => 0,
    after: () => undefined,
    ownName: 'own',
  });
  let held: Promise<void> = Promise.resolve();
  /** Lets everything run that waits for nothing but its turn. */
  const turn = async (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const guarded = (act: () => void | Promise<void>): void | Promise<void> => {
    try {
      return act();
    } catch (error) {
      fatal ??= (error as { code?: string }).code ?? String(error);
      session.end('08P01');
      return undefined;
    }
  };
  const script: Script = {
    session,
    events,
    get fatal() {
      return fatal;
    },
    get cancels() {
      return cancels;
    },
    client: async (...messages) => {
      const bytes = Buffer.concat(messages.map((one) => (Buffer.isBuffer(one) ? one : encodeFrontend(one))));
      held = held.then(async () => guarded(() => session.fromClient(bytes)));
      held = held.catch((error: unknown) => {
        fatal ??= (error as { code?: string }).code ?? String(error);
        session.end('08P01');
      });
      await turn();
    },
    server: async (...messages) => {
      for (const one of messages) {
        void guarded(() => {
          const chunk = Buffer.isBuffer(one) ? Buffer.from(one) : encodeBackend(one);
          session.fromServer(chunk);
          // As a socket does that reads into the same memory again.
          chunk.fill(0xff);
        });
        await turn();
      }
    },
    sent: toServer.take,
    got: toClient.take,
    begin: async () => {
      await script.client({ type: 'Query', query: 'SELECT 1' });
      await script.server(parsed, bound, row('public, plain'), done('SHOW'), closed, closed, ready());
      await script.server(columns('?column?'), row('1'), done('SELECT 1'), ready());
      toServer.take();
      toClient.take();
      events.length = 0;
    },
  };
  return script;
};
