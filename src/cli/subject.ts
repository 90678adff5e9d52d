/** What a command looks at: schema files, or a database over one of the policy's credentials. */
import { readFileSync } from 'node:fs';
import { loadCatalog } from '../catalog/load.ts';
import { nameSpace } from '../catalog/resolve-path.ts';
import type { Catalog, NameSpace, Oid } from '../catalog/types.ts';
import { readSchema } from '../coverage/schema/read.ts';
import type { StaticSchema } from '../coverage/schema/types.ts';
import { PgveilError } from '../errors.ts';
import { askControl, openControl } from '../gateway/control.ts';
import { parseDatabaseUrl, type DatabaseUrl } from '../gateway/upstream-url.ts';
import { loadParser, type Parser } from '../lineage/parse.ts';
import type { Reading } from '../lineage/types.ts';
import type { Policy } from '../policy/policy.ts';
import { resolveReferences } from '../policy/references.ts';
import type { CommandContext } from './command.ts';
import { diskTree } from './file-tree.ts';
import { identitiesHere } from './identities.ts';
import { fromRoot, readSchemaFiles } from './schema-files.ts';

export interface Subject {
  readonly catalog: Catalog;
  readonly parser: Parser;
  readonly names: NameSpace;
  /** Of schema files, which have no stored trees. */
  readonly views?: (relation: Oid) => Reading | undefined;
  readonly files?: StaticSchema;
}

/** `database`: its name in the policy. Throws PGVEIL_INPUT for a path that is not there. */
export const subjectOfFiles = async (cwd: string, paths: readonly string[], database: string): Promise<Subject> => {
  const parser = await loadParser();
  const tree = diskTree(cwd);
  const sources = readSchemaFiles(
    tree,
    paths.map((path) => fromRoot(cwd, path)),
  );
  const files = readSchema(sources, parser, database);
  const { catalog, views } = files;
  return { catalog, parser, views, files, names: nameSpace(catalog, '"$user", public', 'postgres') };
};

/** Connects, reads the catalog and the search path of the role, and disconnects. */
export const subjectOfUrl = async (url: DatabaseUrl, database: string, clock: () => number): Promise<Subject> => {
  const client = await openControl(url);
  try {
    const ask = askControl(client);
    const catalog = await loadCatalog(ask, { clock, database: client.database ?? database });
    const path = (await ask('SHOW search_path'))[0]?.[0] ?? '';
    return { catalog, parser: await loadParser(), names: nameSpace(catalog, path, url.credential.user) };
  } finally {
    await client.end();
  }
};

export interface SubjectOptions {
  readonly policy: Policy;
  readonly database: string;
  /** Schema files or directories; none for the database itself. */
  readonly schema: readonly string[];
}

/** Throws PGVEIL_CONFIG for a secret that is not there, PGVEIL_UPSTREAM for a server that cannot be reached. */
export const openSubject = async (context: CommandContext, { policy, database, schema }: SubjectOptions): Promise<Subject> => {
  const { cwd, env, clock } = context;
  if (schema.length > 0) return subjectOfFiles(cwd, schema, database);
  const secrets = resolveReferences(policy, { env, readFile: (path) => readFileSync(path, 'utf8') });
  const [[name, text] = ['', '']] = secrets.urls.get(database) ?? [];
  const identity = policy.databases.get(database)?.credentials.get(name)?.identity;
  const url = await identitiesHere(context).logIn(parseDatabaseUrl(text), identity);
  const upstream = policy.databases.get(database)?.upstream;
  return subjectOfUrl(upstream === undefined ? url : { ...url, target: { ...url.target, database: upstream } }, database, clock);
};

/** The one that --database names, else the policy's only one. */
export const databaseOf = (policy: Policy, asked: string | undefined): string => {
  const known = [...policy.databases.keys()];
  const [first, second] = asked === undefined ? known : known.filter((name) => name === asked);
  if (first !== undefined && second === undefined) return first;
  throw new PgveilError(
    'PGVEIL_INPUT',
    asked === undefined ? 'the policy has several databases' : `the policy has no database ${JSON.stringify(asked)}`,
    { remedy: `Say which with --database: ${known.join(', ')}.` },
  );
};
