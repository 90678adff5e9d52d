/** Where the OIDC tokens are from that clouds exchange: a file, GitHub's endpoint, or what a step of the job has sent. */
import { decodeJwt } from 'jose';
import * as z from 'zod/mini';
import { isTrustworthyUrl } from '../../auth/jwks.ts';
import { errorText, PgveilError } from '../../errors.ts';
import { answerOf, type Send } from './send.ts';

/** `request`: GitHub gives a token whenever one is needed, as long as the job runs. `tokens`: these, by audience, and no others. */
export const idTokenSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('request'), url: z.string(), token: z.string() }),
  z.strictObject({ kind: z.literal('tokens'), tokens: z.record(z.string(), z.string()) }),
]);
export type IdTokenSource = z.output<typeof idTokenSource>;

type Environment = Readonly<Record<string, string | undefined>>;

/** What GitHub tells each step of a job that has the permission `id-token: write`. */
export const githubSource = (environment: Environment): IdTokenSource | undefined => {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: token } = environment;
  return url && token ? { kind: 'request', url, token } : undefined;
};

export interface WantedToken {
  readonly audience: string;
  /** The policy's file, which goes before all else. */
  readonly file: string | undefined;
  /** The variable that names a file where there is no job. */
  readonly fileVariable: string | undefined;
}

/** A token that is good now. Rejects with PGVEIL_UPSTREAM, or PGVEIL_CONFIG for a file that has none. */
export type IdTokens = (wanted: WantedToken) => Promise<string>;

export interface IdTokensOptions {
  /** What pgveil was told; without it the environment's. */
  readonly given: IdTokenSource | undefined;
  readonly env: Environment;
  readonly readFile: (path: string) => string;
  readonly send: Send;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

const answerSchema = z.object({ value: z.string().check(z.minLength(1)) });

const github = 'GitHub (ID token)';

const askGithub = async (url: string, token: string, audience: string, send: Send): Promise<string> => {
  if (!isTrustworthyUrl(url)) {
    throw new PgveilError('PGVEIL_INPUT', 'the address for ID tokens is not one of https', {
      remedy: 'Leave ACTIONS_ID_TOKEN_REQUEST_URL as the runner sets it.',
    });
  }
  const text = await send({
    whom: github,
    method: 'GET',
    // The address has a query already.
    url: `${url}&audience=${encodeURIComponent(audience)}`,
    headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
    errorCode: () => undefined,
    remedy: 'Give the job `permissions: id-token: write`; it is good for as long as the job runs.',
  });
  return answerOf(answerSchema, text, github).value;
};

const fromFile = (path: string, readFile: (path: string) => string): string => {
  const remedy = 'Name the file of a projected service account token, or of another issuer that the cloud trusts.';
  let token: string;
  try {
    token = readFile(path).trim();
  } catch (error) {
    throw new PgveilError('PGVEIL_CONFIG', `the file of ID tokens cannot be read: ${errorText(error)}`, { remedy });
  }
  if (token !== '') return token;
  throw new PgveilError('PGVEIL_CONFIG', `the file of ID tokens ${path} is empty`, { remedy });
};

/** The end of a token in milliseconds; what is no JWT is the cloud's to refuse. */
const endOf = (token: string): number => {
  try {
    return (decodeJwt(token).exp ?? Infinity) * 1000;
  } catch {
    return Infinity;
  }
};

const fromStep = (token: string | undefined, audience: string, now: number): string => {
  if (token !== undefined && endOf(token) > now) return token;
  const what = token === undefined ? 'pgveil was given no ID token' : 'the ID token that pgveil was given has ended';
  throw new PgveilError('PGVEIL_UPSTREAM', `${what} for ${audience}, and what the cloud gave for one is used up`, {
    remedy:
      'A proxy that is told its configuration by a step gets one ID token. Open connections go on; `lifetime` of the identity says how long new ones can be opened, and `token-file` has no such end.',
  });
};

export const createIdTokens =
  ({ given, env, readFile, send, clock }: IdTokensOptions): IdTokens =>
  async ({ audience, file, fileVariable }) => {
    if (file !== undefined) return fromFile(file, readFile);
    const source = given ?? githubSource(env);
    if (source?.kind === 'request') return askGithub(source.url, source.token, audience, send);
    if (source?.kind === 'tokens') return fromStep(source.tokens[audience], audience, clock());
    const path = fileVariable === undefined ? undefined : env[fileVariable];
    if (path) return fromFile(path, readFile);
    throw new PgveilError('PGVEIL_UPSTREAM', `there is no ID token for ${audience}`, {
      remedy: `Run in a job with \`permissions: id-token: write\`, or name a file with \`token-file\`${fileVariable === undefined ? '' : ` or ${fileVariable}`}.`,
    });
  };
