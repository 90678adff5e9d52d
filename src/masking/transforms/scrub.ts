import * as z from 'zod/mini';
import { scrubText } from '../detectors/scrub.ts';
import { defineTransform } from './define.ts';
import { textMask } from './text-mask.ts';

export const scrub = defineTransform({
  name: 'scrub',
  summary: 'Replaces what the detectors find in free text (addresses, numbers, names, secrets, ...) and shows the rest.',
  options: z.strictObject({}),
  families: ['text'],
  deterministic: true,
  joinable: false,
  reversible: false,
  givesAway: 'all that the detectors do not find: they miss some, and find nothing that is personal by its meaning alone',
  // Letters in another case, or a text that is cut, are not found as well.
  tolerates: ['coalesce', 'case', 'nullif', 'min', 'max'],
  compile: (_options, request) => textMask(request, scrubText),
});
