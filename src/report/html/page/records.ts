/** The records that the file carries: one canonical JSON text a line, in blocks. */
import type { AuditRecord } from '../../../audit/types.ts';

export interface Line {
  /** Undefined for a line that is none. */
  readonly record: AuditRecord | undefined;
  /** As in the log: the file only writes `<` in another way. */
  readonly text: () => string;
}

const isRecord = (value: unknown): value is AuditRecord => {
  if (typeof value !== 'object' || value === null) return false;
  const { seq, time, prev, hash, event } = value as Partial<Record<keyof AuditRecord, unknown>>;
  const texts = [time, prev, hash].every((text) => typeof text === 'string');
  return typeof seq === 'number' && texts && typeof event === 'object' && event !== null && 'type' in event;
};

export const readLines = (block: string): readonly Line[] =>
  block
    .trim()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      try {
        const record: unknown = JSON.parse(line);
        return { record: isRecord(record) ? record : undefined, text: () => JSON.stringify(record) };
      } catch {
        return { record: undefined, text: () => line };
      }
    });
