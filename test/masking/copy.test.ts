/** COPY data against what the server itself prints for the masked values, under every option and any cut. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PgveilError } from '../../src/errors.ts';
import { byteSink } from '../../src/masking/bytes.ts';
import type { TypeFacts } from '../../src/masking/codec/facts.ts';
import { type CopyForm, createCopyMasker } from '../../src/masking/copy.ts';
import type { ResultColumn, Treatment } from '../../src/masking/types.ts';
import { cellsOf, connectRaw, type RawClient } from '../support/raw-client.ts';
import {
  loadTypeFacts,
  majors,
  makeDatabase,
  masked,
  maskRows,
  noTypes,
  pass,
  redactAll,
  shows,
  testKeys,
  urlOf,
} from './fixtures.ts';
import { arrayOf, setUp, trouble } from './samples.ts';

type Form = Partial<CopyForm>;

const formOf = (form: Form): CopyForm => {
  const csv = form.format === 'csv';
  const quote = form.quote ?? '"';
  const usual = {
    delimiter: csv ? ',' : '\t',
    null: csv ? '' : '\\N',
    header: false,
    encoding: undefined,
    forceQuote: [],
  } as const;
  return { format: 'text', ...usual, escape: quote, ...form, quote };
};

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const copySql = (relation: string, form: Form): string => {
  const { forceQuote, header } = form;
  const texts = (['delimiter', 'null', 'quote', 'escape'] as const).flatMap((name) => {
    const value = form[name];
    return value === undefined ? [] : [`${name} ${literal(value)}`];
  });
  const force = forceQuote?.flatMap((forced, i) => (forced ? [`c${String(i)}`] : [])) ?? [];
  const options = [
    `format ${form.format ?? 'text'}`,
    ...texts,
    ...(header === true ? ['header'] : []),
    ...(force.length === 0 ? [] : [`force_quote (${force.join(',')})`]),
  ];
  return `COPY ${relation} TO STDOUT (${options.join(', ')})`;
};

type Column = Pick<ResultColumn, 'type' | 'typmod'>;

/** The bodies of the CopyData messages that the masker makes of a stream that is cut there. */
const maskCopy = (
  form: Form,
  columns: readonly Column[],
  treatments: readonly Treatment[],
  types: TypeFacts,
  pieces: readonly Buffer[],
): Buffer[] => {
  const masker = createCopyMasker({ copy: formOf(form), columns, treatments, types, keys: testKeys });
  const out = byteSink(16);
  for (const piece of pieces) {
    const source = Buffer.concat([Buffer.from('\n"'), piece, Buffer.from('\n",')]);
    masker.push(source, 2, 2 + piece.length, out);
  }
  masker.finish(out);
  const bodies: Buffer[] = [];
  for (let at = 0; at < out.length;) {
    expect(out.bytes.toString('latin1', at, at + 1)).toBe('d');
    const size = out.bytes.readInt32BE(at + 1);
    bodies.push(Buffer.from(out.bytes.subarray(at + 5, at + 1 + size)));
    at += 1 + size;
  }
  return bodies;
};

const cutAt = (bytes: Buffer, places: readonly number[]): Buffer[] => {
  const borders = [0, ...places.map((place) => place % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return borders.slice(1).map((border, i) => bytes.subarray(borders[i], border));
};

const forms: readonly Form[] = [
  {},
  { header: true },
  { delimiter: '|', null: '\\0' },
  { delimiter: 'X', null: '' },
  { delimiter: '\u0001' },
  { format: 'csv' },
  { format: 'csv', header: true, forceQuote: [true, false, true] },
  { format: 'csv', delimiter: ';', quote: "'", null: 'nil' },
  { format: 'csv', quote: '$', escape: '\\', forceQuote: [false, true, false] },
  { format: 'csv', delimiter: '\t', escape: '/', null: 'NULL' },
  { format: 'binary' },
];

const treatments: readonly Treatment[] = [
  redactAll,
  masked('characters', { separators: 'keep', character: '"' }),
  masked('partial', { first: 4, last: 3, separators: 'keep' }),
  masked('fixed', { value: 'a,b;"c"\\.\n|X\'$' }),
  masked('fixed', { value: '\\.' }),
  masked('fixed', { value: '' }),
  masked('null'),
  masked('hash'),
];

const rows = fc.array(fc.tuple(fc.option(trouble), fc.option(arrayOf(trouble)), fc.option(trouble)), {
  minLength: 1,
  maxLength: 12,
});

describe.each(majors)('COPY, PostgreSQL %i', (major) => {
  let client: RawClient;
  let types: TypeFacts;
  beforeAll(async () => {
    await makeDatabase(
      major,
      'masking_copy',
      `${setUp} CREATE TABLE t (c0 text, c1 text[], c2 varchar(400)); CREATE TABLE m (LIKE t)`,
    );
    types = await loadTypeFacts(urlOf(major, 'masking_copy'));
    client = await connectRaw(urlOf(major, 'masking_copy'));
  });
  afterAll(async () => client.end());

  const fill = async (table: string, values: readonly (readonly (string | null)[])[]): Promise<void> => {
    await client.query(`TRUNCATE ${table}`);
    await client.query(
      `INSERT INTO ${table} SELECT r->>0, (r->>1)::text[], r->>2 FROM json_array_elements($1::json) WITH ORDINALITY j(r, n) ORDER BY n`,
      { parameters: [Buffer.from(JSON.stringify(values))] },
    );
  };

  test.each(forms)('%j equals what the server prints for the masked values, however it is cut', async (form) => {
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.constantFrom(...treatments),
        fc.array(fc.nat(), { maxLength: 12 }),
        async (values, treatment, places) => {
          // With an empty NULL option, empty values and NULL look alike.
          await fill(
            't',
            form.null === '' && form.format === undefined
              ? values.map((row) => row.map((value) => (value === '' ? 'x' : value)))
              : values,
          );
          const { columns, rows: plain } = await client.query('SELECT * FROM t');
          const treated = [treatment, treatment, pass];
          const expected = maskRows(plain, columns, treated, types).map((row) =>
            cellsOf(row).map((cell) => cell?.toString() ?? null),
          );
          await fill('m', expected);
          const data = await client.copyOut(copySql('t', form));
          const wanted = await client.copyOut(copySql('m', form));
          expect(maskCopy(form, columns, treated, types, data)).toEqual(wanted);
          const pieces = cutAt(Buffer.concat(data), places);
          const cut = maskCopy(form, columns, treated, types, pieces);
          expect(Buffer.concat(cut)).toEqual(Buffer.concat(wanted));
          expect(form.format === 'binary' ? data : cut).toEqual(form.format === 'binary' ? data : wanted);
        },
      ),
      { numRuns: 20, interruptAfterTimeLimit: 20_000 },
    );
  });

  test('a single column, one byte at a time', async () => {
    await fill('t', [
      ['\\.', null, 'x'],
      ['', '{}', ''],
      [null, null, null],
    ]);
    for (const form of forms) {
      const data = Buffer.concat(await client.copyOut(copySql('(SELECT c0 FROM t)', { ...form, forceQuote: [] })));
      const pieces = [...data].map((byte) => Buffer.from([byte]));
      const column = [{ type: 25, typmod: -1 }];
      const whole = maskCopy(form, column, [masked('fixed', { value: '\\.' })], types, [data]);
      const cut = maskCopy(form, column, [masked('fixed', { value: '\\.' })], types, pieces);
      expect(Buffer.concat(cut)).toEqual(Buffer.concat(whole));
    }
  });
});

const text = { type: 25, typmod: -1 };

describe('COPY streams', () => {
  test('whether a value was quoted does not show', () => {
    const out = maskCopy({ format: 'csv' }, [text, text], [redactAll, redactAll], noTypes, [Buffer.from('plain,"a ""b"", c"\n')]);
    expect(out.map(String)).toEqual(['***,***\n']);
  });

  test('a NULL option that could be a value confirms no guess', () => {
    const data = [Buffer.from('anna\tanna\n'), Buffer.from('berta\tx\n')];
    const out = maskCopy({ null: 'anna' }, [text, text], [masked('hash'), pass], noTypes, data);
    expect(out.map(String)).toEqual(['***\tanna\n', '***\tx\n']);
    const usual = maskCopy({ null: '\\N' }, [text, text], [redactAll, pass], noTypes, [Buffer.from('\\N\tx\nN\t\\N\n')]);
    expect(usual.map(String)).toEqual(['\\N\tx\n', '***\t\\N\n']);
  });

  test.each<[string, Form, string]>([
    ['a row has fewer cells', {}, 'secret\n'],
    ['a row has more cells', {}, 'secret\tb\tc\n'],
    ['the last row is cut', {}, 'secret\tb\nsecret'],
    ['a CSV row has fewer cells', { format: 'csv' }, 'secret\n'],
    ['a CSV row has more cells', { format: 'csv' }, 'secret,b,c\n'],
    ['a CSV quote is not closed', { format: 'csv' }, 'secret,"b\n'],
    ['the binary signature is another', { format: 'binary' }, 'PGCOPY\r\n\u00ff secret secret'],
    ['the binary data is cut', { format: 'binary' }, 'PGCOPY\n\u00ff\r\n\0\0\0\0\0\0\0\0\0\0\u0002\0\0\0\u0009secret'],
    ['a binary row has more cells', { format: 'binary' }, 'PGCOPY\n\u00ff\r\n\0\0\0\0\0\0\0\0\0\0\u0003\0\0\0\u0009secret'],
    ['a binary flag is not known', { format: 'binary' }, 'PGCOPY\n\u00ff\r\n\0\0\u0001\0\0\0\0\0\0\u00ff\u00ff'],
    [
      'a binary cell length is below -1',
      { format: 'binary' },
      'PGCOPY\n\u00ff\r\n\0\0\0\0\0\0\0\0\0\0\u0002\u00ff\u00ff\u00ff\u00fe',
    ],
  ])('are refused where %s', (_, form, data) => {
    expect(() => maskCopy(form, [text, text], [redactAll, pass], noTypes, [Buffer.from(data, 'latin1')])).toThrow(
      expect.objectContaining({ code: 'PGVEIL_PROTOCOL' }),
    );
  });

  test('are refused in an encoding whose rows cannot be told apart', () => {
    expect(() => maskCopy({ encoding: 'GBK' }, [text], [redactAll], noTypes, [])).toThrow(PgveilError);
    expect(() => maskCopy({ encoding: 'utf8' }, [text], [redactAll], noTypes, [])).not.toThrow();
  });

  test('any bytes are masked or refused, and show nothing of a treated cell', () => {
    const bytes = fc.string({ unit: fc.constantFrom(...Array.from('Z,"\\\n\t.N\0\u0001\u00ff')), maxLength: 60 });
    fc.assert(
      fc.property(fc.constantFrom(...forms), bytes, fc.array(fc.nat(), { maxLength: 4 }), (form, data, places) => {
        const lead = form.format === 'binary' ? 'PGCOPY\n\u00ff\r\n\0\0\0\0\0\0\0\0\0' : '';
        const pieces = cutAt(Buffer.from(lead + data, 'latin1'), places);
        const run = (): Buffer[] => maskCopy({ ...form, header: false }, [text, text], [redactAll, redactAll], noTypes, pieces);
        expect(shows(run, 'Z')).toBe('hidden');
      }),
      { numRuns: 2_000 },
    );
  });
});
