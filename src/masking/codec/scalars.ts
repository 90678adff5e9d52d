/** The scalar types: how each is known, and the neutral value that stands for a redacted one in both formats. */
import type { Oid } from '../../catalog/types.ts';
import { bitZero, numericZero, redactedText } from './neutral-typmod.ts';

/** Types whose values have the same representation. */
export type Family =
  | 'text'
  | 'bool'
  | 'int2'
  | 'int4'
  | 'int8'
  | 'float4'
  | 'float8'
  | 'numeric'
  | 'money'
  | 'bytea'
  | 'date'
  | 'time'
  | 'timetz'
  | 'timestamp'
  | 'timestamptz'
  | 'interval'
  | 'uuid'
  | 'json'
  | 'jsonb'
  | 'xml'
  | 'inet'
  | 'macaddr'
  | 'bit'
  | 'geometric'
  | 'search'
  | 'range'
  | 'enum'
  | 'hstore'
  | 'identifier'
  | 'other'
  | 'opaque';

/** Text and binary form of a value; undefined stands for SQL NULL. */
export interface Neutral {
  readonly text: Buffer | undefined;
  readonly binary: Buffer | undefined;
}

export interface Scalar {
  readonly family: Family;
  neutral(typmod: number): Neutral;
}

export const sqlNull: Neutral = { text: undefined, binary: undefined };

const both = (text: string): Neutral => ({ text: Buffer.from(text), binary: Buffer.from(text) });
const of = (text: string, binary: Buffer): Neutral => ({ text: Buffer.from(text), binary });
const zeros = (text: string, bytes: number): Neutral => of(text, Buffer.alloc(bytes));
const hex = (text: string, binary: string): Neutral => of(text, Buffer.from(binary.replaceAll(' ', ''), 'hex'));
/** A version byte 1 and the text, as jsonb, jsonpath and ltree send. */
const versioned = (text: string): Neutral => of(text, Buffer.from(`\u0001${text}`));

const constant = (family: Family, neutral: Neutral): Scalar => ({ family, neutral: () => neutral });

const text = (limit: (typmod: number) => number | undefined, pad: boolean): Scalar => ({
  family: 'text',
  neutral: (typmod) => both(redactedText(limit(typmod), pad)),
});

/** The declared length of varchar(n) and char(n) in characters. */
export const declaredLength = (typmod: number): number | undefined => (typmod >= 4 ? typmod - 4 : undefined);

// 1970-01-01 counted from 2000-01-01, in days and microseconds.
const epochDays = 'ffffd533';
const epochMicroseconds = 'fffca2fec4c82000';

export const oids = {
  bytea: 17,
  char: 18,
  name: 19,
  text: 25,
  box: 603,
  unknown: 705,
  numeric: 1700,
  bpchar: 1042,
  varchar: 1043,
  bool: 16,
  record: 2249,
  recordArray: 2287,
  anyArray: 2277,
} as const;

const plainText = text(() => undefined, false);
const oidAlias = (name: string): Scalar => constant('identifier', zeros(name, 4));

/** text itself, and what looks like it. */
export const textScalar: Scalar = plainText;

/** numeric, also for the numbers in JSON. */
export const numericScalar: Scalar = { family: 'numeric', neutral: (typmod) => numericZero(typmod) };

/** Built-in types by oid (src/include/catalog/pg_type.dat). */
export const scalarsByOid: ReadonlyMap<Oid, Scalar> = new Map<Oid, Scalar>([
  [oids.bool, constant('bool', zeros('f', 1))],
  [oids.bytea, constant('bytea', hex('\\x', ''))],
  [oids.char, text(() => 1, false)],
  [oids.name, plainText],
  [20, constant('int8', zeros('0', 8))],
  [21, constant('int2', zeros('0', 2))],
  // An int2vector or oidvector of no elements cannot be read back in binary; one of a single 0 can.
  [22, constant('other', hex('0', '00000001 00000000 00000015 00000001 00000000 00000002 0000'))],
  [23, constant('int4', zeros('0', 4))],
  [24, oidAlias('-')],
  [oids.text, plainText],
  [26, constant('identifier', zeros('0', 4))],
  [27, constant('identifier', zeros('(0,0)', 6))],
  [28, constant('identifier', zeros('0', 4))],
  [29, constant('identifier', zeros('0', 4))],
  [30, constant('other', hex('0', '00000001 00000000 0000001a 00000001 00000000 00000004 00000000'))],
  [114, constant('json', both('{}'))],
  [142, constant('xml', both('<redacted/>'))],
  [600, constant('geometric', zeros('(0,0)', 16))],
  [601, constant('geometric', zeros('[(0,0),(0,0)]', 32))],
  [602, constant('geometric', hex('((0,0))', `01 00000001 ${'00'.repeat(16)}`))],
  [oids.box, constant('geometric', zeros('(0,0),(0,0)', 32))],
  [604, constant('geometric', hex('((0,0))', `00000001 ${'00'.repeat(16)}`))],
  [628, constant('geometric', hex('{0,-1,0}', `${'00'.repeat(8)} bff0000000000000 ${'00'.repeat(8)}`))],
  [650, constant('inet', hex('0.0.0.0/32', '02 20 01 04 00000000'))],
  [700, constant('float4', zeros('0', 4))],
  [701, constant('float8', zeros('0', 8))],
  [oids.unknown, plainText],
  [718, constant('geometric', zeros('<(0,0),0>', 24))],
  [774, constant('macaddr', zeros('00:00:00:00:00:00:00:00', 8))],
  [790, constant('money', zeros('$0.00', 8))],
  [829, constant('macaddr', zeros('00:00:00:00:00:00', 6))],
  [869, constant('inet', hex('0.0.0.0', '02 20 00 04 00000000'))],
  [oids.bpchar, text(declaredLength, true)],
  [oids.varchar, text(declaredLength, false)],
  [1082, constant('date', hex('1970-01-01', epochDays))],
  [1083, constant('time', zeros('00:00:00', 8))],
  [1114, constant('timestamp', hex('1970-01-01 00:00:00', epochMicroseconds))],
  [1184, constant('timestamptz', hex('1970-01-01 00:00:00+00', epochMicroseconds))],
  [1186, constant('interval', zeros('00:00:00', 16))],
  [1266, constant('timetz', zeros('00:00:00+00', 12))],
  [1560, { family: 'bit', neutral: (typmod) => bitZero(typmod) }],
  [1562, constant('bit', zeros('', 4))],
  [oids.numeric, numericScalar],
  [1790, plainText],
  [2202, oidAlias('-')],
  [2203, oidAlias('0')],
  [2204, oidAlias('0')],
  [2205, oidAlias('-')],
  [2206, oidAlias('-')],
  [2275, plainText],
  [2278, constant('other', both(''))],
  [2950, constant('uuid', zeros('00000000-0000-0000-0000-000000000000', 16))],
  // A snapshot's xmin and xmax may not be 0.
  [2970, constant('other', hex('1:1:', '00000000 0000000000000001 0000000000000001'))],
  [3220, constant('identifier', zeros('0/0', 8))],
  [3614, constant('search', zeros('', 4))],
  // An empty tsquery cannot be read back in binary.
  [3615, constant('search', hex("'redacted'", `00000001 01 00 00 ${Buffer.from('redacted').toString('hex')} 00`))],
  [3734, oidAlias('-')],
  [3769, oidAlias('-')],
  [3802, constant('jsonb', versioned('{}'))],
  [4072, constant('other', versioned('$'))],
  [4089, oidAlias('-')],
  [4096, oidAlias('-')],
  [4191, oidAlias('-')],
  [5038, constant('other', hex('1:1:', '00000000 0000000000000001 0000000000000001'))],
  [5069, constant('identifier', zeros('0', 8))],
]);

/** Extension types have no fixed oid; their input function names the representation. */
export const scalarsByInput: ReadonlyMap<string, Scalar> = new Map<string, Scalar>([
  ['citextin', plainText],
  ['hstore_in', constant('hstore', zeros('', 4))],
  ['ltree_in', constant('other', versioned(''))],
  ['lquery_in', constant('other', versioned('*'))],
  ['ltxtq_in', constant('other', versioned('redacted'))],
  ['cube_in', constant('other', hex('(0)', `80000001 ${'00'.repeat(8)}`))],
]);

export const rangeScalar: Scalar = constant('range', hex('empty', '01'));
export const multirangeScalar: Scalar = constant('range', zeros('{}', 4));
/** A type that pgveil does not know: only NULL is surely a value of it. */
export const opaqueScalar: Scalar = constant('opaque', sqlNull);
/** The first label; a text value, since the labels' text is their binary form too. */
export const enumScalar = (firstLabel: string | undefined): Scalar =>
  constant('enum', firstLabel === undefined ? sqlNull : both(firstLabel));
