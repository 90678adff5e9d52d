import { errorText, PgveilError } from '../errors.ts';

/** The operator's log: one line for each event, without anything that a client sent but names. */
export interface Log {
  info(message: string): void;
  error(message: string): void;
}

/** An error for the log: message, code and remedy, and what it was caused by; a defect with its stack. */
export const logText = (error: unknown): string => {
  if (!(error instanceof PgveilError)) return error instanceof Error ? (error.stack ?? error.message) : String(error);
  const cause = error.cause instanceof Error ? ` (${errorText(error.cause)})` : '';
  return `${error.message} [${error.code}]${cause}${error.remedy === undefined ? '' : ` ${error.remedy}`}`;
};

/** Lines of time, level and message to a stream. */
export const lineLog = (stream: { write(text: string): unknown }, clock: () => number): Log => {
  const write = (level: string, message: string): void => {
    stream.write(`${new Date(clock()).toISOString()} ${level} ${message}\n`);
  };
  return {
    info: (message) => {
      write('info', message);
    },
    error: (message) => {
      write('error', message);
    },
  };
};
