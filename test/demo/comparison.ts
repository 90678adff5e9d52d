import pg from 'pg';
import type { Paint } from './table.ts';
import { sideBySide, table } from './table.ts';

/** What a client got for one statement. */
export type Answer =
  | { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly refused: { readonly code: string; readonly message: string; readonly hint?: string } };

/** Runs the statements on a connection of its own. */
export const askDirectly = async (url: string, statements: readonly string[]): Promise<Answer[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const answers: Answer[] = [];
  try {
    for (const text of statements) {
      const { fields, rows } = await client.query<unknown[]>({ text, rowMode: 'array' });
      const cells = rows.map((row) => row.map((value) => (value === null ? 'NULL' : String(value as string | number))));
      answers.push({ columns: fields.map((field) => field.name), rows: cells });
    }
  } finally {
    await client.end();
  }
  return answers;
};

const wrap = (text: string, width: number): string[] =>
  text.split(/\s+/).reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
    return lines;
  }, []);

const show = (answer: Answer, paint: Paint): string[] =>
  'columns' in answer
    ? table(answer.columns, answer.rows, 26)
    : [
        paint('red', `ERROR ${answer.refused.code}`),
        ...wrap(answer.refused.message, 90),
        ...wrap(`HINT: ${answer.refused.hint ?? ''}`, 90).map((line) => paint('yellow', line)),
      ];

/** One statement with both answers next to each other; a refusal below it. */
export const compare = (sql: string, direct: Answer | undefined, veiled: Answer, paint: Paint): string[] => [
  paint('bold', sql),
  ...(direct === undefined || 'refused' in veiled
    ? show(veiled, paint)
    : sideBySide({ title: 'direct', lines: show(direct, paint) }, { title: 'through pgveil', lines: show(veiled, paint) })),
  '',
];
