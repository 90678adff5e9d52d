/** PGV014: credentials that reach past what a proxy can hold in, and databases for which the policy lets them through. */
import type { DatabasePolicy, Policy } from '../../policy/policy.ts';
import { listed } from '../names.ts';
import type { Check, ExaminedDatabase, Found, HeldRights } from '../types.ts';

const isRefused = ({ rights }: HeldRights): boolean => rights.some(({ refused }) => refused);

/** What the server says of the credentials; nothing where none was asked. */
const heldText = (credentials: ExaminedDatabase['credentials']): string => {
  if (credentials === undefined) return '.';
  const held = credentials.filter(isRefused).map(({ credential }) => credential);
  return held.length === 0 ? ', and none of its credentials is one.' : `, and ${listed(held)} is one.`;
};

const allowed = (policy: Policy, { name }: DatabasePolicy, credentials: ExaminedDatabase['credentials']): Found => ({
  subject: `database ${name}`,
  message: `Database ${name} may be used with a superuser or replication credential${heldText(credentials)}`,
  position: policy.position(['databases', name, 'allow-superuser']),
  column: undefined,
  remedy: 'Remove the line, and use a role with only the rights that the grants need.',
  yaml: '    allow-superuser: false',
});

const held = (policy: Policy, { name, allowSuperuser }: DatabasePolicy, { credential, rights }: HeldRights): readonly Found[] => {
  const more = rights.filter(({ refused }) => !(refused && allowSuperuser));
  if (more.length === 0) return [];
  const starts = more.some(({ refused }) => refused) ? ' pgveil does not start with it.' : '';
  return [
    {
      subject: `database ${name} credential ${credential}`,
      message: `Credential ${credential} of database ${name} reaches past what pgveil can hold in: ${more.map(({ why }) => why).join('; ')}.${starts}`,
      position: policy.position(['databases', name, 'credentials', credential]),
      column: undefined,
      remedy:
        "Log in as a role of its own: CREATE ROLE agent_reader LOGIN PASSWORD '…'; GRANT USAGE ON SCHEMA and GRANT SELECT ON TABLE for what the grants name.",
      yaml: undefined,
    },
  ];
};

export const superuser: Check = {
  id: 'PGV014',
  name: 'superuser',
  severity: 'warning',
  title: 'Credential with more rights than a proxy can hold in',
  help: 'A superuser can read files, run programs and stream every table; a role that can become one, that row security does not hold for, or that may read the files of the server, is not far from it. What a proxy refuses is then the only thing between an agent and the server. A live check asks the server what each credential of the policy is; from files, only `allow-superuser: true` shows. Use a role that has just the rights that the grants need.',
  looksAt: 'policy',
  find: ({ policy, databases }) =>
    [...policy.databases.values()].flatMap((database) => {
      const credentials = databases.find(({ name }) => name === database.name)?.credentials;
      return [
        ...(database.allowSuperuser ? [allowed(policy, database, credentials)] : []),
        ...(credentials ?? []).flatMap((one) => held(policy, database, one)),
      ];
    }),
};
