import { suggestion } from '../policy/problems.ts';

/** Sentences for a remedy: what `word` was probably meant to be, then `more`. */
export const advice = (word: string, candidates: Iterable<string>, more: string): string => {
  const meant = suggestion(word, candidates);
  if (meant === undefined) return more;
  return `${meant.charAt(0).toUpperCase()}${meant.slice(1)}${meant.endsWith('?') ? '' : '.'} ${more}`;
};
