/** The table of ways in which a change can loosen a policy. */
import { audit } from './audit.ts';
import { connections } from './connections.ts';
import { gate } from './coverage.ts';
import { grants } from './grants.ts';
import { identity } from './identity.ts';
import { ordered } from './limits.ts';
import { principals } from './principals.ts';
import { sights } from './sights.ts';
import type { Loosening } from './types.ts';

export const loosenings: readonly Loosening[] = [
  ...sights,
  ...grants,
  ...principals,
  ...identity,
  ...connections,
  ...ordered,
  ...audit,
  ...gate,
];

/** Keys that no value of loosens anything: the rest are compared. */
export const neutralKeys: readonly string[] = [
  'version',
  'identity',
  // Whoever logs in by such a name needs a token that a principal matches, or else a password.
  'identity.token-users',
  'masking.label',
  'grants[].reveal[].reason',
  'coverage.suppress[].reason',
];
