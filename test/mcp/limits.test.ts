import { expect, test } from 'vitest';
import { fitting } from '../../src/mcp/limits.ts';

test.each([
  [['ab', 'cd', 'ef'], 12, ['ab', 'cd', 'ef']],
  [['ab', 'cd', 'ef'], 11, ['ab', 'cd']],
  [['abcdef'], 3, []],
  [[], 0, []],
])('of %j fit into %i characters as JSON: %j', (items, characters, kept) => {
  expect(fitting(items, characters)).toEqual(kept);
});
