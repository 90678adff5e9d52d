import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { idTokensOfJob } from '../cloud-identity.ts';
import { remoteConfig } from '../connect-mode.ts';
import { controlClient } from '../control-client.ts';
import { prove, publishConnection } from '../hand-over.ts';
import { jobToken } from '../identity.ts';
import type { Inputs } from '../inputs.ts';
import type { MainContext } from '../main-context.ts';
import { audienceOf, digestsOf, readPolicy } from '../policy.ts';
import { proxyFiles } from '../proxy-files.ts';
import { maskedValues, policySecrets, proxyEnvironment } from '../secrets.ts';
import { saveState, type State } from '../state.ts';
import { dropRoot } from './drop.ts';
import { launch } from './launch.ts';
import { makePlace } from './place.ts';
import { takeRoot } from './root.ts';
import { freeUid } from './user.ts';

/**
 * Mode proxy, isolated: the proxy runs as a user of its own from files of root, is told everything at its control port,
 * and this user has no way to root any more when the step ends. Throws a PgveilError; no proxy is left then.
 */
export const isolatedMode = async (inputs: Inputs, context: MainContext): Promise<void> => {
  const { core, environment, temp, uid } = context;
  const asRoot = takeRoot(context.platform, uid);
  const file = readPolicy(inputs);
  const secrets = policySecrets(file, inputs.databaseUrl, environment);
  for (const value of maskedValues(secrets)) core.setSecret(value);
  const token = await jobToken(core, audienceOf(inputs, file.policy), environment);

  const idTokens = idTokensOfJob(file.policy, core, environment);
  const files = proxyFiles(mkdtempSync(join(temp, 'pgveil-')));
  const milliseconds = inputs.startupSeconds * 1000;
  const deadline = AbortSignal.timeout(milliseconds);
  const proxyUid = freeUid();
  const place = makePlace(asRoot, proxyUid, context);
  const controlToken = randomBytes(32).toString('base64url');
  core.setSecret(controlToken);
  const { control, pid } = await launch({
    uid: proxyUid,
    place,
    files,
    environment: proxyEnvironment(environment),
    controlToken,
    deadline,
  });
  const state: State = {
    directory: files.directory,
    proxy: { kind: 'remote', control, token: controlToken, ends: true },
    ready: false,
    ...digestsOf(file),
    receipt: randomUUID(),
  };
  // Before the wait: a job that is cancelled now must still find its proxy in post.
  saveState(core, state);
  try {
    const ready = await controlClient(control, controlToken).configure(remoteConfig(inputs, file, { secrets, token, idTokens }));
    const proven = await prove(core, ready, { database: inputs.database, milliseconds });
    dropRoot(asRoot, uid ?? 0, files.directory);
    saveState(core, { ...state, ready: true, auditKey: ready.auditKey });
    publishConnection(core, proven);
    core.info(
      `The proxy (process ${String(pid)}) runs as user ${String(proxyUid)}; later steps have neither sudo nor a container engine.`,
    );
  } catch (error) {
    await controlClient(control, controlToken)
      .stop()
      .catch(() => undefined);
    throw error;
  }
};
