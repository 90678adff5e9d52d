/** What kind of values a column's type holds, as far as it tells what the column cannot be. */
export type TypeFamily =
  | 'text'
  | 'integer'
  | 'decimal'
  | 'boolean'
  | 'date'
  | 'timestamp'
  | 'time'
  | 'json'
  | 'xml'
  | 'bytes'
  | 'network'
  | 'uuid'
  | 'geometry'
  /** An array of elements that are not known, or of text. */
  | 'array'
  /** An enumeration, a domain, an extension's type, or no type given. */
  | 'unknown';

const families: Readonly<Record<Exclude<TypeFamily, 'array' | 'unknown'>, readonly string[]>> = {
  text: [
    'text',
    'varchar',
    'char',
    'character',
    'character varying',
    'bpchar',
    'citext',
    'name',
    'string',
    'nvarchar',
    'varchar2',
    'clob',
    'longtext',
    'mediumtext',
    'tinytext',
  ],
  integer: [
    'integer',
    'int',
    'int2',
    'int4',
    'int8',
    'bigint',
    'smallint',
    'serial',
    'bigserial',
    'smallserial',
    'tinyint',
    'mediumint',
  ],
  decimal: ['numeric', 'decimal', 'real', 'float', 'float4', 'float8', 'double precision', 'double', 'money'],
  boolean: ['boolean', 'bool'],
  date: ['date', 'daterange'],
  timestamp: ['timestamp', 'timestamptz', 'datetime', 'timestamp without time zone', 'timestamp with time zone'],
  time: ['time', 'timetz', 'time without time zone', 'time with time zone', 'interval'],
  json: ['json', 'jsonb', 'hstore'],
  xml: ['xml'],
  bytes: ['bytea', 'blob', 'oid', 'binary', 'varbinary'],
  network: ['inet', 'cidr', 'macaddr', 'macaddr8'],
  uuid: ['uuid'],
  geometry: ['point', 'geometry', 'geography', 'polygon', 'path', 'box', 'circle', 'line', 'lseg'],
};

const byName: ReadonlyMap<string, TypeFamily> = new Map(
  Object.entries(families).flatMap(([family, names]) => names.map((name) => [name, family as TypeFamily] as const)),
);

/**
 * The family of a type as PostgreSQL spells it: modifiers (`(255)`), a schema and letter case do not matter. An array
 * of text is `array`, an array of anything else has its element's family.
 */
export const typeFamily = (dataType: string): TypeFamily => {
  const bare = dataType
    .toLowerCase()
    .replaceAll(/\([^()]*\)/gu, '')
    .replaceAll('"', '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  if (bare === 'array') return 'array';
  const isArray = bare.endsWith('[]') || bare.startsWith('_');
  const element = bare.replaceAll('[]', '').replace(/^_/u, '').replace(/^.*\./u, '').trim();
  const family = byName.get(element) ?? 'unknown';
  return isArray && (family === 'text' || family === 'unknown') ? 'array' : family;
};
