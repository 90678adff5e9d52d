/** Rules of the resolver, and how each is dropped: a text that its file has once, and what stands there instead. */
export interface Mutation {
  readonly rule: string;
  /** The suite of test/lineage that is to fail. */
  readonly caughtBy: string;
  /** Below src/lineage. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

export const mutations: readonly Mutation[] = [
  {
    rule: 'a column that FULL JOIN merges comes from both sides',
    caughtBy: 'joins',
    file: 'from/join.ts',
    find: "preserving('coalesce', either(left, right))",
    replace: "preserving('coalesce', either(left, left))",
  },
  {
    rule: 'a set operation gives the rows of both arms',
    caughtBy: 'queries',
    file: 'query/select.ts',
    find: ': either(column, other)',
    replace: ': either(column, column)',
  },
  {
    rule: 'a recursive query is read until nothing more flows',
    caughtBy: 'queries',
    file: 'fixpoint.ts',
    find: 'known = more;',
    replace: 'return more;',
  },
  {
    rule: 'a qualified name is never a CTE',
    caughtBy: 'queries',
    file: 'from/relation.ts',
    find: 'range.schemaname === undefined && range.catalogname === undefined ?',
    replace: 'range !== undefined ?',
  },
  {
    rule: 'the conditions of a CASE steer its result',
    caughtBy: 'derivations',
    file: 'expressions/core.ts',
    find: "steering('case', conditions)",
    replace: "steering('case', [])",
  },
  {
    rule: 'RETURNING gives what was assigned',
    caughtBy: 'writes',
    file: 'query/writes.ts',
    find: "into.push(...through('derived', 'assigned', assignment.value.sources));",
    replace: '',
  },
  {
    rule: 'a view is its query',
    caughtBy: 'views',
    file: 'relations.ts',
    find: "kind === 'v' || (kind === 'm'",
    replace: "kind !== 'v' && (kind === 'm'",
  },
  {
    rule: 'a stored set operation gives the rows of both arms',
    caughtBy: 'views',
    file: 'stored/query.ts',
    find: ': either(column, other)',
    replace: ': either(column, column)',
  },
  {
    rule: 'a cast that cuts a value off is computed',
    caughtBy: 'derivations',
    file: 'expressions/casts.ts',
    find: '(cuts || (value.type !== type && hasLength(catalog, type)))',
    replace: 'false',
  },
  {
    rule: "a function's own search_path decides in its body",
    caughtBy: 'functions',
    file: 'follow.ts',
    find: 'if (path === undefined) return names;',
    replace: 'if (path !== null) return names;',
  },
  {
    rule: 'what the function behind an operator reads flows into its result',
    caughtBy: 'functions',
    file: 'expressions/call.ts',
    find: 'return { sources: value.sources, opaque: value.opaque };',
    replace: 'return { sources: [], opaque: value.opaque };',
  },
  {
    rule: 'RETURN of a variable gives what is in it',
    caughtBy: 'functions',
    file: 'follow-plpgsql.ts',
    find: 'body.returnsVariables ||',
    replace: 'false ||',
  },
  {
    rule: 'arguments by name go to their parameters',
    caughtBy: 'functions',
    file: 'expressions/call.ts',
    find: 'inputs.findIndex((input) => input.name === name)',
    replace: 'place',
  },
  {
    rule: 'jsonb orders the keys of an object',
    caughtBy: 'json',
    file: 'expressions/json-shapes.ts',
    find: 'return a.length - b.length || Buffer.compare(a, b);',
    replace: 'return 0 * (a.length - b.length);',
  },
  {
    rule: 'rows are compared field by field',
    caughtBy: 'predicates',
    file: 'expressions/predicates.ts',
    find: 'if (lefts === undefined || rights === undefined || lefts.length !== rights.length) {',
    replace: 'if (lefts !== null) {',
  },
  {
    rule: 'pg_notify carries its argument out',
    caughtBy: 'natures',
    file: 'natures/builtin.ts',
    find: "'pg_notify'",
    replace: "'pg_notified'",
  },
  {
    rule: 'an older server does not have the newer grammar',
    caughtBy: 'refusals',
    file: 'expressions/index.ts',
    find: '(since[tag] ?? 0) > major',
    replace: '(since[tag] ?? 0) > 99',
  },
  {
    rule: 'a sub-select of several columns is a row',
    caughtBy: 'queries',
    file: 'expressions/sublinks.ts',
    find: 'columns.length > 1 ?',
    replace: 'columns.length > 99 ?',
  },
  {
    rule: 'a statement after DDL is not read with the names from before',
    caughtBy: 'statements',
    file: 'read.ts',
    find: "change.kind === 'catalog' ||",
    replace: '',
  },
  {
    rule: 'a computed row is evaluated as a whole',
    caughtBy: 'rows',
    file: 'expressions/columns.ts',
    find: 'row.shape.computed === true',
    replace: "row.shape.kind !== 'row'",
  },
];
