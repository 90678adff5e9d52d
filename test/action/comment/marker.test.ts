import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commentKey, commentStates, digestOf, markerText, readMarker } from '../../../action/comment/marker.ts';

const job = {
  GITHUB_WORKFLOW: 'agent',
  GITHUB_WORKFLOW_REF: 'octo-org/shop/.github/workflows/agent.yml@refs/pull/7/merge',
  GITHUB_JOB: 'test',
  GITHUB_ACTION: 'pgveil',
};

test('what is written is read', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom(...commentStates), fc.string(), (key, state, said) => {
      const marker = { key: digestOf(key), state, digest: digestOf(said) };
      expect(readMarker(`${markerText(marker)}\nand a text`)).toEqual(marker);
    }),
  );
});

test.each([
  '',
  'a comment',
  '<!-- pgveil:v1 -->',
  ` ${markerText({ key: digestOf(''), state: 'pass', digest: digestOf('') })}`,
  `<!-- pgveil:v1 ${digestOf('')} passed ${digestOf('')} -->`,
])('%j has no marker', (body) => {
  expect(readMarker(body)).toBeUndefined();
});

test('each workflow, job, leg and step has a key of its own', () => {
  const keys = [
    commentKey(job, null),
    commentKey({ ...job, GITHUB_WORKFLOW_REF: 'octo-org/shop/.github/workflows/other.yml@refs/pull/7/merge' }, null),
    commentKey({ ...job, GITHUB_JOB: 'other' }, null),
    commentKey({ ...job, GITHUB_ACTION: 'pgveil_2' }, null),
    commentKey(job, { node: 20 }),
    commentKey(job, { node: '20' }),
    commentKey(job, { node: 20, os: 'linux' }),
  ];
  expect(new Set(keys).size).toBe(keys.length);
});

test('the ref and the order of a matrix make no difference', () => {
  const key = commentKey(job, { node: 20, on: { os: 'linux', arch: 'arm' } });
  expect(
    commentKey(
      { ...job, GITHUB_WORKFLOW_REF: 'octo-org/shop/.github/workflows/agent.yml@refs/heads/main' },
      { on: { arch: 'arm', os: 'linux' }, node: 20 },
    ),
  ).toBe(key);
});
