/** What pgveil knows of one database's catalog. Names are those of pg_catalog; oids are numbers. */

export type Oid = number;

/** A base column: relation oid and attnum, as `1259.2`. Stable over renames and moves. */
export type ColumnKey = `${number}.${number}`;

export const columnKey = (relation: Oid, attnum: number): ColumnKey => `${relation}.${attnum}`;

export interface Column {
  readonly attnum: number;
  readonly name: string;
  readonly type: Oid;
  readonly typmod: number;
  readonly notNull: boolean;
  /** `s` stored, `v` virtual, `''` neither (pg_attribute.attgenerated). */
  readonly generated: '' | 's' | 'v';
  /** pg_attrdef.adbin (a pg_node_tree) of the default or of the generation expression. */
  readonly defaultTree: string | undefined;
  readonly comment: string | undefined;
  /** The label that PostgreSQL Anonymizer reads (pg_seclabel, provider `anon`): `MASKED WITH FUNCTION ...`. */
  readonly securityLabel?: string;
  /** Attnums that the generation expression reads, where the catalog comes from schema files and has no tree. */
  readonly generatedFrom?: readonly number[];
}

/** pg_class.relkind. */
export type RelationKind = 'r' | 'v' | 'm' | 'f' | 'p' | 'c' | 't' | 'S' | 'i' | 'I';

export interface Relation {
  readonly oid: Oid;
  readonly schema: string;
  readonly name: string;
  readonly kind: RelationKind;
  /** `t` for a temporary relation of the session that loaded it. */
  readonly persistence: 'p' | 'u' | 't';
  readonly owner: string;
  /** Live user columns in attnum order; dropped ones are absent. */
  readonly columns: readonly Column[];
  /** pg_class.reltype, the row type. */
  readonly rowType: Oid;
  readonly rowSecurity: boolean;
  readonly comment: string | undefined;
  /** pg_rewrite.ev_action of the _RETURN rule, for views and materialised views. */
  readonly viewTree: string | undefined;
  /** Rules other than _RETURN: ev_type (2 update, 3 insert, 4 delete) and ev_action. */
  readonly rules: readonly Rule[];
  readonly triggers: readonly Trigger[];
  readonly constraints: readonly Constraint[];
  /** pg_inherits.inhparent, in inhseqno order. */
  readonly parents: readonly Oid[];
  /** Policies' USING and WITH CHECK expressions (pg_node_tree). */
  readonly policyTrees: readonly string[];
  /** pg_index.indexprs and indpred trees. */
  readonly indexTrees: readonly string[];
  /** Without those of constraints. */
  readonly uniqueIndexes?: readonly UniqueIndex[];
}

/** Over columns alone, for all rows. */
export interface UniqueIndex {
  readonly name: string;
  readonly attnums: readonly number[];
}

export interface Rule {
  readonly name: string;
  readonly event: 'select' | 'update' | 'insert' | 'delete';
  readonly instead: boolean;
  /** pg_rewrite.ev_action. */
  readonly tree: string;
  /** pg_rewrite.ev_qual, undefined for a rule without a condition. */
  readonly condition: string | undefined;
}

export interface Trigger {
  readonly name: string;
  readonly function: Oid;
  /** pg_trigger.tgtype bits. */
  readonly type: number;
  readonly internal: boolean;
}

export interface Constraint {
  readonly name: string;
  /** pg_constraint.contype. */
  readonly kind: 'c' | 'f' | 'p' | 'u' | 'x' | 't' | 'n';
  readonly attnums: readonly number[];
  readonly foreignRelation: Oid;
  readonly foreignAttnums: readonly number[];
  readonly deferrable: boolean;
}

export interface Type {
  readonly oid: Oid;
  readonly schema: string;
  readonly name: string;
  /** pg_type.typtype: base, composite, domain, enum, pseudo, range, multirange. */
  readonly kind: 'b' | 'c' | 'd' | 'e' | 'p' | 'r' | 'm';
  readonly category: string;
  /** Element type of an array (typelem where typsubscript is the array handler), or 0. */
  readonly element: Oid;
  /** The array type over this type, or 0. */
  readonly array: Oid;
  /** Base type of a domain, or 0. */
  readonly base: Oid;
  readonly baseTypmod: number;
  /** Relation of a composite type, or 0. */
  readonly relation: Oid;
  /** First label of an enum in sort order; other labels are not needed. */
  readonly firstLabel: string | undefined;
  /** Subtype of a range (or, of a multirange, its range type's subtype), or 0. */
  readonly subtype: Oid;
  /** pg_type.typinput's name, e.g. `int4in`: names the representation of an extension type. */
  readonly input: string;
}

export interface Fn {
  readonly oid: Oid;
  readonly schema: string;
  readonly name: string;
  /** pg_proc.prokind. */
  readonly kind: 'f' | 'p' | 'a' | 'w';
  /** Input argument types (proargtypes). */
  readonly argTypes: readonly Oid[];
  /** All arguments with modes i o b v t; empty when all are `in` and unnamed. */
  readonly allArgs: readonly { readonly type: Oid; readonly mode: string; readonly name: string }[];
  readonly defaults: number;
  readonly variadic: Oid;
  readonly returnType: Oid;
  readonly returnsSet: boolean;
  readonly volatility: 'i' | 's' | 'v';
  readonly language: string;
  readonly securityDefiner: boolean;
  /** prosrc of a user function; undefined for a built-in one. */
  readonly source: string | undefined;
  /** prosqlbody (pg_node_tree) of a SQL-standard body. */
  readonly sqlBody: string | undefined;
  /** proconfig, e.g. `search_path=pg_catalog`. */
  readonly config: readonly string[];
  /** In pg_catalog with an oid below FirstNormalObjectId (16384). */
  readonly builtin: boolean;
  /** Name of the extension that owns it, if any. */
  readonly extension: string | undefined;
}

export interface Operator {
  readonly oid: Oid;
  readonly schema: string;
  readonly name: string;
  /** 0 for a prefix operator. */
  readonly left: Oid;
  readonly right: Oid;
  readonly result: Oid;
  readonly function: Oid;
}

export interface Cast {
  readonly source: Oid;
  readonly target: Oid;
  /** 0 for a binary-coercible or I/O cast. */
  readonly function: Oid;
  readonly context: 'i' | 'a' | 'e';
}

export interface Aggregate {
  readonly transition: Oid;
  /** 0 where absent. */
  readonly final: Oid;
  /** Combine, (de)serialise and moving-window functions, those that exist. */
  readonly others: readonly Oid[];
}

/**
 * An immutable snapshot. Lookups by name take the schema explicitly; search_path is the caller's matter
 * (see NameSpace in src/lineage). `version` differs whenever any content differs.
 */
export interface Catalog {
  readonly version: string;
  /** server_version_num / 10000. */
  readonly major: number;
  readonly database: string;
  readonly loadedAt: number;
  /** Without other sessions' temporary schemas. */
  readonly schemas: ReadonlyMap<string, Oid>;
  /** The temporary schema of the session that loaded the snapshot, if it has one. */
  readonly tempSchema: string | undefined;
  /** Whether a role has USAGE on a schema: the server leaves others out of the search path. */
  mayUse(role: string, schema: string): boolean;
  relation(oid: Oid): Relation | undefined;
  relationNamed(schema: string, name: string): Relation | undefined;
  relations(): Iterable<Relation>;
  type(oid: Oid): Type | undefined;
  typeNamed(schema: string, name: string): Type | undefined;
  fn(oid: Oid): Fn | undefined;
  /** Names of the extensions that own a function here. */
  readonly extensions: ReadonlySet<string>;
  /** All overloads of that name in that schema. */
  fnsNamed(schema: string, name: string): readonly Fn[];
  operator(oid: Oid): Operator | undefined;
  operatorsNamed(schema: string, name: string): readonly Operator[];
  /** Casts from that source type, explicit and implicit. */
  castsFrom(source: Oid): readonly Cast[];
  /** By the aggregate's pg_proc oid. */
  aggregate(fn: Oid): Aggregate | undefined;
  /** Direct children by inheritance or partitioning. */
  children(oid: Oid): readonly Oid[];
}

/** The part of a session that names resolve against. */
export interface NameSpace {
  /** Effective search path, in order, existing schemas only, implicit pg_catalog and pg_temp included. */
  readonly path: readonly string[];
  /** Name of this session's temporary schema (pg_temp_3), if it has one. */
  readonly tempSchema: string | undefined;
}
