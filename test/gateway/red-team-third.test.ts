/** Statements by which pgveil once read another column, name or format than the server. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canary, majors, openStage, type Stage } from './stage.ts';
import { parse, sync, trace, type Received, type WireClient } from './wire-client.ts';

/** All that came, without regard to case. */
const textOf = (messages: readonly Received[]): string =>
  Buffer.concat(messages.map(({ bytes }) => bytes))
    .toString('latin1')
    .toLowerCase();

interface Attack {
  readonly title: string;
  /** Each sent as one Query. */
  readonly texts: readonly string[];
  /** Run by the superuser before and after. */
  readonly before?: string;
  readonly after?: string;
}

const hidden = `set_config('application_name', 'x', false)`;
const notes = 'SELECT upper(note) FROM notes';

const attacks: readonly Attack[] = [
  {
    title: 'a setting with a computed name behind one with a constant name',
    texts: ['SET search_path = plain', `SELECT ${hidden}, set_config(lower('SEARCH_PATH'), 'vault', false); ${notes}`],
  },
  {
    title: 'a setting within a view, behind one of the statement',
    texts: [
      'SET search_path = plain',
      `CREATE VIEW setter AS SELECT set_config('search_path', 'vault', false)`,
      `SELECT ${hidden} || set_config FROM setter; ${notes}`,
    ],
    after: 'DROP VIEW IF EXISTS plain.setter',
  },
  {
    title: 'a list of schemas that is the name of a schema',
    texts: [
      'CREATE SCHEMA "vault, public"',
      'CREATE TABLE "vault, public".notes (note text)',
      `SELECT set_config('search_path', 'vault, public', false); ${notes}`,
    ],
    after: 'DROP SCHEMA IF EXISTS "vault, public" CASCADE',
  },
  {
    title: 'the name of a setting that a domain cuts off',
    texts: [
      'SET search_path = plain, public',
      'CREATE DOMAIN public.text AS varchar(11)',
      `SELECT set_config('search_path.x'::public.text, 'vault', false); ${notes}`,
    ],
    after: 'DROP DOMAIN IF EXISTS public.text',
  },
  {
    title: 'names of members that domains pad and cut off',
    texts: [
      'CREATE DOMAIN public.text AS char(3)',
      'CREATE DOMAIN public.unknown AS varchar(1)',
      `SELECT jsonb_build_object('a'::public.text, id, 'a  '::public.unknown, ssn) FROM people`,
    ],
    after: 'DROP DOMAIN IF EXISTS public.text, public.unknown',
  },
  {
    title: 'a path of two schemas that looks like one',
    before: `CREATE SCHEMA "plain vault"; GRANT USAGE ON SCHEMA "plain vault" TO PUBLIC; CREATE SCHEMA "vault plain"; GRANT USAGE ON SCHEMA "vault plain" TO PUBLIC;
      CREATE TABLE "vault plain".notes (id int, note text); GRANT ALL ON "vault plain".notes TO PUBLIC; SET check_function_bodies = off;
      CREATE FUNCTION late_note() RETURNS text LANGUAGE sql VOLATILE AS 'SELECT note FROM notes ORDER BY id LIMIT 1';
      CREATE VIEW late AS SELECT late_note() AS note; GRANT ALL ON late TO PUBLIC`,
    texts: [
      'SET search_path = "vault plain"',
      'SELECT note FROM public.late',
      'SET search_path = vault, plain',
      'SELECT note FROM public.late',
    ],
    after: 'DROP VIEW late; DROP FUNCTION late_note(); DROP SCHEMA "plain vault", "vault plain" CASCADE',
  },
  {
    title: 'a number that separates the cells of CSV',
    texts: [`COPY (SELECT 'a', ssn, ',x,' FROM people) TO STDOUT (FORMAT csv, DELIMITER 1)`],
  },
  {
    title: 'a column that is renamed and then said to have no class',
    texts: [
      'BEGIN',
      'ALTER TABLE people RENAME COLUMN ssn TO x',
      `COMMENT ON COLUMN people.x IS '@class none'`,
      'SELECT x FROM people',
      'ROLLBACK',
    ],
  },
  {
    title: 'a generated column of a child that is said to have no class',
    texts: [
      `BEGIN; CREATE TABLE kid (g text GENERATED ALWAYS AS (upper(ssn)) STORED) INHERITS (people);
       COMMENT ON COLUMN kid.g IS '@class none'; INSERT INTO kid (id, ssn) SELECT id, ssn FROM people; SELECT g FROM kid; ROLLBACK`,
    ],
  },
  {
    title: "a child's row as that of a parent with another order of columns",
    before: `CREATE TABLE badge (label text, ssn text); COMMENT ON COLUMN badge.ssn IS '@class ssn';
      INSERT INTO badge VALUES ('x', 'canary'); GRANT ALL ON badge TO PUBLIC; CREATE TABLE parent (ssn text, label text); ALTER TABLE badge INHERIT parent`,
    texts: ['SELECT b::parent, to_jsonb(b::parent) FROM badge b'],
    after: 'DROP TABLE badge, parent',
  },
];

describe.each(majors)('PostgreSQL %i', (major) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(major);
    await stage.admin(`ALTER TABLE people OWNER TO ${stage.role}; ALTER TABLE vault.notes OWNER TO ${stage.role}`);
  });
  afterAll(async () => stage.stop());

  const seen = async (client: WireClient, texts: readonly string[]): Promise<string> => {
    for (const text of texts) await client.query(text);
    await client.end();
    return textOf(client.received);
  };

  it.each(attacks)('$title', async ({ texts, before, after }) => {
    const around = async (run: () => Promise<string>): Promise<string> => {
      if (before !== undefined) await stage.admin(before);
      const text = await run();
      if (after !== undefined) await stage.admin(after);
      return text;
    };
    expect(await around(async () => seen(await stage.direct(), texts))).toContain(canary);
    expect(await around(async () => seen(await stage.connect('owner'), texts))).not.toContain(canary);
  });

  it('a snapshot from before a view was replaced', async () => {
    const [first, second, third] = await Promise.all([1, 2, 3].map(async () => stage.connect('owner')));
    if (first === undefined || second === undefined || third === undefined) throw new Error('no connection');
    await first.query(`CREATE OR REPLACE VIEW seen AS SELECT id, upper('x' || id) AS word FROM people`);
    await first.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
    const exported = trace(await first.query('SELECT pg_export_snapshot()')).find((line) => line.startsWith('D '));
    await second.query('CREATE OR REPLACE VIEW seen AS SELECT id, upper(ssn) AS word FROM people');
    await third.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
    await third.query(`SET TRANSACTION SNAPSHOT '${exported?.slice(2) ?? ''}'`);
    await third.query('CREATE TEMP TABLE mine (id int)');
    await Promise.all([first.end(), second.end()]);
    expect(await seen(third, ['SELECT word FROM seen', 'ROLLBACK'])).not.toContain(canary);
    await stage.admin('DROP VIEW seen');
  });

  it('a setting within a prepared statement, behind one of its arguments', async () => {
    const client = await stage.connect('owner');
    await client.query('SET search_path = plain');
    client.send(parse('s', `SELECT set_config('search_path', 'vault', false), $1::text`), sync);
    await client.until('ReadyForQuery');
    expect(await seen(client, [`EXECUTE s(${hidden}); ${notes}`])).not.toContain(canary);
  });
});
