/** Asks a real server: what it sends for values of a type, and what it makes of masked ones. */
import pg from 'pg';
import { cellsOf, type RawClient, type RawColumn } from '../support/raw-client.ts';

export interface Result {
  readonly column: RawColumn;
  readonly rows: readonly Buffer[];
}

const read = (format: 0 | 1) => async (client: RawClient, sql: string, values: readonly (string | null)[]) => {
  const { columns, rows } = await client.query(
    `SELECT v::${sql} FROM json_array_elements_text($1::json) WITH ORDINALITY t(v, n) ORDER BY n`,
    { parameters: [Buffer.from(JSON.stringify(values))], types: [0], resultFormat: format },
  );
  const [column] = columns;
  if (column === undefined) throw new Error('no column');
  return { column, rows };
};

/** The DataRows of one column that holds these literals. */
export const asText = read(0);
export const asBinary = read(1);

/** `pg`'s decoder, which throws on what it cannot decode. */
const parserOf = pg.types.getTypeParser as unknown as (
  oid: number,
  format: 'text' | 'binary',
) => (value: string | Buffer) => unknown;

export const onlyCell = (row: Buffer): Buffer | null => cellsOf(row)[0] ?? null;

/** What is wrong with masked rows of the type, in both formats; undefined where the server agrees with them. */
export const disagreement = async (
  client: RawClient,
  sql: string,
  text: readonly Buffer[],
  binary: readonly Buffer[],
): Promise<string | undefined> => {
  const texts = text.map((row) => onlyCell(row)?.toString('utf8') ?? null);
  const binaries = binary.map(onlyCell);
  const again = await asText(client, sql, texts);
  const inBinary = await asBinary(client, sql, texts);
  for (const [i, masked] of texts.entries()) {
    const read = onlyCell(again.rows[i] ?? Buffer.alloc(0))?.toString('utf8') ?? null;
    if (read !== masked) return `the server reads ${JSON.stringify(masked)} as ${JSON.stringify(read)}`;
    const other = onlyCell(inBinary.rows[i] ?? Buffer.alloc(0));
    const own = binaries[i] ?? null;
    const same = own === null ? other === null : other?.equals(own) === true;
    if (!same)
      return `text ${JSON.stringify(masked)} but binary ${String(own?.toString('hex'))}, not ${String(other?.toString('hex'))}`;
    if (masked !== null) parserOf(again.column.type, 'text')(masked);
    if (own !== null) parserOf(again.column.type, 'binary')(own);
  }
  return undefined;
};
