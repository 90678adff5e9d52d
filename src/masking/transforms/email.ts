import * as z from 'zod/mini';
import { append, appendAll, appendByte, appendRun, lastIndexOfByte } from '../bytes.ts';
import type { ScalarType } from '../codec/resolve.ts';
import { type Canonical, lowerCase } from '../codec/canonical.ts';
import { hmacSha256 } from '../hmac.ts';
import { defineTransform } from './define.ts';
import { isDomain } from './domain.ts';
import { keyedMask } from './keyed-token.ts';
import { anyOf, escaped, matches } from './recogniser.ts';
import { minTokenDigits } from './token.ts';

const wantedDigits = 12;
const mark = Buffer.from('u_');
const at = 0x40;
const dot = 0x2e;
const space = 0x20;

/** Reserved by RFC 2606, so that mail to a masked address reaches nobody. */
const reservedDomain = 'masked.invalid';

interface Options {
  readonly domain: 'replace' | 'keep' | 'generalise' | 'drop';
  readonly replacement: string;
}

/** What stands behind the token where nothing is kept of the address, and the room that the token has beside so much. */
const layout = ({ domain, replacement }: Options, type: ScalarType): { fixed: string; room: (behind: number) => number } => ({
  fixed: domain === 'drop' ? '' : `@${replacement}`,
  room: (behind) => Math.min(wantedDigits, (type.limit ?? Number.POSITIVE_INFINITY) - mark.length - behind),
});

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
  givesAway: 'which addresses are equal but for case and spaces behind; the domain or its top level if kept',
  tolerates: 'any',
  compile: (options, request) => {
    const limit = request.type.limit ?? Number.POSITIVE_INFINITY;
    const { fixed: fixedText, room } = layout(options, request.type);
    const fixed = Buffer.from(fixedText, 'latin1');
    const fixedRoom = room(fixed.length);
    if (fixedRoom < minTokenDigits) return request.redact;
    const { padded } = request.type;
    const keeps = options.domain === 'keep' || options.domain === 'generalise';
    const suffix = Buffer.from(options.domain === 'generalise' ? '.invalid' : '', 'latin1');
    const view: Canonical = { source: Buffer.alloc(0), start: 0, end: 0 };

    /** Where what is kept of the domain begins, in the view; its end where nothing is. */
    const keptFrom = (): number => {
      const { source, start, end } = view;
      const sign = lastIndexOfByte(source, at, start, end);
      if (sign < 0 || !isDomain(source, sign + 1, end)) return end;
      const from = options.domain === 'generalise' ? lastIndexOfByte(source, dot, start, end) + 1 : sign + 1;
      return room(1 + end - from + suffix.length) < minTokenDigits ? end : from;
    };

    return keyedMask(hmacSha256(request.key()), (appendToken) => (source, start, end, out) => {
      let last = end;
      while (last > start && source[last - 1] === space) last -= 1;
      lowerCase(source, start, last, view);
      const before = out.length;
      const from = keeps ? keptFrom() : view.end;
      appendAll(out, mark);
      if (from < view.end) {
        appendToken(view.source, view.start, view.end, room(1 + view.end - from + suffix.length), out);
        appendByte(out, at);
        append(out, view.source, from, view.end);
        appendAll(out, suffix);
      } else {
        appendToken(view.source, view.start, view.end, fixedRoom, out);
        appendAll(out, fixed);
      }
      if (padded) appendRun(out, space, limit - (out.length - before));
      return true;
    });
  },
  recognises: (options, { type }) => {
    const { fixed, room } = layout(options, type);
    const digits = room(fixed.length);
    if (digits < minTokenDigits) return undefined;
    const kept = { keep: String.raw`@[a-z0-9.-]+`, generalise: String.raw`@[a-z0-9-]+\.invalid` };
    const token = `u_[0-9a-f]{${String(minTokenDigits)},${String(wantedDigits)}}`;
    return anyOf([
      matches(new RegExp(`^u_[0-9a-f]{${String(digits)}}${escaped(fixed)}$`)),
      options.domain === 'keep' || options.domain === 'generalise'
        ? matches(new RegExp(`^${token}${kept[options.domain]}$`))
        : undefined,
    ]);
  },
});
