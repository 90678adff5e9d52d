import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  defaultIterations,
  deriveVerifier,
  formatVerifier,
  parseVerifier
} from "./chunk-SM23I3UR.js";
import {
  PgveilError
} from "./chunk-HUYNEIJX.js";

// src/auth/session-credentials.ts
var sessionUserPrefix = "job-";
var createSessionCredentials = (options) => {
  const { clock, random } = options;
  const maxEntries = options.maxEntries ?? 1e3;
  const entries = /* @__PURE__ */ new Map();
  const dropExpired = () => {
    for (const [user, { expiresAt }] of entries) if (expiresAt <= clock()) entries.delete(user);
  };
  return {
    issue: (identity, lifetimeMs) => {
      if (entries.size >= maxEntries) dropExpired();
      if (entries.size >= maxEntries) {
        throw new PgveilError("PGVEIL_IDENTITY", `${String(maxEntries)} session credentials are in use already`, {
          remedy: "Wait until some have expired, or give them a shorter lifetime."
        });
      }
      const user = sessionUserPrefix + random(9).toString("base64url");
      const password = random(32).toString("base64url");
      const expiresAt = clock() + lifetimeMs;
      entries.set(user, { verifier: deriveVerifier(password, random(16)), identity, expiresAt });
      return { user, password, expiresAt };
    },
    find: (user) => {
      const entry = entries.get(user);
      return entry === void 0 ? void 0 : { ...entry, expired: entry.expiresAt <= clock() };
    },
    revoke: (user) => entries.delete(user),
    size: () => entries.size
  };
};

// src/auth/local.ts
var nameForm = /^[A-Za-z_][A-Za-z0-9_.@-]{0,62}$/;
var nameFlaw = (name) => {
  if (!nameForm.test(name)) return "a name begins with a letter or _, and has at most 63 letters, digits and _.@-";
  return name.startsWith(sessionUserPrefix) ? `names that begin with ${sessionUserPrefix} are for session credentials` : void 0;
};
var parseLocalPrincipals = (text, file) => {
  const principals = /* @__PURE__ */ new Map();
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim();
    if (line === "" || line.startsWith("#")) continue;
    const wrong = (what) => {
      throw new PgveilError("PGVEIL_CONFIG", `${file}:${String(index + 1)}: ${what}`, {
        remedy: "Make the line with `pgveil passwd NAME`."
      });
    };
    const colon = line.indexOf(":");
    const name = line.slice(0, Math.max(colon, 0));
    if (!nameForm.test(name)) return wrong("the line does not begin with a principal name and a colon");
    const flaw = nameFlaw(name);
    if (flaw !== void 0) return wrong(flaw);
    if (principals.has(name)) return wrong(`${name} is there twice`);
    const verifier = parseVerifier(line.slice(colon + 1));
    if (verifier === void 0) return wrong(`what follows ${name}: is not a SCRAM-SHA-256 verifier`);
    principals.set(name, verifier);
  }
  return principals;
};
var makeVerifier = (password, salt, iterations = defaultIterations) => formatVerifier(deriveVerifier(password, salt, iterations));

export {
  createSessionCredentials,
  nameFlaw,
  parseLocalPrincipals,
  makeVerifier
};
