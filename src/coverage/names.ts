/** Names of the catalog as a policy writes them: unambiguous in messages, and ready to be pasted. */
import { columnKey, type Catalog, type Column, type ColumnKey, type Relation } from '../catalog/types.ts';
import type { FoundColumn } from './types.ts';

/** A part of a pattern: as it stands, or in double quotes where it holds a character that means something there. */
const part = (name: string): string => (/^[^".*\s()]+$/u.test(name) ? name : `"${name.replaceAll('"', '""')}"`);

export const relationName = ({ schema, name }: Pick<Relation, 'schema' | 'name'>): string => `${part(schema)}.${part(name)}`;

export const columnName = (relation: Relation, column: Pick<Column, 'name'>): string =>
  `${relationName(relation)}.${part(column.name)}`;

/** A text as YAML: plain where that reads as the same text, else in double quotes (JSON is YAML). */
export const yaml = (text: string): string => (/^[A-Za-z_][A-Za-z0-9_.-]*$/.test(text) ? text : JSON.stringify(text));

export interface Located {
  readonly relation: Relation;
  readonly column: Column;
}

export const foundColumn = (database: string, { relation, column }: Located): FoundColumn => ({
  database,
  key: columnKey(relation.oid, column.attnum),
  relation: relationName(relation),
  name: columnName(relation, column),
});

/** The column behind a key. */
export const locate = (catalog: Catalog, key: ColumnKey): Located | undefined => {
  const [oid, number] = key.split('.').map(Number);
  const relation = catalog.relation(oid ?? 0);
  const column = relation?.columns.find(({ attnum }) => attnum === number);
  return relation === undefined || column === undefined ? undefined : { relation, column };
};

/** `a`, `a and b`, `a, b and 3 more`. */
export const listed = (names: readonly string[], most = 3): string => {
  if (names.length <= 1) return names.join('');
  const shown = names.length > most ? names.slice(0, most - 1) : names.slice(0, -1);
  const rest = names.length - shown.length;
  return `${shown.join(', ')} and ${rest === 1 ? (names.at(-1) ?? '') : `${String(rest)} more`}`;
};

export const day = (end: number): string => new Date(end - 1).toISOString().slice(0, 10);
