/** Names with `*` in them, as the policy writes columns, relations and functions. Matching is by case, as in the catalog. */

export interface NamePattern {
  readonly text: string;
  /** Letters that are not `*`: the more there are, the more specific the pattern. */
  readonly literal: number;
  readonly exact: boolean;
  matches(name: string): boolean;
}

export interface RelationPattern {
  readonly text: string;
  readonly schema: NamePattern;
  readonly name: NamePattern;
}

export interface ColumnPattern extends RelationPattern {
  readonly column: NamePattern;
}

export interface FunctionPattern extends RelationPattern {
  /** Argument types as written, or undefined for all overloads. */
  readonly arguments: readonly string[] | undefined;
}

/** A text in which `*` stands for any characters, anchored at both ends. */
export const glob = (text: string): RegExp =>
  new RegExp(
    `^${text
      .split('*')
      .map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`))
      .join('.*')}$`,
    's',
  );

const namePattern = (text: string): NamePattern => {
  if (text.startsWith('"')) {
    const name = text.slice(1, -1).replaceAll('""', '"');
    return { text, literal: name.length, exact: true, matches: (other) => other === name };
  }
  if (!text.includes('*')) return { text, literal: text.length, exact: true, matches: (other) => other === text };
  const form = glob(text);
  return { text, literal: text.replaceAll('*', '').length, exact: false, matches: (other) => form.test(other) };
};

/** Splits `schema.table.column`; parts in double quotes are taken as they stand. */
const parts = (text: string): readonly NamePattern[] => (text.match(/"(?:[^"]|"")+"|[^".]+/g) ?? []).map(namePattern);

const everything = namePattern('*');

export const relationPattern = (text: string): RelationPattern => {
  const [schema = everything, name = everything] = parts(text);
  return { text, schema, name };
};

export const columnPattern = (text: string): ColumnPattern => {
  const [schema = everything, name = everything, column = everything] = parts(text);
  return { text, schema, name, column };
};

export const functionPattern = (text: string): FunctionPattern => {
  const [, path = text, list] = /^([^(]*)(?:\((.*)\))?$/s.exec(text) ?? [];
  const args = list?.trim() === '' ? [] : list?.split(',').map((one) => one.trim());
  return { ...relationPattern(path), text, arguments: args };
};

/** Schemas of the system, which a wildcard never reaches: `*.*.name` means the user's tables. */
export const isSystemSchema = (schema: string): boolean => schema === 'information_schema' || schema.startsWith('pg_');

export const relationMatches = (pattern: RelationPattern, schema: string, name: string): boolean =>
  pattern.schema.matches(schema) && pattern.name.matches(name) && (pattern.schema.exact || !isSystemSchema(schema));

/** Exact before wildcard, then the more letters; parts count from the left: schema, table, column. */
export const compareSpecificity = (a: ColumnPattern, b: ColumnPattern): number => {
  const exact = (pattern: ColumnPattern): number =>
    Number(pattern.schema.exact) + Number(pattern.name.exact) + Number(pattern.column.exact);
  const literal = (pattern: ColumnPattern): number => pattern.schema.literal + pattern.name.literal + pattern.column.literal;
  return exact(b) - exact(a) || literal(b) - literal(a);
};
