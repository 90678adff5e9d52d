import { judgeSetting } from '../catalog/settings.ts';

/** What a start-up packet asks for, judged: only what may reach the server is in `settings`. */
export interface StartupRequest {
  readonly user: string;
  /** Undefined if the client named none. */
  readonly database: string | undefined;
  /** Settings for the server, those out of `options` included, in the order in which the server would apply them. */
  readonly settings: ReadonlyMap<string, string>;
  /** `_pq_.` protocol extensions, none of which pgveil speaks: named in NegotiateProtocolVersion. */
  readonly unsupportedExtensions: readonly string[];
}

export interface StartupRefusal {
  readonly kind: 'refuse';
  readonly sqlstate: string;
  readonly message: string;
  readonly hint: string;
}

export type StartupVerdict = { readonly kind: 'accept'; readonly request: StartupRequest } | StartupRefusal;

const refuse = (sqlstate: string, message: string, hint: string): StartupRefusal => ({
  kind: 'refuse',
  sqlstate,
  message,
  hint,
});

/** Splits `options` as the server does (pg_split_opts, postinit.c): white space parts, a backslash keeps one character. */
export const splitOptions = (text: string): readonly string[] => {
  const parts: string[] = [];
  let part: string | undefined;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (/[ \t\n\v\f\r]/.test(character)) {
      if (part !== undefined) parts.push(part);
      part = undefined;
    } else if (character === '\\') {
      at += 1;
      part = (part ?? '') + text.charAt(at);
    } else {
      part = (part ?? '') + character;
    }
  }
  if (part !== undefined) parts.push(part);
  return parts;
};

/**
 * The settings that `options` holds, as `-c name=value`, `-cname=value` or `--name=value`; undefined if there is any
 * other switch. In names `-` stands for `_` (ParseLongOption, guc.c).
 */
export const parseOptions = (text: string): readonly (readonly [string, string])[] | undefined => {
  const settings: (readonly [string, string])[] = [];
  const parts = splitOptions(text);
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at] ?? '';
    let assignment: string | undefined;
    if (part === '-c') {
      at += 1;
      assignment = parts[at];
    } else if (part.startsWith('-c') || part.startsWith('--')) {
      assignment = part.slice(2);
    }
    const equals = assignment?.indexOf('=') ?? -1;
    if (assignment === undefined || equals < 1) return undefined;
    settings.push([assignment.slice(0, equals).replaceAll('-', '_'), assignment.slice(equals + 1)]);
  }
  return settings;
};

const falseWords = new Set(['false', 'off', 'no', '0', 'f', 'n']);

/**
 * Sent with every connection unless the client chose another allowed value: what pgveil's reading of SQL rests on
 * must hold even where ALTER ROLE or ALTER DATABASE says otherwise.
 */
const pins: readonly (readonly [string, string])[] = [
  ['client_encoding', 'UTF8'],
  ['standard_conforming_strings', 'on'],
];

const refuseSetting = (name: string, value: string): StartupRefusal | undefined => {
  const verdict = judgeSetting(name, value);
  return verdict.kind === 'allow'
    ? undefined
    : refuse('42501', `start-up parameter ${JSON.stringify(name)} is refused: ${verdict.why}`, verdict.hint);
};

/** Judges the parameters of a start-up packet. Texts name parameters, never their values. */
export const readStartupParameters = (parameters: Iterable<readonly [string, string]>): StartupVerdict => {
  const given = new Map(parameters);
  const user = given.get('user') ?? '';
  if (user === '') {
    return refuse('28000', 'no PostgreSQL user name specified in startup packet', 'Set PGUSER.');
  }
  const replication = given.get('replication');
  if (replication !== undefined && !falseWords.has(replication.toLowerCase())) {
    return refuse(
      '42501',
      'start-up parameter "replication" is refused: pgveil speaks to clients, not to replicas',
      'Connect without replication.',
    );
  }
  const fromOptions = parseOptions(given.get('options') ?? '');
  if (fromOptions === undefined) {
    return refuse(
      '42501',
      'start-up parameter "options" is refused: it holds a switch that sets no setting',
      'Use only -c name=value or --name=value, with a backslash before white space in a value.',
    );
  }
  const handled = new Set(['user', 'database', 'replication', 'options']);
  const rest = [...given].filter(([name]) => !handled.has(name));
  // The server applies `options` first and the packet's own parameters over them (process_startup_options).
  const asked = [...fromOptions, ...rest.filter(([name]) => !name.startsWith('_pq_.'))];
  for (const [name, value] of asked) {
    const refusal = refuseSetting(name, value);
    if (refusal !== undefined) return refusal;
  }
  const settings = new Map<string, string>();
  for (const [name, value] of [...pins, ...asked]) {
    const key = name.toLowerCase();
    settings.delete(key);
    settings.set(key, value);
  }
  return {
    kind: 'accept',
    request: {
      user,
      database: given.get('database') || undefined,
      settings,
      unsupportedExtensions: rest.map(([name]) => name).filter((name) => name.startsWith('_pq_.')),
    },
  };
};
