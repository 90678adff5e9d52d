/** Holding a client's message back until the server has said what it depends on. */
import type { SessionState } from './state.ts';

export interface Waiter {
  readonly until: () => boolean;
  readonly wake: () => void;
}

/**
 * Resolves when the condition holds, which is looked at behind every message of the server, or when the session ends.
 * To be used only for what the server says without hearing more from the client.
 */
export const waitUntil = async (state: SessionState, until: () => boolean): Promise<void> =>
  until()
    ? undefined
    : new Promise((resolve) => {
        state.waiters.push({ until, wake: resolve });
      });

/** Resolves when the server owes nothing. */
export const idle = async (state: SessionState): Promise<void> => waitUntil(state, () => state.expected.empty);

/** To be called when a message of the server has been taken, or the session has ended. */
export const wakeWaiters = (state: SessionState): void => {
  if (state.waiters.length === 0) return;
  for (const waiter of state.waiters.splice(0)) {
    if (state.ended || waiter.until()) waiter.wake();
    else state.waiters.push(waiter);
  }
};
