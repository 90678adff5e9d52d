/** What a column's comment tells, where its name tells nothing. */
import { modifiers, type Phrase, phrasesFrom, standsAt, words } from './compile.ts';
import type { TableContext } from './context.ts';
import { counts, fits, type ReadColumn } from './match.ts';
import { nounSubject } from './subject.ts';
import type { Detection } from './types.ts';

/** Longer comments are read so far. */
const longest = 500;

/** Of such a column the comment tells what rows it joins. */
const ofKey =
  /(?:foreign|primary) key|cl[eé] (?:[eé]trang[eè]re|primaire)|(?:fremd|prim[aä]r)schl[uü]ssel|(?:clave|chave|chiave) \p{L}+/iu;

/** Parts that a phrase cannot reach across; those that spell codes out (`2 = Salary received weekly`) tell of no value. */
const clauses = (comment: string): readonly string[] =>
  comment
    .slice(0, longest)
    .split(/[.,;:!?()[\]\n]+/u)
    .filter((clause) => !clause.includes('='));

const isThing = (word: string | undefined): boolean =>
  word !== undefined && ['things', 'places', 'systems'].includes(nounSubject(word));

/** The head behind says of what the phrase is only a part: `telephone number type`, `credit card company`. */
const isPart = (all: readonly string[], { words: phrase, rule }: Phrase, at: number): boolean => {
  const head = all.slice(at + phrase.length).find((word) => !rule.beside.has(word));
  return head !== undefined && (isThing(head) || modifiers.contradicting.has(head) || modifiers.heads.has(head));
};

const phraseIn = (clause: string, isMeant: (phrase: Phrase) => boolean): Phrase | undefined => {
  const all = words(clause);
  return all
    .flatMap((word, at) =>
      phrasesFrom(word).filter(
        // The word before says whose it is: `product identification number`.
        (phrase) => standsAt(all, at, phrase.words) && isMeant(phrase) && !isPart(all, phrase, at) && !isThing(all[at - 1]),
      ),
    )
    .at(0);
};

/** Its sure phrases count, unless the name says that the column is a key, a type or a measure of what it speaks of. */
export const byComment = ({ facts, family, words: name }: ReadColumn, table: TableContext): Detection | undefined => {
  const { comment = '' } = facts;
  if (comment === '' || ofKey.test(comment) || name.some((word) => modifiers.contradicting.has(word))) return undefined;
  for (const clause of clauses(comment)) {
    const found = phraseIn(
      clause,
      ({ strength, rule }) =>
        strength === 'sure' && rule.table.length === 0 && fits(family, rule) && counts(rule.rule, table.subject),
    );
    if (found !== undefined) {
      return { class: found.rule.rule.class, score: 0.6, evidence: [`comment has '${found.words.join(' ')}'`] };
    }
  }
  return undefined;
};
