import { PgveilError } from '../errors.ts';
import { type Besides, besidesOf } from './beside.ts';
import { byteSink } from './bytes.ts';
import { compileCell, type MaskContext } from './cell.ts';
import { resolveType } from './codec/resolve.ts';
import { binaryRewriter, binaryRows } from './copy-binary.ts';
import { csvRewriter, csvRows } from './copy-csv.ts';
import { copyFrames, type RowCutter, type RowRewriter } from './copy-frames.ts';
import { nullIsAmbiguous, textRewriter, textRows } from './copy-text.ts';
import type { CellMask, CopyMasker, ResultColumn, Treatment } from './types.ts';

/** The options of a COPY TO STDOUT that shape its data; a part of lineage's CopyOptions. */
export interface CopyForm {
  readonly format: 'text' | 'csv' | 'binary';
  readonly delimiter: string;
  readonly null: string;
  readonly header: boolean;
  readonly quote: string;
  readonly escape: string;
  readonly encoding: string | undefined;
  /** FORCE_QUOTE of CSV, by place of the column in the data; empty where nothing is forced. */
  readonly forceQuote: readonly boolean[];
}

export interface CopyMaskerOptions extends MaskContext {
  readonly copy: CopyForm;
  /** Type 0 where it is not known: such a cell becomes NULL where it is treated. */
  readonly columns: readonly Pick<ResultColumn, 'type' | 'typmod'>[];
  /** One per column. */
  readonly treatments: readonly Treatment[];
  /** What is appended is whole only after `settleTokens` (kernel/lanes.ts), which the caller calls before it reads it. */
  readonly later?: boolean;
}

/** Names of UTF-8 and of bytes as they are, as clean_encoding_name leaves them. */
const readable: ReadonlySet<string> = new Set(['utf8', 'unicode', 'sqlascii']);

/**
 * Whether COPY data in the encoding that the option names can be masked. Of others the characters may hold bytes of a
 * delimiter or a quote, or masks would break them.
 */
export const isMaskableEncoding = (name: string | undefined): boolean =>
  name === undefined || readable.has(name.replaceAll(/[^a-z0-9]/gi, '').toLowerCase());

/** The first row (the names of the columns) passes. */
const withHeader = (rewrite: RowRewriter): RowRewriter => {
  let first = true;
  return (source, start, end, out) => {
    if (!first) return rewrite(source, start, end, out);
    first = false;
    return passRow(source, start, end, out);
  };
};

const passRow: RowRewriter = (source, start, end, out) => {
  out.reserve(end - start);
  source.copy(out.bytes, out.length, start, end);
  out.length += end - start;
  return true;
};

/**
 * In text format a value that equals the NULL option is printed like NULL, so that a client could ask for NULL 'guess'
 * and see where the guess is right. An empty NULL option only makes empty values look like NULL.
 */
const asksForGuess = (copy: CopyForm): boolean =>
  copy.format === 'text' && copy.null !== '' && nullIsAmbiguous(Buffer.from(copy.null), copy.delimiter.charCodeAt(0));

const redactTreated = (treatment: Treatment): Treatment =>
  treatment.kind === 'pass' ? treatment : { kind: 'redact', class: undefined };

const compileFormat = (
  copy: CopyForm,
  masks: readonly (CellMask | undefined)[],
  later: boolean,
): { rows: RowCutter; rewrite: RowRewriter } => {
  if (copy.format === 'binary') {
    const direct = later ? masks.map((mask) => mask?.later ?? mask) : masks;
    return { rows: binaryRows(masks.length), rewrite: binaryRewriter(direct) };
  }
  const delimiter = copy.delimiter.charCodeAt(0);
  const nullText = Buffer.from(copy.null);
  const quote = copy.quote.charCodeAt(0);
  const csv = { delimiter, quote, escape: copy.escape.charCodeAt(0), null: nullText, forceQuote: copy.forceQuote };
  const [rows, rewrite] =
    copy.format === 'csv'
      ? [csvRows(csv), csvRewriter(masks, csv)]
      : [textRows, textRewriter(masks, { delimiter, null: nullText, maskNull: asksForGuess(copy), later })];
  return { rows, rewrite: copy.header ? withHeader(rewrite) : rewrite };
};

/** What masks go by is read in a walk of its own, since it may come behind them. */
const heardFirst = (besides: Besides, listen: RowRewriter, rewrite: RowRewriter): RowRewriter => {
  const unused = byteSink(1024);
  return (source, start, end, out) => {
    besides.forget();
    unused.reset();
    return listen(source, start, end, unused) && rewrite(source, start, end, out);
  };
};

/**
 * Compiles the treatments of a COPY TO STDOUT to a masker of its data. `push` takes the bodies of CopyData messages
 * (without type byte and length), cut anywhere; it appends one CopyData message per row, header and trailer framed as
 * the server does. Where the NULL option of text format could be a value, treated cells are redacted, NULL or not.
 * Throws PGVEIL_PROTOCOL on data that is not of the format (also in `finish`, where a row is cut) and
 * PGVEIL_INTERNAL for an encoding whose rows cannot be told apart, or where treatments and columns are not as many.
 */
export const createCopyMasker = (options: CopyMaskerOptions): CopyMasker => {
  const { copy, columns, treatments } = options;
  if (!isMaskableEncoding(copy.encoding)) {
    throw new PgveilError('PGVEIL_INTERNAL', 'COPY data in this encoding cannot be masked', { remedy: "use ENCODING 'UTF8'" });
  }
  if (columns.length !== treatments.length) {
    throw new PgveilError(
      'PGVEIL_INTERNAL',
      `${String(treatments.length)} treatments for ${String(columns.length)} COPY columns`,
    );
  }
  const format = copy.format === 'binary' ? 1 : 0;
  const { types, keys } = options;
  const besides = besidesOf(treatments, columns, () => format, types);
  const guess = asksForGuess(copy);
  const masks = columns.map((column, i) => {
    const treatment = treatments[i] ?? { kind: 'redact', class: undefined };
    const wanted = guess ? redactTreated(treatment) : treatment;
    const type = resolveType(column.type, column.typmod, types);
    return compileCell(wanted, type, format, { types, keys, beside: besides?.cells[i] });
  });
  const { rows, rewrite } = compileFormat(copy, masks, options.later === true);
  const whole =
    besides === undefined ? rewrite : heardFirst(besides, compileFormat(copy, besides.listeners, false).rewrite, rewrite);
  return copyFrames(rows, whole, copy.format === 'text' && !copy.header);
};
