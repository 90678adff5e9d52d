import { expect, it } from 'vitest';
import { idTokensOfJob, idTokensToSend } from '../../action/cloud-identity.ts';
import { loadPolicy } from '../../src/policy/load.ts';

const policyWith = (identity: string) => {
  const loaded = loadPolicy(`version: 1\ndatabases: { d: { credentials: { c: { url: "\${env:X}"${identity} } } } }\n`, {
    file: 'p',
  });
  if (!loaded.ok) throw new Error('not valid');
  return loaded.policy;
};

const aws = ', identity: { provider: aws-rds-iam, role: "arn:aws:iam::123456789012:role/r", region: eu-central-1';
const environment = { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://x.example/?a=b', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-token' };

const runner = () => {
  const notices: string[] = [];
  const secrets: string[] = [];
  const core = {
    notice: (text: string) => void notices.push(text),
    setSecret: (text: string) => void secrets.push(text),
    getIDToken: async (audience: string) => `token for ${audience}`,
  };
  return { core, notices, secrets };
};

it('tells a proxy beside the job how to ask, hides what it asks with, and says what every step can do', () => {
  const { core, notices, secrets } = runner();
  expect(idTokensOfJob(policyWith(`${aws} }`), core, environment)).toEqual({
    kind: 'request',
    url: 'https://x.example/?a=b',
    token: 'request-token',
  });
  expect(secrets).toEqual(['request-token']);
  expect(notices[0]).toContain('every step of the job');
});

it('sends a proxy elsewhere one token for each audience, and not what GitHub gives more for', async () => {
  const { core } = runner();
  expect(await idTokensToSend(policyWith(`${aws} }`), core, environment)).toEqual({
    kind: 'tokens',
    tokens: { 'sts.amazonaws.com': 'token for sts.amazonaws.com' },
  });
});

it.each([
  ['no identity', ''],
  ['a file of tokens', `${aws}, token-file: /t }`],
])('gives nothing to a policy with %s', async (_, identity) => {
  const { core, notices } = runner();
  expect(idTokensOfJob(policyWith(identity), core, environment)).toBeUndefined();
  expect(await idTokensToSend(policyWith(identity), core, environment)).toBeUndefined();
  expect(notices).toEqual([]);
});
