import type { Detector, Found } from './types.ts';

const maxLocal = 64;
const maxDomain = 253;

/** What may stand unquoted in a local part (RFC 5322 dot-atom), without signs that rarely do and often stand before one. */
const isLocal = (character: string): boolean => /[\p{L}\p{N}._%+'-]/u.test(character);
const isDomain = (character: string): boolean => /[\p{L}\p{N}.-]/u.test(character);

const isLabel = (label: string): boolean => label !== '' && label.length <= 63 && !label.startsWith('-') && !label.endsWith('-');

/** Behind it is what git and ssh call a path: `git@host:path`. */
const isRemote = (text: string, start: number, at: number, end: number): boolean =>
  text.slice(start, at) === 'git' && text[end] === ':';

/** It is a URL's user information: `//user:password@host`. */
const isUserInfo = (text: string, start: number): boolean =>
  /:\/\/[^\s/@:]{0,64}:$/u.test(text.slice(Math.max(0, start - 70), start));

const around = (text: string, at: number): Found | undefined => {
  let start = at;
  while (start > 0 && at - start < maxLocal && isLocal(text[start - 1] ?? '')) start -= 1;
  while (start < at && /[.'%-]/u.test(text[start] ?? '')) start += 1;
  let end = at + 1;
  while (end < text.length && end - at <= maxDomain && isDomain(text[end] ?? '')) end += 1;
  while (end > at + 1 && /[.-]/u.test(text[end - 1] ?? '')) end -= 1;
  if (start === at || text[at - 1] === '.') return undefined;
  const labels = text.slice(at + 1, end).split('.');
  const top = labels.at(-1) ?? '';
  if (labels.length < 2 || !labels.every((label) => isLabel(label))) return undefined;
  if (!/^(?:\p{L}{2,63}|xn--[a-z0-9-]{1,59})$/iu.test(top) || isRemote(text, start, at, end)) return undefined;
  if (isUserInfo(text, start)) return undefined;
  return { start, end, certainty: 'certain' };
};

export const email: Detector = {
  id: 'email',
  class: 'email',
  summary: 'Addresses of RFC 5321 in their usual form, with a domain of two labels or more; also in other scripts.',
  mayHold: (profile) => profile.at && profile.dot,
  patterns: [],
  find: (text) => {
    const found: Found[] = [];
    let behind = 0;
    for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      const address = around(text, at);
      if (address === undefined || address.start < behind) continue;
      found.push(address);
      behind = address.end;
    }
    return found;
  },
};
