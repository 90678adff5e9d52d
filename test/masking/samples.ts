/** For each type: literals that the server reads as values of it. */
import fc from 'fast-check';

export interface Sample {
  /** The type as SQL writes it. */
  readonly sql: string;
  readonly literal: fc.Arbitrary<string>;
}

export const setUp = `
  CREATE EXTENSION citext; CREATE EXTENSION hstore;
  CREATE TYPE mood AS ENUM ('so so', 'good', 'gr"ea,t');
  CREATE DOMAIN short_code AS varchar(2);
  CREATE DOMAIN amount AS numeric(6,2);
  CREATE TYPE pair AS (a text, n numeric(6,2), d date, m mood, x int[]);
  CREATE TYPE outer_pair AS (p pair, ps pair[], b bytea);
  CREATE TYPE single AS ENUM ('only');
  CREATE DOMAIN feeling AS mood;
  CREATE DOMAIN code_of_code AS short_code CHECK (value <> 'never');
  CREATE DOMAIN codes AS varchar(12)[];
  CREATE DOMAIN pair_of_kind AS pair;
  CREATE DOMAIN address AS inet;
  CREATE TYPE wide AS (v varchar(9), c char(10), ci citext, u uuid, t timestamptz(0), f real, j jsonb, h hstore, s short_code, k address, e single, l bigint);
  CREATE TYPE narrow AS (v varchar(1));
`;

const withoutNul = (text: string): string => text.replaceAll('\0', '');

/** What some masks take for a value of theirs. */
const formed = fc.constantFrom(
  '+49 30 1234567',
  '0044 20 7946 0000',
  '5500-0000-0000-0004',
  '340000000000009',
  '0e37df36-f698-11e6-8dd4-cb9ced3df976',
  '192.168.17.4/24',
  '2001:db8::1',
  '12345678',
  '123-45-6789',
  'ABC-1234',
  'ab12cd34',
  '-12.5',
  '1e5',
  'https://anna:pw@example.org/a/b?c#d',
  'Müller GmbH & Co. KG',
  'José   ÅSTRÖM',
);

/** Text with what makes trouble: quotes, separators, escapes, spaces at the ends, letters beyond ASCII. */
export const trouble = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 24 }).map(withoutNul) },
  {
    weight: 3,
    arbitrary: fc.string({ unit: fc.constantFrom(...Array.from('aZ09 ,;:"\'\\{}()[]\t\n\r.@-é漢😀N')), maxLength: 24 }),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 60, maxLength: 300 }).map(withoutNul) },
  { weight: 1, arbitrary: formed },
  fc.constantFrom('', ' ', '\\N', '\\.', 'NULL', 'null', '{}', '""', 'anna.berg@example.org', '4111 1111 1111 1111'),
);

const digits = (count: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength: 1, maxLength: count });
const signed = (unsigned: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(fc.constantFrom('', '-'), unsigned).map((parts) => parts.join(''));
const decimal = (whole: number, fraction: number): fc.Arbitrary<string> =>
  signed(fc.tuple(digits(whole), digits(fraction)).map((parts) => parts.join('.')));
const integer = (bits: bigint): fc.Arbitrary<string> =>
  fc.bigInt({ min: -(2n ** (bits - 1n)), max: 2n ** (bits - 1n) - 1n }).map(String);

const day = fc.date({ min: new Date('0001-01-02'), max: new Date('9999-12-30'), noInvalidDate: true });
const date = day.map((value) => value.toISOString().slice(0, 10));
const time = day.map((value) => value.toISOString().slice(11, 23));
const moment = fc.oneof(
  day.map((value) => value.toISOString().slice(0, 23).replace('T', ' ')),
  fc.constantFrom('infinity', '-infinity', '1999-12-31 23:59:59.999999', '2000-01-01', '0044-03-15 12:00 BC'),
  // The first and the last that the server reads.
  fc.constantFrom('4714-11-24 BC', '4713-01-01 BC', '294276-12-31 23:59:59', '294276-06-15'),
);

const hex = (min: number, max: number): fc.Arbitrary<string> =>
  fc.uint8Array({ minLength: min, maxLength: max }).map((bytes) => Buffer.from(bytes).toString('hex'));

const point = fc.tuple(decimal(3, 6), decimal(3, 6)).map(([x, y]) => `(${x},${y})`);

const jsonText = fc.json({ maxDepth: 3 }).filter((text) => !text.includes('\\u0000') && !/\\ud[89a-f]/i.test(text));

const quoteArray = (items: readonly (string | null)[]): string =>
  `{${items.map((item) => (item === null ? 'NULL' : `"${item.replaceAll(/[\\"]/g, '\\$&')}"`)).join(',')}}`;
export const arrayOf = (item: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.array(fc.option(item), { maxLength: 4 }).map(quoteArray);
export const rowOf = (fields: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc
    .tuple(...fields.map((field) => fc.option(field)))
    .map((values) => `(${values.map((v) => (v === null ? '' : `"${v.replaceAll(/[\\"]/g, '$&$&')}"`)).join(',')})`);

const mood = fc.constantFrom('so so', 'good', 'gr"ea,t');
const pair = rowOf([trouble, decimal(4, 2), date, mood, arrayOf(integer(32n))]);

const short = (limit: number): fc.Arbitrary<string> => trouble.map((text) => Array.from(text).slice(0, limit).join(''));

const floats = (number: fc.Arbitrary<number>): fc.Arbitrary<string> =>
  fc.oneof(number.map(String), decimal(6, 6), fc.constantFrom('NaN', 'Infinity', '-Infinity', '-0'));

const hstore = fc.constantFrom('a=>1, "b c"=>NULL', '', '"q\\"x"=>"y,z"');

const inet = fc.oneof(
  fc.ipV4(),
  fc.ipV4().map((ip) => `${ip}/17`),
  fc.ipV6(),
  fc.ipV6().map((ip) => `${ip}/64`),
);

const float4 = floats(fc.float({ noNaN: true, noDefaultInfinity: true }));

const wide = rowOf([
  short(9),
  short(10),
  trouble,
  fc.uuid(),
  moment,
  float4,
  jsonText,
  hstore,
  short(2),
  inet,
  fc.constant('only'),
  integer(64n),
]);

const table: readonly (readonly [string, fc.Arbitrary<string>])[] = [
  ['text', trouble],
  ['varchar', trouble],
  ['varchar(3)', short(3)],
  ['varchar(20)', short(20)],
  ['char(12)', short(12)],
  ['"char"', fc.constantFrom('a', ' ', '', '\\303')],
  ['name', trouble.map((text) => Buffer.from(text).subarray(0, 40).toString().replaceAll('�', ''))],
  ['citext', trouble],
  ['short_code', short(2)],
  ['boolean', fc.constantFrom('t', 'f')],
  ['smallint', integer(16n)],
  ['integer', integer(32n)],
  ['bigint', integer(64n)],
  [
    'numeric',
    fc.oneof(decimal(30, 20), signed(digits(40)), fc.constantFrom('NaN', 'Infinity', '-Infinity', '0', '1e100', '1e-50')),
  ],
  ['numeric(6,2)', decimal(4, 2)],
  ['numeric(3,0)', signed(digits(3))],
  ['numeric(3,-2)', signed(digits(3).map((text) => `${text}00`))],
  ['numeric(3,5)', signed(digits(3).map((text) => `0.00${text}`))],
  ['numeric(20,10)', decimal(10, 10)],
  ['amount', decimal(4, 2)],
  ['real', float4],
  ['double precision', floats(fc.double({ noNaN: true, noDefaultInfinity: true }))],
  ['money', decimal(9, 2)],
  ['bytea', hex(0, 40).map((text) => `\\x${text}`)],
  [
    'date',
    fc.oneof(date, fc.constantFrom('infinity', '-infinity', '4714-11-24 BC', '4713-01-01 BC', '294277-01-01', '5874897-12-31')),
  ],
  ['time', time],
  ['time(0)', time],
  ['timetz', time.map((text) => `${text}+05:30`)],
  ['timestamp', moment],
  ['timestamp(0)', moment],
  ['timestamptz', moment],
  ['timestamptz(3)', moment],
  ['interval', fc.tuple(fc.integer({ min: -500, max: 500 }), time).map(([days, text]) => `${String(days)} days ${text}`)],
  ['uuid', fc.uuid()],
  ['json', jsonText],
  ['jsonb', jsonText],
  ['xml', fc.constantFrom('<a>b</a>', '<p x="1"/>', 'plain')],
  ['inet', inet],
  ['cidr', fc.oneof(fc.ipV4(), fc.ipV6(), fc.constantFrom('10.1.0.0/16', '2001:db8::/32'))],
  ['macaddr', hex(6, 6)],
  ['macaddr8', hex(8, 8)],
  ['bit(5)', fc.integer({ min: 0, max: 31 }).map((n) => n.toString(2).padStart(5, '0'))],
  ['varbit(9)', fc.integer({ min: 0, max: 511 }).map((n) => n.toString(2))],
  ['point', point],
  ['line', fc.tuple(decimal(2, 3), decimal(2, 3)).map(([a, c]) => `{${a},1,${c}}`)],
  ['lseg', fc.tuple(point, point).map(([a, b]) => `[${a},${b}]`)],
  ['box', fc.tuple(point, point).map((parts) => parts.join(','))],
  ['path', fc.array(point, { minLength: 1, maxLength: 4 }).map((points) => `[${points.join(',')}]`)],
  ['polygon', fc.array(point, { minLength: 1, maxLength: 4 }).map((points) => `(${points.join(',')})`)],
  ['circle', point.map((center) => `<${center},2.5>`)],
  ['tsvector', fc.constantFrom('a:1 fat:2A', '', 'cat')],
  ['tsquery', fc.constantFrom('fat & rat', 'a | !b', '')],
  ['int4range', fc.constantFrom('[1,5)', 'empty', '(,7]', '(,)')],
  ['daterange', fc.tuple(date, date).map(([a, b]) => (a < b ? `[${a},${b})` : `[${b},${a}]`))],
  ['nummultirange', fc.constantFrom('{[1,2.5),(7,9]}', '{}')],
  ['mood', mood],
  ['hstore', hstore],
  ['oid', integer(31n).map((text) => text.replace('-', ''))],
  ['pg_lsn', fc.constantFrom('16/B374D848', '0/0')],
  ['text[]', arrayOf(trouble)],
  ['integer[]', fc.oneof(arrayOf(integer(32n)), fc.constantFrom('[2:3]={1,2}', '{{1,2},{3,NULL}}', '[0:0][5:6]={{7,8}}'))],
  ['varchar(4)[]', arrayOf(short(4))],
  ['mood[]', arrayOf(mood)],
  ['box[]', fc.constantFrom('{(1,2),(0,0);(3,4),(1,1)}', '{}')],
  ['bytea[]', arrayOf(hex(0, 4).map((text) => `\\x${text}`))],
  ['pair', pair],
  ['pair[]', arrayOf(pair)],
  // Room for a token of the least length, for a digit less, and for what stands around it.
  ...[1, 7, 8, 9, 18, 25, 36].flatMap((limit): readonly (readonly [string, fc.Arbitrary<string>])[] => [
    [`varchar(${String(limit)})`, short(limit)],
    [`char(${String(limit)})`, short(limit)],
  ]),
  ['numeric(1,0)', signed(digits(1))],
  ['numeric(2,2)', signed(digits(2).map((text) => `0.${text}`))],
  ['numeric(15,15)', signed(digits(15).map((text) => `0.${text}`))],
  ['numeric(38,-10)', signed(digits(38).map((text) => `${text}${'0'.repeat(10)}`))],
  ['numeric(1000,500)', decimal(400, 400)],
  ['single', fc.constant('only')],
  ['feeling', mood],
  ['code_of_code', short(2)],
  ['codes', arrayOf(short(12))],
  ['pair_of_kind', pair],
  ['short_code[]', arrayOf(short(2))],
  ['amount[]', arrayOf(decimal(4, 2))],
  ['feeling[]', arrayOf(mood)],
  ['codes[]', arrayOf(arrayOf(short(12)))],
  ['address[]', arrayOf(inet)],
  ['citext[]', arrayOf(trouble)],
  ['char(12)[]', arrayOf(short(12))],
  ['"char"[]', arrayOf(fc.constantFrom('a', ' ', '\\303'))],
  ['smallint[]', arrayOf(integer(16n))],
  ['bigint[]', arrayOf(integer(64n))],
  ['numeric(6,2)[]', arrayOf(decimal(4, 2))],
  ['real[]', arrayOf(float4)],
  ['double precision[]', arrayOf(floats(fc.double({ noNaN: true, noDefaultInfinity: true })))],
  ['date[]', arrayOf(date)],
  ['timestamptz[]', arrayOf(moment)],
  ['timestamp(0)[]', arrayOf(moment)],
  ['uuid[]', arrayOf(fc.uuid())],
  ['jsonb[]', arrayOf(jsonText)],
  ['json[]', arrayOf(jsonText)],
  ['hstore[]', arrayOf(hstore)],
  ['cidr[]', arrayOf(fc.ipV4())],
  ['point[]', arrayOf(point)],
  ['bit(5)[]', arrayOf(fc.integer({ min: 0, max: 31 }).map((n) => n.toString(2).padStart(5, '0')))],
  ['int4range[]', arrayOf(fc.constantFrom('[1,5)', 'empty', '(,7]', '(,)'))],
  ['narrow', rowOf([short(1)])],
  ['narrow[]', arrayOf(rowOf([short(1)]))],
  ['wide', wide],
  ['wide[]', arrayOf(wide)],
  ['outer_pair', rowOf([pair, arrayOf(pair), hex(0, 4).map((text) => `\\x${text}`)])],
];

export const samples: readonly Sample[] = table.map(([sql, literal]) => ({ sql, literal }));

export const sampleOf = (sql: string): Sample => {
  const found = samples.find((sample) => sample.sql === sql);
  if (found === undefined) throw new Error(`no sample for ${sql}`);
  return found;
};
