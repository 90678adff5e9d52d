/** From a verified identity to what it may do in the database that it asks for, or to the FATAL that says why not. */
import type { VerifiedIdentity } from '../auth/types.ts';
import { grantFor, type GrantVerdict } from '../policy/grants.ts';
import type { Policy } from '../policy/policy.ts';
import { principalOf } from '../policy/principals.ts';
import type { Principal } from '../policy/types.ts';

export interface Refused {
  readonly sqlstate: string;
  readonly message: string;
  readonly hint: string;
}

export type Access =
  | ({ readonly kind: 'granted'; readonly principal: Principal } & Omit<Extract<GrantVerdict, { ok: true }>, 'ok'>)
  | { readonly kind: 'refused'; readonly error: Refused };

/** A client that names no database gets the only one there is. */
const databaseOf = (policy: Policy, asked: string | undefined): string | undefined => {
  if (asked !== undefined && policy.databases.has(asked)) return asked;
  const [only, second] = policy.databases.keys();
  return asked === undefined && second === undefined ? only : undefined;
};

export const accessOf = (policy: Policy, identity: VerifiedIdentity, asked: string | undefined): Access => {
  const refused = (sqlstate: string, message: string, hint: string): Access => ({
    kind: 'refused',
    error: { sqlstate, message, hint },
  });
  const verdict = principalOf(policy, identity);
  if (!verdict.ok) {
    return refused(
      '28000',
      `no principal of the policy matches this identity: ${verdict.reasons.join('; ')}`,
      'Compare the claims of the token with `principals` in the policy.',
    );
  }
  const names = [...policy.databases.keys()].map((name) => JSON.stringify(name)).join(', ');
  const database = databaseOf(policy, asked);
  if (database === undefined) {
    const what = asked === undefined ? 'no database is named' : `the policy has no database ${JSON.stringify(asked)}`;
    return refused('3D000', what, `Set PGDATABASE to one of ${names}.`);
  }
  const grant = grantFor(policy, verdict.principal, database);
  if (!grant.ok) return refused('42501', grant.reason, 'Name the principal, or one of its groups, in a grant of the policy.');
  return {
    kind: 'granted',
    principal: verdict.principal,
    grant: grant.grant,
    database: grant.database,
    credential: grant.credential,
  };
};
