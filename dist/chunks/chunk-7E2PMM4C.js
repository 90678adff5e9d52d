import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/audit/printable.ts
init_define_navigator();
var hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu;
var short = { "\n": "\\n", "\r": "\\r", "	": "\\t" };
var printable = (text) => text.replaceAll(hidden, (character) => short[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
var printableLines = (text) => text.split("\n").map((line) => printable(line.replaceAll("	", "  ")));

export {
  printable,
  printableLines
};
