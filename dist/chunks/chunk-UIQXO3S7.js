import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  PgveilError
} from "./chunk-HUYNEIJX.js";

// src/audit/chain.ts
import { createHash } from "node:crypto";
var digest = (domain, ...parts) => {
  const hash = createHash("sha256").update(`pgveil audit ${domain} v1\0`);
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
};
var genesis = digest("genesis");
var longestLine = 64 << 20;
var beforeHash = ',"hash":"';
var afterHash = '"}';
var hashDigits = 64;
var tailLength = beforeHash.length + hashDigits + afterHash.length;
var hashOf = (prev, covered) => digest("record", Buffer.from(prev, "hex"), covered);
var sealRecord = ({
  seq,
  time,
  prev,
  event
}) => {
  const covered = Buffer.from(JSON.stringify({ seq, time, prev, event }).slice(0, -1));
  const hash = hashOf(prev, covered);
  return { line: Buffer.concat([covered, Buffer.from(`${beforeHash}${hash}${afterHash}
`)]), hash };
};
var hashFits = (line, { prev, hash }) => hashOf(prev, line.subarray(0, -tailLength)) === hash && line.subarray(-tailLength).equals(Buffer.from(`${beforeHash}${hash}${afterHash}`));
var rootOf = (records, last) => {
  const count = Buffer.alloc(8);
  count.writeBigUInt64BE(BigInt(records));
  return digest("root", count, Buffer.from(last, "hex"));
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
