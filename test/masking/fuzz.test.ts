/** Whatever bytes a cell holds, for every type and transform: nothing is thrown and the cell does not show. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byteSink } from '../../src/masking/bytes.ts';
import { compileCell } from '../../src/masking/cell.ts';
import type { TypeFact, TypeFacts } from '../../src/masking/codec/facts.ts';
import { resolveType } from '../../src/masking/codec/resolve.ts';
import { scalarsByInput, scalarsByOid } from '../../src/masking/codec/scalars.ts';
import type { CellMask, Treatment } from '../../src/masking/types.ts';
import { masked, pass, redactAll, shows, testKeys } from './fixtures.ts';
import { variants } from './variants.ts';

const base: TypeFact = {
  oid: 0,
  kind: 'b',
  element: 0,
  base: 0,
  baseTypmod: -1,
  relation: 0,
  firstLabel: undefined,
  subtype: 0,
  input: '',
};

/** An array of text, a composite of text and int4, an array of that, an enum, a range, extension types, an unknown type. */
const extensions = [...scalarsByInput.keys()].map((input, i): TypeFact => ({ ...base, oid: 50_000 + i, input }));
const made: readonly TypeFact[] = [
  { ...base, oid: 1009, element: 25 },
  { ...base, oid: 40_001, kind: 'c', relation: 1 },
  { ...base, oid: 40_002, element: 40_001 },
  { ...base, oid: 40_003, kind: 'e', firstLabel: 'first' },
  { ...base, oid: 40_004, kind: 'r', subtype: 23 },
  { ...base, oid: 40_005, input: 'who_knows' },
  { ...base, oid: 40_006, kind: 'd', base: 1043, baseTypmod: 14 },
  ...extensions,
];
const byOid = new Map(made.map((fact) => [fact.oid, fact]));
const types: TypeFacts = {
  type: (oid) => byOid.get(oid),
  relation: () => ({
    columns: [
      { type: 25, typmod: -1 },
      { type: 23, typmod: -1 },
    ],
  }),
};

const oids = [...scalarsByOid.keys(), ...byOid.keys(), 2249, 2277, 2287];

const secret = 'SECRET';
const pieces = fc.oneof(
  fc.constant(Buffer.from(secret)),
  fc.uint8Array({ maxLength: 12 }).map((bytes) => Buffer.from(bytes)),
  fc
    .constantFrom(
      '{',
      '}',
      '(',
      ')',
      '[',
      ']',
      '"',
      '\\',
      ',',
      ':',
      '@',
      '.',
      '-',
      '1',
      'é',
      '\\x',
      '=>',
      '\u0001',
      '\0\0\0\u0001',
    )
    .map((s) => Buffer.from(s)),
  fc.integer({ min: -2, max: 30 }).map((n) => {
    const bytes = Buffer.alloc(4);
    bytes.writeInt32BE(n);
    return bytes;
  }),
);
const bytes = fc.array(pieces, { maxLength: 12 }).map((parts) => Buffer.concat(parts));

const member = fc.constantFrom<Treatment>(redactAll, masked('hash'), masked('null'));
const shape = fc.oneof(
  fc.array(member, { maxLength: 3 }).map((fields): Treatment => ({ kind: 'structured', shape: { kind: 'row', fields } })),
  fc.array(member, { maxLength: 3 }).map((items): Treatment => ({ kind: 'structured', shape: { kind: 'json-array', items } })),
  fc.tuple(fc.boolean(), member).map(([json, item]): Treatment => ({ kind: 'structured', shape: { kind: 'each', json, item } })),
  member.map((treatment): Treatment => ({
    kind: 'structured',
    shape: { kind: 'json-object', members: [{ name: '1', treatment }] },
  })),
);

/** What these show of a value may be any part of it. */
const keepers: ReadonlySet<string> = new Set(['scrub', 'when', 'json', 'hstore', 'url']);

/** Of all others never so many letters in a row show as the secret has. */
const treatment = fc.oneof(
  fc.constantFrom(...variants.map(({ transform, options }) => masked(transform, options))),
  fc.constant(redactAll),
  shape,
);

const run = (mask: CellMask, source: Buffer): (() => Buffer[]) => {
  const out = byteSink(8);
  const framed = Buffer.concat([Buffer.from('"{'), source, Buffer.from('}"')]);
  return () => {
    const before = out.length;
    const kept = mask(framed, 2, 2 + source.length, out);
    expect(kept || out.length === before).toBe(true);
    return [Buffer.from(out.bytes.subarray(0, out.length))];
  };
};

test('any bytes in any type', () => {
  const typmods = fc.constantFrom(-1, 5, 12, 4 + (6 << 16) + 2);
  fc.assert(
    fc.property(
      fc.constantFrom(...oids),
      typmods,
      fc.constantFrom<0 | 1>(0, 1),
      treatment,
      bytes,
      (oid, typmod, format, how, source) => {
        const mask = compileCell(how, resolveType(oid, typmod, types), format, { types, keys: testKeys });
        const seen = mask === undefined ? 'no mask' : shows(run(mask, source), secret);
        const allowed = how.kind === 'mask' && keepers.has(how.mask.transform) ? ['hidden', 'shown'] : ['hidden'];
        expect(allowed).toContain(seen);
      },
    ),
    { numRuns: 20_000 },
  );
});

test('a value of a pass treatment has no mask', () => {
  expect(compileCell(pass, resolveType(25, -1, types), 0, { types, keys: testKeys })).toBeUndefined();
});

test('a redacted value depends on its type alone', () => {
  fc.assert(
    fc.property(fc.constantFrom(...oids), fc.constantFrom<0 | 1>(0, 1), bytes, bytes, (oid, format, one, other) => {
      const mask = compileCell(redactAll, resolveType(oid, -1, types), format, { types, keys: testKeys });
      expect(mask && run(mask, one)()).toEqual(mask && run(mask, other)());
    }),
    { numRuns: 2_000 },
  );
});
