import { expect, test } from 'vitest';
import { maskedValues, policySecrets, proxyEnvironment } from '../../action/secrets.ts';

const file = (text: string, ...databases: string[]) => ({
  text,
  policy: { databases: new Map(databases.map((name) => [name, undefined as never])) },
});

const policy = file('url: ${env:PGVEIL_DATABASE_URL}\nkey: ${env:MASK_KEY}\nagain: ${env:MASK_KEY}\n');

test('what the policy refers to is passed on, and nothing else', () => {
  expect(policySecrets(policy, 'postgres://u:p@h/d', { MASK_KEY: 'k', OTHER: 'o' })).toEqual({
    PGVEIL_DATABASE_URL: 'postgres://u:p@h/d',
    MASK_KEY: 'k',
  });
});

test('the input wins over a variable of the same name', () => {
  expect(policySecrets(policy, 'postgres://input/d', { PGVEIL_DATABASE_URL: 'postgres://variable/d' })).toEqual({
    PGVEIL_DATABASE_URL: 'postgres://input/d',
  });
});

test('a database-url that the policy does not use is an error', () => {
  expect(() => policySecrets(file('url: ${env:DB}'), 'postgres://h/d', { DB: 'x' })).toThrow(
    'Input `database-url` is given, but the policy does not use it.',
  );
});

test('a policy that needs database-url says so when it is empty', () => {
  expect(() => policySecrets(policy, undefined, {})).toThrow(
    'The policy takes its database from ${env:PGVEIL_DATABASE_URL}, and input `database-url` is empty.',
  );
});

test('a variable that pgveil sets for later steps is no place for a secret: post would read what main has set', () => {
  expect(() => policySecrets(file('url: ${env:DATABASE_URL}'), undefined, { DATABASE_URL: 'postgres://h/d' })).toThrow(
    'The policy refers to ${env:DATABASE_URL}, which pgveil sets for later steps and its own post step.',
  );
});

test('so is the variable for one database of several', () => {
  expect(() => policySecrets(file('url: ${env:PGVEIL_MY_SHOP_URL}', 'my-shop'), undefined, {})).toThrow(
    'The policy refers to ${env:PGVEIL_MY_SHOP_URL}, which pgveil sets for later steps and its own post step.',
  );
});

test('the password inside a URL is masked by itself, encoded and plain', () => {
  expect(maskedValues({ U: 'postgres://u:p%40ss@h/d', K: 'line one\nline two\n' })).toEqual([
    'postgres://u:p%40ss@h/d',
    'p%40ss',
    'p@ss',
    'line one',
    'line two',
  ]);
});

test("the proxy's environment holds no input, token or secret", () => {
  const given = { PATH: '/bin', RUNNER_TRACKING_ID: 'github_1', https_proxy: 'http://p', LC_ALL: 'C' };
  const kept = proxyEnvironment({
    ...given,
    'INPUT_DATABASE-URL': 'postgres://u:p@h/d',
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 't',
    ACTIONS_RUNTIME_TOKEN: 't',
    MASK_KEY: 'k',
    GITHUB_TOKEN: 't',
    NODE_OPTIONS: '--require /tmp/evil.js',
  });
  expect(kept).toEqual(given);
});
