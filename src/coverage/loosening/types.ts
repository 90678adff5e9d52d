/** Words of the comparison of a policy with the one that a change starts from. */
import type { Policy } from '../../policy/policy.ts';
import type { FindingKind, Severity } from '../../policy/schema.ts';
import type { CommentSuppression } from '../comment-suppressions.ts';
import type { ExaminedDatabase, Found } from '../types.ts';

export interface Change {
  readonly before: Policy;
  readonly after: Policy;
  /** With the schema as the change leaves it. */
  readonly databases: readonly ExaminedDatabase[];
  /** Of the schema files before the change. */
  readonly suppressions: readonly CommentSuppression[];
  /** Of the checks, where the policy says no other. */
  readonly severities: ReadonlyMap<FindingKind, Severity>;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

export interface Loosened {
  /** The same from run to run. */
  readonly subject: string;
  /** One sentence. */
  readonly message: string;
  /** Of the policy after the change, the key to look at. */
  readonly path: readonly PropertyKey[];
  readonly column?: Found['column'];
  /** Where that is not in the policy. */
  readonly place?: Found['place'];
}

/** One way in which a change can loosen a policy. */
export interface Loosening {
  /** The keys of the policy that it compares, as src/policy/meanings.ts names them. */
  readonly keys: readonly string[];
  readonly find: (change: Change) => readonly Loosened[];
}

/** `says` ends the sentence "The change of the policy ...". */
export const loosened = (subject: string, says: string, path: Loosened['path'], more: Partial<Loosened> = {}): Loosened => ({
  subject,
  message: `The change of the policy ${says}.`,
  path,
  ...more,
});

/** `value` holds texts and numbers; the order of keys is that of the schema. */
export const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Entries that both have, and those that only the second has. */
export const paired = <T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
): { readonly both: readonly (readonly [name: string, before: T, after: T])[]; readonly added: readonly string[] } => ({
  both: [...after].flatMap(([name, now]) => {
    const was = before.get(name);
    return was === undefined ? [] : [[name, was, now] as const];
  }),
  added: [...after.keys()].filter((name) => !before.has(name)),
});
