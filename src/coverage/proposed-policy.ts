/** A policy to start from: what the columns of a catalog look like, with classes and masks. Text, with comments. */
import { columnKey, type Catalog, type ColumnKey, type Relation } from '../catalog/types.ts';
import { isSystemSchema } from '../policy/patterns.ts';
import type { Classified } from '../policy/types.ts';
import type { Detection } from './detection/types.ts';
import { isBase, looksOf, sure } from './looks.ts';
import { columnName, relationName, yaml, type Located } from './names.ts';
import { proposedMaskFor } from './proposal.ts';
import { withValues } from './sampling/evidence.ts';
import type { ValueEvidence } from './sampling/types.ts';

export interface Proposed {
  readonly text: string;
  readonly relations: number;
  readonly columns: number;
  /** Columns that got a class. */
  readonly classified: number;
  /** Columns to have a look at. */
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
  relation.columns.flatMap((column, index) => {
    const values = sampled?.get(columnKey(relation.oid, column.attnum));
    const detection = withValues(looksOf(catalog, relation)[index], values, catalog, column);
    return detection === undefined ? [] : [{ located: { relation, column }, detection }];
  });

/** Evidence can quote names of the database: one line, no control character. */
const comment = (text: string): string => `# ${text.replaceAll(/[\p{C}\u2028\u2029]/gu, ' ')}`;

const columnLine = ({ located, detection }: Suggested): string => {
  const line = `${yaml(columnName(located.relation, located.column))}: ${detection.class}`;
  const why = detection.evidence.join('; ');
  return detection.score >= sure
    ? `    ${line} ${comment(why)}`
    : `    ${comment(`${line} (${detection.score.toFixed(2)}: ${why})`)}`;
};

const relationLines = (relation: Relation, found: readonly Suggested[]): readonly string[] => [
  `    ${comment(relationName(relation))}`,
  ...found.map(columnLine),
];

const classLine = (catalog: Catalog, name: string, columns: readonly Located[]): string =>
  `  ${yaml(name)}: { mask: ${proposedMaskFor(
    name,
    columns.map(({ column }) => column),
    catalog,
  )} }`;

const add = (classes: Map<string, Located[]>, name: string, located: Located): void => {
  const before = classes.get(name);
  if (before === undefined) classes.set(name, [located]);
  else before.push(located);
};

export const proposePolicy = ({ catalog, database, said, sampled, jsonSchema }: ProposalOptions): Proposed => {
  const relations = [...catalog.relations()].filter(({ kind, schema }) => 'rvmpf'.includes(kind) && !isSystemSchema(schema));
  const classes = new Map<string, Located[]>();
  const lines: string[] = [];
  let [classified, doubtful] = [0, 0];
  for (const relation of relations) {
    for (const column of relation.columns) {
      const known = said.get(columnKey(relation.oid, column.attnum));
      if (known === undefined || known.origin.source === 'derived') continue;
      add(classes, known.class, { relation, column });
      classified += 1;
    }
    if (!isBase(relation)) continue;
    const found = suggestedIn(catalog, relation, sampled).filter(
      ({ located: { column } }) => !said.has(columnKey(relation.oid, column.attnum)),
    );
    if (found.length > 0) lines.push(...relationLines(relation, found));
    for (const { located, detection } of found) {
      if (detection.score < sure) doubtful += 1;
      else {
        add(classes, detection.class, located);
        classified += 1;
      }
    }
  }
  const schemas = [...new Set(relations.map(({ schema }) => schema))].sort();
  const names = [...classes.keys()].sort();
  const hasColumns = lines.some((line) => !line.trimStart().startsWith('#'));
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
    ...(names.length === 0
      ? ['classes: {}']
      : ['classes:', ...names.map((name) => classLine(catalog, name, classes.get(name) ?? []))]),
    '',
    '# Columns that look personal, with what makes them look so. Lines with a # are doubtful: take the # away where they are',
    '# right. The class `none` says of a column that somebody has looked, and that it tells nothing of a person.',
    ...(lines.length === 0 ? [] : ['classification:', hasColumns ? '  columns:' : '  columns: {}', ...lines]),
    '',
  ].join('\n');
  const columns = relations.reduce((sum, relation) => sum + relation.columns.length, 0);
  return { text, relations: relations.length, columns, classified, doubtful };
};
