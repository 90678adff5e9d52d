import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  sampleBounds
} from "./chunk-WF5BBFAO.js";
import {
  PgveilError
} from "./chunk-YKELLRG3.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/cli/progress.ts
init_define_navigator();
var patience = 2e3;
var between = 100;
var createProgress = (output, clock) => {
  const started = clock();
  let shownAt;
  return {
    show: (text) => {
      if (output.isTTY !== true) return;
      const now = clock();
      if (now - started < patience || shownAt !== void 0 && now - shownAt < between) return;
      shownAt = now;
      output.write(`\r\x1B[2K${text()}`);
    },
    end: () => {
      if (shownAt !== void 0) output.write("\r\x1B[2K");
    }
  };
};

// src/cli/sample-rows.ts
init_define_navigator();
var sampleRows = (text) => {
  if (text === void 0) return void 0;
  const rows = /^[0-9]{1,5}$/.test(text) ? Number(text) : 0;
  if (rows >= 1 && rows <= sampleBounds.mostRows) return rows;
  throw new PgveilError("PGVEIL_INPUT", `--sample is no number of rows from 1 to ${String(sampleBounds.mostRows)}`, {
    remedy: "Write --sample 100, or leave it out: no values are looked at then."
  });
};

export {
  createProgress,
  sampleRows
};
