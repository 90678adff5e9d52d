import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { majors } from '../masking/fixtures.ts';
import { openStage, type Agent, type McpStage } from './stage.ts';

const sql = `
  CREATE TABLE people (
    id int PRIMARY KEY, email varchar(40) UNIQUE NOT NULL, phone text, big bigint DEFAULT 7, rate float8, active bool, tags text[], "order" date);
  CREATE TABLE visits (id int PRIMARY KEY, person int REFERENCES people (id), note text);
  CREATE TABLE hidden (id int);
  CREATE SCHEMA shop;
  CREATE VIEW shop.contacts AS SELECT id, email FROM public.people;
  COMMENT ON TABLE people IS 'who we know';
  COMMENT ON COLUMN people.phone IS 'with country code, @class phone';
  INSERT INTO people SELECT i, 'raw' || i || '@corp.test', '+49 30 5550' || i, 9007199254740993, 'NaN', true, ARRAY['a', NULL], '2026-01-02'
    FROM generate_series(1, 350) i;
  INSERT INTO visits SELECT i, i, repeat('x', 3000) FROM generate_series(1, 150) i;
`;

const policy = (database: string): string => `version: 1
databases: { ${database}: { credentials: { main: { url: "\${env:URL}" } }, allow-superuser: true } }
identity: { local: { verifiers: verifiers } }
principals: { agent: { local: agent }, support: { local: support }, writer: { local: writer } }
grants:
  - { to: [agent], relations: { deny: [public.hidden] } }
  - { to: [writer], access: write }
  - { to: [support], reveal: [{ class: email, reason: tickets, until: 2099-01-31 }] }
classification: { columns: { public.people.email: email } }
classes: { email: { mask: email } }
`;

describe.each(majors)('pgveil mcp before PostgreSQL %i', (major) => {
  const database = 'mcp_tools';
  let stage: McpStage;
  let agent: Agent;
  beforeAll(async () => {
    stage = await openStage({ major, database, sql, policy: policy(database) });
    agent = await stage.agent();
  });
  afterAll(async () => {
    await stage.stop();
  });

  test('says who it is, and lists its tools, which only read', async () => {
    expect(agent.client.getServerVersion()?.name).toBe('pgveil');
    expect(agent.client.getInstructions()).toContain('masks classified columns');
    const { tools } = await agent.client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(['query', 'list_tables', 'describe_table', 'explain_refusal']);
    expect(tools.every(({ annotations }) => annotations?.readOnlyHint === true)).toBe(true);
    expect(tools[0]?.inputSchema).toMatchObject({
      properties: { sql: { type: 'string', description: 'One statement, without parameters' } },
      required: ['sql'],
    });
  });

  describe('query', () => {
    test('gives columns and masked rows', async () => {
      const { value, text, isError } = await agent.call('query', {
        sql: 'SELECT id, email, big, rate, active, tags, "order", NULL AS nothing FROM people WHERE id = 1;',
      });
      expect(isError).toBe(false);
      expect(value).toEqual({
        columns: [
          { name: 'id', type: 'integer' },
          { name: 'email', type: 'character varying(40)' },
          { name: 'big', type: 'bigint' },
          { name: 'rate', type: 'double precision' },
          { name: 'active', type: 'boolean' },
          { name: 'tags', type: 'text[]' },
          { name: 'order', type: 'date' },
          { name: 'nothing', type: 'text' },
        ],
        rows: [[1, expect.stringMatching(/@masked\.invalid$/), '9007199254740993', 'NaN', true, '{a,NULL}', '2026-01-02', null]],
      });
      expect(text).not.toContain('raw1@');
    });

    test.each(['SHOW server_version', 'EXPLAIN SELECT 1', 'VALUES (1)'])('takes %s', async (statement) => {
      expect((await agent.call('query', { sql: statement })).value['rows']).not.toEqual([]);
    });

    test('a refusal names its rule and a hint, and the session goes on', async () => {
      const refused = await agent.call('query', { sql: 'SELECT id FROM people ORDER BY email' });
      expect(refused).toMatchObject({
        isError: true,
        value: {
          error: {
            sqlstate: '42501',
            rule: 'inference.order',
            message: 'pgveil refuses ordering by a column of class email (rule inference.order)',
            hint: 'Order by unclassified columns.',
          },
        },
      });
      expect((await agent.call('query', { sql: 'SELECT 1 AS one' })).value['rows']).toEqual([[1]]);
    });

    test("the server's own error comes with its place", async () => {
      const { value, isError } = await agent.call('query', { sql: 'SELECT nme FROM visits' });
      expect(isError).toBe(true);
      expect(value).toEqual({ error: { message: 'column "nme" does not exist', sqlstate: '42703', position: 8 } });
    });

    test.each([
      ['DELETE FROM visits', '42501'],
      ['SELECT 1; SELECT 2', '42601'],
      ['COMMIT; SELECT 1', '42601'],
    ])('does not run %s', async (statement, sqlstate) => {
      const { value, isError } = await agent.call('query', { sql: statement });
      expect(isError).toBe(true);
      expect(value).toMatchObject({ error: { sqlstate } });
      expect((await agent.call('query', { sql: 'SELECT count(*)::int FROM visits' })).value['rows']).toEqual([[150]]);
    });

    test.each(['DELETE FROM visits', 'COPY visits FROM STDIN', 'INSERT INTO hidden VALUES (1) RETURNING id'])(
      'does not run %s, though the grant would let it',
      async (statement) => {
        const writer = await stage.agent([], { ...stage.variables, PGUSER: 'writer', PGPASSWORD: 'writer' });
        expect((await writer.call('query', { sql: statement })).value).toMatchObject({ error: { sqlstate: '25006' } });
        expect((await writer.call('query', { sql: 'SELECT count(*)::int FROM visits' })).value['rows']).toEqual([[150]]);
      },
    );

    test('settings last for one call', async () => {
      await agent.call('query', { sql: "SET datestyle = 'German'" });
      expect((await agent.call('query', { sql: 'SHOW datestyle' })).value['rows']).toEqual([['ISO, MDY']]);
      await agent.call('query', { sql: 'COMMIT' });
      expect((await agent.call('query', { sql: 'SELECT 1' })).isError).toBe(false);
    });

    test('says that COPY is not for it', async () => {
      const { isError, value, text } = await agent.call('query', { sql: 'COPY people TO STDOUT' });
      expect(isError).toBe(true);
      expect(value).toEqual({ error: { message: 'COPY has no rows for this tool', hint: 'Write a SELECT.' } });
      expect(text).not.toContain('raw1');
      expect((await agent.call('query', { sql: 'SELECT 1' })).isError).toBe(false);
    });

    test('calls at the same time do not meddle with each other', async () => {
      const answers = await Promise.all(
        [1, 2, 3, 4].map(async (id) => agent.call('query', { sql: `SELECT id FROM people WHERE id = ${String(id)}` })),
      );
      expect(answers.map(({ value }) => value['rows'])).toEqual([[[1]], [[2]], [[3]], [[4]]]);
    });

    test('rows end at the cap, and at the size', async () => {
      const rows = await agent.call('query', { sql: 'SELECT id FROM people ORDER BY id' });
      expect(rows.value['truncated']).toBe('rows');
      expect(rows.value['rows']).toHaveLength(200);
      const all = await agent.call('query', { sql: 'SELECT id FROM people ORDER BY id LIMIT 200' });
      expect(all.value).not.toHaveProperty('truncated');
      const wide = await agent.call('query', { sql: 'SELECT note FROM visits' });
      expect(wide.value['truncated']).toBe('characters');
      expect(wide.text.length).toBeLessThan(210_000);
    });

    test('rows of which few fit are not read in advance', async () => {
      const sql = `SELECT repeat('x', 150000) AS long FROM generate_series(1, 80)`;
      const { value } = await agent.call('query', { sql });
      expect(value['truncated']).toBe('characters');
      expect(value['rows']).toHaveLength(1);
      const at = stage.gateway.events.findLastIndex((event) => event.type === 'statement' && event.sql.includes('repeat'));
      const read = stage.gateway.events.slice(at).find((event) => event.type === 'result');
      expect(read).toMatchObject({ rows: 2 });
    });

    test('a call that the client cancels is cancelled at the server, and those that wait go on', async () => {
      const busy = await stage.agent();
      const slow = 'SELECT count(*) FROM people a, people b, people c, people d, people e';
      const [first, second] = [new AbortController(), new AbortController()];
      const call = async (sql: string, { signal }: AbortController): Promise<unknown> =>
        busy.client.callTool({ name: 'query', arguments: { sql } }, undefined, { signal }).catch(() => 'given up');
      const calls = [call(slow, first), call('SELECT 41 AS never', second)];
      const next = busy.call('query', { sql: 'SELECT 42 AS answer' });
      await expect.poll(async () => stage.running(slow), { timeout: 20_000 }).toBe(1);
      second.abort();
      first.abort();
      expect(await Promise.all(calls)).toEqual(['given up', 'given up']);
      expect((await next).value['rows']).toEqual([[42]]);
      expect(await stage.running(slow)).toBe(0);
      const recorded = JSON.stringify(stage.gateway.events);
      expect(recorded).toContain('AS answer');
      expect(recorded).not.toContain('AS never');
    });

    test('when the client leaves, what runs is cancelled', async () => {
      const leaving = await stage.agent();
      const slow = 'SELECT sum(a.id) FROM people a, people b, people c, people d, people e';
      const lost = leaving.call('query', { sql: slow }).catch(() => 'lost');
      await expect.poll(async () => stage.running(slow), { timeout: 20_000 }).toBe(1);
      await leaving.client.close();
      expect(await lost).toBe('lost');
      await expect.poll(async () => stage.running(slow), { timeout: 20_000 }).toBe(0);
    });

    test('a statement that takes too long is cancelled', async () => {
      const hasty = await stage.agent(['--timeout', '1', '--max-rows', '2']);
      const { value } = await hasty.call('query', {
        sql: 'SELECT count(*) FROM people a, people b, people c, people d, people e',
      });
      expect(value).toMatchObject({ error: { sqlstate: '57014' } });
      expect((await hasty.call('query', { sql: 'SELECT id FROM people' })).value['rows']).toHaveLength(2);
    });
  });

  test('list_tables', async () => {
    expect((await agent.call('list_tables')).value).toEqual({
      tables: [
        { schema: 'public', name: 'hidden', kind: 'table' },
        { schema: 'public', name: 'people', kind: 'table', comment: 'who we know' },
        { schema: 'public', name: 'visits', kind: 'table' },
        { schema: 'shop', name: 'contacts', kind: 'view' },
      ],
    });
    expect((await agent.call('list_tables', { schema: 'shop' })).value['tables']).toHaveLength(1);
  });

  describe('describe_table', () => {
    test('without a policy: what the catalog says', async () => {
      const { value } = await agent.call('describe_table', { table: 'people' });
      expect(value).toMatchObject({
        schema: 'public',
        name: 'people',
        kind: 'table',
        comment: 'who we know',
        classesFrom: 'comments',
      });
      const [id, email, phone, big] = value['columns'] as readonly unknown[];
      expect([id, email, phone, big]).toEqual([
        { name: 'id', type: 'integer', nullable: false },
        { name: 'email', type: 'character varying(40)', nullable: false },
        { name: 'phone', type: 'text', nullable: true, comment: 'with country code, @class phone', class: 'phone' },
        { name: 'big', type: 'bigint', nullable: true, default: '7' },
      ]);
      expect((await agent.call('describe_table', { table: 'public.visits' })).value['keys']).toEqual([
        { name: 'visits_pkey', definition: 'PRIMARY KEY (id)' },
        { name: 'visits_person_fkey', definition: 'FOREIGN KEY (person) REFERENCES people(id)' },
      ]);
    });

    test('a name that is not there', async () => {
      const { value, isError } = await agent.call('describe_table', { table: 'peple' });
      expect(isError).toBe(true);
      expect(value).toEqual({
        error: {
          message: 'there is no table or view "peple"',
          hint: 'list_tables gives their names. Did you mean public.people?',
        },
      });
    });

    test('with the policy: classes and masks, of all principals or of one', async () => {
      const columns = async (argv: readonly string[]): Promise<readonly unknown[]> =>
        (await (await stage.agent(['--policy', 'policy.yml', ...argv])).call('describe_table', { table: 'people' })).value[
          'columns'
        ] as readonly unknown[];
      const all = await columns([]);
      expect(all[0]).toMatchObject({ name: 'id', shown: { agent: 'pass', support: 'pass' } });
      expect(all[1]).toMatchObject({ name: 'email', class: 'email', shown: { agent: 'masked(email)', support: 'pass' } });
      expect(all[2]).toMatchObject({ name: 'phone', class: 'phone', shown: { agent: 'redact' } });
      expect((await columns(['--as', 'agent']))[1]).toMatchObject({ shown: { agent: 'masked(email)' } });
      expect((await columns(['--as', 'agent']))[1]).not.toHaveProperty('shown.support');
    });
  });

  test('explain_refusal', async () => {
    const { value } = await agent.call('explain_refusal', { rule: 'inference.order' });
    expect(value).toMatchObject({ rule: 'inference.order', sqlstate: '42501', instead: 'Order by unclassified columns.' });
    expect(value['when']).toContain('rows are ordered by a classified column');
    expect((await agent.call('explain_refusal', { rule: 'limit.rows' })).value['instead']).toContain('LIMIT');
    expect(await agent.call('explain_refusal', { rule: 'inference.oder' })).toMatchObject({
      isError: true,
      value: { error: { message: 'there is no rule "inference.oder"', hint: 'Did you mean inference.order?' } },
    });
  });

  test('a wrong password is an error of the tool, and the password is in no word of it', async () => {
    const port = String(stage.gateway.gateway.port);
    const wrong = await stage.agent(['--url', `postgres://agent:wrong-canary@127.0.0.1:${port}/${database}?sslmode=disable`], {});
    const { isError, text, value } = await wrong.call('query', { sql: 'SELECT 1' });
    expect(isError).toBe(true);
    expect(value).toMatchObject({ error: { sqlstate: '28P01' } });
    expect(text).not.toContain('canary');
  });

  test('no proxy there is an error of the tool', async () => {
    const lost = await stage.agent([], { ...stage.variables, PGPORT: '1' });
    expect((await lost.call('query', { sql: 'SELECT 1' })).value).toEqual({
      error: {
        message: `cannot connect to 127.0.0.1:1, database "${database}": nothing listens there`,
        hint: 'Check that pgveil runs, and that PGHOST and PGPORT, or --url, say where.',
      },
    });
  });

  test('a connection that the proxy has closed is made anew', async () => {
    const patient = await stage.agent();
    const pid = 'SELECT pg_backend_pid()';
    const [[first]] = (await patient.call('query', { sql: pid })).value['rows'] as [[number]];
    await stage.terminate(first);
    const answers = [await patient.call('query', { sql: pid }), await patient.call('query', { sql: pid })];
    expect(answers.at(-1)?.isError).toBe(false);
    expect(answers.at(-1)?.value['rows']).not.toEqual([[first]]);
  });

  test('every statement is in the audit of the gateway', () => {
    expect(JSON.stringify(stage.gateway.events)).toContain('SELECT id FROM people ORDER BY email');
  });
});
