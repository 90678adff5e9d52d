import { columnKey, type Relation } from '../../../src/catalog/types.ts';
import { readSchema } from '../../../src/coverage/schema/read.ts';
import type { SchemaFile, StaticSchema } from '../../../src/coverage/schema/types.ts';
import { loadParser } from '../../../src/lineage/parse.ts';

export const parser = await loadParser();

export const schemaOf = (...files: readonly (string | SchemaFile)[]): StaticSchema =>
  readSchema(
    files.map((file, index) => (typeof file === 'string' ? { path: `${String(index + 1)}.sql`, text: file } : file)),
    parser,
    'app',
  );

const own = (schema: StaticSchema): readonly Relation[] =>
  [...schema.catalog.relations()].filter(
    ({ schema: name, kind }) => 'rvmfp'.includes(kind) && !/^pg_|^information_schema/.test(name),
  );

/** `public.users: id int4, email text`. */
export const outline = (schema: StaticSchema): readonly string[] =>
  own(schema).map(
    ({ schema: name, name: relation, columns }) =>
      `${name}.${relation}: ${columns.map((column) => `${column.name} ${schema.catalog.type(column.type)?.name ?? '?'}`).join(', ')}`,
  );

export const relationIn = (schema: StaticSchema, name: string, inSchema = 'public'): Relation => {
  const found = schema.catalog.relationNamed(inSchema, name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
};

export const columnIn = (schema: StaticSchema, relation: string, column: string): Relation['columns'][number] => {
  const found = relationIn(schema, relation).columns.find(({ name }) => name === column);
  if (found === undefined) throw new Error(`no ${relation}.${column}`);
  return found;
};

/** `file:line:column`. */
export const placeOf = (schema: StaticSchema, relation: string, column: string): string => {
  const { attnum } = columnIn(schema, relation, column);
  const place = schema.places.get(columnKey(relationIn(schema, relation).oid, attnum));
  return place === undefined ? '' : `${place.file}:${String(place.line)}:${String(place.column)}`;
};

export const messages = (schema: StaticSchema): readonly string[] => schema.problems.map(({ message }) => message);
