import { createHash } from 'node:crypto';
import { PgveilError } from '../errors.ts';
import { maskKeys } from '../masking/keys.ts';
import type { MaskKeys } from '../masking/types.ts';
import type { Principal } from '../policy/types.ts';

/** The least text of a masking key: 32 bytes, whatever they are written in. */
const least = 32;

export interface MaskingKeyOptions {
  /** The policy's key, as text. */
  readonly key: string | undefined;
  readonly scope: 'run' | 'repository' | 'key';
  /** Another label gives other keys. */
  readonly label: string;
  /** Fresh random bytes of this run. */
  readonly run: Buffer;
}

/** The keys for one principal's masks. Throws PGVEIL_IDENTITY where its scope needs a claim that it has not. */
export type MaskingKeys = (principal: Principal) => MaskKeys;

/** The claim by which jobs of one repository share their masks, whatever it is called meanwhile. */
const repositoryOf = ({ name, claims }: Principal): string => {
  const { repository_id: id } = claims;
  if (id !== undefined) return id;
  throw new PgveilError('PGVEIL_IDENTITY', `principal ${name} has no claim repository_id, and masking.scope is repository`, {
    remedy: 'Use masking.scope: key, or identify it by a token that has the claim.',
  });
};

/**
 * `run`: masks differ between runs, so that results of two runs cannot be joined. `repository`: they are the same in
 * every run of one repository. `key`: wherever the key is. Throws PGVEIL_CONFIG for a key that is too short.
 */
export const createMaskingKeys = ({ key, scope, label, run }: MaskingKeyOptions): MaskingKeys => {
  const text = key === undefined ? undefined : Buffer.from(key, 'utf8');
  if (text !== undefined && text.length < least) {
    throw new PgveilError('PGVEIL_CONFIG', `the masking key has ${String(text.length)} bytes, fewer than ${String(least)}`, {
      remedy: 'Make one with `openssl rand -hex 32` and keep it as a secret.',
    });
  }
  const master = text === undefined ? run : createHash('sha256').update('pgveil masking key\0').update(text).digest();
  const known = new Map<string, MaskKeys>();
  return (principal) => {
    const context = {
      run: () => `run ${run.toString('hex')}`,
      repository: () => `repository ${repositoryOf(principal)}`,
      key: () => '',
    }[scope]();
    const keys = known.get(context) ?? maskKeys({ master, label, context });
    known.set(context, keys);
    return keys;
  };
};
