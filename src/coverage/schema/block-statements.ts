/** The SQL that stands in a PL/pgSQL block, from the tree of its parser. */

export interface BlockStatement {
  readonly sql: string;
  /** The text is an expression that gives SQL. */
  readonly dynamic: boolean;
  /** It may not run, or be taken back: what it does is done under a condition. */
  readonly conditional: boolean;
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const branches: ReadonlySet<string> = new Set([
  'PLpgSQL_stmt_if',
  'PLpgSQL_stmt_case',
  'PLpgSQL_stmt_loop',
  'PLpgSQL_stmt_while',
  'PLpgSQL_stmt_fori',
  'PLpgSQL_stmt_fors',
  'PLpgSQL_stmt_forc',
  'PLpgSQL_stmt_dynfors',
  'PLpgSQL_stmt_foreach_a',
  // Of a block that catches errors, what was done before one is taken back.
  'PLpgSQL_exception_block',
]);

/** ERROR of elog.h, which RAISE has where it names no other level. */
const errorLevel = 21;

/** Statements that leave a block before its end, or take back what it did. */
const leaves = (tag: string, fields: Fields): boolean => {
  if (tag === 'PLpgSQL_stmt_raise') return fields['elog_level'] === errorLevel;
  // The parser adds a RETURN of its own at the end, which stands in no line.
  if (tag === 'PLpgSQL_stmt_return') return fields['lineno'] !== undefined;
  return ['PLpgSQL_stmt_exit', 'PLpgSQL_stmt_assert', 'PLpgSQL_stmt_rollback'].includes(tag);
};

const isLeft = (value: unknown): boolean =>
  isFields(value) && Object.entries(value).some(([tag, child]) => isFields(child) && (leaves(tag, child) || isLeft(child)));

/** RawParseMode of parser.h. */
const mode = { statement: 0, expression: 2 } as const;

/** A text that can be parsed by itself: of an assignment what is assigned. */
const sqlOf = (query: string, parseMode: unknown): string => {
  if (parseMode === mode.statement) return query;
  return `SELECT ${parseMode === mode.expression ? query : query.replace(/^[\s\S]*?:?=/, '')}`;
};

const walk = (value: unknown, conditional: boolean, found: BlockStatement[]): void => {
  if (!isFields(value)) return;
  for (const [tag, child] of Object.entries(value)) {
    if (!isFields(child)) continue;
    const { query, parseMode } = child;
    if (tag === 'PLpgSQL_expr' && typeof query === 'string') {
      found.push({ sql: sqlOf(query, parseMode), dynamic: false, conditional });
      continue;
    }
    const under = conditional || branches.has(tag) || (tag === 'PLpgSQL_stmt_block' && child['exceptions'] !== undefined);
    const run = tag === 'PLpgSQL_stmt_dynexecute' && isFields(query) ? query['PLpgSQL_expr'] : undefined;
    if (isFields(run) && typeof run['query'] === 'string') {
      found.push({ sql: run['query'], dynamic: true, conditional: under });
      walk({ ...child, query: undefined }, under, found);
    } else walk(child, under, found);
  }
};

/** Expressions are SELECTs. */
export const blockStatements = (tree: unknown): readonly BlockStatement[] => {
  const found: BlockStatement[] = [];
  walk(tree, isLeft(tree), found);
  return found;
};
