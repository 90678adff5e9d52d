/** What was made of a plan and the server's description of its result, for the next execution of the statement. */
import type { Plan } from '../policy/types.ts';
import type { FieldDescription } from '../wire/backend.ts';
import type { Judged } from './judgement.ts';
import { planRows, type OpenContext, type RowPlan } from './open-result.ts';

interface Made {
  readonly judged: Judged;
  readonly fields: readonly FieldDescription[];
  readonly context: OpenContext;
  /** Milliseconds since the epoch: as in JudgementCache. */
  readonly until: number;
  readonly rows: RowPlan;
}

/** All that planRows rests on, but for the time: grant and keys are one and the same for a judge. */
const fits = (made: Made, judged: Judged, fields: readonly FieldDescription[], { catalog, bound, now }: OpenContext): boolean =>
  made.fields === fields &&
  made.judged.lineage.columns === judged.lineage.columns &&
  made.judged.text === judged.text &&
  made.context.catalog === catalog &&
  made.context.bound === bound &&
  now >= made.context.now &&
  now < made.until;

/** planRows with a memory of the last description for each plan. `endOf` says when decisions of that time end. */
export const createRowPlans = (endOf: (now: number) => number | undefined): typeof planRows => {
  const known = new WeakMap<Plan, Made>();
  return (judged, fields, context) => {
    const before = known.get(judged.plan);
    if (before !== undefined && fits(before, judged, fields, context)) return before.rows;
    const rows = planRows(judged, fields, context);
    known.set(judged.plan, { judged, fields, context, until: endOf(context.now) ?? Infinity, rows });
    return rows;
  };
};
