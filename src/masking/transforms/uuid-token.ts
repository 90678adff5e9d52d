import * as z from 'zod/mini';
import { append, appendString } from '../bytes.ts';
import { hmacSha256 } from '../hmac.ts';
import { defineTransform } from './define.ts';
import { matches } from './recogniser.ts';
import { uuidFrom, uuidText, uuidTokenForm } from './token.ts';

const form = /^[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$/i;

export const uuidToken = defineTransform({
  name: 'uuid-token',
  summary:
    'Replaces a UUID by another (HMAC-SHA256, version 8 of RFC 9562), the same for uuid columns and for text that holds one.',
  options: z.strictObject({}),
  families: ['uuid', 'text'],
  deterministic: true,
  joinable: true,
  reversible: false,
  givesAway:
    'which values are equal, of text but for case, hyphens and spaces behind; text that holds no UUID, or not the room for one, is redacted',
  tolerates: 'any',
  compile: (_options, request) => {
    const { type, format, redact } = request;
    const hmac = hmacSha256(request.key());
    const isText = type.scalar.family === 'text';
    if (isText && (type.limit ?? 36) < 36) return redact;
    const padding = type.padded ? ' '.repeat((type.limit ?? 36) - 36) : '';
    const bytesOf = (source: Buffer, start: number, end: number): Buffer | undefined => {
      if (!isText && format === 1) return end - start === 16 ? source.subarray(start, end) : undefined;
      const text = source.toString('latin1', start, end).trimEnd();
      return form.test(text) ? Buffer.from(text.replaceAll('-', ''), 'hex') : undefined;
    };
    return (source, start, end, out) => {
      const bytes = bytesOf(source, start, end);
      if (bytes === undefined) return redact(source, start, end, out);
      const token = uuidFrom(hmac(bytes, 0, 16));
      if (!isText && format === 1) append(out, token, 0, 16);
      else appendString(out, `${uuidText(token)}${padding}`);
      return true;
    };
  },
  recognises: (_options, { type }) =>
    type.scalar.family === 'text' && (type.limit ?? 36) < 36 ? undefined : matches(uuidTokenForm),
});
