/**
 * Control, format (bidirectional and zero-width ones among them), separator, surrogate and private-use characters:
 * what can move a terminal's cursor, colour it, or make a text look like another.
 */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu;

const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A text of unknown origin as one line that a terminal shows and does nothing else with. */
export const printable = (text: string): string =>
  text.replaceAll(hidden, (character) => short[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);

/** The same for a text whose line breaks are meant. */
export const printableLines = (text: string): readonly string[] =>
  text.split('\n').map((line) => printable(line.replaceAll('\t', '  ')));
