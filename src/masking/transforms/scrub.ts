import * as z from 'zod/mini';
import { append } from '../bytes.ts';
import { oids } from '../codec/scalars.ts';
import { loadedDetectors } from '../detectors/lazy.ts';
import { valueClasses } from '../detectors/types.ts';
import { defineTransform } from './define.ts';
import { matches } from './recogniser.ts';
import { textMask } from './text-mask.ts';

const replaced = new RegExp(`\\[(?:${valueClasses.join('|')})\\]`);

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
  compile: (_options, request) => {
    if (request.type.oid === oids.char) return request.redact;
    const scrubbed = textMask(request, (value) => loadedDetectors().scrubText(value));
    return (source, start, end, out) => {
      if (loadedDetectors().findSpans(source.toString('utf8', start, end)).length > 0) return scrubbed(source, start, end, out);
      // Byte for byte, with the spaces that fill char(n) up and in whatever encoding.
      append(out, source, start, end);
      return true;
    };
  },
  recognises: () => matches(replaced),
});
