/** Whether a log is whole and unchanged, without I/O. */
import type { KeyObject } from 'node:crypto';
import { genesis, hashFits, rootOf } from './chain.ts';
import type { Line } from './lines.ts';
import { readRecord } from './record.ts';
import { parsePublicKey, signatureFits } from './signature.ts';
import type { AuditRecord, Checkpoint, Head, LogStart } from './types.ts';

export type Flaw =
  /** There is no record. */
  | 'empty'
  /** The log is of another version of pgveil: neither whole nor broken. */
  | 'other-format'
  /** A line that pgveil does not write. */
  | 'malformed'
  /** The last line has no end. */
  | 'cut-line'
  /** A record does not have the hash that it should. */
  | 'changed'
  /** A record does not follow the one before it. */
  | 'out-of-place'
  /** A checkpoint is missing, or is where none belongs. */
  | 'checkpoint'
  /** What is signed is not this chain, or not signed by the log's key. */
  | 'signature'
  /** The log's key is not the expected one, or no key. */
  | 'other-key'
  /** Something follows the head. */
  | 'after-head'
  | 'no-head';

export type AuditVerdict =
  | {
      readonly ok: true;
      /** Of the log, the head counted. */
      readonly records: number;
      /** SPKI, base64: the key that signed. */
      readonly publicKey: string;
      /** The times of the first record and of the head. */
      readonly from: string;
      readonly to: string;
    }
  | {
      readonly ok: false;
      readonly flaw: Flaw;
      /** Where it was found, counted from 1; one more than there are if something is missing at the end. */
      readonly record: number;
      /** One sentence without a full stop; holds no content of a record. */
      readonly message: string;
      /** So many records from the first are what the log's key signed in a checkpoint. */
      readonly signed: number;
    };

interface Found {
  readonly flaw: Flaw;
  readonly message: string;
}

interface Chain {
  readonly records: number;
  /** Hash of the last record. */
  readonly last: string;
  readonly start: LogStart;
  readonly key: KeyObject;
}

const readLine = (line: Line): AuditRecord | Found => {
  if (line.kind === 'too-long') return { flaw: 'malformed', message: 'the line is longer than any that pgveil writes' };
  if (line.kind === 'cut') return { flaw: 'cut-line', message: 'the line has no end: the log was cut, or its writer was killed' };
  const read = readRecord(line.bytes);
  if (read.kind === 'malformed') return { flaw: 'malformed', message: `the line is no record of pgveil: ${read.place}` };
  if (read.kind === 'other-format') {
    return { flaw: 'other-format', message: `the log has format ${String(read.format)}, and this pgveil reads format 1` };
  }
  return hashFits(line.bytes, read.record)
    ? read.record
    : { flaw: 'changed', message: 'the record was changed: its hash is not the one that it states' };
};

const signatureFlaw = (chain: Chain, { time }: AuditRecord, signed: Checkpoint | Head): Found | undefined => {
  const { records, root, signature } = signed;
  if (records !== chain.records || root !== rootOf(chain.records, chain.last)) {
    return { flaw: 'signature', message: `the ${signed.type} is not of the records before it` };
  }
  return signatureFits({ kind: signed.type, records, root, time }, signature, chain.key)
    ? undefined
    : {
        flaw: 'signature',
        message: `the ${signed.type} is not signed by the log's key: records before it were changed, or it was`,
      };
};

const flawOf = (chain: Chain, record: AuditRecord): Found | undefined => {
  const { event, seq, prev } = record;
  if (seq !== chain.records + 1 || prev !== chain.last || event.type === 'log-start') {
    return { flaw: 'out-of-place', message: 'the record does not follow the one before it: one was removed, added or moved' };
  }
  const due = seq % (chain.start.checkpointEvery + 1) === 0;
  if (due !== (event.type === 'checkpoint')) {
    return { flaw: 'checkpoint', message: due ? 'a checkpoint is missing here' : 'no checkpoint belongs here' };
  }
  if (event.type === 'head' && event.publicKey !== chain.start.publicKey) {
    return { flaw: 'other-key', message: 'the head names another key than the start of the log' };
  }
  return event.type === 'checkpoint' || event.type === 'head' ? signatureFlaw(chain, record, event) : undefined;
};

const begin = ({ event, seq, prev, hash }: AuditRecord, expectedKey: string | undefined): Chain | Found => {
  if (seq !== 1 || prev !== genesis || event.type !== 'log-start') {
    return { flaw: 'out-of-place', message: 'the record is not the start of a log: what came before it was removed' };
  }
  const key = parsePublicKey(event.publicKey);
  if (key === undefined) return { flaw: 'other-key', message: 'the log names no Ed25519 key' };
  if (expectedKey !== undefined && expectedKey !== event.publicKey) {
    return { flaw: 'other-key', message: 'the log was signed by another key than the expected one' };
  }
  return { records: 1, last: hash, start: event, key };
};

/**
 * Yields each record that is sound as far as the chain goes up to it, and returns the verdict; stops at the first flaw.
 * Without `expectedKey` (SPKI, base64) the verdict is only as good as the reader's knowledge of the log's key: who can
 * replace the whole log can sign it with a key of their own.
 */
export const checkRecords = function* (
  lines: Iterable<Line>,
  expectedKey: string | undefined,
): Generator<AuditRecord, AuditVerdict> {
  let chain: Chain | undefined;
  let from = '';
  let head: { readonly time: string } | undefined;
  let signed = 0;
  const broken = ({ flaw, message }: Found): AuditVerdict => ({
    ok: false,
    flaw,
    record: (chain?.records ?? 0) + 1,
    message,
    signed,
  });

  for (const line of lines) {
    if (head !== undefined) return broken({ flaw: 'after-head', message: 'something was added after the head' });
    const record = readLine(line);
    if ('flaw' in record) return broken(record);
    if (chain === undefined) {
      const begun = begin(record, expectedKey);
      if ('flaw' in begun) return broken(begun);
      chain = begun;
      from = record.time;
    } else {
      const flaw = flawOf(chain, record);
      if (flaw !== undefined) return broken(flaw);
      chain = { ...chain, records: record.seq, last: record.hash };
    }
    if (record.event.type === 'checkpoint') signed = record.seq - 1;
    if (record.event.type === 'head') head = record;
    yield record;
  }
  if (chain === undefined) return broken({ flaw: 'empty', message: 'there is no record' });
  if (head === undefined) {
    return broken({
      flaw: 'no-head',
      message: 'the log has no head: its end was cut off, or its writer still runs or was killed',
    });
  }
  return { ok: true, records: chain.records, publicKey: chain.start.publicKey, from, to: head.time };
};
