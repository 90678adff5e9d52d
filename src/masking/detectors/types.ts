/** What a value detector can find. The names are those of src/coverage/detection/types.ts where both know a class. */
export const valueClasses = [
  'credential',
  'date_of_birth',
  'device',
  'email',
  'financial',
  'geo',
  'gov_id',
  'ip_address',
  'person_name',
  'phone',
  'postal_code',
  'secret',
  'street_address',
] as const;

export type ValueClass = (typeof valueClasses)[number];

/**
 * certain: shape and check digit or a mark of its own leave little doubt. likely: the shape is right, and numbers by
 * chance can have it. hint: looks so.
 */
export type Certainty = 'certain' | 'likely' | 'hint';

/** A piece of a text, in UTF-16 units; `end` is behind the last. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly class: ValueClass;
  /** Id of the detector that found it. */
  readonly detector: string;
  readonly certainty: Certainty;
}

/** What a text holds at all, so that most detectors need not look. */
export interface Profile {
  readonly length: number;
  readonly digits: number;
  readonly at: boolean;
  readonly colon: boolean;
  readonly dot: boolean;
  readonly dash: boolean;
  readonly underscore: boolean;
  readonly upper: boolean;
}

export type Found = Pick<Span, 'start' | 'end' | 'certainty'>;

/** One kind of value; index.ts has the table. */
export interface Detector {
  readonly id: string;
  readonly class: ValueClass;
  /** One line for docs/detection.md. */
  readonly summary: string;
  /** False where the text cannot hold one. */
  readonly mayHold: (profile: Profile) => boolean;
  /** Spans in any order; they may overlap. Takes time linear in the text's length. */
  readonly find: (text: string) => readonly Found[];
  /** Every pattern that `find` runs over the whole text. A test holds them to bounded quantifiers. */
  readonly patterns: readonly RegExp[];
}
