/** Phrases of the rules in a column's name. */
import { type CompiledRule, modifiers, type Phrase, phrasesFrom, standsAt, words } from './compile.ts';
import type { Rule, Subject } from './rules/rule.ts';
import { nounSubject } from './subject.ts';
import { type TypeFamily, typeFamily } from './type-family.ts';
import type { ColumnFacts } from './types.ts';

/** A phrase found in a column's name that nothing beside it contradicts. */
export interface Match {
  readonly phrase: Phrase;
  /** What the noun next to the phrase is about (`customer_name`); 'none' leaves it to the table. */
  readonly own: Subject;
  readonly ownNoun: string | undefined;
  readonly strangers: readonly string[];
  /** Where the phrase ends in the column's words. */
  readonly end: number;
}

export interface ReadColumn {
  readonly facts: ColumnFacts;
  readonly family: TypeFamily;
  /** Of its name. */
  readonly words: readonly string[];
  readonly matches: readonly Match[];
}

const matchAt = (all: readonly string[], at: number, phrase: Phrase): Match | undefined => {
  const { beside, not } = phrase.rule;
  const end = at + phrase.words.length;
  const strangers: string[] = [];
  let own: Subject = 'none';
  let ownNoun: string | undefined;
  let nearest = Number.POSITIVE_INFINITY;
  for (const [i, word] of all.entries()) {
    if (i >= at && i < end) continue;
    if (not.has(word)) return undefined;
    const subject = nounSubject(word);
    const distance = i < at ? at - i : i - end + 1.5;
    if (subject !== 'none' && subject !== 'personal' && distance < nearest && !beside.has(word)) {
      nearest = distance;
      own = subject;
      ownNoun = word;
    }
    if (beside.has(word)) continue;
    const contradicts = modifiers.contradicting.has(word) || (i < at ? modifiers.before : modifiers.heads).has(word);
    if (contradicts) return undefined;
    if (!modifiers.qualifiers.has(word) && subject === 'none') strangers.push(word);
  }
  return { phrase, own, ownNoun, strangers, end };
};

const matchesOf = (all: readonly string[]): readonly Match[] =>
  all.flatMap((word, at) =>
    phrasesFrom(word).flatMap((phrase) => {
      const found = standsAt(all, at, phrase.words) ? matchAt(all, at, phrase) : undefined;
      return found === undefined ? [] : [found];
    }),
  );

/** Whether the type can hold the rule's class. */
export const fits = (family: TypeFamily, { rule }: CompiledRule): boolean =>
  family === 'unknown' || rule.types.includes(family) || (family === 'array' && rule.types.includes('text'));

/** A place is a thing, where a rule does not tell them apart. */
export const counts = (rule: Rule, subject: Subject): boolean =>
  rule.subjects?.includes(subject === 'places' ? 'things' : subject) ?? true;

type ReadName = Pick<ReadColumn, 'words' | 'matches'>;

/** Tables share most of their columns' names. */
const readNames = new Map<string, ReadName>();
const mostNames = 10_000;

const readName = (name: string): ReadName => {
  const before = readNames.get(name);
  if (before !== undefined) return before;
  const all = words(name);
  const read = { words: all, matches: matchesOf(all) };
  if (readNames.size < mostNames) readNames.set(name, read);
  return read;
};

export const readColumn = (facts: ColumnFacts): ReadColumn => ({
  facts,
  family: typeFamily(facts.dataType),
  ...readName(facts.column),
});
