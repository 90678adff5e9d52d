import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  findSpans
} from "./chunk-VZ4DKK6V.js";
import "./chunk-L2BS4CPM.js";

// src/masking/detectors/scrub.ts
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
