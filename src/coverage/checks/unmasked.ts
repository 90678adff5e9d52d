/** PGV001: classified columns without a mask; PGV002: classes that only the database knows. */
import type { ColumnKey } from '../../catalog/types.ts';
import type { Policy } from '../../policy/policy.ts';
import { systemClasses } from '../../policy/system-pack.ts';
import type { Classified } from '../../policy/types.ts';
import { veilOf } from '../../policy/veil.ts';
import { saidByParent } from '../masked-columns.ts';
import { columnName, foundColumn, listed, locate, yaml, type Located } from '../names.ts';
import { proposedMask } from '../proposal.ts';
import { readersOf, readersOfRelation } from '../readers.ts';
import type { Check, Examined, ExaminedDatabase, Found } from '../types.ts';

/**
 * Classes of the system catalogs, and of what is made from other columns, are redacted by design; for a column that has
 * the class of the key it references, that key speaks.
 */
const speaksForItself = ({ origin }: Classified): boolean => !['system-pack', 'derived', 'foreign-key'].includes(origin.source);

interface Unmasked {
  readonly key: ColumnKey;
  readonly class: string;
  readonly located: Located;
  readonly principals: readonly string[];
}

const unmaskedIn = (policy: Policy, database: ExaminedDatabase, now: number): readonly Unmasked[] => {
  const { bound, catalog } = database;
  const readers = readersOf(policy, database.name).map((reader) => ({
    ...reader,
    veil: veilOf(bound, reader.grant, now),
  }));
  return [...bound.classified.values()].filter(speaksForItself).flatMap((classified) => {
    const { column: key, class: className } = classified;
    const located = locate(catalog, key);
    if (located === undefined || saidByParent(located, className, database, readers)) return [];
    const allowed = new Set(readersOfRelation(readers, located.relation));
    const without = readers.filter(
      (reader) => allowed.has(reader) && reader.veil.of(key) !== undefined && reader.veil.maskOf(classified) === undefined,
    );
    return without.length === 0
      ? []
      : [{ key, class: className, located, principals: without.map(({ principal }) => principal) }];
  });
};

/** Where a class gets its mask: its own line, or a new one below `classes`. */
const maskLine = (policy: Policy, className: string, mask: string): Pick<Found, 'position' | 'remedy' | 'yaml'> => {
  const line = `  ${yaml(className)}: { mask: ${mask} }`;
  const definition = policy.classes.get(className);
  if (definition !== undefined) {
    return { position: definition.position, remedy: `Give class ${className} a mask.`, yaml: line };
  }
  const section = policy.classes.size > 0;
  return {
    position: policy.position(['classes']),
    remedy: `Define class ${className} with a mask under classes.`,
    yaml: section ? line : `classes:\n${line}`,
  };
};

const foundUnmasked = (policy: Policy, { name, catalog }: ExaminedDatabase, one: Unmasked): Found => {
  const column = columnName(one.located.relation, one.located.column);
  return {
    subject: `${name}/${column}`,
    message: `${column} holds class ${one.class}, which has no mask: ${listed(one.principals)} can read it and ${one.principals.length === 1 ? 'gets' : 'get'} nothing but redacted values.`,
    column: foundColumn(name, one.located),
    ...maskLine(policy, one.class, proposedMask(one.class, one.located.column, catalog)),
  };
};

export const unmasked: Check = {
  id: 'PGV001',
  name: 'unmasked',
  severity: 'error',
  title: 'Classified column without a mask',
  help: 'A column is classified, a principal can read it, and nobody has decided how its values are shown. pgveil redacts them, so that nothing leaks; give the class a mask (`redact` too is a decision), deny the relation to the grant, or reveal the class with a reason and an end date.',
  looksAt: 'catalog',
  find: ({ policy, databases, now }) =>
    databases.flatMap((database) => unmaskedIn(policy, database, now).map((one) => foundUnmasked(policy, database, one))),
};

/** What names a class that the policy need not know. */
const namers: Readonly<Partial<Record<Classified['origin']['source'], string>>> = {
  comment: 'The comment on',
  'security-label': 'The security label of',
  dbt: 'dbt, for',
  prisma: 'Prisma, for',
};

/** The first column of each class that only these name and that no finding of `unmasked` speaks of. */
const undefinedIn = ({ policy, now }: Examined, database: ExaminedDatabase): readonly Found[] => {
  const { bound, catalog, name } = database;
  const said = new Set(unmaskedIn(policy, database, now).map((one) => one.class));
  const first = new Map<string, Located & { readonly by: string }>();
  for (const { class: className, column, origin } of bound.classified.values()) {
    const by = namers[origin.source];
    if (by === undefined || policy.classes.has(className) || said.has(className) || first.has(className)) continue;
    if (systemClasses.includes(className)) continue;
    const located = locate(catalog, column);
    if (located !== undefined) first.set(className, { ...located, by });
  }
  return [...first].map(([className, { relation, column, by }]) => ({
    subject: `${name}/class ${className}`,
    message: `${by} ${columnName(relation, column)} names class ${className}, which the policy does not define.`,
    column: foundColumn(name, { relation, column }),
    ...maskLine(policy, className, proposedMask(className, column, catalog)),
  }));
};

export const unknownClass: Check = {
  id: 'PGV002',
  name: 'unknown-class',
  severity: 'error',
  title: 'Class that is used and not defined',
  help: 'A column comment (`@class NAME`), a security label, dbt or Prisma names a class that the policy does not have. Its columns are redacted. Define the class under `classes`, or correct the name.',
  looksAt: 'catalog',
  find: (examined) => examined.databases.flatMap((database) => undefinedIn(examined, database)),
};
