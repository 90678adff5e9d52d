/** Rights of the logged-in role that no proxy can hold in: they reach past what a policy grants. */
import { PgveilError } from '../errors.ts';

type Query = (sql: string) => Promise<readonly (readonly (string | null)[])[]>;

export interface Right {
  /** An attribute of the role, or a predefined role that it is a member of. */
  readonly name: string;
  /** What it opens, as the end of a sentence. */
  readonly why: string;
  /** pgveil does not start with it, unless the policy says `allow-superuser: true`. */
  readonly refused: boolean;
}

const right = (name: string, why: string, refused = false): Right => ({ name, why, refused });

/** From the worst on. */
const rights: readonly Right[] = [
  right('superuser', 'a superuser can read files, run programs and change any catalog on the server', true),
  right('replication', 'a replication role can stream every table past all masks', true),
  right('superuser-member', 'a member of a superuser can become that superuser'),
  right(
    'createrole',
    'a role that makes roles can give itself rights of others, before PostgreSQL 16 those to files and programs too',
  ),
  right('bypassrls', 'row security does not hold for a role with BYPASSRLS'),
  right('pg_execute_server_program', 'a member of pg_execute_server_program can run programs on the server'),
  right('pg_read_server_files', "a member of pg_read_server_files can read the server's files, which hold every table"),
  right('pg_write_server_files', "a member of pg_write_server_files can write the server's files"),
];

const rightsSql = `SELECT DISTINCT h.held
  FROM pg_catalog.pg_roles r
  JOIN pg_catalog.pg_roles m ON m.oid = r.oid OR (NOT r.rolsuper AND pg_catalog.pg_has_role(r.oid, m.oid, 'MEMBER'))
  CROSS JOIN LATERAL (VALUES
    ('superuser', r.rolsuper), ('replication', r.rolreplication), ('superuser-member', m.rolsuper),
    ('createrole', m.rolcreaterole), ('bypassrls', m.rolbypassrls), (m.rolname::pg_catalog.text, m.rolname ~ '^pg_')) h (held, holds)
  WHERE r.rolname = session_user AND h.holds`;

/** From the worst on; a superuser has all others, so that these are not told. `query` gives rows of text cells. */
export const readRights = async (query: Query): Promise<readonly Right[]> => {
  const held = new Set((await query(rightsSql)).map(([name]) => name));
  return held.has('superuser') ? rights.slice(0, 1) : rights.filter(({ name }) => held.has(name));
};

/**
 * Refuses a superuser or replication credential unless the policy says `allow-superuser: true`; `name` is the
 * credential's name in the policy. Rejects with PGVEIL_UPSTREAM.
 */
export const checkRights = async (
  query: Query,
  options: { readonly name: string; readonly allowSuperuser: boolean },
): Promise<void> => {
  const refused = (await readRights(query)).find((one) => one.refused);
  if (refused === undefined || options.allowSuperuser) return;
  throw new PgveilError('PGVEIL_UPSTREAM', `the credential ${JSON.stringify(options.name)} is refused: ${refused.why}`, {
    remedy: 'Use a role with only the rights that the grant needs, or say `allow-superuser: true` in the policy.',
  });
};
