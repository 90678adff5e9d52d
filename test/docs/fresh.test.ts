import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { keysBelow } from '../../scripts/docs-policy-keys.ts';
import { documents } from '../../scripts/docs.ts';
import { errorCodes } from '../../src/errors.ts';
import { policyJsonSchema } from '../../src/policy/json-schema.ts';
import { meanings } from '../../src/policy/meanings.ts';
import { kindRules } from '../../src/policy/statement-kinds.ts';
import { sessionRefusals } from '../../src/session/refusal-guide.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

describe('what is printed', async () => {
  test.each([...(await documents())])('%s is what npm run docs writes', (path, text) => {
    expect(read(path)).toBe(text);
  });
});

test('every refusal of the session is explained', () => {
  const made = [...read('src/session/refusals.ts').matchAll(/^ {2}rule: '([\w.-]+)',$/gm)].map(([, rule = '']) => rule);
  expect(made.length).toBeGreaterThan(5);
  expect(sessionRefusals.map(({ rule }) => rule).toSorted()).toEqual(made.toSorted());
});

test('every key of the policy has a meaning, and nothing else has one', () => {
  const paths = keysBelow(policyJsonSchema()).map(({ path }) => path);
  expect(Object.keys(meanings).toSorted()).toEqual(paths.toSorted());
});

test('every key of the policy is in its document, and in its schema with its meaning', () => {
  const schema = read('policies/pgveil.schema.json');
  const document = read('docs/policy.md');
  const isThere = ([path, meaning]: readonly [string, string]): boolean =>
    document.includes(`| \`${path}\` |`) && schema.includes(JSON.stringify(meaning));
  expect(Object.entries(meanings).filter((entry) => !isThere(entry))).toEqual([]);
});

test.each(['do', 'call', 'create-function', 'create-trigger', 'create-extension'])(
  'no grant opens %s, as README.md and docs/refusals.md say',
  (kind) => {
    expect(kindRules.has(kind)).toBe(false);
  },
);

test.each(Object.keys(errorCodes))('docs/troubleshooting.md has a section for %s', (code) => {
  expect(read('docs/troubleshooting.md')).toMatch(new RegExp(`^### ${code}$`, 'm'));
});

/** GitHub's anchors of a document's headings. */
const anchors = (markdown: string): ReadonlySet<string> =>
  new Set(
    [...markdown.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );

const markdownFiles = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(root, 'docs')).map((name) => join('docs', name)),
  'examples/README.md',
].filter((path) => path.endsWith('.md'));

/** Why a link of the document leads nowhere, if it does. */
const deadLink = (path: string, target: string): string | undefined => {
  const [file = '', anchor] = target.split('#');
  const there = file === '' ? join(root, path) : resolve(root, dirname(path), file);
  if (!existsSync(there)) return `${target}: no such file`;
  if (anchor === undefined || anchors(readFileSync(there, 'utf8')).has(anchor)) return undefined;
  return `${target}: no such heading`;
};

test.each(markdownFiles)('the links of %s lead somewhere', (path) => {
  const text = read(path).replaceAll(/```[\s\S]*?```/g, '');
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^https?:/.test(target));
  expect(targets.flatMap((target) => deadLink(path, target) ?? [])).toEqual([]);
});
