import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  readySchema
} from "./chunk-HT6QHG7Z.js";
import {
  object,
  optional,
  string
} from "./chunk-G5DACBIO.js";
import {
  PgveilError,
  errorCodes,
  errorText
} from "./chunk-YKELLRG3.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// action/control-client.ts
init_define_navigator();
import { lookup } from "node:dns/promises";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { request } from "node:http";
import { text as readAll } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";

// src/gateway/private-network.ts
init_define_navigator();
import { BlockList, isIP } from "node:net";
var ranges = [
  ["127.0.0.0", 8, "ipv4"],
  ["10.0.0.0", 8, "ipv4"],
  ["172.16.0.0", 12, "ipv4"],
  ["192.168.0.0", 16, "ipv4"],
  ["169.254.0.0", 16, "ipv4"],
  ["100.64.0.0", 10, "ipv4"],
  ["::1", 128, "ipv6"],
  ["fc00::", 7, "ipv6"],
  ["fe80::", 10, "ipv6"]
];
var own = new BlockList();
for (const [network, prefix, family] of ranges) own.addSubnet(network, prefix, family);
var isPrivate = (address) => {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
  const family = isIP(plain);
  return family !== 0 && own.check(plain, family === 4 ? "ipv4" : "ipv6");
};

// action/control-client.ts
var patience = 12e4;
var failureSchema = object({
  message: string(),
  code: optional(string()),
  remedy: optional(string())
});
var unreachable = ({ host, port }, cause) => new PgveilError("PGVEIL_PROXY", `The control port at ${host}:${String(port)} does not answer: ${errorText(cause)}`, {
  remedy: "Name the service container under `services:` of the job, map its ports 6432 and 6433, and give `control:` as the job sees it.",
  cause
});
var privateAddress = async ({ host, port }) => {
  let found;
  try {
    ({ address: found } = await lookup(host));
  } catch (error) {
    throw unreachable({ host, port }, error);
  }
  if (isPrivate(found)) return found;
  throw new PgveilError("PGVEIL_INPUT", `Input \`control\` names ${host}, which is on a public network.`, {
    remedy: "Credentials are sent there: name a service container of this job, or a host of a private network."
  });
};
var isCode = (text) => text !== void 0 && Object.hasOwn(errorCodes, text);
var refusal = async (answer, { host, port }) => {
  const failure = failureSchema.safeParse(
    await readAll(answer).then(
      (text2) => JSON.parse(text2),
      () => void 0
    )
  );
  const { message, code, remedy } = failure.success ? failure.data : { message: `it answers with status ${String(answer.statusCode)}`, code: void 0, remedy: void 0 };
  const text = `The proxy at ${host}:${String(port)} refuses: ${message}`;
  return new PgveilError(isCode(code) ? code : "PGVEIL_PROXY", text, remedy === void 0 ? {} : { remedy });
};
var controlClient = (control, token) => {
  const call = async (method, path, body) => {
    const host = await privateAddress(control);
    let answer;
    try {
      const asked = request({
        host,
        port: control.port,
        method,
        path,
        headers: { authorization: `Bearer ${token}`, ...body === void 0 ? {} : { "content-type": "application/json" } },
        signal: AbortSignal.timeout(patience)
      });
      asked.end(body);
      [answer] = await once(asked, "response");
    } catch (error) {
      throw unreachable(control, error);
    }
    if (answer.statusCode === void 0 || answer.statusCode >= 300) throw await refusal(answer, control);
    return answer;
  };
  const done = async (answer) => void await readAll(answer);
  return {
    state: async (deadline) => {
      for (; ; ) {
        try {
          return stateSchema.parse(JSON.parse(await readAll(await call("GET", "/healthz")))).state;
        } catch (error) {
          if (deadline.aborted || error instanceof PgveilError && error.code === "PGVEIL_INPUT") throw error;
        }
        await sleep(100);
      }
    },
    configure: async (config) => {
      const answer = await call("PUT", "/config", JSON.stringify(config));
      return readySchema.parse(JSON.parse(await readAll(answer)));
    },
    finish: async () => done(await call("POST", "/finish")),
    fetchAudit: async (file) => {
      await pipeline(await call("GET", "/audit"), createWriteStream(file, { flags: "wx", mode: 384 }));
    },
    stop: async () => done(await call("POST", "/stop"))
  };
};
var stateSchema = object({ state: string() });

export {
  controlClient
};
