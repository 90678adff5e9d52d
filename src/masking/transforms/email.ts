import * as z from 'zod/mini';
import { append, appendHex, appendRun, appendString, lastIndexOfByte } from '../bytes.ts';
import { type Canonical, lowerCase } from '../codec/canonical.ts';
import { hmacSha256 } from '../hmac.ts';
import { defineTransform } from './define.ts';
import { minTokenDigits } from './token.ts';

const wantedDigits = 12;
const mark = 'u_';
const at = 0x40;

/** Reserved by RFC 2606, so that mail to a masked address reaches nobody. */
const reservedDomain = 'masked.invalid';

/** Whether source[start, end) looks like a domain name of at least two labels; all else may hold personal data. */
const isDomain = (source: Buffer, start: number, end: number): boolean =>
  end - start <= 253 &&
  /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/.test(source.toString('latin1', start, end));

export const email = defineTransform({
  name: 'email',
  summary: 'Replaces an address by u_TOKEN@DOMAIN; the token is an HMAC of the whole address in lower case.',
  options: z.strictObject({
    /** replace: the fixed domain; keep: the address's own; generalise: its top level under .invalid; drop: no domain. */
    domain: z._default(z.enum(['replace', 'keep', 'generalise', 'drop']), 'replace'),
    replacement: z._default(
      z.string().check(z.regex(/^(?=.{3,64}$)[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'must be a domain name in lower case')),
      reservedDomain,
    ),
  }),
  families: ['text'],
  deterministic: true,
  joinable: true,
  reversible: false,
  givesAway: 'which addresses are equal but for case; the domain or its top level if kept',
  tolerates: 'any',
  compile: (options, request) => {
    const limit = request.type.limit ?? Number.POSITIVE_INFINITY;
    const fixed = options.domain === 'drop' ? '' : `@${options.replacement}`;
    const room = (domainLength: number): number => Math.min(wantedDigits, limit - mark.length - domainLength);
    if (room(fixed.length) < minTokenDigits) return request.redact;
    const hmac = hmacSha256(request.key());
    const view: Canonical = { source: Buffer.alloc(0), start: 0, end: 0 };
    return (source, start, end, out) => {
      let last = end;
      while (last > start && source[last - 1] === 0x20) last -= 1;
      lowerCase(source, start, last, view);
      const digest = hmac(view.source, view.start, view.end);
      const from = out.length;
      appendString(out, mark);
      const sign = lastIndexOfByte(view.source, at, view.start, view.end);
      const known = sign >= 0 && isDomain(view.source, sign + 1, view.end);
      const dot = options.domain === 'generalise' ? lastIndexOfByte(view.source, 0x2e, view.start, view.end) : sign;
      const suffix = options.domain === 'generalise' ? '.invalid' : '';
      const keptLength = view.end - dot + suffix.length;
      if (known && options.domain !== 'replace' && options.domain !== 'drop' && room(keptLength) >= minTokenDigits) {
        appendHex(out, digest, room(keptLength));
        appendString(out, '@');
        append(out, view.source, dot + 1, view.end);
        appendString(out, suffix);
      } else {
        appendHex(out, digest, room(fixed.length));
        appendString(out, fixed);
      }
      if (request.type.padded) appendRun(out, 0x20, limit - (out.length - from));
      return true;
    };
  },
});
