import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  pullRequestOf
} from "./chunk-SJ2D2XDX.js";
import {
  failOnValues
} from "./chunk-UBKG2SG2.js";
import {
  markdown,
  prose
} from "./chunk-E7EOEMRT.js";
import {
  outcomeOf
} from "./chunk-ZQTEWZ2X.js";
import {
  PgveilError,
  errorText
} from "./chunk-YKELLRG3.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// action/comment/comment.ts
init_define_navigator();
import { setTimeout as sleep } from "node:timers/promises";

// action/run-url.ts
init_define_navigator();
var runUrl = (environment) => `${environment["GITHUB_SERVER_URL"] ?? "https://github.com"}/${environment["GITHUB_REPOSITORY"] ?? ""}/actions/runs/${environment["GITHUB_RUN_ID"] ?? ""}`;

// action/comment/body.ts
init_define_navigator();

// action/comment/marker.ts
init_define_navigator();
import { createHash } from "node:crypto";
var commentStates = ["pass", "fail", "incomplete", "resolved"];
var sorted = (value) => value !== null && typeof value === "object" && !Array.isArray(value) ? Object.fromEntries(
  Object.entries(value).toSorted(([a], [b]) => a < b ? -1 : 1).map(([name, member]) => [name, sorted(member)])
) : value;
var digestOf = (text) => createHash("sha256").update(text).digest("hex").slice(0, 32);
var commentKey = (environment, matrix) => {
  const workflow = environment["GITHUB_WORKFLOW_REF"]?.split("@")[0] ?? environment["GITHUB_WORKFLOW"] ?? "";
  return digestOf(
    JSON.stringify([workflow, environment["GITHUB_JOB"] ?? "", sorted(matrix), environment["GITHUB_ACTION"] ?? ""])
  );
};
var markerText = ({ key, state, digest }) => `<!-- pgveil:v1 ${key} ${state} ${digest} -->`;
var pattern = /^<!-- pgveil:v1 ([0-9a-f]{32}) ([a-z]+) ([0-9a-f]{32}) -->/;
var readMarker = (body) => {
  const [, key = "", word = "", digest = ""] = pattern.exec(body) ?? [];
  const state = commentStates.find((candidate) => candidate === word);
  return state === void 0 ? void 0 : { key, state, digest };
};

// action/comment/body.ts
var commentLimit = 65536;
var nextState = (outcome, before) => outcome === "pass" && before !== void 0 && before !== "pass" ? "resolved" : outcome;
var resolvedText = "**Resolved.** What an earlier run of this job found on this pull request is gone.\n\n";
var commentBody = ({ key, report, job, before, links }, limit = commentLimit) => {
  const state = nextState(outcomeOf(report), before);
  const audit = links.audit === void 0 ? "" : ` \xB7 [Audit](${links.audit})`;
  const foot = `
<sub>${prose(job)} \xB7 [Run](${links.run})${audit} \xB7 pgveil ${report.version}</sub>
`;
  const head = state === "resolved" ? resolvedText : "";
  const room = limit - Buffer.byteLength(`${markerText({ key, state, digest: digestOf("") })}
${head}${foot}`);
  const said = `${head}${markdown(report, room)}`;
  const digest = digestOf(`${job}
${said}`);
  return { text: `${markerText({ key, state, digest })}
${said}${foot}`, state, digest };
};

// action/comment/place.ts
init_define_navigator();
var jobTitle = (environment, matrix) => {
  const workflow = environment["GITHUB_WORKFLOW"];
  const values = matrix !== null && typeof matrix === "object" ? Object.values(matrix).map((value) => typeof value === "object" ? JSON.stringify(value) : String(value)) : [];
  const leg = values.length === 0 ? "" : ` (${values.join(", ")})`;
  return `${workflow === void 0 ? "" : `${workflow} / `}${environment["GITHUB_JOB"] ?? "job"}${leg}`;
};

// action/comment/retry.ts
init_define_navigator();
var seconds = (value) => {
  const number = value === void 0 || value === "" ? Number.NaN : Number(value);
  return Number.isFinite(number) && number >= 0 ? number : void 0;
};
var waitFor = ({ status = 0, headers }, attempt, { clock, random }) => {
  const backoff = 1e3 * 2 ** (attempt - 1) * (0.5 + random());
  if (status === 0 || status >= 500) return backoff;
  if (status !== 403 && status !== 429) return void 0;
  const after = seconds(headers["retry-after"]);
  if (after !== void 0) return after * 1e3 + random() * 1e3;
  const reset = seconds(headers["x-ratelimit-reset"]);
  if (reset !== void 0 && String(headers["x-ratelimit-remaining"]) === "0") {
    return Math.max(0, reset * 1e3 - clock()) + random() * 1e3;
  }
  return status === 429 ? backoff : void 0;
};
var failureOf = (error) => {
  if (!(error instanceof Error) || !("status" in error) || typeof error.status !== "number") return void 0;
  const { response } = error;
  return { status: error.status, headers: response?.headers ?? {} };
};
var retrying = async (act, options) => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await act();
    } catch (error) {
      const failure = failureOf(error);
      const wait = failure === void 0 ? void 0 : waitFor(failure, attempt, options);
      if (wait === void 0 || wait > options.longest || attempt >= options.attempts) throw error;
      await options.sleep(wait);
    }
  }
};

// action/comment/sticky.ts
init_define_navigator();
var findOwn = async ({ client, key }) => {
  let login;
  for await (const comment2 of client.list()) {
    if (readMarker(comment2.body)?.key !== key) continue;
    login ??= await client.login();
    if (comment2.author === login) return comment2;
  }
  return void 0;
};
var stick = async (options) => {
  const own = await findOwn(options);
  const marker = own === void 0 ? void 0 : readMarker(own.body);
  const body = options.body(marker?.state);
  if (own === void 0) {
    if (!options.wanted) return "nothing to say";
    await options.client.create(body.text);
    return "created";
  }
  if (marker?.digest === body.digest && marker.state === body.state) return "unchanged";
  await options.client.update(own.id, body.text);
  return "updated";
};

// action/comment/comment.ts
var attempts = 5;
var longest = 6e4;
var worthSaying = (report) => {
  const { error = 0, warning = 0 } = report.verdict?.counts ?? {};
  return outcomeOf(report) !== "pass" || error + warning > 0;
};
var refusal = (error) => {
  const status = error instanceof Error && "status" in error ? error.status : void 0;
  const why = status === 403 || status === 404 ? " Give the job `pull-requests: write`. Pull requests from forks and Dependabot never get it: the summary and the artifact stand in." : "";
  return `${errorText(error).replaceAll(/\s+/g, " ").slice(0, 300)}.${why}`;
};
var comment = async ({ core, environment, client }, run) => {
  const { inputs, report } = run;
  const pullRequest = inputs.comment === "never" ? void 0 : pullRequestOf(environment);
  if (pullRequest === void 0) return;
  const wanted = inputs.comment === "always" || worthSaying(report);
  const notSaid = (why) => {
    core[wanted ? "notice" : "info"](`There is no comment on the pull request: ${why}`);
  };
  if (inputs.githubToken === void 0) {
    notSaid("`github-token` is empty.");
    return;
  }
  const key = commentKey(environment, inputs.matrix);
  const job = jobTitle(environment, inputs.matrix);
  const links = { run: runUrl(environment), audit: run.audit };
  try {
    const loaded = await client(inputs.githubToken, pullRequest);
    const outcome = await retrying(
      async () => stick({ client: loaded, key, wanted, body: (before) => commentBody({ key, report, job, before, links }) }),
      { attempts, longest, clock: Date.now, random: Math.random, sleep }
    );
    core.info(`The comment on pull request #${String(pullRequest.number)}: ${outcome}.`);
  } catch (error) {
    notSaid(refusal(error));
  }
};

// action/comment/lazy-client.ts
init_define_navigator();
var lazyCommentClient = async (token, pullRequest) => (await import("./client-G4HSF6JW.js")).commentClient(token, pullRequest);

// action/inputs.ts
init_define_navigator();
import { resolve } from "node:path";
var modes = ["proxy", "check", "connect"];
var commentValues = ["always", "on-findings", "never"];
var wrong = (name, value, allowed) => new PgveilError("PGVEIL_INPUT", `Input \`${name}\`${value === void 0 ? "" : ` is \`${value}\``}: ${allowed}.`, {
  remedy: `Set \`${name}:\` under \`with:\` of the pgveil step, or leave it out for its default.`
});
var oneOf = (name, value, allowed) => {
  const found = allowed.find((candidate) => candidate === value);
  if (found === void 0) throw wrong(name, value, `allowed are ${allowed.map((entry) => `\`${entry}\``).join(", ")}`);
  return found;
};
var whole = (name, value, minimum, maximum) => {
  const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
  if (!(number >= minimum && number <= maximum)) {
    throw wrong(name, value, `allowed is a whole number from ${String(minimum)} to ${String(maximum)}`);
  }
  return number;
};
var databaseUrl = (value) => {
  if (value === "") return void 0;
  if (/^postgres(ql)?:\/\/\S+$/.test(value)) return value;
  throw wrong("database-url", void 0, "allowed is a URL that starts with `postgres://` or `postgresql://`");
};
var yesNo = (name, value) => oneOf(name, value, ["true", "false"]) === "true";
var address = (name, value) => {
  const [, host = "", digits = ""] = /^([A-Za-z0-9._-]+):(\d{1,5})$/.exec(value) ?? [];
  const port = Number(digits);
  if (host === "" || port < 1 || port > 65535) throw wrong(name, value, "allowed is `HOST:PORT`");
  return { host, port };
};
var matrixValues = (value) => {
  try {
    return JSON.parse(value);
  } catch {
    return value === "" ? null : value;
  }
};
var readInputs = (core, workspace) => {
  const text = (name) => core.getInput(name).trim();
  const required = (name) => {
    const value = text(name);
    if (value === "") throw wrong(name, void 0, "it must not be empty");
    return value;
  };
  const policyName = required("policy");
  const retention = text("audit-retention-days");
  const inputs = {
    mode: oneOf("mode", text("mode"), modes),
    policy: resolve(workspace, text("working-directory"), policyName),
    policyName,
    databaseUrl: databaseUrl(text("database-url")),
    database: text("database") || void 0,
    schema: text("schema").split(/\r?\n/).flatMap((line) => line.trim() === "" ? [] : [resolve(workspace, text("working-directory"), line.trim())]),
    base: text("base") || void 0,
    failOn: oneOf("fail-on", text("fail-on"), failOnValues),
    warnOnly: yesNo("warn-only", text("warn-only")),
    comment: oneOf("comment", text("comment"), commentValues),
    githubToken: text("github-token") || void 0,
    matrix: matrixValues(text("matrix")),
    isolate: yesNo("isolate", text("isolate")),
    gateway: address("gateway", text("gateway")),
    control: address("control", text("control")),
    controlToken: text("control-token") || void 0,
    audience: text("audience") || void 0,
    startupSeconds: whole("startup-timeout", text("startup-timeout"), 1, 600),
    uploadAudit: yesNo("upload-audit", text("upload-audit")),
    retentionDays: retention === "" ? void 0 : whole("audit-retention-days", retention, 1, 400)
  };
  if (inputs.isolate && inputs.mode !== "proxy") throw wrong("isolate", "true", "allowed is `true` with mode `proxy` alone");
  if (inputs.mode === "connect" && inputs.controlToken === void 0) {
    throw wrong("control-token", void 0, "mode `connect` needs it, the PGVEIL_CONTROL_TOKEN of the service container");
  }
  return inputs;
};

export {
  runUrl,
  comment,
  lazyCommentClient,
  readInputs
};
