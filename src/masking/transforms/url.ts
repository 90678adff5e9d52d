import * as z from 'zod/mini';
import { defineTransform } from './define.ts';
import { textMask } from './text-mask.ts';

/** RFC 3986, appendix B, for a URL with an authority; the groups are scheme, host with port, and path. */
const form = /^([a-z][a-z0-9+.-]{0,31}:\/\/)(?:[^/?#]*@)?([a-z0-9._~%:[\]-]*)((?:\/[^?#]*)?)(?:[?#]|$)/is;

export const url = defineTransform({
  name: 'url',
  summary: 'Strips credentials, query and fragment from a URL; anything but a URL with a host is redacted.',
  options: z.strictObject({ path: z._default(z.enum(['keep', 'drop']), 'keep') }),
  families: ['text'],
  deterministic: true,
  joinable: false,
  reversible: false,
  givesAway: 'scheme, host and port; the path if kept',
  tolerates: ['coalesce', 'case', 'nullif', 'min', 'max'],
  compile: (options, request) =>
    textMask(request, (text) => {
      const match = form.exec(text);
      return match === null ? undefined : `${match[1] ?? ''}${match[2] ?? ''}${options.path === 'keep' ? (match[3] ?? '') : ''}`;
    }),
});
