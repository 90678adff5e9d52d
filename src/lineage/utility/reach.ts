/** Relations whose rows a definition or a maintenance statement reads without naming them. */
import type { Catalog, Oid, Relation } from '../../catalog/types.ts';
import { createRecorder } from '../recorder.ts';
import { relationColumns } from '../relations.ts';
import type { Frame } from '../scope.ts';
import { isUnreadable } from '../unreadable.ts';

export const reachAny = ({ recorder }: Frame): void => {
  recorder.effect({ kind: 'reach', relation: undefined });
};

/** A type that is, holds or rests on another. */
const holdsType = (catalog: Catalog, oid: Oid, wanted: Oid, seen: ReadonlySet<Oid> = new Set()): boolean => {
  if (oid === wanted) return true;
  const type = seen.has(oid) ? undefined : catalog.type(oid);
  if (type === undefined) return false;
  const fields = catalog.relation(type.relation)?.columns.map((column) => column.type) ?? [];
  const within = new Set([...seen, oid]);
  return [type.base, type.element, type.subtype, ...fields].some((part) => holdsType(catalog, part, wanted, within));
};

/** The relations with a column of that type, or of one made of it. */
export const reachByType = ({ names: { catalog }, recorder }: Frame, type: Oid): void => {
  for (const { oid, columns } of catalog.relations()) {
    if (columns.some((column) => holdsType(catalog, column.type, type))) recorder.effect({ kind: 'reach', relation: oid });
  }
};

/** What a materialised view's query reads, as it is filled. A query that cannot be followed may read anything. */
export const reachBelow = (frame: Frame, view: Relation): void => {
  const recorder = createRecorder();
  try {
    relationColumns({ ...frame, recorder }, view);
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    reachAny(frame);
  }
  const { touched, functions } = recorder.facts();
  for (const column of touched) frame.recorder.touchColumn(column);
  if (functions.some(({ nature }) => nature === 'opaque' || nature === 'reader')) reachAny(frame);
};

/** Of a foreign table, names and options say which table and column of the other server it shows; so of its parents. */
export const isForeign = (catalog: Catalog, { oid, kind }: Relation): boolean =>
  kind === 'f' ||
  catalog.children(oid).some((child) => {
    const relation = catalog.relation(child);
    return relation !== undefined && isForeign(catalog, relation);
  });
