import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  AwsV4Signer,
  StoreFailure,
  ask,
  mayPass,
  retryAfter
} from "./chunk-AYCFBX33.js";
import {
  decodeJwt,
  isTrustworthyUrl
} from "./chunk-VDEXSPJ2.js";
import {
  _minLength,
  _positive,
  discriminatedUnion,
  literal,
  number,
  object,
  record,
  strictObject,
  string
} from "./chunk-G5DACBIO.js";
import {
  PgveilError,
  errorText
} from "./chunk-YKELLRG3.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/gateway/identity/index.ts
init_define_navigator();

// src/gateway/identity/aws-rds-iam.ts
init_define_navigator();

// src/gateway/identity/send.ts
init_define_navigator();
var answerTime = 1e4;
var patience = 2e4;
var firstPause = 200;
var codeText = (code) => code !== void 0 && /^[A-Za-z][A-Za-z0-9_.-]{0,80}$/.test(code) ? ` ${code}` : "";
var oauthErrorCode = (body) => {
  const error = /"error"\s*:\s*"([a-z_]{1,40})"/.exec(body)?.[1];
  const number2 = /"error_codes"\s*:\s*\[\s*(\d{1,9})/.exec(body)?.[1];
  return error === void 0 || number2 === void 0 ? error : `${error}.AADSTS${number2}`;
};
var form = (fields) => ({
  method: "POST",
  headers: { "content-type": "application/x-www-form-urlencoded", accept: "application/json" },
  body: new URLSearchParams(fields).toString()
});
var unreadable = (whom3) => new PgveilError("PGVEIL_UPSTREAM", `${whom3} answered, but not with what was asked for`, {
  remedy: "Check that no proxy stands between pgveil and it."
});
var answerOf = (schema, text, whom3) => {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw unreadable(whom3);
  }
};
var once = async (request, { fetch, clock }) => {
  const { whom: whom3, method, url, headers, body, errorCode, passingCodes = [] } = request;
  const response = await ask(
    whom3,
    async () => fetch(url, {
      method,
      headers,
      ...body === void 0 ? {} : { body },
      redirect: "error",
      signal: AbortSignal.timeout(answerTime)
    })
  );
  const text = await response.text().catch(() => void 0);
  if (text === void 0) throw new StoreFailure(`${whom3} broke its answer off`, { passes: true });
  if (response.status === 200) return text;
  const code = errorCode(text);
  throw new StoreFailure(`${whom3} answered ${String(response.status)}${codeText(code)}`, {
    passes: mayPass(response.status) || code !== void 0 && passingCodes.includes(code),
    retryAfter: retryAfter(response.headers.get("retry-after"), clock())
  });
};
var createSend = (tools) => async (request) => {
  const since = tools.clock();
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await once(request, tools);
    } catch (error) {
      const { passes, retryAfter: asked = 0, message } = error;
      const pause = asked + tools.random() * firstPause * 2 ** attempt;
      if (!passes || tools.clock() - since + pause > patience) {
        throw new PgveilError("PGVEIL_UPSTREAM", message, { remedy: request.remedy });
      }
      await tools.sleep(pause);
    }
  }
};

// src/gateway/identity/aws-rds-iam.ts
var validFor = 900;
var whom = "AWS STS";
var rdsAuthToken = async (keys, region, login, now) => {
  const url = new URL(`https://${login.host}:${String(login.port)}/`);
  url.search = new URLSearchParams({ Action: "connect", DBUser: login.user, "X-Amz-Expires": String(validFor) }).toString();
  const signed = await new AwsV4Signer({
    ...keys,
    method: "GET",
    url: url.href,
    region,
    service: "rds-db",
    datetime: new Date(now).toISOString().replaceAll(/[:-]|\.\d{3}/g, ""),
    signQuery: true
  }).sign();
  return signed.url.href.slice("https://".length).replaceAll("+", "%20");
};
var textOf = (xml, name) => {
  const [first, second] = xml.matchAll(new RegExp(`<${name}>([^<>&]{1,8192})</${name}>`, "g"));
  return second === void 0 ? first?.[1] : void 0;
};
var domainOf = (region) => region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
var awsRdsIam = {
  audience: () => "sts.amazonaws.com",
  tokenFileVariable: "AWS_WEB_IDENTITY_TOKEN_FILE",
  user: () => void 0,
  exchange: async ({ role, region, lifetime }, idToken, { send }) => {
    const request = form({
      Action: "AssumeRoleWithWebIdentity",
      Version: "2011-06-15",
      RoleArn: role,
      RoleSessionName: "pgveil",
      DurationSeconds: String(Math.floor(lifetime / 1e3)),
      WebIdentityToken: idToken
    });
    const xml = await send({
      ...request,
      headers: { ...request.headers, accept: "application/xml" },
      whom,
      url: `https://sts.${region}.${domainOf(region)}/`,
      errorCode: (body) => textOf(body, "Code"),
      // AWS reached the issuer of the token too late; its documentation says to ask again.
      passingCodes: ["IDPCommunicationError"],
      remedy: "Compare the role's trust policy with the token: the OIDC provider, `aud` and the conditions. `lifetime` may not exceed the role's maximum session."
    });
    const [accessKeyId, secretAccessKey, sessionToken] = ["AccessKeyId", "SecretAccessKey", "SessionToken"].map(
      (name) => textOf(xml, name)
    );
    const expiresAt = Date.parse(textOf(xml, "Expiration") ?? "");
    if (!accessKeyId || !secretAccessKey || !sessionToken || Number.isNaN(expiresAt)) throw unreadable(whom);
    const keys = { accessKeyId, secretAccessKey, sessionToken };
    return { expiresAt, password: async (login, now) => rdsAuthToken(keys, region, login, now) };
  }
};

// src/gateway/identity/azure-postgres.ts
init_define_navigator();
var whom2 = "Microsoft Entra";
var tokenSchema = object({ access_token: string().check(_minLength(1)), expires_in: number().check(_positive()) });
var azurePostgres = {
  audience: () => "api://AzureADTokenExchange",
  tokenFileVariable: "AZURE_FEDERATED_TOKEN_FILE",
  user: () => void 0,
  exchange: async (settings, idToken, { send, clock }) => {
    const askedAt = clock();
    const text = await send({
      ...form({
        grant_type: "client_credentials",
        client_id: settings["client-id"],
        client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        client_assertion: idToken,
        scope: "https://ossrdbms-aad.database.windows.net/.default"
      }),
      whom: whom2,
      url: `https://login.microsoftonline.com/${settings.tenant}/oauth2/v2.0/token`,
      errorCode: oauthErrorCode,
      remedy: "Compare the federated credential of the application with the token: issuer, subject and audience."
    });
    const { access_token: token, expires_in: seconds } = answerOf(tokenSchema, text, whom2);
    return { expiresAt: askedAt + seconds * 1e3, password: async () => token };
  }
};

// src/gateway/identity/gcp-cloud-sql.ts
init_define_navigator();
var federatedSchema = object({ access_token: string().check(_minLength(1)) });
var accessSchema = object({ accessToken: string().check(_minLength(1)), expireTime: string() });
var sts = "Google STS";
var credentials = "Google IAM Credentials";
var loginScope = "https://www.googleapis.com/auth/sqlservice.login";
var statusIn = (body) => /"status"\s*:\s*"([A-Z_]{1,40})"/.exec(body)?.[1];
var gcpCloudSql = {
  audience: (settings) => `https://iam.googleapis.com/${settings["workload-identity-provider"]}`,
  tokenFileVariable: void 0,
  // Cloud SQL names the user of a service account so; PostgreSQL's names are too short for the whole of it.
  user: (settings) => settings["service-account"].replace(/\.gserviceaccount\.com$/, ""),
  exchange: async (settings, idToken, { send }) => {
    const federated = await send({
      ...form({
        grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
        audience: `//iam.googleapis.com/${settings["workload-identity-provider"]}`,
        scope: "https://www.googleapis.com/auth/cloud-platform",
        requested_token_type: "urn:ietf:params:oauth:token-type:access_token",
        subject_token_type: "urn:ietf:params:oauth:token-type:jwt",
        subject_token: idToken
      }),
      whom: sts,
      url: "https://sts.googleapis.com/v1/token",
      errorCode: oauthErrorCode,
      remedy: "Compare the provider of the workload identity pool with the token: issuer, audiences, attribute condition."
    });
    const { access_token: bearer } = answerOf(federatedSchema, federated, sts);
    const answer = await send({
      method: "POST",
      headers: { authorization: `Bearer ${bearer}`, "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify({ scope: [loginScope], lifetime: `${String(Math.floor(settings.lifetime / 1e3))}s` }),
      whom: credentials,
      url: `https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/${settings["service-account"]}:generateAccessToken`,
      errorCode: statusIn,
      remedy: "Give the pool's principal roles/iam.workloadIdentityUser on the service account; a `lifetime` above 1h needs the organisation's consent."
    });
    const { accessToken, expireTime } = answerOf(accessSchema, answer, credentials);
    const expiresAt = Date.parse(expireTime);
    if (Number.isNaN(expiresAt)) throw unreadable(credentials);
    return { expiresAt, password: async () => accessToken };
  }
};

// src/gateway/identity/index.ts
var providers = {
  "aws-rds-iam": awsRdsIam,
  "gcp-cloud-sql": gcpCloudSql,
  "azure-postgres": azurePostgres
};
var configure = (provider, settings) => ({
  audience: settings.audience ?? provider.audience(settings),
  tokenFileVariable: provider.tokenFileVariable,
  user: provider.user(settings),
  exchange: async (idToken, tools) => provider.exchange(settings, idToken, tools)
});
var configuredIdentity = (settings) => {
  switch (settings.provider) {
    case "aws-rds-iam":
      return configure(providers[settings.provider], settings);
    case "gcp-cloud-sql":
      return configure(providers[settings.provider], settings);
    case "azure-postgres":
      return configure(providers[settings.provider], settings);
    default:
      return settings;
  }
};

// src/gateway/identity/id-tokens.ts
init_define_navigator();
var idTokenSource = discriminatedUnion("kind", [
  strictObject({ kind: literal("request"), url: string(), token: string() }),
  strictObject({ kind: literal("tokens"), tokens: record(string(), string()) })
]);
var githubSource = (environment) => {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: token } = environment;
  return url && token ? { kind: "request", url, token } : void 0;
};
var answerSchema = object({ value: string().check(_minLength(1)) });
var github = "GitHub (ID token)";
var askGithub = async (url, token, audience, send) => {
  if (!isTrustworthyUrl(url)) {
    throw new PgveilError("PGVEIL_INPUT", "the address for ID tokens is not one of https", {
      remedy: "Leave ACTIONS_ID_TOKEN_REQUEST_URL as the runner sets it."
    });
  }
  const text = await send({
    whom: github,
    method: "GET",
    // The address has a query already.
    url: `${url}&audience=${encodeURIComponent(audience)}`,
    headers: { authorization: `Bearer ${token}`, accept: "application/json" },
    errorCode: () => void 0,
    remedy: "Give the job `permissions: id-token: write`; it is good for as long as the job runs."
  });
  return answerOf(answerSchema, text, github).value;
};
var fromFile = (path, readFile) => {
  const remedy = "Name the file of a projected service account token, or of another issuer that the cloud trusts.";
  let token;
  try {
    token = readFile(path).trim();
  } catch (error) {
    throw new PgveilError("PGVEIL_CONFIG", `the file of ID tokens cannot be read: ${errorText(error)}`, { remedy });
  }
  if (token !== "") return token;
  throw new PgveilError("PGVEIL_CONFIG", `the file of ID tokens ${path} is empty`, { remedy });
};
var endOf = (token) => {
  try {
    return (decodeJwt(token).exp ?? Infinity) * 1e3;
  } catch {
    return Infinity;
  }
};
var fromStep = (token, audience, now) => {
  if (token !== void 0 && endOf(token) > now) return token;
  const what = token === void 0 ? "pgveil was given no ID token" : "the ID token that pgveil was given has ended";
  throw new PgveilError("PGVEIL_UPSTREAM", `${what} for ${audience}, and what the cloud gave for one is used up`, {
    remedy: "A proxy that is told its configuration by a step gets one ID token. Open connections go on; `lifetime` of the identity says how long new ones can be opened, and `token-file` has no such end."
  });
};
var createIdTokens = ({ given, env, readFile, send, clock }) => async ({ audience, file, fileVariable }) => {
  if (file !== void 0) return fromFile(file, readFile);
  const source = given ?? githubSource(env);
  if (source?.kind === "request") return askGithub(source.url, source.token, audience, send);
  if (source?.kind === "tokens") return fromStep(source.tokens[audience], audience, clock());
  const path = fileVariable === void 0 ? void 0 : env[fileVariable];
  if (path) return fromFile(path, readFile);
  throw new PgveilError("PGVEIL_UPSTREAM", `there is no ID token for ${audience}`, {
    remedy: `Run in a job with \`permissions: id-token: write\`, or name a file with \`token-file\`${fileVariable === void 0 ? "" : ` or ${fileVariable}`}.`
  });
};

export {
  createSend,
  configuredIdentity,
  githubSource,
  createIdTokens
};
