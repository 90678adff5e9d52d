import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { hmacSha256 } from '../hmac.ts';
import { defineTransform } from './define.ts';
import { fakeFacts } from './fake-mask.ts';
import { matches } from './recogniser.ts';
import { textMask } from './text-mask.ts';

/** Words that say nothing, a power of two of them, so that a byte chooses evenly. */
const words = (
  'able about after again along among around because before behind below beside between beyond bright broad brown calm ' +
  'clear close common cool early easy even every fair few fine first flat fresh full gentle good grand green half heavy ' +
  'high kind large late level light little long many more most near new next often old open other plain quick quiet round ' +
  'short simple small'
).split(' ');

const mostWords = 200;

/** Fewer words than these a real text may have as well. */
const form = new RegExp(`^(?:${words.join('|')})(?: (?:${words.join('|')})){3,}$`);

export const fakeText = defineTransform({
  name: 'fake-text',
  summary: 'Replaces free text by as many common words, 200 at most, chosen by HMAC: the same text gets the same words.',
  options: z.strictObject({}),
  ...fakeFacts,
  givesAway: 'the number of words, and which values are equal',
  compile: (_options, request) => {
    const hmac = hmacSha256(request.key());
    return textMask(request, (text) => {
      const value = Buffer.from(text);
      const count = Math.min(mostWords, Math.max(1, text.trim().split(/\s+/).length));
      const choices = createHash('shake256', { outputLength: count })
        .update(hmac(value, 0, value.length))
        .digest();
      return Array.from(choices, (byte) => words[byte % words.length] ?? '').join(' ');
    });
  },
  recognises: () => matches(form),
});
