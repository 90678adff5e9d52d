/** What the readers of statements are given. */
import type { RangeVar } from 'libpg-query';
import type { Relation } from '../../catalog/types.ts';
import type { NodeMap, Tag } from '../../lineage/ast.ts';
import { findRelation } from '../../lineage/names.ts';
import type { SchemaState } from './state.ts';
import type { Place } from './types.ts';

export interface Context {
  readonly state: SchemaState;
  /** The text that the statement stands in. */
  readonly text: string;
  /** The place of a byte offset in the statement; without one, of the statement. */
  readonly place: (offset?: number) => Place;
}

export type Handler<K extends Tag> = (node: NodeMap[K], context: Context) => void;
export type Handlers = { readonly [K in Tag]?: Handler<K> };

/** A name for messages and subjects. */
export const shown = (parts: { readonly schemaname?: string; readonly relname?: string } | undefined): string =>
  parts?.schemaname === undefined ? (parts?.relname ?? '') : `${parts.schemaname}.${parts.relname ?? ''}`;

/** The relation of the files that a statement names; a problem where there is none and the statement needs one. */
export const ownRelation = (
  { state, place }: Context,
  range: RangeVar | undefined,
  what: string,
  missingOk = false,
): Relation | undefined => {
  const relation = findRelation(state.names(), range?.schemaname, range?.relname ?? '');
  if (relation !== undefined && state.relations.byOid.has(relation.oid)) return relation;
  if (!missingOk && relation === undefined) {
    state.problem(place(), `${what} ${shown(range)}`, `${what} of ${shown(range)}, which no file makes, is left out.`);
  }
  return undefined;
};
