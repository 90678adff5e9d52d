/** What makes a proxy stop: TERM, INT, or a word at the control port. */
export interface Stopper {
  /** Resolves with the name of what it was. */
  readonly stopped: Promise<string>;
  stop(reason: string): void;
}

/** From now on TERM and INT no longer end the process by themselves. */
export const untilStopped = (): Stopper => {
  let settle: (reason: string) => void = () => undefined;
  const stopped = new Promise<string>((resolve) => {
    settle = resolve;
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      settle(signal);
    });
  }
  return { stopped, stop: settle };
};
