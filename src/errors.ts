/** Stable error codes, one per cause. docs/troubleshooting.md lists each with its cause and remedy. */
export const errorCodes = {
  PGVEIL_CONFIG: 'the configuration or policy is not valid',
  PGVEIL_INPUT: 'an input of the Action or the command line is not valid',
  PGVEIL_PROTOCOL: 'a peer sent bytes that are not a valid PostgreSQL protocol message',
  PGVEIL_IDENTITY: 'the client could not prove who it is',
  PGVEIL_UPSTREAM: 'the database could not be reached or refused the credential',
  PGVEIL_CATALOG: 'the catalog of the database could not be read',
  PGVEIL_AUDIT: 'the audit could not be written or does not verify',
  PGVEIL_LISTEN: 'the proxy could not listen on its address',
  PGVEIL_PROXY: 'the proxy process did not start, or is gone',
  PGVEIL_GATE: 'the coverage gate could not reach a verdict',
  PGVEIL_INTERNAL: 'a defect in pgveil',
} as const;

export type ErrorCode = keyof typeof errorCodes;

/**
 * The one error class of pgveil. `message` names the likely cause and `remedy` what mends it; neither ever
 * holds a database value, a credential or a token.
 */
export class PgveilError extends Error {
  override readonly name = 'PgveilError';
  readonly code: ErrorCode;
  readonly remedy: string | undefined;

  constructor(code: ErrorCode, message: string, options: { remedy?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.remedy = options.remedy;
  }
}

/** By its name: the proxy is a bundle of its own, whose errors are of another class of that name. */
export const isPgveilError = (error: unknown): error is PgveilError => error instanceof Error && error.name === 'PgveilError';

/** The text of anything thrown, without its stack. */
export const errorText = (error: unknown): string => (error instanceof Error ? error.message : String(error));
