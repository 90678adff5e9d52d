/**
 * The HTTP port that a proxy is configured and watched by. It gives credentials to nobody and takes them once: whoever
 * asks for more than its state shows a token, and comes from a network of one's own.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { errorText, PgveilError, type ErrorCode } from '../errors.ts';
import type { Address } from './gateway.ts';
import { logText, type Log } from './log.ts';
import { isPrivate } from './private-network.ts';

/**
 * `locked`: not configured. `starting`: a configuration is being tried. `draining`: it waits for its clients to leave.
 * `finished`: the audit has its signed end.
 */
export type ControlState = 'locked' | 'starting' | 'ready' | 'draining' | 'finished';

/** What the port is a door to. Its methods reject with a PgveilError, which the client is told. */
export interface Controlled {
  state(): ControlState;
  /** The text of a configuration; resolves with what the client is to know. */
  configure(text: string): Promise<object>;
  /** Writes the audit as it is so far. */
  sendAudit(output: ServerResponse): Promise<void>;
  /** Ends every session and signs the audit's head. Again: does nothing. */
  finish(): Promise<void>;
  /** Ends the process, soon. */
  stop(): void;
}

export interface ControlPortOptions {
  readonly listen: Address;
  /** Undefined: only the state is shown. */
  readonly token: string | undefined;
  readonly controlled: Controlled;
  readonly log: Log;
}

/** Of a configuration in bytes: a policy and secrets are text that people wrote. */
export const largestConfiguration = 1 << 20;

const status: Readonly<Partial<Record<ErrorCode, number>>> = {
  PGVEIL_INPUT: 400,
  PGVEIL_CONFIG: 422,
  PGVEIL_IDENTITY: 403,
  PGVEIL_UPSTREAM: 502,
  PGVEIL_CATALOG: 502,
};

const answer = (response: ServerResponse, code: number, body: object): void => {
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
  response.writeHead(code, code === 413 ? { ...headers, connection: 'close' } : headers).end(`${JSON.stringify(body)}\n`);
};

const refuse = (response: ServerResponse, code: number, message: string): void => {
  answer(response, code, { message });
};

/** Undefined where the body is larger than `limit`. */
const bodyOf = async (request: IncomingMessage, limit: number): Promise<string | undefined> => {
  const chunks: Buffer[] = [];
  let size = 0;
  // Whoever leaves the loop still wants to answer: the request is not to be destroyed.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** In a time that does not depend on where the two differ, nor on the length of the token. */
const isToken = (given: string | undefined, token: string | undefined): boolean =>
  token !== undefined && given !== undefined && timingSafeEqual(digest(given), digest(`Bearer ${token}`));

interface Route {
  readonly open?: boolean;
  run(controlled: Controlled, response: ServerResponse, request: IncomingMessage): Promise<void> | void;
}

const routes: Readonly<Record<string, Route>> = {
  'GET /healthz': {
    open: true,
    run: (controlled, response) => {
      answer(response, 200, { state: controlled.state() });
    },
  },
  'GET /readyz': {
    open: true,
    run: (controlled, response) => {
      const state = controlled.state();
      answer(response, state === 'ready' ? 200 : 503, { state });
    },
  },
  'PUT /config': {
    run: async (controlled, response, request) => {
      const text = await bodyOf(request, largestConfiguration);
      if (text === undefined) refuse(response, 413, 'the configuration is larger than 1 MiB');
      // Asked only now: between the question and the start of it there must be no wait.
      else if (controlled.state() !== 'locked') refuse(response, 409, 'there is a configuration already, and it stays');
      else answer(response, 200, await controlled.configure(text));
    },
  },
  'GET /audit': {
    run: async (controlled, response) => controlled.sendAudit(response),
  },
  'POST /finish': {
    run: async (controlled, response) => {
      await controlled.finish();
      answer(response, 200, { state: controlled.state() });
    },
  },
  'POST /stop': {
    run: (controlled, response) => {
      answer(response, 202, {});
      controlled.stop();
    },
  },
};

/** What went wrong, for the client; a defect is told to the log alone. */
const failed = (error: unknown, response: ServerResponse, log: Log): void => {
  log.error(`control port: ${logText(error)}`);
  if (response.headersSent) response.destroy();
  else if (error instanceof PgveilError) {
    const { code, message, remedy } = error;
    answer(response, status[code] ?? 500, { code, message, remedy });
  } else refuse(response, 500, "pgveil failed; the cause is in pgveil's log");
};

const serve = async (request: IncomingMessage, response: ServerResponse, options: ControlPortOptions): Promise<void> => {
  const { token, controlled, log } = options;
  const name = `${request.method ?? ''} ${request.url ?? ''}`;
  const route = Object.hasOwn(routes, name) ? routes[name] : undefined;
  if (route?.open !== true && !isPrivate(request.socket.remoteAddress ?? '')) {
    refuse(response, 403, 'the control port is for loopback and private networks');
  } else if (route?.open !== true && !isToken(request.headers.authorization, token)) {
    refuse(response, 401, 'this takes the token that pgveil was started with');
  } else if (route === undefined) refuse(response, 404, 'there is nothing here');
  else {
    try {
      await route.run(controlled, response, request);
    } catch (error) {
      failed(error, response, log);
    }
  }
};

export interface ControlPort {
  readonly host: string;
  readonly port: number;
  close(): Promise<void>;
}

/** Rejects with PGVEIL_LISTEN. */
export const openControlPort = async (options: ControlPortOptions): Promise<ControlPort> => {
  const { host, port } = options.listen;
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000 }, (request, response) => {
    void serve(request, response, options);
  });
  server.maxConnections = 50;
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    throw new PgveilError('PGVEIL_LISTEN', `the control port cannot listen on ${host}:${String(port)}: ${errorText(error)}`, {
      remedy: 'Choose another address with --control; port 0 takes a free one.',
      cause: error,
    });
  }
  const address = server.address() as AddressInfo;
  return {
    host: address.address,
    port: address.port,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};
