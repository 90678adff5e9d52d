import * as z from 'zod/mini';
import { fakeAddress as compose } from '../fake/compose.ts';
import { addresses } from '../fake/recognise.ts';
import { defineTransform } from './define.ts';
import { fakeFacts, fakeForm, fakeMask, locale } from './fake-mask.ts';

const form = fakeForm(addresses);

export const fakeAddress = defineTransform({
  name: 'fake-address',
  summary: 'Replaces a postal address by a made-up one, chosen by HMAC: the same address gets the same fake.',
  options: z.strictObject({ locale }),
  ...fakeFacts,
  givesAway: 'which values are equal but for case, spaces and the encoding of accents',
  compile: (options, request) => fakeMask(request, options.locale, compose),
  recognises: ({ locale: name }) => form(name),
});
