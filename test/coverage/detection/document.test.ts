import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { detectionTables } from '../../../scripts/docs-detection.ts';
import { fill } from '../../../scripts/docs-markdown.ts';

test('docs/detection.md is what npm run docs writes', () => {
  const text = readFileSync(new URL('../../../docs/detection.md', import.meta.url), 'utf8');
  expect(fill(text, detectionTables())).toBe(text);
});
