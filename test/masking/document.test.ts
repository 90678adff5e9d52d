import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { masksDocument } from '../../scripts/masks-table.ts';
import { transforms } from '../../src/masking/transforms/index.ts';

const text = readFileSync(new URL('../../docs/masks.md', import.meta.url), 'utf8');

test('docs/masks.md is what npm run docs writes', () => {
  expect(masksDocument()).toBe(text);
});

test.each([...transforms.keys()])('docs/masks.md has %s', (name) => {
  expect(text).toContain(`| \`${name}\` |`);
});
