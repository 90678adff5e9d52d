/** The server itself, and its schemas. Read in full each time. */
import { firstNormalOid } from '../system.ts';
import { asText, list, number, optional, same, text, type Section } from './section.ts';

const builtinCount = (catalog: string): string =>
  `(SELECT pg_catalog.count(*) FROM pg_catalog.${catalog} b WHERE b.oid OPERATOR(pg_catalog.<) ${String(firstNormalOid)}::pg_catalog.oid)`;

export const server: Section = {
  tag: 'server',
  select: [
    `pg_catalog.current_setting('server_version_num')`,
    `pg_catalog.concat_ws('.', ${builtinCount('pg_proc')}, ${builtinCount('pg_type')}, ${builtinCount('pg_class')})`,
    `(SELECT t.nspname::pg_catalog.text FROM pg_catalog.pg_namespace t WHERE ${same('t.oid', 'pg_catalog.pg_my_temp_schema()')})`,
  ],
  from: '(SELECT 1 AS one) AS single',
  owner: undefined,
  order: 'one',
  keep: (draft, [version, builtins, tempSchema]) => {
    draft.server = { version: number(version), builtins: text(builtins), tempSchema: optional(tempSchema) };
  },
};

/** `n.nspacl` grants USAGE to PUBLIC. A null ACL is the default one, by which only the owner has it. */
const forEveryone =
  `EXISTS (SELECT FROM pg_catalog.aclexplode(n.nspacl) a WHERE ${same('a.grantee', '0::pg_catalog.oid')}` +
  ` AND ${same('a.privilege_type', `'USAGE'`)})`;

const roles =
  `(SELECT pg_catalog.json_agg(r.rolname ORDER BY r.oid) FROM pg_catalog.pg_roles r` +
  ` WHERE r.rolcanlogin AND pg_catalog.has_schema_privilege(r.oid, n.oid, 'USAGE'))`;

export const schemas: Section = {
  tag: 'schema',
  select: [
    asText('n.oid'),
    asText('n.nspname'),
    asText(forEveryone),
    `CASE WHEN NOT ${forEveryone} THEN ${roles}::pg_catalog.text END`,
  ],
  from: 'pg_catalog.pg_namespace n',
  where: ['NOT pg_catalog.pg_is_other_temp_schema(n.oid)'],
  owner: undefined,
  order: 'n.oid',
  keep: (draft, [oid, name, everyone, users]) => {
    draft.schemaNames.set(number(oid), text(name));
    draft.schemaUsers.set(text(name), everyone === 'true' ? 'everyone' : new Set(list(users)));
  },
};
