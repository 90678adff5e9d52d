/** `npm run mutation`: drops a rule of the resolver at a time, in a copy, and shows that a suite of test/lineage fails each time. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mutations, type Mutation } from './mutations.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const copied = [
  'src',
  'test/lineage',
  'test/catalog',
  'test/oracle',
  'test/support',
  'docs/lineage.md',
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
];

const makeCopy = (): string => {
  const home = mkdtempSync(join(tmpdir(), 'pgveil-mutation-'));
  // The servers of the tests run as another user, who has to get at their binaries.
  chmodSync(home, 0o755);
  for (const path of copied) cpSync(join(root, path), join(home, path), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(home, 'node_modules'));
  return home;
};

/** Whether these suites pass. */
const passes = async (home: string, suites: string): Promise<boolean> => {
  const vitest = join(home, 'node_modules', 'vitest', 'vitest.mjs');
  const child = spawn(process.execPath, [vitest, 'run', suites, '--bail=1', '--reporter=dot'], {
    cwd: home,
    stdio: 'ignore',
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return code === 0;
};

const isCaught = async (home: string, { file, find, replace, caughtBy }: Mutation): Promise<boolean> => {
  const path = join(home, 'src', 'lineage', file);
  const source = readFileSync(path, 'utf8');
  if (source.split(find).length !== 2) throw new Error(`src/lineage/${file} does not have once: ${find}`);
  writeFileSync(
    path,
    source.replace(find, () => replace),
  );
  try {
    return !(await passes(home, `test/lineage/${caughtBy}.test.ts`));
  } finally {
    writeFileSync(path, source);
  }
};

const home = makeCopy();
let caught = 0;
try {
  if (!(await passes(home, 'test/lineage'))) throw new Error('test/lineage fails without any mutation');
  for (const mutation of mutations) {
    const found = await isCaught(home, mutation);
    if (found) caught += 1;
    console.log(`${found ? 'caught ' : 'SURVIVED'} ${mutation.rule}`);
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}
console.log(`${String(caught)} passed, ${String(mutations.length - caught)} failed`);
process.exitCode = caught === mutations.length ? 0 : 1;
