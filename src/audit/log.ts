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
   * Writes one record; when this returns, the operating system has it and all before it. A `result` without a sample is
   * written with the next record, or at the end of this turn of the event loop. Throws PGVEIL_AUDIT when the record is not
   * taken, and after a failed write always: a log with a hole takes no more. A record over `longestLine` is refused alone.
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

interface Taken {
  readonly event: AuditRecord['event'];
  readonly now: number;
}

/** RFC 3339, UTC, milliseconds; many records are of one and the same. */
const createTimeText = (): ((now: number) => string) => {
  let last = Number.NaN;
  let text = '';
  return (now) => {
    if (now !== last) text = new Date(now).toISOString();
    last = now;
    return text;
  };
};

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
  /** Results that are to be written with the next record. */
  let waiting: Taken[] = [];
  let lookedAt = -Infinity;
  const timeText = createTimeText();

  const sealed = (event: AuditRecord['event'], time: string): Sealed => {
    const { line, hash } = sealRecord({ seq: seq + 1, time, prev: last, event });
    if (line.length > longestLine) {
      throw new PgveilError('PGVEIL_AUDIT', `a record of ${String(line.length)} bytes is too long for the audit log`, {
        remedy: 'Lower `audit.record-rows` in the policy.',
      });
    }
    seq += 1;
    last = hash;
    return { seq, time, hash, type: event.type, line };
  };

  const sealedRoot = (kind: 'checkpoint' | 'head', now: number): Sealed => {
    const time = timeText(now);
    const records = seq;
    const root = rootOf(records, last);
    const signature = signRoot({ kind, records, root, time }, key);
    return sealed(
      kind === 'checkpoint'
        ? { type: kind, records, root, signature }
        : { type: kind, records, root, algorithm: 'Ed25519', publicKey, signature },
      time,
    );
  };

  const orBreak = (act: () => void): void => {
    try {
      act();
    } catch (error) {
      state = { broken: error };
      throw error;
    }
  };

  /** Writes the records, in one write, and looks at the file before if it is time to, or if one of them signs it. */
  const write = (records: readonly Sealed[], now: number, signs: boolean): void => {
    const [first] = records;
    if (first === undefined) return;
    orBreak(() => {
      if (signs || Math.abs(now - lookedAt) >= lookEvery) {
        output.look();
        lookedAt = now;
      }
      output.write(records.length === 1 ? first.line : Buffer.concat(records.map(({ line }) => line)));
    });
    if (onRecord !== undefined) for (const record of records) onRecord(record);
  };

  /** Who wants every record signed wants it on the device, too, before the statement is sent. */
  const syncCheckpoint = (): void => {
    orBreak(() => {
      if (checkpointEvery === 1) output.sync();
      else {
        output.beginSync((error) => {
          if (state === 'open') state = { broken: error };
        });
      }
    });
  };

  /** Writes what waits and then the event, with the checkpoints that are due. */
  const writeOut = (now: number, more?: AuditRecord['event']): void => {
    const events = more === undefined ? waiting : [...waiting, { event: more, now }];
    waiting = [];
    const records: Sealed[] = [];
    let signs = false;
    try {
      for (const taken of events) {
        records.push(sealed(taken.event, timeText(taken.now)));
        if ((seq + 1) % (checkpointEvery + 1) !== 0) continue;
        records.push(sealedRoot('checkpoint', taken.now));
        signs = true;
      }
    } finally {
      write(records, now, signs);
      if (signs) syncCheckpoint();
    }
  };

  const writeOutLater = (): void => {
    setImmediate(() => {
      if (state !== 'open') return;
      try {
        writeOut(clock());
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
    const now = clock();
    // With a sample it may be too long, which is to be said at once.
    if (event.type !== 'result' || event.sample !== undefined) writeOut(now, event);
    else if (waiting.push({ event, now }) === 1) writeOutLater();
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
        const now = clock();
        writeOut(now);
        write([sealedRoot('head', now)], now, true);
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
