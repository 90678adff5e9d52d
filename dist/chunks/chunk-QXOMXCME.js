import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  defaultBaseline,
  readBaselineFile
} from "./chunk-TE5SW4KO.js";
import {
  diskTree,
  loadPolicy,
  withDeclarations
} from "./chunk-4TIDE7AX.js";
import {
  problemText
} from "./chunk-ELP4KOE3.js";
import {
  PgveilError,
  errorText
} from "./chunk-YKELLRG3.js";
import {
  esm_default
} from "./chunk-45VCJYBB.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// action/policy.ts
init_define_navigator();
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { dirname, relative } from "node:path";
var sha256 = (text) => createHash("sha256").update(text).digest("hex");
var digestsOf = ({ text, policy, accepted }) => ({
  policyDigest: sha256(text),
  besideDigest: sha256(JSON.stringify([policy.declarations ?? [], [...accepted]]))
});
var readPolicy = ({ policy: path, policyName: name }) => {
  let text;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw new PgveilError("PGVEIL_CONFIG", `There is no policy at \`${name}\` that can be read.`, {
      remedy: "Check the repository out before the pgveil step (actions/checkout), or set `policy:` to where it lies.",
      cause: error
    });
  }
  const loaded = loadPolicy(text, { file: name });
  if (!loaded.ok) {
    throw new PgveilError("PGVEIL_CONFIG", `The policy is not valid:
${loaded.problems.map(problemText).join("\n")}`, {
      remedy: "Mend these places; policies/pgveil.schema.json lets an editor check the file."
    });
  }
  return {
    policy: withDeclarations(loaded.policy, diskTree(dirname(path)), "."),
    text,
    accepted: readBaselineFile(defaultBaseline(path), defaultBaseline(name), false)
  };
};
var policyName = (inputs, workspace) => {
  const path = relative(workspace, inputs.policy);
  return path.startsWith("..") ? inputs.policyName : path;
};
var audienceOf = ({ audience }, { document: { identity } }) => {
  const [only, second] = Object.values(identity.issuers);
  const own = second === void 0 ? only?.audience : void 0;
  if (audience !== void 0 && own !== void 0 && own !== audience) {
    throw new PgveilError(
      "PGVEIL_INPUT",
      `The input \`audience\` is another than the policy's issuer takes, which is ${JSON.stringify(own)}.`,
      {
        remedy: "Leave the input out, or take `audience` out of the issuer in the policy: the input replaces `identity.audience` alone."
      }
    );
  }
  return audience ?? own ?? identity.audience;
};

// action/secrets.ts
init_define_navigator();

// action/connection.ts
init_define_navigator();
var connectionTo = (ready, name) => {
  const { host, port, session } = ready;
  const [user, password, path] = [session.user, session.password, name].map(encodeURIComponent);
  return {
    host,
    port,
    user: session.user,
    password: session.password,
    database: name,
    // The proxy listens on loopback only and speaks no TLS there; a PGSSLMODE of the job must not ask for it.
    uri: `postgres://${user}:${password}@${host}:${String(port)}/${path}?sslmode=disable`
  };
};
var connectionOf = (ready, database) => connectionTo(ready, database ?? ready.session.database);
var urlVariable = (database) => `PGVEIL_${database.toUpperCase().replaceAll(/[^A-Z0-9]/g, "_")}_URL`;
var urlEnvironment = (connections) => {
  const environment = {};
  for (const { database, uri } of connections) {
    const name = urlVariable(database);
    if (Object.hasOwn(environment, name)) {
      throw new PgveilError("PGVEIL_CONFIG", `Two databases of the policy would both be in the variable ${name}.`, {
        remedy: "Rename one of them under `databases:`, and set `database:` there to what it is called on the server."
      });
    }
    environment[name] = uri;
  }
  return environment;
};
var variables = ["PGHOST", "PGPORT", "PGUSER", "PGPASSWORD", "PGDATABASE", "PGSSLMODE", "DATABASE_URL"];
var connectionVariables = variables;
var connectionEnvironment = (connection) => ({
  PGHOST: connection.host,
  PGPORT: String(connection.port),
  PGUSER: connection.user,
  PGPASSWORD: connection.password,
  PGDATABASE: connection.database,
  PGSSLMODE: "disable",
  DATABASE_URL: connection.uri
});
var ioError = "58030";
var probe = async (connection, milliseconds) => {
  const client = new esm_default.Client({
    connectionString: connection.uri,
    connectionTimeoutMillis: milliseconds,
    application_name: "pgveil-action readiness"
  });
  try {
    await client.connect();
    await client.end();
  } catch (error) {
    const lacksAudit = error instanceof esm_default.DatabaseError && error.code === ioError;
    throw new PgveilError("PGVEIL_PROXY", `The proxy started, but a connection through it fails: ${errorText(error)}`, {
      remedy: lacksAudit ? "Check the stores under `audit.sinks` in the policy: a required one that does not take records lets nothing begin. docs/audit-stores.md says what each needs." : "Check `database-url`, and that the policy has a principal that matches this job.",
      cause: error
    });
  }
};

// action/secrets.ts
var databaseUrlName = "PGVEIL_DATABASE_URL";
var environmentReferences = (policy) => [
  ...new Set([...policy.matchAll(/\$\{env:([A-Za-z_][A-Za-z0-9_]*)\}/g)].map((match) => match[1] ?? ""))
];
var policySecrets = ({ text, policy }, databaseUrl, environment) => {
  const references = environmentReferences(text);
  const reference = `\${env:${databaseUrlName}}`;
  const own = [...connectionVariables, ...[...policy.databases.keys()].map(urlVariable)];
  const taken = references.find((name) => own.includes(name));
  if (taken !== void 0) {
    throw new PgveilError(
      "PGVEIL_INPUT",
      `The policy refers to \${env:${taken}}, which pgveil sets for later steps and its own post step.`,
      {
        remedy: `Use a variable of another name; for a single database, write ${reference} and give its URL as input \`database-url\`.`
      }
    );
  }
  if (databaseUrl !== void 0 && !references.includes(databaseUrlName)) {
    throw new PgveilError("PGVEIL_INPUT", `Input \`database-url\` is given, but the policy does not use it.`, {
      remedy: `Write \`url: ${reference}\` at the database in the policy, or leave the input out.`
    });
  }
  const given = { ...environment, [databaseUrlName]: databaseUrl ?? environment[databaseUrlName] };
  if (references.includes(databaseUrlName) && !given[databaseUrlName]) {
    throw new PgveilError(
      "PGVEIL_INPUT",
      `The policy takes its database from ${reference}, and input \`database-url\` is empty.`,
      {
        remedy: "Set `database-url: ${{ secrets.DATABASE_URL }}` at the pgveil step. Pull requests from forks and Dependabot get no secrets: skip the step there."
      }
    );
  }
  return Object.fromEntries(references.flatMap((name) => given[name] ? [[name, given[name]]] : []));
};
var maskedValues = (secrets) => Object.values(secrets).flatMap((value) => {
  const lines = value.split(/\r?\n/).filter((line) => line.trim().length > 3);
  if (!URL.canParse(value)) return lines;
  const { password } = new URL(value);
  return [...lines, ...password === "" ? [] : [password, decodeURIComponent(password)]];
});
var inherited = /^(PATH|HOME|USER|TZ|LANG|LC_\w+|TMPDIR|NODE_EXTRA_CA_CERTS|SSL_CERT_(FILE|DIR)|(HTTPS?|NO|ALL)_PROXY|RUNNER_TEMP|RUNNER_TRACKING_ID)$/i;
var proxyEnvironment = (environment) => Object.fromEntries(
  Object.entries(environment).flatMap(([name, value]) => value !== void 0 && inherited.test(name) ? [[name, value]] : [])
);

export {
  connectionTo,
  connectionOf,
  urlEnvironment,
  connectionEnvironment,
  probe,
  digestsOf,
  readPolicy,
  policyName,
  audienceOf,
  policySecrets,
  maskedValues,
  proxyEnvironment
};
