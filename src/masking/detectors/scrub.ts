import { findSpans } from './find.ts';
import type { Span } from './types.ts';

/** Puts `[class]` in place of each span. Spans are in order and do not overlap, as findSpans gives them. */
export const scrub = (text: string, spans: readonly Span[]): string => {
  let out = '';
  let at = 0;
  for (const span of spans) {
    out += `${text.slice(at, span.start)}[${span.class}]`;
    at = span.end;
  }
  return out + text.slice(at);
};

/** The text with all that the detectors find replaced. */
export const scrubText = (text: string): string => scrub(text, findSpans(text));
