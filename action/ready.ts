import * as z from 'zod/mini';

/** What a started proxy says of itself, and the session credential that it gave for the job's token. */
export const readySchema = z.object({
  host: z.string(),
  port: z.int(),
  /** SPKI, base64: what the audit is signed by. */
  auditKey: z.string(),
  session: z.object({
    user: z.string(),
    password: z.string(),
    /** The first of `databases`. */
    database: z.string(),
    databases: z.array(z.string()),
  }),
});

export type Ready = z.output<typeof readySchema>;
