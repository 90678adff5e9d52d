import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { loadCatalog } from '../../src/catalog/load.ts';
import { examine } from '../../src/coverage/examine.ts';
import { judge } from '../../src/coverage/judge.ts';
import type { Finding } from '../../src/coverage/types.ts';
import { loadParser } from '../../src/lineage/parse.ts';
import { createDatabase, textQuery, type TestDatabase } from '../catalog/database.ts';
import { load } from '../policy/support.ts';
import { policyText, type Sections } from './support.ts';

const schema = `
  CREATE TABLE users (id int PRIMARY KEY, email text UNIQUE, shout text GENERATED ALWAYS AS (upper(email)) STORED);
  CREATE TABLE logins (at timestamptz, email text) PARTITION BY RANGE (at);
  CREATE TABLE logins_2026 PARTITION OF logins FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
  CREATE TABLE orders (id int PRIMARY KEY, customer text REFERENCES users (email));
  CREATE VIEW plain AS SELECT id, email FROM users;
  CREATE VIEW lowered AS SELECT lower(email) AS mail FROM plain;
  CREATE MATERIALIZED VIEW kept AS SELECT email FROM users;
  CREATE FUNCTION scramble(text) RETURNS text LANGUAGE plpgsql VOLATILE AS $$ BEGIN EXECUTE 'SELECT 1'; RETURN $1; END $$;
  CREATE VIEW opaque AS SELECT id, scramble(email) AS masked FROM users;
  CREATE VIEW unrelated AS SELECT scramble('x') AS x;
  COMMENT ON COLUMN logins.email IS '@class email';
  CREATE TABLE seats (id int PRIMARY KEY, tenant int, holder text);
  CREATE UNIQUE INDEX seats_holder ON seats (tenant, holder);
`;

describe.each([15, 18])('the gate over PostgreSQL %i', (major) => {
  const port = inject('postgres')[major];

  describe('with a server', { skip: port === undefined }, () => {
    let database: TestDatabase;
    beforeAll(async () => {
      database = await createDatabase(port ?? 0, 'coverage_live');
      await database.client.query(schema);
    });
    afterAll(async () => database.drop());

    const findings = async (sections: Sections): Promise<readonly Finding[]> => {
      const examined = await examine({
        policy: load(policyText(sections)),
        databases: ['app'],
        catalogOf: async (name) => loadCatalog(textQuery(database.client), { clock: Date.now, database: name }),
        rightsOf: async () => [],
        parser: await loadParser(),
        clock: Date.now,
        observed: undefined,
      });
      expect(examined.unread).toEqual([]);
      return judge(examined, { failOn: 'error' }).findings;
    };
    const shown = async (sections: Sections): Promise<readonly string[]> =>
      (await findings(sections)).map(({ name, subject }) => `${name} ${subject}`);

    test('a class without a mask: tables and what is partitioned once, nothing of what is made from them', async () => {
      expect(await shown({ classes: '{ email: {} }' })).toEqual([
        'unmasked app/public.logins.email',
        'unmasked app/public.users.email',
        'opaque-view app/public.opaque',
      ]);
    });

    test('both sides of the key classified: only the view that hides its column is left', async () => {
      const columns = '{ public.users.email: email, public.orders.customer: email }';
      const left = await findings({ columns });
      expect(left.map(({ message }) => message)).toEqual([
        expect.stringMatching(
          /^View public\.opaque cannot be followed in public\.opaque\.masked \(.*scramble.*\): this column is redacted\.$/,
        ),
      ]);
    });

    test('unique indexes of a masked dump', async () => {
      const grants = '[{ to: [dev], relations: { allow: [public.seats] } }]';
      const left = await findings({ columns: '{ public.seats.holder: email }', grants, classes: '{ email: { mask: redact } }' });
      expect(left.map(({ message }) => message)).toEqual([
        expect.stringContaining('public.seats.holder is unique together with tenant (seats_holder), and mask redact'),
      ]);
    });

    test('what mends a finding makes it go', async () => {
      const apart = { classification: 'foreign-keys: false, ' };
      const first = (await findings(apart)).find(({ name }) => name === 'foreign-key-class');
      expect(first?.yaml).toBe('    public.orders.customer: email');
      expect(await shown({ ...apart, columns: '{ public.users.email: email, public.orders.customer: email }' })).not.toContain(
        'foreign-key-class app/public.orders.customer',
      );
      const deny = '[{ to: [dev], relations: { deny: [public.opaque, public.orders] } }]';
      expect(await shown({ grants: deny, columns: '{ public.users.email: email, public.orders.customer: email }' })).toEqual([]);
    });
  });
});
