/** Who can read what under a policy. */
import type { Relation } from '../catalog/types.ts';
import { allowsRelation, grantFor } from '../policy/grants.ts';
import type { Grant, Policy } from '../policy/policy.ts';

/** A principal of the policy with the grant that holds for it in one database. */
export interface Reader {
  readonly principal: string;
  readonly grant: Grant;
}

export const readersOf = (policy: Policy, database: string): readonly Reader[] =>
  policy.principals.flatMap(({ name, groups }) => {
    const verdict = grantFor(policy, { name, groups, claims: {} }, database);
    return verdict.ok ? [{ principal: name, grant: verdict.grant }] : [];
  });

/** Every access level reads. */
export const readersOfRelation = (readers: readonly Reader[], relation: Relation): readonly Reader[] =>
  readers.filter(({ grant }) => allowsRelation(grant, relation));
