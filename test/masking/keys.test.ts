import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hmacSha256 } from '../../src/masking/hmac.ts';
import { maskKeys } from '../../src/masking/keys.ts';

describe('hmacSha256', () => {
  test('equals node:crypto for every length of key and message, at any place in a buffer', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 150 }),
        fc.array(fc.uint8Array({ maxLength: 400 }), { maxLength: 5 }),
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
