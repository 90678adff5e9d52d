import type { Output } from './command.ts';

/** Milliseconds after which a person wants to know that something happens. */
const patience = 2_000;
const between = 100;

export interface Progress {
  /** Shows `text` in place of what was shown before, on a terminal, once it takes long. */
  show(text: () => string): void;
  /** Takes the line away. */
  end(): void;
}

/** One line on a terminal; nothing anywhere else. */
export const createProgress = (output: Output, clock: () => number): Progress => {
  const started = clock();
  let shownAt: number | undefined;
  return {
    show: (text) => {
      if (output.isTTY !== true) return;
      const now = clock();
      if (now - started < patience || (shownAt !== undefined && now - shownAt < between)) return;
      shownAt = now;
      output.write(`\r\u001b[2K${text()}`);
    },
    end: () => {
      if (shownAt !== undefined) output.write('\r\u001b[2K');
    },
  };
};
