/** Sources that show in an output by count or condition only: which of them tell no more than that. */
import type { PredicateUse, Source } from '../lineage/types.ts';
import type { JudgedUse } from './inference.ts';
import { isTotal } from './tolerance.ts';

/** The clauses under which lineage has recorded the conditions of a step, by the step's name. */
const clausesOf: ReadonlyMap<string, readonly PredicateUse['clause'][]> = new Map([
  ['case', ['case']],
  ['filter', ['filter']],
  ['order', ['order', 'window']],
  ['over', ['window']],
  ['except', ['setop']],
]);

const counters = new Set(['count', 'num_nulls', 'num_nonnulls', 'is null', 'explain']);

/** Longer lists of steps have lost some (src/lineage/value.ts). */
const longestVia = 5;

/** Some condition of it was recorded, and every one that could be meant was judged. */
const isJudged = ({ column, via }: Source, judged: ReadonlySet<JudgedUse>): boolean => {
  const steps = via.filter((step) => clausesOf.has(step));
  return (
    steps.length > 0 && steps.every((step) => clausesOf.get(step)?.some((clause) => judged.has(`${column} ${clause}`)) === true)
  );
};

/** What is counted is null exactly where the stored value is: count(substring(email from '^a')) is a question of its own. */
const countsStored = ({ via }: Source): boolean => {
  const counted = via.findLastIndex((step) => counters.has(step));
  return counted >= 0 && via.slice(counted + 1).every(isTotal);
};

/** A plan names columns and shows no value of theirs; what its estimates tell is judged in inference.ts. */
const isPlan = ({ via }: Source): boolean => via[0] === 'explain';

export const isHarmlessTrace = (source: Source, judged: ReadonlySet<JudgedUse>): boolean =>
  isPlan(source) ||
  (source.via.length <= longestVia && (source.way === 'count' ? countsStored(source) : isJudged(source, judged)));
