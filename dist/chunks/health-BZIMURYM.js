import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  defineCommand
} from "./chunk-KDWMGSVK.js";
import {
  object,
  string
} from "./chunk-G5DACBIO.js";
import {
  PgveilError,
  errorText
} from "./chunk-YKELLRG3.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/cli/health.ts
init_define_navigator();
import { request } from "node:http";
import { once } from "node:events";
import { text as readAll } from "node:stream/consumers";

// src/cli/listen-address.ts
init_define_navigator();
import { isIP } from "node:net";
var parseListenAddress = (text, option = "--listen") => {
  const match = /^(?:\[([^\]]+)\]|([^:]*)):(\d{1,5})$/.exec(text);
  const port = Number(match?.[3] ?? Number.NaN);
  const host = match?.[1] ?? (match?.[2] === "" ? "127.0.0.1" : match?.[2] ?? "");
  if (match !== null && port <= 65535 && (match[1] === void 0 || isIP(match[1]) === 6)) return { host, port };
  throw new PgveilError("PGVEIL_INPUT", `${option} is ${JSON.stringify(text)}`, {
    remedy: "Write HOST:PORT, as in 127.0.0.1:6432; port 0 takes a free one."
  });
};

// src/cli/health.ts
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
