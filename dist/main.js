import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  comment,
  lazyCommentClient,
  readInputs
} from "./chunks/chunk-CCPY4CRN.js";
import "./chunks/chunk-7WZX36MV.js";
import {
  failureText
} from "./chunks/chunk-XNW3ZMTD.js";
import "./chunks/chunk-74WFROFC.js";
import {
  core_exports,
  setFailed
} from "./chunks/chunk-SUH3VUNS.js";
import "./chunks/chunk-NSJZQ3HL.js";
import "./chunks/chunk-D7LTSLLC.js";
import "./chunks/chunk-J6NDIWQI.js";
import {
  PgveilError
} from "./chunks/chunk-HUYNEIJX.js";
import "./chunks/chunk-L2BS4CPM.js";

// action/main.ts
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";

// action/start.ts
var modes = {
  proxy: async ({ isolate }) => isolate ? (await import("./chunks/isolated-mode-GR2XOANL.js")).isolatedMode : (await import("./chunks/proxy-mode-QVD7T3VY.js")).startProxyMode,
  check: async () => (await import("./chunks/check-mode-PLME3EVN.js")).checkMode,
  connect: async () => (await import("./chunks/connect-mode-FNYZY4RJ.js")).connectMode
};
var start = async (context) => {
  if (context.platform === "win32") {
    throw new PgveilError("PGVEIL_INPUT", "The pgveil Action runs on Linux and macOS runners.", {
      remedy: "Set `runs-on: ubuntu-latest`."
    });
  }
  const inputs = readInputs(context.core, context.workspace);
  const run = await modes[inputs.mode](inputs);
  await run(inputs, context);
};

// action/main.ts
var environment = process.env;
try {
  await start({
    core: core_exports,
    environment,
    platform: process.platform,
    uid: process.getuid?.(),
    workspace: environment["GITHUB_WORKSPACE"] ?? process.cwd(),
    temp: environment["RUNNER_TEMP"] ?? tmpdir(),
    node: process.execPath,
    entry: fileURLToPath(new URL("pgveil.js", import.meta.url)),
    fetchFile: async (...from) => (await import("./chunks/fetch-file-U6UO5XPI.js")).fetchFile(...from),
    clock: Date.now,
    comment: async (run) => comment({ core: core_exports, environment, client: lazyCommentClient }, run)
  });
} catch (error) {
  setFailed(failureText(error));
}
