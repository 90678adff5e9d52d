import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  constantTimeEqual,
  hmac,
  maxIterations,
  readAttributes,
  saltPassword,
  sha256,
  strictBase64,
  validNonce,
  xor
} from "./chunk-SM23I3UR.js";
import {
  alpn,
  certificateHash,
  connectionError,
  serverError,
  upstreamError,
  upstreamTlsOptions
} from "./chunk-MHLFNK2L.js";
import {
  PgveilError
} from "./chunk-HUYNEIJX.js";

// src/gateway/upstream.ts
import { randomBytes } from "node:crypto";
import { once as once2 } from "node:events";

// src/gateway/inbox.ts
var createInbox = (socket, signal) => {
  const chunks = [];
  let failure;
  let waiting;
  const onData = (chunk) => {
    socket.pause();
    const copy = Buffer.from(chunk);
    if (waiting === void 0) {
      chunks.push(copy);
      return;
    }
    waiting.resolve(copy);
    waiting = void 0;
  };
  const onFailure = (error) => {
    failure ??= error;
    waiting?.reject(failure);
    waiting = void 0;
  };
  const onEnd = () => {
    onFailure(Object.assign(new Error("the connection was closed"), { code: "ECONNRESET" }));
  };
  const onAbort = () => {
    onFailure(signal.reason instanceof Error ? signal.reason : new Error("aborted"));
    socket.destroy();
  };
  socket.pause();
  socket.on("data", onData).on("error", onFailure).on("end", onEnd).on("close", onEnd);
  signal.addEventListener("abort", onAbort);
  if (signal.aborted) onAbort();
  return {
    read: async () => {
      const chunk = chunks.shift();
      if (chunk !== void 0) return chunk;
      if (failure !== void 0) throw failure;
      return new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.resume();
      });
    },
    release: () => {
      socket.pause();
      socket.off("data", onData).off("error", onFailure).off("end", onEnd).off("close", onEnd);
      signal.removeEventListener("abort", onAbort);
      return Buffer.concat(chunks);
    }
  };
};

// src/auth/md5.ts
import { createHash } from "node:crypto";
var md5 = (...parts) => {
  const hash = createHash("md5");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
};
var md5Answer = (user, password, salt) => `md5${md5(md5(password, user), salt)}`;

// src/auth/scram-client.ts
var fail = (reason) => ({ kind: "fail", reason });
var createScramClient = (options) => {
  const { binding, nonce } = options;
  const header = binding.kind === "p" ? "p=tls-server-end-point,," : `${binding.kind},,`;
  const bare2 = `n=${(options.user ?? "").replaceAll("=", "=3D").replaceAll(",", "=2C")},r=${nonce}`;
  const bindingData = binding.kind === "p" ? Buffer.concat([Buffer.from(header), binding.certificateHash]) : Buffer.from(header);
  let expected;
  return {
    mechanism: binding.kind === "p" ? "SCRAM-SHA-256-PLUS" : "SCRAM-SHA-256",
    first: header + bare2,
    next: async (serverFirst) => {
      const [serverNonce, salt, count] = readAttributes(serverFirst, ["r", "s", "i"]) ?? [];
      if (serverNonce === void 0 || salt === void 0 || count === void 0)
        return fail("its first SCRAM message is malformed");
      if (!validNonce(serverNonce) || !serverNonce.startsWith(nonce) || serverNonce.length === nonce.length)
        return fail("its SCRAM nonce does not extend ours");
      const saltBytes = strictBase64(salt);
      if (saltBytes === void 0) return fail("its SCRAM salt is malformed");
      const iterations = /^[1-9][0-9]{0,8}$/.test(count) ? Number(count) : Infinity;
      if (iterations > maxIterations) return fail("its SCRAM iteration count is out of range");
      const salted = await saltPassword(options.password, saltBytes, iterations);
      const clientKey = hmac(salted, "Client Key");
      const withoutProof = `c=${bindingData.toString("base64")},r=${serverNonce}`;
      const authMessage = `${bare2},${serverFirst},${withoutProof}`;
      expected = hmac(hmac(salted, "Server Key"), authMessage);
      const proof = xor(clientKey, hmac(sha256(clientKey), authMessage));
      return { kind: "send", message: `${withoutProof},p=${proof.toString("base64")}` };
    },
    finish: (serverFinal) => {
      const [signature] = readAttributes(serverFinal, ["v"]) ?? [];
      const bytes = signature === void 0 ? void 0 : strictBase64(signature);
      if (bytes === void 0 || expected === void 0) return fail("its last SCRAM message is malformed");
      return constantTimeEqual(bytes, expected) ? { kind: "done" } : fail("it does not know the password: its SCRAM signature is wrong, so it may be another server");
    }
  };
};

// src/gateway/upstream-login.ts
var fail2 = (message, remedy2) => {
  throw new PgveilError("PGVEIL_UPSTREAM", message, { remedy: remedy2 });
};
var plus = "SCRAM-SHA-256-PLUS";
var scramName = "SCRAM-SHA-256";
var createUpstreamLogin = (options) => {
  const { credential, transport } = options;
  let method = "none";
  let scram;
  let proven = false;
  const password = () => credential.password ?? fail2("the database asks for a password and none is configured", "Add it to the database URL.");
  const refuseToken = (asked) => {
    if (credential.token === true)
      fail2(
        `the database asks for ${asked}, which a cloud's token cannot answer`,
        "Let this user log in by the identity: docs/cloud-identities.md."
      );
  };
  const mayReadPassword = () => credential.token === true ? transport.tls && transport.verified : transport.tls || transport.loopback;
  const refuseWithoutBinding = () => {
    if (credential.channelBinding === "require" && method !== "scram-sha-256-plus")
      fail2("the database did not bind the log-in to its certificate", `Use TLS and ${plus}, or drop channel_binding.`);
  };
  const chooseBinding = (offered) => {
    const hash = transport.certificateHash;
    if (!transport.tls || credential.channelBinding === "disable" || hash === void 0) return { kind: "n" };
    return offered.includes(plus) ? { kind: "p", certificateHash: hash } : { kind: "y" };
  };
  const beginScram = (offered) => {
    if (scram !== void 0) return fail2("the database began SASL twice", "Check what answers at that address.");
    const binding = chooseBinding(offered);
    method = binding.kind === "p" ? "scram-sha-256-plus" : "scram-sha-256";
    refuseWithoutBinding();
    if (binding.kind !== "p" && !offered.includes(scramName))
      return fail2("the database offers no SASL mechanism that pgveil speaks", `Let it offer ${scramName}.`);
    scram = createScramClient({ password: password(), nonce: options.nonce(), binding });
    return { kind: "sasl-initial", mechanism: scram.mechanism, data: scram.first };
  };
  const distrust = (step) => fail2(
    `the database failed to prove itself: ${step?.kind === "fail" ? step.reason : "its SASL message came out of turn"}`,
    "Check what answers at that address."
  );
  return async (request2) => {
    switch (request2.kind) {
      case "ok":
        if (scram !== void 0 && !proven) return distrust(void 0);
        refuseWithoutBinding();
        return { kind: "done", method };
      case "cleartext":
        method = "password";
        refuseWithoutBinding();
        return mayReadPassword() ? { kind: "password", password: password() } : fail2(
          `the database asks for the password in clear text over a connection without ${credential.token === true ? "verified " : ""}TLS`,
          "Use sslmode=verify-full, or scram-sha-256 in pg_hba.conf."
        );
      case "md5":
        refuseToken("an md5 digest");
        method = "md5";
        refuseWithoutBinding();
        return { kind: "password", password: md5Answer(credential.user, password(), request2.salt) };
      case "sasl":
        refuseToken("SASL");
        return beginScram(request2.mechanisms);
      case "sasl-continue": {
        const step = await scram?.next(request2.data);
        return step?.kind === "send" ? { kind: "sasl-response", data: step.message } : distrust(step);
      }
      case "sasl-final": {
        const step = scram?.finish(request2.data);
        proven = step?.kind === "done";
        return proven ? { kind: "nothing" } : distrust(step);
      }
      case "unsupported":
        return fail2(
          `the database asks for ${request2.name}, which pgveil does not speak`,
          "Let pg_hba.conf ask this user for scram-sha-256."
        );
      default:
        return request2;
    }
  };
};

// src/wire/descriptor.ts
var caps = {
  /** PQ_SMALL_MESSAGE_LIMIT. */
  short: 1e4 - 4,
  /** libpq takes no longer message of a server, but for the types that carry data. */
  reply: 3e4 - 4,
  /** PG_MAX_AUTH_TOKEN_LENGTH. */
  authentication: 65535 - 4,
  /** PQ_LARGE_MESSAGE_LIMIT, which is MaxAllocSize - 1: no server builds a longer one either. */
  large: 1073741822 - 4
};
var collectCaps = { fromServer: 64 << 20, fromClient: 256 << 20 };
var define = (descriptor) => descriptor;
var defineEmpty = (name, byte) => ({
  name,
  byte,
  limit: caps.short,
  decode: () => ({ type: name }),
  encode: () => void 0
});

// src/wire/malformed.ts
var remedy = "Check what speaks at the other end: pgveil expects a PostgreSQL client or server of protocol 3.";
var malformed = (message, what) => new PgveilError("PGVEIL_PROTOCOL", `malformed ${message} message: ${what}`, { remedy });
var unknownMessage = (sender, byte) => new PgveilError("PGVEIL_PROTOCOL", `the ${sender} sent an unknown message of type 0x${byte.toString(16).padStart(2, "0")}`, {
  remedy
});
var unencodable = (message, what) => new PgveilError("PGVEIL_INTERNAL", `${message} cannot be encoded: ${what}`);

// src/wire/read.ts
import { isUtf8 } from "node:buffer";
var advance = (cursor, n, what) => {
  const { at } = cursor;
  if (n > cursor.bytes.length - at) throw malformed(cursor.message, `it ends within its ${what}`);
  cursor.at = at + n;
  return at;
};
var readByte = (cursor, what) => cursor.bytes.readUInt8(advance(cursor, 1, what));
var readInt16 = (cursor, what) => cursor.bytes.readInt16BE(advance(cursor, 2, what));
var readUint16 = (cursor, what) => cursor.bytes.readUInt16BE(advance(cursor, 2, what));
var readInt32 = (cursor, what) => cursor.bytes.readInt32BE(advance(cursor, 4, what));
var readOid = (cursor, what) => cursor.bytes.readUInt32BE(advance(cursor, 4, what));
var readBytes = (cursor, n, what) => {
  const at = advance(cursor, n, what);
  return cursor.bytes.subarray(at, at + n);
};
var readRest = (cursor) => readBytes(cursor, cursor.bytes.length - cursor.at, "data");
var copyOf = (view) => Buffer.from(view);
var readText = (cursor, what) => {
  const { bytes, at } = cursor;
  if (bytes[at] === 0) {
    cursor.at = at + 1;
    return "";
  }
  const end = bytes.indexOf(0, at);
  if (end < 0) throw malformed(cursor.message, `its ${what} has no end`);
  cursor.at = end + 1;
  const text = bytes.toString("utf8", at, end);
  if (cursor.strict && text.includes("\uFFFD") && !isUtf8(bytes.subarray(at, end))) {
    throw malformed(cursor.message, `its ${what} is not UTF-8`);
  }
  return text;
};
var readValue = (cursor, what) => {
  const length = readInt32(cursor, `${what} length`);
  if (length === -1) return null;
  if (length < 0) throw malformed(cursor.message, `its ${what} has the length ${String(length)}`);
  return readBytes(cursor, length, what);
};
var readList = (cursor, what, item) => {
  const count = readUint16(cursor, `number of ${what}s`);
  const items = [];
  for (let i = 0; i < count; i += 1) items.push(item(cursor, what));
  return items;
};
var formatOf = (cursor, code, what) => {
  if (code !== 0 && code !== 1) throw malformed(cursor.message, `its ${what} is ${String(code)}`);
  return code;
};
var readFormat = (cursor, what) => formatOf(cursor, readInt16(cursor, what), what);
var readFormatByte = (cursor, what) => formatOf(cursor, readByte(cursor, what), what);

// src/wire/write.ts
var room = (draft, n) => {
  const { length } = draft;
  const needed = length + n;
  if (needed > draft.bytes.length) {
    const grown = Buffer.allocUnsafe(Math.max(needed, draft.bytes.length * 2));
    draft.bytes.copy(grown, 0, 0, length);
    draft.bytes = grown;
  }
  draft.length = needed;
  return length;
};
var checked = (draft, value, low, high) => {
  if (!Number.isInteger(value) || value < low || value > high) {
    throw unencodable(draft.message, `a number is outside ${String(low)} to ${String(high)}`);
  }
  return value;
};
var writeByte = (draft, value) => {
  checked(draft, value, 0, 255);
  const start = room(draft, 1);
  draft.bytes.writeUInt8(value, start);
};
var writeInt16 = (draft, value) => {
  checked(draft, value, -32768, 32767);
  const start = room(draft, 2);
  draft.bytes.writeInt16BE(value, start);
};
var writeUint16 = (draft, value) => {
  checked(draft, value, 0, 65535);
  const start = room(draft, 2);
  draft.bytes.writeUInt16BE(value, start);
};
var writeInt32 = (draft, value) => {
  checked(draft, value, -2147483648, 2147483647);
  const start = room(draft, 4);
  draft.bytes.writeInt32BE(value, start);
};
var writeOid = (draft, value) => {
  checked(draft, value, 0, 4294967295);
  const start = room(draft, 4);
  draft.bytes.writeUInt32BE(value, start);
};
var writeBytes = (draft, value) => {
  const start = room(draft, value.length);
  value.copy(draft.bytes, start);
};
var writeText = (draft, value) => {
  if (value.includes("\0")) throw unencodable(draft.message, "a text has a NUL in it");
  const size = Buffer.byteLength(value);
  const start = room(draft, size + 1);
  draft.bytes.write(value, start, "utf8");
  draft.bytes[start + size] = 0;
};
var writeValue = (draft, value) => {
  writeInt32(draft, value === null ? -1 : value.length);
  if (value !== null) writeBytes(draft, value);
};
var writeList = (draft, items, item) => {
  writeUint16(draft, items.length);
  for (const value of items) item(draft, value);
};

// src/wire/backend-authentication.ts
var shared = { byte: "R", family: "Authentication", limit: caps.authentication };
var bare = (name, code) => define({ ...shared, name, code, decode: () => ({ type: name }), encode: () => void 0 });
var withData = (name, code) => define({
  ...shared,
  name,
  code,
  decode: (body) => ({ type: name, data: copyOf(readRest(body)) }),
  encode: (body, message) => writeBytes(body, message.data)
});
var authenticationOk = bare("AuthenticationOk", 0);
var authenticationKerberosV5 = bare("AuthenticationKerberosV5", 2);
var authenticationCleartextPassword = bare("AuthenticationCleartextPassword", 3);
var authenticationMD5Password = define({
  ...shared,
  name: "AuthenticationMD5Password",
  code: 5,
  decode: (body) => ({ type: "AuthenticationMD5Password", salt: copyOf(readBytes(body, 4, "salt")) }),
  encode: (body, message) => {
    if (message.salt.length !== 4) throw unencodable(body.message, "its salt has not four bytes");
    writeBytes(body, message.salt);
  }
});
var authenticationGSS = bare("AuthenticationGSS", 7);
var authenticationGSSContinue = withData("AuthenticationGSSContinue", 8);
var authenticationSSPI = bare("AuthenticationSSPI", 9);
var readMechanisms = (body) => {
  const mechanisms = [];
  for (; ; ) {
    const mechanism = readText(body, "list of mechanisms");
    if (mechanism === "") return mechanisms;
    mechanisms.push(mechanism);
  }
};
var authenticationSASL = define({
  ...shared,
  name: "AuthenticationSASL",
  code: 10,
  decode: (body) => {
    const mechanisms = readMechanisms(body);
    if (mechanisms.length === 0) throw malformed(body.message, "it offers no mechanism");
    return { type: "AuthenticationSASL", mechanisms };
  },
  encode: (body, message) => {
    if (message.mechanisms.length === 0 || message.mechanisms.includes("")) {
      throw unencodable(body.message, "a mechanism has no name");
    }
    for (const mechanism of message.mechanisms) writeText(body, mechanism);
    writeText(body, "");
  }
});
var authenticationSASLContinue = withData("AuthenticationSASLContinue", 11);
var authenticationSASLFinal = withData("AuthenticationSASLFinal", 12);

// src/wire/backend-extended.ts
var parseComplete = defineEmpty("ParseComplete", "1");
var bindComplete = defineEmpty("BindComplete", "2");
var closeComplete = defineEmpty("CloseComplete", "3");
var noData = defineEmpty("NoData", "n");
var portalSuspended = defineEmpty("PortalSuspended", "s");
var parameterDescription = define({
  name: "ParameterDescription",
  byte: "t",
  limit: 2 + 65535 * 4,
  decode: (body) => ({ type: "ParameterDescription", parameterTypes: readList(body, "parameter type", readOid) }),
  encode: (body, message) => writeList(body, message.parameterTypes, writeOid)
});

// src/wire/backend-results.ts
var readField = (body) => ({
  name: readText(body, "field name"),
  table: readOid(body, "table"),
  attnum: readInt16(body, "attribute number"),
  type: readOid(body, "type"),
  typlen: readInt16(body, "type length"),
  typmod: readInt32(body, "type modifier"),
  format: readFormat(body, "field format")
});
var writeField = (body, field) => {
  writeText(body, field.name);
  writeOid(body, field.table);
  writeInt16(body, field.attnum);
  writeOid(body, field.type);
  writeInt16(body, field.typlen);
  writeInt32(body, field.typmod);
  writeInt16(body, field.format);
};
var rowDescription = define({
  name: "RowDescription",
  byte: "T",
  // 1,664 fields of a name and 18 bytes, with room for builds that have longer names.
  limit: 1 << 20,
  decode: (body) => ({ type: "RowDescription", fields: readList(body, "field", readField) }),
  encode: (body, message) => writeList(body, message.fields, writeField)
});
var dataRow = define({
  name: "DataRow",
  byte: "D",
  limit: caps.large,
  collect: collectCaps.fromServer,
  decode: (body) => ({ type: "DataRow", cells: readList(body, "cell", readValue) }),
  encode: (body, message) => writeList(body, message.cells, writeValue)
});
var commandComplete = define({
  name: "CommandComplete",
  byte: "C",
  limit: caps.reply,
  decode: (body) => ({ type: "CommandComplete", tag: readText(body, "tag") }),
  encode: (body, message) => writeText(body, message.tag)
});
var emptyQueryResponse = defineEmpty("EmptyQueryResponse", "I");
var functionCallResponse = define({
  name: "FunctionCallResponse",
  byte: "V",
  limit: caps.large,
  collect: collectCaps.fromServer,
  decode: (body) => ({ type: "FunctionCallResponse", value: readValue(body, "value") }),
  encode: (body, message) => writeValue(body, message.value)
});

// src/wire/backend-session.ts
var fitsSecretKey = (length) => length >= 4 && length <= 256;
var backendKeyData = define({
  name: "BackendKeyData",
  byte: "K",
  limit: caps.reply,
  decode: (body) => {
    const processId = readInt32(body, "process id");
    const secretKey = copyOf(readRest(body));
    if (!fitsSecretKey(secretKey.length))
      throw malformed(body.message, `its key has ${String(secretKey.length)} bytes, not 4 to 256`);
    return { type: "BackendKeyData", processId, secretKey };
  },
  encode: (body, message) => {
    if (!fitsSecretKey(message.secretKey.length)) throw unencodable(body.message, "its key has not 4 to 256 bytes");
    writeInt32(body, message.processId);
    writeBytes(body, message.secretKey);
  }
});
var negotiateProtocolVersion = define({
  name: "NegotiateProtocolVersion",
  byte: "v",
  limit: caps.reply,
  decode: (body) => {
    const major = readUint16(body, "version");
    const minor = readUint16(body, "version");
    const count = readInt32(body, "number of options");
    if (count < 0) throw malformed(body.message, `its number of options is ${String(count)}`);
    const options = [];
    for (let i = 0; i < count; i += 1) options.push(readText(body, "option"));
    return { type: "NegotiateProtocolVersion", major, minor, options };
  },
  encode: (body, message) => {
    writeUint16(body, message.major);
    writeUint16(body, message.minor);
    writeInt32(body, message.options.length);
    for (const option of message.options) writeText(body, option);
  }
});
var parameterStatus = define({
  name: "ParameterStatus",
  byte: "S",
  limit: caps.reply,
  decode: (body) => ({ type: "ParameterStatus", name: readText(body, "name"), value: readText(body, "value") }),
  encode: (body, message) => {
    writeText(body, message.name);
    writeText(body, message.value);
  }
});
var readyForQuery = define({
  name: "ReadyForQuery",
  byte: "Z",
  limit: caps.reply,
  decode: (body) => {
    const byte = readByte(body, "transaction status");
    const status = byte === 73 ? "I" : byte === 84 ? "T" : byte === 69 ? "E" : void 0;
    if (status === void 0) throw malformed(body.message, `its transaction status is 0x${byte.toString(16)}, none of I, T, E`);
    return { type: "ReadyForQuery", status };
  },
  encode: (body, message) => writeByte(body, message.status.charCodeAt(0))
});
var notificationResponse = define({
  name: "NotificationResponse",
  byte: "A",
  limit: caps.reply,
  decode: (body) => ({
    type: "NotificationResponse",
    processId: readInt32(body, "process id"),
    channel: readText(body, "channel"),
    payload: readText(body, "payload")
  }),
  encode: (body, message) => {
    writeInt32(body, message.processId);
    writeText(body, message.channel);
    writeText(body, message.payload);
  }
});
var readFields = (body) => {
  const fields = /* @__PURE__ */ new Map();
  for (; ; ) {
    const code = readByte(body, "list of fields");
    if (code === 0) return fields;
    const key = String.fromCharCode(code);
    if (fields.has(key)) throw malformed(body.message, `it has the field 0x${code.toString(16)} twice`);
    fields.set(key, readText(body, "field"));
  }
};
var writeFields = (body, message) => {
  for (const [key, value] of message.fields) {
    const code = key.length === 1 ? key.charCodeAt(0) : 0;
    if (code === 0) throw unencodable(body.message, "the code of a field is not one character");
    writeByte(body, code);
    writeText(body, value);
  }
  writeByte(body, 0);
};
var errorResponse = define({
  name: "ErrorResponse",
  byte: "E",
  limit: caps.large,
  collect: collectCaps.fromServer,
  decode: (body) => ({ type: "ErrorResponse", fields: readFields(body) }),
  encode: writeFields
});
var noticeResponse = define({
  name: "NoticeResponse",
  byte: "N",
  limit: caps.large,
  collect: collectCaps.fromServer,
  decode: (body) => ({ type: "NoticeResponse", fields: readFields(body) }),
  encode: writeFields
});

// src/wire/copy.ts
var copyData = define({
  name: "CopyData",
  byte: "d",
  limit: caps.large,
  collect: collectCaps.fromServer,
  decode: (body) => ({ type: "CopyData", data: readRest(body) }),
  encode: (body, message) => writeBytes(body, message.data)
});
var copyDone = defineEmpty("CopyDone", "c");
var copyFail = define({
  name: "CopyFail",
  byte: "f",
  limit: caps.short,
  decode: (body) => ({ type: "CopyFail", message: readText(body, "reason") }),
  encode: (body, message) => writeText(body, message.message)
});
var readFormats = (body) => ({
  format: readFormatByte(body, "overall format"),
  columnFormats: readList(body, "column format", readFormat)
});
var writeFormats = (body, message) => {
  writeByte(body, message.format);
  writeList(body, message.columnFormats, writeInt16);
};
var copyInResponse = define({
  name: "CopyInResponse",
  byte: "G",
  limit: caps.reply,
  decode: (body) => ({ type: "CopyInResponse", ...readFormats(body) }),
  encode: writeFormats
});
var copyOutResponse = define({
  name: "CopyOutResponse",
  byte: "H",
  limit: caps.reply,
  decode: (body) => ({ type: "CopyOutResponse", ...readFormats(body) }),
  encode: writeFormats
});
var copyBothResponse = define({
  name: "CopyBothResponse",
  byte: "W",
  limit: caps.reply,
  decode: (body) => ({ type: "CopyBothResponse", ...readFormats(body) }),
  encode: writeFormats
});

// src/wire/message-table.ts
var bodyAt = 5;
var ruleOf = (entry) => ({
  name: entry.family ?? entry.name,
  limit: entry.limit,
  collect: entry.collect ?? entry.limit
});
var pick = (entries, cursor, when) => {
  const [first] = entries;
  if (first.code !== void 0) {
    const code = readInt32(cursor, "kind");
    const entry2 = entries.find((candidate) => candidate.code === code);
    if (entry2 === void 0) throw malformed(cursor.message, `its kind ${String(code)} is unknown`);
    return entry2;
  }
  if (first.when === void 0) return first;
  const entry = entries.find((candidate) => candidate.when === when);
  if (entry === void 0) throw malformed(cursor.message, "nothing asked for it");
  return entry;
};
var createMessageTable = (sender, descriptors3) => {
  const entries = descriptors3;
  const byByte = Array.from({ length: 256 });
  const byName = /* @__PURE__ */ new Map();
  for (const entry of entries) {
    byName.set(entry.name, entry);
    const byte = entry.byte.charCodeAt(0);
    const sharing = byByte[byte];
    if (sharing === void 0) byByte[byte] = [entry];
    else sharing.push(entry);
  }
  const rules = byByte.map((sharing) => sharing === void 0 ? void 0 : ruleOf(sharing[0]));
  return {
    sender,
    names: entries.map((entry) => entry.name),
    rule: (byte) => rules[byte],
    decode: (byte, bytes, from, when) => {
      const sharing = byByte[byte];
      const rule = rules[byte];
      if (sharing === void 0 || rule === void 0) throw unknownMessage(sender, byte);
      if (bytes.length - from > rule.limit) throw malformed(rule.name, `it is longer than ${String(rule.limit)} bytes`);
      const cursor = { message: rule.name, bytes, at: from, strict: sender === "client" };
      const message = pick(sharing, cursor, when).decode(cursor);
      const surplus = bytes.length - cursor.at;
      if (surplus > 0) throw malformed(rule.name, `it has ${String(surplus)} bytes too many`);
      return message;
    },
    encode: (message) => {
      const entry = byName.get(message.type);
      if (entry === void 0) throw unencodable(message.type, `a ${sender} has no such message`);
      const draft = { message: entry.name, bytes: Buffer.allocUnsafe(64), length: 5 };
      if (entry.code !== void 0) writeInt32(draft, entry.code);
      entry.encode(draft, message);
      if (draft.length - 5 > entry.limit) throw unencodable(entry.name, `it is longer than ${String(entry.limit)} bytes`);
      draft.bytes[0] = entry.byte.charCodeAt(0);
      draft.bytes.writeInt32BE(draft.length - 1, 1);
      return draft.bytes.subarray(0, draft.length);
    }
  };
};

// src/wire/backend.ts
var descriptors = [
  authenticationOk,
  authenticationKerberosV5,
  authenticationCleartextPassword,
  authenticationMD5Password,
  authenticationGSS,
  authenticationGSSContinue,
  authenticationSSPI,
  authenticationSASL,
  authenticationSASLContinue,
  authenticationSASLFinal,
  backendKeyData,
  negotiateProtocolVersion,
  parameterStatus,
  readyForQuery,
  notificationResponse,
  errorResponse,
  noticeResponse,
  parseComplete,
  bindComplete,
  closeComplete,
  noData,
  portalSuspended,
  parameterDescription,
  rowDescription,
  dataRow,
  commandComplete,
  emptyQueryResponse,
  functionCallResponse,
  copyInResponse,
  copyOutResponse,
  copyBothResponse,
  copyData,
  copyDone
];
var backendMessages = createMessageTable("server", descriptors);
var decodeBackend = (type, body) => backendMessages.decode(type, body, 0);
var decodeBackendFrame = (frame) => backendMessages.decode(frame.readUInt8(0), frame, bodyAt);
var encodeBackend = (message) => backendMessages.encode(message);

// src/wire/frame.ts
var headerLength = 5;
var firstStep = 64 << 10;
var createFrameScanner = ({ table, consumer, limits = {} }) => {
  let within = "boundary";
  let missing = 0;
  let gathered = Buffer.alloc(0);
  let gatheredLength = 0;
  let broken = false;
  const decide = (type, length) => {
    const rule = table.rule(type);
    if (rule === void 0) throw unknownMessage(table.sender, type);
    const body = length - 4;
    if (body < 0) throw malformed(rule.name, `its length is ${String(length)}`);
    if (body > rule.limit) throw malformed(rule.name, `its ${String(body)} bytes are more than ${String(rule.limit)}`);
    const disposal = consumer.begin(type, body);
    const cap = limits[rule.name] ?? rule.collect;
    if (disposal === "collect" && body > cap)
      throw malformed(rule.name, `its ${String(body)} bytes are more than the limit of ${String(cap)}`);
    return disposal;
  };
  const gather = (chunk, from, to) => {
    const needed = gatheredLength + to - from;
    if (needed > gathered.length) {
      const whole = gatheredLength + missing;
      const grown = Buffer.allocUnsafe(Math.min(whole, Math.max(needed, gathered.length * 2, firstStep)));
      gathered.copy(grown, 0, 0, gatheredLength);
      gathered = grown;
    }
    chunk.copy(gathered, gatheredLength, from, to);
    gatheredLength = needed;
    missing -= to - from;
  };
  const cut = (next, chunk, from, length) => {
    within = next;
    missing = length;
    gathered = Buffer.alloc(0);
    gatheredLength = 0;
    gather(chunk, from, chunk.length);
  };
  const scan = (chunk, from) => {
    const { length } = chunk;
    let at = from;
    let passFrom = from;
    const flush2 = () => {
      const start = passFrom;
      passFrom = at;
      if (at > start) consumer.pass(chunk, start, at);
    };
    const moveTo = (to) => {
      at = to;
      passFrom = to;
    };
    const resumeHeader = () => {
      const to = Math.min(length, at + missing);
      gather(chunk, at, to);
      moveTo(to);
      if (missing > 0) return;
      const header = gathered;
      const word = header.readInt32BE(1);
      within = decide(header.readUInt8(0), word);
      missing = word - 4;
      if (within === "pass") consumer.pass(header, 0, headerLength);
    };
    const resumeCollect = () => {
      const to = Math.min(length, at + missing);
      gather(chunk, at, to);
      moveTo(to);
      if (missing > 0) return true;
      within = "boundary";
      const frame = gathered;
      gathered = Buffer.alloc(0);
      return consumer.frame(frame, 0, gatheredLength);
    };
    const resumeBody = () => {
      const to = Math.min(length, at + missing);
      missing -= to - at;
      if (within === "skip") moveTo(to);
      else at = to;
      if (missing === 0) within = "boundary";
    };
    const next = () => {
      if (length - at < headerLength) {
        flush2();
        cut("header", chunk, at, headerLength);
        moveTo(length);
        return true;
      }
      const taken = at === passFrom ? consumer.run?.(chunk, at) ?? at : at;
      if (taken > at) {
        moveTo(taken);
        return true;
      }
      const start = at;
      const word = chunk.readInt32BE(start + 1);
      const disposal = decide(chunk.readUInt8(start), word);
      const end = start + 1 + word;
      if (disposal !== "pass") flush2();
      if (disposal === "collect") {
        if (end > length) {
          cut("collect", chunk, start, end - start);
          moveTo(length);
          return true;
        }
        moveTo(end);
        return consumer.frame(chunk, start, end);
      }
      const to = Math.min(end, length);
      if (disposal === "skip") moveTo(to);
      else at = to;
      if (end > length) {
        within = disposal;
        missing = end - length;
      }
      return true;
    };
    try {
      if (within === "header") resumeHeader();
      if (within === "collect" && !resumeCollect()) return at;
      if (within === "pass" || within === "skip") resumeBody();
      for (; ; ) {
        if (at >= length || !next()) return at;
      }
    } finally {
      flush2();
    }
  };
  return {
    get within() {
      return within;
    },
    push: (chunk, from = 0) => {
      if (broken) throw new PgveilError("PGVEIL_INTERNAL", "a frame scanner was used after it had failed");
      if (from >= chunk.length) return chunk.length;
      broken = true;
      const taken = scan(chunk, from);
      broken = false;
      return taken;
    }
  };
};

// src/wire/frontend-authentication.ts
var shared2 = { byte: "p", family: "PasswordMessage", limit: caps.authentication };
var passwordMessage = define({
  ...shared2,
  name: "PasswordMessage",
  when: "password",
  decode: (body) => ({ type: "PasswordMessage", password: readText(body, "password") }),
  encode: (body, message) => writeText(body, message.password)
});
var saslInitialResponse = define({
  ...shared2,
  name: "SASLInitialResponse",
  when: "sasl",
  decode: (body) => {
    const mechanism = readText(body, "mechanism");
    const data = readValue(body, "initial response");
    return { type: "SASLInitialResponse", mechanism, data: data === null ? null : copyOf(data) };
  },
  encode: (body, message) => {
    writeText(body, message.mechanism);
    writeValue(body, message.data);
  }
});
var saslResponse = define({
  ...shared2,
  name: "SASLResponse",
  when: "sasl-continue",
  decode: (body) => ({ type: "SASLResponse", data: copyOf(readRest(body)) }),
  encode: (body, message) => writeBytes(body, message.data)
});
var gssResponse = define({
  ...shared2,
  name: "GSSResponse",
  when: "gss",
  decode: (body) => ({ type: "GSSResponse", data: copyOf(readRest(body)) }),
  encode: (body, message) => writeBytes(body, message.data)
});

// src/wire/frontend-extended.ts
var parse = define({
  name: "Parse",
  byte: "P",
  limit: caps.large,
  collect: collectCaps.fromClient,
  decode: (body) => ({
    type: "Parse",
    name: readText(body, "statement name"),
    query: readText(body, "query"),
    parameterTypes: readList(body, "parameter type", readOid)
  }),
  encode: (body, message) => {
    writeText(body, message.name);
    writeText(body, message.query);
    writeList(body, message.parameterTypes, writeOid);
  }
});
var bind = define({
  name: "Bind",
  byte: "B",
  limit: caps.large,
  collect: collectCaps.fromClient,
  decode: (body) => ({
    type: "Bind",
    portal: readText(body, "portal name"),
    statement: readText(body, "statement name"),
    parameterFormats: readList(body, "parameter format", readFormat),
    parameters: readList(body, "parameter", readValue),
    resultFormats: readList(body, "result format", readFormat)
  }),
  encode: (body, message) => {
    writeText(body, message.portal);
    writeText(body, message.statement);
    writeList(body, message.parameterFormats, writeInt16);
    writeList(body, message.parameters, writeValue);
    writeList(body, message.resultFormats, writeInt16);
  }
});
var readTarget = (body) => {
  const byte = readByte(body, "target");
  const target = byte === 83 ? "S" : byte === 80 ? "P" : void 0;
  if (target === void 0) throw malformed(body.message, `its target is 0x${byte.toString(16)}, neither S nor P`);
  return { target, name: readText(body, "name") };
};
var writeTarget = (body, message) => {
  writeByte(body, message.target.charCodeAt(0));
  writeText(body, message.name);
};
var describe = define({
  name: "Describe",
  byte: "D",
  limit: caps.short,
  decode: (body) => ({ type: "Describe", ...readTarget(body) }),
  encode: writeTarget
});
var close = define({
  name: "Close",
  byte: "C",
  limit: caps.short,
  decode: (body) => ({ type: "Close", ...readTarget(body) }),
  encode: writeTarget
});
var execute = define({
  name: "Execute",
  byte: "E",
  limit: caps.short,
  decode: (body) => ({ type: "Execute", portal: readText(body, "portal name"), maxRows: readInt32(body, "row limit") }),
  encode: (body, message) => {
    writeText(body, message.portal);
    writeInt32(body, message.maxRows);
  }
});
var flush = defineEmpty("Flush", "H");
var sync = defineEmpty("Sync", "S");

// src/wire/frontend-query.ts
var query = define({
  name: "Query",
  byte: "Q",
  limit: caps.large,
  collect: collectCaps.fromClient,
  decode: (body) => ({ type: "Query", query: readText(body, "query") }),
  encode: (body, message) => writeText(body, message.query)
});
var functionCall = define({
  name: "FunctionCall",
  byte: "F",
  limit: caps.large,
  collect: collectCaps.fromClient,
  decode: (body) => ({
    type: "FunctionCall",
    function: readOid(body, "function"),
    argumentFormats: readList(body, "argument format", readFormat),
    arguments: readList(body, "argument", readValue),
    resultFormat: readFormat(body, "result format")
  }),
  encode: (body, message) => {
    writeOid(body, message.function);
    writeList(body, message.argumentFormats, writeInt16);
    writeList(body, message.arguments, writeValue);
    writeInt16(body, message.resultFormat);
  }
});
var terminate = defineEmpty("Terminate", "X");

// src/wire/frontend.ts
var descriptors2 = [
  passwordMessage,
  saslInitialResponse,
  saslResponse,
  gssResponse,
  query,
  functionCall,
  terminate,
  parse,
  bind,
  describe,
  close,
  execute,
  flush,
  sync,
  copyData,
  copyDone,
  copyFail
];
var frontendMessages = createMessageTable("client", descriptors2);
var decodeFrontend = (type, body, asked) => frontendMessages.decode(type, body, 0, asked);
var decodeFrontendFrame = (frame) => frontendMessages.decode(frame.readUInt8(0), frame, bodyAt);
var encodeFrontend = (message) => frontendMessages.encode(message);

// src/wire/startup.ts
var startupLimit = 1e4;
var codes = { CancelRequest: 80877102, SSLRequest: 80877103, GSSENCRequest: 80877104 };
var spoken = 3;
var readParameters = (body) => {
  const parameters = /* @__PURE__ */ new Map();
  for (; ; ) {
    const name = readText(body, "list of parameters");
    if (name === "") return parameters;
    if (parameters.has(name)) throw malformed(body.message, "it has a parameter twice");
    parameters.set(name, readText(body, "parameter"));
  }
};
var readStartup = (body, version) => {
  const major = version >>> 16;
  const minor = version & 65535;
  if (major !== spoken)
    throw malformed(body.message, `it asks for protocol ${String(major)}.${String(minor)}, and pgveil speaks 3`);
  return { type: "StartupMessage", major, minor, parameters: readParameters(body) };
};
var readCancel = (body) => {
  const processId = readInt32(body, "process id");
  const secretKey = copyOf(readRest(body));
  if (!fitsSecretKey(secretKey.length))
    throw malformed(body.message, `its key has ${String(secretKey.length)} bytes, not 4 to 256`);
  return { type: "CancelRequest", processId, secretKey };
};
var readPacket = (code, bytes) => {
  const body = (message) => ({ message, bytes, at: 4, strict: true });
  const whole = (cursor, packet) => {
    const surplus = bytes.length - cursor.at;
    if (surplus > 0) throw malformed(cursor.message, `it has ${String(surplus)} bytes too many`);
    return packet;
  };
  switch (code) {
    case codes.SSLRequest:
      return whole(body("SSLRequest"), { type: "SSLRequest" });
    case codes.GSSENCRequest:
      return whole(body("GSSENCRequest"), { type: "GSSENCRequest" });
    case codes.CancelRequest: {
      const cursor = body("CancelRequest");
      return whole(cursor, readCancel(cursor));
    }
    default: {
      const cursor = body("StartupMessage");
      return whole(cursor, readStartup(cursor, code));
    }
  }
};
var decodeStartup = (bytes) => readPacket(readInt32({ message: "StartupMessage", bytes, at: 0, strict: true }, "code"), bytes);
var encodeStartup = (packet) => {
  const draft = { message: packet.type, bytes: Buffer.allocUnsafe(64), length: 4 };
  switch (packet.type) {
    case "SSLRequest":
    case "GSSENCRequest":
      writeInt32(draft, codes[packet.type]);
      break;
    case "CancelRequest":
      if (!fitsSecretKey(packet.secretKey.length)) throw unencodable(packet.type, "its key has not 4 to 256 bytes");
      writeInt32(draft, codes.CancelRequest);
      writeInt32(draft, packet.processId);
      writeBytes(draft, packet.secretKey);
      break;
    case "StartupMessage":
      writeUint16(draft, packet.major);
      writeUint16(draft, packet.minor);
      for (const [name, value] of packet.parameters) {
        if (name === "") throw unencodable(packet.type, "a parameter has no name");
        writeText(draft, name);
        writeText(draft, value);
      }
      writeText(draft, "");
      break;
    default:
      return packet;
  }
  if (draft.length - 4 > startupLimit) throw unencodable(packet.type, `it is longer than ${String(startupLimit)} bytes`);
  draft.bytes.writeInt32BE(draft.length, 0);
  return draft.bytes.subarray(0, draft.length);
};
var createStartupReader = () => {
  let bytes = Buffer.alloc(0);
  let wanted = 4;
  let done = false;
  const take = (chunk) => {
    const missing = wanted - bytes.length;
    bytes = Buffer.concat([bytes, chunk.subarray(0, missing)]);
    return chunk.subarray(missing);
  };
  return {
    get begun() {
      return bytes.length > 0;
    },
    push: (chunk) => {
      if (done) throw new PgveilError("PGVEIL_INTERNAL", "a start-up reader was used for a second packet");
      let rest = take(chunk);
      if (wanted === 4 && bytes.length === 4) {
        const length = bytes.readInt32BE(0);
        if (length < 8 || length - 4 > startupLimit) throw malformed("StartupMessage", `its length is ${String(length)}`);
        wanted = length;
        rest = take(rest);
      }
      if (bytes.length < wanted) return void 0;
      done = true;
      return { packet: decodeStartup(bytes.subarray(4)), surplus: rest };
    }
  };
};

// src/gateway/upstream-messages.ts
var encodeSslRequest = () => encodeStartup({ type: "SSLRequest" });
var encodeCancel = (processId, secretKey) => encodeStartup({ type: "CancelRequest", processId, secretKey });
var encodeStartup2 = (minor, parameters) => encodeStartup({ type: "StartupMessage", major: 3, minor, parameters });
var encodeAnswer = (answer) => {
  switch (answer.kind) {
    case "password":
      return encodeFrontend({ type: "PasswordMessage", password: answer.password });
    case "sasl-initial":
      return encodeFrontend({ type: "SASLInitialResponse", mechanism: answer.mechanism, data: Buffer.from(answer.data) });
    case "sasl-response":
      return encodeFrontend({ type: "SASLResponse", data: Buffer.from(answer.data) });
    default:
      return answer;
  }
};
var request = (asked) => ({ type: "Authentication", request: asked });
var read = (message) => {
  switch (message.type) {
    case "AuthenticationOk":
      return request({ kind: "ok" });
    case "AuthenticationCleartextPassword":
      return request({ kind: "cleartext" });
    case "AuthenticationMD5Password":
      return request({ kind: "md5", salt: message.salt });
    case "AuthenticationSASL":
      return request({ kind: "sasl", mechanisms: message.mechanisms });
    case "AuthenticationSASLContinue":
      return request({ kind: "sasl-continue", data: message.data.toString("utf8") });
    case "AuthenticationSASLFinal":
      return request({ kind: "sasl-final", data: message.data.toString("utf8") });
    case "AuthenticationKerberosV5":
    case "AuthenticationGSS":
    case "AuthenticationGSSContinue":
    case "AuthenticationSSPI":
      return request({ kind: "unsupported", name: message.type.slice("Authentication".length) });
    case "NegotiateProtocolVersion":
      return { type: "NegotiateProtocolVersion", minor: message.minor };
    case "ParameterStatus":
    case "BackendKeyData":
      return message;
    case "ErrorResponse":
      return { type: "ErrorResponse", sqlstate: message.fields.get("C") ?? "" };
    case "NoticeResponse":
      return { type: "NoticeResponse" };
    case "ReadyForQuery":
      return { type: "ReadyForQuery" };
    default:
      return { type: "other", name: message.type };
  }
};
var createStartupReader2 = () => {
  let chunk = Buffer.alloc(0);
  let found;
  const scanner = createFrameScanner({
    table: backendMessages,
    // No message of a start-up is longer, and a server that is none shall claim no memory.
    limits: { DataRow: 0, CopyData: 0, FunctionCallResponse: 0 },
    consumer: {
      begin: () => "collect",
      pass: () => void 0,
      frame: (source, start, end) => {
        found = read(decodeBackend(source[start] ?? 0, source.subarray(start + 5, end)));
        return false;
      }
    }
  });
  return {
    push: (more) => {
      chunk = Buffer.concat([chunk, more]);
    },
    next: () => {
      found = void 0;
      chunk = chunk.subarray(scanner.push(chunk));
      return found;
    },
    rest: () => chunk
  };
};

// src/gateway/upstream-socket.ts
import { once } from "node:events";
import { connect as connectTcp } from "node:net";
import { connect as connectTls } from "node:tls";

// src/gateway/loopback.ts
import { isIP } from "node:net";
var isLoopback = (address) => address !== void 0 && (address === "::1" || isIP(address) !== 0 && /^(?:::ffff:)?127\./i.test(address));

// src/gateway/upstream-socket.ts
var ignore = () => void 0;
var until = async (socket, event, signal) => {
  try {
    await once(socket, event, { signal });
  } catch (error) {
    socket.destroy();
    throw signal.aborted ? signal.reason : error;
  }
};
var startTls = async (target, socket, signal) => {
  const tls = connectTls({ ...await upstreamTlsOptions(target.tls, target.host), socket, host: target.host });
  tls.on("error", ignore);
  await until(tls, "secureConnect", signal);
  if (target.tls.negotiation === "direct" && tls.alpnProtocol !== alpn) {
    tls.destroy();
    throw upstreamError(target, "it did not agree to ALPN postgresql", "Use sslnegotiation=postgres.");
  }
  tls.pause();
  const certificate = tls.getPeerX509Certificate();
  return {
    socket: tls,
    transport: {
      tls: true,
      verified: target.tls.mode === "verify-full",
      loopback: isLoopback(socket.remoteAddress),
      certificateHash: certificate === void 0 ? void 0 : certificateHash(certificate.raw)
    }
  };
};
var askForTls = async (target, socket, signal) => {
  const inbox = createInbox(socket, signal);
  socket.write(encodeSslRequest());
  try {
    const answer = await inbox.read();
    const surplus = inbox.release();
    if (answer.length !== 1 || surplus.length > 0)
      throw upstreamError(target, "it sent more than one byte before TLS", "Check what answers at that address.");
    const [byte] = answer.toString("latin1");
    if (byte === "S") return true;
    if (byte === "N") return false;
    throw upstreamError(target, "it does not answer as PostgreSQL does", "Check what answers at that address.");
  } catch (error) {
    inbox.release();
    throw error;
  }
};
var readSize = 64 << 10;
var connectReusing = (where) => {
  const socket = connectTcp({
    ...where,
    onread: {
      buffer: Buffer.allocUnsafeSlow(readSize),
      callback: (length, buffer) => {
        socket.emit("data", Buffer.from(buffer.buffer, buffer.byteOffset, length));
        return true;
      }
    }
  });
  return socket;
};
var open = async (target, signal) => {
  const local = target.host.startsWith("/");
  const socket = local ? connectReusing({ path: `${target.host}/.s.PGSQL.${String(target.port)}` }) : connectReusing({ host: target.host, port: target.port, noDelay: true, keepAlive: true });
  socket.on("error", ignore);
  await until(socket, "connect", signal);
  const plain = {
    socket,
    transport: { tls: false, verified: false, loopback: local || isLoopback(socket.remoteAddress), certificateHash: void 0 }
  };
  if (local || target.tls.mode === "disable") return plain;
  try {
    if (target.tls.negotiation === "direct" || await askForTls(target, socket, signal))
      return await startTls(target, socket, signal);
  } catch (error) {
    socket.destroy();
    throw error;
  }
  if (target.tls.mode === "prefer") return plain;
  socket.destroy();
  throw upstreamError(target, "it offers no TLS", "Turn TLS on there, or lower sslmode if the network is trusted.");
};
var openUpstreamSocket = async (target, signal) => {
  try {
    return await open(target, signal);
  } catch (error) {
    throw connectionError(target, error);
  }
};

// src/gateway/upstream.ts
var required = { standard_conforming_strings: "on", client_encoding: "UTF8" };
var createStartup = (options, transport, answer) => {
  const { target, credential } = options;
  const login = createUpstreamLogin({ credential, transport, nonce: () => randomBytes(18).toString("base64") });
  const parameters = /* @__PURE__ */ new Map();
  let { protocolMinor } = options;
  let method;
  let key;
  const ready = () => {
    if (method === void 0 || key === void 0)
      throw upstreamError(target, "it was ready before the log-in was complete", "Check what answers at that address.");
    for (const [name, value] of Object.entries(required)) {
      if (parameters.get(name) !== value)
        throw upstreamError(target, `its ${name} is not ${value}`, "Let a pooler in between pass start-up parameters on.");
    }
    return { parameters, ...key, protocolMinor, method };
  };
  return async (message) => {
    switch (message.type) {
      case "Authentication": {
        const step = await login(message.request);
        if (step.kind === "done") method = step.method;
        else if (step.kind !== "nothing") answer(encodeAnswer(step));
        return void 0;
      }
      case "NegotiateProtocolVersion":
        protocolMinor = Math.min(protocolMinor, message.minor);
        return void 0;
      case "ParameterStatus":
        parameters.set(message.name, message.value);
        return void 0;
      case "BackendKeyData":
        key = { processId: message.processId, secretKey: message.secretKey };
        return void 0;
      case "NoticeResponse":
        return void 0;
      case "ErrorResponse":
        throw serverError(target, message.sqlstate);
      case "ReadyForQuery":
        return ready();
      case "other":
        throw upstreamError(target, `it sent ${message.name} during start-up`, "Check what answers at that address.");
      default:
        return message;
    }
  };
};
var deadline = (target, signal) => {
  const timeout = AbortSignal.timeout(target.connectTimeoutMs);
  return signal === void 0 ? timeout : AbortSignal.any([signal, timeout]);
};
var logIn = async (options, { socket, transport }, signal) => {
  const { target, credential } = options;
  const inbox = createInbox(socket, signal);
  try {
    const reader = createStartupReader2();
    const take = createStartup(options, transport, (bytes) => socket.write(bytes));
    const parameters = new Map([["user", credential.user], ["database", target.database], ...options.parameters]);
    socket.write(encodeStartup2(options.protocolMinor, parameters));
    for (; ; ) {
      const message = reader.next();
      if (message === void 0) {
        reader.push(await inbox.read());
        continue;
      }
      const session = await take(message);
      if (session !== void 0) {
        return { socket, transport, ...session, surplus: Buffer.concat([reader.rest(), inbox.release()]) };
      }
    }
  } finally {
    inbox.release();
  }
};
var connectUpstream = async (options) => {
  const signal = deadline(options.target, options.signal);
  const opened = await openUpstreamSocket(options.target, signal);
  try {
    return await logIn(options, opened, signal);
  } catch (error) {
    opened.socket.destroy();
    throw connectionError(options.target, error);
  }
};
var cancelUpstream = async (target, processId, secretKey, given) => {
  const signal = deadline(target, given);
  const { socket } = await openUpstreamSocket(target, signal);
  try {
    socket.resume();
    socket.end(encodeCancel(processId, secretKey));
    if (!socket.closed) await once2(socket, "close", { signal });
  } catch (error) {
    throw connectionError(target, error);
  } finally {
    socket.destroy();
  }
};

// src/wire/error-response.ts
var fieldsOf = (report) => {
  const fields = /* @__PURE__ */ new Map();
  const put = (key, value) => {
    if (value !== void 0) fields.set(key, value.replaceAll("\0", "\uFFFD"));
  };
  put("S", report.severity);
  put("V", report.severity);
  put("C", report.code);
  put("M", report.message);
  put("D", report.detail);
  put("H", report.hint);
  put("P", report.position?.toString());
  return fields;
};
var errorResponse2 = (report) => encodeBackend({ type: "ErrorResponse", fields: fieldsOf(report) });

// src/session/refusals.ts
var auditUnavailable = {
  rule: "audit.unavailable",
  sqlstate: "58030",
  message: "pgveil refuses the statement: the audit does not accept its record (rule audit.unavailable)",
  hint: "Ask whoever runs pgveil to look at its log and at the space left where the audit is written."
};
var auditUndelivered = {
  rule: "audit.undelivered",
  sqlstate: "58030",
  message: "pgveil withholds the result: a required store of the audit does not take the statement's record (rule audit.undelivered)",
  hint: "Run it again when the store takes records; whoever runs pgveil finds the cause in its log."
};
var noEnvironment = {
  rule: "session.failed-transaction",
  sqlstate: "25P02",
  message: "current transaction is aborted, commands ignored until end of transaction block",
  hint: "Send ROLLBACK first."
};
var unknownStatement = (name) => ({
  rule: "session.unknown-statement",
  sqlstate: "26000",
  message: name === "" ? "unnamed prepared statement does not exist" : `prepared statement "${name}" does not exist`,
  hint: "Prepare it in this session."
});
var copyInScript = {
  rule: "session.copy-in-script",
  sqlstate: "0A000",
  message: "pgveil refuses COPY FROM STDIN behind statements of the same text that it depends on (rule session.copy-in-script)",
  hint: "Send the COPY in a Query of its own."
};
var functionCall2 = {
  rule: "protocol.function-call",
  sqlstate: "0A000",
  message: "pgveil refuses the fastpath function call message (rule protocol.function-call)",
  hint: "Call the function in a SELECT."
};
var noAnswer = (sqlstate) => ({
  rule: "session.no-answer",
  sqlstate,
  message: `pgveil could not ask the server what it has to know to judge the statement: SQLSTATE ${sqlstate} (rule session.no-answer)`,
  hint: "Run it again; if statement_timeout is very low, raise it."
});
var catalogChanged = {
  rule: "session.catalog-changed",
  sqlstate: "40001",
  message: "pgveil withholds the result: another session changed what the statement reads while it ran (rule session.catalog-changed)",
  hint: "Run it again."
};
var limitRows = (limit) => ({
  rule: "limit.rows",
  sqlstate: "54000",
  message: `pgveil ends the result: more than ${String(limit)} rows (rule limit.rows)`,
  hint: "Add a LIMIT, or aggregate."
});
var limitBytes = (limit) => ({
  rule: "limit.bytes",
  sqlstate: "54000",
  message: `pgveil ends the result: more than ${String(limit)} bytes (rule limit.bytes)`,
  hint: "Select fewer columns or rows."
});
var limitRowSize = (limit) => ({
  rule: "limit.row-size",
  sqlstate: "54000",
  message: `pgveil ends the result: a row that has to be masked is larger than ${String(limit)} bytes (rule limit.row-size)`,
  hint: "Leave the large or the classified columns out, or select a part of them."
});
var limitStatements = (limit) => ({
  rule: "limit.statements",
  sqlstate: "53400",
  message: `pgveil refuses the statement: this session has run ${String(limit)} statements (rule limit.statements)`,
  hint: "Open a new connection."
});
var verbatim = /* @__PURE__ */ new Set([noEnvironment.rule, unknownStatement("").rule]);
var refusalResponse = ({ rule, sqlstate, message, hint }) => errorResponse2({ severity: "ERROR", code: sqlstate, message, hint: verbatim.has(rule) ? void 0 : hint });

export {
  backendMessages,
  decodeBackend,
  decodeBackendFrame,
  encodeBackend,
  frontendMessages,
  decodeFrontend,
  decodeFrontendFrame,
  encodeFrontend,
  createFrameScanner,
  errorResponse2 as errorResponse,
  auditUnavailable,
  auditUndelivered,
  noEnvironment,
  unknownStatement,
  copyInScript,
  functionCall2 as functionCall,
  noAnswer,
  catalogChanged,
  limitRows,
  limitBytes,
  limitRowSize,
  limitStatements,
  refusalResponse,
  isLoopback,
  createStartupReader,
  createInbox,
  connectUpstream,
  cancelUpstream
};
