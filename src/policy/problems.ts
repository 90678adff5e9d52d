/** What is wrong with a policy file, and where. */

/** Line and column count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface Problem extends Position {
  readonly file: string;
  /** What is wrong, one sentence without a full stop. Never holds a value of a secret. */
  readonly message: string;
  /** What was probably meant, or what would mend it. */
  readonly hint: string | undefined;
}

/** `policy.yml:3:5: unknown key "databses" (did you mean "databases"?)` */
export const problemText = ({ file, line, column, message, hint }: Problem): string =>
  `${file}:${String(line)}:${String(column)}: ${message}${hint === undefined ? '' : ` (${hint})`}`;

/** Levenshtein distance, by one row. */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, left] of a.split('').entries()) {
    const next = [i + 1];
    for (const [j, right] of b.split('').entries()) {
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (left === right ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
};

/** The candidate that is nearest to `word`, if it is near enough to be a slip of the pen. */
export const nearest = (word: string, candidates: Iterable<string>): string | undefined => {
  const lower = word.toLowerCase().replaceAll('_', '-').slice(0, 100);
  let best: { readonly candidate: string; readonly distance: number } | undefined;
  for (const candidate of candidates) {
    const found = distance(lower, candidate.toLowerCase().replaceAll('_', '-'));
    if (best === undefined || found < best.distance) best = { candidate, distance: found };
  }
  return best !== undefined && best.distance <= Math.ceil(lower.length / 3) ? best.candidate : undefined;
};

/** `did you mean "email"?`, else the whole list if it is short. */
export const suggestion = (word: string, candidates: Iterable<string>): string | undefined => {
  const all = [...new Set(candidates)];
  const near = nearest(word, all);
  if (near !== undefined) return `did you mean ${JSON.stringify(near)}?`;
  if (all.length === 0 || all.length > 12) return undefined;
  return `${all.length === 1 ? 'only' : 'one of'} ${all.map((one) => JSON.stringify(one)).join(', ')}`;
};
