import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  connectionEnvironment,
  connectionOf,
  connectionTo,
  probe,
  urlEnvironment
} from "./chunk-QXOMXCME.js";
import {
  configuredIdentity,
  githubSource
} from "./chunk-MD22CKJ6.js";
import {
  PgveilError,
  errorText
} from "./chunk-YKELLRG3.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// action/identity.ts
init_define_navigator();
var remedy = [
  "Give the job the permission:",
  "",
  "    permissions:",
  "      id-token: write",
  "      contents: read",
  "",
  "Pull requests from forks and runs that Dependabot starts never get an ID token: run the agent on a branch of this",
  "repository, or skip the pgveil step there with `if: github.event.pull_request.head.repo.fork != true && github.actor != 'dependabot[bot]'`."
].join("\n");
var jobToken = async (source, audience, environment) => {
  if (!environment["ACTIONS_ID_TOKEN_REQUEST_URL"] || !environment["ACTIONS_ID_TOKEN_REQUEST_TOKEN"]) {
    throw new PgveilError(
      "PGVEIL_IDENTITY",
      "This job cannot get an ID token: it has no id-token permission, or it runs from a fork. Without an identity pgveil lets nobody in.",
      { remedy }
    );
  }
  try {
    return await source.getIDToken(audience);
  } catch (error) {
    throw new PgveilError("PGVEIL_IDENTITY", `GitHub gave no ID token: ${errorText(error).replaceAll(/\s+/g, " ").trim()}`, {
      remedy: "Run the job again; if it stays so, look at https://www.githubstatus.com.",
      cause: error
    });
  }
};

// action/cloud-identity.ts
init_define_navigator();
var audiencesOf = ({ databases }) => [
  ...new Set(
    [...databases.values()].flatMap(
      ({ credentials }) => [...credentials.values()].flatMap(
        ({ identity }) => identity === void 0 || identity["token-file"] !== void 0 ? [] : [configuredIdentity(identity).audience]
      )
    )
  )
];
var exposed = "The database trusts the identity of this job, and every step of the job can ask GitHub for the same token and log in without pgveil, if it reaches the database. docs/cloud-identities.md says how a gateway outside of the job avoids that.";
var idTokensOfJob = (policy, core, environment) => {
  if (audiencesOf(policy).length === 0) return void 0;
  core.notice(exposed);
  const source = githubSource(environment);
  if (source?.kind === "request") core.setSecret(source.token);
  return source;
};
var idTokensToSend = async (policy, core, environment) => {
  const audiences = audiencesOf(policy);
  if (audiences.length === 0) return void 0;
  core.notice(exposed);
  const tokens = await Promise.all(
    audiences.map(async (audience) => [audience, await jobToken(core, audience, environment)])
  );
  return { kind: "tokens", tokens: Object.fromEntries(tokens) };
};

// action/hand-over.ts
init_define_navigator();
var prove = async (core, source, { database, milliseconds }) => {
  const connection = connectionOf(source, database);
  const all = source.session.databases.map((name) => connectionTo(source, name));
  core.setSecret(connection.password);
  core.setSecret(encodeURIComponent(connection.password));
  const variables = { ...connectionEnvironment(connection), ...urlEnvironment(all) };
  await probe(connection, milliseconds);
  return { connection, all, variables };
};
var publishConnection = (core, { connection, all, variables }) => {
  const { host, port, user, database, uri } = connection;
  const uris = JSON.stringify(Object.fromEntries(all.map((one) => [one.database, one.uri])));
  const outputs = { host, port, user, database, "connection-uri": uri, "connection-uris": uris };
  for (const [name, value] of Object.entries(variables)) core.exportVariable(name, value);
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
  core.info(
    `pgveil is ready at ${host}:${String(port)}: database ${database}, user ${user}. PGHOST and the rest are set for later steps.`
  );
};

export {
  jobToken,
  idTokensOfJob,
  idTokensToSend,
  prove,
  publishConnection
};
