import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  controlToken,
  controlTokenName,
  createInstance,
  errorResponse,
  lineLog,
  listenOn,
  logText,
  openControl,
  parseLocalPrincipals,
  readHello,
  readPolicyText,
  startDeadline,
  startServing,
  untilStopped
} from "./chunk-EDQFIYQR.js";
import {
  parseRemoteConfig
} from "./chunk-CAOPTIZO.js";
import {
  PgveilError
} from "./chunk-H5TDN6XM.js";
import "./chunk-LAFQXH6X.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/cli/serve-locked.ts
init_define_navigator();

// src/gateway/locked.ts
init_define_navigator();
var patience = 1e4;
var refusals = {
  "not configured": errorResponse({
    severity: "FATAL",
    code: "57P03",
    message: "pgveil is locked: no policy and no credential have been given to it yet",
    hint: "Run the pgveil step with `mode: connect` before the first step that connects, or PUT the configuration to the control port."
  }),
  finished: errorResponse({
    severity: "FATAL",
    code: "57P01",
    message: "pgveil has ended: its audit is signed, and takes no more records",
    hint: "Connect before the post step of pgveil has run."
  })
};
var refuseLocked = async (socket, because, log, closing) => {
  socket.on("error", () => void 0);
  const deadline = startDeadline(patience, closing);
  try {
    const { packet } = await readHello(socket, void 0, deadline.signal);
    if (packet.type === "StartupMessage") socket.write(refusals[because]);
    socket.end();
    socket.resume();
  } catch (error) {
    log.info(`while locked: ${logText(error)}`);
    socket.destroy();
  } finally {
    deadline.stop();
  }
};

// src/cli/serve-locked.ts
var startLocked = async (context, options) => {
  const log = lineLog(context.stderr, context.clock);
  const closing = new AbortController();
  let because = "not configured";
  const refuse = (socket) => void refuseLocked(socket, because, log, closing.signal);
  let onClient = refuse;
  const server = await listenOn(options.listen, (socket) => {
    onClient(socket);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new PgveilError("PGVEIL_INTERNAL", "no address to listen on");
  return {
    address: { host: address.address, port: address.port },
    configure: async (instance, text) => {
      const { policy: policyText, policyName, verifiers, declarations, ...config } = parseRemoteConfig(text);
      let accept = refuse;
      const relock = () => {
        because = "finished";
        onClient = refuse;
        return server;
      };
      return instance.start(async () => {
        const policy = { ...readPolicyText(policyText, policyName), declarations };
        const { local } = policy.document.identity;
        const serving = await startServing(context, {
          policy,
          config,
          parser: options.parser,
          locals: local === void 0 ? /* @__PURE__ */ new Map() : parseLocalPrincipals(verifiers ?? "", local.verifiers),
          auditPath: options.auditPath,
          tls: options.tls,
          listen: (onAccept) => {
            accept = onAccept;
            return { address: () => address, close: relock };
          }
        });
        const { gateway, audit } = serving;
        try {
          const session = config.token === void 0 ? void 0 : await gateway.issue(config.token);
          onClient = accept;
          log.info("unlocked");
          return { serving, known: { host: gateway.host, port: gateway.port, auditKey: audit.publicKey, session } };
        } catch (error) {
          await gateway.close();
          because = "not configured";
          audit.close();
          throw error;
        }
      });
    },
    close: () => {
      closing.abort();
      server.close();
    }
  };
};
var serveLocked = async (context, options) => {
  const token = controlToken(context, options.config);
  if (options.control === void 0 || token === void 0) {
    const what = options.control === void 0 ? "--control HOST:PORT" : `${controlTokenName} in the environment`;
    throw new PgveilError("PGVEIL_INPUT", `--locked needs ${what}`, { remedy: "Without it nobody could unlock the proxy." });
  }
  const stopper = untilStopped();
  const locked = await startLocked(context, options);
  const instance = createInstance({
    configure: async (...sent) => locked.configure(...sent),
    stop: () => {
      stopper.stop("a word at the control port");
    }
  });
  try {
    const control = await openControl(context, options.control, token, instance);
    try {
      const { host, port } = control;
      context.stdout.write(`${JSON.stringify({ gateway: locked.address, control: { host, port }, pid: process.pid })}
`);
      context.stderr.write(`pgveil stops on ${await stopper.stopped}
`);
      return 0;
    } finally {
      if (instance.state() !== "locked") await instance.finish();
      await control.close();
    }
  } finally {
    locked.close();
  }
};
export {
  serveLocked,
  startLocked
};
