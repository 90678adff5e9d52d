import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  PgveilError
} from "./chunk-HUYNEIJX.js";

// src/cli/listen-address.ts
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

export {
  parseListenAddress
};
