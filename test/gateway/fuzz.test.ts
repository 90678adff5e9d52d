/** Any sequence of messages, in any pieces, to a real server: no classified value comes out, and no other session is harmed. */
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeFrontend } from '../../src/wire/frontend.ts';
import { canary, majors, openStage, type Stage } from './stage.ts';
import {
  bind,
  closePortal,
  closeStatement,
  copyData,
  copyDone,
  copyFail,
  describePortal,
  describeStatement,
  execute,
  flush,
  parse,
  query,
  sync,
  trace,
  type Sent,
} from './wire-client.ts';

const statement = fc.constantFrom('', 'a', 'b');
const portal = fc.constantFrom('', 'p', 'q');

/** Pairs that differ in nothing but what they read. */
const rows = fc.constantFrom(
  'SELECT upper(ssn) FROM people',
  "SELECT upper('x') FROM people",
  'SELECT upper(note) FROM notes',
  'SELECT upper(name), id FROM people',
  'SELECT upper(title), id FROM items',
  'TABLE people',
);

const texts = fc.oneof(
  { weight: 4, arbitrary: rows },
  fc
    .tuple(fc.constantFrom('PREPARE a AS', 'PREPARE b AS', 'DECLARE p CURSOR FOR', 'DECLARE q CURSOR WITH HOLD FOR'), rows)
    .map((parts) => parts.join(' ')),
  fc.tuple(fc.constantFrom('COPY ('), rows, fc.constant(') TO STDOUT')).map((parts) => parts.join('')),
  fc.constantFrom(
    'EXECUTE a',
    'EXECUTE b',
    'FETCH 3 FROM p',
    'FETCH ALL FROM q',
    'MOVE 1 IN p',
    'CLOSE p',
    'CLOSE ALL',
    'DEALLOCATE a',
    'DEALLOCATE ALL',
    'DISCARD ALL',
    'BEGIN',
    'COMMIT',
    'ROLLBACK',
    'SAVEPOINT s',
    'ROLLBACK TO s',
    'COMMIT AND CHAIN',
    'SET search_path = vault, public',
    'SET search_path = plain, public',
    'SET LOCAL search_path = plain, public',
    "SELECT set_config('search_path', 'vault, public', false)",
    'CREATE TEMP TABLE notes (id int, note text)',
    'DROP TABLE notes',
    'SELECT 1/0',
    'SELEC',
    'SELECT * FROM nowhere',
    'COPY scratch FROM STDIN',
    '',
    ';;',
  ),
);

const message: fc.Arbitrary<Sent> = fc.oneof(
  { weight: 4, arbitrary: fc.array(texts, { minLength: 1, maxLength: 3 }).map((parts) => query(parts.join('; '))) },
  { weight: 4, arbitrary: fc.tuple(statement, texts).map(([name, text]) => parse(name, text)) },
  { weight: 4, arbitrary: fc.tuple(portal, statement).map(([to, of]) => bind(to, of)) },
  { weight: 4, arbitrary: fc.tuple(portal, fc.constantFrom(0, 2)).map(([name, most]) => execute(name, most)) },
  { weight: 2, arbitrary: portal.map(describePortal) },
  { weight: 1, arbitrary: statement.map(describeStatement) },
  { weight: 2, arbitrary: fc.oneof(statement.map(closeStatement), portal.map(closePortal)) },
  { weight: 4, arbitrary: fc.constant(sync) },
  { weight: 1, arbitrary: fc.constantFrom<Sent>(flush, copyData('1\tx\n'), copyData('x'), copyDone, copyFail) },
);

/** Messages of one write, or those of one write whose bytes are cut somewhere. */
const write = fc.record({ messages: fc.array(message, { minLength: 1, maxLength: 12 }), cut: fc.nat(400) });

/** A byte changed anywhere. */
const mutated = fc.record({ write, at: fc.nat(2_000), to: fc.nat(255) });

const bytesOf = (messages: readonly Sent[]): Buffer =>
  Buffer.concat(messages.map((one) => (Buffer.isBuffer(one) ? one : encodeFrontend(one))));

describe.each(majors)('PostgreSQL %i', (major) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(major);
  });
  afterAll(async () => stage.stop());

  /** Sends the writes to a connection of its own; gives everything that came. */
  const play = async (
    writes: readonly { readonly bytes: Buffer; readonly cut: number }[],
    patience = sleep(20_000, undefined, { ref: false }),
  ): Promise<string> => {
    const client = await stage.connect('owner');
    for (const { bytes, cut } of writes) {
      client.send(bytes.subarray(0, cut));
      if (cut < bytes.length) await sleep(1);
      client.send(bytes.subarray(cut));
    }
    // Whatever state that left: out of copy mode, out of the group, out of the transaction.
    client.send(copyFail, copyFail, copyFail, sync, query('ROLLBACK'), query("SELECT 'finished'"));
    const finished = (): boolean => trace(client.received.slice(-3)).includes('D finished');
    const done = async (): Promise<void> => {
      while (!client.closed && !finished()) await client.until('ReadyForQuery');
    };
    await Promise.race([done(), patience]);
    await client.end();
    return Buffer.concat(client.received.map(({ bytes }) => bytes))
      .toString('latin1')
      .toLowerCase();
  };

  it('whole messages in any order', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(write, { minLength: 1, maxLength: 3 }), async (writes) => {
        const text = await play(writes.map(({ messages, cut }) => ({ bytes: bytesOf(messages), cut })));
        expect(text).not.toContain(canary);
      }),
      { numRuns: 100 },
    );
  });

  it('a byte changed', { timeout: 60_000 }, async () => {
    const witness = await stage.connect();
    await fc.assert(
      fc.asyncProperty(mutated, async ({ write: { messages, cut }, at, to }) => {
        const bytes = bytesOf(messages);
        bytes[at % bytes.length] = to;
        // A length that was changed makes pgveil wait for the rest of the message.
        expect(await play([{ bytes, cut }], sleep(200))).not.toContain(canary);
      }),
      { numRuns: 30 },
    );
    expect(trace(await witness.query('SELECT 1'))).toContain('D 1');
    await witness.end();
    expect(stage.gateway.log.filter((line) => /\n\s+at /.test(line))).toEqual([]);
  });
});
