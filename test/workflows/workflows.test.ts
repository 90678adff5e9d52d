import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: object;
  readonly concurrency?: object;
  readonly jobs: Readonly<
    Record<string, { readonly permissions?: object; readonly 'timeout-minutes'?: number; readonly steps: readonly Step[] }>
  >;
}

const directory = new URL('../../.github/workflows/', import.meta.url);
const names = readdirSync(directory);

/** What has to hold for a workflow; the text is for what the parser leaves out. */
const rules: Readonly<Record<string, (workflow: Workflow, text: string) => unknown[]>> = {
  'no rights but those that a job asks for': ({ permissions, jobs }) => [
    ...(permissions !== undefined && Object.keys(permissions).length === 0 ? [] : ['workflow']),
    ...Object.entries(jobs).flatMap(([name, job]) => (job.permissions === undefined ? [name] : [])),
  ],
  'every action is pinned by SHA, with its version beside it': (_, text) =>
    text
      .split('\n')
      .filter((line) => /\buses:/.test(line) && !/uses: [\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line)),
  'a checkout keeps no credential': ({ jobs }) =>
    Object.values(jobs)
      .flatMap(({ steps }) => steps)
      .filter((step) => step.uses?.startsWith('actions/checkout@') === true && step.with?.['persist-credentials'] !== false),
  'nothing from outside is put into a script': ({ jobs }) =>
    Object.values(jobs)
      .flatMap(({ steps }) => steps)
      .filter((step) => step.run?.includes('${{') === true),
  'every job ends in time': ({ jobs }) => Object.values(jobs).filter((job) => job['timeout-minutes'] === undefined),
  'nothing of a pull request runs with secrets': ({ on }) =>
    Object.keys(on).filter((event) => ['pull_request_target', 'workflow_run'].includes(event)),
  'runs of one branch don’t pile up': ({ concurrency }) => (concurrency === undefined ? ['none'] : []),
};

const bad = `
on: { pull_request_target: {} }
jobs:
  a:
    steps:
      - uses: actions/checkout@v4
      - run: echo \${{ github.event.pull_request.title }}
`;

describe.each(Object.entries(rules))('%s', (_, rule) => {
  test.each(names)('%s', (name) => {
    const text = readFileSync(new URL(name, directory), 'utf8');
    expect(rule(parse(text) as Workflow, text)).toEqual([]);
  });

  test('is found where it does not hold', () => {
    expect(rule(parse(bad) as Workflow, bad)).not.toEqual([]);
  });
});

test('one version of each action', () => {
  const pins = new Map<string, Set<string>>();
  for (const name of names) {
    for (const [, action = '', pin = ''] of readFileSync(new URL(name, directory), 'utf8').matchAll(
      /uses: ([\w.-]+\/[\w.-]+)\S*@(.*)$/gm,
    )) {
      pins.set(action, (pins.get(action) ?? new Set()).add(pin));
    }
  }
  for (const [action, versions] of pins) expect([action, versions.size]).toEqual([action, 1]);
});

test('a release is tested before anything of it is to be had, and moves the tag of its major version', () => {
  const { on, jobs } = parse(readFileSync(new URL('release.yml', directory), 'utf8')) as Workflow & {
    jobs: Record<string, { needs?: string | string[] }>;
  };
  expect(Object.keys(on)).toEqual(['push']);
  const needs = (name: string): string[] => [jobs[name]?.needs ?? []].flat();
  expect([needs('image'), needs('release')]).toEqual([['test'], ['test', 'image']]);
  const script = jobs['release']?.steps.map(({ run }) => run).join('\n') ?? '';
  expect(script).toContain('refs/tags/$major');
  // What the shell makes of a tag's name.
  expect(execFileSync('sh', ['-c', 'GITHUB_REF_NAME=v1.20.3; printf %s "${GITHUB_REF_NAME%%.*}"'], { encoding: 'utf8' })).toBe(
    'v1',
  );
});

test('every suite that CI runs is one that package.json has', () => {
  const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    scripts: Record<string, string>;
  };
  for (const name of names) {
    for (const [, script = ''] of readFileSync(new URL(name, directory), 'utf8').matchAll(/run: npm (?:run )?(?!ci)([\w:]+)/g)) {
      expect(Object.keys(scripts)).toContain(script);
    }
  }
});
