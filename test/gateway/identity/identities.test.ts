import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { rdsAuthToken } from '../../../src/gateway/identity/aws-rds-iam.ts';
import { parseDatabaseUrl } from '../../../src/gateway/upstream-url.ts';
import * as clouds from './clouds.ts';

const url = parseDatabaseUrl('postgres://reader@db.example:5432/shop?sslmode=verify-full');
const googleUrl = parseDatabaseUrl('postgres://pgveil%40shop.iam@db.example/shop?sslmode=verify-full');
const aws = clouds.settings({ provider: 'aws-rds-iam', role: clouds.role, region: 'eu-central-1' });
const azure = clouds.settings({ provider: 'azure-postgres', tenant: clouds.tenant, 'client-id': clouds.client });
const google = clouds.settings({
  provider: 'gcp-cloud-sql',
  'workload-identity-provider': clouds.googleProvider,
  'service-account': clouds.googleAccount,
});

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** Signature Version 4 by the book, of a token's own query without its signature. */
const signatureOf = (token: string, secret: string): string => {
  const [host = '', query = ''] = token.split('/?');
  const rest = query.split('&').filter((part) => !part.startsWith('X-Amz-Signature='));
  const scope = decodeURIComponent(/X-Amz-Credential=([^&]*)/.exec(query)?.[1] ?? '')
    .split('/')
    .slice(1);
  const [date = '', region = '', service = ''] = scope;
  const empty = createHash('sha256').update('').digest('hex');
  const request = ['GET', '/', rest.toSorted().join('&'), `host:${host}`, '', 'host', empty].join('\n');
  const time = /X-Amz-Date=([^&]*)/.exec(query)?.[1] ?? '';
  const hashed = createHash('sha256').update(request).digest('hex');
  const key = [date, region, service, 'aws4_request'].reduce<string | Buffer>((k, part) => hmac(k, part), `AWS4${secret}`);
  return hmac(key, ['AWS4-HMAC-SHA256', time, scope.join('/'), hashed].join('\n')).toString('hex');
};

describe('RDS tokens', () => {
  it("are botocore's for its known answer (tests/unit/test_signers.py)", async () => {
    const keys = { accessKeyId: 'akid', secretAccessKey: 'skid' };
    const login = { host: 'prod-instance.us-east-1.rds.amazonaws.com', port: 3306, user: 'someusername' };
    const token = await rdsAuthToken(keys, 'us-east-1', login, Date.parse('2016-11-07T17:39:33Z'));
    expect(token).toMatch(/^prod-instance\.us-east-1\.rds\.amazonaws\.com:3306\/\?Action=connect&DBUser=someusername&/);
    expect(token).toContain('X-Amz-Signature=d1138cdbc0ca63eec012ec0fc6c2267e03642168f5884a7795320d4c18374c61');
    expect(signatureOf(token, 'skid')).toBe('d1138cdbc0ca63eec012ec0fc6c2267e03642168f5884a7795320d4c18374c61');
  });

  it('are signed with the keys of the role, anew for each log-in, until shortly before the keys end', async () => {
    const { identities, now, asked } = clouds.stage([
      clouds.github('sts.amazonaws.com'),
      clouds.sts(clouds.stsAnswer),
      clouds.github('sts.amazonaws.com'),
      clouds.sts(clouds.stsAnswer),
    ]);
    const first = (await identities.logIn(url, aws)).credential.password ?? '';
    expect(first).toContain('db.example:5432/?Action=connect&DBUser=reader&X-Amz-Expires=900');
    expect(first).toContain('X-Amz-Security-Token=session%2Ftoken%2B%3D');
    expect(first.split('X-Amz-Signature=')[1]).toBe(signatureOf(first, 'secret/key+'));
    now.at += 60_000;
    expect((await identities.logIn(url, aws)).credential.password).not.toBe(first);
    expect(asked).toHaveLength(2);
    now.at += 55 * 60_000;
    await identities.logIn(url, aws);
    expect(asked).toHaveLength(4);
  });
});

describe('access tokens', () => {
  it('are what Google gives for the service account', async () => {
    const { identities } = clouds.stage(clouds.google());
    expect((await identities.logIn(googleUrl, google)).credential).toMatchObject({ password: 'google-token', token: true });
  });

  it('are what Entra gives for the application, kept and shared', async () => {
    const { identities, asked } = clouds.stage(clouds.azure());
    const both = await Promise.all([identities.logIn(url, azure), identities.logIn(url, azure)]);
    expect(both.map(({ credential }) => credential.password)).toEqual(['azure-token', 'azure-token']);
    expect(asked).toHaveLength(2);
  });
});

describe('failures', () => {
  it('name status and code, and nothing else of the answer', async () => {
    const refused = (): Response =>
      Response.json({ error: 'invalid_client', error_codes: [700_213], error_description: 'canary id-token' }, { status: 401 });
    const error: unknown = await clouds
      .stage(clouds.azure(refused))
      .identities.logIn(url, azure)
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'PGVEIL_UPSTREAM', message: 'Microsoft Entra answered 401 invalid_client.AADSTS700213' });
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toMatch(/canary|id-token"/);
  });

  it('that may pass are tried again', async () => {
    const down = (): Response => new Response('', { status: 503 });
    const { identities, asked } = clouds.stage([
      clouds.github('sts.amazonaws.com'),
      clouds.sts(down),
      clouds.sts(clouds.stsAnswer),
    ]);
    await identities.logIn(url, aws);
    expect(asked).toHaveLength(3);
  });

  it.each([
    ['two keys', '<AccessKeyId>A</AccessKeyId>'],
    ['no keys', ''],
  ])('an answer with %s is not read', async (_, extra) => {
    const bad = async (): Promise<string> => `${extra === '' ? '' : await clouds.stsAnswer().text()}${extra}`;
    const text = await bad();
    const { identities } = clouds.stage([clouds.github('sts.amazonaws.com'), clouds.sts(() => new Response(text))]);
    await expect(identities.logIn(url, aws)).rejects.toMatchObject({ code: 'PGVEIL_UPSTREAM' });
  });

  it('of a connection that is not verified come before any token is asked for', async () => {
    const { identities, asked } = clouds.stage([]);
    for (const query of [
      '',
      '?sslmode=require',
      '?sslmode=disable',
      '?sslmode=verify-full&host=/run/x',
      '?sslmode=verify-full&password=x',
    ])
      await expect(identities.logIn(parseDatabaseUrl(`postgres://reader@db.example/shop${query}`), aws)).rejects.toMatchObject({
        code: 'PGVEIL_CONFIG',
      });
    await expect(identities.logIn(url, google)).rejects.toMatchObject({ code: 'PGVEIL_CONFIG' });
    expect(asked).toEqual([]);
  });

  it('say where a token could be from, and a file needs no job', async () => {
    await expect(clouds.stage([], false).identities.logIn(url, aws)).rejects.toMatchObject({ code: 'PGVEIL_UPSTREAM' });
    const { identities } = clouds.stage([clouds.sts(clouds.stsAnswer, 'file-token')], false);
    await identities.logIn(url, { ...aws, 'token-file': '/token' });
  });
});
