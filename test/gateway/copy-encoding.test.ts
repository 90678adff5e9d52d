/** COPY in an encoding that masks cannot read: refused where something would be masked, and the session goes on. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canary, majors, openStage, policyOf, type Stage } from './stage.ts';
import { errorsOf, extended, query, sync, trace, type Sent } from './wire-client.ts';

const major = majors.at(-1) ?? 0;
const inSjis = (what: string, format = 'text'): string => `COPY ${what} TO STDOUT (FORMAT ${format}, ENCODING 'SJIS')`;

describe.skipIf(majors.length === 0)('COPY in another encoding', () => {
  let stage: Stage;
  let scrubbing: Stage;
  beforeAll(async () => {
    stage = await openStage(major);
    scrubbing = await openStage(major, { policy: (database) => policyOf(database, 'detect: mask') });
  });
  afterAll(async () => {
    await stage.stop();
    await scrubbing.stop();
  });

  const refusedWith = async (on: Stage, messages: readonly Sent[]): Promise<readonly unknown[]> => {
    const client = await on.connect();
    client.send(...messages);
    const got = await client.until('ReadyForQuery');
    expect(trace(await client.query('SELECT 1'))).toContain('D 1');
    await client.end();
    expect(Buffer.concat(client.received.map(({ bytes }) => bytes)).toString('latin1')).not.toContain(canary);
    return errorsOf(got).map((fields) => fields.get('M'));
  };

  it.each([
    ['a relation', [query(inSjis('people'))]],
    ['a query', [query(inSjis('(SELECT id, upper(name) FROM people)', 'csv'))]],
    ['binary', [query(inSjis('people', 'binary'))]],
    ['extended', [...extended(inSjis('people')), sync]],
  ] as const)('is refused where a column would be masked: %s', async (_, messages) => {
    const [message, ...more] = await refusedWith(stage, messages);
    expect(message).toContain('rule copy.encoding');
    expect(more).toEqual([]);
    const [refused, next] = stage.gateway.events.filter(({ type }) => type === 'statement').slice(-2);
    expect(refused).toMatchObject({ verdict: 'refuse', refusal: { rule: 'copy.encoding' } });
    expect(next).toMatchObject({ verdict: 'forward' });
  });

  it('is refused where detect: mask would scrub a column', async () => {
    expect(await refusedWith(stage, [query(inSjis('items (title)'))])).toEqual([]);
    const [message] = await refusedWith(scrubbing, [query(inSjis('items (title)'))]);
    expect(message).toContain('rule copy.encoding');
    expect(await refusedWith(scrubbing, [query(inSjis('items (id, price)'))])).toEqual([]);
  });

  it('is taken in UTF-8, by whatever spelling', async () => {
    for (const name of ['utf8', 'UTF-8', 'Utf_8', 'unicode', 'sql ascii']) {
      expect(await refusedWith(stage, [query(`COPY people TO STDOUT (ENCODING '${name}')`)])).toEqual([]);
    }
  });
});
