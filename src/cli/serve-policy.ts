/** A proxy whose policy is a file: it listens once all is well. */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseLocalPrincipals, type LocalPrincipals } from '../auth/local.ts';
import { errorText, PgveilError } from '../errors.ts';
import type { Address } from '../gateway/gateway.ts';
import type { Policy } from '../policy/policy.ts';
import type { CommandContext } from './command.ts';
import { readPolicyFile } from './policy-file.ts';
import { controlToken, openControl } from './serve-control.ts';
import { createInstance } from './serve-instance.ts';
import { startServing, type ServingOptions } from './serve-start.ts';
import { untilStopped } from './serve-stop.ts';

export interface ServePolicyOptions extends Pick<ServingOptions, 'config' | 'parser' | 'auditPath' | 'tls'> {
  readonly listen: Address;
  readonly control: Address | undefined;
  /** Absolute. */
  readonly policyPath: string;
  readonly readyFile: string | undefined;
  /** Milliseconds that clients get to leave, once it is to stop. */
  readonly drain: number;
}

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

/** Whole or not at all: whoever waits for the file must not read half of it. It may hold a credential. */
const writeReadyFile = (path: string, contents: unknown): void => {
  const fresh = `${path}.${String(process.pid)}`;
  writeFileSync(fresh, `${JSON.stringify(contents)}\n`, { mode: 0o600 });
  renameSync(fresh, path);
};

/** Resolves when the proxy was stopped and its audit is signed. */
export const servePolicy = async (context: CommandContext, options: ServePolicyOptions): Promise<0> => {
  const { config, parser, listen, tls, auditPath, policyPath, readyFile } = options;
  const token = controlToken(context, config);
  let stop = (): void => undefined;
  const instance = createInstance({
    configure: undefined,
    stop: () => {
      stop();
    },
  });
  const control = options.control === undefined ? undefined : await openControl(context, options.control, token, instance);
  try {
    const { gateway, audit, auditFile } = await instance.start(async () => {
      const policy = readPolicyFile(policyPath);
      const serving = await startServing(context, {
        policy,
        config,
        parser,
        locals: readLocals(policy, policyPath),
        listen,
        tls,
        auditPath,
      });
      return { serving, known: serving };
    });
    const { host, port } = gateway;
    const session = config.token === undefined ? undefined : await gateway.issue(config.token);
    const stopper = untilStopped();
    stop = () => {
      stopper.stop('a word at the control port');
    };
    if (readyFile !== undefined) writeReadyFile(readyFile, { host, port, pid: process.pid, auditKey: audit.publicKey, session });
    context.stderr.write(`pgveil listens on ${host}:${String(port)}; the audit goes to ${auditFile}\n`);
    context.stderr.write(`pgveil stops on ${await stopper.stopped}\n`);
    await instance.drain(options.drain);
    return 0;
  } finally {
    if (readyFile !== undefined) rmSync(readyFile, { force: true });
    if (instance.state() !== 'starting') await instance.finish();
    await control?.close();
  }
};
