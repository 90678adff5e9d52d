/** The report of a log, from file to file. */
import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename } from 'node:path';
import { readSound } from '../../audit/read.ts';
import { readRecord } from '../../audit/record.ts';
import type { Head } from '../../audit/types.ts';
import type { AuditVerdict } from '../../audit/verify.ts';
import { errorText, PgveilError } from '../../errors.ts';
import { reportDocument } from './document.ts';
import type { Made } from './made.ts';

export interface HtmlReport {
  /** The log. */
  readonly log: string;
  /** Replaced if it is there. */
  readonly out: string;
  /** SPKI, base64: what the log must be signed by. */
  readonly expectedKey: string | undefined;
  readonly version: string;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

export interface Read {
  readonly verdict: AuditVerdict;
  /** Of a log that verifies. */
  readonly head: Head | undefined;
}

/** The sound lines, then the first that is not if it can be shown, and what was read. */
const shownLines = function* (file: string, expectedKey: string | undefined): Generator<string, Read> {
  let head: Head | undefined;
  const lines = readSound(file, expectedKey);
  for (;;) {
    const next = lines.next();
    if (next.done === true) {
      const { verdict, flawed } = next.value;
      if (flawed !== undefined && readRecord(flawed).kind === 'record') yield flawed.toString('utf8');
      return { verdict, head: verdict.ok ? head : undefined };
    }
    const { record, bytes } = next.value;
    if (record.event.type === 'head') head = record.event;
    yield bytes.toString('utf8');
  }
};

const writeWhole = (out: string, pieces: Iterable<string>): void => {
  const fresh = `${out}.${String(process.pid)}.part`;
  const descriptor = openSync(fresh, 'wx', 0o600);
  try {
    for (const piece of pieces) {
      const bytes = Buffer.from(piece);
      let at = 0;
      while (at < bytes.length) at += writeSync(descriptor, bytes, at);
    }
    closeSync(descriptor);
    renameSync(fresh, out);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
};

const shortVerdict = (verdict: AuditVerdict): Made['verdict'] =>
  verdict.ok ? { ok: true, records: verdict.records } : { ok: false, record: verdict.record, message: verdict.message };

/** Writes the report, whole or not at all, and says what it read. Throws PGVEIL_AUDIT, or PGVEIL_INPUT for `out`. */
export const writeHtmlReport = ({ log, out, expectedKey, version, clock }: HtmlReport): Read => {
  let read: Read | undefined;
  const lines = function* (): Generator<string, void> {
    read = yield* shownLines(log, expectedKey);
  };
  const done = (): Read => {
    if (read === undefined) throw new PgveilError('PGVEIL_INTERNAL', 'a report ended before its log');
    return read;
  };
  const pieces = reportDocument(lines(), () => ({
    version,
    time: new Date(clock()).toISOString(),
    file: basename(log),
    expectedKey,
    verdict: shortVerdict(done().verdict),
  }));
  try {
    writeWhole(out, pieces);
  } catch (error) {
    if (error instanceof PgveilError) throw error;
    throw new PgveilError('PGVEIL_INPUT', `the report ${out} cannot be written: ${errorText(error)}`, {
      remedy: 'Name a file in a directory that can be written to.',
      cause: error,
    });
  }
  return done();
};
