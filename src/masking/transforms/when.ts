import * as z from 'zod/mini';
import { append } from '../bytes.ts';
import type { CellMask } from '../types.ts';
import { defineTransform, type Transform } from './define.ts';
import { type InnerMask, type InnerMaskSchema, specOf } from './mask-document.ts';
import { anyOf } from './recogniser.ts';

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
    summary:
      'Chooses between two masks, one of which may be to keep the value, by patterns that the whole value matches, or that of another column of its row.',
    options: z
      .strictObject({
        /** The column of the table whose value the patterns are for. */
        column: z.optional(z.string().check(z.minLength(1), z.maxLength(63))),
        /** The same by its class, which no second column of the table has. */
        class: z.optional(z.string().check(z.minLength(1), z.maxLength(63))),
        /** Patterns in which `*` stands for any characters; upper and lower case differ. */
        matches: z.array(z.string().check(z.minLength(1), z.maxLength(256))).check(z.minLength(1)),
        // oxlint-disable-next-line unicorn/no-thenable -- the policy's word; nothing awaits options
        then: inner,
        otherwise: z._default(inner, 'redact'),
      })
      .check(
        z.refine(
          (options) => options.column === undefined || options.class === undefined,
          'goes by `column` or by `class`, not by both',
        ),
      ),
    families: 'each',
    deterministic: true,
    joinable: false,
    reversible: false,
    givesAway:
      'which values match; what is kept, and what the two masks give away. Whoever may write the other column decides what is kept',
    tolerates: ['coalesce', 'case', 'nullif', 'min', 'max'],
    compile: (options, request) => {
      const compile = (mask: InnerMask): CellMask => {
        const spec = specOf(mask);
        return spec === undefined ? pass : request.nested(spec, request.type, request.format);
      };
      const [match, otherwise] = [compile(options.then), compile(options.otherwise)];
      const choose = (text: string): CellMask =>
        options.matches.some((pattern) => matchesGlob(text, pattern)) ? match : otherwise;
      if (options.column !== undefined || options.class !== undefined) {
        return (source, start, end, out) => {
          const beside = request.beside();
          return (beside === undefined ? request.redact : choose(beside.toString('utf8')))(source, start, end, out);
        };
      }
      if (request.type.scalar.family !== 'text') return request.redact;
      return (source, start, end, out) => {
        let last = end;
        if (request.type.padded) while (last > start && source[last - 1] === 0x20) last -= 1;
        return choose(source.toString('utf8', start, last))(source, start, end, out);
      };
    },
    recognises: (options, { type, nested }) =>
      anyOf(
        [options.then, options.otherwise].map((mask) => {
          const spec = specOf(mask);
          return spec && nested(spec, type);
        }),
      ),
    beside: ({ column, class: className }) =>
      column === undefined ? (className === undefined ? undefined : { class: className }) : { names: [column] },
  });
