/** Cells that say how others of their row are masked: they are read, row by row, before anything of it is masked. */
import { append, byteSink } from './bytes.ts';
import { type Canonical, canonicaliser } from './codec/canonical.ts';
import type { ResolvedType } from './codec/resolve.ts';
import type { BesideCell, CellMask, ColumnType, Treatment } from './types.ts';
import { resolveType } from './codec/resolve.ts';
import type { TypeFacts } from './codec/facts.ts';

interface Listener {
  readonly cell: BesideCell;
  readonly hear: CellMask;
  readonly forget: () => void;
}

/** One form for both formats; undefined for types that have none. */
const reader = (type: ResolvedType, format: 0 | 1): ReturnType<typeof canonicaliser> => {
  if (type.kind !== 'scalar') return undefined;
  const { family } = type.scalar;
  if (family === 'enum') {
    return (source, start, end, into) => {
      Object.assign(into, { source, start, end });
      return true;
    };
  }
  return canonicaliser(type, format);
};

const listener = (type: ResolvedType, format: 0 | 1): Listener => {
  const read = reader(type, format);
  const view: Canonical = { source: Buffer.alloc(0), start: 0, end: 0 };
  const heard = byteSink(64);
  let known = false;
  return {
    cell: () => (known ? heard.bytes.subarray(0, heard.length) : undefined),
    hear: (source, start, end) => {
      known = read?.(source, start, end, view) === true;
      heard.reset();
      if (known) append(heard, view.source, view.start, view.end);
      return true;
    },
    forget: () => {
      known = false;
    },
  };
};

export interface Besides {
  /** By column: what its mask goes by; undefined where it goes by nothing but its own value. */
  readonly cells: readonly (BesideCell | undefined)[];
  /** By column, to be run over a row as if they were masks; what they append is of no use. */
  readonly listeners: readonly (CellMask | undefined)[];
  /** To be called before each row: a cell that is NULL is not heard. */
  forget(): void;
}

/** Undefined where no mask goes by another cell. */
export const besidesOf = (
  treatments: readonly Treatment[],
  columns: readonly ColumnType[],
  formatOf: (index: number) => 0 | 1,
  types: TypeFacts,
): Besides | undefined => {
  const places = treatments.map((treatment) => (treatment.kind === 'mask' ? treatment.beside : undefined));
  if (places.every((place) => place === undefined)) return undefined;
  const made = new Map<number, Listener>();
  for (const place of places) {
    const column = place === undefined ? undefined : columns[place];
    if (place === undefined || column === undefined || made.has(place)) continue;
    made.set(place, listener(resolveType(column.type, column.typmod, types), formatOf(place)));
  }
  return {
    cells: places.map((place) => (place === undefined ? undefined : made.get(place)?.cell)),
    listeners: columns.map((_, index) => made.get(index)?.hear),
    forget: () => {
      for (const { forget } of made.values()) forget();
    },
  };
};
