import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { policyFiles } from '../../src/policy/json-schema.ts';

test.each([...policyFiles()])('policies/%s is what npm run schema writes', (name, text) => {
  expect(readFileSync(new URL(`../../policies/${name}`, import.meta.url), 'utf8')).toBe(text);
});
