import { UnsecuredJWT } from 'jose';
import { expect, it } from 'vitest';
import { createIdTokens } from '../../../src/gateway/identity/id-tokens.ts';
import { parseDatabaseUrl } from '../../../src/gateway/upstream-url.ts';
import * as clouds from './clouds.ts';

it('of a step are for their audience alone, and not used after their end', async () => {
  let now = 1_000_000;
  const token = new UnsecuredJWT({ exp: 1_300 }).encode();
  const idTokens = createIdTokens({
    given: { kind: 'tokens', tokens: { here: token } },
    env: { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://x.example/?', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'x' },
    readFile: () => '',
    send: async () => '',
    clock: () => now,
  });
  const wanted = { audience: 'here', file: undefined, fileVariable: undefined };
  expect(await idTokens(wanted)).toBe(token);
  await expect(idTokens({ ...wanted, audience: 'there' })).rejects.toMatchObject({ code: 'PGVEIL_UPSTREAM' });
  now = 1_300_000;
  await expect(idTokens(wanted)).rejects.toMatchObject({ code: 'PGVEIL_UPSTREAM' });
  await expect(idTokens({ ...wanted, file: '/empty' })).rejects.toMatchObject({ code: 'PGVEIL_CONFIG' });
});

it('that cannot be had end nothing while what the cloud gave is good', async () => {
  const url = parseDatabaseUrl('postgres://reader@db.example/shop?sslmode=verify-full');
  const azure = clouds.settings({ provider: 'azure-postgres', tenant: clouds.tenant, 'client-id': clouds.client });
  const { identities, now } = clouds.stage(clouds.azure());
  const password = async (): Promise<string | undefined> => (await identities.logIn(url, azure)).credential.password;
  expect(await password()).toBe('azure-token');
  now.at += 58 * 60_000;
  expect(await password()).toBe('azure-token');
  now.at += 2 * 60_000;
  await expect(password()).rejects.toMatchObject({ code: 'PGVEIL_UPSTREAM' });
});
