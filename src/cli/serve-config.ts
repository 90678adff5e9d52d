/** What `pgveil serve --config-stdin` reads: secrets that may stand in no argument and no environment. */
import * as z from 'zod/mini';
import { PgveilError } from '../errors.ts';

const schema = z.strictObject({
  /** Values of the policy's `${env:NAME}` references; they go before the environment's. */
  secrets: z._default(z.record(z.string(), z.string()), {}),
  /** An OIDC token, to be exchanged for a session credential that the ready file then holds. */
  token: z.optional(z.string()),
});

export type ServeConfig = z.output<typeof schema>;

/** Throws PGVEIL_INPUT; the message quotes nothing of the text. */
export const parseServeConfig = (text: string): ServeConfig => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new PgveilError('PGVEIL_INPUT', 'the configuration on standard input is not JSON');
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.map((issue) => issue.path.join('.') || 'the top').join(', ');
  throw new PgveilError('PGVEIL_INPUT', `the configuration on standard input is not valid at ${places}`, {
    remedy: 'Give {"secrets": {"NAME": "value"}, "token": "..."}.',
  });
};
