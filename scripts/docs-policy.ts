/** What docs/policy.md has from the schema and from the tables of the policy. */
import * as z from 'zod/mini';
import { checks } from '../src/coverage/checks/index.ts';
import { statementKinds } from '../src/lineage/statements.ts';
import { policyJsonSchema } from '../src/policy/json-schema.ts';
import { meanings } from '../src/policy/meanings.ts';
import * as parts from '../src/policy/schema-parts.ts';
import { findingKinds, mask } from '../src/policy/schema.ts';
import { kindRules } from '../src/policy/statement-kinds.ts';
import { systemPack, toastClass } from '../src/policy/system-pack.ts';
import type { Access } from '../src/policy/types.ts';
import { code, table } from './docs-markdown.ts';

type JsonSchema = z.core.JSONSchema.JSONSchema;

const incidental: readonly string[] = ['description', 'default', '$schema'];

/** A schema without what differs from place to place. */
const essence = (schema: JsonSchema): string =>
  JSON.stringify(Object.entries(schema).filter(([key]) => !incidental.includes(key)));

const essenceOf = (schema: z.core.$ZodType): string => essence(z.toJSONSchema(schema, { io: 'input' }));

/** The scalars by the names under which docs/policy.md describes them. */
const scalars: ReadonlyMap<string, string> = new Map([
  [essenceOf(parts.duration), 'duration'],
  [essenceOf(parts.size), 'size'],
  [essenceOf(parts.count), 'whole number from 1'],
  [essenceOf(parts.reference), 'reference'],
  [essenceOf(parts.lastDay), 'date'],
  [essenceOf(parts.name), 'name'],
  [essenceOf(parts.databaseName), 'database name'],
  [essenceOf(parts.text), 'text'],
  [essenceOf(parts.columnPattern), 'column pattern'],
  [essenceOf(parts.relationPattern), 'relation pattern'],
  [essenceOf(parts.functionPattern), 'function pattern'],
  [essenceOf(mask), 'mask'],
  [essenceOf(z.enum(findingKinds)), 'finding'],
]);

const typeOf = (schema: JsonSchema): string => {
  const scalar = scalars.get(essence(schema));
  if (scalar !== undefined) return scalar;
  if (schema.const !== undefined) return code(String(schema.const));
  if (schema.enum !== undefined) return schema.enum.map((value) => code(String(value))).join(', ');
  const { items, additionalProperties, properties } = schema;
  if (schema.type === 'array' && typeof items === 'object' && !Array.isArray(items)) return `list of: ${typeOf(items)}`;
  if (schema.type === 'integer') return `whole number from ${String(schema.minimum)} to ${String(schema.maximum)}`;
  if (schema.type === 'boolean') return '`true`, `false`';
  if (schema.format === 'uri') return 'URL';
  if (schema.type === 'string') return 'text';
  if (schema.anyOf !== undefined)
    return schema.anyOf.map((one) => (typeof one === 'object' ? typeOf(one) : 'anything')).join(', or ');
  if (properties !== undefined) return 'mapping';
  if (typeof additionalProperties === 'object') return `mapping of names to: ${typeOf(additionalProperties)}`;
  throw new Error(`no word for ${JSON.stringify(schema)}`);
};

const defaultOf = (schema: JsonSchema, required: boolean): string => {
  if (required) return 'required';
  const value = schema.default;
  if (value === undefined || schema.properties !== undefined) return '';
  return code(typeof value === 'string' ? value : JSON.stringify(value));
};

interface Key {
  readonly path: string;
  readonly row: readonly string[];
}

/** Findings have a table of their own. */
const isFinding = (path: string): boolean => path.startsWith('coverage.severity.');

export const keysBelow = (
  schema: Pick<JsonSchema, 'properties' | 'required' | 'items' | 'additionalProperties'>,
  path = '',
): readonly Key[] => {
  const { properties = {}, required = [], items, additionalProperties } = schema;
  const own = Object.entries(properties).flatMap(([key, inner]): readonly Key[] => {
    const at = path === '' ? key : `${path}.${key}`;
    if (typeof inner !== 'object' || isFinding(at)) return [];
    const row = [code(at), typeOf(inner), defaultOf(inner, required.includes(key)), meanings[at] ?? ''];
    return [{ path: at, row }, ...keysBelow(inner, at)];
  });
  return [
    ...own,
    ...(typeof items === 'object' && !Array.isArray(items) ? keysBelow(items, `${path}[]`) : []),
    ...(typeof additionalProperties === 'object' ? keysBelow(additionalProperties, `${path}.*`) : []),
  ];
};

const keyTables = (): readonly (readonly [string, string])[] => {
  const { properties = {}, required = [] }: JsonSchema = policyJsonSchema();
  return Object.keys(properties).map((section) => {
    const inner = properties[section];
    const rows = keysBelow({ properties: inner === undefined ? {} : { [section]: inner }, required }).map(({ row }) => row);
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
