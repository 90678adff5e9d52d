import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  comment,
  lazyCommentClient,
  readInputs
} from "./chunks/chunk-2AJFV5KQ.js";
import {
  failureText
} from "./chunks/chunk-SJ2D2XDX.js";
import {
  core_exports,
  setFailed
} from "./chunks/chunk-HYSARQ7F.js";
import "./chunks/chunk-UBKG2SG2.js";
import "./chunks/chunk-E7EOEMRT.js";
import "./chunks/chunk-ZQTEWZ2X.js";
import "./chunks/chunk-7E2PMM4C.js";
import "./chunks/chunk-4OLXNSHT.js";
import "./chunks/chunk-G5DACBIO.js";
import {
  PgveilError
} from "./chunks/chunk-YKELLRG3.js";
import {
  init_define_navigator
} from "./chunks/chunk-AIKYVZQT.js";

// action/main.ts
init_define_navigator();
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";

// action/start.ts
init_define_navigator();
var modes = {
  proxy: async ({ isolate }) => isolate ? (await import("./chunks/isolated-mode-NMZZIA75.js")).isolatedMode : (await import("./chunks/proxy-mode-T3KUWKRY.js")).startProxyMode,
  check: async () => (await import("./chunks/check-mode-LI4YO242.js")).checkMode,
  connect: async () => (await import("./chunks/connect-mode-SZEMSDTF.js")).connectMode
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
    fetchFile: async (...from) => (await import("./chunks/fetch-file-QN23YUBX.js")).fetchFile(...from),
    clock: Date.now,
    comment: async (run) => comment({ core: core_exports, environment, client: lazyCommentClient }, run)
  });
} catch (error) {
  setFailed(failureText(error));
}
