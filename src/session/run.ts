/** One execution of one statement, from its record to its result record. */
import type { AuditEvent } from '../audit/types.ts';
import type { Judged } from './judgement.ts';

export interface Run {
  readonly judged: Judged;
  /** Counts from 1 within the session; the number of its record. */
  readonly number: number;
  readonly startedAt: number;
  rows: number;
  bytes: number;
  ended: boolean;
  /** The first rows as the client saw them, if the policy asks for samples. */
  readonly sample: (string | null)[][];
}

export interface Recorder {
  /** Writes the statement's record and gives the run. Throws PgveilError PGVEIL_AUDIT. */
  begin(judged: Judged): Run;
  /** Records a statement that is not forwarded. */
  refused(judged: Pick<Judged, 'text'> & { readonly kind: string }, refusal: Refused): void;
  end(run: Run, outcome: { readonly tag?: string; readonly sqlstate?: string }): void;
  fault(run: Run, witness: 'server' | 'second-reader' | 'shape', detail: string): void;
  /** Ends every run that is still open. */
  endAll(outcome: { readonly sqlstate: string }): void;
  /** How many statements there were, refused ones included. */
  readonly statements: number;
}

export interface Refused {
  readonly rule: string;
  readonly sqlstate: string;
  readonly message: string;
  readonly hint: string;
}

/** Writes the records of one session's statements; the clock gives milliseconds. */
export const createRecorder = (
  session: number,
  append: (event: AuditEvent) => void,
  clock: () => number,
  recordRows: number,
): Recorder => {
  let count = 0;
  const open = new Set<Run>();
  const recorder: Recorder = {
    get statements() {
      return count;
    },
    begin: (judged) => {
      const { text } = judged;
      count += 1;
      append({
        type: 'statement',
        session,
        statement: count,
        kind: judged.lineage.kind,
        sql: text.sql,
        fingerprint: text.fingerprint,
        relations: text.relations,
        columns: judged.columns,
        verdict: 'forward',
        refusal: undefined,
        notes: judged.plan.kind === 'forward' ? judged.plan.notes : [],
      });
      const run: Run = { judged, number: count, startedAt: clock(), rows: 0, bytes: 0, ended: false, sample: [] };
      open.add(run);
      return run;
    },
    refused: ({ text, kind }, refusal) => {
      count += 1;
      append({ type: 'statement', session, statement: count, kind, ...text, columns: [], verdict: 'refuse', refusal, notes: [] });
    },
    end: (run, outcome) => {
      if (run.ended) return;
      run.ended = true;
      open.delete(run);
      append({
        type: 'result',
        session,
        statement: run.number,
        rows: run.rows,
        bytes: run.bytes,
        milliseconds: Math.max(0, clock() - run.startedAt),
        sqlstate: outcome.sqlstate,
        tag: outcome.tag,
        sample: recordRows > 0 && run.sample.length > 0 ? run.sample : undefined,
      });
    },
    fault: (run, witness, detail) => {
      append({ type: 'fault', session, statement: run.number, witness, detail });
    },
    endAll: (outcome) => {
      for (const run of open) recorder.end(run, outcome);
    },
  };
  return recorder;
};
