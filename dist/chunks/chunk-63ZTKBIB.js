import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  columnPattern,
  functionPattern,
  relationPattern
} from "./chunk-RQ5K5TIX.js";
import {
  _default,
  _enum,
  _gte,
  _lte,
  _maxLength,
  _minLength,
  _positive,
  _regex,
  array,
  boolean,
  catchall,
  discriminatedUnion,
  int,
  literal,
  number,
  object,
  optional,
  pipe,
  prefault,
  record,
  refine,
  strictObject,
  string,
  transform,
  union,
  url,
  uuid
} from "./chunk-YZTDVOMD.js";
import {
  suggestion
} from "./chunk-UAFWGZZM.js";
import {
  PgveilError,
  errorText
} from "./chunk-HUYNEIJX.js";
import {
  __export
} from "./chunk-L2BS4CPM.js";

// src/policy/schema-parts.ts
var units = { ms: 1, s: 1e3, m: 6e4, h: 36e5, d: 864e5 };
var sizes = { B: 1, kB: 1024, MB: 1024 ** 2, GB: 1024 ** 3 };
var matched = (pattern, text3) => pattern.exec(text3)?.slice(1) ?? [];
var durationForm = /^(\d{1,9})(ms|s|m|h|d)$/;
var duration = pipe(
  string().check(_regex(durationForm, "is not a duration: write a number and ms, s, m, h or d, as in 30s")),
  transform((text3) => {
    const [count3 = "0", unit = "ms"] = matched(durationForm, text3);
    return Number(count3) * units[unit];
  })
);
var sizeForm = /^(\d{1,9})(B|kB|MB|GB)$/;
var size = pipe(
  string().check(_regex(sizeForm, "is not a size: write a number and B, kB, MB or GB, as in 10MB")),
  transform((text3) => {
    const [count3 = "0", unit = "B"] = matched(sizeForm, text3);
    return Number(count3) * sizes[unit];
  })
);
var count = int("is not a whole number").check(_gte(1, "must be at least 1"), _lte(1e12, "is too large"));
var referenceForm = /^\$\{(?:env:([A-Za-z_][A-Za-z0-9_]*)|file:([^}]+))\}$/;
var reference = pipe(
  string().check(_regex(referenceForm, "must be a reference, ${env:NAME} or ${file:/path}: secrets never stand in the policy itself")),
  transform((text3) => {
    const [name2, path2] = matched(referenceForm, text3);
    return name2 === void 0 ? { from: "file", path: path2 ?? "" } : { from: "env", name: name2 };
  })
);
var isDate = (text3) => {
  const time = Date.parse(`${text3}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text3);
};
var lastDay = pipe(
  string().check(
    _regex(/^\d{4}-\d{2}-\d{2}$/, "is not a date: write YYYY-MM-DD"),
    refine(isDate, { error: "is not a date in the calendar: write YYYY-MM-DD", when: () => true })
  ),
  transform((text3) => Date.parse(`${text3}T00:00:00Z`) + units.d)
);
var name = string().check(_regex(/^[A-Za-z][A-Za-z0-9_.-]{0,62}$/, 'is not a name: letters, digits, "_", "-" and ".", a letter first'));
var databaseName = string().check(_regex(new RegExp("^\\P{Cc}{1,63}$", "u"), "is not a database name"));
var text = string().check(_regex(/\S/, "must not be empty"), _maxLength(1e3, "is too long"));
var part = String.raw`(?:"(?:[^"]|"")+"|[^".\s()]+)`;
var columnPattern2 = string().check(_regex(new RegExp(`^${part}\\.${part}\\.${part}$`), 'is not a column: write schema.table.column, "*" for any part'));
var relationPattern2 = string().check(_regex(new RegExp(`^${part}\\.${part}$`), 'is not a relation: write schema.table, "*" for any part'));
var functionPattern2 = string().check(
  _regex(new RegExp(`^${part}\\.${part}(?:\\(.*\\))?$`), "is not a function: write schema.name or schema.name(type, type)")
);

// node_modules/jose/dist/webapi/lib/buffer_utils.js
var encoder = new TextEncoder();
var decoder = new TextDecoder();
var strictDecoder = new TextDecoder("utf-8", { fatal: true });
var UINT32_RANGE = 2 ** 32;
function concat(...buffers) {
  const size2 = buffers.reduce((acc, { length }) => acc + length, 0), buf = new Uint8Array(size2);
  let i = 0;
  for (const buffer of buffers)
    buf.set(buffer, i), i += buffer.length;
  return buf;
}
var NON_ASCII = /[^\x00-\x7f]/;
function encode(string2) {
  if (typeof string2 == "string" && string2.length >= 128) {
    if (NON_ASCII.test(string2))
      throw new TypeError("non-ASCII string encountered in encode()");
    return encoder.encode(string2);
  }
  const bytes = new Uint8Array(string2.length);
  for (let i = 0; i < string2.length; i++) {
    const code = string2.charCodeAt(i);
    if (code > 127)
      throw new TypeError("non-ASCII string encountered in encode()");
    bytes[i] = code;
  }
  return bytes;
}
function decodeBase64(encoded, url3 = false) {
  if (Uint8Array.fromBase64)
    return Uint8Array.fromBase64(encoded, { alphabet: url3 ? "base64url" : "base64" });
  if (url3) {
    if (encoded.includes("+") || encoded.includes("/"))
      throw new TypeError("Invalid base64url");
    encoded = encoded.replace(/-/g, "+").replace(/_/g, "/");
  }
  const binary = atob(encoded), bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++)
    bytes[i] = binary.charCodeAt(i);
  return bytes;
}

// node_modules/jose/dist/webapi/util/errors.js
var errors_exports = {};
__export(errors_exports, {
  JOSEAlgNotAllowed: () => JOSEAlgNotAllowed,
  JOSEError: () => JOSEError,
  JOSENotSupported: () => JOSENotSupported,
  JWEDecryptionFailed: () => JWEDecryptionFailed,
  JWEInvalid: () => JWEInvalid,
  JWKInvalid: () => JWKInvalid,
  JWKSInvalid: () => JWKSInvalid,
  JWKSMultipleMatchingKeys: () => JWKSMultipleMatchingKeys,
  JWKSNoMatchingKey: () => JWKSNoMatchingKey,
  JWKSTimeout: () => JWKSTimeout,
  JWSInvalid: () => JWSInvalid,
  JWSSignatureVerificationFailed: () => JWSSignatureVerificationFailed,
  JWTClaimValidationFailed: () => JWTClaimValidationFailed,
  JWTExpired: () => JWTExpired,
  JWTInvalid: () => JWTInvalid
});
var JOSEError = class extends Error {
  static code = "ERR_JOSE_GENERIC";
  code = "ERR_JOSE_GENERIC";
  constructor(message2, options) {
    super(message2, options), this.name = this.constructor.name, Error.captureStackTrace?.(this, this.constructor);
  }
};
var JWTClaimValidationFailed = class extends JOSEError {
  static code = "ERR_JWT_CLAIM_VALIDATION_FAILED";
  code = "ERR_JWT_CLAIM_VALIDATION_FAILED";
  claim;
  reason;
  payload;
  constructor(message2, payload, claim = "unspecified", reason = "unspecified") {
    super(message2, { cause: { claim, reason, payload } }), this.claim = claim, this.reason = reason, this.payload = payload;
  }
};
var JWTExpired = class extends JOSEError {
  static code = "ERR_JWT_EXPIRED";
  code = "ERR_JWT_EXPIRED";
  claim;
  reason;
  payload;
  constructor(message2, payload, claim = "unspecified", reason = "unspecified") {
    super(message2, { cause: { claim, reason, payload } }), this.claim = claim, this.reason = reason, this.payload = payload;
  }
};
var JOSEAlgNotAllowed = class extends JOSEError {
  static code = "ERR_JOSE_ALG_NOT_ALLOWED";
  code = "ERR_JOSE_ALG_NOT_ALLOWED";
};
var JOSENotSupported = class extends JOSEError {
  static code = "ERR_JOSE_NOT_SUPPORTED";
  code = "ERR_JOSE_NOT_SUPPORTED";
};
var JWEDecryptionFailed = class extends JOSEError {
  static code = "ERR_JWE_DECRYPTION_FAILED";
  code = "ERR_JWE_DECRYPTION_FAILED";
  constructor(message2 = "decryption operation failed", options) {
    super(message2, options);
  }
};
var JWEInvalid = class extends JOSEError {
  static code = "ERR_JWE_INVALID";
  code = "ERR_JWE_INVALID";
};
var JWSInvalid = class extends JOSEError {
  static code = "ERR_JWS_INVALID";
  code = "ERR_JWS_INVALID";
};
var JWTInvalid = class extends JOSEError {
  static code = "ERR_JWT_INVALID";
  code = "ERR_JWT_INVALID";
};
var JWKInvalid = class extends JOSEError {
  static code = "ERR_JWK_INVALID";
  code = "ERR_JWK_INVALID";
};
var JWKSInvalid = class extends JOSEError {
  static code = "ERR_JWKS_INVALID";
  code = "ERR_JWKS_INVALID";
};
var JWKSNoMatchingKey = class extends JOSEError {
  static code = "ERR_JWKS_NO_MATCHING_KEY";
  code = "ERR_JWKS_NO_MATCHING_KEY";
  constructor(message2 = "no applicable key found in the JSON Web Key Set", options) {
    super(message2, options);
  }
};
var JWKSMultipleMatchingKeys = class extends JOSEError {
  [Symbol.asyncIterator] = async function* () {
  };
  static code = "ERR_JWKS_MULTIPLE_MATCHING_KEYS";
  code = "ERR_JWKS_MULTIPLE_MATCHING_KEYS";
  constructor(message2 = "multiple matching keys found in the JSON Web Key Set", options) {
    super(message2, options);
  }
};
var JWKSTimeout = class extends JOSEError {
  static code = "ERR_JWKS_TIMEOUT";
  code = "ERR_JWKS_TIMEOUT";
  constructor(message2 = "request timed out", options) {
    super(message2, options);
  }
};
var JWSSignatureVerificationFailed = class extends JOSEError {
  static code = "ERR_JWS_SIGNATURE_VERIFICATION_FAILED";
  code = "ERR_JWS_SIGNATURE_VERIFICATION_FAILED";
  constructor(message2 = "signature verification failed", options) {
    super(message2, options);
  }
};

// node_modules/jose/dist/webapi/util/base64url.js
var invalid = "The input to be decoded is not correctly encoded.";
function decode(input) {
  try {
    return decodeBase64(typeof input == "string" ? input : decoder.decode(input), true);
  } catch (cause) {
    throw new TypeError(invalid, { cause });
  }
}

// node_modules/jose/dist/webapi/lib/validate.js
function isObject(input) {
  if (typeof input != "object" || input === null || Object.prototype.toString.call(input) !== "[object Object]")
    return false;
  const prototype = Object.getPrototypeOf(input);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
function isJwkSet(input) {
  return isObject(input) && Array.isArray(input.keys) && Array.from(input.keys).every(isObject);
}
function isDisjoint(...headers) {
  const parameters = /* @__PURE__ */ new Set();
  for (const header of headers)
    if (header)
      for (const parameter of Object.keys(header)) {
        if (parameters.has(parameter))
          return false;
        parameters.add(parameter);
      }
  return true;
}
function decodeBase64url(value, label, ErrorClass) {
  try {
    return decode(value);
  } catch (cause) {
    throw new ErrorClass(`Failed to base64url decode the ${label}`, { cause });
  }
}
function encodeAsciiMember(value, label, ErrorClass) {
  try {
    return encode(value);
  } catch (cause) {
    throw new ErrorClass(`The ${label} is not a valid base64url string`, { cause });
  }
}
function parseJoseHeader(encodedProtectedHeader, ErrorClass, message2) {
  let parsed;
  try {
    parsed = JSON.parse(strictDecoder.decode(decode(encodedProtectedHeader)));
  } catch (cause) {
    throw new ErrorClass(message2, { cause });
  }
  if (!isObject(parsed))
    throw new ErrorClass(message2);
  return parsed;
}
var JWS_RECOGNIZED = { __proto__: null, b64: true };
function validateAlgorithms(option, algorithms) {
  if (algorithms !== void 0 && (!Array.isArray(algorithms) || algorithms.some((s) => typeof s != "string")))
    throw new TypeError(`"${option}" option must be an array of strings`);
  return algorithms === void 0 ? void 0 : new Set(algorithms);
}
function validateCrit(Err, recognizedDefault, recognizedOption, protectedHeader, joseHeader) {
  if (joseHeader.crit !== void 0 && protectedHeader?.crit === void 0)
    throw new Err('"crit" (Critical) Header Parameter MUST be integrity protected');
  if (!protectedHeader || protectedHeader.crit === void 0)
    return [];
  if (!Array.isArray(protectedHeader.crit) || protectedHeader.crit.length === 0 || protectedHeader.crit.some((input) => typeof input != "string" || input.length === 0))
    throw new Err('"crit" (Critical) Header Parameter MUST be an array of non-empty strings when present');
  const recognized = recognizedOption === void 0 ? recognizedDefault : { __proto__: null, ...recognizedOption, ...recognizedDefault };
  for (const parameter of protectedHeader.crit) {
    if (!(parameter in recognized))
      throw new JOSENotSupported(`Extension Header Parameter "${parameter}" is not recognized`);
    if (!Object.hasOwn(joseHeader, parameter) || joseHeader[parameter] === void 0)
      throw new Err(`Extension Header Parameter "${parameter}" is missing`);
    if (recognized[parameter] && (!Object.hasOwn(protectedHeader, parameter) || protectedHeader[parameter] === void 0))
      throw new Err(`Extension Header Parameter "${parameter}" MUST be integrity protected`);
  }
  return protectedHeader.crit;
}
function validateB64(protectedHeader, extensions) {
  if (extensions.includes("b64")) {
    const b64 = protectedHeader.b64;
    if (typeof b64 != "boolean")
      throw new JWSInvalid('The "b64" (base64url-encode payload) Header Parameter must be a boolean');
    return b64;
  }
  return true;
}

// node_modules/jose/dist/webapi/lib/key.js
var tag = (key) => key[Symbol.toStringTag];
var jwkMatchesOp = (entry, key, usage) => {
  const { alg } = entry;
  if (key.use !== void 0) {
    const expected = usage === "sign" || usage === "verify" ? "sig" : "enc";
    if (key.use !== expected)
      throw new TypeError(`Invalid key for this operation, its "use" must be "${expected}" when present`);
  }
  if (key.kty === "AKP" && key.alg === void 0)
    throw new TypeError('missing "alg" (Algorithm) Parameter value');
  if (key.alg !== void 0 && key.alg !== alg)
    throw new TypeError(`Invalid key for this operation, its "alg" must be "${alg}" when present`);
  if (Array.isArray(key.key_ops)) {
    const expectedKeyOp = usage === "encrypt" || usage === "decrypt" ? entry.ops?.[usage === "encrypt" ? 0 : 1] : usage;
    if (expectedKeyOp && !key.key_ops.includes(expectedKeyOp))
      throw new TypeError(`Invalid key for this operation, its "key_ops" must include "${expectedKeyOp}" when present`);
  }
};
async function prepareKey(entry, key, usage) {
  const { alg, secret } = entry, requiresPrivateKey = usage === "decrypt" || usage === "sign";
  if (secret && key instanceof Uint8Array)
    return key;
  let normalized, keyObject;
  if (isObject(key)) {
    if (normalized = normalizeJwk(key), typeof normalized.kty != "string")
      throw invalidKeyType(alg, key, secret);
    if (!(secret ? normalized.kty === "oct" && typeof normalized.k == "string" : normalized.kty !== "oct" && (requiresPrivateKey ? normalized.kty === "AKP" && typeof normalized.priv == "string" || typeof normalized.d == "string" : normalized.d === void 0 && normalized.priv === void 0)))
      throw new TypeError(secret ? 'JSON Web Key for symmetric algorithms must have JWK "kty" (Key Type) equal to "oct" and the JWK "k" (Key Value) present' : `JSON Web Key for this operation must be a ${requiresPrivateKey ? "private" : "public"} JWK`);
    if (jwkMatchesOp(entry, normalized, usage), normalized.kty === "oct")
      return decode(normalized.k);
    if (!Object.isFrozen(key)) {
      const { key_ops } = key;
      Array.isArray(key_ops) && Object.freeze(key_ops), Object.freeze(key);
    }
  } else {
    if (!isKeyLike(key))
      throw invalidKeyType(alg, key, secret);
    const expectedType = secret ? "secret" : requiresPrivateKey ? "private" : "public";
    if (key.type !== expectedType && (secret || ["secret", "public", "private"].includes(key.type)))
      throw new TypeError(`${tag(key)} instances must be of type "${expectedType}" for the ${alg} algorithm`);
    if (isCryptoKey(key))
      return key;
    if (keyObject = key, keyObject.type === "secret")
      return keyObject.export();
  }
  cache ||= /* @__PURE__ */ new WeakMap();
  const cacheKey = key;
  let cached = cache.get(cacheKey);
  if (cached?.[alg])
    return cached[alg];
  if (cached || cache.set(cacheKey, cached = {}), keyObject && typeof keyObject.toCryptoKey == "function") {
    const isPublic = keyObject.type === "public", crv = nist[keyObject.asymmetricKeyDetails?.namedCurve], params = entry.resolve?.({ crv, asymmetricKeyType: keyObject.asymmetricKeyType }) ?? entry.subtle;
    return cached[alg] = keyObject.toCryptoKey(params, isPublic, entry.usages[isPublic ? 0 : 1]);
  }
  return normalized ??= keyObject.export({ format: "jwk" }), normalized.alg = alg, cached[alg] = await jwkToKey(entry, normalized);
}
var cache;
var nist = {
  __proto__: null,
  prime256v1: "P-256",
  secp384r1: "P-384",
  secp521r1: "P-521"
};
var isCryptoKey = (key) => {
  if (key?.[Symbol.toStringTag] === "CryptoKey")
    return true;
  try {
    return key instanceof CryptoKey;
  } catch {
    return false;
  }
};
var isKeyObject = (key) => key?.[Symbol.toStringTag] === "KeyObject";
var isKeyLike = (key) => isCryptoKey(key) || isKeyObject(key);
function message(msg, actual, ...types) {
  if (types.length > 2) {
    const last2 = types.pop();
    msg += `one of type ${types.join(", ")}, or ${last2}.`;
  } else types.length === 2 ? msg += `one of type ${types[0]} or ${types[1]}.` : msg += `of type ${types[0]}.`;
  return actual == null ? msg += ` Received ${actual}` : typeof actual == "function" && actual.name ? msg += ` Received function ${actual.name}` : typeof actual == "object" && actual != null && actual.constructor?.name && (msg += ` Received an instance of ${actual.constructor.name}`), msg;
}
function invalidKeyType(alg, actual, secret) {
  const types = ["CryptoKey", "KeyObject", "JSON Web Key"];
  return secret && types.push("Uint8Array"), new TypeError(message(`Key for the ${alg} algorithm must be `, actual, ...types));
}
var unusable = (name2, prop = "algorithm.name") => new TypeError(`CryptoKey does not support this operation, its ${prop} must be ${name2}`);
function checkUsage(key, usage) {
  if (usage && !key.usages.includes(usage))
    throw new TypeError(`CryptoKey does not support this operation, its usages must include ${usage}.`);
}
function checkModulusLength(alg, key) {
  const { modulusLength } = key.algorithm;
  if (typeof modulusLength != "number" || modulusLength < 2048)
    throw new TypeError(`${alg} requires key modulusLength to be 2048 bits or larger`);
}
function checkCryptoKey(key, expected, usage) {
  const algorithm = key.algorithm;
  if (algorithm.name !== expected.name)
    throw unusable(expected.name);
  if (expected.hash && algorithm.hash?.name !== expected.hash)
    throw unusable(expected.hash, "algorithm.hash");
  if (expected.namedCurve && algorithm.namedCurve !== expected.namedCurve)
    throw unusable(expected.namedCurve, "algorithm.namedCurve");
  if (expected.length !== void 0 && algorithm.length !== expected.length)
    throw unusable(expected.length, "algorithm.length");
  checkUsage(key, usage);
}
function snapshotJwk(jwk) {
  return { __proto__: null, ...jwk };
}
function normalizeJwk(jwk) {
  const normalized = snapshotJwk(jwk);
  if (normalized.ext !== void 0 && typeof normalized.ext != "boolean")
    throw new TypeError('"ext" (Extractable) Parameter must be a boolean');
  if (normalized.key_ops !== void 0) {
    const value = normalized.key_ops, keyOps = Array.isArray(value) ? [...value] : void 0;
    if (!keyOps || keyOps.some((operation) => typeof operation != "string") || new Set(keyOps).size !== keyOps.length)
      throw new TypeError('"key_ops" (Key Operations) Parameter must be an array of unique strings');
    normalized.key_ops = keyOps;
  }
  return normalized;
}
async function jwkToKey(entry, jwk, extractable) {
  if (!entry.kty.includes(jwk.kty))
    throw new JOSENotSupported('Invalid or unsupported JWK "alg" (Algorithm) Parameter value');
  const algorithm = entry.resolve?.({ kty: jwk.kty, crv: jwk.crv }) ?? entry.subtle, isPrivate = !!(jwk.d || jwk.priv), keyData = { ...jwk, ext: extractable ?? jwk.ext };
  return keyData.kty !== "AKP" && delete keyData.alg, delete keyData.use, crypto.subtle.importKey("jwk", keyData, algorithm, keyData.ext ?? !isPrivate, jwk.key_ops ?? entry.usages[isPrivate ? 1 : 0]);
}
async function rawKey(key, expected, usage, extractable = false) {
  return key instanceof Uint8Array && (key = await crypto.subtle.importKey("raw", key, expected, extractable, [usage])), checkCryptoKey(key, expected, usage), key;
}

// node_modules/jose/dist/webapi/lib/key_descriptor.js
function table(entries) {
  const out = { __proto__: null };
  for (const alg in entries)
    out[alg] = { ...entries[alg], alg };
  return out;
}

// node_modules/jose/dist/webapi/lib/jws_algorithms.js
var sig = [["verify"], ["sign"]];
function hmac(bits2) {
  const subtle = { name: "HMAC", hash: `SHA-${bits2}` };
  return { kty: ["oct"], secret: true, subtle, signing: subtle, usages: sig };
}
function rsa(bits2, saltLength) {
  const subtle = { name: saltLength ? "RSA-PSS" : "RSASSA-PKCS1-v1_5", hash: `SHA-${bits2}` };
  return {
    kty: ["RSA"],
    subtle,
    signing: saltLength ? { ...subtle, saltLength } : subtle,
    usages: sig,
    minRsaBits: 2048
  };
}
function ecdsa(crv, bits2) {
  return {
    kty: ["EC"],
    crv,
    subtle: { name: "ECDSA", namedCurve: crv },
    signing: { name: "ECDSA", hash: `SHA-${bits2}` },
    usages: sig
  };
}
function eddsa() {
  const subtle = { name: "Ed25519" };
  return {
    kty: ["OKP"],
    crv: "Ed25519",
    subtle,
    signing: subtle,
    usages: sig
  };
}
function mldsa(parameterSet) {
  const subtle = { name: `ML-DSA-${parameterSet}` };
  return {
    kty: ["AKP"],
    subtle,
    signing: subtle,
    usages: sig
  };
}
var JWS = table({
  HS256: hmac(256),
  HS384: hmac(384),
  HS512: hmac(512),
  RS256: rsa(256),
  RS384: rsa(384),
  RS512: rsa(512),
  PS256: rsa(256, 32),
  PS384: rsa(384, 48),
  PS512: rsa(512, 64),
  ES256: ecdsa("P-256", 256),
  ES384: ecdsa("P-384", 384),
  ES512: ecdsa("P-521", 512),
  EdDSA: eddsa(),
  Ed25519: eddsa(),
  "ML-DSA-44": mldsa(44),
  "ML-DSA-65": mldsa(65),
  "ML-DSA-87": mldsa(87)
});
function jwsAlgorithm(alg) {
  const entry = typeof alg == "string" ? JWS[alg] : void 0;
  if (!entry)
    throw new JOSENotSupported(`alg ${alg} is not supported either by JOSE or your javascript runtime`);
  return entry;
}

// node_modules/jose/dist/webapi/lib/jws_verify.js
function prepareVerify(options) {
  return [options && validateAlgorithms("algorithms", options.algorithms), options?.crit];
}
function parseProtectedHeader(encodedProtectedHeader) {
  return encodedProtectedHeader === void 0 ? {} : parseJoseHeader(encodedProtectedHeader, JWSInvalid, "JWS Protected Header is invalid");
}
function encodeCompactUnencodedPayload(payload) {
  try {
    return encode(payload);
  } catch (cause) {
    throw new JWSInvalid("JWS Compact Serialization payload must use only ASCII characters", {
      cause
    });
  }
}
async function verifySignature(jws, shared, key, encodeUnencodedPayload, parsedProtected) {
  const { protected: encodedProtectedHeader, header, payload: inputPayload } = jws, protectedHeader = parsedProtected ?? parseProtectedHeader(encodedProtectedHeader);
  if (!isDisjoint(protectedHeader, header))
    throw new JWSInvalid("JWS Protected and JWS Unprotected Header Parameter names must be disjoint");
  const joseHeader = { ...protectedHeader, ...header }, b64 = validateB64(protectedHeader, validateCrit(JWSInvalid, JWS_RECOGNIZED, shared[1], protectedHeader, joseHeader)), { alg } = joseHeader;
  if (typeof alg != "string" || !alg)
    throw new JWSInvalid('JWS "alg" (Algorithm) Header Parameter missing or invalid');
  if (shared[0] && !shared[0].has(alg))
    throw new JOSEAlgNotAllowed('"alg" (Algorithm) Header Parameter value not allowed');
  if (b64) {
    if (typeof inputPayload != "string")
      throw new JWSInvalid("JWS Payload must be a string");
  } else if (typeof inputPayload != "string" && !(inputPayload instanceof Uint8Array))
    throw new JWSInvalid("JWS Payload must be a string or an Uint8Array instance");
  const signingPayload = b64 || typeof inputPayload != "string" ? inputPayload : encodeUnencodedPayload(inputPayload);
  let resolvedKey = false;
  typeof key == "function" && (key = await key(protectedHeader, jws), resolvedKey = true);
  const entry = jwsAlgorithm(alg), signingInput = concat(encodedProtectedHeader !== void 0 ? encode(encodedProtectedHeader) : new Uint8Array(), encode("."), typeof signingPayload == "string" ? shared[2] ??= encodeAsciiMember(signingPayload, "payload", JWSInvalid) : signingPayload), signature = decodeBase64url(jws.signature, "signature", JWSInvalid), verificationKey = await prepareKey(entry, key, "verify"), cryptoKey = await rawKey(verificationKey, entry.subtle, "verify");
  entry.minRsaBits && checkModulusLength(entry.alg, cryptoKey);
  let verified = false;
  try {
    verified = await crypto.subtle.verify(entry.signing, cryptoKey, signature, signingInput);
  } catch (cause) {
    throw new JWSSignatureVerificationFailed(void 0, { cause });
  }
  if (!verified)
    throw new JWSSignatureVerificationFailed();
  const result = { payload: typeof signingPayload == "string" ? decodeBase64url(signingPayload, "payload", JWSInvalid) : signingPayload };
  return encodedProtectedHeader !== void 0 && (result.protectedHeader = protectedHeader), header !== void 0 && (result.unprotectedHeader = header), resolvedKey ? [{ ...result, key: verificationKey }, b64] : [result, b64];
}
async function verifyCompact(jws, shared, key) {
  if (jws instanceof Uint8Array && (jws = decoder.decode(jws)), typeof jws != "string")
    throw new JWSInvalid("Compact JWS must be a string or Uint8Array");
  const { 0: protectedHeader, 1: payload, 2: signature, length } = jws.split(".");
  if (length !== 3)
    throw new JWSInvalid("Invalid Compact JWS");
  return verifySignature({ payload, protected: protectedHeader, signature }, shared, key, encodeCompactUnencodedPayload);
}

// node_modules/jose/dist/webapi/lib/jwt_claims_set.js
var epoch = (date) => Math.floor(date.getTime() / 1e3);
var multipliers = {
  s: 1,
  m: 60,
  h: 3600,
  d: 86400,
  w: 604800,
  y: 31557600
};
var REGEX = /^(\+|\-)? ?(\d+|\d+\.\d+) ?(seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w|years?|yrs?|y)(?: (ago|from now))?$/i;
var checkFailed = "check_failed";
function invalidDuration() {
  throw new TypeError("Invalid time period format");
}
function secs(str) {
  typeof str != "string" && invalidDuration();
  const matched2 = REGEX.exec(str);
  (!matched2 || matched2[4] && matched2[1]) && invalidDuration();
  const value = parseFloat(matched2[2]), durationSeconds = Math.round(value * multipliers[matched2[3][0].toLowerCase()]);
  return Number.isFinite(durationSeconds) || invalidDuration(), matched2[1] === "-" || matched2[4]?.toLowerCase() === "ago" ? -durationSeconds : durationSeconds;
}
function validateInput(label, input) {
  if (!Number.isFinite(input))
    throw new TypeError(`Invalid ${label} input`);
  return input;
}
var normalizeTyp = (value) => {
  const normalized = value.toLowerCase();
  return value.includes("/") ? normalized : `application/${normalized}`;
};
var checkAudiencePresence = (audPayload, audOption) => typeof audPayload == "string" ? audOption.includes(audPayload) : Array.isArray(audPayload) ? audOption.some((aud) => audPayload.includes(aud)) : false;
function validateNumericDate(claimsSet, claim, required = false) {
  const value = claimsSet[claim];
  if (!(value === void 0 && !required)) {
    if (typeof value != "number")
      throw new JWTClaimValidationFailed(`"${claim}" claim must be a number`, claimsSet, claim, "invalid");
    return value;
  }
}
function unexpectedClaim(claimsSet, claim) {
  throw new JWTClaimValidationFailed(`unexpected "${claim}" claim value`, claimsSet, claim, checkFailed);
}
function validateClaimsSet(protectedHeader, claimsSetBytes, options = {}) {
  let claimsSet;
  try {
    claimsSet = JSON.parse(strictDecoder.decode(claimsSetBytes));
  } catch (cause) {
    throw new JWTInvalid("JWT Claims Set must be a top-level JSON object", { cause });
  }
  if (!isObject(claimsSet))
    throw new JWTInvalid("JWT Claims Set must be a top-level JSON object");
  const { typ } = options;
  if (typ !== void 0 && (typeof protectedHeader.typ != "string" || normalizeTyp(protectedHeader.typ) !== normalizeTyp(typ)))
    throw new JWTClaimValidationFailed('unexpected "typ" JWT header value', claimsSet, "typ", checkFailed);
  const { requiredClaims = [], issuer: issuer2, subject, audience, maxTokenAge } = options, presenceCheck = [...requiredClaims];
  maxTokenAge !== void 0 && presenceCheck.push("iat"), audience !== void 0 && presenceCheck.push("aud"), subject !== void 0 && presenceCheck.push("sub"), issuer2 !== void 0 && presenceCheck.push("iss");
  for (const claim of new Set(presenceCheck.reverse()))
    if (!Object.hasOwn(claimsSet, claim))
      throw new JWTClaimValidationFailed(`missing required "${claim}" claim`, claimsSet, claim, "missing");
  issuer2 !== void 0 && !(Array.isArray(issuer2) ? issuer2 : [issuer2]).includes(claimsSet.iss) && unexpectedClaim(claimsSet, "iss"), subject !== void 0 && claimsSet.sub !== subject && unexpectedClaim(claimsSet, "sub"), audience !== void 0 && !checkAudiencePresence(claimsSet.aud, typeof audience == "string" ? [audience] : audience) && unexpectedClaim(claimsSet, "aud");
  const { clockTolerance } = options;
  let tolerance = 0;
  if (typeof clockTolerance == "string")
    tolerance = secs(clockTolerance);
  else if (clockTolerance !== void 0) {
    if (typeof clockTolerance != "number")
      throw new TypeError("Invalid clockTolerance option type");
    tolerance = clockTolerance;
  }
  if (validateInput("clockTolerance option", tolerance), tolerance < 0)
    throw new TypeError("Invalid clockTolerance option input");
  const { currentDate } = options, now = validateInput("currentDate option", epoch(currentDate === void 0 ? /* @__PURE__ */ new Date() : currentDate)), iat = validateNumericDate(claimsSet, "iat", maxTokenAge !== void 0), nbf = validateNumericDate(claimsSet, "nbf");
  if (nbf !== void 0 && nbf > now + tolerance)
    throw new JWTClaimValidationFailed('"nbf" claim timestamp check failed', claimsSet, "nbf", checkFailed);
  const exp = validateNumericDate(claimsSet, "exp");
  if (exp !== void 0 && exp <= now - tolerance)
    throw new JWTExpired('"exp" claim timestamp check failed', claimsSet, "exp", checkFailed);
  if (maxTokenAge !== void 0) {
    const age = now - iat, max = validateInput("maxTokenAge option", typeof maxTokenAge == "number" ? maxTokenAge : secs(maxTokenAge));
    if (max < 0)
      throw new TypeError("Invalid maxTokenAge option input");
    if (age - tolerance > max)
      throw new JWTExpired('"iat" claim timestamp check failed (too far in the past)', claimsSet, "iat", checkFailed);
    if (age < -tolerance)
      throw new JWTClaimValidationFailed('"iat" claim timestamp check failed (it should be in the past)', claimsSet, "iat", checkFailed);
  }
  return claimsSet;
}

// node_modules/jose/dist/webapi/jwt/verify.js
async function jwtVerify(jwt, key, options) {
  const [verified, b64] = await verifyCompact(jwt, prepareVerify(options), key);
  if (!b64)
    throw new JWTInvalid("JWTs MUST NOT use unencoded payload");
  const payload = validateClaimsSet(verified.protectedHeader, verified.payload, options);
  return { ...verified, payload };
}

// node_modules/jose/dist/webapi/jwks/local.js
function isUsableJWK(jwk, entry, alg, kid) {
  const { kty, key_ops: keyOps, ext, kid: jwkKid, alg: jwkAlg, use, crv } = jwk;
  return (ext === void 0 || typeof ext == "boolean") && (keyOps === void 0 || Array.isArray(keyOps) && keyOps.every((operation, index) => typeof operation == "string" && keyOps.indexOf(operation) === index) && keyOps.includes("verify")) && entry.kty.includes(kty) && (kid === void 0 || typeof kid == "string" && kid === jwkKid) && (jwkAlg === void 0 ? kty !== "AKP" : alg === jwkAlg) && (use === void 0 || use === "sig") && (!entry.crv || crv === entry.crv);
}
async function importWithAlgCache(cache2, jwk, entry) {
  const cached = cache2.get(jwk) || cache2.set(jwk, {}).get(jwk), { alg } = entry;
  if (cached[alg] === void 0) {
    const pending = jwkToKey(entry, jwk, true).then((key) => {
      if (key.type !== "public")
        throw new JWKSInvalid("JSON Web Key Set members must be public keys");
      return cached[alg] = key, key;
    }).catch((error) => {
      throw cached[alg] === pending && delete cached[alg], error;
    });
    cached[alg] = pending;
  }
  return cached[alg];
}
function createLocalJWKSet(jwks) {
  let snapshot;
  try {
    snapshot = structuredClone(jwks);
  } catch (cause) {
    throw new JWKSInvalid("JSON Web Key Set malformed", { cause });
  }
  if (!isJwkSet(snapshot))
    throw new JWKSInvalid("JSON Web Key Set malformed");
  const metadata = snapshot.keys.map((jwk) => {
    const normalized = snapshotJwk(jwk);
    return Array.isArray(normalized.key_ops) && (normalized.key_ops = [...normalized.key_ops]), normalized;
  }), cached = /* @__PURE__ */ new WeakMap();
  return Object.defineProperty(async (protectedHeader, token) => {
    const { alg, kid } = { ...protectedHeader, ...token?.header }, entry = typeof alg == "string" ? JWS[alg] : void 0;
    if (!entry || entry.secret)
      throw new JOSENotSupported('Unsupported "alg" value for a JSON Web Key Set');
    const candidates = snapshot.keys.filter((_, index) => isUsableJWK(metadata[index], entry, alg, kid)), { 0: jwk, length } = candidates;
    if (!length)
      throw new JWKSNoMatchingKey();
    if (length !== 1) {
      const error = new JWKSMultipleMatchingKeys();
      throw error[Symbol.asyncIterator] = async function* () {
        for (const jwk2 of candidates)
          try {
            yield await importWithAlgCache(cached, jwk2, entry);
          } catch {
          }
      }, error;
    }
    return importWithAlgCache(cached, jwk, entry);
  }, "jwks", {
    value: () => structuredClone(snapshot)
  });
}

// node_modules/jose/dist/webapi/util/decode_protected_header.js
function decodeProtectedHeader(token) {
  let encodedProtectedHeader;
  if (typeof token == "string") {
    const parts = token.split(".");
    (parts.length === 3 || parts.length === 5) && ([encodedProtectedHeader] = parts);
  } else if (typeof token == "object" && token)
    if ("protected" in token)
      encodedProtectedHeader = token.protected;
    else
      throw new TypeError("Token does not contain a Protected Header");
  const invalid2 = "Invalid Token or Protected Header formatting";
  if (typeof encodedProtectedHeader != "string" || !encodedProtectedHeader)
    throw new TypeError(invalid2);
  return parseJoseHeader(encodedProtectedHeader, TypeError, invalid2);
}

// node_modules/jose/dist/webapi/util/decode_jwt.js
function decodeJwt(jwt) {
  if (typeof jwt != "string")
    throw new JWTInvalid("JWTs must use Compact JWS serialization, JWT must be a string");
  const { 1: encodedPayload, length } = jwt.split(".");
  if (length === 5)
    throw new JWTInvalid("Only JWTs using Compact JWS serialization can be decoded");
  if (length !== 3)
    throw new JWTInvalid("Invalid JWT");
  if (!encodedPayload)
    throw new JWTInvalid("JWTs must contain a payload");
  let claimsSetBytes;
  try {
    claimsSetBytes = decode(encodedPayload);
  } catch (cause) {
    throw new JWTInvalid("Failed to base64url decode the payload", { cause });
  }
  let claimsSet;
  try {
    claimsSet = JSON.parse(strictDecoder.decode(claimsSetBytes));
  } catch (cause) {
    throw new JWTInvalid("Failed to parse the decoded payload as JSON", { cause });
  }
  if (!isObject(claimsSet))
    throw new JWTInvalid("Invalid JWT Claims Set");
  return claimsSet;
}

// src/auth/jwks.ts
var KeysUnavailable = class extends Error {
  name = "KeysUnavailable";
};
var failureCooldownMs = 1e3;
var maxDocumentBytes = 1 << 20;
var isTrustworthyUrl = (text3) => {
  if (!URL.canParse(text3)) return false;
  const { protocol, hostname, username, password } = new URL(text3);
  if (username !== "" || password !== "") return false;
  return protocol === "https:" || protocol === "http:" && (hostname === "localhost" || hostname === "[::1]" || /^127(?:\.[0-9]{1,3}){3}$/.test(hostname));
};
var readDocument = async (url3, options) => {
  const response = await options.fetch(url3, {
    redirect: "error",
    signal: AbortSignal.timeout(options.timeoutMs),
    headers: { accept: "application/json" }
  });
  if (response.status !== 200) throw new KeysUnavailable(`${url3} answered ${String(response.status)}`);
  const chunks = [];
  let size2 = 0;
  for await (const chunk of response.body ?? []) {
    size2 += chunk.length;
    if (size2 > maxDocumentBytes) throw new KeysUnavailable(`${url3} is larger than ${String(maxDocumentBytes)} bytes`);
    chunks.push(chunk);
  }
  const document = JSON.parse(Buffer.concat(chunks).toString("utf8"));
  if (typeof document !== "object" || document === null) throw new KeysUnavailable(`${url3} is not a JSON object`);
  return document;
};
var fetchKeys = async (options) => {
  const discovery = `${options.issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const document = await readDocument(discovery, options);
  if (document["issuer"] !== options.issuer) throw new KeysUnavailable(`${discovery} names another issuer`);
  const jwksUri = document["jwks_uri"];
  if (typeof jwksUri !== "string" || !isTrustworthyUrl(jwksUri))
    throw new KeysUnavailable(`${discovery} has no jwks_uri by https`);
  return createLocalJWKSet(await readDocument(jwksUri, options));
};
var createKeySource = (options) => {
  let current;
  let failure;
  let pending;
  const load2 = async () => {
    if (failure !== void 0 && options.clock() - failure.at < failureCooldownMs) throw failure.error;
    try {
      const keys = await fetchKeys(options);
      current = { keys, at: options.clock() };
      failure = void 0;
      return keys;
    } catch (error) {
      const unavailable = error instanceof KeysUnavailable ? error : new KeysUnavailable(`${options.issuer}: ${errorText(error)}`);
      failure = { error: unavailable, at: options.clock() };
      throw unavailable;
    }
  };
  const refresh = async () => {
    pending ??= load2().finally(() => {
      pending = void 0;
    });
    return pending;
  };
  return async (header, token) => {
    const age = current === void 0 ? Infinity : options.clock() - current.at;
    const keys = current === void 0 || age >= options.maxAgeMs ? await refresh() : current.keys;
    try {
      return await keys(header, token);
    } catch (error) {
      const stale = options.clock() - (current?.at ?? 0) >= options.cooldownMs;
      if (!(error instanceof errors_exports.JWKSNoMatchingKey) || !stale) throw error;
      return (await refresh())(header, token);
    }
  };
};

// src/auth/oidc.ts
var tokenAlgorithms = ["RS256", "ES256", "PS256", "EdDSA"];
var maxSkewSeconds = 300;
var failed = (reason, detail) => ({
  kind: "failed",
  failure: { kind: "token", reason },
  detail
});
var claimReasons = {
  iss: "issuer",
  aud: "audience",
  nbf: "not-yet-valid"
};
var explain = (error) => {
  if (error instanceof KeysUnavailable) return failed("jwks-unavailable", error.message);
  if (error instanceof errors_exports.JWTExpired) return failed("expired", "the exp claim is in the past");
  if (error instanceof errors_exports.JWTClaimValidationFailed) {
    if (error.reason === "missing" && error.claim !== "aud")
      return failed("claim-missing", `the token has no claim ${JSON.stringify(error.claim)}`);
    if (error.reason === "invalid") return failed("malformed", `the claim ${JSON.stringify(error.claim)} has a wrong type`);
    return failed(claimReasons[error.claim] ?? "malformed", `the claim ${JSON.stringify(error.claim)} does not hold`);
  }
  if (error instanceof errors_exports.JOSEAlgNotAllowed || error instanceof errors_exports.JOSENotSupported)
    return failed("algorithm", "the algorithm is not allowed for this issuer");
  if (error instanceof errors_exports.JWSInvalid || error instanceof errors_exports.JWTInvalid)
    return failed("malformed", "the token is not a compact JWS with a claims set");
  if (error instanceof errors_exports.JWKSNoMatchingKey) return failed("signature", "none of the issuer's keys has that key id");
  return failed("signature", "the signature does not verify with the issuer's key");
};
var asList = (audience) => typeof audience === "string" ? [audience] : [...audience];
var checkConfig = (config, audience) => {
  const wrong = (what, remedy) => {
    throw new PgveilError("PGVEIL_CONFIG", `issuer ${JSON.stringify(config.name)}: ${what}`, { remedy });
  };
  if (!isTrustworthyUrl(config.issuer))
    wrong("its address is not https", "Use an https address; plain http is for loopback only.");
  if (audience.length === 0 || audience.includes(""))
    wrong("no audience is set", "Name the audience that tokens for pgveil carry.");
  const skew = config.skewSeconds ?? 0;
  if (!(skew >= 0 && skew <= maxSkewSeconds))
    wrong("its clock skew is out of range", `Use 0 to ${String(maxSkewSeconds)} seconds.`);
  if (config.algorithms?.some((name2) => !tokenAlgorithms.includes(name2)) === true || config.algorithms?.length === 0)
    wrong("an algorithm is not supported", `Use ${tokenAlgorithms.join(", ")}.`);
};
var bytesOf = (text3) => Buffer.byteLength(text3, "utf8");
var createTokenVerifier = (options) => {
  const { clock, fetch } = options;
  const maxTokenBytes = options.maxTokenBytes ?? 16384;
  const issuers = new Map(
    options.issuers.map((config) => {
      const audience = asList(config.audience ?? options.audience);
      checkConfig(config, audience);
      const keys = createKeySource({
        issuer: config.issuer,
        fetch,
        clock,
        timeoutMs: options.timeoutMs ?? 5e3,
        maxAgeMs: options.maxAgeMs ?? 6e5,
        cooldownMs: options.cooldownMs ?? 3e4
      });
      return [config.issuer, { config, audience, algorithms: [...config.algorithms ?? ["RS256"]], keys }];
    })
  );
  if (issuers.size !== options.issuers.length)
    throw new PgveilError("PGVEIL_CONFIG", "two issuers have the same address", { remedy: "Remove one of them." });
  return async (token) => {
    if (bytesOf(token) > maxTokenBytes) return failed("malformed", `the token is larger than ${String(maxTokenBytes)} bytes`);
    let claims;
    let algorithm;
    try {
      claims = decodeJwt(token);
      algorithm = decodeProtectedHeader(token).alg;
    } catch {
      return failed("malformed", "the token is not a compact JWS with a claims set");
    }
    const issuer2 = issuers.get(claims.iss ?? "");
    if (issuer2 === void 0) return failed("issuer", "the iss claim names no configured issuer");
    if (!issuer2.algorithms.some((allowed) => allowed === algorithm))
      return failed("algorithm", `the algorithm is not one of ${issuer2.algorithms.join(", ")}`);
    try {
      const { payload } = await jwtVerify(token, issuer2.keys, {
        issuer: issuer2.config.issuer,
        audience: issuer2.audience,
        algorithms: issuer2.algorithms,
        clockTolerance: issuer2.config.skewSeconds ?? 30,
        currentDate: new Date(clock()),
        requiredClaims: ["exp", ...issuer2.config.requiredClaims ?? []]
      });
      return {
        kind: "verified",
        identity: { kind: "oidc", issuer: issuer2.config.name, claims: payload },
        expiresAt: (payload.exp ?? 0) * 1e3
      };
    } catch (error) {
      return explain(error);
    }
  };
};

// src/masking/codec/decimal.ts
var maxDigits = 1e3;
var form = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([-+]?\d{1,4}))?$/;
var decimalFrom = (text3) => {
  if (text3.length > maxDigits) return void 0;
  const match2 = form.exec(text3);
  if (match2 === null) return void 0;
  const [, sign = "", whole4 = "", fraction = "", power = "0"] = match2;
  const shift = Number(power);
  if (Math.abs(shift) > maxDigits) return void 0;
  const unscaled = BigInt(`${sign}${whole4}${fraction}`);
  const scale = fraction.length - shift;
  return scale >= 0 ? { unscaled, scale } : { unscaled: unscaled * 10n ** BigInt(-scale), scale: 0 };
};
var decimalText = ({ unscaled, scale }) => {
  const digits = (unscaled < 0n ? -unscaled : unscaled).toString().padStart(scale + 1, "0");
  const sign = unscaled < 0n ? "-" : "";
  return scale === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
};
var floorDivide = (a, b) => a % b !== 0n && a < 0n ? a / b - 1n : a / b;
var rescale = ({ unscaled, scale }, to) => {
  if (to >= scale) return { unscaled: unscaled * 10n ** BigInt(to - scale), scale: to };
  const divisor = 10n ** BigInt(scale - to);
  const magnitude = ((unscaled < 0n ? -unscaled : unscaled) + divisor / 2n) / divisor;
  return { unscaled: unscaled < 0n ? -magnitude : magnitude, scale: to };
};
var aligned = (a, b) => {
  const scale = Math.max(a.scale, b.scale);
  return [rescale(a, scale).unscaled, rescale(b, scale).unscaled, scale];
};
var floorTo = (value, step2) => {
  const [a, b, scale] = aligned(value, step2);
  return { unscaled: floorDivide(a, b) * b, scale };
};
var roundTo = (value, step2) => {
  const [a, b, scale] = aligned(value, step2);
  const times = ((a < 0n ? -a : a) * 2n + b) / (b * 2n);
  return { unscaled: (a < 0n ? -times : times) * b, scale };
};
var add = (a, b) => {
  const [left, right, scale] = aligned(a, b);
  return { unscaled: left + right, scale };
};
var fractionOf = ({ unscaled, scale }, numerator, denominator) => ({
  unscaled: unscaled * numerator / denominator,
  scale
});

// src/masking/bytes.ts
var keepAtMost = 1 << 20;
var shortRun = 48;
var byteSink = (initial = 4096) => {
  const sink2 = {
    bytes: Buffer.allocUnsafeSlow(initial),
    length: 0,
    reserve(n) {
      const needed = sink2.length + n;
      if (needed <= sink2.bytes.length) return;
      const grown = Buffer.allocUnsafeSlow(Math.max(needed, Math.min(sink2.bytes.length * 2, sink2.bytes.length + (64 << 20))));
      sink2.bytes.copy(grown, 0, 0, sink2.length);
      sink2.bytes = grown;
    },
    reset() {
      sink2.length = 0;
      if (sink2.bytes.length > keepAtMost) sink2.bytes = Buffer.allocUnsafeSlow(initial);
    }
  };
  return sink2;
};
var append = (out, source, start, end) => {
  const n = end - start;
  out.reserve(n);
  const { bytes, length } = out;
  if (n < shortRun) {
    for (let i = 0; i < n; i += 1) bytes[length + i] = source[start + i] ?? 0;
  } else {
    source.copy(bytes, length, start, end);
  }
  out.length = length + n;
};
var appendAll = (out, source) => append(out, source, 0, source.length);
var appendByte = (out, byte) => {
  out.reserve(1);
  out.bytes[out.length] = byte;
  out.length += 1;
};
var int32At = (source, at3) => (source[at3] ?? 0) << 24 | (source[at3 + 1] ?? 0) << 16 | (source[at3 + 2] ?? 0) << 8 | (source[at3 + 3] ?? 0);
var setInt32 = (bytes, at3, value) => {
  bytes[at3] = value >> 24;
  bytes[at3 + 1] = value >> 16;
  bytes[at3 + 2] = value >> 8;
  bytes[at3 + 3] = value;
};
var appendInt32 = (out, value) => {
  out.reserve(4);
  setInt32(out.bytes, out.length, value);
  out.length += 4;
};
var appendRun = (out, byte, n) => {
  if (n <= 0) return;
  out.reserve(n);
  out.bytes.fill(byte, out.length, out.length + n);
  out.length += n;
};
var appendString = (out, text3) => {
  out.reserve(text3.length * 3);
  out.length += out.bytes.write(text3, out.length, "utf8");
};
var hexDigits = Buffer.from("0123456789abcdef", "latin1");
var appendHex = (out, source, digits) => {
  out.reserve(digits);
  const { bytes, length } = out;
  for (let i = 0; i < digits; i += 1) {
    const byte = source[i >> 1] ?? 0;
    bytes[length + i] = hexDigits[(i & 1) === 0 ? byte >> 4 : byte & 15] ?? 0;
  }
  out.length = length + digits;
};
var indexOfByte = (source, byte, start, end) => {
  for (let i = start; i < end; i += 1) if (source[i] === byte) return i;
  return -1;
};
var lastIndexOfByte = (source, byte, start, end) => {
  for (let i = end - 1; i >= start; i -= 1) if (source[i] === byte) return i;
  return -1;
};
var sameBytes = (source, start, end, expected) => end - start === expected.length && source.compare(expected, 0, expected.length, start, end) === 0;

// src/masking/codec/floats.ts
var halfToEven = (value, digits) => {
  const exact = value.toExponential(digits);
  const tie = /^(-?[\d.]*[02468])\.?5(e.*)$/.exec(exact);
  return tie !== null && Number(exact) === value ? `${tie[1] ?? ""}${tie[2] ?? ""}` : value.toPrecision(digits);
};
var float4 = new Float32Array(1);
var float4Bits = new Int32Array(float4.buffer);
var float8 = new Float64Array(1);
var float8Bits = new BigInt64Array(float8.buffer);
var isHalfway4 = (read, value) => {
  if (read === value) return false;
  float4[0] = value;
  float4Bits[0] = (float4Bits[0] ?? 0) + (Math.abs(read) > Math.abs(value) ? 1 : -1);
  return read === (value + (float4[0] ?? 0)) / 2;
};
var isHalfway8 = (text3, value) => {
  const exact = Math.abs(value) < 2 ** 53 ? void 0 : decimalFrom(text3)?.unscaled;
  if (exact === void 0) return false;
  const distance = exact - BigInt(value);
  if (distance === 0n) return false;
  float8[0] = value;
  float8Bits[0] = (float8Bits[0] ?? 0n) + (distance > 0n === value > 0 ? 1n : -1n);
  const neighbour = float8[0] ?? 0;
  return Number.isFinite(neighbour) && BigInt(neighbour) - BigInt(value) === distance * 2n;
};
var shortest8 = (value) => {
  const usual = String(value);
  if (!isHalfway8(usual, value)) return usual;
  for (let digits = 15; digits < 17; digits += 1) {
    const text3 = value.toPrecision(digits);
    if (Number(text3) === value && !isHalfway8(text3, value)) return text3;
  }
  return value.toPrecision(17);
};
var shortest = (value, bytes) => {
  if (bytes === 8) return shortest8(value);
  for (let digits = 1; digits < 9; digits += 1) {
    const text3 = halfToEven(value, digits);
    const read = Number(text3);
    if (Math.fround(read) === value && !isHalfway4(read, value)) return String(read);
  }
  return String(Number(value.toPrecision(9)));
};
var plainDigits = { 4: 6, 8: 15 };
var floatText = (value, bytes) => {
  if (!Number.isFinite(value)) return String(value);
  if (Object.is(value, -0)) return "-0";
  const text3 = shortest(value, bytes);
  const match2 = /^(-?)(\d+)(?:\.(\d+))?(?:e([-+]\d+))?$/.exec(text3);
  if (match2 === null) return text3;
  const [, sign = "", whole4 = "", fraction = "", power = "0"] = match2;
  const all = `${whole4}${fraction}`;
  const lead = all.length - all.replace(/^0+/, "").length;
  const digits = all.slice(lead).replace(/0+$/, "") || "0";
  const exponent = digits === "0" ? 0 : whole4.length - 1 - lead + Number(power);
  if (exponent < -4 || exponent >= plainDigits[bytes]) {
    const mantissa = digits.length === 1 ? digits : `${digits.charAt(0)}.${digits.slice(1)}`;
    return `${sign}${mantissa}e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
  }
  if (exponent < 0) return `${sign}0.${"0".repeat(-exponent - 1)}${digits}`;
  const point = exponent + 1;
  return digits.length <= point ? `${sign}${digits.padEnd(point, "0")}` : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
};

// src/masking/codec/neutral-typmod.ts
var redacted = "***";
var redactedText = (limit, pad) => {
  if (limit === void 0) return redacted;
  const cut = redacted.slice(0, limit);
  return pad ? cut.padEnd(limit, " ") : cut;
};
var numericLimits = (typmod) => typmod < 4 ? void 0 : { precision: typmod - 4 >> 16 & 65535, scale: (typmod - 4 & 2047 ^ 1024) - 1024 };
var numericZero = (typmod) => {
  const scale = Math.max(0, numericLimits(typmod)?.scale ?? 0);
  const binary = Buffer.alloc(8);
  binary.writeUInt16BE(scale, 6);
  return { text: Buffer.from(scale === 0 ? "0" : `0.${"0".repeat(scale)}`), binary };
};
var bitZero = (typmod) => {
  const bits2 = typmod > 0 ? typmod : 1;
  const binary = Buffer.alloc(4 + Math.ceil(bits2 / 8));
  binary.writeInt32BE(bits2, 0);
  return { text: Buffer.from("0".repeat(bits2)), binary };
};

// src/masking/codec/numeric.ts
var nan = 49152;
var plusInfinity = 53248;
var minusInfinity = 61440;
var negative = 16384;
var numericToText = (source, start, end) => {
  if (end - start < 8) return void 0;
  const count3 = source.readUInt16BE(start);
  const weight = source.readInt16BE(start + 2);
  const sign = source.readUInt16BE(start + 4);
  const scale = source.readUInt16BE(start + 6);
  if (sign === nan) return "NaN";
  if (sign === plusInfinity) return "Infinity";
  if (sign === minusInfinity) return "-Infinity";
  if (end - start !== 8 + 2 * count3) return void 0;
  const group = (i) => i >= 0 && i < count3 ? String(source.readUInt16BE(start + 8 + 2 * i)).padStart(4, "0") : "0000";
  let whole4 = "";
  for (let i = 0; i <= weight; i += 1) whole4 += group(i);
  let fraction = "";
  for (let i = weight + 1; fraction.length < scale; i += 1) fraction += group(i);
  const head = whole4.replace(/^0+(?=.)/, "") || "0";
  return `${sign === negative ? "-" : ""}${head}${scale === 0 ? "" : `.${fraction.slice(0, scale)}`}`;
};
var numericFromText = (text3) => {
  const isNegative = text3.startsWith("-");
  const [whole4 = "", fraction = ""] = text3.replace(/^-/, "").split(".");
  const head = whole4.padStart(Math.ceil(whole4.length / 4) * 4, "0");
  const tail = fraction.padEnd(Math.ceil(fraction.length / 4) * 4, "0");
  const groups2 = (head + tail).match(/.{4}/g)?.map(Number) ?? [];
  let weight = head.length / 4 - 1;
  while (groups2.length > 0 && groups2[0] === 0) {
    groups2.shift();
    weight -= 1;
  }
  while (groups2.at(-1) === 0) groups2.pop();
  const zero2 = groups2.length === 0;
  const out = Buffer.alloc(8 + 2 * groups2.length);
  out.writeUInt16BE(groups2.length, 0);
  out.writeInt16BE(zero2 ? 0 : weight, 2);
  out.writeUInt16BE(isNegative && !zero2 ? negative : 0, 4);
  out.writeUInt16BE(fraction.length, 6);
  groups2.forEach((digits, i) => out.writeUInt16BE(digits, 8 + 2 * i));
  return out;
};
var maxExponent = 400;
var withoutExponent = (text3) => {
  const match2 = /^(-?)(\d+)(?:\.(\d+))?[eE]([-+]?\d{1,4})$/.exec(text3);
  if (match2 === null) return text3;
  const [, sign = "", whole4 = "", fraction = "", exponent = "0"] = match2;
  const shift = Number(exponent);
  if (Math.abs(shift) > maxExponent) return text3;
  const digits = `${"0".repeat(Math.max(0, -shift))}${whole4}${fraction}${"0".repeat(Math.max(0, shift))}`;
  const point = digits.length - fraction.length - Math.max(0, shift) + shift;
  return `${sign}${digits.slice(0, point).replace(/^0+(?=\d)/, "")}.${digits.slice(point)}`;
};
var canonicalNumber = (text3) => {
  const plain = /[eE]/.test(text3) ? withoutExponent(text3) : text3;
  return plain.includes(".") ? plain.replace(/0+$/, "").replace(/\.$/, "").replace(/^-0$/, "0") : plain;
};

// src/masking/codec/numbers.ts
var numberFamilies = ["int2", "int4", "int8", "numeric", "float4", "float8"];
var sizes2 = { int2: 2, int4: 4, int8: 8 };
var readInteger = (bytes) => (source, start, end) => end - start !== bytes ? void 0 : { unscaled: bytes === 8 ? source.readBigInt64BE(start) : BigInt(source.readIntBE(start, bytes)), scale: 0 };
var readFloat = (bytes, format) => {
  if (format === 0) {
    return (source, start, end) => {
      const number3 = Number(source.toString("latin1", start, end));
      return decimalFrom(floatText(bytes === 4 ? Math.fround(number3) : number3, bytes));
    };
  }
  return (source, start, end) => end - start === bytes ? decimalFrom(floatText(bytes === 4 ? source.readFloatBE(start) : source.readDoubleBE(start), bytes)) : void 0;
};
var numberReader = ({ scalar: { family } }, format) => {
  if (family === "float4") return readFloat(4, format);
  if (family === "float8") return readFloat(8, format);
  if (format === 0) return (source, start, end) => decimalFrom(source.toString("latin1", start, end));
  if (family === "int2" || family === "int4" || family === "int8") return readInteger(sizes2[family]);
  return (source, start, end) => {
    const text3 = numericToText(source, start, end);
    return text3 === void 0 ? void 0 : decimalFrom(text3);
  };
};
var within = (value, least, most) => {
  if (value < least) return least;
  return value > most ? most : value;
};
var writeInteger = (bytes, format) => {
  const most = 2n ** BigInt(bytes * 8 - 1) - 1n;
  const binary = Buffer.alloc(8);
  return (value, out) => {
    const integer = within(rescale(value, 0).unscaled, -most - 1n, most);
    if (format === 0) {
      appendString(out, integer.toString());
      return;
    }
    binary.writeBigInt64BE(integer);
    append(out, binary, 8 - bytes, 8);
  };
};
var writeFloat = (bytes, format) => {
  const binary = Buffer.alloc(bytes);
  const largest = bytes === 4 ? 34028234663852886e22 : Number.MAX_VALUE;
  return (value, out) => {
    const exact = Math.min(largest, Math.max(-largest, Number(decimalText(value))));
    const number3 = bytes === 4 ? Math.fround(exact) : exact;
    if (format === 0) {
      appendString(out, floatText(number3, bytes));
      return;
    }
    if (bytes === 4) binary.writeFloatBE(number3);
    else binary.writeDoubleBE(number3);
    append(out, binary, 0, bytes);
  };
};
var fitNumeric = (value, limits2) => {
  if (limits2 === void 0) return decimalText(value);
  const most = 10n ** BigInt(limits2.precision) - 1n;
  if (limits2.scale >= 0) {
    const { unscaled, scale } = rescale(value, limits2.scale);
    return decimalText({ unscaled: within(unscaled, -most, most), scale });
  }
  const step2 = 10n ** BigInt(-limits2.scale);
  const times = rescale({ unscaled: value.unscaled, scale: value.scale - limits2.scale }, 0).unscaled;
  return decimalText({ unscaled: within(times, -most, most) * step2, scale: 0 });
};
var numberWriter = (type, format) => {
  const { family } = type.scalar;
  if (family === "int2" || family === "int4" || family === "int8") return writeInteger(sizes2[family], format);
  if (family === "float4") return writeFloat(4, format);
  if (family === "float8") return writeFloat(8, format);
  const limits2 = numericLimits(type.typmod);
  return (value, out) => {
    const text3 = fitNumeric(value, limits2);
    if (format === 0) {
      appendString(out, text3);
      return;
    }
    const binary = numericFromText(text3);
    append(out, binary, 0, binary.length);
  };
};

// src/masking/transforms/define.ts
var orRedacted = (mask2, redact2) => (source, start, end, out) => {
  const before = out.length;
  if (mask2(source, start, end, out)) return true;
  out.length = before;
  return redact2(source, start, end, out);
};
var defineTransform = (definition2) => ({
  ...definition2,
  compile: (request) => definition2.families === "any" || definition2.families.includes(request.type.scalar.family) ? definition2.compile(definition2.options.parse(request.options), request) : request.redact
});

// src/masking/transforms/number-mask.ts
var precision = { float4: 24n, float8: 53n };
var tooLarge = (family, step2) => {
  const bits2 = precision[family];
  if (bits2 === void 0 || step2 === void 0) return () => false;
  const limit = step2.unscaled << bits2;
  return ({ unscaled, scale }) => {
    const magnitude = unscaled < 0n ? -unscaled : unscaled;
    return magnitude * 10n ** BigInt(step2.scale) >= limit * 10n ** BigInt(scale);
  };
};
var numberMask = (request, step2, make) => {
  const read = numberReader(request.type, request.format);
  const write = numberWriter(request.type, request.format);
  const isTooLarge = tooLarge(request.type.scalar.family, step2);
  return (source, start, end, out) => {
    const value = read(source, start, end);
    if (value === void 0 || isTooLarge(value)) return request.redact(source, start, end, out);
    write(make(value), out);
    return true;
  };
};
var step = number().check(_positive("must be above 0"), _lte(1e15));
var exactly = (value) => decimalFrom(String(value)) ?? { unscaled: 1n, scale: 0 };

// src/masking/transforms/bucket.ts
var bucket = defineTransform({
  name: "bucket",
  summary: "Replaces a number by the lower end of its bucket: the largest multiple of the width that is not above it.",
  options: strictObject({ width: step }),
  families: numberFamilies,
  deterministic: true,
  joinable: false,
  reversible: false,
  givesAway: "the bucket, and with it the order of values in different buckets",
  tolerates: ["coalesce", "case", "nullif", "min", "max"],
  compile: (options, request) => {
    const width = exactly(options.width);
    return numberMask(request, width, (value) => floorTo(value, width));
  }
});

// src/masking/codec/scalars.ts
var sqlNull = { text: void 0, binary: void 0 };
var both = (text3) => ({ text: Buffer.from(text3), binary: Buffer.from(text3) });
var of = (text3, binary) => ({ text: Buffer.from(text3), binary });
var zeros = (text3, bytes) => of(text3, Buffer.alloc(bytes));
var hex = (text3, binary) => of(text3, Buffer.from(binary.replaceAll(" ", ""), "hex"));
var versioned = (text3) => of(text3, Buffer.from(`${text3}`));
var constant = (family, neutral) => ({ family, neutral: () => neutral });
var text2 = (limit, pad) => ({
  family: "text",
  neutral: (typmod) => both(redactedText(limit(typmod), pad))
});
var declaredLength = (typmod) => typmod >= 4 ? typmod - 4 : void 0;
var epochDays = "ffffd533";
var epochMicroseconds = "fffca2fec4c82000";
var oids = {
  bytea: 17,
  char: 18,
  name: 19,
  text: 25,
  box: 603,
  unknown: 705,
  numeric: 1700,
  bpchar: 1042,
  varchar: 1043,
  bool: 16,
  record: 2249,
  recordArray: 2287,
  anyArray: 2277
};
var plainText = text2(() => void 0, false);
var oidAlias = (name2) => constant("identifier", zeros(name2, 4));
var textScalar = plainText;
var numericScalar = { family: "numeric", neutral: (typmod) => numericZero(typmod) };
var scalarsByOid = /* @__PURE__ */ new Map([
  [oids.bool, constant("bool", zeros("f", 1))],
  [oids.bytea, constant("bytea", hex("\\x", ""))],
  [oids.char, text2(() => 1, false)],
  [oids.name, plainText],
  [20, constant("int8", zeros("0", 8))],
  [21, constant("int2", zeros("0", 2))],
  // An int2vector or oidvector of no elements cannot be read back in binary; one of a single 0 can.
  [22, constant("other", hex("0", "00000001 00000000 00000015 00000001 00000000 00000002 0000"))],
  [23, constant("int4", zeros("0", 4))],
  [24, oidAlias("-")],
  [oids.text, plainText],
  [26, constant("identifier", zeros("0", 4))],
  [27, constant("identifier", zeros("(0,0)", 6))],
  [28, constant("identifier", zeros("0", 4))],
  [29, constant("identifier", zeros("0", 4))],
  [30, constant("other", hex("0", "00000001 00000000 0000001a 00000001 00000000 00000004 00000000"))],
  [114, constant("json", both("{}"))],
  [142, constant("xml", both("<redacted/>"))],
  [600, constant("geometric", zeros("(0,0)", 16))],
  [601, constant("geometric", zeros("[(0,0),(0,0)]", 32))],
  [602, constant("geometric", hex("((0,0))", `01 00000001 ${"00".repeat(16)}`))],
  [oids.box, constant("geometric", zeros("(0,0),(0,0)", 32))],
  [604, constant("geometric", hex("((0,0))", `00000001 ${"00".repeat(16)}`))],
  [628, constant("geometric", hex("{0,-1,0}", `${"00".repeat(8)} bff0000000000000 ${"00".repeat(8)}`))],
  [650, constant("inet", hex("0.0.0.0/32", "02 20 01 04 00000000"))],
  [700, constant("float4", zeros("0", 4))],
  [701, constant("float8", zeros("0", 8))],
  [oids.unknown, plainText],
  [718, constant("geometric", zeros("<(0,0),0>", 24))],
  [774, constant("macaddr", zeros("00:00:00:00:00:00:00:00", 8))],
  [790, constant("money", zeros("$0.00", 8))],
  [829, constant("macaddr", zeros("00:00:00:00:00:00", 6))],
  [869, constant("inet", hex("0.0.0.0", "02 20 00 04 00000000"))],
  [oids.bpchar, text2(declaredLength, true)],
  [oids.varchar, text2(declaredLength, false)],
  [1082, constant("date", hex("1970-01-01", epochDays))],
  [1083, constant("time", zeros("00:00:00", 8))],
  [1114, constant("timestamp", hex("1970-01-01 00:00:00", epochMicroseconds))],
  [1184, constant("timestamptz", hex("1970-01-01 00:00:00+00", epochMicroseconds))],
  [1186, constant("interval", zeros("00:00:00", 16))],
  [1266, constant("timetz", zeros("00:00:00+00", 12))],
  [1560, { family: "bit", neutral: (typmod) => bitZero(typmod) }],
  [1562, constant("bit", zeros("", 4))],
  [oids.numeric, numericScalar],
  [1790, plainText],
  [2202, oidAlias("-")],
  [2203, oidAlias("0")],
  [2204, oidAlias("0")],
  [2205, oidAlias("-")],
  [2206, oidAlias("-")],
  [2275, plainText],
  [2278, constant("other", both(""))],
  [2950, constant("uuid", zeros("00000000-0000-0000-0000-000000000000", 16))],
  // A snapshot's xmin and xmax may not be 0.
  [2970, constant("other", hex("1:1:", "00000000 0000000000000001 0000000000000001"))],
  [3220, constant("identifier", zeros("0/0", 8))],
  [3614, constant("search", zeros("", 4))],
  // An empty tsquery cannot be read back in binary.
  [3615, constant("search", hex("'redacted'", `00000001 01 00 00 ${Buffer.from("redacted").toString("hex")} 00`))],
  [3734, oidAlias("-")],
  [3769, oidAlias("-")],
  [3802, constant("jsonb", versioned("{}"))],
  [4072, constant("other", versioned("$"))],
  [4089, oidAlias("-")],
  [4096, oidAlias("-")],
  [4191, oidAlias("-")],
  [5038, constant("other", hex("1:1:", "00000000 0000000000000001 0000000000000001"))],
  [5069, constant("identifier", zeros("0", 8))]
]);
var scalarsByInput = /* @__PURE__ */ new Map([
  ["citextin", plainText],
  ["hstore_in", constant("hstore", zeros("", 4))],
  ["ltree_in", constant("other", versioned(""))],
  ["lquery_in", constant("other", versioned("*"))],
  ["ltxtq_in", constant("other", versioned("redacted"))],
  ["cube_in", constant("other", hex("(0)", `80000001 ${"00".repeat(8)}`))]
]);
var rangeScalar = constant("range", hex("empty", "01"));
var multirangeScalar = constant("range", zeros("{}", 4));
var opaqueScalar = constant("opaque", sqlNull);
var enumScalar = (firstLabel) => constant("enum", firstLabel === void 0 ? sqlNull : both(firstLabel));

// src/masking/codec/fit-text.ts
var fitText = (value, type) => {
  const { limit } = type;
  if (limit === void 0 || value.length <= limit && !type.padded && type.oid !== oids.name) return value;
  const characters2 = Array.from(value).slice(0, limit);
  if (type.oid === oids.name) while (Buffer.byteLength(characters2.join("")) > limit) characters2.pop();
  return `${characters2.join("")}${type.padded ? " ".repeat(limit - characters2.length) : ""}`;
};

// src/masking/transforms/text-mask.ts
var textMask = (request, make) => {
  const { type, redact: redact2 } = request;
  if (type.oid === oids.char) return redact2;
  return (source, start, end, out) => {
    let last2 = end;
    if (type.padded) while (last2 > start && source[last2 - 1] === 32) last2 -= 1;
    const masked2 = make(source.toString("utf8", start, last2));
    if (masked2 === void 0) return redact2(source, start, end, out);
    appendString(out, fitText(masked2, type));
    return true;
  };
};

// src/masking/transforms/card.ts
var isCardNumber = (text3) => /^\d(?:[ -]?\d){11,18}$/.test(text3);
var card = defineTransform({
  name: "card",
  summary: "Shows the last four digits of a payment card number, as PCI DSS allows on a receipt; separators stay.",
  options: strictObject({}),
  families: ["text"],
  deterministic: true,
  joinable: false,
  reversible: false,
  givesAway: "the last four digits, the length and separators; what is not 12 to 19 digits is redacted",
  tolerates: ["coalesce", "case", "nullif", "min", "max"],
  compile: (_options, request) => textMask(request, (text3) => {
    if (!isCardNumber(text3)) return void 0;
    let left = text3.replaceAll(/\D/g, "").length - 4;
    return text3.replaceAll(/\d/g, (digit) => left-- > 0 ? "*" : digit);
  })
});

// node_modules/@noble/ciphers/utils.js
function isBytes(a) {
  return a instanceof Uint8Array || ArrayBuffer.isView(a) && a.constructor.name === "Uint8Array" && "BYTES_PER_ELEMENT" in a && a.BYTES_PER_ELEMENT === 1;
}
var atitle = (title) => title ? `"${title}" ` : "";
function anumber(n, title = "") {
  if (typeof n !== "number")
    throw new TypeError(atitle(title) + "expected number, got " + typeof n);
  if (!Number.isSafeInteger(n) || n < 0)
    throw new RangeError(atitle(title) + "expected integer >= 0, got " + n);
  return n;
}
function abytes(value, length, title = "") {
  if (isBytes(value) && (length === void 0 || value.length === length))
    return value;
  if (length !== void 0)
    anumber(length, "length");
  const bytes = isBytes(value);
  const ofLen = length !== void 0 ? ` of length ${length}` : "";
  const got = bytes ? `length=${value.length}` : `type=${typeof value}`;
  const message2 = atitle(title) + "expected Uint8Array" + ofLen + ", got " + got;
  if (!bytes)
    throw new TypeError(message2);
  throw new RangeError(message2);
}
function aexists(instance, checkFinished = true) {
  if (instance.destroyed)
    throw new Error("hash was destroyed");
  if (checkFinished && instance.finished)
    throw new Error("digest() was already called");
}
function aoutput(out, instance) {
  abytes(out, void 0, "output");
  const min = instance.outputLen;
  if (!(out.length >= min)) {
    throw new RangeError('"output" expected length >= ' + min);
  }
}
function aoutput32(out, instance) {
  aoutput(out, instance);
  if (!isAligned32(out))
    throw new Error("invalid output, must be aligned");
}
function u8(arr) {
  return new Uint8Array(arr.buffer, arr.byteOffset, arr.byteLength);
}
function u32(arr) {
  return new Uint32Array(arr.buffer, arr.byteOffset, Math.floor(arr.byteLength / 4));
}
function clean(...arrays) {
  for (let i = 0; i < arrays.length; i++) {
    arrays[i].fill(0);
  }
}
function createView(arr) {
  return new DataView(arr.buffer, arr.byteOffset, arr.byteLength);
}
var isLE = /* @__PURE__ */ (() => new Uint8Array(new Uint32Array([287454020]).buffer)[0] === 68)();
function byteSwap(word) {
  return word << 24 & 4278190080 | word << 8 & 16711680 | word >>> 8 & 65280 | word >>> 24 & 255;
}
var swap8IfBE = isLE ? (n) => n : (n) => byteSwap(n) >>> 0;
function byteSwap32(arr) {
  for (let i = 0; i < arr.length; i++) {
    arr[i] = byteSwap(arr[i]);
  }
  return arr;
}
var swap32IfBE = isLE ? (u) => u : byteSwap32;
var hasHexBuiltin = /* @__PURE__ */ (() => (
  // @ts-ignore
  typeof Uint8Array.from([]).toHex === "function" && typeof Uint8Array.fromHex === "function"
))();
var hexes = /* @__PURE__ */ Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, "0"));
function bytesToHex(bytes) {
  abytes(bytes);
  if (hasHexBuiltin)
    return bytes.toHex();
  let hex2 = "";
  for (let i = 0; i < bytes.length; i++) {
    hex2 += hexes[bytes[i]];
  }
  return hex2;
}
function asciiToBase16(ch) {
  return ch >= 48 && ch <= 57 ? ch - 48 : ch >= 65 && ch <= 70 ? ch - (65 - 10) : ch >= 97 && ch <= 102 ? ch - (97 - 10) : void 0;
}
function hexToBytes(hex2) {
  if (typeof hex2 !== "string")
    throw new TypeError("hex string expected, got " + typeof hex2);
  if (hasHexBuiltin) {
    try {
      return Uint8Array.fromHex(hex2);
    } catch (error) {
      if (error instanceof SyntaxError)
        throw new RangeError(error.message);
      throw error;
    }
  }
  const hl = hex2.length;
  const al = hl / 2;
  if (hl % 2)
    throw new RangeError("hex string expected, got unpadded hex of length " + hl);
  const array2 = new Uint8Array(al);
  for (let ai = 0, hi = 0; ai < al; ai++, hi += 2) {
    const n1 = asciiToBase16(hex2.charCodeAt(hi));
    const n2 = asciiToBase16(hex2.charCodeAt(hi + 1));
    if (n1 === void 0 || n2 === void 0) {
      const char = hex2[hi] + hex2[hi + 1];
      throw new RangeError('hex string expected, got non-hex character "' + char + '" at index ' + hi);
    }
    array2[ai] = n1 * 16 + n2;
  }
  return array2;
}
var _0n = /* @__PURE__ */ BigInt(0);
function hexToNumber(hex2) {
  if (typeof hex2 !== "string")
    throw new TypeError("hex string expected, got " + typeof hex2);
  return hex2 === "" ? _0n : BigInt("0x" + hex2);
}
function bytesToNumberBE(bytes) {
  return hexToNumber(bytesToHex(bytes));
}
function abignumber(n) {
  if (typeof n === "bigint") {
    if (!(_0n <= n))
      throw new RangeError("positive bigint expected, got " + n);
  } else
    anumber(n);
  return n;
}
function numberToBytesBE(n, len) {
  anumber(len);
  if (len === 0)
    throw new Error("zero output length is invalid");
  n = abignumber(n);
  const expectedLen = len * 2;
  const hex2 = n.toString(16);
  if (hex2.length > expectedLen)
    throw new RangeError("number is too large");
  return hexToBytes(hex2.padStart(expectedLen, "0"));
}
function overlapBytes(a, b) {
  if (!a.byteLength || !b.byteLength)
    return false;
  return a.buffer === b.buffer && // best we can do, may fail with an obscure Proxy
  a.byteOffset < b.byteOffset + b.byteLength && // a starts before b end
  b.byteOffset < a.byteOffset + a.byteLength;
}
function complexOverlapBytes(input, output) {
  if (overlapBytes(input, output) && input.byteOffset < output.byteOffset)
    throw new Error("complex overlap of input and output is not supported");
}
function wrapMacConstructor(keyLen, macCons, fromMsg) {
  const mac = macCons;
  const getArgs = fromMsg || (() => []);
  const macC = (msg, key) => mac(key, ...getArgs(msg)).update(msg).digest();
  const tmp = mac(new Uint8Array(keyLen), ...getArgs(new Uint8Array(0)));
  macC.outputLen = tmp.outputLen;
  macC.blockLen = tmp.blockLen;
  macC.create = (key, ...args) => mac(key, ...args);
  return macC;
}
function getOutput(expectedLength, out, onlyAligned = true) {
  if (out === void 0)
    return new Uint8Array(expectedLength);
  abytes(out, expectedLength, "output");
  if (onlyAligned && !isAligned32(out))
    throw new Error("invalid output, must be aligned");
  return out;
}
function isAligned32(bytes) {
  return bytes.byteOffset % 4 === 0;
}
function copyBytes(bytes) {
  return Uint8Array.from(abytes(bytes));
}

// node_modules/@noble/ciphers/aes.js
var BLOCK_SIZE = 16;
var BLOCK_SIZE32 = 4;
var EMPTY_BLOCK = /* @__PURE__ */ new Uint8Array(BLOCK_SIZE);
var ONE_BLOCK = /* @__PURE__ */ Uint8Array.from([
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  1
]);
var POLY = 283;
function validateKeyLength(key) {
  if (![16, 24, 32].includes(key.length))
    throw new Error('"aes key" expected Uint8Array of length 16/24/32, got length=' + key.length);
}
function mul2(n) {
  return n << 1 ^ POLY & -(n >> 7);
}
function mul(a, b) {
  let res = 0;
  for (; b > 0; b >>= 1) {
    res ^= a & -(b & 1);
    a = mul2(a);
  }
  return res;
}
var sbox = /* @__PURE__ */ (() => {
  const t = new Uint8Array(256);
  for (let i = 0, x = 1; i < 256; i++, x ^= mul2(x))
    t[i] = x;
  const box = new Uint8Array(256);
  box[0] = 99;
  for (let i = 0; i < 255; i++) {
    let x = t[255 - i];
    x |= x << 8;
    box[t[i]] = (x ^ x >> 4 ^ x >> 5 ^ x >> 6 ^ x >> 7 ^ 99) & 255;
  }
  clean(t);
  return box;
})();
var invSbox = /* @__PURE__ */ sbox.map((_, j) => sbox.indexOf(j));
var rotr32_8 = (n) => n << 24 | n >>> 8;
var rotl32_8 = (n) => n << 8 | n >>> 24;
function genTtable(sbox2, fn) {
  if (sbox2.length !== 256)
    throw new Error("wrong sbox length");
  const T0 = new Uint32Array(256).map((_, j) => fn(sbox2[j]));
  const T1 = T0.map(rotl32_8);
  const T2 = T1.map(rotl32_8);
  const T3 = T2.map(rotl32_8);
  const T01 = new Uint32Array(256 * 256);
  const T23 = new Uint32Array(256 * 256);
  const sbox22 = new Uint16Array(256 * 256);
  for (let i = 0; i < 256; i++) {
    for (let j = 0; j < 256; j++) {
      const idx = i * 256 + j;
      T01[idx] = T0[i] ^ T1[j];
      T23[idx] = T2[i] ^ T3[j];
      sbox22[idx] = sbox2[i] << 8 | sbox2[j];
    }
  }
  return { sbox: sbox2, sbox2: sbox22, T0, T1, T2, T3, T01, T23 };
}
var tableEncoding = /* @__PURE__ */ genTtable(sbox, (s) => mul(s, 3) << 24 | s << 16 | s << 8 | mul(s, 2));
var tableDecoding = /* @__PURE__ */ genTtable(invSbox, (s) => mul(s, 11) << 24 | mul(s, 13) << 16 | mul(s, 9) << 8 | mul(s, 14));
var xPowers = /* @__PURE__ */ (() => {
  const p = new Uint8Array(16);
  for (let i = 0, x = 1; i < 16; i++, x = mul2(x))
    p[i] = x;
  return p;
})();
function expandKeyLE(key) {
  abytes(key);
  const len = key.length;
  validateKeyLength(key);
  const { sbox2 } = tableEncoding;
  const toClean = [];
  if (!isLE || !isAligned32(key))
    toClean.push(key = copyBytes(key));
  const k32 = swap32IfBE(u32(key));
  const Nk = k32.length;
  const subByte = (n) => applySbox(sbox2, n, n, n, n);
  const xk = new Uint32Array(len + 28);
  xk.set(k32);
  for (let i = Nk; i < xk.length; i++) {
    let t = xk[i - 1];
    if (i % Nk === 0)
      t = subByte(rotr32_8(t)) ^ xPowers[i / Nk - 1];
    else if (Nk > 6 && i % Nk === 4)
      t = subByte(t);
    xk[i] = xk[i - Nk] ^ t;
  }
  clean(...toClean);
  return xk;
}
function expandKeyDecLE(key) {
  const encKey = expandKeyLE(key);
  const xk = encKey.slice();
  const Nk = encKey.length;
  const { sbox2 } = tableEncoding;
  const { T0, T1, T2, T3 } = tableDecoding;
  for (let i = 0; i < Nk; i += 4) {
    for (let j = 0; j < 4; j++)
      xk[i + j] = encKey[Nk - i - 4 + j];
  }
  clean(encKey);
  for (let i = 4; i < Nk - 4; i++) {
    const x = xk[i];
    const w = applySbox(sbox2, x, x, x, x);
    xk[i] = T0[w & 255] ^ T1[w >>> 8 & 255] ^ T2[w >>> 16 & 255] ^ T3[w >>> 24];
  }
  return xk;
}
function apply0123(T01, T23, s0, s1, s2, s32) {
  return T01[s0 << 8 & 65280 | s1 >>> 8 & 255] ^ T23[s2 >>> 8 & 65280 | s32 >>> 24 & 255];
}
function applySbox(sbox2, s0, s1, s2, s32) {
  return sbox2[s0 & 255 | s1 & 65280] | sbox2[s2 >>> 16 & 255 | s32 >>> 16 & 65280] << 16;
}
function encrypt(xk, s0, s1, s2, s32) {
  const { sbox2, T01, T23 } = tableEncoding;
  let k = 0;
  s0 ^= xk[k++], s1 ^= xk[k++], s2 ^= xk[k++], s32 ^= xk[k++];
  const rounds = xk.length / 4 - 2;
  for (let i = 0; i < rounds; i++) {
    const t02 = xk[k++] ^ apply0123(T01, T23, s0, s1, s2, s32);
    const t12 = xk[k++] ^ apply0123(T01, T23, s1, s2, s32, s0);
    const t22 = xk[k++] ^ apply0123(T01, T23, s2, s32, s0, s1);
    const t32 = xk[k++] ^ apply0123(T01, T23, s32, s0, s1, s2);
    s0 = t02, s1 = t12, s2 = t22, s32 = t32;
  }
  const t0 = xk[k++] ^ applySbox(sbox2, s0, s1, s2, s32);
  const t1 = xk[k++] ^ applySbox(sbox2, s1, s2, s32, s0);
  const t2 = xk[k++] ^ applySbox(sbox2, s2, s32, s0, s1);
  const t3 = xk[k++] ^ applySbox(sbox2, s32, s0, s1, s2);
  return { s0: t0, s1: t1, s2: t2, s3: t3 };
}
function decrypt(xk, s0, s1, s2, s32) {
  const { sbox2, T01, T23 } = tableDecoding;
  let k = 0;
  s0 ^= xk[k++], s1 ^= xk[k++], s2 ^= xk[k++], s32 ^= xk[k++];
  const rounds = xk.length / 4 - 2;
  for (let i = 0; i < rounds; i++) {
    const t02 = xk[k++] ^ apply0123(T01, T23, s0, s32, s2, s1);
    const t12 = xk[k++] ^ apply0123(T01, T23, s1, s0, s32, s2);
    const t22 = xk[k++] ^ apply0123(T01, T23, s2, s1, s0, s32);
    const t32 = xk[k++] ^ apply0123(T01, T23, s32, s2, s1, s0);
    s0 = t02, s1 = t12, s2 = t22, s32 = t32;
  }
  const t0 = xk[k++] ^ applySbox(sbox2, s0, s32, s2, s1);
  const t1 = xk[k++] ^ applySbox(sbox2, s1, s0, s32, s2);
  const t2 = xk[k++] ^ applySbox(sbox2, s2, s1, s0, s32);
  const t3 = xk[k++] ^ applySbox(sbox2, s32, s2, s1, s0);
  return { s0: t0, s1: t1, s2: t2, s3: t3 };
}
function ctrCounter(xk, nonce, src, dst) {
  abytes(nonce, BLOCK_SIZE, "nonce");
  abytes(src);
  const srcLen = src.length;
  dst = getOutput(srcLen, dst);
  complexOverlapBytes(src, dst);
  const ctr = nonce;
  const c32 = u32(ctr);
  const src32 = u32(src);
  const dst32 = u32(dst);
  for (let i = 0; i + 4 <= src32.length; i += 4) {
    const { s0, s1, s2, s3: s32 } = encrypt(xk, swap8IfBE(c32[0]), swap8IfBE(c32[1]), swap8IfBE(c32[2]), swap8IfBE(c32[3]));
    dst32[i + 0] = src32[i + 0] ^ swap8IfBE(s0);
    dst32[i + 1] = src32[i + 1] ^ swap8IfBE(s1);
    dst32[i + 2] = src32[i + 2] ^ swap8IfBE(s2);
    dst32[i + 3] = src32[i + 3] ^ swap8IfBE(s32);
    for (let j = BLOCK_SIZE - 1, carry = 1; j >= 0; j--) {
      carry = carry + ctr[j] | 0;
      ctr[j] = carry & 255;
      carry >>>= 8;
    }
  }
  const start = BLOCK_SIZE * Math.floor(src32.length / BLOCK_SIZE32);
  if (start < srcLen) {
    const { s0, s1, s2, s3: s32 } = encrypt(xk, swap8IfBE(c32[0]), swap8IfBE(c32[1]), swap8IfBE(c32[2]), swap8IfBE(c32[3]));
    const b32 = new Uint32Array([s0, s1, s2, s32]);
    swap32IfBE(b32);
    const buf = u8(b32);
    for (let i = start, pos = 0; i < srcLen; i++, pos++)
      dst[i] = src[i] ^ buf[pos];
    clean(b32);
  }
  return dst;
}
function ctr32(xk, isLE2, nonce, src, dst) {
  abytes(nonce, BLOCK_SIZE, "nonce");
  abytes(src);
  dst = getOutput(src.length, dst);
  const ctr = nonce;
  const c32 = u32(ctr);
  const view = createView(ctr);
  const src32 = u32(src);
  const dst32 = u32(dst);
  const ctrPos = isLE2 ? 0 : 12;
  const srcLen = src.length;
  let ctrNum = view.getUint32(ctrPos, isLE2);
  for (let i = 0; i + 4 <= src32.length; i += 4) {
    const { s0, s1, s2, s3: s32 } = encrypt(xk, swap8IfBE(c32[0]), swap8IfBE(c32[1]), swap8IfBE(c32[2]), swap8IfBE(c32[3]));
    dst32[i + 0] = src32[i + 0] ^ swap8IfBE(s0);
    dst32[i + 1] = src32[i + 1] ^ swap8IfBE(s1);
    dst32[i + 2] = src32[i + 2] ^ swap8IfBE(s2);
    dst32[i + 3] = src32[i + 3] ^ swap8IfBE(s32);
    ctrNum = ctrNum + 1 >>> 0;
    view.setUint32(ctrPos, ctrNum, isLE2);
  }
  const start = BLOCK_SIZE * Math.floor(src32.length / BLOCK_SIZE32);
  if (start < srcLen) {
    const { s0, s1, s2, s3: s32 } = encrypt(xk, swap8IfBE(c32[0]), swap8IfBE(c32[1]), swap8IfBE(c32[2]), swap8IfBE(c32[3]));
    const b32 = new Uint32Array([s0, s1, s2, s32]);
    swap32IfBE(b32);
    const buf = u8(b32);
    for (let i = start, pos = 0; i < srcLen; i++, pos++)
      dst[i] = src[i] ^ buf[pos];
    clean(b32);
  }
  return dst;
}
function isBytes32(a) {
  return a instanceof Uint32Array || ArrayBuffer.isView(a) && a.constructor.name === "Uint32Array";
}
function encryptBlock(xk, block) {
  abytes(block, 16, "block");
  if (!isBytes32(xk))
    throw new Error("_encryptBlock accepts result of expandKeyLE");
  const b32 = u32(block);
  swap32IfBE(b32);
  let { s0, s1, s2, s3: s32 } = encrypt(xk, b32[0], b32[1], b32[2], b32[3]);
  b32[0] = s0, b32[1] = s1, b32[2] = s2, b32[3] = s32;
  swap32IfBE(b32);
  return block;
}
function decryptBlock(xk, block) {
  abytes(block, 16, "block");
  if (!isBytes32(xk))
    throw new Error("_decryptBlock accepts result of expandKeyLE");
  const b32 = u32(block);
  swap32IfBE(b32);
  let { s0, s1, s2, s3: s32 } = decrypt(xk, b32[0], b32[1], b32[2], b32[3]);
  b32[0] = s0, b32[1] = s1, b32[2] = s2, b32[3] = s32;
  swap32IfBE(b32);
  return block;
}
function dbl(block) {
  let carry = 0;
  for (let i = BLOCK_SIZE - 1; i >= 0; i--) {
    const newCarry = (block[i] & 128) >>> 7;
    block[i] = block[i] << 1 | carry;
    carry = newCarry;
  }
  block[BLOCK_SIZE - 1] ^= 135 & -carry;
  return block;
}
function xorBlock(a, b) {
  if (a.length !== b.length)
    throw new Error("xorBlock: blocks must have same length");
  for (let i = 0; i < a.length; i++) {
    a[i] = a[i] ^ b[i];
  }
  return a;
}
function xorend(a, b) {
  if (b.length > a.length) {
    throw new Error("xorend: expected len(B) <= len(A)");
  }
  const offset = a.length - b.length;
  for (let i = 0; i < b.length; i++) {
    a[offset + i] = a[offset + i] ^ b[i];
  }
  return a;
}
var _CMAC = class {
  blockLen = BLOCK_SIZE;
  outputLen = BLOCK_SIZE;
  // CMAC can only decide between `K1` and `K2` once the true final block is known,
  // so updates process older blocks eagerly but keep one pending block buffered.
  buffer;
  pos;
  finished;
  destroyed;
  k1;
  k2;
  x;
  x32;
  xk;
  constructor(key) {
    abytes(key);
    validateKeyLength(key);
    this.xk = expandKeyLE(key);
    this.buffer = new Uint8Array(BLOCK_SIZE);
    this.pos = 0;
    this.finished = false;
    this.destroyed = false;
    this.x = new Uint8Array(BLOCK_SIZE);
    this.x32 = u32(this.x);
    const L = new Uint8Array(BLOCK_SIZE);
    encryptBlock(this.xk, L);
    this.k1 = dbl(L);
    this.k2 = dbl(new Uint8Array(this.k1));
  }
  // Consumes 16 bytes of `data` starting at `pos`; `pos` avoids a per-block
  // subarray view allocation in update().
  process(data, pos) {
    const { x, x32, xk } = this;
    for (let i = 0; i < BLOCK_SIZE; i++)
      x[i] ^= data[pos + i];
    swap32IfBE(x32);
    const { s0, s1, s2, s3: s32 } = encrypt(xk, x32[0], x32[1], x32[2], x32[3]);
    x32[0] = s0, x32[1] = s1, x32[2] = s2, x32[3] = s32;
    swap32IfBE(x32);
  }
  update(data) {
    aexists(this);
    abytes(data);
    let pos = 0;
    if (this.pos) {
      const take = Math.min(BLOCK_SIZE - this.pos, data.length);
      this.buffer.set(data.subarray(0, take), this.pos);
      this.pos += take;
      pos = take;
      if (this.pos === BLOCK_SIZE && pos < data.length) {
        this.process(this.buffer, 0);
        this.pos = 0;
      }
    }
    while (pos + BLOCK_SIZE < data.length) {
      this.process(data, pos);
      pos += BLOCK_SIZE;
    }
    if (pos < data.length) {
      this.buffer.set(data.subarray(pos), 0);
      this.pos = data.length - pos;
    }
    return this;
  }
  // See {@link https://www.rfc-editor.org/rfc/rfc4493.html#section-2.4 | RFC 4493 Section 2.4}.
  digestInto(out) {
    aexists(this);
    aoutput32(out, this);
    this.finished = true;
    const view = out.subarray(0, this.outputLen);
    let last2 = new Uint8Array(BLOCK_SIZE);
    if (this.pos === BLOCK_SIZE) {
      last2.set(this.buffer);
      xorBlock(last2, this.k1);
    } else {
      last2.set(this.buffer.subarray(0, this.pos));
      last2[this.pos] = 128;
      xorBlock(last2, this.k2);
    }
    view.set(this.x);
    xorBlock(view, last2);
    encryptBlock(this.xk, view);
    clean(last2);
  }
  digest() {
    const { buffer, outputLen } = this;
    this.digestInto(buffer);
    const res = buffer.slice(0, outputLen);
    this.destroy();
    return res;
  }
  destroy() {
    const { buffer, destroyed, x, xk, k1, k2 } = this;
    if (destroyed)
      return;
    this.destroyed = true;
    clean(buffer, x, xk, k1, k2);
  }
};
var cmac = /* @__PURE__ */ wrapMacConstructor(16, (key) => new _CMAC(key));
function s2v(key, strings) {
  validateKeyLength(key);
  const len = strings.length;
  if (len > 127) {
    throw new Error("s2v: expected <= 127 inputs");
  }
  if (len === 0)
    return cmac(ONE_BLOCK, key);
  let d = cmac(EMPTY_BLOCK, key);
  for (let i = 0; i < len - 1; i++) {
    dbl(d);
    const cmacResult = cmac(strings[i], key);
    xorBlock(d, cmacResult);
    clean(cmacResult);
  }
  const s_n = strings[len - 1];
  abytes(s_n);
  let t;
  if (s_n.byteLength >= BLOCK_SIZE) {
    t = xorend(Uint8Array.from(s_n), d);
  } else {
    const paddedSn = new Uint8Array(BLOCK_SIZE);
    paddedSn.set(s_n);
    paddedSn[s_n.length] = 128;
    t = xorBlock(dbl(d), paddedSn);
    clean(paddedSn);
  }
  const result = cmac(t, key);
  clean(d, t);
  return result;
}
var unsafe = /* @__PURE__ */ Object.freeze({
  expandKeyLE,
  expandKeyDecLE,
  encrypt,
  decrypt,
  encryptBlock,
  decryptBlock,
  ctrCounter,
  ctr32,
  dbl,
  xorBlock,
  xorend,
  s2v
});

// node_modules/@noble/ciphers/ff1.js
var { expandKeyLE: expandKeyLE2, encryptBlock: encryptBlock2 } = unsafe;
var BLOCK_LEN = 16;
function mod(a, b) {
  const result = a % b;
  return result >= 0 ? result : b + result;
}
function NUMradix(radix, data) {
  let res = BigInt(0);
  for (let i of data)
    res = res * BigInt(radix) + BigInt(i);
  return res;
}
function bigintBits(n) {
  return n.toString(2).length;
}
function trimInterval({ min, max, shift }, precision2) {
  const drop = Math.max(0, bigintBits(max) - precision2);
  if (!drop)
    return { min, max, shift };
  const bits2 = BigInt(drop);
  const mask2 = (BigInt(1) << bits2) - BigInt(1);
  return { min: min >> bits2, max: max + mask2 >> bits2, shift: shift + drop };
}
function mulInterval(a, b, precision2) {
  return trimInterval({ min: a.min * b.min, max: a.max * b.max, shift: a.shift + b.shift }, precision2);
}
function powInterval(radix, exp, precision2) {
  let res = { min: BigInt(1), max: BigInt(1), shift: 0 };
  let base = { min: BigInt(radix), max: BigInt(radix), shift: 0 };
  while (exp) {
    if (exp % 2)
      res = mulInterval(res, base, precision2);
    exp = Math.floor(exp / 2);
    if (exp)
      base = mulInterval(base, base, precision2);
  }
  return res;
}
function getFF1RadixBytes(radix, v) {
  if (!v)
    return 0;
  if ((radix & radix - 1) === 0) {
    const bits2 = bigintBits(BigInt(radix)) - 1;
    return Math.ceil(bits2 * v / 8);
  }
  for (let precision2 = 64; ; precision2 *= 2) {
    const { min, max, shift } = powInterval(radix, v, precision2);
    const minBytes = Math.ceil((bigintBits(min) + shift) / 8);
    const maxBytes = Math.ceil((bigintBits(max) + shift) / 8);
    if (minBytes === maxBytes)
      return minBytes;
  }
}
function getRound(radix, key, tweak, x) {
  if (radix < 2 || radix > 2 ** 16 - 1)
    throw new Error("invalid radix " + radix);
  let minLen = 0;
  for (let domain = BigInt(1); domain < BigInt(100); domain *= BigInt(radix))
    minLen++;
  minLen = Math.max(2, minLen);
  const maxLen = 2 ** 32 - 1;
  if (2 > minLen || minLen > maxLen || maxLen >= 2 ** 32)
    throw new Error("Invalid radix: 2 \u2264 minlen \u2264 maxlen < 2**32");
  if (!Array.isArray(x))
    throw new Error("invalid X");
  if (x.length < minLen || x.length > maxLen)
    throw new Error("X is outside minLen..maxLen bounds");
  for (const i of x) {
    if (!Number.isSafeInteger(i) || i < 0 || i >= radix)
      throw new Error("invalid X: digit outside radix");
  }
  const u = Math.floor(x.length / 2);
  const v = x.length - u;
  const b = getFF1RadixBytes(radix, v);
  const d = 4 * Math.ceil(b / 4) + 4;
  const padding = mod(-tweak.length - b - 1, 16);
  const P = Uint8Array.from([1, 2, 1, 0, 0, 0, 10, u, 0, 0, 0, 0, 0, 0, 0, 0]);
  const view = new DataView(P.buffer);
  view.setUint16(4, radix, false);
  view.setUint32(8, x.length, false);
  view.setUint32(12, tweak.length, false);
  const PQ = new Uint8Array(P.length + tweak.length + padding + 1 + b);
  PQ.set(P);
  clean(P);
  PQ.set(tweak, P.length);
  const xk = expandKeyLE2(key);
  const round2 = (A, B, i, decrypt2 = false) => {
    PQ[PQ.length - b - 1] = i;
    if (b)
      PQ.set(numberToBytesBE(NUMradix(radix, B), b), PQ.length - b);
    let r = new Uint8Array(16);
    for (let j = 0; j < PQ.length / BLOCK_LEN; j++) {
      for (let i2 = 0; i2 < BLOCK_LEN; i2++)
        r[i2] ^= PQ[j * BLOCK_LEN + i2];
      encryptBlock2(xk, r);
    }
    let s = Array.from(r);
    for (let j = 1; s.length < d; j++) {
      const block = numberToBytesBE(BigInt(j), 16);
      for (let k = 0; k < BLOCK_LEN; k++)
        block[k] ^= r[k];
      s.push(...Array.from(encryptBlock2(xk, block)));
    }
    let y = bytesToNumberBE(Uint8Array.from(s.slice(0, d)));
    s.fill(0);
    if (decrypt2)
      y = -y;
    const m = i % 2 === 0 ? u : v;
    let c = mod(NUMradix(radix, A) + y, BigInt(radix) ** BigInt(m));
    const C = Array(m).fill(0);
    for (let i2 = 0; i2 < m; i2++, c /= BigInt(radix))
      C[m - 1 - i2] = Number(c % BigInt(radix));
    A.fill(0);
    A = B;
    B = C;
    return [A, B];
  };
  const destroy = () => {
    clean(xk, PQ);
  };
  return { u, round: round2, destroy };
}
var EMPTY_BUF = /* @__PURE__ */ Uint8Array.of();
function FF1(radix, key, tweak = EMPTY_BUF) {
  anumber(radix, "radix");
  abytes(key, void 0, "key");
  abytes(tweak, void 0, "tweak");
  const PQ = getRound.bind(null, radix, key, tweak);
  return {
    encrypt(x) {
      const { u, round: round2, destroy } = PQ(x);
      let [A, B] = [x.slice(0, u), x.slice(u)];
      for (let i = 0; i < 10; i++)
        [A, B] = round2(A, B, i);
      destroy();
      const res = A.concat(B);
      A.fill(0);
      B.fill(0);
      return res;
    },
    decrypt(x) {
      const { u, round: round2, destroy } = PQ(x);
      let [B, A] = [x.slice(0, u), x.slice(u)];
      for (let i = 9; i >= 0; i--)
        [A, B] = round2(A, B, i, true);
      destroy();
      const res = B.concat(A);
      A.fill(0);
      B.fill(0);
      return res;
    }
  };
}

// src/masking/ff1.ts
var leastDomain = 1e6;
var longest = 128;
var ff1 = (radix, key, purpose2) => {
  const cipher = FF1(radix, key, Buffer.from(purpose2));
  const fits = (numerals) => numerals.length <= longest && numerals.length >= Math.ceil(Math.log(leastDomain) / Math.log(radix));
  return {
    encrypt: (numerals) => fits(numerals) ? cipher.encrypt([...numerals]) : void 0,
    decrypt: (numerals) => fits(numerals) ? cipher.decrypt([...numerals]) : void 0
  };
};
var integerEncryption = (key, purpose2, bits2) => {
  const tiers = bits2.map((width, i) => ({
    width,
    least: i === 0 ? 0n : 2n ** BigInt(bits2[i - 1] ?? 0),
    end: 2n ** BigInt(width),
    cipher: ff1(2, key, `${purpose2} ${String(width)}`)
  }));
  const walk2 = (value, step2) => {
    const tier = tiers.find(({ end }) => value < end);
    if (tier === void 0) return value;
    let current = value;
    do {
      const numerals = Array.from(current.toString(2).padStart(tier.width, "0"), Number);
      current = BigInt(`0b${(tier.cipher[step2](numerals) ?? numerals).join("")}`);
    } while (current < tier.least);
    return current;
  };
  return { encrypt: (value) => walk2(value, "encrypt"), decrypt: (value) => walk2(value, "decrypt") };
};

// src/masking/luhn.ts
var luhnDigit = (digits) => {
  const sum = digits.toReversed().reduce((total, digit, i) => total + (i % 2 === 0 ? digit > 4 ? digit * 2 - 9 : digit * 2 : digit), 0);
  return (10 - sum % 10) % 10;
};
var isLuhn = (digits) => digits.length > 1 && luhnDigit(digits.slice(0, -1)) === digits.at(-1);

// src/masking/transforms/card-token.ts
var cardToken = defineTransform({
  name: "card-token",
  summary: "Replaces a payment card number by another of the same length with a valid check digit (FF1 under the key of the class); separators stay.",
  options: strictObject({}),
  families: ["text"],
  deterministic: true,
  joinable: true,
  reversible: true,
  givesAway: "which numbers are equal, the length and separators; a number that is no valid card number is redacted",
  tolerates: ["coalesce", "case", "min", "max"],
  compile: (_options, request) => {
    const cipher = ff1(10, request.key(), "card");
    return textMask(request, (text3) => {
      const digits = Array.from(text3.replaceAll(/\D/g, ""), Number);
      const encrypted = isCardNumber(text3) && isLuhn(digits) ? cipher.encrypt(digits.slice(0, -1)) : void 0;
      if (encrypted === void 0) return void 0;
      const token = [...encrypted, luhnDigit(encrypted)];
      let next = 0;
      return text3.replaceAll(/\d/g, () => String(token[next++] ?? 0));
    });
  }
});

// src/masking/transforms/character-mask.ts
var maskCharacter = _default(string().check(_regex(/^[!-~]$/, "must be one printable ASCII character")), "*");
var space = 32;
var isSeparator = (byte) => byte >= space && byte < 127 && !(byte >= 48 && byte <= 57 || (byte | 32) >= 97 && (byte | 32) <= 122);
var isContinuation = (byte) => (byte & 192) === 128;
var announced = (byte) => {
  if (byte < 192) return 0;
  if (byte < 224) return 1;
  return byte < 240 ? 2 : 3;
};
var isPlain = (source, start, end) => {
  let bits2 = 0;
  for (let i = start; i < end; i += 1) bits2 |= source[i] ?? 0;
  return bits2 < 128;
};
var maskPlain = (mask2, source, start, end, filled, out) => {
  const count3 = end - start;
  const shows = (mask2.first + mask2.last) * 2 <= count3;
  const head = start + (shows ? mask2.first : 0);
  const tail = end - (shows ? mask2.last : 0);
  out.reserve(filled - start);
  const { bytes } = out;
  const shift = out.length - start;
  for (let i = start; i < head; i += 1) bytes[shift + i] = source[i] ?? 0;
  for (let i = head; i < tail; i += 1) bytes[shift + i] = mask2.character;
  for (let i = tail; i < end; i += 1) bytes[shift + i] = source[i] ?? 0;
  for (let i = end; i < filled; i += 1) bytes[shift + i] = space;
  out.length = shift + filled;
};
var compileCharacterMask = (mask2, request) => {
  if (request.type.oid === oids.char) return request.redact;
  const { character, keepSeparators } = mask2;
  return (source, start, end, out) => {
    let last2 = end;
    while (last2 > start && source[last2 - 1] === space) last2 -= 1;
    if (!keepSeparators && isPlain(source, start, last2)) {
      maskPlain(mask2, source, start, last2, end, out);
      return true;
    }
    let countable = 0;
    for (let i = start; i < last2; i += 1) {
      const byte = source[i] ?? 0;
      if (!isContinuation(byte) && !(keepSeparators && isSeparator(byte))) countable += 1;
    }
    const shows = (mask2.first + mask2.last) * 2 <= countable;
    const first = shows ? mask2.first : 0;
    const tail = shows ? countable - mask2.last : countable;
    out.reserve(end - start);
    const { bytes } = out;
    let at3 = out.length;
    let index = 0;
    let kept = 0;
    for (let i = start; i < last2; i += 1) {
      const byte = source[i] ?? 0;
      if (isContinuation(byte)) {
        if (kept > 0) bytes[at3++] = byte;
        kept -= 1;
      } else if (keepSeparators && isSeparator(byte)) {
        bytes[at3++] = byte;
        kept = 0;
      } else {
        const keeping = index < first || index >= tail;
        index += 1;
        bytes[at3++] = keeping ? byte : character;
        kept = keeping ? announced(byte) : 0;
      }
    }
    for (let i = last2; i < end; i += 1) bytes[at3++] = space;
    out.length = at3;
    return true;
  };
};

// src/masking/transforms/characters.ts
var characters = defineTransform({
  name: "characters",
  summary: "Masks every character, so that the length stays; separators may be kept.",
  options: strictObject({ character: maskCharacter, separators: _default(_enum(["mask", "keep"]), "mask") }),
  families: ["text"],
  deterministic: true,
  joinable: false,
  reversible: false,
  givesAway: "the length, separators if kept",
  tolerates: ["lower", "upper", "cast", "coalesce", "case", "nullif", "min", "max"],
  compile: (options, request) => {
    const keepSeparators = options.separators === "keep";
    return compileCharacterMask({ first: 0, last: 0, character: options.character.charCodeAt(0), keepSeparators }, request);
  }
});

// src/masking/transforms/coarsen.ts
var forms = /* @__PURE__ */ new Map([
  [600, { header: 0, size: 16 }],
  // point
  [601, { header: 0, size: 32 }],
  // lseg
  [602, { header: 5 }],
  // path: closed, number of points
  [603, { header: 0, size: 32 }],
  // box
  [604, { header: 4 }],
  // polygon: number of points
  [718, { header: 0, size: 24 }]
  // circle
]);
var furthest = 1e9;
var number2 = /-?(?:\d+(?:\.\d+)?(?:e[-+]\d+)?|Infinity)|NaN/g;
var frame = /^[()[\]<>,]*$/;
var coarsen = defineTransform({
  name: "coarsen",
  summary: "Rounds the coordinates of a point, path, polygon, box, segment or circle to some decimals; one decimal of a degree is about 11 km.",
  options: strictObject({ decimals: _default(int().check(_gte(0), _lte(6)), 1) }),
  families: ["geometric"],
  deterministic: true,
  joinable: false,
  reversible: false,
  givesAway: "the place to within half a step, and the number of points; a coordinate beyond 10^9 makes the value redacted",
  tolerates: ["coalesce", "case", "nullif"],
  compile: (options, request) => {
    const form5 = forms.get(request.type.oid);
    if (form5 === void 0) return request.redact;
    const factor = 10 ** options.decimals;
    const round2 = (value) => Math.round(value * factor) / factor + 0;
    const isPlace = (value) => Math.abs(value) <= furthest;
    if (request.format === 0) {
      return orRedacted((source, start, end, out) => {
        const text3 = source.toString("latin1", start, end);
        const isWhole = frame.test(text3.replaceAll(number2, "")) && (text3.match(number2) ?? []).every((one) => isPlace(Number(one)));
        if (isWhole)
          appendString(
            out,
            text3.replaceAll(number2, (one) => floatText(round2(Number(one)), 8))
          );
        return isWhole;
      }, request.redact);
    }
    const { header, size: size2 } = form5;
    const binary = Buffer.alloc(8);
    return orRedacted((source, start, end, out) => {
      const bytes = end - start - header;
      if (bytes < 0 || bytes !== (size2 ?? source.readUInt32BE(start + header - 4) * 16)) return false;
      append(out, source, start, start + header);
      for (let at3 = start + header; at3 < end; at3 += 8) {
        const value = source.readDoubleBE(at3);
        if (!isPlace(value)) return false;
        binary.writeDoubleBE(round2(value));
        append(out, binary, 0, 8);
      }
      return true;
    }, request.redact);
  }
});

// src/masking/codec/temporal.ts
var temporalFamilies = ["date", "timestamp", "timestamptz"];
var dayMicroseconds = 864e8;
var epochShift = 730425;
var eraDays = 146097;
var dayOf = ({ year, month, date }) => {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * eraDays + dayOfEra - epochShift;
};
var civilOf = (day) => {
  const z = day + epochShift;
  const era = Math.floor(z / eraDays);
  const dayOfEra = z - era * eraDays;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / (eraDays - 1))) / 365
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    date: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1
  };
};
var form2 = /^(\d{4,7})-(\d\d)-(\d\d)(?: (\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))?)?(?:([-+])(\d\d)(?::(\d\d))?(?::(\d\d))?)?( BC)?$/;
var momentFromText = (text3) => {
  const match2 = form2.exec(text3);
  if (match2 === null) return void 0;
  const [, year, month, date, hours, minutes, seconds, fraction = "", sign, zoneHours, zoneMinutes, zoneSeconds, bc] = match2;
  const count3 = (digits) => Number(digits ?? 0);
  const civilYear = bc === void 0 ? count3(year) : 1 - count3(year);
  const zone = (count3(zoneHours) * 3600 + count3(zoneMinutes) * 60 + count3(zoneSeconds)) * (sign === "-" ? -1 : 1);
  const local = (count3(hours) * 3600 + count3(minutes) * 60 + count3(seconds) - zone) * 1e6 + Number(fraction.padEnd(6, "0"));
  const days = Math.floor(local / dayMicroseconds);
  return {
    day: dayOf({ year: civilYear, month: count3(month), date: count3(date) }) + days,
    time: local - days * dayMicroseconds
  };
};
var two = (value) => String(value).padStart(2, "0");
var textOf = ({ day, time }, family) => {
  const { year, month, date } = civilOf(day);
  const civil = `${String(year > 0 ? year : 1 - year).padStart(4, "0")}-${two(month)}-${two(date)}`;
  const era = year > 0 ? "" : " BC";
  if (family === "date") return `${civil}${era}`;
  const seconds = Math.floor(time / 1e6);
  const fraction = time % 1e6 === 0 ? "" : `.${String(time % 1e6).padStart(6, "0").replace(/0+$/, "")}`;
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}${fraction}`;
  return `${civil} ${clock}${family === "timestamptz" ? "+00" : ""}${era}`;
};
var infinities = {
  date: { least: -2147483648, most: 2147483647 },
  stamp: { least: -(2n ** 63n), most: 2n ** 63n - 1n }
};
var range = { least: -2451545, most: 106751990 };
var momentReader = ({ scalar: { family } }, format) => {
  if (format === 0) return (source, start, end) => momentFromText(source.toString("latin1", start, end));
  if (family === "date") {
    return (source, start, end) => {
      if (end - start !== 4) return void 0;
      const day = source.readInt32BE(start);
      return day === infinities.date.least || day === infinities.date.most ? void 0 : { day, time: 0 };
    };
  }
  return (source, start, end) => {
    if (end - start !== 8) return void 0;
    const stamp = source.readBigInt64BE(start);
    if (stamp === infinities.stamp.least || stamp === infinities.stamp.most) return void 0;
    const time = Number((stamp % BigInt(dayMicroseconds) + BigInt(dayMicroseconds)) % BigInt(dayMicroseconds));
    return { day: Number((stamp - BigInt(time)) / BigInt(dayMicroseconds)), time };
  };
};
var momentWriter = ({ scalar: { family } }, format) => {
  const binary = Buffer.alloc(8);
  return (moment, out) => {
    if (moment.day < range.least || moment.day > range.most) return false;
    if (format === 0) appendString(out, textOf(moment, family));
    else if (family === "date") {
      binary.writeInt32BE(moment.day);
      append(out, binary, 0, 4);
    } else {
      binary.writeBigInt64BE(BigInt(moment.day) * BigInt(dayMicroseconds) + BigInt(moment.time));
      append(out, binary, 0, 8);
    }
    return true;
  };
};

// src/masking/hmac.ts
import { hash } from "node:crypto";

// src/masking/kernel/hmac-wasm.ts
var hmacWasm = "AGFzbQEAAAABDQNgAX8AYAJ/fwBgAAADCQgAAQAAAAAAAgUDAQABBx8EBm1lbW9yeQIAA3BhZAAEBGhtYWMABQVsYW5lcwAHCs/zAQizUQELfyAAKAIAIQJBACACQQh3Qf+B/AdxIAJBCHhBgP6DeHFyNgKAASAAKAIEIQJBACACQQh3Qf+B/AdxIAJBCHhBgP6DeHFyNgKEASAAKAIIIQJBACACQQh3Qf+B/AdxIAJBCHhBgP6DeHFyNgKIASAAKAIMIQJBACACQQh3Qf+B/AdxIAJBCHhBgP6DeHFyNgKMASAAKAIQIQJBACACQQh3Qf+B/AdxIAJBCHhBgP6DeHFyNgKQASAAKAIUIQJBACACQQh3Qf+B/AdxIAJBCHhBgP6DeHFyNgKUASAAKAIYIQJBACACQQh3Qf+B/AdxIAJBCHhBgP6DeHFyNgKYASAAKAIcIQJBACACQQh3Qf+B/AdxIAJBCHhBgP6DeHFyNgKcASAAKAIgIQJBACACQQh3Qf+B/AdxIAJBCHhBgP6DeHFyNgKgASAAKAIkIQJBACACQQh3Qf+B/AdxIAJBCHhBgP6DeHFyNgKkASAAKAIoIQJBACACQQh3Qf+B/AdxIAJBCHhBgP6DeHFyNgKoASAAKAIsIQJBACACQQh3Qf+B/AdxIAJBCHhBgP6DeHFyNgKsASAAKAIwIQJBACACQQh3Qf+B/AdxIAJBCHhBgP6DeHFyNgKwASAAKAI0IQJBACACQQh3Qf+B/AdxIAJBCHhBgP6DeHFyNgK0ASAAKAI4IQJBACACQQh3Qf+B/AdxIAJBCHhBgP6DeHFyNgK4ASAAKAI8IQJBACACQQh3Qf+B/AdxIAJBCHhBgP6DeHFyNgK8AUEAKAKEASECQQAoArgBIQNBAEEAKAKAASACQQd4IAJBEnhzIAJBA3ZzakEAKAKkAWogA0EReCADQRN4cyADQQp2c2o2AsABQQAoAogBIQJBACgCvAEhA0EAQQAoAoQBIAJBB3ggAkESeHMgAkEDdnNqQQAoAqgBaiADQRF4IANBE3hzIANBCnZzajYCxAFBACgCjAEhAkEAKALAASEDQQBBACgCiAEgAkEHeCACQRJ4cyACQQN2c2pBACgCrAFqIANBEXggA0ETeHMgA0EKdnNqNgLIAUEAKAKQASECQQAoAsQBIQNBAEEAKAKMASACQQd4IAJBEnhzIAJBA3ZzakEAKAKwAWogA0EReCADQRN4cyADQQp2c2o2AswBQQAoApQBIQJBACgCyAEhA0EAQQAoApABIAJBB3ggAkESeHMgAkEDdnNqQQAoArQBaiADQRF4IANBE3hzIANBCnZzajYC0AFBACgCmAEhAkEAKALMASEDQQBBACgClAEgAkEHeCACQRJ4cyACQQN2c2pBACgCuAFqIANBEXggA0ETeHMgA0EKdnNqNgLUAUEAKAKcASECQQAoAtABIQNBAEEAKAKYASACQQd4IAJBEnhzIAJBA3ZzakEAKAK8AWogA0EReCADQRN4cyADQQp2c2o2AtgBQQAoAqABIQJBACgC1AEhA0EAQQAoApwBIAJBB3ggAkESeHMgAkEDdnNqQQAoAsABaiADQRF4IANBE3hzIANBCnZzajYC3AFBACgCpAEhAkEAKALYASEDQQBBACgCoAEgAkEHeCACQRJ4cyACQQN2c2pBACgCxAFqIANBEXggA0ETeHMgA0EKdnNqNgLgAUEAKAKoASECQQAoAtwBIQNBAEEAKAKkASACQQd4IAJBEnhzIAJBA3ZzakEAKALIAWogA0EReCADQRN4cyADQQp2c2o2AuQBQQAoAqwBIQJBACgC4AEhA0EAQQAoAqgBIAJBB3ggAkESeHMgAkEDdnNqQQAoAswBaiADQRF4IANBE3hzIANBCnZzajYC6AFBACgCsAEhAkEAKALkASEDQQBBACgCrAEgAkEHeCACQRJ4cyACQQN2c2pBACgC0AFqIANBEXggA0ETeHMgA0EKdnNqNgLsAUEAKAK0ASECQQAoAugBIQNBAEEAKAKwASACQQd4IAJBEnhzIAJBA3ZzakEAKALUAWogA0EReCADQRN4cyADQQp2c2o2AvABQQAoArgBIQJBACgC7AEhA0EAQQAoArQBIAJBB3ggAkESeHMgAkEDdnNqQQAoAtgBaiADQRF4IANBE3hzIANBCnZzajYC9AFBACgCvAEhAkEAKALwASEDQQBBACgCuAEgAkEHeCACQRJ4cyACQQN2c2pBACgC3AFqIANBEXggA0ETeHMgA0EKdnNqNgL4AUEAKALAASECQQAoAvQBIQNBAEEAKAK8ASACQQd4IAJBEnhzIAJBA3ZzakEAKALgAWogA0EReCADQRN4cyADQQp2c2o2AvwBQQAoAsQBIQJBACgC+AEhA0EAQQAoAsABIAJBB3ggAkESeHMgAkEDdnNqQQAoAuQBaiADQRF4IANBE3hzIANBCnZzajYCgAJBACgCyAEhAkEAKAL8ASEDQQBBACgCxAEgAkEHeCACQRJ4cyACQQN2c2pBACgC6AFqIANBEXggA0ETeHMgA0EKdnNqNgKEAkEAKALMASECQQAoAoACIQNBAEEAKALIASACQQd4IAJBEnhzIAJBA3ZzakEAKALsAWogA0EReCADQRN4cyADQQp2c2o2AogCQQAoAtABIQJBACgChAIhA0EAQQAoAswBIAJBB3ggAkESeHMgAkEDdnNqQQAoAvABaiADQRF4IANBE3hzIANBCnZzajYCjAJBACgC1AEhAkEAKAKIAiEDQQBBACgC0AEgAkEHeCACQRJ4cyACQQN2c2pBACgC9AFqIANBEXggA0ETeHMgA0EKdnNqNgKQAkEAKALYASECQQAoAowCIQNBAEEAKALUASACQQd4IAJBEnhzIAJBA3ZzakEAKAL4AWogA0EReCADQRN4cyADQQp2c2o2ApQCQQAoAtwBIQJBACgCkAIhA0EAQQAoAtgBIAJBB3ggAkESeHMgAkEDdnNqQQAoAvwBaiADQRF4IANBE3hzIANBCnZzajYCmAJBACgC4AEhAkEAKAKUAiEDQQBBACgC3AEgAkEHeCACQRJ4cyACQQN2c2pBACgCgAJqIANBEXggA0ETeHMgA0EKdnNqNgKcAkEAKALkASECQQAoApgCIQNBAEEAKALgASACQQd4IAJBEnhzIAJBA3ZzakEAKAKEAmogA0EReCADQRN4cyADQQp2c2o2AqACQQAoAugBIQJBACgCnAIhA0EAQQAoAuQBIAJBB3ggAkESeHMgAkEDdnNqQQAoAogCaiADQRF4IANBE3hzIANBCnZzajYCpAJBACgC7AEhAkEAKAKgAiEDQQBBACgC6AEgAkEHeCACQRJ4cyACQQN2c2pBACgCjAJqIANBEXggA0ETeHMgA0EKdnNqNgKoAkEAKALwASECQQAoAqQCIQNBAEEAKALsASACQQd4IAJBEnhzIAJBA3ZzakEAKAKQAmogA0EReCADQRN4cyADQQp2c2o2AqwCQQAoAvQBIQJBACgCqAIhA0EAQQAoAvABIAJBB3ggAkESeHMgAkEDdnNqQQAoApQCaiADQRF4IANBE3hzIANBCnZzajYCsAJBACgC+AEhAkEAKAKsAiEDQQBBACgC9AEgAkEHeCACQRJ4cyACQQN2c2pBACgCmAJqIANBEXggA0ETeHMgA0EKdnNqNgK0AkEAKAL8ASECQQAoArACIQNBAEEAKAL4ASACQQd4IAJBEnhzIAJBA3ZzakEAKAKcAmogA0EReCADQRN4cyADQQp2c2o2ArgCQQAoAoACIQJBACgCtAIhA0EAQQAoAvwBIAJBB3ggAkESeHMgAkEDdnNqQQAoAqACaiADQRF4IANBE3hzIANBCnZzajYCvAJBACgChAIhAkEAKAK4AiEDQQBBACgCgAIgAkEHeCACQRJ4cyACQQN2c2pBACgCpAJqIANBEXggA0ETeHMgA0EKdnNqNgLAAkEAKAKIAiECQQAoArwCIQNBAEEAKAKEAiACQQd4IAJBEnhzIAJBA3ZzakEAKAKoAmogA0EReCADQRN4cyADQQp2c2o2AsQCQQAoAowCIQJBACgCwAIhA0EAQQAoAogCIAJBB3ggAkESeHMgAkEDdnNqQQAoAqwCaiADQRF4IANBE3hzIANBCnZzajYCyAJBACgCkAIhAkEAKALEAiEDQQBBACgCjAIgAkEHeCACQRJ4cyACQQN2c2pBACgCsAJqIANBEXggA0ETeHMgA0EKdnNqNgLMAkEAKAKUAiECQQAoAsgCIQNBAEEAKAKQAiACQQd4IAJBEnhzIAJBA3ZzakEAKAK0AmogA0EReCADQRN4cyADQQp2c2o2AtACQQAoApgCIQJBACgCzAIhA0EAQQAoApQCIAJBB3ggAkESeHMgAkEDdnNqQQAoArgCaiADQRF4IANBE3hzIANBCnZzajYC1AJBACgCnAIhAkEAKALQAiEDQQBBACgCmAIgAkEHeCACQRJ4cyACQQN2c2pBACgCvAJqIANBEXggA0ETeHMgA0EKdnNqNgLYAkEAKAKgAiECQQAoAtQCIQNBAEEAKAKcAiACQQd4IAJBEnhzIAJBA3ZzakEAKALAAmogA0EReCADQRN4cyADQQp2c2o2AtwCQQAoAqQCIQJBACgC2AIhA0EAQQAoAqACIAJBB3ggAkESeHMgAkEDdnNqQQAoAsQCaiADQRF4IANBE3hzIANBCnZzajYC4AJBACgCqAIhAkEAKALcAiEDQQBBACgCpAIgAkEHeCACQRJ4cyACQQN2c2pBACgCyAJqIANBEXggA0ETeHMgA0EKdnNqNgLkAkEAKAKsAiECQQAoAuACIQNBAEEAKAKoAiACQQd4IAJBEnhzIAJBA3ZzakEAKALMAmogA0EReCADQRN4cyADQQp2c2o2AugCQQAoArACIQJBACgC5AIhA0EAQQAoAqwCIAJBB3ggAkESeHMgAkEDdnNqQQAoAtACaiADQRF4IANBE3hzIANBCnZzajYC7AJBACgCtAIhAkEAKALoAiEDQQBBACgCsAIgAkEHeCACQRJ4cyACQQN2c2pBACgC1AJqIANBEXggA0ETeHMgA0EKdnNqNgLwAkEAKAK4AiECQQAoAuwCIQNBAEEAKAK0AiACQQd4IAJBEnhzIAJBA3ZzakEAKALYAmogA0EReCADQRN4cyADQQp2c2o2AvQCQQAoArwCIQJBACgC8AIhA0EAQQAoArgCIAJBB3ggAkESeHMgAkEDdnNqQQAoAtwCaiADQRF4IANBE3hzIANBCnZzajYC+AJBACgCwAIhAkEAKAL0AiEDQQBBACgCvAIgAkEHeCACQRJ4cyACQQN2c2pBACgC4AJqIANBEXggA0ETeHMgA0EKdnNqNgL8AkEAKAJAIQRBACgCRCEFQQAoAkghBkEAKAJMIQdBACgCUCEIQQAoAlQhCUEAKAJYIQpBACgCXCELIAsgCEEGeCAIQQt4cyAIQRl4c2ogCCAJcSAIQX9zIApxc2pBmN+olARqQQAoAoABaiEBIAcgAWohByABIARBAnggBEENeHMgBEEWeHNqIAQgBXEgBCAGcXMgBSAGcXNqIQsgCiAHQQZ4IAdBC3hzIAdBGXhzaiAHIAhxIAdBf3MgCXFzakGRid2JB2pBACgChAFqIQEgBiABaiEGIAEgC0ECeCALQQ14cyALQRZ4c2ogCyAEcSALIAVxcyAEIAVxc2ohCiAJIAZBBnggBkELeHMgBkEZeHNqIAYgB3EgBkF/cyAIcXNqQc/3g657akEAKAKIAWohASAFIAFqIQUgASAKQQJ4IApBDXhzIApBFnhzaiAKIAtxIAogBHFzIAsgBHFzaiEJIAggBUEGeCAFQQt4cyAFQRl4c2ogBSAGcSAFQX9zIAdxc2pBpbfXzX5qQQAoAowBaiEBIAQgAWohBCABIAlBAnggCUENeHMgCUEWeHNqIAkgCnEgCSALcXMgCiALcXNqIQggByAEQQZ4IARBC3hzIARBGXhzaiAEIAVxIARBf3MgBnFzakHbhNvKA2pBACgCkAFqIQEgCyABaiELIAEgCEECeCAIQQ14cyAIQRZ4c2ogCCAJcSAIIApxcyAJIApxc2ohByAGIAtBBnggC0ELeHMgC0EZeHNqIAsgBHEgC0F/cyAFcXNqQfGjxM8FakEAKAKUAWohASAKIAFqIQogASAHQQJ4IAdBDXhzIAdBFnhzaiAHIAhxIAcgCXFzIAggCXFzaiEGIAUgCkEGeCAKQQt4cyAKQRl4c2ogCiALcSAKQX9zIARxc2pBpIX+kXlqQQAoApgBaiEBIAkgAWohCSABIAZBAnggBkENeHMgBkEWeHNqIAYgB3EgBiAIcXMgByAIcXNqIQUgBCAJQQZ4IAlBC3hzIAlBGXhzaiAJIApxIAlBf3MgC3FzakHVvfHYempBACgCnAFqIQEgCCABaiEIIAEgBUECeCAFQQ14cyAFQRZ4c2ogBSAGcSAFIAdxcyAGIAdxc2ohBCALIAhBBnggCEELeHMgCEEZeHNqIAggCXEgCEF/cyAKcXNqQZjVnsB9akEAKAKgAWohASAHIAFqIQcgASAEQQJ4IARBDXhzIARBFnhzaiAEIAVxIAQgBnFzIAUgBnFzaiELIAogB0EGeCAHQQt4cyAHQRl4c2ogByAIcSAHQX9zIAlxc2pBgbaNlAFqQQAoAqQBaiEBIAYgAWohBiABIAtBAnggC0ENeHMgC0EWeHNqIAsgBHEgCyAFcXMgBCAFcXNqIQogCSAGQQZ4IAZBC3hzIAZBGXhzaiAGIAdxIAZBf3MgCHFzakG+i8ahAmpBACgCqAFqIQEgBSABaiEFIAEgCkECeCAKQQ14cyAKQRZ4c2ogCiALcSAKIARxcyALIARxc2ohCSAIIAVBBnggBUELeHMgBUEZeHNqIAUgBnEgBUF/cyAHcXNqQcP7sagFakEAKAKsAWohASAEIAFqIQQgASAJQQJ4IAlBDXhzIAlBFnhzaiAJIApxIAkgC3FzIAogC3FzaiEIIAcgBEEGeCAEQQt4cyAEQRl4c2ogBCAFcSAEQX9zIAZxc2pB9Lr5lQdqQQAoArABaiEBIAsgAWohCyABIAhBAnggCEENeHMgCEEWeHNqIAggCXEgCCAKcXMgCSAKcXNqIQcgBiALQQZ4IAtBC3hzIAtBGXhzaiALIARxIAtBf3MgBXFzakH+4/qGeGpBACgCtAFqIQEgCiABaiEKIAEgB0ECeCAHQQ14cyAHQRZ4c2ogByAIcSAHIAlxcyAIIAlxc2ohBiAFIApBBnggCkELeHMgCkEZeHNqIAogC3EgCkF/cyAEcXNqQaeN8N55akEAKAK4AWohASAJIAFqIQkgASAGQQJ4IAZBDXhzIAZBFnhzaiAGIAdxIAYgCHFzIAcgCHFzaiEFIAQgCUEGeCAJQQt4cyAJQRl4c2ogCSAKcSAJQX9zIAtxc2pB9OLvjHxqQQAoArwBaiEBIAggAWohCCABIAVBAnggBUENeHMgBUEWeHNqIAUgBnEgBSAHcXMgBiAHcXNqIQQgCyAIQQZ4IAhBC3hzIAhBGXhzaiAIIAlxIAhBf3MgCnFzakHB0+2kfmpBACgCwAFqIQEgByABaiEHIAEgBEECeCAEQQ14cyAEQRZ4c2ogBCAFcSAEIAZxcyAFIAZxc2ohCyAKIAdBBnggB0ELeHMgB0EZeHNqIAcgCHEgB0F/cyAJcXNqQYaP+f1+akEAKALEAWohASAGIAFqIQYgASALQQJ4IAtBDXhzIAtBFnhzaiALIARxIAsgBXFzIAQgBXFzaiEKIAkgBkEGeCAGQQt4cyAGQRl4c2ogBiAHcSAGQX9zIAhxc2pBxruG/gBqQQAoAsgBaiEBIAUgAWohBSABIApBAnggCkENeHMgCkEWeHNqIAogC3EgCiAEcXMgCyAEcXNqIQkgCCAFQQZ4IAVBC3hzIAVBGXhzaiAFIAZxIAVBf3MgB3FzakHMw7KgAmpBACgCzAFqIQEgBCABaiEEIAEgCUECeCAJQQ14cyAJQRZ4c2ogCSAKcSAJIAtxcyAKIAtxc2ohCCAHIARBBnggBEELeHMgBEEZeHNqIAQgBXEgBEF/cyAGcXNqQe/YpO8CakEAKALQAWohASALIAFqIQsgASAIQQJ4IAhBDXhzIAhBFnhzaiAIIAlxIAggCnFzIAkgCnFzaiEHIAYgC0EGeCALQQt4cyALQRl4c2ogCyAEcSALQX9zIAVxc2pBqonS0wRqQQAoAtQBaiEBIAogAWohCiABIAdBAnggB0ENeHMgB0EWeHNqIAcgCHEgByAJcXMgCCAJcXNqIQYgBSAKQQZ4IApBC3hzIApBGXhzaiAKIAtxIApBf3MgBHFzakHc08LlBWpBACgC2AFqIQEgCSABaiEJIAEgBkECeCAGQQ14cyAGQRZ4c2ogBiAHcSAGIAhxcyAHIAhxc2ohBSAEIAlBBnggCUELeHMgCUEZeHNqIAkgCnEgCUF/cyALcXNqQdqR5rcHakEAKALcAWohASAIIAFqIQggASAFQQJ4IAVBDXhzIAVBFnhzaiAFIAZxIAUgB3FzIAYgB3FzaiEEIAsgCEEGeCAIQQt4cyAIQRl4c2ogCCAJcSAIQX9zIApxc2pB0qL5wXlqQQAoAuABaiEBIAcgAWohByABIARBAnggBEENeHMgBEEWeHNqIAQgBXEgBCAGcXMgBSAGcXNqIQsgCiAHQQZ4IAdBC3hzIAdBGXhzaiAHIAhxIAdBf3MgCXFzakHtjMfBempBACgC5AFqIQEgBiABaiEGIAEgC0ECeCALQQ14cyALQRZ4c2ogCyAEcSALIAVxcyAEIAVxc2ohCiAJIAZBBnggBkELeHMgBkEZeHNqIAYgB3EgBkF/cyAIcXNqQcjPjIB7akEAKALoAWohASAFIAFqIQUgASAKQQJ4IApBDXhzIApBFnhzaiAKIAtxIAogBHFzIAsgBHFzaiEJIAggBUEGeCAFQQt4cyAFQRl4c2ogBSAGcSAFQX9zIAdxc2pBx//l+ntqQQAoAuwBaiEBIAQgAWohBCABIAlBAnggCUENeHMgCUEWeHNqIAkgCnEgCSALcXMgCiALcXNqIQggByAEQQZ4IARBC3hzIARBGXhzaiAEIAVxIARBf3MgBnFzakHzl4C3fGpBACgC8AFqIQEgCyABaiELIAEgCEECeCAIQQ14cyAIQRZ4c2ogCCAJcSAIIApxcyAJIApxc2ohByAGIAtBBnggC0ELeHMgC0EZeHNqIAsgBHEgC0F/cyAFcXNqQceinq19akEAKAL0AWohASAKIAFqIQogASAHQQJ4IAdBDXhzIAdBFnhzaiAHIAhxIAcgCXFzIAggCXFzaiEGIAUgCkEGeCAKQQt4cyAKQRl4c2ogCiALcSAKQX9zIARxc2pB0capNmpBACgC+AFqIQEgCSABaiEJIAEgBkECeCAGQQ14cyAGQRZ4c2ogBiAHcSAGIAhxcyAHIAhxc2ohBSAEIAlBBnggCUELeHMgCUEZeHNqIAkgCnEgCUF/cyALcXNqQefSpKEBakEAKAL8AWohASAIIAFqIQggASAFQQJ4IAVBDXhzIAVBFnhzaiAFIAZxIAUgB3FzIAYgB3FzaiEEIAsgCEEGeCAIQQt4cyAIQRl4c2ogCCAJcSAIQX9zIApxc2pBhZXcvQJqQQAoAoACaiEBIAcgAWohByABIARBAnggBEENeHMgBEEWeHNqIAQgBXEgBCAGcXMgBSAGcXNqIQsgCiAHQQZ4IAdBC3hzIAdBGXhzaiAHIAhxIAdBf3MgCXFzakG4wuzwAmpBACgChAJqIQEgBiABaiEGIAEgC0ECeCALQQ14cyALQRZ4c2ogCyAEcSALIAVxcyAEIAVxc2ohCiAJIAZBBnggBkELeHMgBkEZeHNqIAYgB3EgBkF/cyAIcXNqQfzbsekEakEAKAKIAmohASAFIAFqIQUgASAKQQJ4IApBDXhzIApBFnhzaiAKIAtxIAogBHFzIAsgBHFzaiEJIAggBUEGeCAFQQt4cyAFQRl4c2ogBSAGcSAFQX9zIAdxc2pBk5rgmQVqQQAoAowCaiEBIAQgAWohBCABIAlBAnggCUENeHMgCUEWeHNqIAkgCnEgCSALcXMgCiALcXNqIQggByAEQQZ4IARBC3hzIARBGXhzaiAEIAVxIARBf3MgBnFzakHU5qmoBmpBACgCkAJqIQEgCyABaiELIAEgCEECeCAIQQ14cyAIQRZ4c2ogCCAJcSAIIApxcyAJIApxc2ohByAGIAtBBnggC0ELeHMgC0EZeHNqIAsgBHEgC0F/cyAFcXNqQbuVqLMHakEAKAKUAmohASAKIAFqIQogASAHQQJ4IAdBDXhzIAdBFnhzaiAHIAhxIAcgCXFzIAggCXFzaiEGIAUgCkEGeCAKQQt4cyAKQRl4c2ogCiALcSAKQX9zIARxc2pBrpKLjnhqQQAoApgCaiEBIAkgAWohCSABIAZBAnggBkENeHMgBkEWeHNqIAYgB3EgBiAIcXMgByAIcXNqIQUgBCAJQQZ4IAlBC3hzIAlBGXhzaiAJIApxIAlBf3MgC3FzakGF2ciTeWpBACgCnAJqIQEgCCABaiEIIAEgBUECeCAFQQ14cyAFQRZ4c2ogBSAGcSAFIAdxcyAGIAdxc2ohBCALIAhBBnggCEELeHMgCEEZeHNqIAggCXEgCEF/cyAKcXNqQaHR/5V6akEAKAKgAmohASAHIAFqIQcgASAEQQJ4IARBDXhzIARBFnhzaiAEIAVxIAQgBnFzIAUgBnFzaiELIAogB0EGeCAHQQt4cyAHQRl4c2ogByAIcSAHQX9zIAlxc2pBy8zpwHpqQQAoAqQCaiEBIAYgAWohBiABIAtBAnggC0ENeHMgC0EWeHNqIAsgBHEgCyAFcXMgBCAFcXNqIQogCSAGQQZ4IAZBC3hzIAZBGXhzaiAGIAdxIAZBf3MgCHFzakHwlq6SfGpBACgCqAJqIQEgBSABaiEFIAEgCkECeCAKQQ14cyAKQRZ4c2ogCiALcSAKIARxcyALIARxc2ohCSAIIAVBBnggBUELeHMgBUEZeHNqIAUgBnEgBUF/cyAHcXNqQaOjsbt8akEAKAKsAmohASAEIAFqIQQgASAJQQJ4IAlBDXhzIAlBFnhzaiAJIApxIAkgC3FzIAogC3FzaiEIIAcgBEEGeCAEQQt4cyAEQRl4c2ogBCAFcSAEQX9zIAZxc2pBmdDLjH1qQQAoArACaiEBIAsgAWohCyABIAhBAnggCEENeHMgCEEWeHNqIAggCXEgCCAKcXMgCSAKcXNqIQcgBiALQQZ4IAtBC3hzIAtBGXhzaiALIARxIAtBf3MgBXFzakGkjOS0fWpBACgCtAJqIQEgCiABaiEKIAEgB0ECeCAHQQ14cyAHQRZ4c2ogByAIcSAHIAlxcyAIIAlxc2ohBiAFIApBBnggCkELeHMgCkEZeHNqIAogC3EgCkF/cyAEcXNqQYXruKB/akEAKAK4AmohASAJIAFqIQkgASAGQQJ4IAZBDXhzIAZBFnhzaiAGIAdxIAYgCHFzIAcgCHFzaiEFIAQgCUEGeCAJQQt4cyAJQRl4c2ogCSAKcSAJQX9zIAtxc2pB8MCqgwFqQQAoArwCaiEBIAggAWohCCABIAVBAnggBUENeHMgBUEWeHNqIAUgBnEgBSAHcXMgBiAHcXNqIQQgCyAIQQZ4IAhBC3hzIAhBGXhzaiAIIAlxIAhBf3MgCnFzakGWgpPNAWpBACgCwAJqIQEgByABaiEHIAEgBEECeCAEQQ14cyAEQRZ4c2ogBCAFcSAEIAZxcyAFIAZxc2ohCyAKIAdBBnggB0ELeHMgB0EZeHNqIAcgCHEgB0F/cyAJcXNqQYjY3fEBakEAKALEAmohASAGIAFqIQYgASALQQJ4IAtBDXhzIAtBFnhzaiALIARxIAsgBXFzIAQgBXFzaiEKIAkgBkEGeCAGQQt4cyAGQRl4c2ogBiAHcSAGQX9zIAhxc2pBzO6hugJqQQAoAsgCaiEBIAUgAWohBSABIApBAnggCkENeHMgCkEWeHNqIAogC3EgCiAEcXMgCyAEcXNqIQkgCCAFQQZ4IAVBC3hzIAVBGXhzaiAFIAZxIAVBf3MgB3FzakG1+cKlA2pBACgCzAJqIQEgBCABaiEEIAEgCUECeCAJQQ14cyAJQRZ4c2ogCSAKcSAJIAtxcyAKIAtxc2ohCCAHIARBBnggBEELeHMgBEEZeHNqIAQgBXEgBEF/cyAGcXNqQbOZ8MgDakEAKALQAmohASALIAFqIQsgASAIQQJ4IAhBDXhzIAhBFnhzaiAIIAlxIAggCnFzIAkgCnFzaiEHIAYgC0EGeCALQQt4cyALQRl4c2ogCyAEcSALQX9zIAVxc2pBytTi9gRqQQAoAtQCaiEBIAogAWohCiABIAdBAnggB0ENeHMgB0EWeHNqIAcgCHEgByAJcXMgCCAJcXNqIQYgBSAKQQZ4IApBC3hzIApBGXhzaiAKIAtxIApBf3MgBHFzakHPlPPcBWpBACgC2AJqIQEgCSABaiEJIAEgBkECeCAGQQ14cyAGQRZ4c2ogBiAHcSAGIAhxcyAHIAhxc2ohBSAEIAlBBnggCUELeHMgCUEZeHNqIAkgCnEgCUF/cyALcXNqQfPfucEGakEAKALcAmohASAIIAFqIQggASAFQQJ4IAVBDXhzIAVBFnhzaiAFIAZxIAUgB3FzIAYgB3FzaiEEIAsgCEEGeCAIQQt4cyAIQRl4c2ogCCAJcSAIQX9zIApxc2pB7oW+pAdqQQAoAuACaiEBIAcgAWohByABIARBAnggBEENeHMgBEEWeHNqIAQgBXEgBCAGcXMgBSAGcXNqIQsgCiAHQQZ4IAdBC3hzIAdBGXhzaiAHIAhxIAdBf3MgCXFzakHvxpXFB2pBACgC5AJqIQEgBiABaiEGIAEgC0ECeCALQQ14cyALQRZ4c2ogCyAEcSALIAVxcyAEIAVxc2ohCiAJIAZBBnggBkELeHMgBkEZeHNqIAYgB3EgBkF/cyAIcXNqQZTwoaZ4akEAKALoAmohASAFIAFqIQUgASAKQQJ4IApBDXhzIApBFnhzaiAKIAtxIAogBHFzIAsgBHFzaiEJIAggBUEGeCAFQQt4cyAFQRl4c2ogBSAGcSAFQX9zIAdxc2pBiISc5nhqQQAoAuwCaiEBIAQgAWohBCABIAlBAnggCUENeHMgCUEWeHNqIAkgCnEgCSALcXMgCiALcXNqIQggByAEQQZ4IARBC3hzIARBGXhzaiAEIAVxIARBf3MgBnFzakH6//uFeWpBACgC8AJqIQEgCyABaiELIAEgCEECeCAIQQ14cyAIQRZ4c2ogCCAJcSAIIApxcyAJIApxc2ohByAGIAtBBnggC0ELeHMgC0EZeHNqIAsgBHEgC0F/cyAFcXNqQevZwaJ6akEAKAL0AmohASAKIAFqIQogASAHQQJ4IAdBDXhzIAdBFnhzaiAHIAhxIAcgCXFzIAggCXFzaiEGIAUgCkEGeCAKQQt4cyAKQRl4c2ogCiALcSAKQX9zIARxc2pB98fm93tqQQAoAvgCaiEBIAkgAWohCSABIAZBAnggBkENeHMgBkEWeHNqIAYgB3EgBiAIcXMgByAIcXNqIQUgBCAJQQZ4IAlBC3hzIAlBGXhzaiAJIApxIAlBf3MgC3FzakHy8cWzfGpBACgC/AJqIQEgCCABaiEIIAEgBUECeCAFQQ14cyAFQRZ4c2ogBSAGcSAFIAdxcyAGIAdxc2ohBEEAQQAoAkAgBGo2AkBBAEEAKAJEIAVqNgJEQQBBACgCSCAGajYCSEEAQQAoAkwgB2o2AkxBAEEAKAJQIAhqNgJQQQBBACgCVCAJajYCVEEAQQAoAlggCmo2AlhBAEEAKAJcIAtqNgJcCyoAIAEgACkDADcDACABIAApAwg3AwggASAAKQMQNwMQIAEgACkDGDcDGAucAgEBf0EAKAJAIQEgACABQQh3Qf+B/AdxIAFBCHhBgP6DeHFyNgIAQQAoAkQhASAAIAFBCHdB/4H8B3EgAUEIeEGA/oN4cXI2AgRBACgCSCEBIAAgAUEId0H/gfwHcSABQQh4QYD+g3hxcjYCCEEAKAJMIQEgACABQQh3Qf+B/AdxIAFBCHhBgP6DeHFyNgIMQQAoAlAhASAAIAFBCHdB/4H8B3EgAUEIeEGA/oN4cXI2AhBBACgCVCEBIAAgAUEId0H/gfwHcSABQQh4QYD+g3hxcjYCFEEAKAJYIQEgACABQQh3Qf+B/AdxIAFBCHhBgP6DeHFyNgIYQQAoAlwhASAAIAFBCHdB/4H8B3EgAUEIeEGA/oN4cXI2AhwLbgEDfyAAQcAAakEDdCEDIABByABqQUBxIQEgAEGAA2pBACABIABr/AsAIABBgAE6AIADIAEgA0EId0H/gfwHcSADQQh4QYD+g3hxcjYC/AJBACECA0AgAkGAA2oQACACQcAAaiECIAIgAUkNAAsLaQBBAEHnzKfQBjYCQEEAQYXdntt7NgJEQQBB8ua74wM2AkhBAEG66r+qejYCTEEAQf+kuYgFNgJQQQBBjNGV2Hk2AlRBAEGrs4/8ATYCWEEAQZmag98FNgJcQYADEABBwAAgAEEAahABCyIAQQBBwAAQASAAEANBgAMQAkEgQcAAEAFBIBADQeAAEAILtIoBAQt7QQD9AASQECECQQD9AATgESEDQQBBAP0ABIAQQQD9AASQEf2uASACQQf9rQEgAkEZ/asB/VAgAkES/a0BIAJBDv2rAf1Q/VEgAkED/a0B/VH9rgEgA0ER/a0BIANBD/2rAf1QIANBE/2tASADQQ39qwH9UP1RIANBCv2tAf1R/a4B/QsEgBJBAP0ABKAQIQJBAP0ABPARIQNBAEEA/QAEkBBBAP0ABKAR/a4BIAJBB/2tASACQRn9qwH9UCACQRL9rQEgAkEO/asB/VD9USACQQP9rQH9Uf2uASADQRH9rQEgA0EP/asB/VAgA0ET/a0BIANBDf2rAf1Q/VEgA0EK/a0B/VH9rgH9CwSQEkEA/QAEsBAhAkEA/QAEgBIhA0EAQQD9AASgEEEA/QAEsBH9rgEgAkEH/a0BIAJBGf2rAf1QIAJBEv2tASACQQ79qwH9UP1RIAJBA/2tAf1R/a4BIANBEf2tASADQQ/9qwH9UCADQRP9rQEgA0EN/asB/VD9USADQQr9rQH9Uf2uAf0LBKASQQD9AATAECECQQD9AASQEiEDQQBBAP0ABLAQQQD9AATAEf2uASACQQf9rQEgAkEZ/asB/VAgAkES/a0BIAJBDv2rAf1Q/VEgAkED/a0B/VH9rgEgA0ER/a0BIANBD/2rAf1QIANBE/2tASADQQ39qwH9UP1RIANBCv2tAf1R/a4B/QsEsBJBAP0ABNAQIQJBAP0ABKASIQNBAEEA/QAEwBBBAP0ABNAR/a4BIAJBB/2tASACQRn9qwH9UCACQRL9rQEgAkEO/asB/VD9USACQQP9rQH9Uf2uASADQRH9rQEgA0EP/asB/VAgA0ET/a0BIANBDf2rAf1Q/VEgA0EK/a0B/VH9rgH9CwTAEkEA/QAE4BAhAkEA/QAEsBIhA0EAQQD9AATQEEEA/QAE4BH9rgEgAkEH/a0BIAJBGf2rAf1QIAJBEv2tASACQQ79qwH9UP1RIAJBA/2tAf1R/a4BIANBEf2tASADQQ/9qwH9UCADQRP9rQEgA0EN/asB/VD9USADQQr9rQH9Uf2uAf0LBNASQQD9AATwECECQQD9AATAEiEDQQBBAP0ABOAQQQD9AATwEf2uASACQQf9rQEgAkEZ/asB/VAgAkES/a0BIAJBDv2rAf1Q/VEgAkED/a0B/VH9rgEgA0ER/a0BIANBD/2rAf1QIANBE/2tASADQQ39qwH9UP1RIANBCv2tAf1R/a4B/QsE4BJBAP0ABIARIQJBAP0ABNASIQNBAEEA/QAE8BBBAP0ABIAS/a4BIAJBB/2tASACQRn9qwH9UCACQRL9rQEgAkEO/asB/VD9USACQQP9rQH9Uf2uASADQRH9rQEgA0EP/asB/VAgA0ET/a0BIANBDf2rAf1Q/VEgA0EK/a0B/VH9rgH9CwTwEkEA/QAEkBEhAkEA/QAE4BIhA0EAQQD9AASAEUEA/QAEkBL9rgEgAkEH/a0BIAJBGf2rAf1QIAJBEv2tASACQQ79qwH9UP1RIAJBA/2tAf1R/a4BIANBEf2tASADQQ/9qwH9UCADQRP9rQEgA0EN/asB/VD9USADQQr9rQH9Uf2uAf0LBIATQQD9AASgESECQQD9AATwEiEDQQBBAP0ABJARQQD9AASgEv2uASACQQf9rQEgAkEZ/asB/VAgAkES/a0BIAJBDv2rAf1Q/VEgAkED/a0B/VH9rgEgA0ER/a0BIANBD/2rAf1QIANBE/2tASADQQ39qwH9UP1RIANBCv2tAf1R/a4B/QsEkBNBAP0ABLARIQJBAP0ABIATIQNBAEEA/QAEoBFBAP0ABLAS/a4BIAJBB/2tASACQRn9qwH9UCACQRL9rQEgAkEO/asB/VD9USACQQP9rQH9Uf2uASADQRH9rQEgA0EP/asB/VAgA0ET/a0BIANBDf2rAf1Q/VEgA0EK/a0B/VH9rgH9CwSgE0EA/QAEwBEhAkEA/QAEkBMhA0EAQQD9AASwEUEA/QAEwBL9rgEgAkEH/a0BIAJBGf2rAf1QIAJBEv2tASACQQ79qwH9UP1RIAJBA/2tAf1R/a4BIANBEf2tASADQQ/9qwH9UCADQRP9rQEgA0EN/asB/VD9USADQQr9rQH9Uf2uAf0LBLATQQD9AATQESECQQD9AASgEyEDQQBBAP0ABMARQQD9AATQEv2uASACQQf9rQEgAkEZ/asB/VAgAkES/a0BIAJBDv2rAf1Q/VEgAkED/a0B/VH9rgEgA0ER/a0BIANBD/2rAf1QIANBE/2tASADQQ39qwH9UP1RIANBCv2tAf1R/a4B/QsEwBNBAP0ABOARIQJBAP0ABLATIQNBAEEA/QAE0BFBAP0ABOAS/a4BIAJBB/2tASACQRn9qwH9UCACQRL9rQEgAkEO/asB/VD9USACQQP9rQH9Uf2uASADQRH9rQEgA0EP/asB/VAgA0ET/a0BIANBDf2rAf1Q/VEgA0EK/a0B/VH9rgH9CwTQE0EA/QAE8BEhAkEA/QAEwBMhA0EAQQD9AATgEUEA/QAE8BL9rgEgAkEH/a0BIAJBGf2rAf1QIAJBEv2tASACQQ79qwH9UP1RIAJBA/2tAf1R/a4BIANBEf2tASADQQ/9qwH9UCADQRP9rQEgA0EN/asB/VD9USADQQr9rQH9Uf2uAf0LBOATQQD9AASAEiECQQD9AATQEyEDQQBBAP0ABPARQQD9AASAE/2uASACQQf9rQEgAkEZ/asB/VAgAkES/a0BIAJBDv2rAf1Q/VEgAkED/a0B/VH9rgEgA0ER/a0BIANBD/2rAf1QIANBE/2tASADQQ39qwH9UP1RIANBCv2tAf1R/a4B/QsE8BNBAP0ABJASIQJBAP0ABOATIQNBAEEA/QAEgBJBAP0ABJAT/a4BIAJBB/2tASACQRn9qwH9UCACQRL9rQEgAkEO/asB/VD9USACQQP9rQH9Uf2uASADQRH9rQEgA0EP/asB/VAgA0ET/a0BIANBDf2rAf1Q/VEgA0EK/a0B/VH9rgH9CwSAFEEA/QAEoBIhAkEA/QAE8BMhA0EAQQD9AASQEkEA/QAEoBP9rgEgAkEH/a0BIAJBGf2rAf1QIAJBEv2tASACQQ79qwH9UP1RIAJBA/2tAf1R/a4BIANBEf2tASADQQ/9qwH9UCADQRP9rQEgA0EN/asB/VD9USADQQr9rQH9Uf2uAf0LBJAUQQD9AASwEiECQQD9AASAFCEDQQBBAP0ABKASQQD9AASwE/2uASACQQf9rQEgAkEZ/asB/VAgAkES/a0BIAJBDv2rAf1Q/VEgAkED/a0B/VH9rgEgA0ER/a0BIANBD/2rAf1QIANBE/2tASADQQ39qwH9UP1RIANBCv2tAf1R/a4B/QsEoBRBAP0ABMASIQJBAP0ABJAUIQNBAEEA/QAEsBJBAP0ABMAT/a4BIAJBB/2tASACQRn9qwH9UCACQRL9rQEgAkEO/asB/VD9USACQQP9rQH9Uf2uASADQRH9rQEgA0EP/asB/VAgA0ET/a0BIANBDf2rAf1Q/VEgA0EK/a0B/VH9rgH9CwSwFEEA/QAE0BIhAkEA/QAEoBQhA0EAQQD9AATAEkEA/QAE0BP9rgEgAkEH/a0BIAJBGf2rAf1QIAJBEv2tASACQQ79qwH9UP1RIAJBA/2tAf1R/a4BIANBEf2tASADQQ/9qwH9UCADQRP9rQEgA0EN/asB/VD9USADQQr9rQH9Uf2uAf0LBMAUQQD9AATgEiECQQD9AASwFCEDQQBBAP0ABNASQQD9AATgE/2uASACQQf9rQEgAkEZ/asB/VAgAkES/a0BIAJBDv2rAf1Q/VEgAkED/a0B/VH9rgEgA0ER/a0BIANBD/2rAf1QIANBE/2tASADQQ39qwH9UP1RIANBCv2tAf1R/a4B/QsE0BRBAP0ABPASIQJBAP0ABMAUIQNBAEEA/QAE4BJBAP0ABPAT/a4BIAJBB/2tASACQRn9qwH9UCACQRL9rQEgAkEO/asB/VD9USACQQP9rQH9Uf2uASADQRH9rQEgA0EP/asB/VAgA0ET/a0BIANBDf2rAf1Q/VEgA0EK/a0B/VH9rgH9CwTgFEEA/QAEgBMhAkEA/QAE0BQhA0EAQQD9AATwEkEA/QAEgBT9rgEgAkEH/a0BIAJBGf2rAf1QIAJBEv2tASACQQ79qwH9UP1RIAJBA/2tAf1R/a4BIANBEf2tASADQQ/9qwH9UCADQRP9rQEgA0EN/asB/VD9USADQQr9rQH9Uf2uAf0LBPAUQQD9AASQEyECQQD9AATgFCEDQQBBAP0ABIATQQD9AASQFP2uASACQQf9rQEgAkEZ/asB/VAgAkES/a0BIAJBDv2rAf1Q/VEgAkED/a0B/VH9rgEgA0ER/a0BIANBD/2rAf1QIANBE/2tASADQQ39qwH9UP1RIANBCv2tAf1R/a4B/QsEgBVBAP0ABKATIQJBAP0ABPAUIQNBAEEA/QAEkBNBAP0ABKAU/a4BIAJBB/2tASACQRn9qwH9UCACQRL9rQEgAkEO/asB/VD9USACQQP9rQH9Uf2uASADQRH9rQEgA0EP/asB/VAgA0ET/a0BIANBDf2rAf1Q/VEgA0EK/a0B/VH9rgH9CwSQFUEA/QAEsBMhAkEA/QAEgBUhA0EAQQD9AASgE0EA/QAEsBT9rgEgAkEH/a0BIAJBGf2rAf1QIAJBEv2tASACQQ79qwH9UP1RIAJBA/2tAf1R/a4BIANBEf2tASADQQ/9qwH9UCADQRP9rQEgA0EN/asB/VD9USADQQr9rQH9Uf2uAf0LBKAVQQD9AATAEyECQQD9AASQFSEDQQBBAP0ABLATQQD9AATAFP2uASACQQf9rQEgAkEZ/asB/VAgAkES/a0BIAJBDv2rAf1Q/VEgAkED/a0B/VH9rgEgA0ER/a0BIANBD/2rAf1QIANBE/2tASADQQ39qwH9UP1RIANBCv2tAf1R/a4B/QsEsBVBAP0ABNATIQJBAP0ABKAVIQNBAEEA/QAEwBNBAP0ABNAU/a4BIAJBB/2tASACQRn9qwH9UCACQRL9rQEgAkEO/asB/VD9USACQQP9rQH9Uf2uASADQRH9rQEgA0EP/asB/VAgA0ET/a0BIANBDf2rAf1Q/VEgA0EK/a0B/VH9rgH9CwTAFUEA/QAE4BMhAkEA/QAEsBUhA0EAQQD9AATQE0EA/QAE4BT9rgEgAkEH/a0BIAJBGf2rAf1QIAJBEv2tASACQQ79qwH9UP1RIAJBA/2tAf1R/a4BIANBEf2tASADQQ/9qwH9UCADQRP9rQEgA0EN/asB/VD9USADQQr9rQH9Uf2uAf0LBNAVQQD9AATwEyECQQD9AATAFSEDQQBBAP0ABOATQQD9AATwFP2uASACQQf9rQEgAkEZ/asB/VAgAkES/a0BIAJBDv2rAf1Q/VEgAkED/a0B/VH9rgEgA0ER/a0BIANBD/2rAf1QIANBE/2tASADQQ39qwH9UP1RIANBCv2tAf1R/a4B/QsE4BVBAP0ABIAUIQJBAP0ABNAVIQNBAEEA/QAE8BNBAP0ABIAV/a4BIAJBB/2tASACQRn9qwH9UCACQRL9rQEgAkEO/asB/VD9USACQQP9rQH9Uf2uASADQRH9rQEgA0EP/asB/VAgA0ET/a0BIANBDf2rAf1Q/VEgA0EK/a0B/VH9rgH9CwTwFUEA/QAEkBQhAkEA/QAE4BUhA0EAQQD9AASAFEEA/QAEkBX9rgEgAkEH/a0BIAJBGf2rAf1QIAJBEv2tASACQQ79qwH9UP1RIAJBA/2tAf1R/a4BIANBEf2tASADQQ/9qwH9UCADQRP9rQEgA0EN/asB/VD9USADQQr9rQH9Uf2uAf0LBIAWQQD9AASgFCECQQD9AATwFSEDQQBBAP0ABJAUQQD9AASgFf2uASACQQf9rQEgAkEZ/asB/VAgAkES/a0BIAJBDv2rAf1Q/VEgAkED/a0B/VH9rgEgA0ER/a0BIANBD/2rAf1QIANBE/2tASADQQ39qwH9UP1RIANBCv2tAf1R/a4B/QsEkBZBAP0ABLAUIQJBAP0ABIAWIQNBAEEA/QAEoBRBAP0ABLAV/a4BIAJBB/2tASACQRn9qwH9UCACQRL9rQEgAkEO/asB/VD9USACQQP9rQH9Uf2uASADQRH9rQEgA0EP/asB/VAgA0ET/a0BIANBDf2rAf1Q/VEgA0EK/a0B/VH9rgH9CwSgFkEA/QAEwBQhAkEA/QAEkBYhA0EAQQD9AASwFEEA/QAEwBX9rgEgAkEH/a0BIAJBGf2rAf1QIAJBEv2tASACQQ79qwH9UP1RIAJBA/2tAf1R/a4BIANBEf2tASADQQ/9qwH9UCADQRP9rQEgA0EN/asB/VD9USADQQr9rQH9Uf2uAf0LBLAWQQD9AATQFCECQQD9AASgFiEDQQBBAP0ABMAUQQD9AATQFf2uASACQQf9rQEgAkEZ/asB/VAgAkES/a0BIAJBDv2rAf1Q/VEgAkED/a0B/VH9rgEgA0ER/a0BIANBD/2rAf1QIANBE/2tASADQQ39qwH9UP1RIANBCv2tAf1R/a4B/QsEwBZBAP0ABOAUIQJBAP0ABLAWIQNBAEEA/QAE0BRBAP0ABOAV/a4BIAJBB/2tASACQRn9qwH9UCACQRL9rQEgAkEO/asB/VD9USACQQP9rQH9Uf2uASADQRH9rQEgA0EP/asB/VAgA0ET/a0BIANBDf2rAf1Q/VEgA0EK/a0B/VH9rgH9CwTQFkEA/QAE8BQhAkEA/QAEwBYhA0EAQQD9AATgFEEA/QAE8BX9rgEgAkEH/a0BIAJBGf2rAf1QIAJBEv2tASACQQ79qwH9UP1RIAJBA/2tAf1R/a4BIANBEf2tASADQQ/9qwH9UCADQRP9rQEgA0EN/asB/VD9USADQQr9rQH9Uf2uAf0LBOAWQQD9AASAFSECQQD9AATQFiEDQQBBAP0ABPAUQQD9AASAFv2uASACQQf9rQEgAkEZ/asB/VAgAkES/a0BIAJBDv2rAf1Q/VEgAkED/a0B/VH9rgEgA0ER/a0BIANBD/2rAf1QIANBE/2tASADQQ39qwH9UP1RIANBCv2tAf1R/a4B/QsE8BZBAP0ABJAVIQJBAP0ABOAWIQNBAEEA/QAEgBVBAP0ABJAW/a4BIAJBB/2tASACQRn9qwH9UCACQRL9rQEgAkEO/asB/VD9USACQQP9rQH9Uf2uASADQRH9rQEgA0EP/asB/VAgA0ET/a0BIANBDf2rAf1Q/VEgA0EK/a0B/VH9rgH9CwSAF0EA/QAEoBUhAkEA/QAE8BYhA0EAQQD9AASQFUEA/QAEoBb9rgEgAkEH/a0BIAJBGf2rAf1QIAJBEv2tASACQQ79qwH9UP1RIAJBA/2tAf1R/a4BIANBEf2tASADQQ/9qwH9UCADQRP9rQEgA0EN/asB/VD9USADQQr9rQH9Uf2uAf0LBJAXQQD9AASwFSECQQD9AASAFyEDQQBBAP0ABKAVQQD9AASwFv2uASACQQf9rQEgAkEZ/asB/VAgAkES/a0BIAJBDv2rAf1Q/VEgAkED/a0B/VH9rgEgA0ER/a0BIANBD/2rAf1QIANBE/2tASADQQ39qwH9UP1RIANBCv2tAf1R/a4B/QsEoBdBAP0ABMAVIQJBAP0ABJAXIQNBAEEA/QAEsBVBAP0ABMAW/a4BIAJBB/2tASACQRn9qwH9UCACQRL9rQEgAkEO/asB/VD9USACQQP9rQH9Uf2uASADQRH9rQEgA0EP/asB/VAgA0ET/a0BIANBDf2rAf1Q/VEgA0EK/a0B/VH9rgH9CwSwF0EA/QAE0BUhAkEA/QAEoBchA0EAQQD9AATAFUEA/QAE0Bb9rgEgAkEH/a0BIAJBGf2rAf1QIAJBEv2tASACQQ79qwH9UP1RIAJBA/2tAf1R/a4BIANBEf2tASADQQ/9qwH9UCADQRP9rQEgA0EN/asB/VD9USADQQr9rQH9Uf2uAf0LBMAXQQD9AATgFSECQQD9AASwFyEDQQBBAP0ABNAVQQD9AATgFv2uASACQQf9rQEgAkEZ/asB/VAgAkES/a0BIAJBDv2rAf1Q/VEgAkED/a0B/VH9rgEgA0ER/a0BIANBD/2rAf1QIANBE/2tASADQQ39qwH9UP1RIANBCv2tAf1R/a4B/QsE0BdBAP0ABPAVIQJBAP0ABMAXIQNBAEEA/QAE4BVBAP0ABPAW/a4BIAJBB/2tASACQRn9qwH9UCACQRL9rQEgAkEO/asB/VD9USACQQP9rQH9Uf2uASADQRH9rQEgA0EP/asB/VAgA0ET/a0BIANBDf2rAf1Q/VEgA0EK/a0B/VH9rgH9CwTgF0EA/QAEgBYhAkEA/QAE0BchA0EAQQD9AATwFUEA/QAEgBf9rgEgAkEH/a0BIAJBGf2rAf1QIAJBEv2tASACQQ79qwH9UP1RIAJBA/2tAf1R/a4BIANBEf2tASADQQ/9qwH9UCADQRP9rQEgA0EN/asB/VD9USADQQr9rQH9Uf2uAf0LBPAXIAD9AAQAIQQgAP0ABBAhBSAA/QAEICEGIAD9AAQwIQcgAP0ABEAhCCAA/QAEUCEJIAD9AARgIQogAP0ABHAhCyALQQD9AASAEP2uAUEA/QkCgBj9rgEgCSAKIAj9Uv2uASAIQQb9rQEgCEEa/asB/VAgCEEL/a0BIAhBFf2rAf1Q/VEgCEEZ/a0BIAhBB/2rAf1Q/VH9rgEhASAHIAH9rgEhByABIAYgBSAEIAX9Uf1S/a4BIARBAv2tASAEQR79qwH9UCAEQQ39rQEgBEET/asB/VD9USAEQRb9rQEgBEEK/asB/VD9Uf2uASELIApBAP0ABJAQ/a4BQQD9CQKEGP2uASAIIAkgB/1S/a4BIAdBBv2tASAHQRr9qwH9UCAHQQv9rQEgB0EV/asB/VD9USAHQRn9rQEgB0EH/asB/VD9Uf2uASEBIAYgAf2uASEGIAEgBSAEIAsgBP1R/VL9rgEgC0EC/a0BIAtBHv2rAf1QIAtBDf2tASALQRP9qwH9UP1RIAtBFv2tASALQQr9qwH9UP1R/a4BIQogCUEA/QAEoBD9rgFBAP0JAogY/a4BIAcgCCAG/VL9rgEgBkEG/a0BIAZBGv2rAf1QIAZBC/2tASAGQRX9qwH9UP1RIAZBGf2tASAGQQf9qwH9UP1R/a4BIQEgBSAB/a4BIQUgASAEIAsgCiAL/VH9Uv2uASAKQQL9rQEgCkEe/asB/VAgCkEN/a0BIApBE/2rAf1Q/VEgCkEW/a0BIApBCv2rAf1Q/VH9rgEhCSAIQQD9AASwEP2uAUEA/QkCjBj9rgEgBiAHIAX9Uv2uASAFQQb9rQEgBUEa/asB/VAgBUEL/a0BIAVBFf2rAf1Q/VEgBUEZ/a0BIAVBB/2rAf1Q/VH9rgEhASAEIAH9rgEhBCABIAsgCiAJIAr9Uf1S/a4BIAlBAv2tASAJQR79qwH9UCAJQQ39rQEgCUET/asB/VD9USAJQRb9rQEgCUEK/asB/VD9Uf2uASEIIAdBAP0ABMAQ/a4BQQD9CQKQGP2uASAFIAYgBP1S/a4BIARBBv2tASAEQRr9qwH9UCAEQQv9rQEgBEEV/asB/VD9USAEQRn9rQEgBEEH/asB/VD9Uf2uASEBIAsgAf2uASELIAEgCiAJIAggCf1R/VL9rgEgCEEC/a0BIAhBHv2rAf1QIAhBDf2tASAIQRP9qwH9UP1RIAhBFv2tASAIQQr9qwH9UP1R/a4BIQcgBkEA/QAE0BD9rgFBAP0JApQY/a4BIAQgBSAL/VL9rgEgC0EG/a0BIAtBGv2rAf1QIAtBC/2tASALQRX9qwH9UP1RIAtBGf2tASALQQf9qwH9UP1R/a4BIQEgCiAB/a4BIQogASAJIAggByAI/VH9Uv2uASAHQQL9rQEgB0Ee/asB/VAgB0EN/a0BIAdBE/2rAf1Q/VEgB0EW/a0BIAdBCv2rAf1Q/VH9rgEhBiAFQQD9AATgEP2uAUEA/QkCmBj9rgEgCyAEIAr9Uv2uASAKQQb9rQEgCkEa/asB/VAgCkEL/a0BIApBFf2rAf1Q/VEgCkEZ/a0BIApBB/2rAf1Q/VH9rgEhASAJIAH9rgEhCSABIAggByAGIAf9Uf1S/a4BIAZBAv2tASAGQR79qwH9UCAGQQ39rQEgBkET/asB/VD9USAGQRb9rQEgBkEK/asB/VD9Uf2uASEFIARBAP0ABPAQ/a4BQQD9CQKcGP2uASAKIAsgCf1S/a4BIAlBBv2tASAJQRr9qwH9UCAJQQv9rQEgCUEV/asB/VD9USAJQRn9rQEgCUEH/asB/VD9Uf2uASEBIAggAf2uASEIIAEgByAGIAUgBv1R/VL9rgEgBUEC/a0BIAVBHv2rAf1QIAVBDf2tASAFQRP9qwH9UP1RIAVBFv2tASAFQQr9qwH9UP1R/a4BIQQgC0EA/QAEgBH9rgFBAP0JAqAY/a4BIAkgCiAI/VL9rgEgCEEG/a0BIAhBGv2rAf1QIAhBC/2tASAIQRX9qwH9UP1RIAhBGf2tASAIQQf9qwH9UP1R/a4BIQEgByAB/a4BIQcgASAGIAUgBCAF/VH9Uv2uASAEQQL9rQEgBEEe/asB/VAgBEEN/a0BIARBE/2rAf1Q/VEgBEEW/a0BIARBCv2rAf1Q/VH9rgEhCyAKQQD9AASQEf2uAUEA/QkCpBj9rgEgCCAJIAf9Uv2uASAHQQb9rQEgB0Ea/asB/VAgB0EL/a0BIAdBFf2rAf1Q/VEgB0EZ/a0BIAdBB/2rAf1Q/VH9rgEhASAGIAH9rgEhBiABIAUgBCALIAT9Uf1S/a4BIAtBAv2tASALQR79qwH9UCALQQ39rQEgC0ET/asB/VD9USALQRb9rQEgC0EK/asB/VD9Uf2uASEKIAlBAP0ABKAR/a4BQQD9CQKoGP2uASAHIAggBv1S/a4BIAZBBv2tASAGQRr9qwH9UCAGQQv9rQEgBkEV/asB/VD9USAGQRn9rQEgBkEH/asB/VD9Uf2uASEBIAUgAf2uASEFIAEgBCALIAogC/1R/VL9rgEgCkEC/a0BIApBHv2rAf1QIApBDf2tASAKQRP9qwH9UP1RIApBFv2tASAKQQr9qwH9UP1R/a4BIQkgCEEA/QAEsBH9rgFBAP0JAqwY/a4BIAYgByAF/VL9rgEgBUEG/a0BIAVBGv2rAf1QIAVBC/2tASAFQRX9qwH9UP1RIAVBGf2tASAFQQf9qwH9UP1R/a4BIQEgBCAB/a4BIQQgASALIAogCSAK/VH9Uv2uASAJQQL9rQEgCUEe/asB/VAgCUEN/a0BIAlBE/2rAf1Q/VEgCUEW/a0BIAlBCv2rAf1Q/VH9rgEhCCAHQQD9AATAEf2uAUEA/QkCsBj9rgEgBSAGIAT9Uv2uASAEQQb9rQEgBEEa/asB/VAgBEEL/a0BIARBFf2rAf1Q/VEgBEEZ/a0BIARBB/2rAf1Q/VH9rgEhASALIAH9rgEhCyABIAogCSAIIAn9Uf1S/a4BIAhBAv2tASAIQR79qwH9UCAIQQ39rQEgCEET/asB/VD9USAIQRb9rQEgCEEK/asB/VD9Uf2uASEHIAZBAP0ABNAR/a4BQQD9CQK0GP2uASAEIAUgC/1S/a4BIAtBBv2tASALQRr9qwH9UCALQQv9rQEgC0EV/asB/VD9USALQRn9rQEgC0EH/asB/VD9Uf2uASEBIAogAf2uASEKIAEgCSAIIAcgCP1R/VL9rgEgB0EC/a0BIAdBHv2rAf1QIAdBDf2tASAHQRP9qwH9UP1RIAdBFv2tASAHQQr9qwH9UP1R/a4BIQYgBUEA/QAE4BH9rgFBAP0JArgY/a4BIAsgBCAK/VL9rgEgCkEG/a0BIApBGv2rAf1QIApBC/2tASAKQRX9qwH9UP1RIApBGf2tASAKQQf9qwH9UP1R/a4BIQEgCSAB/a4BIQkgASAIIAcgBiAH/VH9Uv2uASAGQQL9rQEgBkEe/asB/VAgBkEN/a0BIAZBE/2rAf1Q/VEgBkEW/a0BIAZBCv2rAf1Q/VH9rgEhBSAEQQD9AATwEf2uAUEA/QkCvBj9rgEgCiALIAn9Uv2uASAJQQb9rQEgCUEa/asB/VAgCUEL/a0BIAlBFf2rAf1Q/VEgCUEZ/a0BIAlBB/2rAf1Q/VH9rgEhASAIIAH9rgEhCCABIAcgBiAFIAb9Uf1S/a4BIAVBAv2tASAFQR79qwH9UCAFQQ39rQEgBUET/asB/VD9USAFQRb9rQEgBUEK/asB/VD9Uf2uASEEIAtBAP0ABIAS/a4BQQD9CQLAGP2uASAJIAogCP1S/a4BIAhBBv2tASAIQRr9qwH9UCAIQQv9rQEgCEEV/asB/VD9USAIQRn9rQEgCEEH/asB/VD9Uf2uASEBIAcgAf2uASEHIAEgBiAFIAQgBf1R/VL9rgEgBEEC/a0BIARBHv2rAf1QIARBDf2tASAEQRP9qwH9UP1RIARBFv2tASAEQQr9qwH9UP1R/a4BIQsgCkEA/QAEkBL9rgFBAP0JAsQY/a4BIAggCSAH/VL9rgEgB0EG/a0BIAdBGv2rAf1QIAdBC/2tASAHQRX9qwH9UP1RIAdBGf2tASAHQQf9qwH9UP1R/a4BIQEgBiAB/a4BIQYgASAFIAQgCyAE/VH9Uv2uASALQQL9rQEgC0Ee/asB/VAgC0EN/a0BIAtBE/2rAf1Q/VEgC0EW/a0BIAtBCv2rAf1Q/VH9rgEhCiAJQQD9AASgEv2uAUEA/QkCyBj9rgEgByAIIAb9Uv2uASAGQQb9rQEgBkEa/asB/VAgBkEL/a0BIAZBFf2rAf1Q/VEgBkEZ/a0BIAZBB/2rAf1Q/VH9rgEhASAFIAH9rgEhBSABIAQgCyAKIAv9Uf1S/a4BIApBAv2tASAKQR79qwH9UCAKQQ39rQEgCkET/asB/VD9USAKQRb9rQEgCkEK/asB/VD9Uf2uASEJIAhBAP0ABLAS/a4BQQD9CQLMGP2uASAGIAcgBf1S/a4BIAVBBv2tASAFQRr9qwH9UCAFQQv9rQEgBUEV/asB/VD9USAFQRn9rQEgBUEH/asB/VD9Uf2uASEBIAQgAf2uASEEIAEgCyAKIAkgCv1R/VL9rgEgCUEC/a0BIAlBHv2rAf1QIAlBDf2tASAJQRP9qwH9UP1RIAlBFv2tASAJQQr9qwH9UP1R/a4BIQggB0EA/QAEwBL9rgFBAP0JAtAY/a4BIAUgBiAE/VL9rgEgBEEG/a0BIARBGv2rAf1QIARBC/2tASAEQRX9qwH9UP1RIARBGf2tASAEQQf9qwH9UP1R/a4BIQEgCyAB/a4BIQsgASAKIAkgCCAJ/VH9Uv2uASAIQQL9rQEgCEEe/asB/VAgCEEN/a0BIAhBE/2rAf1Q/VEgCEEW/a0BIAhBCv2rAf1Q/VH9rgEhByAGQQD9AATQEv2uAUEA/QkC1Bj9rgEgBCAFIAv9Uv2uASALQQb9rQEgC0Ea/asB/VAgC0EL/a0BIAtBFf2rAf1Q/VEgC0EZ/a0BIAtBB/2rAf1Q/VH9rgEhASAKIAH9rgEhCiABIAkgCCAHIAj9Uf1S/a4BIAdBAv2tASAHQR79qwH9UCAHQQ39rQEgB0ET/asB/VD9USAHQRb9rQEgB0EK/asB/VD9Uf2uASEGIAVBAP0ABOAS/a4BQQD9CQLYGP2uASALIAQgCv1S/a4BIApBBv2tASAKQRr9qwH9UCAKQQv9rQEgCkEV/asB/VD9USAKQRn9rQEgCkEH/asB/VD9Uf2uASEBIAkgAf2uASEJIAEgCCAHIAYgB/1R/VL9rgEgBkEC/a0BIAZBHv2rAf1QIAZBDf2tASAGQRP9qwH9UP1RIAZBFv2tASAGQQr9qwH9UP1R/a4BIQUgBEEA/QAE8BL9rgFBAP0JAtwY/a4BIAogCyAJ/VL9rgEgCUEG/a0BIAlBGv2rAf1QIAlBC/2tASAJQRX9qwH9UP1RIAlBGf2tASAJQQf9qwH9UP1R/a4BIQEgCCAB/a4BIQggASAHIAYgBSAG/VH9Uv2uASAFQQL9rQEgBUEe/asB/VAgBUEN/a0BIAVBE/2rAf1Q/VEgBUEW/a0BIAVBCv2rAf1Q/VH9rgEhBCALQQD9AASAE/2uAUEA/QkC4Bj9rgEgCSAKIAj9Uv2uASAIQQb9rQEgCEEa/asB/VAgCEEL/a0BIAhBFf2rAf1Q/VEgCEEZ/a0BIAhBB/2rAf1Q/VH9rgEhASAHIAH9rgEhByABIAYgBSAEIAX9Uf1S/a4BIARBAv2tASAEQR79qwH9UCAEQQ39rQEgBEET/asB/VD9USAEQRb9rQEgBEEK/asB/VD9Uf2uASELIApBAP0ABJAT/a4BQQD9CQLkGP2uASAIIAkgB/1S/a4BIAdBBv2tASAHQRr9qwH9UCAHQQv9rQEgB0EV/asB/VD9USAHQRn9rQEgB0EH/asB/VD9Uf2uASEBIAYgAf2uASEGIAEgBSAEIAsgBP1R/VL9rgEgC0EC/a0BIAtBHv2rAf1QIAtBDf2tASALQRP9qwH9UP1RIAtBFv2tASALQQr9qwH9UP1R/a4BIQogCUEA/QAEoBP9rgFBAP0JAugY/a4BIAcgCCAG/VL9rgEgBkEG/a0BIAZBGv2rAf1QIAZBC/2tASAGQRX9qwH9UP1RIAZBGf2tASAGQQf9qwH9UP1R/a4BIQEgBSAB/a4BIQUgASAEIAsgCiAL/VH9Uv2uASAKQQL9rQEgCkEe/asB/VAgCkEN/a0BIApBE/2rAf1Q/VEgCkEW/a0BIApBCv2rAf1Q/VH9rgEhCSAIQQD9AASwE/2uAUEA/QkC7Bj9rgEgBiAHIAX9Uv2uASAFQQb9rQEgBUEa/asB/VAgBUEL/a0BIAVBFf2rAf1Q/VEgBUEZ/a0BIAVBB/2rAf1Q/VH9rgEhASAEIAH9rgEhBCABIAsgCiAJIAr9Uf1S/a4BIAlBAv2tASAJQR79qwH9UCAJQQ39rQEgCUET/asB/VD9USAJQRb9rQEgCUEK/asB/VD9Uf2uASEIIAdBAP0ABMAT/a4BQQD9CQLwGP2uASAFIAYgBP1S/a4BIARBBv2tASAEQRr9qwH9UCAEQQv9rQEgBEEV/asB/VD9USAEQRn9rQEgBEEH/asB/VD9Uf2uASEBIAsgAf2uASELIAEgCiAJIAggCf1R/VL9rgEgCEEC/a0BIAhBHv2rAf1QIAhBDf2tASAIQRP9qwH9UP1RIAhBFv2tASAIQQr9qwH9UP1R/a4BIQcgBkEA/QAE0BP9rgFBAP0JAvQY/a4BIAQgBSAL/VL9rgEgC0EG/a0BIAtBGv2rAf1QIAtBC/2tASALQRX9qwH9UP1RIAtBGf2tASALQQf9qwH9UP1R/a4BIQEgCiAB/a4BIQogASAJIAggByAI/VH9Uv2uASAHQQL9rQEgB0Ee/asB/VAgB0EN/a0BIAdBE/2rAf1Q/VEgB0EW/a0BIAdBCv2rAf1Q/VH9rgEhBiAFQQD9AATgE/2uAUEA/QkC+Bj9rgEgCyAEIAr9Uv2uASAKQQb9rQEgCkEa/asB/VAgCkEL/a0BIApBFf2rAf1Q/VEgCkEZ/a0BIApBB/2rAf1Q/VH9rgEhASAJIAH9rgEhCSABIAggByAGIAf9Uf1S/a4BIAZBAv2tASAGQR79qwH9UCAGQQ39rQEgBkET/asB/VD9USAGQRb9rQEgBkEK/asB/VD9Uf2uASEFIARBAP0ABPAT/a4BQQD9CQL8GP2uASAKIAsgCf1S/a4BIAlBBv2tASAJQRr9qwH9UCAJQQv9rQEgCUEV/asB/VD9USAJQRn9rQEgCUEH/asB/VD9Uf2uASEBIAggAf2uASEIIAEgByAGIAUgBv1R/VL9rgEgBUEC/a0BIAVBHv2rAf1QIAVBDf2tASAFQRP9qwH9UP1RIAVBFv2tASAFQQr9qwH9UP1R/a4BIQQgC0EA/QAEgBT9rgFBAP0JAoAZ/a4BIAkgCiAI/VL9rgEgCEEG/a0BIAhBGv2rAf1QIAhBC/2tASAIQRX9qwH9UP1RIAhBGf2tASAIQQf9qwH9UP1R/a4BIQEgByAB/a4BIQcgASAGIAUgBCAF/VH9Uv2uASAEQQL9rQEgBEEe/asB/VAgBEEN/a0BIARBE/2rAf1Q/VEgBEEW/a0BIARBCv2rAf1Q/VH9rgEhCyAKQQD9AASQFP2uAUEA/QkChBn9rgEgCCAJIAf9Uv2uASAHQQb9rQEgB0Ea/asB/VAgB0EL/a0BIAdBFf2rAf1Q/VEgB0EZ/a0BIAdBB/2rAf1Q/VH9rgEhASAGIAH9rgEhBiABIAUgBCALIAT9Uf1S/a4BIAtBAv2tASALQR79qwH9UCALQQ39rQEgC0ET/asB/VD9USALQRb9rQEgC0EK/asB/VD9Uf2uASEKIAlBAP0ABKAU/a4BQQD9CQKIGf2uASAHIAggBv1S/a4BIAZBBv2tASAGQRr9qwH9UCAGQQv9rQEgBkEV/asB/VD9USAGQRn9rQEgBkEH/asB/VD9Uf2uASEBIAUgAf2uASEFIAEgBCALIAogC/1R/VL9rgEgCkEC/a0BIApBHv2rAf1QIApBDf2tASAKQRP9qwH9UP1RIApBFv2tASAKQQr9qwH9UP1R/a4BIQkgCEEA/QAEsBT9rgFBAP0JAowZ/a4BIAYgByAF/VL9rgEgBUEG/a0BIAVBGv2rAf1QIAVBC/2tASAFQRX9qwH9UP1RIAVBGf2tASAFQQf9qwH9UP1R/a4BIQEgBCAB/a4BIQQgASALIAogCSAK/VH9Uv2uASAJQQL9rQEgCUEe/asB/VAgCUEN/a0BIAlBE/2rAf1Q/VEgCUEW/a0BIAlBCv2rAf1Q/VH9rgEhCCAHQQD9AATAFP2uAUEA/QkCkBn9rgEgBSAGIAT9Uv2uASAEQQb9rQEgBEEa/asB/VAgBEEL/a0BIARBFf2rAf1Q/VEgBEEZ/a0BIARBB/2rAf1Q/VH9rgEhASALIAH9rgEhCyABIAogCSAIIAn9Uf1S/a4BIAhBAv2tASAIQR79qwH9UCAIQQ39rQEgCEET/asB/VD9USAIQRb9rQEgCEEK/asB/VD9Uf2uASEHIAZBAP0ABNAU/a4BQQD9CQKUGf2uASAEIAUgC/1S/a4BIAtBBv2tASALQRr9qwH9UCALQQv9rQEgC0EV/asB/VD9USALQRn9rQEgC0EH/asB/VD9Uf2uASEBIAogAf2uASEKIAEgCSAIIAcgCP1R/VL9rgEgB0EC/a0BIAdBHv2rAf1QIAdBDf2tASAHQRP9qwH9UP1RIAdBFv2tASAHQQr9qwH9UP1R/a4BIQYgBUEA/QAE4BT9rgFBAP0JApgZ/a4BIAsgBCAK/VL9rgEgCkEG/a0BIApBGv2rAf1QIApBC/2tASAKQRX9qwH9UP1RIApBGf2tASAKQQf9qwH9UP1R/a4BIQEgCSAB/a4BIQkgASAIIAcgBiAH/VH9Uv2uASAGQQL9rQEgBkEe/asB/VAgBkEN/a0BIAZBE/2rAf1Q/VEgBkEW/a0BIAZBCv2rAf1Q/VH9rgEhBSAEQQD9AATwFP2uAUEA/QkCnBn9rgEgCiALIAn9Uv2uASAJQQb9rQEgCUEa/asB/VAgCUEL/a0BIAlBFf2rAf1Q/VEgCUEZ/a0BIAlBB/2rAf1Q/VH9rgEhASAIIAH9rgEhCCABIAcgBiAFIAb9Uf1S/a4BIAVBAv2tASAFQR79qwH9UCAFQQ39rQEgBUET/asB/VD9USAFQRb9rQEgBUEK/asB/VD9Uf2uASEEIAtBAP0ABIAV/a4BQQD9CQKgGf2uASAJIAogCP1S/a4BIAhBBv2tASAIQRr9qwH9UCAIQQv9rQEgCEEV/asB/VD9USAIQRn9rQEgCEEH/asB/VD9Uf2uASEBIAcgAf2uASEHIAEgBiAFIAQgBf1R/VL9rgEgBEEC/a0BIARBHv2rAf1QIARBDf2tASAEQRP9qwH9UP1RIARBFv2tASAEQQr9qwH9UP1R/a4BIQsgCkEA/QAEkBX9rgFBAP0JAqQZ/a4BIAggCSAH/VL9rgEgB0EG/a0BIAdBGv2rAf1QIAdBC/2tASAHQRX9qwH9UP1RIAdBGf2tASAHQQf9qwH9UP1R/a4BIQEgBiAB/a4BIQYgASAFIAQgCyAE/VH9Uv2uASALQQL9rQEgC0Ee/asB/VAgC0EN/a0BIAtBE/2rAf1Q/VEgC0EW/a0BIAtBCv2rAf1Q/VH9rgEhCiAJQQD9AASgFf2uAUEA/QkCqBn9rgEgByAIIAb9Uv2uASAGQQb9rQEgBkEa/asB/VAgBkEL/a0BIAZBFf2rAf1Q/VEgBkEZ/a0BIAZBB/2rAf1Q/VH9rgEhASAFIAH9rgEhBSABIAQgCyAKIAv9Uf1S/a4BIApBAv2tASAKQR79qwH9UCAKQQ39rQEgCkET/asB/VD9USAKQRb9rQEgCkEK/asB/VD9Uf2uASEJIAhBAP0ABLAV/a4BQQD9CQKsGf2uASAGIAcgBf1S/a4BIAVBBv2tASAFQRr9qwH9UCAFQQv9rQEgBUEV/asB/VD9USAFQRn9rQEgBUEH/asB/VD9Uf2uASEBIAQgAf2uASEEIAEgCyAKIAkgCv1R/VL9rgEgCUEC/a0BIAlBHv2rAf1QIAlBDf2tASAJQRP9qwH9UP1RIAlBFv2tASAJQQr9qwH9UP1R/a4BIQggB0EA/QAEwBX9rgFBAP0JArAZ/a4BIAUgBiAE/VL9rgEgBEEG/a0BIARBGv2rAf1QIARBC/2tASAEQRX9qwH9UP1RIARBGf2tASAEQQf9qwH9UP1R/a4BIQEgCyAB/a4BIQsgASAKIAkgCCAJ/VH9Uv2uASAIQQL9rQEgCEEe/asB/VAgCEEN/a0BIAhBE/2rAf1Q/VEgCEEW/a0BIAhBCv2rAf1Q/VH9rgEhByAGQQD9AATQFf2uAUEA/QkCtBn9rgEgBCAFIAv9Uv2uASALQQb9rQEgC0Ea/asB/VAgC0EL/a0BIAtBFf2rAf1Q/VEgC0EZ/a0BIAtBB/2rAf1Q/VH9rgEhASAKIAH9rgEhCiABIAkgCCAHIAj9Uf1S/a4BIAdBAv2tASAHQR79qwH9UCAHQQ39rQEgB0ET/asB/VD9USAHQRb9rQEgB0EK/asB/VD9Uf2uASEGIAVBAP0ABOAV/a4BQQD9CQK4Gf2uASALIAQgCv1S/a4BIApBBv2tASAKQRr9qwH9UCAKQQv9rQEgCkEV/asB/VD9USAKQRn9rQEgCkEH/asB/VD9Uf2uASEBIAkgAf2uASEJIAEgCCAHIAYgB/1R/VL9rgEgBkEC/a0BIAZBHv2rAf1QIAZBDf2tASAGQRP9qwH9UP1RIAZBFv2tASAGQQr9qwH9UP1R/a4BIQUgBEEA/QAE8BX9rgFBAP0JArwZ/a4BIAogCyAJ/VL9rgEgCUEG/a0BIAlBGv2rAf1QIAlBC/2tASAJQRX9qwH9UP1RIAlBGf2tASAJQQf9qwH9UP1R/a4BIQEgCCAB/a4BIQggASAHIAYgBSAG/VH9Uv2uASAFQQL9rQEgBUEe/asB/VAgBUEN/a0BIAVBE/2rAf1Q/VEgBUEW/a0BIAVBCv2rAf1Q/VH9rgEhBCALQQD9AASAFv2uAUEA/QkCwBn9rgEgCSAKIAj9Uv2uASAIQQb9rQEgCEEa/asB/VAgCEEL/a0BIAhBFf2rAf1Q/VEgCEEZ/a0BIAhBB/2rAf1Q/VH9rgEhASAHIAH9rgEhByABIAYgBSAEIAX9Uf1S/a4BIARBAv2tASAEQR79qwH9UCAEQQ39rQEgBEET/asB/VD9USAEQRb9rQEgBEEK/asB/VD9Uf2uASELIApBAP0ABJAW/a4BQQD9CQLEGf2uASAIIAkgB/1S/a4BIAdBBv2tASAHQRr9qwH9UCAHQQv9rQEgB0EV/asB/VD9USAHQRn9rQEgB0EH/asB/VD9Uf2uASEBIAYgAf2uASEGIAEgBSAEIAsgBP1R/VL9rgEgC0EC/a0BIAtBHv2rAf1QIAtBDf2tASALQRP9qwH9UP1RIAtBFv2tASALQQr9qwH9UP1R/a4BIQogCUEA/QAEoBb9rgFBAP0JAsgZ/a4BIAcgCCAG/VL9rgEgBkEG/a0BIAZBGv2rAf1QIAZBC/2tASAGQRX9qwH9UP1RIAZBGf2tASAGQQf9qwH9UP1R/a4BIQEgBSAB/a4BIQUgASAEIAsgCiAL/VH9Uv2uASAKQQL9rQEgCkEe/asB/VAgCkEN/a0BIApBE/2rAf1Q/VEgCkEW/a0BIApBCv2rAf1Q/VH9rgEhCSAIQQD9AASwFv2uAUEA/QkCzBn9rgEgBiAHIAX9Uv2uASAFQQb9rQEgBUEa/asB/VAgBUEL/a0BIAVBFf2rAf1Q/VEgBUEZ/a0BIAVBB/2rAf1Q/VH9rgEhASAEIAH9rgEhBCABIAsgCiAJIAr9Uf1S/a4BIAlBAv2tASAJQR79qwH9UCAJQQ39rQEgCUET/asB/VD9USAJQRb9rQEgCUEK/asB/VD9Uf2uASEIIAdBAP0ABMAW/a4BQQD9CQLQGf2uASAFIAYgBP1S/a4BIARBBv2tASAEQRr9qwH9UCAEQQv9rQEgBEEV/asB/VD9USAEQRn9rQEgBEEH/asB/VD9Uf2uASEBIAsgAf2uASELIAEgCiAJIAggCf1R/VL9rgEgCEEC/a0BIAhBHv2rAf1QIAhBDf2tASAIQRP9qwH9UP1RIAhBFv2tASAIQQr9qwH9UP1R/a4BIQcgBkEA/QAE0Bb9rgFBAP0JAtQZ/a4BIAQgBSAL/VL9rgEgC0EG/a0BIAtBGv2rAf1QIAtBC/2tASALQRX9qwH9UP1RIAtBGf2tASALQQf9qwH9UP1R/a4BIQEgCiAB/a4BIQogASAJIAggByAI/VH9Uv2uASAHQQL9rQEgB0Ee/asB/VAgB0EN/a0BIAdBE/2rAf1Q/VEgB0EW/a0BIAdBCv2rAf1Q/VH9rgEhBiAFQQD9AATgFv2uAUEA/QkC2Bn9rgEgCyAEIAr9Uv2uASAKQQb9rQEgCkEa/asB/VAgCkEL/a0BIApBFf2rAf1Q/VEgCkEZ/a0BIApBB/2rAf1Q/VH9rgEhASAJIAH9rgEhCSABIAggByAGIAf9Uf1S/a4BIAZBAv2tASAGQR79qwH9UCAGQQ39rQEgBkET/asB/VD9USAGQRb9rQEgBkEK/asB/VD9Uf2uASEFIARBAP0ABPAW/a4BQQD9CQLcGf2uASAKIAsgCf1S/a4BIAlBBv2tASAJQRr9qwH9UCAJQQv9rQEgCUEV/asB/VD9USAJQRn9rQEgCUEH/asB/VD9Uf2uASEBIAggAf2uASEIIAEgByAGIAUgBv1R/VL9rgEgBUEC/a0BIAVBHv2rAf1QIAVBDf2tASAFQRP9qwH9UP1RIAVBFv2tASAFQQr9qwH9UP1R/a4BIQQgC0EA/QAEgBf9rgFBAP0JAuAZ/a4BIAkgCiAI/VL9rgEgCEEG/a0BIAhBGv2rAf1QIAhBC/2tASAIQRX9qwH9UP1RIAhBGf2tASAIQQf9qwH9UP1R/a4BIQEgByAB/a4BIQcgASAGIAUgBCAF/VH9Uv2uASAEQQL9rQEgBEEe/asB/VAgBEEN/a0BIARBE/2rAf1Q/VEgBEEW/a0BIARBCv2rAf1Q/VH9rgEhCyAKQQD9AASQF/2uAUEA/QkC5Bn9rgEgCCAJIAf9Uv2uASAHQQb9rQEgB0Ea/asB/VAgB0EL/a0BIAdBFf2rAf1Q/VEgB0EZ/a0BIAdBB/2rAf1Q/VH9rgEhASAGIAH9rgEhBiABIAUgBCALIAT9Uf1S/a4BIAtBAv2tASALQR79qwH9UCALQQ39rQEgC0ET/asB/VD9USALQRb9rQEgC0EK/asB/VD9Uf2uASEKIAlBAP0ABKAX/a4BQQD9CQLoGf2uASAHIAggBv1S/a4BIAZBBv2tASAGQRr9qwH9UCAGQQv9rQEgBkEV/asB/VD9USAGQRn9rQEgBkEH/asB/VD9Uf2uASEBIAUgAf2uASEFIAEgBCALIAogC/1R/VL9rgEgCkEC/a0BIApBHv2rAf1QIApBDf2tASAKQRP9qwH9UP1RIApBFv2tASAKQQr9qwH9UP1R/a4BIQkgCEEA/QAEsBf9rgFBAP0JAuwZ/a4BIAYgByAF/VL9rgEgBUEG/a0BIAVBGv2rAf1QIAVBC/2tASAFQRX9qwH9UP1RIAVBGf2tASAFQQf9qwH9UP1R/a4BIQEgBCAB/a4BIQQgASALIAogCSAK/VH9Uv2uASAJQQL9rQEgCUEe/asB/VAgCUEN/a0BIAlBE/2rAf1Q/VEgCUEW/a0BIAlBCv2rAf1Q/VH9rgEhCCAHQQD9AATAF/2uAUEA/QkC8Bn9rgEgBSAGIAT9Uv2uASAEQQb9rQEgBEEa/asB/VAgBEEL/a0BIARBFf2rAf1Q/VEgBEEZ/a0BIARBB/2rAf1Q/VH9rgEhASALIAH9rgEhCyABIAogCSAIIAn9Uf1S/a4BIAhBAv2tASAIQR79qwH9UCAIQQ39rQEgCEET/asB/VD9USAIQRb9rQEgCEEK/asB/VD9Uf2uASEHIAZBAP0ABNAX/a4BQQD9CQL0Gf2uASAEIAUgC/1S/a4BIAtBBv2tASALQRr9qwH9UCALQQv9rQEgC0EV/asB/VD9USALQRn9rQEgC0EH/asB/VD9Uf2uASEBIAogAf2uASEKIAEgCSAIIAcgCP1R/VL9rgEgB0EC/a0BIAdBHv2rAf1QIAdBDf2tASAHQRP9qwH9UP1RIAdBFv2tASAHQQr9qwH9UP1R/a4BIQYgBUEA/QAE4Bf9rgFBAP0JAvgZ/a4BIAsgBCAK/VL9rgEgCkEG/a0BIApBGv2rAf1QIApBC/2tASAKQRX9qwH9UP1RIApBGf2tASAKQQf9qwH9UP1R/a4BIQEgCSAB/a4BIQkgASAIIAcgBiAH/VH9Uv2uASAGQQL9rQEgBkEe/asB/VAgBkEN/a0BIAZBE/2rAf1Q/VEgBkEW/a0BIAZBCv2rAf1Q/VH9rgEhBSAEQQD9AATwF/2uAUEA/QkC/Bn9rgEgCiALIAn9Uv2uASAJQQb9rQEgCUEa/asB/VAgCUEL/a0BIAlBFf2rAf1Q/VEgCUEZ/a0BIAlBB/2rAf1Q/VH9rgEhASAIIAH9rgEhCCABIAcgBiAFIAb9Uf1S/a4BIAVBAv2tASAFQR79qwH9UCAFQQ39rQEgBUET/asB/VD9USAFQRb9rQEgBUEK/asB/VD9Uf2uASEEQQAgBCAA/QAEAP2uAf0LBIAMQQAgBSAA/QAEEP2uAf0LBJAMQQAgBiAA/QAEIP2uAf0LBKAMQQAgByAA/QAEMP2uAf0LBLAMQQAgCCAA/QAEQP2uAf0LBMAMQQAgCSAA/QAEUP2uAf0LBNAMQQAgCiAA/QAEYP2uAf0LBOAMQQAgCyAA/QAEcP2uAf0LBPAMC5sTAQR7QQBBAEEAQQAgAv1WAoAIAP1WAsAIAf1WAoAJAv1WAsAJAyEAQQAgACAA/Q0DAgEABwYFBAsKCQgPDg0M/QsEgBBBAEEAQQBBACAC/VYChAgA/VYCxAgB/VYChAkC/VYCxAkDIQBBACAAIAD9DQMCAQAHBgUECwoJCA8ODQz9CwSQEEEAQQBBAEEAIAL9VgKICAD9VgLICAH9VgKICQL9VgLICQMhAEEAIAAgAP0NAwIBAAcGBQQLCgkIDw4NDP0LBKAQQQBBAEEAQQAgAv1WAowIAP1WAswIAf1WAowJAv1WAswJAyEAQQAgACAA/Q0DAgEABwYFBAsKCQgPDg0M/QsEsBBBAEEAQQBBACAC/VYCkAgA/VYC0AgB/VYCkAkC/VYC0AkDIQBBACAAIAD9DQMCAQAHBgUECwoJCA8ODQz9CwTAEEEAQQBBAEEAIAL9VgKUCAD9VgLUCAH9VgKUCQL9VgLUCQMhAEEAIAAgAP0NAwIBAAcGBQQLCgkIDw4NDP0LBNAQQQBBAEEAQQAgAv1WApgIAP1WAtgIAf1WApgJAv1WAtgJAyEAQQAgACAA/Q0DAgEABwYFBAsKCQgPDg0M/QsE4BBBAEEAQQBBACAC/VYCnAgA/VYC3AgB/VYCnAkC/VYC3AkDIQBBACAAIAD9DQMCAQAHBgUECwoJCA8ODQz9CwTwEEEAQQBBAEEAIAL9VgKgCAD9VgLgCAH9VgKgCQL9VgLgCQMhAEEAIAAgAP0NAwIBAAcGBQQLCgkIDw4NDP0LBIARQQBBAEEAQQAgAv1WAqQIAP1WAuQIAf1WAqQJAv1WAuQJAyEAQQAgACAA/Q0DAgEABwYFBAsKCQgPDg0M/QsEkBFBAEEAQQBBACAC/VYCqAgA/VYC6AgB/VYCqAkC/VYC6AkDIQBBACAAIAD9DQMCAQAHBgUECwoJCA8ODQz9CwSgEUEAQQBBAEEAIAL9VgKsCAD9VgLsCAH9VgKsCQL9VgLsCQMhAEEAIAAgAP0NAwIBAAcGBQQLCgkIDw4NDP0LBLARQQBBAEEAQQAgAv1WArAIAP1WAvAIAf1WArAJAv1WAvAJAyEAQQAgACAA/Q0DAgEABwYFBAsKCQgPDg0M/QsEwBFBAEEAQQBBACAC/VYCtAgA/VYC9AgB/VYCtAkC/VYC9AkDIQBBACAAIAD9DQMCAQAHBgUECwoJCA8ODQz9CwTQEUEAQQBBAEEAIAL9VgK4CAD9VgL4CAH9VgK4CQL9VgL4CQMhAEEAIAAgAP0NAwIBAAcGBQQLCgkIDw4NDP0LBOARQQBBAEEAQQAgAv1WArwIAP1WAvwIAf1WArwJAv1WAvwJAyEAQQAgACAA/Q0DAgEABwYFBAsKCQgPDg0M/QsE8BFBgAoQBkEAQQD9AASADP0LBIAQQQBBAP0ABJAM/QsEkBBBAEEA/QAEoAz9CwSgEEEAQQD9AASwDP0LBLAQQQBBAP0ABMAM/QsEwBBBAEEA/QAE0Az9CwTQEEEAQQD9AATgDP0LBOAQQQBBAP0ABPAM/QsE8BBBAEGAgICAeP0R/QsEgBFBACAC/QsEkBFBACAC/QsEoBFBACAC/QsEsBFBACAC/QsEwBFBACAC/QsE0BFBACAC/QsE4BFBAEGABv0R/QsE8BFBgAsQBv0MMDEyMzQ1Njc4OWFiY2RlZiEDQQD9AASADCEAIAAgAP0NAwIBAAcGBQQLCgkIDw4NDCEAIAMgAEEE/W0gAEEP/Q/9Tv0NABABEQISAxMEFAUVBhYHF/0OIQFBACAB/VsDgA0AQQAgAf1bA8ANASADIABBBP1tIABBD/0P/U79DQgYCRkKGgsbDBwNHQ4eDx/9DiEBQQAgAf1bA4AOAEEAIAH9WwPADgFBAP0ABJAMIQAgACAA/Q0DAgEABwYFBAsKCQgPDg0MIQAgAyAAQQT9bSAAQQ/9D/1O/Q0AEAERAhIDEwQUBRUGFgcX/Q4hAUEAIAH9WwOIDQBBACAB/VsDyA0BIAMgAEEE/W0gAEEP/Q/9Tv0NCBgJGQoaCxsMHA0dDh4PH/0OIQFBACAB/VsDiA4AQQAgAf1bA8gOAUEA/QAEoAwhACAAIAD9DQMCAQAHBgUECwoJCA8ODQwhACADIABBBP1tIABBD/0P/U79DQAQARECEgMTBBQFFQYWBxf9DiEBQQAgAf1bA5ANAEEAIAH9WwPQDQEgAyAAQQT9bSAAQQ/9D/1O/Q0IGAkZChoLGwwcDR0OHg8f/Q4hAUEAIAH9WwOQDgBBACAB/VsD0A4BQQD9AASwDCEAIAAgAP0NAwIBAAcGBQQLCgkIDw4NDCEAIAMgAEEE/W0gAEEP/Q/9Tv0NABABEQISAxMEFAUVBhYHF/0OIQFBACAB/VsDmA0AQQAgAf1bA9gNASADIABBBP1tIABBD/0P/U79DQgYCRkKGgsbDBwNHQ4eDx/9DiEBQQAgAf1bA5gOAEEAIAH9WwPYDgFBAP0ABMAMIQAgACAA/Q0DAgEABwYFBAsKCQgPDg0MIQAgAyAAQQT9bSAAQQ/9D/1O/Q0AEAERAhIDEwQUBRUGFgcX/Q4hAUEAIAH9WwOgDQBBACAB/VsD4A0BIAMgAEEE/W0gAEEP/Q/9Tv0NCBgJGQoaCxsMHA0dDh4PH/0OIQFBACAB/VsDoA4AQQAgAf1bA+AOAUEA/QAE0AwhACAAIAD9DQMCAQAHBgUECwoJCA8ODQwhACADIABBBP1tIABBD/0P/U79DQAQARECEgMTBBQFFQYWBxf9DiEBQQAgAf1bA6gNAEEAIAH9WwPoDQEgAyAAQQT9bSAAQQ/9D/1O/Q0IGAkZChoLGwwcDR0OHg8f/Q4hAUEAIAH9WwOoDgBBACAB/VsD6A4BQQD9AATgDCEAIAAgAP0NAwIBAAcGBQQLCgkIDw4NDCEAIAMgAEEE/W0gAEEP/Q/9Tv0NABABEQISAxMEFAUVBhYHF/0OIQFBACAB/VsDsA0AQQAgAf1bA/ANASADIABBBP1tIABBD/0P/U79DQgYCRkKGgsbDBwNHQ4eDx/9DiEBQQAgAf1bA7AOAEEAIAH9WwPwDgFBAP0ABPAMIQAgACAA/Q0DAgEABwYFBAsKCQgPDg0MIQAgAyAAQQT9bSAAQQ/9D/1O/Q0AEAERAhIDEwQUBRUGFgcX/Q4hAUEAIAH9WwO4DQBBACAB/VsD+A0BIAMgAEEE/W0gAEEP/Q/9Tv0NCBgJGQoaCxsMHA0dDh4PH/0OIQFBACAB/VsDuA4AQQAgAf1bA/gOAQsLiAIBAEGAGAuAApgvikKRRDdxz/vAtaXbtelbwlY58RHxWaSCP5LVXhyrmKoH2AFbgxK+hTEkw30MVXRdvnL+sd6Apwbcm3Txm8HBaZvkhke+78adwQ/MoQwkbyzpLaqEdErcqbBc2oj5dlJRPphtxjGoyCcDsMd/Wb/zC+DGR5Gn1VFjygZnKSkUhQq3JzghGy78bSxNEw04U1RzCmW7Cmp2LsnCgYUscpKh6L+iS2YaqHCLS8KjUWzHGeiS0SQGmdaFNQ70cKBqEBbBpBkIbDceTHdIJ7W8sDSzDBw5SqrYTk/KnFvzby5o7oKPdG9jpXgUeMiECALHjPr/vpDrbFCk96P5vvJ4ccY=";

// src/masking/kernel/kernel.ts
var kernelAt = { padStates: 0, digest: 96, message: 384 };
var load = () => {
  const { WebAssembly } = globalThis;
  if (WebAssembly === void 0) return void 0;
  try {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(hmacWasm, "base64")));
    const { memory, pad, hmac: hmac2, lanes } = exports;
    return { memory: new Uint8Array(memory.buffer), words: new Uint32Array(memory.buffer), pads: void 0, pad, hmac: hmac2, lanes };
  } catch {
    return void 0;
  }
};
var loaded;
var kernel = () => (loaded ??= { kernel: load() }).kernel;

// src/masking/hmac.ts
var blockBytes = 64;
var digestBytes = 32;
var keyBlock = (key) => {
  const block = Buffer.alloc(blockBytes);
  (key.length > blockBytes ? hash("sha256", key, "buffer") : key).copy(block);
  return block;
};
var padded = (block, pad) => Buffer.from(block.map((byte) => byte ^ pad));
var nodeHmac = (key) => {
  const block = keyBlock(key);
  const innerPad = padded(block, 54);
  let inner2 = Buffer.alloc(blockBytes + 192);
  innerPad.copy(inner2);
  const outer = Buffer.concat([padded(block, 92), Buffer.alloc(digestBytes)]);
  return (source, start, end) => {
    const length = end - start;
    let message2 = inner2;
    if (blockBytes + length > inner2.length) {
      message2 = Buffer.alloc(blockBytes + length);
      innerPad.copy(message2);
      if (message2.length <= 1 << 16) inner2 = message2;
    }
    source.copy(message2, blockBytes, start, end);
    hash("sha256", message2.subarray(0, blockBytes + length), "buffer").copy(outer, blockBytes);
    return hash("sha256", outer, "buffer");
  };
};
var longestInKernel = 400;
var kernelHmac = (loaded3, key) => {
  const { memory } = loaded3;
  const { padStates, digest, message: message2 } = kernelAt;
  const block = keyBlock(key);
  memory.set(padded(block, 54), message2);
  loaded3.pad(0);
  memory.set(padded(block, 92), message2);
  loaded3.pad(32);
  loaded3.pads = void 0;
  const pads = loaded3.words.slice(padStates / 4, (padStates + 2 * digestBytes) / 4);
  const result = Buffer.from(memory.buffer, digest, digestBytes);
  const viaNode = nodeHmac(key);
  const hmac2 = (source, start, end) => {
    const length = end - start;
    if (length > longestInKernel) return viaNode(source, start, end);
    if (loaded3.pads !== pads) {
      loaded3.words.set(pads, padStates / 4);
      loaded3.pads = pads;
    }
    for (let i = 0; i < length; i += 1) memory[message2 + i] = source[start + i] ?? 0;
    loaded3.hmac(length);
    return result;
  };
  return Object.assign(hmac2, { pads });
};
var hmacSha256 = (key) => {
  const loaded3 = kernel();
  return loaded3 === void 0 ? nodeHmac(key) : kernelHmac(loaded3, key);
};

// src/masking/transforms/moment-mask.ts
var momentMask = (request, make) => {
  const read = momentReader(request.type, request.format);
  const write = momentWriter(request.type, request.format);
  return (source, start, end, out) => {
    const moment = read(source, start, end);
    return moment !== void 0 && write(make(moment), out) || request.redact(source, start, end, out);
  };
};

// src/masking/transforms/date-shift.ts
var purpose = Buffer.from("date-shift");
var dateShift = defineTransform({
  name: "date-shift",
  summary: "Moves a date by a keyed number of days, the same for all values of the class, so that intervals and the time of day survive.",
  options: strictObject({
    /** The furthest that dates move, either way; they move by a day at least. */
    days: _default(int().check(_gte(1), _lte(36500)), 365)
  }),
  families: temporalFamilies,
  deterministic: true,
  joinable: true,
  reversible: true,
  givesAway: "intervals, order, the time of day, and the date to within the bound; all dates of the class to whoever knows one of them",
  tolerates: ["coalesce", "case", "min", "max"],
  compile: (options, request) => {
    const digest = hmacSha256(request.key())(purpose, 0, purpose.length);
    const distance = 1 + digest.readUInt32BE(0) % options.days;
    const shift = (digest.readUInt8(4) & 1) === 0 ? distance : -distance;
    return momentMask(request, ({ day, time }) => ({ day: day + shift, time }));
  }
});

// src/masking/transforms/date-truncate.ts
var hour = 36e8;
var firstOf = (day, months) => {
  const { year, month } = civilOf(day);
  return { day: dayOf({ year, month: month - (month - 1) % months, date: 1 }), time: 0 };
};
var mondayBefore = (day) => day - ((day - 2) % 7 + 7) % 7;
var units2 = {
  year: ({ day }) => firstOf(day, 12),
  quarter: ({ day }) => firstOf(day, 3),
  month: ({ day }) => firstOf(day, 1),
  week: ({ day }) => ({ day: mondayBefore(day), time: 0 }),
  day: ({ day }) => ({ day, time: 0 }),
  hour: ({ day, time }) => ({ day, time: time - time % hour })
};
var dateTruncate = defineTransform({
  name: "date-truncate",
  summary: "Cuts a date or timestamp down to the start of its year, quarter, month, week, day or hour; timestamptz in UTC.",
  options: strictObject({ to: _default(_enum(["year", "quarter", "month", "week", "day", "hour"]), "month") }),
  families: temporalFamilies,
  deterministic: true,
  joinable: false,
  reversible: false,
  givesAway: "the year, quarter, month, week, day or hour",
  tolerates: ["coalesce", "case", "nullif", "min", "max"],
  compile: (options, request) => {
    if (request.type.scalar.family === "date" && (options.to === "day" || options.to === "hour")) return request.redact;
    return momentMask(request, units2[options.to]);
  }
});

// src/masking/codec/canonical.ts
var whole = (into, bytes) => {
  into.source = bytes;
  into.start = 0;
  into.end = bytes.length;
  return true;
};
var asIs = (source, start, end, into) => {
  into.source = source;
  into.start = start;
  into.end = end;
  return true;
};
var withoutTrailingSpaces = (source, start, end, into) => {
  let last2 = end;
  while (last2 > start && source[last2 - 1] === 32) last2 -= 1;
  return asIs(source, start, last2, into);
};
var lowered = Buffer.alloc(256);
var isUpperCase = (byte) => byte >= 65 && byte <= 90;
var lowerCase = (source, start, end, into) => {
  let upper = false;
  let plain = true;
  for (let i = start; i < end; i += 1) {
    const byte = source[i] ?? 0;
    plain &&= byte < 128;
    upper ||= isUpperCase(byte);
  }
  if (plain && !upper) return asIs(source, start, end, into);
  if (!plain || end - start > lowered.length) {
    return whole(into, Buffer.from(source.toString("utf8", start, end).toLowerCase()));
  }
  for (let i = start; i < end; i += 1) {
    const byte = source[i] ?? 0;
    lowered[i - start] = isUpperCase(byte) ? byte | 32 : byte;
  }
  return asIs(lowered, 0, end - start, into);
};
var binaryInteger = (bytes) => (source, start, end, into) => {
  if (end - start !== bytes) return false;
  const text3 = bytes === 8 ? source.readBigInt64BE(start).toString() : String(source.readIntBE(start, bytes));
  return whole(into, Buffer.from(text3, "latin1"));
};
var uuidText = (source, start, end, into) => {
  const bytes = Buffer.from(source.toString("latin1", start, end).replaceAll("-", ""), "hex");
  return bytes.length === 16 && whole(into, bytes);
};
var numericText = (source, start, end, into) => whole(into, Buffer.from(canonicalNumber(source.toString("latin1", start, end)), "latin1"));
var numericBinary = (source, start, end, into) => {
  const text3 = numericToText(source, start, end);
  return text3 !== void 0 && whole(into, Buffer.from(canonicalNumber(text3), "latin1"));
};
var byteaText = (source, start, end, into) => {
  const text3 = source.toString("latin1", start, end);
  if (text3.startsWith("\\x")) {
    const bytes = Buffer.from(text3.slice(2), "hex");
    return bytes.length * 2 === text3.length - 2 && whole(into, bytes);
  }
  const plain = text3.replaceAll(
    /\\(\\|[0-3][0-7]{2})/g,
    (_match, code) => code === "\\" ? code : String.fromCharCode(Number.parseInt(code, 8))
  );
  return whole(into, Buffer.from(plain, "latin1"));
};
var canonicaliser = (type, format) => {
  switch (type.scalar.family) {
    case "text":
      if (type.foldsCase) return lowerCase;
      return type.oid === 1042 ? withoutTrailingSpaces : asIs;
    case "int2":
      return format === 0 ? asIs : binaryInteger(2);
    case "int4":
      return format === 0 ? asIs : binaryInteger(4);
    case "int8":
      return format === 0 ? asIs : binaryInteger(8);
    case "uuid":
      return format === 0 ? uuidText : asIs;
    case "numeric":
      return format === 0 ? numericText : numericBinary;
    case "bytea":
      return format === 0 ? byteaText : asIs;
    default:
      return void 0;
  }
};

// src/masking/transforms/domain.ts
var dot = 46;
var dash = 45;
var longest2 = 253;
var isAlphanumeric = (byte) => byte >= 97 && byte <= 122 || byte >= 48 && byte <= 57;
var isDomain = (source, start, end) => {
  if (end - start > longest2) return false;
  let labels = 0;
  let labelFrom = start;
  for (let i = start; i <= end; i += 1) {
    const byte = i < end ? source[i] ?? 0 : dot;
    if (isAlphanumeric(byte)) continue;
    if (byte === dash) {
      if (i === labelFrom) return false;
    } else if (byte === dot) {
      if (i === labelFrom || source[i - 1] === dash) return false;
      labels += 1;
      labelFrom = i + 1;
    } else return false;
  }
  return labels >= 2;
};

// src/masking/kernel/lanes.ts
var laneCount = 4;
var blockBytes2 = 64;
var longestInLane = blockBytes2 - 9;
var at = { blocks: 1024, inner: 1280, outer: 1408, digits: 1664 };
var stateWords = 8;
var digestDigits = 64;
var zero = 48;
var createLanes = ({ memory, words: words2, lanes }) => {
  const places = Array.from({ length: laneCount }, () => ({
    sink: void 0,
    at: 0,
    digits: 0,
    used: 0,
    pads: void 0
  }));
  let waiting = 0;
  const load2 = (lane, pads) => {
    for (let word = 0; word < stateWords; word += 1) {
      words2[at.inner / 4 + word * laneCount + lane] = pads[word] ?? 0;
      words2[at.outer / 4 + word * laneCount + lane] = pads[stateWords + word] ?? 0;
    }
  };
  const settle = () => {
    if (waiting === 0) return;
    lanes();
    for (let lane = 0; lane < waiting; lane += 1) {
      const place = places[lane];
      if (place?.sink === void 0) continue;
      const { bytes } = place.sink;
      const from = at.digits + lane * digestDigits;
      const to = place.at;
      const { digits } = place;
      for (let i = 0; i < digits; i += 1) bytes[to + i] = memory[from + i] ?? zero;
      place.sink = void 0;
    }
    waiting = 0;
  };
  return {
    append: (pads, source, start, end, digits, out) => {
      const lane = waiting;
      const place = places[lane];
      if (place === void 0) return;
      if (place.pads !== pads) {
        load2(lane, pads);
        place.pads = pads;
      }
      const length = end - start;
      const block = at.blocks + lane * blockBytes2;
      for (let i = 0; i < length; i += 1) memory[block + i] = source[start + i] ?? 0;
      memory[block + length] = 128;
      for (let i = length + 1; i < place.used; i += 1) memory[block + i] = 0;
      place.used = length + 1;
      const bits2 = (blockBytes2 + length) * 8;
      memory[block + blockBytes2 - 2] = bits2 >> 8;
      memory[block + blockBytes2 - 1] = bits2 & 255;
      out.reserve(digits);
      const { bytes, length: from } = out;
      for (let i = 0; i < digits; i += 1) bytes[from + i] = zero;
      place.sink = out;
      place.at = from;
      place.digits = digits;
      out.length = from + digits;
      waiting = lane + 1;
      if (waiting === laneCount) settle();
    },
    settle
  };
};
var made;
var tokenLanes = () => {
  if (made === void 0) {
    const loaded3 = kernel();
    made = { lanes: loaded3 === void 0 ? void 0 : createLanes(loaded3) };
  }
  return made.lanes;
};
var settleTokens = () => made?.lanes?.settle();

// src/masking/transforms/keyed-token.ts
var keyedMask = (hmac2, make) => {
  const now = (source, start, end, digits, out) => {
    appendHex(out, hmac2(source, start, end), digits);
  };
  const { pads } = hmac2;
  const lanes = tokenLanes();
  if (pads === void 0 || lanes === void 0) return make(now);
  const later = (source, start, end, digits, out) => {
    if (end - start > longestInLane) now(source, start, end, digits, out);
    else lanes.append(pads, source, start, end, digits, out);
  };
  return Object.assign(make(now), { later: make(later) });
};

// src/masking/transforms/token.ts
var minTokenDigits = 8;
var safeBits = 53n;
var textToken = (type, wanted, wantedPrefix) => {
  const limit = type.limit ?? Number.POSITIVE_INFINITY;
  const prefix = wantedPrefix.length + minTokenDigits <= limit ? wantedPrefix : "";
  const digits = Math.min(wanted, limit - prefix.length);
  if (digits < minTokenDigits) return void 0;
  return { prefix: Buffer.from(prefix, "latin1"), digits, fill: type.padded ? limit - prefix.length - digits : 0 };
};
var integerToken = (bytes, format) => {
  const value = (digest) => bytes === 8 ? digest.readBigUInt64BE(0) >> 64n - safeBits : BigInt(digest.readUIntBE(0, bytes)) >> 1n;
  return (digest, out) => {
    if (format === 0) {
      appendString(out, value(digest).toString());
      return;
    }
    const binary = Buffer.alloc(8);
    binary.writeBigInt64BE(value(digest));
    append(out, binary, 8 - bytes, 8);
  };
};
var maxNumericDigits = 15;
var numericToken = (type, format) => {
  const limits2 = numericLimits(type.typmod);
  const digits = limits2 === void 0 ? maxNumericDigits : Math.min(maxNumericDigits, limits2.precision - limits2.scale);
  if (digits < 1 || limits2 !== void 0 && limits2.scale < 0) return void 0;
  const scale = limits2 === void 0 || limits2.scale === 0 ? "" : `.${"0".repeat(limits2.scale)}`;
  const modulus = 10n ** BigInt(digits);
  return (digest, out) => {
    const text3 = `${(digest.readBigUInt64BE(0) % modulus).toString()}${scale}`;
    if (format === 0) appendString(out, text3);
    else {
      const binary = numericFromText(text3);
      append(out, binary, 0, binary.length);
    }
  };
};
var uuidFrom = (digest) => {
  digest[6] = (digest[6] ?? 0) & 15 | 128;
  digest[8] = (digest[8] ?? 0) & 63 | 128;
  return digest;
};
var uuidText2 = (bytes) => {
  const hex2 = bytes.toString("hex", 0, 16);
  return `${hex2.slice(0, 8)}-${hex2.slice(8, 12)}-${hex2.slice(12, 16)}-${hex2.slice(16, 20)}-${hex2.slice(20)}`;
};
var uuidToken = (format) => (digest, out) => {
  const token = uuidFrom(digest);
  if (format === 1) append(out, token, 0, 16);
  else appendString(out, uuidText2(token));
};
var byteaToken = (format) => (digest, out) => {
  if (format === 1) append(out, digest, 0, 16);
  else appendString(out, `\\x${digest.toString("hex", 0, 16)}`);
};
var tokenWriter = (type, format) => {
  switch (type.scalar.family) {
    case "int2":
      return integerToken(2, format);
    case "int4":
      return integerToken(4, format);
    case "int8":
      return integerToken(8, format);
    case "numeric":
      return numericToken(type, format);
    case "uuid":
      return uuidToken(format);
    case "bytea":
      return byteaToken(format);
    default:
      return void 0;
  }
};

// src/masking/transforms/email.ts
var wantedDigits = 12;
var mark = Buffer.from("u_");
var at2 = 64;
var dot2 = 46;
var space2 = 32;
var reservedDomain = "masked.invalid";
var email = defineTransform({
  name: "email",
  summary: "Replaces an address by u_TOKEN@DOMAIN; the token is an HMAC of the whole address in lower case.",
  options: strictObject({
    /** replace: the fixed domain; keep: the address's own; generalise: its top level under .invalid; drop: no domain. */
    domain: _default(_enum(["replace", "keep", "generalise", "drop"]), "replace"),
    replacement: _default(
      string().check(_regex(/^(?=.{3,64}$)[a-z0-9-]+(\.[a-z0-9-]+)+$/, "must be a domain name in lower case")),
      reservedDomain
    )
  }),
  families: ["text"],
  deterministic: true,
  joinable: true,
  reversible: false,
  givesAway: "which addresses are equal but for case; the domain or its top level if kept",
  tolerates: "any",
  compile: (options, request) => {
    const limit = request.type.limit ?? Number.POSITIVE_INFINITY;
    const fixed2 = Buffer.from(options.domain === "drop" ? "" : `@${options.replacement}`, "latin1");
    const room = (domainLength) => Math.min(wantedDigits, limit - mark.length - domainLength);
    const fixedRoom = room(fixed2.length);
    if (fixedRoom < minTokenDigits) return request.redact;
    const { padded: padded2 } = request.type;
    const keeps = options.domain === "keep" || options.domain === "generalise";
    const suffix = Buffer.from(options.domain === "generalise" ? ".invalid" : "", "latin1");
    const view = { source: Buffer.alloc(0), start: 0, end: 0 };
    const keptFrom = () => {
      const { source, start, end } = view;
      const sign = lastIndexOfByte(source, at2, start, end);
      if (sign < 0 || !isDomain(source, sign + 1, end)) return end;
      const from = options.domain === "generalise" ? lastIndexOfByte(source, dot2, start, end) + 1 : sign + 1;
      return room(1 + end - from + suffix.length) < minTokenDigits ? end : from;
    };
    return keyedMask(hmacSha256(request.key()), (appendToken) => (source, start, end, out) => {
      let last2 = end;
      while (last2 > start && source[last2 - 1] === space2) last2 -= 1;
      lowerCase(source, start, last2, view);
      const before = out.length;
      const from = keeps ? keptFrom() : view.end;
      appendAll(out, mark);
      if (from < view.end) {
        appendToken(view.source, view.start, view.end, room(1 + view.end - from + suffix.length), out);
        appendByte(out, at2);
        append(out, view.source, from, view.end);
        appendAll(out, suffix);
      } else {
        appendToken(view.source, view.start, view.end, fixedRoom, out);
        appendAll(out, fixed2);
      }
      if (padded2) appendRun(out, space2, limit - (out.length - before));
      return true;
    });
  }
});

// src/masking/transforms/encrypt.ts
var alphabets = {
  digits: "0123456789",
  "lower-alphanumeric": "0123456789abcdefghijklmnopqrstuvwxyz",
  "upper-alphanumeric": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ",
  alphanumeric: "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
};
var separator = /^[ -/:-@[-`{-~]$/;
var encryptText = (alphabet, request) => {
  const letters = Array.from(alphabets[alphabet]);
  const numeralOf = new Map(letters.map((letter, i) => [letter, i]));
  const cipher = ff1(letters.length, request.key(), `text ${alphabet}`);
  return textMask(request, (text3) => {
    const characters2 = Array.from(text3);
    const numerals = characters2.flatMap((character) => numeralOf.get(character) ?? []);
    if (!characters2.every((character) => numeralOf.has(character) || separator.test(character))) return void 0;
    const encrypted = cipher.encrypt(numerals);
    let next = 0;
    return encrypted && characters2.map((c) => numeralOf.has(c) ? letters[encrypted[next++] ?? 0] : c).join("");
  });
};
var widths = { int4: [31], int8: [31, 53, 63] };
var encryptInteger = (request, bits2) => {
  const read = numberReader(request.type, request.format);
  const write = numberWriter(request.type, request.format);
  const cipher = integerEncryption(request.key(), "integer", bits2);
  return (source, start, end, out) => {
    const value = read(source, start, end)?.unscaled;
    if (value === void 0) return request.redact(source, start, end, out);
    write({ unscaled: value < 0n ? -1n - cipher.encrypt(-1n - value) : cipher.encrypt(value), scale: 0 }, out);
    return true;
  };
};
var encrypt2 = defineTransform({
  name: "encrypt",
  summary: "Format-preserving encryption (FF1 of NIST SP 800-38G, AES-256): digits or letters become others of the same alphabet, separators stay. Slow: tens of microseconds a value.",
  options: strictObject({
    alphabet: _default(_enum(["digits", "lower-alphanumeric", "upper-alphanumeric", "alphanumeric"]), "digits")
  }),
  families: ["text", "int4", "int8"],
  deterministic: true,
  joinable: true,
  reversible: true,
  givesAway: "which values are equal, length and separators; of integers the sign and whether below 2^31 or 2^53. Text of fewer than a million possible values, or with characters outside the alphabet, is redacted",
  tolerates: ["coalesce", "case", "min", "max"],
  compile: (options, request) => {
    const { family } = request.type.scalar;
    return family === "int4" || family === "int8" ? encryptInteger(request, widths[family]) : encryptText(options.alphabet, request);
  }
});

// src/masking/fake/compose.ts
var chooser = (digest) => {
  let at3 = 0;
  const below2 = (count3) => {
    const chosen = digest.readUInt32BE(at3) % count3;
    at3 += 4;
    return chosen;
  };
  return { below: below2, of: (list) => list[below2(list.length)] ?? "" };
};
var familyName = (words2, choose) => `${choose.of(words2.heads)}${choose.of(words2.tails)}`;
var fullName = (words2, choose, room) => {
  const parts = [choose.of(words2.first), choose.of(words2.first), familyName(words2, choose)];
  const [first = "", , last2 = ""] = parts;
  return [parts.join(" "), `${first} ${last2}`].find((name2) => name2.length <= room) ?? last2;
};
var fakeName = (words2, choose, part2, room) => {
  if (part2 === "first") return choose.of(words2.first);
  return part2 === "last" ? familyName(words2, choose) : fullName(words2, choose, room);
};
var fakeAddress = (words2, choose) => words2.address({
  number: String(1 + choose.below(299)),
  street: familyName(words2, choose),
  kind: choose.of(words2.streets),
  place: familyName(words2, choose),
  code: String(1e4 + choose.below(9e4))
});
var fakeCompany = (words2, choose) => `${familyName(words2, choose)} ${familyName(words2, choose)} ${choose.of(words2.forms)}`;

// src/masking/fake/de.ts
var de = {
  first: [
    "Albert",
    "Alexander",
    "Andreas",
    "Anke",
    "Anna",
    "Anton",
    "Astrid",
    "Beate",
    "Benedikt",
    "Bernd",
    "Birgit",
    "Bruno",
    "Carla",
    "Christian",
    "Clara",
    "Daniel",
    "Dieter",
    "Dora",
    "Eberhard",
    "Elke",
    "Emil",
    "Erika",
    "Ernst",
    "Felix",
    "Frank",
    "Franziska",
    "Frieda",
    "Gabriele",
    "Georg",
    "Gerda",
    "Gisela",
    "Greta",
    "Hanna",
    "Hans",
    "Heike",
    "Heinrich",
    "Helga",
    "Ingrid",
    "Jakob",
    "Jens",
    "Johanna",
    "Jonas",
    "Julia",
    "Karin",
    "Karl",
    "Katja",
    "Klara",
    "Konrad",
    "Lena",
    "Leopold",
    "Lotte",
    "Lukas",
    "Maria",
    "Martin",
    "Mathilde",
    "Moritz",
    "Nina",
    "Otto",
    "Paula",
    "Petra",
    "Rolf",
    "Sabine",
    "Thomas",
    "Ursula"
  ],
  heads: [
    "Acker",
    "Adel",
    "Ahl",
    "Alt",
    "Apfel",
    "Bach",
    "Berg",
    "Birken",
    "Blau",
    "Brand",
    "Braun",
    "Breit",
    "Brunn",
    "Buch",
    "Dorn",
    "Eber",
    "Eich",
    "Erl",
    "Fal",
    "Feld",
    "Finken",
    "Fuchs",
    "Gold",
    "Gr\xFCn",
    "Hage",
    "Hasel",
    "Heide",
    "Hof",
    "Holz",
    "Kalt",
    "Kirch",
    "Klein",
    "K\xF6nigs",
    "Krumm",
    "Lang",
    "Linden",
    "M\xFChl",
    "Neu",
    "Ober",
    "Rosen",
    "Roth",
    "Sand",
    "Sch\xF6n",
    "Stein",
    "Stern",
    "Tann",
    "Wald",
    "Winter"
  ],
  tails: [
    "acker",
    "auer",
    "bach",
    "baum",
    "becker",
    "berger",
    "brunner",
    "dorfer",
    "eck",
    "egger",
    "feld",
    "felder",
    "hammer",
    "hauser",
    "hofer",
    "huber",
    "kamp",
    "lein",
    "maier",
    "mann",
    "moser",
    "reiter",
    "st\xE4tter",
    "wald"
  ],
  streets: ["stra\xDFe", "weg", "gasse", "allee", "platz", "ring", "damm", "steig", "ufer", "graben", "pfad", "markt"],
  forms: ["GmbH", "AG", "KG", "OHG", "eG", "GmbH & Co. KG", "Werke", "Handel", "Technik", "Logistik", "Bau", "Verlag"],
  address: ({ number: number3, street, kind, place, code }) => `${street}${kind} ${number3}, ${code} ${place}`
};

// src/masking/fake/en.ts
var en = {
  first: [
    "Ada",
    "Alice",
    "Amber",
    "Amy",
    "Andrew",
    "Angela",
    "Arthur",
    "Audrey",
    "Barbara",
    "Benjamin",
    "Beth",
    "Brian",
    "Caleb",
    "Carol",
    "Charles",
    "Chloe",
    "Claire",
    "Connor",
    "Daisy",
    "Daniel",
    "David",
    "Diana",
    "Dylan",
    "Edith",
    "Edward",
    "Eleanor",
    "Elliot",
    "Emily",
    "Ethan",
    "Evelyn",
    "Felix",
    "Fiona",
    "Frances",
    "George",
    "Grace",
    "Hannah",
    "Harold",
    "Hazel",
    "Henry",
    "Hugh",
    "Irene",
    "Isaac",
    "Ivy",
    "Jack",
    "James",
    "Joan",
    "Joseph",
    "Julia",
    "Kevin",
    "Laura",
    "Leo",
    "Lewis",
    "Lucy",
    "Margaret",
    "Martin",
    "Nora",
    "Oliver",
    "Owen",
    "Paul",
    "Rachel",
    "Robert",
    "Ruth",
    "Samuel",
    "Wendy"
  ],
  heads: [
    "Alder",
    "Ash",
    "Barley",
    "Bar",
    "Beck",
    "Birch",
    "Black",
    "Brad",
    "Bram",
    "Brook",
    "Brown",
    "Burn",
    "Cal",
    "Car",
    "Chest",
    "Cran",
    "Crow",
    "Dal",
    "Dun",
    "East",
    "El",
    "Fair",
    "Fal",
    "Fern",
    "Fox",
    "Gold",
    "Grey",
    "Hal",
    "Har",
    "Haw",
    "Hazel",
    "Hol",
    "Ing",
    "Kings",
    "Lang",
    "Lin",
    "Long",
    "Mal",
    "Mar",
    "Mill",
    "Nor",
    "Oak",
    "Rad",
    "Red",
    "Stan",
    "Sut",
    "West",
    "Whit"
  ],
  tails: [
    "bourne",
    "bridge",
    "brook",
    "bury",
    "by",
    "combe",
    "cott",
    "croft",
    "dale",
    "den",
    "field",
    "ford",
    "gate",
    "ham",
    "hurst",
    "land",
    "leigh",
    "ley",
    "more",
    "ridge",
    "stead",
    "stone",
    "ton",
    "wood"
  ],
  streets: ["Street", "Road", "Lane", "Avenue", "Close", "Drive", "Way", "Court", "Place", "Terrace", "Grove", "Hill"],
  forms: ["Ltd", "PLC", "& Co", "Group", "Partners", "Works", "Supplies", "Systems", "Trading", "Logistics", "Foods", "Labs"],
  address: ({ number: number3, street, kind, place, code }) => `${number3} ${street} ${kind}, ${place} ${code}`
};

// src/masking/fake/es.ts
var es = {
  first: [
    "Adela",
    "Adri\xE1n",
    "Alba",
    "Alberto",
    "Alejandra",
    "Alfonso",
    "\xC1lvaro",
    "Amparo",
    "Ana",
    "Andr\xE9s",
    "\xC1ngela",
    "Antonio",
    "Beatriz",
    "Bel\xE9n",
    "Bernardo",
    "Blanca",
    "Bruno",
    "Camila",
    "Carlos",
    "Carmen",
    "Celia",
    "C\xE9sar",
    "Clara",
    "Cristina",
    "Daniel",
    "Diego",
    "Dolores",
    "Eduardo",
    "Elena",
    "Elvira",
    "Emilio",
    "Esteban",
    "Eva",
    "Federico",
    "F\xE9lix",
    "Fernando",
    "Gabriela",
    "Gonzalo",
    "Guillermo",
    "H\xE9ctor",
    "In\xE9s",
    "Irene",
    "Isabel",
    "Iv\xE1n",
    "Javier",
    "Jimena",
    "Jorge",
    "Juana",
    "Julio",
    "Laura",
    "Leonor",
    "Luc\xEDa",
    "Luis",
    "Marcos",
    "Marta",
    "Mateo",
    "Nuria",
    "\xD3scar",
    "Pablo",
    "Pilar",
    "Rafael",
    "Rosa",
    "Sergio",
    "Teresa"
  ],
  heads: [
    "Aguilar",
    "Alonso",
    "Arias",
    "Ben\xEDtez",
    "Blanco",
    "Bravo",
    "Cabrera",
    "Calvo",
    "Campos",
    "Castro",
    "Cort\xE9s",
    "Crespo",
    "Cruz",
    "Delgado",
    "D\xEDaz",
    "Dur\xE1n",
    "Fuentes",
    "Gallego",
    "Gil",
    "G\xF3mez",
    "Guerrero",
    "Herrera",
    "Ib\xE1\xF1ez",
    "Le\xF3n",
    "Lozano",
    "Mar\xEDn",
    "Medina",
    "M\xE9ndez",
    "Molina",
    "Mora",
    "Moreno",
    "Moya",
    "Navarro",
    "Nieto",
    "N\xFA\xF1ez",
    "Ortega",
    "Pardo",
    "Pe\xF1a",
    "Prieto",
    "Ramos",
    "Reyes",
    "R\xEDos",
    "Rojas",
    "Romero",
    "Rubio",
    "Santos",
    "Serrano",
    "Vega"
  ],
  tails: [
    " Acosta",
    " Alarc\xF3n",
    " Barrios",
    " Bermejo",
    " C\xE1ceres",
    " Carmona",
    " Duarte",
    " Espinosa",
    " Esteve",
    " Ferrer",
    " Franco",
    " Gal\xE1n",
    " Herrero",
    " Izquierdo",
    " Lara",
    " Manrique",
    " Nadal",
    " Otero",
    " Pascual",
    " Quintana",
    " Robles",
    " Salas",
    " Tapia",
    " Valero"
  ],
  streets: [
    "Calle",
    "Avenida",
    "Plaza",
    "Paseo",
    "Camino",
    "Ronda",
    "Traves\xEDa",
    "Carretera",
    "Cuesta",
    "Callej\xF3n",
    "Rambla",
    "Alameda"
  ],
  forms: [
    "S.A.",
    "S.L.",
    "e Hijos",
    "y C\xEDa.",
    "Hermanos",
    "Grupo",
    "Servicios",
    "Industrias",
    "Transportes",
    "Alimentos",
    "Textil",
    "Obras"
  ],
  address: ({ number: number3, street, kind, place, code }) => `${kind} de ${street}, ${number3}, ${code} ${place}`
};

// src/masking/fake/fr.ts
var fr = {
  first: [
    "Ad\xE8le",
    "Agn\xE8s",
    "Alain",
    "Albert",
    "Alice",
    "Antoine",
    "Arnaud",
    "Aur\xE9lie",
    "Baptiste",
    "B\xE9atrice",
    "Beno\xEEt",
    "Bernard",
    "Blanche",
    "Brigitte",
    "Camille",
    "C\xE9cile",
    "Charles",
    "Chlo\xE9",
    "Claire",
    "Claude",
    "Colette",
    "Damien",
    "Daniel",
    "Denise",
    "Didier",
    "\xC9dith",
    "\xC9douard",
    "\xC9lise",
    "\xC9mile",
    "\xC9tienne",
    "Eug\xE9nie",
    "Fabien",
    "Fanny",
    "F\xE9lix",
    "Florence",
    "Fran\xE7ois",
    "Gaston",
    "Genevi\xE8ve",
    "G\xE9rard",
    "Guillaume",
    "H\xE9l\xE8ne",
    "Henri",
    "Hugo",
    "In\xE8s",
    "Isabelle",
    "Jacques",
    "Jeanne",
    "J\xE9r\xF4me",
    "Joseph",
    "Julie",
    "Laurent",
    "L\xE9a",
    "Louis",
    "Lucie",
    "Marc",
    "Marguerite",
    "Mathieu",
    "Nadine",
    "Odile",
    "Olivier",
    "Pauline",
    "Pierre",
    "Sophie",
    "Victor"
  ],
  heads: [
    "Aubi",
    "Bar",
    "Beau",
    "Bel",
    "Ber",
    "Blan",
    "Boi",
    "Bon",
    "Bou",
    "Bri",
    "Bru",
    "Car",
    "Cha",
    "Chau",
    "Clair",
    "Cor",
    "Cou",
    "Dau",
    "Del",
    "Dor",
    "Du",
    "Fau",
    "Fleu",
    "Font",
    "Gai",
    "Gar",
    "Gau",
    "Gran",
    "Gu\xE9",
    "Haut",
    "Lam",
    "Lan",
    "Lau",
    "Le",
    "Lou",
    "Mar",
    "Mau",
    "Mer",
    "Mon",
    "Mor",
    "Nor",
    "Pel",
    "Per",
    "Ren",
    "Ri",
    "Rou",
    "Val",
    "Ver"
  ],
  tails: [
    "bert",
    "bois",
    "champ",
    "chet",
    "court",
    "dier",
    "don",
    "fort",
    "gnon",
    "lain",
    "let",
    "lier",
    "lin",
    "mont",
    "net",
    "nier",
    "not",
    "rand",
    "rel",
    "rier",
    "rol",
    "teau",
    "tier",
    "ville"
  ],
  streets: ["rue", "avenue", "all\xE9e", "impasse", "chemin", "boulevard", "quai", "place", "passage", "cours", "sentier", "route"],
  forms: [
    "SARL",
    "SA",
    "SAS",
    "& Fils",
    "Fr\xE8res",
    "et Associ\xE9s",
    "Industries",
    "Services",
    "Conseil",
    "Transports",
    "B\xE2timent",
    "\xC9ditions"
  ],
  address: ({ number: number3, street, kind, place, code }) => `${number3}, ${kind} de ${street}, ${code} ${place}`
};

// src/masking/fake/it.ts
var it = {
  first: [
    "Ada",
    "Adriano",
    "Agnese",
    "Alberto",
    "Alessia",
    "Alfredo",
    "Alice",
    "Andrea",
    "Angela",
    "Antonio",
    "Arianna",
    "Arturo",
    "Aurora",
    "Beatrice",
    "Bianca",
    "Bruno",
    "Camilla",
    "Carla",
    "Carlo",
    "Caterina",
    "Cecilia",
    "Chiara",
    "Claudio",
    "Cristina",
    "Daniele",
    "Davide",
    "Diana",
    "Edoardo",
    "Elena",
    "Elisa",
    "Emilio",
    "Enrico",
    "Eva",
    "Fabio",
    "Federica",
    "Filippo",
    "Franca",
    "Francesco",
    "Gabriele",
    "Gaia",
    "Giacomo",
    "Gianna",
    "Giorgio",
    "Giulia",
    "Guido",
    "Ilaria",
    "Irene",
    "Ivano",
    "Laura",
    "Leonardo",
    "Lidia",
    "Lorenzo",
    "Luca",
    "Lucia",
    "Marco",
    "Marta",
    "Matteo",
    "Nicola",
    "Nina",
    "Paolo",
    "Pietro",
    "Sara",
    "Silvia",
    "Tommaso"
  ],
  heads: [
    "Alber",
    "Aldo",
    "Anto",
    "Bal",
    "Bar",
    "Batti",
    "Bel",
    "Ben",
    "Ber",
    "Bian",
    "Bo",
    "Bon",
    "Bor",
    "Bra",
    "Cal",
    "Cam",
    "Can",
    "Cap",
    "Car",
    "Casa",
    "Cas",
    "Col",
    "Cor",
    "Dal",
    "Fab",
    "Far",
    "Fer",
    "Fon",
    "Gal",
    "Gari",
    "Ghi",
    "Gian",
    "Lan",
    "Lom",
    "Lu",
    "Mal",
    "Man",
    "Mar",
    "Maz",
    "Mon",
    "Mor",
    "Pal",
    "Pas",
    "Pel",
    "Ric",
    "Ros",
    "San",
    "Val"
  ],
  tails: [
    "bini",
    "chetti",
    "cini",
    "dini",
    "doni",
    "ghetti",
    "gini",
    "landi",
    "lini",
    "manni",
    "melli",
    "nardi",
    "nelli",
    "netti",
    "nini",
    "rani",
    "relli",
    "rini",
    "ruzzi",
    "sini",
    "soni",
    "tini",
    "tori",
    "zani"
  ],
  streets: [
    "Via",
    "Viale",
    "Piazza",
    "Corso",
    "Vicolo",
    "Largo",
    "Strada",
    "Salita",
    "Borgo",
    "Contrada",
    "Piazzale",
    "Passaggio"
  ],
  forms: [
    "S.p.A.",
    "S.r.l.",
    "& Figli",
    "Fratelli",
    "e Soci",
    "Gruppo",
    "Servizi",
    "Industrie",
    "Trasporti",
    "Alimentari",
    "Tessuti",
    "Edilizia"
  ],
  address: ({ number: number3, street, kind, place, code }) => `${kind} ${street} ${number3}, ${code} ${place}`
};

// src/masking/fake/locales.ts
var localeNames = ["en", "de", "fr", "es", "it"];
var locales = { en, de, fr, es, it };

// src/masking/transforms/fake-mask.ts
var locale = _default(_enum(localeNames), "en");
var fakeMask = (request, name2, make) => {
  const hmac2 = hmacSha256(request.key());
  return textMask(request, (text3) => {
    const value = Buffer.from(text3.trim().toLowerCase().replaceAll(/\s+/g, " "));
    return make(locales[name2], chooser(hmac2(value, 0, value.length)));
  });
};
var fakeFacts = {
  families: ["text"],
  deterministic: true,
  joinable: false,
  reversible: false,
  tolerates: ["lower", "upper", "cast", "coalesce", "case", "min", "max"]
};

// src/masking/transforms/fake-address.ts
var fakeAddress2 = defineTransform({
  name: "fake-address",
  summary: "Replaces a postal address by a made-up one, chosen by HMAC: the same address gets the same fake.",
  options: strictObject({ locale }),
  ...fakeFacts,
  givesAway: "which values are equal but for case and spaces",
  compile: (options, request) => fakeMask(request, options.locale, fakeAddress)
});

// src/masking/transforms/fake-company.ts
var fakeCompany2 = defineTransform({
  name: "fake-company",
  summary: "Replaces the name of an organisation by a made-up one, chosen by HMAC: the same name gets the same fake.",
  options: strictObject({ locale }),
  ...fakeFacts,
  givesAway: "which values are equal but for case and spaces; some different values get the same fake",
  compile: (options, request) => fakeMask(request, options.locale, fakeCompany)
});

// src/masking/transforms/fake-name.ts
var fakeName2 = defineTransform({
  name: "fake-name",
  summary: "Replaces a person's name by a made-up one, chosen by HMAC: the same name gets the same fake.",
  options: strictObject({ locale, part: _default(_enum(["full", "first", "last"]), "full") }),
  ...fakeFacts,
  givesAway: "which values are equal but for case and spaces; some different values get the same fake",
  compile: (options, request) => {
    const room = request.type.limit ?? Number.POSITIVE_INFINITY;
    return fakeMask(request, options.locale, (words2, choose) => fakeName(words2, choose, options.part, room));
  }
});

// src/masking/transforms/fake-text.ts
import { createHash } from "node:crypto";
var words = "able about after again along among around because before behind below beside between beyond bright broad brown calm clear close common cool early easy even every fair few fine first flat fresh full gentle good grand green half heavy high kind large late level light little long many more most near new next often old open other plain quick quiet round short simple small".split(" ");
var mostWords = 200;
var fakeText = defineTransform({
  name: "fake-text",
  summary: "Replaces free text by as many common words, 200 at most, chosen by HMAC: the same text gets the same words.",
  options: strictObject({}),
  ...fakeFacts,
  givesAway: "the number of words, and which values are equal",
  compile: (_options, request) => {
    const hmac2 = hmacSha256(request.key());
    return textMask(request, (text3) => {
      const value = Buffer.from(text3);
      const count3 = Math.min(mostWords, Math.max(1, text3.trim().split(/\s+/).length));
      const choices = createHash("shake256", { outputLength: count3 }).update(hmac2(value, 0, value.length)).digest();
      return Array.from(choices, (byte) => words[byte % words.length] ?? "").join(" ");
    });
  }
});

// src/masking/transforms/fixed.ts
var fitInteger = (value, bytes, format) => {
  if (!/^-?\d{1,19}$/.test(value)) return void 0;
  const integer = BigInt(value);
  if (BigInt.asIntN(bytes * 8, integer) !== integer) return void 0;
  if (format === 0) return Buffer.from(integer.toString());
  const binary = Buffer.alloc(8);
  binary.writeBigInt64BE(integer);
  return binary.subarray(8 - bytes);
};
var fitNumeric2 = (value, type, format) => {
  const match2 = /^(-?)0*(\d{1,400}?)(?:\.(\d{1,400}))?$/.exec(value);
  if (match2 === null) return void 0;
  const [, sign = "", whole4 = "0", fraction = ""] = match2;
  const limits2 = numericLimits(type.typmod);
  if (limits2 !== void 0 && (fraction.length > limits2.scale || (whole4 === "0" ? 0 : whole4.length) > limits2.precision - limits2.scale)) {
    return void 0;
  }
  const scaled = limits2 === void 0 ? fraction : fraction.padEnd(limits2.scale, "0");
  const text3 = `${sign}${whole4}${scaled === "" ? "" : `.${scaled}`}`;
  return format === 0 ? Buffer.from(text3) : numericFromText(text3);
};
var fitFloat = (value, bytes, format) => {
  if (!/^-?\d{1,15}(\.\d{1,15})?$/.test(value)) return void 0;
  const number3 = bytes === 4 ? Math.fround(Number(value)) : Number(value);
  if (format === 0) return Buffer.from(floatText(number3, bytes));
  const binary = Buffer.alloc(bytes);
  if (bytes === 4) binary.writeFloatBE(number3);
  else binary.writeDoubleBE(number3);
  return binary;
};
var fit = (value, type, format) => {
  switch (type.scalar.family) {
    case "text":
      return Buffer.from(fitText(value, type));
    case "int2":
      return fitInteger(value, 2, format);
    case "int4":
      return fitInteger(value, 4, format);
    case "int8":
      return fitInteger(value, 8, format);
    case "numeric":
      return fitNumeric2(value, type, format);
    case "float4":
      return fitFloat(value, 4, format);
    case "float8":
      return fitFloat(value, 8, format);
    default:
      return void 0;
  }
};
var fixed = defineTransform({
  name: "fixed",
  summary: "Replaces the value by one given text or number; where it does not fit the type, by the redacted value.",
  options: strictObject({
    value: union([string().check(_maxLength(1024), _regex(/^[^\0]*$/, "must not hold a NUL")), number()])
  }),
  families: ["text", "int2", "int4", "int8", "numeric", "float4", "float8"],
  deterministic: true,
  joinable: false,
  reversible: false,
  givesAway: "whether the value is null",
  tolerates: "any",
  compile: (options, request) => {
    const value = fit(String(options.value), request.type, request.format);
    if (value === void 0) return request.redact;
    return (_source, _start, _end, out) => {
      appendAll(out, value);
      return true;
    };
  }
});

// src/masking/transforms/hash.ts
var hashText = ({ prefix, digits, fill }, request) => {
  const canonical = canonicaliser(request.type, request.format);
  if (canonical === void 0) return request.redact;
  const view = { source: Buffer.alloc(0), start: 0, end: 0 };
  return keyedMask(hmacSha256(request.key()), (appendToken) => (source, start, end, out) => {
    if (!canonical(source, start, end, view)) return request.redact(source, start, end, out);
    appendAll(out, prefix);
    appendToken(view.source, view.start, view.end, digits, out);
    appendRun(out, 32, fill);
    return true;
  });
};
var hash2 = defineTransform({
  name: "hash",
  summary: "Replaces the value by a token: HMAC-SHA256 under the key of the class, in the shape of the type.",
  options: strictObject({
    /** Hexadecimal digits of a text token. */
    length: _default(int().check(_gte(minTokenDigits), _lte(64)), 16),
    prefix: _default(string().check(_regex(/^[A-Za-z0-9_.:-]{0,16}$/, "up to 16 letters, digits and _.:-")), "")
  }),
  families: ["text", "int2", "int4", "int8", "numeric", "uuid", "bytea"],
  deterministic: true,
  joinable: true,
  reversible: false,
  givesAway: "which values are equal. Tokens of int4 (31 bits), int2 (15 bits) and short numeric collide sooner; a column too short for 8 digits is redacted",
  tolerates: "any",
  compile: (options, request) => {
    if (request.type.scalar.family === "text") {
      const token = textToken(request.type, options.length, options.prefix);
      return token === void 0 ? request.redact : hashText(token, request);
    }
    const canonical = canonicaliser(request.type, request.format);
    const write = tokenWriter(request.type, request.format);
    if (canonical === void 0 || write === void 0) return request.redact;
    const hmac2 = hmacSha256(request.key());
    const view = { source: Buffer.alloc(0), start: 0, end: 0 };
    return (source, start, end, out) => {
      if (!canonical(source, start, end, view)) return request.redact(source, start, end, out);
      write(hmac2(view.source, view.start, view.end), out);
      return true;
    };
  }
});

// src/masking/codec/resolve.ts
var maxDepth = 16;
var textLimit = (oid, typmod) => {
  if (oid === oids.varchar || oid === oids.bpchar) return declaredLength(typmod);
  if (oid === oids.char) return 1;
  return oid === oids.name ? 63 : void 0;
};
var scalarType = (oid, typmod, scalar, foldsCase = false) => ({
  kind: "scalar",
  oid,
  typmod,
  scalar,
  limit: textLimit(oid, typmod),
  padded: oid === oids.bpchar && typmod >= 4,
  foldsCase
});
var textType = scalarType(oids.text, -1, textScalar);
var resolveType = (oid, typmod, facts, depth = 0) => {
  const builtIn = scalarsByOid.get(oid);
  if (builtIn !== void 0) return scalarType(oid, typmod, builtIn);
  if (oid === oids.record) return { kind: "row", fields: void 0 };
  if (oid === oids.recordArray)
    return { kind: "array", elementOid: oids.record, element: { kind: "row", fields: void 0 }, delimiter: 44 };
  if (oid === oids.anyArray) return { kind: "array", elementOid: oids.text, element: textType, delimiter: 44 };
  const fact = facts.type(oid);
  if (fact === void 0 || depth > maxDepth) return scalarType(oid, typmod, opaqueScalar);
  switch (fact.kind) {
    case "d":
      return resolveType(fact.base, fact.baseTypmod, facts, depth + 1);
    case "e":
      return scalarType(oid, -1, enumScalar(fact.firstLabel));
    case "r":
      return scalarType(oid, -1, rangeScalar);
    case "m":
      return scalarType(oid, -1, multirangeScalar);
    case "c": {
      const columns = facts.relation(fact.relation)?.columns;
      if (columns === void 0) return scalarType(oid, -1, opaqueScalar);
      const fields = columns.map((c) => ({ oid: c.type, type: resolveType(c.type, c.typmod, facts, depth + 1) }));
      return { kind: "row", fields };
    }
    case "b":
    case "p":
      break;
  }
  if (fact.element !== 0) {
    const element = resolveType(fact.element, typmod, facts, depth + 1);
    return { kind: "array", elementOid: fact.element, element, delimiter: fact.element === oids.box ? 59 : 44 };
  }
  const extension = scalarsByInput.get(fact.input);
  return extension === void 0 ? scalarType(oid, typmod, opaqueScalar) : scalarType(oid, typmod, extension, fact.input === "citextin");
};

// src/masking/structured/hstore.ts
var quote = 34;
var backslash = 92;
var quotedEnd = (source, at3, end) => {
  if (source[at3] !== quote) return -1;
  for (let i = at3 + 1; i < end; i += 1) {
    if (source[i] === backslash) i += 1;
    else if (source[i] === quote) return i + 1;
  }
  return -1;
};
var appendQuoted = (out, source, start, end) => {
  appendByte(out, quote);
  for (let i = start; i < end; i += 1) {
    const byte = source[i] ?? 0;
    if (byte === quote || byte === backslash) appendByte(out, backslash);
    appendByte(out, byte);
  }
  appendByte(out, quote);
};
var startsWith = (source, at3, end, text3) => source.toString("latin1", at3, Math.min(end, at3 + text3.length)) === text3;
var maskHstoreText = (choose) => {
  const plain = byteSink(64);
  const masked2 = byteSink(64);
  const unquote = (source, start, end) => {
    plain.reset();
    for (let i = start + 1; i < end - 1; i += 1) {
      if (source[i] === backslash) i += 1;
      appendByte(plain, source[i] ?? 0);
    }
  };
  const value = (source, at3, end, mask2, out) => {
    const isNull = startsWith(source, at3, end, "NULL");
    const stop = isNull ? at3 + 4 : quotedEnd(source, at3, end);
    if (stop < 0 || isNull || mask2 === void 0) {
      if (stop > 0) append(out, source, at3, stop);
      return stop;
    }
    unquote(source, at3, stop);
    masked2.reset();
    if (mask2(plain.bytes, 0, plain.length, masked2)) appendQuoted(out, masked2.bytes, 0, masked2.length);
    else appendString(out, "NULL");
    return stop;
  };
  return (source, start, end, out) => {
    let at3 = start;
    while (at3 < end) {
      const keyEnd = quotedEnd(source, at3, end);
      if (keyEnd < 0 || !startsWith(source, keyEnd, end, "=>")) return false;
      append(out, source, at3, keyEnd + 2);
      unquote(source, at3, keyEnd);
      at3 = value(source, keyEnd + 2, end, choose(plain.bytes.toString("utf8", 0, plain.length)), out);
      if (at3 < 0) return false;
      if (at3 === end) return true;
      if (!startsWith(source, at3, end, ", ") || at3 + 2 >= end) return false;
      append(out, source, at3, at3 + 2);
      at3 += 2;
    }
    return true;
  };
};
var maskHstoreBinary = (choose) => (source, start, end, out) => {
  if (end - start < 4) return false;
  const count3 = source.readInt32BE(start);
  append(out, source, start, start + 4);
  let at3 = start + 4;
  for (let i = 0; i < count3; i += 1) {
    if (end - at3 < 8) return false;
    const key = at3 + 4;
    const keyEnd = key + source.readInt32BE(at3);
    if (keyEnd < key || keyEnd + 4 > end) return false;
    const length = source.readInt32BE(keyEnd);
    const stop = keyEnd + 4 + Math.max(0, length);
    if (length < -1 || stop > end) return false;
    const mask2 = length < 0 ? void 0 : choose(source.toString("utf8", key, keyEnd));
    append(out, source, at3, mask2 === void 0 ? stop : keyEnd);
    if (mask2 !== void 0) {
      const lengthAt = out.length;
      appendInt32(out, -1);
      if (mask2(source, keyEnd + 4, stop, out)) out.bytes.writeInt32BE(out.length - lengthAt - 4, lengthAt);
    }
    at3 = stop;
  }
  return count3 >= 0 && at3 === end;
};

// src/masking/structured/json-cursor.ts
var json = {
  quote: 34,
  comma: 44,
  colon: 58,
  openArray: 91,
  closeArray: 93,
  openObject: 123,
  closeObject: 125,
  backslash: 92
};
var isJsonSpace = (byte) => byte === 32 || byte === 10 || byte === 13 || byte === 9;
var skipSpace = (source, at3, end) => {
  let i = at3;
  while (i < end && isJsonSpace(source[i])) i += 1;
  return i;
};
var stringEnd = (source, at3, end) => {
  if (source[at3] !== json.quote) return -1;
  for (let i = at3 + 1; i < end; i += 1) {
    const byte = source[i];
    if (byte === json.backslash) i += 1;
    else if (byte === json.quote) return i + 1;
  }
  return -1;
};
var kindAt = (source, at3) => {
  const byte = source[at3] ?? 0;
  if (byte === json.quote) return "string";
  if (byte === json.openObject) return "object";
  if (byte === json.openArray) return "array";
  if (byte === 110) return "null";
  if (byte === 116 || byte === 102) return "boolean";
  return byte === 45 || byte >= 48 && byte <= 57 ? "number" : void 0;
};
var plainEnd = (source, at3, end) => {
  let i = at3;
  while (i < end) {
    const byte = source[i];
    if (byte === json.comma || byte === json.closeArray || byte === json.closeObject || isJsonSpace(byte)) break;
    i += 1;
  }
  return /^(?:null|true|false|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)$/.test(source.toString("latin1", at3, i)) ? i : -1;
};
var maxDepth2 = 1e4;
var isObjectAt = new Uint8Array(maxDepth2 + 1);
var memberValue = (source, at3, end) => {
  const nameEnd = stringEnd(source, at3, end);
  const colon = nameEnd < 0 ? -1 : skipSpace(source, nameEnd, end);
  return colon < 0 || colon >= end || source[colon] !== json.colon ? -1 : skipSpace(source, colon + 1, end);
};
var scalarEnd = (source, at3, end) => source[at3] === json.quote ? stringEnd(source, at3, end) : plainEnd(source, at3, end);
var valueEnd = (source, start, end) => {
  let depth = 0;
  let at3 = start;
  for (; ; ) {
    if (at3 >= end) return -1;
    const byte = source[at3];
    if (byte === json.openObject || byte === json.openArray) {
      if (depth === maxDepth2) return -1;
      depth += 1;
      const isObject2 = byte === json.openObject;
      isObjectAt[depth] = isObject2 ? 1 : 0;
      at3 = skipSpace(source, at3 + 1, end);
      if (at3 < end && source[at3] !== (isObject2 ? json.closeObject : json.closeArray)) {
        if (isObject2) at3 = memberValue(source, at3, end);
        if (at3 < 0) return -1;
        continue;
      }
    } else {
      at3 = scalarEnd(source, at3, end);
      if (at3 < 0 || depth === 0) return at3;
      at3 = skipSpace(source, at3, end);
    }
    while (depth > 0 && at3 < end && source[at3] === (isObjectAt[depth] === 1 ? json.closeObject : json.closeArray)) {
      depth -= 1;
      at3 += 1;
      if (depth === 0) return at3;
      at3 = skipSpace(source, at3, end);
    }
    if (at3 >= end || source[at3] !== json.comma) return -1;
    at3 = skipSpace(source, at3 + 1, end);
    if (isObjectAt[depth] === 1) at3 = memberValue(source, at3, end);
    if (at3 < 0) return -1;
  }
};
var stringValue = (source, start, end) => {
  if (indexOfByte(source, json.backslash, start, end) < 0) return source.subarray(start + 1, end - 1);
  try {
    return Buffer.from(String(JSON.parse(source.toString("utf8", start, end))));
  } catch {
    return void 0;
  }
};
var appendJsonString = (out, source, start, end) => {
  appendByte(out, json.quote);
  let from = start;
  for (let i = start; i < end; i += 1) {
    const byte = source[i] ?? 0;
    if (byte >= 32 && byte !== json.quote && byte !== json.backslash) continue;
    append(out, source, from, i);
    appendString(out, JSON.stringify(String.fromCharCode(byte)).slice(1, -1));
    from = i + 1;
  }
  append(out, source, from, end);
  appendByte(out, json.quote);
};

// src/masking/structured/json-mask.ts
var passJson = (source, at3, end, out) => {
  const stop = valueEnd(source, at3, end);
  if (stop >= 0) append(out, source, at3, stop);
  return stop;
};
var emptied = { object: "{}", array: "[]", boolean: "false" };
var leafMask = (masks, masked2) => (source, at3, end, out) => {
  const stop = valueEnd(source, at3, end);
  const kind = kindAt(source, at3);
  if (stop < 0 || kind === void 0) return -1;
  if (kind === "null" || masks.nullify) appendString(out, "null");
  else if (kind === "string") {
    const value = stringValue(source, at3, stop);
    if (value === void 0) return -1;
    masked2.reset();
    if (masks.text(value, 0, value.length, masked2)) appendJsonString(out, masked2.bytes, 0, masked2.length);
    else appendString(out, "null");
  } else if (kind === "number") {
    if (!masks.number(source, at3, stop, out)) appendString(out, "null");
  } else appendString(out, emptied[kind]);
  return stop;
};
var expectByte = (source, at3, end, byte, out) => {
  const found = skipSpace(source, at3, end);
  if (found >= end || source[found] !== byte) return -1;
  append(out, source, at3, found + 1);
  return found + 1;
};
var walk = (source, at3, end, out, close, entry) => {
  append(out, source, at3, at3 + 1);
  let position = at3 + 1;
  const first = skipSpace(source, position, end);
  if (source[first] === close) {
    append(out, source, position, first + 1);
    return first + 1;
  }
  for (let index = 0; ; index += 1) {
    const start = skipSpace(source, position, end);
    append(out, source, position, start);
    position = entry(start, index);
    if (position < 0 || position >= end) return -1;
    const next = skipSpace(source, position, end);
    const byte = source[next];
    if (next >= end || byte !== json.comma && byte !== close) return -1;
    append(out, source, position, next + 1);
    position = next + 1;
    if (byte === close) return position;
  }
};
var arrayMask = (items) => (source, at3, end, out) => {
  if (source[at3] !== json.openArray) return -1;
  let count3 = 0;
  const stop = walk(source, at3, end, out, json.closeArray, (position, index) => {
    count3 += 1;
    return items[index]?.(source, position, end, out) ?? -1;
  });
  return count3 === items.length ? stop : -1;
};
var eachMask = (item) => (source, at3, end, out) => {
  if (kindAt(source, at3) === "null") return passJson(source, at3, end, out);
  if (source[at3] !== json.openArray) return -1;
  return walk(source, at3, end, out, json.closeArray, (position) => item(source, position, end, out));
};
var memberName = (name2) => Buffer.from(JSON.stringify(name2));
var member = (source, nameEnd, end, mask2, out) => {
  const colon = expectByte(source, nameEnd, end, json.colon, out);
  if (colon < 0) return -1;
  const value = skipSpace(source, colon, end);
  append(out, source, colon, value);
  return mask2(source, value, end, out);
};
var orderedObjectMask = (members) => (source, at3, end, out) => {
  if (source[at3] !== json.openObject) return -1;
  let count3 = 0;
  const stop = walk(source, at3, end, out, json.closeObject, (position, index) => {
    const expected = members[index];
    const nameEnd = stringEnd(source, position, end);
    if (expected === void 0 || nameEnd < 0) return -1;
    if (expected.name.compare(source, position, nameEnd) !== 0) return -1;
    count3 += 1;
    append(out, source, position, nameEnd);
    return member(source, nameEnd, end, expected.mask, out);
  });
  return count3 === members.length ? stop : -1;
};
var chosenObjectMask = (choose) => (source, at3, end, out) => {
  if (source[at3] !== json.openObject) return -1;
  return walk(source, at3, end, out, json.closeObject, (position) => {
    const nameEnd = stringEnd(source, position, end);
    const name2 = nameEnd < 0 ? void 0 : stringValue(source, position, nameEnd);
    if (name2 === void 0) return -1;
    append(out, source, position, nameEnd);
    return member(source, nameEnd, end, choose(name2.toString("utf8")), out);
  });
};
var namedObjectMask = (members) => (source, at3, end, out) => {
  if (source[at3] !== json.openObject) return -1;
  let count3 = 0;
  const stop = walk(source, at3, end, out, json.closeObject, (position) => {
    const nameEnd = stringEnd(source, position, end);
    const name2 = nameEnd < 0 ? void 0 : stringValue(source, position, nameEnd);
    const mask2 = name2 === void 0 ? void 0 : members.get(name2.toString("utf8"));
    if (mask2 === void 0) return -1;
    count3 += 1;
    append(out, source, position, nameEnd);
    return member(source, nameEnd, end, mask2, out);
  });
  return count3 === members.size ? stop : -1;
};

// src/masking/structured/json-compile.ts
var redactedSpec = { transform: "redact", options: {} };
var numberType = scalarType(oids.numeric, -1, numericScalar);
var jsonLeaf = (mask2, leaf) => leafMask({ text: leaf(mask2, textType), number: leaf(mask2, numberType), nullify: mask2.transform === "null" }, byteSink(256));
var leafOf = (mask2, className, form5) => jsonLeaf(mask2, (spec, type) => form5.leaf(spec, className, type));
var compile = (treatment, form5) => {
  if (treatment.kind === "pass") return passJson;
  if (treatment.kind === "redact") return leafOf(redactedSpec, "", form5);
  if (treatment.kind === "mask") return leafOf(treatment.mask, treatment.class, form5);
  return compileShape(treatment.shape, form5);
};
var compileObject = (shape, form5) => {
  const members = shape.members.map(({ name: name2, treatment }) => ({ name: name2, mask: compile(treatment, form5) }));
  if (!form5.sorted) return orderedObjectMask(members.map(({ name: name2, mask: mask2 }) => ({ name: memberName(name2), mask: mask2 })));
  const byName = /* @__PURE__ */ new Map();
  for (const { name: name2, mask: mask2 } of members) {
    const other = byName.get(name2);
    byName.set(name2, other === void 0 || other === passJson && mask2 === passJson ? mask2 : leafOf(redactedSpec, "", form5));
  }
  return namedObjectMask(byName);
};
var compileShape = (shape, form5) => {
  if (shape.kind === "json-object") return compileObject(shape, form5);
  if (shape.kind === "json-array") return arrayMask(shape.items.map((item) => compile(item, form5)));
  if (shape.kind === "each") return eachMask(compile(shape.item, form5));
  return leafOf(redactedSpec, "", form5);
};
var jsonCell = (mask2, versioned2) => (source, start, end, out) => {
  let at3 = start;
  if (versioned2) {
    if (source[at3] !== 1) return false;
    appendByte(out, 1);
    at3 += 1;
  }
  const first = skipSpace(source, at3, end);
  append(out, source, at3, first);
  const stop = mask2(source, first, end, out);
  if (stop < 0 || skipSpace(source, stop, end) !== end) return false;
  append(out, source, stop, end);
  return true;
};
var compileJsonCell = (shape, form5) => jsonCell(compileShape(shape, form5), form5.versioned);

// src/masking/transforms/mask-document.ts
var isComplete = (transform2) => transform2.options.safeParse({}).success;
var innerMask = (table2) => union([
  _enum(["keep", ...table2.filter(isComplete).map(({ name: name2 }) => name2)]),
  ...table2.map((transform2) => strictObject({ [transform2.name]: transform2.options }))
]);
var specOf = (mask2) => {
  if (mask2 === "keep") return void 0;
  if (typeof mask2 === "string") return { transform: mask2, options: {} };
  const [transform2 = "redact", options = {}] = Object.entries(mask2)[0] ?? [];
  return { transform: transform2, options };
};

// src/masking/transforms/hstore.ts
var hstoreKeys = (inner2) => defineTransform({
  name: "hstore",
  summary: "Masks the values of an hstore by key; values of other keys are redacted or kept.",
  options: strictObject({
    keys: record(string(), inner2),
    others: _default(_enum(["redact", "keep"]), "redact")
  }),
  families: ["hstore"],
  deterministic: true,
  joinable: false,
  reversible: false,
  givesAway: "the keys, which values are null, what is kept, and what the masks of the keys give away",
  tolerates: ["coalesce", "case", "nullif"],
  compile: (options, request) => {
    const { format, redact: redact2 } = request;
    const masks = new Map(
      Object.entries(options.keys).map(([key, one]) => {
        const spec = specOf(one);
        return [key, spec && request.nested(spec, textType, format)];
      })
    );
    const others = options.others === "keep" ? void 0 : request.nested(redactedSpec, textType, format);
    const choose = (key) => masks.has(key) ? masks.get(key) : others;
    return orRedacted(format === 1 ? maskHstoreBinary(choose) : maskHstoreText(choose), redact2);
  }
});

// src/masking/codec/address.ts
var familyByte = { 4: 2, 16: 3 };
var v4Bytes = (text3) => {
  const parts = text3.split(".");
  if (parts.length !== 4 || !parts.every((part2) => /^\d{1,3}$/.test(part2) && Number(part2) < 256)) return void 0;
  return parts.map(Number);
};
var groups = (text3) => {
  if (text3 === "") return [];
  const parts = text3.split(":");
  const found = [];
  for (const [i, part2] of parts.entries()) {
    const v4 = i === parts.length - 1 ? v4Bytes(part2) : void 0;
    if (v4 !== void 0) found.push(...v4);
    else if (/^[0-9a-f]{1,4}$/i.test(part2)) found.push(Number.parseInt(part2, 16) >> 8, Number.parseInt(part2, 16) & 255);
    else return void 0;
  }
  return found;
};
var v6Bytes = (text3) => {
  const halves = text3.split("::");
  if (halves.length > 2) return void 0;
  const [head, tail] = [groups(halves[0] ?? ""), groups(halves[1] ?? "")];
  if (head === void 0 || tail === void 0) return void 0;
  const missing2 = 16 - head.length - tail.length;
  if (halves.length === 1 ? missing2 !== 0 : missing2 < 1) return void 0;
  return [...head, ...Array.from({ length: missing2 }, () => 0), ...tail];
};
var addressFromText = (text3) => {
  if (text3.length > 64) return void 0;
  const [address2 = "", suffix, ...more] = text3.split("/");
  const bytes = v4Bytes(address2) ?? (address2.includes(":") ? v6Bytes(address2) : void 0);
  if (bytes === void 0 || more.length > 0) return void 0;
  const bits2 = bytes.length * 8;
  if (suffix !== void 0 && (!/^\d{1,3}$/.test(suffix) || Number(suffix) > bits2)) return void 0;
  return { bytes: Buffer.from(bytes), prefix: suffix === void 0 ? bits2 : Number(suffix) };
};
var v6Text = (bytes) => {
  const words2 = Array.from({ length: 8 }, (_, i) => bytes.readUInt16BE(i * 2));
  let [best, bestLength] = [-1, 1];
  for (let i = 0; i < 8; i += 1) {
    let length = 0;
    while (words2[i + length] === 0) length += 1;
    if (length > bestLength) [best, bestLength] = [i, length];
    i += length;
  }
  if (best === 0 && (bestLength === 6 || bestLength === 5 && words2[5] === 65535)) {
    return `${bestLength === 6 ? "::" : "::ffff:"}${[...bytes.subarray(12)].join(".")}`;
  }
  const hex2 = words2.map((word) => word.toString(16));
  if (best < 0) return hex2.join(":");
  return `${hex2.slice(0, best).join(":")}::${hex2.slice(best + bestLength).join(":")}`;
};
var addressText = ({ bytes, prefix }, showPrefix) => `${bytes.length === 4 ? [...bytes].join(".") : v6Text(bytes)}${showPrefix ? `/${String(prefix)}` : ""}`;
var addressFromBinary = (source, start, end) => {
  const count3 = end - start - 4;
  if (count3 !== 4 && count3 !== 16) return void 0;
  const prefix = source.readUInt8(start + 1);
  if (source[start] !== familyByte[count3] || source[start + 3] !== count3 || prefix > count3 * 8) return void 0;
  return { bytes: Buffer.from(source.subarray(start + 4, end)), prefix };
};
var addressBinary = ({ bytes, prefix }, isCidr) => Buffer.from([familyByte[bytes.length === 4 ? 4 : 16], prefix, isCidr ? 1 : 0, bytes.length, ...bytes]);
var network = ({ bytes, prefix }, bits2) => {
  const kept = Math.min(bits2, prefix);
  const masked2 = bytes.map((byte, i) => byte & 65280 >> Math.max(0, Math.min(8, kept - i * 8)));
  return { bytes: Buffer.from(masked2), prefix: kept };
};

// src/masking/transforms/ip-prefix.ts
var cidrOid = 650;
var ipPrefix = defineTransform({
  name: "ip-prefix",
  summary: "Keeps the first bits of an IP address and zeroes the others; inet and cidr show how many were kept.",
  options: strictObject({
    v4: _default(int().check(_gte(0), _lte(28)), 24),
    v6: _default(int().check(_gte(0), _lte(64)), 48)
  }),
  families: ["inet", "text"],
  deterministic: true,
  joinable: false,
  reversible: false,
  givesAway: "the network, and whether it is IPv4 or IPv6",
  tolerates: ["coalesce", "case", "nullif", "min", "max"],
  compile: (options, request) => {
    const { type, format, redact: redact2 } = request;
    const keep = (bytes) => bytes.length === 4 ? options.v4 : options.v6;
    if (type.scalar.family === "text") {
      return textMask(request, (text3) => {
        const address2 = addressFromText(text3);
        return address2 && addressText(network(address2, keep(address2.bytes)), text3.includes("/"));
      });
    }
    const isCidr = type.oid === cidrOid;
    return (source, start, end, out) => {
      const address2 = format === 1 ? addressFromBinary(source, start, end) : addressFromText(source.toString("latin1", start, end));
      if (address2 === void 0) return redact2(source, start, end, out);
      const masked2 = network(address2, keep(address2.bytes));
      if (format === 1) appendAll(out, addressBinary(masked2, isCidr));
      else appendString(out, addressText(masked2, isCidr || masked2.prefix < masked2.bytes.length * 8));
      return true;
    };
  }
});

// src/masking/structured/json-paths.ts
var steps = /\.([A-Za-z_][\w-]*)|\."((?:[^"\\]|\\["\\])+)"|(\.\*)|(\[\*\])/y;
var parsePath = (path2) => {
  if (!path2.startsWith("$") || path2.length < 2) return void 0;
  const found = [];
  steps.lastIndex = 1;
  while (steps.lastIndex < path2.length) {
    const match2 = steps.exec(path2);
    if (match2 === null) return void 0;
    const [, plain, quoted, any] = match2;
    const name2 = plain ?? quoted?.replaceAll(/\\(.)/g, "$1");
    if (name2 !== void 0) found.push({ kind: "member", name: name2 });
    else found.push({ kind: any === void 0 ? "items" : "any" });
  }
  return found;
};
var branch = () => ({ members: /* @__PURE__ */ new Map(), any: void 0, items: void 0, mask: void 0 });
var childOf = (parent, step2) => {
  if (step2.kind === "any") return parent.any ??= branch();
  if (step2.kind === "items") return parent.items ??= branch();
  const found = parent.members.get(step2.name) ?? branch();
  parent.members.set(step2.name, found);
  return found;
};
var compileBranch = (from, masks) => {
  const { mask: mask2 = masks.unexpected } = from;
  const any = from.any && compileBranch(from.any, masks);
  const members = new Map([...from.members].map(([name2, inner2]) => [name2, compileBranch(inner2, masks)]));
  const items = from.items && eachMask(compileBranch(from.items, masks));
  const object2 = members.size === 0 && any === void 0 ? void 0 : chosenObjectMask((name2) => members.get(name2) ?? any ?? masks.others);
  return (source, at3, end, out) => {
    const kind = kindAt(source, at3);
    if (kind === "object" && object2 !== void 0) return object2(source, at3, end, out);
    return (kind === "array" && items !== void 0 ? items : mask2)(source, at3, end, out);
  };
};
var pathMask = (masks) => {
  const root = branch();
  for (const [path2, mask2] of masks.paths) path2.reduce(childOf, root).mask = mask2;
  return compileBranch(root, masks);
};

// src/masking/transforms/json.ts
var path = string().check(
  refine(
    (text3) => parsePath(text3) !== void 0,
    'is not a path: write $.member, $."odd name", $.* for every member, [*] for every item'
  )
);
var jsonPaths = (inner2) => defineTransform({
  name: "json",
  summary: "Masks json and jsonb at paths, and leaves the bytes between as they are; what no path names is redacted or kept.",
  options: strictObject({
    paths: record(path, inner2),
    others: _default(_enum(["redact", "keep"]), "redact")
  }),
  families: ["json", "jsonb"],
  deterministic: true,
  joinable: false,
  reversible: false,
  givesAway: "the shape: names of members along the paths, number of items; what is kept; what the masks at the paths give away. A value where a path expects to go deeper is redacted",
  tolerates: ["coalesce", "case", "nullif"],
  compile: (options, request) => {
    const { type, format, redact: redact2 } = request;
    const leaf = (spec) => spec === void 0 ? passJson : jsonLeaf(spec, (one, of2) => request.nested(one, of2, 0));
    const unexpected = leaf(redactedSpec);
    const mask2 = pathMask({
      paths: Object.entries(options.paths).map(([text3, one]) => [parsePath(text3) ?? [], leaf(specOf(one))]),
      others: options.others === "keep" ? passJson : unexpected,
      unexpected
    });
    return orRedacted(jsonCell(mask2, type.scalar.family === "jsonb" && format === 1), redact2);
  }
});

// src/masking/transforms/noise.ts
var bits = 52n;
var whole2 = 2n ** bits;
var workingScale = 6;
var noise = defineTransform({
  name: "noise",
  summary: "Adds to a number a keyed amount that is bounded by `amount`, or by `percent` of the number. Equal numbers get equal noise, so that asking again averages nothing out.",
  options: strictObject({ amount: optional(step), percent: optional(number().check(_positive(), _lte(100))) }).check(
    refine(({ amount, percent }) => amount === void 0 !== (percent === void 0), "give either amount or percent")
  ),
  families: numberFamilies,
  deterministic: true,
  joinable: false,
  reversible: false,
  givesAway: "the value to within the bound, and the value itself where the bound is below its last digit; which values are equal; with `percent`, zero and the sign",
  tolerates: ["coalesce", "case", "min", "max"],
  compile: (options, request) => {
    const hmac2 = hmacSha256(request.key());
    const amount = options.amount === void 0 ? void 0 : exactly(options.amount);
    const percent = exactly(options.percent ?? 0);
    const percentOf = 10n ** BigInt(percent.scale + 2);
    const bound = (value) => rescale(amount ?? fractionOf(value, percent.unscaled, percentOf), Math.max(value.scale, workingScale));
    return numberMask(request, amount, (value) => {
      const fine = rescale(value, Math.max(value.scale, workingScale));
      const text3 = Buffer.from(canonicalNumber(decimalText(value)), "latin1");
      const turn = (hmac2(text3, 0, text3.length).readBigUInt64BE(0) >> 64n - bits - 1n) - whole2;
      return rescale(add(fine, fractionOf(bound(fine), turn, whole2)), value.scale);
    });
  }
});

// src/masking/transforms/null.ts
var nullify = defineTransform({
  name: "null",
  summary: "Replaces the value by SQL NULL, in NOT NULL columns too, which some clients do not expect.",
  options: strictObject({}),
  families: "any",
  deterministic: true,
  joinable: false,
  reversible: false,
  givesAway: "nothing of the value; not even whether it was null",
  tolerates: "any",
  compile: () => () => false
});

// src/masking/transforms/partial.ts
var count2 = _default(int().check(_gte(0), _lte(64)), 0);
var partial = defineTransform({
  name: "partial",
  summary: "Keeps the first and last characters and masks those between; a value is masked whole where more than half would show.",
  options: strictObject({
    first: count2,
    last: count2,
    character: maskCharacter,
    separators: _default(_enum(["mask", "keep"]), "mask")
  }),
  families: ["text"],
  deterministic: true,
  joinable: false,
  reversible: false,
  givesAway: "the length, the first and last characters asked for (never more than half of a value), separators if kept",
  // Not trim: with characters of the reader's choice it moves the window over the value.
  tolerates: ["lower", "upper", "cast", "coalesce", "case", "nullif", "min", "max"],
  compile: (options, request) => {
    const mask2 = {
      first: options.first,
      last: options.last,
      character: options.character.charCodeAt(0),
      keepSeparators: options.separators === "keep"
    };
    return compileCharacterMask(mask2, request);
  }
});

// src/masking/transforms/phone.ts
var oneDigit = /^[17]/;
var twoDigits = /^(?:2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;
var codeLength = (digits) => {
  if (oneDigit.test(digits)) return 1;
  return twoDigits.test(digits) ? 2 : 3;
};
var keptDigits = (text3, digits) => {
  if (text3.startsWith("+")) return codeLength(digits);
  return digits.startsWith("00") ? 2 + codeLength(digits.slice(2)) : 0;
};
var masked = { least: 4, most: 18 };
var phone = defineTransform({
  name: "phone",
  summary: "Replaces the digits of a phone number by keyed ones; a country code behind + or 00, spaces and punctuation stay.",
  options: strictObject({}),
  families: ["text"],
  deterministic: true,
  joinable: false,
  reversible: false,
  givesAway: "the country code, how the number is written, and which numbers are equal; what is no phone number is redacted",
  tolerates: ["coalesce", "case", "min", "max"],
  compile: (_options, request) => {
    const hmac2 = hmacSha256(request.key());
    return textMask(request, (text3) => {
      if (!/^\+?[\d ().\-/]{5,40}$/.test(text3)) return void 0;
      const digits = text3.replaceAll(/\D/g, "");
      const kept = keptDigits(text3, digits);
      const hidden = digits.length - kept;
      if (hidden < masked.least || hidden > masked.most) return void 0;
      const message2 = Buffer.from(digits, "latin1");
      const value = hmac2(message2, 0, message2.length).readBigUInt64BE(0) % 10n ** BigInt(hidden);
      const shown2 = `${digits.slice(0, kept)}${value.toString().padStart(hidden, "0")}`;
      let next = 0;
      return text3.replaceAll(/\d/g, () => shown2.charAt(next++));
    });
  }
});

// src/masking/transforms/range.ts
var range2 = defineTransform({
  name: "range",
  summary: "Replaces a number that is stored as text by the range it is in, [20,30); of number columns use bucket.",
  options: strictObject({ width: step }),
  families: ["text"],
  deterministic: true,
  joinable: false,
  reversible: false,
  givesAway: "the range; what is no number, or no room for the range, is redacted",
  tolerates: ["coalesce", "case", "nullif", "min", "max"],
  compile: (options, request) => {
    const width = exactly(options.width);
    return textMask(request, (text3) => {
      const value = decimalFrom(text3);
      if (value === void 0) return void 0;
      const least = floorTo(value, width);
      const scale = width.scale;
      const least0 = { unscaled: least.unscaled / 10n ** BigInt(least.scale - scale), scale };
      const range3 = `[${decimalText(least0)},${decimalText(add(least0, width))})`;
      return range3.length > (request.type.limit ?? range3.length) ? void 0 : range3;
    });
  }
});

// src/masking/transforms/redact.ts
var redact = defineTransform({
  name: "redact",
  summary: "Replaces the value by one neutral value of its type: ***, 0, 1970-01-01, the first label of an enum, ...",
  options: strictObject({}),
  families: "any",
  deterministic: true,
  joinable: false,
  reversible: false,
  givesAway: "whether the value is null",
  tolerates: "any",
  compile: (_options, request) => request.redact
});

// src/masking/transforms/round.ts
var round = defineTransform({
  name: "round",
  summary: "Rounds a number to the nearest multiple of a step.",
  options: strictObject({ to: step }),
  families: numberFamilies,
  deterministic: true,
  joinable: false,
  reversible: false,
  givesAway: "the value to within half a step",
  tolerates: ["coalesce", "case", "nullif", "min", "max"],
  compile: (options, request) => {
    const to = exactly(options.to);
    return numberMask(request, to, (value) => roundTo(value, to));
  }
});

// src/masking/detectors/lazy.ts
var loaded2;
var loadDetectors = async () => {
  if (loaded2 !== void 0) return;
  const [found, scrubbed] = await Promise.all([import("./find-XPVSTY6I.js"), import("./scrub-L67JRISD.js")]);
  loaded2 = { findSpans: found.findSpans, scrubText: scrubbed.scrubText };
};
var loadedDetectors = () => {
  if (loaded2 === void 0) throw new PgveilError("PGVEIL_INTERNAL", "a text is to be scrubbed before the detectors are loaded");
  return loaded2;
};
var mentionsScrub = (value) => {
  if (typeof value === "string") return value === "scrub";
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(([key, inner2]) => key === "scrub" || mentionsScrub(inner2));
};
var needsDetectors = ({ transform: transform2, options }) => transform2 === "scrub" || mentionsScrub(options);

// src/masking/transforms/scrub.ts
var scrub = defineTransform({
  name: "scrub",
  summary: "Replaces what the detectors find in free text (addresses, numbers, names, secrets, ...) and shows the rest.",
  options: strictObject({}),
  families: ["text"],
  deterministic: true,
  joinable: false,
  reversible: false,
  givesAway: "all that the detectors do not find: they miss some, and find nothing that is personal by its meaning alone",
  // Letters in another case, or a text that is cut, are not found as well.
  tolerates: ["coalesce", "case", "nullif", "min", "max"],
  compile: (_options, request) => {
    if (request.type.oid === oids.char) return request.redact;
    const scrubbed = textMask(request, (value) => loadedDetectors().scrubText(value));
    return (source, start, end, out) => {
      if (loadedDetectors().findSpans(source.toString("utf8", start, end)).length > 0) return scrubbed(source, start, end, out);
      append(out, source, start, end);
      return true;
    };
  }
});

// src/masking/transforms/url.ts
var form3 = /^([a-z][a-z0-9+.-]{0,31}:\/\/)(?:[^/?#]*@)?([a-z0-9._~%:[\]-]*)((?:\/[^?#]*)?)(?:[?#]|$)/is;
var url2 = defineTransform({
  name: "url",
  summary: "Strips credentials, query and fragment from a URL; anything but a URL with a host is redacted.",
  options: strictObject({ path: _default(_enum(["keep", "drop"]), "keep") }),
  families: ["text"],
  deterministic: true,
  joinable: false,
  reversible: false,
  givesAway: "scheme, host and port; the path if kept",
  tolerates: ["coalesce", "case", "nullif", "min", "max"],
  compile: (options, request) => textMask(request, (text3) => {
    const match2 = form3.exec(text3);
    return match2 === null ? void 0 : `${match2[1] ?? ""}${match2[2] ?? ""}${options.path === "keep" ? match2[3] ?? "" : ""}`;
  })
});

// src/masking/transforms/uuid-token.ts
var form4 = /^[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$/i;
var uuidToken2 = defineTransform({
  name: "uuid-token",
  summary: "Replaces a UUID by another (HMAC-SHA256, version 8 of RFC 9562), the same for uuid columns and for text that holds one.",
  options: strictObject({}),
  families: ["uuid", "text"],
  deterministic: true,
  joinable: true,
  reversible: false,
  givesAway: "which values are equal; text that holds no UUID, or not the room for one, is redacted",
  tolerates: "any",
  compile: (_options, request) => {
    const { type, format, redact: redact2 } = request;
    const hmac2 = hmacSha256(request.key());
    const isText = type.scalar.family === "text";
    if (isText && (type.limit ?? 36) < 36) return redact2;
    const padding = type.padded ? " ".repeat((type.limit ?? 36) - 36) : "";
    const bytesOf2 = (source, start, end) => {
      if (!isText && format === 1) return end - start === 16 ? source.subarray(start, end) : void 0;
      const text3 = source.toString("latin1", start, end).trimEnd();
      return form4.test(text3) ? Buffer.from(text3.replaceAll("-", ""), "hex") : void 0;
    };
    return (source, start, end, out) => {
      const bytes = bytesOf2(source, start, end);
      if (bytes === void 0) return redact2(source, start, end, out);
      const token = uuidFrom(hmac2(bytes, 0, 16));
      if (!isText && format === 1) append(out, token, 0, 16);
      else appendString(out, `${uuidText2(token)}${padding}`);
      return true;
    };
  }
});

// src/masking/transforms/when.ts
var matchesGlob = (text3, pattern) => {
  const [first = "", ...rest] = pattern.split("*");
  const last2 = rest.pop();
  if (last2 === void 0) return text3 === pattern;
  if (!text3.startsWith(first)) return false;
  let at3 = first.length;
  for (const part2 of rest) {
    const found = text3.indexOf(part2, at3);
    if (found < 0) return false;
    at3 = found + part2.length;
  }
  return text3.length - last2.length >= at3 && text3.endsWith(last2);
};
var pass = (source, start, end, out) => {
  append(out, source, start, end);
  return true;
};
var when = (inner2) => defineTransform({
  name: "when",
  summary: "Chooses between two masks, one of which may be to keep the value, by patterns that the whole value matches.",
  options: strictObject({
    /** Patterns in which `*` stands for any characters; upper and lower case differ. */
    matches: array(string().check(_minLength(1), _maxLength(256))).check(_minLength(1)),
    // oxlint-disable-next-line unicorn/no-thenable -- the policy's word; nothing awaits options
    then: inner2,
    otherwise: _default(inner2, "redact")
  }),
  families: ["text"],
  deterministic: true,
  joinable: false,
  reversible: false,
  givesAway: "which values match; what is kept, and what the two masks give away",
  tolerates: ["coalesce", "case", "nullif", "min", "max"],
  compile: (options, request) => {
    const compile2 = (mask2) => {
      const spec = specOf(mask2);
      return spec === void 0 ? pass : request.nested(spec, request.type, request.format);
    };
    const [match2, otherwise] = [compile2(options.then), compile2(options.otherwise)];
    return (source, start, end, out) => {
      let last2 = end;
      if (request.type.padded) while (last2 > start && source[last2 - 1] === 32) last2 -= 1;
      const text3 = source.toString("utf8", start, last2);
      const chosen = options.matches.some((pattern) => matchesGlob(text3, pattern)) ? match2 : otherwise;
      return chosen(source, start, end, out);
    };
  }
});

// src/masking/transforms/index.ts
var whole3 = [
  redact,
  nullify,
  fixed,
  partial,
  characters,
  email,
  phone,
  card,
  cardToken,
  url2,
  ipPrefix,
  fakeName2,
  fakeAddress2,
  fakeCompany2,
  fakeText,
  scrub,
  hash2,
  uuidToken2,
  encrypt2,
  dateShift,
  dateTruncate,
  bucket,
  range2,
  round,
  noise,
  coarsen
];
var inner = innerMask(whole3);
var composed = [jsonPaths(inner), hstoreKeys(inner), when(inner)];
var transforms = new Map(
  [...whole3, ...composed].map((transform2) => [transform2.name, transform2])
);

// src/policy/schema-cloud.ts
var common = {
  audience: optional(text),
  "token-file": optional(text)
};
var hour2 = 36e5;
var lifetime = prefault(
  duration.check(
    refine((milliseconds) => milliseconds >= hour2 / 4 && milliseconds <= 12 * hour2, { error: "is not from 15m to 12h" })
  ),
  "1h"
);
var matching = (pattern, error) => string().check(_regex(pattern, error));
var aws = strictObject({
  provider: literal("aws-rds-iam"),
  ...common,
  role: matching(/^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]{1,500}$/, "is not a role: write arn:aws:iam::ACCOUNT:role/NAME"),
  region: matching(/^[a-z]{2}(?:-[a-z]+)+-\d$/, "is not a region, as in eu-central-1"),
  lifetime
});
var google = strictObject({
  provider: literal("gcp-cloud-sql"),
  ...common,
  "workload-identity-provider": matching(
    /^projects\/\d+\/locations\/global\/workloadIdentityPools\/[a-z0-9-]+\/providers\/[a-z0-9-]+$/,
    "is not a provider: write projects/NUMBER/locations/global/workloadIdentityPools/POOL/providers/PROVIDER"
  ),
  "service-account": matching(
    /^[a-z0-9-]+@[a-z0-9.-]+\.gserviceaccount\.com$/,
    "is not a service account: write NAME@PROJECT.iam.gserviceaccount.com"
  ),
  lifetime
});
var azure = strictObject({
  provider: literal("azure-postgres"),
  ...common,
  tenant: uuid("is not the id of a tenant"),
  "client-id": uuid("is not the id of an application")
});
var cloudIdentity = discriminatedUnion("provider", [aws, google, azure], {
  error: "is not a provider: write aws-rds-iam, gcp-cloud-sql or azure-postgres"
});

// src/policy/schema-sinks.ts
var common2 = {
  required: _default(boolean(), true),
  timeout: prefault(duration, "10s")
};
var address = url({ protocol: /^https?$/, error: "is not a URL that begins with https:// or http://" });
var file = strictObject({ kind: literal("file"), ...common2, path: text });
var s3 = strictObject({
  kind: literal("s3"),
  ...common2,
  endpoint: address,
  region: _default(text, "us-east-1"),
  bucket: text,
  prefix: _default(string().check(_regex(/^(?:[\w.-]+(?:\/[\w.-]+)*)?$/, 'is no prefix: names with "/" between them')), ""),
  "access-key-id": reference,
  "secret-access-key": reference,
  "session-token": optional(reference),
  lock: optional(strictObject({ mode: _enum(["governance", "compliance"]), days: count }))
});
var otlp = strictObject({
  kind: literal("otlp"),
  ...common2,
  endpoint: address,
  headers: _default(record(string().check(_regex(/^[A-Za-z0-9-]+$/, "is not the name of a header")), reference), {})
});
var nats = strictObject({
  kind: literal("nats"),
  ...common2,
  servers: array(text).check(_minLength(1, "must name a server")),
  subject: _default(
    string().check(_regex(/^[\w-]+(?:\.[\w-]+)*$/, 'is not a subject: names with "." between them')),
    "pgveil.audit"
  ),
  token: optional(reference),
  credentials: optional(reference)
});
var postgres = strictObject({
  kind: literal("postgres"),
  ...common2,
  url: reference,
  table: _default(
    string().check(_regex(/^[^."\s]+(?:\.[^."\s]+)?$/, "is not a table: write table or schema.table")),
    "pgveil_audit"
  )
});
var sink = discriminatedUnion("kind", [file, s3, otlp, nats, postgres], {
  error: "is not a kind of store: write file, s3, otlp, nats or postgres"
});

// src/policy/schema.ts
var unsafeClaims = ["sub"];
var transformNames = [...transforms.values()].filter(({ options }) => options.safeParse({}).success).map((transform2) => transform2.name);
var mask = union([
  _enum(transformNames),
  ...[...transforms.values()].map((transform2) => strictObject({ [transform2.name]: transform2.options }))
]);
var database = strictObject({
  database: optional(databaseName),
  credentials: record(name, strictObject({ url: reference, identity: optional(cloudIdentity) })),
  "allow-superuser": _default(boolean(), false)
});
var issuer = strictObject({
  issuer: url("is not a URL"),
  audience: optional(text),
  algorithms: _default(array(_enum(tokenAlgorithms)), ["RS256"]),
  "required-claims": _default(array(text), [])
});
var identity = strictObject({
  audience: _default(text, "pgveil"),
  "token-users": _default(array(text), ["oidc"]),
  issuers: _default(record(name, issuer), {}),
  local: optional(strictObject({ verifiers: text })),
  session: prefault(strictObject({ "max-age": prefault(duration, "6h") }), {})
});
var classDefinition = strictObject({ mask: optional(mask), lookup: _default(boolean(), false) });
var commentSyntax = string().check(
  _regex(/^[^{}]*\{class\}[^{}]*$/, 'must hold {class} once, as in "@class {class}"'),
  _minLength(8, "needs a text beside {class}")
);
var classification = strictObject({
  comments: _default(boolean(), true),
  "comment-syntax": _default(commentSyntax, "@class {class}"),
  "foreign-keys": _default(boolean(), true),
  "security-labels": _default(boolean(), true),
  labels: _default(record(text, name), {}),
  dbt: _default(array(text), []),
  tags: _default(record(text, name), {}),
  prisma: _default(array(text), []),
  columns: _default(record(columnPattern2, name), {})
});
var claimValue = string("must be a text in quotes").check(_minLength(1, "must not be empty"));
var match = catchall(object({ issuer: name }), union([claimValue, array(claimValue).check(_minLength(1))]));
var principal = strictObject({
  match: optional(match),
  local: optional(text),
  groups: _default(array(name), [])
});
var reveal = strictObject({
  class: optional(name),
  column: optional(columnPattern2),
  reason: text,
  until: lastDay
});
var grant = strictObject({
  to: array(text).check(_minLength(1, "must name a principal or group:NAME")),
  databases: optional(array(databaseName).check(_minLength(1, "must name a database"))),
  access: _default(_enum(["read", "write", "ddl"]), "read"),
  credential: optional(name),
  relations: prefault(
    strictObject({
      allow: _default(array(relationPattern2), ["*.*"]),
      deny: _default(array(relationPattern2), [])
    }),
    {}
  ),
  inference: _default(_enum(["strict", "standard", "open"]), "standard"),
  masks: _default(record(name, mask), {}),
  reveal: _default(array(reveal), []),
  functions: _default(array(functionPattern2), [])
});
var limits = strictObject({
  connections: optional(count),
  statements: optional(count),
  "statement-time": optional(duration),
  rows: optional(count),
  bytes: optional(size),
  lookups: _default(count, 1e3)
});
var masking = strictObject({
  key: optional(reference),
  scope: _default(_enum(["run", "repository", "key"]), "run"),
  label: _default(text, "v1")
});
var audit = strictObject({
  file: optional(text),
  "record-rows": _default(int("is not a whole number").check(_gte(0), _lte(100)), 0),
  "checkpoint-every": _default(count, 100),
  "signing-key": optional(reference),
  sinks: _default(record(name, sink), {})
});
var findingKinds = [
  "unmasked",
  "unknown-class",
  "unmatched-rule",
  "unmatched-wildcard",
  "expired-reveal",
  "reveal-ends-soon",
  "reveal-reason",
  "mask-type",
  "opaque-view",
  "foreign-key-class",
  "foreign-key-mask",
  "any-repository",
  "any-event",
  "superuser",
  "personal-column",
  "maybe-personal",
  "class-conflict",
  "unread-schema",
  "policy-loosened",
  "mask-strength",
  "mask-unique",
  "seen-raw",
  "lineage-fault",
  "refused-statement",
  "personal-values"
];
var severities = ["error", "warning", "note"];
var suppression = strictObject({
  finding: _enum(findingKinds),
  column: optional(columnPattern2),
  reason: text,
  until: lastDay
});
var severity = optional(_enum(severities));
var severityByKind = Object.fromEntries(findingKinds.map((kind) => [kind, severity]));
var coverage = strictObject({
  severity: prefault(strictObject(severityByKind), {}),
  "ends-soon": prefault(duration, "14d"),
  suppress: _default(array(suppression), [])
});
var detect = _enum(["off", "report", "mask"]);
var policySchema = strictObject({
  version: literal(1, "must be 1"),
  databases: record(databaseName, database),
  identity: prefault(identity, {}),
  classes: _default(record(name, classDefinition), {}),
  classification: prefault(classification, {}),
  principals: _default(record(name, principal), {}),
  grants: _default(array(grant), []),
  limits: prefault(limits, {}),
  masking: prefault(masking, {}),
  detect: _default(detect, "report"),
  audit: prefault(audit, {}),
  coverage: prefault(coverage, {})
});

// src/policy/issues.ts
var definition = (schema) => schema._zod.def;
var below = (schema, step2) => {
  const def = definition(schema);
  switch (def.type) {
    case "object": {
      const member2 = Object.hasOwn(def.shape, step2) ? def.shape[String(step2)] : def.catchall;
      return member2 === void 0 ? [] : [member2];
    }
    case "record":
      return [def.valueType];
    case "array":
      return [def.element];
    case "union":
      return def.options.flatMap((option) => below(option, step2));
    case "optional":
    case "default":
    case "prefault":
      return below(def.innerType, step2);
    default:
      return [];
  }
};
var keysOf = (schema) => {
  const def = definition(schema);
  switch (def.type) {
    case "object":
      return Object.keys(def.shape);
    case "union":
      return def.options.flatMap(keysOf);
    case "optional":
    case "default":
    case "prefault":
      return keysOf(def.innerType);
    default:
      return [];
  }
};
var valueAt = (value, path2) => {
  let at3 = value;
  for (const step2 of path2) at3 = typeof at3 === "object" && at3 !== null ? at3[step2] : void 0;
  return at3;
};
var likeliest = (branches) => {
  const score = (issues) => Math.max(...issues.map((issue) => issue.path.length * 2 + (issue.code === "invalid_type" ? 0 : 1))) - issues.length / 100;
  return branches.toSorted((a, b) => score(b) - score(a))[0] ?? [];
};
var kinds = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  object: "a mapping",
  record: "a mapping",
  array: "a list"
};
var kindOf = (value) => {
  if (value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  return kinds[typeof value] ?? typeof value;
};
var shown = (path2) => JSON.stringify(path2.map(String).join("."));
var last = (path2) => JSON.stringify(String(path2.at(-1) ?? "the policy"));
var withoutEchoes = (issues, value) => issues.some(({ code }) => code === "unrecognized_keys") ? issues.filter((issue) => issue.code !== "invalid_type" || valueAt(value, issue.path) !== void 0) : issues;
var unknownKey = (schema, path2, key) => {
  const schemas = path2.reduce((all, step2) => all.flatMap((one) => below(one, step2)), [schema]);
  const known = schemas.flatMap(keysOf);
  return {
    path: [...path2, key],
    what: "key",
    message: `unknown key ${JSON.stringify(key)}${path2.length === 0 ? "" : ` in ${shown(path2)}`}`,
    hint: suggestion(key, known)
  };
};
var missing = (path2) => [
  { path: path2.slice(0, -1), what: "key", message: `${last(path2)} is missing`, hint: void 0 }
];
var render = (issue, schema, root, prefix) => {
  const path2 = [...prefix, ...issue.path];
  const value = valueAt(root, path2);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => unknownKey(schema, path2, key));
    case "invalid_union": {
      const branch2 = withoutEchoes(likeliest(issue.errors), value);
      if (branch2.length > 0) return branch2.flatMap((inner2) => render(inner2, schema, root, path2));
      return value === void 0 ? missing(path2) : [{ path: path2, what: "value", message: `${last(path2)} ${issue.message}`, hint: void 0 }];
    }
    case "invalid_key":
      return [
        {
          path: path2,
          what: "key",
          message: `${last(path2)} ${issue.issues[0]?.message ?? "is not a valid key"}`,
          hint: void 0
        }
      ];
    case "invalid_value": {
      if (value === void 0) return missing(path2);
      const message2 = typeof value === "string" ? `cannot be ${JSON.stringify(value)}` : `must be ${issue.values.map(String).join(", ")}`;
      const hint = typeof value === "string" ? suggestion(value, issue.values.map(String)) : void 0;
      return [{ path: path2, what: "value", message: `${last(path2)} ${message2}`, hint }];
    }
    case "invalid_type": {
      if (value === void 0) return missing(path2);
      const wanted = issue.message.startsWith("must be") ? issue.message : `must be ${kinds[issue.expected] ?? issue.expected}`;
      return [{ path: path2, what: "value", message: `${last(path2)} ${wanted}, and is ${kindOf(value)}`, hint: void 0 }];
    }
    default:
      return [{ path: path2, what: "value", message: `${last(path2)} ${issue.message}`, hint: void 0 }];
  }
};
var problemAt = (source, path2, message2, hint, what = "value") => ({
  file: source.file,
  ...source.document.position(path2, what),
  message: message2,
  hint
});
var problemsOf = (issues, schema, source) => issues.flatMap((issue) => render(issue, schema, source.document.value, [])).map(({ path: path2, what, message: message2, hint }) => problemAt(source, path2, message2, hint, what));
var unsafeMatch = (claim) => unsafeClaims.includes(claim) ? "its shape differs between repositories and can be customised: match repository_id, environment, event_name or job_workflow_ref" : void 0;

// src/policy/build.ts
var maskSpec = (mask2) => {
  const [transform2 = "redact", options = {}] = typeof mask2 === "string" ? [mask2] : Object.entries(mask2)[0] ?? [];
  return { transform: transform2, options: transforms.get(transform2)?.options.parse(options) ?? {} };
};
var listOf = (value) => typeof value === "string" ? [value] : value;
var mapOf = (record2, make) => new Map(Object.entries(record2).map(([key, value]) => [key, make(value, key)]));
var buildPolicy = (document, source) => {
  const position = (path2) => {
    const { line, column } = problemAt(source, path2, "", void 0, "key");
    return { line, column };
  };
  const principal2 = ([name2, rule]) => {
    const { issuer: issuer2, ...claims } = rule.match ?? { issuer: void 0 };
    return {
      name: name2,
      groups: rule.groups,
      local: rule.local,
      issuer: issuer2,
      claims: Object.fromEntries(Object.entries(claims).map(([claim, value]) => [claim, listOf(value)])),
      position: position(["principals", name2])
    };
  };
  const grant2 = (rule, index) => ({
    name: `grants[${String(index)}]`,
    to: rule.to,
    databases: rule.databases,
    access: rule.access,
    credential: rule.credential,
    allow: rule.relations.allow.map(relationPattern),
    deny: rule.relations.deny.map(relationPattern),
    inference: rule.inference,
    masks: mapOf(rule.masks, maskSpec),
    reveals: rule.reveal.map((reveal2, at3) => ({
      class: reveal2.class,
      column: reveal2.column === void 0 ? void 0 : columnPattern(reveal2.column),
      reason: reveal2.reason,
      until: reveal2.until,
      position: position(["grants", index, "reveal", at3])
    })),
    functions: rule.functions.map(functionPattern),
    position: position(["grants", index])
  });
  return {
    file: source.file,
    document,
    databases: mapOf(document.databases, (database2, name2) => ({
      name: name2,
      upstream: database2.database,
      credentials: mapOf(database2.credentials, ({ url: url3, identity: identity2 }) => ({ url: url3, identity: identity2 })),
      allowSuperuser: database2["allow-superuser"],
      position: position(["databases", name2])
    })),
    classes: mapOf(document.classes, (definition2, name2) => ({
      name: name2,
      mask: definition2.mask === void 0 ? void 0 : maskSpec(definition2.mask),
      lookup: definition2.lookup,
      position: position(["classes", name2])
    })),
    classification: Object.entries(document.classification.columns).map(([pattern, className]) => ({
      pattern: columnPattern(pattern),
      class: className,
      position: position(["classification", "columns", pattern])
    })),
    comments: document.classification.comments,
    commentSyntax: document.classification["comment-syntax"],
    foreignKeys: document.classification["foreign-keys"],
    labels: document.classification["security-labels"] ? Object.entries(document.classification.labels).map(([pattern, className]) => ({ pattern, class: className })) : void 0,
    declarations: document.classification.dbt.length + document.classification.prisma.length === 0 ? [] : void 0,
    principals: Object.entries(document.principals).map(principal2),
    grants: document.grants.map(grant2),
    position
  };
};

export {
  decodeJwt,
  isTrustworthyUrl,
  byteSink,
  append,
  appendAll,
  appendByte,
  int32At,
  setInt32,
  appendInt32,
  appendString,
  indexOfByte,
  sameBytes,
  orRedacted,
  oids,
  settleTokens,
  textType,
  resolveType,
  compileJsonCell,
  loadDetectors,
  needsDetectors,
  transforms,
  createTokenVerifier,
  text,
  severities,
  policySchema,
  problemAt,
  problemsOf,
  unsafeMatch,
  maskSpec,
  buildPolicy
};
