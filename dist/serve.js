import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  parseServeConfig
} from "./chunks/chunk-CAOPTIZO.js";
import {
  PgveilError,
  keepYoungSpaceSmall,
  loadClientTls
} from "./chunks/chunk-H5TDN6XM.js";
import {
  init_define_navigator
} from "./chunks/chunk-AIKYVZQT.js";

// src/cli/serve.ts
init_define_navigator();
import { resolve } from "node:path";
import { text as readAll } from "node:stream/consumers";

// src/lineage/parse.ts
init_define_navigator();
import { setFlagsFromString } from "node:v8";

// src/lineage/normalise.ts
init_define_navigator();
var literals = /* @__PURE__ */ new Set(["ICONST", "FCONST", "SCONST"]);
var comments = /* @__PURE__ */ new Set(["SQL_COMMENT", "C_COMMENT"]);
var isLiteral = ({ tokenName }, text) => literals.has(tokenName) || text.endsWith("'");
var unparsable = (sql) => `<unparsable: ${Buffer.byteLength(sql)} bytes>`;
var normaliseTokens = (sql, tokens) => {
  const bytes = Buffer.from(sql);
  const text = (token) => bytes.toString("utf8", token.start, token.end);
  let out = "";
  let at = 0;
  let first = "";
  let inSetting = false;
  let valueDone = false;
  for (const token of tokens) {
    const word = text(token).toLowerCase();
    const gap = bytes.toString("utf8", at, token.start);
    at = token.end;
    if (comments.has(token.tokenName)) {
      out += `${gap} `;
      continue;
    }
    if (word === ";") {
      first = "";
      inSetting = false;
      valueDone = false;
      out += `${gap};`;
      continue;
    }
    if (valueDone) continue;
    if (first === "") first = word;
    if (word === "set" && (first === "set" || first === "alter" || first === "create")) inSetting = true;
    else if (word === "(") inSetting = false;
    if (inSetting && (word === "=" || word === "to")) {
      out += `${gap}${text(token)} ?`;
      valueDone = true;
    } else {
      out += gap + (isLiteral(token, word) ? "?" : text(token));
    }
  }
  return out.replace(/\s+/gu, " ").trim();
};

// src/lineage/parse.ts
var maxStatementBytes = 1 << 20;
var longestKept = 16 << 10;
var syntax = (detail) => ({ ok: false, unreadable: { reason: "syntax", detail } });
var tooLarge = (detail) => ({ ok: false, unreadable: { reason: "too-large", detail } });
var withoutQuotation = (message) => message.replace(/\s*(at or near )?"[\s\S]*/u, "");
var withText = (module, text, use) => {
  const size = module.lengthBytesUTF8(text) + 1;
  const pointer = module._malloc(size);
  try {
    module.stringToUTF8(text, pointer, size);
    return use(pointer);
  } finally {
    module._free(pointer);
  }
};
var parseRaw = (module, sql) => withText(module, sql, (query) => {
  const result = module._wasm_parse_query_raw(query);
  if (result === 0) return { tree: void 0, error: "out of memory" };
  try {
    const tree = module.getValue(result, "i32");
    const error = module.getValue(result + 8, "i32");
    if (error !== 0) return { tree: void 0, error: module.UTF8ToString(module.getValue(error, "i32")) };
    return { tree: tree === 0 ? void 0 : module.UTF8ToString(tree), error: void 0 };
  } finally {
    module._wasm_free_parse_result(result);
  }
});
var stringResult = (module, call, sql) => withText(module, sql, (query) => {
  const result = call(query);
  if (result === 0) return "";
  try {
    return module.UTF8ToString(result);
  } finally {
    module._wasm_free_string(result);
  }
});
var damages = (error) => error instanceof RangeError || error instanceof Error && error.name === "RuntimeError";
var compilerFlags = ["wasm-lazy-compilation", "wasm-dynamic-tiering", "wasm-tier-up"];
var compile = async (factory) => {
  const alive = setInterval(() => void 0, 1e3);
  for (const flag of compilerFlags) setFlagsFromString(`--no-${flag}`);
  try {
    return await factory();
  } finally {
    for (const flag of compilerFlags) setFlagsFromString(`--${flag}`);
    clearInterval(alive);
  }
};
var loadParser = async () => {
  const { default: factory } = await import("./chunks/libpg-query-WI7XK57G.js");
  let module = await compile(factory);
  let replacing = false;
  const replace = () => {
    if (replacing) return;
    replacing = true;
    void factory().then(
      (fresh) => {
        module = fresh;
        replacing = false;
      },
      () => {
        replacing = false;
      }
    );
  };
  const guarded = (use, otherwise) => {
    try {
      return use();
    } catch (error) {
      if (damages(error)) replace();
      return otherwise;
    }
  };
  const parseAnew = (sql) => {
    if (sql.includes("\0")) return syntax("a NUL character");
    const bytes = Buffer.byteLength(sql);
    if (bytes > maxStatementBytes) return tooLarge(`a statement of ${bytes} bytes (at most ${maxStatementBytes})`);
    return guarded(() => {
      const { tree, error } = parseRaw(module, sql);
      if (error !== void 0 || tree === void 0) return syntax(withoutQuotation(error ?? "no parse tree"));
      return { ok: true, statements: JSON.parse(tree).stmts ?? [] };
    }, tooLarge("a statement nested too deeply"));
  };
  let last;
  const parse = (sql) => {
    if (last?.sql === sql) return last.parsed;
    const parsed = parseAnew(sql);
    last = parsed.ok && sql.length <= longestKept ? { sql, parsed } : void 0;
    return parsed;
  };
  const scan = (sql) => {
    const text = stringResult(module, (query) => module._wasm_scan(query), sql);
    return text.startsWith("{") ? JSON.parse(text).tokens ?? [] : void 0;
  };
  return {
    parse,
    parsePlPgSql: (createFunction) => guarded(() => {
      const text = stringResult(module, (query) => module._wasm_parse_plpgsql(query), createFunction);
      return text.startsWith("{") ? JSON.parse(text) : void 0;
    }, void 0),
    normalise: (sql) => {
      if (!parse(sql).ok) return unparsable(sql);
      return guarded(() => {
        const tokens = scan(sql);
        return tokens === void 0 ? unparsable(sql) : normaliseTokens(sql, tokens);
      }, unparsable(sql));
    },
    fingerprint: (sql) => {
      if (!parse(sql).ok) return "-";
      return guarded(() => {
        const text = stringResult(module, (query) => module._wasm_fingerprint(query), sql);
        return /^[0-9a-f]{16}$/u.test(text) ? text : "-";
      }, "-");
    }
  };
};

// src/cli/command.ts
init_define_navigator();
var defineCommand = (command2) => command2;

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

// src/cli/serve.ts
var tlsFiles = (cert, key) => {
  if (cert === void 0 && key === void 0) return void 0;
  if (cert !== void 0 && key !== void 0) return { cert, key };
  throw new PgveilError("PGVEIL_INPUT", "--tls-cert and --tls-key go together", { remedy: "Name both files or none." });
};
var secondsOf = (text) => {
  if (/^\d{1,5}$/.test(text)) return Number(text);
  throw new PgveilError("PGVEIL_INPUT", `--drain is ${JSON.stringify(text)}`, { remedy: "Write whole seconds, as in 30." });
};
var command = defineCommand({
  options: {
    policy: { type: "string", value: "FILE", help: "The policy; needed, but with --locked" },
    listen: { type: "string", value: "HOST:PORT", help: "Where to listen; port 0 takes a free one (127.0.0.1:6432)" },
    control: { type: "string", value: "HOST:PORT", help: "Where to show the state over HTTP, and be controlled (nowhere)" },
    locked: { type: "boolean", help: "Start without policy and credentials, and refuse clients until --control gets them" },
    "ready-file": { type: "string", value: "FILE", help: "Written when connections are taken: JSON with host, port and pid" },
    audit: {
      type: "string",
      value: "FILE",
      help: "The audit log, a new file (the policy's audit.file, or one in this directory)"
    },
    drain: {
      type: "string",
      value: "SECONDS",
      help: "How long clients get to leave before they are made to, once it is to stop (0)"
    },
    "tls-cert": { type: "string", value: "FILE", help: "Certificate chain for clients that ask for TLS (PEM)" },
    "tls-key": { type: "string", value: "FILE", help: "Its private key (PEM)" },
    "config-stdin": { type: "boolean", help: "Read secrets and an OIDC token as JSON from standard input" }
  },
  operands: {},
  notes: [
    "TERM or INT ends every session, signs the audit and exits.",
    'With --config-stdin, standard input is {"secrets": {NAME: VALUE}, "token": TOKEN}: values for ${env:NAME} in the',
    "policy, and a token that is exchanged for a session credential, which the ready file then holds.",
    "The control port answers GET /healthz and /readyz; with the token of PGVEIL_CONTROL_TOKEN also PUT /config (once, with",
    "--locked), GET /audit, POST /finish (ends the sessions, signs the audit) and POST /stop."
  ],
  run: async (context, { options }) => {
    keepYoungSpaceSmall();
    const parser = loadParser();
    parser.catch(() => void 0);
    const config = parseServeConfig(options["config-stdin"] ? await readAll(context.stdin) : "{}");
    const tls = tlsFiles(options["tls-cert"], options["tls-key"]);
    const common = {
      config,
      parser,
      listen: parseListenAddress(options.listen ?? "127.0.0.1:6432"),
      control: options.control === void 0 ? void 0 : parseListenAddress(options.control, "--control"),
      auditPath: options.audit,
      tls: tls === void 0 ? void 0 : await loadClientTls(tls)
    };
    if (options.locked) {
      if (options.policy !== void 0 || options["ready-file"] !== void 0) {
        throw new PgveilError("PGVEIL_INPUT", "--locked goes with neither --policy nor --ready-file", {
          remedy: "A locked proxy gets its policy at the control port, and answers there."
        });
      }
      return (await import("./chunks/serve-locked-YGNMKXDP.js")).serveLocked(context, common);
    }
    if (options.policy === void 0) {
      throw new PgveilError("PGVEIL_INPUT", "serve needs --policy FILE", { remedy: "Or --locked, to be told it later." });
    }
    const readyFile = options["ready-file"] === void 0 ? void 0 : resolve(context.cwd, options["ready-file"]);
    const drain = secondsOf(options.drain ?? "0") * 1e3;
    const { servePolicy } = await import("./chunks/serve-policy-OEKNDIRS.js");
    return servePolicy(context, { ...common, drain, policyPath: resolve(context.cwd, options.policy), readyFile });
  }
});
export {
  command
};
