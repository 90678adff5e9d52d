/** Masked values that a client binds for columns that it sees masked. */
import type { Message } from '../wire/frontend.ts';
import { refuse } from '../policy/rules.ts';
import type { Refusal } from '../policy/types.ts';
import type { Judged } from './judgement.ts';

type Bound = Pick<Message<'Bind'>, 'parameters' | 'parameterFormats'>;

/** One format is for all parameters, none means text. */
const formatOf = (formats: Bound['parameterFormats'], index: number): 0 | 1 =>
  (formats.length === 1 ? formats[0] : formats[index]) ?? 0;

/** The refusal of a Bind, if one of its values would overwrite a real one with its own mask. */
export const refusedValues = ({ plan }: Judged, { parameters, parameterFormats }: Bound): Refusal | undefined => {
  if (plan.kind === 'refuse' || plan.assigned === undefined) return undefined;
  const back = plan.assigned.find(({ number, isMasked }) => {
    const value = parameters[number - 1] ?? null;
    return value !== null && isMasked(value, formatOf(parameterFormats, number - 1));
  });
  return back && refuse('write.masked', { class: back.class });
};
