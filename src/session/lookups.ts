/** Look-ups: comparisons of classified columns with what the client chose. Each element of a list is one. */
import type { Message } from '../wire/frontend.ts';
import type { Judged } from './judgement.ts';

type Bound = Pick<Message<'Bind'>, 'parameters' | 'parameterFormats'>;

/** The dimensions of an array in binary: Int32 count, flags, element type, then Int32 length and lower bound of each. */
const dimensions = (value: Buffer): number | undefined => {
  const count = value.length < 12 ? undefined : value.readInt32BE(0);
  if (count === undefined || count < 0 || value.length < 12 + 8 * count) return undefined;
  let elements = count === 0 ? 0 : 1;
  for (let i = 0; i < count; i += 1) elements *= Math.max(0, value.readInt32BE(12 + 8 * i));
  return elements;
};

/** At least as many as there are: a comma within an element counts, too. */
const elementsIn = (value: Buffer | null, format: 0 | 1): number => {
  if (value === null) return 0;
  if (format === 1) return dimensions(value) ?? Infinity;
  let elements = 1;
  for (const byte of value) if (byte === 0x2c) elements += 1;
  return elements;
};

/** The look-ups that are in lists which this Bind gives; undefined where the statement has no such lists. */
export const listedLookups = ({ plan }: Judged, { parameters, parameterFormats }: Bound): number | undefined => {
  if (plan.kind === 'refuse' || plan.listed === undefined) return undefined;
  return plan.listed.reduce((sum, number) => {
    const format = (parameterFormats.length === 1 ? parameterFormats[0] : parameterFormats[number - 1]) ?? 0;
    return sum + elementsIn(parameters[number - 1] ?? null, format);
  }, 0);
};

/** Of lists that no Bind has given, as those of EXECUTE, nobody knows the length: they are beyond any budget. */
export const lookupsOf = ({ plan }: Judged, listed: number | undefined): number => {
  if (plan.kind === 'refuse') return 0;
  return plan.lookups + (plan.listed === undefined ? 0 : (listed ?? Infinity));
};
