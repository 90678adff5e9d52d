import { describe, expect, test } from 'vitest';
import { resolveReferences } from '../../src/policy/references.ts';
import { load } from './support.ts';

const policy = load(`version: 1
databases:
  app:
    credentials:
      reader:
        url: \${env:READER}
      writer:
        url: \${file:/run/writer}
masking: { key: "\${env:KEY}" }
`);

const resolve = (env: Record<string, string>, file: string | Error = 'postgres://w\n'): ReturnType<typeof resolveReferences> =>
  resolveReferences(policy, {
    env,
    readFile: (path) => {
      if (path !== '/run/writer' || file instanceof Error) throw file;
      return file;
    },
  });

test('environment variables and files', () => {
  const { urls, maskingKey, signingKey } = resolve({ READER: 'postgres://r', KEY: 'k' });
  expect(Object.fromEntries(urls.get('app') ?? [])).toEqual({ reader: 'postgres://r', writer: 'postgres://w' });
  expect([maskingKey, signingKey]).toEqual(['k', undefined]);
});

describe('what is missing is named with its place', () => {
  test.each<[string, () => unknown, string]>([
    ['a variable', () => resolve({ KEY: 'k' }), 'p.yml:6:9: the environment variable READER is not set'],
    ['an empty one', () => resolve({ READER: '', KEY: 'k' }), 'p.yml:6:9: the environment variable READER is not set'],
    ['a file', () => resolve({ READER: 'r', KEY: 'k' }, new Error('ENOENT')), 'p.yml:8:9: /run/writer cannot be read: ENOENT'],
    ['an empty file', () => resolve({ READER: 'r', KEY: 'k' }, '\n'), 'p.yml:8:9: /run/writer is empty'],
    ['the key', () => resolve({ READER: 'r' }), 'p.yml:9:12: the environment variable KEY is not set'],
  ])('%s', (_, run, message) => {
    expect(run).toThrow(message);
  });
});
