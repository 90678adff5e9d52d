import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  iso_exports
} from "./chunk-3R3MEIAV.js";
import {
  _enum,
  _gte,
  _regex,
  array,
  custom,
  discriminatedUnion,
  int,
  literal,
  nullable,
  number,
  object,
  optional,
  strictObject,
  string
} from "./chunk-G5DACBIO.js";
import {
  PgveilError,
  errorText
} from "./chunk-YKELLRG3.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/audit/verify.ts
init_define_navigator();

// src/audit/chain.ts
init_define_navigator();
import { hash as hashOnce } from "node:crypto";

// src/audit/event-text.ts
init_define_navigator();

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
var hashFits = (line, { prev, hash: hash2 }) => hashOf(prev, line.subarray(0, -tailLength)) === hash2 && line.subarray(-tailLength).equals(Buffer.from(`${beforeHash}${hash2}${afterHash}`));
var rootOf = (records, last) => {
  const count2 = Buffer.alloc(8);
  count2.writeBigUInt64BE(BigInt(records));
  return sha256(Buffer.concat([domain("root"), count2, Buffer.from(last, "hex")]));
};

// src/audit/record.ts
init_define_navigator();
var count = int().check(_gte(0));
var ordinal = int().check(_gte(1));
var hash = string().check(_regex(/^[0-9a-f]{64}$/));
var text = string();
var texts = array(text);
var claims = custom(
  (value) => typeof value === "object" && value !== null && !Array.isArray(value) && Object.values(value).every((claim) => typeof claim === "string")
);
var statement = { session: ordinal, statement: ordinal };
var event = discriminatedUnion("type", [
  strictObject({
    type: literal("session-start"),
    session: ordinal,
    principal: text,
    groups: texts,
    claims,
    database: text,
    credential: text,
    application: text
  }),
  strictObject({
    type: literal("session-end"),
    session: ordinal,
    reason: _enum(["client", "server", "error", "shutdown", "limit"]),
    statements: count
  }),
  strictObject({ type: literal("auth-failed"), user: text, database: text, reason: text }),
  strictObject({
    type: literal("statement"),
    ...statement,
    kind: text,
    sql: text,
    fingerprint: text,
    relations: texts,
    columns: array(
      strictObject({
        name: text,
        classes: texts,
        sources: texts,
        sourceColumns: optional(texts),
        treatment: text,
        reason: text
      })
    ),
    verdict: _enum(["forward", "refuse"]),
    refusal: optional(strictObject({ rule: text, sqlstate: text, message: text, hint: text })),
    notes: texts
  }),
  strictObject({
    type: literal("result"),
    ...statement,
    rows: count,
    bytes: count,
    milliseconds: number().check(_gte(0)),
    sqlstate: optional(text),
    tag: optional(text),
    sample: optional(array(array(nullable(text))))
  }),
  strictObject({
    type: literal("detected"),
    ...statement,
    fingerprint: text,
    column: text,
    source: optional(text),
    class: text,
    hits: ordinal,
    of: ordinal
  }),
  strictObject({
    type: literal("fault"),
    ...statement,
    witness: _enum(["server", "second-reader", "shape"]),
    detail: text
  }),
  strictObject({ type: literal("catalog"), database: text, version: text }),
  strictObject({
    type: literal("log-start"),
    format: literal(1),
    checkpointEvery: ordinal,
    algorithm: literal("Ed25519"),
    publicKey: text
  }),
  strictObject({ type: literal("checkpoint"), records: count, root: hash, signature: text }),
  strictObject({
    type: literal("head"),
    records: count,
    root: hash,
    algorithm: literal("Ed25519"),
    publicKey: text,
    signature: text
  })
]);
var schema = strictObject({
  seq: ordinal,
  time: iso_exports.datetime({ precision: 3 }),
  prev: hash,
  event,
  hash
});
var start = object({ event: object({ type: literal("log-start"), format: int() }) });
var readRecord = (line) => {
  let value;
  try {
    value = JSON.parse(line.toString("utf8"));
  } catch {
    return { kind: "malformed", place: "it is not JSON" };
  }
  const other = start.safeParse(value);
  if (other.success && other.data.event.format !== 1) return { kind: "other-format", format: other.data.event.format };
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    return { kind: "malformed", place: `its member ${parsed.error.issues[0]?.path.map(String).join(".") || "names"} is wrong` };
  }
  if (!Buffer.from(JSON.stringify(value)).equals(line)) return { kind: "malformed", place: "it is not in canonical form" };
  return { kind: "record", record: parsed.data };
};

// src/audit/signature.ts
init_define_navigator();
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from "node:crypto";
var signedText = ({ kind, records, root, time }) => Buffer.from(`pgveil audit ${kind} v1
${String(records)}
${root}
${time}
`);
var signatureFits = (signed, signature, publicKey) => {
  const bytes = Buffer.from(signature, "base64");
  return bytes.toString("base64") === signature && verify(null, signedText(signed), publicKey, bytes);
};
var parsePublicKey = (text2) => {
  try {
    const key = createPublicKey({ key: Buffer.from(text2, "base64"), format: "der", type: "spki" });
    const same = key.export({ format: "der", type: "spki" }).toString("base64") === text2;
    return same && key.asymmetricKeyType === "ed25519" ? key : void 0;
  } catch {
    return void 0;
  }
};

// src/audit/verify.ts
var readLine = (line) => {
  if (line.kind === "too-long") return { flaw: "malformed", message: "the line is longer than any that pgveil writes" };
  if (line.kind === "cut") return { flaw: "cut-line", message: "the line has no end: the log was cut, or its writer was killed" };
  const read = readRecord(line.bytes);
  if (read.kind === "malformed") return { flaw: "malformed", message: `the line is no record of pgveil: ${read.place}` };
  if (read.kind === "other-format") {
    return { flaw: "other-format", message: `the log has format ${String(read.format)}, and this pgveil reads format 1` };
  }
  return hashFits(line.bytes, read.record) ? read.record : { flaw: "changed", message: "the record was changed: its hash is not the one that it states" };
};
var signatureFlaw = (chain, { time }, signed) => {
  const { records, root, signature } = signed;
  if (records !== chain.records || root !== rootOf(chain.records, chain.last)) {
    return { flaw: "signature", message: `the ${signed.type} is not of the records before it` };
  }
  return signatureFits({ kind: signed.type, records, root, time }, signature, chain.key) ? void 0 : {
    flaw: "signature",
    message: `the ${signed.type} is not signed by the log's key: records before it were changed, or it was`
  };
};
var flawOf = (chain, record) => {
  const { event: event2, seq, prev } = record;
  if (seq !== chain.records + 1 || prev !== chain.last || event2.type === "log-start") {
    return { flaw: "out-of-place", message: "the record does not follow the one before it: one was removed, added or moved" };
  }
  const due = seq % (chain.start.checkpointEvery + 1) === 0;
  if (due !== (event2.type === "checkpoint")) {
    return { flaw: "checkpoint", message: due ? "a checkpoint is missing here" : "no checkpoint belongs here" };
  }
  if (event2.type === "head" && event2.publicKey !== chain.start.publicKey) {
    return { flaw: "other-key", message: "the head names another key than the start of the log" };
  }
  return event2.type === "checkpoint" || event2.type === "head" ? signatureFlaw(chain, record, event2) : void 0;
};
var begin = ({ event: event2, seq, prev, hash: hash2 }, expectedKey) => {
  if (seq !== 1 || prev !== genesis || event2.type !== "log-start") {
    return { flaw: "out-of-place", message: "the record is not the start of a log: what came before it was removed" };
  }
  const key = parsePublicKey(event2.publicKey);
  if (key === void 0) return { flaw: "other-key", message: "the log names no Ed25519 key" };
  if (expectedKey !== void 0 && expectedKey !== event2.publicKey) {
    return { flaw: "other-key", message: "the log was signed by another key than the expected one" };
  }
  return { records: 1, last: hash2, start: event2, key };
};
var checkRecords = function* (lines, expectedKey) {
  let chain;
  let from = "";
  let head;
  let signed = 0;
  const broken = ({ flaw, message }) => ({
    ok: false,
    flaw,
    record: (chain?.records ?? 0) + 1,
    message,
    signed
  });
  for (const line of lines) {
    if (head !== void 0) return broken({ flaw: "after-head", message: "something was added after the head" });
    const record = readLine(line);
    if ("flaw" in record) return broken(record);
    if (chain === void 0) {
      const begun = begin(record, expectedKey);
      if ("flaw" in begun) return broken(begun);
      chain = begun;
      from = record.time;
    } else {
      const flaw = flawOf(chain, record);
      if (flaw !== void 0) return broken(flaw);
      chain = { ...chain, records: record.seq, last: record.hash };
    }
    if (record.event.type === "checkpoint") signed = record.seq - 1;
    if (record.event.type === "head") head = record;
    yield record;
  }
  if (chain === void 0) return broken({ flaw: "empty", message: "there is no record" });
  if (head === void 0) {
    return broken({
      flaw: "no-head",
      message: "the log has no head: its end was cut off, or its writer still runs or was killed"
    });
  }
  return { ok: true, records: chain.records, publicKey: chain.start.publicKey, from, to: head.time };
};

// src/audit/read.ts
init_define_navigator();
import { closeSync, openSync, readSync } from "node:fs";

// src/audit/lines.ts
init_define_navigator();
var newline = 10;
var splitLines = function* (chunks, longest) {
  let held = [];
  let length = 0;
  for (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(newline); at !== -1; at = chunk.indexOf(newline, from)) {
      const piece = chunk.subarray(from, at);
      from = at + 1;
      if (length + piece.length > longest) {
        yield { kind: "too-long" };
        return;
      }
      yield { kind: "line", bytes: held.length === 0 ? piece : Buffer.concat([...held, piece]) };
      held = [];
      length = 0;
    }
    const rest = chunk.subarray(from);
    length += rest.length;
    if (length > longest) {
      yield { kind: "too-long" };
      return;
    }
    if (rest.length > 0) held.push(rest);
  }
  if (held.length > 0) yield { kind: "cut", bytes: Buffer.concat(held) };
};

// src/audit/read.ts
var chunkLength = 1 << 16;
var readChunks = function* (file) {
  const descriptor = openSync(file, "r");
  try {
    for (; ; ) {
      const chunk = Buffer.allocUnsafeSlow(chunkLength);
      const length = readSync(descriptor, chunk);
      if (length === 0) return;
      yield chunk.subarray(0, length);
    }
  } finally {
    closeSync(descriptor);
  }
};
var readLines = function* (file) {
  try {
    yield* splitLines(readChunks(file), longestLine);
  } catch (error) {
    throw new PgveilError("PGVEIL_AUDIT", `the audit log ${file} cannot be read: ${errorText(error)}`, {
      remedy: "Check the name and the rights of the file.",
      cause: error
    });
  }
};
var verifyFile = (file, { publicKey, onRecord } = {}) => {
  const records = checkRecords(readLines(file), publicKey);
  for (; ; ) {
    const next = records.next();
    if (next.done === true) return next.value;
    onRecord?.(next.value);
  }
};
var readSound = function* (file, publicKey) {
  let current;
  const noted = function* () {
    for (const line of readLines(file)) {
      current = line;
      yield line;
    }
    current = void 0;
  };
  const records = checkRecords(noted(), publicKey);
  for (; ; ) {
    const next = records.next();
    if (next.done === true) return { verdict: next.value, flawed: current?.kind === "line" ? current.bytes : void 0 };
    if (current?.kind === "line") yield { record: next.value, bytes: current.bytes };
  }
};

export {
  readRecord,
  parsePublicKey,
  checkRecords,
  readLines,
  verifyFile,
  readSound
};
