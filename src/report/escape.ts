/** Texts that come from outside, made harmless for the form that they are put into. */

/** Control characters, and those that reorder or hide text: what a terminal or a reader would be fooled by. */
const unseen = /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;
const short: Readonly<Record<string, string>> = { '\n': String.raw`\n`, '\r': String.raw`\r`, '\t': String.raw`\t` };

/** Every character that does not show, shown: `\n`, `\u{1b}`. */
export const visible = (text: string): string =>
  text.replaceAll(unseen, (character) => short[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);

/** As `visible`, on one line: white space within SQL is only layout. */
export const oneLine = (text: string): string => visible(text.replaceAll(/\s+/g, ' ').trim());

/** At most `length` characters, the last an ellipsis where some are left out. */
export const cut = (text: string, length: number): string => {
  const characters = Array.from(text);
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
};

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** For text and attributes of XML 1.0 and HTML. */
export const xml = (text: string): string =>
  visible(text)
    .replaceAll(/[\ufffe\uffff]|\p{Cs}/gu, '\ufffd')
    .replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
