import { configuredIdentity } from '../src/gateway/identity/index.ts';
import { githubSource, type IdTokenSource } from '../src/gateway/identity/id-tokens.ts';
import type { Policy } from '../src/policy/policy.ts';
import { jobToken, type TokenSource } from './identity.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The audiences of the job's tokens that the policy's cloud identities need. */
const audiencesOf = ({ databases }: Policy): readonly string[] => [
  ...new Set(
    [...databases.values()].flatMap(({ credentials }) =>
      [...credentials.values()].flatMap(({ identity }) =>
        identity === undefined || identity['token-file'] !== undefined ? [] : [configuredIdentity(identity).audience],
      ),
    ),
  ),
];

/** What such an identity does not protect from, said where it is so. */
const exposed =
  'The database trusts the identity of this job, and every step of the job can ask GitHub for the same token and log in without pgveil, ' +
  'if it reaches the database. docs/cloud-identities.md says how a gateway outside of the job avoids that.';

/** For a proxy that runs beside the job: it asks GitHub itself, as long as the job runs. Undefined where it has no need to. */
export const idTokensOfJob = (
  policy: Policy,
  core: { setSecret(value: string): void; notice(message: string): void },
  environment: Environment,
): IdTokenSource | undefined => {
  if (audiencesOf(policy).length === 0) return undefined;
  core.notice(exposed);
  const source = githubSource(environment);
  if (source?.kind === 'request') core.setSecret(source.token);
  return source;
};

/** For a proxy elsewhere: one token for each audience, and no right to ask for others. */
export const idTokensToSend = async (
  policy: Policy,
  core: TokenSource & { notice(message: string): void },
  environment: Environment,
): Promise<IdTokenSource | undefined> => {
  const audiences = audiencesOf(policy);
  if (audiences.length === 0) return undefined;
  core.notice(exposed);
  const tokens = await Promise.all(
    audiences.map(async (audience) => [audience, await jobToken(core, audience, environment)] as const),
  );
  return { kind: 'tokens', tokens: Object.fromEntries(tokens) };
};
