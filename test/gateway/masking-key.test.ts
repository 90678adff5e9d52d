import { describe, expect, test } from 'vitest';
import { createMaskingKeys, type MaskingKeyOptions } from '../../src/gateway/masking-key.ts';
import type { Principal } from '../../src/policy/types.ts';

const key = 'k'.repeat(32);
const principal = (claims: Principal['claims'] = {}): Principal => ({ name: 'ci', groups: [], claims });
const one = principal({ repository_id: '1' });
const two = principal({ repository_id: '2' });

/** The key of class `email` for a principal, in hexadecimal. */
const keyOf = (options: Partial<MaskingKeyOptions>, who: Principal): string =>
  createMaskingKeys({ key, scope: 'run', label: 'v1', run: Buffer.alloc(32, 1), ...options })(who)
    .forClass('email')
    .toString('hex');

describe('the keys of masks', () => {
  const otherRun = { run: Buffer.alloc(32, 2) };

  test('scope run: one for all principals of a run, another in the next run', () => {
    expect(keyOf({ scope: 'run' }, one)).toBe(keyOf({ scope: 'run' }, two));
    expect(keyOf({ scope: 'run' }, one)).not.toBe(keyOf({ scope: 'run', ...otherRun }, one));
    expect(keyOf({ scope: 'run', key: undefined }, one)).not.toBe(keyOf({ scope: 'run', key: undefined, ...otherRun }, one));
  });

  test('scope repository: the same in every run of one repository, another for the next repository', () => {
    expect(keyOf({ scope: 'repository' }, one)).toBe(keyOf({ scope: 'repository', ...otherRun }, one));
    expect(keyOf({ scope: 'repository' }, one)).not.toBe(keyOf({ scope: 'repository' }, two));
  });

  test('scope repository: a principal without repository_id gets none', () => {
    expect(() => keyOf({ scope: 'repository' }, principal())).toThrow(
      expect.objectContaining({ code: 'PGVEIL_IDENTITY' }) as Error,
    );
  });

  test('scope key: the same wherever the key is', () => {
    expect(keyOf({ scope: 'key' }, one)).toBe(keyOf({ scope: 'key', ...otherRun }, two));
  });

  test.each(['run', 'repository', 'key'] as const)('scope %s: another label or key gives another', (scope) => {
    expect(keyOf({ scope }, one)).not.toBe(keyOf({ scope, label: 'v2' }, one));
    expect(keyOf({ scope }, one)).not.toBe(keyOf({ scope, key: 'K'.repeat(32) }, one));
  });

  test('a short key is refused, and not quoted', () => {
    const error = (() => {
      try {
        return keyOf({ key: 'secret' }, one);
      } catch (caught) {
        return caught as Error;
      }
    })();
    expect(error).toMatchObject({ code: 'PGVEIL_CONFIG' });
    expect(String(error)).not.toContain('secret');
  });
});
