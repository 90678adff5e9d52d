import { describe, expect, test } from 'vitest';
import type { VerifiedIdentity } from '../../src/auth/types.ts';
import { grantFor } from '../../src/policy/grants.ts';
import { principalOf } from '../../src/policy/principals.ts';
import { load } from './support.ts';

const policy = load(`version: 1
databases:
  app: { credentials: { reader: { url: "\${env:R}" }, writer: { url: "\${env:W}" } } }
  other: { credentials: { only: { url: "\${env:O}" } } }
identity:
  issuers: { github: { issuer: "https://gh" }, corp: { issuer: "https://corp" } }
  local: { verifiers: f }
principals:
  deploy:
    match: { issuer: github, repository_id: "1", job_workflow_ref: "org/repo/.github/workflows/deploy.yml@*", environment: production }
  agent:
    match: { issuer: github, repository_id: ["1", "2"], event_name: [pull_request, push] }
    groups: [agents]
  any-file:
    match: { issuer: github, job_workflow_ref: "org/shared/.github/workflows/*@refs/heads/main" }
  analyst:
    match: { issuer: corp, groups: [data, support] }
  dev: { local: dev }
grants:
  - { to: [agent], databases: [app], credential: writer, access: write }
  - { to: ["group:agents", dev], databases: [app], credential: reader }
  - { to: [dev], databases: [other] }
`);

const token = (issuer: string, claims: Record<string, unknown>): VerifiedIdentity => ({ kind: 'oidc', issuer, claims });
const nameOf = (identity: VerifiedIdentity): string | readonly string[] => {
  const verdict = principalOf(policy, identity);
  return verdict.ok ? verdict.principal.name : verdict.reasons;
};

describe('principalOf', () => {
  const deploy = {
    repository_id: '1',
    job_workflow_ref: 'org/repo/.github/workflows/deploy.yml@refs/heads/main',
    environment: 'production',
  };
  test.each<[string, VerifiedIdentity, string]>([
    ['exact claims and a glob', token('github', deploy), 'deploy'],
    ['the next rule where one claim differs', token('github', { ...deploy, environment: 'test', event_name: 'push' }), 'agent'],
    ['a list of values', token('github', { repository_id: '2', event_name: 'pull_request' }), 'agent'],
    ['a claim that is a number', token('github', { repository_id: 2, event_name: 'push' }), 'agent'],
    ['one of many groups', token('corp', { groups: ['sales', 'support'] }), 'analyst'],
    ['a local name', { kind: 'local', name: 'dev' }, 'dev'],
  ])('%s', (_, identity, expected) => {
    expect(nameOf(identity)).toBe(expected);
  });

  test('names the claims that did not match, and no values', () => {
    expect(nameOf(token('github', { repository_id: '3', event_name: 'push', environment: 'production' }))).toEqual([
      'principal deploy: repository_id, job_workflow_ref did not match',
      'principal agent: repository_id did not match',
      'principal any-file: job_workflow_ref did not match',
      'principal analyst: issuer did not match',
    ]);
    expect(nameOf({ kind: 'local', name: 'eve' })).toEqual(['principal dev: name did not match']);
  });

  test.each([
    ['a glob covers the whole claim', { ...deploy, job_workflow_ref: `evil/${deploy.job_workflow_ref}` }],
    ['case counts', { ...deploy, environment: 'Production' }],
    ['a claim of another issuer', { ...deploy, repository_id: undefined }],
    ['nothing of the prototype', { ...deploy, repository_id: {} }],
  ])('%s', (_, claims) => {
    expect(nameOf(token('github', claims))).not.toBe('deploy');
  });

  test.each([
    ['any-file', 'org/shared/.github/workflows/a.yml@refs/heads/main'],
    [undefined, 'org/shared/.github/workflows/a.yml@refs/heads/other'],
    [undefined, 'org/shared/.github/workflows/a.yml@refs/heads/x@refs/heads/main'],
    [undefined, 'org/shared/.github/workflows/a.yml'],
  ])('a pattern for files is none for branches: %s', (expected, job_workflow_ref) => {
    const verdict = principalOf(policy, token('github', { job_workflow_ref }));
    expect(verdict.ok ? verdict.principal.name : undefined).toBe(expected);
  });

  test('keeps the claims that identify the job, and those that the rule matched', () => {
    const verdict = principalOf(
      policy,
      token('github', { ...deploy, run_id: '7', jti: 'x', sub: 'repo:org/repo', email: 'a@b.c' }),
    );
    expect(verdict.ok && verdict.principal.claims).toEqual({ ...deploy, run_id: '7' });
  });
});

describe('grantFor', () => {
  const principal = (name: string, groups: readonly string[] = []): { name: string; groups: readonly string[]; claims: {} } => ({
    name,
    groups,
    claims: {},
  });
  test('the first grant holds, alone', () => {
    expect(grantFor(policy, principal('agent', ['agents']), 'app')).toMatchObject({
      ok: true,
      credential: 'writer',
      grant: { access: 'write', name: 'grants[0]' },
    });
    expect(grantFor(policy, principal('x', ['agents']), 'app')).toMatchObject({
      ok: true,
      credential: 'reader',
      grant: { access: 'read' },
    });
  });
  test('a database with one credential needs no name for it', () => {
    expect(grantFor(policy, principal('dev'), 'other')).toMatchObject({ ok: true, credential: 'only' });
  });
  test.each([
    ['analyst', 'app', 'no grant gives analyst the database "app"'],
    ['agent', 'other', 'no grant gives agent the database "other"'],
    ['agents', 'app', 'no grant gives agents the database "app"'],
    ['dev', 'postgres', 'the policy has no database "postgres"'],
  ])('%s has no grant for %s', (name, database, reason) => {
    expect(grantFor(policy, principal(name), database)).toEqual({ ok: false, reason });
  });
});
