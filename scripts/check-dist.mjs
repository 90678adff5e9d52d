// Fails when the committed dist/ is not what the sources give.
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './build.mjs';

const dist = resolve(dirname(fileURLToPath(import.meta.url)), '../dist');
const fresh = mkdtempSync(join(tmpdir(), 'pgveil-dist-'));
const list = (directory) =>
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1))
    .sort();
try {
  await bundle(fresh);
  const names = new Set([...list(dist), ...list(fresh)]);
  const read = (directory, name) => {
    try {
      return readFileSync(join(directory, name));
    } catch {
      return Buffer.from('absent');
    }
  };
  const stale = [...names].filter((name) => !read(dist, name).equals(read(fresh, name)));
  if (stale.length > 0) {
    console.error(`dist/ is stale (${stale.join(', ')}): run \`npm run build\` and commit dist/.`);
    process.exitCode = 1;
  } else {
    console.log('dist/ is fresh');
  }
} finally {
  rmSync(fresh, { recursive: true, force: true });
}
