/**
 * Blocks that come down to one statement under conditions: `BEGIN IF condition THEN statement; END IF; EXCEPTION WHEN ..
 * THEN NULL; END`. Nothing runs behind the statement, so that what it changes cannot change what else of the block means.
 */

/** The one statement, and the conditions before it as `SELECT condition`. */
export interface OneStatement {
  readonly conditions: readonly string[];
  readonly statement: string;
}

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as readonly unknown[]) : []);
const fieldsOf = (value: unknown, tag: string): Fields | undefined => {
  const fields = isObject(value) ? value[tag] : undefined;
  return isObject(fields) ? fields : undefined;
};

const textOf = (expression: unknown): string | undefined => {
  const query = fieldsOf(expression, 'PLpgSQL_expr')?.['query'];
  return typeof query === 'string' ? query : undefined;
};

/** RAISE of a constant, and RETURN without a value: neither evaluates anything. */
const evaluatesNothing = (statement: unknown): boolean => {
  const raise = fieldsOf(statement, 'PLpgSQL_stmt_raise');
  if (raise !== undefined) return raise['params'] === undefined && raise['options'] === undefined;
  const end = fieldsOf(statement, 'PLpgSQL_stmt_return');
  return end !== undefined && end['expr'] === undefined;
};

const evaluateNothing = (statements: unknown): boolean => listOf(statements).every(evaluatesNothing);

const handlesOnly = (exceptions: unknown): boolean =>
  exceptions === undefined ||
  listOf(fieldsOf(exceptions, 'PLpgSQL_exception_block')?.['exc_list']).every((entry) => {
    const handler = fieldsOf(entry, 'PLpgSQL_exception');
    return handler !== undefined && evaluateNothing(handler['action']);
  });

const oneOf = (statements: unknown): OneStatement | undefined => {
  const [only, second] = listOf(statements).filter((statement) => !evaluatesNothing(statement));
  if (second !== undefined) return undefined;
  const block = fieldsOf(only, 'PLpgSQL_stmt_block');
  if (block !== undefined) return handlesOnly(block['exceptions']) ? oneOf(block['body']) : undefined;
  const branch = fieldsOf(only, 'PLpgSQL_stmt_if');
  if (branch !== undefined) {
    const condition = textOf(branch['cond']);
    const inner = oneOf(branch['then_body']);
    if (condition === undefined || inner === undefined || branch['elsif_list'] !== undefined) return undefined;
    return evaluateNothing(branch['else_body'])
      ? { conditions: [`SELECT ${condition}`, ...inner.conditions], statement: inner.statement }
      : undefined;
  }
  const run = fieldsOf(only, 'PLpgSQL_stmt_execsql');
  const statement = run?.['into'] === undefined ? textOf(run?.['sqlstmt']) : undefined;
  return statement === undefined ? undefined : { conditions: [], statement };
};

/** Every block's own variables: none of them holds anything of a column, and no statement here gives them other values. */
const ownVariables: Readonly<Record<string, string>> = { found: 'boolean', sqlstate: 'text', sqlerrm: 'text' };
const ownKeys: ReadonlySet<string> = new Set(['refname', 'datatype', 'lineno', 'isconst']);

const isOwn = (datum: unknown): boolean => {
  const variable = fieldsOf(datum, 'PLpgSQL_var');
  const name = variable?.['refname'];
  return (
    variable !== undefined &&
    typeof name === 'string' &&
    Object.hasOwn(ownVariables, name) &&
    fieldsOf(variable['datatype'], 'PLpgSQL_type')?.['typname'] === ownVariables[name] &&
    Object.keys(variable).every((key) => ownKeys.has(key))
  );
};

/** Of parsePlPgSQL's tree of a function without parameters. Undefined for any other block. */
export const oneStatementOf = (tree: unknown): OneStatement | undefined => {
  const [first] = isObject(tree) ? listOf(tree['plpgsql_funcs']) : [];
  const fn = fieldsOf(first, 'PLpgSQL_function');
  return fn !== undefined && listOf(fn['datums']).every(isOwn) ? oneOf([fn['action']]) : undefined;
};
