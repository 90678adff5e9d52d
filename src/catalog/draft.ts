/** What the rows of one load are gathered into, before relations are put together. */
import type {
  Aggregate,
  Cast,
  Column,
  Constraint,
  Fn,
  Oid,
  Operator,
  Relation,
  RelationKind,
  Rule,
  Trigger,
  Type,
  UniqueIndex,
} from './types.ts';

export interface ServerFacts {
  /** server_version_num. */
  readonly version: number;
  /** Differs between servers whose built-in objects differ. */
  readonly builtins: string;
  readonly tempSchema: string | undefined;
}

/** A relation's own row of pg_class; the rest hangs on its oid. */
export type RelationHead = Pick<
  Relation,
  'oid' | 'schema' | 'name' | 'persistence' | 'owner' | 'rowType' | 'rowSecurity' | 'comment'
> & { readonly kind: RelationKind };

export interface Grouped<T> {
  readonly add: (key: Oid, item: T) => void;
  readonly get: (key: Oid) => readonly T[];
  readonly entries: () => Iterable<readonly [Oid, readonly T[]]>;
}

const none: readonly never[] = [];

/** Lists by oid, in the order in which the items came. */
export const grouped = <T>(): Grouped<T> => {
  const lists = new Map<Oid, T[]>();
  return {
    add: (key, item) => {
      const found = lists.get(key);
      if (found === undefined) lists.set(key, [item]);
      else found.push(item);
    },
    get: (key) => lists.get(key) ?? none,
    entries: () => lists,
  };
};

export interface Draft {
  server: ServerFacts | undefined;
  /** Schema names by oid. */
  readonly schemaNames: Map<Oid, string>;
  /** The roles that have USAGE on a schema, or `everyone`. */
  readonly schemaUsers: Map<string, ReadonlySet<string> | 'everyone'>;
  readonly relations: RelationHead[];
  readonly columns: Grouped<Column>;
  /** Security labels by column, as `attnum` and text. */
  readonly labels: Grouped<{ readonly attnum: number; readonly label: string }>;
  readonly viewTrees: Map<Oid, string>;
  readonly rules: Grouped<Rule>;
  readonly triggers: Grouped<Trigger>;
  readonly constraints: Grouped<Constraint>;
  readonly parents: Grouped<Oid>;
  readonly policyTrees: Grouped<string>;
  readonly indexTrees: Grouped<string>;
  readonly uniqueIndexes: Grouped<UniqueIndex>;
  readonly types: Type[];
  readonly fns: Fn[];
  readonly operators: Operator[];
  readonly casts: Cast[];
  readonly aggregates: Map<Oid, Aggregate>;
}

export const emptyDraft = (): Draft => ({
  server: undefined,
  schemaNames: new Map(),
  schemaUsers: new Map(),
  relations: [],
  columns: grouped(),
  labels: grouped(),
  viewTrees: new Map(),
  rules: grouped(),
  triggers: grouped(),
  constraints: grouped(),
  parents: grouped(),
  policyTrees: grouped(),
  indexTrees: grouped(),
  uniqueIndexes: grouped(),
  types: [],
  fns: [],
  operators: [],
  casts: [],
  aggregates: new Map(),
});
