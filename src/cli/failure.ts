import { printableLines } from '../audit/printable.ts';
import { errorText, isPgveilError } from '../errors.ts';

const stacks = (error: unknown): readonly string[] =>
  error instanceof Error ? [error.stack ?? error.message, ...stacks(error.cause)] : [];

/** An error for a terminal: what, its code, how to mend it; with `debug` the stacks of it and its causes. */
export const failureText = (error: unknown, debug: boolean): string => {
  const { code, remedy } = isPgveilError(error)
    ? error
    : { code: 'PGVEIL_INTERNAL', remedy: 'This is a defect in pgveil. PGVEIL_DEBUG=1 in the environment shows where.' };
  return [`pgveil: ${errorText(error)} [${code}]`, ...(remedy === undefined ? [] : [remedy]), ...(debug ? stacks(error) : [])]
    .flatMap(printableLines)
    .map((line) => `${line}\n`)
    .join('');
};
