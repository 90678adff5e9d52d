/** A proxy that starts without policy and credentials, and waits for them at its control port. */
import type { Server, Socket } from 'node:net';
import { parseLocalPrincipals } from '../auth/local.ts';
import { PgveilError } from '../errors.ts';
import { listenOn, type Address } from '../gateway/gateway.ts';
import { lineLog } from '../gateway/log.ts';
import { refuseLocked, type LockedBecause } from '../gateway/locked.ts';
import type { ClientTls } from '../gateway/tls.ts';
import type { Parser } from '../lineage/parse.ts';
import type { CommandContext } from './command.ts';
import { readPolicyText } from './policy-file.ts';
import { parseRemoteConfig, type ServeConfig } from './serve-config.ts';
import { controlToken, controlTokenName, openControl } from './serve-control.ts';
import { createInstance, type Instance } from './serve-instance.ts';
import { startServing } from './serve-start.ts';
import { untilStopped } from './serve-stop.ts';

export interface LockedOptions {
  readonly parser: Promise<Parser>;
  readonly listen: Address;
  readonly auditPath: string | undefined;
  readonly tls: ClientTls | undefined;
}

export interface Locked {
  readonly address: Address;
  /** Unlocks: resolves with what the step that sent the configuration is to know. */
  configure(instance: Instance, text: string): Promise<object>;
  close(): void;
}

/** Listens, and refuses every client until it is configured. Rejects with PGVEIL_LISTEN. */
export const startLocked = async (context: CommandContext, options: LockedOptions): Promise<Locked> => {
  const log = lineLog(context.stderr, context.clock);
  const closing = new AbortController();
  let because: LockedBecause = 'not configured';
  const refuse = (socket: Socket): void => void refuseLocked(socket, because, log, closing.signal);
  let onClient = refuse;
  const server = await listenOn(options.listen, (socket) => {
    onClient(socket);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new PgveilError('PGVEIL_INTERNAL', 'no address to listen on');

  return {
    address: { host: address.address, port: address.port },
    configure: async (instance, text) => {
      const { policy: policyText, policyName, verifiers, declarations, ...config } = parseRemoteConfig(text);
      let accept = refuse;
      const relock = (): Server => {
        because = 'finished';
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
          locals: local === undefined ? new Map() : parseLocalPrincipals(verifiers ?? '', local.verifiers),
          auditPath: options.auditPath,
          tls: options.tls,
          listen: (onAccept) => {
            accept = onAccept;
            return { address: () => address, close: relock };
          },
        });
        const { gateway, audit } = serving;
        try {
          const session = config.token === undefined ? undefined : await gateway.issue(config.token);
          onClient = accept;
          log.info('unlocked');
          return { serving, known: { host: gateway.host, port: gateway.port, auditKey: audit.publicKey, session } };
        } catch (error) {
          await gateway.close();
          because = 'not configured';
          audit.close();
          throw error;
        }
      });
    },
    close: () => {
      closing.abort();
      server.close();
    },
  };
};

export interface ServeLockedOptions extends LockedOptions {
  readonly config: ServeConfig;
  readonly control: Address | undefined;
}

/**
 * Says on standard output, as one line of JSON, where it listens; resolves when the proxy was stopped. Rejects with
 * PGVEIL_INPUT where nobody could ever unlock it.
 */
export const serveLocked = async (context: CommandContext, options: ServeLockedOptions): Promise<0> => {
  const token = controlToken(context, options.config);
  if (options.control === undefined || token === undefined) {
    const what = options.control === undefined ? '--control HOST:PORT' : `${controlTokenName} in the environment`;
    throw new PgveilError('PGVEIL_INPUT', `--locked needs ${what}`, { remedy: 'Without it nobody could unlock the proxy.' });
  }
  const stopper = untilStopped();
  const locked = await startLocked(context, options);
  const instance = createInstance({
    configure: async (...sent) => locked.configure(...sent),
    stop: () => {
      stopper.stop('a word at the control port');
    },
  });
  try {
    const control = await openControl(context, options.control, token, instance);
    try {
      const { host, port } = control;
      context.stdout.write(`${JSON.stringify({ gateway: locked.address, control: { host, port }, pid: process.pid })}\n`);
      context.stderr.write(`pgveil stops on ${await stopper.stopped}\n`);
      return 0;
    } finally {
      if (instance.state() !== 'locked') await instance.finish();
      await control.close();
    }
  } finally {
    locked.close();
  }
};
