/**
 * Errors and notices of statements that touch classified columns. PostgreSQL quotes values in messages, details,
 * hints, contexts and, by RAISE, in any field and in the SQLSTATE itself; what is kept is known to be no value.
 */
import type { Catalog, Relation } from '../catalog/types.ts';
import { conditionName } from '../wire/sqlstate.ts';

/** Fields of an ErrorResponse or NoticeResponse by their code (protocol, Error and Notice Message Fields). */
export type Fields = ReadonlyMap<string, string>;

/** A name that the catalog knows is not a value: constraint, column, table and schema of the relations touched. */
const knownNames = (relations: readonly Relation[]): Readonly<Record<string, ReadonlySet<string>>> => ({
  s: new Set(relations.map((relation) => relation.schema)),
  t: new Set(relations.map((relation) => relation.name)),
  c: new Set(relations.flatMap((relation) => relation.columns.map((column) => column.name))),
  n: new Set(relations.flatMap((relation) => relation.constraints.map((constraint) => constraint.name))),
});

/** Texts of the server that hold nothing but themselves (postgres.c, tcop); compared whole, since RAISE can take any SQLSTATE. */
const fixedTexts = new Set([
  'canceling statement due to user request',
  'canceling statement due to statement timeout',
  'canceling statement due to lock timeout',
  'terminating connection due to administrator command',
  'terminating connection due to idle-in-transaction timeout',
  'terminating connection due to idle-session timeout',
  'terminating connection due to transaction timeout',
  'current transaction is aborted, commands ignored until end of transaction block',
  'cached plan must not change result type',
  'deadlock detected',
]);

/**
 * Reduces the fields to severity, SQLSTATE, position, the names that the catalog confirms, and a text of ours.
 * A SQLSTATE that PostgreSQL does not define can only come from RAISE and becomes XX000.
 */
export const reduceFields = (fields: Fields, relations: readonly Relation[]): Fields => {
  const code = fields.get('C') ?? 'XX000';
  const condition = conditionName(code);
  const reduced = new Map<string, string>();
  const keep = (key: string): void => {
    const value = fields.get(key);
    if (value !== undefined) reduced.set(key, value);
  };
  keep('S');
  keep('V');
  reduced.set('C', condition === undefined ? 'XX000' : code);
  const fixed = fixedTexts.has(fields.get('M') ?? '');
  if (fixed) keep('M');
  else reduced.set('M', `${condition ?? 'error'} (pgveil withholds the server's text: the statement touches classified columns)`);
  keep('P');
  for (const [key, names] of Object.entries(knownNames(relations))) {
    const value = fields.get(key);
    if (value !== undefined && names.has(value)) reduced.set(key, value);
  }
  return reduced;
};

export const relationsOf = (catalog: Catalog | undefined, oids: readonly number[]): readonly Relation[] =>
  oids.flatMap((oid) => catalog?.relation(oid) ?? []);
