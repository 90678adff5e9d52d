import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

const filesBelow = (directory: string): string[] =>
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();

/** SHA-256 over everything that the bundle is made of. */
const sourceDigest = (): string => {
  const hash = createHash('sha256');
  const files = [...filesBelow(join(root, 'src')), ...filesBelow(join(root, 'action')), ...filesBelow(join(root, 'policies'))];
  for (const file of [...files, join(root, 'action.yml'), join(root, 'package-lock.json'), join(root, 'scripts/build.mjs')]) {
    hash.update(`${relative(root, file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 16);
};

/**
 * A directory with action.yml and dist/ bundled from the sources as they are: built once for each state of them, so
 * that a test never runs a stale dist/.
 */
export const bundledAction = async (): Promise<string> => {
  const cache = join(root, 'node_modules/.cache/pgveil-action');
  const directory = join(cache, sourceDigest());
  if (existsSync(directory)) return directory;
  mkdirSync(cache, { recursive: true });
  const fresh = mkdtempSync(join(cache, 'new-'));
  const builder = (await import(new URL('../../scripts/build.mjs', import.meta.url).href)) as {
    bundle(outdir: string): Promise<void>;
  };
  await builder.bundle(join(fresh, 'dist'));
  cpSync(join(root, 'action.yml'), join(fresh, 'action.yml'));
  try {
    renameSync(fresh, directory);
  } catch (error) {
    // Another worker was faster.
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(directory)) throw error;
  }
  return directory;
};

/** The bundled Action with another program in place of the proxy, for what a proxy does wrong. */
export const actionWithProxy = async (script: string): Promise<string> => {
  const directory = mkdtempSync(join(tmpdir(), 'pgveil-action-'));
  cpSync(await bundledAction(), directory, { recursive: true });
  writeFileSync(join(directory, 'dist/pgveil.js'), script);
  return directory;
};
