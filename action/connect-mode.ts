import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { errorText, PgveilError } from '../src/errors.ts';
import type { Policy } from '../src/policy/policy.ts';
import { idTokensToSend } from './cloud-identity.ts';
import { controlClient, type RemoteConfig } from './control-client.ts';
import { prove, publishConnection } from './hand-over.ts';
import { jobToken } from './identity.ts';
import type { Inputs } from './inputs.ts';
import type { MainContext } from './main-context.ts';
import { audienceOf, digestsOf, readPolicy, type PolicyFile } from './policy.ts';
import { maskedValues, policySecrets } from './secrets.ts';
import { saveState, type State } from './state.ts';

/** The text of the verifier file, where the policy names one: the container cannot see it. */
const verifiersOf = ({ document }: Policy, path: string): { readonly verifiers?: string } => {
  const { local } = document.identity;
  if (local === undefined) return {};
  try {
    return { verifiers: readFileSync(resolve(dirname(path), local.verifiers), 'utf8') };
  } catch (error) {
    throw new PgveilError('PGVEIL_CONFIG', `The verifier file ${local.verifiers} cannot be read: ${errorText(error)}`, {
      remedy: 'It is relative to the policy. Leave identity.local out if there are no local principals.',
      cause: error,
    });
  }
};

/** All that a proxy has to know, which sees no file of this job. Throws PGVEIL_CONFIG where one cannot be read. */
export const remoteConfig = (
  inputs: Inputs,
  { policy, text }: PolicyFile,
  given: Pick<RemoteConfig, 'secrets' | 'token' | 'idTokens'>,
): RemoteConfig => ({
  policy: text,
  policyName: inputs.policyName,
  ...verifiersOf(policy, inputs.policy),
  declarations: policy.declarations ?? [],
  ...given,
  ...(inputs.audience === undefined ? {} : { audience: inputs.audience }),
});

/**
 * Gives policy, credentials and the job's identity to a proxy that runs as a service container, proves that a
 * connection through it works, and gives the session credential to the job's later steps. Throws a PgveilError.
 */
export const connectMode = async (inputs: Inputs, { core, environment, temp }: MainContext): Promise<void> => {
  const { control, gateway, controlToken = '' } = inputs;
  core.setSecret(controlToken);
  const file = readPolicy(inputs);
  const secrets = policySecrets(file, inputs.databaseUrl, environment);
  for (const value of maskedValues(secrets)) core.setSecret(value);
  const milliseconds = inputs.startupSeconds * 1000;
  const client = controlClient(control, controlToken);
  await client.state(AbortSignal.timeout(milliseconds));
  const token = await jobToken(core, audienceOf(inputs, file.policy), environment);
  const idTokens = await idTokensToSend(file.policy, core, environment);
  const directory = mkdtempSync(join(temp, 'pgveil-'));
  const state: State = {
    directory,
    proxy: { kind: 'remote', control, token: controlToken, ends: false },
    ready: false,
    ...digestsOf(file),
    receipt: randomUUID(),
  };
  const ready = await client.configure(remoteConfig(inputs, file, { secrets, token, idTokens }));
  saveState(core, { ...state, auditKey: ready.auditKey });
  // Where it listens inside the container is not where the job reaches it.
  const proven = await prove(core, { ...ready, ...gateway }, { database: inputs.database, milliseconds });
  saveState(core, { ...state, ready: true, auditKey: ready.auditKey });
  publishConnection(core, proven);
};
