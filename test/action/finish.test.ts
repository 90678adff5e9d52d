import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { finish, type FinishedRun } from '../../action/finish.ts';
import { proxyFiles } from '../../action/proxy-files.ts';
import { PgveilError } from '../../src/errors.ts';

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
  readonly failures: string[];
  readonly infos: string[];
  readonly uploads: string[][];
}

/** A post whose proxy is gone already: no process has its number. */
const post = async (judge: (run: FinishedRun) => Promise<PgveilError[]>): Promise<Said> => {
  const said: Said = { failures: [], infos: [], uploads: [] };
  const state = { directory, pid: 2 ** 22 + 1, ready: true, policyDigest: '', receipt: 'r' };
  const inputs: Readonly<Record<string, string>> = {
    policy: 'p.yml',
    audience: 'pgveil',
    'fail-on': 'error',
    'startup-timeout': '1',
    'upload-audit': 'true',
  };
  await finish({
    core: {
      getInput: (name) => inputs[name] ?? '',
      getState: () => JSON.stringify(state),
      saveState: () => undefined,
      info: (message) => said.infos.push(message),
      notice: () => undefined,
      setFailed: (message) => said.failures.push(message),
    },
    environment: { ACTIONS_RUNTIME_TOKEN: 't', ACTIONS_RESULTS_URL: 'https://results.example' },
    workspace: directory,
    grace: 1,
    artifactClient: async () => ({
      uploadArtifact: async (_name, files) => said.uploads.push(files.map((file) => basename(file))),
    }),
    judge,
  });
  return said;
};

const gone = 'The proxy was gone before the job ended: what the agent did after that is not on record.';

test('the judge knows of the dead proxy, and what it finds comes after that', async () => {
  let known: readonly string[] = [];
  const { failures, infos } = await post(async ({ problems }) => {
    known = problems.map(({ message }) => message);
    return [new PgveilError('PGVEIL_GATE', 'Red.', { remedy: 'Mend it.' })];
  });
  expect(known).toEqual([gone]);
  expect(failures).toEqual([
    `${gone} [PGVEIL_PROXY]\nThe log of this step has what the proxy said last.`,
    'Red. [PGVEIL_GATE]\nMend it.',
  ]);
  expect(infos[0]).toContain('the last words');
});

test('a judge that fails is no pass, and the audit is kept all the same', async () => {
  const { failures, uploads } = await post(async () => Promise.reject(new Error('out of memory')));
  expect(failures[1]).toBe('The gate could not reach a verdict: out of memory [PGVEIL_GATE]');
  expect(uploads).toEqual([['audit.jsonl']]);
});
