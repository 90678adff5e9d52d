/** Judgements that stand for statements without a reading of their own. */
import type { StatementLineage } from '../lineage/types.ts';
import type { Judged } from './judgement.ts';

const nothing = (kind: string): StatementLineage => ({
  kind,
  columns: undefined,
  relations: [],
  targets: [],
  touched: [],
  predicates: [],
  writes: [],
  functions: [],
  effects: [],
  changes: [],
  copy: undefined,
  runs: undefined,
  explain: undefined,
  start: 0,
  end: 0,
});

const special = (kind: string, guarded: boolean): Judged => ({
  lineage: nothing(kind),
  plan: { kind: 'forward', columns: undefined, guarded, lookups: 0, notes: [] },
  text: { sql: '', fingerprint: '-', relations: [] },
  columns: [],
  changedNames: undefined,
  source: '',
});

/** A portal or statement that pgveil did not see being made: what it returns is redacted, what it says is reduced. */
export const unknownStatement = special('unknown', true);

/** The empty text. */
export const emptyStatement = special('empty', false);
