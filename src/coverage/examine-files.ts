/** Reads schema files for the checks, in place of a database. Pure, but for the parser. */
import type { Parser } from '../lineage/parse.ts';
import { readStatements } from '../lineage/read.ts';
import { bindPolicy } from '../policy/bind.ts';
import { isSystemSchema } from '../policy/patterns.ts';
import type { Policy } from '../policy/policy.ts';
import type { Observed } from './observe.ts';
import { checks } from './checks/index.ts';
import { readSchema, type ReadSchemaOptions } from './schema/read.ts';
import type { SchemaFile, StaticSchema } from './schema/types.ts';
import { readComments, type KindOf } from './comment-suppressions.ts';
import type { Base, Examined } from './types.ts';

export interface ExamineFilesOptions extends ReadSchemaOptions {
  readonly policy: Policy;
  /** The database of the policy that the files describe. */
  readonly database: string;
  /** In the order in which they are run. */
  readonly files: readonly SchemaFile[];
  readonly parser: Parser;
  readonly observed: Observed | undefined;
  readonly base?: Base;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Both the id and the name of a check will do. */
const kindOf: KindOf = (word) => checks.find(({ id, name }) => id === word.toUpperCase() || name === word.toLowerCase())?.name;

const names = { path: ['pg_catalog'], tempSchema: undefined };

/** More likely the wrong files than a database without a table. */
const madeNothing = ({ catalog }: StaticSchema): boolean =>
  ![...catalog.relations()].some(({ kind, schema }) => 'rvmfp'.includes(kind) && !isSystemSchema(schema));

/** A text that does not parse is one of `unread`: what it would have made was not checked. */
export const examineFiles = (options: ExamineFilesOptions): Examined => {
  const { policy, database, files, parser, observed, base, now } = options;
  const schema = readSchema(files, parser, database, options);
  const { catalog, views } = schema;
  return {
    policy,
    databases: [
      {
        name: database,
        catalog,
        bound: bindPolicy(policy, catalog, database),
        read: (sql) => readStatements(sql, catalog, names, { parser, views }),
        files: schema,
        comments: readComments(schema, kindOf),
      },
    ],
    unread: [
      ...schema.unparsed.map(({ place, reason }) => ({
        what: `${place.file}:${String(place.line)}:${String(place.column)}`,
        reason: `it does not parse (${reason})`,
      })),
      ...(madeNothing(schema) ? [{ what: 'the schema files', reason: 'they make no table and no view' }] : []),
    ],
    observed,
    ...(base === undefined ? {} : { base }),
    now,
  };
};
