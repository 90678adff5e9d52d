/** Numbers and times for people. */

/** `10:00:03.000` of an RFC 3339 time: the log's own clock, UTC. */
export const timeOfDay = (time: string): string => time.slice(11, 23);

export const dayOf = (time: string): string => time.slice(0, 10);

const scaled = (value: number, base: number, units: readonly string[]): string => {
  let left = value;
  let unit = 0;
  while (left >= base && unit < units.length - 1) {
    left /= base;
    unit += 1;
  }
  const digits = unit === 0 || left >= 100 ? 0 : left >= 10 ? 1 : 2;
  return `${left.toFixed(digits)} ${units[unit] ?? ''}`;
};

export const bytesText = (bytes: number): string => scaled(bytes, 1024, ['B', 'kB', 'MB', 'GB', 'TB']);

export const durationText = (milliseconds: number): string =>
  milliseconds < 1000 ? `${String(Math.round(milliseconds))} ms` : `${(milliseconds / 1000).toFixed(2)} s`;
