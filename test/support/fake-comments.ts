import type { IncomingMessage, ServerResponse } from 'node:http';

export interface FakeComment {
  readonly id: number;
  readonly issue: number;
  readonly author: string;
  body: string;
}

export interface FakeFailure {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether the request has its effect all the same, and only its answer is lost. */
  readonly afterEffect?: boolean;
}

/** GitHub's REST for the comments of issues, and the one GraphQL query that a token asks its own name with. */
export interface FakeComments {
  readonly all: readonly FakeComment[];
  /** `POST /repos/…/issues/7/comments`, and so on. */
  readonly requests: readonly string[];
  /** What a job's own token is. */
  readonly token: string;
  add(issue: number, author: string, body: string): void;
  /** Forgets comments, requests, failures and refusals. */
  clear(): void;
  /** The next requests of that method are answered so. */
  failNext(method: string, ...failures: readonly FakeFailure[]): void;
  /** From now on the token may only read: a fork's or Dependabot's. */
  readOnly(): void;
  handle(request: IncomingMessage, response: ServerResponse, body: Buffer): boolean;
}

const longest = 65_536;
const pageSize = 100;

export const createFakeComments = (origin: () => string, repository: string): FakeComments => {
  const token = `ghs_${crypto.randomUUID().replaceAll('-', '')}`;
  const login = 'github-actions[bot]';
  const all: FakeComment[] = [];
  const requests: string[] = [];
  const failures = new Map<string, FakeFailure[]>();
  let writes = true;
  let id = 100;

  const json = (
    response: ServerResponse,
    status: number,
    value: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): void => {
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers }).end(JSON.stringify(value));
  };
  const shown = ({ id, body, author }: FakeComment) => ({ id, body, user: { login: author, type: 'Bot' } });
  const add = (issue: number, author: string, body: string): FakeComment => {
    id += 1;
    const comment = { id, issue, author, body };
    all.push(comment);
    return comment;
  };

  const list = (issue: number, url: URL, response: ServerResponse): void => {
    const page = Number(url.searchParams.get('page') ?? '1');
    const size = Math.min(Number(url.searchParams.get('per_page') ?? '30'), pageSize);
    const own = all.filter((comment) => comment.issue === issue);
    const next = new URL(url);
    next.searchParams.set('page', String(page + 1));
    const link = own.length > page * size ? { link: `<${next.href}>; rel="next"` } : {};
    json(response, 200, own.slice((page - 1) * size, page * size).map(shown), link);
  };

  const write = (
    text: Buffer,
    response: ServerResponse,
    act: (body: string) => FakeComment | undefined,
    status: number,
    lost: FakeFailure | undefined,
  ): void => {
    const { body } = JSON.parse(text.toString()) as { body: string };
    if (!writes) json(response, 403, { message: 'Resource not accessible by integration' });
    else if (body.length > longest)
      json(response, 422, { message: 'Validation Failed: body is too long (maximum is 65536 characters)' });
    else {
      const comment = act(body);
      if (lost !== undefined) json(response, lost.status, { message: 'lost' }, lost.headers);
      else if (comment === undefined) json(response, 404, { message: 'Not Found' });
      else json(response, status, shown(comment));
    }
  };

  const issuePath = new RegExp(`^/repos/${repository}/issues/(\\d+)/comments$`);
  const commentPath = new RegExp(`^/repos/${repository}/issues/comments/(\\d+)$`);

  const answer = (method: string, url: URL, response: ServerResponse, body: Buffer): boolean => {
    const issue = issuePath.exec(url.pathname)?.[1];
    const comment = commentPath.exec(url.pathname)?.[1];
    const known = issue !== undefined || comment !== undefined || (method === 'POST' && url.pathname === '/graphql');
    if (!known) return false;
    requests.push(`${method} ${url.pathname}${url.search}`);
    const failure = failures.get(method)?.shift();
    if (failure !== undefined && failure.afterEffect !== true)
      json(response, failure.status, { message: 'as the test says' }, failure.headers);
    else if (issue !== undefined && method === 'GET') list(Number(issue), url, response);
    else if (issue !== undefined && method === 'POST')
      write(body, response, (text) => add(Number(issue), login, text), 201, failure);
    else if (comment !== undefined && method === 'PATCH') {
      const found = all.find((one) => one.id === Number(comment));
      write(body, response, (text) => (found === undefined ? undefined : Object.assign(found, { body: text })), 200, failure);
    } else if (url.pathname === '/graphql') json(response, 200, { data: { viewer: { login } } });
    else json(response, 404, { message: 'Not Found' });
    return true;
  };

  return {
    all,
    requests,
    token,
    add,
    clear: () => {
      all.length = 0;
      requests.length = 0;
      failures.clear();
      writes = true;
    },
    failNext: (method, ...next) => {
      failures.set(method, [...(failures.get(method) ?? []), ...next]);
    },
    readOnly: () => {
      writes = false;
    },
    handle: (request, response, body) => {
      const url = new URL(request.url ?? '/', origin());
      if (!/^\/(repos|graphql)/.test(url.pathname)) return false;
      if (request.headers.authorization !== `token ${token}`) {
        json(response, 401, { message: 'Bad credentials' });
        return true;
      }
      return answer(request.method ?? 'GET', url, response, body);
    },
  };
};
