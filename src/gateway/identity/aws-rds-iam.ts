/**
 * RDS and Aurora with IAM database authentication: AssumeRoleWithWebIdentity gives the keys of a role, and a request to
 * connect that is signed with them (Signature Version 4, in the query) is the password. Signing asks nobody.
 */
import { AwsV4Signer } from 'aws4fetch';
import type { IdentityProvider, Login } from './provider.ts';
import { form, unreadable } from './send.ts';

export interface AwsKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** Seconds that a signed request may be used to log in; RDS allows no more. */
const validFor = 900;

const whom = 'AWS STS';

/** As `rds generate-db-auth-token` makes it; `now` in milliseconds since the epoch. */
export const rdsAuthToken = async (keys: AwsKeys, region: string, login: Login, now: number): Promise<string> => {
  const url = new URL(`https://${login.host}:${String(login.port)}/`);
  url.search = new URLSearchParams({ Action: 'connect', DBUser: login.user, 'X-Amz-Expires': String(validFor) }).toString();
  const signed = await new AwsV4Signer({
    ...keys,
    method: 'GET',
    url: url.href,
    region,
    service: 'rds-db',
    datetime: new Date(now).toISOString().replaceAll(/[:-]|\.\d{3}/g, ''),
    signQuery: true,
  }).sign();
  // A form writes a space as "+", which the signature's own encoding has as "%20".
  return signed.url.href.slice('https://'.length).replaceAll('+', '%20');
};

/** The text of the one element of that name; undefined where there is none, or another one. */
const textOf = (xml: string, name: string): string | undefined => {
  const [first, second] = xml.matchAll(new RegExp(`<${name}>([^<>&]{1,8192})</${name}>`, 'g'));
  return second === undefined ? first?.[1] : undefined;
};

const domainOf = (region: string): string => (region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com');

export const awsRdsIam: IdentityProvider<'aws-rds-iam'> = {
  audience: () => 'sts.amazonaws.com',
  tokenFileVariable: 'AWS_WEB_IDENTITY_TOKEN_FILE',
  user: () => undefined,
  exchange: async ({ role, region, lifetime }, idToken, { send }) => {
    const request = form({
      Action: 'AssumeRoleWithWebIdentity',
      Version: '2011-06-15',
      RoleArn: role,
      RoleSessionName: 'pgveil',
      DurationSeconds: String(Math.floor(lifetime / 1000)),
      WebIdentityToken: idToken,
    });
    const xml = await send({
      ...request,
      headers: { ...request.headers, accept: 'application/xml' },
      whom,
      url: `https://sts.${region}.${domainOf(region)}/`,
      errorCode: (body) => textOf(body, 'Code'),
      // AWS reached the issuer of the token too late; its documentation says to ask again.
      passingCodes: ['IDPCommunicationError'],
      remedy:
        "Compare the role's trust policy with the token: the OIDC provider, `aud` and the conditions. `lifetime` may not exceed the role's maximum session.",
    });
    const [accessKeyId, secretAccessKey, sessionToken] = ['AccessKeyId', 'SecretAccessKey', 'SessionToken'].map((name) =>
      textOf(xml, name),
    );
    const expiresAt = Date.parse(textOf(xml, 'Expiration') ?? '');
    if (!accessKeyId || !secretAccessKey || !sessionToken || Number.isNaN(expiresAt)) throw unreadable(whom);
    const keys = { accessKeyId, secretAccessKey, sessionToken };
    return { expiresAt, password: async (login, now) => rdsAuthToken(keys, region, login, now) };
  },
};
