/** One part of a catalog, indexed: what initdb made, or what came after. */
import type { Answer } from './answer.ts';
import { emptyDraft, grouped, type Draft, type Grouped, type ServerFacts } from './draft.ts';
import { PgveilError } from '../errors.ts';
import { sections } from './queries.ts';
import type { Aggregate, Cast, Column, Fn, Oid, Operator, Relation, Type } from './types.ts';

export interface Layer {
  readonly server: ServerFacts;
  readonly digest: string;
  readonly schemas: ReadonlyMap<string, Oid>;
  readonly schemaUsers: Draft['schemaUsers'];
  readonly relations: Index<Relation>;
  readonly types: Index<Type>;
  readonly fns: Index<Fn>;
  readonly operators: Index<Operator>;
  readonly casts: Grouped<Cast>;
  readonly aggregates: ReadonlyMap<Oid, Aggregate>;
  readonly children: Grouped<Oid>;
}

export interface Index<T> {
  readonly byOid: ReadonlyMap<Oid, T>;
  /** Keyed by `nameKey`. */
  readonly byName: ReadonlyMap<string, readonly T[]>;
}

/** No name holds a NUL. */
export const nameKey = (schema: string, name: string): string => `${schema}\0${name}`;

const index = <T extends { readonly oid: Oid; readonly schema: string; readonly name: string }>(items: Iterable<T>): Index<T> => {
  const byOid = new Map<Oid, T>();
  const byName = new Map<string, T[]>();
  for (const item of items) {
    byOid.set(item.oid, item);
    const key = nameKey(item.schema, item.name);
    const found = byName.get(key);
    if (found === undefined) byName.set(key, [item]);
    else found.push(item);
  }
  return { byOid, byName };
};

const columnsOf = (draft: Draft, relation: Oid): readonly Column[] => {
  const labels = draft.labels.get(relation);
  const columns = draft.columns.get(relation);
  if (labels.length === 0) return columns;
  return columns.map((column) => {
    const found = labels.find(({ attnum }) => attnum === column.attnum);
    return found === undefined ? column : { ...column, securityLabel: found.label };
  });
};

const relationsOf = (draft: Draft): readonly Relation[] =>
  draft.relations.map((head) => ({
    ...head,
    columns: columnsOf(draft, head.oid),
    viewTree: draft.viewTrees.get(head.oid),
    rules: draft.rules.get(head.oid),
    triggers: draft.triggers.get(head.oid),
    constraints: draft.constraints.get(head.oid),
    parents: draft.parents.get(head.oid),
    policyTrees: draft.policyTrees.get(head.oid),
    indexTrees: draft.indexTrees.get(head.oid),
    uniqueIndexes: draft.uniqueIndexes.get(head.oid),
  }));

/** Throws PGVEIL_CATALOG when the answer is not one of `catalogQueries`. */
export const createLayer = ({ digest, rows }: Answer): Layer => {
  const draft = emptyDraft();
  for (const section of sections) for (const row of rows.get(section.tag) ?? []) section.keep(draft, row);
  if (draft.server === undefined) throw new PgveilError('PGVEIL_CATALOG', 'the server gave no answer to the catalog query');
  const children = grouped<Oid>();
  for (const [child, parents] of draft.parents.entries()) for (const parent of parents) children.add(parent, child);
  const casts = grouped<Cast>();
  for (const cast of draft.casts) casts.add(cast.source, cast);
  return {
    server: draft.server,
    digest,
    schemas: new Map([...draft.schemaNames].map(([oid, name]) => [name, oid])),
    schemaUsers: draft.schemaUsers,
    relations: index(relationsOf(draft)),
    types: index(draft.types),
    fns: index(draft.fns),
    operators: index(draft.operators),
    casts,
    aggregates: draft.aggregates,
    children,
  };
};
