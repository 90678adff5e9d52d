/** Lineage as short text, for tables of expectations. */
import type { Catalog, ColumnKey } from '../../../src/catalog/types.ts';
import type { OutputColumn, PredicateUse, Source, StatementLineage } from '../../../src/lineage/types.ts';

/** `ssn` of public.customers, `orders.note`, `other.t.x`; system columns by number. */
export const columnName = (catalog: Catalog, key: ColumnKey): string => {
  const [oid = '', attnum = ''] = key.split('.');
  const relation = catalog.relation(Number(oid));
  const column = relation?.columns.find((one) => one.attnum === Number(attnum))?.name ?? attnum;
  if (relation === undefined) return key;
  if (relation.schema === 'public' && relation.name === 'customers') return column;
  return relation.schema === 'public' ? `${relation.name}.${column}` : `${relation.schema}.${relation.name}.${column}`;
};

const marks: Readonly<Record<Source['way'], string>> = { identity: '', preserving: '~', derived: '*', count: '#', steering: '?' };

/** `ssn`, `ssn~lower`, `ssn*`, `ssn#`, `ssn?case`: the way, and for some the steps from the outermost inwards. */
const sourceText = (catalog: Catalog, { column, way, via }: Source): string => {
  const steps = way === 'preserving' || way === 'steering' ? via.join('.') : '';
  return `${columnName(catalog, column)}${marks[way]}${steps}`;
};

const inner = (catalog: Catalog, columns: readonly OutputColumn[], withNames: boolean): string =>
  columns.map((column) => `${withNames ? `${column.name}=` : ''}${valueText(catalog, column)}`).join(', ');

const shapeText = (catalog: Catalog, { shape }: OutputColumn): string => {
  if (shape.kind === 'row') return ` row(${inner(catalog, shape.fields, true)})`;
  if (shape.kind === 'json-object') return ` {${inner(catalog, shape.members, true)}}`;
  if (shape.kind === 'json-array') return ` [${inner(catalog, shape.items, false)}]`;
  return shape.kind === 'each' ? ` each${shape.json ? ' json' : ''}(${valueText(catalog, shape.item)})` : '';
};

/** Sources of the relation's own columns and of those below; what only repeats a view's or a relative's column is left out. */
export const valueText = (catalog: Catalog, column: OutputColumn): string => {
  const own = column.sources.filter(({ via }) => !via.includes('view') && !via.includes('inherited'));
  const texts = [...new Set(own.map((source) => sourceText(catalog, source)))].sort((a, b) => a.localeCompare(b));
  // The members of a structured value say where its sources are.
  const sources = column.shape.kind === 'scalar' ? texts.join(' ') : '';
  return `${sources}${shapeText(catalog, column)}${column.opaque === undefined ? '' : ` !${column.opaque}`}`.trim();
};

export const columnsText = (catalog: Catalog, columns: readonly OutputColumn[] | undefined): readonly string[] =>
  (columns ?? []).map((column) => `${column.name}: ${valueText(catalog, column)}`.trim());

/** `where ssn = constant`, `join id = column(orders.cid)`. */
export const predicateText = (catalog: Catalog, use: PredicateUse): string => {
  const others = use.others.map((key) => columnName(catalog, key)).join(' ');
  return `${use.clause} ${columnName(catalog, use.column)} ${use.operator} ${use.against}${others === '' ? '' : `(${others})`}`;
};

const sorted = (texts: readonly string[]): readonly string[] => [...new Set(texts)].sort((a, b) => a.localeCompare(b));

export const predicatesText = (catalog: Catalog, lineage: StatementLineage): readonly string[] =>
  sorted(lineage.predicates.map((use) => predicateText(catalog, use)));

/** `orders.note <- ssn*`. */
export const writesText = (catalog: Catalog, lineage: StatementLineage): readonly string[] =>
  sorted(
    lineage.writes.map(({ target, sources, opaque }) => {
      const from = [...new Set(sources.map((source) => sourceText(catalog, source)))]
        .sort((a, b) => a.localeCompare(b))
        .join(' ');
      return `${columnName(catalog, target)} <- ${from}${opaque === undefined ? '' : ` !${opaque}`}`.trim();
    }),
  );
