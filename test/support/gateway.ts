import { randomBytes } from 'node:crypto';
import type { Custody } from '../../src/audit/sinks/custody.ts';
import type { AuditEvent } from '../../src/audit/types.ts';
import { parseLocalPrincipals, makeVerifier } from '../../src/auth/local.ts';
import { startGateway, type Gateway } from '../../src/gateway/gateway.ts';
import type { Identities } from '../../src/gateway/identity/identities.ts';
import { loadClientTls } from '../../src/gateway/tls.ts';
import { loadParser } from '../../src/lineage/parse.ts';
import { maskKeys } from '../../src/masking/keys.ts';
import { loadPolicy } from '../../src/policy/load.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { problemText } from '../../src/policy/problems.ts';
import { resolveReferences } from '../../src/policy/references.ts';

/** A gateway in this process, its audit in memory. */
export interface TestGateway {
  readonly gateway: Gateway;
  readonly events: readonly AuditEvent[];
  /** Lines of the operator's log. */
  readonly log: readonly string[];
  url(user: string, database?: string, query?: string): string;
  stop(): Promise<void>;
}

export interface TestGatewayOptions {
  /** YAML. */
  readonly policy: string;
  readonly env: Readonly<Record<string, string>>;
  /** Local principals; the password of each is its name, or `password`. */
  readonly locals?: readonly string[];
  readonly password?: string;
  readonly tls?: { readonly cert: string; readonly key: string };
  /** Called with each record; what it throws is the audit's failure. */
  readonly onAppend?: (event: AuditEvent) => void;
  readonly clock?: () => number;
  /** The audit's stores. */
  readonly custody?: Custody;
  /** Without it, credentials have passwords alone. */
  readonly identities?: Identities;
  /** What files of other tools say of columns. */
  readonly declarations?: Policy['declarations'];
}

export const startTestGateway = async (options: TestGatewayOptions): Promise<TestGateway> => {
  const loaded = loadPolicy(options.policy, { file: 'policy.yml' });
  if (!loaded.ok) throw new Error(loaded.problems.map(problemText).join('\n'));
  const policy = { ...loaded.policy, declarations: options.declarations ?? loaded.policy.declarations };
  const events: AuditEvent[] = [];
  const log: string[] = [];
  const lines = (options.locals ?? []).map((name) => `${name}:${makeVerifier(options.password ?? name, randomBytes(16), 4096)}`);
  const keys = maskKeys({ master: Buffer.alloc(32, 7) });
  const gateway = await startGateway({
    policy,
    secrets: resolveReferences(loaded.policy, {
      env: options.env,
      readFile: () => {
        throw new Error('no files here');
      },
    }),
    identities: options.identities ?? { logIn: async (url) => url },
    locals: parseLocalPrincipals(lines.join('\n'), 'verifiers'),
    keys: () => keys,
    parser: loadParser(),
    audit: {
      publicKey: '',
      append: (event) => {
        options.onAppend?.(event);
        events.push(event);
      },
      close: () => undefined,
    },
    custody: options.custody,
    tls: options.tls === undefined ? undefined : await loadClientTls(options.tls),
    listen: { host: '127.0.0.1', port: 0 },
    clock: options.clock ?? Date.now,
    random: randomBytes,
    fetch,
    log: {
      info: (message) => log.push(message),
      error: (message) => log.push(message),
    },
  });
  return {
    gateway,
    events,
    log,
    url: (user, database, query = '') => `postgres://${user}:${user}@127.0.0.1:${String(gateway.port)}/${database ?? ''}${query}`,
    stop: async () => gateway.close(),
  };
};
