/**
 * Cloud SQL with IAM database authentication: workload identity federation (RFC 8693) gives a federated token, with which
 * an access token of the service account is asked for, that is good for logging in and nothing else. It is the password.
 */
import * as z from 'zod/mini';
import type { IdentityProvider } from './provider.ts';
import { answerOf, form, oauthErrorCode, unreadable } from './send.ts';

const federatedSchema = z.object({ access_token: z.string().check(z.minLength(1)) });

const accessSchema = z.object({ accessToken: z.string().check(z.minLength(1)), expireTime: z.string() });

const sts = 'Google STS';
const credentials = 'Google IAM Credentials';

const loginScope = 'https://www.googleapis.com/auth/sqlservice.login';

/** google.rpc.Code, as in `"status": "PERMISSION_DENIED"`. */
const statusIn = (body: string): string | undefined => /"status"\s*:\s*"([A-Z_]{1,40})"/.exec(body)?.[1];

export const gcpCloudSql: IdentityProvider<'gcp-cloud-sql'> = {
  audience: (settings) => `https://iam.googleapis.com/${settings['workload-identity-provider']}`,
  tokenFileVariable: undefined,
  // Cloud SQL names the user of a service account so; PostgreSQL's names are too short for the whole of it.
  user: (settings) => settings['service-account'].replace(/\.gserviceaccount\.com$/, ''),
  exchange: async (settings, idToken, { send }) => {
    const federated = await send({
      ...form({
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        audience: `//iam.googleapis.com/${settings['workload-identity-provider']}`,
        scope: 'https://www.googleapis.com/auth/cloud-platform',
        requested_token_type: 'urn:ietf:params:oauth:token-type:access_token',
        subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
        subject_token: idToken,
      }),
      whom: sts,
      url: 'https://sts.googleapis.com/v1/token',
      errorCode: oauthErrorCode,
      remedy: 'Compare the provider of the workload identity pool with the token: issuer, audiences, attribute condition.',
    });
    const { access_token: bearer } = answerOf(federatedSchema, federated, sts);
    const answer = await send({
      method: 'POST',
      headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ scope: [loginScope], lifetime: `${String(Math.floor(settings.lifetime / 1000))}s` }),
      whom: credentials,
      url: `https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/${settings['service-account']}:generateAccessToken`,
      errorCode: statusIn,
      remedy:
        "Give the pool's principal roles/iam.workloadIdentityUser on the service account; a `lifetime` above 1h needs the organisation's consent.",
    });
    const { accessToken, expireTime } = answerOf(accessSchema, answer, credentials);
    const expiresAt = Date.parse(expireTime);
    if (Number.isNaN(expiresAt)) throw unreadable(credentials);
    return { expiresAt, password: async () => accessToken };
  },
};
