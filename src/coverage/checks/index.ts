/** The table of checks. A new one is an entry here, its file, its name in the policy's schema, and its tests. */
import type { Check } from '../types.ts';
import { classConflict } from './conflicts.ts';
import { foreignKeyClass, foreignKeyMask } from './foreign-keys.ts';
import { policyLoosened } from './loosened.ts';
import { maskBeside } from './mask-beside.ts';
import { maskStrength } from './mask-strength.ts';
import { maskType } from './mask-type.ts';
import { maskUnique } from './mask-unique.ts';
import { lineageFault, refusedStatement, seenRaw } from './observed.ts';
import { unmatchedRule, unmatchedWildcard } from './patterns.ts';
import { personalValues } from './personal-values.ts';
import { maybePersonal, personalColumn } from './personal.ts';
import { anyEvent, anyRepository } from './principals.ts';
import { expiredReveal, revealEndsSoon, revealReason } from './reveals.ts';
import { superuser } from './superuser.ts';
import { expiredSuppression, malformedSuppression, unusedSuppression } from './suppressions.ts';
import { unsampledRelation } from './unsampled.ts';
import { unreadSchema } from './unread-schema.ts';
import { uncoveredRelation } from './uncovered.ts';
import { unknownClass, unmasked } from './unmasked.ts';
import { opaqueView } from './views.ts';

/** In the order of their ids; PGV001 and on look at policy and catalog, PGV101 and on at the audit. */
export const checks: readonly Check[] = [
  unmasked,
  unknownClass,
  unmatchedRule,
  unmatchedWildcard,
  expiredReveal,
  revealEndsSoon,
  revealReason,
  maskType,
  opaqueView,
  foreignKeyClass,
  foreignKeyMask,
  anyRepository,
  anyEvent,
  superuser,
  personalColumn,
  maybePersonal,
  classConflict,
  unreadSchema,
  policyLoosened,
  maskStrength,
  maskUnique,
  expiredSuppression,
  unusedSuppression,
  malformedSuppression,
  unsampledRelation,
  maskBeside,
  seenRaw,
  lineageFault,
  refusedStatement,
  personalValues,
  uncoveredRelation,
];
