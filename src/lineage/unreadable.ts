import { PgveilError } from '../errors.ts';
import type { Unreadable } from './types.ts';

/** Ends the reading of a text: carries what could not be understood up to `readStatements`, which returns it as a value. */
export interface UnreadableError extends PgveilError {
  readonly unreadable: Unreadable;
}

export const refuse = (reason: Unreadable['reason'], detail: string): UnreadableError =>
  Object.assign(new PgveilError('PGVEIL_INTERNAL', detail), { unreadable: { reason, detail } });

export const unmodelled = (node: string): UnreadableError => refuse('unmodelled', node);

export const isUnreadable = (error: unknown): error is UnreadableError => error instanceof PgveilError && 'unreadable' in error;
