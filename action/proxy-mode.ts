import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { idTokensOfJob } from './cloud-identity.ts';
import { prove, publishConnection } from './hand-over.ts';
import { jobToken } from './identity.ts';
import type { Inputs } from './inputs.ts';
import type { MainContext } from './main-context.ts';
import { audienceOf, digestsOf, readPolicy } from './policy.ts';
import { proxyFiles } from './proxy-files.ts';
import { startProxy } from './proxy-start.ts';
import { stopProxy } from './proxy-stop.ts';
import { maskedValues, policySecrets, proxyEnvironment } from './secrets.ts';
import { saveState, type State } from './state.ts';

/** What this mode does not protect from, said where it is so. */
const exposed =
  'The steps of this job run as the same user as the proxy: a step that means to can read its memory, and the database credential in it. ' +
  '`isolate: true` (Linux) or a service container (`mode: connect`) keeps them apart.';

/**
 * Starts the proxy, has the job's identity exchanged for a session credential, proves that a connection works, and
 * gives the credential to the job's later steps. Throws a PgveilError; nothing is exported then, and no proxy is left.
 */
export const startProxyMode = async (inputs: Inputs, { core, environment, ...context }: MainContext): Promise<void> => {
  const policy = readPolicy(inputs);
  const secrets = policySecrets(policy, inputs.databaseUrl, environment);
  for (const value of maskedValues(secrets)) core.setSecret(value);
  const token = await jobToken(core, audienceOf(inputs, policy.policy), environment);

  const files = proxyFiles(mkdtempSync(join(context.temp, 'pgveil-')));
  const milliseconds = inputs.startupSeconds * 1000;
  const deadline = AbortSignal.timeout(milliseconds);
  const proxy = startProxy({
    node: context.node,
    entry: context.entry,
    policy: inputs.policy,
    files,
    environment: proxyEnvironment(environment),
    config: { secrets, token, audience: inputs.audience, idTokens: idTokensOfJob(policy.policy, core, environment) },
  });
  const state: State = {
    directory: files.directory,
    proxy: { kind: 'child', pid: proxy.pid },
    ready: false,
    ...digestsOf(policy),
    receipt: randomUUID(),
  };
  // Before the wait: a job that is cancelled now must still find its proxy in post.
  saveState(core, state);
  try {
    const ready = await proxy.ready(deadline);
    const proven = await prove(core, ready, { database: inputs.database, milliseconds });
    saveState(core, { ...state, ready: true, auditKey: ready.auditKey });
    publishConnection(core, proven);
    core.notice(exposed);
    core.setOutput('audit-file', files.audit);
    core.setOutput('html-report', files.htmlReport);
  } catch (error) {
    await stopProxy(proxy.pid, files.directory, 2000);
    throw error;
  }
};
