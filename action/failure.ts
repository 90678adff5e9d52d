import { errorText, PgveilError } from '../src/errors.ts';

/** An error as the job's log shows it: what, how to mend it, and the code to look it up by. */
export const failureText = (error: unknown): string => {
  if (!(error instanceof PgveilError)) return `${errorText(error)} [PGVEIL_INTERNAL]`;
  return `${error.message} [${error.code}]${error.remedy === undefined ? '' : `\n${error.remedy}`}`;
};
