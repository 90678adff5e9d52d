import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { runCommand } from '../../src/cli/run.ts';
import { createDatabase, type TestDatabase } from '../catalog/database.ts';
import { capture } from './support.ts';

const name = 'cli_rights';
const policy = (allowSuperuser: boolean, credentials: readonly string[]): string => `version: 1
databases:
  ${name}:
    allow-superuser: ${String(allowSuperuser)}
    credentials:
${credentials.map((one) => `      ${one}: { url: "\${env:URL_${one.toUpperCase()}}" }\n`).join('')}identity: { local: { verifiers: v } }
principals: { dev: { local: dev } }
grants: [{ to: [dev], credential: ${credentials[0] ?? ''} }]
classes: {}
`;

const attributes: Readonly<Record<string, string>> = {
  rights_plain: '',
  rights_row: 'BYPASSRLS',
  rights_maker: 'CREATEROLE',
  rights_stream: 'REPLICATION',
  rights_files: 'IN ROLE pg_read_server_files',
  rights_indirect: 'IN ROLE rights_files, rights_row',
  rights_heir: 'IN ROLE postgres',
};

describe.each(Object.entries(inject('postgres')))('the rights of credentials, on PostgreSQL %s', (_, port) => {
  let database: TestDatabase;
  let directory: string;

  beforeAll(async () => {
    database = await createDatabase(port, name, Object.keys(attributes).toReversed());
    for (const [role, with_] of Object.entries(attributes)) {
      const [, member] = with_.split('IN ROLE ');
      await database.client.query(member === undefined ? `ALTER ROLE ${role} ${with_}` : `GRANT ${member} TO ${role}`);
    }
    directory = mkdtempSync(join(tmpdir(), 'pgveil-rights-'));
  });
  afterAll(async () => {
    await database.drop();
    rmSync(directory, { recursive: true });
  });

  const check = async (
    users: Readonly<Record<string, string>>,
    allowSuperuser = false,
  ): Promise<{ readonly code: number; readonly said: readonly string[]; readonly out: string }> => {
    writeFileSync(join(directory, 'p.yml'), policy(allowSuperuser, Object.keys(users)));
    const env = Object.fromEntries(
      Object.entries(users).map(([credential, user]) => [
        `URL_${credential.toUpperCase()}`,
        `postgres://${user}:pw@127.0.0.1:${String(port)}/${name}`,
      ]),
    );
    const { context, output } = capture({ argv: ['check', '--policy', 'p.yml'], env, cwd: directory });
    const code = await runCommand(commands, context);
    const out = output().stdout;
    return {
      code,
      out,
      said: out
        .split('\n')
        .filter((line) => /^ {4}(?:Credential|Database) /.test(line))
        .map((line) => line.trim()),
    };
  };

  const reaches = (credential: string): string =>
    `Credential ${credential} of database ${name} reaches past what pgveil can hold in:`;

  test('a plain role has none', async () => {
    expect(await check({ reader: 'rights_plain' })).toMatchObject({ code: 0, said: [] });
  });

  test.each([
    ['postgres', 'a superuser can read files, run programs and change any catalog on the server. pgveil does not start with it.'],
    ['rights_stream', 'a replication role can stream every table past all masks. pgveil does not start with it.'],
    ['rights_row', 'row security does not hold for a role with BYPASSRLS.'],
    [
      'rights_maker',
      'a role that makes roles can give itself rights of others, before PostgreSQL 16 those to files and programs too.',
    ],
    ['rights_files', "a member of pg_read_server_files can read the server's files, which hold every table."],
    [
      'rights_indirect',
      "row security does not hold for a role with BYPASSRLS; a member of pg_read_server_files can read the server's files, which hold every table.",
    ],
  ])('of %s are told, and do not fail the gate by themselves', async (user, rights) => {
    expect(await check({ reader: user })).toMatchObject({ code: 0, said: [`${reaches('reader')} ${rights}`] });
  });

  test('a member of a superuser is not far from one', async () => {
    const { said } = await check({ reader: 'rights_heir' });
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('a member of a superuser can become that superuser');
  });

  test('every credential is asked, and no name of a role is told', async () => {
    const { said, out } = await check({ reader: 'rights_plain', writer: 'rights_row' });
    expect(said).toEqual([`${reaches('writer')} row security does not hold for a role with BYPASSRLS.`]);
    expect(out).not.toContain('rights_row');
  });

  test('where the policy allows a superuser, it says whether there is one', async () => {
    const may = `Database ${name} may be used with a superuser or replication credential, and`;
    expect((await check({ reader: 'postgres' }, true)).said).toEqual([`${may} reader is one.`]);
    expect((await check({ reader: 'rights_plain' }, true)).said).toEqual([`${may} none of its credentials is one.`]);
  });

  test('a credential that cannot log in could not be checked', async () => {
    const { code, out } = await check({ reader: 'rights_plain', writer: 'rights_absent' });
    expect(code).toBe(2);
    expect(out).toContain(`not checked credential writer of database ${name}: `);
  });
});
