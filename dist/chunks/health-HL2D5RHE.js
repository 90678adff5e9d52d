import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  parseListenAddress
} from "./chunk-IAM7C3NO.js";
import {
  defineCommand
} from "./chunk-2TRR4GX3.js";
import {
  object,
  string
} from "./chunk-YZTDVOMD.js";
import {
  PgveilError,
  errorText
} from "./chunk-HUYNEIJX.js";
import "./chunk-L2BS4CPM.js";

// src/cli/health.ts
import { request } from "node:http";
import { once } from "node:events";
import { text as readAll } from "node:stream/consumers";
var stateSchema = object({ state: string() });
var patience = 5e3;
var command = defineCommand({
  operands: {},
  options: {
    control: { type: "string", value: "HOST:PORT", help: "Its control port (127.0.0.1:6433)" }
  },
  notes: ["Prints its state. Exit code: 0 it answers, whether locked or ready; 2 it does not."],
  run: async ({ stdout }, { options }) => {
    const { host, port } = parseListenAddress(options.control ?? "127.0.0.1:6433", "--control");
    try {
      const asked = request({ host, port, path: "/healthz", signal: AbortSignal.timeout(patience) });
      asked.end();
      const [answer] = await once(asked, "response");
      const { state } = stateSchema.parse(JSON.parse(await readAll(answer)));
      if (answer.statusCode !== 200) throw new Error(`status ${String(answer.statusCode)}`);
      stdout.write(`${state}
`);
      return 0;
    } catch (error) {
      throw new PgveilError("PGVEIL_PROXY", `the proxy does not answer at its control port: ${errorText(error)}`, {
        remedy: "Start it with --control, or name where that is with --control here.",
        cause: error
      });
    }
  }
});
export {
  command
};
