import { PgveilError } from '../../errors.ts';

const malformed = (line: number, why: string): PgveilError =>
  new PgveilError('PGVEIL_INPUT', `the CSV is not valid at line ${String(line)}: ${why}`, {
    remedy: 'Quote fields that hold commas, quotes or line breaks, and write a quote inside as two (RFC 4180).',
  });

/** A record, and the line on which it starts, from 1. */
export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

/**
 * The records of a CSV text by RFC 4180; a line may end with LF alone, and a byte order mark is skipped. Empty lines are
 * no records. Throws PgveilError PGVEIL_INPUT with the line of a stray or unclosed quote.
 */
export const parseCsv = (text: string): readonly CsvRecord[] => {
  const records: CsvRecord[] = [];
  let record: string[] = [];
  let line = 1;
  let started = 1;
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  const endRecord = (): void => {
    if (record.length > 1 || record[0] !== '') records.push({ line: started, fields: record });
    record = [];
  };
  while (at < text.length) {
    let field = '';
    if (text[at] === '"') {
      const opened = line;
      for (at += 1; ; at += 1) {
        const close = text.indexOf('"', at);
        if (close < 0) throw malformed(opened, 'a quote is not closed');
        const piece = text.slice(at, close);
        line += piece.split('\n').length - 1;
        field += piece;
        at = close + 1;
        if (text[at] !== '"') break;
        field += '"';
      }
    } else {
      const start = at;
      while (at < text.length && text[at] !== ',' && text[at] !== '\n') {
        if (text[at] === '"') throw malformed(line, 'a quote stands inside a field that is not quoted');
        at += 1;
      }
      field = text.slice(start, text[at - 1] === '\r' && at > start && text[at] !== ',' ? at - 1 : at);
    }
    record.push(field);
    if (text[at] === '\r' && (text[at + 1] === '\n' || at + 1 === text.length)) at += 1;
    if (text[at] === ',') {
      at += 1;
      if (at < text.length) continue;
      record.push('');
    } else if (at < text.length && text[at] !== '\n') throw malformed(line, 'text follows a closing quote');
    endRecord();
    at += 1;
    line += 1;
    started = line;
  }
  if (record.length > 0) endRecord();
  return records;
};
