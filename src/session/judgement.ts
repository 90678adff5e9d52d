import type { StatementLineage } from '../lineage/types.ts';
import type { ChangedNames } from './catalog-changes.ts';
import type { ColumnRecords } from './column-records.ts';
import type { ScriptStatement } from './script-statement.ts';
import type { Plan, Refusal } from '../policy/types.ts';

/** What the audit says of a statement; made once and kept with the judgement. Holds no literal. */
export interface StatementText {
  readonly sql: string;
  readonly fingerprint: string;
  readonly relations: readonly string[];
}

/** One statement, read and decided. */
export interface Judged {
  readonly lineage: StatementLineage;
  readonly plan: Plan;
  readonly text: StatementText;
  readonly columns: ColumnRecords;
  /** Undefined for a statement that does not change the catalog. */
  readonly changedNames: ChangedNames | undefined;
  /** The statement itself, kept in memory to be judged again; never recorded. */
  readonly source: string;
}

/** The answer for one query text: all of its statements may run, or none. */
export type Judgement =
  | { readonly kind: 'statements'; readonly statements: readonly Judged[] }
  | {
      readonly kind: 'refused';
      readonly refusal: Refusal;
      readonly text: StatementText;
      readonly lineage: StatementLineage | undefined;
      /**
       * pgveil could not resolve the text; the server may say better why (a syntax error, a relation that is not
       * there). Analysing a statement reads no rows, so that its error is safe to show.
       */
      readonly serverMayExplain: boolean;
      /** A name was not found: a younger catalog may know it. */
      readonly unresolved: boolean;
      /** The statements of a text of which a later one uses a name that is not there yet. */
      readonly script: readonly ScriptStatement[] | undefined;
    };
