import { describe, expect, test } from 'vitest';
import { loadPolicy } from '../../src/policy/load.ts';
import { problemText } from '../../src/policy/problems.ts';
import { resolveSinks } from '../../src/policy/references.ts';

const load = (sinks: string) =>
  loadPolicy(
    `version: 1\ndatabases: { app: { credentials: { reader: { url: "\${env:URL}" } } } }\naudit:\n  sinks:\n    ${sinks}\n`,
    { file: 'p.yml' },
  );

const problems = (sinks: string): readonly string[] => {
  const loaded = load(sinks);
  return loaded.ok ? [] : loaded.problems.map(problemText);
};

describe('audit.sinks: what is wrong', () => {
  test.each<[string, string, string[]]>([
    [
      'a kind that there is not',
      'x: { kind: tape }',
      ['p.yml:5:16: "kind" is not a kind of store: write file, s3, otlp, nats or postgres'],
    ],
    ['no kind', 'x: { path: a }', ['p.yml:5:5: "kind" is missing']],
    [
      'an unknown key',
      'x: { kind: file, path: a, pth: b }',
      ['p.yml:5:31: unknown key "pth" in "audit.sinks.x" (did you mean "path"?)'],
    ],
    [
      'a secret, which is not quoted',
      'x: { kind: postgres, url: "postgres://u:hunter2@h/d" }',
      ['p.yml:5:31: "url" must be a reference, ${env:NAME} or ${file:/path}: secrets never stand in the policy itself'],
    ],
    [
      'a header with its value',
      'x: { kind: otlp, endpoint: "https://c", headers: { authorization: hunter2 } }',
      ['p.yml:5:71: "authorization" must be a reference, ${env:NAME} or ${file:/path}: secrets never stand in the policy itself'],
    ],
    [
      'an address of another kind',
      'x: { kind: otlp, endpoint: "ftp://c" }',
      ['p.yml:5:32: "endpoint" is not a URL that begins with https:// or http://'],
    ],
    [
      'a table that is none',
      'x: { kind: postgres, url: "${env:U}", table: a.b.c }',
      ['p.yml:5:50: "table" is not a table: write table or schema.table'],
    ],
  ])('%s', (_, sinks, expected) => {
    expect(problems(sinks)).toEqual(expected);
  });
});

test('a store is required unless it is said otherwise, and its secrets are looked up', () => {
  const loaded = load('x: { kind: otlp, endpoint: "https://c", headers: { authorization: "${env:AUTH}" } }');
  if (!loaded.ok) throw new Error('not valid');
  const readFile = (): string => {
    throw new Error('no file');
  };
  const sinks = resolveSinks(loaded.policy, { env: { AUTH: 'Bearer hunter2' }, readFile });
  expect(sinks.get('x')).toEqual({
    kind: 'otlp',
    required: true,
    timeout: 10_000,
    endpoint: 'https://c',
    headers: { authorization: 'Bearer hunter2' },
  });
  expect(() => resolveSinks(loaded.policy, { env: {}, readFile })).toThrow(
    'p.yml:5:56: the environment variable AUTH is not set',
  );
});
