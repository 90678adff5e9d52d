import { isDeepStrictEqual } from 'node:util';
import { createIdentities, type Identities } from '../../../src/gateway/identity/identities.ts';
import { policySchema } from '../../../src/policy/schema.ts';
import type { CloudIdentity } from '../../../src/policy/schema-cloud.ts';

/** One request that a cloud expects, in full, and what it answers; whatever differs gets status 418. */
export interface Expected {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly answer: () => Response;
}

export const settings = (identity: object): CloudIdentity => {
  const { databases } = policySchema.parse({
    version: 1,
    databases: { d: { credentials: { c: { url: '${env:X}', identity } } } },
  });
  const parsed = databases['d']?.credentials['c']?.identity;
  if (parsed === undefined) throw new Error('no identity');
  return parsed;
};

const bodyOf = (body: RequestInit['body'], type: string | undefined): unknown => {
  if (typeof body !== 'string') return undefined;
  return type === 'application/json' ? JSON.parse(body) : Object.fromEntries(new URLSearchParams(body));
};

/** Clouds that answer in the order of `expected`, beside a clock that sleeping moves. */
export const stage = (expected: Expected[], given = true): { identities: Identities; now: { at: number }; asked: string[] } => {
  const now = { at: Date.parse('2026-11-25T06:00:00Z') };
  const asked: string[] = [];
  const identities = createIdentities({
    given: given ? { kind: 'request', url: 'https://token.example/?v=2', token: 'request-token' } : undefined,
    env: {},
    clock: () => now.at,
    random: () => 0.5,
    sleep: async (milliseconds) => {
      now.at += milliseconds;
    },
    readFile: () => 'file-token\n',
    fetch: async (url, { method, headers, body, redirect }) => {
      asked.push(url);
      const next = expected.shift();
      const seen = { url, method, headers, body: bodyOf(body, (headers as Record<string, string>)['content-type']), redirect };
      const { answer, ...wanted } = next ?? { answer: undefined };
      return answer !== undefined && isDeepStrictEqual(seen, { body: undefined, ...wanted, redirect: 'error' })
        ? answer()
        : new Response('', { status: 418 });
    },
  });
  return { identities, now, asked };
};

export const github = (audience: string): Expected => ({
  url: `https://token.example/?v=2&audience=${encodeURIComponent(audience)}`,
  method: 'GET',
  headers: { authorization: 'Bearer request-token', accept: 'application/json' },
  answer: () => Response.json({ value: 'id-token' }),
});

const formHeaders = { 'content-type': 'application/x-www-form-urlencoded' };

export const role = 'arn:aws:iam::123456789012:role/pgveil';

export const sts = (answer: () => Response, idToken = 'id-token'): Expected => ({
  url: 'https://sts.eu-central-1.amazonaws.com/',
  method: 'POST',
  headers: { ...formHeaders, accept: 'application/xml' },
  body: {
    Action: 'AssumeRoleWithWebIdentity',
    Version: '2011-06-15',
    RoleArn: role,
    RoleSessionName: 'pgveil',
    DurationSeconds: '3600',
    WebIdentityToken: idToken,
  },
  answer,
});

export const stsAnswer = (): Response =>
  new Response(
    '<AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleWithWebIdentityResult><Credentials>' +
      '<AccessKeyId>ASIAEXAMPLE</AccessKeyId><SecretAccessKey>secret/key+</SecretAccessKey><SessionToken>session/token+=</SessionToken>' +
      '<Expiration>2026-11-25T07:00:00Z</Expiration></Credentials></AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>',
  );

export const googleProvider = 'projects/1/locations/global/workloadIdentityPools/pool/providers/github';
export const googleAccount = 'pgveil@shop.iam.gserviceaccount.com';

export const google = (): Expected[] => [
  github(`https://iam.googleapis.com/${googleProvider}`),
  {
    url: 'https://sts.googleapis.com/v1/token',
    method: 'POST',
    headers: { ...formHeaders, accept: 'application/json' },
    body: {
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      audience: `//iam.googleapis.com/${googleProvider}`,
      scope: 'https://www.googleapis.com/auth/cloud-platform',
      requested_token_type: 'urn:ietf:params:oauth:token-type:access_token',
      subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
      subject_token: 'id-token',
    },
    answer: () => Response.json({ access_token: 'federated', expires_in: 3600 }),
  },
  {
    url: `https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/${googleAccount}:generateAccessToken`,
    method: 'POST',
    headers: { authorization: 'Bearer federated', 'content-type': 'application/json', accept: 'application/json' },
    body: { scope: ['https://www.googleapis.com/auth/sqlservice.login'], lifetime: '3600s' },
    answer: () => Response.json({ accessToken: 'google-token', expireTime: '2026-11-25T07:00:00Z' }),
  },
];

export const tenant = '6f1e9d6e-0f5c-4a53-9d3b-0a1c2b3d4e5f';
export const client = '0b7a6f4c-1d2e-4f3a-8b9c-0d1e2f3a4b5c';

export const azure = (answer = (): Response => Response.json({ access_token: 'azure-token', expires_in: 3600 })): Expected[] => [
  github('api://AzureADTokenExchange'),
  {
    url: `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token`,
    method: 'POST',
    headers: { ...formHeaders, accept: 'application/json' },
    body: {
      grant_type: 'client_credentials',
      client_id: client,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: 'id-token',
      scope: 'https://ossrdbms-aad.database.windows.net/.default',
    },
    answer,
  },
];
