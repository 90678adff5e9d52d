import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  proxyFiles
} from "./chunk-N3FMMYB2.js";
import {
  remoteConfig
} from "./chunk-JHTUR3WE.js";
import {
  idTokensOfJob,
  jobToken,
  prove,
  publishConnection
} from "./chunk-RPYF5HBJ.js";
import {
  controlClient
} from "./chunk-2AC6T25O.js";
import {
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
import {
  int,
  object,
  string
} from "./chunk-G5DACBIO.js";
import "./chunk-ELP4KOE3.js";
import {
  PgveilError,
  errorText
} from "./chunk-YKELLRG3.js";
import "./chunk-45VCJYBB.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// action/isolate/isolated-mode.ts
init_define_navigator();
import { randomBytes as randomBytes2, randomUUID } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { join as join3 } from "node:path";

// action/isolate/drop.ts
init_define_navigator();
import { accessSync, constants, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";

// action/isolate/root.ts
init_define_navigator();
import { execFileSync } from "node:child_process";
var asRoot = (command, ...args) => {
  try {
    return execFileSync("sudo", ["-n", "--", command, ...args], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  } catch (error) {
    throw new PgveilError("PGVEIL_INPUT", `\`isolate\` cannot run ${command} as root: ${errorText(error).trim()}`, {
      remedy: "It takes a Linux runner with util-linux and, until this step, password-less sudo: ubuntu-latest has both.",
      cause: error
    });
  }
};
var hasSudo = () => {
  try {
    execFileSync("sudo", ["-n", "--", "true"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};
var takeRoot = (platform, uid) => {
  const wrong = (what, remedy) => new PgveilError("PGVEIL_INPUT", `Input \`isolate\`: ${what}.`, { remedy });
  if (platform !== "linux") throw wrong("it is for Linux runners", "Set `runs-on: ubuntu-latest`, or leave it out.");
  if (uid === 0) {
    throw wrong(
      "the steps of this job run as root, from whom no process can be kept apart",
      "Run the proxy as a service container (`mode: connect`), or leave `container:` out of the job."
    );
  }
  if (!hasSudo()) {
    throw wrong(
      "this user has no password-less sudo, which it takes to give the proxy a user of its own",
      "Use a GitHub-hosted runner, or run the proxy as a service container (`mode: connect`)."
    );
  }
  return asRoot;
};

// action/isolate/drop.ts
var sockets = [
  "/run/docker.sock",
  "/run/containerd/containerd.sock",
  "/run/podman/podman.sock",
  "/run/incus/unix.socket",
  "/var/lib/incus/unix.socket",
  "/var/snap/lxd/common/lxd/unix.socket"
];
var rule = "/etc/sudoers.d/zzzz-pgveil";
var usable = (socket) => {
  try {
    accessSync(socket, constants.W_OK);
    return true;
  } catch {
    return false;
  }
};
var dropRoot = (asRoot2, uid, directory) => {
  for (const socket of sockets.filter((path) => existsSync(path))) {
    asRoot2("chown", "root:root", socket);
    asRoot2("chmod", "0600", socket);
  }
  const file = join(directory, "sudoers");
  writeFileSync(file, `#${String(uid)} ALL=(ALL:ALL) !ALL
`, { mode: 384 });
  asRoot2("install", "-m", "0440", "-o", "root", "-g", "root", file, rule);
  const left = [...hasSudo() ? ["sudo"] : [], ...sockets.filter(usable)];
  if (left.length === 0) return;
  throw new PgveilError("PGVEIL_INPUT", `Input \`isolate\`: this user is still root by ${left.join(", ")}.`, {
    remedy: "Use a GitHub-hosted runner, or run the proxy as a service container (`mode: connect`)."
  });
};

// action/isolate/launch.ts
init_define_navigator();
import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { join as join2 } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
var saidSchema = object({
  pid: int(),
  control: object({ host: string(), port: int() })
});
var failed = ({ log }, what) => new PgveilError("PGVEIL_PROXY", `${what}:
${readFileSync(log, "utf8").trimEnd().split("\n").slice(-12).join("\n")}`);
var launch = async ({ uid, place, files, environment, controlToken, deadline }) => {
  const said = join2(files.directory, "said.json");
  const [output, log] = [openSync(said, "a", 384), openSync(files.log, "a", 384)];
  const rights = [
    `--reuid=${String(uid)}`,
    `--regid=${String(uid)}`,
    "--clear-groups",
    "--inh-caps=-all",
    "--bounding-set=-all",
    "--no-new-privs"
  ];
  const serve = [
    "serve",
    "--locked",
    "--listen",
    "127.0.0.1:0",
    "--control",
    "127.0.0.1:0",
    "--audit",
    place.audit,
    "--config-stdin"
  ];
  const child = spawn(
    "sudo",
    [
      "-n",
      `--preserve-env=${Object.keys(environment).join(",")}`,
      "--",
      "setsid",
      "--fork",
      "setpriv",
      ...rights,
      "--",
      place.node,
      place.entry,
      ...serve
    ],
    { cwd: "/", env: { ...environment }, stdio: ["pipe", output, log] }
  );
  for (const descriptor of [output, log]) closeSync(descriptor);
  let ended;
  child.once("error", (error) => ended = error.message);
  child.once("exit", (code) => {
    if (code !== 0) ended = `exit code ${String(code)}`;
  });
  child.stdin?.on("error", () => void 0);
  child.stdin?.end(JSON.stringify({ controlToken }));
  for (; ; ) {
    const line = readFileSync(said, "utf8");
    if (line.endsWith("\n")) return saidSchema.parse(JSON.parse(line));
    if (ended !== void 0) throw failed(files, `The isolated proxy did not start (${ended})`);
    if (deadline.aborted) throw failed(files, "The isolated proxy did not start in time");
    await sleep(20);
  }
};

// action/isolate/place.ts
init_define_navigator();
import { randomBytes } from "node:crypto";
import { dirname } from "node:path";
var makePlace = (asRoot2, uid, { node, entry }) => {
  const directory = `/var/lib/pgveil-${randomBytes(6).toString("hex")}`;
  const own = ["-o", String(uid), "-g", String(uid)];
  asRoot2("install", "-d", "-m", "0755", "-o", "root", "-g", "root", directory);
  asRoot2("install", "-m", "0755", "-o", "root", "-g", "root", node, `${directory}/node`);
  asRoot2("cp", "-R", "--no-preserve=all", dirname(entry), `${directory}/dist`);
  asRoot2("chmod", "-R", "u=rwX,go=rX", `${directory}/dist`);
  asRoot2("install", "-d", "-m", "0700", ...own, `${directory}/audit`);
  return { directory, node: `${directory}/node`, entry: `${directory}/dist/pgveil.js`, audit: `${directory}/audit` };
};

// action/isolate/user.ts
init_define_navigator();
import { randomInt } from "node:crypto";
import { readdirSync, readFileSync as readFileSync2, statSync } from "node:fs";
var range = { first: 61184, last: 65519 };
var runningUids = () => new Set(
  readdirSync("/proc").flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      return [statSync(`/proc/${name}`).uid];
    } catch {
      return [];
    }
  })
);
var namedUids = () => new Set(
  readFileSync2("/etc/passwd", "utf8").split("\n").map((line) => Number(line.split(":")[2]))
);
var freeUid = () => {
  const taken = /* @__PURE__ */ new Set([...runningUids(), ...namedUids()]);
  for (let attempt = 0; attempt < 1e3; attempt += 1) {
    const uid = randomInt(range.first, range.last + 1);
    if (!taken.has(uid)) return uid;
  }
  throw new PgveilError("PGVEIL_INTERNAL", "there is no free user id");
};

// action/isolate/isolated-mode.ts
var isolatedMode = async (inputs, context) => {
  const { core, environment, temp, uid } = context;
  const asRoot2 = takeRoot(context.platform, uid);
  const file = readPolicy(inputs);
  const secrets = policySecrets(file, inputs.databaseUrl, environment);
  for (const value of maskedValues(secrets)) core.setSecret(value);
  const token = await jobToken(core, audienceOf(inputs, file.policy), environment);
  const idTokens = idTokensOfJob(file.policy, core, environment);
  const files = proxyFiles(mkdtempSync(join3(temp, "pgveil-")));
  const milliseconds = inputs.startupSeconds * 1e3;
  const deadline = AbortSignal.timeout(milliseconds);
  const proxyUid = freeUid();
  const place = makePlace(asRoot2, proxyUid, context);
  const controlToken = randomBytes2(32).toString("base64url");
  core.setSecret(controlToken);
  const { control, pid } = await launch({
    uid: proxyUid,
    place,
    files,
    environment: proxyEnvironment(environment),
    controlToken,
    deadline
  });
  const state = {
    directory: files.directory,
    proxy: { kind: "remote", control, token: controlToken, ends: true },
    ready: false,
    ...digestsOf(file),
    receipt: randomUUID()
  };
  saveState(core, state);
  try {
    const ready = await controlClient(control, controlToken).configure(remoteConfig(inputs, file, { secrets, token, idTokens }));
    const proven = await prove(core, ready, { database: inputs.database, milliseconds });
    dropRoot(asRoot2, uid ?? 0, files.directory);
    saveState(core, { ...state, ready: true, auditKey: ready.auditKey });
    publishConnection(core, proven);
    core.info(
      `The proxy (process ${String(pid)}) runs as user ${String(proxyUid)}; later steps have neither sudo nor a container engine.`
    );
  } catch (error) {
    await controlClient(control, controlToken).stop().catch(() => void 0);
    throw error;
  }
};
export {
  isolatedMode
};
