import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openStage, type Stage } from './stage.ts';

const port = inject('postgres')[18];

const second = (stage: Stage, name: string): string =>
  stage.policy.replace('identity:', `  ${name}:\n    credentials:\n      reader: { url: '\${env:OTHER_URL}' }\nidentity:`);

describe('a policy with several databases', { skip: port === undefined }, () => {
  let shop: Stage;
  let billing: Stage;
  beforeAll(async () => {
    shop = await openStage(port ?? 0, 'action_shop');
    billing = await openStage(port ?? 0, 'action_billing');
    await billing.sql("UPDATE people SET city = 'Porto'");
  });
  afterAll(async () => {
    await shop.stop();
    await billing.stop();
  });

  test('each has a URL; `database` says which one PGDATABASE names', async () => {
    const cities: unknown[] = [];
    const job = await shop.job(
      [
        {
          name: 'agent',
          call: async (environment) => {
            for (const name of ['PGVEIL_ACTION_SHOP_URL', 'PGVEIL_BILLING_DB_URL', 'DATABASE_URL']) {
              const client = new pg.Client({ connectionString: environment[name] });
              await client.connect();
              cities.push((await client.query<{ city: string }>('SELECT city FROM people')).rows[0]?.city);
              await client.end();
            }
          },
        },
      ],
      {
        policy: second(shop, 'billing-db').replace('    public.people.city: none', '    public.people.city: none'),
        environment: { OTHER_URL: billing.databaseUrl },
        secrets: [shop.databaseUrl, billing.databaseUrl],
        with: { database: 'billing-db' },
      },
    );
    expect(job.log).not.toContain('##[error]');
    expect(cities).toEqual(['Lisbon', 'Porto', 'Porto']);
    const uris = JSON.parse(job.outputs['pgveil']?.['connection-uris'] ?? '{}') as Record<string, string>;
    expect(uris).toEqual({ action_shop: job.env['PGVEIL_ACTION_SHOP_URL'], 'billing-db': job.env['PGVEIL_BILLING_DB_URL'] });
    expect(job.env['PGDATABASE']).toBe('billing-db');
    expect(job.log).not.toContain(job.env['PGPASSWORD']);
    job.remove();
  });

  test.each([
    [
      'two names that one variable would have',
      'action-shop',
      /^Two databases of the policy would both be in the variable PGVEIL_ACTION_SHOP_URL\./,
    ],
    [
      'a name whose variable the policy reads',
      'database',
      /^The policy refers to \$\{env:PGVEIL_DATABASE_URL\}, which pgveil sets for later steps/,
    ],
  ])('%s: one error', async (_, name, message) => {
    const job = await shop.job([], { policy: second(shop, name), environment: { OTHER_URL: billing.databaseUrl } });
    expect(job.annotations.map((one) => one.message)).toEqual([expect.stringMatching(message)]);
    expect([job.conclusion, job.env, job.orphans]).toEqual(['failure', {}, []]);
    job.remove();
  });
});

describe('the audience', { skip: port === undefined }, () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(port ?? 0, 'action_audience');
  });
  afterAll(async () => stage.stop());

  const audienceOf = (token: string | undefined): unknown =>
    (JSON.parse(Buffer.from(token?.split('.')[1] ?? '', 'base64url').toString()) as { aud: string }).aud;

  test.each([
    ["the policy's own", 'identity:\n', 'identity:\n  audience: urn:of-the-policy\n', {}, 'urn:of-the-policy'],
    ["its only issuer's", "oidc' }", "oidc', audience: urn:of-the-issuer }", {}, 'urn:of-the-issuer'],
    [
      'the input, which goes before the policy',
      'identity:\n',
      'identity:\n  audience: urn:of-the-policy\n',
      { audience: 'urn:of-the-input' },
      'urn:of-the-input',
    ],
  ])('%s', async (_, from, to, given: Record<string, string>, audience) => {
    const policy = stage.policy.replace(from, to);
    expect(policy).not.toBe(stage.policy);
    const job = await stage.job([], { policy, with: given });
    expect(job.log).not.toContain('##[error]');
    expect([job.conclusion, audienceOf(stage.github.issued.at(-1))]).toEqual(['success', audience]);
    job.remove();
  });

  test('an input that the only issuer would not take is said at once, and no token is asked for', async () => {
    const issued = stage.github.issued.length;
    const policy = stage.policy.replace("oidc' }", "oidc', audience: urn:of-the-issuer }");
    const job = await stage.job([], { policy, with: { audience: 'urn:of-the-input' } });
    expect(job.conclusion).toBe('failure');
    expect(job.annotations.map(({ message }) => message)).toEqual([
      'The input `audience` is another than the policy\'s issuer takes, which is "urn:of-the-issuer". [PGVEIL_INPUT]\nLeave the input out, or take `audience` out of the issuer in the policy: the input replaces `identity.audience` alone.',
    ]);
    expect(stage.github.issued).toHaveLength(issued);
    job.remove();
  });

  test('a required store of the audit that takes no records: the error says where to look', async () => {
    const store = 'audit: { sinks: { archive: { kind: postgres, url: "${env:PGVEIL_DATABASE_URL}", table: nowhere } } }\n';
    const job = await stage.job([], { policy: `${stage.policy}${store}` });
    expect(job.conclusion).toBe('failure');
    expect(job.annotations[0]?.message).toContain('Check the stores under `audit.sinks` in the policy');
    job.remove();
  });
});
