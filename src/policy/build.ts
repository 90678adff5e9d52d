/** From a document that the schema accepts to the policy's own values; nothing here can fail. */
import { transforms } from '../masking/transforms/index.ts';
import type { MaskSpec } from '../masking/types.ts';
import { problemAt, type Source } from './issues.ts';
import { columnPattern, functionPattern, relationPattern } from './patterns.ts';
import type { Grant, Policy, PrincipalRule } from './policy.ts';
import type { MaskDocument, PolicyDocument } from './schema.ts';

/** A mask as the file writes it, with its options' defaults. The schema has checked both. */
export const maskSpec = (mask: MaskDocument): MaskSpec => {
  const [transform = 'redact', options = {}] = typeof mask === 'string' ? [mask] : (Object.entries(mask)[0] ?? []);
  return { transform, options: transforms.get(transform)?.options.parse(options) ?? {} };
};

const listOf = (value: string | readonly string[]): readonly string[] => (typeof value === 'string' ? [value] : value);

const mapOf = <T, U>(record: Readonly<Record<string, T>>, make: (value: T, key: string) => U): ReadonlyMap<string, U> =>
  new Map(Object.entries(record).map(([key, value]) => [key, make(value, key)]));

export const buildPolicy = (document: PolicyDocument, source: Source): Policy => {
  const position: Policy['position'] = (path) => {
    const { line, column } = problemAt(source, path, '', undefined, 'key');
    return { line, column };
  };

  const principal = ([name, rule]: [string, PolicyDocument['principals'][string]]): PrincipalRule => {
    const { issuer, ...claims } = rule.match ?? { issuer: undefined };
    return {
      name,
      groups: rule.groups,
      local: rule.local,
      issuer,
      claims: Object.fromEntries(Object.entries(claims).map(([claim, value]) => [claim, listOf(value)])),
      position: position(['principals', name]),
    };
  };

  const grant = (rule: PolicyDocument['grants'][number], index: number): Grant => ({
    name: `grants[${String(index)}]`,
    to: rule.to,
    databases: rule.databases,
    access: rule.access,
    credential: rule.credential,
    allow: rule.relations.allow.map(relationPattern),
    deny: rule.relations.deny.map(relationPattern),
    inference: rule.inference,
    masks: mapOf(rule.masks, maskSpec),
    reveals: rule.reveal.map((reveal, at) => ({
      class: reveal.class,
      column: reveal.column === undefined ? undefined : columnPattern(reveal.column),
      reason: reveal.reason,
      until: reveal.until,
      position: position(['grants', index, 'reveal', at]),
    })),
    functions: rule.functions.map(functionPattern),
    position: position(['grants', index]),
  });

  return {
    file: source.file,
    document,
    databases: mapOf(document.databases, (database, name) => ({
      name,
      upstream: database.database,
      credentials: mapOf(database.credentials, ({ url, identity }) => ({ url, identity })),
      allowSuperuser: database['allow-superuser'],
      position: position(['databases', name]),
    })),
    classes: mapOf(document.classes, (definition, name) => ({
      name,
      mask: definition.mask === undefined ? undefined : maskSpec(definition.mask),
      lookup: definition.lookup,
      position: position(['classes', name]),
    })),
    classification: Object.entries(document.classification.columns).map(([pattern, className]) => ({
      pattern: columnPattern(pattern),
      class: className,
      position: position(['classification', 'columns', pattern]),
    })),
    comments: document.classification.comments,
    commentSyntax: document.classification['comment-syntax'],
    foreignKeys: document.classification['foreign-keys'],
    labels: document.classification['security-labels']
      ? Object.entries(document.classification.labels).map(([pattern, className]) => ({ pattern, class: className }))
      : undefined,
    declarations: document.classification.dbt.length + document.classification.prisma.length === 0 ? [] : undefined,
    principals: Object.entries(document.principals).map(principal),
    grants: document.grants.map(grant),
    position,
  };
};
