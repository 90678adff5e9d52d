/** Facts that hold of the whole table of transforms. */
import { describe, expect, test } from 'vitest';
import { transforms } from '../../src/masking/transforms/index.ts';
import { mask } from '../../src/policy/schema.ts';
import { tolerates } from '../../src/policy/tolerance.ts';
import { variants } from './variants.ts';

const all = [...transforms.values()];

/** Steps that change nothing but letters' case, or choose among whole values. */
const harmless = new Set(['lower', 'upper', 'cast', 'coalesce', 'case', 'nullif', 'min', 'max']);

describe.each(all)('$name', (transform) => {
  test('is called by a name that YAML needs no quotes for, and says what it gives away', () => {
    expect(transform.name).toMatch(/^[a-z][a-z-]*$/);
    expect(transform.summary).toMatch(/^[A-Z].*\.$/);
    expect(transform.givesAway).not.toBe('');
  });

  test('what joins or can be undone is deterministic', () => {
    expect(transform.deterministic || !(transform.joinable || transform.reversible)).toBe(true);
  });

  test('is shown through harmless steps only', () => {
    expect(transform.tolerates === 'any' ? [] : transform.tolerates.filter((step) => !harmless.has(step))).toEqual([]);
  });

  test('stands by its name alone in the policy where it needs no options, and only there', () => {
    expect(mask.safeParse(transform.name).success).toBe(transform.options.safeParse({}).success);
  });

  test('options that it does not know are refused', () => {
    expect(transform.options.safeParse({ 'no-such-option': 1 }).success).toBe(false);
  });
});

test.each(variants)(
  '$transform $options shows no window that trim or left could move, unless all is hidden',
  ({ transform, options }) => {
    const hidesAll = ['redact', 'null', 'fixed'].includes(transform);
    expect(tolerates({ transform, options }, ['btrim'])).toBe(hidesAll);
    expect(tolerates({ transform, options }, ['left'])).toBe(hidesAll);
    expect(tolerates({ transform, options }, ['coalesce', 'view'])).toBe(true);
  },
);

test.each(variants)('options of $transform $options stay the same when they are read again', ({ transform, options }) => {
  const schema = transforms.get(transform)?.options;
  const once = schema?.parse(options);
  expect(schema?.parse(once)).toEqual(once);
});
