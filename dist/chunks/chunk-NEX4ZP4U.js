import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  catalogQueries,
  createLayer,
  createSnapshot,
  reusableLayer,
  sections,
  supportedMajors
} from "./chunk-OKLFN3DZ.js";
import {
  PgveilError
} from "./chunk-YKELLRG3.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/catalog/load.ts
init_define_navigator();

// src/catalog/answer.ts
init_define_navigator();
import { createHash } from "node:crypto";
var cameOf = (answer, wanted) => {
  const all = new Map(sections.map(({ tag }) => [tag, { texts: [], long: [] }]));
  for (const [part, tag, text, long] of answer) {
    const came = part === wanted ? all.get(tag ?? "") : void 0;
    if (came === void 0 || typeof text !== "string") continue;
    came.texts.push(text);
    came.long.push(long ?? null);
  }
  return all;
};
var parse = (json) => {
  try {
    return JSON.parse(json);
  } catch {
    throw new PgveilError("PGVEIL_CATALOG", "the server gave no JSON to the catalog query");
  }
};
var readAnswer = (answer, part) => {
  const hash = createHash("sha256");
  const all = cameOf(answer, part);
  const rowsOf = ({ tag, long: isLong }) => {
    const { texts, long } = all.get(tag) ?? { texts: [], long: [] };
    const json = `[${texts.join(",")}]`;
    hash.update(json);
    const rows2 = parse(json);
    if (isLong === void 0) return rows2;
    for (const [index, row] of rows2.entries()) {
      const cell = long[index] ?? null;
      hash.update(`${String(cell?.length)}\0`).update(cell ?? "");
      row.push(cell);
    }
    return rows2;
  };
  const rows = new Map(sections.map((section) => [section.tag, rowsOf(section)]));
  return { digest: hash.digest("hex"), rows };
};

// src/catalog/load.ts
var checkVersion = (version) => {
  const major = Math.floor(version / 1e4);
  if (major >= supportedMajors.first && major <= supportedMajors.last) return;
  throw new PgveilError("PGVEIL_CATALOG", `the server is PostgreSQL ${String(major)}`, {
    remedy: `pgveil has reviewed the built-in functions of PostgreSQL ${String(supportedMajors.first)} to ${String(supportedMajors.last)}; use one of these, or a newer pgveil`
  });
};
var loadCatalog = async (query, { clock, database, base }) => {
  const loadedAt = clock();
  const answer = await query(base === void 0 ? catalogQueries.both : catalogQueries.own);
  const own = createLayer(readAnswer(answer, "own"));
  checkVersion(own.server.version);
  const builtin = reusableLayer(base, own.server) ?? createLayer(readAnswer(base === void 0 ? answer : await query(catalogQueries.builtin), "builtin"));
  return createSnapshot({ builtin, own }, database, loadedAt);
};

// src/gateway/upstream-url.ts
init_define_navigator();
var sslModes = ["disable", "prefer", "require", "verify-ca", "verify-full"];
var fail = (what, remedy) => {
  throw new PgveilError("PGVEIL_CONFIG", `the database URL is not valid: ${what}`, { remedy });
};
var decode = (text, what) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return fail(`${what} has a malformed percent-encoding`, "Write a literal % as %25.");
  }
};
var oneOf = (name, value, allowed) => allowed.find((candidate) => candidate === value) ?? fail(`${name} is not one of ${allowed.join(", ")}`, `Use ${name}=${allowed.at(-1) ?? ""}.`);
var wholeNumber = (name, text, least, most) => {
  const number = /^[0-9]{1,6}$/.test(text) ? Number(text) : -1;
  return number >= least && number <= most ? number : fail(`${name} is not a number from ${String(least)} to ${String(most)}`, `Give ${name} as plain digits.`);
};
var known = [
  "host",
  "port",
  "dbname",
  "user",
  "password",
  "sslmode",
  "sslrootcert",
  "sslcert",
  "sslkey",
  "sslnegotiation",
  "channel_binding",
  "connect_timeout",
  "application_name",
  "options"
];
var readQuery = (query) => {
  const parameters = /* @__PURE__ */ new Map();
  for (const part of query.split("&").filter((text) => text !== "")) {
    const equals = part.indexOf("=");
    const given = decode(equals < 0 ? part : part.slice(0, equals), "a parameter name");
    const name = known.find((candidate) => candidate === given);
    if (name === void 0 || equals < 0) {
      return fail(`it has an unknown parameter ${JSON.stringify(given)}`, `Known are ${known.join(", ")}.`);
    }
    parameters.set(name, decode(part.slice(equals + 1), name));
  }
  return parameters;
};
var form = /^postgres(?:ql)?:\/\/(?:([^@/?#]*)@)?(\[[^\]/?#]*\]|[^:/?#[\]@]*)(?::([^/?#@]*))?(?:\/([^/?#]*))?(?:\?([^#]*))?$/;
var readTls = (query) => {
  const rootCert = query.get("sslrootcert");
  const cert = query.get("sslcert");
  const key = query.get("sslkey");
  const asked = oneOf("sslmode", query.get("sslmode") ?? (rootCert === "system" ? "verify-full" : "prefer"), sslModes);
  const negotiation = oneOf("sslnegotiation", query.get("sslnegotiation") ?? "postgres", ["direct", "postgres"]);
  if (rootCert === "system" && asked !== "verify-full")
    return fail("sslrootcert=system needs sslmode=verify-full", "Anyone can get a certificate from a public CA.");
  if (asked === "verify-ca" && rootCert === void 0)
    return fail("sslmode=verify-ca needs sslrootcert", "Name the file of the server's CA certificate.");
  if (cert === void 0 !== (key === void 0)) return fail("sslcert and sslkey go together", "Name both files or none.");
  if (negotiation === "direct" && (asked === "disable" || asked === "prefer"))
    return fail("sslnegotiation=direct needs sslmode=require or stronger", "Raise sslmode.");
  const mode = asked === "require" && rootCert !== void 0 ? "verify-ca" : asked;
  return { mode, rootCert, cert, key, negotiation };
};
var parseDatabaseUrl = (text) => {
  const match = form.exec(text.trim());
  if (match === null)
    return fail("it does not read postgres://user:password@host:port/database", "Percent-encode special characters.");
  const [, userInfo, hostPart = "", portPart, path, queryPart = ""] = match;
  const query = readQuery(queryPart);
  const colon = userInfo?.indexOf(":") ?? -1;
  const urlUser = colon < 0 ? userInfo : userInfo?.slice(0, colon);
  const urlPassword = colon < 0 ? void 0 : userInfo?.slice(colon + 1);
  const user = query.get("user") ?? decode(urlUser ?? "", "the user");
  if (user === "") return fail("it names no user", "Write postgres://user@host/database.");
  const host = query.get("host") ?? (decode(hostPart.replace(/^\[(.*)\]$/, "$1"), "the host") || "localhost");
  if (host.includes(",")) return fail("it names several hosts", "Name one; pgveil does no failover.");
  const password = query.get("password") ?? (urlPassword === void 0 ? void 0 : decode(urlPassword, "the password"));
  const database = query.get("dbname") ?? decode(path ?? "", "the database");
  const timeout = wholeNumber("connect_timeout", query.get("connect_timeout") ?? "10", 0, 3600);
  const parameters = /* @__PURE__ */ new Map();
  for (const name of ["application_name", "options"]) {
    const value = query.get(name);
    if (value !== void 0) parameters.set(name, value);
  }
  return {
    target: {
      host,
      port: wholeNumber("port", (query.get("port") ?? portPart) || "5432", 1, 65535),
      database: database === "" ? user : database,
      tls: readTls(query),
      // As in libpq, 0 is no limit of one's own: a day will do for that.
      connectTimeoutMs: timeout === 0 ? 864e5 : timeout * 1e3
    },
    credential: {
      user,
      password: password === "" ? void 0 : password,
      channelBinding: oneOf("channel_binding", query.get("channel_binding") ?? "prefer", ["disable", "require", "prefer"])
    },
    parameters
  };
};

export {
  loadCatalog,
  parseDatabaseUrl
};
