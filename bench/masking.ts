// What each transform costs: rows of 8 columns, 2 of them treated, through the row masker, replayed from memory by one core.
// Prints microseconds a row and million rows a minute of CPU; `npm run bench:masking [-- --rounds N] [transform ...]`.
import { parseArgs } from 'node:util';
import { byteSink } from '../src/masking/bytes.ts';
import { loadDetectors } from '../src/masking/detectors/lazy.ts';
import { settleTokens } from '../src/masking/kernel/lanes.ts';
import { maskKeys } from '../src/masking/keys.ts';
import { compileRowMasker } from '../src/masking/row.ts';
import { transforms } from '../src/masking/transforms/index.ts';
import type { MaskSpec, ResultColumn, Treatment } from '../src/masking/types.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '7' }, rows: { type: 'string', default: '200000' } },
});
const rounds = Number(values.rounds);
const rowCount = Number(values.rows);

await loadDetectors();

const noTypes = { type: () => undefined, relation: () => undefined };
const keys = maskKeys({ master: Buffer.alloc(32, 1) });

interface Bench {
  readonly mask: MaskSpec;
  readonly type: number;
  readonly value: (i: number) => string;
}

const text = (transform: string, value: (i: number) => string, options: MaskSpec['options'] = {}): Bench => ({
  mask: { transform, options },
  type: 25,
  value,
});
const digits = (i: number, count: number): string => String(i).padStart(count, '0');

const benches: readonly Bench[] = [
  ...['redact', 'null', 'characters', 'hash', 'fake-name', 'fake-address', 'fake-company', 'fake-text'].map((name) =>
    text(name, (i) => `Customer Name ${String(i)}`),
  ),
  text('scrub', (i) => `Called +49 30 ${digits(i, 8)}, wrote to user${String(i)}@example.org about the invoice`),
  text('fixed', (i) => `Customer Name ${String(i)}`, { value: 'x' }),
  text('partial', (i) => `Customer Name ${String(i)}`, { first: 2, last: 2 }),
  text('email', (i) => `user${String(i)}@example.org`),
  text('phone', (i) => `+49 30 ${digits(i, 8)}`),
  text('card', (i) => `4111 1111 ${digits(i, 8)}`),
  text('card-token', () => '4111 1111 1111 1111'),
  text('url', (i) => `https://u:p@example.org/a/${String(i)}?q=1`),
  text('ip-prefix', (i) => `10.${String(i % 256)}.1.2`),
  text('uuid-token', (i) => `0e37df36-f698-11e6-8dd4-${digits(i, 12)}`),
  text('encrypt', (i) => digits(i, 9)),
  text('range', (i) => String(i), { width: 10 }),
  // oxlint-disable-next-line unicorn/no-thenable -- an option of `when`; nothing awaits options
  text('when', (i) => `user${String(i)}@example.org`, { matches: ['*@test.org'], then: 'keep', otherwise: 'hash' }),
  { mask: { transform: 'date-shift', options: {} }, type: 1082, value: (i) => `2020-01-${digits((i % 28) + 1, 2)}` },
  { mask: { transform: 'date-truncate', options: {} }, type: 1082, value: (i) => `2020-01-${digits((i % 28) + 1, 2)}` },
  { mask: { transform: 'bucket', options: { width: 10 } }, type: 23, value: String },
  { mask: { transform: 'round', options: { to: 10 } }, type: 1700, value: (i) => `${String(i)}.25` },
  { mask: { transform: 'noise', options: { amount: 10 } }, type: 1700, value: (i) => `${String(i)}.25` },
  { mask: { transform: 'coarsen', options: {} }, type: 600, value: (i) => `(52.${String(i)},13.4)` },
  {
    mask: { transform: 'json', options: { paths: { '$.email': 'email' } } },
    type: 3802,
    value: (i) => `{"id": ${String(i)}, "email": "user${String(i)}@example.org"}`,
  },
  {
    mask: { transform: 'hstore', options: { keys: { a: 'hash' } } },
    type: 99_999,
    value: (i) => `"a"=>"${String(i)}", "b"=>"2"`,
  },
];

const types = {
  ...noTypes,
  type: (oid: number) =>
    oid === 99_999
      ? ({
          oid,
          kind: 'b',
          element: 0,
          base: 0,
          baseTypmod: -1,
          relation: 0,
          firstLabel: undefined,
          subtype: 0,
          input: 'hstore_in',
        } as const)
      : undefined,
};

const row = (cells: readonly string[]): Buffer => {
  const parts = cells.flatMap((cell) => {
    const bytes = Buffer.from(cell);
    const length = Buffer.alloc(4);
    length.writeInt32BE(bytes.length);
    return [length, bytes];
  });
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(7);
  head.write('D', 'latin1');
  head.writeInt32BE(body.length + 6, 1);
  head.writeInt16BE(cells.length, 5);
  return Buffer.concat([head, body]);
};

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** Microseconds a row. */
const measure = ({ mask, type, value }: Bench): number => {
  const rows = Array.from({ length: 2_000 }, (_, i) =>
    row([String(i), value(i), 'plain text', '2024-01-01', value(i + 7), '12.50', 'another plain text', 't']),
  );
  const source = Buffer.concat(rows);
  const treated = new Set([1, 4]);
  const column = (i: number): Pick<ResultColumn, 'type' | 'typmod' | 'format'> => ({
    type: treated.has(i) ? type : 25,
    typmod: -1,
    format: 0,
  });
  const treatments = Array.from({ length: 8 }, (_, i): Treatment =>
    treated.has(i) ? { kind: 'mask', mask, class: 'bench' } : { kind: 'pass' },
  );
  const columns = Array.from({ length: 8 }, (_, i) => column(i));
  const masker = compileRowMasker({ columns, treatments, types, keys, later: true });
  const out = byteSink(1 << 20);
  const slow = ['encrypt', 'card-token'].includes(mask.transform) ? 50 : 1;
  const passes = Math.max(1, Math.round(rowCount / slow / rows.length));
  const once = (): number => {
    const started = process.cpuUsage();
    for (let pass = 0; pass < passes; pass += 1) {
      out.reset();
      for (let at = 0; at < source.length;) {
        const end = at + 1 + source.readInt32BE(at + 1);
        masker?.(source, at, end, out);
        at = end;
      }
      settleTokens();
    }
    return process.cpuUsage(started).user / (passes * rows.length);
  };
  once();
  return median(Array.from({ length: rounds }, once));
};

const missing = [...transforms.keys()].filter((name) => !benches.some(({ mask }) => mask.transform === name));
if (missing.length > 0) console.log(`not measured: ${missing.join(', ')}`);
console.log('| transform | µs a row | rows a second |');
console.log('|---|---:|---:|');
for (const bench of benches) {
  const { transform } = bench.mask;
  if (positionals.length > 0 && !positionals.includes(transform)) continue;
  const micros = measure(bench);
  console.log(`| ${transform} | ${micros.toFixed(2)} | ${Math.round(1e6 / micros).toLocaleString('en')} |`);
}
