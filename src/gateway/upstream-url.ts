import { PgveilError } from '../errors.ts';

export const sslModes = ['disable', 'prefer', 'require', 'verify-ca', 'verify-full'] as const;
export type SslMode = (typeof sslModes)[number];

/** How to speak TLS to a server; libpq's parameters of the same names. Paths are read when connecting. */
export interface UpstreamTls {
  readonly mode: SslMode;
  /** A file of CA certificates (PEM), or `system` for those that Node.js brings. */
  readonly rootCert: string | undefined;
  /** Client certificate and key (PEM files). */
  readonly cert: string | undefined;
  readonly key: string | undefined;
  /** `direct` starts TLS without asking first, as servers from 17 on allow. */
  readonly negotiation: 'postgres' | 'direct';
}

/** Where a database is. */
export interface UpstreamTarget {
  /** A name, an address, or (beginning with `/`) the directory of a Unix-domain socket. */
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly tls: UpstreamTls;
  readonly connectTimeoutMs: number;
}

/** How pgveil logs in there. */
export interface UpstreamCredential {
  readonly user: string;
  readonly password: string | undefined;
  /** The password is a cloud's token: it answers a question in clear text alone, over TLS with a server that is verified. */
  readonly token?: true;
  /** `disable`, `prefer` or `require` SCRAM's channel binding. */
  readonly channelBinding: 'disable' | 'prefer' | 'require';
}

export interface DatabaseUrl {
  readonly target: UpstreamTarget;
  readonly credential: UpstreamCredential;
  /** `application_name` and `options` of the URL: sent where the client gives none of its own. */
  readonly parameters: ReadonlyMap<string, string>;
}

const fail = (what: string, remedy: string): never => {
  throw new PgveilError('PGVEIL_CONFIG', `the database URL is not valid: ${what}`, { remedy });
};

const decode = (text: string, what: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return fail(`${what} has a malformed percent-encoding`, 'Write a literal % as %25.');
  }
};

const oneOf = <T extends string>(name: string, value: string, allowed: readonly T[]): T =>
  allowed.find((candidate) => candidate === value) ??
  fail(`${name} is not one of ${allowed.join(', ')}`, `Use ${name}=${allowed.at(-1) ?? ''}.`);

const wholeNumber = (name: string, text: string, least: number, most: number): number => {
  const number = /^[0-9]{1,6}$/.test(text) ? Number(text) : -1;
  return number >= least && number <= most
    ? number
    : fail(`${name} is not a number from ${String(least)} to ${String(most)}`, `Give ${name} as plain digits.`);
};

/** The parameters that the query part may hold; libpq's names. */
const known = [
  'host',
  'port',
  'dbname',
  'user',
  'password',
  'sslmode',
  'sslrootcert',
  'sslcert',
  'sslkey',
  'sslnegotiation',
  'channel_binding',
  'connect_timeout',
  'application_name',
  'options',
] as const;
type Known = (typeof known)[number];

const readQuery = (query: string): ReadonlyMap<Known, string> => {
  const parameters = new Map<Known, string>();
  for (const part of query.split('&').filter((text) => text !== '')) {
    const equals = part.indexOf('=');
    const given = decode(equals < 0 ? part : part.slice(0, equals), 'a parameter name');
    const name = known.find((candidate) => candidate === given);
    if (name === undefined || equals < 0) {
      return fail(`it has an unknown parameter ${JSON.stringify(given)}`, `Known are ${known.join(', ')}.`);
    }
    parameters.set(name, decode(part.slice(equals + 1), name));
  }
  return parameters;
};

const form = /^postgres(?:ql)?:\/\/(?:([^@/?#]*)@)?(\[[^\]/?#]*\]|[^:/?#[\]@]*)(?::([^/?#@]*))?(?:\/([^/?#]*))?(?:\?([^#]*))?$/;

const readTls = (query: ReadonlyMap<Known, string>): UpstreamTls => {
  const rootCert = query.get('sslrootcert');
  const cert = query.get('sslcert');
  const key = query.get('sslkey');
  const asked = oneOf('sslmode', query.get('sslmode') ?? (rootCert === 'system' ? 'verify-full' : 'prefer'), sslModes);
  const negotiation = oneOf('sslnegotiation', query.get('sslnegotiation') ?? 'postgres', ['direct', 'postgres']);
  if (rootCert === 'system' && asked !== 'verify-full')
    return fail('sslrootcert=system needs sslmode=verify-full', 'Anyone can get a certificate from a public CA.');
  if (asked === 'verify-ca' && rootCert === undefined)
    return fail('sslmode=verify-ca needs sslrootcert', "Name the file of the server's CA certificate.");
  if ((cert === undefined) !== (key === undefined)) return fail('sslcert and sslkey go together', 'Name both files or none.');
  if (negotiation === 'direct' && (asked === 'disable' || asked === 'prefer'))
    return fail('sslnegotiation=direct needs sslmode=require or stronger', 'Raise sslmode.');
  // As in libpq: a root certificate makes `require` check the chain.
  const mode = asked === 'require' && rootCert !== undefined ? 'verify-ca' : asked;
  return { mode, rootCert, cert, key, negotiation };
};

/**
 * Reads `postgres://user:password@host:port/database?parameters` (postgresql:// too), percent-encoded as libpq reads
 * it; `host=/directory` is a Unix-domain socket. One host only. Throws PGVEIL_CONFIG; the message never quotes the URL.
 */
export const parseDatabaseUrl = (text: string): DatabaseUrl => {
  const match = form.exec(text.trim());
  if (match === null)
    return fail('it does not read postgres://user:password@host:port/database', 'Percent-encode special characters.');
  const [, userInfo, hostPart = '', portPart, path, queryPart = ''] = match;
  const query = readQuery(queryPart);
  const colon = userInfo?.indexOf(':') ?? -1;
  const urlUser = colon < 0 ? userInfo : userInfo?.slice(0, colon);
  const urlPassword = colon < 0 ? undefined : userInfo?.slice(colon + 1);

  const user = query.get('user') ?? decode(urlUser ?? '', 'the user');
  if (user === '') return fail('it names no user', 'Write postgres://user@host/database.');
  const host = query.get('host') ?? (decode(hostPart.replace(/^\[(.*)\]$/, '$1'), 'the host') || 'localhost');
  if (host.includes(',')) return fail('it names several hosts', 'Name one; pgveil does no failover.');
  const password = query.get('password') ?? (urlPassword === undefined ? undefined : decode(urlPassword, 'the password'));
  const database = query.get('dbname') ?? decode(path ?? '', 'the database');
  const timeout = wholeNumber('connect_timeout', query.get('connect_timeout') ?? '10', 0, 3_600);
  const parameters = new Map<string, string>();
  for (const name of ['application_name', 'options'] as const) {
    const value = query.get(name);
    if (value !== undefined) parameters.set(name, value);
  }
  return {
    target: {
      host,
      port: wholeNumber('port', (query.get('port') ?? portPart) || '5432', 1, 65_535),
      database: database === '' ? user : database,
      tls: readTls(query),
      // As in libpq, 0 is no limit of one's own: a day will do for that.
      connectTimeoutMs: timeout === 0 ? 86_400_000 : timeout * 1_000,
    },
    credential: {
      user,
      password: password === '' ? undefined : password,
      channelBinding: oneOf('channel_binding', query.get('channel_binding') ?? 'prefer', ['disable', 'require', 'prefer']),
    },
    parameters,
  };
};
