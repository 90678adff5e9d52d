import { resolve } from 'node:path';
import { printable } from '../audit/printable.ts';
import type { Catalog } from '../catalog/types.ts';
import { columnFacts, type ColumnFactsFound } from '../coverage/column-facts.ts';
import { columnName, type Located } from '../coverage/names.ts';
import { PgveilError } from '../errors.ts';
import { readStatements } from '../lineage/read.ts';
import { bindPolicy } from '../policy/bind.ts';
import { columnPattern, isSystemSchema } from '../policy/patterns.ts';
import { suggestion } from '../policy/problems.ts';
import type { Said } from '../policy/said.ts';
import { defineCommand, type ExitCode } from './command.ts';
import { policyOption, readPolicyFile } from './policy-file.ts';
import { databaseOf, openSubject } from './subject.ts';

const names = { path: ['pg_catalog'], tempSchema: undefined };

/** Throws PGVEIL_INPUT for a name that no column has. */
const locateColumn = (catalog: Catalog, text: string): Located => {
  const parts = (text.match(/"(?:[^"]|"")+"|[^".]+/g) ?? []).length;
  const { schema, name, column } = columnPattern(parts === 2 ? `public.${text}` : text);
  const own = [...catalog.relations()].filter((relation) => 'rvmpf'.includes(relation.kind));
  for (const relation of own) {
    if (!schema.matches(relation.schema) || !name.matches(relation.name)) continue;
    const found = relation.columns.find((one) => column.matches(one.name));
    if (found !== undefined) return { relation, column: found };
  }
  const known = own
    .filter((relation) => !isSystemSchema(relation.schema))
    .flatMap((relation) => relation.columns.map((one) => columnName(relation, one)));
  const near = suggestion(text, known);
  throw new PgveilError('PGVEIL_INPUT', `there is no column ${JSON.stringify(text)}`, {
    remedy: `Write schema.table.column.${near === undefined ? '' : ` ${near.charAt(0).toUpperCase()}${near.slice(1)}`}`,
  });
};

const originText = ({ origin: { source, file, line, column, text } }: Said): string =>
  file === undefined ? `${source} ${text}` : `${source} ${file}:${String(line ?? 1)}:${String(column ?? 1)} ${text}`;

const list = (title: string, items: readonly string[]): readonly string[] =>
  items.length === 0 ? [] : [`${title}:`, ...items.map((item) => `  ${item}`)];

const shown = (facts: ColumnFactsFound): string => {
  const { column, type, said, conflicts, exempt, detection, sights, views, opaqueViews } = facts;
  const looks =
    detection === undefined
      ? 'nothing personal'
      : `${detection.class} (${detection.score.toFixed(2)}: ${detection.evidence.join('; ')})`;
  return [
    `${column} (${type})`,
    said === undefined ? `class: none${exempt ? ', by the policy' : ''}` : `class: ${said.class}, by ${originText(said)}`,
    ...conflicts.map((other) => `  but ${other.class}, by ${originText(other)}`),
    `looks like: ${looks}`,
    ...list(
      'principals',
      sights.map(
        ({ principal, grant, shown: sight, because }) =>
          `${principal} (${grant}): ${sight}${because === undefined ? '' : `, ${because}`}`,
      ),
    ),
    ...list(
      'views that carry it',
      views.map((view) => `${view.column}, ${view.way}`),
    ),
    ...list('views that cannot be followed, and may carry it', opaqueViews),
  ]
    .map((line) => `${printable(line)}\n`)
    .join('');
};

export const command = defineCommand({
  operands: { column: { value: 'COLUMN', help: 'schema.table.column, as in a policy' } },
  options: {
    policy: policyOption,
    schema: {
      type: 'string',
      value: 'PATH',
      help: 'A file of SQL, or a directory of migrations, in place of the database',
      multiple: true,
    },
    database: { type: 'string', value: 'NAME', help: "Which of the policy's databases" },
    json: { type: 'boolean', help: 'Print JSON' },
  },
  notes: ['Exit code: 0 the column is there, 2 it is not.'],
  run: async (context, { options, operands }): Promise<ExitCode> => {
    const policy = readPolicyFile(resolve(context.cwd, options.policy), options.policy);
    const database = databaseOf(policy, options.database);
    const { catalog, parser, views } = await openSubject(context, { policy, database, schema: options.schema });
    const read = { parser, ...(views === undefined ? {} : { views }) };
    const facts = columnFacts(
      {
        catalog,
        bound: bindPolicy(policy, catalog, database),
        read: (sql) => readStatements(sql, catalog, names, read),
        now: context.clock(),
      },
      locateColumn(catalog, operands.column),
    );
    context.stdout.write(options.json ? `${JSON.stringify(facts, undefined, 2)}\n` : shown(facts));
    return 0;
  },
});
