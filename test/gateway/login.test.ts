/** Who gets in, with what, and what the others are told. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startOidcIssuer, type OidcIssuer } from '../support/oidc-issuer.ts';
import { startTestGateway } from '../support/gateway.ts';
import { majors, openStage, policyOf, type Stage } from './stage.ts';

const major = majors.at(-1) ?? 0;

describe.skipIf(majors.length === 0)('log-in', () => {
  let issuer: OidcIssuer;
  let stage: Stage;
  let now = Date.now();
  const claims = { aud: 'pgveil', repository_id: '42', repository: 'o/r', event_name: 'push', sub: 'x' };

  const policy = (database: string): string => `
version: 1
databases:
  ${database}: { credentials: { main: { url: "\${env:MAIN_URL}" } } }
  other: { credentials: { main: { url: "\${env:MAIN_URL}" } } }
identity:
  issuers: { ci: { issuer: ${issuer.url}, required-claims: [repository_id] } }
  local: { verifiers: verifiers }
  session: { max-age: 1h }
principals:
  job: { match: { issuer: ci, repository_id: "42", event_name: [push] } }
  local: { local: reader }
  ungranted: { local: writer }
grants:
  - { to: [job, local], databases: [${database}] }
classes: { name: { mask: redact } }
classification: { columns: { public.people.name: name } }`;

  beforeAll(async () => {
    issuer = await startOidcIssuer();
    stage = await openStage(major, { policy, clock: () => now });
  });
  afterAll(async () => {
    await stage.stop();
    await issuer.stop();
  });

  const connect = async (config: pg.ClientConfig): Promise<string> => {
    const client = new pg.Client({ host: '127.0.0.1', port: stage.gateway.gateway.port, database: stage.database, ...config });
    try {
      await client.connect();
      const { rows } = await client.query<{ n: string }>('SELECT count(*) AS n FROM people');
      return rows[0]?.n ?? '';
    } finally {
      await client.end();
    }
  };
  const refusal = async (config: pg.ClientConfig): Promise<{ code: string | undefined; text: string }> => {
    const error: unknown = await connect(config).catch((caught: unknown) => caught);
    if (!(error instanceof pg.DatabaseError)) throw new Error('not refused');
    return { code: `${String(error.severity)} ${String(error.code)}`, text: `${error.message} ${String(error.hint)}` };
  };
  /** Failed attempts of the other tests slow nobody down. */
  const later = (): void => {
    now += 3_600_000;
  };

  it('takes an OIDC token as the password of the token user', async () => {
    now = Date.now();
    const token = await issuer.sign(claims);
    expect(await connect({ user: 'oidc', password: token })).toBe('20');
    const start = stage.gateway.events.findLast(({ type }) => type === 'session-start');
    expect(start).toMatchObject({ principal: 'job', claims: { repository_id: '42', event_name: 'push' } });
    expect(JSON.stringify(stage.gateway.events)).not.toContain(token.split('.')[2]);
  });

  it('exchanges a token for a session credential, good for ordinary drivers until it ends', async () => {
    now = Date.now();
    const issued = await stage.gateway.gateway.issue(await issuer.sign(claims));
    const { user, password, database } = issued;
    expect(database).toBe(stage.database);
    expect(await connect({ user, password, database })).toBe('20');
    expect(await connect({ user, password, database })).toBe('20');
    expect(JSON.stringify([stage.gateway.events, stage.gateway.log])).not.toContain(password);
    later();
    now += 1;
    expect(await refusal({ user, password, database })).toMatchObject({
      code: 'FATAL 28000',
      text: expect.stringContaining('expired') as string,
    });
  });

  it('takes a local principal, and the only database for one that names none', async () => {
    expect(await connect({ user: 'reader', password: 'reader' })).toBe('20');
  });

  it.each([
    ['expired', async () => issuer.sign({ ...claims, iat: 1, nbf: 1, exp: 2 }), 'token expired'],
    ['of another audience', async () => issuer.sign({ ...claims, aud: 'other' }), 'token audience wrong'],
    ['of an unknown issuer', async () => issuer.sign({ ...claims, iss: 'https://evil.example' }), 'token issuer unknown'],
    ['forged', async () => issuer.sign(claims, { forged: true }), 'token signature invalid'],
    ['of another algorithm', async () => issuer.sign(claims, { algorithm: 'ES256' }), 'token algorithm not allowed'],
    ['without a required claim', async () => issuer.sign({ ...claims, repository_id: undefined }), 'token claim missing'],
    ['malformed', async () => 'canary.canary.canary', 'token malformed'],
  ])('refuses a token that is %s, and quotes nothing of it', async (_, make, reason) => {
    later();
    now = Math.max(now, Date.now());
    const before = now;
    now = Date.now();
    const token = await make();
    const { code, text } = await refusal({ user: 'oidc', password: token });
    now = before;
    expect(code).toBe('FATAL 28000');
    expect(text).toContain(reason);
    const told = JSON.stringify([text, stage.gateway.log, stage.gateway.events]);
    for (const part of token.split('.').filter((one) => one.length > 10)) expect(told).not.toContain(part);
    expect(told).not.toContain('canary');
    expect(stage.gateway.events.at(-1)).toMatchObject({
      type: 'auth-failed',
      user: 'oidc',
      reason: expect.stringMatching(/^token: /) as string,
    });
    await expect(stage.gateway.gateway.issue(token)).rejects.toMatchObject({ code: 'PGVEIL_IDENTITY' });
  });

  it('a token that matches no principal is told which claims did not match', async () => {
    now = Date.now() + 1;
    const { code, text } = await refusal({ user: 'oidc', password: await issuer.sign({ ...claims, event_name: 'canary' }) });
    expect(code).toBe('FATAL 28000');
    expect(text).toMatch(/no principal of the policy matches.*job.*event_name/);
    expect(text).not.toContain('canary');
  });

  it('no grant, no such database, no database named', async () => {
    later();
    expect(await refusal({ user: 'writer', password: 'writer' })).toMatchObject({
      code: 'FATAL 42501',
      text: expect.stringContaining(`no grant gives ungranted the database "${stage.database}"`) as string,
    });
    expect(await refusal({ user: 'reader', password: 'reader', database: 'nowhere' })).toMatchObject({
      code: 'FATAL 3D000',
      text: expect.stringContaining(`"${stage.database}", "other"`) as string,
    });
    expect((await refusal({ user: 'reader', password: 'reader', database: 'other' })).code).toBe('FATAL 42501');
  });

  it('a wrong password and an unknown user read alike', async () => {
    later();
    const [wrong, unknown] = [
      await refusal({ user: 'reader', password: 'canary' }),
      await refusal({ user: 'nobody', password: 'canary' }),
    ];
    expect(wrong.code).toBe('FATAL 28P01');
    expect(unknown).toEqual({ ...wrong, text: wrong.text.replace('"reader"', '"nobody"') });
    expect(JSON.stringify([stage.gateway.log, stage.gateway.events])).not.toContain('canary');
  });

  it('too many failures are turned away without a look at the credential, until time has passed', async () => {
    later();
    let code: string | undefined;
    for (let attempt = 0; attempt < 30 && code !== 'FATAL 28000'; attempt += 1) {
      now += 4_999;
      ({ code } = await refusal({ user: 'reader', password: 'wrong' }));
    }
    expect(code).toBe('FATAL 28000');
    expect((await refusal({ user: 'reader', password: 'reader' })).code).toBe('FATAL 28000');
    later();
    expect(await connect({ user: 'reader', password: 'reader' })).toBe('20');
  });

  it('a credential with too many rights keeps the gateway from starting, unless the policy says so', async () => {
    const start = async (more: string): Promise<unknown> =>
      startTestGateway({
        policy: policyOf(stage.database).replace('credentials:', `${more}\n    credentials:`),
        env: { MAIN_URL: stage.superUrl },
      });
    await expect(start('')).rejects.toMatchObject({
      code: 'PGVEIL_UPSTREAM',
      message: expect.stringContaining('superuser') as string,
    });
    const allowed = (await start('allow-superuser: true')) as Awaited<ReturnType<typeof startTestGateway>>;
    expect(allowed.gateway.port).toBeGreaterThan(0);
    await allowed.stop();
  });
});
