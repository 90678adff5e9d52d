/** A log as text: each session as its agent saw it, statement by statement. Pure; every text of the log is escaped. */
import { printable } from './printable.ts';
import { renderDetected, renderHeader, renderEnd, renderFault, renderStatement, type Paint, type Shown } from './replay-text.ts';
import type { AuditRecord } from './types.ts';

export interface ReplayOptions {
  /** Only this session. */
  readonly session: number | undefined;
  readonly paint: Paint;
}

/** Statements are shown in their order: one that is answered waits for those before it. */
type Queue = Map<number, Shown>;

const complete = ({ statement, result }: Shown): boolean => statement.verdict === 'refuse' || result !== undefined;

/**
 * Yields lines. Sessions that ran at the same time come interleaved, each block with its session's number; what is
 * held back is no more than the statements that were open at one time.
 */
export const replay = function* (
  records: Iterable<AuditRecord>,
  { session: only, paint }: ReplayOptions,
): Generator<string, void> {
  const sessions = new Map<number, Queue>();
  const queueOf = (session: number): Queue => {
    const queue = sessions.get(session) ?? new Map<number, Shown>();
    sessions.set(session, queue);
    return queue;
  };
  const flush = function* (queue: Queue, all: boolean): Generator<string, void> {
    for (const [number, shown] of queue) {
      if (!all && !complete(shown)) return;
      queue.delete(number);
      yield* renderStatement(shown, paint);
    }
  };

  for (const { time, event } of records) {
    if ('session' in event) {
      if (only !== undefined && event.session !== only) continue;
      const queue = queueOf(event.session);
      if (event.type === 'session-start') {
        yield* renderHeader(event, time, paint);
      } else if (event.type === 'session-end') {
        yield* flush(queue, true);
        sessions.delete(event.session);
        yield* renderEnd(event, time, paint);
      } else if (event.type === 'statement') {
        queue.set(event.statement, { statement: event, time, result: undefined, faults: [], detected: [] });
        yield* flush(queue, false);
      } else {
        const shown = queue.get(event.statement);
        if (event.type === 'fault' && shown === undefined) yield* renderFault(event, paint);
        if (event.type === 'detected' && shown === undefined) yield* renderDetected(event, paint);
        if (shown === undefined) continue;
        if (event.type === 'fault') shown.faults.push(event);
        else if (event.type === 'detected') shown.detected.push(event);
        else queue.set(event.statement, { ...shown, result: event });
        yield* flush(queue, false);
      }
    } else if (only === undefined && event.type === 'auth-failed') {
      const who = `${printable(event.user)} for database ${printable(event.database)}`;
      yield `${paint('red', 'log-in refused')}  ${time}  ${who}: ${printable(event.reason)}`;
      yield '';
    }
  }
  for (const queue of sessions.values()) yield* flush(queue, true);
};
