/** What text columns without a class hold: sampled beside the traffic, reported, and scrubbed where the policy says so. */
import { afterEach, describe, expect, it } from 'vitest';
import type { AuditEvent } from '../../src/audit/types.ts';
import { majors, openStage, policyOf, type Stage } from './stage.ts';
import { bind, describePortal, execute, extended, parse, query, sync, type Received } from './wire-client.ts';

const major = majors.at(-1) ?? 0;

const contacts = `
  CREATE EXTENSION IF NOT EXISTS citext;
  CREATE TABLE contacts (id int, handle text, memo varchar(200), code char(12), nick citext, profile jsonb, doc json, empty text);
  INSERT INTO contacts SELECT i, 'agent' || i || '@example.com', 'call agent' || i || '@example.com now', 'x' || i,
    'agent' || i || '@example.com', jsonb_build_object('mail', 'agent' || i || '@example.com'),
    json_build_object('n', i), NULL FROM generate_series(1, 300) i;
  GRANT ALL ON contacts TO PUBLIC;`;

const detectedOf = (stage: Stage): readonly Extract<AuditEvent, { type: 'detected' }>[] =>
  stage.gateway.events.flatMap((event) => (event.type === 'detected' ? [event] : []));

/** Bytes of the messages that carry rows, or copy data. */
const rowsOf = (messages: readonly Received[]): string =>
  messages
    .flatMap(({ message: { type }, bytes }) => (type === 'DataRow' || type === 'CopyData' ? [bytes.toString('latin1')] : []))
    .join('\n');

describe.skipIf(majors.length === 0)('detection', () => {
  const open: Stage[] = [];
  const stageWith = async (more: string, sql = contacts): Promise<Stage> => {
    const stage = await openStage(major, { policy: (database) => policyOf(database, more), sql });
    open.push(stage);
    return stage;
  };
  afterEach(async () => {
    for (const stage of open.splice(0)) await stage.stop();
  });

  /** Sends statements in a session each, and waits for the verdicts, which the gateway's end brings about. */
  const detectedAfter = async (stage: Stage, ...sessions: readonly (readonly string[])[]): ReturnType<typeof verdicts> => {
    for (const statements of sessions) {
      const client = await stage.connect();
      for (const sql of statements) await client.query(sql);
      await client.end();
    }
    return verdicts(stage);
  };
  const verdicts = async (stage: Stage): Promise<readonly Extract<AuditEvent, { type: 'detected' }>[]> => {
    await stage.gateway.stop();
    return detectedOf(stage);
  };

  it('a column without a class that looks personal is on record, with counts and no value', async () => {
    const stage = await stageWith('');
    const found = await detectedAfter(stage, ['SELECT 1', 'SELECT id, handle AS h FROM contacts']);
    expect(found).toEqual([
      {
        type: 'detected',
        session: 1,
        statement: 2,
        fingerprint: expect.stringMatching(/^[0-9a-f]+$/) as string,
        column: 'h',
        source: 'public.contacts.handle',
        class: 'email',
        hits: 100,
        of: 100,
      },
    ]);
    expect(JSON.stringify(stage.gateway.events)).not.toContain('@example');
  });

  it('every type of text is looked at, and expressions by their statement', async () => {
    const stage = await stageWith('');
    const found = await detectedAfter(stage, ['SELECT memo, code, nick, profile, doc, empty, upper(handle) AS u FROM contacts']);
    expect(found.map(({ column, source, class: name }) => [column, source, name])).toEqual(
      expect.arrayContaining([
        ['memo', 'public.contacts.memo', 'email'],
        ['nick', 'public.contacts.nick', 'email'],
        ['profile', 'public.contacts.profile', 'email'],
        ['u', undefined, 'email'],
      ]),
    );
    expect(found.map(({ column }) => column).toSorted()).toEqual(['memo', 'nick', 'profile', 'u']);
  });

  it('a sample grows over results, and each session has its own', async () => {
    const stage = await stageWith('');
    const some = (from: number): string => `SELECT handle FROM contacts WHERE id > ${String(from)} ORDER BY id LIMIT 4`;
    const found = await detectedAfter(stage, [some(0), some(10)], [some(20)], ['SELECT handle FROM contacts LIMIT 2']);
    expect(found.map(({ session, statement, of }) => [session, statement, of])).toEqual([
      [1, 2, 8],
      [2, 1, 4],
    ]);
  });

  it('binary results and portals that are read in pieces are looked at', async () => {
    const stage = await stageWith('');
    const client = await stage.connect();
    client.send(...extended('SELECT profile FROM contacts LIMIT 5', [1]), sync);
    await client.until('ReadyForQuery');
    client.send(parse('', 'SELECT handle FROM contacts'), bind('', ''), describePortal(''), execute('', 3), execute('', 3), sync);
    await client.until('ReadyForQuery');
    await client.end();
    expect((await verdicts(stage)).map(({ column, hits, of }) => [column, hits, of])).toEqual([
      ['profile', 5, 5],
      ['handle', 6, 6],
    ]);
  });

  it('classified and exempt columns, catalogs and constants are not looked at, and detect: off looks at nothing', async () => {
    const statements = [
      'SELECT name, email FROM people',
      "SELECT 'a@example.com' FROM items",
      "SELECT description FROM pg_catalog.pg_description WHERE description LIKE '%@%'",
      'SELECT title FROM items',
    ];
    const stage = await stageWith('    public.contacts.handle: none');
    expect(await detectedAfter(stage, [...statements, 'SELECT handle, lower(handle) FROM contacts'])).toEqual([]);
    const off = await stageWith('detect: off');
    expect(await detectedAfter(off, ['SELECT * FROM contacts'])).toEqual([]);
  });

  it('what is reported is not changed: the bytes are those of the server', async () => {
    const stage = await stageWith('');
    const [through, direct] = [await stage.connect(), await stage.direct()];
    const sql = 'SELECT * FROM contacts ORDER BY id';
    const rows = rowsOf(await through.query(sql));
    expect(rows).toContain('agent300@example.com');
    expect(rows).toBe(rowsOf(await direct.query(sql)));
    await Promise.all([through.end(), direct.end()]);
  });

  it.each([
    ['simple', [query('SELECT handle, memo, nick, lower(memo) FROM contacts')]],
    ['extended, binary', [...extended('SELECT handle, memo, nick, lower(memo) FROM contacts', [1]), sync]],
    ['COPY', [query('COPY contacts (handle, memo, nick) TO STDOUT')]],
  ])('detect: mask scrubs from the first row on: %s', async (_, messages) => {
    const stage = await stageWith('detect: mask');
    const client = await stage.connect();
    client.send(...messages);
    const rows = rowsOf(await client.until('ReadyForQuery'));
    await client.end();
    expect(rows).toContain('call [email] now');
    expect(rows).not.toContain('@example');
  });

  it('detect: mask leaves text in which nothing is found as it is, and the audit has the mask', async () => {
    const stage = await stageWith('detect: mask');
    const [through, direct] = [await stage.connect(), await stage.direct()];
    for (const sql of [
      'SELECT id, code, doc, empty FROM contacts ORDER BY id',
      'SELECT title, tags, data FROM items ORDER BY id',
    ]) {
      expect(rowsOf(await through.query(sql))).toBe(rowsOf(await direct.query(sql)));
    }
    await through.query('SELECT handle FROM contacts');
    await Promise.all([through.end(), direct.end()]);
    const treatments = stage.gateway.events.flatMap((event) =>
      event.type === 'statement' ? event.columns.map(({ name, treatment }) => `${name} ${treatment}`) : [],
    );
    expect(treatments).toContain('handle mask(scrub)');
    expect(treatments).toContain('doc pass');
    expect(await verdicts(stage)).toContainEqual(expect.objectContaining({ source: 'public.contacts.handle', hits: 100 }));
  });
});
