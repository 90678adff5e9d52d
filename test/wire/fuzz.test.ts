import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PgveilError } from '../../src/errors.ts';
import { backendMessages, decodeBackend, encodeBackend } from '../../src/wire/backend.ts';
import { createFrameScanner, type FrameConsumer } from '../../src/wire/frame.ts';
import { decodeFrontend, encodeFrontend, frontendMessages, type Asked } from '../../src/wire/frontend.ts';
import { createStartupReader, encodeStartup } from '../../src/wire/startup.ts';
import { allBackend, allFrontend, startupSamples } from './samples.ts';

/** A valid stream with bytes overwritten, removed, doubled and put in. */
const mutated = (samples: readonly Buffer[]): fc.Arbitrary<Buffer> => {
  const interesting = fc.constantFrom(0, 1, 0x7f, 0x80, 0xfe, 0xff);
  const change = fc.record({
    at: fc.nat({ max: 10_000 }),
    kind: fc.nat({ max: 3 }),
    byte: fc.oneof(interesting, fc.nat({ max: 255 })),
    size: fc.nat({ max: 9 }),
  });
  return fc
    .tuple(fc.array(fc.constantFrom(...samples), { minLength: 1, maxLength: 8 }), fc.array(change, { maxLength: 6 }))
    .map(([frames, changes]) => {
      let bytes = Buffer.concat(frames);
      for (const { at, kind, byte, size } of changes) {
        const i = bytes.length === 0 ? 0 : at % bytes.length;
        const [before, after] = [bytes.subarray(0, i), bytes.subarray(i)];
        if (kind === 0) bytes = Buffer.concat([before, Buffer.from([byte]), after.subarray(1)]);
        else if (kind === 1) bytes = Buffer.concat([before, after.subarray(size)]);
        else if (kind === 2) bytes = Buffer.concat([before, after.subarray(0, size), after]);
        else bytes = Buffer.concat([before, Buffer.alloc(size, byte), after]);
      }
      return bytes;
    });
};

/** Runs, and gives how it went: any error but a PgveilError PGVEIL_PROTOCOL is thrown on. */
const outcome = (act: () => void): 'taken' | 'refused' => {
  try {
    act();
    return 'taken';
  } catch (error) {
    if (error instanceof PgveilError && error.code === 'PGVEIL_PROTOCOL') return 'refused';
    throw error;
  }
};

const cap = 100_000;
const limits = { DataRow: cap, CopyData: cap, Query: cap, Parse: cap, Bind: cap, FunctionCall: cap };

const asked: readonly (Asked | undefined)[] = ['password', 'sasl', 'sasl-continue', 'gss', undefined];

describe('fuzz: mutated streams', () => {
  const directions = [
    {
      sender: 'client',
      table: frontendMessages,
      samples: allFrontend.map((message) => encodeFrontend(message)),
      decode: (type: number, body: Buffer, nth: number) => encodeFrontend(decodeFrontend(type, body, asked[nth % asked.length])),
    },
    {
      sender: 'server',
      table: backendMessages,
      samples: allBackend.map((message) => encodeBackend(message)),
      decode: (type: number, body: Buffer) => encodeBackend(decodeBackend(type, body)),
    },
  ];

  it.each(directions)(
    'of a $sender are taken or refused, and what is taken encodes to the same bytes',
    ({ sender, table, samples, decode }) => {
      const outcomes = { taken: 0, refused: 0 };
      fc.assert(
        fc.property(mutated(samples), fc.nat({ max: 20 }), (bytes, cut) => {
          let count = 0;
          const consumer: FrameConsumer = {
            begin: () => 'collect',
            pass: () => undefined,
            frame: (source, start, end) => {
              count += 1;
              expect(end - start).toBeLessThanOrEqual(bytes.length);
              const body = source.subarray(start + 5, end);
              const again = decode(source.readUInt8(start), body, count);
              // A server's text that is not UTF-8 comes back with replacement characters.
              const lossy = sender === 'server' && again.includes('\uFFFD');
              expect(lossy ? undefined : again).toEqual(lossy ? undefined : source.subarray(start, end));
              return true;
            },
          };
          const scanner = createFrameScanner({ table, consumer, limits });
          const result = outcome(() => {
            for (let at = 0; at < bytes.length; at += cut + 1) scanner.push(bytes.subarray(at, at + cut + 1));
          });
          outcomes[result] += 1;
        }),
        { numRuns: 4000 },
      );
      // The mutations are neither harmless nor hopeless.
      expect(outcomes.taken).toBeGreaterThan(100);
      expect(outcomes.refused).toBeGreaterThan(100);
    },
  );

  it('of the start are taken or refused, and what is taken encodes to the same bytes', () => {
    const outcomes = { taken: 0, refused: 0 };
    fc.assert(
      fc.property(mutated(startupSamples.map((packet) => encodeStartup(packet))), (bytes) => {
        let again: Buffer | undefined;
        let rest = bytes;
        const result = outcome(() => {
          const read = createStartupReader().push(bytes);
          if (read === undefined) return;
          again = encodeStartup(read.packet);
          rest = read.surplus;
        });
        outcomes[result] += 1;
        expect(again ?? Buffer.alloc(0)).toEqual(bytes.subarray(0, bytes.length - rest.length));
      }),
      { numRuns: 2000 },
    );
    expect(outcomes.taken).toBeGreaterThan(100);
    expect(outcomes.refused).toBeGreaterThan(100);
  });

  it('that are noise are taken or refused', () => {
    const outcomes = { taken: 0, refused: 0 };
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat({ max: 255 }), (noise, type) => {
        const body = Buffer.from(noise);
        for (const kind of asked) outcomes[outcome(() => void decodeFrontend(type, body, kind))] += 1;
        outcomes[outcome(() => void decodeBackend(type, body))] += 1;
        outcomes[outcome(() => void createStartupReader().push(body))] += 1;
      }),
      { numRuns: 3000 },
    );
    expect(outcomes.taken + outcomes.refused).toBe(3000 * 7);
    expect(outcomes.refused).toBeGreaterThan(10_000);
  });
});
