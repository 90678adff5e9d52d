/** Both streams, cut anywhere and changed anywhere. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { encodeBackend, type BackendMessage } from '../../src/wire/backend.ts';
import { encodeFrontend, type FrontendMessage } from '../../src/wire/frontend.ts';
import { openStage, type Stage } from '../gateway/stage.ts';
import { bind, copyData, copyDone, describePortal, execute, extended, parse, query, sync } from '../gateway/wire-client.ts';
import {
  bound,
  columns,
  copyInResponse,
  createScript,
  done,
  failure,
  majors,
  openCourt,
  parsed,
  ready,
  row,
  suspended,
  type Court,
} from './script.ts';

const major = majors.at(-1) ?? 0;
const secret = 'SELECT upper(ssn), id::text FROM people';

type Turn = { readonly client: readonly FrontendMessage[] } | { readonly server: readonly BackendMessage[] };

/** One after the other: what each side says once it has heard the other. */
const exchange: readonly Turn[] = [
  { client: [query(`SELECT id::text FROM items; ${secret}`)] },
  {
    server: [
      columns('id'),
      row('1'),
      row('2'),
      done('SELECT 2'),
      columns('upper', 'id'),
      row('CANARY', '1'),
      row('CANARY', '2'),
      done('SELECT 2'),
      ready(),
    ],
  },
  {
    client: [
      parse('s', secret),
      bind('', 's'),
      describePortal(''),
      execute('', 1),
      execute('', 1),
      sync,
      ...extended('SELECT 1/0'),
      sync,
    ],
  },
  {
    server: [
      parsed,
      bound,
      columns('upper', 'id'),
      row('CANARY', '1'),
      suspended,
      row('CANARY', '2'),
      suspended,
      ready(),
      parsed,
      bound,
      columns('x'),
      failure('22012'),
      ready(),
    ],
  },
  { client: [query('COPY scratch FROM STDIN')] },
  { server: [copyInResponse] },
  { client: [copyData('1\tx\n'), copyData('2\ty\n'), copyDone] },
  { server: [done('COPY 2'), ready()] },
  { client: [bind('', 's'), execute(''), sync] },
  { server: [bound, columns('upper', 'id'), row('CANARY', '1'), done('SELECT 1'), ready()] },
];

const bytesOf = (turn: Turn): Buffer =>
  'client' in turn
    ? Buffer.concat(turn.client.map((one) => encodeFrontend(one)))
    : Buffer.concat(turn.server.map((one) => encodeBackend(one)));

/** Cuts bytes at these places (modulo their length). */
const pieces = (bytes: Buffer, cuts: readonly number[]): readonly Buffer[] => {
  const at = [...new Set([0, ...cuts.map((cut) => cut % bytes.length), bytes.length])].toSorted((a, b) => a - b);
  return at.slice(0, -1).map((from, index) => bytes.subarray(from, at[index + 1]));
};

describe.skipIf(majors.length === 0)('streams', () => {
  let stage: Stage;
  let court: Court;
  beforeAll(async () => {
    stage = await openStage(major);
    court = await openCourt(inject('postgres')[major] ?? 0, stage.database);
  });
  afterAll(async () => stage.stop());

  const play = async (change: (bytes: Buffer, turn: number) => readonly Buffer[]) => {
    const script = createScript(court);
    await script.begin();
    for (const [index, turn] of exchange.entries()) {
      for (const piece of change(bytesOf(turn), index)) await ('client' in turn ? script.client(piece) : script.server(piece));
    }
    return { sent: script.sent(), got: script.got(), fatal: script.fatal, events: script.events };
  };

  it('cut anywhere give the same messages and records', async () => {
    const whole = await play((bytes) => [bytes]);
    expect(whole.fatal).toBeUndefined();
    expect(whole.got.join()).not.toContain('CANARY');
    expect(whole.got.filter((line) => line.startsWith('row'))).toHaveLength(7);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(1_000), { maxLength: 12 }), async (cuts) => {
        expect(await play((bytes) => pieces(bytes, cuts))).toEqual(whole);
      }),
      { numRuns: 60 },
    );
  });

  it('byte by byte', async () => {
    const whole = await play((bytes) => [bytes]);
    expect(await play((bytes) => Array.from(bytes, (byte) => Buffer.from([byte])))).toEqual(whole);
  });

  /** What ended the session, if anything did, is an error of pgveil's own kind. */
  const decent = /^(undefined|[0-9A-Z]{5}|PGVEIL_[A-Z]+)$/;

  it.each(['client', 'server'] as const)(
    'with a byte of the %s changed, the session goes on or ends as it should',
    async (side) => {
      const turns = exchange.flatMap((turn, index) => (side in turn ? [index] : []));
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...turns), fc.nat(1_000), fc.integer({ min: 1, max: 255 }), async (where, at, flip) => {
          const { fatal, got } = await play((bytes, index) => {
            if (index !== where) return [bytes];
            const changed = Buffer.from(bytes);
            const place = at % changed.length;
            changed[place] = (changed[place] ?? 0) ^ flip;
            return [changed];
          });
          expect(String(fatal)).toMatch(decent);
          // A server that calls a row a setting is not to be trusted anyway.
          expect(side === 'client' ? got.join() : '').not.toContain('CANARY');
        }),
        { numRuns: 200 },
      );
    },
  );
});
