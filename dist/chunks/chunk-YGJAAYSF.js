import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  configuredIdentity,
  createIdTokens,
  createSend
} from "./chunk-MD22CKJ6.js";
import {
  PgveilError
} from "./chunk-YKELLRG3.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/gateway/identity/identities.ts
init_define_navigator();
var margin = 3e5;
var wrong = (message, remedy) => new PgveilError("PGVEIL_CONFIG", message, { remedy });
var checkIdentityUrl = ({ target, credential }, identity) => {
  if (credential.password !== void 0) {
    throw wrong(
      "the URL of a credential with `identity` has a password",
      "Take it out of the URL: the identity is in its place."
    );
  }
  if (target.tls.mode !== "verify-full" || target.host.startsWith("/")) {
    throw wrong(
      "a credential with `identity` needs sslmode=verify-full: its token goes to the server in clear text",
      "Add ?sslmode=verify-full to the URL, and sslrootcert=FILE where the cloud's CA is not a public one."
    );
  }
  const { user } = configuredIdentity(identity);
  if (user !== void 0 && user !== credential.user) {
    throw wrong(
      "the user of the URL is not the one of the identity",
      `Write ${encodeURIComponent(user)}: the service account without .gserviceaccount.com, percent-encoded.`
    );
  }
};
var createIdentities = (options) => {
  const { clock } = options;
  const send = createSend(options);
  const idTokens = createIdTokens({ ...options, send });
  const leasesOf = (identity) => {
    const configured = configuredIdentity(identity);
    const { audience, tokenFileVariable } = configured;
    let lease;
    let pending;
    const renew = async () => {
      const idToken = await idTokens({ audience, file: identity["token-file"], fileVariable: tokenFileVariable });
      lease = await configured.exchange(idToken, { send, clock });
      return lease;
    };
    return async () => {
      const held = lease;
      if (held !== void 0 && clock() < held.expiresAt - margin) return held;
      pending ??= renew().finally(() => {
        pending = void 0;
      });
      try {
        return await pending;
      } catch (error) {
        if (held !== void 0 && clock() < held.expiresAt) return held;
        throw error;
      }
    };
  };
  const known = /* @__PURE__ */ new WeakMap();
  return {
    logIn: async (url, identity) => {
      if (identity === void 0) return url;
      checkIdentityUrl(url, identity);
      const current = known.get(identity) ?? leasesOf(identity);
      known.set(identity, current);
      const { host, port } = url.target;
      const { user } = url.credential;
      const password = await (await current()).password({ host, port, user }, clock());
      return { ...url, credential: { ...url.credential, password, token: true } };
    }
  };
};

export {
  checkIdentityUrl,
  createIdentities
};
