import { PgveilError } from '../errors.ts';
import { besidesOf } from './beside.ts';
import { append, appendInt32, byteSink, int32At, setInt32 } from './bytes.ts';
import { compileCell, type MaskContext } from './cell.ts';
import { resolveType } from './codec/resolve.ts';
import type { CellMask, ResultColumn, RowMasker, Treatment } from './types.ts';

const malformed = (what: string): PgveilError =>
  new PgveilError('PGVEIL_PROTOCOL', `the server sent a DataRow whose ${what}`, {
    remedy: 'check that the upstream is a PostgreSQL server',
  });

const header = 7;

export interface RowMaskerOptions extends MaskContext {
  readonly columns: readonly Pick<ResultColumn, 'type' | 'typmod' | 'format'>[];
  /** One per column. */
  readonly treatments: readonly Treatment[];
  /** Rows are whole only after `settleTokens` (kernel/lanes.ts), which the caller calls before it reads them. */
  readonly later?: boolean;
}

/**
 * Compiles the treatments of a result to a masker of its DataRows (protocol 3, "DataRow": Int32 length, Int16 count,
 * then per column Int32 length or -1 and the bytes). Undefined where every column passes. Runs of cells that pass are
 * copied at once. Throws PGVEIL_INTERNAL where treatments and columns are not as many.
 */
export const compileRowMasker = (options: RowMaskerOptions): RowMasker | undefined => {
  const { columns, treatments } = options;
  if (columns.length !== treatments.length) {
    throw new PgveilError(
      'PGVEIL_INTERNAL',
      `${String(treatments.length)} treatments for ${String(columns.length)} result columns`,
    );
  }
  const { types, keys } = options;
  const besides = besidesOf(treatments, columns, (index) => columns[index]?.format ?? 0, types);
  const masks: readonly (CellMask | undefined)[] = columns.map((column, i) => {
    const treatment = treatments[i] ?? { kind: 'redact', class: undefined };
    const type = resolveType(column.type, column.typmod, types);
    const mask = compileCell(treatment, type, column.format, { types, keys, beside: besides?.cells[i] });
    return options.later === true ? (mask?.later ?? mask) : mask;
  });
  if (masks.every((mask) => mask === undefined)) return undefined;
  const rewrite = rowRewriter(masks);
  if (besides === undefined) return rewrite;
  const listen = rowRewriter(besides.listeners);
  const unused = byteSink(1024);
  return (source, start, end, out) => {
    besides.forget();
    unused.reset();
    listen(source, start, end, unused);
    rewrite(source, start, end, out);
  };
};

const rowRewriter = (masks: readonly (CellMask | undefined)[]): RowMasker => {
  const count = masks.length;
  return (source, start, end, out) => {
    if (end - start < header || int32At(source, start + 1) !== end - start - 1) throw malformed('length is wrong');
    if (source.readUInt16BE(start + 5) !== count) throw malformed('number of columns is not that of the RowDescription');
    const rowAt = out.length;
    out.reserve(end - start);
    let copied = start;
    let at = start + header;
    for (let i = 0; i < count; i += 1) {
      if (at + 4 > end) throw malformed('cells are cut');
      const length = int32At(source, at);
      const cell = at + 4;
      at = length > 0 ? cell + length : cell;
      if (length < -1 || at > end) throw malformed('cell lengths do not fit');
      const mask = masks[i];
      if (mask === undefined || length < 0) continue;
      append(out, source, copied, cell - 4);
      const lengthAt = out.length;
      appendInt32(out, -1);
      if (mask(source, cell, at, out)) setInt32(out.bytes, lengthAt, out.length - lengthAt - 4);
      copied = at;
    }
    if (at !== end) throw malformed('cells end before the row');
    append(out, source, copied, end);
    setInt32(out.bytes, rowAt + 1, out.length - rowAt - 1);
  };
};
