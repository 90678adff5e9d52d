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
   * Writes one record; when this returns, the operating system has it. Throws PGVEIL_AUDIT when it does not take the
   * record, and after a failed write always: a log with a hole takes no more. A record over `longestLine` is refused alone.
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

/** Throws PGVEIL_AUDIT when the file is there and not empty, or cannot be written. */
export const openAuditLog = ({ file, clock, checkpointEvery, signingKey, onRecord }: AuditLogOptions): AuditLog => {
  const key = signingKey ?? makeSigningKey();
  const publicKey = publicKeyText(key);
  const output = openLogFile(file);
  let seq = 0;
  let last = genesis;
  let state: 'open' | 'closed' | { readonly broken: unknown } = 'open';

  const orBreak = (act: () => void): void => {
    try {
      act();
    } catch (error) {
      state = { broken: error };
      throw error;
    }
  };

  const write = (makeEvent: (time: string) => AuditRecord['event']): void => {
    const time = new Date(clock()).toISOString();
    const event = makeEvent(time);
    const { line, hash } = sealRecord({ seq: seq + 1, time, prev: last, event });
    if (line.length > longestLine) {
      throw new PgveilError('PGVEIL_AUDIT', `a record of ${String(line.length)} bytes is too long for the audit log`, {
        remedy: 'Lower `audit.record-rows` in the policy.',
      });
    }
    orBreak(() => {
      output.write(line);
    });
    seq += 1;
    last = hash;
    onRecord?.({ seq, time, hash, type: event.type, line });
  };

  const seal = (kind: 'checkpoint' | 'head'): void => {
    const records = seq;
    const root = rootOf(records, last);
    write((time) => {
      const signature = signRoot({ kind, records, root, time }, key);
      return kind === 'checkpoint'
        ? { type: kind, records, root, signature }
        : { type: kind, records, root, algorithm: 'Ed25519', publicKey, signature };
    });
    orBreak(() => {
      output.sync();
    });
  };

  const brokenBefore = (cause: unknown): PgveilError =>
    new PgveilError('PGVEIL_AUDIT', `the audit log ${file} is broken: it takes no more records and gets no head`, { cause });

  const append = (event: AuditRecord['event']): void => {
    if (state === 'closed') throw new PgveilError('PGVEIL_AUDIT', `the audit log ${file} is closed`);
    if (state !== 'open') throw brokenBefore(state.broken);
    write(() => event);
    if ((seq + 1) % (checkpointEvery + 1) === 0) seal('checkpoint');
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
        seal('head');
      } finally {
        state = 'closed';
        output.close();
      }
    },
  };
};
