import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  version
} from "./chunk-T37S2YRO.js";
import "./chunk-AIKYVZQT.js";
export {
  version
};
