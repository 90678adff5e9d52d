/** The loaded policy: everything that the file says, checked against itself. */
import type { MaskSpec } from '../masking/types.ts';
import type { Path } from './document.ts';
import type { ColumnPattern, FunctionPattern, RelationPattern } from './patterns.ts';
import type { Position } from './problems.ts';
import type { CloudIdentity } from './schema-cloud.ts';
import type { Reference } from './schema-parts.ts';
import type { PolicyDocument } from './schema.ts';
import type { Access, InferenceLevel } from './types.ts';

export interface ClassDefinition {
  readonly name: string;
  /** Undefined: redacted, and a finding of the gate. */
  readonly mask: MaskSpec | undefined;
  readonly lookup: boolean;
  readonly position: Position;
}

export interface ClassificationRule {
  readonly pattern: ColumnPattern;
  /** `none` declares that the column is not classified, against wider patterns. */
  readonly class: string;
  readonly position: Position;
}

/** A class that a file beside the policy gives to a column. */
export interface Declaration extends Position {
  readonly source: 'dbt' | 'prisma';
  /** Patterns of which the schema's name matches one; undefined: any of the user's schemas. */
  readonly schemas: readonly string[] | undefined;
  readonly relation: string;
  /** As the catalog has it, in its letter case. */
  readonly name: string;
  readonly class: string;
  readonly file: string;
  /** What said so: `meta.class`, `tag pii`, `@class email`. */
  readonly text: string;
}

/** A label of PostgreSQL Anonymizer, `*` for any characters, and the class that it gives. */
export interface LabelRule {
  readonly pattern: string;
  readonly class: string;
}

export interface PrincipalRule {
  readonly name: string;
  readonly groups: readonly string[];
  readonly local: string | undefined;
  readonly issuer: string | undefined;
  /** Claim to the patterns of which one has to match. */
  readonly claims: Readonly<Record<string, readonly string[]>>;
  readonly position: Position;
}

export interface Reveal {
  readonly class: string | undefined;
  readonly column: ColumnPattern | undefined;
  readonly reason: string;
  /** Exclusive end, milliseconds since the epoch. */
  readonly until: number;
  readonly position: Position;
}

/** What a principal may do in a database: one entry of `grants`. */
export interface Grant {
  /** `grants[0]`, for records and messages. */
  readonly name: string;
  /** Principal names and `group:NAME`. */
  readonly to: readonly string[];
  /** Undefined: every database of the policy. */
  readonly databases: readonly string[] | undefined;
  readonly access: Access;
  /** Undefined only where each database has just one. */
  readonly credential: string | undefined;
  readonly allow: readonly RelationPattern[];
  readonly deny: readonly RelationPattern[];
  readonly inference: InferenceLevel;
  readonly masks: ReadonlyMap<string, MaskSpec>;
  readonly reveals: readonly Reveal[];
  readonly functions: readonly FunctionPattern[];
  readonly position: Position;
}

export interface CredentialPolicy {
  readonly url: Reference;
  /** Undefined: the URL has the password, if there is one. */
  readonly identity: CloudIdentity | undefined;
}

export interface DatabasePolicy {
  /** The name that clients connect to. */
  readonly name: string;
  /** Its name upstream, where that is not the one of the URL. */
  readonly upstream: string | undefined;
  readonly credentials: ReadonlyMap<string, CredentialPolicy>;
  readonly allowSuperuser: boolean;
  readonly position: Position;
}

export interface Policy {
  readonly file: string;
  /** The file as written, for the sections that have no reading of their own: identity, limits, audit, coverage. */
  readonly document: PolicyDocument;
  readonly databases: ReadonlyMap<string, DatabasePolicy>;
  readonly classes: ReadonlyMap<string, ClassDefinition>;
  readonly classification: readonly ClassificationRule[];
  readonly comments: boolean;
  /** How a comment names a class: a text with `{class}` in it. */
  readonly commentSyntax: string;
  readonly foreignKeys: boolean;
  /** Undefined: labels are not looked at. */
  readonly labels: readonly LabelRule[] | undefined;
  /** What the files say that `classification` names; undefined until they are read: such a policy cannot be bound. */
  readonly declarations: readonly Declaration[] | undefined;
  readonly principals: readonly PrincipalRule[];
  readonly grants: readonly Grant[];
  position(path: Path): Position;
}

/** The class name that says "looked at, and not classified". */
export const noClass = 'none';
