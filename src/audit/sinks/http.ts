/** Answers of HTTP stores: which failures may pass, and how long to wait. */
import { StoreFailure } from './sink.ts';

/** How long a store may take to answer one request, in milliseconds. */
export const answerTime = 20_000;

const passing = new Set([408, 425, 429, 500, 502, 503, 504]);

/** Whether what an answer's status says may be over when it is asked again. */
export const mayPass = (status: number): boolean => passing.has(status);

/** RFC 9110, 10.2.3: seconds or a date; milliseconds from now, at most a minute. */
export const retryAfter = (value: string | null, now: number): number | undefined => {
  if (value === null) return undefined;
  const milliseconds = /^\d{1,9}$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isFinite(milliseconds) ? Math.min(60_000, Math.max(0, milliseconds)) : undefined;
};

/** The error code of an S3 answer, or nothing: what else an answer says may quote what was sent. */
const codeIn = (body: string): string => {
  const code = /<Code>([A-Za-z0-9.]{1,60})<\/Code>/.exec(body)?.[1];
  return code === undefined ? '' : ` ${code}`;
};

/** The network's word for it, as ECONNREFUSED. A message may quote a header. */
const wordFor = (error: unknown): string => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return 'it failed';
  return 'code' in cause && typeof cause.code === 'string' && /^[A-Z][A-Z0-9_]+$/.test(cause.code) ? cause.code : cause.name;
};

/** Sends, and rejects with StoreFailure where no answer comes. */
export const ask = async (what: string, send: () => Promise<Response>): Promise<Response> => {
  try {
    return await send();
  } catch (error) {
    // A TypeError without a cause is of the request itself: fetch (section 5.6) has not sent it.
    if (error instanceof TypeError && error.cause === undefined) {
      throw new StoreFailure(
        `no request can be made to ${what}: its address or a header has a character that cannot stand there`,
        {
          passes: false,
        },
      );
    }
    throw new StoreFailure(`${what} does not answer: ${wordFor(error)}`, { passes: true, cause: error });
  }
};

/** The failure that an answer is. Reads its body. */
export const refusalOf = async (what: string, response: Response, now: number): Promise<StoreFailure> => {
  const body = await response.text().catch(() => '');
  return new StoreFailure(`${what} answered ${String(response.status)}${codeIn(body)}`, {
    passes: mayPass(response.status),
    retryAfter: retryAfter(response.headers.get('retry-after'), now),
  });
};
