/** What tells a value that a mask has made from a real one, when a client writes it. */
// oxlint-disable unicorn/no-thenable -- an option of `when`; nothing awaits options
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileCell } from '../../src/masking/cell.ts';
import { type ResolvedType, resolveType, scalarType } from '../../src/masking/codec/resolve.ts';
import { scalarsByInput, textScalar } from '../../src/masking/codec/scalars.ts';
import { recognisers } from '../../src/masking/recognise.ts';
import { localeNames } from '../../src/masking/fake/locales.ts';
import type { MaskSpec } from '../../src/masking/types.ts';
import { masked, maskText, noTypes, testKeys } from './fixtures.ts';
import { trouble } from './samples.ts';
import { variants } from './variants.ts';

const oids = {
  text: 25,
  varchar: 1043,
  bpchar: 1042,
  char: 18,
  name: 19,
  uuid: 2950,
  json: 114,
  jsonb: 3802,
  int4: 23,
  date: 1082,
};

const typeOf = (name: keyof typeof oids | 'hstore' | 'text[]', typmod = -1): ResolvedType => {
  if (name === 'hstore') return scalarType(99_999, -1, scalarsByInput.get('hstore_in') ?? textScalar);
  if (name === 'text[]') return { kind: 'array', elementOid: 25, element: resolveType(25, -1, noTypes), delimiter: 44 };
  return resolveType(oids[name], typmod, noTypes);
};

const recognises = (mask: MaskSpec | undefined, value: string, type: ResolvedType = typeOf('text')): boolean =>
  recognisers(mask, type).text(value);

const shown = (mask: MaskSpec, value: string, type: ResolvedType): string | null => {
  const cell = compileCell(masked(mask.transform, mask.options), type, 0, { types: noTypes, keys: testKeys });
  if (cell === undefined) throw new Error('no mask');
  return maskText(cell, value);
};

const mask = (transform: string, options: MaskSpec['options'] = {}): MaskSpec => ({ transform, options });

describe('what a mask makes is recognised', () => {
  /** Each with values that it has a mask of its own for. */
  const made: readonly (readonly [MaskSpec, fc.Arbitrary<string>, ResolvedType?])[] = [
    [mask('redact'), trouble],
    [mask('redact'), trouble, typeOf('varchar', 4 + 2)],
    [mask('redact'), trouble, typeOf('bpchar', 4 + 12)],
    [mask('redact'), fc.constantFrom('a', ''), typeOf('char')],
    [mask('fixed', { value: 'N/A' }), trouble],
    [mask('fixed', { value: 'unknown' }), trouble, typeOf('varchar', 4 + 3)],
    [mask('characters'), fc.string({ minLength: 1 }).filter((text) => text.trim() !== '')],
    [mask('characters', { character: '#', separators: 'keep' }), fc.stringMatching(/^[a-z0-9 ,.é漢-]{0,12}[a-z]$/)],
    [mask('partial', { first: 1, last: 2 }), fc.string({ minLength: 1 }).filter((text) => text.trim() !== '')],
    [mask('partial', { first: 3, separators: 'keep', character: 'x' }), fc.stringMatching(/^[A-Z]+-[A-Z]{1,9}$/)],
    [mask('email'), fc.emailAddress()],
    [mask('email'), trouble, typeOf('varchar', 4 + 25)],
    [mask('email'), trouble, typeOf('bpchar', 4 + 40)],
    [mask('email', { domain: 'keep' }), fc.emailAddress()],
    [mask('email', { domain: 'generalise' }), fc.oneof(fc.emailAddress(), trouble)],
    [mask('email', { domain: 'drop' }), trouble],
    [mask('email', { replacement: 'test.example' }), trouble],
    [mask('hash'), trouble],
    [mask('hash', { length: 8, prefix: 'c.' }), trouble],
    [mask('hash', { length: 64, prefix: 'cust_' }), trouble, typeOf('varchar', 4 + 20)],
    [mask('hash'), fc.uuid(), typeOf('uuid')],
    [mask('uuid-token'), fc.uuid(), typeOf('uuid')],
    [mask('uuid-token'), fc.uuid()],
    [mask('card'), fc.stringMatching(/^\d{12,19}$/)],
    [mask('card'), fc.stringMatching(/^(?:\d{4} ){3}\d{4}$/)],
    [mask('range', { width: 10 }), fc.integer().map(String)],
    [mask('range', { width: 0.25 }), fc.integer().map((n) => `${String(n)}.3`)],
    [mask('scrub'), fc.constantFrom('ask anna.berg@example.org about it', 'card 4111 1111 1111 1111')],
    ...localeNames.flatMap((locale): [MaskSpec, fc.Arbitrary<string>][] => [
      [mask('fake-name', { locale }), trouble],
      [mask('fake-company', { locale }), trouble],
      [mask('fake-address', { locale }), trouble],
    ]),
    [mask('fake-text'), fc.constantFrom('patient reports a mild fever', 'one two three four')],
    [mask('when', { matches: ['*@example.org'], then: 'email', otherwise: { partial: { first: 1 } } }), fc.emailAddress()],
    [mask('when', { matches: ['a*'], then: 'email', otherwise: 'keep' }), fc.constant('anna@example.org')],
    [mask('phone'), fc.constantFrom('call me', 'none')],
    [mask('hash'), fc.constantFrom('{a,NULL,"b c"}', '{{a},{"x\\"y"}}'), typeOf('text[]')],
    [
      mask('json', { paths: { '$.a': 'email', '$.b[*]': 'hash' }, others: 'keep' }),
      fc.constantFrom('{"a":"x@example.org"}', ' { "z": 1, "b": ["x", "y"] }'),
      typeOf('jsonb'),
    ],
    [mask('json', { paths: { '$.a': 'keep' } }), fc.constant('{"a":"x","c":"y"}'), typeOf('json')],
    [mask('hstore', { keys: { a: 'email' }, others: 'keep' }), fc.constant('"a"=>"x@example.org", "b"=>NULL'), typeOf('hstore')],
  ];

  const cases = made.map(([spec, values, type = typeOf('text')]) => ({ spec, values, type }));

  test.each(cases)('$spec.transform $spec.options', ({ spec, values, type }) => {
    fc.assert(
      fc.property(values, (value) => {
        expect(recognises(spec, shown(spec, value, type) ?? '', type)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('as a part that is put into a value by an expression', () => {
    const json = mask('json', { paths: { '$.a': 'email' } });
    const token = shown(mask('email'), 'x@example.org', typeOf('text')) ?? '';
    expect(recognises(json, token, typeOf('jsonb'))).toBe(true);
    expect(recognises(json, JSON.stringify(token), typeOf('jsonb'))).toBe(true);
    expect(recognises(mask('email'), token, typeOf('text[]'))).toBe(true);
    expect(recognises(mask('hstore', { keys: { a: 'email' } }), token, typeOf('hstore'))).toBe(true);
  });

  test('in a composite value', () => {
    const row: ResolvedType = {
      kind: 'row',
      fields: [
        { oid: 23, type: typeOf('int4') },
        { oid: 25, type: typeOf('text') },
      ],
    };
    expect(recognises(mask('email'), shown(mask('email'), '(1,x@example.org)', row) ?? '', row)).toBe(true);
    expect(recognises(mask('email'), '(1,x@example.org)', row)).toBe(false);
  });
});

describe('what it does not make passes', () => {
  test.each<[MaskSpec | undefined, string, ResolvedType?]>([
    [undefined, '*** urgent ***'],
    [undefined, '**'],
    [undefined, '0', typeOf('int4')],
    [undefined, '1970-01-01', typeOf('date')],
    [undefined, '{}', typeOf('json')],
    [mask('redact'), ' ***'],
    [mask('null'), 'NULL'],
    [mask('fixed', { value: '' }), ''],
    [mask('fixed', { value: 'N/A' }), 'N/A (left)'],
    [mask('fixed', { value: 0 }), '0', typeOf('int4')],
    [mask('email'), 'anna@example.org'],
    [mask('email'), 'u_0123456789ab@example.org'],
    [mask('email'), 'u_01234567@masked.invalid'],
    [mask('email'), 'u_0123456789ab@maskedxinvalid'],
    [mask('email', { domain: 'keep' }), 'u_anna@example.org'],
    [mask('hash'), 'u_0123456789ab@masked.invalid'],
    [mask('hash'), '0123456789abcdef0'],
    [mask('hash', { prefix: 'c_' }), '0123456789abcdef'],
    [mask('hash', { prefix: 'c.' }), 'cx0123456789abcdef'],
    [mask('hash'), 'f81d4fae-7dec-11d0-a765-00a0c91e6bf6', typeOf('uuid')],
    [mask('uuid-token'), 'f47ac10b-58cc-4372-a567-0e02b2c3d479'],
    [mask('characters'), 'a note, with * in it'],
    [mask('characters'), ''],
    [mask('characters', { character: '#' }), '####-'],
    [mask('characters', { separators: 'keep' }), '(-)'],
    [mask('partial', { first: 1 }), 'Anna'],
    [mask('partial', { first: 1 }), 'AB***'],
    [mask('card'), '4111 1111 1111 1111'],
    [mask('card'), '**** 1111'],
    [mask('range', { width: 10 }), '[20,31)'],
    [mask('range', { width: 10 }), '[21,31)'],
    [mask('range', { width: 10 }), '[20,30]'],
    [mask('scrub'), 'see [1] and [draft]'],
    [mask('fake-name'), 'Anna Berg'],
    [mask('fake-name', { part: 'first' }), 'Alice'],
    [mask('fake-company'), 'Berg & Sons Ltd'],
    [mask('fake-text'), 'all good'],
    [mask('phone'), '+49 30 1234567'],
    [mask('when', { matches: ['a*'], then: 'email', otherwise: 'keep' }), 'berta@example.org'],
    [mask('encrypt'), '123456789'],
    [mask('hash'), '{a,"b c"}', typeOf('text[]')],
    [mask('json', { paths: { '$.a': 'hash' }, others: 'keep' }), '{"b":"0123456789abcdef"}', typeOf('json')],
    [mask('json', { paths: { '$.a': 'hash' } }), '{"a":"x"}', typeOf('json')],
    [mask('json', { paths: { '$.a': 'hash' } }), '"x', typeOf('json')],
    [mask('hstore', { keys: { a: 'hash' }, others: 'keep' }), '"b"=>"0123456789abcdef"', typeOf('hstore')],
  ])('%j %s', (spec, value, type) => {
    expect(recognises(spec, value, type)).toBe(false);
  });
});

test('any text is recognised or not, however long and odd', () => {
  const types = ['text', 'varchar', 'bpchar', 'char', 'uuid', 'json', 'jsonb', 'int4', 'hstore', 'text[]'] as const;
  const repeated = fc
    .tuple(
      fc.constantFrom('*', 'about ', '[email', '{', '{"a":', '"', '(', '[2', 'u_0', 'Ada ', '\\', '0', '1e999,'),
      fc.nat(20_000),
    )
    .map(([part, times]) => part.repeat(times));
  fc.assert(
    fc.property(fc.constantFrom(...variants), fc.constantFrom(...types), fc.oneof(trouble, repeated), (spec, type, text) => {
      expect(typeof recognises(spec, text, typeOf(type))).toBe('boolean');
    }),
    { numRuns: 3_000 },
  );
});

describe('values that a client sends', () => {
  const uuid = 'f81d4fae-7dec-81d0-a765-00a0c91e6bf6';
  const token = '0123456789abcdef';
  const binaryArray = (elementOid: number, elements: readonly Buffer[]): Buffer => {
    const words = [1, 0, elementOid, elements.length, 1].map((word) => {
      const bytes = Buffer.alloc(4);
      bytes.writeInt32BE(word);
      return bytes;
    });
    const lengths = elements.map((element) => {
      const bytes = Buffer.alloc(4);
      bytes.writeInt32BE(element.length);
      return Buffer.concat([bytes, element]);
    });
    return Buffer.concat([...words, ...lengths]);
  };
  const uuidBytes = Buffer.from(uuid.replaceAll('-', ''), 'hex');

  test.each<[string, ResolvedType, 0 | 1, Buffer]>([
    ['text', typeOf('text'), 0, Buffer.from(token)],
    ['text in binary', typeOf('varchar'), 1, Buffer.from(token)],
    ['an array of text', typeOf('text[]'), 0, Buffer.from(`{a,${token}}`)],
    ['an array of text in binary', typeOf('text[]'), 1, binaryArray(25, [Buffer.from('a'), Buffer.from(token)])],
    ['an array, for a statement that takes the elements', typeOf('varchar'), 0, Buffer.from(`{a,${token}}`)],
    ['the same in binary', typeOf('varchar'), 1, binaryArray(25, [Buffer.from('a'), Buffer.from(token)])],
    ['a UUID', typeOf('uuid'), 0, Buffer.from(uuid)],
    ['a UUID in binary', typeOf('uuid'), 1, uuidBytes],
    ['UUIDs in binary', typeOf('uuid'), 1, binaryArray(2950, [uuidBytes])],
  ])('%s', (_, type, format, value) => {
    expect(recognisers(mask('hash'), type).sent(value, format)).toBe(true);
    expect(recognisers(mask('email'), type).sent(value, format)).toBe(false);
  });

  test('a document, for a statement that takes its members', () => {
    const { sent } = recognisers(mask('hash'), typeOf('text'));
    expect(sent(Buffer.from(`[{"id":1,"key":"${token}"}]`), 0)).toBe(true);
    expect(sent(Buffer.from(`\u0001{"keys":["${token}"]}`), 1)).toBe(false);
    expect(sent(Buffer.from('[{"id":1,"key":"a"}, null, "'), 0)).toBe(false);
    expect(recognisers(mask('json', { paths: { '$.a': 'hash' }, others: 'keep' }), typeOf('json')).text(`{"b":"${token}"}`)).toBe(
      false,
    );
  });

  test('jsonb in binary', () => {
    const { sent } = recognisers(mask('json', { paths: { '$.a': 'hash' } }), typeOf('jsonb'));
    expect(sent(Buffer.from(`\u0001{"a":"${token}"}`), 1)).toBe(true);
    expect(sent(Buffer.from(`\u0001{"a":"x"}`), 1)).toBe(false);
  });

  test('binary forms that are no text are not taken for one', () => {
    expect(recognisers(mask('characters'), typeOf('int4')).sent(Buffer.from('****'), 1)).toBe(false);
    expect(recognisers(mask('characters'), typeOf('date')).sent(Buffer.from('****'), 1)).toBe(false);
  });
});
