import { hkdfSync, randomBytes } from 'node:crypto';
import { PgveilError } from '../errors.ts';
import type { MaskKeys } from './types.ts';

const masterBytes = 32;
const salt = Buffer.from('pgveil masking v1');

export interface MaskKeyOptions {
  /** At least 32 bytes, by reference from the policy; undefined makes one for this run. */
  readonly master: Buffer | undefined;
  /** Another label gives other keys: change it to rotate them. */
  readonly label?: string;
  /** Whom the keys are for, such as a repository's id: masks of two contexts do not join. */
  readonly context?: string;
}

/**
 * One HKDF-SHA256 (RFC 5869) sub-key per class. Throws PGVEIL_CONFIG where the master key is shorter than 32 bytes.
 */
export const maskKeys = (options: MaskKeyOptions): MaskKeys => {
  const { master = randomBytes(masterBytes), label = '', context = '' } = options;
  if (master.length < masterBytes) {
    throw new PgveilError(
      'PGVEIL_CONFIG',
      `the masking key has ${String(master.length)} bytes, fewer than ${String(masterBytes)}`,
      {
        remedy: 'make one with `openssl rand -hex 32` and keep it as a secret',
      },
    );
  }
  const known = new Map<string, Buffer>();
  return {
    forClass(name) {
      const found = known.get(name);
      if (found !== undefined) return found;
      // The lengths keep ("a", "b:c") and ("a:b", "c") apart.
      const info = ['mask', ...[label, context, name].map((part) => `${String(part.length)}:${part}`)].join(' ');
      const key = Buffer.from(hkdfSync('sha256', master, salt, info, 32));
      known.set(name, key);
      return key;
    },
  };
};
