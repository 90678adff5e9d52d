/** Whether the records in this file are a whole and unchanged log: docs/audit-format.md, read a third time. */
import type { AuditRecord, Checkpoint, Head, LogStart } from '../../../audit/types.ts';
import { genesis, recordHash, rootOf, signatureCheck, type SignatureCheck } from './digest.ts';
import type { Line } from './records.ts';

export type Outcome =
  | {
      readonly kind: 'verified';
      readonly records: number;
      readonly publicKey: string;
      readonly signatures: 'checked' | 'unknown';
    }
  /** `record` counts from 1. */
  | { readonly kind: 'broken'; readonly record: number; readonly message: string }
  /** This browser gives a page no WebCrypto. */
  | { readonly kind: 'unavailable' };

export interface Verifier {
  /** Takes the next lines; gives the flaw, once there is one. */
  take(lines: readonly Line[]): Promise<Extract<Outcome, { kind: 'broken' }> | undefined>;
  finish(): Outcome;
}

interface Chain {
  readonly start: LogStart;
  /** Undefined: the browser cannot check signatures. */
  readonly check: SignatureCheck | undefined;
}

const tail = (hash: string): string => `,"hash":"${hash}"}`;

const changed = 'the record was changed: its hash is not the one that it states';
const misplaced = 'the record does not follow the one before it: one was removed, added or moved';

/** `expectedKey`: SPKI, base64. */
export const createVerifier = (expectedKey: string | undefined): Verifier => {
  let chain: Chain | undefined;
  let last = '';
  let count = 0;
  let ended = false;
  let broken: Extract<Outcome, { kind: 'broken' }> | undefined;

  const begin = async ({ event, seq, prev }: AuditRecord): Promise<string | undefined> => {
    if (seq !== 1 || prev !== (await genesis()) || event.type !== 'log-start') {
      return 'the record is not the start of a log: what came before it was removed';
    }
    if (expectedKey !== undefined && event.publicKey !== expectedKey) {
      return 'the log was signed by another key than the expected one';
    }
    try {
      chain = { start: event, check: await signatureCheck(event.publicKey) };
      return undefined;
    } catch {
      return 'the log names no Ed25519 key';
    }
  };

  const signatureFlaw = async ({ start, check }: Chain, event: Checkpoint | Head, time: string): Promise<string | undefined> => {
    if (event.type === 'head' && event.publicKey !== start.publicKey) {
      return 'the head names another key than the start of the log';
    }
    const root = await rootOf(count, last);
    if (event.records !== count || event.root !== root) return `the ${event.type} is not of the records before it`;
    const fits = check === undefined || (await check({ kind: event.type, records: count, root, time }, event.signature));
    return fits ? undefined : `the ${event.type} is not signed by the log's key: records before it were changed, or it was`;
  };

  const flawOf = async ({ record }: Line): Promise<string | undefined> => {
    if (record === undefined) return 'the line is no record of pgveil';
    if (ended) return 'something was added after the head';
    if (chain === undefined) return begin(record);
    const { event, seq, prev, time } = record;
    if (seq !== count + 1 || prev !== last || event.type === 'log-start') return misplaced;
    const due = seq % (chain.start.checkpointEvery + 1) === 0;
    if (due !== (event.type === 'checkpoint')) return due ? 'a checkpoint is missing here' : 'no checkpoint belongs here';
    return event.type === 'checkpoint' || event.type === 'head' ? signatureFlaw(chain, event, time) : undefined;
  };

  const stated = async ({ record, text }: Line): Promise<boolean> => {
    if (record === undefined) return true;
    const { prev, hash } = record;
    const [line, end] = [text(), tail(hash)];
    return line.endsWith(end) && (await recordHash(prev, line.slice(0, -end.length))) === hash;
  };

  return {
    take: async (lines) => {
      // What a record states as `prev` is compared with the hash before it, so that all hashes can be made at once.
      const hashes = await Promise.all(lines.map(stated));
      for (const [index, line] of lines.entries()) {
        if (broken !== undefined) return broken;
        const message = hashes[index] === true ? await flawOf(line) : changed;
        if (message !== undefined) {
          broken = { kind: 'broken', record: count + 1, message };
          return broken;
        }
        count += 1;
        last = line.record?.hash ?? '';
        ended = line.record?.event.type === 'head';
      }
      return broken;
    },
    finish: () => {
      if (broken !== undefined) return broken;
      if (chain === undefined) return { kind: 'broken', record: 1, message: 'there is no record' };
      if (!ended) {
        const message = 'the log has no head: its end was cut off, or its writer still runs or was killed';
        return { kind: 'broken', record: count + 1, message };
      }
      const signatures = chain.check === undefined ? 'unknown' : 'checked';
      return { kind: 'verified', records: count, publicKey: chain.start.publicKey, signatures };
    },
  };
};
