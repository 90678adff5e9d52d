/** The commenter of examples/, run as its runner would, with a stand-in for `gh`. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readWorkflow } from './workflows.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const text = readFileSync(join(root, 'examples/comment-from-fork.yml'), 'utf8');
const { comment } = readWorkflow(text).jobs;

const hasTools = ['bash', 'jq'].every((tool) => spawnSync(tool, ['--version']).error === undefined);

/** Answers what the environment says, and notes each call; `body=@FILE` by what is in the file. */
const gh = `#!/bin/bash
printf '%s\n' "$*" >> calls
case "$*" in
  *'/pulls '*) printf '%s' "$NUMBER" ;;
  'run download '*) [ -n "$VERDICT" ] || exit 1; mkdir -p verdict; printf '%s' "$VERDICT" > verdict/verdict.json ;;
  *--paginate*) printf '%s' "$OWN" ;;
esac
`;

const verdict = (changes: object): string =>
  JSON.stringify({ result: 'fail', gate: { counts: { error: 2, warning: 1 } }, ...changes });

test("it runs nothing of the pull request's, puts nothing of it into a script, and listens to a workflow that there is", () => {
  const steps = comment?.steps ?? [];
  expect(steps.flatMap(({ uses }) => uses ?? [])).toEqual([]);
  for (const { run = '' } of steps) expect(run).not.toContain('${{');
  const [, workflow = ''] = /workflows: \[([\w-]+)\]/.exec(text) ?? [];
  const judge = readFileSync(join(root, `examples/${workflow}.yml`), 'utf8');
  expect(judge).toContain(`name: ${workflow}\n`);
  const uploaded = readWorkflow(judge).jobs['check']?.steps.find(({ uses }) => uses?.startsWith('actions/upload-artifact@'));
  expect(text).toContain(`--name ${String(uploaded?.with['name'])} `);
});

describe('its script', { skip: !hasTools }, () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'pgveil-fork-'));
    writeFileSync(join(directory, 'gh'), gh);
    chmodSync(join(directory, 'gh'), 0o755);
  });
  afterEach(() => {
    rmSync(directory, { recursive: true });
  });

  const run = (changes: Readonly<Record<string, string>>): { status: number | null; calls: string; body: string } => {
    const { status } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', comment?.steps[0]?.run ?? 'exit 9'], {
      cwd: directory,
      env: {
        PATH: `${directory}:${process.env['PATH'] ?? ''}`,
        GH_REPO: 'acme/shop',
        GITHUB_SERVER_URL: 'https://github.com',
        RUN: '77',
        HEAD: 'mallory:patch',
        SHA: 'abc',
        NUMBER: '5',
        OWN: '',
        VERDICT: verdict({}),
        ...changes,
      },
    });
    const read = (name: string): string => {
      try {
        return readFileSync(join(directory, name), 'utf8');
      } catch {
        return '';
      }
    };
    return { status, calls: read('calls'), body: read('body.md') };
  };

  test('writes one comment, and edits it from then on', () => {
    const first = run({});
    expect(first.status).toBe(0);
    expect(first.calls).toContain('api --method POST repos/acme/shop/issues/5/comments');
    expect(first.body).toContain(
      '## pgveil: fail\n\n2 errors, 1 warnings. [The run](https://github.com/acme/shop/actions/runs/77)',
    );
    expect(run({ OWN: '31' }).calls).toContain('api --method PATCH repos/acme/shop/issues/comments/31');
  });

  test.each([
    ['no such pull request', { NUMBER: '' }, true],
    ['no verdict', { VERDICT: '' }, true],
    ['a result that is no word of pgveil', { VERDICT: verdict({ result: '<img src=x>' }) }, false],
    ['counts that are texts', { VERDICT: verdict({ gate: { counts: { error: '@everyone', warning: 1 } } }) }, false],
    ['no JSON', { VERDICT: 'x' }, false],
  ])('says nothing for %s', (_, changes, isFine) => {
    const { status, calls, body } = run(changes);
    expect(status === 0).toBe(isFine);
    expect(calls).not.toMatch(/POST|PATCH/);
    expect(body).toBe('');
  });
});
