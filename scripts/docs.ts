// Writes what is printed of docs/ and README.md from the tables of the source. With --check it writes nothing and fails
// when one of them is stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { actionTables, readAction } from './docs-action.ts';
import { cliDocument } from './docs-cli.ts';
import { detectionTables } from './docs-detection.ts';
import { gateTables } from './docs-gate.ts';
import { fill } from './docs-markdown.ts';
import { policyTables } from './docs-policy.ts';
import { refusalsDocument } from './docs-refusals.ts';
import { masksDocument } from './masks-table.ts';

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const read = (path: string): string => readFileSync(at(path), 'utf8');

/** Each document as it should be, by its path in the repository. */
export const documents = async (): Promise<ReadonlyMap<string, string>> => {
  const action = actionTables(readAction(read('action.yml')));
  return new Map([
    ['docs/refusals.md', refusalsDocument()],
    ['docs/cli.md', await cliDocument()],
    ['docs/masks.md', masksDocument()],
    ['docs/detection.md', fill(read('docs/detection.md'), detectionTables())],
    ['docs/gate.md', fill(read('docs/gate.md'), gateTables())],
    ['docs/action.md', fill(read('docs/action.md'), action)],
    ['README.md', fill(read('README.md'), action)],
    ['docs/policy.md', fill(read('docs/policy.md'), policyTables())],
  ]);
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const stale: string[] = [];
  for (const [path, text] of await documents()) {
    if (!process.argv.includes('--check')) writeFileSync(at(path), text);
    else if (read(path) !== text) stale.push(path);
  }
  if (stale.length > 0) {
    console.error(`not up to date: ${stale.join(', ')}. Run npm run docs`);
    process.exitCode = 1;
  }
}
