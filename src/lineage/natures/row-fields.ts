/**
 * Built-in functions that take a whole row and read only some of its fields (information_schema.sql), so that the
 * others do not show in their results.
 */
import { firstNormalOid } from '../../catalog/system.ts';
import type { Fn } from '../../catalog/types.ts';
import { union, type Value } from '../value.ts';

const fieldsRead: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  ['_pg_truetypid', '_pg_truetypmod'].map((name) => [
    `information_schema.${name}`,
    new Set(['atttypid', 'atttypmod', 'typtype', 'typbasetype', 'typtypmod']),
  ]),
);

/** The argument as the function sees it. */
export const asRead = (fn: Fn, argument: Value): Value => {
  const fields = fn.oid < firstNormalOid ? fieldsRead.get(`${fn.schema}.${fn.name}`) : undefined;
  if (fields === undefined || argument.shape.kind !== 'row') return argument;
  const read = argument.shape.fields.filter(({ name }) => fields.has(name));
  return { ...argument, sources: union(read.map(({ sources }) => sources)) };
};
