/** A cursor's name after its transaction: that of nothing, unless the cursor was declared WITH HOLD. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canary, majors, openStage, type Stage } from './stage.ts';
import { trace } from './wire-client.ts';

/** Trusted by the grant, though it cannot be followed: it opens a cursor of a name that the client gives. */
const sql = `
  CREATE FUNCTION opens(refcursor) RETURNS refcursor LANGUAGE plpgsql AS
    $$BEGIN OPEN $1 FOR EXECUTE 'SELECT left(note, 99) FROM vault.notes'; RETURN $1; END$$;`;

const policy = (database: string): string => `
version: 1
databases: { ${database}: { credentials: { main: { url: "\${env:MAIN_URL}" } } } }
identity: { local: { verifiers: verifiers } }
principals: { reader: { local: reader } }
grants: [{ to: [reader], access: read, functions: [public.opens] }]
classes: { note: { mask: redact } }
classification: { columns: { vault.notes.note: note } }
`;

describe.each(majors)('PostgreSQL %i', (major) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(major, { sql, policy });
  });
  afterAll(async () => stage.stop());

  it.each([
    ['without HOLD', ['BEGIN', 'DECLARE c CURSOR FOR SELECT title FROM items ORDER BY id', 'FETCH c', 'COMMIT', 'FETCH c']],
    ['rolled back', ['BEGIN', 'DECLARE c CURSOR FOR SELECT title FROM items ORDER BY id', 'ROLLBACK', 'FETCH c']],
    [
      'WITH HOLD',
      ['BEGIN', 'DECLARE c CURSOR WITH HOLD FOR SELECT title FROM items ORDER BY id', 'COMMIT', 'FETCH c', 'CLOSE c', 'FETCH c'],
    ],
  ])('%s as past pgveil', async (_, statements) => {
    const [client, direct] = [await stage.connect(), await stage.direct()];
    for (const statement of statements) {
      expect(trace(await client.query(statement))).toEqual(trace(await direct.query(statement)));
    }
    await Promise.all([client.end(), direct.end()]);
  });

  it('a function that opens a cursor of the same name later does not get the plan of the first', async () => {
    const client = await stage.connect();
    await client.query('BEGIN');
    await client.query('DECLARE c CURSOR FOR SELECT title FROM items ORDER BY id');
    await client.query('COMMIT');
    await client.query('BEGIN');
    await client.query("SELECT opens('c')");
    const rows = trace(await client.query('FETCH ALL FROM c'));
    expect(rows.filter((line) => line.startsWith('D '))).toHaveLength(5);
    expect(JSON.stringify(rows)).not.toContain(canary);
    await client.end();
  });
});
