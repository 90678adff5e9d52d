import type { DetectedClass, PersonalClass } from '../types.ts';
import type { TypeFamily } from '../type-family.ts';

/** What a table, or the noun beside a phrase, is about. */
export type Subject = 'people' | 'personal' | 'things' | 'places' | 'systems' | 'none';

/** How much a phrase says by itself: enough anywhere; enough unless it is about a thing; only where it is about people. */
export type Strength = 'sure' | 'likely' | 'hint';

/**
 * One way in which a column shows its class. Phrases are words with spaces between, phrases with commas between, in any
 * language, lower case, without accents; a phrase matches where its words stand next to each other in the column's name.
 */
export interface Rule {
  readonly class: DetectedClass;
  readonly sure?: string;
  readonly likely?: string;
  readonly hint?: string;
  /** Types that can hold the class; a column of any other type is never it. `unknown` goes with all. */
  readonly types: readonly TypeFamily[];
  /** Phrases of which the table's name must have one. */
  readonly table?: string;
  /** The rule counts only for these subjects. */
  readonly subjects?: readonly Subject[];
  /** Added to the score for a subject, in place of the usual shift. */
  readonly shift?: Partial<Readonly<Record<Subject, number>>>;
  /** Words that elsewhere contradict or are not known, and here change nothing. */
  readonly beside?: string;
  /** Words beside the phrase that contradict here, besides the general ones. */
  readonly not?: string;
  /** Classes whose presence in the same table makes this one surer. */
  readonly near?: readonly PersonalClass[];
  /** What an unknown word beside the phrase costs; 0.15 if not given. */
  readonly strange?: number;
  /** Marks the table's rows as people: by name, body and birth, by an account, or only as somebody who can be reached. */
  readonly marks?: 'human' | 'account' | 'reach';
}

export const textual: readonly TypeFamily[] = ['text', 'array', 'unknown'];
