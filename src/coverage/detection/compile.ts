/** The rules and word lists in the form that matching needs; made once, as the module loads. */
import { contradicting, contradictingBefore, contradictingHeads, qualifiers } from './modifiers.ts';
import { containers, people, personal, places, systems, things } from './nouns.ts';
import { rules } from './rules/index.ts';
import type { Rule, Strength } from './rules/rule.ts';
import { type Vocabulary, vocabulary, wordsOf } from './words.ts';

export interface Phrase {
  readonly words: readonly string[];
  readonly strength: Strength;
  readonly rule: CompiledRule;
}

export interface CompiledRule {
  readonly rule: Rule;
  readonly table: readonly (readonly string[])[];
  readonly beside: ReadonlySet<string>;
  readonly not: ReadonlySet<string>;
}

const rawPhrases = (text: string | undefined): readonly (readonly string[])[] =>
  (text ?? '')
    .split(',')
    .map((phrase) => phrase.split(/\s+/u).filter((word) => word !== ''))
    .filter((words) => words.length > 0);

const rawWords = (text: string | undefined): readonly string[] => rawPhrases(text).flat();

const strengths = ['sure', 'likely', 'hint'] as const;

const wordLists = [
  contradicting,
  contradictingBefore,
  contradictingHeads,
  qualifiers,
  containers,
  people,
  personal,
  places,
  systems,
  things,
];

const known: Vocabulary = vocabulary([
  ...wordLists.flatMap((list) => [...list]),
  ...rules.flatMap((rule) =>
    [rule.sure, rule.likely, rule.hint, rule.table, rule.beside, rule.not].flatMap((text) => rawWords(text)),
  ),
]);

const canonical = (word: string): string => known.known(word) ?? word;

const canonicalSet = (words: Iterable<string>): ReadonlySet<string> => new Set(Array.from(words, canonical));

/** The words of a column's or a table's name, as the lists below and the phrases spell them. */
export const words = (identifier: string): readonly string[] => wordsOf(identifier, known);

export const nouns = {
  people: canonicalSet(people),
  personal: canonicalSet(personal),
  things: canonicalSet(things),
  places: canonicalSet(places),
  systems: canonicalSet(systems),
  containers: canonicalSet(containers),
} as const;

export const modifiers = {
  qualifiers: canonicalSet(qualifiers),
  contradicting: canonicalSet(contradicting),
  heads: canonicalSet(contradictingHeads),
  before: canonicalSet(contradictingBefore),
} as const;

const compiled: readonly CompiledRule[] = rules.map((rule) => ({
  rule,
  table: rawPhrases(rule.table).map((phrase) => phrase.map(canonical)),
  beside: canonicalSet(rawWords(rule.beside)),
  not: canonicalSet(rawWords(rule.not)),
}));

const index = new Map<string, Phrase[]>();
for (const rule of compiled) {
  for (const strength of strengths) {
    for (const phrase of rawPhrases(rule.rule[strength])) {
      const spelled = phrase.map(canonical);
      const first = spelled[0];
      if (first === undefined) continue;
      const same = index.get(first) ?? [];
      same.push({ words: spelled, strength, rule });
      index.set(first, same);
    }
  }
}

/** Phrases that start with a word. */
export const phrasesFrom = (word: string): readonly Phrase[] => index.get(word) ?? [];

/** Whether the phrase stands in the words at that place. */
export const standsAt = (all: readonly string[], at: number, phrase: readonly string[]): boolean =>
  phrase.every((word, i) => all[at + i] === word);

/** Whether the phrase stands anywhere in the words. */
export const standsIn = (all: readonly string[], phrase: readonly string[]): boolean =>
  all.some((_, at) => standsAt(all, at, phrase));
