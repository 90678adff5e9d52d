/** The time of a log in stretches of one length. Pure. */
import type { Row } from './model.ts';

export interface Stretch {
  readonly from: number;
  readonly counts: Record<Row['verdict'], number>;
}

/** Cuts the time from the first record to the last into `count` stretches. */
export const stretchesOf = (rows: readonly Row[], from: string, to: string, count: number): readonly Stretch[] => {
  const start = Date.parse(from);
  const length = Math.max(1, (Date.parse(to) - start) / count);
  const stretches = Array.from({ length: count }, (_, index) => ({
    from: start + index * length,
    counts: { plain: 0, masked: 0, refused: 0 },
  }));
  for (const { time, verdict } of rows) {
    const at = Math.min(count - 1, Math.max(0, Math.floor((Date.parse(time) - start) / length)));
    const stretch = stretches[at];
    if (stretch !== undefined) stretch.counts[verdict] += 1;
  }
  return stretches;
};
