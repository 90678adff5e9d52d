import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import pg from 'pg';
import { checkRights } from '../../src/gateway/upstream-rights.ts';

const config = (user: string) => ({
  host: '127.0.0.1',
  port: inject('postgres')[18],
  database: 'postgres',
  user,
  password: 'pw',
});

const check = async (user: string, allowSuperuser: boolean): Promise<void> => {
  const client = new pg.Client(config(user));
  await client.connect();
  try {
    await checkRights(async (sql) => (await client.query<(string | null)[]>({ text: sql, rowMode: 'array' })).rows, {
      name: 'reader',
      allowSuperuser,
    });
  } finally {
    await client.end();
  }
};

const asAdmin = async (sql: string): Promise<void> => {
  const client = new pg.Client(config('postgres'));
  await client.connect();
  await client.query(sql);
  await client.end();
};

describe('the rights of a credential', () => {
  beforeAll(async () =>
    asAdmin(`CREATE ROLE rights_plain LOGIN PASSWORD 'pw'; CREATE ROLE rights_stream LOGIN REPLICATION PASSWORD 'pw'`),
  );
  afterAll(async () => asAdmin('DROP ROLE rights_plain; DROP ROLE rights_stream'));

  it.each([
    [
      'postgres',
      'the credential "reader" is refused: a superuser can read files, run programs and change any catalog on the server',
    ],
    ['rights_stream', 'the credential "reader" is refused: a replication role can stream every table past all masks'],
  ])('of %s are too many, unless the policy allows it', async (user, message) => {
    await expect(check(user, false)).rejects.toMatchObject({ code: 'PGVEIL_UPSTREAM', message });
    await expect(check(user, true)).resolves.toBeUndefined();
  });

  it('of a plain role are fine', async () => {
    await expect(check('rights_plain', false)).resolves.toBeUndefined();
  });
});
