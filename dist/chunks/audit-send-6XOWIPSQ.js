import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  defineCommand
} from "./chunk-KDWMGSVK.js";
import {
  readPolicyFile
} from "./chunk-AIMGHOTB.js";
import {
  readSound
} from "./chunk-452EH6UR.js";
import "./chunk-3R3MEIAV.js";
import {
  resolveSinks
} from "./chunk-QDQDC4X5.js";
import {
  printable
} from "./chunk-7E2PMM4C.js";
import "./chunk-4TIDE7AX.js";
import {
  AwsClient,
  StoreFailure,
  answerTime,
  ask,
  lastOf,
  refusalOf
} from "./chunk-AYCFBX33.js";
import "./chunk-VDEXSPJ2.js";
import "./chunk-IVPIFDTZ.js";
import "./chunk-TUBAPXYN.js";
import "./chunk-YM7ACMYJ.js";
import "./chunk-5BZJKHHS.js";
import "./chunk-G5DACBIO.js";
import "./chunk-ELP4KOE3.js";
import {
  PgveilError,
  errorText
} from "./chunk-YKELLRG3.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/cli/audit-send.ts
init_define_navigator();
import { readFileSync } from "node:fs";
import { resolve as resolve2 } from "node:path";

// src/audit/sinks/send.ts
init_define_navigator();

// src/audit/sinks/custody.ts
init_define_navigator();
import { setTimeout as sleepFor } from "node:timers/promises";

// src/audit/sinks/courier.ts
init_define_navigator();
var mostRecords = 1e3;
var mostBytes = 4 << 20;
var mostWaiting = 64 << 20;
var firstPause = 200;
var longestPause = 1e4;
var firstRefusedPause = 5e3;
var longestRefusedPause = 6e4;
var reasonOf = (error) => {
  if (error instanceof StoreFailure) return error.message;
  return error instanceof Error ? error.name : "it failed";
};
var createCourier = (options) => {
  const { name, sink, clock, onState } = options;
  const closing = new AbortController();
  const stopping = new AbortController();
  let queue = [];
  let waitingBytes = 0;
  let last = 0;
  let waiters = [];
  let failure;
  let said;
  let lost = false;
  let running;
  const fail2 = (error, state) => {
    const reason = reasonOf(error);
    if (said !== reason || state === "lost") onState(state, reason);
    said = reason;
    failure = new PgveilError("PGVEIL_AUDIT", `the audit store ${name} does not take records: ${reason}`, {
      remedy: state === "lost" ? "Mend the store; pgveil audit send brings it what it has missed." : "Mend the store: it gets what it has missed as soon as it takes records again.",
      cause: error
    });
    const all = waiters;
    waiters = [];
    for (const { reject } of all) reject(failure);
  };
  const lose = (error) => {
    lost = true;
    stopping.abort();
    queue = [];
    waitingBytes = 0;
    fail2(error, "lost");
  };
  const done = (batch) => {
    if (lost) return;
    queue.splice(0, batch.length);
    for (const { line } of batch) waitingBytes -= line.length;
    last = batch.at(-1)?.seq ?? last;
    if (failure !== void 0) onState("delivering", `it has all records up to ${String(last)}`);
    failure = void 0;
    said = void 0;
    const ready = waiters.filter(({ seq }) => seq <= last);
    waiters = waiters.filter(({ seq }) => seq > last);
    for (const { resolve: resolve3 } of ready) resolve3();
  };
  const nextBatch = () => {
    let bytes = 0;
    const batch = [];
    for (const record of queue) {
      if (batch.length === mostRecords || batch.length > 0 && bytes + record.line.length > mostBytes) break;
      batch.push(record);
      bytes += record.line.length;
    }
    return batch;
  };
  const pauseBefore = (attempt, asked) => (asked ?? 0) + options.random() * Math.min(longestPause, firstPause * 2 ** attempt);
  const refusedPauseBefore = (attempt) => {
    const most2 = Math.min(longestRefusedPause, firstRefusedPause * 2 ** attempt);
    return most2 * (1 + options.random()) / 2;
  };
  const afterFailure = async (error, attempt, since) => {
    if (!(error instanceof StoreFailure) || error.passes) {
      const pause = pauseBefore(attempt, error instanceof StoreFailure ? error.retryAfter : void 0);
      if (clock() - since + pause > options.patience) fail2(error, "failing");
      await options.sleep(pause, stopping.signal);
    } else if (error.final) {
      lose(error);
    } else {
      fail2(error, "failing");
      if (closing.signal.aborted) stopping.abort();
      else await options.sleep(refusedPauseBefore(attempt), closing.signal);
    }
  };
  const bring = async (batch) => {
    const since = clock();
    for (let attempt = 0; !stopping.signal.aborted; attempt += 1) {
      try {
        await sink.deliver(batch);
        done(batch);
        return;
      } catch (error) {
        await afterFailure(error, attempt, since);
      }
    }
  };
  const run = async () => {
    while (queue.length > 0 && !stopping.signal.aborted) {
      if (options.linger > 0 && queue.length < mostRecords) await options.sleep(options.linger, closing.signal);
      await bring(nextBatch());
    }
    running = void 0;
  };
  const start = () => {
    running ??= run();
  };
  return {
    take: (record) => {
      if (lost) return;
      queue.push(record);
      waitingBytes += record.line.length;
      if (waitingBytes > mostWaiting) lose(new StoreFailure("too many records wait for it", { passes: false, final: true }));
      else start();
    },
    get failure() {
      return failure;
    },
    delivered: (seq) => {
      if (seq <= last) return void 0;
      if (failure !== void 0) return Promise.reject(failure);
      return new Promise((resolve3, reject) => {
        waiters.push({ seq, resolve: resolve3, reject });
      });
    },
    close: async (milliseconds) => {
      closing.abort();
      const timer = setTimeout(() => {
        stopping.abort();
      }, milliseconds);
      try {
        await running;
      } finally {
        clearTimeout(timer);
        stopping.abort();
      }
      const left = queue.length;
      await sink.close().catch(() => void 0);
      return left;
    }
  };
};

// src/audit/sinks/custody.ts
var optionalLinger = 500;
var sleep = async (milliseconds, signal) => {
  await sleepFor(milliseconds, void 0, { signal }).catch(() => void 0);
};
var createCustody = ({ sinks, clock, random, report }) => {
  let last = 0;
  const couriers = sinks.map(({ name, sink, required: required2, patience }) => ({
    name,
    required: required2,
    courier: createCourier({
      name,
      sink,
      patience,
      linger: required2 ? 0 : optionalLinger,
      clock,
      sleep,
      random,
      onState: (state, detail) => {
        report(state === "delivering" ? "info" : "error", `audit store ${name}: ${state}: ${detail}`);
      }
    })
  }));
  const required = couriers.filter((one) => one.required);
  return {
    take: (record) => {
      last = record.seq;
      for (const { courier } of couriers) courier.take(record);
    },
    check: () => {
      for (const { courier } of required) if (courier.failure !== void 0) throw courier.failure;
    },
    settled: () => {
      const waits = required.flatMap(({ courier }) => courier.delivered(last) ?? []);
      return waits.length === 0 ? void 0 : Promise.all(waits).then(() => void 0);
    },
    close: async (milliseconds) => {
      const lacking = await Promise.all(
        couriers.map(async (one) => {
          const left = await one.courier.close(milliseconds);
          const whole = left === 0 && one.courier.failure === void 0;
          if (!whole) report("error", `audit store ${one.name}: it lacks records: pgveil audit send brings them`);
          return whole || !one.required ? [] : [one.name];
        })
      );
      return lacking.flat();
    }
  };
};

// src/audit/sinks/open.ts
init_define_navigator();

// src/audit/log.ts
init_define_navigator();

// src/audit/file.ts
init_define_navigator();
import { closeSync, constants, fdatasync, fdatasyncSync, fstatSync, fsyncSync, openSync, writeSync } from "node:fs";
import { dirname } from "node:path";
var fail = (file, what, options = {}) => new PgveilError("PGVEIL_AUDIT", `the audit log ${file} ${what}`, options);
var { O_APPEND, O_CREAT, O_EXCL, O_NOFOLLOW, O_NONBLOCK, O_WRONLY } = constants;
var openEmpty = (file) => {
  try {
    return openSync(file, O_WRONLY | O_APPEND | O_CREAT | O_EXCL, 384);
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
  const descriptor = openSync(file, O_WRONLY | O_APPEND | O_NOFOLLOW | O_NONBLOCK);
  const stat = fstatSync(descriptor);
  if (stat.isFile() && stat.size === 0) return descriptor;
  closeSync(descriptor);
  throw stat.isFile() ? fail(file, "exists and is not empty; one log is one run, and its chain is never continued", {
    remedy: "Name a new file with --audit, or move the old one away."
  }) : fail(file, "is not a regular file", { remedy: "Name a new file with --audit." });
};
var cannotFlush = "cannot be flushed";
var mostBehind = 8;
var syncDirectory = (directory) => {
  const descriptor = openSync(directory, constants.O_RDONLY);
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
};
var openLogFile = (file) => {
  const failure = (what, error) => error instanceof PgveilError ? error : fail(file, `${what}: ${errorText(error)}`, {
    remedy: "Check that its directory exists, and the rights and the space left there.",
    cause: error
  });
  const guarded = (what, act) => {
    try {
      return act();
    } catch (error) {
      throw failure(what, error);
    }
  };
  const descriptor = guarded("cannot be created", () => {
    const opened = openEmpty(file);
    try {
      syncDirectory(dirname(file));
      return opened;
    } catch (error) {
      closeSync(opened);
      throw error;
    }
  });
  let size = 0;
  let syncing = false;
  let asked = 0;
  let done = 0;
  let closed = false;
  const sync = () => {
    guarded(cannotFlush, () => {
      fdatasyncSync(descriptor);
    });
  };
  const closeNow = () => {
    guarded("cannot be closed", () => {
      closeSync(descriptor);
    });
  };
  const syncLater = (failed) => {
    const upTo = asked;
    syncing = true;
    fdatasync(descriptor, (error) => {
      syncing = false;
      if (error === null) done = Math.max(done, upTo);
      else failed(failure(cannotFlush, error));
      if (closed) closeNow();
      else if (error === null && asked > done) syncLater(failed);
    });
  };
  return {
    look: () => {
      guarded("cannot be looked at", () => {
        const stat = fstatSync(descriptor);
        if (stat.nlink === 0) throw fail(file, "was removed while pgveil was writing it");
        if (stat.size !== size) throw fail(file, "was changed by another process while pgveil was writing it");
      });
    },
    write: (bytes) => {
      guarded("cannot be written", () => {
        const written = writeSync(descriptor, bytes);
        size += written;
        if (written !== bytes.length)
          throw fail(file, "took only a part of a record", { remedy: "Make space where it is written." });
      });
    },
    sync,
    beginSync: (failed) => {
      asked += 1;
      if (!syncing) syncLater(failed);
      else if (asked - done >= mostBehind) {
        sync();
        done = asked;
      }
    },
    close: () => {
      closed = true;
      if (!syncing) closeNow();
    }
  };
};

// src/audit/sinks/index.ts
init_define_navigator();

// src/audit/sinks/file.ts
init_define_navigator();
var openFileSink = (options) => {
  const file = openLogFile(options.path);
  return {
    deliver: async (records) => {
      try {
        file.look();
        file.write(Buffer.concat(records.map(({ line }) => line)));
        file.sync();
      } catch (error) {
        throw new StoreFailure(errorText(error), { passes: false, final: true, cause: error });
      }
    },
    close: async () => {
      file.close();
    }
  };
};

// src/audit/sinks/nats.ts
init_define_navigator();
var lasting = /* @__PURE__ */ new Set([
  "AuthorizationError",
  "UserAuthenticationExpiredError",
  "PermissionViolationError",
  "InvalidSubjectError"
]);
var failureOf = (error) => {
  const name = error instanceof Error ? error.name : "";
  return new StoreFailure(`NATS: ${name === "" ? errorText(error) : name}`, { passes: !lasting.has(name), cause: error });
};
var openNatsSink = (options, { log }) => {
  let connected;
  const connect = async () => {
    const [{ connect: open, credsAuthenticator }, { jetstream }] = await Promise.all([
      import("./transport-node-QGVMXTRP.js"),
      import("./mod-BBBYRG2P.js")
    ]);
    const given = {
      servers: [...options.servers],
      name: "pgveil audit",
      // The courier tries again, with its own pauses.
      reconnect: false,
      timeout: answerTime,
      ...options.token === void 0 ? {} : { token: options.token },
      ...options.credentials === void 0 ? {} : { authenticator: credsAuthenticator(new TextEncoder().encode(options.credentials)) }
    };
    const connection = await open(given);
    return { connection, stream: jetstream(connection, { timeout: answerTime }) };
  };
  const drop = async () => {
    const dropped = connected;
    connected = void 0;
    await dropped?.connection.close().catch(() => void 0);
  };
  const publish = async ({ stream }, { seq, hash, type, line }) => stream.publish(`${options.subject}.${type}`, line.subarray(0, -1), { msgID: `${log}:${String(seq)}:${hash}`, retries: 0 });
  return {
    deliver: async (records) => {
      try {
        connected ??= await connect();
        const current = connected;
        await Promise.all(records.map(async (record) => publish(current, record)));
      } catch (error) {
        await drop();
        throw failureOf(error);
      }
    },
    close: drop
  };
};

// src/audit/sinks/otlp.ts
init_define_navigator();
var text = (key, stringValue) => ({ key, value: { stringValue } });
var logRecord = (log, { seq, time, hash, type, line }) => ({
  timeUnixNano: `${String(Date.parse(time))}000000`,
  observedTimeUnixNano: `${String(Date.parse(time))}000000`,
  severityNumber: 9,
  severityText: "INFO",
  eventName: `pgveil.${type}`,
  body: { stringValue: line.toString("utf8", 0, line.length - 1) },
  attributes: [
    text("pgveil.log", log),
    { key: "pgveil.seq", value: { intValue: String(seq) } },
    text("pgveil.hash", hash),
    text("pgveil.type", type)
  ]
});
var rejectedIn = (body) => {
  try {
    const { partialSuccess } = JSON.parse(body);
    return Number(partialSuccess?.rejectedLogRecords ?? 0);
  } catch {
    return 0;
  }
};
var openOtlpSink = ({ endpoint, headers }, { fetch: fetch2, log, clock }) => {
  const url = `${endpoint.replace(/\/$/, "")}/v1/logs`;
  return {
    deliver: async (records) => {
      const body = JSON.stringify({
        resourceLogs: [
          {
            resource: { attributes: [text("service.name", "pgveil")] },
            scopeLogs: [{ scope: { name: "pgveil.audit" }, logRecords: records.map((record) => logRecord(log, record)) }]
          }
        ]
      });
      const response = await ask(
        "the collector",
        async () => fetch2(url, {
          method: "POST",
          headers: { ...headers, "content-type": "application/json" },
          body,
          redirect: "error",
          signal: AbortSignal.timeout(answerTime)
        })
      );
      if (!response.ok) throw await refusalOf("the collector", response, clock());
      const rejected = rejectedIn(await response.text());
      if (rejected > 0)
        throw new StoreFailure(`the collector rejected ${String(rejected)} records of a batch`, { passes: false });
    },
    close: async () => void 0
  };
};

// src/audit/sinks/postgres.ts
init_define_navigator();
var quoted = (table) => table.split(".").map((part) => `"${part.replaceAll('"', '""')}"`).join(".");
var passing = /* @__PURE__ */ new Set(["08", "40", "53", "57", "58"]);
var failureOf2 = (error) => {
  const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
  const sqlstate = /^[0-9A-Z]{5}$/.test(code);
  const what = sqlstate ? `the database answered ${code}` : "the database does not answer";
  return new StoreFailure(what, { passes: !sqlstate || passing.has(code.slice(0, 2)), cause: error });
};
var column = (records, of) => records.map(of);
var openPostgresSink = (options, { log }) => {
  const sql = `INSERT INTO ${quoted(options.table)} (log, seq, hash, time, record)
    SELECT $1, * FROM unnest($2::bigint[], $3::text[], $4::timestamptz[], $5::text[]) ON CONFLICT DO NOTHING`;
  let client;
  const connect = async () => {
    const { default: pg } = await import("./esm-NNY32NEK.js");
    const made = new pg.Client({
      connectionString: options.url,
      application_name: "pgveil audit",
      connectionTimeoutMillis: answerTime,
      query_timeout: answerTime,
      keepAlive: true
    });
    made.on("error", () => void 0);
    await made.connect();
    return made;
  };
  const drop = async () => {
    const dropped = client;
    client = void 0;
    await dropped?.end().catch(() => void 0);
  };
  return {
    deliver: async (records) => {
      try {
        client ??= await connect();
        await client.query(sql, [
          log,
          column(records, ({ seq }) => seq),
          column(records, ({ hash }) => hash),
          column(records, ({ time }) => time),
          column(records, ({ line }) => line.toString("utf8", 0, line.length - 1))
        ]);
      } catch (error) {
        await drop();
        throw failureOf2(error);
      }
    },
    close: drop
  };
};

// src/audit/sinks/s3.ts
init_define_navigator();
import { createHash as createHash2 } from "node:crypto";

// src/audit/sinks/s3-list.ts
init_define_navigator();
var rangeOf = (key) => {
  const match = /\/(\d{12,})-(\d{12,})-[0-9a-f]{16}\.jsonl$/.exec(key);
  return match === null ? [] : [[Number(match[1]), Number(match[2])]];
};
var wholeUpTo = (ranges) => {
  let last = 0;
  for (const [from, to] of [...ranges].sort(([a], [b]) => a - b)) if (from <= last + 1) last = Math.max(last, to);
  return last;
};
var elements = (xml, name) => [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, "g"))].map(([, text2 = ""]) => text2);
var storedUpTo = async (request, prefix, clock) => {
  const ranges = [];
  let token;
  do {
    const query = new URLSearchParams({ "list-type": "2", prefix });
    if (token !== void 0) query.set("continuation-token", token);
    const response = await request("GET", `?${query.toString().replaceAll("+", "%20")}`);
    if (!response.ok) throw await refusalOf("the store", response, clock());
    const xml = await response.text();
    ranges.push(...elements(xml, "Key").flatMap(rangeOf));
    [token] = elements(xml, "NextContinuationToken");
  } while (token !== void 0);
  return wholeUpTo(ranges);
};

// src/audit/sinks/s3-parts.ts
init_define_navigator();
import { createHash } from "node:crypto";
var partLength = 8 << 20;
var element = (xml, name) => new RegExp(`<${name}>([^<]+)</${name}>`).exec(xml)?.[1];
var unescaped = (text2) => text2.replaceAll("&quot;", '"').replaceAll("&amp;", "&");
var answer = async (response, clock) => {
  if (!response.ok) throw await refusalOf("the store", response, clock());
  return response;
};
var begin = async (request, { path, headers, clock }) => {
  const response = await answer(await request("POST", `${path}?uploads=`, { headers }), clock);
  const id = element(await response.text(), "UploadId");
  if (id === void 0) throw new StoreFailure("the store began no multipart upload", { passes: false });
  return encodeURIComponent(unescaped(id));
};
var sendParts = async (request, { path, body, clock }, id) => {
  const tags = [];
  for (let at = 0; at < body.length; at += partLength) {
    const query = `partNumber=${String(tags.length + 1)}&uploadId=${id}`;
    const part = body.subarray(at, at + partLength);
    const headers = { "content-md5": createHash("md5").update(part).digest("base64") };
    const response = await answer(await request("PUT", `${path}?${query}`, { body: part, headers }), clock);
    await response.body?.cancel();
    const tag = response.headers.get("etag");
    if (tag === null) throw new StoreFailure("the store gave a part no ETag", { passes: false });
    tags.push(tag);
  }
  return tags;
};
var escaped = (text2) => text2.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
var complete = async (request, { path, clock }, id, tags) => {
  const parts = tags.map(
    (tag, index) => `<Part><PartNumber>${String(index + 1)}</PartNumber><ETag>${escaped(tag)}</ETag></Part>`
  );
  const body = Buffer.from(`<CompleteMultipartUpload>${parts.join("")}</CompleteMultipartUpload>`);
  const response = await request("POST", `${path}?uploadId=${id}`, { body, headers: { "if-none-match": "*" } });
  if (response.status === 412) {
    await request("DELETE", `${path}?uploadId=${id}`).catch(() => void 0);
    return;
  }
  const text2 = await (await answer(response, clock)).text();
  if (element(text2, "ETag") === void 0)
    throw new StoreFailure("the store did not complete a multipart upload", { passes: true });
};
var uploadInParts = async (request, upload) => {
  const id = await begin(request, upload);
  try {
    await complete(request, upload, id, await sendParts(request, upload, id));
  } catch (error) {
    await request("DELETE", `${upload.path}?uploadId=${id}`).catch(() => void 0);
    throw error;
  }
};

// src/audit/sinks/s3.ts
var mostAtOnce = 16 << 20;
var day = 864e5;
var sha256 = (body, encoding) => createHash2("sha256").update(body).digest(encoding);
var padded = (seq) => String(seq).padStart(12, "0");
var objectName = (prefix, log, records) => {
  const { seq, hash } = lastOf(records);
  const name = `${padded(records[0]?.seq ?? seq)}-${padded(seq)}-${hash.slice(0, 16)}.jsonl`;
  return [prefix, log, name].filter((part) => part !== "").join("/");
};
var encoded = (path) => path.split("/").map(encodeURIComponent).join("/");
var openS3Sink = (options, { fetch: fetch2, clock, log }) => {
  const { endpoint, region, bucket, prefix, accessKeyId, secretAccessKey, sessionToken, lock } = options;
  const client = new AwsClient({
    accessKeyId,
    secretAccessKey,
    region,
    service: "s3",
    retries: 0,
    ...sessionToken === void 0 ? {} : { sessionToken }
  });
  const base = `${endpoint.replace(/\/$/, "")}/${encodeURIComponent(bucket)}`;
  const request = async (method, path, { body = Buffer.alloc(0), headers = {} } = {}) => {
    const address = path.startsWith("?") ? `${base}${path}` : `${base}/${path}`;
    const init = {
      method,
      headers: { ...headers, "x-amz-content-sha256": sha256(body, "hex") },
      ...method === "DELETE" || method === "GET" ? {} : { body: new Uint8Array(body) },
      aws: { datetime: new Date(clock()).toISOString().replaceAll(/[:-]|\.\d{3}/g, "") }
    };
    return ask(
      "the store",
      async () => fetch2(await client.sign(address, init), { redirect: "error", signal: AbortSignal.timeout(answerTime) })
    );
  };
  const objectHeaders = () => ({
    "content-type": "application/x-ndjson",
    ...lock === void 0 ? {} : {
      "x-amz-object-lock-mode": lock.mode.toUpperCase(),
      "x-amz-object-lock-retain-until-date": new Date(clock() + lock.days * day).toISOString()
    }
  });
  return {
    deliver: async (records) => {
      const body = Buffer.concat(records.map(({ line }) => line));
      const path = encoded(objectName(prefix, log, records));
      if (body.length > mostAtOnce) {
        await uploadInParts(request, { path, body, headers: objectHeaders(), clock });
        return;
      }
      const headers = {
        ...objectHeaders(),
        "if-none-match": "*",
        // Object lock wants a checksum, and its algorithm by name (S3 API, PutObject).
        "x-amz-sdk-checksum-algorithm": "SHA256",
        "x-amz-checksum-sha256": sha256(body, "base64")
      };
      const response = await request("PUT", path, { body, headers });
      if (!response.ok && response.status !== 412) throw await refusalOf("the store", response, clock());
      await response.body?.cancel();
    },
    storedUpTo: async () => storedUpTo(request, [prefix, log, ""].filter((part, index) => part !== "" || index === 2).join("/"), clock),
    close: async () => void 0
  };
};

// src/audit/sinks/index.ts
var openers = {
  file: openFileSink,
  s3: openS3Sink,
  otlp: openOtlpSink,
  nats: openNatsSink,
  postgres: openPostgresSink
};
var openSink = (spec, tools) => openers[spec.kind](spec.options, tools);

// src/audit/sinks/open.ts
var openSinks = (sinks, tools) => sinks.map(({ spec, ...rest2 }) => ({ ...rest2, sink: openSink(spec, tools) }));

// src/audit/sinks/send.ts
var most = 500;
var rest = (sink, from) => ({
  ...sink,
  deliver: async (records) => {
    const missing = records.filter(({ seq }) => seq > from);
    if (missing.length > 0) await sink.deliver(missing);
  }
});
var storedUpTo2 = async ({ name, sink }) => {
  try {
    return await sink.storedUpTo?.() ?? 0;
  } catch (error) {
    throw new PgveilError("PGVEIL_AUDIT", `the audit store ${name} does not say what it has: ${errorText(error)}`, {
      remedy: "Its credential needs the right to list the objects of the log.",
      cause: error
    });
  }
};
var sendLog = async (options) => {
  const lines = readSound(options.file, void 0);
  let next = lines.next();
  if (next.done === true) return { records: 0, verdict: next.value.verdict };
  const opened = openSinks(options.sinks, { ...options, log: next.value.record.hash });
  const sinks = await Promise.all(
    opened.map(async (one) => ({ ...one, required: true, sink: rest(one.sink, await storedUpTo2(one)) }))
  );
  const custody = createCustody({ ...options, sinks });
  try {
    let records = 0;
    for (; next.done !== true; next = lines.next()) {
      const { record, bytes } = next.value;
      const { seq, time, hash, event } = record;
      const sealed = { seq, time, hash, type: event.type, line: Buffer.concat([bytes, Buffer.from("\n")]) };
      custody.take(sealed);
      records += 1;
      if (records % most === 0) await custody.settled();
    }
    await custody.settled();
    return { records, verdict: next.value.verdict };
  } finally {
    await custody.close(0);
  }
};

// src/gateway/log.ts
init_define_navigator();
var lineLog = (stream, clock) => {
  const write = (level, message) => {
    stream.write(`${new Date(clock()).toISOString()} ${level} ${message}
`);
  };
  return {
    info: (message) => {
      write("info", message);
    },
    error: (message) => {
      write("error", message);
    }
  };
};

// src/cli/sinks.ts
init_define_navigator();
import { resolve } from "node:path";
var specOf = (sink, cwd) => {
  switch (sink.kind) {
    case "file":
      return { kind: "file", options: { path: resolve(cwd, sink.path) } };
    case "s3": {
      const { endpoint, region, bucket, prefix, lock } = sink;
      return {
        kind: "s3",
        options: {
          endpoint,
          region,
          bucket,
          prefix,
          lock,
          accessKeyId: sink["access-key-id"],
          secretAccessKey: sink["secret-access-key"],
          sessionToken: sink["session-token"]
        }
      };
    }
    case "otlp":
      return { kind: "otlp", options: { endpoint: sink.endpoint, headers: sink.headers } };
    case "nats": {
      const { servers, subject, token, credentials } = sink;
      return { kind: "nats", options: { servers, subject, token, credentials } };
    }
    case "postgres":
      return { kind: "postgres", options: { url: sink.url, table: sink.table } };
    default:
      return sink;
  }
};
var configuredSinks = (sinks, cwd) => [...sinks].map(([name, sink]) => ({ name, required: sink.required, patience: sink.timeout, spec: specOf(sink, cwd) }));

// src/cli/audit-send.ts
var command = defineCommand({
  operands: { file: { value: "FILE", help: "The log" } },
  options: {
    policy: { type: "string", value: "FILE", help: "The policy whose audit.sinks are the stores", required: true },
    sink: { type: "string", value: "NAME", help: "Only this store; may be given several times", multiple: true }
  },
  notes: [
    "For a log whose pgveil was killed, or whose store was away at its end. What a store has already is not brought again.",
    "Exit code: 0 the stores have the whole log, 1 they have what of it is sound, 2 a store does not take it."
  ],
  run: async (context, { operands: { file }, options }) => {
    const { cwd, env, stdout, stderr, clock } = context;
    const policy = readPolicyFile(resolve2(cwd, options.policy), options.policy);
    const resolved = resolveSinks(policy, { env, readFile: (path) => readFileSync(path, "utf8") });
    const all = configuredSinks(resolved, cwd);
    const unknown = options.sink.find((name) => !all.some((sink) => sink.name === name));
    if (unknown !== void 0 || all.length === 0) {
      throw new PgveilError("PGVEIL_INPUT", "the policy has no such store", {
        remedy: all.length === 0 ? "Name one under audit.sinks." : `It has ${all.map(({ name }) => name).join(", ")}.`
      });
    }
    const sinks = all.filter(({ name }) => options.sink.length === 0 || options.sink.includes(name));
    const log = lineLog(stderr, clock);
    const { records, verdict } = await sendLog({
      file: resolve2(cwd, file),
      sinks,
      fetch,
      clock,
      random: Math.random,
      report: (level, message) => {
        log[level](message);
      }
    });
    const names = sinks.map(({ name }) => name).join(", ");
    stdout.write(`${printable(file)}: ${names} has ${String(records)} records
`);
    if (verdict.ok) return 0;
    stderr.write(`${printable(file)} does not verify from record ${String(verdict.record)} on: ${printable(verdict.message)}
`);
    return 1;
  }
});
export {
  command
};
