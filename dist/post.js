import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  writeHtmlReport
} from "./chunks/chunk-4XGA4TK5.js";
import {
  gateProblem,
  publish,
  runGate,
  samePolicy
} from "./chunks/chunk-P3YRXVWN.js";
import {
  createObserver
} from "./chunks/chunk-UN4JAEEC.js";
import {
  verifyFile
} from "./chunks/chunk-452EH6UR.js";
import "./chunks/chunk-3R3MEIAV.js";
import {
  json
} from "./chunks/chunk-7F7GVLDK.js";
import "./chunks/chunk-HFU54XPB.js";
import "./chunks/chunk-QDQDC4X5.js";
import {
  stopProxy
} from "./chunks/chunk-UGL6OAXL.js";
import {
  proxyFiles
} from "./chunks/chunk-N3FMMYB2.js";
import {
  version
} from "./chunks/chunk-T37S2YRO.js";
import "./chunks/chunk-QKHBQBPE.js";
import "./chunks/chunk-NEX4ZP4U.js";
import "./chunks/chunk-YGJAAYSF.js";
import "./chunks/chunk-YESDZTAX.js";
import "./chunks/chunk-742OKAFA.js";
import "./chunks/chunk-XCX6QNRN.js";
import "./chunks/chunk-6V7RBW6P.js";
import "./chunks/chunk-7QMD2IBT.js";
import "./chunks/chunk-7ICE2OYI.js";
import "./chunks/chunk-QGR7FV53.js";
import "./chunks/chunk-OKLFN3DZ.js";
import "./chunks/chunk-BZPNL3EV.js";
import "./chunks/chunk-OMUHGYEW.js";
import "./chunks/chunk-2VCOYOLM.js";
import "./chunks/chunk-BRH2XC46.js";
import "./chunks/chunk-PJUCC2CV.js";
import "./chunks/chunk-WF5BBFAO.js";
import "./chunks/chunk-ZNT54NS5.js";
import "./chunks/chunk-5BUFJLRN.js";
import "./chunks/chunk-5LNJKYM5.js";
import {
  comment,
  lazyCommentClient,
  readInputs,
  runUrl
} from "./chunks/chunk-2AJFV5KQ.js";
import {
  failureText
} from "./chunks/chunk-SJ2D2XDX.js";
import {
  core_exports,
  setFailed
} from "./chunks/chunk-HYSARQ7F.js";
import "./chunks/chunk-UBKG2SG2.js";
import "./chunks/chunk-E7EOEMRT.js";
import {
  outcomeOf
} from "./chunks/chunk-ZQTEWZ2X.js";
import "./chunks/chunk-7E2PMM4C.js";
import "./chunks/chunk-4OLXNSHT.js";
import {
  controlClient
} from "./chunks/chunk-2AC6T25O.js";
import {
  readState
} from "./chunks/chunk-HT6QHG7Z.js";
import {
  policyName
} from "./chunks/chunk-QXOMXCME.js";
import "./chunks/chunk-TE5SW4KO.js";
import "./chunks/chunk-4TIDE7AX.js";
import "./chunks/chunk-MD22CKJ6.js";
import "./chunks/chunk-AYCFBX33.js";
import "./chunks/chunk-NCSC6ZH6.js";
import "./chunks/chunk-VDEXSPJ2.js";
import "./chunks/chunk-IVPIFDTZ.js";
import "./chunks/chunk-TUBAPXYN.js";
import "./chunks/chunk-YM7ACMYJ.js";
import "./chunks/chunk-5BZJKHHS.js";
import "./chunks/chunk-G5DACBIO.js";
import "./chunks/chunk-ELP4KOE3.js";
import {
  PgveilError,
  errorText
} from "./chunks/chunk-YKELLRG3.js";
import "./chunks/chunk-45VCJYBB.js";
import {
  init_define_navigator
} from "./chunks/chunk-AIKYVZQT.js";

// action/post.ts
init_define_navigator();

// action/finish.ts
init_define_navigator();
import { existsSync as existsSync2, readFileSync as readFileSync2, rmSync as rmSync2 } from "node:fs";

// action/remote-stop.ts
init_define_navigator();
import { rmSync } from "node:fs";
var stopRemote = async ({ control, token, ends }, files, onTrouble) => {
  const client = controlClient(control, token);
  try {
    await client.finish();
    rmSync(files.audit, { force: true });
    await client.fetchAudit(files.audit);
    return "stopped";
  } catch (error) {
    onTrouble(error);
    return "was-dead";
  } finally {
    if (ends) await client.stop().catch(() => void 0);
  }
};

// action/receipt.ts
init_define_navigator();
import { readFileSync, writeFileSync } from "node:fs";
var hasReceipt = (files, state) => {
  try {
    return readFileSync(files.receipt, "utf8") === state.receipt;
  } catch {
    return false;
  }
};
var writeReceipt = (files, state) => {
  writeFileSync(files.receipt, state.receipt, { mode: 384 });
};

// action/upload-evidence.ts
init_define_navigator();
import { existsSync } from "node:fs";

// action/artifact.ts
init_define_navigator();
import { basename } from "node:path";
var unavailable = (environment2) => {
  const host = new URL(environment2["GITHUB_SERVER_URL"] ?? "https://github.com").hostname.toLowerCase();
  if (host !== "github.com" && !host.endsWith(".ghe.com") && !host.endsWith(".localhost")) {
    return "GitHub Enterprise Server does not take artifacts of this kind";
  }
  return environment2["ACTIONS_RUNTIME_TOKEN"] && environment2["ACTIONS_RESULTS_URL"] ? void 0 : "this runner gives the step no artifact service";
};
var nameOf = ({ environment: environment2, directory }) => {
  const job = (environment2["GITHUB_JOB"] ?? "job").replaceAll(/[^\w.-]/g, "-");
  const attempt = environment2["GITHUB_RUN_ATTEMPT"] ?? "1";
  return `pgveil-audit-${job}-${attempt}-${basename(directory).slice("pgveil-".length)}`;
};
var uploadFiles = async (upload) => {
  const reason = unavailable(upload.environment);
  if (reason !== void 0) return { kind: "unavailable", reason };
  const name = nameOf(upload);
  const client = await upload.client();
  const options = upload.retentionDays === void 0 ? {} : { retentionDays: upload.retentionDays };
  const { id } = await client.uploadArtifact(name, [...upload.files], upload.directory, options);
  return { kind: "uploaded", name, url: id === void 0 ? void 0 : `${runUrl(upload.environment)}/artifacts/${String(id)}` };
};

// action/upload-evidence.ts
var sayUpload = (core, outcome, files) => {
  if (outcome.kind === "uploaded") {
    core.info(`The audit is in the artifact ${outcome.name}.`);
    return outcome.url;
  }
  core.notice(`The audit was not uploaded: ${outcome.reason}. It is at ${files.audit} on the runner until the job ends.`);
  return void 0;
};
var uploadEvidence = async (context, inputs, files) => {
  if (!inputs.uploadAudit) return { url: void 0, problem: void 0 };
  try {
    const outcome = await uploadFiles({
      environment: context.environment,
      client: context.artifactClient,
      directory: files.directory,
      files: [files.audit, files.verdict, files.htmlReport, files.statement, files.predicate].filter((file) => existsSync(file)),
      retentionDays: inputs.retentionDays
    });
    return { url: sayUpload(context.core, outcome, files), problem: void 0 };
  } catch (error) {
    const problem = new PgveilError("PGVEIL_AUDIT", `The audit could not be uploaded: ${errorText(error)}`, {
      remedy: "Run the job again, or set `upload-audit: false` and keep the file of the output `audit-file` yourself.",
      cause: error
    });
    return { url: void 0, problem };
  }
};

// action/finish.ts
var stopProblem = {
  stopped: void 0,
  "was-dead": "The proxy was gone before the job ended: what the agent did after that is not on record.",
  killed: "The proxy did not end when asked and was killed: its audit has no signed end."
};
var judged = async (context, run) => {
  try {
    return await context.judge(run);
  } catch (error) {
    const problem = new PgveilError("PGVEIL_GATE", `The gate could not reach a verdict: ${errorText(error)}`, { cause: error });
    const problems = [...run.problems, problem];
    const report = { version, policy: run.inputs.policyName, verdict: void 0, observed: void 0, problems };
    return { report, problems: [problem], gate: void 0 };
  }
};
var stop = async ({ core, grace: grace2 }, { proxy, directory }, files) => proxy.kind === "child" ? stopProxy(proxy.pid, directory, grace2) : stopRemote(proxy, files, (error) => {
  core.info(failureText(error));
});
var lastWords = ({ log }) => existsSync2(log) ? `The proxy's log:
${readFileSync2(log, "utf8").slice(-1e4)}` : "";
var finish = async (context) => {
  const { core } = context;
  const state = readState(core);
  if (state === void 0) {
    core.info("This step has left no proxy: there is nothing to finish.");
    return;
  }
  const files = proxyFiles(state.directory);
  if (hasReceipt(files, state)) {
    core.info("pgveil has finished this job already.");
    return;
  }
  const outcome = await stop(context, state, files);
  rmSync2(files.ready, { force: true });
  if (!state.ready) {
    core.info("pgveil was not ready when the job ended: there is no verdict.");
    return;
  }
  const inputs = readInputs(core, context.workspace);
  const stopped = stopProblem[outcome];
  const problems = [];
  if (stopped !== void 0) {
    core.info(lastWords(files));
    problems.push(new PgveilError("PGVEIL_PROXY", stopped, { remedy: "The log of this step has what the proxy said last." }));
  }
  const { report, gate, ...judgement } = await judged(context, { inputs, state, files, problems: [...problems] });
  problems.push(...judgement.problems);
  const { url, problem } = await uploadEvidence(context, inputs, files);
  if (problem !== void 0) problems.push(problem);
  const said = problem === void 0 ? report : { ...report, problems: [...report.problems, problem] };
  await context.comment({ inputs, report: said, audit: url });
  writeReceipt(files, state);
  for (const one of problems) core.setFailed(failureText(one));
  if (gate === void 0) return;
  if (inputs.warnOnly) core.warning(failureText(gate));
  else core.setFailed(failureText(gate));
};

// action/judge.ts
init_define_navigator();
import { existsSync as existsSync3, writeFileSync as writeFileSync3 } from "node:fs";

// action/audit.ts
init_define_navigator();
var broken = (message) => new PgveilError("PGVEIL_AUDIT", `The audit does not verify: ${message}.`, {
  remedy: "Something removed or changed the log, or ended the proxy: treat what the agent saw in this job as unknown."
});
var observeAudit = (file, publicKey) => {
  if (publicKey === void 0) throw broken("the proxy has named no key that signs it");
  const observer = createObserver();
  const verdict = verifyFile(file, {
    publicKey,
    onRecord: ({ event }) => {
      observer.add(event);
    }
  });
  if (!verdict.ok) throw broken(`record ${String(verdict.record)}: ${verdict.message}`);
  return observer.result();
};

// action/evidence.ts
init_define_navigator();
import { createHash } from "node:crypto";
import { createReadStream, writeFileSync as writeFileSync2 } from "node:fs";
import { basename as basename2 } from "node:path";

// src/report/in-toto.ts
init_define_navigator();
var predicateType = "https://in-toto.io/attestation/test-result/v0.1";
var resultOf = (report) => {
  if (outcomeOf(report) !== "pass") return "FAILED";
  return (report.verdict?.counts.warning ?? 0) > 0 ? "WARNED" : "PASSED";
};
var checksWith = ({ verdict }, severity) => {
  const found = new Set(verdict?.findings.filter((one) => one.severity === severity).map(({ id }) => id));
  return verdict?.checks.filter((id) => found.has(id)) ?? [];
};
var testResult = ({ report, audit, policyDigest, url }) => {
  const failedTests = checksWith(report, "error");
  const warnedTests = checksWith(report, "warning").filter((id) => !failedTests.includes(id));
  const { verdict, observed } = report;
  return {
    result: resultOf(report),
    configuration: [{ name: report.policy, digest: { sha256: policyDigest } }],
    url,
    passedTests: verdict?.checks.filter((id) => !failedTests.includes(id) && !warnedTests.includes(id)) ?? [],
    warnedTests,
    failedTests,
    pgveil: {
      version: report.version,
      outcome: outcomeOf(report),
      counts: verdict?.counts ?? null,
      problems: report.problems.map(({ code }) => code),
      auditHead: audit.head === void 0 ? null : { records: audit.head.records, root: audit.head.root, publicKey: audit.head.publicKey },
      run: observed === void 0 ? null : { sessions: observed.sessions, statements: observed.statements, rows: observed.rows }
    }
  };
};
var inTotoStatement = (attested) => ({
  _type: "https://in-toto.io/Statement/v1",
  subject: [{ name: attested.audit.name, digest: { sha256: attested.audit.sha256 } }],
  predicateType,
  predicate: testResult(attested)
});

// action/evidence.ts
var digestOf = async (file) => {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest("hex");
};
var writeJson = (file, value) => {
  writeFileSync2(file, `${JSON.stringify(value, void 0, 2)}
`, { mode: 384 });
};
var writeEvidence = async ({ files, state, report, url, clock }) => {
  const { head } = writeHtmlReport({
    log: files.audit,
    out: files.htmlReport,
    expectedKey: state.auditKey,
    version: report.version,
    clock
  });
  const audit = { name: basename2(files.audit), sha256: await digestOf(files.audit), head };
  const attested = { report, audit, policyDigest: state.policyDigest, url };
  writeJson(files.predicate, testResult(attested));
  writeJson(files.statement, inTotoStatement(attested));
};

// action/judge.ts
var createJudge = ({ core, environment: environment2, workspace: workspace2, clock }) => async (run) => {
  const { inputs, state, files } = run;
  const problems = [];
  const attempt = async (code, what, make) => {
    try {
      return await make();
    } catch (error) {
      problems.push(
        error instanceof PgveilError ? error : new PgveilError(code, `${what}: ${errorText(error)}`, { cause: error })
      );
      return void 0;
    }
  };
  const name = policyName(inputs, workspace2);
  const observed = await attempt("PGVEIL_AUDIT", "The audit cannot be read", () => observeAudit(files.audit, state.auditKey));
  const verdict = await attempt(
    "PGVEIL_GATE",
    "The gate could not reach a verdict",
    async () => runGate(samePolicy(inputs.policy, name, state), { inputs, environment: environment2, clock, observed })
  );
  const report = { version, policy: name, verdict, observed, problems: [...run.problems, ...problems] };
  if (verdict !== void 0) writeFileSync3(files.verdict, json(report), { mode: 384 });
  if (existsSync3(files.audit)) {
    const evidence = { files, state, report, url: runUrl(environment2), clock };
    await attempt("PGVEIL_AUDIT", "The report of the audit cannot be made", async () => writeEvidence(evidence));
  }
  const gate = verdict === void 0 ? void 0 : gateProblem(verdict);
  await publish(core, report, run.problems.length + problems.length + (gate === void 0 ? 0 : 1));
  return { report, problems, gate };
};

// action/post.ts
var grace = 1e4;
var environment = process.env;
var workspace = environment["GITHUB_WORKSPACE"] ?? process.cwd();
try {
  await finish({
    core: core_exports,
    environment,
    workspace,
    grace,
    artifactClient: async () => (await import("./chunks/artifact-RYP7YNCM.js")).default,
    judge: createJudge({ core: core_exports, environment, workspace, clock: Date.now }),
    comment: async (run) => comment({ core: core_exports, environment, client: lazyCommentClient }, run)
  });
} catch (error) {
  setFailed(failureText(error));
}
