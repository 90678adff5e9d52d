import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  controlToken,
  createInstance,
  openControl,
  parseLocalPrincipals,
  readPolicyFile,
  startServing,
  untilStopped
} from "./chunk-EDQFIYQR.js";
import {
  PgveilError,
  errorText
} from "./chunk-H5TDN6XM.js";
import "./chunk-LAFQXH6X.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/cli/serve-policy.ts
init_define_navigator();
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
var readLocals = (policy, policyPath) => {
  const { local } = policy.document.identity;
  if (local === void 0) return /* @__PURE__ */ new Map();
  const path = resolve(dirname(policyPath), local.verifiers);
  try {
    return parseLocalPrincipals(readFileSync(path, "utf8"), local.verifiers);
  } catch (error) {
    if (error instanceof PgveilError) throw error;
    throw new PgveilError("PGVEIL_CONFIG", `the verifier file ${local.verifiers} cannot be read: ${errorText(error)}`, {
      remedy: "Make a line of it with `pgveil passwd NAME`, or leave identity.local out.",
      cause: error
    });
  }
};
var writeReadyFile = (path, contents) => {
  const fresh = `${path}.${String(process.pid)}`;
  writeFileSync(fresh, `${JSON.stringify(contents)}
`, { mode: 384 });
  renameSync(fresh, path);
};
var servePolicy = async (context, options) => {
  const { config, parser, listen, tls, auditPath, policyPath, readyFile } = options;
  const token = controlToken(context, config);
  let stop = () => void 0;
  const instance = createInstance({
    configure: void 0,
    stop: () => {
      stop();
    }
  });
  const control = options.control === void 0 ? void 0 : await openControl(context, options.control, token, instance);
  try {
    const { gateway, audit, auditFile } = await instance.start(async () => {
      const policy = readPolicyFile(policyPath);
      const serving = await startServing(context, {
        policy,
        config,
        parser,
        locals: readLocals(policy, policyPath),
        listen,
        tls,
        auditPath
      });
      return { serving, known: serving };
    });
    const { host, port } = gateway;
    const session = config.token === void 0 ? void 0 : await gateway.issue(config.token);
    const stopper = untilStopped();
    stop = () => {
      stopper.stop("a word at the control port");
    };
    if (readyFile !== void 0) writeReadyFile(readyFile, { host, port, pid: process.pid, auditKey: audit.publicKey, session });
    context.stderr.write(`pgveil listens on ${host}:${String(port)}; the audit goes to ${auditFile}
`);
    context.stderr.write(`pgveil stops on ${await stopper.stopped}
`);
    await instance.drain(options.drain);
    return 0;
  } finally {
    if (readyFile !== void 0) rmSync(readyFile, { force: true });
    if (instance.state() !== "starting") await instance.finish();
    await control?.close();
  }
};
export {
  servePolicy
};
