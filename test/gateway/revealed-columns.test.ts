/** A column that a grant reveals by its name: what others hold does not come out of it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canary, majors, openStage, type Stage } from './stage.ts';

const policy = (database: string): string => `
version: 1
databases: { ${database}: { credentials: { main: { url: "\${env:MAIN_URL}" } } } }
identity: { local: { verifiers: verifiers } }
principals: { owner: { local: owner } }
grants:
  - to: [owner]
    access: ddl
    reveal: [{ column: public.shown.ssn, reason: test data, until: 2999-01-01 }]
classes: { ssn: { mask: redact } }
classification: { columns: { "public.*.ssn": ssn } }
`;

describe.each(majors)('PostgreSQL %i', (major) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(major, {
      policy,
      sql: `CREATE TABLE shown (id int, ssn text); INSERT INTO shown VALUES (1, 'seen');`,
    });
    await stage.admin(`ALTER TABLE people OWNER TO ${stage.role}; ALTER TABLE shown OWNER TO ${stage.role}`);
  });
  afterAll(async () => stage.stop());

  const seen = async (...texts: readonly string[]): Promise<string> => {
    const client = await stage.connect('owner');
    for (const text of texts) await client.query(text);
    await client.end();
    return Buffer.concat(client.received.map(({ bytes }) => bytes))
      .toString('latin1')
      .toLowerCase();
  };

  it('is shown', async () => {
    expect(await seen('SELECT ssn FROM shown')).toContain('seen');
  });

  it('takes no values of a column that is not', async () => {
    const text = await seen('BEGIN', 'INSERT INTO shown SELECT id, ssn FROM people', 'ROLLBACK', 'SELECT ssn FROM shown');
    expect(text).toContain('flow.write');
    expect(text).not.toContain(canary);
    expect(await seen('BEGIN; INSERT INTO people (id, ssn) SELECT id + 100, ssn FROM shown; ROLLBACK')).not.toContain(
      'flow.write',
    );
  });

  it('is known by its number: another that takes its name is not shown', async () => {
    const rename = ['BEGIN', 'ALTER TABLE shown RENAME TO old', 'ALTER TABLE people RENAME TO shown'];
    const text = await seen(...rename, 'SELECT ssn FROM shown', 'SELECT ssn FROM old', 'ROLLBACK');
    expect(text).not.toContain(canary);
    expect(text).toContain('seen');
  });
});
