/**
 * Views and tables made by a query. The query is read at once, as the server does it: what it reads is known by column
 * keys from then on, whatever becomes of the names. A query that cannot be read leaves a view that says why.
 */
import type { Node, RangeVar } from 'libpg-query';
import type { Column, RelationKind } from '../../catalog/types.ts';
import { as, strings } from '../../lineage/ast.ts';
import type { Parser } from '../../lineage/parse.ts';
import { readStatements } from '../../lineage/read.ts';
import type { OutputColumn, Reading } from '../../lineage/types.ts';
import { newRelation } from './columns.ts';
import type { Context, Handlers } from './context.ts';
import { dropRelation } from './drops.ts';
import { placeForNew, type SchemaState } from './state.ts';
import { placeColumns } from './tables.ts';

/** A parser to which the empty text is this query: it has been parsed with the statement around it. */
const withParsed = (parser: Parser, stmt: Node): Parser => ({
  ...parser,
  parse: (text) => (text === '' ? { ok: true, statements: [{ stmt }] } : parser.parse(text)),
});

const readQuery = (state: SchemaState, query: Node): Reading =>
  readStatements('', state.snapshot(), state.nameSpace(), {
    parser: withParsed(state.parser, query),
    views: (oid) => state.views.get(oid),
  });

const text = 25;
/** The type of a literal that nothing gives another. */
const unknown = 705;

/** Names of a select list, where the query itself cannot be read. */
const namesOf = (query: Node): readonly string[] => {
  const select = as(query, 'SelectStmt');
  if (select?.larg !== undefined) return namesOf({ SelectStmt: select.larg });
  return (select?.targetList ?? []).flatMap((node) => {
    const target = as(node, 'ResTarget');
    return target?.name ?? strings(as(target?.val, 'ColumnRef')?.fields).at(-1) ?? [];
  });
};

/** That of the stored column whose value it is; what is worked out has none that is known. */
const modifierOf = (state: SchemaState, { stored, type }: OutputColumn): number => {
  const [oid, attnum] = (stored?.column ?? '').split('.').map(Number);
  const column = state.catalog.relation(oid ?? 0)?.columns.find((one) => one.attnum === attnum);
  return column?.type === type ? column.typmod : -1;
};

const column = (name: string, index: number, type: number, typmod = -1): Column => ({
  attnum: index + 1,
  name,
  // The server makes text of unknown; a type that lineage cannot tell is most often text, too.
  type: type === 0 || type === unknown ? text : type,
  typmod,
  notNull: false,
  generated: '',
  defaultTree: undefined,
  comment: undefined,
});

const columnsOf = (state: SchemaState, query: Node, reading: Reading, aliases: readonly string[]): readonly Column[] => {
  const outputs = reading.ok ? reading.statements[0]?.columns : undefined;
  if (outputs !== undefined) {
    return outputs.map((output, index) => column(aliases[index] ?? output.name, index, output.type, modifierOf(state, output)));
  }
  return (aliases.length > 0 ? aliases : namesOf(query)).map((name, index) => column(name, index, 0));
};

interface Made {
  readonly range: RangeVar | undefined;
  readonly query: Node;
  readonly aliases: readonly string[];
  readonly kind: RelationKind;
  readonly replace: boolean;
  readonly ifNotExists: boolean;
}

const make = ({ range, query, aliases, kind, replace, ifNotExists }: Made, context: Context): void => {
  const { state, place } = context;
  const schema = placeForNew(state, range?.relpersistence === 't' ? 'pg_temp' : range?.schemaname);
  const name = range?.relname ?? '';
  const before = state.catalog.relationNamed(schema, name);
  if (before !== undefined && ifNotExists) return;
  const reading = readQuery(state, query);
  const columns = columnsOf(state, query, reading, aliases);
  if (before !== undefined && replace) {
    // The views over it go on reading it under the same oid.
    const kept = columns.map((one) => ({ ...one, ...commentOf(before.columns.find((other) => other.name === one.name)) }));
    state.relations.put({ ...before, columns: kept });
    state.views.set(before.oid, reading);
    placeColumns(context, { ...before, columns: kept });
    return;
  }
  if (before !== undefined) dropRelation(state, before, true);
  const relation = newRelation(state, { schema, name, kind, columns }, place());
  placeColumns(context, relation);
  if (kind !== 'r') state.views.set(relation.oid, reading);
  else if (!reading.ok || reading.statements[0]?.columns === undefined) {
    const full = `${schema}.${name}`;
    state.problem(place(), `table ${full}`, `The query that makes ${full} cannot be followed: its columns are not all known.`);
  }
};

const commentOf = (before: Column | undefined): Partial<Column> =>
  before === undefined
    ? {}
    : { comment: before.comment, ...(before.securityLabel === undefined ? {} : { securityLabel: before.securityLabel }) };

const createTableAs: NonNullable<Handlers['CreateTableAsStmt']> = (
  { query, into, objtype, if_not_exists: ifNotExists },
  context,
) => {
  if (query === undefined) return;
  const kind = objtype === 'OBJECT_MATVIEW' ? 'm' : 'r';
  const aliases = strings(into?.colNames);
  make({ range: into?.rel, query, aliases, kind, replace: false, ifNotExists: ifNotExists === true }, context);
};

/** EXPLAIN ANALYZE runs what it explains. */
const explain: NonNullable<Handlers['ExplainStmt']> = ({ query, options }, context) => {
  if (!(options ?? []).some((node) => as(node, 'DefElem')?.defname === 'analyze')) return;
  const create = as(query, 'CreateTableAsStmt');
  if (create !== undefined) createTableAs(create, context);
  else if (query !== undefined) selectInto(query, context);
};

/** SELECT INTO. */
export const selectInto = (select: Node, context: Context): boolean => {
  const { intoClause: into, ...query } = as(select, 'SelectStmt') ?? {};
  if (into === undefined) return false;
  const made = { range: into.rel, query: { SelectStmt: query }, aliases: strings(into.colNames) };
  make({ ...made, kind: 'r', replace: false, ifNotExists: false }, context);
  return true;
};

export const viewHandlers: Handlers = {
  ViewStmt: ({ view, query, aliases, replace }, context) => {
    if (query === undefined) return;
    make({ range: view, query, aliases: strings(aliases), kind: 'v', replace: replace === true, ifNotExists: false }, context);
  },
  CreateTableAsStmt: createTableAs,
  ExplainStmt: explain,
};
