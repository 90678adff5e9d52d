// oxlint-disable unicorn/no-thenable -- the policy's word; nothing awaits options
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { strengths } from '../../src/coverage/mask-strength/transforms.ts';
import { weaknessOf } from '../../src/coverage/mask-strength/index.ts';
import { byteSink } from '../../src/masking/bytes.ts';
import { compileCell } from '../../src/masking/cell.ts';
import type { TypeFact, TypeFacts } from '../../src/masking/codec/facts.ts';
import { resolveType } from '../../src/masking/codec/resolve.ts';
import { maskKeys } from '../../src/masking/keys.ts';
import { transforms } from '../../src/masking/transforms/index.ts';
import { maskSpec } from '../../src/policy/build.ts';
import type { MaskDocument } from '../../src/policy/schema.ts';

const fact = (oid: number, more: Partial<TypeFact>): TypeFact => ({
  oid,
  kind: 'b',
  element: 0,
  base: 0,
  baseTypmod: -1,
  relation: 0,
  firstLabel: undefined,
  subtype: 0,
  input: '',
  ...more,
});

const known = new Map(
  [
    fact(1015, { element: 1043 }),
    fact(9000, { input: 'hstore_in' }),
    fact(9001, { kind: 'c', relation: 9100 }),
    fact(9002, { kind: 'd', base: 1043, baseTypmod: 4 + 4 }),
  ].map((one) => [one.oid, one]),
);

const facts: TypeFacts = {
  type: (oid) => known.get(oid),
  relation: (oid) =>
    oid === 9100
      ? {
          columns: [
            { type: 25, typmod: -1 },
            { type: 23, typmod: -1 },
          ],
        }
      : undefined,
};

const numeric = (precision: number, scale: number): number => ((precision << 16) | (scale & 0x7ff)) + 4;

/** Name, oid and typmod. */
const types = {
  text: [25, -1],
  'varchar(4)': [1043, 4 + 4],
  'varchar(19)': [1043, 19 + 4],
  'varchar(4)[]': [1015, 4 + 4],
  int2: [21, -1],
  int4: [23, -1],
  int8: [20, -1],
  numeric: [1700, -1],
  'numeric(10,2)': [1700, numeric(10, 2)],
  'numeric(4,-2)': [1700, numeric(4, -2)],
  float8: [701, -1],
  date: [1082, -1],
  timestamp: [1114, -1],
  inet: [869, -1],
  point: [600, -1],
  jsonb: [3802, -1],
  hstore: [9000, -1],
  '(text, int4)': [9001, -1],
  'domain over varchar(4)': [9002, -1],
} as const satisfies Record<string, readonly [number, number]>;

const weakness = (mask: MaskDocument, name: keyof typeof types, className: string): string | undefined => {
  const [type, typmod] = types[name];
  return weaknessOf(maskSpec(mask), className, { type, typmod }, facts);
};

test('each transform has its entry', () => {
  expect(Object.keys(strengths).toSorted()).toEqual([...transforms.keys()].toSorted());
});

type Case = readonly [mask: MaskDocument, type: keyof typeof types, className: string];

describe('too weak', () => {
  test.each<readonly [...Case, said: string]>([
    [{ partial: { last: 2 } }, 'varchar(4)', 'x', 'of at most 4 characters 2 can show'],
    [{ partial: { last: 2 } }, 'domain over varchar(4)', 'x', 'of at most 4 characters 2 can show'],
    [{ partial: { last: 2 } }, 'varchar(4)[]', 'x', 'of at most 4 characters 2 can show'],
    [{ partial: { last: 1 } }, 'text', 'password', 'of a credential none should'],
    [{ partial: { first: 2, last: 4 } }, 'text', 'ssn', '6 characters can show, and of a gov id no more than 4 should'],
    [{ partial: { first: 8, last: 8 } }, 'text', 'financial', '16 characters can show'],
    [{ partial: { first: 4 } }, 'text', 'name', 'of a person name no more than 2 should'],
    ['card', 'varchar(19)', 'credential', '4 characters can show'],
    ['characters', 'text', 'demographic', 'the length, which stays'],
    ['hash', 'text', 'demographic', 'how often each token comes'],
    ['encrypt', 'int4', 'demographic', 'how often each token comes'],
    ['fake-text', 'text', 'demographic', 'how often each token comes'],
    ['url', 'text', 'social', 'path: drop leaves the host alone'],
    [{ email: { domain: 'keep' } }, 'text', 'username', 'class username is not one of mail addresses'],
    [{ 'ip-prefix': { v4: 28 } }, 'inet', 'x', 'v4: 28 leaves 16 addresses to try out'],
    [{ 'ip-prefix': { v6: 64 } }, 'text', 'ip', 'v6: 64 is the network of one household'],
    ['scrub', 'text', 'gov_id', 'what the detectors miss shows'],
    [{ 'date-shift': { days: 1 } }, 'date', 'x', 'days: 1 leaves 2 dates to try out'],
    [{ 'date-truncate': { to: 'day' } }, 'timestamp', 'dob', 'the date of birth stays as it is'],
    [{ 'date-truncate': { to: 'week' } }, 'date', 'date_of_birth', 'leaves 7 days to try out'],
    [{ round: { to: 1 } }, 'int8', 'x', 'values stay as they are'],
    [{ bucket: { width: 1 } }, 'int2', 'x', 'values stay as they are'],
    [{ round: { to: 0.01 } }, 'numeric(10,2)', 'x', 'values stay as they are'],
    [{ round: { to: 100 } }, 'numeric(4,-2)', 'x', 'values stay as they are'],
    [{ noise: { amount: 0.4 } }, 'int4', 'x', 'amount: 0.4 is no more than the last digit'],
    [{ bucket: { width: 100 } }, 'int8', 'national_id', 'the first digits of a gov id stay'],
    [{ noise: { percent: 1 } }, 'int8', 'phone', 'the first digits of a phone stay'],
    [{ round: { to: 0.001 } }, 'float8', 'geo', 'to: 0.001 is finer than a geo should be shown'],
    [{ noise: { amount: 0.001 } }, 'numeric', 'geo', 'amount: 0.001 is finer'],
    [{ bucket: { width: 2 } }, 'int4', 'date_of_birth', 'width: 2 is finer'],
    [{ range: { width: 1 } }, 'text', 'demographic', 'width: 1 is finer'],
    [{ range: { width: 10 } }, 'text', 'postal_code', 'width: 10 is finer'],
    [{ coarsen: { decimals: 3 } }, 'point', 'geo', 'decimals: 3 of a degree show the house'],
    [{ json: { paths: { '$.locale': 'keep' }, others: 'keep' } }, 'jsonb', 'x', 'every value stays as it is'],
    [{ json: { paths: { '$.a': { 'ip-prefix': { v4: 28 } } } } }, 'jsonb', 'x', 'at $.a, v4: 28 leaves 16'],
    [{ json: { paths: { '$.a.dob[*]': { bucket: { width: 1 } } } } }, 'jsonb', 'x', 'at $.a.dob[*], width: 1 is finer'],
    [{ hstore: { keys: {}, others: 'keep' } }, 'hstore', 'x', 'every value stays as it is'],
    [{ hstore: { keys: { ssn: 'scrub' } } }, 'hstore', 'x', 'at ssn, what the detectors miss shows'],
    [{ when: { matches: ['*'], then: 'keep' } }, 'text', 'x', 'every value stays as it is'],
    [{ when: { matches: ['a*'], then: 'keep', otherwise: 'keep' } }, 'text', 'x', 'every value stays as it is'],
    [{ when: { matches: ['a*'], then: 'redact', otherwise: 'keep' } }, 'text', 'email', 'no pattern matches stay'],
    [{ when: { matches: ['a*'], then: { partial: { last: 2 } } } }, 'varchar(4)', 'x', 'of at most 4 characters'],
    [{ bucket: { width: 1 } }, '(text, int4)', 'x', 'values stay as they are'],
    [{ partial: { last: 6 } }, '(text, int4)', 'ssn', '6 characters can show'],
    [{ partial: { last: 6 } }, 'text', 'gov_id-text', '6 characters can show'],
  ])('%o on %s of class %s', (mask, type, className, said) => {
    expect(weakness(mask, type, className)).toContain(said);
  });
});

describe('strong enough', () => {
  test.each<Case>([
    ['redact', 'varchar(4)', 'password'],
    ['null', 'text', 'password'],
    [{ fixed: { value: 'x' } }, 'text', 'demographic'],
    // Nothing of a value shows of which more than half would.
    [{ partial: { last: 4 } }, 'varchar(4)', 'x'],
    [{ partial: { last: 4 } }, 'varchar(19)', 'financial'],
    // What shows of a postal code is a place.
    [{ partial: { first: 2 } }, 'varchar(4)', 'postal_code'],
    [{ partial: { last: 4 } }, 'text', 'ssn'],
    [{ partial: { first: 20 } }, 'text', 'x'],
    ['partial', 'varchar(4)', 'password'],
    ['card', 'varchar(19)', 'financial'],
    ['characters', 'text', 'person_name'],
    ['hash', 'text', 'gov_id'],
    ['hash', 'int2', 'x'],
    ['uuid-token', 'text', 'demographic'],
    ['card-token', 'text', 'credential'],
    ['phone', 'text', 'gov_id'],
    ['fake-name', 'text', 'demographic'],
    ['fake-address', 'text', 'demographic'],
    ['fake-company', 'text', 'demographic'],
    [{ url: { path: 'drop' } }, 'text', 'social'],
    ['url', 'text', 'x'],
    [{ email: { domain: 'keep' } }, 'text', 'email'],
    ['email', 'text', 'username'],
    ['ip-prefix', 'inet', 'ip_address'],
    ['scrub', 'text', 'free_text'],
    ['scrub', 'text', 'x'],
    [{ 'date-shift': { days: 30 } }, 'date', 'dob'],
    [{ 'date-truncate': { to: 'year' } }, 'date', 'dob'],
    [{ 'date-truncate': { to: 'day' } }, 'timestamp', 'x'],
    // It does nothing here but redact, which another check says.
    [{ 'date-truncate': { to: 'day' } }, 'date', 'dob'],
    [{ noise: { amount: 0.9 } }, 'int4', 'x'],
    [{ round: { to: 0.1 } }, 'numeric(10,2)', 'x'],
    [{ round: { to: 0.1 } }, 'numeric', 'x'],
    [{ round: { to: 1 } }, 'float8', 'x'],
    [{ round: { to: 1 } }, 'text', 'gov_id'],
    [{ round: { to: 0.1 } }, 'float8', 'geo'],
    [{ bucket: { width: 10 } }, 'int4', 'demographic'],
    [{ noise: { percent: 10 } }, 'numeric(10,2)', 'compensation'],
    [{ range: { width: 10 } }, 'text', 'demographic'],
    [{ coarsen: { decimals: 2 } }, 'point', 'geo'],
    [{ json: { paths: { '$.email': 'email' }, others: 'keep' } }, 'jsonb', 'profile_json'],
    [{ json: { paths: { '$.email': 'keep' } } }, 'jsonb', 'profile_json'],
    [{ json: { paths: { '$.bio': 'scrub' } } }, 'jsonb', 'profile_json'],
    [{ hstore: { keys: { email: { email: { domain: 'keep' } } } } }, 'hstore', 'x'],
    [{ when: { matches: ['a*'], then: 'keep' } }, 'text', 'email'],
    [{ when: { matches: ['a*'], then: 'redact', otherwise: 'keep' } }, 'text', 'free_text'],
    [{ bucket: { width: 10 } }, '(text, int4)', 'x'],
  ])('%o on %s of class %s', (mask, type, className) => {
    expect(weakness(mask, type, className)).toBeUndefined();
  });
});

describe('what is said to stay as it is moves by its last digit at most, and larger steps move values', () => {
  const keys = maskKeys({ master: Buffer.alloc(32, 7) });
  const masked = (mask: MaskDocument, name: keyof typeof types, values: readonly string[]): readonly string[] => {
    const [type, typmod] = types[name];
    const cell = compileCell({ kind: 'mask', mask: maskSpec(mask), class: 'x' }, resolveType(type, typmod, facts), 0, {
      types: facts,
      keys,
    });
    const out = byteSink(32);
    return values.map((value) => {
      out.reset();
      const bytes = Buffer.from(value);
      cell?.(bytes, 0, bytes.length, out);
      return out.bytes.toString('latin1', 0, out.length);
    });
  };
  const stays = 'values stay as they are';
  const whole = Array.from({ length: 40 }, (_, index) => String(index * 7 + 1));
  const cents = whole.map((value) => `${value}.37`);

  test.each([
    ['int2', 1, whole],
    ['int8', 1, whole],
    ['numeric(10,2)', 0.01, cents],
  ] as const)('numbers of %s, by %d', (name, digit, values) => {
    const step = fc.integer({ min: 1, max: 3000 }).map((thousandths) => thousandths / 1000);
    const mask = fc.tuple(step, fc.constantFrom('round', 'bucket', 'noise')).map(([size, transform]) => ({
      size,
      one: { [transform]: { [{ round: 'to', bucket: 'width', noise: 'amount' }[transform] ?? '']: size } },
    }));
    fc.assert(
      fc.property(mask, ({ size, one }) => {
        const isSaid = weakness(one, name, 'x')?.includes(stays) === true;
        const shown = masked(one, name, values);
        const moved = values.map((value, index) => Math.abs(Number(value) - Number(shown[index])));
        const furthest = Math.max(...moved);
        expect(!isSaid || furthest <= digit + 1e-9).toBe(true);
        // Between the two all may stay by chance.
        expect(size < 2 * digit || furthest > 0).toBe(true);
      }),
    );
  });
});
