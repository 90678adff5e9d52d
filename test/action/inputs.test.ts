import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { expect, test } from 'vitest';
import { readInputs } from '../../action/inputs.ts';

const action = parse(readFileSync(new URL('../../action.yml', import.meta.url), 'utf8')) as {
  inputs: Record<string, { default: string }>;
};

const read = (given: Record<string, string>) =>
  readInputs({ getInput: (name) => given[name] ?? action.inputs[name]?.default ?? `undeclared input ${name}` }, '/home/ws');

test('the defaults of action.yml are valid', () => {
  expect(read({})).toEqual({
    policy: '/home/ws/.github/pgveil.yml',
    policyName: '.github/pgveil.yml',
    databaseUrl: undefined,
    database: undefined,
    failOn: 'error',
    audience: 'pgveil',
    startupSeconds: 30,
    uploadAudit: true,
    retentionDays: undefined,
  });
});

test('every input has its effect', () => {
  const given = {
    policy: 'db/pgveil.yml',
    'working-directory': 'services/shop',
    'database-url': 'postgresql://u:p@db.example.com/shop',
    database: 'shop',
    'fail-on': 'never',
    audience: 'https://pgveil.example.com',
    'startup-timeout': '5',
    'upload-audit': 'false',
    'audit-retention-days': '7',
  };
  expect(Object.keys(given).toSorted()).toEqual(Object.keys(action.inputs).toSorted());
  expect(read(given)).toEqual({
    policy: '/home/ws/services/shop/db/pgveil.yml',
    policyName: 'db/pgveil.yml',
    databaseUrl: 'postgresql://u:p@db.example.com/shop',
    database: 'shop',
    failOn: 'never',
    audience: 'https://pgveil.example.com',
    startupSeconds: 5,
    uploadAudit: false,
    retentionDays: 7,
  });
});

test.each([
  ['fail-on', 'errors', 'Input `fail-on` is `errors`: allowed are `error`, `warning`, `never`.'],
  ['upload-audit', 'yes', 'Input `upload-audit` is `yes`: allowed are `true`, `false`.'],
  ['startup-timeout', '0', 'Input `startup-timeout` is `0`: allowed is a whole number from 1 to 600.'],
  ['startup-timeout', '30s', 'Input `startup-timeout` is `30s`: allowed is a whole number from 1 to 600.'],
  ['audit-retention-days', '-1', 'Input `audit-retention-days` is `-1`: allowed is a whole number from 1 to 400.'],
  ['policy', ' ', 'Input `policy`: it must not be empty.'],
  ['audience', '', 'Input `audience`: it must not be empty.'],
  [
    'database-url',
    'mysql://u:hunter2@h/d',
    'Input `database-url`: allowed is a URL that starts with `postgres://` or `postgresql://`.',
  ],
])('%s: %j is refused', (name, value, message) => {
  expect(() => read({ [name]: value })).toThrow(expect.objectContaining({ code: 'PGVEIL_INPUT', message }));
});
