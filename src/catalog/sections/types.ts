/** Types and the casts between them. */
import type { Cast, Type } from '../types.ts';
import { asText, number, optional, same, text, type Section } from './section.ts';

const isArray = same('t.typsubscript', `'pg_catalog.array_subscript_handler'::pg_catalog.regproc`);

const types: Section = {
  tag: 'type',
  select: [
    't.oid',
    't.typnamespace',
    't.typname',
    't.typtype',
    't.typcategory',
    `(CASE WHEN ${isArray} THEN t.typelem ELSE 0::pg_catalog.oid END)`,
    't.typarray',
    't.typbasetype',
    't.typtypmod',
    't.typrelid',
    `(SELECT e.enumlabel FROM pg_catalog.pg_enum e WHERE ${same('e.enumtypid', 't.oid')} ORDER BY e.enumsortorder LIMIT 1)`,
    'coalesce(r.rngsubtype, m.rngsubtype)',
    'f.proname',
  ].map(asText),
  from: `pg_catalog.pg_type t
    LEFT JOIN pg_catalog.pg_range r ON ${same('r.rngtypid', 't.oid')}
    LEFT JOIN pg_catalog.pg_range m ON ${same('m.rngmultitypid', 't.oid')}
    LEFT JOIN pg_catalog.pg_proc f ON ${same('f.oid', 't.typinput')}`,
  where: ['NOT pg_catalog.pg_is_other_temp_schema(t.typnamespace)'],
  owner: 't.oid',
  order: 't.oid',
  keep: (draft, row) => {
    const [oid, schema, name, kind, category, element, array, base, baseTypmod, relation, firstLabel, subtype, input] = row;
    const schemaName = draft.schemaNames.get(number(schema));
    if (schemaName === undefined) return;
    draft.types.push({
      oid: number(oid),
      schema: schemaName,
      name: text(name),
      kind: text(kind) as Type['kind'],
      category: text(category),
      element: number(element),
      array: number(array),
      base: number(base),
      baseTypmod: number(baseTypmod),
      relation: number(relation),
      firstLabel: optional(firstLabel),
      subtype: number(subtype),
      input: text(input),
    });
  },
};

const casts: Section = {
  tag: 'cast',
  select: ['k.castsource', 'k.casttarget', 'k.castfunc', 'k.castcontext'].map(asText),
  from: 'pg_catalog.pg_cast k',
  owner: 'k.oid',
  order: 'k.oid',
  keep: (draft, [source, target, fn, context]) => {
    draft.casts.push({
      source: number(source),
      target: number(target),
      function: number(fn),
      context: text(context) as Cast['context'],
    });
  },
};

export const typeSections: readonly Section[] = [types, casts];
