/** docs/lineage.md has the table of statement kinds that src/lineage has, and the nodes of stored trees that it reads. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { statementKinds } from '../../src/lineage/statements.ts';

const text = readFileSync(new URL('../../docs/lineage.md', import.meta.url), 'utf8');

/** `| select | SelectStmt | ... |` */
const rows = [...text.matchAll(/^\| `([a-z-]+)` \| `(\w+)` \|/gmu)].map(([, kind = '', tag = '']) => ({ kind, tag }));

it('has a row for each statement of the table in src/lineage/statements.ts, and no other', () => {
  const documented = new Map(rows.map(({ kind, tag }) => [tag, kind]));
  const byTag = (left: readonly [string, string], right: readonly [string, string]): number => left[0].localeCompare(right[0]);
  expect([...documented].sort(byTag)).toEqual([...statementKinds()].sort(byTag));
});
