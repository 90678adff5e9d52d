/** Who a verified identity is to the policy. */
import type { VerifiedIdentity } from '../auth/types.ts';
import { glob } from './patterns.ts';
import type { Policy, PrincipalRule } from './policy.ts';
import type { Principal } from './types.ts';

/** Claims that the audit shows, if the token has them: ids and names of the job, nothing personal beyond the actor's login. */
const recordedClaims: readonly string[] = [
  'iss',
  'repository',
  'repository_id',
  'repository_owner',
  'repository_owner_id',
  'repository_visibility',
  'ref',
  'ref_type',
  'head_ref',
  'base_ref',
  'sha',
  'event_name',
  'environment',
  'workflow',
  'workflow_ref',
  'workflow_sha',
  'job_workflow_ref',
  'job_workflow_sha',
  'actor',
  'actor_id',
  'run_id',
  'run_number',
  'run_attempt',
  'check_run_id',
  'runner_environment',
  'groups',
];

export type PrincipalVerdict =
  | { readonly ok: true; readonly principal: Principal }
  /** Which claims did not match which rule; claim names and rule names, no claim values. */
  | { readonly ok: false; readonly reasons: readonly string[] };

/** A claim as texts: a list claim matches if one of its members does. */
const texts = (claim: unknown): readonly string[] => {
  if (typeof claim === 'string') return [claim];
  if (typeof claim === 'number' || typeof claim === 'boolean') return [String(claim)];
  return Array.isArray(claim) ? claim.filter((one): one is string => typeof one === 'string') : [];
};

/** Own members only: a token cannot reach the prototype. */
const claimOf = (claims: Readonly<Record<string, unknown>>, name: string): readonly string[] =>
  Object.hasOwn(claims, name) ? texts(claims[name]) : [];

const matches = (value: string, pattern: string): boolean =>
  pattern.includes('*') ? glob(pattern).test(value) : value === pattern;

/** Claims of the form `workflow file @ ref`. */
const workflowRefs: ReadonlySet<string> = new Set(['workflow_ref', 'job_workflow_ref']);

/** The file and the ref apart: a branch may be called `x@refs/heads/main`, and no `*` for a file is to stand for it. */
const refMatches = (value: string, pattern: string): boolean => {
  const [at, wanted] = [value.indexOf('@'), pattern.indexOf('@')];
  if (at < 0 || wanted < 0) return matches(value, pattern);
  return matches(value.slice(0, at), pattern.slice(0, wanted)) && matches(value.slice(at), pattern.slice(wanted));
};

const claimMatches = (claim: string, values: readonly string[], patterns: readonly string[]): boolean => {
  const test = workflowRefs.has(claim) ? refMatches : matches;
  return patterns.some((pattern) => values.some((value) => test(value, pattern)));
};

/** What keeps an identity from matching a rule; empty when it matches. */
const mismatches = (rule: PrincipalRule, identity: VerifiedIdentity): readonly string[] => {
  if (identity.kind === 'local') return rule.local === identity.name ? [] : ['name'];
  if (rule.issuer !== identity.issuer) return ['issuer'];
  return Object.entries(rule.claims)
    .filter(([claim, patterns]) => !claimMatches(claim, claimOf(identity.claims, claim), patterns))
    .map(([claim]) => claim);
};

const recorded = (rule: PrincipalRule, identity: VerifiedIdentity): Readonly<Record<string, string>> =>
  identity.kind === 'local'
    ? {}
    : Object.fromEntries(
        [...new Set([...recordedClaims, ...Object.keys(rule.claims)])].flatMap((claim) => {
          const values = claimOf(identity.claims, claim);
          return values.length === 0 ? [] : [[claim, values.join(' ').slice(0, 500)]];
        }),
      );

/** The first principal of the file that matches. */
export const principalOf = (policy: Policy, identity: VerifiedIdentity): PrincipalVerdict => {
  const rules = policy.principals.filter((rule) =>
    identity.kind === 'local' ? rule.local !== undefined : rule.issuer !== undefined,
  );
  const reasons: string[] = [];
  for (const rule of rules) {
    const missed = mismatches(rule, identity);
    if (missed.length === 0) {
      return { ok: true, principal: { name: rule.name, groups: rule.groups, claims: recorded(rule, identity) } };
    }
    reasons.push(`principal ${rule.name}: ${missed.join(', ')} did not match`);
  }
  return { ok: false, reasons: reasons.length > 0 ? reasons : [`the policy has no principal for ${identity.kind} identities`] };
};
