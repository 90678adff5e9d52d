import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type ListedColumn, readColumns } from '../coverage/detection/columns-csv.ts';
import { detectColumns } from '../coverage/detection/detect.ts';
import type { Detection } from '../coverage/detection/types.ts';
import { errorText, PgveilError } from '../errors.ts';
import { defineCommand } from './command.ts';

/** One column in the JSON form. */
export interface Classified {
  readonly column: string;
  readonly data_type: string;
  /** What it holds of a person; null where nothing personal shows. */
  readonly class: string | null;
  /** 0 where nothing shows, else 0.5 to 1. */
  readonly score: number;
  readonly evidence: readonly string[];
  /** A key or password of an application: worth a mask, and no person's. */
  readonly secret: boolean;
}

const classified = ({ name, facts }: ListedColumn, found: Detection | undefined): Classified => ({
  column: name,
  data_type: facts.dataType,
  class: found === undefined || found.class === 'secret' ? null : found.class,
  score: found?.score ?? 0,
  evidence: found?.evidence ?? [],
  secret: found?.class === 'secret',
});

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new PgveilError('PGVEIL_INPUT', `the file of columns could not be read: ${errorText(error)}`, {
      remedy: 'Name a CSV file with the header schema.table.column,data_type.',
      cause: error,
    });
  }
};

const printable = (text: string): string => text.replaceAll(/\p{C}/gu, '\uFFFD');

const table = (rows: readonly Classified[]): string => {
  const found = rows.filter((row) => row.class !== null || row.secret);
  const cells = found.map((row) => [row.column, row.class ?? 'secret', row.score.toFixed(2), row.evidence.join('; ')]);
  const lines = [['COLUMN', 'CLASS', 'SCORE', 'EVIDENCE'], ...cells].map((line) => line.map(printable));
  const widths = [0, 1, 2].map((at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  const text = lines.map((line) =>
    line
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const secrets = found.filter((row) => row.secret).length;
  const count = `${String(rows.length)} columns: ${String(found.length - secrets)} personal, ${String(secrets)} secret`;
  return `${[...text, '', count].join('\n')}\n`;
};

export const command = defineCommand({
  options: {
    columns: {
      type: 'string',
      value: 'FILE',
      help: "CSV with the header schema.table.column,data_type, or information_schema's names",
      required: true,
    },
    json: { type: 'boolean', help: 'Print JSON: every column, in the order of the file' },
  },
  operands: {},
  notes: ['Judges by names and types alone; nothing is connected to. docs/detection.md names the classes.'],
  run: (context, { options }) => {
    const listed = readColumns(read(resolve(context.cwd, options.columns)));
    const found = detectColumns(listed.map(({ facts }) => facts));
    const rows = listed.map((column, at) => classified(column, found[at]));
    context.stdout.write(options.json ? `${JSON.stringify(rows, null, 2)}\n` : table(rows));
    return 0;
  },
});
