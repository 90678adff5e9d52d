import type { Oid } from '../catalog/types.ts';

/** A mask as the policy gives it: an entry of the transform table and its options, already validated. */
export interface MaskSpec {
  readonly transform: string;
  readonly options: Readonly<Record<string, unknown>>;
}

/** What happens to one output column. The order pass < mask < redact is the order of strictness. */
export type Treatment =
  | { readonly kind: 'pass' }
  | {
      readonly kind: 'mask';
      readonly mask: MaskSpec;
      readonly class: string;
      /** The column of the result, from 0, that the mask goes by: of the same row of the same table. */
      readonly beside?: number;
    }
  /** Replaced as a whole by a neutral value that is valid for the output type. */
  | { readonly kind: 'redact'; readonly class: string | undefined }
  /** Masked inside, member by member; a value that has not the expected shape is redacted whole. */
  | { readonly kind: 'structured'; readonly shape: TreatedShape };

export type TreatedShape =
  | { readonly kind: 'row'; readonly fields: readonly Treatment[] }
  | { readonly kind: 'json-object'; readonly members: readonly { readonly name: string; readonly treatment: Treatment }[] }
  | { readonly kind: 'json-array'; readonly items: readonly Treatment[] }
  | { readonly kind: 'each'; readonly json: boolean; readonly item: Treatment };

/** One field of a RowDescription, as the server sent it. */
export interface ResultColumn {
  readonly name: string;
  /** 0 where the server names no table. */
  readonly table: Oid;
  readonly attnum: number;
  readonly type: Oid;
  readonly typlen: number;
  readonly typmod: number;
  /** 0 text, 1 binary. */
  readonly format: 0 | 1;
}

export type ColumnType = Pick<ResultColumn, 'type' | 'typmod'>;

/** Another cell of the row that is being masked, in one form for both formats; undefined for NULL, and for types without one. */
export type BesideCell = () => Buffer | undefined;

/** A buffer that grows and is reused; masked bytes are appended to it. */
export interface ByteSink {
  bytes: Buffer;
  length: number;
  /** Makes room for n more bytes; may replace `bytes`. */
  reserve(n: number): void;
}

/**
 * Rewrites one DataRow. `start` is at the type byte 'D', `end` behind the last cell. Appends one whole DataRow
 * message to the sink. Throws PgveilError PGVEIL_PROTOCOL on a malformed row.
 */
export type RowMasker = (source: Buffer, start: number, end: number, out: ByteSink) => void;

/** Rewrites the payload stream of a COPY TO STDOUT; CopyData frames need not fall on row borders. */
export interface CopyMasker {
  /** Appends whole CopyData messages for the rows that are complete; keeps the rest. */
  push(source: Buffer, start: number, end: number, out: ByteSink): void;
  /** At CopyDone: appends what is left. */
  finish(out: ByteSink): void;
}

/** Keys for keyed masks: one HKDF sub-key per class, so that masks join within a class and not across. */
export interface MaskKeys {
  forClass(name: string): Buffer;
}

/**
 * Masks one cell that is not NULL: appends the masked form of source[start, end) to the sink and returns true, or
 * appends nothing and returns false for SQL NULL. Compiled for one type and one format.
 */
export interface CellMask {
  (source: Buffer, start: number, end: number, out: ByteSink): boolean;
  /**
   * The same, but what it appends is whole only after `settleTokens` (kernel/lanes.ts): for whoever appends cell behind
   * cell and neither reads nor moves one before.
   */
  readonly later?: CellMask;
}
