/** The policy's limits, each with its SQLSTATE, and a connection that goes on. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { majors, openStage, type Stage } from './stage.ts';
import { bind, describePortal, errorsOf, execute, extended, parse, query, sync, trace } from './wire-client.ts';

const major = majors.at(-1) ?? 0;

const hasEmail = `
  CREATE FUNCTION has_email(text[]) RETURNS bool LANGUAGE sql AS 'SELECT EXISTS (SELECT FROM people WHERE email = ANY($1))';`;

/** text[], in binary. */
const arrayOf = (...texts: readonly string[]): Buffer => {
  const head = Buffer.alloc(20);
  for (const [index, number] of [1, 0, 25, texts.length, 1].entries()) head.writeInt32BE(number, 4 * index);
  const elements = texts.flatMap((text) => {
    const length = Buffer.alloc(4);
    length.writeInt32BE(Buffer.byteLength(text));
    return [length, Buffer.from(text)];
  });
  return Buffer.concat([head, ...elements]);
};

/** Without the description of rows. */
const brief = (lines: readonly string[]): readonly string[] => lines.filter((line) => !line.startsWith('Row'));

describe.skipIf(majors.length === 0)('limits', () => {
  const stages = new Map<string, Stage>();
  const limited = (name: string): Stage => {
    const found = stages.get(name);
    if (found === undefined) throw new Error(name);
    return found;
  };
  beforeAll(async () => {
    const limits = { rows: '10', bytes: '2kB', 'statement-time': '300ms', statements: '5', connections: '2', lookups: '3' };
    await Promise.all(
      Object.entries(limits).map(async ([name, value]) => {
        const more = `limits: { ${name}: ${value} }`;
        stages.set(name, await openStage(major, { policy: (database) => withLookups(database, more), sql: hasEmail }));
      }),
    );
  });
  afterAll(async () => Promise.all([...stages.values()].map(async (stage) => stage.stop())));

  it.each(['SELECT id FROM items ORDER BY id', 'SELECT id, name FROM people ORDER BY id'])('rows: %s', async (sql) => {
    const client = await limited('rows').connect();
    const messages = await client.query(`${sql}; SELECT 2`);
    expect(trace(messages).filter((line) => line.startsWith('D '))).toHaveLength(10);
    expect(trace(messages).slice(-2)).toEqual(['E 54000', 'Z I']);
    expect(errorsOf(messages)[0]?.get('M')).toContain('limit.rows');
    expect(brief(trace(await client.query('SELECT 1')))).toEqual(['D 1', 'C SELECT 1', 'Z I']);
    const exact = await client.query(`${sql} LIMIT 10`);
    expect(trace(exact).slice(-2)).toEqual(['C SELECT 10', 'Z I']);
    await client.end();
    const results = limited('rows').gateway.events.filter(({ type }) => type === 'result');
    expect(results).toContainEqual(expect.objectContaining({ rows: 10, tag: 'SELECT 10' }));
  });

  it('rows: a portal read in pieces counts as one', async () => {
    const client = await limited('rows').connect();
    client.send(parse('', 'SELECT id FROM items'), bind('', ''), execute('', 6), execute('', 6), sync);
    const messages = trace(await client.until('ReadyForQuery'));
    expect(messages.filter((line) => line.startsWith('D '))).toHaveLength(10);
    expect(messages.slice(-2)).toEqual(['E 54000', 'Z I']);
    await client.end();
  });

  it('bytes: of rows and of COPY', async () => {
    const client = await limited('bytes').connect();
    for (const sql of ["SELECT repeat('x', 900) FROM items", "COPY (SELECT repeat('x', 900) FROM items) TO STDOUT"]) {
      const messages = await client.query(sql);
      expect(trace(messages).filter((line) => /^[Dd] /.test(line))).toHaveLength(2);
      expect(trace(messages).slice(-2)).toEqual(['E 54000', 'Z I']);
      expect(errorsOf(messages)[0]?.get('M')).toContain('limit.bytes');
    }
    expect(brief(trace(await client.query('SELECT 1')))).toEqual(['D 1', 'C SELECT 1', 'Z I']);
    await client.end();
  });

  it('statement-time: cancelled; the time of others in the pipeline, and of a client that thinks, does not count', async () => {
    const client = await limited('statement-time').connect();
    const slow = 'SELECT count(*) FROM items a, items b, items c, items d, items e, items f';
    expect(trace(await client.query(slow)).slice(-2)).toEqual(['E 57014', 'Z I']);
    client.send(query('BEGIN'), parse('', 'SELECT id FROM items'), bind('p', ''), execute('p', 5), sync);
    await client.until('ReadyForQuery', 2);
    await new Promise((resolve) => setTimeout(resolve, 700));
    client.send(execute('p', 5), sync);
    expect(trace(await client.until('ReadyForQuery')).slice(-2)).toEqual(['PortalSuspended', 'Z T']);
    await client.query('ROLLBACK');
    await client.end();
  });

  it('statements: of one session', async () => {
    const client = await limited('statements').connect();
    for (let n = 1; n <= 4; n += 1) expect(trace(await client.query('SELECT 1')).at(-1)).toBe('Z I');
    expect(brief(trace(await client.query('SELECT 1; SELECT 2')))).toEqual(['E 53400', 'Z I']);
    client.send(...extended('SELECT 1'), sync);
    expect(trace(await client.until('ReadyForQuery')).slice(-2)).toEqual(['E 53400', 'Z I']);
    await client.end();
    const again = await limited('statements').connect();
    expect(trace(await again.query('SELECT 1')).at(-1)).toBe('Z I');
    await again.end();
  });

  it('connections: of one principal', async () => {
    const [one, two] = [await limited('connections').connect(), await limited('connections').connect()];
    await expect(limited('connections').connect()).rejects.toMatchObject({ cause: { sqlstate: '53300' } });
    const other = await limited('connections').connect('writer');
    await one.end();
    const three = await limited('connections').connect();
    await Promise.all([two.end(), three.end(), other.end()]);
  });

  it.each([
    ['text', 0, (...texts: string[]) => Buffer.from(`{${texts.join(',')}}`)],
    ['binary', 1, arrayOf],
  ] as const)('lookups: each element of a list in a parameter, %s', async (_, format, list) => {
    const client = await limited('lookups').connect();
    const sql = 'SELECT id FROM people WHERE email = ANY($1::text[])';
    const given = async (value: Buffer | null): Promise<string | undefined> => {
      const bound = {
        type: 'Bind',
        portal: '',
        statement: '',
        parameterFormats: [format],
        parameters: [value],
        resultFormats: [],
      } as const;
      client.send(parse('', sql), bound, describePortal(''), execute(''), sync);
      return trace(await client.until('ReadyForQuery')).at(-2);
    };
    expect(await given(list('a', 'b', 'c', 'd'))).toBe('E 53400');
    expect(await given(null)).toBe('C SELECT 0');
    expect(await given(list('a', 'b', 'c'))).toBe('C SELECT 0');
    expect(await given(list('a'))).toBe('E 53400');
    await client.end();
  });

  it('lookups: a list whose length is not known, and one in a function', async () => {
    const client = await limited('lookups').connect();
    expect(trace(await client.query('PREPARE q (text[]) AS SELECT id FROM people WHERE email = ANY($1)')).at(-2)).toBe('E 53400');
    client.send(parse('p', 'SELECT id FROM people WHERE email = ANY($1::text[])'), sync);
    await client.until('ReadyForQuery');
    expect(trace(await client.query("EXECUTE p ('{a}')")).at(-2)).toBe('E 53400');
    expect(trace(await client.query("SELECT has_email('{a}')")).at(-2)).toBe('E 42501');
    for (const list of [
      'email IN (SELECT unnest($1::text[]))',
      "email = ANY(string_to_array($1, ','))",
      'email = ANY(array_cat($1::text[], $1::text[]))',
      'email = ANY((SELECT $1::text[]))',
      'EXISTS (SELECT FROM unnest($1::text[]) u WHERE u = email)',
    ]) {
      client.send(...extended(`SELECT id FROM people WHERE ${list}`), sync);
      expect([list, trace(await client.until('ReadyForQuery')).at(-2)]).toEqual([list, 'E 42501']);
    }
    const bytes = { parameterFormats: [1], parameters: [Buffer.from('{a}')], resultFormats: [] } as const;
    client.send(parse('t', 'SELECT id FROM people WHERE email = ANY($1::text::text[])'));
    client.send({ type: 'Bind', portal: '', statement: 't', ...bytes }, execute(''), sync);
    expect(trace(await client.until('ReadyForQuery')).at(-2)).toBe('E 53400');
    await client.end();
  });

  it('lookups: comparisons of classified columns, counted at each execution', async () => {
    const client = await limited('lookups').connect();
    const look = "SELECT id FROM people WHERE email = 'canary1@example.com'";
    expect(brief(trace(await client.query(look)))).toEqual(['D 1', 'C SELECT 1', 'Z I']);
    client.send(parse('l', 'SELECT id FROM people WHERE email = $1'), sync);
    await client.until('ReadyForQuery');
    const codes: string[] = [];
    for (let n = 0; n < 4; n += 1) {
      client.send(bind('', 'l', ['canary2@example.com']), describePortal(''), execute(''), sync);
      codes.push(trace(await client.until('ReadyForQuery')).at(-2) ?? '');
    }
    expect(codes.slice(0, 2)).toEqual(['C SELECT 1', 'C SELECT 1']);
    expect(codes.slice(2).every((line) => line.startsWith('E '))).toBe(true);
    expect(brief(trace(await client.query('SELECT 1')))).toEqual(['D 1', 'C SELECT 1', 'Z I']);
    await client.end();
  });
});

function withLookups(database: string, more: string): string {
  return `
version: 1
databases: { ${database}: { credentials: { main: { url: "\${env:MAIN_URL}" } } } }
identity: { local: { verifiers: verifiers } }
principals: { reader: { local: reader }, writer: { local: writer } }
grants: [{ to: [reader, writer], access: read, inference: standard }]
classes: { email: { mask: email, lookup: true }, name: { mask: redact } }
classification: { columns: { public.people.email: email, public.people.name: name } }
${more}`;
}
