import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  PgveilError
} from "./chunk-HUYNEIJX.js";

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
var readField = (body) => {
  const start = body.at;
  const field = {
    name: readText(body, "field name"),
    table: readOid(body, "table"),
    attnum: readInt16(body, "attribute number"),
    type: readOid(body, "type"),
    typlen: readInt16(body, "type length"),
    typmod: readInt32(body, "type modifier"),
    format: readFormat(body, "field format")
  };
  return { ...field, raw: copyOf(body.bytes.subarray(start, body.at)) };
};
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
var createMessageTable = (sender, descriptors2) => {
  const entries = descriptors2;
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
    decode: (byte, body, when) => {
      const sharing = byByte[byte];
      const rule = rules[byte];
      if (sharing === void 0 || rule === void 0) throw unknownMessage(sender, byte);
      if (body.length > rule.limit) throw malformed(rule.name, `it is longer than ${String(rule.limit)} bytes`);
      const cursor = { message: rule.name, bytes: body, at: 0, strict: sender === "client" };
      const message = pick(sharing, cursor, when).decode(cursor);
      const surplus = body.length - cursor.at;
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
var decodeBackend = (type, body) => backendMessages.decode(type, body);
var encodeBackend = (message) => backendMessages.encode(message);

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
var functionCall = {
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
  caps,
  collectCaps,
  define,
  defineEmpty,
  malformed,
  unknownMessage,
  unencodable,
  readByte,
  readInt32,
  readOid,
  readRest,
  copyOf,
  readText,
  readValue,
  readList,
  readFormat,
  writeByte,
  writeInt16,
  writeUint16,
  writeInt32,
  writeOid,
  writeBytes,
  writeText,
  writeValue,
  writeList,
  copyData,
  copyDone,
  copyFail,
  createMessageTable,
  fitsSecretKey,
  backendMessages,
  decodeBackend,
  encodeBackend,
  errorResponse2 as errorResponse,
  auditUnavailable,
  noEnvironment,
  unknownStatement,
  copyInScript,
  functionCall,
  noAnswer,
  catalogChanged,
  limitRows,
  limitBytes,
  limitRowSize,
  limitStatements,
  refusalResponse
};
