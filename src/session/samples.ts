/** Samples of columns without a class, over all results of one session: bounded, and handed over to be judged. */
import type { DetectedEvent } from '../audit/types.ts';
import { sampleBounds } from '../masking/detectors/samples.ts';
import type { Run } from './run.ts';

/** A column of a result of which a sample is taken. */
export interface WatchedColumn {
  /** In the row, from 0. */
  readonly index: number;
  /** The same in every result that shows the column. */
  readonly key: string;
  readonly column: string;
  readonly source: string | undefined;
  /** Bytes before the value's text. */
  readonly skip: number;
}

export interface RowSampler {
  /** False once no column of the result needs a further cell. */
  readonly hungry: boolean;
  /** A whole DataRow as the server sent it, type byte at `start`. */
  take(source: Buffer, start: number, end: number, run: Run): void;
}

export interface Samples {
  /** Undefined where every sample is full. */
  open(watched: readonly WatchedColumn[]): RowSampler | undefined;
  /** Hands over what there is. */
  close(): void;
}

/** What is known of a sample before it is judged. */
export type Sampled = Pick<DetectedEvent, 'statement' | 'fingerprint' | 'column' | 'source'>;

/** Takes a sample to be judged. Never throws. */
export type Submit = (values: readonly string[], sampled: Sampled) => void;

/** Of one session: bytes that are held, columns that are known. */
const mostHeld = 1 << 20;
const mostColumns = 2_000;

const rowHeader = 7;

interface Sample {
  readonly values: string[];
  rows: number;
  bytes: number;
  full: boolean;
  last: Sampled | undefined;
}

export const createSamples = (submit: Submit): Samples => {
  const samples = new Map<string, Sample>();
  let held = 0;

  const finish = (sample: Sample): void => {
    if (sample.full) return;
    sample.full = true;
    held -= sample.bytes;
    if (sample.last !== undefined && sample.values.length >= sampleBounds.fewestValues) submit([...sample.values], sample.last);
    sample.values.length = 0;
    sample.last = undefined;
  };

  const close = (): void => {
    for (const sample of samples.values()) finish(sample);
  };

  const add = (sample: Sample, cell: Buffer, { column, source, skip }: WatchedColumn, { number, judged }: Run): void => {
    const value = cell.toString('utf8', skip, skip + sampleBounds.longestValue);
    if (value.trim() === '') return;
    sample.values.push(value);
    sample.bytes += value.length;
    held += value.length;
    sample.last = { statement: number, fingerprint: judged.text.fingerprint, column, source };
  };

  const sampleOf = (key: string): Sample | undefined => {
    const known = samples.get(key);
    if (known !== undefined || samples.size >= mostColumns) return known;
    const sample = { values: [], rows: 0, bytes: 0, full: false, last: undefined };
    samples.set(key, sample);
    return sample;
  };

  return {
    open: (watched) => {
      const wanted = watched.flatMap((column) => {
        const sample = sampleOf(column.key);
        return sample === undefined || sample.full ? [] : [{ column, sample }];
      });
      if (wanted.length === 0) return undefined;
      let hungry = true;
      return {
        get hungry() {
          return hungry;
        },
        take: (source, start, end, run) => {
          let at = start + rowHeader;
          let index = 0;
          hungry = false;
          for (const { column, sample } of wanted) {
            let cell: Buffer | undefined;
            for (; index <= column.index && at + 4 <= end; index += 1) {
              const length = source.readInt32BE(at);
              const next = at + 4 + Math.max(0, length);
              cell = length < 0 ? undefined : source.subarray(at + 4, Math.min(next, end));
              at = next;
            }
            if (sample.full) continue;
            sample.rows += 1;
            if (cell !== undefined) add(sample, cell, column, run);
            if (sample.values.length >= sampleBounds.mostValues || sample.rows >= sampleBounds.mostRows) finish(sample);
            hungry ||= !sample.full;
          }
          if (held > mostHeld) close();
        },
      };
    },
    close,
  };
};
