/** The writer of an audit log. */
import type { KeyObject } from 'node:crypto';
import { PgveilError } from '../errors.ts';
import { genesis, longestLine, rootOf, sealRecord } from './chain.ts';
import { openLogFile } from './file.ts';
import type { Sealed } from './sinks/sink.ts';
import { makeSigningKey, publicKeyText, signRoot } from './signature.ts';
import type { AuditEvent, AuditRecord } from './types.ts';

export interface AuditLog {
  /** SPKI, base64: whose signature the checkpoints and the head have. */
  readonly publicKey: string;
  /**
   * Writes one record; when this returns, the operating system has it and all before it. A `result` alone is written
   * with the next record, or at the end of this turn of the event loop. Throws PGVEIL_AUDIT when the record is not taken,
   * and after a failed write always: a log with a hole takes no more. A record over `longestLine` is refused alone.
   */
  append(event: AuditEvent): void;
  /** Writes the signed head, flushes and closes. Throws PGVEIL_AUDIT when the log has no head then. Again: does nothing. */
  close(): void;
}

export interface AuditLogOptions {
  /** Must not exist, or be empty. */
  readonly file: string;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** After so many records comes a checkpoint. */
  readonly checkpointEvery: number;
  /** Ed25519; a key made for the run if undefined. */
  readonly signingKey: KeyObject | undefined;
  /** Gets each record when the operating system has it, the first before the log is returned. */
  readonly onRecord?: (record: Sealed) => void;
}

/** Between two looks at whether the file is as it was left, in milliseconds. */
const lookEvery = 20;

/** Throws PGVEIL_AUDIT when the file is there and not empty, or cannot be written. */
export const openAuditLog = ({ file, clock, checkpointEvery, signingKey, onRecord }: AuditLogOptions): AuditLog => {
  const key = signingKey ?? makeSigningKey();
  const publicKey = publicKeyText(key);
  const output = openLogFile(file);
  let seq = 0;
  let last = genesis;
  let state: 'open' | 'closed' | { readonly broken: unknown } = 'open';
  /** Sealed and not written. */
  let waiting: Sealed[] = [];
  let lookedAt = -Infinity;

  const seal = (makeEvent: (time: string) => AuditRecord['event']): number => {
    const now = clock();
    const time = new Date(now).toISOString();
    const event = makeEvent(time);
    const { line, hash } = sealRecord({ seq: seq + 1, time, prev: last, event });
    if (line.length > longestLine) {
      throw new PgveilError('PGVEIL_AUDIT', `a record of ${String(line.length)} bytes is too long for the audit log`, {
        remedy: 'Lower `audit.record-rows` in the policy.',
      });
    }
    seq += 1;
    last = hash;
    waiting.push({ seq, time, hash, type: event.type, line });
    return now;
  };

  const sealRoot = (kind: 'checkpoint' | 'head'): void => {
    const records = seq;
    const root = rootOf(records, last);
    seal((time) => {
      const signature = signRoot({ kind, records, root, time }, key);
      return kind === 'checkpoint'
        ? { type: kind, records, root, signature }
        : { type: kind, records, root, algorithm: 'Ed25519', publicKey, signature };
    });
    // What is signed is what the file has.
    lookedAt = -Infinity;
  };

  const orBreak = (act: () => void): void => {
    try {
      act();
    } catch (error) {
      state = { broken: error };
      throw error;
    }
  };

  /** Writes what waits, at the time `now`. */
  const write = (now: number): void => {
    const records = waiting;
    if (records.length === 0) return;
    waiting = [];
    orBreak(() => {
      if (Math.abs(now - lookedAt) >= lookEvery) {
        output.look();
        lookedAt = now;
      }
      const [first] = records;
      output.write(records.length === 1 && first !== undefined ? first.line : Buffer.concat(records.map(({ line }) => line)));
    });
    if (onRecord !== undefined) for (const record of records) onRecord(record);
  };

  const writeLater = (): void => {
    if (waiting.length > 1) return;
    setImmediate(() => {
      if (state !== 'open') return;
      try {
        write(clock());
      } catch {
        // Every append from now on says so.
      }
    });
  };

  const brokenBefore = (cause: unknown): PgveilError =>
    new PgveilError('PGVEIL_AUDIT', `the audit log ${file} is broken: it takes no more records and gets no head`, { cause });

  const append = (event: AuditRecord['event']): void => {
    if (state === 'closed') throw new PgveilError('PGVEIL_AUDIT', `the audit log ${file} is closed`);
    if (state !== 'open') throw brokenBefore(state.broken);
    const now = seal(() => event);
    if ((seq + 1) % (checkpointEvery + 1) === 0) {
      sealRoot('checkpoint');
      write(now);
      orBreak(() => {
        output.beginSync((error) => {
          if (state === 'open') state = { broken: error };
        });
      });
    } else if (event.type === 'result') writeLater();
    else write(now);
  };

  try {
    append({ type: 'log-start', format: 1, checkpointEvery, algorithm: 'Ed25519', publicKey });
    output.sync();
  } catch (error) {
    output.close();
    throw error;
  }
  return {
    publicKey,
    append,
    close: () => {
      if (state === 'closed') return;
      try {
        if (state !== 'open') throw brokenBefore(state.broken);
        sealRoot('head');
        write(clock());
        orBreak(() => {
          output.sync();
        });
      } finally {
        state = 'closed';
        output.close();
      }
    },
  };
};
