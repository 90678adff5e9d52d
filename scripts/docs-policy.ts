/** What docs/policy.md has from the schema and from the tables of the policy. */
import type * as z from 'zod/mini';
import { checks } from '../src/coverage/checks/index.ts';
import { statementKinds } from '../src/lineage/statements.ts';
import { policyJsonSchema } from '../src/policy/json-schema.ts';
import { kindRules } from '../src/policy/statement-kinds.ts';
import { systemPack, toastClass } from '../src/policy/system-pack.ts';
import type { Access } from '../src/policy/types.ts';
import { code, table } from './docs-markdown.ts';
import { keysBelow } from './docs-policy-keys.ts';

type JsonSchema = z.core.JSONSchema.JSONSchema;

const keyTables = (): readonly (readonly [string, string])[] => {
  const { properties = {}, required = [] }: JsonSchema = policyJsonSchema();
  return Object.keys(properties).map((section) => {
    const inner = properties[section];
    const keys = keysBelow({ properties: inner === undefined ? {} : { [section]: inner }, required });
    const rows = keys.map(({ path, value, preset, meaning }) => [code(path), value, preset, meaning]);
    return [`keys-${section}`, table(['key', 'value', 'default', 'meaning'], rows)];
  });
};

/** Kinds that are not called as their statements are written. */
const kindNames: Readonly<Record<string, string>> = {
  transaction: 'BEGIN, COMMIT, ROLLBACK, SAVEPOINT',
  copy: 'COPY TO STDOUT',
  rename: 'ALTER … RENAME',
  'alter-schema': 'ALTER … SET SCHEMA',
  'alter-owner': 'ALTER … OWNER TO',
  'alter-depends': 'ALTER … DEPENDS ON',
  'create-enum': 'CREATE TYPE AS ENUM',
  'keep-extension': 'CREATE EXTENSION IF NOT EXISTS of one that is there',
  'create-range': 'CREATE TYPE AS RANGE',
  'alter-enum': 'ALTER TYPE ADD VALUE',
  'grant-role': 'GRANT of a role',
  'alter-role-set': 'ALTER ROLE SET',
  'alter-database-set': 'ALTER DATABASE SET',
  define: 'CREATE AGGREGATE, CREATE OPERATOR, CREATE COLLATION, CREATE TEXT SEARCH …, CREATE TYPE of a base type',
};

const kindName = (kind: string): string => kindNames[kind] ?? kind.replaceAll('-', ' ').toUpperCase();

const accessTable = (): string => {
  const opened = (access: Access): string =>
    [...kindRules].flatMap(([kind, rule]) => (rule.access === access ? [kindName(kind)] : [])).join(', ');
  const closed = [...new Set(statementKinds().values())].filter((kind) => !kindRules.has(kind)).map(kindName);
  return table(
    ['access', 'statements that it opens'],
    [
      ['`read`', opened('read')],
      [
        '`write`',
        `those of read, and ${opened('write')}; COPY FROM STDIN; queries that write in WITH or call functions that write`,
      ],
      ['`ddl`', `those of write, and ${opened('ddl')}`],
      ['none', closed.join(', ')],
    ],
  );
};

const findingTable = (): string =>
  table(
    ['id', 'finding', 'severity', 'looks at', 'what it is'],
    checks.map(({ id, name, severity, looksAt, title, help }) => [id, code(name), severity, looksAt, `**${title}.** ${help}`]),
  );

const systemTable = (): string =>
  table(
    ['class', 'what it is', 'columns'],
    [
      ...systemPack.map((entry) => [code(entry.class), entry.why, entry.columns.map(code).join(', ')]),
      [code(toastClass), 'the stored pieces of long values of any column', code('pg_toast.*.chunk_data')],
    ],
  );

/** By the name of the place in docs/policy.md. */
export const policyTables = (): ReadonlyMap<string, string> =>
  new Map([...keyTables(), ['access', accessTable()], ['findings', findingTable()], ['system-classes', systemTable()]]);
