import { PgveilError } from '../errors.ts';

/** Rights of the logged-in role that no proxy can hold in: they reach past every grant of the policy. */
const rightsSql = `SELECT CASE WHEN r.rolsuper THEN 'superuser' ELSE 'replication' END
  FROM pg_catalog.pg_roles r WHERE r.rolname = session_user AND (r.rolsuper OR r.rolreplication)`;

const why = {
  superuser: 'a superuser can read files, run programs and change any catalog on the server',
  replication: 'a replication role can stream every table past all masks',
} as const;

/**
 * Refuses a superuser or replication credential unless the policy says `allow-superuser: true`. `query` gives rows
 * of text cells; `name` is the credential's name in the policy. Rejects with PGVEIL_UPSTREAM.
 */
export const checkRights = async (
  query: (sql: string) => Promise<readonly (readonly (string | null)[])[]>,
  options: { readonly name: string; readonly allowSuperuser: boolean },
): Promise<void> => {
  const [row] = await query(rightsSql);
  if (row === undefined || options.allowSuperuser) return;
  const right = row[0] === 'superuser' ? 'superuser' : 'replication';
  throw new PgveilError('PGVEIL_UPSTREAM', `the credential ${JSON.stringify(options.name)} is refused: ${why[right]}`, {
    remedy: 'Use a role with only the rights that the grant needs, or say `allow-superuser: true` in the policy.',
  });
};
