/** The policy file: one strict schema, of which the JSON Schema for editors is made too. */
import * as z from 'zod/mini';
import { tokenAlgorithms } from '../auth/oidc.ts';
import { transforms } from '../masking/transforms/index.ts';
import {
  columnPattern,
  count,
  databaseName,
  duration,
  functionPattern,
  lastDay,
  name,
  reference,
  relationPattern,
  size,
  text,
} from './schema-parts.ts';
import { cloudIdentity } from './schema-cloud.ts';
import { sink } from './schema-sinks.ts';

/** Keys that match a claim by parsing free text: refused, with the claims to use in their place. */
export const unsafeClaims: readonly string[] = ['sub'];

/** Transforms that need no options, so that the name alone will do. */
const transformNames = [...transforms.values()]
  .filter(({ options }) => options.safeParse({}).success)
  .map((transform) => transform.name);

/** `email`, or `{ partial: { first: 1 } }`: one transform of the table, with its options. */
export const mask = z.union([
  z.enum(transformNames),
  ...[...transforms.values()].map((transform) => z.strictObject({ [transform.name]: transform.options })),
]);

const database = z.strictObject({
  database: z.optional(databaseName),
  credentials: z.record(name, z.strictObject({ url: reference, identity: z.optional(cloudIdentity) })),
  'allow-superuser': z._default(z.boolean(), false),
});

const issuer = z.strictObject({
  issuer: z.url('is not a URL'),
  audience: z.optional(text),
  algorithms: z._default(z.array(z.enum(tokenAlgorithms)), ['RS256']),
  'required-claims': z._default(z.array(text), []),
});

const identity = z.strictObject({
  audience: z._default(text, 'pgveil'),
  'token-users': z._default(z.array(text), ['oidc']),
  issuers: z._default(z.record(name, issuer), {}),
  local: z.optional(z.strictObject({ verifiers: text })),
  session: z.prefault(z.strictObject({ 'max-age': z.prefault(duration, '6h') }), {}),
});

const classDefinition = z.strictObject({ mask: z.optional(mask), lookup: z._default(z.boolean(), false) });

const commentSyntax = z
  .string()
  .check(
    z.regex(/^[^{}]*\{class\}[^{}]*$/, 'must hold {class} once, as in "@class {class}"'),
    z.minLength(8, 'needs a text beside {class}'),
  );

const classification = z.strictObject({
  comments: z._default(z.boolean(), true),
  'comment-syntax': z._default(commentSyntax, '@class {class}'),
  'foreign-keys': z._default(z.boolean(), true),
  'security-labels': z._default(z.boolean(), true),
  labels: z._default(z.record(text, name), {}),
  dbt: z._default(z.array(text), []),
  tags: z._default(z.record(text, name), {}),
  prisma: z._default(z.array(text), []),
  columns: z._default(z.record(columnPattern, name), {}),
});

const claimValue = z.string('must be a text in quotes').check(z.minLength(1, 'must not be empty'));
const match = z.catchall(z.object({ issuer: name }), z.union([claimValue, z.array(claimValue).check(z.minLength(1))]));

const principal = z.strictObject({
  match: z.optional(match),
  local: z.optional(text),
  groups: z._default(z.array(name), []),
});

const reveal = z.strictObject({
  class: z.optional(name),
  column: z.optional(columnPattern),
  reason: text,
  until: lastDay,
});

const grant = z.strictObject({
  to: z.array(text).check(z.minLength(1, 'must name a principal or group:NAME')),
  databases: z.optional(z.array(databaseName).check(z.minLength(1, 'must name a database'))),
  access: z._default(z.enum(['read', 'write', 'ddl']), 'read'),
  credential: z.optional(name),
  relations: z.prefault(
    z.strictObject({
      allow: z._default(z.array(relationPattern), ['*.*']),
      deny: z._default(z.array(relationPattern), []),
    }),
    {},
  ),
  inference: z._default(z.enum(['strict', 'standard', 'open']), 'standard'),
  masks: z._default(z.record(name, mask), {}),
  reveal: z._default(z.array(reveal), []),
  functions: z._default(z.array(functionPattern), []),
});

const limits = z.strictObject({
  connections: z.optional(count),
  statements: z.optional(count),
  'statement-time': z.optional(duration),
  rows: z.optional(count),
  bytes: z.optional(size),
  lookups: z._default(count, 1_000),
});

const masking = z.strictObject({
  key: z.optional(reference),
  scope: z._default(z.enum(['run', 'repository', 'key']), 'run'),
  label: z._default(text, 'v1'),
});

const audit = z.strictObject({
  file: z.optional(text),
  'record-rows': z._default(z.int('is not a whole number').check(z.minimum(0), z.maximum(100)), 0),
  'checkpoint-every': z._default(count, 100),
  'signing-key': z.optional(reference),
  sinks: z._default(z.record(name, sink), {}),
});

/** What the coverage gate can find, by name: src/coverage/checks has a check for each. */
export const findingKinds = [
  'unmasked',
  'unknown-class',
  'unmatched-rule',
  'unmatched-wildcard',
  'expired-reveal',
  'reveal-ends-soon',
  'reveal-reason',
  'mask-type',
  'opaque-view',
  'foreign-key-class',
  'foreign-key-mask',
  'any-repository',
  'any-event',
  'superuser',
  'personal-column',
  'maybe-personal',
  'class-conflict',
  'unread-schema',
  'policy-loosened',
  'mask-strength',
  'mask-unique',
  'expired-suppression',
  'unused-suppression',
  'malformed-suppression',
  'unsampled-relation',
  'mask-beside',
  'seen-raw',
  'lineage-fault',
  'refused-statement',
  'personal-values',
  'uncovered-relation',
] as const;
export type FindingKind = (typeof findingKinds)[number];

/** From the worst on. */
export const severities = ['error', 'warning', 'note'] as const;
export type Severity = (typeof severities)[number];

/** Also of an SQL comment. */
export const suppression = z.strictObject({
  finding: z.enum(findingKinds),
  column: z.optional(columnPattern),
  reason: text,
  until: lastDay,
});
export type Suppression = z.output<typeof suppression>;

const severity = z.optional(z.enum(severities));
const severityByKind = Object.fromEntries(findingKinds.map((kind) => [kind, severity])) as Record<FindingKind, typeof severity>;

const coverage = z.strictObject({
  severity: z.prefault(z.strictObject(severityByKind), {}),
  'ends-soon': z.prefault(duration, '14d'),
  suppress: z._default(z.array(suppression), []),
});

const detect = z.enum(['off', 'report', 'mask']);
export type Detect = z.output<typeof detect>;

export const policySchema = z.strictObject({
  version: z.literal(1, 'must be 1'),
  databases: z.record(databaseName, database),
  identity: z.prefault(identity, {}),
  classes: z._default(z.record(name, classDefinition), {}),
  classification: z.prefault(classification, {}),
  principals: z._default(z.record(name, principal), {}),
  grants: z._default(z.array(grant), []),
  limits: z.prefault(limits, {}),
  masking: z.prefault(masking, {}),
  detect: z._default(detect, 'report'),
  audit: z.prefault(audit, {}),
  coverage: z.prefault(coverage, {}),
});

/** The file as it is written, with defaults filled in and texts read. */
export type PolicyDocument = z.output<typeof policySchema>;
export type MaskDocument = z.output<typeof mask>;
