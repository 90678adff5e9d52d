/** Every reason for which pgveil refuses a statement: one table; docs/refusals.md is printed from it. */
import type { Unreadable } from '../lineage/types.ts';
import type { Refusal } from './types.ts';

interface Rule {
  readonly sqlstate: string;
  /** `{name}` places are filled with names of classes, functions, relations and kinds: never with values. */
  readonly message: string;
  readonly hint: string;
}

const rule = (sqlstate: string, message: string, hint: string): Rule => ({ sqlstate, message, hint });

const insufficientPrivilege = '42501';
const unsupported = '0A000';

export const rules = {
  'statement.kind': rule(unsupported, '{kind} statements', 'Use plain SQL statements; this kind is not open to any grant.'),
  'access.write': rule(
    insufficientPrivilege,
    '{kind} under a grant with access {access}',
    'Only reading is granted. A grant with access: write allows it.',
  ),
  'access.ddl': rule(
    insufficientPrivilege,
    '{kind} under a grant with access {access}',
    'A grant with access: ddl allows changes of the schema.',
  ),
  'relation.denied': rule(
    insufficientPrivilege,
    'the relation {relation}',
    'The grant does not cover it, be it used directly or through a view. Query other relations.',
  ),
  'function.opaque': rule(
    insufficientPrivilege,
    'the function {function}, whose effects cannot be followed',
    'Write its query out, or ask for the function to be named under functions of the grant.',
  ),
  'function.reader': rule(
    insufficientPrivilege,
    'the function {function}, which reads data past the statement',
    'Query the tables directly.',
  ),
  'effect.rule': rule(
    insufficientPrivilege,
    'a write to {relation}, on which a rewrite rule is defined',
    'Write to the table that the rule leads to.',
  ),
  'flow.write': rule(
    insufficientPrivilege,
    'storing a value of class {class} in a column of {target}',
    'Copy classified columns only into columns of the same class, unchanged.',
  ),
  'flow.store': rule(
    insufficientPrivilege,
    'storing values of class {class} in a new relation',
    'Leave the classified columns out, or make a view.',
  ),
  'flow.effect': rule(
    insufficientPrivilege,
    'passing a value of class {class} to {function}',
    'Pass constants, parameters or unclassified columns.',
  ),
  'write.masked': rule(
    insufficientPrivilege,
    'writing a masked value into a column of class {class}',
    'The value looks like one that pgveil has masked. Leave the column out of the statement, or write the real value.',
  ),
  'inference.strict': rule(
    insufficientPrivilege,
    'a column of class {class} in {clause} (inference level strict)',
    'Select the column, and filter by unclassified columns such as keys.',
  ),
  'inference.lookup': rule(
    insufficientPrivilege,
    'a comparison with a column of class {class}',
    'The class has not lookup: true. Filter by unclassified columns such as keys.',
  ),
  'inference.join': rule(
    insufficientPrivilege,
    'a comparison of a column of class {class} with one of another class or none',
    'Join by keys, or by columns of one class.',
  ),
  'inference.order': rule(insufficientPrivilege, 'ordering by a column of class {class}', 'Order by unclassified columns.'),
  'inference.predicate': rule(
    insufficientPrivilege,
    '{operator} on a column of class {class} in {clause}',
    'Equality with a constant or a parameter (for a class with lookup: true), IS NULL, and joins within the class are allowed.',
  ),
  'inference.estimates': rule(
    insufficientPrivilege,
    'EXPLAIN of a condition on a column of class {class}',
    'Row counts and estimates give values away. Explain a statement without that condition.',
  ),
  'function.late': rule(
    insufficientPrivilege,
    'a call of {function}, which looks names up when it is called, beside a change of what they mean',
    'Set search_path in a statement of its own, before the query is declared or bound; or give the function SET search_path.',
  ),
  'setting.refused': rule(insufficientPrivilege, 'the setting: {why}', '{hint}'),
  'copy.server': rule(
    insufficientPrivilege,
    'COPY with a file or program of the server',
    'Use COPY ... TO STDOUT or FROM STDIN (\\copy in psql).',
  ),
  'copy.encoding': rule(
    unsupported,
    'COPY of a masked column in an encoding other than UTF-8',
    "Use ENCODING 'UTF8', or leave the option out; masked columns can also be left out.",
  ),
  'lookup.budget': rule(
    '53400',
    'more than {limit} look-ups by classified columns in one session',
    'Look rows up by key, or open a new connection.',
  ),
  'lineage.disagreement': rule(
    insufficientPrivilege,
    'a statement that its two readings disagree about',
    'Write the statement in a plainer form.',
  ),
  'lineage.syntax': rule('42601', 'a text that it cannot parse: {detail}', 'Check the syntax.'),
  'lineage.unresolved': rule(
    '42P01',
    'a statement with a name that it cannot resolve: {detail}',
    'Check the name, and qualify it with its schema.',
  ),
  'lineage.unmodelled': rule(
    unsupported,
    'a statement that it cannot follow: {detail}',
    'Write the statement in a plainer form.',
  ),
  'lineage.too-large': rule('54001', 'a statement that is too large: {detail}', 'Split it, or pass lists as array parameters.'),
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleId = keyof typeof rules;

/** The refusal by a rule, with its places filled. */
export const refuse = (id: RuleId, places: Readonly<Record<string, string>> = {}): Refusal => {
  const { sqlstate, message, hint } = rules[id];
  const fill = (text: string): string => text.replaceAll(/\{([a-z]+)\}/g, (place, key: string) => places[key] ?? place);
  return { rule: id, sqlstate, message: `pgveil refuses ${fill(message)} (rule ${id})`, hint: fill(hint) };
};

/** The refusal of a text that lineage could not read. */
export const refuseUnreadable = ({ reason, detail }: Unreadable): Refusal => refuse(`lineage.${reason}`, { detail });
