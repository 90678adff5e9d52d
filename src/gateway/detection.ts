/** Judges samples of columns without a class beside the traffic: a little at a time, and never more than it can hold. */
import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';
import type { Verdict } from '../masking/detectors/judge.ts';
import { loadDetectors, needsDetectors } from '../masking/detectors/lazy.ts';
import type { Policy } from '../policy/policy.ts';
import { logText, type Log } from './log.ts';

export interface Detection {
  /** `found` gets the verdict, where there is one. Never throws. */
  submit(values: readonly string[], found: (verdict: Verdict) => void): void;
  /** Judges what waits, for a bounded time, and takes nothing more. */
  settle(): Promise<void>;
}

/** Loads the detectors where a mask of the policy needs them. */
export const prepareDetectors = async ({ document, classes, grants }: Policy): Promise<void> => {
  const masks = [...Array.from(classes.values(), ({ mask }) => mask), ...grants.flatMap((grant) => [...grant.masks.values()])];
  if (document.detect === 'mask' || masks.some((mask) => mask !== undefined && needsDetectors(mask))) await loadDetectors();
};

/** So many milliseconds at once, and so many for the traffic after them: a quarter of the processor at most. */
const sliceTime = 4;
const restTime = 12;
/** Samples that wait; a further one is dropped. */
const mostWaiting = 200;
/** Milliseconds that are left for them at the end. */
const settleTime = 2_000;

interface Job {
  readonly values: readonly string[];
  readonly found: (verdict: Verdict) => void;
}

export const createDetection = (log: Log): Detection => {
  const waiting: Job[] = [];
  let running: Promise<void> | undefined;
  let dropped = 0;
  /** Set once there is no more time than that. */
  let deadline: number | undefined;

  const late = (): boolean => deadline !== undefined && performance.now() > deadline;
  const rest = async (): Promise<unknown> => (deadline === undefined ? sleep(restTime) : turn());

  const work = async (): Promise<void> => {
    // The detectors take a while to load, and a session without text columns needs none of them.
    const { createTally } = await import('../masking/detectors/judge.ts');
    let began = performance.now();
    while (!late()) {
      const job = waiting.shift();
      if (job === undefined) return;
      const tally = createTally();
      for (const value of job.values) {
        if (performance.now() - began >= sliceTime) {
          await rest();
          began = performance.now();
        }
        if (late()) break;
        tally.add(value);
      }
      const verdict = tally.verdict();
      if (verdict !== undefined) job.found(verdict);
    }
  };

  const run = async (): Promise<void> => {
    try {
      await work();
    } catch (error) {
      waiting.length = 0;
      log.error(`detection: ${logText(error)}`);
    }
    running = undefined;
  };

  return {
    submit: (values, found) => {
      if (waiting.length >= mostWaiting || deadline !== undefined) {
        dropped += 1;
        if (dropped === 1) log.error('detection falls behind: samples of columns without a class are dropped');
        return;
      }
      waiting.push({ values, found });
      running ??= run();
    },
    settle: async () => {
      deadline = performance.now() + settleTime;
      await running;
      const lost = dropped + waiting.length;
      waiting.length = 0;
      if (lost > 0) log.error(`detection: ${String(lost)} samples of columns without a class were not judged`);
    },
  };
};
