/** One client, from the socket that was accepted to the end of its session. */
import type { Socket } from 'node:net';
import { loadCatalog } from '../catalog/load.ts';
import { errorText, PgveilError } from '../errors.ts';
import { createRecorder } from '../session/run.ts';
import { createSamples } from '../session/samples.ts';
import { createSession, type Session } from '../session/session.ts';
import { encodeBackend } from '../wire/backend.ts';
import type { Refused } from './access.ts';
import type { GatewayContext } from './context.ts';
import { startDeadline } from './deadline.ts';
import { finish, sayFatal } from './farewell.ts';
import { holdingAppend } from './hold.ts';
import { logText } from './log.ts';
import { createLane, createValve, pump } from './pump.ts';
import { receive, type Reception } from './reception.ts';
import { createSessionEnd } from './session-end.ts';
import { clientError } from './upstream-errors.ts';
import { cancelUpstream, connectUpstream, type UpstreamConnection } from './upstream.ts';
import type { DatabaseUrl } from './upstream-url.ts';

type Admitted = Extract<Reception, { readonly kind: 'admitted' }>;

/** As PostgreSQL's authentication_timeout. */
const loginTime = 60_000;

/** The FATAL for an error on the way to a session. */
const fatalOf = (error: unknown): Refused => {
  if (!(error instanceof PgveilError)) {
    return { sqlstate: 'XX000', message: 'pgveil failed', hint: "The cause is in pgveil's log." };
  }
  if (error.code === 'PGVEIL_UPSTREAM') return clientError(error);
  if (error.code === 'PGVEIL_AUDIT') {
    return { sqlstate: '58030', message: 'the audit does not accept a record', hint: "The cause is in pgveil's log." };
  }
  if (error.code === 'PGVEIL_CATALOG') {
    return {
      sqlstate: '58000',
      message: 'pgveil cannot read the catalog of the database',
      hint: "The cause is in pgveil's log.",
    };
  }
  const sqlstate = { PGVEIL_PROTOCOL: '08P01', PGVEIL_IDENTITY: '28000' }[error.code as string] ?? 'XX000';
  return { sqlstate, message: error.message, hint: error.remedy ?? "The cause is in pgveil's log." };
};

/** Everything that a client gets between its credential and its first statement. */
const welcome = (upstream: UpstreamConnection, secretKey: Buffer): Buffer =>
  Buffer.concat([
    encodeBackend({ type: 'AuthenticationOk' }),
    ...[...upstream.parameters].map(([name, value]) => encodeBackend({ type: 'ParameterStatus', name, value })),
    encodeBackend({ type: 'BackendKeyData', processId: upstream.processId, secretKey }),
    encodeBackend({ type: 'ReadyForQuery', status: 'I' }),
  ]);

const run = (
  client: Admitted,
  upstream: UpstreamConnection,
  url: DatabaseUrl,
  context: GatewayContext,
  leave: () => void,
): void => {
  const { append, clock, policy, log } = context;
  const { granted, socket } = client;
  const { socket: server } = upstream;
  const { limits, audit } = policy.document;
  const number = context.nextSession();
  const [clientValve, serverValve] = [createValve(socket), createValve(server)];
  const failed = (error: unknown): void => {
    log.error(`session ${String(number)}: ${logText(error)}`);
    end.now({ reason: 'error', fatal: fatalOf(error) });
  };
  const undelivered = (error: unknown): boolean => {
    if (session.withhold()) return true;
    failed(error);
    return false;
  };
  const recorder = createRecorder(
    number,
    holdingAppend(append, context.custody, serverValve, undelivered),
    clock,
    audit['record-rows'],
  );
  const samples = createSamples((values, sampled) => {
    context.detection.submit(values, ({ class: name, hits, of }) => {
      append({ type: 'detected', session: number, ...sampled, class: name, hits, of });
    });
  });
  // What the client says next waits: a request that comes late would cancel that.
  const cancel = async (): Promise<void> => {
    clientValve.hold();
    try {
      await cancelUpstream(url.target, upstream.processId, upstream.secretKey);
    } catch (error) {
      log.error(`session ${String(number)}: cannot cancel: ${logText(error)}`);
    }
    clientValve.release();
  };
  const secretKey = context.cancelKeys.issue({ processId: upstream.processId, cancel }, client.protocolMinor);

  const notifier = context.notifiers.enter(url.target, upstream.processId);

  append({
    type: 'session-start',
    session: number,
    principal: granted.principal.name,
    groups: granted.principal.groups,
    claims: granted.principal.claims,
    database: granted.database.name,
    credential: granted.credential,
    application: client.request.settings.get('application_name') ?? '',
  });

  const database = context.databases.get(granted.database.name);
  if (database === undefined) throw new PgveilError('PGVEIL_INTERNAL', 'a grant names a database that does not run');
  const session: Session = createSession({
    write: createLane(socket, serverValve),
    toServer: createLane(server, clientValve),
    fatal: (sqlstate, message) => {
      end.now({ reason: 'error', fatal: { sqlstate, message, hint: 'Connect anew.' } });
    },
    terminated: () => {
      end.now({ reason: 'client' });
    },
    cancel: () => void cancel(),
    unreadCode: notifier.unread,
    isJudgedNotifier: (processId) => context.notifiers.isJudged(url.target, processId),
    judge: context.judgeFor(granted),
    recorder,
    samples,
    catalogs: database.catalogs,
    loadPrivate: async (query, base) =>
      loadCatalog(query, { clock, database: url.target.database, ...(base === undefined ? {} : { base }) }),
    role: url.credential.user,
    limits: {
      rows: limits.rows,
      bytes: limits.bytes,
      statementTime: limits['statement-time'],
      statements: limits.statements,
      lookups: limits.lookups,
    },
    recordRows: audit['record-rows'],
    clock,
    after: (milliseconds, call) => {
      setTimeout(call, milliseconds).unref();
    },
    ownName: `pgveil ${context.random(12).toString('hex')}`,
  });
  const end = createSessionEnd({
    number,
    session,
    recorder,
    client: socket,
    server,
    cancel: () => void cancel(),
    append,
    log,
    closing: context.closing,
    onEnded: () => {
      context.cancelKeys.revoke(secretKey);
      notifier.leave();
      leave();
    },
  });
  socket.write(welcome(upstream, secretKey));
  pump(
    { client: socket, clientValve, server, serverValve },
    session,
    { client: client.early, server: upstream.surplus },
    {
      failed,
      closed: (side) => {
        end.now({ reason: side });
      },
    },
  );
};

const open = async (client: Admitted, context: GatewayContext, signal: AbortSignal): Promise<void> => {
  const { granted, request, socket } = client;
  const leave = context.admissions.enter(granted.principal.name);
  if (leave === undefined) {
    sayFatal(socket, {
      sqlstate: '53300',
      message: `principal ${granted.principal.name} has too many connections`,
      hint: 'Close some, or use a smaller pool.',
    });
    return;
  }
  try {
    const url = await context.databases.get(granted.database.name)?.logIn(granted.credential);
    if (url === undefined) throw new PgveilError('PGVEIL_INTERNAL', 'a grant names a database that does not run');
    const parameters = new Map([...url.parameters, ...request.settings]);
    const { target, credential } = url;
    const upstream = await connectUpstream({ target, credential, parameters, protocolMinor: client.protocolMinor, signal });
    try {
      run(client, upstream, url, context, leave);
    } catch (error) {
      upstream.socket.destroy();
      throw error;
    }
  } catch (error) {
    leave();
    throw error;
  }
};

/** Serves one client. Never rejects: what goes wrong is said to the client and to the log. */
export const serveClient = async (accepted: Socket, context: GatewayContext): Promise<void> => {
  accepted.on('error', () => undefined);
  const gone = context.admissions.arrive();
  if (gone === undefined) {
    sayFatal(accepted, { sqlstate: '53300', message: 'too many clients are logging in', hint: 'Try again.' });
    return;
  }
  const deadline = startDeadline(loginTime, context.closing);
  let socket = accepted;
  try {
    const reception = await receive(accepted, context, deadline.signal, (secure) => {
      socket = secure;
    });
    if (reception.kind === 'cancelled') finish(socket);
    else if (reception.kind === 'refused') sayFatal(socket, reception.error);
    else await open(reception, context, deadline.signal);
  } catch (error) {
    if (error instanceof PgveilError) {
      context.log.error(logText(error));
      sayFatal(socket, fatalOf(error));
    } else {
      // The client left, took too long, or pgveil is shutting down; a failed handshake counts as leaving.
      context.log.info(`a client did not log in: ${errorText(error)}`);
      socket.destroy();
    }
  } finally {
    deadline.stop();
    gone();
  }
};
