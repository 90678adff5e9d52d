/** Each transform with options that take each of its paths. */
import type { MaskSpec } from '../../src/masking/types.ts';

export const variants: readonly MaskSpec[] = [
  { transform: 'redact', options: {} },
  { transform: 'null', options: {} },
  { transform: 'fixed', options: { value: 'Müller, "x"\\' } },
  { transform: 'fixed', options: { value: 42 } },
  { transform: 'fixed', options: { value: '-0.5' } },
  { transform: 'partial', options: { first: 1, last: 2 } },
  { transform: 'partial', options: { first: 2, separators: 'keep', character: '#' } },
  { transform: 'characters', options: {} },
  { transform: 'characters', options: { separators: 'keep', character: '\\' } },
  { transform: 'email', options: {} },
  { transform: 'email', options: { domain: 'keep' } },
  { transform: 'email', options: { domain: 'generalise' } },
  { transform: 'email', options: { domain: 'drop' } },
  { transform: 'hash', options: {} },
  { transform: 'hash', options: { length: 64, prefix: 'cust_' } },
];
