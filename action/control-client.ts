import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { text as readAll } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod/mini';
import { errorText, PgveilError, type ErrorCode, errorCodes } from '../src/errors.ts';
import type { IdTokenSource } from '../src/gateway/identity/id-tokens.ts';
import { isPrivate } from '../src/gateway/private-network.ts';
import type { Policy } from '../src/policy/policy.ts';
import type { Address } from './inputs.ts';
import { readySchema, type Ready } from './ready.ts';

/** A proxy that runs elsewhere, by its control port. Every method rejects with a PgveilError. */
export interface ControlClient {
  /** Waits until the port answers, and resolves with its state. */
  state(deadline: AbortSignal): Promise<string>;
  /** Gives the proxy its policy and secrets; it takes them once. */
  configure(config: RemoteConfig): Promise<Ready>;
  /** Ends every session and has the audit signed. */
  finish(): Promise<void>;
  /** Writes the audit to a file, which must not exist. */
  fetchAudit(file: string): Promise<void>;
  stop(): Promise<void>;
}

export interface RemoteConfig {
  readonly policy: string;
  readonly policyName: string;
  readonly verifiers?: string;
  /** What the files say that the policy names: the proxy cannot see them. */
  readonly declarations: NonNullable<Policy['declarations']>;
  readonly secrets: Readonly<Record<string, string>>;
  readonly token: string;
  readonly audience?: string;
  readonly idTokens?: IdTokenSource | undefined;
}

/** Milliseconds that an answer may take: a configuration is answered once every catalog is read. */
const patience = 120_000;

const failureSchema = z.object({
  message: z.string(),
  code: z.optional(z.string()),
  remedy: z.optional(z.string()),
});

const unreachable = ({ host, port }: Address, cause: unknown): PgveilError =>
  new PgveilError('PGVEIL_PROXY', `The control port at ${host}:${String(port)} does not answer: ${errorText(cause)}`, {
    remedy:
      'Name the service container under `services:` of the job, map its ports 6432 and 6433, and give `control:` as the job sees it.',
    cause,
  });

/** The policy's credentials go there in clear text: the network has to be one's own. Rejects with PGVEIL_INPUT. */
const privateAddress = async ({ host, port }: Address): Promise<string> => {
  let found: string;
  try {
    ({ address: found } = await lookup(host));
  } catch (error) {
    throw unreachable({ host, port }, error);
  }
  if (isPrivate(found)) return found;
  throw new PgveilError('PGVEIL_INPUT', `Input \`control\` names ${host}, which is on a public network.`, {
    remedy: 'Credentials are sent there: name a service container of this job, or a host of a private network.',
  });
};

const isCode = (text: string | undefined): text is ErrorCode => text !== undefined && Object.hasOwn(errorCodes, text);

/** What the port refused, in its own words. */
const refusal = async (answer: IncomingMessage, { host, port }: Address): Promise<PgveilError> => {
  const failure = failureSchema.safeParse(
    await readAll(answer).then(
      (text) => JSON.parse(text) as unknown,
      () => undefined,
    ),
  );
  const { message, code, remedy } = failure.success
    ? failure.data
    : { message: `it answers with status ${String(answer.statusCode)}`, code: undefined, remedy: undefined };
  const text = `The proxy at ${host}:${String(port)} refuses: ${message}`;
  return new PgveilError(isCode(code) ? code : 'PGVEIL_PROXY', text, remedy === undefined ? {} : { remedy });
};

export const controlClient = (control: Address, token: string): ControlClient => {
  const call = async (method: string, path: string, body?: string): Promise<IncomingMessage> => {
    const host = await privateAddress(control);
    let answer: IncomingMessage;
    try {
      const asked = request({
        host,
        port: control.port,
        method,
        path,
        headers: { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        signal: AbortSignal.timeout(patience),
      });
      asked.end(body);
      [answer] = (await once(asked, 'response')) as [IncomingMessage];
    } catch (error) {
      throw unreachable(control, error);
    }
    if (answer.statusCode === undefined || answer.statusCode >= 300) throw await refusal(answer, control);
    return answer;
  };
  const done = async (answer: IncomingMessage): Promise<void> => void (await readAll(answer));

  return {
    state: async (deadline) => {
      for (;;) {
        try {
          return stateSchema.parse(JSON.parse(await readAll(await call('GET', '/healthz')))).state;
        } catch (error) {
          if (deadline.aborted || (error instanceof PgveilError && error.code === 'PGVEIL_INPUT')) throw error;
        }
        await sleep(100);
      }
    },
    configure: async (config) => {
      const answer = await call('PUT', '/config', JSON.stringify(config));
      return readySchema.parse(JSON.parse(await readAll(answer)));
    },
    finish: async () => done(await call('POST', '/finish')),
    fetchAudit: async (file) => {
      await pipeline(await call('GET', '/audit'), createWriteStream(file, { flags: 'wx', mode: 0o600 }));
    },
    stop: async () => done(await call('POST', '/stop')),
  };
};

const stateSchema = z.object({ state: z.string() });
