/** What the fake values have in common: options, and a choice that depends on the value and the key alone. */
import * as z from 'zod/mini';
import { chooser, type Chooser } from '../fake/compose.ts';
import { localeNames, locales, type LocaleName } from '../fake/locales.ts';
import type { Words } from '../fake/words.ts';
import { hmacSha256 } from '../hmac.ts';
import type { CellMask } from '../types.ts';
import type { CompileRequest } from './define.ts';
import { matches, type Recogniser } from './recogniser.ts';
import { textMask } from './text-mask.ts';

export const locale = z._default(z.enum(localeNames), 'en');

/** Values that differ only in case, in spaces or in how their accents are encoded get the same fake. */
export const fakeMask = (
  request: CompileRequest,
  name: LocaleName,
  make: (words: Words, choose: Chooser) => string,
): CellMask => {
  const hmac = hmacSha256(request.key());
  return textMask(request, (text) => {
    const value = Buffer.from(text.normalize('NFC').trim().toLowerCase().replaceAll(/\s+/g, ' '));
    return make(locales[name], chooser(hmac(value, 0, value.length)));
  });
};

/** Built once for each locale that a policy names, when it is first asked for. */
export const fakeForm = (make: (words: Words) => RegExp): ((name: LocaleName) => Recogniser) => {
  const known = new Map<LocaleName, Recogniser>();
  return (name) => {
    const found = known.get(name) ?? matches(make(locales[name]));
    known.set(name, found);
    return found;
  };
};

/** Facts that hold of every fake value. */
export const fakeFacts = {
  families: ['text'],
  deterministic: true,
  joinable: false,
  reversible: false,
  tolerates: ['lower', 'upper', 'cast', 'coalesce', 'case', 'min', 'max'],
} as const;
