import * as z from 'zod/mini';
import { add, type Decimal, decimalText, fractionOf, rescale } from '../codec/decimal.ts';
import { canonicalNumber } from '../codec/numeric.ts';
import { numberFamilies } from '../codec/numbers.ts';
import { hmacSha256 } from '../hmac.ts';
import { defineTransform } from './define.ts';
import { exactly, numberMask, step } from './number-mask.ts';

const bits = 52n;
const whole = 2n ** bits;

/** Fractional digits that noise is computed to, where the value has fewer. */
const workingScale = 6;

export const noise = defineTransform({
  name: 'noise',
  summary:
    'Adds to a number a keyed amount that is bounded by `amount`, or by `percent` of the number. Equal numbers get equal noise, so that asking again averages nothing out.',
  options: z
    .strictObject({ amount: z.optional(step), percent: z.optional(z.number().check(z.positive(), z.maximum(100))) })
    .check(
      z.refine(({ amount, percent }) => (amount === undefined) !== (percent === undefined), 'give either amount or percent'),
    ),
  families: numberFamilies,
  deterministic: true,
  joinable: false,
  reversible: false,
  givesAway:
    'the value to within the bound, and the value itself where the bound is below its last digit; which values are equal; with `percent`, zero and the sign',
  tolerates: ['coalesce', 'case', 'min', 'max'],
  compile: (options, request) => {
    const hmac = hmacSha256(request.key());
    const amount = options.amount === undefined ? undefined : exactly(options.amount);
    const percent = exactly(options.percent ?? 0);
    const percentOf = 10n ** BigInt(percent.scale + 2);
    const bound = (value: Decimal): Decimal =>
      rescale(amount ?? fractionOf(value, percent.unscaled, percentOf), Math.max(value.scale, workingScale));
    return numberMask(request, amount, (value) => {
      const fine = rescale(value, Math.max(value.scale, workingScale));
      const text = Buffer.from(canonicalNumber(decimalText(value)), 'latin1');
      const turn = (hmac(text, 0, text.length).readBigUInt64BE(0) >> (64n - bits - 1n)) - whole;
      return rescale(add(fine, fractionOf(bound(fine), turn, whole)), value.scale);
    });
  },
});
