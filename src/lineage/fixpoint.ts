/** Columns that are made of themselves: read again and again until nothing more flows into them. */
import type { OutputColumn } from './types.ts';
import { refuse } from './unreadable.ts';
import { either, named } from './value.ts';

const sizeOf = (columns: readonly OutputColumn[]): string =>
  columns.map((column) => `${String(column.sources.length)}${column.shape.kind}${column.opaque ?? ''}`).join(' ');

const merged = (left: readonly OutputColumn[], right: readonly OutputColumn[]): readonly OutputColumn[] =>
  left.map((column, index) => {
    const other = right[index];
    return other === undefined ? column : named(column.name, { ...either(column, other), type: column.type });
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
