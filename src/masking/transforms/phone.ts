import * as z from 'zod/mini';
import { hmacSha256 } from '../hmac.ts';
import { defineTransform } from './define.ts';
import { textMask } from './text-mask.ts';

/** ITU-T E.164 codes of one and two digits; all others have three. */
const oneDigit = /^[17]/;
const twoDigits = /^(?:2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

const codeLength = (digits: string): number => {
  if (oneDigit.test(digits)) return 1;
  return twoDigits.test(digits) ? 2 : 3;
};

/** How many leading digits say the country: none where the number is not written for use abroad. */
const keptDigits = (text: string, digits: string): number => {
  if (text.startsWith('+')) return codeLength(digits);
  return digits.startsWith('00') ? 2 + codeLength(digits.slice(2)) : 0;
};

/** Fewer would be guessed; more are no phone number, and more than 64 bits of a digest. */
const masked = { least: 4, most: 18 } as const;

export const phone = defineTransform({
  name: 'phone',
  summary: 'Replaces the digits of a phone number by keyed ones; a country code behind + or 00, spaces and punctuation stay.',
  options: z.strictObject({}),
  families: ['text'],
  deterministic: true,
  joinable: false,
  reversible: false,
  givesAway: 'the country code, how the number is written, and which numbers are equal; what is no phone number is redacted',
  tolerates: ['coalesce', 'case', 'min', 'max'],
  compile: (_options, request) => {
    const hmac = hmacSha256(request.key());
    return textMask(request, (text) => {
      if (!/^\+?[\d ().\-/]{5,40}$/.test(text)) return undefined;
      const digits = text.replaceAll(/\D/g, '');
      const kept = keptDigits(text, digits);
      const hidden = digits.length - kept;
      if (hidden < masked.least || hidden > masked.most) return undefined;
      // The country is part of what is hashed: equal numbers, however they are punctuated, get equal digits.
      const message = Buffer.from(digits, 'latin1');
      const value = hmac(message, 0, message.length).readBigUInt64BE(0) % 10n ** BigInt(hidden);
      const shown = `${digits.slice(0, kept)}${value.toString().padStart(hidden, '0')}`;
      let next = 0;
      return text.replaceAll(/\d/g, () => shown.charAt(next++));
    });
  },
});
