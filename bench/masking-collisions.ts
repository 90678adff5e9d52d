// How often different values get the same fake or token: `npm run bench:collisions`. docs/masks.md quotes what it prints.
import { compileCell } from '../src/masking/cell.ts';
import { byteSink } from '../src/masking/bytes.ts';
import { resolveType } from '../src/masking/codec/resolve.ts';
import { maskKeys } from '../src/masking/keys.ts';
import type { MaskSpec } from '../src/masking/types.ts';

const noTypes = { type: () => undefined, relation: () => undefined };
const keys = maskKeys({ master: Buffer.alloc(32, 1) });
const text = 25;
const int4 = 23;

/** Of so many different values, how many get a mask that another has too. */
const shared = (mask: MaskSpec, type: number, count: number): number => {
  const cell = compileCell({ kind: 'mask', mask, class: 'bench' }, resolveType(type, -1, noTypes), 0, { types: noTypes, keys });
  const out = byteSink(64);
  const seen = new Map<string, number>();
  for (let i = 0; i < count; i += 1) {
    const value = Buffer.from(type === int4 ? String(i) : `value ${String(i)}`);
    out.reset();
    cell?.(value, 0, value.length, out);
    const masked = out.bytes.toString('latin1', 0, out.length);
    seen.set(masked, (seen.get(masked) ?? 0) + 1);
  }
  return [...seen.values()].reduce((total, times) => total + (times > 1 ? times : 0), 0);
};

const rows: readonly (readonly [string, MaskSpec, number])[] = [
  ['fake-name, full', { transform: 'fake-name', options: {} }, text],
  ['fake-name, last', { transform: 'fake-name', options: { part: 'last' } }, text],
  ['fake-address', { transform: 'fake-address', options: {} }, text],
  ['fake-company', { transform: 'fake-company', options: {} }, text],
  ['email', { transform: 'email', options: {} }, text],
  ['hash, 8 digits', { transform: 'hash', options: { length: 8 } }, text],
  ['hash, 16 digits', { transform: 'hash', options: {} }, text],
  ['hash of int4', { transform: 'hash', options: {} }, int4],
];
const counts = [1_000, 10_000, 100_000];

console.log(`| mask | ${counts.map((count) => `of ${count.toLocaleString('en')}`).join(' | ')} |`);
console.log(`|---|${'---:|'.repeat(counts.length)}`);
for (const [name, mask, type] of rows) {
  console.log(`| ${name} | ${counts.map((count) => shared(mask, type, count).toLocaleString('en')).join(' | ')} |`);
}
