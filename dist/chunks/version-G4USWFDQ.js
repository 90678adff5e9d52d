import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  version
} from "./chunk-2D7CCSWB.js";
import "./chunk-L2BS4CPM.js";
export {
  version
};
