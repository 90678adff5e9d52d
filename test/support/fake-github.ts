import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createFakeArtifacts, type FakeArtifacts } from './fake-artifacts.ts';
import { createFakeComments, type FakeComments } from './fake-comments.ts';
import { createOidcIssuer, listenOnLoopback, type OidcIssuer } from './oidc-issuer.ts';

/** What of GitHub a job talks to, on one loopback port: OIDC issuer and token endpoint, artifact service, comments. */
export interface FakeGithub {
  readonly url: string;
  /** The issuer that a policy names. */
  readonly issuer: string;
  readonly oidc: Omit<OidcIssuer, 'stop' | 'url'>;
  readonly artifacts: FakeArtifacts;
  readonly comments: FakeComments;
  /** The files of the repository's commits, by SHA and path, that the REST API shows. */
  readonly contents: Map<string, Readonly<Record<string, string>>>;
  /** The tokens handed to jobs, for tests that look where they turn up. */
  readonly issued: readonly string[];
  /** Secrets of a job's environment: where the token endpoint is and what it and the artifact service ask for. */
  environment(options?: { readonly idToken?: boolean; readonly artifacts?: boolean }): Record<string, string>;
  stop(): Promise<void>;
}

/** The claims of a job on a branch of the repository `octo-org/shop`, as GitHub makes them. */
export const githubClaims = {
  sub: 'repo:octo-org/shop:ref:refs/heads/main',
  actor: 'octocat',
  actor_id: '583231',
  base_ref: '',
  check_run_id: '30001',
  event_name: 'push',
  head_ref: '',
  job_workflow_ref: 'octo-org/shop/.github/workflows/agent.yml@refs/heads/main',
  job_workflow_sha: '4f9a1d2c3b4a5968778695a4b3c2d1e0f9a8b7c6',
  ref: 'refs/heads/main',
  ref_protected: 'true',
  ref_type: 'branch',
  repository: 'octo-org/shop',
  repository_id: '74218501',
  repository_owner: 'octo-org',
  repository_owner_id: '65190',
  repository_visibility: 'private',
  run_attempt: '1',
  run_id: '19000000001',
  run_number: '42',
  runner_environment: 'github-hosted',
  sha: '4f9a1d2c3b4a5968778695a4b3c2d1e0f9a8b7c6',
  workflow: 'agent',
  workflow_ref: 'octo-org/shop/.github/workflows/agent.yml@refs/heads/main',
  workflow_sha: '4f9a1d2c3b4a5968778695a4b3c2d1e0f9a8b7c6',
} as const;

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

/** `GET /repos/…/contents/PATH?ref=SHA`, raw, and `GET /repos/…/git/commits/SHA`. */
const showContents = (
  url: URL,
  contents: ReadonlyMap<string, Readonly<Record<string, string>>>,
  response: ServerResponse,
): boolean => {
  const file = /^\/repos\/octo-org\/shop\/contents\/(.+)$/.exec(url.pathname)?.[1];
  const commit = /^\/repos\/octo-org\/shop\/git\/commits\/(\w+)$/.exec(url.pathname)?.[1];
  if (file === undefined && commit === undefined) return false;
  const files = contents.get(commit ?? url.searchParams.get('ref') ?? '');
  const text = file === undefined ? files && JSON.stringify({ sha: commit }) : files?.[decodeURIComponent(file)];
  const type = file === undefined ? 'application/json' : 'application/vnd.github.raw+json; charset=utf-8';
  response.writeHead(text === undefined ? 404 : 200, { 'content-type': text === undefined ? 'application/json' : type });
  response.end(text ?? '{"message":"Not Found"}');
  return true;
};

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** `claims` replace those of `githubClaims` in the tokens that jobs get. */
export const startFakeGithub = async (options: { claims?: Record<string, string> } = {}): Promise<FakeGithub> => {
  let url = '';
  const issuer = (): string => `${url}/oidc`;
  const requestToken = `id-token-request-${crypto.randomUUID()}`;
  const runtimeToken = `${encode({ alg: 'none' })}.${encode({ scp: 'Actions.Results:run-1:job-1' })}.${crypto.randomUUID()}`;
  const oidc = await createOidcIssuer(issuer);
  const artifacts = createFakeArtifacts(() => url, runtimeToken);
  const comments = createFakeComments(() => url, githubClaims.repository);
  const contents = new Map<string, Readonly<Record<string, string>>>();
  const issued: string[] = [];

  const issueToken = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.headers.authorization !== `Bearer ${requestToken}`) {
      response.writeHead(401).end('{"message":"bad request token"}');
      return;
    }
    const audience = new URL(request.url ?? '/', url).searchParams.get('audience') ?? 'https://github.com/octo-org';
    const value = await oidc.sign({ ...githubClaims, ...options.claims, aud: audience });
    issued.push(value);
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ count: 1, value }));
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await bodyOf(request);
    if (request.url?.startsWith('/token?') === true) await issueToken(request, response);
    else if (
      !showContents(new URL(request.url ?? '/', url), contents, response) &&
      !oidc.handle(request, response) &&
      !artifacts.handle(request, response, body) &&
      !comments.handle(request, response, body)
    )
      response.writeHead(404).end();
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  url = `http://127.0.0.1:${String(await listenOnLoopback(server))}`;
  return {
    url,
    issuer: issuer(),
    oidc,
    artifacts,
    comments,
    contents,
    issued,
    environment: ({ idToken = true, artifacts: withArtifacts = true } = {}) => ({
      ...(idToken
        ? { ACTIONS_ID_TOKEN_REQUEST_URL: `${url}/token?api-version=2.0`, ACTIONS_ID_TOKEN_REQUEST_TOKEN: requestToken }
        : {}),
      ...(withArtifacts ? { ACTIONS_RESULTS_URL: url, ACTIONS_RUNTIME_TOKEN: runtimeToken } : {}),
    }),
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};
