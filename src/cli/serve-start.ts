/** Starts a gateway with its audit, from a policy and the secrets for it. */
import { randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { AuditLog } from '../audit/log.ts';
import { openStoredLog } from '../audit/sinks/open.ts';
import { readSigningKey } from '../audit/signature.ts';
import { PgveilError } from '../errors.ts';
import { startGateway, type Gateway, type GatewayOptions } from '../gateway/gateway.ts';
import { lineLog } from '../gateway/log.ts';
import { createMaskingKeys } from '../gateway/masking-key.ts';
import type { Parser } from '../lineage/parse.ts';
import type { Policy } from '../policy/policy.ts';
import { resolveReferences, resolveSinks, type ReferenceSources } from '../policy/references.ts';
import type { CommandContext } from './command.ts';
import { identitiesHere } from './identities.ts';
import type { ServeConfig } from './serve-config.ts';
import { configuredSinks } from './sinks.ts';
import { letYoungSpaceGrow } from './young-space.ts';

/** How long the audit's stores may take for its end, in milliseconds. */
const storeTime = 8_000;

/** Where the audit goes if nobody says: a file of its own for each start, in the current directory. */
const defaultAudit = '.';

export interface Serving {
  readonly gateway: Gateway;
  readonly audit: AuditLog;
  /** Signs the log and waits for its stores. Rejects with PGVEIL_AUDIT where the log has no head or a store lacks records. */
  readonly closeAudit: () => Promise<void>;
  /** Absolute. */
  readonly auditFile: string;
}

export interface ServingOptions extends Pick<GatewayOptions, 'listen' | 'tls' | 'locals'> {
  readonly policy: Policy;
  readonly config: ServeConfig;
  readonly parser: Promise<Parser>;
  /** In place of the policy's `audit.file`; a directory gets a file of its own for each start. */
  readonly auditPath: string | undefined;
}

const isDirectory = (path: string): boolean => {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
};

/** A log is one run: in a directory, which outlives a run that is started again, each gets a name by its time. */
const fileAt = (path: string, now: number): string =>
  isDirectory(path)
    ? join(path, `pgveil-${new Date(now).toISOString().replaceAll(/[:.]/g, '-')}-${String(process.pid)}.jsonl`)
    : path;

const withAudience = (policy: Policy, audience: string | undefined): Policy =>
  audience === undefined
    ? policy
    : { ...policy, document: { ...policy.document, identity: { ...policy.document.identity, audience } } };

/** Rejects with what a gateway does; no audit file is left open then. */
export const startServing = async (context: CommandContext, options: ServingOptions): Promise<Serving> => {
  const { config, listen, tls, locals } = options;
  const policy = withAudience(options.policy, config.audience);
  const { audit: auditPolicy, masking } = policy.document;
  const sources: ReferenceSources = {
    env: { ...context.env, ...config.secrets },
    readFile: (path) => readFileSync(path, 'utf8'),
  };
  const secrets = resolveReferences(policy, sources);
  const auditFile = fileAt(resolve(context.cwd, options.auditPath ?? auditPolicy.file ?? defaultAudit), context.clock());
  const log = lineLog(context.stderr, context.clock);
  const { audit, custody } = openStoredLog({
    file: auditFile,
    clock: context.clock,
    checkpointEvery: auditPolicy['checkpoint-every'],
    signingKey: secrets.signingKey === undefined ? undefined : readSigningKey(secrets.signingKey),
    sinks: configuredSinks(resolveSinks(policy, sources), context.cwd),
    fetch,
    random: Math.random,
    report: (level, message) => {
      log[level](message);
    },
  });
  const closeAudit = async (): Promise<void> => {
    audit.close();
    const lacking = (await custody?.close(storeTime)) ?? [];
    if (lacking.length === 0) return;
    throw new PgveilError('PGVEIL_AUDIT', `required audit stores lack records: ${lacking.join(', ')}`, {
      remedy: 'Mend them, and bring them what they lack: pgveil audit send.',
    });
  };
  try {
    const gateway = await startGateway({
      policy,
      secrets,
      identities: identitiesHere(context, config.idTokens),
      locals,
      keys: createMaskingKeys({ key: secrets.maskingKey, scope: masking.scope, label: masking.label, run: randomBytes(32) }),
      parser: options.parser,
      audit,
      custody,
      tls,
      listen,
      clock: context.clock,
      random: randomBytes,
      fetch,
      log,
    });
    letYoungSpaceGrow();
    return { gateway, audit, closeAudit, auditFile };
  } catch (error) {
    await closeAudit().catch(() => undefined);
    throw error;
  }
};
