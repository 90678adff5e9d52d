/** Columns that are made of themselves: read again and again until nothing more flows into them. */
import type { OutputColumn, Source } from './types.ts';
import { refuse } from './unreadable.ts';
import { either, named, union } from './value.ts';

/** Steps in a loop can be put together in many ways. */
const maxSources = 2_000;

const sizeOf = (columns: readonly OutputColumn[]): string =>
  columns.map((column) => `${String(column.sources.length)}${column.shape.kind}${column.opaque ?? ''}`).join(' ');

/** How a computed value came about has no end in a loop: of those of one column, the first is kept. */
const settledSources = (known: readonly Source[], more: readonly Source[]): readonly Source[] => {
  const computed = new Set(known.filter(({ way }) => way === 'derived').map(({ column }) => column));
  return union([known, more.filter(({ way, column }) => way !== 'derived' || !computed.has(column))]);
};

const merged = (left: readonly OutputColumn[], right: readonly OutputColumn[]): readonly OutputColumn[] =>
  left.map((column, index) => {
    const other = right[index];
    if (other === undefined) return column;
    const both = either(column, other);
    const sources = settledSources(column.sources, both.sources);
    if (sources.length > maxSources) throw refuse('too-large', 'a recursive query whose columns do not settle');
    return named(column.name, { ...both, sources, type: column.type });
  });

/** More rounds than any chain of columns that swap places needs; then it is not a fixpoint that we can trust. */
const maxRounds = 64;

export const settled = (
  start: readonly OutputColumn[],
  next: (known: readonly OutputColumn[]) => readonly OutputColumn[],
): readonly OutputColumn[] => {
  let known = start;
  for (let round = 0; round < maxRounds; round += 1) {
    const more = merged(known, next(known));
    if (sizeOf(more) === sizeOf(known)) return more;
    known = more;
  }
  throw refuse('too-large', 'a recursive query whose columns do not settle');
};
