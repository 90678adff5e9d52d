/** A policy to start from: what the columns of a catalog look like, with classes and masks. Text, with comments. */
import { columnKey, type Catalog, type ColumnKey, type Relation } from '../catalog/types.ts';
import { isSystemSchema } from '../policy/patterns.ts';
import type { Classified } from '../policy/types.ts';
import type { Detection } from './detection/types.ts';
import { looksOf, ownColumns, sure } from './looks.ts';
import { columnName, relationName, yaml, type Located } from './names.ts';
import { proposeClasses, type Assigned } from './proposed-classes.ts';
import { withValues } from './sampling/evidence.ts';
import type { ValueEvidence } from './sampling/types.ts';

export interface Proposed {
  readonly text: string;
  readonly relations: number;
  readonly columns: number;
  /** Columns that got a class. */
  readonly classified: number;
  /** Of these, columns to have a look at. */
  readonly doubtful: number;
}

export interface ProposalOptions {
  readonly catalog: Catalog;
  /** What clients call the database. */
  readonly database: string;
  /** Classes that comments, security labels and the like give already. */
  readonly said: ReadonlyMap<string, Classified>;
  /** What values look like, where some were looked at. */
  readonly sampled?: ReadonlyMap<ColumnKey, ValueEvidence> | undefined;
  /** Where the JSON Schema of policies lies, for editors. */
  readonly jsonSchema: string;
}

interface Suggested {
  readonly located: Located;
  readonly detection: Detection;
}

const suggestedIn = (catalog: Catalog, relation: Relation, sampled: ProposalOptions['sampled']): readonly Suggested[] =>
  ownColumns(catalog, relation).flatMap((column) => {
    const values = sampled?.get(columnKey(relation.oid, column.attnum));
    const look = looksOf(catalog, relation)[relation.columns.indexOf(column)];
    const detection = withValues(look, values, catalog, column);
    return detection === undefined ? [] : [{ located: { relation, column }, detection }];
  });

/** Evidence can quote names of the database: one line, no control character. */
const comment = (text: string): string => `# ${text.replaceAll(/[\p{C}\u2028\u2029]/gu, ' ')}`;

const columnLine = ({ located, detection }: Suggested, className: string): string => {
  const why = detection.evidence.join('; ');
  const told = detection.score >= sure ? why : `doubtful (${detection.score.toFixed(2)}): ${why}`;
  return `    ${yaml(columnName(located.relation, located.column))}: ${className} ${comment(told)}`;
};

interface Found {
  readonly relation: Relation;
  readonly columns: readonly { readonly suggested: Suggested; readonly assigned: Assigned }[];
}

export const proposePolicy = ({ catalog, database, said, sampled, jsonSchema }: ProposalOptions): Proposed => {
  const relations = [...catalog.relations()].filter(({ kind, schema }) => 'rvmpf'.includes(kind) && !isSystemSchema(schema));
  const saidHere = relations.flatMap((relation) =>
    relation.columns.flatMap((column): readonly Assigned[] => {
      const known = said.get(columnKey(relation.oid, column.attnum));
      return known === undefined || known.origin.source === 'derived' ? [] : [{ column, class: known.class, isSaid: true }];
    }),
  );
  const found = relations.map((relation): Found => ({
    relation,
    columns: suggestedIn(catalog, relation, sampled)
      .filter(({ located: { column } }) => !said.has(columnKey(relation.oid, column.attnum)))
      .map((suggested) => ({
        suggested,
        assigned: { column: suggested.located.column, class: suggested.detection.class, isSaid: false },
      })),
  }));
  const looked = found.flatMap(({ columns }) => columns);
  const assigned = [...saidHere, ...looked.map((one) => one.assigned)];
  const { masks, classOf } = proposeClasses(assigned, catalog);
  const lines = found
    .filter(({ columns }) => columns.length > 0)
    .flatMap(({ relation, columns }) => [
      `    ${comment(relationName(relation))}`,
      ...columns.map((one) => columnLine(one.suggested, classOf(one.assigned))),
    ]);
  const schemas = [...new Set(relations.map(({ schema }) => schema))].sort();
  const text = [
    `# yaml-language-server: $schema=${jsonSchema}`,
    '# Made by `pgveil init`. Read it through: every line is a proposal. `pgveil check` says what is missing.',
    'version: 1',
    '',
    'databases:',
    `  ${yaml(database)}:`,
    '    credentials:',
    '      reader: { url: "${env:PGVEIL_DATABASE_URL}" }',
    '',
    'identity:',
    '  issuers:',
    '    github: { issuer: "https://token.actions.githubusercontent.com", required-claims: [repository_id] }',
    '',
    'principals:',
    '  ci-agent:',
    '    match:',
    '      issuer: github',
    '      repository_id: "0" # Put yours here: gh api repos/OWNER/REPO --jq .id',
    '      event_name: [workflow_dispatch, pull_request]',
    '',
    'grants:',
    '  - to: [ci-agent]',
    '    access: read',
    '    relations:',
    `      allow: [${schemas.map((schema) => JSON.stringify(`${relationName({ schema, name: 'x' }).slice(0, -1)}*`)).join(', ')}]`,
    '',
    '# What columns hold, and how agents see it. `redact` shows nothing; docs/masks.md has the other masks.',
    ...(masks.size === 0
      ? ['classes: {}']
      : ['classes:', ...[...masks].map(([name, mask]) => `  ${yaml(name)}: { mask: ${mask} }`)]),
    '',
    '# Columns that look personal, with what makes them look so. They are masked until you say otherwise: give one that is not,',
    '# as some of the doubtful ones will be, the class `none`. It says that somebody has looked, and that it tells nothing of a person.',
    ...(lines.length === 0 ? [] : ['classification:', '  columns:', ...lines]),
    '',
    '# All other columns are shown as they are. Text of them is sampled on its way, and what looks personal is reported; with',
    '# `mask` it is scrubbed besides.',
    'detect: report',
    '',
  ].join('\n');
  const columns = relations.reduce((sum, relation) => sum + relation.columns.length, 0);
  const doubtful = looked.filter(({ suggested: { detection } }) => detection.score < sure).length;
  return { text, relations: relations.length, columns, classified: assigned.length, doubtful };
};
