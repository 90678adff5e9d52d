// Writes what is generated in policies/: the JSON Schema for editors and the pack for system catalogs. With --check it
// writes nothing and fails when one of them is stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { policyFiles } from '../src/policy/json-schema.ts';

const check = process.argv.includes('--check');
const stale: string[] = [];
for (const [name, text] of policyFiles()) {
  const path = fileURLToPath(new URL(`../policies/${name}`, import.meta.url));
  if (!check) writeFileSync(path, text);
  else if (readFileSync(path, 'utf8') !== text) stale.push(name);
}
if (stale.length > 0) {
  console.error(`policies/: ${stale.join(' and ')} not up to date: run npm run schema`);
  process.exitCode = 1;
}
