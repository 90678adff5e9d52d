import { expect, test } from 'vitest';
import { readInputs } from '../../action/inputs.ts';
import { inputNames, inputReader } from './input-reader.ts';

const read = (given: Record<string, string>) => readInputs(inputReader(given), '/home/ws');

test('the defaults of action.yml are valid', () => {
  expect(read({})).toEqual({
    mode: 'proxy',
    policy: '/home/ws/.github/pgveil.yml',
    policyName: '.github/pgveil.yml',
    databaseUrl: undefined,
    database: undefined,
    schema: [],
    base: undefined,
    failOn: 'error',
    warnOnly: false,
    comment: 'on-findings',
    githubToken: undefined,
    matrix: null,
    isolate: false,
    gateway: { host: '127.0.0.1', port: 6432 },
    control: { host: '127.0.0.1', port: 6433 },
    controlToken: undefined,
    audience: undefined,
    startupSeconds: 30,
    uploadAudit: true,
    retentionDays: undefined,
  });
});

test('every input has its effect', () => {
  const given = {
    mode: 'connect',
    policy: 'db/pgveil.yml',
    'working-directory': 'services/shop',
    'database-url': 'postgresql://u:p@db.example.com/shop',
    database: 'shop',
    schema: 'db/migrations\n\n db/seed.sql ',
    base: 'origin/main',
    'fail-on': 'never',
    audience: 'https://pgveil.example.com',
    'startup-timeout': '5',
    'upload-audit': 'false',
    'audit-retention-days': '7',
    'warn-only': 'true',
    comment: 'always',
    'github-token': 'ghs_1',
    matrix: '{ "node": 20 }',
    isolate: 'false',
    gateway: 'pgveil:7000',
    control: 'pgveil:7001',
    'control-token': 'canary-control',
  };
  expect(Object.keys(given).toSorted()).toEqual(inputNames.toSorted());
  expect(read(given)).toEqual({
    mode: 'connect',
    warnOnly: true,
    comment: 'always',
    githubToken: 'ghs_1',
    matrix: { node: 20 },
    isolate: false,
    gateway: { host: 'pgveil', port: 7000 },
    control: { host: 'pgveil', port: 7001 },
    controlToken: 'canary-control',
    policy: '/home/ws/services/shop/db/pgveil.yml',
    policyName: 'db/pgveil.yml',
    databaseUrl: 'postgresql://u:p@db.example.com/shop',
    database: 'shop',
    schema: ['/home/ws/services/shop/db/migrations', '/home/ws/services/shop/db/seed.sql'],
    base: 'origin/main',
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
  ['mode', 'service', 'Input `mode` is `service`: allowed are `proxy`, `check`, `connect`.'],
  ['comment', 'on-failure', 'Input `comment` is `on-failure`: allowed are `always`, `on-findings`, `never`.'],
  ['warn-only', 'on', 'Input `warn-only` is `on`: allowed are `true`, `false`.'],
  ['isolate', '1', 'Input `isolate` is `1`: allowed are `true`, `false`.'],
  ['gateway', '6432', 'Input `gateway` is `6432`: allowed is `HOST:PORT`.'],
  ['control', 'pgveil:70000', 'Input `control` is `pgveil:70000`: allowed is `HOST:PORT`.'],
  ['mode', 'connect', 'Input `control-token`: mode `connect` needs it, the PGVEIL_CONTROL_TOKEN of the service container.'],
  [
    'database-url',
    'mysql://u:hunter2@h/d',
    'Input `database-url`: allowed is a URL that starts with `postgres://` or `postgresql://`.',
  ],
])('%s: %j is refused', (name, value, message) => {
  expect(() => read({ [name]: value })).toThrow(expect.objectContaining({ code: 'PGVEIL_INPUT', message }));
});

test.each(['check', 'connect'])('isolate is for mode proxy, not for %s', (mode) => {
  expect(() => read({ mode, isolate: 'true', 'control-token': 'canary-control' })).toThrow(
    expect.objectContaining({
      code: 'PGVEIL_INPUT',
      message: 'Input `isolate` is `true`: allowed is `true` with mode `proxy` alone.',
    }),
  );
});
