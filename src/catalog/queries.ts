/** The one statement that reads the catalog, or a part of it: a single snapshot, in a single round trip. */
import { relationSections } from './sections/relations.ts';
import { routineSections } from './sections/routines.ts';
import { schemas, server } from './sections/server.ts';
import type { Section } from './sections/section.ts';
import { typeSections } from './sections/types.ts';
import { firstNormalOid } from './system.ts';

/** In the order in which the rows are taken in: schema names come before what lies in schemas. */
export const sections: readonly Section[] = [server, schemas, ...relationSections, ...typeSections, ...routineSections];

/** What initdb made, or what came after. */
export type Part = 'builtin' | 'own';

const partOf = (part: Part, oid: string): string =>
  `${oid} OPERATOR(pg_catalog.${part === 'builtin' ? '<' : '>='}) ${String(firstNormalOid)}::pg_catalog.oid`;

const branch = (section: Section, part: Part): string => {
  const conditions = [...(section.where ?? []), ...(section.owner === undefined ? [] : [partOf(part, section.owner)])];
  const from = `FROM ${section.from}${conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`}`;
  const head = `SELECT '${part}'::pg_catalog.text, '${section.tag}'::pg_catalog.text`;
  const row = `pg_catalog.to_json(ARRAY[${section.select.join(', ')}]::pg_catalog.text[])::pg_catalog.text`;
  return section.long === undefined
    ? `(${head}, pg_catalog.string_agg(${row}, ',' ORDER BY ${section.order}), NULL::pg_catalog.text ${from})`
    : `(${head}, ${row}, ${section.long} ${from} ORDER BY ${section.order})`;
};

const textOf = (...parts: readonly Part[]): string =>
  parts.flatMap((part) => sections.map((section) => branch(section, part))).join('\nUNION ALL\n');

/**
 * Rows of a part, a section's tag, JSON arrays of the section's cells, which are texts or null, and its long cell. The arrays
 * of a section without one come as one text, with commas between: that is read much faster than as many rows and columns.
 */
export const catalogQueries: Readonly<Record<Part | 'both', string>> = {
  builtin: textOf('builtin'),
  own: textOf('own'),
  both: textOf('own', 'builtin'),
};
