/** Outside texts within GitHub's Markdown, table cells included. Each character is replaced once. */
import { printable } from '../audit/printable.ts';
import { oneLine } from './escape.ts';

const entity = (character: string): string => `&#${String(character.codePointAt(0))};`;

const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '@': '@\u200b' };

/**
 * A text as running text: it makes no markup, no mention and no link. A backslash is an entity, since two of them
 * before a bar would end a table's cell.
 */
export const prose = (text: string): string =>
  printable(text).replaceAll(
    /[&<>@]|[\\:]|(?<=www)\.|[`*[\]|~#$]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/gi,
    (character, at: number, whole: string) => {
      if (character === ':' && !whole.startsWith('//', at + 1)) return character;
      return named[character] ?? (/[\\:.]/.test(character) ? entity(character) : `\\${character}`);
    },
  );

/** A text as code on one line. Bars and backslashes are not safe in a table's code spans, entities are. */
export const code = (text: string): string => {
  const line = oneLine(text);
  if (line === '') return '';
  if (!/[`|\\]/.test(line)) return `\`${line}\``;
  return `<code>${line.replaceAll(/[&<>"'`|\\*_~[\]#@$:]|(?<=www)\./gi, entity)}</code>`;
};

/** Lines of code within a table cell; their indentation is kept. */
export const codeLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => `${'&nbsp;'.repeat(line.length - line.trimStart().length)}${code(line)}`)
    .join('<br>');
