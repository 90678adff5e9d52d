/** The statements of a PL/pgSQL body by what they evaluate: one table. What is not in it makes the body opaque. */

interface Expression {
  readonly query: string;
  /** RawParseMode: 0 a statement, 2 an expression, 3 to 5 an assignment. */
  readonly parseMode: number;
}

/** Stands in `assigned` for every variable. */
export const anyVariable = '*';

/** What a body evaluates, in the order of its text. */
export interface Body {
  readonly conditions: string[];
  readonly statements: string[];
  readonly expressions: string[];
  readonly returned: string[];
  readonly returnedQueries: string[];
  /** Variables that are assigned after the call began. */
  readonly assigned: Set<string>;
  /** RETURN and RETURN NEXT of variables: of one that is named, or of the OUT parameters. */
  returnsVariables: boolean;
}

type Fields = Readonly<Record<string, unknown>>;
type Reader = (statement: Fields, body: Body) => boolean;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as readonly unknown[]) : []);

/** Undefined for no expression at all. */
const expressionOf = (value: unknown): Expression | undefined => {
  const inner = isObject(value) ? value['PLpgSQL_expr'] : undefined;
  if (!isObject(inner) || typeof inner['query'] !== 'string') return undefined;
  return { query: inner['query'], parseMode: typeof inner['parseMode'] === 'number' ? inner['parseMode'] : 0 };
};

const add = (list: string[], value: unknown): boolean => {
  const expression = expressionOf(value);
  if (expression !== undefined) list.push(expression.parseMode === 0 ? expression.query : `SELECT ${expression.query}`);
  return true;
};

const optional = (list: string[], value: unknown): boolean => value === undefined || add(list, value);

/** INTO and loop variables: every name in the target, however it is nested. */
const assignTarget = (target: unknown, body: Body): boolean => {
  if (!isObject(target)) return target === undefined;
  for (const [key, value] of Object.entries(target)) {
    // A list of targets is a row without a name, `(unnamed row)`.
    if ((key === 'refname' || key === 'name') && typeof value === 'string' && !value.startsWith('(')) body.assigned.add(value);
    if (Array.isArray(value)) for (const entry of value) assignTarget(entry, body);
    else if (isObject(value)) assignTarget(value, body);
  }
  return true;
};

/** `name := expression` and `name.field := expression`; a subscripted target is not followed. */
const assignment = /^\s*("[^"]+"|\w+)(?:\.(?:"[^"]+"|\w+))*\s*:?=(?!=)([\s\S]*)$/u;

const assign: Reader = ({ expr }, body) => {
  const expression = expressionOf(expr);
  const [, name, value] = assignment.exec(expression?.query ?? '') ?? [];
  if (name === undefined || value === undefined) return false;
  body.assigned.add(name.startsWith('"') ? name.slice(1, -1) : name.toLowerCase());
  body.expressions.push(`SELECT ${value}`);
  return true;
};

const all = (statements: unknown, body: Body): boolean => listOf(statements).every((statement) => readStatement(statement, body));

const loopVariable: Reader = (loop, body) => assignTarget(loop['var'], body) && all(loop['body'], body);

const handlers = (block: unknown, body: Body): boolean => {
  if (block === undefined) return true;
  const inner = isObject(block) ? block['PLpgSQL_exception_block'] : undefined;
  const list = isObject(inner) ? listOf(inner['exc_list']) : [];
  return list.every((entry) => {
    const exception = isObject(entry) ? entry['PLpgSQL_exception'] : undefined;
    return isObject(exception) && all(exception['action'], body);
  });
};

const readers: Readonly<Record<string, Reader>> = {
  PLpgSQL_stmt_block: (block, body) => all(block['body'], body) && handlers(block['exceptions'], body),
  PLpgSQL_stmt_assign: assign,
  PLpgSQL_stmt_if: (stmt, body) =>
    add(body.conditions, stmt['cond']) &&
    all(stmt['then_body'], body) &&
    listOf(stmt['elsif_list']).every((entry) => {
      const branch = isObject(entry) ? entry['PLpgSQL_if_elsif'] : undefined;
      return isObject(branch) && add(body.conditions, branch['cond']) && all(branch['stmts'], body);
    }) &&
    all(stmt['else_body'], body),
  PLpgSQL_stmt_loop: (stmt, body) => all(stmt['body'], body),
  PLpgSQL_stmt_while: (stmt, body) => add(body.conditions, stmt['cond']) && all(stmt['body'], body),
  PLpgSQL_stmt_fori: (stmt, body) =>
    add(body.expressions, stmt['lower']) &&
    add(body.expressions, stmt['upper']) &&
    optional(body.expressions, stmt['step']) &&
    loopVariable(stmt, body),
  PLpgSQL_stmt_fors: (stmt, body) => add(body.expressions, stmt['query']) && loopVariable(stmt, body),
  PLpgSQL_stmt_case: (stmt, body) =>
    optional(body.conditions, stmt['t_expr']) &&
    listOf(stmt['case_when_list']).every((entry) => {
      const arm = isObject(entry) ? entry['PLpgSQL_case_when'] : undefined;
      return isObject(arm) && add(body.conditions, arm['expr']) && all(arm['stmts'], body);
    }) &&
    all(stmt['else_stmts'], body),
  /** The loop's variable is known by number only. */
  PLpgSQL_stmt_foreach_a: (stmt, body) => {
    body.assigned.add(anyVariable);
    return add(body.expressions, stmt['expr']) && all(stmt['body'], body);
  },
  /** A message goes to the client; what is said of the columns in it is that they are touched. */
  PLpgSQL_stmt_raise: (stmt, body) =>
    listOf(stmt['params']).every((entry) => add(body.expressions, entry)) &&
    listOf(stmt['options']).every((entry) => {
      const option = isObject(entry) ? entry['PLpgSQL_raise_option'] : undefined;
      return isObject(option) && add(body.expressions, option['expr']);
    }),
  PLpgSQL_stmt_exit: (stmt, body) => optional(body.conditions, stmt['cond']),
  /** The one at the end, that nobody wrote, has no line. */
  PLpgSQL_stmt_return: (stmt, body) => {
    if (stmt['expr'] === undefined && stmt['lineno'] !== undefined) body.returnsVariables = true;
    return optional(body.returned, stmt['expr']);
  },
  PLpgSQL_stmt_return_next: (stmt, body) => {
    if (stmt['expr'] === undefined) body.returnsVariables = true;
    return optional(body.returned, stmt['expr']);
  },
  PLpgSQL_stmt_return_query: (stmt, body) =>
    stmt['dynquery'] === undefined && stmt['query'] !== undefined && add(body.returnedQueries, stmt['query']),
  PLpgSQL_stmt_execsql: (stmt, body) =>
    assignTarget(stmt['target'], body) && add(stmt['into'] === true ? body.expressions : body.statements, stmt['sqlstmt']),
  PLpgSQL_stmt_perform: (stmt, body) => add(body.expressions, stmt['expr']),
  PLpgSQL_stmt_assert: (stmt, body) => add(body.conditions, stmt['cond']) && optional(body.expressions, stmt['message']),
};

const readStatement = (statement: unknown, body: Body): boolean => {
  if (!isObject(statement)) return false;
  const [tag = ''] = Object.keys(statement);
  const fields = statement[tag];
  if (!Object.hasOwn(readers, tag) || !isObject(fields)) return false;
  return readers[tag]?.(fields, body) ?? false;
};

const emptyBody = (): Body => ({
  conditions: [],
  statements: [],
  expressions: [],
  returned: [],
  returnedQueries: [],
  assigned: new Set(),
  returnsVariables: false,
});

/** Names of all variables, and whether one is a cursor (whose query is not in the tree). */
const variables = (datums: unknown, body: Body): readonly string[] | undefined => {
  const names: string[] = [];
  for (const datum of listOf(datums)) {
    if (!isObject(datum)) return undefined;
    const [tag = ''] = Object.keys(datum);
    const fields = datum[tag];
    if (!isObject(fields) || 'cursor_explicit_expr' in fields) return undefined;
    if (typeof fields['refname'] === 'string' && !fields['refname'].startsWith('(')) names.push(fields['refname']);
    optional(body.expressions, fields['default_val']);
  }
  return names;
};

export interface PlPgSqlFunction {
  readonly body: Body;
  readonly variables: readonly string[];
}

/** What parsePlPgSQL's tree evaluates, or undefined if a statement in it is dynamic or not modelled. */
export const readPlPgSql = (tree: unknown): PlPgSqlFunction | undefined => {
  const [first] = isObject(tree) ? listOf(tree['plpgsql_funcs']) : [];
  const fn = isObject(first) ? first['PLpgSQL_function'] : undefined;
  if (!isObject(fn)) return undefined;
  const body = emptyBody();
  const names = variables(fn['datums'], body);
  return names !== undefined && readStatement(fn['action'], body) ? { body, variables: names } : undefined;
};
