/** What two catalogs of one schema must agree on, by names: oids differ. */
import { isSystemSchema } from '../../../src/policy/patterns.ts';
import type { Catalog, ColumnKey, Oid, Relation } from '../../../src/catalog/types.ts';
import type { Parser } from '../../../src/lineage/parse.ts';
import { readStatements, type ReadOptions } from '../../../src/lineage/read.ts';

const nameOf = (catalog: Catalog, oid: Oid): string => {
  const relation = catalog.relation(oid);
  return relation === undefined ? '?' : `${relation.schema}.${relation.name}`;
};

const columnOf = (catalog: Catalog, key: ColumnKey): string => {
  const [oid = '', attnum = ''] = key.split('.');
  const column = catalog.relation(Number(oid))?.columns.find((one) => one.attnum === Number(attnum));
  return `${nameOf(catalog, Number(oid))}.${column?.name ?? attnum}`;
};

/** Partitions can come after the view; classes go to them, and from them, by inheritance. */
const isPartition = (catalog: Catalog, key: ColumnKey): boolean =>
  (catalog.relation(Number(key.split('.')[0]))?.parents.length ?? 0) > 0;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** For each output column of a view, what it comes from. */
const sourcesOf = (catalog: Catalog, view: Relation, options: ReadOptions): readonly unknown[] => {
  const names = { path: ['pg_catalog', 'public'], tempSchema: undefined };
  const reading = readStatements(`SELECT * FROM ${quoted(view.schema)}.${quoted(view.name)}`, catalog, names, options);
  if (!reading.ok) return [reading.unreadable.reason];
  return (reading.statements[0]?.columns ?? []).map(({ name, sources, opaque }) => ({
    name,
    opaque,
    sources: [
      ...new Set(
        sources
          .filter(({ way, column }) => way !== 'steering' && !isPartition(catalog, column))
          .map(({ column }) => columnOf(catalog, column)),
      ),
    ].sort(),
  }));
};

const typeOf = (catalog: Catalog, oid: Oid): string => {
  const type = catalog.type(oid);
  return type === undefined ? '?' : `${type.schema}.${type.name} ${type.kind}${type.category}`;
};

/** By relation name. */
export const factsOf = (catalog: Catalog, parser: Parser, views?: ReadOptions['views']): Readonly<Record<string, unknown>> => {
  const relations = [...catalog.relations()].filter(({ kind, schema }) => 'rvmfpc'.includes(kind) && !isSystemSchema(schema));
  return Object.fromEntries(
    relations.map((relation) => {
      const isView = relation.kind === 'v' || relation.kind === 'm';
      const columns = relation.columns.map((column) => ({
        name: column.name,
        attnum: column.attnum,
        type: typeOf(catalog, column.type),
        comment: column.comment,
        generated: column.generated,
        ...(isView ? {} : { typmod: column.typmod, notNull: column.notNull }),
      }));
      const keys = relation.constraints
        // Those that a partition has of its parent are not copied.
        .filter(({ kind }) => (relation.parents.length > 0 ? kind === 'p' : 'puf'.includes(kind)))
        .map(({ kind, attnums, foreignRelation, foreignAttnums }) =>
          [kind, attnums, foreignRelation === 0 ? '' : nameOf(catalog, foreignRelation), foreignAttnums].join(' '),
        )
        .sort();
      return [
        `${relation.schema}.${relation.name}`,
        {
          kind: relation.kind,
          columns,
          keys,
          // Nor those indexes.
          indexes:
            relation.parents.length > 0
              ? []
              : (relation.uniqueIndexes ?? []).map(({ name, attnums }) => [name, ...attnums].join(' ')).toSorted(),
          parents: relation.parents.map((oid) => nameOf(catalog, oid)),
          comment: relation.comment,
          sources: isView ? sourcesOf(catalog, relation, { parser, ...(views === undefined ? {} : { views }) }) : [],
        },
      ];
    }),
  );
};
