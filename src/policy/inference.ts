/** What a statement's conditions, orders and groups would give away, against the grant's inference level. */
import type { ColumnKey } from '../catalog/types.ts';
import type { PredicateUse, StatementLineage } from '../lineage/types.ts';
import { failingUses } from './failing.ts';
import { refuse } from './rules.ts';
import type { InferenceLevel, Refusal } from './types.ts';
import type { Veil } from './veil.ts';

/** A column and a clause that uses it. */
export type JudgedUse = `${ColumnKey} ${PredicateUse['clause']}`;

export interface InferenceVerdict {
  readonly refusal: Refusal | undefined;
  /** Comparisons with constants or parameters, which count against the session's budget. */
  readonly lookups: number;
  /** Parameters that are lists of what a column is compared with, once for each comparison. */
  readonly listed: readonly number[];
  /** What was judged and allowed. */
  readonly judged: ReadonlySet<JudgedUse>;
  readonly notes: readonly string[];
}

type Verdict = 'allow' | 'lookup' | Refusal;

const equality = new Set(['=', '<>', '!=', 'in', 'not-in', 'is-distinct-from', 'using', 'natural', 'setop']);

/** Clauses that compare rows with each other for equality. */
const grouping = new Set<PredicateUse['clause']>(['group', 'distinct', 'setop', 'window']);

/** Conditions that the database's owner wrote, or that a unique constraint would give away in any case. */
const given = new Set<PredicateUse['clause']>(['policy', 'conflict']);

const clauseNames: Readonly<Record<PredicateUse['clause'], string>> = {
  where: 'WHERE',
  join: 'a join condition',
  having: 'HAVING',
  order: 'ORDER BY',
  group: 'GROUP BY',
  distinct: 'DISTINCT',
  limit: 'LIMIT',
  setop: 'a set operation',
  case: 'CASE',
  filter: 'FILTER',
  window: 'a window',
  conflict: 'ON CONFLICT',
  policy: 'a policy',
  other: 'a condition',
};

const sameClass = (use: PredicateUse, className: string, veil: Veil): boolean =>
  use.others.length > 0 && use.others.every((other) => veil.of(other)?.class === className);

const strict = (use: PredicateUse, className: string, veil: Veil): Verdict =>
  use.clause === 'policy' ||
  (use.clause === 'join' && equality.has(use.operator) && use.against === 'column' && sameClass(use, className, veil))
    ? 'allow'
    : refuse('inference.strict', { class: className, clause: clauseNames[use.clause] });

const standard = (use: PredicateUse, className: string, veil: Veil): Verdict => {
  if (given.has(use.clause) || use.operator === 'is-null') return 'allow';
  if (use.operator === 'order' || use.clause === 'order') return refuse('inference.order', { class: className });
  const predicate = refuse('inference.predicate', { class: className, operator: use.operator, clause: clauseNames[use.clause] });
  if (grouping.has(use.clause) && use.against === 'none') return use.operator === 'function' ? predicate : 'allow';
  if (grouping.has(use.clause) && use.against === 'column') {
    return sameClass(use, className, veil) ? 'allow' : refuse('inference.join', { class: className });
  }
  if (!equality.has(use.operator) || use.against === 'expression' || use.against === 'none') return predicate;
  if (use.against === 'column') return sameClass(use, className, veil) ? 'allow' : refuse('inference.join', { class: className });
  return veil.lookup(className) ? 'lookup' : refuse('inference.lookup', { class: className });
};

const levels: Readonly<Record<InferenceLevel, (use: PredicateUse, className: string, veil: Veil) => Verdict>> = {
  strict,
  standard,
  open: () => 'allow',
};

/** EXPLAIN shows how many rows the planner expects, and ANALYZE how many there were. */
const explainRefusal = (lineage: StatementLineage, level: InferenceLevel, veil: Veil): Refusal | undefined => {
  if (lineage.explain === undefined || level === 'open') return undefined;
  const use = lineage.predicates.find(({ column, clause }) => clause !== 'policy' && veil.of(column) !== undefined);
  const className = use && veil.of(use.column)?.class;
  return className === undefined ? undefined : refuse('inference.estimates', { class: className });
};

/** Whether an expression fails is a yes or no about the value, which no mask of its result hides. */
const failingRefusal = (lineage: StatementLineage, level: InferenceLevel, veil: Veil): Refusal | undefined => {
  if (level !== 'strict') return undefined;
  const use = failingUses(lineage).find(({ column }) => veil.of(column) !== undefined);
  const className = use && veil.of(use.column)?.class;
  return className === undefined
    ? undefined
    : refuse('inference.strict', { class: className, clause: `an expression that can fail (${use?.via.join(', ') ?? ''})` });
};

export const judgeInference = (lineage: StatementLineage, level: InferenceLevel, veil: Veil): InferenceVerdict => {
  const judged = new Set<JudgedUse>();
  const notes = new Set<string>();
  const listed: number[] = [];
  let lookups = 0;
  for (const use of lineage.predicates) {
    const className = veil.of(use.column)?.class;
    if (className === undefined) continue;
    const verdict = levels[level](use, className, veil);
    if (typeof verdict !== 'string') return { refusal: verdict, lookups: 0, listed: [], judged, notes: [] };
    judged.add(`${use.column} ${use.clause}`);
    if (verdict === 'lookup' && use.list === undefined) lookups += use.times;
    else if (verdict === 'lookup') listed.push(...Array<number>(use.times).fill(use.list ?? 0));
    notes.add(`${verdict === 'lookup' ? 'look-up by' : 'uses'} class ${className} in ${clauseNames[use.clause]}`);
  }
  const refusal = explainRefusal(lineage, level, veil) ?? failingRefusal(lineage, level, veil);
  return { refusal, lookups, listed, judged, notes: [...notes] };
};
