import * as z from 'zod/mini';
import { ff1 } from '../ff1.ts';
import { isLuhn, luhnDigit } from '../luhn.ts';
import { isCardNumber } from './card.ts';
import { defineTransform } from './define.ts';
import { textMask } from './text-mask.ts';

export const cardToken = defineTransform({
  name: 'card-token',
  summary:
    'Replaces a payment card number by another of the same length with a valid check digit (FF1 under the key of the class); separators stay.',
  options: z.strictObject({}),
  families: ['text'],
  deterministic: true,
  joinable: true,
  reversible: true,
  givesAway: 'which numbers are equal, the length and separators; a number that is no valid card number is redacted',
  tolerates: ['coalesce', 'case', 'min', 'max'],
  compile: (_options, request) => {
    const cipher = ff1(10, request.key(), 'card');
    return textMask(request, (text) => {
      const digits = Array.from(text.replaceAll(/\D/g, ''), Number);
      // The check digit follows from the others, so that different numbers stay different.
      const encrypted = isCardNumber(text) && isLuhn(digits) ? cipher.encrypt(digits.slice(0, -1)) : undefined;
      if (encrypted === undefined) return undefined;
      const token = [...encrypted, luhnDigit(encrypted)];
      let next = 0;
      return text.replaceAll(/\d/g, () => String(token[next++] ?? 0));
    });
  },
});
