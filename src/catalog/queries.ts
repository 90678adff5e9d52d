/** The one statement that reads a part of the catalog: a single snapshot of it, in a single round trip. */
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

const width = Math.max(...sections.map((section) => section.select.length));

const partOf = (part: Part, oid: string): string =>
  `${oid} OPERATOR(pg_catalog.${part === 'builtin' ? '<' : '>='}) ${String(firstNormalOid)}::pg_catalog.oid`;

const branch = (section: Section, part: Part): string => {
  const cells = [...section.select, ...Array.from({ length: width - section.select.length }, () => 'NULL::pg_catalog.text')];
  const conditions = [...(section.where ?? []), ...(section.owner === undefined ? [] : [partOf(part, section.owner)])];
  const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
  return `(SELECT '${section.tag}'::pg_catalog.text, ${cells.join(', ')} FROM ${section.from}${where} ORDER BY ${section.order})`;
};

const textOf = (part: Part): string => sections.map((section) => branch(section, part)).join('\nUNION ALL\n');

/** Rows of `tag, cell, cell, ...`, all text. */
export const catalogQueries: Readonly<Record<Part, string>> = { builtin: textOf('builtin'), own: textOf('own') };
