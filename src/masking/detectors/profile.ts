import type { Profile } from './types.ts';

/** One pass over the text. */
export const profileOf = (text: string): Profile => {
  let digits = 0;
  let at = false;
  let colon = false;
  let dot = false;
  let dash = false;
  let underscore = false;
  let upper = false;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code >= 0x30 && code <= 0x39) digits += 1;
    else if (code === 0x40) at = true;
    else if (code === 0x3a) colon = true;
    else if (code === 0x2e) dot = true;
    else if (code === 0x2d) dash = true;
    else if (code === 0x5f) underscore = true;
    else if ((code >= 0x41 && code <= 0x5a) || code >= 0x80) upper = true;
  }
  return { length: text.length, digits, at, colon, dot, dash, underscore, upper };
};
