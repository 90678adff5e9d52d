import { expect, test } from 'vitest';
import { byteSink } from '../../../src/masking/bytes.ts';
import { compileCell } from '../../../src/masking/cell.ts';
import { resolveType } from '../../../src/masking/codec/resolve.ts';
import { loadDetectors, needsDetectors } from '../../../src/masking/detectors/lazy.ts';
import { maskKeys } from '../../../src/masking/keys.ts';

const noTypes = { type: () => undefined, relation: () => undefined };

test('scrub shows nothing before the detectors are loaded', async () => {
  const treatment = { kind: 'mask', mask: { transform: 'scrub', options: {} }, class: 'free_text' } as const;
  const mask = compileCell(treatment, resolveType(25, -1, noTypes), 0, {
    types: noTypes,
    keys: maskKeys({ master: Buffer.alloc(32) }),
  });
  const source = Buffer.from('write to anna@example.com');
  const out = byteSink(64);
  expect(() => mask?.(source, 0, source.length, out)).toThrow(expect.objectContaining({ code: 'PGVEIL_INTERNAL' }));
  expect(out.length).toBe(0);
  await loadDetectors();
  expect(mask?.(source, 0, source.length, out)).toBe(true);
  expect(out.bytes.toString('utf8', 0, out.length)).toBe('write to [email]');
});

// oxlint-disable unicorn/no-thenable -- an option of `when`; nothing awaits options
test.each([
  [{ transform: 'scrub', options: {} }, true],
  [{ transform: 'hash', options: { prefix: 'scrub_' } }, false],
  [{ transform: 'json', options: { paths: { '$.a': 'scrub' } } }, true],
  [{ transform: 'json', options: { paths: { '$.a': { scrub: {} } } } }, true],
  [{ transform: 'hstore', options: { keys: { note: 'scrub' } } }, true],
  [{ transform: 'when', options: { matches: ['*'], then: 'keep', otherwise: { scrub: {} } } }, true],
  [{ transform: 'when', options: { matches: ['*'], then: 'keep', otherwise: 'hash' } }, false],
])('%j needs them: %s', (mask, needed) => {
  expect(needsDetectors(mask)).toBe(needed);
});
