/** What an external store of the audit is: something that takes records, in order, and says when it has them for good. */
import type { AuditRecord } from '../types.ts';

/** A record as the log has it. */
export interface Sealed {
  readonly seq: number;
  readonly time: string;
  /** Hex; with `seq` and the log's name it is the record's identity in every store. */
  readonly hash: string;
  readonly type: AuditRecord['event']['type'];
  /** The line with its newline: byte for byte what the log has. */
  readonly line: Buffer;
}

export interface Sink {
  /**
   * Resolves when the store has the records for good; having them already changes nothing. Called for one batch at a
   * time, in order, and again with the same batch after a failure. Rejects with StoreFailure; anything else is taken for
   * one that may pass.
   */
  deliver(records: readonly Sealed[]): Promise<void>;
  /** Up to which record the store has the log; absent where bringing records again is as cheap as asking. */
  storedUpTo?(): Promise<number>;
  close(): Promise<void>;
}

/** Why a store did not take a batch. `message` holds no credential and nothing of a record. */
export class StoreFailure extends Error {
  override readonly name = 'StoreFailure';
  /** False: what is wrong has to be mended by somebody, and until then the same batch would fail again. */
  readonly passes: boolean;
  /** A part of the batch may be in the store, and sending it again would put it there twice: it is never sent again. */
  readonly final: boolean;
  /** Milliseconds that the store asks for before the next attempt. */
  readonly retryAfter: number | undefined;

  constructor(
    message: string,
    options: {
      readonly passes: boolean;
      readonly final?: boolean;
      readonly retryAfter?: number | undefined;
      readonly cause?: unknown;
    },
  ) {
    super(message, { cause: options.cause });
    this.passes = options.passes;
    this.final = options.final ?? false;
    this.retryAfter = options.retryAfter;
  }
}

/** What a kind of sink gets from outside. */
export interface SinkTools {
  readonly fetch: typeof fetch;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** The log's name in every store: the hash of its first record, which is of this run alone. */
  readonly log: string;
}

/** The last record of a batch; a batch has one at least. */
export const lastOf = (records: readonly Sealed[]): Sealed => {
  const last = records.at(-1);
  if (last === undefined) throw new StoreFailure('a batch without records', { passes: false });
  return last;
};
