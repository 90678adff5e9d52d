/** Reading a log from its file, in bounded memory. */
import { closeSync, openSync, readSync } from 'node:fs';
import { errorText, PgveilError } from '../errors.ts';
import { longestLine } from './chain.ts';
import { splitLines, type Line } from './lines.ts';
import type { AuditRecord } from './types.ts';
import { checkRecords, type AuditVerdict } from './verify.ts';

const chunkLength = 1 << 16;

const readChunks = function* (file: string): Generator<Buffer, void> {
  const descriptor = openSync(file, 'r');
  try {
    for (;;) {
      const chunk = Buffer.allocUnsafeSlow(chunkLength);
      const length = readSync(descriptor, chunk);
      if (length === 0) return;
      yield chunk.subarray(0, length);
    }
  } finally {
    closeSync(descriptor);
  }
};

/** Throws PGVEIL_AUDIT when the file cannot be read. */
export const readLines = function* (file: string): Generator<Line, void> {
  try {
    yield* splitLines(readChunks(file), longestLine);
  } catch (error) {
    throw new PgveilError('PGVEIL_AUDIT', `the audit log ${file} cannot be read: ${errorText(error)}`, {
      remedy: 'Check the name and the rights of the file.',
      cause: error,
    });
  }
};

export interface VerifyOptions {
  /** The key that the log must be signed by: SPKI, base64. */
  readonly publicKey?: string | undefined;
  /** Gets each record that is sound up to there. What it did with them is worth nothing when the verdict is not `ok`. */
  readonly onRecord?: (record: AuditRecord) => void;
}

/** Reads the file once: what `onRecord` gets is what was verified. Throws PGVEIL_AUDIT when it cannot be read. */
export const verifyFile = (file: string, { publicKey, onRecord }: VerifyOptions = {}): AuditVerdict => {
  const records = checkRecords(readLines(file), publicKey);
  for (;;) {
    const next = records.next();
    if (next.done === true) return next.value;
    onRecord?.(next.value);
  }
};

export interface SoundLine {
  readonly record: AuditRecord;
  /** Without its newline. */
  readonly bytes: Buffer;
}

export interface SoundEnd {
  readonly verdict: AuditVerdict;
  /** The first line that is not sound, where it is a line at all. */
  readonly flawed: Buffer | undefined;
}

/** Reads the file once and yields each record that is sound up to there, with its bytes. Throws PGVEIL_AUDIT when it cannot be read. */
export const readSound = function* (file: string, publicKey: string | undefined): Generator<SoundLine, SoundEnd> {
  let current: Line | undefined;
  const noted = function* (): Generator<Line, void> {
    for (const line of readLines(file)) {
      current = line;
      yield line;
    }
    current = undefined;
  };
  const records = checkRecords(noted(), publicKey);
  for (;;) {
    const next = records.next();
    if (next.done === true) return { verdict: next.value, flawed: current?.kind === 'line' ? current.bytes : undefined };
    if (current?.kind === 'line') yield { record: next.value, bytes: current.bytes };
  }
};
