/** COPY ... TO STDOUT in CSV format: quoted cells may hold delimiters, quotes and newlines (copyto.c). */
import { append, appendAll, appendByte, byteSink, sameBytes } from './bytes.ts';
import type { RowCutter, RowRewriter } from './copy-frames.ts';
import type { ByteSink, CellMask } from './types.ts';

const newline = 0x0a;
const carriageReturn = 0x0d;

export interface CsvForm {
  readonly delimiter: number;
  readonly quote: number;
  readonly escape: number;
  readonly null: Buffer;
  /** FORCE_QUOTE, by column. */
  readonly forceQuote: readonly boolean[];
}

/** A newline outside quotes ends the row. What is scanned is remembered, so that a cut row is not scanned twice. */
export const csvRows =
  (form: Pick<CsvForm, 'quote' | 'escape'>): RowCutter =>
  () => {
    const { quote, escape } = form;
    let scanned = 0;
    let quoted = false;
    let escaped = false;
    return {
      next(source, start, end) {
        for (let i = start + scanned; i < end; i += 1) {
          const byte = source[i];
          if (escaped) escaped = false;
          else if (quoted && byte === escape && escape !== quote) escaped = true;
          // A doubled quote leaves and enters again.
          else if (byte === quote) quoted = !quoted;
          else if (byte === newline && !quoted) {
            scanned = 0;
            return i + 1;
          }
        }
        scanned = end - start;
        return -1;
      },
    };
  };

/** Rewrites one row, newline included. Returns false where it has not as many cells as there are masks. */
export const csvRewriter = (masks: readonly (CellMask | undefined)[], form: CsvForm): RowRewriter => {
  const { delimiter, quote, escape } = form;
  const plain = byteSink(256);
  const masked = byteSink(256);
  const cellEnd = (source: Buffer, start: number, end: number): number => {
    let quoted = false;
    for (let i = start; i < end; i += 1) {
      const byte = source[i];
      if (quoted && byte === escape && escape !== quote) i += 1;
      else if (byte === quote) quoted = !quoted;
      else if (byte === delimiter && !quoted) return i;
    }
    return end;
  };
  const unquote = (source: Buffer, start: number, end: number): void => {
    for (let i = start + 1; i < end - 1; i += 1) {
      const byte = source[i];
      // Behind the escape character stands the quote or the escape character itself.
      if (byte === escape && (source[i + 1] === quote || source[i + 1] === escape) && i + 1 < end - 1) i += 1;
      appendByte(plain, source[i] ?? 0);
    }
  };
  const needsQuotes = (source: Buffer, start: number, end: number): boolean => {
    if (sameBytes(source, start, end, form.null)) return true;
    // Alone in its row, \. would look like the end of the data.
    if (masks.length === 1 && end - start === 2 && source[start] === 0x5c && source[start + 1] === 0x2e) return true;
    for (let i = start; i < end; i += 1) {
      const byte = source[i];
      if (byte === delimiter || byte === quote || byte === newline || byte === carriageReturn) return true;
    }
    return false;
  };
  const appendCell = (out: ByteSink, source: Buffer, start: number, end: number, force: boolean): void => {
    if (!force && !needsQuotes(source, start, end)) {
      append(out, source, start, end);
      return;
    }
    appendByte(out, quote);
    for (let i = start; i < end; i += 1) {
      const byte = source[i] ?? 0;
      if (byte === quote || byte === escape) appendByte(out, escape);
      appendByte(out, byte);
    }
    appendByte(out, quote);
  };
  return (source, start, end, out) => {
    const last = end - 1;
    let at = start;
    let copied = start;
    for (let i = 0; i < masks.length; i += 1) {
      const stop = cellEnd(source, at, last);
      if ((stop === last) !== (i === masks.length - 1)) return false;
      const mask = masks[i];
      // An unquoted null string is NULL; a quoted one is that text.
      if (mask !== undefined && !sameBytes(source, at, stop, form.null)) {
        append(out, source, copied, at);
        plain.reset();
        masked.reset();
        if (stop - at >= 2 && source[at] === quote && source[stop - 1] === quote) unquote(source, at, stop);
        else append(plain, source, at, stop);
        // Whether the value had to be quoted says something of it: only the masked value decides.
        const force = form.forceQuote[i] === true;
        if (mask(plain.bytes, 0, plain.length, masked)) appendCell(out, masked.bytes, 0, masked.length, force);
        else appendAll(out, form.null);
        copied = stop;
      }
      at = stop + 1;
    }
    append(out, source, copied, end);
    return true;
  };
};
