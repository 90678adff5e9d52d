/** Requests to token endpoints: what may pass is asked again, and of an answer that refuses only its code is told. */
import type * as z from 'zod/mini';
import { ask, mayPass, retryAfter } from '../../audit/sinks/http.ts';
import { StoreFailure } from '../../audit/sinks/sink.ts';
import { PgveilError } from '../../errors.ts';

export interface TokenRequest {
  /** Who is asked, for messages: `AWS STS`. */
  readonly whom: string;
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The error code in the body of an answer that refuses. */
  readonly errorCode: (body: string) => string | undefined;
  /** Codes that may be over when it is asked again, whatever the status. */
  readonly passingCodes?: readonly string[];
  /** What mends a refusal. */
  readonly remedy: string;
}

/** Resolves with the body of an answer of status 200. Rejects with PGVEIL_UPSTREAM. */
export type Send = (request: TokenRequest) => Promise<string>;

export interface SendTools {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** From 0 to less than 1. */
  readonly random: () => number;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
}

/** Milliseconds for one answer, and for all attempts: a client waits meanwhile, whose log-in may take a minute. */
const answerTime = 10_000;
const patience = 20_000;

const firstPause = 200;

/** Codes are words; what is none stays out. */
const codeText = (code: string | undefined): string =>
  code !== undefined && /^[A-Za-z][A-Za-z0-9_.-]{0,80}$/.test(code) ? ` ${code}` : '';

/** An OAuth error (RFC 6749, 5.2), which Entra gives a number too. */
export const oauthErrorCode = (body: string): string | undefined => {
  const error = /"error"\s*:\s*"([a-z_]{1,40})"/.exec(body)?.[1];
  const number = /"error_codes"\s*:\s*\[\s*(\d{1,9})/.exec(body)?.[1];
  return error === undefined || number === undefined ? error : `${error}.AADSTS${number}`;
};

export const form = (fields: Readonly<Record<string, string>>): Pick<TokenRequest, 'method' | 'headers' | 'body'> => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
  body: new URLSearchParams(fields).toString(),
});

/** For an answer of status 200 that is not what was asked for. It is not quoted: it may be a token. */
export const unreadable = (whom: string): PgveilError =>
  new PgveilError('PGVEIL_UPSTREAM', `${whom} answered, but not with what was asked for`, {
    remedy: 'Check that no proxy stands between pgveil and it.',
  });

/** The JSON of an answer. Throws PGVEIL_UPSTREAM. */
export const answerOf = <Schema extends z.ZodMiniType>(schema: Schema, text: string, whom: string): z.output<Schema> => {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw unreadable(whom);
  }
};

const once = async (request: TokenRequest, { fetch, clock }: SendTools): Promise<string> => {
  const { whom, method, url, headers, body, errorCode, passingCodes = [] } = request;
  const response = await ask(whom, async () =>
    fetch(url, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
      redirect: 'error',
      signal: AbortSignal.timeout(answerTime),
    }),
  );
  const text = await response.text().catch(() => undefined);
  if (text === undefined) throw new StoreFailure(`${whom} broke its answer off`, { passes: true });
  if (response.status === 200) return text;
  const code = errorCode(text);
  throw new StoreFailure(`${whom} answered ${String(response.status)}${codeText(code)}`, {
    passes: mayPass(response.status) || (code !== undefined && passingCodes.includes(code)),
    retryAfter: retryAfter(response.headers.get('retry-after'), clock()),
  });
};

export const createSend =
  (tools: SendTools): Send =>
  async (request) => {
    const since = tools.clock();
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await once(request, tools);
      } catch (error) {
        const { passes, retryAfter: asked = 0, message } = error as StoreFailure;
        const pause = asked + tools.random() * firstPause * 2 ** attempt;
        if (!passes || tools.clock() - since + pause > patience) {
          throw new PgveilError('PGVEIL_UPSTREAM', message, { remedy: request.remedy });
        }
        await tools.sleep(pause);
      }
    }
  };
