/** Which grant holds for a principal in a database. */
import type { Relation } from '../catalog/types.ts';
import { isSystemSchema, relationMatches } from './patterns.ts';
import type { DatabasePolicy, Grant, Policy } from './policy.ts';
import type { Principal } from './types.ts';

export type GrantVerdict =
  | { readonly ok: true; readonly grant: Grant; readonly database: DatabasePolicy; readonly credential: string }
  | { readonly ok: false; readonly reason: string };

/**
 * The first grant of the file that names the principal or one of its groups, and the database. Grants are never
 * combined: what a principal may do stands in one place of the file. A special case goes before the general one.
 */
export const grantFor = (policy: Policy, principal: Principal, databaseName: string): GrantVerdict => {
  const database = policy.databases.get(databaseName);
  if (database === undefined) return { ok: false, reason: `the policy has no database ${JSON.stringify(databaseName)}` };
  const subjects = new Set([principal.name, ...principal.groups.map((group) => `group:${group}`)]);
  const grant = policy.grants.find(
    ({ to, databases }) => to.some((subject) => subjects.has(subject)) && (databases?.includes(databaseName) ?? true),
  );
  const credential = grant?.credential ?? database.credentials.keys().next().value;
  return grant === undefined || credential === undefined
    ? { ok: false, reason: `no grant gives ${principal.name} the database ${JSON.stringify(databaseName)}` }
    : { ok: true, grant, database, credential };
};

/** Whether statements under the grant may use the relation. The system's own schemas are open unless denied. */
export const allowsRelation = (grant: Grant, { schema, name }: Pick<Relation, 'schema' | 'name'>): boolean =>
  !grant.deny.some((pattern) => relationMatches(pattern, schema, name)) &&
  (isSystemSchema(schema) || grant.allow.some((pattern) => relationMatches(pattern, schema, name)));
