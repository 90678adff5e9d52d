import { errorText, PgveilError } from '../errors.ts';
import type { UpstreamTarget } from './upstream-url.ts';

/** The `cause` of a PGVEIL_UPSTREAM error that the server itself raised. */
export interface ServerRefusal {
  readonly sqlstate: string;
}

/** Where, for a message: never with user or password. */
export const placeOf = ({ host, port, database }: UpstreamTarget): string =>
  `${host.startsWith('/') ? `${host}/.s.PGSQL.${String(port)}` : `${host}:${String(port)}`}, database ${JSON.stringify(database)}`;

/** Cause and remedy by the error code of the system or of TLS. */
const systemCauses: Readonly<Record<string, readonly [string, string]>> = {
  ECONNREFUSED: ['nothing listens there', 'Start the database, or correct host and port.'],
  ENOTFOUND: ['the host name does not resolve', 'Correct the host.'],
  EAI_AGAIN: ['the host name could not be resolved just now', 'Check the DNS of this machine.'],
  ENOENT: ['there is no such socket', 'Start the database, or correct the directory.'],
  EACCES: ['the socket may not be opened', 'Give this user access to it.'],
  ETIMEDOUT: ['it did not answer in time', 'Check network and firewall, or raise connect_timeout.'],
  EHOSTUNREACH: ['there is no route to the host', 'Check network and firewall.'],
  ENETUNREACH: ['there is no route to the network', 'Check network and firewall.'],
  ABORTED: ['it was given up', 'Nothing: the client left, or pgveil is stopping.'],
  ECONNRESET: ['it closed the connection', "Look into the database's log."],
  EPIPE: ['it closed the connection', "Look into the database's log."],
  DEPTH_ZERO_SELF_SIGNED_CERT: ['its certificate is self-signed', 'Name its CA in sslrootcert.'],
  SELF_SIGNED_CERT_IN_CHAIN: ['its certificate is from an unknown CA', 'Name its CA in sslrootcert.'],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: ['its certificate is from an unknown CA', 'Name its CA in sslrootcert.'],
  UNABLE_TO_GET_ISSUER_CERT: ['its certificate is from an unknown CA', 'Name its CA in sslrootcert.'],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: ['its certificate is from an unknown CA', 'Name its CA in sslrootcert.'],
  CERT_HAS_EXPIRED: ['its certificate has expired', 'Renew it.'],
  CERT_SIGNATURE_FAILURE: ['its certificate is not signed by the CA in sslrootcert', 'Name the right CA.'],
  ERR_TLS_CERT_ALTNAME_INVALID: [
    'its certificate is for another host',
    'Use the name that the certificate has, or sslmode=verify-ca.',
  ],
};

/** An AbortSignal's reasons are DOMExceptions, told by name. */
const abortNames: Readonly<Record<string, string>> = { TimeoutError: 'ETIMEDOUT', AbortError: 'ABORTED' };

const codeOf = (error: unknown): string =>
  (error instanceof Error ? abortNames[error.name] : undefined) ??
  (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '');

/** Anything that went wrong on the way to a session, with its likely cause. Other PgveilErrors stay as they are. */
export const connectionError = (target: UpstreamTarget, error: unknown): PgveilError => {
  if (error instanceof PgveilError && error.code === 'PGVEIL_PROTOCOL')
    return upstreamError(target, 'it does not speak the PostgreSQL protocol', 'Check what answers at that address.');
  if (error instanceof PgveilError) return error;
  const [what, remedy] = systemCauses[codeOf(error)] ?? [errorText(error), 'Check the database URL and the network.'];
  return new PgveilError('PGVEIL_UPSTREAM', `cannot connect to ${placeOf(target)}: ${what}`, { remedy, cause: error });
};

/** A problem that this side found. */
export const upstreamError = (target: UpstreamTarget, what: string, remedy: string): PgveilError =>
  new PgveilError('PGVEIL_UPSTREAM', `cannot connect to ${placeOf(target)}: ${what}`, { remedy });

interface Known {
  readonly cause: string;
  readonly remedy: string;
  /** What the client may know: undefined where it is none of its business. */
  readonly client: string | undefined;
}

/** By the SQLSTATE with which a server ends a log-in. */
const serverCauses: Readonly<Record<string, Known>> = {
  '28P01': {
    cause: 'it refuses the password',
    remedy: 'Correct the password in the database URL; with a cloud identity, check that its user may log in by token.',
    client: undefined,
  },
  '28000': {
    cause: 'it does not let this user in from here',
    remedy: 'Check the user, pg_hba.conf and whether it wants TLS or a client certificate.',
    client: undefined,
  },
  '3D000': { cause: 'there is no such database', remedy: 'Correct its name.', client: 'the database does not exist' },
  '42501': { cause: 'the user may not connect', remedy: 'GRANT CONNECT on the database.', client: undefined },
  '53300': {
    cause: 'it has no connection left',
    remedy: "Raise max_connections or the role's limit, or connect less.",
    client: 'the database has too many connections',
  },
  '57P03': { cause: 'it is not ready', remedy: 'Wait until it has started.', client: 'the database is not ready' },
  '57P01': { cause: 'it is shutting down', remedy: 'Start it again.', client: 'the database is shutting down' },
  '55000': {
    cause: 'the database takes no connections now',
    remedy: 'Check datallowconn.',
    client: 'the database takes no connections now',
  },
  '22023': {
    cause: 'it refuses a start-up parameter',
    remedy: 'Correct its value.',
    client: 'a start-up parameter has a value that the database refuses',
  },
  '22P02': {
    cause: 'it refuses a start-up parameter',
    remedy: 'Correct its value.',
    client: 'a start-up parameter has a value that the database refuses',
  },
  '42704': {
    cause: 'it does not know a start-up parameter',
    remedy: 'Leave it out.',
    client: 'a start-up parameter is not known to the database',
  },
};

/** The server's own ErrorResponse; its text stays out, since it may hold what the client sent. */
export const serverError = (target: UpstreamTarget, sqlstate: string): PgveilError => {
  const known = serverCauses[sqlstate];
  const cause: ServerRefusal = { sqlstate };
  return new PgveilError(
    'PGVEIL_UPSTREAM',
    `cannot connect to ${placeOf(target)}: ${known?.cause ?? 'it refuses the connection'} (SQLSTATE ${sqlstate})`,
    { remedy: known?.remedy ?? "Look into the database's log.", cause },
  );
};

/** The SQLSTATE with which the server ended the log-in, if it was the server. */
export const sqlstateOf = (error: PgveilError): string | undefined => {
  const { cause } = error;
  return typeof cause === 'object' && cause !== null && 'sqlstate' in cause && typeof cause.sqlstate === 'string'
    ? cause.sqlstate
    : undefined;
};

/**
 * The FATAL for the client whose connection needed this one. It says no more of the server than the client could do
 * something about: host, user and reasons that concern pgveil's own credential are for the operator.
 */
export const clientError = (
  error: PgveilError,
): { readonly sqlstate: string; readonly message: string; readonly hint: string } => {
  const sqlstate = sqlstateOf(error);
  const told = sqlstate === undefined ? undefined : serverCauses[sqlstate]?.client;
  return sqlstate === undefined || told === undefined
    ? {
        sqlstate: '08001',
        message: 'pgveil could not connect to the database',
        hint: "The cause is in pgveil's log; it is not your credential.",
      }
    : { sqlstate, message: told, hint: 'pgveil passes this on from the database.' };
};
