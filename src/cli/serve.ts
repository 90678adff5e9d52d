import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import { openAuditLog, type AuditLog } from '../audit/log.ts';
import { readSigningKey } from '../audit/signature.ts';
import { parseLocalPrincipals, type LocalPrincipals } from '../auth/local.ts';
import { errorText, PgveilError } from '../errors.ts';
import { startGateway, type Gateway } from '../gateway/gateway.ts';
import { lineLog } from '../gateway/log.ts';
import { runMaskKeys } from '../gateway/masking-key.ts';
import { loadClientTls } from '../gateway/tls.ts';
import { loadParser } from '../lineage/parse.ts';
import type { Policy } from '../policy/policy.ts';
import { resolveReferences } from '../policy/references.ts';
import { defineCommand, type CommandContext, type ExitCode } from './command.ts';
import { parseListenAddress } from './listen-address.ts';
import { readPolicyFile } from './policy-file.ts';
import { parseServeConfig, type ServeConfig } from './serve-config.ts';

const readSecret = (path: string): string => readFileSync(path, 'utf8');

/** The verifier file is relative to the policy that names it. */
const readLocals = (policy: Policy, policyPath: string): LocalPrincipals => {
  const { local } = policy.document.identity;
  if (local === undefined) return new Map();
  const path = resolve(dirname(policyPath), local.verifiers);
  try {
    return parseLocalPrincipals(readFileSync(path, 'utf8'), local.verifiers);
  } catch (error) {
    if (error instanceof PgveilError) throw error;
    throw new PgveilError('PGVEIL_CONFIG', `the verifier file ${local.verifiers} cannot be read: ${errorText(error)}`, {
      remedy: 'Make a line of it with `pgveil passwd NAME`, or leave identity.local out.',
      cause: error,
    });
  }
};

const tlsFiles = (cert: string | undefined, key: string | undefined) => {
  if (cert === undefined && key === undefined) return undefined;
  if (cert !== undefined && key !== undefined) return { cert, key };
  throw new PgveilError('PGVEIL_INPUT', '--tls-cert and --tls-key go together', { remedy: 'Name both files or none.' });
};

/** Whole or not at all: whoever waits for the file must not read half of it. It may hold a credential. */
const writeReadyFile = (path: string, contents: unknown): void => {
  const fresh = `${path}.${String(process.pid)}`;
  writeFileSync(fresh, `${JSON.stringify(contents)}\n`, { mode: 0o600 });
  renameSync(fresh, path);
};

const untilStopped = async (): Promise<string> =>
  new Promise((settle) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => {
        settle(signal);
      });
    }
  });

interface Started {
  readonly gateway: Gateway;
  readonly audit: AuditLog;
}

const start = async (
  context: CommandContext,
  config: ServeConfig,
  options: {
    readonly policyPath: string;
    readonly listen: string;
    readonly auditPath: string | undefined;
    readonly tls: ReturnType<typeof tlsFiles>;
  },
): Promise<Started> => {
  const policy = readPolicyFile(options.policyPath);
  const listen = parseListenAddress(options.listen);
  const secrets = resolveReferences(policy, { env: { ...context.env, ...config.secrets }, readFile: readSecret });
  const locals = readLocals(policy, options.policyPath);
  const { audit: auditPolicy, masking } = policy.document;
  const tls = options.tls === undefined ? undefined : await loadClientTls(options.tls);
  const parser = await loadParser();
  const audit = openAuditLog({
    file: resolve(context.cwd, options.auditPath ?? auditPolicy.file ?? 'pgveil-audit.jsonl'),
    clock: context.clock,
    checkpointEvery: auditPolicy['checkpoint-every'],
    signingKey: secrets.signingKey === undefined ? undefined : readSigningKey(secrets.signingKey),
  });
  try {
    const gateway = await startGateway({
      policy,
      secrets,
      locals,
      keys: runMaskKeys(secrets.maskingKey, masking.scope, randomBytes(32)),
      parser,
      audit,
      tls,
      listen,
      clock: context.clock,
      random: randomBytes,
      fetch,
      log: lineLog(context.stderr, context.clock),
    });
    return { gateway, audit };
  } catch (error) {
    audit.close();
    throw error;
  }
};

export const command = defineCommand({
  options: {
    policy: { type: 'string', value: 'FILE', help: 'The policy', required: true },
    listen: { type: 'string', value: 'HOST:PORT', help: 'Where to listen; port 0 takes a free one (127.0.0.1:6432)' },
    'ready-file': { type: 'string', value: 'FILE', help: 'Written when connections are taken: JSON with host, port and pid' },
    audit: { type: 'string', value: 'FILE', help: "The audit log, a new file (the policy's audit.file, or pgveil-audit.jsonl)" },
    'tls-cert': { type: 'string', value: 'FILE', help: 'Certificate chain for clients that ask for TLS (PEM)' },
    'tls-key': { type: 'string', value: 'FILE', help: 'Its private key (PEM)' },
    'config-stdin': { type: 'boolean', help: 'Read secrets and an OIDC token as JSON from standard input' },
  },
  operands: {},
  notes: [
    'TERM or INT ends every session, signs the audit and exits.',
    'With --config-stdin, standard input is {"secrets": {NAME: VALUE}, "token": TOKEN}: values for ${env:NAME} in the',
    'policy, and a token that is exchanged for a session credential, which the ready file then holds.',
  ],
  run: async (context, { options }): Promise<ExitCode> => {
    const config = parseServeConfig(options['config-stdin'] ? await readAll(context.stdin) : '{}');
    const readyFile = options['ready-file'] === undefined ? undefined : resolve(context.cwd, options['ready-file']);
    const { gateway, audit } = await start(context, config, {
      policyPath: resolve(context.cwd, options.policy),
      listen: options.listen ?? '127.0.0.1:6432',
      auditPath: options.audit,
      tls: tlsFiles(options['tls-cert'], options['tls-key']),
    });
    try {
      const { host, port } = gateway;
      const session = config.token === undefined ? undefined : await gateway.issue(config.token);
      const stopped = untilStopped();
      if (readyFile !== undefined) {
        writeReadyFile(readyFile, { host, port, pid: process.pid, auditKey: audit.publicKey, session });
      }
      context.stderr.write(`pgveil listens on ${host}:${String(port)}\n`);
      const signal = await stopped;
      context.stderr.write(`pgveil stops on ${signal}\n`);
      return 0;
    } finally {
      if (readyFile !== undefined) rmSync(readyFile, { force: true });
      await gateway.close();
      audit.close();
    }
  },
});
