import { readFileSync } from 'node:fs';
import { identitiesHere } from '../src/cli/identities.ts';
import { liveVerdict } from '../src/cli/live-gate.ts';
import type { Observed } from '../src/coverage/observe.ts';
import type { Base, Verdict } from '../src/coverage/types.ts';
import { PgveilError } from '../src/errors.ts';
import { resolveReferences } from '../src/policy/references.ts';
import { countsText } from '../src/report/model.ts';
import type { Inputs } from './inputs.ts';
import { digestsOf, readPolicy, type PolicyDigests, type PolicyFile } from './policy.ts';
import { policySecrets } from './secrets.ts';

const changed = (cause?: unknown): PgveilError =>
  new PgveilError(
    'PGVEIL_GATE',
    'The policy file is not the one that the proxy was started with: a step of the job changed it.',
    {
      remedy: 'Change the policy in a commit of its own; a job is judged by the policy that it started with.',
      cause,
    },
  );

/**
 * The policy that the proxy was started with, under the name that messages give it; one text is both compared and
 * read. Throws PGVEIL_GATE for any other.
 */
export const samePolicy = (path: string, name: string, started: PolicyDigests): PolicyFile => {
  let file: PolicyFile;
  try {
    file = readPolicy({ policy: path, policyName: name });
  } catch (error) {
    throw changed(error);
  }
  const now = digestsOf(file);
  if (now.policyDigest !== started.policyDigest || now.besideDigest !== started.besideDigest) throw changed();
  return file;
};

export interface GateContext {
  readonly inputs: Inputs;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly observed: Observed | undefined;
  readonly base?: Base;
}

/** The gate over the databases as the job left them, with the job's own secrets. */
export const runGate = async (file: PolicyFile, context: GateContext): Promise<Verdict> => {
  const { inputs, environment, clock, observed, base } = context;
  const { policy } = file;
  const env = policySecrets(file, inputs.databaseUrl, environment);
  const secrets = resolveReferences(policy, { env, readFile: (path) => readFileSync(path, 'utf8') });
  return liveVerdict({
    policy,
    secrets,
    identities: identitiesHere({ env: environment, clock }),
    databases: undefined,
    failOn: inputs.failOn,
    observed,
    clock,
    accepted: file.accepted,
    ...(base === undefined ? {} : { base }),
  });
};

/** Why the gate does not let the job pass, if it does not. */
export const gateProblem = ({ result, counts, failOn, unchecked }: Verdict): PgveilError | undefined => {
  if (result === 'pass') return undefined;
  const [first] = unchecked;
  return result === 'fail'
    ? new PgveilError('PGVEIL_GATE', `The gate found ${countsText(counts)}, and fails on ${failOn}.`, {
        remedy: 'Mend what the annotations and the summary of the job name.',
      })
    : new PgveilError('PGVEIL_GATE', `The gate could not look at everything: ${first?.what ?? ''}: ${first?.reason ?? ''}`, {
        remedy: 'What cannot be looked at does not pass. Check that the database can be reached until the end of the job.',
      });
};
