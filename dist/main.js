import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  comment,
  lazyCommentClient,
  readInputs
} from "./chunks/chunk-NAMIXOCO.js";
import {
  core_exports,
  setFailed
} from "./chunks/chunk-SUH3VUNS.js";
import "./chunks/chunk-7WZX36MV.js";
import {
  failureText
} from "./chunks/chunk-CIQ3UHN3.js";
import "./chunks/chunk-QRTGFTLX.js";
import "./chunks/chunk-4W3DWT57.js";
import "./chunks/chunk-NSJZQ3HL.js";
import "./chunks/chunk-D7LTSLLC.js";
import "./chunks/chunk-YZTDVOMD.js";
import {
  PgveilError
} from "./chunks/chunk-HUYNEIJX.js";
import "./chunks/chunk-L2BS4CPM.js";

// action/main.ts
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";

// action/start.ts
var modes = {
  proxy: async ({ isolate }) => isolate ? (await import("./chunks/isolated-mode-AAFRD3AQ.js")).isolatedMode : (await import("./chunks/proxy-mode-KVMLGW77.js")).startProxyMode,
  check: async () => (await import("./chunks/check-mode-23LY67N3.js")).checkMode,
  connect: async () => (await import("./chunks/connect-mode-UHG7H5KB.js")).connectMode
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
