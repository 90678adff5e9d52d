import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kernelSource } from '../../scripts/build-kernel.ts';
import { hmacSha256, nodeHmac } from '../../src/masking/hmac.ts';
import { kernel } from '../../src/masking/kernel/kernel.ts';
import { maskKeys } from '../../src/masking/keys.ts';

describe.each([
  ['hmacSha256', hmacSha256],
  ['nodeHmac', nodeHmac],
])('%s', (_, hmacSha256) => {
  test('equals node:crypto for every length of key and message, at any place in a buffer', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 150 }),
        fc.array(fc.uint8Array({ maxLength: 500 }), { maxLength: 5 }),
        fc.nat(7),
        (key, messages, offset) => {
          const hmac = hmacSha256(Buffer.from(key));
          for (const message of messages) {
            const source = Buffer.concat([Buffer.alloc(offset, 1), message, Buffer.alloc(3, 2)]);
            const expected = createHmac('sha256', key).update(message).digest();
            expect(hmac(source, offset, offset + message.length)).toEqual(expected);
          }
        },
      ),
    );
  });

  test('of a message that is larger than the buffer kept', () => {
    const hmac = hmacSha256(Buffer.from('key'));
    const message = Buffer.alloc(300_000, 'm');
    const expected = createHmac('sha256', 'key').update(message).digest();
    expect(hmac(message, 0, message.length)).toEqual(expected);
    expect(hmac(message, 0, message.length)).toEqual(expected);
  });
});

describe('the kernel', () => {
  test('is there, and is what npm run kernel builds', async () => {
    expect(kernel()).toBeDefined();
    const built = readFileSync(new URL('../../src/masking/kernel/hmac-wasm.ts', import.meta.url), 'utf8');
    expect(await kernelSource()).toBe(built);
  });

  test('of every length up to where OpenSSL takes over, whichever key came before', () => {
    const secrets = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
    const hmacs = secrets.map(hmacSha256);
    const message = Buffer.from(Array.from({ length: 600 }, (_, i) => i % 251));
    for (let length = 0; length <= 600; length += 1) {
      const digests = hmacs.map((hmac) => Buffer.from(hmac(message, 0, length)));
      expect(digests).toEqual(secrets.map((key) => createHmac('sha256', key).update(message.subarray(0, length)).digest()));
    }
  });
});

describe('maskKeys', () => {
  const master = Buffer.alloc(32, 9);

  test('one key per class and label', () => {
    const keys = maskKeys({ master });
    expect(keys.forClass('email')).toEqual(maskKeys({ master }).forClass('email'));
    expect(keys.forClass('email')).not.toEqual(keys.forClass('phone'));
    expect(keys.forClass('email')).not.toEqual(maskKeys({ master, label: '2' }).forClass('email'));
    expect(keys.forClass('email')).not.toEqual(maskKeys({ master: Buffer.alloc(32, 8) }).forClass('email'));
  });

  test('label, context and class cannot be taken for each other', () => {
    const part = fc.string({ unit: fc.constantFrom('a', '1', ':', ' '), maxLength: 6 });
    fc.assert(
      fc.property(fc.tuple(part, part, part), fc.tuple(part, part, part), (one, other) => {
        const [key, otherKey] = [one, other].map(([label, context, name]) => maskKeys({ master, label, context }).forClass(name));
        expect(otherKey !== undefined && key?.equals(otherKey) === true).toBe(one.every((text, i) => text === other[i]));
      }),
    );
  });

  test('without a master key, each run has its own', () => {
    expect(maskKeys({ master: undefined }).forClass('email')).not.toEqual(maskKeys({ master: undefined }).forClass('email'));
  });

  test('a short master key is refused', () => {
    expect(() => maskKeys({ master: Buffer.alloc(31) })).toThrow(expect.objectContaining({ code: 'PGVEIL_CONFIG' }));
  });
});
