/** PGV014: databases for which a superuser's credential is let through. */
import type { Check } from '../types.ts';

export const superuser: Check = {
  id: 'PGV014',
  name: 'superuser',
  severity: 'warning',
  title: 'Superuser allowed upstream',
  help: 'With `allow-superuser: true` pgveil connects with a credential that can read files, run programs and stream every table. What a proxy refuses is then the only thing between an agent and the server. Use a role that has just the rights that the grant needs.',
  looksAt: 'policy',
  find: ({ policy }) =>
    [...policy.databases.values()]
      .filter(({ allowSuperuser }) => allowSuperuser)
      .map(({ name }) => ({
        subject: `database ${name}`,
        message: `Database ${name} may be used with a superuser or replication credential.`,
        position: policy.position(['databases', name, 'allow-superuser']),
        column: undefined,
        remedy: 'Remove the line, and use a role with only the rights that the grants need.',
        yaml: '    allow-superuser: false',
      })),
};
