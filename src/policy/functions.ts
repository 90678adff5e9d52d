/** Which functions a grant trusts: their result follows their arguments, and they keep nothing. */
import type { Catalog, Fn, Oid } from '../catalog/types.ts';
import type { FunctionUse } from '../lineage/types.ts';
import { relationMatches, type FunctionPattern } from './patterns.ts';
import type { Grant } from './policy.ts';

/** SQL's names of types that the catalog calls otherwise. */
const internalNames: Readonly<Record<string, string>> = {
  bigint: 'int8',
  int: 'int4',
  integer: 'int4',
  smallint: 'int2',
  real: 'float4',
  'double precision': 'float8',
  boolean: 'bool',
  decimal: 'numeric',
  'character varying': 'varchar',
  character: 'bpchar',
  char: 'bpchar',
  'timestamp without time zone': 'timestamp',
  'timestamp with time zone': 'timestamptz',
  'time without time zone': 'time',
  'time with time zone': 'timetz',
  'bit varying': 'varbit',
};

const typeMatches = (catalog: Catalog, oid: Oid, written: string): boolean => {
  const array = written.endsWith('[]');
  const type = catalog.type(oid);
  if (type === undefined) return false;
  if (array) return type.element !== 0 && typeMatches(catalog, type.element, written.slice(0, -2).trim());
  const name = internalNames[written.toLowerCase()] ?? written;
  return name === type.name || name === `${type.schema}.${type.name}`;
};

const signatureMatches = (catalog: Catalog, fn: Fn, pattern: FunctionPattern): boolean => {
  const written = pattern.arguments;
  if (!relationMatches(pattern, fn.schema, fn.name)) return false;
  if (written === undefined) return true;
  return (
    written.length === fn.argTypes.length && fn.argTypes.every((oid, index) => typeMatches(catalog, oid, written[index] ?? ''))
  );
};

export const isTrusted = (grant: Grant, catalog: Catalog, use: FunctionUse): boolean => {
  const fn = catalog.fn(use.oid);
  return fn !== undefined && grant.functions.some((pattern) => signatureMatches(catalog, fn, pattern));
};
