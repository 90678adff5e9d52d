/** COPY TO in an encoding that masks cannot read: it goes out as it is, or not at all. */
import type { StatementLineage } from '../lineage/types.ts';
import { isMaskableEncoding } from '../masking/copy.ts';
import { refuse } from './rules.ts';
import type { Plan } from './types.ts';

/** A refusal in place of a plan that would mask what cannot be read; to be asked again where treatments are added. */
export const inReadableEncoding = (plan: Plan, { copy }: Pick<StatementLineage, 'copy'>): Plan => {
  if (plan.kind === 'refuse' || copy?.direction !== 'to' || isMaskableEncoding(copy.encoding)) return plan;
  return plan.columns?.every(({ treatment }) => treatment.kind === 'pass') === true
    ? plan
    : { kind: 'refuse', refusal: refuse('copy.encoding') };
};
