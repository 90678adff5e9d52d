/** Outside texts within GitHub's Markdown, table cells included. */
import { oneLine, visible, xml } from './escape.ts';

const numeric = (character: string): string => `&#${String(character.codePointAt(0))};`;

/** A text as running text: it makes no markup, no mention and no link. */
export const prose = (text: string): string =>
  visible(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    // Not a backslash before a backslash: two of them end a table's cell at the next bar.
    .replaceAll('\\', '&#92;')
    .replaceAll(/[`*[\]|~#$]/g, String.raw`\$&`)
    .replaceAll(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, String.raw`\_`)
    .replaceAll('@', '@\u200b')
    .replaceAll(/:(?=\/\/)/g, numeric)
    .replaceAll(/(?<=www)\./gi, numeric);

/** A text as code on one line. Bars and backslashes are not safe in a table's code spans, entities are. */
export const code = (text: string): string => {
  const line = oneLine(text);
  if (line === '') return '';
  if (!/[`|\\]/.test(line)) return `\`${line}\``;
  return `<code>${xml(line).replaceAll(/[`|\\*_~[\]#@$:.]/g, numeric)}</code>`;
};

/** Lines of code within a table cell; their indentation is kept. */
export const codeLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => `${'&nbsp;'.repeat(line.length - line.trimStart().length)}${code(line)}`)
    .join('<br>');
