/** PGV012 and PGV013: principals that match more jobs than was meant. */
import type { PrincipalRule } from '../../policy/policy.ts';
import type { Check, Examined, Found } from '../types.ts';

/** GitHub's issuer, that of an enterprise, or that of an enterprise server. */
const isGithub = (issuer: string): boolean => {
  const { hostname, pathname } = new URL(issuer);
  return hostname === 'token.actions.githubusercontent.com' || pathname === '/_services/token';
};

const repositoryClaims = [
  'repository_id',
  'repository',
  'repository_owner_id',
  'repository_owner',
  'job_workflow_ref',
  'workflow_ref',
  'enterprise_id',
  'enterprise',
];

const eventClaims = ['event_name', 'ref', 'ref_protected', 'environment', 'job_workflow_ref', 'workflow_ref'];

/** A claim narrows the match where each of its patterns begins with a letter of its own. */
const narrows = ({ claims }: PrincipalRule, names: readonly string[]): boolean =>
  names.some((name) => claims[name]?.every((pattern) => !pattern.startsWith('*')) === true);

const githubRules = ({ policy }: Examined): readonly PrincipalRule[] =>
  policy.principals.filter(({ issuer, name }) => {
    const known = issuer === undefined ? undefined : policy.document.identity.issuers[issuer]?.issuer;
    return known !== undefined && isGithub(known) && policy.grants.some(({ to }) => grants(policy.principals, name, to));
  });

const grants = (principals: readonly PrincipalRule[], name: string, to: readonly string[]): boolean =>
  to.includes(name) ||
  principals.some((rule) => rule.name === name && rule.groups.some((group) => to.includes(`group:${group}`)));

const found = ({ policy }: Examined, rule: PrincipalRule, says: string, remedy: string, yaml: string): Found => ({
  subject: `principal ${rule.name}`,
  message: `Principal ${rule.name} ${says}.`,
  position: policy.position(['principals', rule.name, 'match']),
  column: undefined,
  remedy,
  yaml,
});

export const anyRepository: Check = {
  id: 'PGV012',
  name: 'any-repository',
  severity: 'error',
  title: 'Principal that any repository matches',
  help: 'Every repository on GitHub can get a token of this issuer with an audience of its choice. A principal has to match a claim that only your repositories have: `repository_id`, `repository_owner_id` or `job_workflow_ref`. A pattern that begins with `*` leaves the owner open.',
  looksAt: 'policy',
  find: (examined) =>
    githubRules(examined)
      .filter((rule) => !narrows(rule, repositoryClaims))
      .map((rule) =>
        found(
          examined,
          rule,
          'matches jobs of any repository on GitHub',
          'Match the id of the repository (gh api repos/OWNER/NAME --jq .id).',
          '      repository_id: "123456789"',
        ),
      ),
};

export const anyEvent: Check = {
  id: 'PGV013',
  name: 'any-event',
  severity: 'warning',
  title: 'Principal that any event matches',
  help: 'The principal matches jobs of every workflow, branch and event of the repository, pull requests with unreviewed changes among them. Match `event_name`, `environment`, `ref` or `job_workflow_ref` too.',
  looksAt: 'policy',
  find: (examined) =>
    githubRules(examined)
      .filter((rule) => narrows(rule, repositoryClaims) && !narrows(rule, eventClaims))
      .map((rule) =>
        found(
          examined,
          rule,
          'matches jobs of any event, branch and workflow',
          'Match the events that agents are run by, or an environment.',
          '      event_name: [pull_request, workflow_dispatch]',
        ),
      ),
};
