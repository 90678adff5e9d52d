/** Functions, procedures, aggregates and operators. */
import { firstNormalOid } from '../system.ts';
import type { Fn } from '../types.ts';
import { asText, list, number, numbers, optional, same, text, truth, type Section } from './section.ts';

const isOwn = `(p.oid OPERATOR(pg_catalog.>=) ${String(firstNormalOid)}::pg_catalog.oid)`;

const extension =
  `(SELECT x.extname FROM pg_catalog.pg_depend o JOIN pg_catalog.pg_extension x ON ${same('x.oid', 'o.refobjid')}` +
  ` WHERE ${same('o.classid', `'pg_catalog.pg_proc'::pg_catalog.regclass`)} AND ${same('o.objid', 'p.oid')}` +
  ` AND ${same('o.objsubid', '0')} AND ${same('o.deptype', `'e'::pg_catalog."char"`)}` +
  ` AND ${same('o.refclassid', `'pg_catalog.pg_extension'::pg_catalog.regclass`)})`;

/** Sizes: a built-in function's body is never read, because it is in the table of natures. */
const whenOwn = (expression: string): string => `CASE WHEN ${isOwn} THEN ${asText(expression)} END`;

const allArgs = (types: string, modes: string | null | undefined, names: string | null | undefined): Fn['allArgs'] => {
  if (types === '' && (names === null || names === undefined)) return [];
  const named = list(names);
  return numbers(types).map((type, index) => ({ type, mode: modes?.charAt(index) ?? 'i', name: named[index] ?? '' }));
};

const fns: Section = {
  tag: 'function',
  select: [
    asText('p.oid'),
    asText('p.pronamespace'),
    asText('p.proname'),
    asText('p.prokind'),
    asText('p.proargtypes'),
    `pg_catalog.array_to_string(p.proallargtypes, ' ')`,
    `pg_catalog.array_to_string(p.proargmodes, '')`,
    `CASE WHEN ${isOwn} OR p.proargmodes IS NOT NULL OR p.pronargdefaults OPERATOR(pg_catalog.>) 0 THEN pg_catalog.to_json(p.proargnames)::pg_catalog.text END`,
    asText('p.pronargdefaults'),
    asText('p.provariadic'),
    asText('p.prorettype'),
    asText('p.proretset'),
    asText('p.provolatile'),
    asText('l.lanname'),
    asText('p.prosecdef'),
    whenOwn('p.prosrc'),
    whenOwn('p.prosqlbody'),
    asText('pg_catalog.to_json(p.proconfig)'),
    whenOwn(extension),
  ],
  from: `pg_catalog.pg_proc p JOIN pg_catalog.pg_language l ON ${same('l.oid', 'p.prolang')}`,
  where: ['NOT pg_catalog.pg_is_other_temp_schema(p.pronamespace)'],
  owner: 'p.oid',
  order: 'p.oid',
  keep: (draft, row) => {
    const [oid, schema, name, kind, argTypes, allTypes, modes, names, defaults, variadic, ...rest] = row;
    const [returnType, returnsSet, volatility, language, securityDefiner, source, sqlBody, config, owningExtension] = rest;
    const schemaName = draft.schemaNames.get(number(schema));
    if (schemaName === undefined) return;
    draft.fns.push({
      oid: number(oid),
      schema: schemaName,
      name: text(name),
      kind: text(kind) as Fn['kind'],
      argTypes: numbers(argTypes),
      allArgs: allArgs(allTypes ?? (names === null ? '' : text(argTypes)), modes, names),
      defaults: number(defaults),
      variadic: number(variadic),
      returnType: number(returnType),
      returnsSet: truth(returnsSet),
      volatility: text(volatility) as Fn['volatility'],
      language: text(language),
      securityDefiner: truth(securityDefiner),
      source: optional(source),
      sqlBody: optional(sqlBody),
      config: list(config),
      builtin: schemaName === 'pg_catalog' && number(oid) < firstNormalOid,
      extension: optional(owningExtension),
    });
  },
};

const aggregates: Section = {
  tag: 'aggregate',
  select: [
    asText('a.aggfnoid::pg_catalog.oid'),
    asText('a.aggtransfn::pg_catalog.oid'),
    asText('a.aggfinalfn::pg_catalog.oid'),
    `pg_catalog.concat_ws(' ', ${['aggcombinefn', 'aggserialfn', 'aggdeserialfn', 'aggmtransfn', 'aggminvtransfn', 'aggmfinalfn']
      .map((column) => `a.${column}::pg_catalog.oid`)
      .join(', ')})`,
  ],
  from: 'pg_catalog.pg_aggregate a',
  owner: 'a.aggfnoid::pg_catalog.oid',
  order: 'a.aggfnoid',
  keep: (draft, [fn, transition, final, others]) => {
    draft.aggregates.set(number(fn), {
      transition: number(transition),
      final: number(final),
      others: numbers(others).filter((oid) => oid !== 0),
    });
  },
};

const operators: Section = {
  tag: 'operator',
  select: ['o.oid', 'o.oprnamespace', 'o.oprname', 'o.oprleft', 'o.oprright', 'o.oprresult', 'o.oprcode::pg_catalog.oid'].map(
    asText,
  ),
  from: 'pg_catalog.pg_operator o',
  where: ['NOT pg_catalog.pg_is_other_temp_schema(o.oprnamespace)'],
  owner: 'o.oid',
  order: 'o.oid',
  keep: (draft, [oid, schema, name, left, right, result, fn]) => {
    const schemaName = draft.schemaNames.get(number(schema));
    if (schemaName === undefined) return;
    draft.operators.push({
      oid: number(oid),
      schema: schemaName,
      name: text(name),
      left: number(left),
      right: number(right),
      result: number(result),
      function: number(fn),
    });
  },
};

export const routineSections: readonly Section[] = [fns, aggregates, operators];
