export interface Deadline {
  readonly signal: AbortSignal;
  /** To be called when what was bounded is over. */
  stop(): void;
}

/** A signal that aborts after that many milliseconds, or with `outer`; it leaves nothing behind on `outer` once stopped. */
export const startDeadline = (milliseconds: number, outer: AbortSignal): Deadline => {
  const controller = new AbortController();
  const abort = (): void => {
    controller.abort(outer.reason);
  };
  const timer = setTimeout(() => {
    controller.abort(new DOMException('took too long', 'TimeoutError'));
  }, milliseconds);
  outer.addEventListener('abort', abort, { once: true });
  if (outer.aborted) abort();
  return {
    signal: controller.signal,
    stop: () => {
      clearTimeout(timer);
      outer.removeEventListener('abort', abort);
    },
  };
};
