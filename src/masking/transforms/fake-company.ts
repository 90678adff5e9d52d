import * as z from 'zod/mini';
import { fakeCompany as compose } from '../fake/compose.ts';
import { companies } from '../fake/recognise.ts';
import { defineTransform } from './define.ts';
import { fakeFacts, fakeForm, fakeMask, locale } from './fake-mask.ts';

const form = fakeForm(companies);

export const fakeCompany = defineTransform({
  name: 'fake-company',
  summary: 'Replaces the name of an organisation by a made-up one, chosen by HMAC: the same name gets the same fake.',
  options: z.strictObject({ locale }),
  ...fakeFacts,
  givesAway: 'which values are equal but for case, spaces and the encoding of accents; some different values get the same fake',
  compile: (options, request) => fakeMask(request, options.locale, compose),
  recognises: ({ locale: name }) => form(name),
});
