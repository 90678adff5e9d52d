import { decodeBackend } from '../wire/backend.ts';

const longestCell = 200;

const textOf = (cell: Buffer, format: 0 | 1): string => {
  const cut = cell.subarray(0, longestCell);
  const more = cell.length > longestCell ? '…' : '';
  return (format === 0 ? cut.toString('utf8') : `\\x${cut.toString('hex')}`) + more;
};

/** A DataRow as the client gets it, for the record: text as it is, binary in hexadecimal, long cells cut. */
export const takeSample = (row: Buffer, formats: readonly (0 | 1)[]): (string | null)[] => {
  const message = decodeBackend(row[0] ?? 0, row.subarray(5));
  if (message.type !== 'DataRow') return [];
  return message.cells.map((cell, index) => (cell === null ? null : textOf(cell, formats[index] ?? 0)));
};
