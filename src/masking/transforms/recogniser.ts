/** What tells a masked value from others, by its text alone. */
import { byteSink } from '../bytes.ts';
import type { CellMask } from '../types.ts';

export type Recogniser = (text: string) => boolean;

export const matches =
  (form: RegExp): Recogniser =>
  (text) =>
    form.test(text);

export const anyOf =
  (recognisers: readonly (Recogniser | undefined)[]): Recogniser =>
  (text) =>
    recognisers.some((recognises) => recognises?.(text) === true);

/** As a part of a regular expression that stands for the text itself. */
export const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);

/** A recogniser in the place of a mask of a part. */
export type Probe = (recognises: Recogniser) => CellMask;

/**
 * For values with parts: `compile` makes the mask that walks over them, with probes where the masks of the parts stand. A
 * value that the walker does not take, such as a part alone, is left to `otherwise`.
 */
export const within = (compile: (probe: Probe) => CellMask, otherwise: Recogniser): Recogniser => {
  let found = false;
  const walk = compile((recognises) => (source, start, end) => {
    found ||= recognises(source.toString('utf8', start, end));
    return false;
  });
  const out = byteSink(256);
  return (text) => {
    found = false;
    out.reset();
    const source = Buffer.from(text);
    return (walk(source, 0, source.length, out) && found) || otherwise(text);
  };
};
