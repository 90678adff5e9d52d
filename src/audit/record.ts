/** Reading one line of a log, strictly: only what the writer would write is a record. */
import * as z from 'zod/mini';
import type { AuditRecord } from './types.ts';

const count = z.int().check(z.minimum(0));
const ordinal = z.int().check(z.minimum(1));
const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const text = z.string();
const texts = z.array(text);

/** z.record neither checks nor keeps a member `__proto__`. */
const claims = z.custom<Record<string, string>>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((claim) => typeof claim === 'string'),
);

const statement = { session: ordinal, statement: ordinal };

const event = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('session-start'),
    session: ordinal,
    principal: text,
    groups: texts,
    claims,
    database: text,
    credential: text,
    application: text,
  }),
  z.strictObject({
    type: z.literal('session-end'),
    session: ordinal,
    reason: z.enum(['client', 'server', 'error', 'shutdown', 'limit']),
    statements: count,
  }),
  z.strictObject({ type: z.literal('auth-failed'), user: text, database: text, reason: text }),
  z.strictObject({
    type: z.literal('statement'),
    ...statement,
    kind: text,
    sql: text,
    fingerprint: text,
    relations: texts,
    columns: z.array(
      z.strictObject({
        name: text,
        classes: texts,
        sources: texts,
        sourceColumns: z.optional(texts),
        treatment: text,
        reason: text,
      }),
    ),
    verdict: z.enum(['forward', 'refuse']),
    refusal: z.optional(z.strictObject({ rule: text, sqlstate: text, message: text, hint: text })),
    notes: texts,
  }),
  z.strictObject({
    type: z.literal('result'),
    ...statement,
    rows: count,
    bytes: count,
    milliseconds: z.number().check(z.minimum(0)),
    sqlstate: z.optional(text),
    tag: z.optional(text),
    sample: z.optional(z.array(z.array(z.nullable(text)))),
  }),
  z.strictObject({
    type: z.literal('detected'),
    ...statement,
    fingerprint: text,
    column: text,
    source: z.optional(text),
    class: text,
    hits: ordinal,
    of: ordinal,
  }),
  z.strictObject({
    type: z.literal('fault'),
    ...statement,
    witness: z.enum(['server', 'second-reader', 'shape']),
    detail: text,
  }),
  z.strictObject({ type: z.literal('catalog'), database: text, version: text }),
  z.strictObject({
    type: z.literal('log-start'),
    format: z.literal(1),
    checkpointEvery: ordinal,
    algorithm: z.literal('Ed25519'),
    publicKey: text,
  }),
  z.strictObject({ type: z.literal('checkpoint'), records: count, root: hash, signature: text }),
  z.strictObject({
    type: z.literal('head'),
    records: count,
    root: hash,
    algorithm: z.literal('Ed25519'),
    publicKey: text,
    signature: text,
  }),
]);

/** What JSON makes of a type: a member that is undefined is absent. */
type Stored<T> = T extends readonly (infer Item)[]
  ? readonly Stored<Item>[]
  : T extends object
    ? { [Key in keyof T as undefined extends T[Key] ? never : Key]: Stored<T[Key]> } & {
        [Key in keyof T as undefined extends T[Key] ? Key : never]?: Stored<T[Key]> | undefined;
      }
    : T;

const schema: z.ZodMiniType<Stored<AuditRecord>> = z.strictObject({
  seq: ordinal,
  time: z.iso.datetime({ precision: 3 }),
  prev: hash,
  event,
  hash,
});

/** How another version of pgveil begins its logs. */
const start = z.object({ event: z.object({ type: z.literal('log-start'), format: z.int() }) });

export type ReadRecord =
  | { readonly kind: 'record'; readonly record: AuditRecord }
  | { readonly kind: 'other-format'; readonly format: number }
  /** `place` is a path of member names; nothing of their values. */
  | { readonly kind: 'malformed'; readonly place: string };

/** Reads a line without its newline. */
export const readRecord = (line: Buffer): ReadRecord => {
  let value: unknown;
  try {
    value = JSON.parse(line.toString('utf8'));
  } catch {
    return { kind: 'malformed', place: 'it is not JSON' };
  }
  const other = start.safeParse(value);
  if (other.success && other.data.event.format !== 1) return { kind: 'other-format', format: other.data.event.format };
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    return { kind: 'malformed', place: `its member ${parsed.error.issues[0]?.path.map(String).join('.') || 'names'} is wrong` };
  }
  // A member given twice, space between members, or bytes that are no UTF-8: two readers could see two records.
  if (!Buffer.from(JSON.stringify(value)).equals(line)) return { kind: 'malformed', place: 'it is not in canonical form' };
  return { kind: 'record', record: parsed.data as AuditRecord };
};
