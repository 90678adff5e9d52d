import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  genesis,
  longestLine,
  makeSigningKey,
  publicKeyText,
  rootOf,
  sealRecord,
  signRoot
} from "./chunk-UIQXO3S7.js";
import {
  PgveilError,
  errorText
} from "./chunk-HUYNEIJX.js";

// src/gateway/log.ts
var logText = (error) => {
  if (!(error instanceof PgveilError)) return error instanceof Error ? error.stack ?? error.message : String(error);
  const cause = error.cause instanceof Error ? ` (${errorText(error.cause)})` : "";
  return `${error.message} [${error.code}]${cause}${error.remedy === void 0 ? "" : ` ${error.remedy}`}`;
};
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

// src/audit/sinks/custody.ts
import { setTimeout as sleepFor } from "node:timers/promises";

// src/audit/sinks/sink.ts
var StoreFailure = class extends Error {
  name = "StoreFailure";
  /** False: what is wrong has to be mended by somebody, and the same batch would fail again. */
  passes;
  /** Milliseconds that the store asks for before the next attempt. */
  retryAfter;
  constructor(message, options) {
    super(message, { cause: options.cause });
    this.passes = options.passes;
    this.retryAfter = options.retryAfter;
  }
};
var lastOf = (records) => {
  const last = records.at(-1);
  if (last === void 0) throw new StoreFailure("a batch without records", { passes: false });
  return last;
};

// src/audit/sinks/courier.ts
var mostRecords = 1e3;
var mostBytes = 4 << 20;
var mostWaiting = 64 << 20;
var firstPause = 200;
var longestPause = 1e4;
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
  let lost = false;
  let running;
  const fail2 = (error, state) => {
    if (failure === void 0 || state === "lost") onState(state, reasonOf(error));
    failure = new PgveilError("PGVEIL_AUDIT", `the audit store ${name} does not take records: ${reasonOf(error)}`, {
      remedy: "Mend the store; pgveil audit send brings it what it has missed.",
      cause: error
    });
    const all = waiters;
    waiters = [];
    for (const { reject } of all) reject(failure);
  };
  const lose = (error) => {
    lost = true;
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
    const ready = waiters.filter(({ seq }) => seq <= last);
    waiters = waiters.filter(({ seq }) => seq > last);
    for (const { resolve: resolve2 } of ready) resolve2();
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
  const pauseBefore = (attempt, asked) => {
    const most = Math.min(longestPause, firstPause * 2 ** attempt);
    return (asked ?? 0) + options.random() * most;
  };
  const bring = async (batch) => {
    const since = clock();
    for (let attempt = 0; !stopping.signal.aborted; attempt += 1) {
      try {
        await sink.deliver(batch);
        done(batch);
        return;
      } catch (error) {
        if (error instanceof StoreFailure && !error.passes) {
          lose(error);
          return;
        }
        const pause = pauseBefore(attempt, error instanceof StoreFailure ? error.retryAfter : void 0);
        if (clock() - since + pause > options.patience) fail2(error, "failing");
        await options.sleep(pause, stopping.signal);
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
      if (waitingBytes > mostWaiting) lose(new StoreFailure("too many records wait for it", { passes: false }));
      else start();
    },
    get failure() {
      return failure;
    },
    delivered: (seq) => {
      if (seq <= last) return void 0;
      if (failure !== void 0) return Promise.reject(failure);
      return new Promise((resolve2, reject) => {
        waiters.push({ seq, resolve: resolve2, reject });
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

// src/audit/file.ts
import { closeSync, constants, fdatasyncSync, fstatSync, fsyncSync, openSync, writeSync } from "node:fs";
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
var syncDirectory = (directory) => {
  const descriptor = openSync(directory, constants.O_RDONLY);
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
};
var openLogFile = (file) => {
  const guarded = (what, act) => {
    try {
      return act();
    } catch (error) {
      if (error instanceof PgveilError) throw error;
      throw fail(file, `${what}: ${errorText(error)}`, {
        remedy: "Check that its directory exists, and the rights and the space left there.",
        cause: error
      });
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
  return {
    write: (bytes) => {
      guarded("cannot be written", () => {
        const stat = fstatSync(descriptor);
        if (stat.nlink === 0) throw fail(file, "was removed while pgveil was writing it");
        if (stat.size !== size) throw fail(file, "was changed by another process while pgveil was writing it");
        const written = writeSync(descriptor, bytes);
        size += written;
        if (written !== bytes.length)
          throw fail(file, "took only a part of a record", { remedy: "Make space where it is written." });
      });
    },
    sync: () => {
      guarded("cannot be flushed", () => {
        fdatasyncSync(descriptor);
      });
    },
    close: () => {
      guarded("cannot be closed", () => {
        closeSync(descriptor);
      });
    }
  };
};

// src/audit/log.ts
var openAuditLog = ({ file, clock, checkpointEvery, signingKey, onRecord }) => {
  const key = signingKey ?? makeSigningKey();
  const publicKey = publicKeyText(key);
  const output = openLogFile(file);
  let seq = 0;
  let last = genesis;
  let state = "open";
  const orBreak = (act) => {
    try {
      act();
    } catch (error) {
      state = { broken: error };
      throw error;
    }
  };
  const write = (makeEvent) => {
    const time = new Date(clock()).toISOString();
    const event = makeEvent(time);
    const { line, hash: hash2 } = sealRecord({ seq: seq + 1, time, prev: last, event });
    if (line.length > longestLine) {
      throw new PgveilError("PGVEIL_AUDIT", `a record of ${String(line.length)} bytes is too long for the audit log`, {
        remedy: "Lower `audit.record-rows` in the policy."
      });
    }
    orBreak(() => {
      output.write(line);
    });
    seq += 1;
    last = hash2;
    onRecord?.({ seq, time, hash: hash2, type: event.type, line });
  };
  const seal = (kind) => {
    const records = seq;
    const root = rootOf(records, last);
    write((time) => {
      const signature = signRoot({ kind, records, root, time }, key);
      return kind === "checkpoint" ? { type: kind, records, root, signature } : { type: kind, records, root, algorithm: "Ed25519", publicKey, signature };
    });
    orBreak(() => {
      output.sync();
    });
  };
  const brokenBefore = (cause) => new PgveilError("PGVEIL_AUDIT", `the audit log ${file} is broken: it takes no more records and gets no head`, { cause });
  const append = (event) => {
    if (state === "closed") throw new PgveilError("PGVEIL_AUDIT", `the audit log ${file} is closed`);
    if (state !== "open") throw brokenBefore(state.broken);
    write(() => event);
    if ((seq + 1) % (checkpointEvery + 1) === 0) seal("checkpoint");
  };
  try {
    append({ type: "log-start", format: 1, checkpointEvery, algorithm: "Ed25519", publicKey });
    output.sync();
  } catch (error) {
    output.close();
    throw error;
  }
  return {
    publicKey,
    append,
    close: () => {
      if (state === "closed") return;
      try {
        if (state !== "open") throw brokenBefore(state.broken);
        seal("head");
      } finally {
        state = "closed";
        output.close();
      }
    }
  };
};

// src/audit/sinks/file.ts
var openFileSink = (options) => {
  const file = openLogFile(options.path);
  return {
    deliver: async (records) => {
      try {
        file.write(Buffer.concat(records.map(({ line }) => line)));
        file.sync();
      } catch (error) {
        throw new StoreFailure(errorText(error), { passes: false, cause: error });
      }
    },
    close: async () => {
      file.close();
    }
  };
};

// src/audit/sinks/http.ts
var answerTime = 2e4;
var passing = /* @__PURE__ */ new Set([408, 425, 429, 500, 502, 503, 504]);
var retryAfter = (value, now) => {
  if (value === null) return void 0;
  const milliseconds = /^\d{1,9}$/.test(value.trim()) ? Number(value) * 1e3 : Date.parse(value) - now;
  return Number.isFinite(milliseconds) ? Math.min(6e4, Math.max(0, milliseconds)) : void 0;
};
var codeIn = (body) => {
  const code = /<Code>([A-Za-z0-9.]{1,60})<\/Code>/.exec(body)?.[1];
  return code === void 0 ? "" : ` ${code}`;
};
var wordFor = (error) => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return "it failed";
  return "code" in cause && typeof cause.code === "string" && /^[A-Z][A-Z0-9_]+$/.test(cause.code) ? cause.code : cause.name;
};
var ask = async (what, send) => {
  try {
    return await send();
  } catch (error) {
    if (error instanceof TypeError && error.cause === void 0) {
      throw new StoreFailure(
        `no request can be made to ${what}: its address or a header has a character that cannot stand there`,
        {
          passes: false
        }
      );
    }
    throw new StoreFailure(`${what} does not answer: ${wordFor(error)}`, { passes: true, cause: error });
  }
};
var refusalOf = async (what, response, now) => {
  const body = await response.text().catch(() => "");
  return new StoreFailure(`${what} answered ${String(response.status)}${codeIn(body)}`, {
    passes: passing.has(response.status),
    retryAfter: retryAfter(response.headers.get("retry-after"), now)
  });
};

// src/audit/sinks/nats.ts
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
      import("./transport-node-XTMEHWSR.js"),
      import("./mod-44RJDJCV.js")
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
  const publish = async ({ stream }, { seq, hash: hash2, type, line }) => stream.publish(`${options.subject}.${type}`, line.subarray(0, -1), { msgID: `${log}:${String(seq)}:${hash2}`, retries: 0 });
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
var text = (key, stringValue) => ({ key, value: { stringValue } });
var logRecord = (log, { seq, time, hash: hash2, type, line }) => ({
  timeUnixNano: `${String(Date.parse(time))}000000`,
  observedTimeUnixNano: `${String(Date.parse(time))}000000`,
  severityNumber: 9,
  severityText: "INFO",
  eventName: `pgveil.${type}`,
  body: { stringValue: line.toString("utf8", 0, line.length - 1) },
  attributes: [
    text("pgveil.log", log),
    { key: "pgveil.seq", value: { intValue: String(seq) } },
    text("pgveil.hash", hash2),
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
var quoted = (table) => table.split(".").map((part) => `"${part.replaceAll('"', '""')}"`).join(".");
var passing2 = /* @__PURE__ */ new Set(["08", "40", "53", "57", "58"]);
var failureOf2 = (error) => {
  const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
  const sqlstate = /^[0-9A-Z]{5}$/.test(code);
  const what = sqlstate ? `the database answered ${code}` : "the database does not answer";
  return new StoreFailure(what, { passes: !sqlstate || passing2.has(code.slice(0, 2)), cause: error });
};
var column = (records, of) => records.map(of);
var openPostgresSink = (options, { log }) => {
  const sql = `INSERT INTO ${quoted(options.table)} (log, seq, hash, time, record)
    SELECT $1, * FROM unnest($2::bigint[], $3::text[], $4::timestamptz[], $5::text[]) ON CONFLICT DO NOTHING`;
  let client;
  const connect = async () => {
    const { default: pg } = await import("./esm-L7MFYH7O.js");
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
          column(records, ({ hash: hash2 }) => hash2),
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
import { createHash } from "node:crypto";

// node_modules/aws4fetch/dist/aws4fetch.esm.mjs
var encoder = new TextEncoder();
var HOST_SERVICES = {
  appstream2: "appstream",
  cloudhsmv2: "cloudhsm",
  email: "ses",
  marketplace: "aws-marketplace",
  mobile: "AWSMobileHubService",
  pinpoint: "mobiletargeting",
  queue: "sqs",
  "git-codecommit": "codecommit",
  "mturk-requester-sandbox": "mturk-requester",
  "personalize-runtime": "personalize"
};
var UNSIGNABLE_HEADERS = /* @__PURE__ */ new Set([
  "authorization",
  "content-type",
  "content-length",
  "user-agent",
  "presigned-expires",
  "expect",
  "x-amzn-trace-id",
  "range",
  "connection"
]);
var AwsClient = class {
  constructor({ accessKeyId, secretAccessKey, sessionToken, service, region, cache, retries, initRetryMs }) {
    if (accessKeyId == null) throw new TypeError("accessKeyId is a required option");
    if (secretAccessKey == null) throw new TypeError("secretAccessKey is a required option");
    this.accessKeyId = accessKeyId;
    this.secretAccessKey = secretAccessKey;
    this.sessionToken = sessionToken;
    this.service = service;
    this.region = region;
    this.cache = cache || /* @__PURE__ */ new Map();
    this.retries = retries != null ? retries : 10;
    this.initRetryMs = initRetryMs || 50;
  }
  async sign(input, init) {
    if (input instanceof Request) {
      const { method, url, headers, body } = input;
      init = Object.assign({ method, url, headers }, init);
      if (init.body == null && headers.has("Content-Type")) {
        init.body = body != null && headers.has("X-Amz-Content-Sha256") ? body : await input.clone().arrayBuffer();
      }
      input = url;
    }
    const signer = new AwsV4Signer(Object.assign({ url: input.toString() }, init, this, init && init.aws));
    const signed = Object.assign({}, init, await signer.sign());
    delete signed.aws;
    try {
      return new Request(signed.url.toString(), signed);
    } catch (e) {
      if (e instanceof TypeError) {
        return new Request(signed.url.toString(), Object.assign({ duplex: "half" }, signed));
      }
      throw e;
    }
  }
  async fetch(input, init) {
    for (let i = 0; i <= this.retries; i++) {
      const fetched = fetch(await this.sign(input, init));
      if (i === this.retries) {
        return fetched;
      }
      const res = await fetched;
      if (res.status < 500 && res.status !== 429) {
        return res;
      }
      await new Promise((resolve2) => setTimeout(resolve2, Math.random() * this.initRetryMs * Math.pow(2, i)));
    }
    throw new Error("An unknown error occurred, ensure retries is not negative");
  }
};
var AwsV4Signer = class {
  constructor({ method, url, headers, body, accessKeyId, secretAccessKey, sessionToken, service, region, cache, datetime, signQuery, appendSessionToken, allHeaders, singleEncode }) {
    if (url == null) throw new TypeError("url is a required option");
    if (accessKeyId == null) throw new TypeError("accessKeyId is a required option");
    if (secretAccessKey == null) throw new TypeError("secretAccessKey is a required option");
    this.method = method || (body ? "POST" : "GET");
    this.url = new URL(url);
    this.headers = new Headers(headers || {});
    this.body = body;
    this.accessKeyId = accessKeyId;
    this.secretAccessKey = secretAccessKey;
    this.sessionToken = sessionToken;
    let guessedService, guessedRegion;
    if (!service || !region) {
      [guessedService, guessedRegion] = guessServiceRegion(this.url, this.headers);
    }
    this.service = service || guessedService || "";
    this.region = region || guessedRegion || "us-east-1";
    this.cache = cache || /* @__PURE__ */ new Map();
    this.datetime = datetime || (/* @__PURE__ */ new Date()).toISOString().replace(/[:-]|\.\d{3}/g, "");
    this.signQuery = signQuery;
    this.appendSessionToken = appendSessionToken || this.service === "iotdevicegateway";
    this.headers.delete("Host");
    if (this.service === "s3" && !this.signQuery && !this.headers.has("X-Amz-Content-Sha256")) {
      this.headers.set("X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD");
    }
    const params = this.signQuery ? this.url.searchParams : this.headers;
    params.set("X-Amz-Date", this.datetime);
    if (this.sessionToken && !this.appendSessionToken) {
      params.set("X-Amz-Security-Token", this.sessionToken);
    }
    this.signableHeaders = ["host", ...this.headers.keys()].filter((header) => allHeaders || !UNSIGNABLE_HEADERS.has(header)).sort();
    this.signedHeaders = this.signableHeaders.join(";");
    this.canonicalHeaders = this.signableHeaders.map((header) => header + ":" + (header === "host" ? this.url.host : (this.headers.get(header) || "").replace(/\s+/g, " "))).join("\n");
    this.credentialString = [this.datetime.slice(0, 8), this.region, this.service, "aws4_request"].join("/");
    if (this.signQuery) {
      if (this.service === "s3" && !params.has("X-Amz-Expires")) {
        params.set("X-Amz-Expires", "86400");
      }
      params.set("X-Amz-Algorithm", "AWS4-HMAC-SHA256");
      params.set("X-Amz-Credential", this.accessKeyId + "/" + this.credentialString);
      params.set("X-Amz-SignedHeaders", this.signedHeaders);
    }
    if (this.service === "s3") {
      try {
        this.encodedPath = decodeURIComponent(this.url.pathname.replace(/\+/g, " "));
      } catch (e) {
        this.encodedPath = this.url.pathname;
      }
    } else {
      this.encodedPath = this.url.pathname.replace(/\/+/g, "/");
    }
    if (!singleEncode) {
      this.encodedPath = encodeURIComponent(this.encodedPath).replace(/%2F/g, "/");
    }
    this.encodedPath = encodeRfc3986(this.encodedPath);
    const seenKeys = /* @__PURE__ */ new Set();
    this.encodedSearch = [...this.url.searchParams].filter(([k]) => {
      if (!k) return false;
      if (this.service === "s3") {
        if (seenKeys.has(k)) return false;
        seenKeys.add(k);
      }
      return true;
    }).map((pair) => pair.map((p) => encodeRfc3986(encodeURIComponent(p)))).sort(([k1, v1], [k2, v2]) => k1 < k2 ? -1 : k1 > k2 ? 1 : v1 < v2 ? -1 : v1 > v2 ? 1 : 0).map((pair) => pair.join("=")).join("&");
  }
  async sign() {
    if (this.signQuery) {
      this.url.searchParams.set("X-Amz-Signature", await this.signature());
      if (this.sessionToken && this.appendSessionToken) {
        this.url.searchParams.set("X-Amz-Security-Token", this.sessionToken);
      }
    } else {
      this.headers.set("Authorization", await this.authHeader());
    }
    return {
      method: this.method,
      url: this.url,
      headers: this.headers,
      body: this.body
    };
  }
  async authHeader() {
    return [
      "AWS4-HMAC-SHA256 Credential=" + this.accessKeyId + "/" + this.credentialString,
      "SignedHeaders=" + this.signedHeaders,
      "Signature=" + await this.signature()
    ].join(", ");
  }
  async signature() {
    const date = this.datetime.slice(0, 8);
    const cacheKey = [this.secretAccessKey, date, this.region, this.service].join();
    let kCredentials = this.cache.get(cacheKey);
    if (!kCredentials) {
      const kDate = await hmac("AWS4" + this.secretAccessKey, date);
      const kRegion = await hmac(kDate, this.region);
      const kService = await hmac(kRegion, this.service);
      kCredentials = await hmac(kService, "aws4_request");
      this.cache.set(cacheKey, kCredentials);
    }
    return buf2hex(await hmac(kCredentials, await this.stringToSign()));
  }
  async stringToSign() {
    return [
      "AWS4-HMAC-SHA256",
      this.datetime,
      this.credentialString,
      buf2hex(await hash(await this.canonicalString()))
    ].join("\n");
  }
  async canonicalString() {
    return [
      this.method.toUpperCase(),
      this.encodedPath,
      this.encodedSearch,
      this.canonicalHeaders + "\n",
      this.signedHeaders,
      await this.hexBodyHash()
    ].join("\n");
  }
  async hexBodyHash() {
    let hashHeader = this.headers.get("X-Amz-Content-Sha256") || (this.service === "s3" && this.signQuery ? "UNSIGNED-PAYLOAD" : null);
    if (hashHeader == null) {
      if (this.body && typeof this.body !== "string" && !("byteLength" in this.body)) {
        throw new Error("body must be a string, ArrayBuffer or ArrayBufferView, unless you include the X-Amz-Content-Sha256 header");
      }
      hashHeader = buf2hex(await hash(this.body || ""));
    }
    return hashHeader;
  }
};
async function hmac(key, string) {
  const cryptoKey = await crypto.subtle.importKey(
    "raw",
    typeof key === "string" ? encoder.encode(key) : key,
    { name: "HMAC", hash: { name: "SHA-256" } },
    false,
    ["sign"]
  );
  return crypto.subtle.sign("HMAC", cryptoKey, encoder.encode(string));
}
async function hash(content) {
  return crypto.subtle.digest("SHA-256", typeof content === "string" ? encoder.encode(content) : content);
}
var HEX_CHARS = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "a", "b", "c", "d", "e", "f"];
function buf2hex(arrayBuffer) {
  const buffer = new Uint8Array(arrayBuffer);
  let out = "";
  for (let idx = 0; idx < buffer.length; idx++) {
    const n = buffer[idx];
    out += HEX_CHARS[n >>> 4 & 15];
    out += HEX_CHARS[n & 15];
  }
  return out;
}
function encodeRfc3986(urlEncodedStr) {
  return urlEncodedStr.replace(/[!'()*]/g, (c) => "%" + c.charCodeAt(0).toString(16).toUpperCase());
}
function guessServiceRegion(url, headers) {
  const { hostname, pathname } = url;
  if (hostname.endsWith(".on.aws")) {
    const match2 = hostname.match(/^[^.]{1,63}\.lambda-url\.([^.]{1,63})\.on\.aws$/);
    return match2 != null ? ["lambda", match2[1] || ""] : ["", ""];
  }
  if (hostname.endsWith(".r2.cloudflarestorage.com")) {
    return ["s3", "auto"];
  }
  if (hostname.endsWith(".backblazeb2.com")) {
    const match2 = hostname.match(/^(?:[^.]{1,63}\.)?s3\.([^.]{1,63})\.backblazeb2\.com$/);
    return match2 != null ? ["s3", match2[1] || ""] : ["", ""];
  }
  const match = hostname.replace("dualstack.", "").match(/([^.]{1,63})\.(?:([^.]{0,63})\.)?amazonaws\.com(?:\.cn)?$/);
  let service = match && match[1] || "";
  let region = match && match[2];
  if (region === "us-gov") {
    region = "us-gov-west-1";
  } else if (region === "s3" || region === "s3-accelerate") {
    region = "us-east-1";
    service = "s3";
  } else if (service === "iot") {
    if (hostname.startsWith("iot.")) {
      service = "execute-api";
    } else if (hostname.startsWith("data.jobs.iot.")) {
      service = "iot-jobs-data";
    } else {
      service = pathname === "/mqtt" ? "iotdevicegateway" : "iotdata";
    }
  } else if (service === "autoscaling") {
    const targetPrefix = (headers.get("X-Amz-Target") || "").split(".")[0];
    if (targetPrefix === "AnyScaleFrontendService") {
      service = "application-autoscaling";
    } else if (targetPrefix === "AnyScaleScalingPlannerFrontendService") {
      service = "autoscaling-plans";
    }
  } else if (region == null && service.startsWith("s3-")) {
    region = service.slice(3).replace(/^fips-|^external-1/, "");
    service = "s3";
  } else if (service.endsWith("-fips")) {
    service = service.slice(0, -5);
  } else if (region && /-\d$/.test(service) && !/-\d$/.test(region)) {
    [service, region] = [region, service];
  }
  return [HOST_SERVICES[service] || service, region || ""];
}

// src/audit/sinks/s3-list.ts
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
    const response = await answer(await request("PUT", `${path}?${query}`, { body: part }), clock);
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
var sha256 = (body, encoding) => createHash("sha256").update(body).digest(encoding);
var padded = (seq) => String(seq).padStart(12, "0");
var objectName = (prefix, log, records) => {
  const { seq, hash: hash2 } = lastOf(records);
  const name = `${padded(records[0]?.seq ?? seq)}-${padded(seq)}-${hash2.slice(0, 16)}.jsonl`;
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
      const headers = { ...objectHeaders(), "if-none-match": "*", "x-amz-checksum-sha256": sha256(body, "base64") };
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
var openSinks = (sinks, tools) => sinks.map(({ spec, ...rest }) => ({ ...rest, sink: openSink(spec, tools) }));
var openStoredLog = (options) => {
  const { sinks, clock, fetch: fetch2 } = options;
  if (sinks.length === 0) return { audit: openAuditLog(options), custody: void 0 };
  const first = [];
  let custody;
  const audit = openAuditLog({
    ...options,
    onRecord: (record) => {
      if (custody === void 0) first.push(record);
      else custody.take(record);
    }
  });
  try {
    const [{ hash: hash2 } = { hash: void 0 }] = first;
    if (hash2 === void 0) throw new PgveilError("PGVEIL_INTERNAL", "a log has no first record");
    custody = createCustody({ ...options, sinks: openSinks(sinks, { fetch: fetch2, clock, log: hash2 }) });
    for (const record of first) custody.take(record);
    return { audit, custody };
  } catch (error) {
    audit.close();
    throw error;
  }
};

export {
  logText,
  lineLog,
  createCustody,
  openSinks,
  openStoredLog,
  configuredSinks
};
