import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  findSpans,
  withoutOverlap
} from "./chunk-VZ4DKK6V.js";
import "./chunk-L2BS4CPM.js";
export {
  findSpans,
  withoutOverlap
};
