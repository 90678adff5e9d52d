import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  PgveilError
} from "./chunk-HUYNEIJX.js";

// src/audit/chain.ts
import { hash as hashOnce } from "node:crypto";

// src/audit/event-text.ts
var known = /* @__PURE__ */ new WeakMap();
var isSame = (one, other) => one.kind === other.kind && one.sql === other.sql && one.fingerprint === other.fingerprint && one.relations === other.relations && one.columns === other.columns && one.verdict === other.verdict && one.refusal === other.refusal && one.notes === other.notes;
var commonText = (event) => {
  const before = known.get(event.columns);
  if (before !== void 0 && isSame(before.common, event)) return before.text;
  const { type: _type, session: _session, statement: _statement, ...common } = event;
  const text = JSON.stringify(common).slice(1);
  known.set(event.columns, { common, text });
  return text;
};
var eventText = (event) => {
  if (event.type !== "statement" || event.verdict === "refuse") return JSON.stringify(event);
  return `{"type":"statement","session":${String(event.session)},"statement":${String(event.statement)},${commonText(event)}`;
};

// src/audit/chain.ts
var domain = (name) => Buffer.from(`pgveil audit ${name} v1\0`);
var sha256 = (bytes) => hashOnce("sha256", bytes, "hex");
var genesis = sha256(domain("genesis"));
var longestLine = 64 << 20;
var beforeHash = ',"hash":"';
var afterHash = '"}';
var hashDigits = 64;
var tailLength = beforeHash.length + hashDigits + afterHash.length;
var recordDomain = domain("record");
var prevLength = 32;
var coveredFrom = recordDomain.length + prevLength;
var putPrefix = (bytes, prev) => {
  recordDomain.copy(bytes);
  bytes.write(prev, recordDomain.length, prevLength, "hex");
};
var hashOf = (prev, covered) => {
  const bytes = Buffer.allocUnsafe(coveredFrom + covered.length);
  putPrefix(bytes, prev);
  covered.copy(bytes, coveredFrom);
  return sha256(bytes);
};
var sealRecord = ({
  seq,
  time,
  prev,
  event
}) => {
  const covered = `{"seq":${String(seq)},"time":"${time}","prev":"${prev}","event":${eventText(event)}`;
  const coveredTo = coveredFrom + Buffer.byteLength(covered);
  const bytes = Buffer.allocUnsafe(coveredTo + tailLength + 1);
  putPrefix(bytes, prev);
  bytes.write(covered, coveredFrom, "utf8");
  const hash = sha256(bytes.subarray(0, coveredTo));
  bytes.write(`${beforeHash}${hash}${afterHash}
`, coveredTo, "latin1");
  return { line: bytes.subarray(coveredFrom), hash };
};
var hashFits = (line, { prev, hash }) => hashOf(prev, line.subarray(0, -tailLength)) === hash && line.subarray(-tailLength).equals(Buffer.from(`${beforeHash}${hash}${afterHash}`));
var rootOf = (records, last) => {
  const count = Buffer.alloc(8);
  count.writeBigUInt64BE(BigInt(records));
  return sha256(Buffer.concat([domain("root"), count, Buffer.from(last, "hex")]));
};

// src/audit/signature.ts
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from "node:crypto";
var signedText = ({ kind, records, root, time }) => Buffer.from(`pgveil audit ${kind} v1
${String(records)}
${root}
${time}
`);
var signRoot = (signed, key) => sign(null, signedText(signed), key).toString("base64");
var signatureFits = (signed, signature, publicKey) => {
  const bytes = Buffer.from(signature, "base64");
  return bytes.toString("base64") === signature && verify(null, signedText(signed), publicKey, bytes);
};
var makeSigningKey = () => generateKeyPairSync("ed25519").privateKey;
var publicKeyText = (key) => createPublicKey(key).export({ format: "der", type: "spki" }).toString("base64");
var parsePublicKey = (text) => {
  try {
    const key = createPublicKey({ key: Buffer.from(text, "base64"), format: "der", type: "spki" });
    const same = key.export({ format: "der", type: "spki" }).toString("base64") === text;
    return same && key.asymmetricKeyType === "ed25519" ? key : void 0;
  } catch {
    return void 0;
  }
};
var readSigningKey = (pem) => {
  const wrong = (what) => new PgveilError("PGVEIL_CONFIG", `the audit's signing key is ${what}`, {
    remedy: "Make one with `openssl genpkey -algorithm ed25519`, and give the whole text with its BEGIN and END lines."
  });
  let key;
  try {
    key = createPrivateKey({ key: pem, format: "pem", type: "pkcs8" });
  } catch {
    throw wrong("no PKCS#8 private key in PEM form");
  }
  if (key.asymmetricKeyType !== "ed25519") throw wrong(`a key of type ${String(key.asymmetricKeyType)}, not Ed25519`);
  return key;
};

export {
  genesis,
  longestLine,
  sealRecord,
  hashFits,
  rootOf,
  signRoot,
  signatureFits,
  makeSigningKey,
  publicKeyText,
  parsePublicKey,
  readSigningKey
};
