/** The gate's words: what a check is given, what it finds, and the verdict over all of it. Pure data. */
import type { Catalog, ColumnKey } from '../catalog/types.ts';
import type { Reading } from '../lineage/types.ts';
import type { BoundPolicy } from '../policy/bind.ts';
import type { Policy } from '../policy/policy.ts';
import type { Position } from '../policy/problems.ts';
import type { FindingKind, Severity } from '../policy/schema.ts';
import type { Observed } from './observe.ts';
import type { Sampling } from './sampling/types.ts';
import type { Place, StaticSchema } from './schema/types.ts';
import type { CommentSuppression, CommentSuppressions } from './comment-suppressions.ts';

/** What a credential of the policy may do beyond what a proxy can hold in. */
export interface HeldRights {
  /** Its name in the policy. */
  readonly credential: string;
  /** Each as the end of a sentence; `refused` ones end the start of a proxy, unless the policy allows superusers. */
  readonly rights: readonly { readonly why: string; readonly refused: boolean }[];
}

/** One database of the policy, read. */
export interface ExaminedDatabase {
  /** By the policy's name. */
  readonly name: string;
  readonly bound: BoundPolicy;
  readonly catalog: Catalog;
  /** The lineage of a text whose names are all qualified. */
  readonly read: (sql: string) => Reading;
  /** Where it was read from files: those, with the line of each column. */
  readonly files?: StaticSchema;
  /** What those files suppress. */
  readonly comments?: CommentSuppressions;
  /** Where a server was asked: each credential of the policy. */
  readonly credentials?: readonly HeldRights[];
  /** Where values were looked at: what they look like. */
  readonly sampling?: Sampling;
}

/** What a change starts from. */
export interface Base {
  readonly policy: Policy;
  /** Suppressions of its schema files. */
  readonly suppressions?: readonly CommentSuppression[];
}

/** What could not be looked at. As long as there is any, the verdict is not `pass`. */
export interface Unchecked {
  readonly what: string;
  readonly reason: string;
}

export interface Examined {
  readonly policy: Policy;
  readonly databases: readonly ExaminedDatabase[];
  /** Databases of the policy that could not be read. */
  readonly unread: readonly Unchecked[];
  /** What the audit of a run shows; undefined where no run is looked at. */
  readonly observed: Observed | undefined;
  /** Of a pull request: what it is compared with. */
  readonly base?: Base;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** A column of a database, as messages show it and as a pattern of the policy names it. */
export interface FoundColumn {
  readonly database: string;
  /** In the database's catalog; an oid of it is not the same from run to run. */
  readonly key: ColumnKey;
  /** schema.table */
  readonly relation: string;
  /** schema.table.column */
  readonly name: string;
}

/** What a check finds. No text of it holds a value of the database. */
export interface Found {
  /** What it is about, the same from run to run. */
  readonly subject: string;
  readonly message: string;
  /** The line of the policy to mend, or after which to add one. */
  readonly position: Position;
  readonly column: FoundColumn | undefined;
  /** The line of a schema file that it is about, where that is known; the policy's otherwise. */
  readonly place?: Place;
  /** One sentence. */
  readonly remedy: string;
  /** The lines to write, indented as they stand in the file. */
  readonly yaml: string | undefined;
}

export interface Check {
  /** Stable: `PGV001`. */
  readonly id: string;
  readonly name: FindingKind;
  /** Where the policy does not say another. */
  readonly severity: Severity;
  /** What is found, in a few words. */
  readonly title: string;
  /** Why it matters and what to do, in Markdown. */
  readonly help: string;
  /** What it looks at. A check of files, of a change, of samples or of the audit does not run where there is none. */
  readonly looksAt: 'policy' | 'catalog' | 'files' | 'change' | 'samples' | 'audit' | 'suppressions';
  /** Checks of suppressions run last. */
  find(examined: Examined, others: Others): readonly Found[];
}

/** What a check is told of the others. */
export interface Others {
  /** Of each, where the policy says no other. */
  readonly severities: ReadonlyMap<FindingKind, Severity>;
  /** Of those before, suppressed or not. */
  readonly findings: readonly Finding[];
  /** Those that ran, without those of a change, of samples and of a run. */
  readonly ran: ReadonlySet<FindingKind>;
  /** All that the policy names could be looked at. */
  readonly complete: boolean;
}

export interface Finding extends Found {
  readonly id: string;
  readonly name: FindingKind;
  readonly severity: Severity;
  /** Name of the policy file, or of the schema file that it is about. */
  readonly file: string;
}

/** A finding that was there before. */
export interface Known {
  readonly finding: Finding;
  /** `base`: what the change starts from has it too. `baseline`: it is in the file of accepted findings. */
  readonly by: 'base' | 'baseline';
}

export interface Suppressed {
  readonly finding: Finding;
  readonly reason: string;
  /** Last day, `YYYY-MM-DD`. */
  readonly until: string;
  /** Of the SQL comment that suppresses it; without one, the policy does. */
  readonly place?: Place;
}

export const failOnValues = ['error', 'warning', 'never'] as const;
/** The least severe finding that makes the verdict `fail`. */
export type FailOn = (typeof failOnValues)[number];

export interface Scope {
  readonly database: string;
  readonly relations: number;
  readonly columns: number;
  readonly classified: number;
  /** Columns of which values were looked at; absent where none were asked for. */
  readonly sampled?: number;
}

export interface Verdict {
  /** `incomplete`: nothing fails, and not everything could be looked at. */
  readonly result: 'pass' | 'fail' | 'incomplete';
  readonly failOn: FailOn;
  readonly counts: Readonly<Record<Severity, number>>;
  /** From the worst on. */
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
  /** Not counted: only what is new fails. */
  readonly known: readonly Known[];
  readonly unchecked: readonly Unchecked[];
  /** Ids of the checks that ran. */
  readonly checks: readonly string[];
  readonly scope: readonly Scope[];
}
