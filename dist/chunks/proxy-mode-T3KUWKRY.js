import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  stopProxy
} from "./chunk-UGL6OAXL.js";
import {
  proxyFiles
} from "./chunk-N3FMMYB2.js";
import {
  idTokensOfJob,
  jobToken,
  prove,
  publishConnection
} from "./chunk-RPYF5HBJ.js";
import {
  readySchema,
  saveState
} from "./chunk-HT6QHG7Z.js";
import {
  audienceOf,
  digestsOf,
  maskedValues,
  policySecrets,
  proxyEnvironment,
  readPolicy
} from "./chunk-QXOMXCME.js";
import "./chunk-TE5SW4KO.js";
import "./chunk-4TIDE7AX.js";
import "./chunk-MD22CKJ6.js";
import "./chunk-AYCFBX33.js";
import "./chunk-NCSC6ZH6.js";
import "./chunk-VDEXSPJ2.js";
import "./chunk-IVPIFDTZ.js";
import "./chunk-TUBAPXYN.js";
import "./chunk-YM7ACMYJ.js";
import "./chunk-5BZJKHHS.js";
import "./chunk-G5DACBIO.js";
import "./chunk-ELP4KOE3.js";
import {
  PgveilError
} from "./chunk-YKELLRG3.js";
import "./chunk-45VCJYBB.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// action/proxy-mode.ts
init_define_navigator();
import { randomUUID } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { join } from "node:path";

// action/proxy-start.ts
init_define_navigator();
import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, rmSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
var lastLines = (log) => readFileSync(log, "utf8").trimEnd().split("\n").slice(-12).join("\n");
var gone = (files, what, remedy) => {
  const said = lastLines(files.log);
  return new PgveilError("PGVEIL_PROXY", said === "" ? `${what}.` : `${what}:
${said}`, { remedy });
};
var readReady = (files) => {
  try {
    return readySchema.parse(JSON.parse(readFileSync(files.ready, "utf8")));
  } catch (error) {
    if (error instanceof SyntaxError || error.code === "ENOENT") return void 0;
    throw new PgveilError("PGVEIL_PROXY", "The ready file of the proxy is not what the Action expects.", { cause: error });
  }
};
var startProxy = (start) => {
  const { files } = start;
  const log = openSync(files.log, "a", 384);
  const parameters = ["--policy", start.policy, "--listen", "127.0.0.1:0", "--ready-file", files.ready, "--audit", files.audit];
  const child = spawn(start.node, [start.entry, "serve", ...parameters, "--config-stdin"], {
    cwd: files.directory,
    env: start.environment,
    detached: true,
    stdio: ["pipe", log, log]
  });
  closeSync(log);
  let ended;
  child.once("error", (error) => ended = error.message);
  child.once("exit", (code, signal) => ended = code === null ? `signal ${String(signal)}` : `exit code ${String(code)}`);
  child.stdin?.on("error", () => void 0);
  child.stdin?.end(JSON.stringify(start.config));
  child.unref();
  if (child.pid === void 0) throw new PgveilError("PGVEIL_PROXY", "The proxy process could not be started.");
  return {
    pid: child.pid,
    ready: async (deadline) => {
      for (; ; ) {
        const ready = readReady(files);
        if (ready !== void 0) {
          rmSync(files.ready);
          return ready;
        }
        if (ended !== void 0)
          throw gone(files, `The proxy did not start (${ended})`, "Mend what it says, and run the job again.");
        if (deadline.aborted) {
          throw gone(files, "The proxy was not ready in time", "Check that the database answers, or raise `startup-timeout`.");
        }
        await sleep(10);
      }
    }
  };
};

// action/proxy-mode.ts
var exposed = "The steps of this job run as the same user as the proxy: a step that means to can read its memory, and the database credential in it. `isolate: true` (Linux) or a service container (`mode: connect`) keeps them apart.";
var startProxyMode = async (inputs, { core, environment, ...context }) => {
  const policy = readPolicy(inputs);
  const secrets = policySecrets(policy, inputs.databaseUrl, environment);
  for (const value of maskedValues(secrets)) core.setSecret(value);
  const token = await jobToken(core, audienceOf(inputs, policy.policy), environment);
  const files = proxyFiles(mkdtempSync(join(context.temp, "pgveil-")));
  const milliseconds = inputs.startupSeconds * 1e3;
  const deadline = AbortSignal.timeout(milliseconds);
  const proxy = startProxy({
    node: context.node,
    entry: context.entry,
    policy: inputs.policy,
    files,
    environment: proxyEnvironment(environment),
    config: { secrets, token, audience: inputs.audience, idTokens: idTokensOfJob(policy.policy, core, environment) }
  });
  const state = {
    directory: files.directory,
    proxy: { kind: "child", pid: proxy.pid },
    ready: false,
    ...digestsOf(policy),
    receipt: randomUUID()
  };
  saveState(core, state);
  try {
    const ready = await proxy.ready(deadline);
    const proven = await prove(core, ready, { database: inputs.database, milliseconds });
    saveState(core, { ...state, ready: true, auditKey: ready.auditKey });
    publishConnection(core, proven);
    core.notice(exposed);
    core.setOutput("audit-file", files.audit);
    core.setOutput("html-report", files.htmlReport);
  } catch (error) {
    await stopProxy(proxy.pid, files.directory, 2e3);
    throw error;
  }
};
export {
  startProxyMode
};
