/** What a proxy is told besides its command line: secrets that may stand in no argument and no environment. */
import * as z from 'zod/mini';
import { PgveilError } from '../errors.ts';
import { idTokenSource } from '../gateway/identity/id-tokens.ts';

const members = {
  /** Values of the policy's `${env:NAME}` references; they go before the environment's. */
  secrets: z._default(z.record(z.string(), z.string()), {}),
  /** An OIDC token, to be exchanged for a session credential that the ready file then holds. */
  token: z.optional(z.string()),
  /** What tokens are to be for, in place of the policy's `identity.audience`. */
  audience: z.optional(z.string()),
  /** Where the ID tokens are from that clouds exchange for the policy's `identity`s; without it the environment's. */
  idTokens: z.optional(idTokenSource),
};

/** What `pgveil serve --config-stdin` reads. */
const schema = z.strictObject({
  ...members,
  /** What the control port asks for; in place of PGVEIL_CONTROL_TOKEN. */
  controlToken: z.optional(z.string()),
});

const declaration = z.object({
  source: z.enum(['dbt', 'prisma']),
  schemas: z.pipe(
    z.optional(z.array(z.string())),
    z.transform((schemas) => schemas),
  ),
  relation: z.string(),
  name: z.string(),
  class: z.string(),
  file: z.string(),
  text: z.string(),
  line: z.int(),
  column: z.int(),
});

/** What a locked proxy takes at its control port. */
const remoteSchema = z.strictObject({
  ...members,
  /** The text of the policy file, and how messages call it. */
  policy: z.string(),
  policyName: z._default(z.string(), 'the policy'),
  /** The text of the verifier file, where the policy names one. */
  verifiers: z.optional(z.string()),
  /** What the files under the policy's `classification` say. */
  declarations: z._default(z.array(declaration), []),
});

export type ServeConfig = z.output<typeof schema>;
export type RemoteConfig = z.output<typeof remoteSchema>;

/** Throws PGVEIL_INPUT; the message quotes nothing of the text. */
const parse = <Schema extends z.ZodMiniType>(schema: Schema, text: string, where: string, form: string): z.output<Schema> => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new PgveilError('PGVEIL_INPUT', `the configuration ${where} is not JSON`);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.map((issue) => issue.path.join('.') || 'the top').join(', ');
  throw new PgveilError('PGVEIL_INPUT', `the configuration ${where} is not valid at ${places}`, { remedy: `Give ${form}.` });
};

/** Throws PGVEIL_INPUT; the message quotes nothing of the text. */
export const parseServeConfig = (text: string): ServeConfig =>
  parse(schema, text, 'on standard input', '{"secrets": {"NAME": "value"}, "token": "..."}');

/** Throws PGVEIL_INPUT; the message quotes nothing of the text. */
export const parseRemoteConfig = (text: string): RemoteConfig =>
  parse(
    remoteSchema,
    text,
    'sent to the control port',
    '{"policy": "version: 1 ...", "secrets": {"NAME": "value"}, "token": "..."}',
  );
