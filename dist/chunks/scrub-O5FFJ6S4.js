import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  findSpans
} from "./chunk-34UUUUTB.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/masking/detectors/scrub.ts
init_define_navigator();
var scrub = (text, spans) => {
  let out = "";
  let at = 0;
  for (const span of spans) {
    out += `${text.slice(at, span.start)}[${span.class}]`;
    at = span.end;
  }
  return out + text.slice(at);
};
var scrubText = (text) => scrub(text, findSpans(text));
export {
  scrub,
  scrubText
};
