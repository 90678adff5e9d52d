/** The table of statement kinds: for each tag of libpg-query's statement nodes its kind, and how it is read. */
import type { Node } from 'libpg-query';
import type { Oid } from '../catalog/types.ts';
import { type NodeMap, type Tag, tagOf } from './ast.ts';
import type { Scope } from './scope.ts';
import type { CopyOptions, OutputColumn, StatementKind, StatementLineage } from './types.ts';
import { unmodelled } from './unreadable.ts';
import { blocks } from './utility/blocks.ts';
import { readCopy } from './utility/copy.ts';
import { definitions } from './utility/definitions.ts';
import { cursorsAndPrepared } from './utility/named.ts';
import { queries } from './utility/queries.ts';
import { sessionStatements } from './utility/session.ts';

/** What reading a statement gives beside what the recorder collects. */
export interface Outcome {
  /** When it differs from the table's, e.g. `select-into`. */
  readonly kind?: StatementKind;
  readonly columns?: readonly OutputColumn[] | undefined;
  readonly copy?: CopyOptions;
  readonly runs?: StatementLineage['runs'];
  readonly explain?: StatementLineage['explain'];
}

export interface StatementContext {
  readonly prepared: (name: string) => StatementLineage | undefined;
  readonly cursor: (name: string) => StatementLineage | undefined;
  /** A statement of its own inside this one: PREPARE's and DECLARE's. */
  readonly inner: (node: Node, parameterTypes?: readonly Oid[]) => StatementLineage;
}

export interface Entry<K extends Tag> {
  readonly kind: StatementKind;
  readonly read: (node: NodeMap[K], scope: Scope, context: StatementContext) => Outcome;
}

export type Entries = { readonly [K in Tag]?: Entry<K> };

const entries: Entries = {
  ...queries,
  ...cursorsAndPrepared,
  ...sessionStatements,
  ...definitions,
  ...blocks,
  CopyStmt: { kind: 'copy', read: readCopy },
};

export interface AnyEntry {
  readonly kind: StatementKind;
  readonly read: (node: Node, scope: Scope, context: StatementContext) => Outcome;
}

/** Every kind that the table has, for the docs. */
export const statementKinds = (): ReadonlyMap<string, StatementKind> =>
  new Map(Object.entries(entries).map(([tag, entry]) => [tag, entry.kind]));

export const kindOf = (node: Node): AnyEntry => {
  const tag = tagOf(node);
  const entry = entries[tag] as
    | { kind: StatementKind; read: (fields: unknown, scope: Scope, context: StatementContext) => Outcome }
    | undefined;
  if (entry === undefined) throw unmodelled(tag);
  return {
    kind: entry.kind,
    read: (statement, scope, context) => entry.read((statement as Partial<NodeMap>)[tag], scope, context),
  };
};
