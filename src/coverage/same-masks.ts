/** Whether a value looks the same under two masks: some values that nobody has are masked by both and compared. */
import type { Catalog, Column } from '../catalog/types.ts';
import { byteSink } from '../masking/bytes.ts';
import { compileCell } from '../masking/cell.ts';
import { type ResolvedType, resolveType } from '../masking/codec/resolve.ts';
import type { Family } from '../masking/codec/scalars.ts';
import { maskKeys } from '../masking/keys.ts';
import type { MaskSpec, Treatment } from '../masking/types.ts';

/** How a principal sees a column. */
export interface Sight {
  readonly column: Pick<Column, 'type' | 'typmod'>;
  readonly class: string;
  readonly treatment: 'pass' | 'redact' | MaskSpec;
}

const keys = maskKeys({ master: Buffer.alloc(32, 1) });

const texts = ['ann.berg@example.org', '4111111111111111', '+49 30 1234567', '0b6e3f6c-94d1-4a51-b5b0-0c7f1f1f0c11', '192.0.2.7'];
const numbers = ['7', '1234'];
const days = ['1987-06-05'];

/** Of types between which foreign keys are common, values in text format. */
const probes: Readonly<Partial<Record<Family, readonly string[]>>> = {
  text: texts,
  int2: numbers,
  int4: numbers,
  int8: numbers,
  numeric: numbers,
  float4: numbers,
  float8: numbers,
  uuid: ['0b6e3f6c-94d1-4a51-b5b0-0c7f1f1f0c11'],
  date: days,
  timestamp: ['1987-06-05 00:00:00'],
  timestamptz: ['1987-06-05 00:00:00+00'],
  inet: ['192.0.2.7'],
};

const shortest = (a: ResolvedType, b: ResolvedType): number =>
  Math.min(...[a, b].map((type) => (type.kind === 'scalar' ? (type.limit ?? 64) : 64)));

const treatmentOf = ({ class: name, treatment }: Sight): Treatment => {
  if (treatment === 'pass') return { kind: 'pass' };
  return treatment === 'redact' ? { kind: 'redact', class: name } : { kind: 'mask', mask: treatment, class: name };
};

const masked = (sight: Sight, type: ResolvedType, values: readonly string[], catalog: Catalog): readonly string[] => {
  const cell = compileCell(treatmentOf(sight), type, 0, { types: catalog, keys });
  if (cell === undefined) return values;
  const out = byteSink(64);
  return values.map((value) => {
    const bytes = Buffer.from(value);
    out.reset();
    const shown = cell(bytes, 0, bytes.length, out) ? out.bytes.toString('utf8', 0, out.length) : '';
    // What fills char(n) and numeric(p, s) up does not count.
    return shown.trimEnd().replace(/\.0+$/, '');
  });
};

const sameSpec = (a: Sight, b: Sight): boolean =>
  a.class === b.class && JSON.stringify(a.treatment) === JSON.stringify(b.treatment);

const showsNothing = ({ treatment }: Sight): boolean => treatment === 'redact';

/** True of what is redacted on both sides. Where no value can be tried, whether class and mask are the same. */
export const lookSame = (a: Sight, b: Sight, catalog: Catalog): boolean => {
  if (showsNothing(a) && showsNothing(b)) return true;
  const here = resolveType(a.column.type, a.column.typmod, catalog);
  const there = resolveType(b.column.type, b.column.typmod, catalog);
  const values =
    here.kind === 'scalar' && there.kind === 'scalar' && probes[there.scalar.family] !== undefined
      ? probes[here.scalar.family]
      : undefined;
  if (values === undefined) return sameSpec(a, b);
  const length = shortest(here, there);
  const tried = values.map((value) => value.slice(0, length));
  const seen = masked(b, there, tried, catalog);
  return masked(a, here, tried, catalog).every((value, index) => value === seen[index]);
};
