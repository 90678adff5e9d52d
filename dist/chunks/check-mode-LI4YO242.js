import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  junit,
  sarif
} from "./chunk-76UO2MBV.js";
import {
  basePolicy,
  baseTree,
  staticVerdict
} from "./chunk-BKFMGO6Q.js";
import {
  fromRoot
} from "./chunk-FRPWFHM4.js";
import "./chunk-AIMGHOTB.js";
import {
  gateProblem,
  publish,
  runGate
} from "./chunk-P3YRXVWN.js";
import {
  json
} from "./chunk-7F7GVLDK.js";
import "./chunk-HFU54XPB.js";
import "./chunk-QDQDC4X5.js";
import {
  version
} from "./chunk-T37S2YRO.js";
import "./chunk-QKHBQBPE.js";
import "./chunk-NEX4ZP4U.js";
import "./chunk-YGJAAYSF.js";
import "./chunk-YESDZTAX.js";
import "./chunk-742OKAFA.js";
import "./chunk-XCX6QNRN.js";
import "./chunk-6V7RBW6P.js";
import "./chunk-7QMD2IBT.js";
import "./chunk-7ICE2OYI.js";
import "./chunk-QGR7FV53.js";
import "./chunk-OKLFN3DZ.js";
import "./chunk-BZPNL3EV.js";
import "./chunk-OMUHGYEW.js";
import "./chunk-2VCOYOLM.js";
import "./chunk-BRH2XC46.js";
import "./chunk-PJUCC2CV.js";
import "./chunk-WF5BBFAO.js";
import "./chunk-ZNT54NS5.js";
import "./chunk-5BUFJLRN.js";
import "./chunk-5LNJKYM5.js";
import {
  failureText,
  pullRequestBase
} from "./chunk-SJ2D2XDX.js";
import "./chunk-E7EOEMRT.js";
import "./chunk-ZQTEWZ2X.js";
import "./chunk-7E2PMM4C.js";
import {
  maskedValues,
  policyName,
  policySecrets,
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
  PgveilError,
  errorText
} from "./chunk-YKELLRG3.js";
import "./chunk-45VCJYBB.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// action/check-mode.ts
init_define_navigator();
import { mkdtempSync as mkdtempSync2, writeFileSync as writeFileSync2 } from "node:fs";
import { join as join2 } from "node:path";

// action/check-base.ts
init_define_navigator();
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
var hasCommit = (workspace, revision) => {
  const git = (...args) => {
    try {
      execFileSync("git", args, { cwd: workspace, stdio: "ignore", timeout: 6e4 });
      return true;
    } catch {
      return false;
    }
  };
  const known = () => git("cat-file", "-e", `${revision}^{commit}`);
  return known() || git("fetch", "--quiet", "--no-tags", "--depth=1", "origin", revision) && known();
};
var findBase = async (context) => {
  const { inputs, environment, workspace, temp, policyPath } = context;
  if (inputs.base !== void 0) return inputs.base;
  const commit = pullRequestBase(environment);
  if (commit === void 0) return void 0;
  if (hasCommit(workspace, commit.sha)) return commit.sha;
  const remedy = "Give actions/checkout `fetch-depth: 0`, or the job `contents: read`.";
  if (inputs.githubToken === void 0) {
    throw new PgveilError("PGVEIL_GATE", "The base of the pull request is not in the checkout.", { remedy });
  }
  try {
    const text = await context.fetchFile(inputs.githubToken, commit, policyPath);
    const directory = mkdtempSync(join(temp, "pgveil-base-"));
    if (text !== void 0) {
      mkdirSync(dirname(join(directory, policyPath)), { recursive: true });
      writeFileSync(join(directory, policyPath), text);
    }
    return directory;
  } catch (error) {
    throw new PgveilError("PGVEIL_GATE", `The policy of the pull request's base cannot be read: ${errorText(error)}`, {
      remedy,
      cause: error
    });
  }
};

// action/check-verdict.ts
init_define_navigator();
var describedDatabase = ({ databases }, asked) => {
  const [only, second] = databases.keys();
  if (asked !== void 0 && databases.has(asked)) return asked;
  if (asked === void 0 && only !== void 0 && second === void 0) return only;
  throw new PgveilError(
    "PGVEIL_INPUT",
    "Input `schema` describes one database of the policy, and `database` does not say which.",
    {
      remedy: `Set \`database:\` to one of ${[...databases.keys()].map((name) => `\`${name}\``).join(", ")}.`
    }
  );
};
var baseOf = (base, workspace, policyPath) => {
  const policy = base === void 0 ? void 0 : basePolicy(baseTree(workspace, base), policyPath);
  return policy === void 0 ? void 0 : { policy };
};
var checkVerdict = async (file, context) => {
  const { inputs, environment, workspace, clock, core, policyPath, base } = context;
  if (inputs.schema.length > 0) {
    return staticVerdict({
      policy: file.policy,
      policyPath,
      database: describedDatabase(file.policy, inputs.database),
      cwd: workspace,
      paths: inputs.schema.map((path) => fromRoot(workspace, path)),
      base,
      accepted: file.accepted,
      failOn: inputs.failOn,
      observed: void 0,
      clock,
      progress: { show: () => void 0, end: () => void 0 }
    });
  }
  for (const value of maskedValues(policySecrets(file, inputs.databaseUrl, environment))) core.setSecret(value);
  const before = baseOf(base, workspace, policyPath);
  return runGate(file, {
    inputs,
    environment,
    clock,
    observed: void 0,
    ...before === void 0 ? {} : { base: before }
  });
};

// action/check-mode.ts
var forms = {
  "sarif-file": { file: "pgveil.sarif", render: (report) => sarif(report) },
  "junit-file": { file: "pgveil.junit.xml", render: junit },
  "verdict-file": { file: "verdict.json", render: json }
};
var checkMode = async (inputs, context) => {
  const { core, workspace, temp } = context;
  const name = policyName(inputs, workspace);
  const file = readPolicy({ policy: inputs.policy, policyName: name });
  const base = await findBase({ ...context, inputs, policyPath: name });
  const verdict = await checkVerdict(file, { ...context, inputs, base, policyPath: name });
  const report = { version, policy: name, verdict, observed: void 0, problems: [] };
  const problem = gateProblem(verdict);
  const directory = mkdtempSync2(join2(temp, "pgveil-check-"));
  for (const [output, { file: form, render }] of Object.entries(forms)) {
    const path = join2(directory, form);
    writeFileSync2(path, render(report));
    core.setOutput(output, path);
  }
  core.setOutput("verdict", verdict.result);
  core.setOutput("errors", verdict.counts.error);
  core.setOutput("warnings", verdict.counts.warning);
  await publish(core, report, problem === void 0 ? 0 : 1);
  await context.comment({ inputs, report, audit: void 0 });
  if (problem === void 0) return;
  if (!inputs.warnOnly) throw problem;
  core.warning(failureText(problem));
};
export {
  checkMode
};
