import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PgveilError } from '../src/errors.ts';
import { connectionEnvironment, connectionOf, probe, type Connection } from './connection.ts';
import { jobToken, type TokenSource } from './identity.ts';
import { readInputs, type InputReader, type Inputs } from './inputs.ts';
import { proxyFiles, type ProxyFiles } from './proxy-files.ts';
import { startProxy } from './proxy-start.ts';
import { stopProxy } from './proxy-stop.ts';
import { maskedValues, policySecrets, proxyEnvironment } from './secrets.ts';
import { saveState, type State, type StateStore } from './state.ts';

/** What of @actions/core main needs. */
export interface MainCore extends InputReader, TokenSource, StateStore {
  setSecret(value: string): void;
  exportVariable(name: string, value: string): void;
  setOutput(name: string, value: string | number): void;
  info(message: string): void;
}

export interface MainContext {
  readonly core: MainCore;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly workspace: string;
  /** RUNNER_TEMP */
  readonly temp: string;
  readonly node: string;
  /** dist/pgveil.js */
  readonly entry: string;
}

const readPolicy = (inputs: Inputs): string => {
  try {
    return readFileSync(inputs.policy, 'utf8');
  } catch (error) {
    throw new PgveilError('PGVEIL_CONFIG', `There is no policy at \`${inputs.policyName}\` that can be read.`, {
      remedy: 'Check the repository out before the pgveil step (actions/checkout), or set `policy:` to where it lies.',
      cause: error,
    });
  }
};

const publish = (core: MainCore, connection: Connection, files: ProxyFiles): void => {
  for (const [name, value] of Object.entries(connectionEnvironment(connection))) core.exportVariable(name, value);
  const { host, port, user, database, uri } = connection;
  const outputs = { host, port, user, database, 'connection-uri': uri, 'audit-file': files.audit };
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
  core.info(
    `pgveil is ready at ${host}:${String(port)}: database ${database}, user ${user}. PGHOST and the rest are set for later steps.`,
  );
};

/**
 * Starts the proxy, has the job's identity exchanged for a session credential, proves that a connection works, and
 * gives the credential to the job's later steps. Throws a PgveilError; nothing is exported then, and no proxy is left.
 */
export const start = async ({ core, environment, ...context }: MainContext): Promise<void> => {
  if (context.platform === 'win32') {
    throw new PgveilError('PGVEIL_INPUT', 'The pgveil Action runs on Linux and macOS runners.', {
      remedy: 'Set `runs-on: ubuntu-latest`.',
    });
  }
  const inputs = readInputs(core, context.workspace);
  const policy = readPolicy(inputs);
  const secrets = policySecrets(policy, inputs.databaseUrl, environment);
  for (const value of maskedValues(secrets)) core.setSecret(value);
  const token = await jobToken(core, inputs.audience, environment);

  const files = proxyFiles(mkdtempSync(join(context.temp, 'pgveil-')));
  const milliseconds = inputs.startupSeconds * 1000;
  const deadline = AbortSignal.timeout(milliseconds);
  const proxy = startProxy({
    node: context.node,
    entry: context.entry,
    policy: inputs.policy,
    files,
    environment: proxyEnvironment(environment),
    config: { secrets, token },
  });
  const policyDigest = createHash('sha256').update(policy).digest('hex');
  const state: State = { directory: files.directory, pid: proxy.pid, ready: false, policyDigest, receipt: randomUUID() };
  // Before the wait: a job that is cancelled now must still find its proxy in post.
  saveState(core, state);
  try {
    const ready = await proxy.ready(deadline);
    const connection = connectionOf(ready, inputs.database);
    core.setSecret(connection.password);
    core.setSecret(encodeURIComponent(connection.password));
    await probe(connection, milliseconds);
    saveState(core, { ...state, ready: true, auditKey: ready.auditKey });
    publish(core, connection, files);
  } catch (error) {
    await stopProxy(proxy.pid, files.directory, 2000);
    throw error;
  }
};
