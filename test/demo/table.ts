/** Text tables for a terminal. */

export type Row = readonly string[];

const segmenter = new Intl.Segmenter();
const letters = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment);
const widthOf = (text: string): number => letters(text).length;
const cut = (text: string, width: number): string =>
  widthOf(text) <= width
    ? text
    : `${letters(text)
        .slice(0, width - 1)
        .join('')}…`;
const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** Lines of a table with a ruled head; every column is as wide as its widest cell, up to `widest`. */
export const table = (head: Row, rows: readonly Row[], widest = 30): string[] => {
  const widths = head.map((title, column) =>
    Math.min(widest, Math.max(widthOf(title), ...rows.map((row) => widthOf(row[column] ?? '')))),
  );
  const line = (row: Row): string => widths.map((width, column) => pad(cut(row[column] ?? '', width), width)).join('  ');
  return [line(head), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)];
};

/** Two blocks of lines next to each other under their titles. */
export const sideBySide = (
  left: { readonly title: string; readonly lines: readonly string[] },
  right: { readonly title: string; readonly lines: readonly string[] },
): string[] => {
  const width = Math.max(widthOf(left.title), ...left.lines.map(widthOf));
  const count = Math.max(left.lines.length, right.lines.length);
  return [
    `${pad(left.title, width)} │ ${right.title}`,
    ...Array.from({ length: count }, (_, index) => `${pad(left.lines[index] ?? '', width)} │ ${right.lines[index] ?? ''}`),
  ].map((text) => text.trimEnd());
};

export type Paint = (style: 'bold' | 'dim' | 'red' | 'green' | 'yellow', text: string) => string;

const codes = { bold: [1, 22], dim: [2, 22], red: [31, 39], green: [32, 39], yellow: [33, 39] } as const;

/** Colour only where a person looks: on a terminal that has not asked for none (https://no-color.org). */
export const painter = (stream: { readonly isTTY?: boolean }, environment: NodeJS.ProcessEnv): Paint =>
  stream.isTTY === true && !environment['NO_COLOR']
    ? (style, text) => `\u001b[${String(codes[style][0])}m${text}\u001b[${String(codes[style][1])}m`
    : (_, text) => text;
