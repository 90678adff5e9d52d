import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { finish, type FinishedRun, type Judgement } from '../../action/finish.ts';
import { proxyFiles } from '../../action/proxy-files.ts';
import { PgveilError } from '../../src/errors.ts';
import type { Report } from '../../src/report/model.ts';
import { inputReader } from './input-reader.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'pgveil-finish-'));
  writeFileSync(proxyFiles(directory).log, 'the last words');
  writeFileSync(proxyFiles(directory).audit, '');
});
afterEach(() => {
  rmSync(directory, { recursive: true });
});

interface Said {
  readonly warnings: string[];
  /** The reports that the pull request was told of, with the URL of the audit. */
  readonly comments: (readonly [Report, string | undefined])[];
  readonly failures: string[];
  readonly infos: string[];
  readonly uploads: string[][];
}

/** A post whose proxy is gone already: no process has its number. */
const post = async (
  judge: (run: FinishedRun) => Promise<Judgement>,
  given: Readonly<Record<string, string>> = {},
): Promise<Said> => {
  const said: Said = { failures: [], warnings: [], infos: [], uploads: [], comments: [] };
  const state = {
    directory,
    proxy: { kind: 'child', pid: 2 ** 22 + 1 },
    ready: true,
    policyDigest: '',
    besideDigest: '',
    receipt: 'r',
  };
  const reader = inputReader({ policy: 'p.yml', ...given });
  await finish({
    core: {
      ...reader,
      getState: () => JSON.stringify(state),
      saveState: () => undefined,
      info: (message) => said.infos.push(message),
      notice: () => undefined,
      warning: (message) => said.warnings.push(message),
      setFailed: (message) => said.failures.push(message),
    },
    environment: {
      GITHUB_REPOSITORY: 'o/r',
      GITHUB_RUN_ID: '5',
      ACTIONS_RUNTIME_TOKEN: 't',
      ACTIONS_RESULTS_URL: 'https://results.example',
    },
    workspace: directory,
    grace: 1,
    artifactClient: async () => ({
      uploadArtifact: async (_name, files) => {
        said.uploads.push(files.map((file) => basename(file)));
        return { id: 9 };
      },
    }),
    judge,
    comment: async ({ report, audit }) => void said.comments.push([report, audit]),
  });
  return said;
};

const gone = 'The proxy was gone before the job ended: what the agent did after that is not on record.';

const report: Report = { version: '0', policy: 'p.yml', verdict: undefined, observed: undefined, problems: [] };
const red = new PgveilError('PGVEIL_GATE', 'Red.', { remedy: 'Mend it.' });

test('the judge knows of the dead proxy, and what it finds comes after that', async () => {
  let known: readonly string[] = [];
  const { failures, infos, comments } = await post(async ({ problems }) => {
    known = problems.map(({ message }) => message);
    return { report, problems: [], gate: red };
  });
  expect(known).toEqual([gone]);
  expect(failures).toEqual([
    `${gone} [PGVEIL_PROXY]\nThe log of this step has what the proxy said last.`,
    'Red. [PGVEIL_GATE]\nMend it.',
  ]);
  expect(infos[0]).toContain('the last words');
  expect(comments).toEqual([[report, 'https://github.com/o/r/actions/runs/5/artifacts/9']]);
});

test('a judge that fails is no pass, and the audit is kept and the pull request told all the same', async () => {
  const { failures, uploads, comments } = await post(async () => Promise.reject(new Error('out of memory')));
  expect(failures[1]).toBe('The gate could not reach a verdict: out of memory [PGVEIL_GATE]');
  expect(uploads).toEqual([['audit.jsonl']]);
  expect(comments[0]?.[0].problems.map(({ message }) => message)).toEqual([
    gone,
    'The gate could not reach a verdict: out of memory',
  ]);
});

test('warn-only: the verdict is said, and what makes the run untrustworthy fails the job still', async () => {
  const { failures, warnings } = await post(async () => ({ report, problems: [], gate: red }), { 'warn-only': 'true' });
  expect(warnings).toEqual(['Red. [PGVEIL_GATE]\nMend it.']);
  expect(failures).toEqual([`${gone} [PGVEIL_PROXY]\nThe log of this step has what the proxy said last.`]);
});
