import * as z from 'zod/mini';
import { appendAll, appendRun } from '../bytes.ts';
import { canonicaliser, type Canonical } from '../codec/canonical.ts';
import { hmacSha256 } from '../hmac.ts';
import type { CellMask } from '../types.ts';
import { type CompileRequest, defineTransform } from './define.ts';
import { keyedMask } from './keyed-token.ts';
import { escaped, matches } from './recogniser.ts';
import { minTokenDigits, type TextToken, textToken, tokenWriter, uuidTokenForm } from './token.ts';

const hashText = ({ prefix, digits, fill }: TextToken, request: CompileRequest): CellMask => {
  const canonical = canonicaliser(request.type, request.format);
  if (canonical === undefined) return request.redact;
  const view: Canonical = { source: Buffer.alloc(0), start: 0, end: 0 };
  return keyedMask(hmacSha256(request.key()), (appendToken) => (source, start, end, out) => {
    if (!canonical(source, start, end, view)) return request.redact(source, start, end, out);
    appendAll(out, prefix);
    appendToken(view.source, view.start, view.end, digits, out);
    appendRun(out, 0x20, fill);
    return true;
  });
};

export const hash = defineTransform({
  name: 'hash',
  summary: 'Replaces the value by a token: HMAC-SHA256 under the key of the class, in the shape of the type.',
  options: z.strictObject({
    /** Hexadecimal digits of a text token. */
    length: z._default(z.int().check(z.minimum(minTokenDigits), z.maximum(64)), 16),
    prefix: z._default(z.string().check(z.regex(/^[A-Za-z0-9_.:-]{0,16}$/, 'up to 16 letters, digits and _.:-')), ''),
  }),
  families: ['text', 'int2', 'int4', 'int8', 'numeric', 'uuid', 'bytea'],
  deterministic: true,
  joinable: true,
  reversible: false,
  givesAway:
    'which values are equal. Tokens of int4 (31 bits), int2 (15 bits) and short numeric collide sooner; a column too short for 8 digits is redacted',
  tolerates: 'any',
  compile: (options, request) => {
    if (request.type.scalar.family === 'text') {
      const token = textToken(request.type, options.length, options.prefix);
      return token === undefined ? request.redact : hashText(token, request);
    }
    const canonical = canonicaliser(request.type, request.format);
    const write = tokenWriter(request.type, request.format);
    if (canonical === undefined || write === undefined) return request.redact;
    const hmac = hmacSha256(request.key());
    const view: Canonical = { source: Buffer.alloc(0), start: 0, end: 0 };
    return (source, start, end, out) => {
      if (!canonical(source, start, end, view)) return request.redact(source, start, end, out);
      write(hmac(view.source, view.start, view.end), out);
      return true;
    };
  },
  recognises: (options, { type }) => {
    if (type.scalar.family === 'uuid') return matches(uuidTokenForm);
    const token = type.scalar.family === 'text' ? textToken(type, options.length, options.prefix) : undefined;
    return token && matches(new RegExp(`^${escaped(token.prefix.toString('latin1'))}[0-9a-f]{${String(token.digits)}}$`));
  },
});
