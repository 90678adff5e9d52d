import * as z from 'zod/mini';
import { fakeName as compose } from '../fake/compose.ts';
import { fullNames } from '../fake/recognise.ts';
import { defineTransform } from './define.ts';
import { fakeFacts, fakeForm, fakeMask, locale } from './fake-mask.ts';

const form = fakeForm(fullNames);

export const fakeName = defineTransform({
  name: 'fake-name',
  summary: "Replaces a person's name by a made-up one, chosen by HMAC: the same name gets the same fake.",
  options: z.strictObject({ locale, part: z._default(z.enum(['full', 'first', 'last']), 'full') }),
  ...fakeFacts,
  givesAway: 'which values are equal but for case, spaces and the encoding of accents; some different values get the same fake',
  compile: (options, request) => {
    const room = request.type.limit ?? Number.POSITIVE_INFINITY;
    return fakeMask(request, options.locale, (words, choose) => compose(words, choose, options.part, room));
  },
  recognises: ({ locale: name, part }) => (part === 'full' ? form(name) : undefined),
});
