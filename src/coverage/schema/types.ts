/** Words of the static look: schema files read as a server would have run them. */
import type { Catalog, ColumnKey, Oid } from '../../catalog/types.ts';
import type { Reading } from '../../lineage/types.ts';

/** A file as it was read. `path` is how messages and annotations name it. */
export interface SchemaFile {
  readonly path: string;
  readonly text: string;
}

/** Line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A statement whose effect on columns could not be told. */
export interface SchemaProblem {
  readonly place: Place;
  /** The object or the kind of statement, the same when lines move. */
  readonly subject: string;
  /** One sentence. Names objects; never a literal of the statement. */
  readonly message: string;
}

/** A text that could not be read at all: what stands in it was not checked. */
export interface Unparsed {
  readonly place: Place;
  readonly reason: string;
}

/** A comment that begins with `pgveil:`. */
export interface FileComment {
  readonly place: Place;
  /** Without its marks, in one line. */
  readonly text: string;
  /** Lines of the code that it stands at, the last one included. */
  readonly lines: readonly { readonly first: number; readonly last: number }[];
}

export interface StaticSchema {
  readonly catalog: Catalog;
  /** Where each column was made. */
  readonly places: ReadonlyMap<ColumnKey, Place>;
  readonly relationPlaces: ReadonlyMap<Oid, Place>;
  /** What each view's query reads, or why it cannot be told. */
  readonly views: (relation: Oid) => Reading | undefined;
  readonly problems: readonly SchemaProblem[];
  readonly unparsed: readonly Unparsed[];
  /** In the order of the files. */
  readonly comments: readonly FileComment[];
}
