/** The policy's section `audit.sinks`: where else the audit goes. src/audit/sinks has a store for each kind. */
import * as z from 'zod/mini';
import { count, duration, reference, text } from './schema-parts.ts';

const common = {
  required: z._default(z.boolean(), true),
  timeout: z.prefault(duration, '10s'),
};

const address = z.url({ protocol: /^https?$/, error: 'is not a URL that begins with https:// or http://' });

const file = z.strictObject({ kind: z.literal('file'), ...common, path: text });

const s3 = z.strictObject({
  kind: z.literal('s3'),
  ...common,
  endpoint: address,
  region: z._default(text, 'us-east-1'),
  bucket: text,
  prefix: z._default(z.string().check(z.regex(/^(?:[\w.-]+(?:\/[\w.-]+)*)?$/, 'is no prefix: names with "/" between them')), ''),
  'access-key-id': reference,
  'secret-access-key': reference,
  'session-token': z.optional(reference),
  lock: z.optional(z.strictObject({ mode: z.enum(['governance', 'compliance']), days: count })),
});

const otlp = z.strictObject({
  kind: z.literal('otlp'),
  ...common,
  endpoint: address,
  headers: z._default(z.record(z.string().check(z.regex(/^[A-Za-z0-9-]+$/, 'is not the name of a header')), reference), {}),
});

const nats = z.strictObject({
  kind: z.literal('nats'),
  ...common,
  servers: z.array(text).check(z.minLength(1, 'must name a server')),
  subject: z._default(
    z.string().check(z.regex(/^[\w-]+(?:\.[\w-]+)*$/, 'is not a subject: names with "." between them')),
    'pgveil.audit',
  ),
  token: z.optional(reference),
  credentials: z.optional(reference),
});

const postgres = z.strictObject({
  kind: z.literal('postgres'),
  ...common,
  url: reference,
  table: z._default(
    z.string().check(z.regex(/^[^."\s]+(?:\.[^."\s]+)?$/, 'is not a table: write table or schema.table')),
    'pgveil_audit',
  ),
});

export const sink = z.discriminatedUnion('kind', [file, s3, otlp, nats, postgres], {
  error: 'is not a kind of store: write file, s3, otlp, nats or postgres',
});

export type SinkDocument = z.output<typeof sink>;
