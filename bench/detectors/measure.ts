/** Precision and recall of detections against labels. Pure. */

export interface Labelled {
  readonly name: string;
  readonly dataType: string;
  /** The label; its class where it is personal, undefined where not. */
  readonly expected: string | undefined;
  readonly found: string | undefined;
  readonly evidence: readonly string[];
}

export interface Tally {
  readonly hits: number;
  readonly falseAlarms: number;
  readonly misses: number;
}

/** Undefined where there is nothing to divide by. */
export interface Rates {
  readonly precision: number | undefined;
  readonly recall: number | undefined;
  readonly f1: number | undefined;
}

export const rates = ({ hits, falseAlarms, misses }: Tally): Rates => {
  const share = (of: number): number | undefined => (of === 0 ? undefined : hits / of);
  return {
    precision: share(hits + falseAlarms),
    recall: share(hits + misses),
    f1: share(hits + (falseAlarms + misses) / 2),
  };
};

const count = (rows: readonly Labelled[], is: (row: Labelled) => boolean): number => rows.filter(is).length;

/** Personal or not: a column found under another personal class than its label's is a hit. */
export const overall = (rows: readonly Labelled[]): Tally => ({
  hits: count(rows, (row) => row.expected !== undefined && row.found !== undefined),
  falseAlarms: count(rows, (row) => row.expected === undefined && row.found !== undefined),
  misses: count(rows, (row) => row.expected !== undefined && row.found === undefined),
});

/** One class: found under another class is a miss of its own and a false alarm of the other. */
export const ofClass = (rows: readonly Labelled[], name: string): Tally => ({
  hits: count(rows, (row) => row.expected === name && row.found === name),
  falseAlarms: count(rows, (row) => row.expected !== name && row.found === name),
  misses: count(rows, (row) => row.expected === name && row.found !== name),
});
