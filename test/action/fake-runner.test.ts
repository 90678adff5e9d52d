import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runJob } from '../support/fake-runner.ts';
import { parseFileCommand } from '../support/runner-files.ts';
import { createRunnerLog } from '../support/runner-log.ts';

// The runner stands in for the real one in every test of the Action: what the real one is known to do is pinned here.

let action: string;
beforeAll(() => {
  action = mkdtempSync(join(tmpdir(), 'pgveil-fake-action-'));
  const write = (name: string, text: string): void => {
    writeFileSync(join(action, name), text);
  };
  write('action.yml', 'inputs: { some-input: { default: a } }\nruns: { using: node24, main: main.mjs, post: post.mjs }\n');
  write(
    'main.mjs',
    `import { appendFileSync } from 'node:fs';
     const { env } = process;
     console.log('input ' + env['INPUT_SOME-INPUT']);
     console.log('::add-mask::s3cret');
     console.log('::error file=a.yml,line=3,title=T::first%0Asecond s3cret');
     appendFileSync(env.GITHUB_STATE, 'key<<E\\nline 1\\nline 2\\nE\\n');
     appendFileSync(env.GITHUB_OUTPUT, 'main=1\\n');
     appendFileSync(env.GITHUB_ENV, 'FROM_MAIN=' + env['INPUT_SOME-INPUT'] + '\\n');
     if (env['INPUT_SOME-INPUT'] === 'fail') process.exit(1);`,
  );
  write(
    'post.mjs',
    `import { appendFileSync } from 'node:fs';
     console.log('post ' + process.env['INPUT_SOME-INPUT'] + ' ' + JSON.stringify(process.env.STATE_key) + ' s3cret');
     appendFileSync(process.env.GITHUB_OUTPUT, 'post=1\\n');`,
  );
});
afterAll(() => {
  rmSync(action, { recursive: true });
});

test('posts run in reverse with the state of their main; outputs of a post are dropped', async () => {
  const job = await runJob({
    steps: [
      { name: 'one', uses: action },
      { name: 'two', uses: action, with: { 'some-input': 'b' } },
      { name: 'three', run: ['sh', '-c', 'echo "exported $FROM_MAIN"'] },
    ],
  });
  expect(job.log.split('\n').filter((line) => /^(input|post|exported)/.test(line))).toEqual([
    'input a',
    'input b',
    'exported b',
    'post b "line 1\\nline 2" ***',
    'post a "line 1\\nline 2" ***',
  ]);
  expect(job.outputs['one']).toEqual({ main: '1' });
  expect(job.annotations[0]).toEqual({ level: 'error', message: 'first\nsecond ***', file: 'a.yml', line: 3, title: 'T' });
  expect(job.conclusion).toBe('success');
  job.remove();
});

test('after a failing main its post runs and the next step does not', async () => {
  const job = await runJob({
    steps: [
      { name: 'one', uses: action, with: { 'some-input': 'fail' } },
      { name: 'two', run: ['true'] },
    ],
  });
  expect(job.steps.map(({ name, stage }) => `${name} ${stage}`)).toEqual(['one main', 'one post']);
  expect(job.conclusion).toBe('failure');
  job.remove();
});

test('a process that is left over is found and ended', { skip: process.platform !== 'linux' }, async () => {
  const job = await runJob({ steps: [{ name: 'leaky', run: ['sh', '-c', 'sleep 60 >/dev/null 2>&1 &'] }] });
  expect(job.orphans).toEqual(['sleep 60']);
  job.remove();
});

test.each([
  ['a=1\nb=2=3\n', { a: '1', b: '2=3' }],
  ['a<<X\none\ntwo=2\nX\nb=1', { a: 'one\ntwo=2', b: '1' }],
])('file command %j', (text, expected) => {
  expect(parseFileCommand(text)).toEqual(expected);
});

test('a block without its end is an error', () => {
  expect(() => parseFileCommand('a<<X\none\n')).toThrow("Matching delimiter not found 'X'");
});

test('a mask holds for each line of its value, and only for what follows', () => {
  const log = createRunnerLog(['from-secrets']);
  for (const line of ['early one', 'from-secrets', '::add-mask::one%0Atwo', 'one, two, three']) log.line(line);
  expect(log.text()).toBe('early one\n***\n***, ***, three\n');
});
