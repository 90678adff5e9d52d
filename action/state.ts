import * as z from 'zod/mini';

const schema = z.object({
  /** The run's directory under RUNNER_TEMP: audit, log, and for a moment the ready file. */
  directory: z.string(),
  proxy: z.discriminatedUnion('kind', [
    /** A child of main. */
    z.object({ kind: z.literal('child'), pid: z.int().check(z.positive()) }),
    /** Behind a control port, which asks for `token`; `ends`: it is this job's alone, and post ends it. */
    z.object({
      kind: z.literal('remote'),
      control: z.object({ host: z.string(), port: z.int() }),
      token: z.string(),
      ends: z.boolean(),
    }),
  ]),
  /** Whether main got as far as a proxy that answers. */
  ready: z.boolean(),
  /** Hex SHA-256 of the policy that the proxy was started with. */
  policyDigest: z.string(),
  /** And of what the policy's other files said then. */
  besideDigest: z.string(),
  /** SPKI, base64: whose signature the audit's head must have. Known once the proxy is ready. */
  auditKey: z.optional(z.string()),
  /** Only post knows it (the runner keeps state): a file with it says that post has already been here. */
  receipt: z.string(),
});

/** What main leaves for post. It holds no secret of the database, and no step in between can read or change it. */
export type State = z.infer<typeof schema>;

export interface StateStore {
  getState(name: string): string;
  saveState(name: string, value: string): void;
}

const key = 'pgveil';

export const saveState = (store: StateStore, state: State): void => {
  store.saveState(key, JSON.stringify(state));
};

/** Undefined if main never started a proxy. */
export const readState = (store: StateStore): State | undefined => {
  const text = store.getState(key);
  return text === '' ? undefined : schema.parse(JSON.parse(text));
};
