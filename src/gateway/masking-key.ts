import { createHash } from 'node:crypto';
import { maskKeys } from '../masking/keys.ts';
import type { MaskKeys } from '../masking/types.ts';

/** The least text of a masking key: 32 bytes, whatever they are written in. */
const least = 32;

/**
 * The run's masking keys. With `scope: key` masks are the same in every run that has the policy's key; with
 * `scope: run` they differ between runs, so that two runs' results cannot be joined. `run` is fresh random.
 */
export const runMaskKeys = (key: string | undefined, scope: 'run' | 'key', run: Buffer): MaskKeys => {
  const given = key === undefined ? undefined : Buffer.from(key, 'utf8');
  if (given === undefined) return maskKeys({ master: run });
  if (given.length < least) return maskKeys({ master: given });
  const master = createHash('sha256').update('pgveil masking key\0').update(given).digest();
  return maskKeys(scope === 'key' ? { master } : { master, label: `run ${run.toString('hex')}` });
};
