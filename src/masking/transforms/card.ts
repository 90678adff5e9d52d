import * as z from 'zod/mini';
import { defineTransform } from './define.ts';
import { matches } from './recogniser.ts';
import { textMask } from './text-mask.ts';

/** ISO/IEC 7812-1: up to 19 digits; shorter numbers than 12 are no cards in use. */
export const isCardNumber = (text: string): boolean => /^\d(?:[ -]?\d){11,18}$/.test(text);

/** All but the last four of 12 to 19 digits. */
const masked = /^\*(?:[ -]?\*){7,14}(?:[ -]?\d){4}$/;

export const card = defineTransform({
  name: 'card',
  summary: 'Shows the last four digits of a payment card number, as PCI DSS allows on a receipt; separators stay.',
  options: z.strictObject({}),
  families: ['text'],
  deterministic: true,
  joinable: false,
  reversible: false,
  givesAway: 'the last four digits, the length and separators; what is not 12 to 19 digits is redacted',
  tolerates: ['coalesce', 'case', 'nullif', 'min', 'max'],
  compile: (_options, request) =>
    textMask(request, (text) => {
      if (!isCardNumber(text)) return undefined;
      let left = text.replaceAll(/\D/g, '').length - 4;
      return text.replaceAll(/\d/g, (digit) => (left-- > 0 ? '*' : digit));
    }),
  recognises: () => matches(masked),
});
