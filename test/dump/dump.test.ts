/** A dump that PostgreSQL's own pg_dump takes through pgveil, restored by its own tools. */
import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { canary, openStage, type Stage } from '../gateway/stage.ts';

const major = 15;

const hasTools = (): boolean => {
  try {
    return ['pg_dump', 'pg_restore', 'psql'].every((tool) =>
      execFileSync(tool, ['--version'], { encoding: 'utf8' }).includes(` ${String(major)}.`),
    );
  } catch {
    return false;
  }
};

/** `email` is classified wherever it is, with a joinable mask; every value of `people` and `mails` holds the canary. */
const sql = `
  ALTER TABLE people ADD UNIQUE (email);
  CREATE TABLE mails (email text PRIMARY KEY REFERENCES people (email), body text, sent timestamptz DEFAULT '2024-05-06Z', parts int[]);
  INSERT INTO mails (email, body, parts) SELECT email, E'canary\\tbody\\n"' || id || '", \\\\', ARRAY[id] FROM people WHERE id <= 5;
  CREATE SEQUENCE counted START 7; SELECT nextval('counted');
  CREATE VIEW shown AS SELECT p.email, m.sent FROM people p JOIN mails m USING (email);
  GRANT ALL ON mails, shown TO PUBLIC; GRANT ALL ON SEQUENCE counted TO PUBLIC;`;

const policy = (database: string): string => `
version: 1
databases: { ${database}: { credentials: { main: { url: "\${env:MAIN_URL}" } } } }
identity: { local: { verifiers: verifiers } }
principals: { owner: { local: owner } }
grants: [{ to: [owner], access: read, inference: open }]
classes: { name: { mask: redact }, email: { mask: email }, ssn: { mask: redact }, note: { mask: redact } }
classification:
  columns:
    public.people.name: name
    public.people.ssn: ssn
    "*.*.email": email
    public.mails.body: note
    vault.*.note: note
`;

describe.skipIf(inject('postgres')[major] === undefined || !hasTools())('pg_dump through pgveil', () => {
  let stage: Stage;
  let directory: string;
  const run = promisify(execFile);
  let dumps = 0;
  const restored = `dump_${String(process.pid)}`;
  const at = (database: string): string => stage.superUrl.replace(stage.database, database);

  beforeAll(async () => {
    stage = await openStage(major, { sql, policy });
    directory = mkdtempSync(join(tmpdir(), 'pgveil-dump-'));
  });
  afterAll(async () => {
    rmSync(directory, { recursive: true });
    await stage.admin(`DROP DATABASE IF EXISTS ${restored}`);
    await stage.stop();
  });

  const dump = async (url: string, ...parameters: readonly string[]): Promise<string> => {
    const file = join(directory, `dump-${String((dumps += 1))}`);
    await run('pg_dump', ['--no-owner', '--no-privileges', ...parameters, '--file', file, url]);
    return file;
  };
  const masked = async (...parameters: readonly string[]): Promise<string> =>
    dump(stage.gateway.url('owner', stage.database), ...parameters);
  const rows = async (database: string, text: string): Promise<readonly unknown[]> => {
    const client = new pg.Client({ connectionString: at(database) });
    await client.connect();
    try {
      return (await client.query({ text, rowMode: 'array' })).rows;
    } finally {
      await client.end();
    }
  };
  const restore = async (tool: string, ...parameters: readonly string[]): Promise<void> => {
    await stage.admin(`DROP DATABASE IF EXISTS ${restored}`);
    await stage.admin(`CREATE DATABASE ${restored}`);
    await run(tool, [...parameters, '--dbname', at(restored)]);
  };

  /** Keys still join, constraints hold, what is not classified is the same, and no classified value is there. */
  const expectMasked = async (): Promise<void> => {
    const counts =
      'SELECT (SELECT count(*)::int FROM people), (SELECT count(*)::int FROM mails), (SELECT count(*)::int FROM shown)';
    expect(await rows(restored, counts)).toEqual([[20, 5, 5]]);
    const items = 'SELECT items::text FROM items ORDER BY id';
    expect(await rows(restored, items)).toEqual(await rows(stage.database, items));
    const plain = 'SELECT sent, parts FROM mails ORDER BY sent, parts';
    expect(await rows(restored, plain)).toEqual(await rows(stage.database, plain));
    expect(await rows(restored, "SELECT nextval('counted')::int")).toEqual([[8]]);
    expect(
      JSON.stringify(await rows(restored, 'SELECT people::text, mails::text FROM people LEFT JOIN mails USING (email)')),
    ).not.toMatch(new RegExp(canary, 'i'));
  };

  it('a plain dump, with COPY', async () => {
    const file = await masked();
    expect(readFileSync(file, 'latin1').toLowerCase()).not.toContain(canary);
    await restore('psql', '--quiet', '--no-psqlrc', '--set=ON_ERROR_STOP=1', '--file', file);
    await expectMasked();
  });

  it('a plain dump, with INSERT', async () => {
    const file = await masked('--inserts');
    expect(readFileSync(file, 'latin1').toLowerCase()).not.toContain(canary);
    await restore('psql', '--quiet', '--no-psqlrc', '--set=ON_ERROR_STOP=1', '--file', file);
    await expectMasked();
  });

  it('an archive, by pg_restore', async () => {
    const file = await masked('--format=custom', '--compress=0');
    expect(readFileSync(file, 'latin1').toLowerCase()).not.toContain(canary);
    await restore('pg_restore', '--exit-on-error', '--no-owner', file);
    await expectMasked();
  });

  it('a compressed directory, by two connections with one snapshot, restored by two', async () => {
    const directoryDump = await masked('--format=directory', '--jobs=2');
    await restore('pg_restore', '--exit-on-error', '--no-owner', '--jobs=2', directoryDump);
    await expectMasked();
    expect(readFileSync(join(directoryDump, 'toc.dat'), 'latin1').toLowerCase()).not.toContain(canary);
  });

  it.each([
    ['a table', ['--table=people']],
    ['a table in another schema', ['--table=vault.notes']],
    ['a schema', ['--schema=vault', '--column-inserts']],
    ['a table by a pattern', ['--table=*.note*', '--exclude-table=plain.*', '--rows-per-insert=3']],
  ])('%s alone', async (_, parameters) => {
    const file = await masked(...parameters);
    const text = readFileSync(file, 'utf8');
    expect(text).toMatch(/^(?:COPY|INSERT INTO) (?:public\.people|vault\.notes)\b/m);
    expect(text.toLowerCase()).not.toContain(canary);
    await stage.admin(`DROP DATABASE IF EXISTS ${restored}`);
    await stage.admin(`CREATE DATABASE ${restored}`);
    if (parameters[0] !== '--schema=vault') {
      const setUp = new pg.Client({ connectionString: at(restored) });
      await setUp.connect();
      await setUp.query('CREATE SCHEMA vault');
      await setUp.end();
    }
    await run('psql', ['--quiet', '--no-psqlrc', '--set=ON_ERROR_STOP=1', '--file', file, '--dbname', at(restored)]);
  });

  it('one table without classes is the same as past pgveil', async () => {
    // Newer releases write a random key around what psql may run.
    const text = (file: string): string => readFileSync(file, 'utf8').replaceAll(/^\\(?:un)?restrict .*$/gm, '');
    const shown = text(await masked('--table=items', '--data-only'));
    expect(shown).toContain('title 50');
    expect(shown).toBe(text(await dump(stage.superUrl, '--table=items', '--data-only')));
  });
});
