import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PgveilError } from '../../src/errors.ts';
import { createStartupReader, decodeStartup, encodeStartup, type StartupPacket } from '../../src/wire/startup.ts';
import { startupSamples } from './samples.ts';

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');

describe('a start-up packet', () => {
  it.each<readonly [StartupPacket, string]>([
    [{ type: 'SSLRequest' }, '00000008 04d2162f'],
    [{ type: 'GSSENCRequest' }, '00000008 04d21630'],
    [{ type: 'CancelRequest', processId: 258, secretKey: Buffer.from('keys') }, '00000010 04d2162e 00000102 6b657973'],
    [
      { type: 'StartupMessage', major: 3, minor: 0, parameters: new Map([['user', 'a']]) },
      '00000010 00030000 7573657200 6100 00',
    ],
    [{ type: 'StartupMessage', major: 3, minor: 9999, parameters: new Map() }, '00000009 0003270f 00'],
  ])('has its form on the wire: %j', (packet, expected) => {
    expect(encodeStartup(packet)).toEqual(hex(expected));
    expect(createStartupReader().push(hex(expected))).toStrictEqual({ packet, surplus: Buffer.alloc(0) });
  });

  it('is read from any cut, and what comes behind it is given back', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...startupSamples),
        fc.array(fc.nat({ max: 30 })),
        fc.uint8Array({ maxLength: 30 }),
        (packet, sizes, behind) => {
          const reader = createStartupReader();
          const whole = Buffer.concat([encodeStartup(packet), behind]);
          let at = 0;
          for (const size of [...sizes, whole.length]) {
            const chunk = whole.subarray(at, at + size);
            at += chunk.length;
            const read = reader.push(chunk);
            if (read === undefined) continue;
            expect(read.packet).toStrictEqual(packet);
            expect(Buffer.concat([read.surplus, whole.subarray(at)])).toEqual(Buffer.from(behind));
            return;
          }
          throw new Error('no packet');
        },
      ),
    );
  });

  it('is the only one that a reader reads', () => {
    const reader = createStartupReader();
    expect(reader.begun).toBe(false);
    expect(reader.push(hex('000000'))).toBeUndefined();
    expect(reader.begun).toBe(true);
    const read = reader.push(hex('08 04d2162f 16 0301'));
    expect(read).toStrictEqual({ packet: { type: 'SSLRequest' }, surplus: hex('160301') });
    expect(() => reader.push(hex('00'))).toThrow(
      new PgveilError('PGVEIL_INTERNAL', 'a start-up reader was used for a second packet'),
    );
  });

  it('keeps its own copy of a key', () => {
    const bytes = hex('04d2162e 00000102 6b657973');
    const packet = decodeStartup(bytes);
    bytes.fill(0);
    expect(packet).toStrictEqual({ type: 'CancelRequest', processId: 258, secretKey: Buffer.from('keys') });
  });

  const user = '7573657200 6100';
  it.each([
    ['00000007', 'malformed StartupMessage message: its length is 7'],
    ['00000000', 'malformed StartupMessage message: its length is 0'],
    ['ffffffff', 'malformed StartupMessage message: its length is -1'],
    ['00002715', 'malformed StartupMessage message: its length is 10005'],
    ['16030100', 'malformed StartupMessage message: its length is 369295616'],
    ['47455420', 'malformed StartupMessage message: its length is 1195725856'],
    ['00000009 04d2162f 00', 'malformed SSLRequest message: it has 1 bytes too many'],
    ['00000009 04d21630 00', 'malformed GSSENCRequest message: it has 1 bytes too many'],
    ['00000008 04d2162e', 'malformed CancelRequest message: it ends within its process id'],
    ['0000000f 04d2162e 00000001 616263', 'malformed CancelRequest message: its key has 3 bytes, not 4 to 256'],
    [`0000010d 04d2162e 00000001 ${'61'.repeat(257)}`, 'malformed CancelRequest message: its key has 257 bytes, not 4 to 256'],
    ['00000008 00020000', 'malformed StartupMessage message: it asks for protocol 2.0, and pgveil speaks 3'],
    ['00000008 04d21631', 'malformed StartupMessage message: it asks for protocol 1234.5681, and pgveil speaks 3'],
    ['00000008 00040000', 'malformed StartupMessage message: it asks for protocol 4.0, and pgveil speaks 3'],
    ['00000008 ffff0000', 'malformed StartupMessage message: it asks for protocol 65535.0, and pgveil speaks 3'],
    ['00000008 00030000', 'malformed StartupMessage message: its list of parameters has no end'],
    [`0000000f 00030000 ${user}`, 'malformed StartupMessage message: its list of parameters has no end'],
    ['0000000d 00030000 7573657200', 'malformed StartupMessage message: its parameter has no end'],
    [`00000011 00030000 ${user} 00 00`, 'malformed StartupMessage message: it has 1 bytes too many'],
    [`00000017 00030000 ${user} ${user} 00`, 'malformed StartupMessage message: it has a parameter twice'],
    ['0000000c 00030000 ff00 00 00', 'malformed StartupMessage message: its list of parameters is not UTF-8'],
  ])('%s: %s', (bytes, message) => {
    expect(() => createStartupReader().push(hex(bytes))).toThrow(expect.objectContaining({ code: 'PGVEIL_PROTOCOL', message }));
  });

  it('may be as long as the server takes, and no longer', () => {
    const packet = (size: number): StartupPacket => ({
      type: 'StartupMessage',
      major: 3,
      minor: 0,
      parameters: new Map([['u', 'x'.repeat(size)]]),
    });
    const largest = packet(10_000 - 4 - 4);
    expect(createStartupReader().push(encodeStartup(largest))?.packet).toStrictEqual(largest);
    const longer = new PgveilError('PGVEIL_INTERNAL', 'StartupMessage cannot be encoded: it is longer than 10000 bytes');
    expect(() => encodeStartup(packet(10_000 - 4 - 3))).toThrow(longer);
  });

  it.each<readonly [StartupPacket, string]>([
    [
      { type: 'CancelRequest', processId: 1, secretKey: Buffer.alloc(3) },
      'CancelRequest cannot be encoded: its key has not 4 to 256 bytes',
    ],
    [
      { type: 'StartupMessage', major: 3, minor: 0, parameters: new Map([['', 'x']]) },
      'StartupMessage cannot be encoded: a parameter has no name',
    ],
    [
      { type: 'StartupMessage', major: 3, minor: 0, parameters: new Map([['user', 'a\0b']]) },
      'StartupMessage cannot be encoded: a text has a NUL in it',
    ],
  ])('is not encoded when it has no form: %j', (packet, message) => {
    expect(() => encodeStartup(packet)).toThrow(new PgveilError('PGVEIL_INTERNAL', message));
  });
});
