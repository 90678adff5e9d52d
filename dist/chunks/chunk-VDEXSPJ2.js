import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  numericLimits,
  numericScalar,
  oids,
  scalarType,
  textType
} from "./chunk-YM7ACMYJ.js";
import {
  columnPattern,
  functionPattern,
  relationPattern
} from "./chunk-5BZJKHHS.js";
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
} from "./chunk-G5DACBIO.js";
import {
  suggestion
} from "./chunk-ELP4KOE3.js";
import {
  PgveilError
} from "./chunk-YKELLRG3.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/policy/schema-parts.ts
init_define_navigator();
var units = { ms: 1, s: 1e3, m: 6e4, h: 36e5, d: 864e5 };
var sizes = { B: 1, kB: 1024, MB: 1024 ** 2, GB: 1024 ** 3 };
var matched = (pattern, text2) => pattern.exec(text2)?.slice(1) ?? [];
var durationForm = /^(\d{1,9})(ms|s|m|h|d)$/;
var duration = pipe(
  string().check(_regex(durationForm, "is not a duration: write a number and ms, s, m, h or d, as in 30s")),
  transform((text2) => {
    const [count3 = "0", unit = "ms"] = matched(durationForm, text2);
    return Number(count3) * units[unit];
  })
);
var sizeForm = /^(\d{1,9})(B|kB|MB|GB)$/;
var size = pipe(
  string().check(_regex(sizeForm, "is not a size: write a number and B, kB, MB or GB, as in 10MB")),
  transform((text2) => {
    const [count3 = "0", unit = "B"] = matched(sizeForm, text2);
    return Number(count3) * sizes[unit];
  })
);
var count = int("is not a whole number").check(_gte(1, "must be at least 1"), _lte(1e12, "is too large"));
var referenceForm = /^\$\{(?:env:([A-Za-z_][A-Za-z0-9_]*)|file:([^}]+))\}$/;
var reference = pipe(
  string().check(_regex(referenceForm, "must be a reference, ${env:NAME} or ${file:/path}: secrets never stand in the policy itself")),
  transform((text2) => {
    const [name2, path2] = matched(referenceForm, text2);
    return name2 === void 0 ? { from: "file", path: path2 ?? "" } : { from: "env", name: name2 };
  })
);
var isDate = (text2) => {
  const time = Date.parse(`${text2}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text2);
};
var lastDay = pipe(
  string().check(
    _regex(/^\d{4}-\d{2}-\d{2}$/, "is not a date: write YYYY-MM-DD"),
    refine(isDate, { error: "is not a date in the calendar: write YYYY-MM-DD", when: () => true })
  ),
  transform((text2) => Date.parse(`${text2}T00:00:00Z`) + units.d)
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

// src/policy/schema.ts
init_define_navigator();

// src/auth/oidc.ts
init_define_navigator();

// node_modules/jose/dist/webapi/index.js
init_define_navigator();

// node_modules/jose/dist/webapi/lib/buffer_utils.js
init_define_navigator();
var encoder = new TextEncoder();
var decoder = new TextDecoder();
var strictDecoder = new TextDecoder("utf-8", { fatal: true });
var UINT32_RANGE = 2 ** 32;
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

// node_modules/jose/dist/webapi/lib/validate.js
init_define_navigator();

// node_modules/jose/dist/webapi/util/errors.js
init_define_navigator();
var JOSEError = class extends Error {
  static code = "ERR_JOSE_GENERIC";
  code = "ERR_JOSE_GENERIC";
  constructor(message, options) {
    super(message, options), this.name = this.constructor.name, Error.captureStackTrace?.(this, this.constructor);
  }
};
var JWTInvalid = class extends JOSEError {
  static code = "ERR_JWT_INVALID";
  code = "ERR_JWT_INVALID";
};

// node_modules/jose/dist/webapi/util/base64url.js
init_define_navigator();
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

// node_modules/jose/dist/webapi/util/decode_jwt.js
init_define_navigator();
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
init_define_navigator();
var maxDocumentBytes = 1 << 20;
var isTrustworthyUrl = (text2) => {
  if (!URL.canParse(text2)) return false;
  const { protocol, hostname, username, password } = new URL(text2);
  if (username !== "" || password !== "") return false;
  return protocol === "https:" || protocol === "http:" && (hostname === "localhost" || hostname === "[::1]" || /^127(?:\.[0-9]{1,3}){3}$/.test(hostname));
};

// src/auth/oidc.ts
var tokenAlgorithms = ["RS256", "ES256", "PS256", "EdDSA"];

// src/masking/transforms/index.ts
init_define_navigator();

// src/masking/transforms/bucket.ts
init_define_navigator();

// src/masking/codec/decimal.ts
init_define_navigator();
var maxDigits = 1e3;
var form = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([-+]?\d{1,4}))?$/;
var decimalFrom = (text2) => {
  if (text2.length > maxDigits) return void 0;
  const match2 = form.exec(text2);
  if (match2 === null) return void 0;
  const [, sign = "", whole5 = "", fraction = "", power = "0"] = match2;
  const shift = Number(power);
  if (Math.abs(shift) > maxDigits) return void 0;
  const unscaled = BigInt(`${sign}${whole5}${fraction}`);
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

// src/masking/codec/numbers.ts
init_define_navigator();

// src/masking/bytes.ts
init_define_navigator();
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
var appendString = (out, text2) => {
  out.reserve(text2.length * 3);
  out.length += out.bytes.write(text2, out.length, "utf8");
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

// src/masking/codec/floats.ts
init_define_navigator();
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
var isHalfway8 = (text2, value) => {
  const exact = Math.abs(value) < 2 ** 53 ? void 0 : decimalFrom(text2)?.unscaled;
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
    const text2 = value.toPrecision(digits);
    if (Number(text2) === value && !isHalfway8(text2, value)) return text2;
  }
  return value.toPrecision(17);
};
var shortest = (value, bytes) => {
  if (bytes === 8) return shortest8(value);
  for (let digits = 1; digits < 9; digits += 1) {
    const text2 = halfToEven(value, digits);
    const read = Number(text2);
    if (Math.fround(read) === value && !isHalfway4(read, value)) return String(read);
  }
  return String(Number(value.toPrecision(9)));
};
var plainDigits = { 4: 6, 8: 15 };
var floatText = (value, bytes) => {
  if (!Number.isFinite(value)) return String(value);
  if (Object.is(value, -0)) return "-0";
  const text2 = shortest(value, bytes);
  const match2 = /^(-?)(\d+)(?:\.(\d+))?(?:e([-+]\d+))?$/.exec(text2);
  if (match2 === null) return text2;
  const [, sign = "", whole5 = "", fraction = "", power = "0"] = match2;
  const all = `${whole5}${fraction}`;
  const lead = all.length - all.replace(/^0+/, "").length;
  const digits = all.slice(lead).replace(/0+$/, "") || "0";
  const exponent = digits === "0" ? 0 : whole5.length - 1 - lead + Number(power);
  if (exponent < -4 || exponent >= plainDigits[bytes]) {
    const mantissa = digits.length === 1 ? digits : `${digits.charAt(0)}.${digits.slice(1)}`;
    return `${sign}${mantissa}e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
  }
  if (exponent < 0) return `${sign}0.${"0".repeat(-exponent - 1)}${digits}`;
  const point = exponent + 1;
  return digits.length <= point ? `${sign}${digits.padEnd(point, "0")}` : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
};

// src/masking/codec/numeric.ts
init_define_navigator();
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
  let whole5 = "";
  for (let i = 0; i <= weight; i += 1) whole5 += group(i);
  let fraction = "";
  for (let i = weight + 1; fraction.length < scale; i += 1) fraction += group(i);
  const head = whole5.replace(/^0+(?=.)/, "") || "0";
  return `${sign === negative ? "-" : ""}${head}${scale === 0 ? "" : `.${fraction.slice(0, scale)}`}`;
};
var numericFromText = (text2) => {
  const isNegative = text2.startsWith("-");
  const [whole5 = "", fraction = ""] = text2.replace(/^-/, "").split(".");
  const head = whole5.padStart(Math.ceil(whole5.length / 4) * 4, "0");
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
var withoutExponent = (text2) => {
  const match2 = /^(-?)(\d+)(?:\.(\d+))?[eE]([-+]?\d{1,4})$/.exec(text2);
  if (match2 === null) return text2;
  const [, sign = "", whole5 = "", fraction = "", exponent = "0"] = match2;
  const shift = Number(exponent);
  if (Math.abs(shift) > maxExponent) return text2;
  const digits = `${"0".repeat(Math.max(0, -shift))}${whole5}${fraction}${"0".repeat(Math.max(0, shift))}`;
  const point = digits.length - fraction.length - Math.max(0, shift) + shift;
  return `${sign}${digits.slice(0, point).replace(/^0+(?=\d)/, "")}.${digits.slice(point)}`;
};
var canonicalNumber = (text2) => {
  const plain = /[eE]/.test(text2) ? withoutExponent(text2) : text2;
  const short = plain.includes(".") ? plain.replace(/0+$/, "").replace(/\.$/, "") : plain;
  return short === "-0" ? "0" : short;
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
    const text2 = numericToText(source, start, end);
    return text2 === void 0 ? void 0 : decimalFrom(text2);
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
    const text2 = fitNumeric(value, limits2);
    if (format === 0) {
      appendString(out, text2);
      return;
    }
    const binary = numericFromText(text2);
    append(out, binary, 0, binary.length);
  };
};

// src/masking/transforms/define.ts
init_define_navigator();
var orRedacted = (mask2, redact2) => (source, start, end, out) => {
  const before = out.length;
  if (mask2(source, start, end, out)) return true;
  out.length = before;
  return redact2(source, start, end, out);
};
var defineTransform = (definition2) => ({
  ...definition2,
  beside: (options) => definition2.beside?.(definition2.options.parse(options)),
  compile: (request) => typeof definition2.families === "string" || definition2.families.includes(request.type.scalar.family) ? definition2.compile(definition2.options.parse(request.options), request) : request.redact,
  recognises: (options, request) => typeof definition2.families === "string" || definition2.families.includes(request.type.scalar.family) ? definition2.recognises?.(definition2.options.parse(options), request) : void 0
});

// src/masking/transforms/number-mask.ts
init_define_navigator();
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

// src/masking/transforms/card.ts
init_define_navigator();

// src/masking/transforms/recogniser.ts
init_define_navigator();
var matches = (form10) => (text2) => form10.test(text2);
var anyOf = (recognisers) => (text2) => recognisers.some((recognises) => recognises?.(text2) === true);
var escaped = (text2) => text2.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
var within2 = (compile3, otherwise) => {
  let found = false;
  const walk2 = compile3((recognises) => (source, start, end) => {
    found ||= recognises(source.toString("utf8", start, end));
    return false;
  });
  const out = byteSink(256);
  return (text2) => {
    found = false;
    out.reset();
    const source = Buffer.from(text2);
    return walk2(source, 0, source.length, out) && found || otherwise(text2);
  };
};

// src/masking/transforms/text-mask.ts
init_define_navigator();

// src/masking/codec/fit-text.ts
init_define_navigator();
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
    const masked3 = make(source.toString("utf8", start, last2));
    if (masked3 === void 0) return redact2(source, start, end, out);
    appendString(out, fitText(masked3, type));
    return true;
  };
};

// src/masking/transforms/card.ts
var isCardNumber = (text2) => /^\d(?:[ -]?\d){11,18}$/.test(text2);
var masked = /^\*(?:[ -]?\*){7,14}(?:[ -]?\d){4}$/;
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
  compile: (_options, request) => textMask(request, (text2) => {
    if (!isCardNumber(text2)) return void 0;
    let left = text2.replaceAll(/\D/g, "").length - 4;
    return text2.replaceAll(/\d/g, (digit) => left-- > 0 ? "*" : digit);
  }),
  recognises: () => matches(masked)
});

// src/masking/transforms/card-token.ts
init_define_navigator();

// src/masking/ff1.ts
init_define_navigator();

// node_modules/@noble/ciphers/aes.js
init_define_navigator();

// node_modules/@noble/ciphers/utils.js
init_define_navigator();
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
  const message = atitle(title) + "expected Uint8Array" + ofLen + ", got " + got;
  if (!bytes)
    throw new TypeError(message);
  throw new RangeError(message);
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
  const rounds2 = xk.length / 4 - 2;
  for (let i = 0; i < rounds2; i++) {
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
  const rounds2 = xk.length / 4 - 2;
  for (let i = 0; i < rounds2; i++) {
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

// src/masking/feistel.ts
init_define_navigator();
var rounds = 10;
var blockBytes = 16;
var largestDouble = 2n ** 37n;
var doubles = {
  from: Number,
  read: (numerals, from, to, radix) => {
    let value = 0;
    for (let i = from; i < to; i += 1) value = value * radix + (numerals[i] ?? 0);
    return value;
  },
  write: (value, numerals, from, to, radix) => {
    let left = value;
    for (let i = to - 1; i >= from; i -= 1) {
      numerals[i] = left % radix;
      left = Math.floor(left / radix);
    }
  },
  store: (value, into, start) => {
    let left = value;
    for (let i = into.length - 1; i >= start; i -= 1) {
      into[i] = left % 256;
      left = Math.floor(left / 256);
    }
  },
  reduce: (bytes, count3, modulus) => {
    let result = 0;
    for (let i = 0; i < count3; i += 2) result = (result * 65536 + (bytes[i] ?? 0) * 256 + (bytes[i + 1] ?? 0)) % modulus;
    return result;
  },
  add: (a, b, modulus) => (a + b) % modulus,
  subtract: (a, b, modulus) => (a - b + modulus) % modulus
};
var bigints = {
  from: (value) => value,
  read: (numerals, from, to, radix) => {
    let value = 0n;
    for (let i = from; i < to; i += 1) value = value * BigInt(radix) + BigInt(numerals[i] ?? 0);
    return value;
  },
  write: (value, numerals, from, to, radix) => {
    let left = value;
    for (let i = to - 1; i >= from; i -= 1) {
      numerals[i] = Number(left % BigInt(radix));
      left /= BigInt(radix);
    }
  },
  store: (value, into, start) => {
    let left = value;
    for (let i = into.length - 1; i >= start; i -= 1) {
      into[i] = Number(left & 255n);
      left >>= 8n;
    }
  },
  reduce: (bytes, count3, modulus) => BigInt(`0x${Buffer.from(bytes.buffer, bytes.byteOffset, count3).toString("hex")}`) % modulus,
  add: (a, b, modulus) => (a + b) % modulus,
  subtract: (a, b, modulus) => (a - b + modulus) % modulus
};
var blocksOf = (bytes) => {
  const buffer = new ArrayBuffer(bytes);
  return { bytes: new Uint8Array(buffer), words: new Uint32Array(buffer) };
};
var absorb = (key, { bytes, words: words2 }, source, at3) => {
  for (let i = 0; i < 4; i += 1) words2[i] = (words2[i] ?? 0) ^ (source[at3 + i] ?? 0);
  unsafe.encryptBlock(key, bytes);
};
var compile = ({ radix, length, key, tweak }, arithmetic) => {
  const u = Math.floor(length / 2);
  const v = length - u;
  const bytes = Math.ceil((BigInt(radix) ** BigInt(v) - 1n).toString(2).length / 8);
  const wanted = 4 * Math.ceil(bytes / 4) + 4;
  const ofU = arithmetic.from(BigInt(radix) ** BigInt(u));
  const ofV = arithmetic.from(BigInt(radix) ** BigInt(v));
  const size2 = blockBytes + Math.ceil((tweak.length + 1 + bytes) / blockBytes) * blockBytes;
  const message = blocksOf(size2);
  const view = Buffer.from(message.bytes.buffer);
  view.set([1, 2, 1]);
  view.writeUIntBE(radix, 3, 3);
  view.set([rounds, u % 256], 6);
  view.writeUInt32BE(length, 8);
  view.writeUInt32BE(tweak.length, 12);
  tweak.copy(view, blockBytes);
  const roundAt = size2 - bytes - 1;
  const firstWord = Math.floor(roundAt / blockBytes) * 4;
  const fixed2 = blocksOf(blockBytes);
  for (let word = 0; word < firstWord; word += 4) absorb(key, fixed2, message.words, word);
  const state = blocksOf(blockBytes);
  const stream = blocksOf(Math.ceil(wanted / blockBytes) * blockBytes);
  const round2 = (i, half, modulus) => {
    message.bytes[roundAt] = i;
    arithmetic.store(half, message.bytes, size2 - bytes);
    state.words.set(fixed2.words);
    for (let word = firstWord; word < message.words.length; word += 4) absorb(key, state, message.words, word);
    if (wanted <= blockBytes) return arithmetic.reduce(state.bytes, wanted, modulus);
    stream.bytes.set(state.bytes);
    for (let at3 = blockBytes; at3 < stream.bytes.length; at3 += blockBytes) {
      const block = stream.bytes.subarray(at3, at3 + blockBytes);
      block.set(state.bytes);
      block[blockBytes - 1] = (block[blockBytes - 1] ?? 0) ^ at3 / blockBytes;
      unsafe.encryptBlock(key, block);
    }
    return arithmetic.reduce(stream.bytes, wanted, modulus);
  };
  return (numerals, step2) => {
    let a = arithmetic.read(numerals, 0, u, radix);
    let b = arithmetic.read(numerals, u, length, radix);
    for (let count3 = 0; count3 < rounds; count3 += 1) {
      const i = step2 === "encrypt" ? count3 : rounds - 1 - count3;
      const modulus = i % 2 === 0 ? ofU : ofV;
      if (step2 === "encrypt") [a, b] = [b, arithmetic.add(a, round2(i, b, modulus), modulus)];
      else [a, b] = [arithmetic.subtract(b, round2(i, a, modulus), modulus), a];
    }
    const out = Array.from({ length });
    arithmetic.write(a, out, 0, u, radix);
    arithmetic.write(b, out, u, length, radix);
    return out;
  };
};
var feistel = (strings) => BigInt(strings.radix) ** BigInt(Math.ceil(strings.length / 2)) <= largestDouble ? compile(strings, doubles) : compile(strings, bigints);

// src/masking/ff1.ts
var leastDomain = 1e6;
var longest = 128;
var ff1 = (radix, key, purpose2) => {
  const expanded = unsafe.expandKeyLE(key);
  const tweak = Buffer.from(purpose2);
  const least = Math.ceil(Math.log(leastDomain) / Math.log(radix));
  const byLength = /* @__PURE__ */ new Map();
  const permute = (numerals, step2) => {
    const { length } = numerals;
    if (length < least || length > longest) return void 0;
    let permutation = byLength.get(length);
    if (permutation === void 0) byLength.set(length, permutation = feistel({ radix, length, key: expanded, tweak }));
    return permutation(numerals, step2);
  };
  return { encrypt: (numerals) => permute(numerals, "encrypt"), decrypt: (numerals) => permute(numerals, "decrypt") };
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
init_define_navigator();
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
    return textMask(request, (text2) => {
      const digits = Array.from(text2.replaceAll(/\D/g, ""), Number);
      const encrypted = isCardNumber(text2) && isLuhn(digits) ? cipher.encrypt(digits.slice(0, -1)) : void 0;
      if (encrypted === void 0) return void 0;
      const token = [...encrypted, luhnDigit(encrypted)];
      let next = 0;
      return text2.replaceAll(/\d/g, () => String(token[next++] ?? 0));
    });
  }
});

// src/masking/transforms/characters.ts
init_define_navigator();

// src/masking/transforms/character-mask.ts
init_define_navigator();
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
var recogniseCharacters = ({ first, last: last2, character, keepSeparators }) => {
  const mark2 = String.fromCodePoint(character);
  const counts = (one2) => one2 === mark2 || !(keepSeparators && isSeparator(one2.codePointAt(0) ?? 0));
  return (text2) => {
    const countable = Array.from(text2.replace(/ +$/, "")).filter(counts);
    const shows = (first + last2) * 2 <= countable.length;
    const hidden = shows ? countable.slice(first, countable.length - last2) : countable;
    return hidden.length > 0 && hidden.every((one2) => one2 === mark2);
  };
};

// src/masking/transforms/characters.ts
var maskOf = ({ character, separators }) => ({
  first: 0,
  last: 0,
  character: character.charCodeAt(0),
  keepSeparators: separators === "keep"
});
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
  compile: (options, request) => compileCharacterMask(maskOf(options), request),
  recognises: (options) => recogniseCharacters(maskOf(options))
});

// src/masking/transforms/coarsen.ts
init_define_navigator();
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
    const form10 = forms.get(request.type.oid);
    if (form10 === void 0) return request.redact;
    const factor = 10 ** options.decimals;
    const round2 = (value) => Math.round(value * factor) / factor + 0;
    const isPlace = (value) => Math.abs(value) <= furthest;
    if (request.format === 0) {
      return orRedacted((source, start, end, out) => {
        const text2 = source.toString("latin1", start, end);
        const isWhole = frame.test(text2.replaceAll(number2, "")) && (text2.match(number2) ?? []).every((one2) => isPlace(Number(one2)));
        if (isWhole)
          appendString(
            out,
            text2.replaceAll(number2, (one2) => floatText(round2(Number(one2)), 8))
          );
        return isWhole;
      }, request.redact);
    }
    const { header, size: size2 } = form10;
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

// src/masking/transforms/date-shift.ts
init_define_navigator();

// src/masking/codec/temporal.ts
init_define_navigator();
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
var momentFromText = (text2) => {
  const match2 = form2.exec(text2);
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
var ranges = {
  date: { least: -2451545, most: 2145031948 },
  stamp: { least: -2451545, most: 106751982 }
};
var dayRange = ({ scalar: { family } }) => family === "date" ? ranges.date : ranges.stamp;
var infinite = /^-?infinity$/;
var momentReader = ({ scalar: { family } }, format) => {
  if (format === 0) {
    return (source, start, end) => {
      const text2 = source.toString("latin1", start, end);
      return infinite.test(text2) ? "infinite" : momentFromText(text2);
    };
  }
  if (family === "date") {
    return (source, start, end) => {
      if (end - start !== 4) return void 0;
      const day = source.readInt32BE(start);
      return day === infinities.date.least || day === infinities.date.most ? "infinite" : { day, time: 0 };
    };
  }
  return (source, start, end) => {
    if (end - start !== 8) return void 0;
    const stamp = source.readBigInt64BE(start);
    if (stamp === infinities.stamp.least || stamp === infinities.stamp.most) return "infinite";
    const time = Number((stamp % BigInt(dayMicroseconds) + BigInt(dayMicroseconds)) % BigInt(dayMicroseconds));
    return { day: Number((stamp - BigInt(time)) / BigInt(dayMicroseconds)), time };
  };
};
var momentWriter = ({ scalar: { family } }, format) => {
  const binary = Buffer.alloc(8);
  return (moment, out) => {
    if (format === 0) appendString(out, textOf(moment, family));
    else if (family === "date") {
      binary.writeInt32BE(moment.day);
      append(out, binary, 0, 4);
    } else {
      binary.writeBigInt64BE(BigInt(moment.day) * BigInt(dayMicroseconds) + BigInt(moment.time));
      append(out, binary, 0, 8);
    }
  };
};

// src/masking/hmac.ts
init_define_navigator();
import { hash } from "node:crypto";

// src/masking/kernel/kernel.ts
init_define_navigator();

// src/masking/kernel/hmac-wasm.ts
init_define_navigator();
var hmacWasm = "AGFzbQEAAAABDQNgAX8AYAJ/fwBgAAADCQgAAQAAAAAAAgUDAQABBx8EBm1lbW9yeQIAA3BhZAAEBGhtYWMABQVsYW5lcwAHCs/zAQizUQELfyAAKAIAIQJBACACQQh3Qf+B/AdxIAJBCHhBgP6DeHFyNgKAASAAKAIEIQJBACACQQh3Qf+B/AdxIAJBCHhBgP6DeHFyNgKEASAAKAIIIQJBACACQQh3Qf+B/AdxIAJBCHhBgP6DeHFyNgKIASAAKAIMIQJBACACQQh3Qf+B/AdxIAJBCHhBgP6DeHFyNgKMASAAKAIQIQJBACACQQh3Qf+B/AdxIAJBCHhBgP6DeHFyNgKQASAAKAIUIQJBACACQQh3Qf+B/AdxIAJBCHhBgP6DeHFyNgKUASAAKAIYIQJBACACQQh3Qf+B/AdxIAJBCHhBgP6DeHFyNgKYASAAKAIcIQJBACACQQh3Qf+B/AdxIAJBCHhBgP6DeHFyNgKcASAAKAIgIQJBACACQQh3Qf+B/AdxIAJBCHhBgP6DeHFyNgKgASAAKAIkIQJBACACQQh3Qf+B/AdxIAJBCHhBgP6DeHFyNgKkASAAKAIoIQJBACACQQh3Qf+B/AdxIAJBCHhBgP6DeHFyNgKoASAAKAIsIQJBACACQQh3Qf+B/AdxIAJBCHhBgP6DeHFyNgKsASAAKAIwIQJBACACQQh3Qf+B/AdxIAJBCHhBgP6DeHFyNgKwASAAKAI0IQJBACACQQh3Qf+B/AdxIAJBCHhBgP6DeHFyNgK0ASAAKAI4IQJBACACQQh3Qf+B/AdxIAJBCHhBgP6DeHFyNgK4ASAAKAI8IQJBACACQQh3Qf+B/AdxIAJBCHhBgP6DeHFyNgK8AUEAKAKEASECQQAoArgBIQNBAEEAKAKAASACQQd4IAJBEnhzIAJBA3ZzakEAKAKkAWogA0EReCADQRN4cyADQQp2c2o2AsABQQAoAogBIQJBACgCvAEhA0EAQQAoAoQBIAJBB3ggAkESeHMgAkEDdnNqQQAoAqgBaiADQRF4IANBE3hzIANBCnZzajYCxAFBACgCjAEhAkEAKALAASEDQQBBACgCiAEgAkEHeCACQRJ4cyACQQN2c2pBACgCrAFqIANBEXggA0ETeHMgA0EKdnNqNgLIAUEAKAKQASECQQAoAsQBIQNBAEEAKAKMASACQQd4IAJBEnhzIAJBA3ZzakEAKAKwAWogA0EReCADQRN4cyADQQp2c2o2AswBQQAoApQBIQJBACgCyAEhA0EAQQAoApABIAJBB3ggAkESeHMgAkEDdnNqQQAoArQBaiADQRF4IANBE3hzIANBCnZzajYC0AFBACgCmAEhAkEAKALMASEDQQBBACgClAEgAkEHeCACQRJ4cyACQQN2c2pBACgCuAFqIANBEXggA0ETeHMgA0EKdnNqNgLUAUEAKAKcASECQQAoAtABIQNBAEEAKAKYASACQQd4IAJBEnhzIAJBA3ZzakEAKAK8AWogA0EReCADQRN4cyADQQp2c2o2AtgBQQAoAqABIQJBACgC1AEhA0EAQQAoApwBIAJBB3ggAkESeHMgAkEDdnNqQQAoAsABaiADQRF4IANBE3hzIANBCnZzajYC3AFBACgCpAEhAkEAKALYASEDQQBBACgCoAEgAkEHeCACQRJ4cyACQQN2c2pBACgCxAFqIANBEXggA0ETeHMgA0EKdnNqNgLgAUEAKAKoASECQQAoAtwBIQNBAEEAKAKkASACQQd4IAJBEnhzIAJBA3ZzakEAKALIAWogA0EReCADQRN4cyADQQp2c2o2AuQBQQAoAqwBIQJBACgC4AEhA0EAQQAoAqgBIAJBB3ggAkESeHMgAkEDdnNqQQAoAswBaiADQRF4IANBE3hzIANBCnZzajYC6AFBACgCsAEhAkEAKALkASEDQQBBACgCrAEgAkEHeCACQRJ4cyACQQN2c2pBACgC0AFqIANBEXggA0ETeHMgA0EKdnNqNgLsAUEAKAK0ASECQQAoAugBIQNBAEEAKAKwASACQQd4IAJBEnhzIAJBA3ZzakEAKALUAWogA0EReCADQRN4cyADQQp2c2o2AvABQQAoArgBIQJBACgC7AEhA0EAQQAoArQBIAJBB3ggAkESeHMgAkEDdnNqQQAoAtgBaiADQRF4IANBE3hzIANBCnZzajYC9AFBACgCvAEhAkEAKALwASEDQQBBACgCuAEgAkEHeCACQRJ4cyACQQN2c2pBACgC3AFqIANBEXggA0ETeHMgA0EKdnNqNgL4AUEAKALAASECQQAoAvQBIQNBAEEAKAK8ASACQQd4IAJBEnhzIAJBA3ZzakEAKALgAWogA0EReCADQRN4cyADQQp2c2o2AvwBQQAoAsQBIQJBACgC+AEhA0EAQQAoAsABIAJBB3ggAkESeHMgAkEDdnNqQQAoAuQBaiADQRF4IANBE3hzIANBCnZzajYCgAJBACgCyAEhAkEAKAL8ASEDQQBBACgCxAEgAkEHeCACQRJ4cyACQQN2c2pBACgC6AFqIANBEXggA0ETeHMgA0EKdnNqNgKEAkEAKALMASECQQAoAoACIQNBAEEAKALIASACQQd4IAJBEnhzIAJBA3ZzakEAKALsAWogA0EReCADQRN4cyADQQp2c2o2AogCQQAoAtABIQJBACgChAIhA0EAQQAoAswBIAJBB3ggAkESeHMgAkEDdnNqQQAoAvABaiADQRF4IANBE3hzIANBCnZzajYCjAJBACgC1AEhAkEAKAKIAiEDQQBBACgC0AEgAkEHeCACQRJ4cyACQQN2c2pBACgC9AFqIANBEXggA0ETeHMgA0EKdnNqNgKQAkEAKALYASECQQAoAowCIQNBAEEAKALUASACQQd4IAJBEnhzIAJBA3ZzakEAKAL4AWogA0EReCADQRN4cyADQQp2c2o2ApQCQQAoAtwBIQJBACgCkAIhA0EAQQAoAtgBIAJBB3ggAkESeHMgAkEDdnNqQQAoAvwBaiADQRF4IANBE3hzIANBCnZzajYCmAJBACgC4AEhAkEAKAKUAiEDQQBBACgC3AEgAkEHeCACQRJ4cyACQQN2c2pBACgCgAJqIANBEXggA0ETeHMgA0EKdnNqNgKcAkEAKALkASECQQAoApgCIQNBAEEAKALgASACQQd4IAJBEnhzIAJBA3ZzakEAKAKEAmogA0EReCADQRN4cyADQQp2c2o2AqACQQAoAugBIQJBACgCnAIhA0EAQQAoAuQBIAJBB3ggAkESeHMgAkEDdnNqQQAoAogCaiADQRF4IANBE3hzIANBCnZzajYCpAJBACgC7AEhAkEAKAKgAiEDQQBBACgC6AEgAkEHeCACQRJ4cyACQQN2c2pBACgCjAJqIANBEXggA0ETeHMgA0EKdnNqNgKoAkEAKALwASECQQAoAqQCIQNBAEEAKALsASACQQd4IAJBEnhzIAJBA3ZzakEAKAKQAmogA0EReCADQRN4cyADQQp2c2o2AqwCQQAoAvQBIQJBACgCqAIhA0EAQQAoAvABIAJBB3ggAkESeHMgAkEDdnNqQQAoApQCaiADQRF4IANBE3hzIANBCnZzajYCsAJBACgC+AEhAkEAKAKsAiEDQQBBACgC9AEgAkEHeCACQRJ4cyACQQN2c2pBACgCmAJqIANBEXggA0ETeHMgA0EKdnNqNgK0AkEAKAL8ASECQQAoArACIQNBAEEAKAL4ASACQQd4IAJBEnhzIAJBA3ZzakEAKAKcAmogA0EReCADQRN4cyADQQp2c2o2ArgCQQAoAoACIQJBACgCtAIhA0EAQQAoAvwBIAJBB3ggAkESeHMgAkEDdnNqQQAoAqACaiADQRF4IANBE3hzIANBCnZzajYCvAJBACgChAIhAkEAKAK4AiEDQQBBACgCgAIgAkEHeCACQRJ4cyACQQN2c2pBACgCpAJqIANBEXggA0ETeHMgA0EKdnNqNgLAAkEAKAKIAiECQQAoArwCIQNBAEEAKAKEAiACQQd4IAJBEnhzIAJBA3ZzakEAKAKoAmogA0EReCADQRN4cyADQQp2c2o2AsQCQQAoAowCIQJBACgCwAIhA0EAQQAoAogCIAJBB3ggAkESeHMgAkEDdnNqQQAoAqwCaiADQRF4IANBE3hzIANBCnZzajYCyAJBACgCkAIhAkEAKALEAiEDQQBBACgCjAIgAkEHeCACQRJ4cyACQQN2c2pBACgCsAJqIANBEXggA0ETeHMgA0EKdnNqNgLMAkEAKAKUAiECQQAoAsgCIQNBAEEAKAKQAiACQQd4IAJBEnhzIAJBA3ZzakEAKAK0AmogA0EReCADQRN4cyADQQp2c2o2AtACQQAoApgCIQJBACgCzAIhA0EAQQAoApQCIAJBB3ggAkESeHMgAkEDdnNqQQAoArgCaiADQRF4IANBE3hzIANBCnZzajYC1AJBACgCnAIhAkEAKALQAiEDQQBBACgCmAIgAkEHeCACQRJ4cyACQQN2c2pBACgCvAJqIANBEXggA0ETeHMgA0EKdnNqNgLYAkEAKAKgAiECQQAoAtQCIQNBAEEAKAKcAiACQQd4IAJBEnhzIAJBA3ZzakEAKALAAmogA0EReCADQRN4cyADQQp2c2o2AtwCQQAoAqQCIQJBACgC2AIhA0EAQQAoAqACIAJBB3ggAkESeHMgAkEDdnNqQQAoAsQCaiADQRF4IANBE3hzIANBCnZzajYC4AJBACgCqAIhAkEAKALcAiEDQQBBACgCpAIgAkEHeCACQRJ4cyACQQN2c2pBACgCyAJqIANBEXggA0ETeHMgA0EKdnNqNgLkAkEAKAKsAiECQQAoAuACIQNBAEEAKAKoAiACQQd4IAJBEnhzIAJBA3ZzakEAKALMAmogA0EReCADQRN4cyADQQp2c2o2AugCQQAoArACIQJBACgC5AIhA0EAQQAoAqwCIAJBB3ggAkESeHMgAkEDdnNqQQAoAtACaiADQRF4IANBE3hzIANBCnZzajYC7AJBACgCtAIhAkEAKALoAiEDQQBBACgCsAIgAkEHeCACQRJ4cyACQQN2c2pBACgC1AJqIANBEXggA0ETeHMgA0EKdnNqNgLwAkEAKAK4AiECQQAoAuwCIQNBAEEAKAK0AiACQQd4IAJBEnhzIAJBA3ZzakEAKALYAmogA0EReCADQRN4cyADQQp2c2o2AvQCQQAoArwCIQJBACgC8AIhA0EAQQAoArgCIAJBB3ggAkESeHMgAkEDdnNqQQAoAtwCaiADQRF4IANBE3hzIANBCnZzajYC+AJBACgCwAIhAkEAKAL0AiEDQQBBACgCvAIgAkEHeCACQRJ4cyACQQN2c2pBACgC4AJqIANBEXggA0ETeHMgA0EKdnNqNgL8AkEAKAJAIQRBACgCRCEFQQAoAkghBkEAKAJMIQdBACgCUCEIQQAoAlQhCUEAKAJYIQpBACgCXCELIAsgCEEGeCAIQQt4cyAIQRl4c2ogCCAJcSAIQX9zIApxc2pBmN+olARqQQAoAoABaiEBIAcgAWohByABIARBAnggBEENeHMgBEEWeHNqIAQgBXEgBCAGcXMgBSAGcXNqIQsgCiAHQQZ4IAdBC3hzIAdBGXhzaiAHIAhxIAdBf3MgCXFzakGRid2JB2pBACgChAFqIQEgBiABaiEGIAEgC0ECeCALQQ14cyALQRZ4c2ogCyAEcSALIAVxcyAEIAVxc2ohCiAJIAZBBnggBkELeHMgBkEZeHNqIAYgB3EgBkF/cyAIcXNqQc/3g657akEAKAKIAWohASAFIAFqIQUgASAKQQJ4IApBDXhzIApBFnhzaiAKIAtxIAogBHFzIAsgBHFzaiEJIAggBUEGeCAFQQt4cyAFQRl4c2ogBSAGcSAFQX9zIAdxc2pBpbfXzX5qQQAoAowBaiEBIAQgAWohBCABIAlBAnggCUENeHMgCUEWeHNqIAkgCnEgCSALcXMgCiALcXNqIQggByAEQQZ4IARBC3hzIARBGXhzaiAEIAVxIARBf3MgBnFzakHbhNvKA2pBACgCkAFqIQEgCyABaiELIAEgCEECeCAIQQ14cyAIQRZ4c2ogCCAJcSAIIApxcyAJIApxc2ohByAGIAtBBnggC0ELeHMgC0EZeHNqIAsgBHEgC0F/cyAFcXNqQfGjxM8FakEAKAKUAWohASAKIAFqIQogASAHQQJ4IAdBDXhzIAdBFnhzaiAHIAhxIAcgCXFzIAggCXFzaiEGIAUgCkEGeCAKQQt4cyAKQRl4c2ogCiALcSAKQX9zIARxc2pBpIX+kXlqQQAoApgBaiEBIAkgAWohCSABIAZBAnggBkENeHMgBkEWeHNqIAYgB3EgBiAIcXMgByAIcXNqIQUgBCAJQQZ4IAlBC3hzIAlBGXhzaiAJIApxIAlBf3MgC3FzakHVvfHYempBACgCnAFqIQEgCCABaiEIIAEgBUECeCAFQQ14cyAFQRZ4c2ogBSAGcSAFIAdxcyAGIAdxc2ohBCALIAhBBnggCEELeHMgCEEZeHNqIAggCXEgCEF/cyAKcXNqQZjVnsB9akEAKAKgAWohASAHIAFqIQcgASAEQQJ4IARBDXhzIARBFnhzaiAEIAVxIAQgBnFzIAUgBnFzaiELIAogB0EGeCAHQQt4cyAHQRl4c2ogByAIcSAHQX9zIAlxc2pBgbaNlAFqQQAoAqQBaiEBIAYgAWohBiABIAtBAnggC0ENeHMgC0EWeHNqIAsgBHEgCyAFcXMgBCAFcXNqIQogCSAGQQZ4IAZBC3hzIAZBGXhzaiAGIAdxIAZBf3MgCHFzakG+i8ahAmpBACgCqAFqIQEgBSABaiEFIAEgCkECeCAKQQ14cyAKQRZ4c2ogCiALcSAKIARxcyALIARxc2ohCSAIIAVBBnggBUELeHMgBUEZeHNqIAUgBnEgBUF/cyAHcXNqQcP7sagFakEAKAKsAWohASAEIAFqIQQgASAJQQJ4IAlBDXhzIAlBFnhzaiAJIApxIAkgC3FzIAogC3FzaiEIIAcgBEEGeCAEQQt4cyAEQRl4c2ogBCAFcSAEQX9zIAZxc2pB9Lr5lQdqQQAoArABaiEBIAsgAWohCyABIAhBAnggCEENeHMgCEEWeHNqIAggCXEgCCAKcXMgCSAKcXNqIQcgBiALQQZ4IAtBC3hzIAtBGXhzaiALIARxIAtBf3MgBXFzakH+4/qGeGpBACgCtAFqIQEgCiABaiEKIAEgB0ECeCAHQQ14cyAHQRZ4c2ogByAIcSAHIAlxcyAIIAlxc2ohBiAFIApBBnggCkELeHMgCkEZeHNqIAogC3EgCkF/cyAEcXNqQaeN8N55akEAKAK4AWohASAJIAFqIQkgASAGQQJ4IAZBDXhzIAZBFnhzaiAGIAdxIAYgCHFzIAcgCHFzaiEFIAQgCUEGeCAJQQt4cyAJQRl4c2ogCSAKcSAJQX9zIAtxc2pB9OLvjHxqQQAoArwBaiEBIAggAWohCCABIAVBAnggBUENeHMgBUEWeHNqIAUgBnEgBSAHcXMgBiAHcXNqIQQgCyAIQQZ4IAhBC3hzIAhBGXhzaiAIIAlxIAhBf3MgCnFzakHB0+2kfmpBACgCwAFqIQEgByABaiEHIAEgBEECeCAEQQ14cyAEQRZ4c2ogBCAFcSAEIAZxcyAFIAZxc2ohCyAKIAdBBnggB0ELeHMgB0EZeHNqIAcgCHEgB0F/cyAJcXNqQYaP+f1+akEAKALEAWohASAGIAFqIQYgASALQQJ4IAtBDXhzIAtBFnhzaiALIARxIAsgBXFzIAQgBXFzaiEKIAkgBkEGeCAGQQt4cyAGQRl4c2ogBiAHcSAGQX9zIAhxc2pBxruG/gBqQQAoAsgBaiEBIAUgAWohBSABIApBAnggCkENeHMgCkEWeHNqIAogC3EgCiAEcXMgCyAEcXNqIQkgCCAFQQZ4IAVBC3hzIAVBGXhzaiAFIAZxIAVBf3MgB3FzakHMw7KgAmpBACgCzAFqIQEgBCABaiEEIAEgCUECeCAJQQ14cyAJQRZ4c2ogCSAKcSAJIAtxcyAKIAtxc2ohCCAHIARBBnggBEELeHMgBEEZeHNqIAQgBXEgBEF/cyAGcXNqQe/YpO8CakEAKALQAWohASALIAFqIQsgASAIQQJ4IAhBDXhzIAhBFnhzaiAIIAlxIAggCnFzIAkgCnFzaiEHIAYgC0EGeCALQQt4cyALQRl4c2ogCyAEcSALQX9zIAVxc2pBqonS0wRqQQAoAtQBaiEBIAogAWohCiABIAdBAnggB0ENeHMgB0EWeHNqIAcgCHEgByAJcXMgCCAJcXNqIQYgBSAKQQZ4IApBC3hzIApBGXhzaiAKIAtxIApBf3MgBHFzakHc08LlBWpBACgC2AFqIQEgCSABaiEJIAEgBkECeCAGQQ14cyAGQRZ4c2ogBiAHcSAGIAhxcyAHIAhxc2ohBSAEIAlBBnggCUELeHMgCUEZeHNqIAkgCnEgCUF/cyALcXNqQdqR5rcHakEAKALcAWohASAIIAFqIQggASAFQQJ4IAVBDXhzIAVBFnhzaiAFIAZxIAUgB3FzIAYgB3FzaiEEIAsgCEEGeCAIQQt4cyAIQRl4c2ogCCAJcSAIQX9zIApxc2pB0qL5wXlqQQAoAuABaiEBIAcgAWohByABIARBAnggBEENeHMgBEEWeHNqIAQgBXEgBCAGcXMgBSAGcXNqIQsgCiAHQQZ4IAdBC3hzIAdBGXhzaiAHIAhxIAdBf3MgCXFzakHtjMfBempBACgC5AFqIQEgBiABaiEGIAEgC0ECeCALQQ14cyALQRZ4c2ogCyAEcSALIAVxcyAEIAVxc2ohCiAJIAZBBnggBkELeHMgBkEZeHNqIAYgB3EgBkF/cyAIcXNqQcjPjIB7akEAKALoAWohASAFIAFqIQUgASAKQQJ4IApBDXhzIApBFnhzaiAKIAtxIAogBHFzIAsgBHFzaiEJIAggBUEGeCAFQQt4cyAFQRl4c2ogBSAGcSAFQX9zIAdxc2pBx//l+ntqQQAoAuwBaiEBIAQgAWohBCABIAlBAnggCUENeHMgCUEWeHNqIAkgCnEgCSALcXMgCiALcXNqIQggByAEQQZ4IARBC3hzIARBGXhzaiAEIAVxIARBf3MgBnFzakHzl4C3fGpBACgC8AFqIQEgCyABaiELIAEgCEECeCAIQQ14cyAIQRZ4c2ogCCAJcSAIIApxcyAJIApxc2ohByAGIAtBBnggC0ELeHMgC0EZeHNqIAsgBHEgC0F/cyAFcXNqQceinq19akEAKAL0AWohASAKIAFqIQogASAHQQJ4IAdBDXhzIAdBFnhzaiAHIAhxIAcgCXFzIAggCXFzaiEGIAUgCkEGeCAKQQt4cyAKQRl4c2ogCiALcSAKQX9zIARxc2pB0capNmpBACgC+AFqIQEgCSABaiEJIAEgBkECeCAGQQ14cyAGQRZ4c2ogBiAHcSAGIAhxcyAHIAhxc2ohBSAEIAlBBnggCUELeHMgCUEZeHNqIAkgCnEgCUF/cyALcXNqQefSpKEBakEAKAL8AWohASAIIAFqIQggASAFQQJ4IAVBDXhzIAVBFnhzaiAFIAZxIAUgB3FzIAYgB3FzaiEEIAsgCEEGeCAIQQt4cyAIQRl4c2ogCCAJcSAIQX9zIApxc2pBhZXcvQJqQQAoAoACaiEBIAcgAWohByABIARBAnggBEENeHMgBEEWeHNqIAQgBXEgBCAGcXMgBSAGcXNqIQsgCiAHQQZ4IAdBC3hzIAdBGXhzaiAHIAhxIAdBf3MgCXFzakG4wuzwAmpBACgChAJqIQEgBiABaiEGIAEgC0ECeCALQQ14cyALQRZ4c2ogCyAEcSALIAVxcyAEIAVxc2ohCiAJIAZBBnggBkELeHMgBkEZeHNqIAYgB3EgBkF/cyAIcXNqQfzbsekEakEAKAKIAmohASAFIAFqIQUgASAKQQJ4IApBDXhzIApBFnhzaiAKIAtxIAogBHFzIAsgBHFzaiEJIAggBUEGeCAFQQt4cyAFQRl4c2ogBSAGcSAFQX9zIAdxc2pBk5rgmQVqQQAoAowCaiEBIAQgAWohBCABIAlBAnggCUENeHMgCUEWeHNqIAkgCnEgCSALcXMgCiALcXNqIQggByAEQQZ4IARBC3hzIARBGXhzaiAEIAVxIARBf3MgBnFzakHU5qmoBmpBACgCkAJqIQEgCyABaiELIAEgCEECeCAIQQ14cyAIQRZ4c2ogCCAJcSAIIApxcyAJIApxc2ohByAGIAtBBnggC0ELeHMgC0EZeHNqIAsgBHEgC0F/cyAFcXNqQbuVqLMHakEAKAKUAmohASAKIAFqIQogASAHQQJ4IAdBDXhzIAdBFnhzaiAHIAhxIAcgCXFzIAggCXFzaiEGIAUgCkEGeCAKQQt4cyAKQRl4c2ogCiALcSAKQX9zIARxc2pBrpKLjnhqQQAoApgCaiEBIAkgAWohCSABIAZBAnggBkENeHMgBkEWeHNqIAYgB3EgBiAIcXMgByAIcXNqIQUgBCAJQQZ4IAlBC3hzIAlBGXhzaiAJIApxIAlBf3MgC3FzakGF2ciTeWpBACgCnAJqIQEgCCABaiEIIAEgBUECeCAFQQ14cyAFQRZ4c2ogBSAGcSAFIAdxcyAGIAdxc2ohBCALIAhBBnggCEELeHMgCEEZeHNqIAggCXEgCEF/cyAKcXNqQaHR/5V6akEAKAKgAmohASAHIAFqIQcgASAEQQJ4IARBDXhzIARBFnhzaiAEIAVxIAQgBnFzIAUgBnFzaiELIAogB0EGeCAHQQt4cyAHQRl4c2ogByAIcSAHQX9zIAlxc2pBy8zpwHpqQQAoAqQCaiEBIAYgAWohBiABIAtBAnggC0ENeHMgC0EWeHNqIAsgBHEgCyAFcXMgBCAFcXNqIQogCSAGQQZ4IAZBC3hzIAZBGXhzaiAGIAdxIAZBf3MgCHFzakHwlq6SfGpBACgCqAJqIQEgBSABaiEFIAEgCkECeCAKQQ14cyAKQRZ4c2ogCiALcSAKIARxcyALIARxc2ohCSAIIAVBBnggBUELeHMgBUEZeHNqIAUgBnEgBUF/cyAHcXNqQaOjsbt8akEAKAKsAmohASAEIAFqIQQgASAJQQJ4IAlBDXhzIAlBFnhzaiAJIApxIAkgC3FzIAogC3FzaiEIIAcgBEEGeCAEQQt4cyAEQRl4c2ogBCAFcSAEQX9zIAZxc2pBmdDLjH1qQQAoArACaiEBIAsgAWohCyABIAhBAnggCEENeHMgCEEWeHNqIAggCXEgCCAKcXMgCSAKcXNqIQcgBiALQQZ4IAtBC3hzIAtBGXhzaiALIARxIAtBf3MgBXFzakGkjOS0fWpBACgCtAJqIQEgCiABaiEKIAEgB0ECeCAHQQ14cyAHQRZ4c2ogByAIcSAHIAlxcyAIIAlxc2ohBiAFIApBBnggCkELeHMgCkEZeHNqIAogC3EgCkF/cyAEcXNqQYXruKB/akEAKAK4AmohASAJIAFqIQkgASAGQQJ4IAZBDXhzIAZBFnhzaiAGIAdxIAYgCHFzIAcgCHFzaiEFIAQgCUEGeCAJQQt4cyAJQRl4c2ogCSAKcSAJQX9zIAtxc2pB8MCqgwFqQQAoArwCaiEBIAggAWohCCABIAVBAnggBUENeHMgBUEWeHNqIAUgBnEgBSAHcXMgBiAHcXNqIQQgCyAIQQZ4IAhBC3hzIAhBGXhzaiAIIAlxIAhBf3MgCnFzakGWgpPNAWpBACgCwAJqIQEgByABaiEHIAEgBEECeCAEQQ14cyAEQRZ4c2ogBCAFcSAEIAZxcyAFIAZxc2ohCyAKIAdBBnggB0ELeHMgB0EZeHNqIAcgCHEgB0F/cyAJcXNqQYjY3fEBakEAKALEAmohASAGIAFqIQYgASALQQJ4IAtBDXhzIAtBFnhzaiALIARxIAsgBXFzIAQgBXFzaiEKIAkgBkEGeCAGQQt4cyAGQRl4c2ogBiAHcSAGQX9zIAhxc2pBzO6hugJqQQAoAsgCaiEBIAUgAWohBSABIApBAnggCkENeHMgCkEWeHNqIAogC3EgCiAEcXMgCyAEcXNqIQkgCCAFQQZ4IAVBC3hzIAVBGXhzaiAFIAZxIAVBf3MgB3FzakG1+cKlA2pBACgCzAJqIQEgBCABaiEEIAEgCUECeCAJQQ14cyAJQRZ4c2ogCSAKcSAJIAtxcyAKIAtxc2ohCCAHIARBBnggBEELeHMgBEEZeHNqIAQgBXEgBEF/cyAGcXNqQbOZ8MgDakEAKALQAmohASALIAFqIQsgASAIQQJ4IAhBDXhzIAhBFnhzaiAIIAlxIAggCnFzIAkgCnFzaiEHIAYgC0EGeCALQQt4cyALQRl4c2ogCyAEcSALQX9zIAVxc2pBytTi9gRqQQAoAtQCaiEBIAogAWohCiABIAdBAnggB0ENeHMgB0EWeHNqIAcgCHEgByAJcXMgCCAJcXNqIQYgBSAKQQZ4IApBC3hzIApBGXhzaiAKIAtxIApBf3MgBHFzakHPlPPcBWpBACgC2AJqIQEgCSABaiEJIAEgBkECeCAGQQ14cyAGQRZ4c2ogBiAHcSAGIAhxcyAHIAhxc2ohBSAEIAlBBnggCUELeHMgCUEZeHNqIAkgCnEgCUF/cyALcXNqQfPfucEGakEAKALcAmohASAIIAFqIQggASAFQQJ4IAVBDXhzIAVBFnhzaiAFIAZxIAUgB3FzIAYgB3FzaiEEIAsgCEEGeCAIQQt4cyAIQRl4c2ogCCAJcSAIQX9zIApxc2pB7oW+pAdqQQAoAuACaiEBIAcgAWohByABIARBAnggBEENeHMgBEEWeHNqIAQgBXEgBCAGcXMgBSAGcXNqIQsgCiAHQQZ4IAdBC3hzIAdBGXhzaiAHIAhxIAdBf3MgCXFzakHvxpXFB2pBACgC5AJqIQEgBiABaiEGIAEgC0ECeCALQQ14cyALQRZ4c2ogCyAEcSALIAVxcyAEIAVxc2ohCiAJIAZBBnggBkELeHMgBkEZeHNqIAYgB3EgBkF/cyAIcXNqQZTwoaZ4akEAKALoAmohASAFIAFqIQUgASAKQQJ4IApBDXhzIApBFnhzaiAKIAtxIAogBHFzIAsgBHFzaiEJIAggBUEGeCAFQQt4cyAFQRl4c2ogBSAGcSAFQX9zIAdxc2pBiISc5nhqQQAoAuwCaiEBIAQgAWohBCABIAlBAnggCUENeHMgCUEWeHNqIAkgCnEgCSALcXMgCiALcXNqIQggByAEQQZ4IARBC3hzIARBGXhzaiAEIAVxIARBf3MgBnFzakH6//uFeWpBACgC8AJqIQEgCyABaiELIAEgCEECeCAIQQ14cyAIQRZ4c2ogCCAJcSAIIApxcyAJIApxc2ohByAGIAtBBnggC0ELeHMgC0EZeHNqIAsgBHEgC0F/cyAFcXNqQevZwaJ6akEAKAL0AmohASAKIAFqIQogASAHQQJ4IAdBDXhzIAdBFnhzaiAHIAhxIAcgCXFzIAggCXFzaiEGIAUgCkEGeCAKQQt4cyAKQRl4c2ogCiALcSAKQX9zIARxc2pB98fm93tqQQAoAvgCaiEBIAkgAWohCSABIAZBAnggBkENeHMgBkEWeHNqIAYgB3EgBiAIcXMgByAIcXNqIQUgBCAJQQZ4IAlBC3hzIAlBGXhzaiAJIApxIAlBf3MgC3FzakHy8cWzfGpBACgC/AJqIQEgCCABaiEIIAEgBUECeCAFQQ14cyAFQRZ4c2ogBSAGcSAFIAdxcyAGIAdxc2ohBEEAQQAoAkAgBGo2AkBBAEEAKAJEIAVqNgJEQQBBACgCSCAGajYCSEEAQQAoAkwgB2o2AkxBAEEAKAJQIAhqNgJQQQBBACgCVCAJajYCVEEAQQAoAlggCmo2AlhBAEEAKAJcIAtqNgJcCyoAIAEgACkDADcDACABIAApAwg3AwggASAAKQMQNwMQIAEgACkDGDcDGAucAgEBf0EAKAJAIQEgACABQQh3Qf+B/AdxIAFBCHhBgP6DeHFyNgIAQQAoAkQhASAAIAFBCHdB/4H8B3EgAUEIeEGA/oN4cXI2AgRBACgCSCEBIAAgAUEId0H/gfwHcSABQQh4QYD+g3hxcjYCCEEAKAJMIQEgACABQQh3Qf+B/AdxIAFBCHhBgP6DeHFyNgIMQQAoAlAhASAAIAFBCHdB/4H8B3EgAUEIeEGA/oN4cXI2AhBBACgCVCEBIAAgAUEId0H/gfwHcSABQQh4QYD+g3hxcjYCFEEAKAJYIQEgACABQQh3Qf+B/AdxIAFBCHhBgP6DeHFyNgIYQQAoAlwhASAAIAFBCHdB/4H8B3EgAUEIeEGA/oN4cXI2AhwLbgEDfyAAQcAAakEDdCEDIABByABqQUBxIQEgAEGAA2pBACABIABr/AsAIABBgAE6AIADIAEgA0EId0H/gfwHcSADQQh4QYD+g3hxcjYC/AJBACECA0AgAkGAA2oQACACQcAAaiECIAIgAUkNAAsLaQBBAEHnzKfQBjYCQEEAQYXdntt7NgJEQQBB8ua74wM2AkhBAEG66r+qejYCTEEAQf+kuYgFNgJQQQBBjNGV2Hk2AlRBAEGrs4/8ATYCWEEAQZmag98FNgJcQYADEABBwAAgAEEAahABCyIAQQBBwAAQASAAEANBgAMQAkEgQcAAEAFBIBADQeAAEAILtIoBAQt7QQD9AASQECECQQD9AATgESEDQQBBAP0ABIAQQQD9AASQEf2uASACQQf9rQEgAkEZ/asB/VAgAkES/a0BIAJBDv2rAf1Q/VEgAkED/a0B/VH9rgEgA0ER/a0BIANBD/2rAf1QIANBE/2tASADQQ39qwH9UP1RIANBCv2tAf1R/a4B/QsEgBJBAP0ABKAQIQJBAP0ABPARIQNBAEEA/QAEkBBBAP0ABKAR/a4BIAJBB/2tASACQRn9qwH9UCACQRL9rQEgAkEO/asB/VD9USACQQP9rQH9Uf2uASADQRH9rQEgA0EP/asB/VAgA0ET/a0BIANBDf2rAf1Q/VEgA0EK/a0B/VH9rgH9CwSQEkEA/QAEsBAhAkEA/QAEgBIhA0EAQQD9AASgEEEA/QAEsBH9rgEgAkEH/a0BIAJBGf2rAf1QIAJBEv2tASACQQ79qwH9UP1RIAJBA/2tAf1R/a4BIANBEf2tASADQQ/9qwH9UCADQRP9rQEgA0EN/asB/VD9USADQQr9rQH9Uf2uAf0LBKASQQD9AATAECECQQD9AASQEiEDQQBBAP0ABLAQQQD9AATAEf2uASACQQf9rQEgAkEZ/asB/VAgAkES/a0BIAJBDv2rAf1Q/VEgAkED/a0B/VH9rgEgA0ER/a0BIANBD/2rAf1QIANBE/2tASADQQ39qwH9UP1RIANBCv2tAf1R/a4B/QsEsBJBAP0ABNAQIQJBAP0ABKASIQNBAEEA/QAEwBBBAP0ABNAR/a4BIAJBB/2tASACQRn9qwH9UCACQRL9rQEgAkEO/asB/VD9USACQQP9rQH9Uf2uASADQRH9rQEgA0EP/asB/VAgA0ET/a0BIANBDf2rAf1Q/VEgA0EK/a0B/VH9rgH9CwTAEkEA/QAE4BAhAkEA/QAEsBIhA0EAQQD9AATQEEEA/QAE4BH9rgEgAkEH/a0BIAJBGf2rAf1QIAJBEv2tASACQQ79qwH9UP1RIAJBA/2tAf1R/a4BIANBEf2tASADQQ/9qwH9UCADQRP9rQEgA0EN/asB/VD9USADQQr9rQH9Uf2uAf0LBNASQQD9AATwECECQQD9AATAEiEDQQBBAP0ABOAQQQD9AATwEf2uASACQQf9rQEgAkEZ/asB/VAgAkES/a0BIAJBDv2rAf1Q/VEgAkED/a0B/VH9rgEgA0ER/a0BIANBD/2rAf1QIANBE/2tASADQQ39qwH9UP1RIANBCv2tAf1R/a4B/QsE4BJBAP0ABIARIQJBAP0ABNASIQNBAEEA/QAE8BBBAP0ABIAS/a4BIAJBB/2tASACQRn9qwH9UCACQRL9rQEgAkEO/asB/VD9USACQQP9rQH9Uf2uASADQRH9rQEgA0EP/asB/VAgA0ET/a0BIANBDf2rAf1Q/VEgA0EK/a0B/VH9rgH9CwTwEkEA/QAEkBEhAkEA/QAE4BIhA0EAQQD9AASAEUEA/QAEkBL9rgEgAkEH/a0BIAJBGf2rAf1QIAJBEv2tASACQQ79qwH9UP1RIAJBA/2tAf1R/a4BIANBEf2tASADQQ/9qwH9UCADQRP9rQEgA0EN/asB/VD9USADQQr9rQH9Uf2uAf0LBIATQQD9AASgESECQQD9AATwEiEDQQBBAP0ABJARQQD9AASgEv2uASACQQf9rQEgAkEZ/asB/VAgAkES/a0BIAJBDv2rAf1Q/VEgAkED/a0B/VH9rgEgA0ER/a0BIANBD/2rAf1QIANBE/2tASADQQ39qwH9UP1RIANBCv2tAf1R/a4B/QsEkBNBAP0ABLARIQJBAP0ABIATIQNBAEEA/QAEoBFBAP0ABLAS/a4BIAJBB/2tASACQRn9qwH9UCACQRL9rQEgAkEO/asB/VD9USACQQP9rQH9Uf2uASADQRH9rQEgA0EP/asB/VAgA0ET/a0BIANBDf2rAf1Q/VEgA0EK/a0B/VH9rgH9CwSgE0EA/QAEwBEhAkEA/QAEkBMhA0EAQQD9AASwEUEA/QAEwBL9rgEgAkEH/a0BIAJBGf2rAf1QIAJBEv2tASACQQ79qwH9UP1RIAJBA/2tAf1R/a4BIANBEf2tASADQQ/9qwH9UCADQRP9rQEgA0EN/asB/VD9USADQQr9rQH9Uf2uAf0LBLATQQD9AATQESECQQD9AASgEyEDQQBBAP0ABMARQQD9AATQEv2uASACQQf9rQEgAkEZ/asB/VAgAkES/a0BIAJBDv2rAf1Q/VEgAkED/a0B/VH9rgEgA0ER/a0BIANBD/2rAf1QIANBE/2tASADQQ39qwH9UP1RIANBCv2tAf1R/a4B/QsEwBNBAP0ABOARIQJBAP0ABLATIQNBAEEA/QAE0BFBAP0ABOAS/a4BIAJBB/2tASACQRn9qwH9UCACQRL9rQEgAkEO/asB/VD9USACQQP9rQH9Uf2uASADQRH9rQEgA0EP/asB/VAgA0ET/a0BIANBDf2rAf1Q/VEgA0EK/a0B/VH9rgH9CwTQE0EA/QAE8BEhAkEA/QAEwBMhA0EAQQD9AATgEUEA/QAE8BL9rgEgAkEH/a0BIAJBGf2rAf1QIAJBEv2tASACQQ79qwH9UP1RIAJBA/2tAf1R/a4BIANBEf2tASADQQ/9qwH9UCADQRP9rQEgA0EN/asB/VD9USADQQr9rQH9Uf2uAf0LBOATQQD9AASAEiECQQD9AATQEyEDQQBBAP0ABPARQQD9AASAE/2uASACQQf9rQEgAkEZ/asB/VAgAkES/a0BIAJBDv2rAf1Q/VEgAkED/a0B/VH9rgEgA0ER/a0BIANBD/2rAf1QIANBE/2tASADQQ39qwH9UP1RIANBCv2tAf1R/a4B/QsE8BNBAP0ABJASIQJBAP0ABOATIQNBAEEA/QAEgBJBAP0ABJAT/a4BIAJBB/2tASACQRn9qwH9UCACQRL9rQEgAkEO/asB/VD9USACQQP9rQH9Uf2uASADQRH9rQEgA0EP/asB/VAgA0ET/a0BIANBDf2rAf1Q/VEgA0EK/a0B/VH9rgH9CwSAFEEA/QAEoBIhAkEA/QAE8BMhA0EAQQD9AASQEkEA/QAEoBP9rgEgAkEH/a0BIAJBGf2rAf1QIAJBEv2tASACQQ79qwH9UP1RIAJBA/2tAf1R/a4BIANBEf2tASADQQ/9qwH9UCADQRP9rQEgA0EN/asB/VD9USADQQr9rQH9Uf2uAf0LBJAUQQD9AASwEiECQQD9AASAFCEDQQBBAP0ABKASQQD9AASwE/2uASACQQf9rQEgAkEZ/asB/VAgAkES/a0BIAJBDv2rAf1Q/VEgAkED/a0B/VH9rgEgA0ER/a0BIANBD/2rAf1QIANBE/2tASADQQ39qwH9UP1RIANBCv2tAf1R/a4B/QsEoBRBAP0ABMASIQJBAP0ABJAUIQNBAEEA/QAEsBJBAP0ABMAT/a4BIAJBB/2tASACQRn9qwH9UCACQRL9rQEgAkEO/asB/VD9USACQQP9rQH9Uf2uASADQRH9rQEgA0EP/asB/VAgA0ET/a0BIANBDf2rAf1Q/VEgA0EK/a0B/VH9rgH9CwSwFEEA/QAE0BIhAkEA/QAEoBQhA0EAQQD9AATAEkEA/QAE0BP9rgEgAkEH/a0BIAJBGf2rAf1QIAJBEv2tASACQQ79qwH9UP1RIAJBA/2tAf1R/a4BIANBEf2tASADQQ/9qwH9UCADQRP9rQEgA0EN/asB/VD9USADQQr9rQH9Uf2uAf0LBMAUQQD9AATgEiECQQD9AASwFCEDQQBBAP0ABNASQQD9AATgE/2uASACQQf9rQEgAkEZ/asB/VAgAkES/a0BIAJBDv2rAf1Q/VEgAkED/a0B/VH9rgEgA0ER/a0BIANBD/2rAf1QIANBE/2tASADQQ39qwH9UP1RIANBCv2tAf1R/a4B/QsE0BRBAP0ABPASIQJBAP0ABMAUIQNBAEEA/QAE4BJBAP0ABPAT/a4BIAJBB/2tASACQRn9qwH9UCACQRL9rQEgAkEO/asB/VD9USACQQP9rQH9Uf2uASADQRH9rQEgA0EP/asB/VAgA0ET/a0BIANBDf2rAf1Q/VEgA0EK/a0B/VH9rgH9CwTgFEEA/QAEgBMhAkEA/QAE0BQhA0EAQQD9AATwEkEA/QAEgBT9rgEgAkEH/a0BIAJBGf2rAf1QIAJBEv2tASACQQ79qwH9UP1RIAJBA/2tAf1R/a4BIANBEf2tASADQQ/9qwH9UCADQRP9rQEgA0EN/asB/VD9USADQQr9rQH9Uf2uAf0LBPAUQQD9AASQEyECQQD9AATgFCEDQQBBAP0ABIATQQD9AASQFP2uASACQQf9rQEgAkEZ/asB/VAgAkES/a0BIAJBDv2rAf1Q/VEgAkED/a0B/VH9rgEgA0ER/a0BIANBD/2rAf1QIANBE/2tASADQQ39qwH9UP1RIANBCv2tAf1R/a4B/QsEgBVBAP0ABKATIQJBAP0ABPAUIQNBAEEA/QAEkBNBAP0ABKAU/a4BIAJBB/2tASACQRn9qwH9UCACQRL9rQEgAkEO/asB/VD9USACQQP9rQH9Uf2uASADQRH9rQEgA0EP/asB/VAgA0ET/a0BIANBDf2rAf1Q/VEgA0EK/a0B/VH9rgH9CwSQFUEA/QAEsBMhAkEA/QAEgBUhA0EAQQD9AASgE0EA/QAEsBT9rgEgAkEH/a0BIAJBGf2rAf1QIAJBEv2tASACQQ79qwH9UP1RIAJBA/2tAf1R/a4BIANBEf2tASADQQ/9qwH9UCADQRP9rQEgA0EN/asB/VD9USADQQr9rQH9Uf2uAf0LBKAVQQD9AATAEyECQQD9AASQFSEDQQBBAP0ABLATQQD9AATAFP2uASACQQf9rQEgAkEZ/asB/VAgAkES/a0BIAJBDv2rAf1Q/VEgAkED/a0B/VH9rgEgA0ER/a0BIANBD/2rAf1QIANBE/2tASADQQ39qwH9UP1RIANBCv2tAf1R/a4B/QsEsBVBAP0ABNATIQJBAP0ABKAVIQNBAEEA/QAEwBNBAP0ABNAU/a4BIAJBB/2tASACQRn9qwH9UCACQRL9rQEgAkEO/asB/VD9USACQQP9rQH9Uf2uASADQRH9rQEgA0EP/asB/VAgA0ET/a0BIANBDf2rAf1Q/VEgA0EK/a0B/VH9rgH9CwTAFUEA/QAE4BMhAkEA/QAEsBUhA0EAQQD9AATQE0EA/QAE4BT9rgEgAkEH/a0BIAJBGf2rAf1QIAJBEv2tASACQQ79qwH9UP1RIAJBA/2tAf1R/a4BIANBEf2tASADQQ/9qwH9UCADQRP9rQEgA0EN/asB/VD9USADQQr9rQH9Uf2uAf0LBNAVQQD9AATwEyECQQD9AATAFSEDQQBBAP0ABOATQQD9AATwFP2uASACQQf9rQEgAkEZ/asB/VAgAkES/a0BIAJBDv2rAf1Q/VEgAkED/a0B/VH9rgEgA0ER/a0BIANBD/2rAf1QIANBE/2tASADQQ39qwH9UP1RIANBCv2tAf1R/a4B/QsE4BVBAP0ABIAUIQJBAP0ABNAVIQNBAEEA/QAE8BNBAP0ABIAV/a4BIAJBB/2tASACQRn9qwH9UCACQRL9rQEgAkEO/asB/VD9USACQQP9rQH9Uf2uASADQRH9rQEgA0EP/asB/VAgA0ET/a0BIANBDf2rAf1Q/VEgA0EK/a0B/VH9rgH9CwTwFUEA/QAEkBQhAkEA/QAE4BUhA0EAQQD9AASAFEEA/QAEkBX9rgEgAkEH/a0BIAJBGf2rAf1QIAJBEv2tASACQQ79qwH9UP1RIAJBA/2tAf1R/a4BIANBEf2tASADQQ/9qwH9UCADQRP9rQEgA0EN/asB/VD9USADQQr9rQH9Uf2uAf0LBIAWQQD9AASgFCECQQD9AATwFSEDQQBBAP0ABJAUQQD9AASgFf2uASACQQf9rQEgAkEZ/asB/VAgAkES/a0BIAJBDv2rAf1Q/VEgAkED/a0B/VH9rgEgA0ER/a0BIANBD/2rAf1QIANBE/2tASADQQ39qwH9UP1RIANBCv2tAf1R/a4B/QsEkBZBAP0ABLAUIQJBAP0ABIAWIQNBAEEA/QAEoBRBAP0ABLAV/a4BIAJBB/2tASACQRn9qwH9UCACQRL9rQEgAkEO/asB/VD9USACQQP9rQH9Uf2uASADQRH9rQEgA0EP/asB/VAgA0ET/a0BIANBDf2rAf1Q/VEgA0EK/a0B/VH9rgH9CwSgFkEA/QAEwBQhAkEA/QAEkBYhA0EAQQD9AASwFEEA/QAEwBX9rgEgAkEH/a0BIAJBGf2rAf1QIAJBEv2tASACQQ79qwH9UP1RIAJBA/2tAf1R/a4BIANBEf2tASADQQ/9qwH9UCADQRP9rQEgA0EN/asB/VD9USADQQr9rQH9Uf2uAf0LBLAWQQD9AATQFCECQQD9AASgFiEDQQBBAP0ABMAUQQD9AATQFf2uASACQQf9rQEgAkEZ/asB/VAgAkES/a0BIAJBDv2rAf1Q/VEgAkED/a0B/VH9rgEgA0ER/a0BIANBD/2rAf1QIANBE/2tASADQQ39qwH9UP1RIANBCv2tAf1R/a4B/QsEwBZBAP0ABOAUIQJBAP0ABLAWIQNBAEEA/QAE0BRBAP0ABOAV/a4BIAJBB/2tASACQRn9qwH9UCACQRL9rQEgAkEO/asB/VD9USACQQP9rQH9Uf2uASADQRH9rQEgA0EP/asB/VAgA0ET/a0BIANBDf2rAf1Q/VEgA0EK/a0B/VH9rgH9CwTQFkEA/QAE8BQhAkEA/QAEwBYhA0EAQQD9AATgFEEA/QAE8BX9rgEgAkEH/a0BIAJBGf2rAf1QIAJBEv2tASACQQ79qwH9UP1RIAJBA/2tAf1R/a4BIANBEf2tASADQQ/9qwH9UCADQRP9rQEgA0EN/asB/VD9USADQQr9rQH9Uf2uAf0LBOAWQQD9AASAFSECQQD9AATQFiEDQQBBAP0ABPAUQQD9AASAFv2uASACQQf9rQEgAkEZ/asB/VAgAkES/a0BIAJBDv2rAf1Q/VEgAkED/a0B/VH9rgEgA0ER/a0BIANBD/2rAf1QIANBE/2tASADQQ39qwH9UP1RIANBCv2tAf1R/a4B/QsE8BZBAP0ABJAVIQJBAP0ABOAWIQNBAEEA/QAEgBVBAP0ABJAW/a4BIAJBB/2tASACQRn9qwH9UCACQRL9rQEgAkEO/asB/VD9USACQQP9rQH9Uf2uASADQRH9rQEgA0EP/asB/VAgA0ET/a0BIANBDf2rAf1Q/VEgA0EK/a0B/VH9rgH9CwSAF0EA/QAEoBUhAkEA/QAE8BYhA0EAQQD9AASQFUEA/QAEoBb9rgEgAkEH/a0BIAJBGf2rAf1QIAJBEv2tASACQQ79qwH9UP1RIAJBA/2tAf1R/a4BIANBEf2tASADQQ/9qwH9UCADQRP9rQEgA0EN/asB/VD9USADQQr9rQH9Uf2uAf0LBJAXQQD9AASwFSECQQD9AASAFyEDQQBBAP0ABKAVQQD9AASwFv2uASACQQf9rQEgAkEZ/asB/VAgAkES/a0BIAJBDv2rAf1Q/VEgAkED/a0B/VH9rgEgA0ER/a0BIANBD/2rAf1QIANBE/2tASADQQ39qwH9UP1RIANBCv2tAf1R/a4B/QsEoBdBAP0ABMAVIQJBAP0ABJAXIQNBAEEA/QAEsBVBAP0ABMAW/a4BIAJBB/2tASACQRn9qwH9UCACQRL9rQEgAkEO/asB/VD9USACQQP9rQH9Uf2uASADQRH9rQEgA0EP/asB/VAgA0ET/a0BIANBDf2rAf1Q/VEgA0EK/a0B/VH9rgH9CwSwF0EA/QAE0BUhAkEA/QAEoBchA0EAQQD9AATAFUEA/QAE0Bb9rgEgAkEH/a0BIAJBGf2rAf1QIAJBEv2tASACQQ79qwH9UP1RIAJBA/2tAf1R/a4BIANBEf2tASADQQ/9qwH9UCADQRP9rQEgA0EN/asB/VD9USADQQr9rQH9Uf2uAf0LBMAXQQD9AATgFSECQQD9AASwFyEDQQBBAP0ABNAVQQD9AATgFv2uASACQQf9rQEgAkEZ/asB/VAgAkES/a0BIAJBDv2rAf1Q/VEgAkED/a0B/VH9rgEgA0ER/a0BIANBD/2rAf1QIANBE/2tASADQQ39qwH9UP1RIANBCv2tAf1R/a4B/QsE0BdBAP0ABPAVIQJBAP0ABMAXIQNBAEEA/QAE4BVBAP0ABPAW/a4BIAJBB/2tASACQRn9qwH9UCACQRL9rQEgAkEO/asB/VD9USACQQP9rQH9Uf2uASADQRH9rQEgA0EP/asB/VAgA0ET/a0BIANBDf2rAf1Q/VEgA0EK/a0B/VH9rgH9CwTgF0EA/QAEgBYhAkEA/QAE0BchA0EAQQD9AATwFUEA/QAEgBf9rgEgAkEH/a0BIAJBGf2rAf1QIAJBEv2tASACQQ79qwH9UP1RIAJBA/2tAf1R/a4BIANBEf2tASADQQ/9qwH9UCADQRP9rQEgA0EN/asB/VD9USADQQr9rQH9Uf2uAf0LBPAXIAD9AAQAIQQgAP0ABBAhBSAA/QAEICEGIAD9AAQwIQcgAP0ABEAhCCAA/QAEUCEJIAD9AARgIQogAP0ABHAhCyALQQD9AASAEP2uAUEA/QkCgBj9rgEgCSAKIAj9Uv2uASAIQQb9rQEgCEEa/asB/VAgCEEL/a0BIAhBFf2rAf1Q/VEgCEEZ/a0BIAhBB/2rAf1Q/VH9rgEhASAHIAH9rgEhByABIAYgBSAEIAX9Uf1S/a4BIARBAv2tASAEQR79qwH9UCAEQQ39rQEgBEET/asB/VD9USAEQRb9rQEgBEEK/asB/VD9Uf2uASELIApBAP0ABJAQ/a4BQQD9CQKEGP2uASAIIAkgB/1S/a4BIAdBBv2tASAHQRr9qwH9UCAHQQv9rQEgB0EV/asB/VD9USAHQRn9rQEgB0EH/asB/VD9Uf2uASEBIAYgAf2uASEGIAEgBSAEIAsgBP1R/VL9rgEgC0EC/a0BIAtBHv2rAf1QIAtBDf2tASALQRP9qwH9UP1RIAtBFv2tASALQQr9qwH9UP1R/a4BIQogCUEA/QAEoBD9rgFBAP0JAogY/a4BIAcgCCAG/VL9rgEgBkEG/a0BIAZBGv2rAf1QIAZBC/2tASAGQRX9qwH9UP1RIAZBGf2tASAGQQf9qwH9UP1R/a4BIQEgBSAB/a4BIQUgASAEIAsgCiAL/VH9Uv2uASAKQQL9rQEgCkEe/asB/VAgCkEN/a0BIApBE/2rAf1Q/VEgCkEW/a0BIApBCv2rAf1Q/VH9rgEhCSAIQQD9AASwEP2uAUEA/QkCjBj9rgEgBiAHIAX9Uv2uASAFQQb9rQEgBUEa/asB/VAgBUEL/a0BIAVBFf2rAf1Q/VEgBUEZ/a0BIAVBB/2rAf1Q/VH9rgEhASAEIAH9rgEhBCABIAsgCiAJIAr9Uf1S/a4BIAlBAv2tASAJQR79qwH9UCAJQQ39rQEgCUET/asB/VD9USAJQRb9rQEgCUEK/asB/VD9Uf2uASEIIAdBAP0ABMAQ/a4BQQD9CQKQGP2uASAFIAYgBP1S/a4BIARBBv2tASAEQRr9qwH9UCAEQQv9rQEgBEEV/asB/VD9USAEQRn9rQEgBEEH/asB/VD9Uf2uASEBIAsgAf2uASELIAEgCiAJIAggCf1R/VL9rgEgCEEC/a0BIAhBHv2rAf1QIAhBDf2tASAIQRP9qwH9UP1RIAhBFv2tASAIQQr9qwH9UP1R/a4BIQcgBkEA/QAE0BD9rgFBAP0JApQY/a4BIAQgBSAL/VL9rgEgC0EG/a0BIAtBGv2rAf1QIAtBC/2tASALQRX9qwH9UP1RIAtBGf2tASALQQf9qwH9UP1R/a4BIQEgCiAB/a4BIQogASAJIAggByAI/VH9Uv2uASAHQQL9rQEgB0Ee/asB/VAgB0EN/a0BIAdBE/2rAf1Q/VEgB0EW/a0BIAdBCv2rAf1Q/VH9rgEhBiAFQQD9AATgEP2uAUEA/QkCmBj9rgEgCyAEIAr9Uv2uASAKQQb9rQEgCkEa/asB/VAgCkEL/a0BIApBFf2rAf1Q/VEgCkEZ/a0BIApBB/2rAf1Q/VH9rgEhASAJIAH9rgEhCSABIAggByAGIAf9Uf1S/a4BIAZBAv2tASAGQR79qwH9UCAGQQ39rQEgBkET/asB/VD9USAGQRb9rQEgBkEK/asB/VD9Uf2uASEFIARBAP0ABPAQ/a4BQQD9CQKcGP2uASAKIAsgCf1S/a4BIAlBBv2tASAJQRr9qwH9UCAJQQv9rQEgCUEV/asB/VD9USAJQRn9rQEgCUEH/asB/VD9Uf2uASEBIAggAf2uASEIIAEgByAGIAUgBv1R/VL9rgEgBUEC/a0BIAVBHv2rAf1QIAVBDf2tASAFQRP9qwH9UP1RIAVBFv2tASAFQQr9qwH9UP1R/a4BIQQgC0EA/QAEgBH9rgFBAP0JAqAY/a4BIAkgCiAI/VL9rgEgCEEG/a0BIAhBGv2rAf1QIAhBC/2tASAIQRX9qwH9UP1RIAhBGf2tASAIQQf9qwH9UP1R/a4BIQEgByAB/a4BIQcgASAGIAUgBCAF/VH9Uv2uASAEQQL9rQEgBEEe/asB/VAgBEEN/a0BIARBE/2rAf1Q/VEgBEEW/a0BIARBCv2rAf1Q/VH9rgEhCyAKQQD9AASQEf2uAUEA/QkCpBj9rgEgCCAJIAf9Uv2uASAHQQb9rQEgB0Ea/asB/VAgB0EL/a0BIAdBFf2rAf1Q/VEgB0EZ/a0BIAdBB/2rAf1Q/VH9rgEhASAGIAH9rgEhBiABIAUgBCALIAT9Uf1S/a4BIAtBAv2tASALQR79qwH9UCALQQ39rQEgC0ET/asB/VD9USALQRb9rQEgC0EK/asB/VD9Uf2uASEKIAlBAP0ABKAR/a4BQQD9CQKoGP2uASAHIAggBv1S/a4BIAZBBv2tASAGQRr9qwH9UCAGQQv9rQEgBkEV/asB/VD9USAGQRn9rQEgBkEH/asB/VD9Uf2uASEBIAUgAf2uASEFIAEgBCALIAogC/1R/VL9rgEgCkEC/a0BIApBHv2rAf1QIApBDf2tASAKQRP9qwH9UP1RIApBFv2tASAKQQr9qwH9UP1R/a4BIQkgCEEA/QAEsBH9rgFBAP0JAqwY/a4BIAYgByAF/VL9rgEgBUEG/a0BIAVBGv2rAf1QIAVBC/2tASAFQRX9qwH9UP1RIAVBGf2tASAFQQf9qwH9UP1R/a4BIQEgBCAB/a4BIQQgASALIAogCSAK/VH9Uv2uASAJQQL9rQEgCUEe/asB/VAgCUEN/a0BIAlBE/2rAf1Q/VEgCUEW/a0BIAlBCv2rAf1Q/VH9rgEhCCAHQQD9AATAEf2uAUEA/QkCsBj9rgEgBSAGIAT9Uv2uASAEQQb9rQEgBEEa/asB/VAgBEEL/a0BIARBFf2rAf1Q/VEgBEEZ/a0BIARBB/2rAf1Q/VH9rgEhASALIAH9rgEhCyABIAogCSAIIAn9Uf1S/a4BIAhBAv2tASAIQR79qwH9UCAIQQ39rQEgCEET/asB/VD9USAIQRb9rQEgCEEK/asB/VD9Uf2uASEHIAZBAP0ABNAR/a4BQQD9CQK0GP2uASAEIAUgC/1S/a4BIAtBBv2tASALQRr9qwH9UCALQQv9rQEgC0EV/asB/VD9USALQRn9rQEgC0EH/asB/VD9Uf2uASEBIAogAf2uASEKIAEgCSAIIAcgCP1R/VL9rgEgB0EC/a0BIAdBHv2rAf1QIAdBDf2tASAHQRP9qwH9UP1RIAdBFv2tASAHQQr9qwH9UP1R/a4BIQYgBUEA/QAE4BH9rgFBAP0JArgY/a4BIAsgBCAK/VL9rgEgCkEG/a0BIApBGv2rAf1QIApBC/2tASAKQRX9qwH9UP1RIApBGf2tASAKQQf9qwH9UP1R/a4BIQEgCSAB/a4BIQkgASAIIAcgBiAH/VH9Uv2uASAGQQL9rQEgBkEe/asB/VAgBkEN/a0BIAZBE/2rAf1Q/VEgBkEW/a0BIAZBCv2rAf1Q/VH9rgEhBSAEQQD9AATwEf2uAUEA/QkCvBj9rgEgCiALIAn9Uv2uASAJQQb9rQEgCUEa/asB/VAgCUEL/a0BIAlBFf2rAf1Q/VEgCUEZ/a0BIAlBB/2rAf1Q/VH9rgEhASAIIAH9rgEhCCABIAcgBiAFIAb9Uf1S/a4BIAVBAv2tASAFQR79qwH9UCAFQQ39rQEgBUET/asB/VD9USAFQRb9rQEgBUEK/asB/VD9Uf2uASEEIAtBAP0ABIAS/a4BQQD9CQLAGP2uASAJIAogCP1S/a4BIAhBBv2tASAIQRr9qwH9UCAIQQv9rQEgCEEV/asB/VD9USAIQRn9rQEgCEEH/asB/VD9Uf2uASEBIAcgAf2uASEHIAEgBiAFIAQgBf1R/VL9rgEgBEEC/a0BIARBHv2rAf1QIARBDf2tASAEQRP9qwH9UP1RIARBFv2tASAEQQr9qwH9UP1R/a4BIQsgCkEA/QAEkBL9rgFBAP0JAsQY/a4BIAggCSAH/VL9rgEgB0EG/a0BIAdBGv2rAf1QIAdBC/2tASAHQRX9qwH9UP1RIAdBGf2tASAHQQf9qwH9UP1R/a4BIQEgBiAB/a4BIQYgASAFIAQgCyAE/VH9Uv2uASALQQL9rQEgC0Ee/asB/VAgC0EN/a0BIAtBE/2rAf1Q/VEgC0EW/a0BIAtBCv2rAf1Q/VH9rgEhCiAJQQD9AASgEv2uAUEA/QkCyBj9rgEgByAIIAb9Uv2uASAGQQb9rQEgBkEa/asB/VAgBkEL/a0BIAZBFf2rAf1Q/VEgBkEZ/a0BIAZBB/2rAf1Q/VH9rgEhASAFIAH9rgEhBSABIAQgCyAKIAv9Uf1S/a4BIApBAv2tASAKQR79qwH9UCAKQQ39rQEgCkET/asB/VD9USAKQRb9rQEgCkEK/asB/VD9Uf2uASEJIAhBAP0ABLAS/a4BQQD9CQLMGP2uASAGIAcgBf1S/a4BIAVBBv2tASAFQRr9qwH9UCAFQQv9rQEgBUEV/asB/VD9USAFQRn9rQEgBUEH/asB/VD9Uf2uASEBIAQgAf2uASEEIAEgCyAKIAkgCv1R/VL9rgEgCUEC/a0BIAlBHv2rAf1QIAlBDf2tASAJQRP9qwH9UP1RIAlBFv2tASAJQQr9qwH9UP1R/a4BIQggB0EA/QAEwBL9rgFBAP0JAtAY/a4BIAUgBiAE/VL9rgEgBEEG/a0BIARBGv2rAf1QIARBC/2tASAEQRX9qwH9UP1RIARBGf2tASAEQQf9qwH9UP1R/a4BIQEgCyAB/a4BIQsgASAKIAkgCCAJ/VH9Uv2uASAIQQL9rQEgCEEe/asB/VAgCEEN/a0BIAhBE/2rAf1Q/VEgCEEW/a0BIAhBCv2rAf1Q/VH9rgEhByAGQQD9AATQEv2uAUEA/QkC1Bj9rgEgBCAFIAv9Uv2uASALQQb9rQEgC0Ea/asB/VAgC0EL/a0BIAtBFf2rAf1Q/VEgC0EZ/a0BIAtBB/2rAf1Q/VH9rgEhASAKIAH9rgEhCiABIAkgCCAHIAj9Uf1S/a4BIAdBAv2tASAHQR79qwH9UCAHQQ39rQEgB0ET/asB/VD9USAHQRb9rQEgB0EK/asB/VD9Uf2uASEGIAVBAP0ABOAS/a4BQQD9CQLYGP2uASALIAQgCv1S/a4BIApBBv2tASAKQRr9qwH9UCAKQQv9rQEgCkEV/asB/VD9USAKQRn9rQEgCkEH/asB/VD9Uf2uASEBIAkgAf2uASEJIAEgCCAHIAYgB/1R/VL9rgEgBkEC/a0BIAZBHv2rAf1QIAZBDf2tASAGQRP9qwH9UP1RIAZBFv2tASAGQQr9qwH9UP1R/a4BIQUgBEEA/QAE8BL9rgFBAP0JAtwY/a4BIAogCyAJ/VL9rgEgCUEG/a0BIAlBGv2rAf1QIAlBC/2tASAJQRX9qwH9UP1RIAlBGf2tASAJQQf9qwH9UP1R/a4BIQEgCCAB/a4BIQggASAHIAYgBSAG/VH9Uv2uASAFQQL9rQEgBUEe/asB/VAgBUEN/a0BIAVBE/2rAf1Q/VEgBUEW/a0BIAVBCv2rAf1Q/VH9rgEhBCALQQD9AASAE/2uAUEA/QkC4Bj9rgEgCSAKIAj9Uv2uASAIQQb9rQEgCEEa/asB/VAgCEEL/a0BIAhBFf2rAf1Q/VEgCEEZ/a0BIAhBB/2rAf1Q/VH9rgEhASAHIAH9rgEhByABIAYgBSAEIAX9Uf1S/a4BIARBAv2tASAEQR79qwH9UCAEQQ39rQEgBEET/asB/VD9USAEQRb9rQEgBEEK/asB/VD9Uf2uASELIApBAP0ABJAT/a4BQQD9CQLkGP2uASAIIAkgB/1S/a4BIAdBBv2tASAHQRr9qwH9UCAHQQv9rQEgB0EV/asB/VD9USAHQRn9rQEgB0EH/asB/VD9Uf2uASEBIAYgAf2uASEGIAEgBSAEIAsgBP1R/VL9rgEgC0EC/a0BIAtBHv2rAf1QIAtBDf2tASALQRP9qwH9UP1RIAtBFv2tASALQQr9qwH9UP1R/a4BIQogCUEA/QAEoBP9rgFBAP0JAugY/a4BIAcgCCAG/VL9rgEgBkEG/a0BIAZBGv2rAf1QIAZBC/2tASAGQRX9qwH9UP1RIAZBGf2tASAGQQf9qwH9UP1R/a4BIQEgBSAB/a4BIQUgASAEIAsgCiAL/VH9Uv2uASAKQQL9rQEgCkEe/asB/VAgCkEN/a0BIApBE/2rAf1Q/VEgCkEW/a0BIApBCv2rAf1Q/VH9rgEhCSAIQQD9AASwE/2uAUEA/QkC7Bj9rgEgBiAHIAX9Uv2uASAFQQb9rQEgBUEa/asB/VAgBUEL/a0BIAVBFf2rAf1Q/VEgBUEZ/a0BIAVBB/2rAf1Q/VH9rgEhASAEIAH9rgEhBCABIAsgCiAJIAr9Uf1S/a4BIAlBAv2tASAJQR79qwH9UCAJQQ39rQEgCUET/asB/VD9USAJQRb9rQEgCUEK/asB/VD9Uf2uASEIIAdBAP0ABMAT/a4BQQD9CQLwGP2uASAFIAYgBP1S/a4BIARBBv2tASAEQRr9qwH9UCAEQQv9rQEgBEEV/asB/VD9USAEQRn9rQEgBEEH/asB/VD9Uf2uASEBIAsgAf2uASELIAEgCiAJIAggCf1R/VL9rgEgCEEC/a0BIAhBHv2rAf1QIAhBDf2tASAIQRP9qwH9UP1RIAhBFv2tASAIQQr9qwH9UP1R/a4BIQcgBkEA/QAE0BP9rgFBAP0JAvQY/a4BIAQgBSAL/VL9rgEgC0EG/a0BIAtBGv2rAf1QIAtBC/2tASALQRX9qwH9UP1RIAtBGf2tASALQQf9qwH9UP1R/a4BIQEgCiAB/a4BIQogASAJIAggByAI/VH9Uv2uASAHQQL9rQEgB0Ee/asB/VAgB0EN/a0BIAdBE/2rAf1Q/VEgB0EW/a0BIAdBCv2rAf1Q/VH9rgEhBiAFQQD9AATgE/2uAUEA/QkC+Bj9rgEgCyAEIAr9Uv2uASAKQQb9rQEgCkEa/asB/VAgCkEL/a0BIApBFf2rAf1Q/VEgCkEZ/a0BIApBB/2rAf1Q/VH9rgEhASAJIAH9rgEhCSABIAggByAGIAf9Uf1S/a4BIAZBAv2tASAGQR79qwH9UCAGQQ39rQEgBkET/asB/VD9USAGQRb9rQEgBkEK/asB/VD9Uf2uASEFIARBAP0ABPAT/a4BQQD9CQL8GP2uASAKIAsgCf1S/a4BIAlBBv2tASAJQRr9qwH9UCAJQQv9rQEgCUEV/asB/VD9USAJQRn9rQEgCUEH/asB/VD9Uf2uASEBIAggAf2uASEIIAEgByAGIAUgBv1R/VL9rgEgBUEC/a0BIAVBHv2rAf1QIAVBDf2tASAFQRP9qwH9UP1RIAVBFv2tASAFQQr9qwH9UP1R/a4BIQQgC0EA/QAEgBT9rgFBAP0JAoAZ/a4BIAkgCiAI/VL9rgEgCEEG/a0BIAhBGv2rAf1QIAhBC/2tASAIQRX9qwH9UP1RIAhBGf2tASAIQQf9qwH9UP1R/a4BIQEgByAB/a4BIQcgASAGIAUgBCAF/VH9Uv2uASAEQQL9rQEgBEEe/asB/VAgBEEN/a0BIARBE/2rAf1Q/VEgBEEW/a0BIARBCv2rAf1Q/VH9rgEhCyAKQQD9AASQFP2uAUEA/QkChBn9rgEgCCAJIAf9Uv2uASAHQQb9rQEgB0Ea/asB/VAgB0EL/a0BIAdBFf2rAf1Q/VEgB0EZ/a0BIAdBB/2rAf1Q/VH9rgEhASAGIAH9rgEhBiABIAUgBCALIAT9Uf1S/a4BIAtBAv2tASALQR79qwH9UCALQQ39rQEgC0ET/asB/VD9USALQRb9rQEgC0EK/asB/VD9Uf2uASEKIAlBAP0ABKAU/a4BQQD9CQKIGf2uASAHIAggBv1S/a4BIAZBBv2tASAGQRr9qwH9UCAGQQv9rQEgBkEV/asB/VD9USAGQRn9rQEgBkEH/asB/VD9Uf2uASEBIAUgAf2uASEFIAEgBCALIAogC/1R/VL9rgEgCkEC/a0BIApBHv2rAf1QIApBDf2tASAKQRP9qwH9UP1RIApBFv2tASAKQQr9qwH9UP1R/a4BIQkgCEEA/QAEsBT9rgFBAP0JAowZ/a4BIAYgByAF/VL9rgEgBUEG/a0BIAVBGv2rAf1QIAVBC/2tASAFQRX9qwH9UP1RIAVBGf2tASAFQQf9qwH9UP1R/a4BIQEgBCAB/a4BIQQgASALIAogCSAK/VH9Uv2uASAJQQL9rQEgCUEe/asB/VAgCUEN/a0BIAlBE/2rAf1Q/VEgCUEW/a0BIAlBCv2rAf1Q/VH9rgEhCCAHQQD9AATAFP2uAUEA/QkCkBn9rgEgBSAGIAT9Uv2uASAEQQb9rQEgBEEa/asB/VAgBEEL/a0BIARBFf2rAf1Q/VEgBEEZ/a0BIARBB/2rAf1Q/VH9rgEhASALIAH9rgEhCyABIAogCSAIIAn9Uf1S/a4BIAhBAv2tASAIQR79qwH9UCAIQQ39rQEgCEET/asB/VD9USAIQRb9rQEgCEEK/asB/VD9Uf2uASEHIAZBAP0ABNAU/a4BQQD9CQKUGf2uASAEIAUgC/1S/a4BIAtBBv2tASALQRr9qwH9UCALQQv9rQEgC0EV/asB/VD9USALQRn9rQEgC0EH/asB/VD9Uf2uASEBIAogAf2uASEKIAEgCSAIIAcgCP1R/VL9rgEgB0EC/a0BIAdBHv2rAf1QIAdBDf2tASAHQRP9qwH9UP1RIAdBFv2tASAHQQr9qwH9UP1R/a4BIQYgBUEA/QAE4BT9rgFBAP0JApgZ/a4BIAsgBCAK/VL9rgEgCkEG/a0BIApBGv2rAf1QIApBC/2tASAKQRX9qwH9UP1RIApBGf2tASAKQQf9qwH9UP1R/a4BIQEgCSAB/a4BIQkgASAIIAcgBiAH/VH9Uv2uASAGQQL9rQEgBkEe/asB/VAgBkEN/a0BIAZBE/2rAf1Q/VEgBkEW/a0BIAZBCv2rAf1Q/VH9rgEhBSAEQQD9AATwFP2uAUEA/QkCnBn9rgEgCiALIAn9Uv2uASAJQQb9rQEgCUEa/asB/VAgCUEL/a0BIAlBFf2rAf1Q/VEgCUEZ/a0BIAlBB/2rAf1Q/VH9rgEhASAIIAH9rgEhCCABIAcgBiAFIAb9Uf1S/a4BIAVBAv2tASAFQR79qwH9UCAFQQ39rQEgBUET/asB/VD9USAFQRb9rQEgBUEK/asB/VD9Uf2uASEEIAtBAP0ABIAV/a4BQQD9CQKgGf2uASAJIAogCP1S/a4BIAhBBv2tASAIQRr9qwH9UCAIQQv9rQEgCEEV/asB/VD9USAIQRn9rQEgCEEH/asB/VD9Uf2uASEBIAcgAf2uASEHIAEgBiAFIAQgBf1R/VL9rgEgBEEC/a0BIARBHv2rAf1QIARBDf2tASAEQRP9qwH9UP1RIARBFv2tASAEQQr9qwH9UP1R/a4BIQsgCkEA/QAEkBX9rgFBAP0JAqQZ/a4BIAggCSAH/VL9rgEgB0EG/a0BIAdBGv2rAf1QIAdBC/2tASAHQRX9qwH9UP1RIAdBGf2tASAHQQf9qwH9UP1R/a4BIQEgBiAB/a4BIQYgASAFIAQgCyAE/VH9Uv2uASALQQL9rQEgC0Ee/asB/VAgC0EN/a0BIAtBE/2rAf1Q/VEgC0EW/a0BIAtBCv2rAf1Q/VH9rgEhCiAJQQD9AASgFf2uAUEA/QkCqBn9rgEgByAIIAb9Uv2uASAGQQb9rQEgBkEa/asB/VAgBkEL/a0BIAZBFf2rAf1Q/VEgBkEZ/a0BIAZBB/2rAf1Q/VH9rgEhASAFIAH9rgEhBSABIAQgCyAKIAv9Uf1S/a4BIApBAv2tASAKQR79qwH9UCAKQQ39rQEgCkET/asB/VD9USAKQRb9rQEgCkEK/asB/VD9Uf2uASEJIAhBAP0ABLAV/a4BQQD9CQKsGf2uASAGIAcgBf1S/a4BIAVBBv2tASAFQRr9qwH9UCAFQQv9rQEgBUEV/asB/VD9USAFQRn9rQEgBUEH/asB/VD9Uf2uASEBIAQgAf2uASEEIAEgCyAKIAkgCv1R/VL9rgEgCUEC/a0BIAlBHv2rAf1QIAlBDf2tASAJQRP9qwH9UP1RIAlBFv2tASAJQQr9qwH9UP1R/a4BIQggB0EA/QAEwBX9rgFBAP0JArAZ/a4BIAUgBiAE/VL9rgEgBEEG/a0BIARBGv2rAf1QIARBC/2tASAEQRX9qwH9UP1RIARBGf2tASAEQQf9qwH9UP1R/a4BIQEgCyAB/a4BIQsgASAKIAkgCCAJ/VH9Uv2uASAIQQL9rQEgCEEe/asB/VAgCEEN/a0BIAhBE/2rAf1Q/VEgCEEW/a0BIAhBCv2rAf1Q/VH9rgEhByAGQQD9AATQFf2uAUEA/QkCtBn9rgEgBCAFIAv9Uv2uASALQQb9rQEgC0Ea/asB/VAgC0EL/a0BIAtBFf2rAf1Q/VEgC0EZ/a0BIAtBB/2rAf1Q/VH9rgEhASAKIAH9rgEhCiABIAkgCCAHIAj9Uf1S/a4BIAdBAv2tASAHQR79qwH9UCAHQQ39rQEgB0ET/asB/VD9USAHQRb9rQEgB0EK/asB/VD9Uf2uASEGIAVBAP0ABOAV/a4BQQD9CQK4Gf2uASALIAQgCv1S/a4BIApBBv2tASAKQRr9qwH9UCAKQQv9rQEgCkEV/asB/VD9USAKQRn9rQEgCkEH/asB/VD9Uf2uASEBIAkgAf2uASEJIAEgCCAHIAYgB/1R/VL9rgEgBkEC/a0BIAZBHv2rAf1QIAZBDf2tASAGQRP9qwH9UP1RIAZBFv2tASAGQQr9qwH9UP1R/a4BIQUgBEEA/QAE8BX9rgFBAP0JArwZ/a4BIAogCyAJ/VL9rgEgCUEG/a0BIAlBGv2rAf1QIAlBC/2tASAJQRX9qwH9UP1RIAlBGf2tASAJQQf9qwH9UP1R/a4BIQEgCCAB/a4BIQggASAHIAYgBSAG/VH9Uv2uASAFQQL9rQEgBUEe/asB/VAgBUEN/a0BIAVBE/2rAf1Q/VEgBUEW/a0BIAVBCv2rAf1Q/VH9rgEhBCALQQD9AASAFv2uAUEA/QkCwBn9rgEgCSAKIAj9Uv2uASAIQQb9rQEgCEEa/asB/VAgCEEL/a0BIAhBFf2rAf1Q/VEgCEEZ/a0BIAhBB/2rAf1Q/VH9rgEhASAHIAH9rgEhByABIAYgBSAEIAX9Uf1S/a4BIARBAv2tASAEQR79qwH9UCAEQQ39rQEgBEET/asB/VD9USAEQRb9rQEgBEEK/asB/VD9Uf2uASELIApBAP0ABJAW/a4BQQD9CQLEGf2uASAIIAkgB/1S/a4BIAdBBv2tASAHQRr9qwH9UCAHQQv9rQEgB0EV/asB/VD9USAHQRn9rQEgB0EH/asB/VD9Uf2uASEBIAYgAf2uASEGIAEgBSAEIAsgBP1R/VL9rgEgC0EC/a0BIAtBHv2rAf1QIAtBDf2tASALQRP9qwH9UP1RIAtBFv2tASALQQr9qwH9UP1R/a4BIQogCUEA/QAEoBb9rgFBAP0JAsgZ/a4BIAcgCCAG/VL9rgEgBkEG/a0BIAZBGv2rAf1QIAZBC/2tASAGQRX9qwH9UP1RIAZBGf2tASAGQQf9qwH9UP1R/a4BIQEgBSAB/a4BIQUgASAEIAsgCiAL/VH9Uv2uASAKQQL9rQEgCkEe/asB/VAgCkEN/a0BIApBE/2rAf1Q/VEgCkEW/a0BIApBCv2rAf1Q/VH9rgEhCSAIQQD9AASwFv2uAUEA/QkCzBn9rgEgBiAHIAX9Uv2uASAFQQb9rQEgBUEa/asB/VAgBUEL/a0BIAVBFf2rAf1Q/VEgBUEZ/a0BIAVBB/2rAf1Q/VH9rgEhASAEIAH9rgEhBCABIAsgCiAJIAr9Uf1S/a4BIAlBAv2tASAJQR79qwH9UCAJQQ39rQEgCUET/asB/VD9USAJQRb9rQEgCUEK/asB/VD9Uf2uASEIIAdBAP0ABMAW/a4BQQD9CQLQGf2uASAFIAYgBP1S/a4BIARBBv2tASAEQRr9qwH9UCAEQQv9rQEgBEEV/asB/VD9USAEQRn9rQEgBEEH/asB/VD9Uf2uASEBIAsgAf2uASELIAEgCiAJIAggCf1R/VL9rgEgCEEC/a0BIAhBHv2rAf1QIAhBDf2tASAIQRP9qwH9UP1RIAhBFv2tASAIQQr9qwH9UP1R/a4BIQcgBkEA/QAE0Bb9rgFBAP0JAtQZ/a4BIAQgBSAL/VL9rgEgC0EG/a0BIAtBGv2rAf1QIAtBC/2tASALQRX9qwH9UP1RIAtBGf2tASALQQf9qwH9UP1R/a4BIQEgCiAB/a4BIQogASAJIAggByAI/VH9Uv2uASAHQQL9rQEgB0Ee/asB/VAgB0EN/a0BIAdBE/2rAf1Q/VEgB0EW/a0BIAdBCv2rAf1Q/VH9rgEhBiAFQQD9AATgFv2uAUEA/QkC2Bn9rgEgCyAEIAr9Uv2uASAKQQb9rQEgCkEa/asB/VAgCkEL/a0BIApBFf2rAf1Q/VEgCkEZ/a0BIApBB/2rAf1Q/VH9rgEhASAJIAH9rgEhCSABIAggByAGIAf9Uf1S/a4BIAZBAv2tASAGQR79qwH9UCAGQQ39rQEgBkET/asB/VD9USAGQRb9rQEgBkEK/asB/VD9Uf2uASEFIARBAP0ABPAW/a4BQQD9CQLcGf2uASAKIAsgCf1S/a4BIAlBBv2tASAJQRr9qwH9UCAJQQv9rQEgCUEV/asB/VD9USAJQRn9rQEgCUEH/asB/VD9Uf2uASEBIAggAf2uASEIIAEgByAGIAUgBv1R/VL9rgEgBUEC/a0BIAVBHv2rAf1QIAVBDf2tASAFQRP9qwH9UP1RIAVBFv2tASAFQQr9qwH9UP1R/a4BIQQgC0EA/QAEgBf9rgFBAP0JAuAZ/a4BIAkgCiAI/VL9rgEgCEEG/a0BIAhBGv2rAf1QIAhBC/2tASAIQRX9qwH9UP1RIAhBGf2tASAIQQf9qwH9UP1R/a4BIQEgByAB/a4BIQcgASAGIAUgBCAF/VH9Uv2uASAEQQL9rQEgBEEe/asB/VAgBEEN/a0BIARBE/2rAf1Q/VEgBEEW/a0BIARBCv2rAf1Q/VH9rgEhCyAKQQD9AASQF/2uAUEA/QkC5Bn9rgEgCCAJIAf9Uv2uASAHQQb9rQEgB0Ea/asB/VAgB0EL/a0BIAdBFf2rAf1Q/VEgB0EZ/a0BIAdBB/2rAf1Q/VH9rgEhASAGIAH9rgEhBiABIAUgBCALIAT9Uf1S/a4BIAtBAv2tASALQR79qwH9UCALQQ39rQEgC0ET/asB/VD9USALQRb9rQEgC0EK/asB/VD9Uf2uASEKIAlBAP0ABKAX/a4BQQD9CQLoGf2uASAHIAggBv1S/a4BIAZBBv2tASAGQRr9qwH9UCAGQQv9rQEgBkEV/asB/VD9USAGQRn9rQEgBkEH/asB/VD9Uf2uASEBIAUgAf2uASEFIAEgBCALIAogC/1R/VL9rgEgCkEC/a0BIApBHv2rAf1QIApBDf2tASAKQRP9qwH9UP1RIApBFv2tASAKQQr9qwH9UP1R/a4BIQkgCEEA/QAEsBf9rgFBAP0JAuwZ/a4BIAYgByAF/VL9rgEgBUEG/a0BIAVBGv2rAf1QIAVBC/2tASAFQRX9qwH9UP1RIAVBGf2tASAFQQf9qwH9UP1R/a4BIQEgBCAB/a4BIQQgASALIAogCSAK/VH9Uv2uASAJQQL9rQEgCUEe/asB/VAgCUEN/a0BIAlBE/2rAf1Q/VEgCUEW/a0BIAlBCv2rAf1Q/VH9rgEhCCAHQQD9AATAF/2uAUEA/QkC8Bn9rgEgBSAGIAT9Uv2uASAEQQb9rQEgBEEa/asB/VAgBEEL/a0BIARBFf2rAf1Q/VEgBEEZ/a0BIARBB/2rAf1Q/VH9rgEhASALIAH9rgEhCyABIAogCSAIIAn9Uf1S/a4BIAhBAv2tASAIQR79qwH9UCAIQQ39rQEgCEET/asB/VD9USAIQRb9rQEgCEEK/asB/VD9Uf2uASEHIAZBAP0ABNAX/a4BQQD9CQL0Gf2uASAEIAUgC/1S/a4BIAtBBv2tASALQRr9qwH9UCALQQv9rQEgC0EV/asB/VD9USALQRn9rQEgC0EH/asB/VD9Uf2uASEBIAogAf2uASEKIAEgCSAIIAcgCP1R/VL9rgEgB0EC/a0BIAdBHv2rAf1QIAdBDf2tASAHQRP9qwH9UP1RIAdBFv2tASAHQQr9qwH9UP1R/a4BIQYgBUEA/QAE4Bf9rgFBAP0JAvgZ/a4BIAsgBCAK/VL9rgEgCkEG/a0BIApBGv2rAf1QIApBC/2tASAKQRX9qwH9UP1RIApBGf2tASAKQQf9qwH9UP1R/a4BIQEgCSAB/a4BIQkgASAIIAcgBiAH/VH9Uv2uASAGQQL9rQEgBkEe/asB/VAgBkEN/a0BIAZBE/2rAf1Q/VEgBkEW/a0BIAZBCv2rAf1Q/VH9rgEhBSAEQQD9AATwF/2uAUEA/QkC/Bn9rgEgCiALIAn9Uv2uASAJQQb9rQEgCUEa/asB/VAgCUEL/a0BIAlBFf2rAf1Q/VEgCUEZ/a0BIAlBB/2rAf1Q/VH9rgEhASAIIAH9rgEhCCABIAcgBiAFIAb9Uf1S/a4BIAVBAv2tASAFQR79qwH9UCAFQQ39rQEgBUET/asB/VD9USAFQRb9rQEgBUEK/asB/VD9Uf2uASEEQQAgBCAA/QAEAP2uAf0LBIAMQQAgBSAA/QAEEP2uAf0LBJAMQQAgBiAA/QAEIP2uAf0LBKAMQQAgByAA/QAEMP2uAf0LBLAMQQAgCCAA/QAEQP2uAf0LBMAMQQAgCSAA/QAEUP2uAf0LBNAMQQAgCiAA/QAEYP2uAf0LBOAMQQAgCyAA/QAEcP2uAf0LBPAMC5sTAQR7QQBBAEEAQQAgAv1WAoAIAP1WAsAIAf1WAoAJAv1WAsAJAyEAQQAgACAA/Q0DAgEABwYFBAsKCQgPDg0M/QsEgBBBAEEAQQBBACAC/VYChAgA/VYCxAgB/VYChAkC/VYCxAkDIQBBACAAIAD9DQMCAQAHBgUECwoJCA8ODQz9CwSQEEEAQQBBAEEAIAL9VgKICAD9VgLICAH9VgKICQL9VgLICQMhAEEAIAAgAP0NAwIBAAcGBQQLCgkIDw4NDP0LBKAQQQBBAEEAQQAgAv1WAowIAP1WAswIAf1WAowJAv1WAswJAyEAQQAgACAA/Q0DAgEABwYFBAsKCQgPDg0M/QsEsBBBAEEAQQBBACAC/VYCkAgA/VYC0AgB/VYCkAkC/VYC0AkDIQBBACAAIAD9DQMCAQAHBgUECwoJCA8ODQz9CwTAEEEAQQBBAEEAIAL9VgKUCAD9VgLUCAH9VgKUCQL9VgLUCQMhAEEAIAAgAP0NAwIBAAcGBQQLCgkIDw4NDP0LBNAQQQBBAEEAQQAgAv1WApgIAP1WAtgIAf1WApgJAv1WAtgJAyEAQQAgACAA/Q0DAgEABwYFBAsKCQgPDg0M/QsE4BBBAEEAQQBBACAC/VYCnAgA/VYC3AgB/VYCnAkC/VYC3AkDIQBBACAAIAD9DQMCAQAHBgUECwoJCA8ODQz9CwTwEEEAQQBBAEEAIAL9VgKgCAD9VgLgCAH9VgKgCQL9VgLgCQMhAEEAIAAgAP0NAwIBAAcGBQQLCgkIDw4NDP0LBIARQQBBAEEAQQAgAv1WAqQIAP1WAuQIAf1WAqQJAv1WAuQJAyEAQQAgACAA/Q0DAgEABwYFBAsKCQgPDg0M/QsEkBFBAEEAQQBBACAC/VYCqAgA/VYC6AgB/VYCqAkC/VYC6AkDIQBBACAAIAD9DQMCAQAHBgUECwoJCA8ODQz9CwSgEUEAQQBBAEEAIAL9VgKsCAD9VgLsCAH9VgKsCQL9VgLsCQMhAEEAIAAgAP0NAwIBAAcGBQQLCgkIDw4NDP0LBLARQQBBAEEAQQAgAv1WArAIAP1WAvAIAf1WArAJAv1WAvAJAyEAQQAgACAA/Q0DAgEABwYFBAsKCQgPDg0M/QsEwBFBAEEAQQBBACAC/VYCtAgA/VYC9AgB/VYCtAkC/VYC9AkDIQBBACAAIAD9DQMCAQAHBgUECwoJCA8ODQz9CwTQEUEAQQBBAEEAIAL9VgK4CAD9VgL4CAH9VgK4CQL9VgL4CQMhAEEAIAAgAP0NAwIBAAcGBQQLCgkIDw4NDP0LBOARQQBBAEEAQQAgAv1WArwIAP1WAvwIAf1WArwJAv1WAvwJAyEAQQAgACAA/Q0DAgEABwYFBAsKCQgPDg0M/QsE8BFBgAoQBkEAQQD9AASADP0LBIAQQQBBAP0ABJAM/QsEkBBBAEEA/QAEoAz9CwSgEEEAQQD9AASwDP0LBLAQQQBBAP0ABMAM/QsEwBBBAEEA/QAE0Az9CwTQEEEAQQD9AATgDP0LBOAQQQBBAP0ABPAM/QsE8BBBAEGAgICAeP0R/QsEgBFBACAC/QsEkBFBACAC/QsEoBFBACAC/QsEsBFBACAC/QsEwBFBACAC/QsE0BFBACAC/QsE4BFBAEGABv0R/QsE8BFBgAsQBv0MMDEyMzQ1Njc4OWFiY2RlZiEDQQD9AASADCEAIAAgAP0NAwIBAAcGBQQLCgkIDw4NDCEAIAMgAEEE/W0gAEEP/Q/9Tv0NABABEQISAxMEFAUVBhYHF/0OIQFBACAB/VsDgA0AQQAgAf1bA8ANASADIABBBP1tIABBD/0P/U79DQgYCRkKGgsbDBwNHQ4eDx/9DiEBQQAgAf1bA4AOAEEAIAH9WwPADgFBAP0ABJAMIQAgACAA/Q0DAgEABwYFBAsKCQgPDg0MIQAgAyAAQQT9bSAAQQ/9D/1O/Q0AEAERAhIDEwQUBRUGFgcX/Q4hAUEAIAH9WwOIDQBBACAB/VsDyA0BIAMgAEEE/W0gAEEP/Q/9Tv0NCBgJGQoaCxsMHA0dDh4PH/0OIQFBACAB/VsDiA4AQQAgAf1bA8gOAUEA/QAEoAwhACAAIAD9DQMCAQAHBgUECwoJCA8ODQwhACADIABBBP1tIABBD/0P/U79DQAQARECEgMTBBQFFQYWBxf9DiEBQQAgAf1bA5ANAEEAIAH9WwPQDQEgAyAAQQT9bSAAQQ/9D/1O/Q0IGAkZChoLGwwcDR0OHg8f/Q4hAUEAIAH9WwOQDgBBACAB/VsD0A4BQQD9AASwDCEAIAAgAP0NAwIBAAcGBQQLCgkIDw4NDCEAIAMgAEEE/W0gAEEP/Q/9Tv0NABABEQISAxMEFAUVBhYHF/0OIQFBACAB/VsDmA0AQQAgAf1bA9gNASADIABBBP1tIABBD/0P/U79DQgYCRkKGgsbDBwNHQ4eDx/9DiEBQQAgAf1bA5gOAEEAIAH9WwPYDgFBAP0ABMAMIQAgACAA/Q0DAgEABwYFBAsKCQgPDg0MIQAgAyAAQQT9bSAAQQ/9D/1O/Q0AEAERAhIDEwQUBRUGFgcX/Q4hAUEAIAH9WwOgDQBBACAB/VsD4A0BIAMgAEEE/W0gAEEP/Q/9Tv0NCBgJGQoaCxsMHA0dDh4PH/0OIQFBACAB/VsDoA4AQQAgAf1bA+AOAUEA/QAE0AwhACAAIAD9DQMCAQAHBgUECwoJCA8ODQwhACADIABBBP1tIABBD/0P/U79DQAQARECEgMTBBQFFQYWBxf9DiEBQQAgAf1bA6gNAEEAIAH9WwPoDQEgAyAAQQT9bSAAQQ/9D/1O/Q0IGAkZChoLGwwcDR0OHg8f/Q4hAUEAIAH9WwOoDgBBACAB/VsD6A4BQQD9AATgDCEAIAAgAP0NAwIBAAcGBQQLCgkIDw4NDCEAIAMgAEEE/W0gAEEP/Q/9Tv0NABABEQISAxMEFAUVBhYHF/0OIQFBACAB/VsDsA0AQQAgAf1bA/ANASADIABBBP1tIABBD/0P/U79DQgYCRkKGgsbDBwNHQ4eDx/9DiEBQQAgAf1bA7AOAEEAIAH9WwPwDgFBAP0ABPAMIQAgACAA/Q0DAgEABwYFBAsKCQgPDg0MIQAgAyAAQQT9bSAAQQ/9D/1O/Q0AEAERAhIDEwQUBRUGFgcX/Q4hAUEAIAH9WwO4DQBBACAB/VsD+A0BIAMgAEEE/W0gAEEP/Q/9Tv0NCBgJGQoaCxsMHA0dDh4PH/0OIQFBACAB/VsDuA4AQQAgAf1bA/gOAQsLiAIBAEGAGAuAApgvikKRRDdxz/vAtaXbtelbwlY58RHxWaSCP5LVXhyrmKoH2AFbgxK+hTEkw30MVXRdvnL+sd6Apwbcm3Txm8HBaZvkhke+78adwQ/MoQwkbyzpLaqEdErcqbBc2oj5dlJRPphtxjGoyCcDsMd/Wb/zC+DGR5Gn1VFjygZnKSkUhQq3JzghGy78bSxNEw04U1RzCmW7Cmp2LsnCgYUscpKh6L+iS2YaqHCLS8KjUWzHGeiS0SQGmdaFNQ70cKBqEBbBpBkIbDceTHdIJ7W8sDSzDBw5SqrYTk/KnFvzby5o7oKPdG9jpXgUeMiECALHjPr/vpDrbFCk96P5vvJ4ccY=";

// src/masking/kernel/kernel.ts
var kernelAt = { padStates: 0, digest: 96, message: 384 };
var load = () => {
  const { WebAssembly } = globalThis;
  if (WebAssembly === void 0) return void 0;
  try {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(hmacWasm, "base64")));
    const { memory, pad, hmac, lanes } = exports;
    return { memory: new Uint8Array(memory.buffer), words: new Uint32Array(memory.buffer), pads: void 0, pad, hmac, lanes };
  } catch {
    return void 0;
  }
};
var loaded;
var kernel = () => (loaded ??= { kernel: load() }).kernel;

// src/masking/hmac.ts
var blockBytes2 = 64;
var digestBytes = 32;
var keyBlock = (key) => {
  const block = Buffer.alloc(blockBytes2);
  (key.length > blockBytes2 ? hash("sha256", key, "buffer") : key).copy(block);
  return block;
};
var padded = (block, pad) => Buffer.from(block.map((byte) => byte ^ pad));
var nodeHmac = (key) => {
  const block = keyBlock(key);
  const innerPad = padded(block, 54);
  let inner2 = Buffer.alloc(blockBytes2 + 192);
  innerPad.copy(inner2);
  const outer = Buffer.concat([padded(block, 92), Buffer.alloc(digestBytes)]);
  return (source, start, end) => {
    const length = end - start;
    let message = inner2;
    if (blockBytes2 + length > inner2.length) {
      message = Buffer.alloc(blockBytes2 + length);
      innerPad.copy(message);
      if (message.length <= 1 << 16) inner2 = message;
    }
    source.copy(message, blockBytes2, start, end);
    hash("sha256", message.subarray(0, blockBytes2 + length), "buffer").copy(outer, blockBytes2);
    return hash("sha256", outer, "buffer");
  };
};
var longestInKernel = 400;
var kernelHmac = (loaded3, key) => {
  const { memory } = loaded3;
  const { padStates, digest, message } = kernelAt;
  const block = keyBlock(key);
  memory.set(padded(block, 54), message);
  loaded3.pad(0);
  memory.set(padded(block, 92), message);
  loaded3.pad(32);
  loaded3.pads = void 0;
  const pads = loaded3.words.slice(padStates / 4, (padStates + 2 * digestBytes) / 4);
  const result = Buffer.from(memory.buffer, digest, digestBytes);
  const viaNode = nodeHmac(key);
  const hmac = (source, start, end) => {
    const length = end - start;
    if (length > longestInKernel) return viaNode(source, start, end);
    if (loaded3.pads !== pads) {
      loaded3.words.set(pads, padStates / 4);
      loaded3.pads = pads;
    }
    for (let i = 0; i < length; i += 1) memory[message + i] = source[start + i] ?? 0;
    loaded3.hmac(length);
    return result;
  };
  return Object.assign(hmac, { pads });
};
var hmacSha256 = (key) => {
  const loaded3 = kernel();
  return loaded3 === void 0 ? nodeHmac(key) : kernelHmac(loaded3, key);
};

// src/masking/transforms/moment-mask.ts
init_define_navigator();
var momentMask = (request, make) => {
  const read = momentReader(request.type, request.format);
  const write = momentWriter(request.type, request.format);
  const { least, most } = dayRange(request.type);
  const days = most - least + 1;
  const within3 = (day) => day < least || day > most ? least + ((day - least) % days + days) % days : day;
  return (source, start, end, out) => {
    const moment = read(source, start, end);
    if (moment === void 0) return request.redact(source, start, end, out);
    if (moment === "infinite") append(out, source, start, end);
    else {
      const { day, time } = make(moment);
      write({ day: within3(day), time }, out);
    }
    return true;
  };
};

// src/masking/transforms/date-shift.ts
var purpose = Buffer.from("date-shift");
var separator = Buffer.of(0);
var columnName = string().check(_minLength(1), _maxLength(63));
var dateShift = defineTransform({
  name: "date-shift",
  summary: "Moves a date by a keyed number of days, the same for all values of the class or of a subject, so that intervals and the time of day survive.",
  options: strictObject({
    /** The furthest that dates move, either way; they move by a day at least. */
    days: _default(int().check(_gte(1), _lte(36500)), 365),
    /** The column of the table that says whose date it is, or several, of which the first that a table has counts. */
    subject: optional(union([columnName, array(columnName).check(_minLength(1))]))
  }),
  families: temporalFamilies,
  deterministic: true,
  joinable: true,
  reversible: true,
  givesAway: "intervals, order, the time of day, and the date to within the bound; all dates of the class, or with `subject` of the subject, to whoever knows one of them. With `subject`, equality, joins, intervals and order hold within one subject only. Infinity stays as it is",
  tolerates: ["coalesce", "case", "min", "max"],
  compile: (options, request) => {
    const hmac = hmacSha256(request.key());
    const shiftOf = (message) => {
      const digest = hmac(message, 0, message.length);
      const distance = 1 + digest.readUInt32BE(0) % options.days;
      return (digest.readUInt8(4) & 1) === 0 ? distance : -distance;
    };
    if (options.subject === void 0) {
      const shift2 = shiftOf(purpose);
      return momentMask(request, ({ day, time }) => ({ day: day + shift2, time }));
    }
    let shift = 0;
    const shifted = momentMask(request, ({ day, time }) => ({ day: day + shift, time }));
    return (source, start, end, out) => {
      const subject = request.beside();
      if (subject === void 0) return request.redact(source, start, end, out);
      shift = shiftOf(Buffer.concat([purpose, separator, subject]));
      return shifted(source, start, end, out);
    };
  },
  beside: ({ subject }) => subject === void 0 ? void 0 : { names: [subject].flat() }
});

// src/masking/transforms/date-truncate.ts
init_define_navigator();
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
  givesAway: "the year, quarter, month, week, day or hour; infinity stays as it is",
  tolerates: ["coalesce", "case", "nullif", "min", "max"],
  compile: (options, request) => {
    if (request.type.scalar.family === "date" && (options.to === "day" || options.to === "hour")) return request.redact;
    const { least } = dayRange(request.type);
    const truncate = units2[options.to];
    return momentMask(request, (moment) => {
      const { day, time } = truncate(moment);
      return { day: Math.max(day, least), time };
    });
  }
});

// src/masking/transforms/email.ts
init_define_navigator();

// src/masking/codec/canonical.ts
init_define_navigator();
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
var replacement = "\uFFFD";
var lowerCase = (source, start, end, into) => {
  let upper = false;
  let plain = true;
  for (let i = start; i < end; i += 1) {
    const byte = source[i] ?? 0;
    plain &&= byte < 128;
    upper ||= isUpperCase(byte);
  }
  if (plain && !upper) return asIs(source, start, end, into);
  const text2 = plain ? void 0 : source.toString("utf8", start, end);
  if (text2?.includes(replacement) === false) return whole(into, Buffer.from(text2.toLowerCase()));
  const bytes = end - start > lowered.length ? Buffer.alloc(end - start) : lowered;
  for (let i = start; i < end; i += 1) {
    const byte = source[i] ?? 0;
    bytes[i - start] = isUpperCase(byte) ? byte | 32 : byte;
  }
  return asIs(bytes, 0, end - start, into);
};
var binaryInteger = (bytes) => (source, start, end, into) => {
  if (end - start !== bytes) return false;
  const text2 = bytes === 8 ? source.readBigInt64BE(start).toString() : String(source.readIntBE(start, bytes));
  return whole(into, Buffer.from(text2, "latin1"));
};
var uuidText = (source, start, end, into) => {
  const bytes = Buffer.from(source.toString("latin1", start, end).replaceAll("-", ""), "hex");
  return bytes.length === 16 && whole(into, bytes);
};
var numericText = (source, start, end, into) => whole(into, Buffer.from(canonicalNumber(source.toString("latin1", start, end)), "latin1"));
var numericBinary = (source, start, end, into) => {
  const text2 = numericToText(source, start, end);
  return text2 !== void 0 && whole(into, Buffer.from(canonicalNumber(text2), "latin1"));
};
var byteaText = (source, start, end, into) => {
  const text2 = source.toString("latin1", start, end);
  if (text2.startsWith("\\x")) {
    const bytes = Buffer.from(text2.slice(2), "hex");
    return bytes.length * 2 === text2.length - 2 && whole(into, bytes);
  }
  const plain = text2.replaceAll(
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
init_define_navigator();
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

// src/masking/transforms/keyed-token.ts
init_define_navigator();

// src/masking/kernel/lanes.ts
init_define_navigator();
var laneCount = 4;
var blockBytes3 = 64;
var longestInLane = blockBytes3 - 9;
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
      const block = at.blocks + lane * blockBytes3;
      for (let i = 0; i < length; i += 1) memory[block + i] = source[start + i] ?? 0;
      memory[block + length] = 128;
      for (let i = length + 1; i < place.used; i += 1) memory[block + i] = 0;
      place.used = length + 1;
      const bits2 = (blockBytes3 + length) * 8;
      memory[block + blockBytes3 - 2] = bits2 >> 8;
      memory[block + blockBytes3 - 1] = bits2 & 255;
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

// src/masking/transforms/keyed-token.ts
var keyedMask = (hmac, make) => {
  const now = (source, start, end, digits, out) => {
    appendHex(out, hmac(source, start, end), digits);
  };
  const { pads } = hmac;
  const lanes = tokenLanes();
  if (pads === void 0 || lanes === void 0) return make(now);
  const later = (source, start, end, digits, out) => {
    if (end - start > longestInLane) now(source, start, end, digits, out);
    else lanes.append(pads, source, start, end, digits, out);
  };
  return Object.assign(make(now), { later: make(later) });
};

// src/masking/transforms/token.ts
init_define_navigator();
var minTokenDigits = 8;
var safeBits = 53n;
var textToken = (type, wanted, wantedPrefix) => {
  const limit = type.limit ?? Number.POSITIVE_INFINITY;
  const prefix = wantedPrefix.length + minTokenDigits <= limit ? wantedPrefix : "";
  const digits = Math.min(wanted, limit - prefix.length);
  if (digits < minTokenDigits) return void 0;
  return { prefix: Buffer.from(prefix, "latin1"), digits, fill: type.padded ? limit - prefix.length - digits : 0 };
};
var integerBits = (bytes) => bytes === 8 ? safeBits : BigInt(bytes * 8 - 1);
var integerToken = (bytes, format) => {
  const value = (digest) => digest.readBigUInt64BE(0) >> 64n - integerBits(bytes);
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
var numericDigits = ({ typmod }) => {
  const limits2 = numericLimits(typmod);
  if (limits2 === void 0) return maxNumericDigits;
  return limits2.scale < 0 ? 0 : Math.max(0, Math.min(maxNumericDigits, limits2.precision - limits2.scale));
};
var numericToken = (type, format) => {
  const limits2 = numericLimits(type.typmod);
  const digits = numericDigits(type);
  if (digits < 1) return void 0;
  const scale = limits2 === void 0 || limits2.scale === 0 ? "" : `.${"0".repeat(limits2.scale)}`;
  const modulus = 10n ** BigInt(digits);
  return (digest, out) => {
    const text2 = `${(digest.readBigUInt64BE(0) % modulus).toString()}${scale}`;
    if (format === 0) appendString(out, text2);
    else {
      const binary = numericFromText(text2);
      append(out, binary, 0, binary.length);
    }
  };
};
var uuidTokenForm = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
var uuidFrom = (digest) => {
  digest[6] = (digest[6] ?? 0) & 15 | 128;
  digest[8] = (digest[8] ?? 0) & 63 | 128;
  return digest;
};
var uuidText2 = (bytes) => {
  const hex = bytes.toString("hex", 0, 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
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
var tokenBits = (type) => {
  switch (type.scalar.family) {
    case "int2":
      return Number(integerBits(2));
    case "int4":
      return Number(integerBits(4));
    case "int8":
      return Number(integerBits(8));
    case "numeric": {
      const digits = numericDigits(type);
      return digits < 1 ? void 0 : digits * Math.log2(10);
    }
    case "uuid":
      return 122;
    case "bytea":
      return 128;
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
var layout = ({ domain, replacement: replacement2 }, type) => ({
  fixed: domain === "drop" ? "" : `@${replacement2}`,
  room: (behind) => Math.min(wantedDigits, (type.limit ?? Number.POSITIVE_INFINITY) - mark.length - behind)
});
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
  givesAway: "which addresses are equal but for case and spaces behind; the domain or its top level if kept",
  tolerates: "any",
  compile: (options, request) => {
    const limit = request.type.limit ?? Number.POSITIVE_INFINITY;
    const { fixed: fixedText, room } = layout(options, request.type);
    const fixed2 = Buffer.from(fixedText, "latin1");
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
  },
  recognises: (options, { type }) => {
    const { fixed: fixed2, room } = layout(options, type);
    const digits = room(fixed2.length);
    if (digits < minTokenDigits) return void 0;
    const kept = { keep: String.raw`@[a-z0-9.-]+`, generalise: String.raw`@[a-z0-9-]+\.invalid` };
    const token = `u_[0-9a-f]{${String(minTokenDigits)},${String(wantedDigits)}}`;
    return anyOf([
      matches(new RegExp(`^u_[0-9a-f]{${String(digits)}}${escaped(fixed2)}$`)),
      options.domain === "keep" || options.domain === "generalise" ? matches(new RegExp(`^${token}${kept[options.domain]}$`)) : void 0
    ]);
  }
});

// src/masking/transforms/encrypt.ts
init_define_navigator();
var alphabets = {
  digits: "0123456789",
  "lower-alphanumeric": "0123456789abcdefghijklmnopqrstuvwxyz",
  "upper-alphanumeric": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ",
  alphanumeric: "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
};
var separator2 = /[ -/:-@[-`{-~]/;
var other = -1;
var shown = -2;
var characterTable = (letters) => Int8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  const numeral = letters.indexOf(character);
  return numeral < 0 && separator2.test(character) ? shown : numeral;
});
var encryptText = (alphabet, request) => {
  const letters = alphabets[alphabet];
  const table = characterTable(letters);
  const cipher = ff1(letters.length, request.key(), `text ${alphabet}`);
  return textMask(request, (text2) => {
    const numerals = [];
    for (let i = 0; i < text2.length; i += 1) {
      const meaning = table[text2.charCodeAt(i)] ?? other;
      if (meaning === other) return void 0;
      if (meaning !== shown) numerals.push(meaning);
    }
    const encrypted = cipher.encrypt(numerals);
    if (encrypted === void 0) return void 0;
    let next = 0;
    let out = "";
    for (let i = 0; i < text2.length; i += 1) {
      out += table[text2.charCodeAt(i)] === shown ? text2.charAt(i) : letters.charAt(encrypted[next++] ?? 0);
    }
    return out;
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
  summary: "Format-preserving encryption (FF1 of NIST SP 800-38G, AES-256): digits or letters become others of the same alphabet, separators stay.",
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

// src/masking/transforms/fake-address.ts
init_define_navigator();

// src/masking/fake/compose.ts
init_define_navigator();
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

// src/masking/fake/recognise.ts
init_define_navigator();
var one = (words2) => `(?:${words2.map((word) => word.replaceAll(/[.&]/g, "[$&]")).join("|")})`;
var familyName2 = ({ heads, tails }) => `${one(heads)}${one(tails)}`;
var whole2 = (parts) => new RegExp(`^${parts}$`);
var fullNames = (words2) => whole2(`${one(words2.first)} ${one(words2.first)} ${familyName2(words2)}`);
var companies = (words2) => whole2(`${familyName2(words2)} ${familyName2(words2)} ${one(words2.forms)}`);
var form3 = { number: "", street: "", kind: "", place: "", code: "" };
var addresses = (words2) => whole2(
  words2.address(form3).replace(form3.number, String.raw`\d{1,3}`).replace(form3.street, familyName2(words2)).replace(form3.kind, one(words2.streets)).replace(form3.place, familyName2(words2)).replace(form3.code, String.raw`\d{5}`)
);

// src/masking/transforms/fake-mask.ts
init_define_navigator();

// src/masking/fake/locales.ts
init_define_navigator();

// src/masking/fake/de.ts
init_define_navigator();
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
init_define_navigator();
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
init_define_navigator();
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
init_define_navigator();
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
init_define_navigator();
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
  const hmac = hmacSha256(request.key());
  return textMask(request, (text2) => {
    const value = Buffer.from(text2.normalize("NFC").trim().toLowerCase().replaceAll(/\s+/g, " "));
    return make(locales[name2], chooser(hmac(value, 0, value.length)));
  });
};
var fakeForm = (make) => {
  const known = /* @__PURE__ */ new Map();
  return (name2) => {
    const found = known.get(name2) ?? matches(make(locales[name2]));
    known.set(name2, found);
    return found;
  };
};
var fakeFacts = {
  families: ["text"],
  deterministic: true,
  joinable: false,
  reversible: false,
  tolerates: ["lower", "upper", "cast", "coalesce", "case", "min", "max"]
};

// src/masking/transforms/fake-address.ts
var form4 = fakeForm(addresses);
var fakeAddress2 = defineTransform({
  name: "fake-address",
  summary: "Replaces a postal address by a made-up one, chosen by HMAC: the same address gets the same fake.",
  options: strictObject({ locale }),
  ...fakeFacts,
  givesAway: "which values are equal but for case, spaces and the encoding of accents",
  compile: (options, request) => fakeMask(request, options.locale, fakeAddress),
  recognises: ({ locale: name2 }) => form4(name2)
});

// src/masking/transforms/fake-company.ts
init_define_navigator();
var form5 = fakeForm(companies);
var fakeCompany2 = defineTransform({
  name: "fake-company",
  summary: "Replaces the name of an organisation by a made-up one, chosen by HMAC: the same name gets the same fake.",
  options: strictObject({ locale }),
  ...fakeFacts,
  givesAway: "which values are equal but for case, spaces and the encoding of accents; some different values get the same fake",
  compile: (options, request) => fakeMask(request, options.locale, fakeCompany),
  recognises: ({ locale: name2 }) => form5(name2)
});

// src/masking/transforms/fake-name.ts
init_define_navigator();
var form6 = fakeForm(fullNames);
var fakeName2 = defineTransform({
  name: "fake-name",
  summary: "Replaces a person's name by a made-up one, chosen by HMAC: the same name gets the same fake.",
  options: strictObject({ locale, part: _default(_enum(["full", "first", "last"]), "full") }),
  ...fakeFacts,
  givesAway: "which values are equal but for case, spaces and the encoding of accents; some different values get the same fake",
  compile: (options, request) => {
    const room = request.type.limit ?? Number.POSITIVE_INFINITY;
    return fakeMask(request, options.locale, (words2, choose) => fakeName(words2, choose, options.part, room));
  },
  recognises: ({ locale: name2, part: part2 }) => part2 === "full" ? form6(name2) : void 0
});

// src/masking/transforms/fake-text.ts
init_define_navigator();
import { createHash } from "node:crypto";
var words = "able about after again along among around because before behind below beside between beyond bright broad brown calm clear close common cool early easy even every fair few fine first flat fresh full gentle good grand green half heavy high kind large late level light little long many more most near new next often old open other plain quick quiet round short simple small".split(" ");
var mostWords = 200;
var form7 = new RegExp(`^(?:${words.join("|")})(?: (?:${words.join("|")})){3,}$`);
var fakeText = defineTransform({
  name: "fake-text",
  summary: "Replaces free text by as many common words, 200 at most, chosen by HMAC: the same text gets the same words.",
  options: strictObject({}),
  ...fakeFacts,
  givesAway: "the number of words, and which values are equal",
  compile: (_options, request) => {
    const hmac = hmacSha256(request.key());
    return textMask(request, (text2) => {
      const value = Buffer.from(text2);
      const count3 = Math.min(mostWords, Math.max(1, text2.trim().split(/\s+/).length));
      const choices = createHash("shake256", { outputLength: count3 }).update(hmac(value, 0, value.length)).digest();
      return Array.from(choices, (byte) => words[byte % words.length] ?? "").join(" ");
    });
  },
  recognises: () => matches(form7)
});

// src/masking/transforms/fixed.ts
init_define_navigator();
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
  const [, sign = "", whole5 = "0", fraction = ""] = match2;
  const limits2 = numericLimits(type.typmod);
  if (limits2 !== void 0 && (fraction.length > limits2.scale || (whole5 === "0" ? 0 : whole5.length) > limits2.precision - limits2.scale)) {
    return void 0;
  }
  const scaled = limits2 === void 0 ? fraction : fraction.padEnd(limits2.scale, "0");
  const digits = `${whole5}${scaled === "" ? "" : `.${scaled}`}`;
  const text2 = /[1-9]/.test(digits) ? `${sign}${digits}` : digits;
  return format === 0 ? Buffer.from(text2) : numericFromText(text2);
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
  },
  // Numbers, and the empty text, are values in use.
  recognises: (options, { type }) => {
    const value = type.scalar.family === "text" ? fitText(String(options.value), type).trimEnd() : "";
    return value === "" ? void 0 : (text2) => text2.trimEnd() === value;
  }
});

// src/masking/transforms/hash.ts
init_define_navigator();
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
    const hmac = hmacSha256(request.key());
    const view = { source: Buffer.alloc(0), start: 0, end: 0 };
    return (source, start, end, out) => {
      if (!canonical(source, start, end, view)) return request.redact(source, start, end, out);
      write(hmac(view.source, view.start, view.end), out);
      return true;
    };
  },
  recognises: (options, { type }) => {
    if (type.scalar.family === "uuid") return matches(uuidTokenForm);
    const token = type.scalar.family === "text" ? textToken(type, options.length, options.prefix) : void 0;
    return token && matches(new RegExp(`^${escaped(token.prefix.toString("latin1"))}[0-9a-f]{${String(token.digits)}}$`));
  }
});

// src/masking/transforms/hstore.ts
init_define_navigator();

// src/masking/structured/hstore.ts
init_define_navigator();
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
var startsWith = (source, at3, end, text2) => source.toString("latin1", at3, Math.min(end, at3 + text2.length)) === text2;
var maskHstoreText = (choose) => {
  const plain = byteSink(64);
  const masked3 = byteSink(64);
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
    masked3.reset();
    if (mask2(plain.bytes, 0, plain.length, masked3)) appendQuoted(out, masked3.bytes, 0, masked3.length);
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

// src/masking/structured/json-compile.ts
init_define_navigator();

// src/masking/structured/json-cursor.ts
init_define_navigator();
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
var maxDepth = 1e4;
var isObjectAt = new Uint8Array(maxDepth + 1);
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
      if (depth === maxDepth) return -1;
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
init_define_navigator();
var passJson = (source, at3, end, out) => {
  const stop = valueEnd(source, at3, end);
  if (stop >= 0) append(out, source, at3, stop);
  return stop;
};
var emptied = { object: "{}", array: "[]", boolean: "false" };
var leafMask = (masks, masked3) => (source, at3, end, out) => {
  const stop = valueEnd(source, at3, end);
  const kind = kindAt(source, at3);
  if (stop < 0 || kind === void 0) return -1;
  if (kind === "null" || masks.nullify) appendString(out, "null");
  else if (kind === "string") {
    const value = stringValue(source, at3, stop);
    if (value === void 0) return -1;
    masked3.reset();
    if (masks.text(value, 0, value.length, masked3)) appendJsonString(out, masked3.bytes, 0, masked3.length);
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
var leafOf = (mask2, className, form10) => jsonLeaf(mask2, (spec, type) => form10.leaf(spec, className, type));
var compile2 = (treatment, form10) => {
  if (treatment.kind === "pass") return passJson;
  if (treatment.kind === "redact") return leafOf(redactedSpec, "", form10);
  if (treatment.kind === "mask") return leafOf(treatment.mask, treatment.class, form10);
  return compileShape(treatment.shape, form10);
};
var compileObject = (shape, form10) => {
  const members = shape.members.map(({ name: name2, treatment }) => ({ name: name2, mask: compile2(treatment, form10) }));
  if (!form10.sorted) return orderedObjectMask(members.map(({ name: name2, mask: mask2 }) => ({ name: memberName(name2), mask: mask2 })));
  const byName = /* @__PURE__ */ new Map();
  for (const { name: name2, mask: mask2 } of members) {
    const other2 = byName.get(name2);
    byName.set(name2, other2 === void 0 || other2 === passJson && mask2 === passJson ? mask2 : leafOf(redactedSpec, "", form10));
  }
  return namedObjectMask(byName);
};
var compileShape = (shape, form10) => {
  if (shape.kind === "json-object") return compileObject(shape, form10);
  if (shape.kind === "json-array") return arrayMask(shape.items.map((item) => compile2(item, form10)));
  if (shape.kind === "each") return eachMask(compile2(shape.item, form10));
  return leafOf(redactedSpec, "", form10);
};
var jsonCell = (mask2, versioned) => (source, start, end, out) => {
  let at3 = start;
  if (versioned) {
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
var compileJsonCell = (shape, form10) => jsonCell(compileShape(shape, form10), form10.versioned);

// src/masking/transforms/mask-document.ts
init_define_navigator();
var isComplete = (transform2) => transform2.options.safeParse({}).success;
var goesByItself = (transform2) => refine(
  (mask2) => transform2.beside?.(mask2[transform2.name] ?? {}) === void 0,
  `${transform2.name} that goes by another column cannot stand inside another mask`
);
var innerMask = (table) => union([
  _enum(["keep", ...table.filter(isComplete).map(({ name: name2 }) => name2)]),
  ...table.map((transform2) => strictObject({ [transform2.name]: transform2.options }).check(goesByItself(transform2)))
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
      Object.entries(options.keys).map(([key, one2]) => {
        const spec = specOf(one2);
        return [key, spec && request.nested(spec, textType, format)];
      })
    );
    const others = options.others === "keep" ? void 0 : request.nested(redactedSpec, textType, format);
    const choose = (key) => masks.has(key) ? masks.get(key) : others;
    return orRedacted(format === 1 ? maskHstoreBinary(choose) : maskHstoreText(choose), redact2);
  },
  recognises: (options, { nested }) => {
    const values = new Map(
      Object.entries(options.keys).map(([key, one2]) => {
        const spec = specOf(one2);
        return [key, spec && nested(spec, textType)];
      })
    );
    const redacted = nested(redactedSpec, textType);
    return within2(
      (probe) => maskHstoreText((key) => {
        const recognises = values.has(key) ? values.get(key) : redacted;
        return recognises && probe(recognises);
      }),
      anyOf([redacted, ...values.values()])
    );
  }
});

// src/masking/transforms/ip-prefix.ts
init_define_navigator();

// src/masking/codec/address.ts
init_define_navigator();
var familyByte = { 4: 2, 16: 3 };
var v4Bytes = (text2) => {
  const parts = text2.split(".");
  if (parts.length !== 4 || !parts.every((part2) => /^\d{1,3}$/.test(part2) && Number(part2) < 256)) return void 0;
  return parts.map(Number);
};
var groups = (text2) => {
  if (text2 === "") return [];
  const parts = text2.split(":");
  const found = [];
  for (const [i, part2] of parts.entries()) {
    const v4 = i === parts.length - 1 ? v4Bytes(part2) : void 0;
    if (v4 !== void 0) found.push(...v4);
    else if (/^[0-9a-f]{1,4}$/i.test(part2)) found.push(Number.parseInt(part2, 16) >> 8, Number.parseInt(part2, 16) & 255);
    else return void 0;
  }
  return found;
};
var v6Bytes = (text2) => {
  const halves = text2.split("::");
  if (halves.length > 2) return void 0;
  const [head, tail] = [groups(halves[0] ?? ""), groups(halves[1] ?? "")];
  if (head === void 0 || tail === void 0) return void 0;
  const missing2 = 16 - head.length - tail.length;
  if (halves.length === 1 ? missing2 !== 0 : missing2 < 1) return void 0;
  return [...head, ...Array.from({ length: missing2 }, () => 0), ...tail];
};
var addressFromText = (text2) => {
  if (text2.length > 64) return void 0;
  const [address2 = "", suffix, ...more] = text2.split("/");
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
  const hex = words2.map((word) => word.toString(16));
  if (best < 0) return hex.join(":");
  return `${hex.slice(0, best).join(":")}::${hex.slice(best + bestLength).join(":")}`;
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
  const masked3 = bytes.map((byte, i) => byte & 65280 >> Math.max(0, Math.min(8, kept - i * 8)));
  return { bytes: Buffer.from(masked3), prefix: kept };
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
      return textMask(request, (text2) => {
        const address2 = addressFromText(text2);
        return address2 && addressText(network(address2, keep(address2.bytes)), text2.includes("/"));
      });
    }
    const isCidr = type.oid === cidrOid;
    return (source, start, end, out) => {
      const address2 = format === 1 ? addressFromBinary(source, start, end) : addressFromText(source.toString("latin1", start, end));
      if (address2 === void 0) return redact2(source, start, end, out);
      const masked3 = network(address2, keep(address2.bytes));
      if (format === 1) appendAll(out, addressBinary(masked3, isCidr));
      else appendString(out, addressText(masked3, isCidr || masked3.prefix < masked3.bytes.length * 8));
      return true;
    };
  }
});

// src/masking/transforms/json.ts
init_define_navigator();

// src/masking/structured/json-paths.ts
init_define_navigator();
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
    (text2) => parsePath(text2) !== void 0,
    'is not a path: write $.member, $."odd name", $.* for every member, [*] for every item'
  )
);
var maskOf2 = ({ paths, others }, compile3) => {
  const leaf = (spec) => spec === void 0 ? passJson : jsonLeaf(spec, compile3);
  const unexpected = leaf(redactedSpec);
  return pathMask({
    paths: Object.entries(paths).map(([text2, one2]) => [parsePath(text2) ?? [], leaf(specOf(one2))]),
    others: others === "keep" ? passJson : unexpected,
    unexpected
  });
};
var contents = (text2) => {
  if (!text2.startsWith('"')) return text2;
  try {
    const value = JSON.parse(text2);
    return typeof value === "string" ? value : text2;
  } catch {
    return text2;
  }
};
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
    const mask2 = maskOf2(options, (one2, of) => request.nested(one2, of, 0));
    return orRedacted(jsonCell(mask2, type.scalar.family === "jsonb" && format === 1), redact2);
  },
  recognises: (options, { nested }) => {
    const specs = [redactedSpec, ...Object.values(options.paths).flatMap((one2) => specOf(one2) ?? [])];
    const piece = anyOf(specs.map((spec) => nested(spec, textType)));
    return within2(
      (probe) => jsonCell(
        maskOf2(options, (one2, of) => probe(nested(one2, of))),
        false
      ),
      (text2) => piece(contents(text2))
    );
  }
});

// src/masking/transforms/noise.ts
init_define_navigator();
var bits = 52n;
var whole3 = 2n ** bits;
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
    const hmac = hmacSha256(request.key());
    const amount = options.amount === void 0 ? void 0 : exactly(options.amount);
    const percent = exactly(options.percent ?? 0);
    const percentOf = 10n ** BigInt(percent.scale + 2);
    const bound = (value) => rescale(amount ?? fractionOf(value, percent.unscaled, percentOf), Math.max(value.scale, workingScale));
    return numberMask(request, amount, (value) => {
      const fine = rescale(value, Math.max(value.scale, workingScale));
      const text2 = Buffer.from(canonicalNumber(decimalText(value)), "latin1");
      const turn = (hmac(text2, 0, text2.length).readBigUInt64BE(0) >> 64n - bits - 1n) - whole3;
      return rescale(add(fine, fractionOf(bound(fine), turn, whole3)), value.scale);
    });
  }
});

// src/masking/transforms/null.ts
init_define_navigator();
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
init_define_navigator();
var count2 = _default(int().check(_gte(0), _lte(64)), 0);
var maskOf3 = ({ first, last: last2, character, separators }) => ({
  first,
  last: last2,
  character: character.charCodeAt(0),
  keepSeparators: separators === "keep"
});
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
  compile: (options, request) => compileCharacterMask(maskOf3(options), request),
  recognises: (options) => recogniseCharacters(maskOf3(options))
});

// src/masking/transforms/phone.ts
init_define_navigator();
var oneDigit = /^[17]/;
var twoDigits = /^(?:2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;
var codeLength = (digits) => {
  if (oneDigit.test(digits)) return 1;
  return twoDigits.test(digits) ? 2 : 3;
};
var keptDigits = (text2, digits) => {
  if (text2.startsWith("+")) return codeLength(digits);
  return digits.startsWith("00") ? 2 + codeLength(digits.slice(2)) : 0;
};
var masked2 = { least: 4, most: 18 };
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
    const hmac = hmacSha256(request.key());
    return textMask(request, (text2) => {
      if (!/^\+?[\d ().\-/]{5,40}$/.test(text2)) return void 0;
      const digits = text2.replaceAll(/\D/g, "");
      const kept = keptDigits(text2, digits);
      const hidden = digits.length - kept;
      if (hidden < masked2.least || hidden > masked2.most) return void 0;
      const message = Buffer.from(digits, "latin1");
      const value = hmac(message, 0, message.length).readBigUInt64BE(0) % 10n ** BigInt(hidden);
      const shown3 = `${digits.slice(0, kept)}${value.toString().padStart(hidden, "0")}`;
      let next = 0;
      return text2.replaceAll(/\d/g, () => shown3.charAt(next++));
    });
  }
});

// src/masking/transforms/range.ts
init_define_navigator();
var rangeOf = (value, width) => {
  const least = floorTo(value, width);
  const { scale } = width;
  const least0 = { unscaled: least.unscaled / 10n ** BigInt(least.scale - scale), scale };
  return `[${decimalText(least0)},${decimalText(add(least0, width))})`;
};
var range = defineTransform({
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
    return textMask(request, (text2) => {
      const value = decimalFrom(text2);
      if (value === void 0) return void 0;
      const found = rangeOf(value, width);
      return found.length > (request.type.limit ?? found.length) ? void 0 : found;
    });
  },
  recognises: (options) => {
    const width = exactly(options.width);
    return (text2) => {
      const least = decimalFrom(/^\[([^,]+),/.exec(text2)?.[1] ?? "");
      return least !== void 0 && rangeOf(least, width) === text2;
    };
  }
});

// src/masking/transforms/redact.ts
init_define_navigator();
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
init_define_navigator();
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

// src/masking/transforms/scrub.ts
init_define_navigator();

// src/masking/detectors/lazy.ts
init_define_navigator();
var loaded2;
var loadedDetectors = () => {
  if (loaded2 === void 0) throw new PgveilError("PGVEIL_INTERNAL", "a text is to be scrubbed before the detectors are loaded");
  return loaded2;
};

// src/masking/detectors/types.ts
init_define_navigator();
var valueClasses = [
  "credential",
  "date_of_birth",
  "device",
  "email",
  "financial",
  "geo",
  "gov_id",
  "ip_address",
  "person_name",
  "phone",
  "postal_code",
  "secret",
  "street_address"
];

// src/masking/transforms/scrub.ts
var replaced = new RegExp(`\\[(?:${valueClasses.join("|")})\\]`);
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
  },
  recognises: () => matches(replaced)
});

// src/masking/transforms/url.ts
init_define_navigator();
var form8 = /^([a-z][a-z0-9+.-]{0,31}:\/\/)(?:[^/?#]*@)?([a-z0-9._~%:[\]-]*)((?:\/[^?#]*)?)(?:[?#]|$)/is;
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
  compile: (options, request) => textMask(request, (text2) => {
    const match2 = form8.exec(text2);
    return match2 === null ? void 0 : `${match2[1] ?? ""}${match2[2] ?? ""}${options.path === "keep" ? match2[3] ?? "" : ""}`;
  })
});

// src/masking/transforms/uuid-token.ts
init_define_navigator();
var form9 = /^[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$/i;
var uuidToken2 = defineTransform({
  name: "uuid-token",
  summary: "Replaces a UUID by another (HMAC-SHA256, version 8 of RFC 9562), the same for uuid columns and for text that holds one.",
  options: strictObject({}),
  families: ["uuid", "text"],
  deterministic: true,
  joinable: true,
  reversible: false,
  givesAway: "which values are equal, of text but for case, hyphens and spaces behind; text that holds no UUID, or not the room for one, is redacted",
  tolerates: "any",
  compile: (_options, request) => {
    const { type, format, redact: redact2 } = request;
    const hmac = hmacSha256(request.key());
    const isText = type.scalar.family === "text";
    if (isText && (type.limit ?? 36) < 36) return redact2;
    const padding = type.padded ? " ".repeat((type.limit ?? 36) - 36) : "";
    const bytesOf = (source, start, end) => {
      if (!isText && format === 1) return end - start === 16 ? source.subarray(start, end) : void 0;
      const text2 = source.toString("latin1", start, end).trimEnd();
      return form9.test(text2) ? Buffer.from(text2.replaceAll("-", ""), "hex") : void 0;
    };
    return (source, start, end, out) => {
      const bytes = bytesOf(source, start, end);
      if (bytes === void 0) return redact2(source, start, end, out);
      const token = uuidFrom(hmac(bytes, 0, 16));
      if (!isText && format === 1) append(out, token, 0, 16);
      else appendString(out, `${uuidText2(token)}${padding}`);
      return true;
    };
  },
  recognises: (_options, { type }) => type.scalar.family === "text" && (type.limit ?? 36) < 36 ? void 0 : matches(uuidTokenForm)
});

// src/masking/transforms/when.ts
init_define_navigator();
var matchesGlob = (text2, pattern) => {
  const [first = "", ...rest] = pattern.split("*");
  const last2 = rest.pop();
  if (last2 === void 0) return text2 === pattern;
  if (!text2.startsWith(first)) return false;
  let at3 = first.length;
  for (const part2 of rest) {
    const found = text2.indexOf(part2, at3);
    if (found < 0) return false;
    at3 = found + part2.length;
  }
  return text2.length - last2.length >= at3 && text2.endsWith(last2);
};
var pass = (source, start, end, out) => {
  append(out, source, start, end);
  return true;
};
var when = (inner2) => defineTransform({
  name: "when",
  summary: "Chooses between two masks, one of which may be to keep the value, by patterns that the whole value matches, or that of another column of its row.",
  options: strictObject({
    /** The column of the table whose value the patterns are for. */
    column: optional(string().check(_minLength(1), _maxLength(63))),
    /** The same by its class, which no second column of the table has. */
    class: optional(string().check(_minLength(1), _maxLength(63))),
    /** Patterns in which `*` stands for any characters; upper and lower case differ. */
    matches: array(string().check(_minLength(1), _maxLength(256))).check(_minLength(1)),
    // oxlint-disable-next-line unicorn/no-thenable -- the policy's word; nothing awaits options
    then: inner2,
    otherwise: _default(inner2, "redact")
  }).check(
    refine(
      (options) => options.column === void 0 || options.class === void 0,
      "goes by `column` or by `class`, not by both"
    )
  ),
  families: "each",
  deterministic: true,
  joinable: false,
  reversible: false,
  givesAway: "which values match; what is kept, and what the two masks give away. Whoever may write the other column decides what is kept",
  tolerates: ["coalesce", "case", "nullif", "min", "max"],
  compile: (options, request) => {
    const compile3 = (mask2) => {
      const spec = specOf(mask2);
      return spec === void 0 ? pass : request.nested(spec, request.type, request.format);
    };
    const [match2, otherwise] = [compile3(options.then), compile3(options.otherwise)];
    const choose = (text2) => options.matches.some((pattern) => matchesGlob(text2, pattern)) ? match2 : otherwise;
    if (options.column !== void 0 || options.class !== void 0) {
      return (source, start, end, out) => {
        const beside = request.beside();
        return (beside === void 0 ? request.redact : choose(beside.toString("utf8")))(source, start, end, out);
      };
    }
    if (request.type.scalar.family !== "text") return request.redact;
    return (source, start, end, out) => {
      let last2 = end;
      if (request.type.padded) while (last2 > start && source[last2 - 1] === 32) last2 -= 1;
      return choose(source.toString("utf8", start, last2))(source, start, end, out);
    };
  },
  recognises: (options, { type, nested }) => anyOf(
    [options.then, options.otherwise].map((mask2) => {
      const spec = specOf(mask2);
      return spec && nested(spec, type);
    })
  ),
  beside: ({ column, class: className }) => column === void 0 ? className === void 0 ? void 0 : { class: className } : { names: [column] }
});

// src/masking/transforms/index.ts
var whole4 = [
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
  range,
  round,
  noise,
  coarsen
];
var inner = innerMask(whole4);
var composed = [jsonPaths(inner), hstoreKeys(inner), when(inner)];
var transforms = new Map(
  [...whole4, ...composed].map((transform2) => [transform2.name, transform2])
);
var besideOf = ({ transform: transform2, options }) => transforms.get(transform2)?.beside?.(options);

// src/policy/schema-cloud.ts
init_define_navigator();
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
init_define_navigator();
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
  "expired-suppression",
  "unused-suppression",
  "malformed-suppression",
  "unsampled-relation",
  "mask-beside",
  "seen-raw",
  "lineage-fault",
  "refused-statement",
  "personal-values",
  "uncovered-relation"
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
init_define_navigator();
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
var shown2 = (path2) => JSON.stringify(path2.map(String).join("."));
var last = (path2) => JSON.stringify(String(path2.at(-1) ?? "the policy"));
var withoutEchoes = (issues, value) => issues.some(({ code }) => code === "unrecognized_keys") ? issues.filter((issue) => issue.code !== "invalid_type" || valueAt(value, issue.path) !== void 0) : issues;
var unknownKey = (schema, path2, key) => {
  const schemas = path2.reduce((all, step2) => all.flatMap((one2) => below(one2, step2)), [schema]);
  const known = schemas.flatMap(keysOf);
  return {
    path: [...path2, key],
    what: "key",
    message: `unknown key ${JSON.stringify(key)}${path2.length === 0 ? "" : ` in ${shown2(path2)}`}`,
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
      const message = typeof value === "string" ? `cannot be ${JSON.stringify(value)}` : `must be ${issue.values.map(String).join(", ")}`;
      const hint = typeof value === "string" ? suggestion(value, issue.values.map(String)) : void 0;
      return [{ path: path2, what: "value", message: `${last(path2)} ${message}`, hint }];
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
var problemAt = (source, path2, message, hint, what = "value") => ({
  file: source.file,
  ...source.document.position(path2, what),
  message,
  hint
});
var problemsOf = (issues, schema, source) => issues.flatMap((issue) => render(issue, schema, source.document.value, [])).map(({ path: path2, what, message, hint }) => problemAt(source, path2, message, hint, what));
var unsafeMatch = (claim) => unsafeClaims.includes(claim) ? "its shape differs between repositories and can be customised: match repository_id, environment, event_name or job_workflow_ref" : void 0;

// src/policy/build.ts
init_define_navigator();
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
  appendInt32,
  appendString,
  indexOfByte,
  orRedacted,
  anyOf,
  within2 as within,
  textToken,
  uuidText2 as uuidText,
  tokenBits,
  compileJsonCell,
  specOf,
  parsePath,
  transforms,
  besideOf,
  text,
  severities,
  suppression,
  policySchema,
  problemAt,
  problemsOf,
  unsafeMatch,
  maskSpec,
  buildPolicy
};
