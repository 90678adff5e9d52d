/** docs/lineage.md has the table of statement kinds that src/lineage has, with the access that the policy asks for each. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { statementKinds } from '../../src/lineage/statements.ts';
import { kindRule } from '../../src/policy/statement-kinds.ts';

const text = readFileSync(new URL('../../docs/lineage.md', import.meta.url), 'utf8');

/** Of `| kind | node | access | ... |`, without the quotes. */
const documented = [...text.matchAll(/^\| `([a-z-]+)` \| `(\w+)` \| (\w+) \|/gmu)].map(
  ([, kind, tag, access]) => `${tag ?? ''} ${kind ?? ''} ${access ?? ''}`,
);

const byText = (left: string, right: string): number => left.localeCompare(right);

it('has a row for each statement of the table in src/lineage/statements.ts, and no other', () => {
  const known = [...statementKinds()].map(([tag, kind]) => `${tag} ${kind} ${kindRule(kind)?.access ?? 'refused'}`);
  expect(documented.sort(byText)).toEqual(known.sort(byText));
});
