/** The proxy as a whole: databases, identities, the listener and its connections. */
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { once, setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AuditLog } from '../audit/log.ts';
import type { Custody } from '../audit/sinks/custody.ts';
import { createAuthenticator } from '../auth/authenticate.ts';
import type { Fetch } from '../auth/jwks.ts';
import type { LocalPrincipals } from '../auth/local.ts';
import { createTokenVerifier, type TokenVerifier } from '../auth/oidc.ts';
import { createSessionCredentials, type SessionCredential } from '../auth/session-credentials.ts';
import { createThrottle } from '../auth/throttle.ts';
import { errorText, PgveilError } from '../errors.ts';
import type { Parser } from '../lineage/parse.ts';
import { rehearse } from '../lineage/rehearse.ts';
import type { Policy } from '../policy/policy.ts';
import type { ResolvedSecrets } from '../policy/references.ts';
import { createJudge, type JudgeOptions } from '../session/judge.ts';
import type { Judge } from '../session/state.ts';
import { accessOf } from './access.ts';
import { createAdmissions } from './admissions.ts';
import { createCancelKeys } from './cancel-keys.ts';
import { serveClient } from './connection.ts';
import type { GatewayContext, Granted } from './context.ts';
import { createDatabases, type Databases } from './databases.ts';
import { createDetection, prepareDetectors } from './detection.ts';
import { guardedAppend } from './hold.ts';
import type { Identities } from './identity/identities.ts';
import type { Log } from './log.ts';
import type { MaskingKeys } from './masking-key.ts';
import { createNotifiers } from './notifiers.ts';
import type { ClientTls } from './tls.ts';

export interface Address {
  readonly host: string;
  readonly port: number;
}

/** What listens for a gateway; once closed, it gives it no more connections. */
export type Listening = Pick<Server, 'address' | 'close'>;

/** Makes `onClient` the one who gets the connections from now on. */
export type Listen = (onClient: (socket: Socket) => void) => Listening;

export interface GatewayOptions {
  readonly policy: Policy;
  readonly secrets: ResolvedSecrets;
  readonly identities: Identities;
  readonly locals: LocalPrincipals;
  readonly keys: MaskingKeys;
  /** Nothing is listened to before it has come. */
  readonly parser: Promise<Parser>;
  readonly audit: AuditLog;
  /** The audit's stores. */
  readonly custody?: Custody | undefined;
  readonly tls: ClientTls | undefined;
  /** Where to listen; or takes the handler of connections for a server that listens already. */
  readonly listen: Address | Listen;
  readonly clock: () => number;
  readonly random: (bytes: number) => Buffer;
  readonly fetch: Fetch;
  readonly log: Log;
}

/** What a token was exchanged for. */
export interface IssuedSession extends SessionCredential {
  /** The policy's name of the database to connect to: the first of `databases`. */
  readonly database: string;
  /** Every database that the identity may use, in the policy's order. */
  readonly databases: readonly string[];
}

export interface Gateway {
  readonly host: string;
  readonly port: number;
  /** Exchanges an OIDC token for a session credential. Rejects with PGVEIL_IDENTITY, which names the reason and no part of the token. */
  issue(token: string): Promise<IssuedSession>;
  /** Takes no more connections, and waits until those that are there have gone, for so many milliseconds at most. */
  drain(milliseconds: number): Promise<void>;
  /** Ends every session, and resolves when all are gone. */
  close(): Promise<void>;
}

const identityError = (message: string, remedy: string): PgveilError => new PgveilError('PGVEIL_IDENTITY', message, { remedy });

const tokenVerifier = ({ policy, clock, fetch }: GatewayOptions): TokenVerifier | undefined => {
  const { identity } = policy.document;
  const issuers = Object.entries(identity.issuers).map(([name, issuer]) => ({
    name,
    issuer: issuer.issuer,
    algorithms: issuer.algorithms,
    requiredClaims: issuer['required-claims'],
    ...(issuer.audience === undefined ? {} : { audience: issuer.audience }),
  }));
  return issuers.length === 0 ? undefined : createTokenVerifier({ issuers, audience: identity.audience, clock, fetch });
};

/** What statements are read with. */
type Readers = Pick<JudgeOptions, 'parser' | 'secondReading'>;

/** While the servers answer: it takes about as long. */
const prepareReaders = async (options: Pick<GatewayOptions, 'parser'>, databases: Databases): Promise<Readers> => {
  await databases.connected();
  const [parser, { secondReading }] = await Promise.all([options.parser, import('../lineage/second-reader.ts')]);
  rehearse(parser, secondReading);
  return { parser, secondReading };
};

/** One judge, and with it one cache of decisions, for each principal and database. */
const createJudges = (options: GatewayOptions, databases: Databases, readers: Readers): ((granted: Granted) => Judge) => {
  const judges = new Map<string, Judge>();
  return ({ principal, grant, database }) => {
    const keys = options.keys(principal);
    const key = `${database.name}\0${principal.name}\0${principal.claims['repository_id'] ?? ''}`;
    const known = judges.get(key);
    if (known !== undefined) return known;
    const judge = createJudge({
      ...readers,
      grant,
      bind: (catalog) => {
        const running = databases.get(database.name);
        if (running === undefined) throw new PgveilError('PGVEIL_INTERNAL', 'a grant names a database that does not run');
        return running.bind(catalog);
      },
      keys,
      clock: options.clock,
    });
    judges.set(key, judge);
    return judge;
  };
};

/** Rejects with PGVEIL_LISTEN. */
export const listenOn = async ({ host, port }: Address, onClient: (socket: Socket) => void): Promise<Server> => {
  const server = createServer({ noDelay: true, keepAlive: true }, onClient);
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    throw new PgveilError('PGVEIL_LISTEN', `cannot listen on ${host}:${String(port)}: ${errorText(error)}`, {
      remedy: 'Choose another address with --listen; port 0 takes a free one.',
      cause: error,
    });
  }
  return server;
};

/**
 * Checks every credential, reads every catalog, then listens. Rejects with PGVEIL_UPSTREAM, PGVEIL_CATALOG,
 * PGVEIL_CONFIG or PGVEIL_LISTEN.
 */
export const startGateway = async (options: GatewayOptions): Promise<Gateway> => {
  const { policy, audit, clock, log, random } = options;
  const { identity, limits } = policy.document;
  const closing = new AbortController();
  // One listener for each connection: their number says nothing.
  setMaxListeners(0, closing.signal);
  const credentials = createSessionCredentials({ clock, random });
  const verifyToken = tokenVerifier(options);
  const databases = createDatabases({
    policy,
    secrets: options.secrets,
    identities: options.identities,
    clock,
    onCatalog: (database, { version }) => {
      audit.append({ type: 'catalog', database, version });
    },
  });
  const detection = createDetection(log);
  const sockets = new Set<Socket>();
  const gone = async (): Promise<unknown> =>
    Promise.all([...sockets].map(async (socket) => (socket.destroyed ? undefined : once(socket, 'close'))));
  let sessions = 0;
  const acceptor = (readers: Readers): ((socket: Socket) => void) => {
    const context: GatewayContext = {
      policy,
      databases,
      authenticate: createAuthenticator({
        credentials,
        locals: options.locals,
        tokenUsers: new Set(identity['token-users']),
        verifyToken,
        throttle: createThrottle({ clock }),
        mockSecret: random(32),
        nonce: () => random(18).toString('base64'),
      }),
      tls: options.tls,
      cancelKeys: createCancelKeys(random),
      notifiers: createNotifiers(),
      detection,
      admissions: createAdmissions(limits.connections),
      judgeFor: createJudges(options, databases, readers),
      append: guardedAppend((event) => {
        audit.append(event);
      }, options.custody),
      custody: options.custody,
      clock,
      random,
      log,
      nextSession: () => {
        sessions += 1;
        return sessions;
      },
      closing: closing.signal,
    };
    return (socket) => {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
      void serveClient(socket, context);
    };
  };
  let server: Listening;
  try {
    const preparing = [databases.prepare(), prepareDetectors(policy)];
    const [readers] = await Promise.all([prepareReaders(options, databases), ...preparing]);
    const accept = acceptor(readers);
    const { listen } = options;
    server = typeof listen === 'function' ? listen(accept) : await listenOn(listen, accept);
  } catch (error) {
    await databases.close();
    throw error;
  }
  const address = server.address() as AddressInfo;

  return {
    host: address.address,
    port: address.port,
    issue: async (token) => {
      if (verifyToken === undefined) {
        throw identityError('the policy names no issuer of tokens', 'Add one under identity.issuers.');
      }
      const verdict = await verifyToken(token);
      if (verdict.kind === 'failed') {
        throw identityError(`the token is refused: ${verdict.detail}`, 'Compare it with identity.issuers in the policy.');
      }
      const accesses = databases.names.map((name) => accessOf(policy, verdict.identity, name));
      const granted = accesses.flatMap((access) => (access.kind === 'granted' ? [access.database.name] : []));
      const [database] = granted;
      if (database === undefined) {
        const error = accesses.find((access) => access.kind === 'refused')?.error;
        throw identityError(error?.message ?? 'the policy has no database', error?.hint ?? 'Name one under databases.');
      }
      return { ...credentials.issue(verdict.identity, identity.session['max-age']), database, databases: granted };
    },
    drain: async (milliseconds) => {
      server.close();
      const timer = new AbortController();
      await Promise.race([gone(), sleep(milliseconds, undefined, { signal: timer.signal })]);
      timer.abort();
    },
    close: async () => {
      server.close();
      closing.abort(new DOMException('pgveil is shutting down', 'AbortError'));
      await gone();
      await detection.settle();
      await databases.close();
    },
  };
};
