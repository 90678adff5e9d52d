/** Which statements the list shows. Pure. */
import type { Row } from './model.ts';

export const outcomes = ['all', 'masked', 'plain', 'refused', 'failed', 'fault'] as const;
export type OutcomeFilter = (typeof outcomes)[number];

export interface Filter {
  /** Every word must be in the SQL, the kind, a table, a class or the rule; upper and lower case are one. */
  readonly text: string;
  readonly outcome: OutcomeFilter;
  /** Empty: any. */
  readonly className: string;
  readonly table: string;
  readonly session: number | undefined;
}

export const everything: Filter = { text: '', outcome: 'all', className: '', table: '', session: undefined };

const outcomeTests: Readonly<Record<OutcomeFilter, (row: Row) => boolean>> = {
  all: () => true,
  masked: ({ verdict }) => verdict === 'masked',
  plain: ({ verdict }) => verdict === 'plain',
  refused: ({ verdict }) => verdict === 'refused',
  failed: ({ result }) => result?.sqlstate !== undefined,
  fault: ({ faults }) => faults > 0,
};

/** Statements repeat: what was found for one text holds for the next. */
const textTest = (text: string): ((row: Row) => boolean) => {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return () => true;
  const known = new Map<string, boolean>();
  return ({ sql, kind, relations, classes, rule = '' }) => {
    const key = [kind, rule, relations.join(' '), classes.join(' '), sql].join('\n');
    const found = known.get(key);
    if (found !== undefined) return found;
    const lower = key.toLowerCase();
    const fits = words.every((word) => lower.includes(word));
    known.set(key, fits);
    return fits;
  };
};

export const applyFilter = (rows: readonly Row[], filter: Filter): readonly Row[] => {
  const { outcome, className, table, session, text } = filter;
  const fitsOutcome = outcomeTests[outcome];
  const fitsText = textTest(text);
  return rows.filter(
    (row) =>
      fitsOutcome(row) &&
      (session === undefined || row.session === session) &&
      (className === '' || row.classes.includes(className)) &&
      (table === '' || row.relations.includes(table)) &&
      fitsText(row),
  );
};

export interface Facet {
  readonly name: string;
  readonly count: number;
}

/** How many statements have each value, the most frequent first. */
export const facet = (rows: readonly Row[], of: (row: Row) => readonly string[]): readonly Facet[] => {
  const counts = new Map<string, number>();
  for (const row of rows) for (const name of of(row)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
};
