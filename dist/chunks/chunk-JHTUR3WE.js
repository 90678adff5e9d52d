import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  idTokensToSend,
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
  readPolicy
} from "./chunk-QXOMXCME.js";
import {
  PgveilError,
  errorText
} from "./chunk-YKELLRG3.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// action/connect-mode.ts
init_define_navigator();
import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
var verifiersOf = ({ document }, path) => {
  const { local } = document.identity;
  if (local === void 0) return {};
  try {
    return { verifiers: readFileSync(resolve(dirname(path), local.verifiers), "utf8") };
  } catch (error) {
    throw new PgveilError("PGVEIL_CONFIG", `The verifier file ${local.verifiers} cannot be read: ${errorText(error)}`, {
      remedy: "It is relative to the policy. Leave identity.local out if there are no local principals.",
      cause: error
    });
  }
};
var remoteConfig = (inputs, { policy, text }, given) => ({
  policy: text,
  policyName: inputs.policyName,
  ...verifiersOf(policy, inputs.policy),
  declarations: policy.declarations ?? [],
  ...given,
  ...inputs.audience === void 0 ? {} : { audience: inputs.audience }
});
var connectMode = async (inputs, { core, environment, temp }) => {
  const { control, gateway, controlToken = "" } = inputs;
  core.setSecret(controlToken);
  const file = readPolicy(inputs);
  const secrets = policySecrets(file, inputs.databaseUrl, environment);
  for (const value of maskedValues(secrets)) core.setSecret(value);
  const milliseconds = inputs.startupSeconds * 1e3;
  const client = controlClient(control, controlToken);
  await client.state(AbortSignal.timeout(milliseconds));
  const token = await jobToken(core, audienceOf(inputs, file.policy), environment);
  const idTokens = await idTokensToSend(file.policy, core, environment);
  const directory = mkdtempSync(join(temp, "pgveil-"));
  const state = {
    directory,
    proxy: { kind: "remote", control, token: controlToken, ends: false },
    ready: false,
    ...digestsOf(file),
    receipt: randomUUID()
  };
  const ready = await client.configure(remoteConfig(inputs, file, { secrets, token, idTokens }));
  saveState(core, { ...state, auditKey: ready.auditKey });
  const proven = await prove(core, { ...ready, ...gateway }, { database: inputs.database, milliseconds });
  saveState(core, { ...state, ready: true, auditKey: ready.auditKey });
  publishConnection(core, proven);
};

export {
  remoteConfig,
  connectMode
};
