import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  findSpans,
  withoutOverlap
} from "./chunk-34UUUUTB.js";
import "./chunk-AIKYVZQT.js";
export {
  findSpans,
  withoutOverlap
};
