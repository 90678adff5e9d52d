import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  PgveilError,
  errorText
} from "./chunk-YKELLRG3.js";
import {
  esm_default
} from "./chunk-45VCJYBB.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/gateway/upstream-errors.ts
init_define_navigator();
var placeOf = ({ host, port, database }) => `${host.startsWith("/") ? `${host}/.s.PGSQL.${String(port)}` : `${host}:${String(port)}`}, database ${JSON.stringify(database)}`;
var systemCauses = {
  ECONNREFUSED: ["nothing listens there", "Start the database, or correct host and port."],
  ENOTFOUND: ["the host name does not resolve", "Correct the host."],
  EAI_AGAIN: ["the host name could not be resolved just now", "Check the DNS of this machine."],
  ENOENT: ["there is no such socket", "Start the database, or correct the directory."],
  EACCES: ["the socket may not be opened", "Give this user access to it."],
  ETIMEDOUT: ["it did not answer in time", "Check network and firewall, or raise connect_timeout."],
  EHOSTUNREACH: ["there is no route to the host", "Check network and firewall."],
  ENETUNREACH: ["there is no route to the network", "Check network and firewall."],
  ABORTED: ["it was given up", "Nothing: the client left, or pgveil is stopping."],
  ECONNRESET: ["it closed the connection", "Look into the database's log."],
  EPIPE: ["it closed the connection", "Look into the database's log."],
  DEPTH_ZERO_SELF_SIGNED_CERT: ["its certificate is self-signed", "Name its CA in sslrootcert."],
  SELF_SIGNED_CERT_IN_CHAIN: ["its certificate is from an unknown CA", "Name its CA in sslrootcert."],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: ["its certificate is from an unknown CA", "Name its CA in sslrootcert."],
  UNABLE_TO_GET_ISSUER_CERT: ["its certificate is from an unknown CA", "Name its CA in sslrootcert."],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: ["its certificate is from an unknown CA", "Name its CA in sslrootcert."],
  CERT_HAS_EXPIRED: ["its certificate has expired", "Renew it."],
  CERT_SIGNATURE_FAILURE: ["its certificate is not signed by the CA in sslrootcert", "Name the right CA."],
  ERR_TLS_CERT_ALTNAME_INVALID: [
    "its certificate is for another host",
    "Use the name that the certificate has, or sslmode=verify-ca."
  ]
};
var abortNames = { TimeoutError: "ETIMEDOUT", AbortError: "ABORTED" };
var codeOf = (error) => (error instanceof Error ? abortNames[error.name] : void 0) ?? (error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "");
var connectionError = (target, error) => {
  if (error instanceof PgveilError && error.code === "PGVEIL_PROTOCOL")
    return upstreamError(target, "it does not speak the PostgreSQL protocol", "Check what answers at that address.");
  if (error instanceof PgveilError) return error;
  const [what, remedy] = systemCauses[codeOf(error)] ?? [errorText(error), "Check the database URL and the network."];
  return new PgveilError("PGVEIL_UPSTREAM", `cannot connect to ${placeOf(target)}: ${what}`, { remedy, cause: error });
};
var upstreamError = (target, what, remedy) => new PgveilError("PGVEIL_UPSTREAM", `cannot connect to ${placeOf(target)}: ${what}`, { remedy });
var serverCauses = {
  "28P01": {
    cause: "it refuses the password",
    remedy: "Correct the password in the database URL; with a cloud identity, check that its user may log in by token.",
    client: void 0
  },
  "28000": {
    cause: "it does not let this user in from here",
    remedy: "Check the user, pg_hba.conf and whether it wants TLS or a client certificate.",
    client: void 0
  },
  "3D000": { cause: "there is no such database", remedy: "Correct its name.", client: "the database does not exist" },
  "42501": { cause: "the user may not connect", remedy: "GRANT CONNECT on the database.", client: void 0 },
  "53300": {
    cause: "it has no connection left",
    remedy: "Raise max_connections or the role's limit, or connect less.",
    client: "the database has too many connections"
  },
  "57P03": { cause: "it is not ready", remedy: "Wait until it has started.", client: "the database is not ready" },
  "57P01": { cause: "it is shutting down", remedy: "Start it again.", client: "the database is shutting down" },
  "55000": {
    cause: "the database takes no connections now",
    remedy: "Check datallowconn.",
    client: "the database takes no connections now"
  },
  "22023": {
    cause: "it refuses a start-up parameter",
    remedy: "Correct its value.",
    client: "a start-up parameter has a value that the database refuses"
  },
  "22P02": {
    cause: "it refuses a start-up parameter",
    remedy: "Correct its value.",
    client: "a start-up parameter has a value that the database refuses"
  },
  "42704": {
    cause: "it does not know a start-up parameter",
    remedy: "Leave it out.",
    client: "a start-up parameter is not known to the database"
  }
};
var serverError = (target, sqlstate) => {
  const known = serverCauses[sqlstate];
  const cause = { sqlstate };
  return new PgveilError(
    "PGVEIL_UPSTREAM",
    `cannot connect to ${placeOf(target)}: ${known?.cause ?? "it refuses the connection"} (SQLSTATE ${sqlstate})`,
    { remedy: known?.remedy ?? "Look into the database's log.", cause }
  );
};

// src/gateway/control.ts
init_define_navigator();

// src/gateway/tls.ts
init_define_navigator();
import { readFile } from "node:fs/promises";
import { isIP } from "node:net";
import { createSecureContext, rootCertificates } from "node:tls";

// src/auth/certificate-hash.ts
init_define_navigator();
import { createHash } from "node:crypto";
var sequence = 48;
var oid = 6;
var readElement = (der, at) => {
  const tag = der[at];
  const first = der[at + 1];
  if (tag === void 0 || first === void 0) return void 0;
  const longLength = first & 127;
  if (first >= 128 && (longLength === 0 || longLength > 4 || at + 2 + longLength > der.length)) return void 0;
  const start = at + 2 + (first >= 128 ? longLength : 0);
  const length = first < 128 ? first : der.readUIntBE(at + 2, longLength);
  const end = start + length;
  return end > der.length ? void 0 : { tag, content: der.subarray(start, end), end };
};
var readAll = (der) => {
  const elements = [];
  for (let element = readElement(der, 0); element !== void 0; element = readElement(der, element.end)) elements.push(element);
  return elements;
};
var hashes = {
  "2a864886f70d010104": "sha256",
  // md5WithRSAEncryption
  "2a864886f70d010105": "sha256",
  // sha1WithRSAEncryption
  "2a864886f70d01010b": "sha256",
  // sha256WithRSAEncryption
  "2a864886f70d01010c": "sha384",
  // sha384WithRSAEncryption
  "2a864886f70d01010d": "sha512",
  // sha512WithRSAEncryption
  "2a864886f70d01010e": "sha224",
  // sha224WithRSAEncryption
  "2a8648ce3d0401": "sha256",
  // ecdsa-with-SHA1
  "2a8648ce3d040301": "sha224",
  // ecdsa-with-SHA224
  "2a8648ce3d040302": "sha256",
  // ecdsa-with-SHA256
  "2a8648ce3d040303": "sha384",
  // ecdsa-with-SHA384
  "2a8648ce3d040304": "sha512"
  // ecdsa-with-SHA512
};
var certificateHash = (certificate) => {
  const [outer] = readAll(certificate);
  const algorithm = outer?.tag === sequence ? readAll(outer.content)[1] : void 0;
  const [identifier] = algorithm?.tag === sequence ? readAll(algorithm.content) : [];
  const name = identifier?.tag === oid ? hashes[identifier.content.toString("hex")] : void 0;
  return name === void 0 ? void 0 : createHash(name).update(certificate).digest();
};

// src/gateway/tls.ts
var alpn = "postgresql";
var minVersion = "TLSv1.2";
var readPem = async (file, what) => {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    throw new PgveilError("PGVEIL_CONFIG", `${what} ${JSON.stringify(file)} cannot be read: ${errorText(error)}`, {
      remedy: "Check the path and its permissions.",
      cause: error
    });
  }
};
var upstreamTlsOptions = async (settings, host) => {
  const { mode, rootCert, cert, key } = settings;
  const verify = mode === "verify-ca" || mode === "verify-full";
  const options = {
    minVersion,
    ALPNProtocols: [alpn],
    rejectUnauthorized: verify,
    // SNI holds names only (RFC 6066, 3).
    ...isIP(host) === 0 ? { servername: host } : {}
  };
  if (verify) {
    options.ca = rootCert === void 0 || rootCert === "system" ? [...rootCertificates] : await readPem(rootCert, "sslrootcert");
  }
  if (mode === "verify-ca") options.checkServerIdentity = () => void 0;
  if (cert !== void 0 && key !== void 0) {
    options.cert = await readPem(cert, "sslcert");
    options.key = await readPem(key, "sslkey");
  }
  return options;
};

// src/gateway/control.ts
var patience = 3e4;
var connectClient = async ({ target, credential }, parameters) => {
  const { mode } = target.tls;
  const local = target.host.startsWith("/");
  const connect = async (tls) => {
    const client = new esm_default.Client({
      host: target.host,
      port: target.port,
      database: target.database,
      user: credential.user,
      // Never undefined: pg would look for PGPASSWORD and a password file then.
      password: credential.password ?? "",
      ssl: tls ? await upstreamTlsOptions(target.tls, target.host) : false,
      connectionTimeoutMillis: target.connectTimeoutMs,
      keepAlive: true,
      ...parameters
    });
    client.on("error", () => void 0);
    await client.connect();
    return client;
  };
  if (local || mode === "disable") return connect(false);
  if (mode !== "prefer") return connect(true);
  return connect(true).catch(async (error) => {
    if (error instanceof Error && error.message.includes("does not support SSL")) return connect(false);
    throw error;
  });
};
var openControl = async (url) => {
  const { target } = url;
  try {
    return await connectClient(url, { statement_timeout: patience, application_name: "pgveil" });
  } catch (error) {
    throw error instanceof esm_default.DatabaseError ? serverError(target, error.code ?? "?") : connectionError(target, error);
  }
};
var askControl = (client) => async (sql) => (await client.query({
  text: sql,
  rowMode: "array",
  types: { getTypeParser: () => (text) => text }
})).rows;

export {
  placeOf,
  connectionError,
  upstreamError,
  certificateHash,
  alpn,
  upstreamTlsOptions,
  connectClient,
  openControl,
  askControl
};
