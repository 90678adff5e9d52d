import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PgveilError } from '../../src/errors.ts';
import { backendMessages, encodeBackend } from '../../src/wire/backend.ts';
import { createFrameScanner, type Disposal } from '../../src/wire/frame.ts';
import { encodeFrontend, frontendMessages } from '../../src/wire/frontend.ts';
import { record, type Event } from './recorder.ts';
import { allBackend, allFrontend } from './samples.ts';

const row = (text: string): Buffer => encodeBackend({ type: 'DataRow', cells: [Buffer.from(text)] });
const ready = encodeBackend({ type: 'ReadyForQuery', status: 'I' });
const sync = encodeFrontend({ type: 'Sync' });
const latin1 = (bytes: Buffer): string => bytes.toString('latin1');

/** By type byte; all else is passed. */
const by =
  (disposals: Readonly<Record<string, Disposal>>) =>
  (type: number): Disposal =>
    disposals[String.fromCharCode(type)] ?? 'pass';

describe('frames that lie whole in a chunk', () => {
  it('are passed in one range, side by side, and collected where they lie', () => {
    const consumer = record(by({ Z: 'collect' }));
    const scanner = createFrameScanner({ table: backendMessages, consumer });
    const chunk = Buffer.concat([row('a'), row('b'), ready, row('c')]);
    const [a, b] = [row('a').length, row('b').length];
    expect(scanner.push(chunk)).toBe(chunk.length);
    expect(consumer.calls).toEqual([
      ['pass', chunk, 0, a + b],
      ['frame', chunk, a + b, a + b + ready.length],
      ['pass', chunk, a + b + ready.length, chunk.length],
    ]);
    expect(consumer.calls.every(([, source]) => source === chunk)).toBe(true);
    expect(scanner.within).toBe('boundary');
  });

  it('are dropped when skipped', () => {
    const consumer = record(by({ D: 'skip' }));
    const scanner = createFrameScanner({ table: backendMessages, consumer });
    scanner.push(Buffer.concat([row('a'), ready, row('b'), row('c'), ready]));
    expect(consumer.events).toEqual([{ pass: latin1(Buffer.concat([ready, ready])) }]);
  });

  it('are decided upon after the collected ones before them were handed over', () => {
    const seen: string[] = [];
    const scanner = createFrameScanner({
      table: backendMessages,
      consumer: {
        begin: (type, bodyLength) => {
          seen.push(`begin ${String.fromCharCode(type)} ${String(bodyLength)}`);
          return 'collect';
        },
        pass: () => undefined,
        frame: (source, start) => seen.push(`frame ${String.fromCharCode(source[start] ?? 0)}`) > 0,
      },
    });
    scanner.push(Buffer.concat([row('abc'), ready]));
    expect(seen).toEqual(['begin D 9', 'frame D', 'begin Z 1', 'frame Z']);
  });
});

describe('a frame that is cut', () => {
  it('is passed piece by piece and never gathered; its header waits for the decision', () => {
    const consumer = record(by({}));
    const scanner = createFrameScanner({ table: backendMessages, consumer });
    const bytes = row('0123456789');
    const [first, second, third] = [bytes.subarray(0, 3), bytes.subarray(3, 9), bytes.subarray(9)];
    scanner.push(first);
    expect(scanner.within).toBe('header');
    expect(consumer.calls).toEqual([]);
    scanner.push(second);
    expect(scanner.within).toBe('pass');
    scanner.push(third);
    expect(scanner.within).toBe('boundary');
    expect(consumer.calls).toEqual([
      ['pass', bytes.subarray(0, 5), 0, 5],
      ['pass', second, 2, second.length],
      ['pass', third, 0, third.length],
    ]);
  });

  it('runs together with the passed frames behind it', () => {
    const consumer = record(by({}));
    const scanner = createFrameScanner({ table: backendMessages, consumer });
    const bytes = Buffer.concat([row('abcdef'), row('x'), ready]);
    scanner.push(bytes.subarray(0, 8));
    const rest = bytes.subarray(8);
    scanner.push(rest);
    expect(consumer.calls.map(([, , start, end]) => [start, end])).toEqual([
      [0, 8],
      [0, rest.length],
    ]);
  });

  it('is collected into a buffer of its own that later chunks do not touch', () => {
    const consumer = record(by({ D: 'collect' }));
    const scanner = createFrameScanner({ table: backendMessages, consumer });
    const reused = Buffer.alloc(4);
    const bytes = Buffer.concat([row('one'), row('two')]);
    for (let at = 0; at < bytes.length; at += 4) {
      const size = bytes.copy(reused, 0, at, at + 4);
      scanner.push(reused.subarray(0, size));
    }
    reused.fill(0);
    expect(consumer.calls.map(([, source, start, end]) => latin1(source.subarray(start, end)))).toEqual([
      latin1(row('one')),
      latin1(row('two')),
    ]);
  });

  it('says what it is within', () => {
    const states: string[] = [];
    const scanner = createFrameScanner({ table: backendMessages, consumer: record(by({ D: 'collect', d: 'skip' })) });
    for (const [type, length] of [
      ['D', 9],
      ['d', 9],
      ['T', 9],
    ] as const) {
      const bytes = Buffer.concat([Buffer.from([type.charCodeAt(0), 0, 0, 0, length]), Buffer.alloc(5)]);
      for (const end of [1, 6, 10]) {
        scanner.push(bytes.subarray(end === 1 ? 0 : end === 6 ? 1 : 6, end));
        states.push(scanner.within);
      }
    }
    expect(states).toEqual(['header', 'collect', 'boundary', 'header', 'skip', 'boundary', 'header', 'pass', 'boundary']);
  });

  it('claims no memory by its header alone', () => {
    const scanner = createFrameScanner({ table: frontendMessages, consumer: record(() => 'collect') });
    const header = Buffer.from([0x51, 0x0f, 0xff, 0xff, 0xff]);
    const before = process.memoryUsage();
    scanner.push(header);
    scanner.push(Buffer.alloc(100));
    const after = process.memoryUsage();
    expect(after.arrayBuffers - before.arrayBuffers).toBeLessThan(16 << 20);
  });
});

describe('a consumer that says stop', () => {
  it('gets the rest when the chunk is pushed again from where it stopped', () => {
    let stopped = 0;
    const consumer = record(by({ S: 'collect' }), () => {
      stopped += 1;
      return false;
    });
    const scanner = createFrameScanner({ table: frontendMessages, consumer });
    const data = encodeFrontend({ type: 'CopyData', data: Buffer.from('x') });
    const chunk = Buffer.concat([data, sync, sync, data]);
    const first = scanner.push(chunk);
    expect(first).toBe(data.length + sync.length);
    expect(consumer.events).toEqual([{ pass: latin1(data) }, { frame: latin1(sync) }]);
    const second = scanner.push(chunk, first);
    expect(second).toBe(first + sync.length);
    expect(scanner.push(chunk, second)).toBe(chunk.length);
    expect(stopped).toBe(2);
    expect(consumer.events).toEqual([
      { pass: latin1(data) },
      { frame: latin1(sync) },
      { frame: latin1(sync) },
      { pass: latin1(data) },
    ]);
    expect(scanner.push(chunk, chunk.length)).toBe(chunk.length);
  });

  it('is obeyed behind a frame that was cut', () => {
    const consumer = record(by({ S: 'collect' }), () => false);
    const scanner = createFrameScanner({ table: frontendMessages, consumer });
    scanner.push(sync.subarray(0, 2));
    expect(scanner.push(Buffer.concat([sync.subarray(2), sync]))).toBe(3);
  });
});

describe('a header that cannot be', () => {
  const header = (type: string, length: number): Buffer => {
    const bytes = Buffer.alloc(5);
    bytes.write(type, 'latin1');
    bytes.writeInt32BE(length, 1);
    return bytes;
  };
  const collect = (): Disposal => 'collect';
  const pass = (): Disposal => 'pass';

  it.each<readonly [string, Buffer, () => Disposal, string]>([
    ['of an unknown type', header('\0', 4), pass, 'the server sent an unknown message of type 0x00'],
    ['with a length below its own', header('D', 3), pass, 'malformed DataRow message: its length is 3'],
    ['with a negative length', header('D', -1), pass, 'malformed DataRow message: its length is -1'],
    [
      'beyond what a server can send',
      header('D', 0x3fff_ffff),
      pass,
      'malformed DataRow message: its 1073741819 bytes are more than 1073741818',
    ],
    [
      'of a short message that is long',
      header('Z', 30_001),
      pass,
      'malformed ReadyForQuery message: its 29997 bytes are more than 29996',
    ],
    [
      'beyond the given limit',
      header('D', 4 + 1001),
      collect,
      'malformed DataRow message: its 1001 bytes are more than the limit of 1000',
    ],
    [
      "beyond the table's own limit",
      header('d', 4 + (64 << 20) + 1),
      collect,
      'malformed CopyData message: its 67108865 bytes are more than the limit of 67108864',
    ],
    ['of a family', header('R', 2), pass, 'malformed Authentication message: its length is 2'],
  ])('%s is refused, whole or cut, after what came before it', (_, bytes, dispose, message) => {
    for (const cut of [5, 1, 2, 3, 4]) {
      const consumer = record((type) => (type === 0x5a && bytes[0] !== 0x5a ? 'pass' : dispose()));
      const scanner = createFrameScanner({ table: backendMessages, consumer, limits: { DataRow: 1000 } });
      const before = bytes[0] === 0x5a ? row('x') : ready;
      const act = (): void => {
        scanner.push(Buffer.concat([before, bytes.subarray(0, cut)]));
        scanner.push(bytes.subarray(cut));
      };
      expect(act).toThrow(expect.objectContaining({ code: 'PGVEIL_PROTOCOL', message }));
      expect(consumer.events).toEqual([
        dispose === collect && bytes[0] === 0x5a ? { frame: latin1(before) } : { pass: latin1(before) },
      ]);
      expect(() => scanner.push(ready)).toThrow(
        new PgveilError('PGVEIL_INTERNAL', 'a frame scanner was used after it had failed'),
      );
    }
  });

  it('may be longer than the limit of collecting when it is passed or skipped', () => {
    const consumer = record(by({ D: 'skip' }));
    const scanner = createFrameScanner({ table: backendMessages, consumer, limits: { DataRow: 10, CopyData: 10 } });
    scanner.push(header('D', 4 + 1001));
    scanner.push(Buffer.alloc(1001));
    scanner.push(header('d', 0x3fff_fffe));
    scanner.push(Buffer.alloc(1001, 65));
    expect(consumer.events).toEqual([{ pass: latin1(header('d', 0x3fff_fffe)) + 'A'.repeat(1001) }]);
    expect(scanner.within).toBe('pass');
  });
});

describe('property: any cut of a stream', () => {
  const disposal = fc.constantFrom<Disposal>('pass', 'collect', 'skip');
  const frameOf = (samples: readonly Buffer[]): fc.Arbitrary<Buffer> => fc.constantFrom(...samples);
  const long = encodeBackend({ type: 'DataRow', cells: [Buffer.alloc(200_000, 0x61)] });
  const directions = [
    ['server', backendMessages, [...allBackend.map((message) => encodeBackend(message)), long]],
    ['client', frontendMessages, allFrontend.map((message) => encodeFrontend(message))],
  ] as const;

  it.each(directions)('of a %s gives the same frames and the same passed bytes', (_, table, samples) => {
    const stream = fc.array(fc.tuple(frameOf(samples), disposal), { maxLength: 30 });
    const cuts = fc.array(fc.oneof(fc.nat({ max: 40 }), fc.nat({ max: 70_000 })), { maxLength: 60 });
    fc.assert(
      fc.property(stream, cuts, fc.array(fc.boolean(), { maxLength: 20 }), (frames, sizes, stops) => {
        const expected: Event[] = [];
        for (const [bytes, kind] of frames) {
          const last = expected.at(-1);
          if (kind === 'collect') expected.push({ frame: latin1(bytes) });
          else if (kind === 'pass' && last !== undefined && 'pass' in last)
            expected[expected.length - 1] = { pass: last.pass + latin1(bytes) };
          else if (kind === 'pass') expected.push({ pass: latin1(bytes) });
        }
        let nth = 0;
        const consumer = record(
          (_type, _length, index) => frames[index]?.[1] ?? 'pass',
          () => {
            nth += 1;
            return stops[nth % Math.max(1, stops.length)] ?? true;
          },
        );
        const scanner = createFrameScanner({ table, consumer });
        const whole = Buffer.concat(frames.map(([bytes]) => bytes));
        let at = 0;
        for (const size of [...sizes, whole.length]) {
          const chunk = Buffer.from(whole.subarray(at, at + size));
          at += chunk.length;
          let from = 0;
          do from = scanner.push(chunk, from);
          while (from < chunk.length);
          chunk.fill(0x58);
        }
        expect(consumer.events).toEqual(expected);
        expect(scanner.within).toBe('boundary');
      }),
      { numRuns: 150 },
    );
  });
});
