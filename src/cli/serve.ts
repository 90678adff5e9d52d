import { resolve } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import { PgveilError } from '../errors.ts';
import { loadClientTls } from '../gateway/tls.ts';
import { loadParser } from '../lineage/parse.ts';
import { defineCommand, type ExitCode } from './command.ts';
import { parseListenAddress } from './listen-address.ts';
import { parseServeConfig } from './serve-config.ts';
import { keepYoungSpaceSmall } from './young-space.ts';

const tlsFiles = (cert: string | undefined, key: string | undefined) => {
  if (cert === undefined && key === undefined) return undefined;
  if (cert !== undefined && key !== undefined) return { cert, key };
  throw new PgveilError('PGVEIL_INPUT', '--tls-cert and --tls-key go together', { remedy: 'Name both files or none.' });
};

const secondsOf = (text: string): number => {
  if (/^\d{1,5}$/.test(text)) return Number(text);
  throw new PgveilError('PGVEIL_INPUT', `--drain is ${JSON.stringify(text)}`, { remedy: 'Write whole seconds, as in 30.' });
};

export const command = defineCommand({
  options: {
    policy: { type: 'string', value: 'FILE', help: 'The policy; needed, but with --locked' },
    listen: { type: 'string', value: 'HOST:PORT', help: 'Where to listen; port 0 takes a free one (127.0.0.1:6432)' },
    control: { type: 'string', value: 'HOST:PORT', help: 'Where to show the state over HTTP, and be controlled (nowhere)' },
    locked: { type: 'boolean', help: 'Start without policy and credentials, and refuse clients until --control gets them' },
    'ready-file': { type: 'string', value: 'FILE', help: 'Written when connections are taken: JSON with host, port and pid' },
    audit: {
      type: 'string',
      value: 'FILE',
      help: "The audit log, a new file (the policy's audit.file, or one in this directory)",
    },
    drain: {
      type: 'string',
      value: 'SECONDS',
      help: 'How long clients get to leave before they are made to, once it is to stop (0)',
    },
    'tls-cert': { type: 'string', value: 'FILE', help: 'Certificate chain for clients that ask for TLS (PEM)' },
    'tls-key': { type: 'string', value: 'FILE', help: 'Its private key (PEM)' },
    'config-stdin': { type: 'boolean', help: 'Read secrets and an OIDC token as JSON from standard input' },
  },
  operands: {},
  notes: [
    'TERM or INT ends every session, signs the audit and exits.',
    'With --config-stdin, standard input is {"secrets": {NAME: VALUE}, "token": TOKEN}: values for ${env:NAME} in the',
    'policy, and a token that is exchanged for a session credential, which the ready file then holds.',
    'The control port answers GET /healthz and /readyz; with the token of PGVEIL_CONTROL_TOKEN also PUT /config (once, with',
    '--locked), GET /audit, POST /finish (ends the sessions, signs the audit) and POST /stop.',
  ],
  run: async (context, { options }): Promise<ExitCode> => {
    keepYoungSpaceSmall();
    // It is compiled on other threads while this one loads all else.
    const parser = loadParser();
    parser.catch(() => undefined);
    const config = parseServeConfig(options['config-stdin'] ? await readAll(context.stdin) : '{}');
    const tls = tlsFiles(options['tls-cert'], options['tls-key']);
    const common = {
      config,
      parser,
      listen: parseListenAddress(options.listen ?? '127.0.0.1:6432'),
      control: options.control === undefined ? undefined : parseListenAddress(options.control, '--control'),
      auditPath: options.audit,
      tls: tls === undefined ? undefined : await loadClientTls(tls),
    };
    if (options.locked) {
      if (options.policy !== undefined || options['ready-file'] !== undefined) {
        throw new PgveilError('PGVEIL_INPUT', '--locked goes with neither --policy nor --ready-file', {
          remedy: 'A locked proxy gets its policy at the control port, and answers there.',
        });
      }
      return (await import('./serve-locked.ts')).serveLocked(context, common);
    }
    if (options.policy === undefined) {
      throw new PgveilError('PGVEIL_INPUT', 'serve needs --policy FILE', { remedy: 'Or --locked, to be told it later.' });
    }
    const readyFile = options['ready-file'] === undefined ? undefined : resolve(context.cwd, options['ready-file']);
    const drain = secondsOf(options.drain ?? '0') * 1000;
    const { servePolicy } = await import('./serve-policy.ts');
    return servePolicy(context, { ...common, drain, policyPath: resolve(context.cwd, options.policy), readyFile });
  },
});
