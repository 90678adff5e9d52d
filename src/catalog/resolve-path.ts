/** Names to catalog objects by the search path, after backend/catalog/namespace.c. */
import type { Catalog, Fn, NameSpace, Operator, Relation, Type } from './types.ts';

/** NAMEDATALEN - 1: longer identifiers are cut, in bytes. */
const longestName = 63;

/** truncate_identifier: at most 63 bytes of UTF-8, never half a character. */
const truncate = (name: string): string => {
  if (Buffer.byteLength(name) <= longestName) return name;
  let kept = '';
  let size = 0;
  for (const character of name) {
    size += Buffer.byteLength(character);
    if (size > longestName) break;
    kept += character;
  }
  return kept;
};

/** downcase_identifier in a multi-byte encoding: ASCII letters only. */
const downcase = (name: string): string => name.replaceAll(/[A-Z]/gu, (letter) => letter.toLowerCase());

const entry = /[ \t\n\r\f\v]*(?:"((?:[^"]|"")*)"|([^", \t\n\r\f\v]+))[ \t\n\r\f\v]*(,|$)/uy;

/**
 * SplitIdentifierString of varlena.c: the names in a search_path value. Undefined if the text is not such a list
 * (the server does not accept such a value).
 */
export const splitIdentifiers = (text: string): readonly string[] | undefined => {
  if (text.trim() === '') return [];
  const names: string[] = [];
  entry.lastIndex = 0;
  for (;;) {
    const found = entry.exec(text);
    if (found === null) return undefined;
    const [, quoted, bare, end] = found;
    if (quoted === '') return undefined;
    names.push(truncate(quoted === undefined ? downcase(bare ?? '') : quoted.replaceAll('""', '"')));
    if (end === '') return names;
  }
};

/**
 * The effective search path, as recomputeNamespacePath makes it: schemas that do not exist or that the role may not use
 * are left out; the temporary schema and pg_catalog go in front unless they are named. A text that the server would not
 * accept gives the implicit schemas alone.
 */
export const nameSpace = (catalog: Catalog, searchPath: string, role: string, tempSchema?: string): NameSpace => {
  const path: string[] = [];
  const add = (schema: string | undefined): void => {
    if (schema !== undefined && !path.includes(schema)) path.push(schema);
  };
  for (const name of splitIdentifiers(searchPath) ?? []) {
    if (name === 'pg_temp') add(tempSchema);
    else {
      const schema = name === '$user' ? role : name;
      if (schema === tempSchema || (catalog.schemas.has(schema) && catalog.mayUse(role, schema))) add(schema);
    }
  }
  if (!path.includes('pg_catalog')) path.unshift('pg_catalog');
  if (tempSchema !== undefined && !path.includes(tempSchema)) path.unshift(tempSchema);
  return { path, tempSchema };
};

interface Name {
  /** In order. */
  readonly schemas: readonly string[];
  readonly name: string;
}

/** `[database.][schema.]name`. Undefined for a name in another database, or with more parts. */
const placesOf = (catalog: Catalog, nameSpace: NameSpace, parts: readonly string[], withTemp: boolean): Name | undefined => {
  const name = parts[parts.length - 1];
  const schema = parts[parts.length - 2];
  if (name === undefined || parts.length > 3 || (parts.length === 3 && parts[0] !== catalog.database)) return undefined;
  if (schema === 'pg_temp') return { schemas: nameSpace.tempSchema === undefined ? [] : [nameSpace.tempSchema], name };
  if (schema !== undefined) return { schemas: [schema], name };
  return { schemas: withTemp ? nameSpace.path : nameSpace.path.filter((entry) => entry !== nameSpace.tempSchema), name };
};

const first = <T>(place: Name | undefined, find: (schema: string, name: string) => T | undefined): T | undefined => {
  for (const schema of place?.schemas ?? []) {
    const found = find(schema, place?.name ?? '');
    if (found !== undefined) return found;
  }
  return undefined;
};

/** The relation that a name with these parts means. */
export const lookupRelation = (catalog: Catalog, names: NameSpace, parts: readonly string[]): Relation | undefined =>
  first(placesOf(catalog, names, parts, true), (schema, name) => catalog.relationNamed(schema, name));

/** The type that a name with these parts means. */
export const lookupType = (catalog: Catalog, names: NameSpace, parts: readonly string[]): Type | undefined =>
  first(placesOf(catalog, names, parts, true), (schema, name) => catalog.typeNamed(schema, name));

/** Candidates in path order; of those with the same arguments only the first, which hides the rest. */
const visible = <T>(
  place: Name | undefined,
  find: (schema: string, name: string) => readonly T[],
  key: (item: T) => string,
): T[] => {
  const found = new Map<string, T>();
  for (const schema of place?.schemas ?? []) {
    for (const item of find(schema, place?.name ?? '')) if (!found.has(key(item))) found.set(key(item), item);
  }
  return [...found.values()];
};

/** The functions that a name with these parts can mean. A bare name is never looked up in the temporary schema. */
export const lookupFunctions = (catalog: Catalog, names: NameSpace, parts: readonly string[]): readonly Fn[] =>
  visible(
    placesOf(catalog, names, parts, false),
    (schema, name) => catalog.fnsNamed(schema, name),
    (fn) => fn.argTypes.join(' '),
  );

/** The operators that a name with these parts can mean. A bare name is never looked up in the temporary schema. */
export const lookupOperators = (catalog: Catalog, names: NameSpace, parts: readonly string[]): readonly Operator[] =>
  visible(
    placesOf(catalog, names, parts, false),
    (schema, name) => catalog.operatorsNamed(schema, name),
    (operator) => `${String(operator.left)} ${String(operator.right)}`,
  );
