/** The schema as far as it has been read: a catalog that grows, statement by statement. */
import { builtinLayer } from '../../catalog/builtin/index.ts';
import { nameKey, type Index, type Layer } from '../../catalog/layer.ts';
import { createSnapshot } from '../../catalog/snapshot.ts';
import type {
  Aggregate,
  Cast,
  Catalog,
  ColumnKey,
  Constraint,
  Fn,
  NameSpace,
  Oid,
  Operator,
  Relation,
  Type,
} from '../../catalog/types.ts';
import { firstNormalOid } from '../../catalog/system.ts';
import type { Names } from '../../lineage/names.ts';
import type { Parser } from '../../lineage/parse.ts';
import type { Reading } from '../../lineage/types.ts';
import type { FileComment, Place, SchemaProblem, Unparsed } from './types.ts';

interface Named {
  readonly oid: Oid;
  readonly schema: string;
  readonly name: string;
}

export interface Shelf<T extends Named> extends Index<T> {
  /** In place of the item with that oid, if there is one. */
  put(item: T): void;
  remove(oid: Oid): void;
}

const createShelf = <T extends Named>(changed: () => void): Shelf<T> => {
  const byOid = new Map<Oid, T>();
  const byName = new Map<string, T[]>();
  const unname = (item: T): void => {
    const key = nameKey(item.schema, item.name);
    const rest = (byName.get(key) ?? []).filter((other) => other.oid !== item.oid);
    if (rest.length === 0) byName.delete(key);
    else byName.set(key, rest);
  };
  return {
    byOid,
    byName,
    put: (item) => {
      const before = byOid.get(item.oid);
      if (before !== undefined) unname(before);
      byOid.set(item.oid, item);
      const key = nameKey(item.schema, item.name);
      byName.set(key, [...(byName.get(key) ?? []), item]);
      changed();
    },
    remove: (oid) => {
      const item = byOid.get(oid);
      if (item === undefined) return;
      unname(item);
      byOid.delete(oid);
      changed();
    },
  };
};

/** A foreign key whose target may come later. */
export interface PendingKey {
  readonly relation: Oid;
  readonly constraint: Constraint;
  readonly target: { readonly schema: string | undefined; readonly name: string };
  readonly columns: readonly string[];
  readonly place: Place;
}

export interface SchemaState {
  readonly parser: Parser;
  readonly relations: Shelf<Relation>;
  readonly types: Shelf<Type>;
  readonly fns: Shelf<Fn>;
  readonly operators: Shelf<Operator>;
  readonly casts: Map<Oid, Cast[]>;
  readonly aggregates: Map<Oid, Aggregate>;
  readonly places: Map<ColumnKey, Place>;
  readonly relationPlaces: Map<Oid, Place>;
  readonly views: Map<Oid, Reading>;
  /** Columns of children that are theirs as well as their parents' (pg_attribute.attislocal). */
  readonly localColumns: Set<ColumnKey>;
  /** The next free attnum; those of dropped columns are not given again. */
  readonly attnums: Map<Oid, number>;
  readonly pendingKeys: PendingKey[];
  readonly extensions: Set<string>;
  readonly problems: SchemaProblem[];
  readonly unparsed: Unparsed[];
  readonly comments: FileComment[];
  /** As SET search_path has it, `$user` left out. */
  searchPath: readonly string[];
  /** The one that comes back when the transaction ends, where it has set another by SET LOCAL. */
  pathAfter: readonly string[] | undefined;
  nextOid(): Oid;
  addSchema(name: string): void;
  removeSchema(name: string): void;
  hasSchema(name: string): boolean;
  /** For lookups: it changes with the schema. */
  readonly catalog: Catalog;
  /** For lineage, which keeps what it has read of a catalog: another object after each change. */
  snapshot(): Catalog;
  nameSpace(): NameSpace;
  names(): Names;
  children(oid: Oid): readonly Relation[];
  problem(place: Place, subject: string, message: string): void;
}

export const defaultPath: readonly string[] = ['public'];
/** Where temporary relations go: a system schema, so that no check looks there. */
export const tempSchema = 'pg_temp_1';

export const createState = (parser: Parser): SchemaState => {
  const builtin = builtinLayer();
  let known: Catalog | undefined;
  const changed = (): void => {
    known = undefined;
  };
  let oid = firstNormalOid;
  const schemas = new Map(builtin.schemas);
  const users = new Map([...schemas.keys()].map((name) => [name, 'everyone' as const]));
  const shelf = createShelf<Relation>(changed);
  /** Also of relations that are no longer children. */
  const everChildren = new Map<Oid, Set<Oid>>();
  const relations: Shelf<Relation> = {
    ...shelf,
    put: (relation) => {
      for (const parent of relation.parents) {
        everChildren.set(parent, (everChildren.get(parent) ?? new Set<Oid>()).add(relation.oid));
      }
      shelf.put(relation);
    },
  };
  const types = createShelf<Type>(changed);
  const fns = createShelf<Fn>(changed);
  const operators = createShelf<Operator>(changed);
  const casts = new Map<Oid, Cast[]>();
  const aggregates = new Map<Oid, Aggregate>();
  const childrenOf = (parent: Oid): readonly Relation[] =>
    [...(everChildren.get(parent) ?? [])].flatMap((child) => {
      const relation = relations.byOid.get(child);
      return relation?.parents.includes(parent) === true ? relation : [];
    });
  const problems: SchemaProblem[] = [];
  const layer: Layer = {
    server: builtin.server,
    digest: '',
    schemas,
    schemaUsers: users,
    relations,
    types,
    fns,
    operators,
    casts: { add: () => undefined, get: (source) => casts.get(source) ?? [], entries: () => casts },
    aggregates,
    children: { add: () => undefined, get: (parent) => childrenOf(parent).map((child) => child.oid), entries: () => [] },
  };

  const state: SchemaState = {
    parser,
    relations,
    types,
    fns,
    operators,
    casts,
    aggregates,
    places: new Map(),
    relationPlaces: new Map(),
    views: new Map(),
    localColumns: new Set(),
    attnums: new Map(),
    pendingKeys: [],
    extensions: new Set(),
    problems,
    unparsed: [],
    comments: [],
    searchPath: defaultPath,
    pathAfter: undefined,
    nextOid: () => {
      oid += 1;
      return oid;
    },
    addSchema: (name) => {
      if (schemas.has(name)) return;
      schemas.set(name, state.nextOid());
      users.set(name, 'everyone');
      changed();
    },
    removeSchema: (name) => {
      schemas.delete(name);
      users.delete(name);
      changed();
    },
    hasSchema: (name) => schemas.has(name),
    catalog: createSnapshot({ builtin, own: layer }, 'schema', 0),
    snapshot: () => (known ??= createSnapshot({ builtin, own: layer }, 'schema', 0)),
    nameSpace: () => {
      const path = state.searchPath.filter((schema) => schemas.has(schema));
      const temp = schemas.has(tempSchema) ? [tempSchema] : [];
      return {
        path: [...temp, ...(path.includes('pg_catalog') ? [] : ['pg_catalog']), ...path],
        tempSchema: temp[0],
      };
    },
    names: () => ({ catalog: state.catalog, nameSpace: state.nameSpace() }),
    children: childrenOf,
    problem: (place, subject, message) => {
      if (problems.some((other) => other.subject === subject)) return;
      problems.push({ place, subject, message });
    },
  };
  return state;
};

/** Where CREATE puts an object with a name like this; a schema that the files do not make is made. */
export const placeForNew = (state: SchemaState, schema: string | undefined): string => {
  const found = schema ?? state.searchPath.find((name) => name !== 'pg_catalog' && state.hasSchema(name)) ?? 'public';
  const own = found === 'pg_temp' ? tempSchema : found;
  state.addSchema(own);
  return own;
};

/** A relation with every child, however deep, children after parents. */
export const withDescendants = (state: SchemaState, relation: Relation): readonly Relation[] => {
  const found = [relation];
  for (const one of found) {
    for (const child of state.children(one.oid)) if (!found.some(({ oid }) => oid === child.oid)) found.push(child);
  }
  return found;
};
