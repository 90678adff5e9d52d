/** Relations, their columns, and all that hangs on them. */
import type { Column, Constraint, RelationKind, Rule } from '../types.ts';
import { asText, commentOn, number, numbers, optional, same, text, truth, type Section } from './section.ts';

/** Relations of other sessions' temporary schemas cannot be read, and come and go. */
const ours = 'NOT pg_catalog.pg_is_other_temp_schema(c.relnamespace)';
const ofRelation = (oid: string): string => `JOIN pg_catalog.pg_class c ON ${same('c.oid', oid)}`;
const isIndex = `c.relkind OPERATOR(pg_catalog.=) ANY ('{i,I}'::pg_catalog."char"[])`;

const relations: Section = {
  tag: 'relation',
  select: [
    'c.oid',
    'c.relnamespace',
    'c.relname',
    'c.relkind',
    'c.relpersistence',
    'pg_catalog.pg_get_userbyid(c.relowner)',
    'c.reltype',
    'c.relrowsecurity',
    'd.description',
  ].map(asText),
  from: `pg_catalog.pg_class c ${commentOn('pg_class', 'c.oid')}`,
  where: [ours],
  owner: 'c.oid',
  order: 'c.oid',
  keep: (draft, [oid, schema, name, kind, persistence, owner, rowType, rowSecurity, comment]) => {
    const schemaName = draft.schemaNames.get(number(schema));
    if (schemaName === undefined) return;
    draft.relations.push({
      oid: number(oid),
      schema: schemaName,
      name: text(name),
      kind: text(kind) as RelationKind,
      persistence: text(persistence) as 'p' | 'u' | 't',
      owner: text(owner),
      rowType: number(rowType),
      rowSecurity: truth(rowSecurity),
      comment: optional(comment),
    });
  },
};

const columns: Section = {
  tag: 'column',
  select: [
    'a.attrelid',
    'a.attnum',
    'a.attname',
    'a.atttypid',
    'a.atttypmod',
    'a.attnotnull',
    'a.attgenerated',
    'x.adbin',
    'd.description',
  ].map(asText),
  from: `pg_catalog.pg_attribute a ${ofRelation('a.attrelid')}
    LEFT JOIN pg_catalog.pg_attrdef x ON ${same('x.adrelid', 'a.attrelid')} AND ${same('x.adnum', 'a.attnum')}
    ${commentOn('pg_class', 'a.attrelid', 'a.attnum')}`,
  where: ['a.attnum OPERATOR(pg_catalog.>) 0', 'NOT a.attisdropped', `NOT ${isIndex}`, ours],
  owner: 'a.attrelid',
  order: 'a.attrelid, a.attnum',
  keep: (draft, [relation, attnum, name, type, typmod, notNull, generated, defaultTree, comment]) => {
    draft.columns.add(number(relation), {
      attnum: number(attnum),
      name: text(name),
      type: number(type),
      typmod: number(typmod),
      notNull: truth(notNull),
      generated: text(generated) as Column['generated'],
      defaultTree: optional(defaultTree),
      comment: optional(comment),
    });
  },
};

const labels: Section = {
  tag: 'label',
  select: ['l.objoid', 'l.objsubid', 'l.label'].map(asText),
  from: `pg_catalog.pg_seclabel l ${ofRelation('l.objoid')}`,
  where: [
    same('l.provider', `'anon'`),
    same('l.classoid', `'pg_catalog.pg_class'::pg_catalog.regclass`),
    'l.objsubid OPERATOR(pg_catalog.>) 0',
    ours,
  ],
  owner: 'l.objoid',
  order: 'l.objoid, l.objsubid',
  keep: (draft, [relation, attnum, label]) => {
    draft.labels.add(number(relation), { attnum: number(attnum), label: text(label) });
  },
};

/** pg_rewrite.ev_type. */
const events: Readonly<Record<string, Rule['event']>> = { '1': 'select', '2': 'update', '3': 'insert', '4': 'delete' };

const rules: Section = {
  tag: 'rule',
  select: ['r.ev_class', 'r.rulename', 'r.ev_type', 'r.is_instead', 'r.ev_qual'].map(asText),
  long: asText('r.ev_action'),
  from: `pg_catalog.pg_rewrite r ${ofRelation('r.ev_class')}`,
  where: [ours],
  owner: 'r.ev_class',
  order: 'r.ev_class, r.oid',
  keep: (draft, [relation, name, type, instead, condition, tree]) => {
    const event = events[text(type)];
    if (event === undefined) return;
    if (event === 'select') draft.viewTrees.set(number(relation), text(tree));
    else {
      draft.rules.add(number(relation), {
        name: text(name),
        event,
        instead: truth(instead),
        tree: text(tree),
        condition: condition === '<>' ? undefined : optional(condition),
      });
    }
  },
};

const triggers: Section = {
  tag: 'trigger',
  select: ['t.tgrelid', 't.tgname', 't.tgfoid', 't.tgtype', 't.tgisinternal'].map(asText),
  from: `pg_catalog.pg_trigger t ${ofRelation('t.tgrelid')}`,
  where: [ours],
  owner: 't.tgrelid',
  order: 't.tgrelid, t.oid',
  keep: (draft, [relation, name, fn, type, internal]) => {
    draft.triggers.add(number(relation), {
      name: text(name),
      function: number(fn),
      type: number(type),
      internal: truth(internal),
    });
  },
};

const constraints: Section = {
  tag: 'constraint',
  select: [
    asText('k.conrelid'),
    asText('k.conname'),
    asText('k.contype'),
    `pg_catalog.array_to_string(k.conkey, ' ')`,
    asText('k.confrelid'),
    `pg_catalog.array_to_string(k.confkey, ' ')`,
    asText('k.condeferrable'),
  ],
  from: `pg_catalog.pg_constraint k ${ofRelation('k.conrelid')}`,
  where: [ours],
  owner: 'k.conrelid',
  order: 'k.conrelid, k.oid',
  keep: (draft, [relation, name, kind, attnums, foreignRelation, foreignAttnums, deferrable]) => {
    draft.constraints.add(number(relation), {
      name: text(name),
      kind: text(kind) as Constraint['kind'],
      attnums: numbers(attnums),
      foreignRelation: number(foreignRelation),
      foreignAttnums: numbers(foreignAttnums),
      deferrable: truth(deferrable),
    });
  },
};

const parents: Section = {
  tag: 'parent',
  select: ['i.inhrelid', 'i.inhparent'].map(asText),
  from: `pg_catalog.pg_inherits i ${ofRelation('i.inhrelid')}`,
  where: [ours],
  owner: 'i.inhrelid',
  order: 'i.inhrelid, i.inhseqno',
  keep: (draft, [child, parent]) => {
    draft.parents.add(number(child), number(parent));
  },
};

const policies: Section = {
  tag: 'policy',
  select: ['p.polrelid', 'p.polqual', 'p.polwithcheck'].map(asText),
  from: `pg_catalog.pg_policy p ${ofRelation('p.polrelid')}`,
  where: [ours],
  owner: 'p.polrelid',
  order: 'p.polrelid, p.oid',
  keep: (draft, [relation, ...trees]) => {
    for (const tree of trees.slice(0, 2)) if (tree !== null) draft.policyTrees.add(number(relation), tree);
  },
};

/** Is no constraint's. That of a TOAST table is primary without one. A foreign key to its own table names the index of what it references. */
const isKey = `i.indisunique AND i.indisvalid AND NOT i.indisprimary AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint k
  WHERE ${same('k.conrelid', 'i.indrelid')} AND ${same('k.conindid', 'i.indexrelid')}
    AND k.contype OPERATOR(pg_catalog.=) ANY ('{p,u,x}'::pg_catalog."char"[]))`;

const indexes: Section = {
  tag: 'index',
  select: ['i.indrelid', 'n.relname', 'i.indkey', 'i.indnkeyatts', 'i.indexprs', 'i.indpred'].map(asText),
  from: `pg_catalog.pg_index i ${ofRelation('i.indrelid')} JOIN pg_catalog.pg_class n ON ${same('n.oid', 'i.indexrelid')}`,
  where: [ours, `(i.indexprs IS NOT NULL OR i.indpred IS NOT NULL OR ${isKey})`],
  owner: 'i.indrelid',
  order: 'i.indrelid, i.indexrelid',
  keep: (draft, [relation, name, columns, keys, ...trees]) => {
    const [expressions = null, predicate = null] = trees;
    if (expressions === null && predicate === null) {
      // What INCLUDE adds stands behind the keys.
      draft.uniqueIndexes.add(number(relation), { name: text(name), attnums: numbers(columns).slice(0, number(keys)) });
    }
    for (const tree of [expressions, predicate]) if (tree !== null) draft.indexTrees.add(number(relation), tree);
  },
};

export const relationSections: readonly Section[] = [
  relations,
  columns,
  labels,
  rules,
  triggers,
  constraints,
  parents,
  policies,
  indexes,
];
