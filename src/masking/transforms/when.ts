import * as z from 'zod/mini';
import { append } from '../bytes.ts';
import type { CellMask } from '../types.ts';
import { defineTransform, type Transform } from './define.ts';
import { type InnerMask, type InnerMaskSchema, specOf } from './mask-document.ts';

/** Whether the text matches a pattern in which `*` stands for any characters; in time linear in each of its parts. */
export const matchesGlob = (text: string, pattern: string): boolean => {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return text === pattern;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
};

const pass: CellMask = (source, start, end, out) => {
  append(out, source, start, end);
  return true;
};

/** `inner` is the schema of the masks to choose from. */
export const when = (inner: InnerMaskSchema): Transform =>
  defineTransform({
    name: 'when',
    summary: 'Chooses between two masks, one of which may be to keep the value, by patterns that the whole value matches.',
    options: z.strictObject({
      /** Patterns in which `*` stands for any characters; upper and lower case differ. */
      matches: z.array(z.string().check(z.minLength(1), z.maxLength(256))).check(z.minLength(1)),
      // oxlint-disable-next-line unicorn/no-thenable -- the policy's word; nothing awaits options
      then: inner,
      otherwise: z._default(inner, 'redact'),
    }),
    families: ['text'],
    deterministic: true,
    joinable: false,
    reversible: false,
    givesAway: 'which values match; what is kept, and what the two masks give away',
    tolerates: ['coalesce', 'case', 'nullif', 'min', 'max'],
    compile: (options, request) => {
      const compile = (mask: InnerMask): CellMask => {
        const spec = specOf(mask);
        return spec === undefined ? pass : request.nested(spec, request.type, request.format);
      };
      const [match, otherwise] = [compile(options.then), compile(options.otherwise)];
      return (source, start, end, out) => {
        let last = end;
        if (request.type.padded) while (last > start && source[last - 1] === 0x20) last -= 1;
        const text = source.toString('utf8', start, last);
        const chosen = options.matches.some((pattern) => matchesGlob(text, pattern)) ? match : otherwise;
        return chosen(source, start, end, out);
      };
    },
  });
