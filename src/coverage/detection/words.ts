/** From an identifier to the words in it, in lower case and without accents. Pure; knows no classes. */

const letters: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', ł: 'l', đ: 'd', ð: 'd', þ: 'th' };

const fold = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[ßøæœłđðþ]/gu, (letter) => letters[letter] ?? letter)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '');

/** Splits at anything that is no letter, and where case turns (`homePhone`, `IPAddress`, `userIDs`); digits are left out. */
const split = (identifier: string): readonly string[] => {
  // Most names are these, and need none of Unicode's tables.
  if (/^[a-z0-9_]*$/.test(identifier)) return identifier.split(/[0-9_]+/).filter((part) => part !== '');
  return identifier
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{Lu})(\p{Lu}(?!s(?!\p{Ll}))\p{Ll})/gu, '$1 $2')
    .split(/[^\p{L}\p{M}]+/u)
    .filter((part) => part !== '')
    .map(fold);
};

const shortest = 3;
const longest = 40;

/** The few words of two letters that may be a part of a run-together name. */
const shortParts: ReadonlySet<string> = new Set(['id', 'ip', 'nr', 'no', 'de', 'of', 'to', 'at', 'is']);

export interface Vocabulary {
  /** The word as the rules spell it: the singular where that is known too (`emails` is `email`). */
  known(word: string): string | undefined;
}

/** Ends in -s and is no plural of what is left without it. */
const singularOnly: ReadonlySet<string> = new Set(['news']);

/** English and Romance plurals, the likelier last: it wins where two words have the same. */
const plurals: readonly ((word: string) => string)[] = [
  (word) => `${word}es`,
  (word) => (word.endsWith('y') ? `${word.slice(0, -1)}ies` : `${word}s`),
  (word) => `${word}s`,
];

const shortPlurals: ReadonlySet<string> = new Set(['ids', 'ips']);

export const vocabulary = (words: Iterable<string>): Vocabulary => {
  const all = new Set(words);
  const forms = new Map(Array.from(all, (word) => [word, word]));
  for (const pluralOf of plurals) {
    for (const word of all) {
      const plural = pluralOf(word);
      if (!singularOnly.has(plural) && (plural.length > 3 || shortPlurals.has(plural))) forms.set(plural, word);
    }
  }
  return {
    // German without its dots is the last resort: `fuehrerschein`.
    known: (word) => forms.get(word) ?? (word.length > 4 ? forms.get(word.replaceAll(/([aou])e(?=.)/gu, '$1')) : undefined),
  };
};

/**
 * Cuts a run-together word (`emailaddress`, `geburtsdatum`) into the fewest known words; undefined when any letter is
 * left over. A leading `v` or `t` is taken for a mark of a view or table.
 */
const segment = (word: string, known: Vocabulary): readonly string[] | undefined => {
  if (word.length > longest) return undefined;
  const best: (readonly string[] | undefined)[] = [[]];
  if (/^[vt]/u.test(word)) best[1] = [];
  for (let end = 2; end <= word.length; end += 1) {
    for (let start = 0; start <= end - 2; start += 1) {
      const before = best[start];
      const part = word.slice(start, end);
      if (before === undefined || (part.length < shortest && !shortParts.has(part))) continue;
      const form = known.known(part);
      const current = best[end];
      if (form !== undefined && (current === undefined || before.length + 1 < current.length)) best[end] = [...before, form];
    }
  }
  const found = best[word.length];
  return found !== undefined && found.length > 0 ? found : undefined;
};

/** The words of an identifier, each in its known form where the vocabulary has one. */
export const wordsOf = (identifier: string, known: Vocabulary): readonly string[] =>
  split(identifier).flatMap((word) => {
    const form = known.known(word);
    if (form !== undefined) return [form];
    return (word.length >= 2 * shortest - 1 ? segment(word, known) : undefined) ?? [word];
  });
