import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/policy/rules.ts
init_define_navigator();
var rule = (sqlstate, message, hint) => ({ sqlstate, message, hint });
var insufficientPrivilege = "42501";
var unsupported = "0A000";
var rules = {
  "statement.kind": rule(unsupported, "{kind} statements", "Use plain SQL statements; this kind is not open to any grant."),
  "access.write": rule(
    insufficientPrivilege,
    "{kind} under a grant with access {access}",
    "Only reading is granted. A grant with access: write allows it."
  ),
  "access.ddl": rule(
    insufficientPrivilege,
    "{kind} under a grant with access {access}",
    "A grant with access: ddl allows changes of the schema."
  ),
  "relation.denied": rule(
    insufficientPrivilege,
    "the relation {relation}",
    "The grant does not cover it, be it used directly or through a view. Query other relations."
  ),
  "function.opaque": rule(
    insufficientPrivilege,
    "the function {function}, whose effects cannot be followed",
    "Write its query out, or ask for the function to be named under functions of the grant."
  ),
  "function.reader": rule(
    insufficientPrivilege,
    "the function {function}, which reads data past the statement",
    "Query the tables directly."
  ),
  "effect.rule": rule(
    insufficientPrivilege,
    "a write to {relation}, on which a rewrite rule is defined",
    "Write to the table that the rule leads to."
  ),
  "flow.write": rule(
    insufficientPrivilege,
    "storing a value of class {class} in a column of {target}",
    "Copy classified columns only into columns of the same class, unchanged."
  ),
  "flow.store": rule(
    insufficientPrivilege,
    "storing values of class {class} in a new relation",
    "Leave the classified columns out, or make a view."
  ),
  "flow.effect": rule(
    insufficientPrivilege,
    "passing a value of class {class} to {function}",
    "Pass constants, parameters or unclassified columns."
  ),
  "write.masked": rule(
    insufficientPrivilege,
    "writing a masked value into a column of class {class}",
    "The value looks like one that pgveil has masked. Leave the column out of the statement, or write the real value."
  ),
  "inference.strict": rule(
    insufficientPrivilege,
    "a column of class {class} in {clause} (inference level strict)",
    "Select the column, and filter by unclassified columns such as keys."
  ),
  "inference.lookup": rule(
    insufficientPrivilege,
    "a comparison with a column of class {class}",
    "The class has not lookup: true. Filter by unclassified columns such as keys."
  ),
  "inference.join": rule(
    insufficientPrivilege,
    "a comparison of a column of class {class} with one of another class or none",
    "Join by keys, or by columns of one class."
  ),
  "inference.order": rule(insufficientPrivilege, "ordering by a column of class {class}", "Order by unclassified columns."),
  "inference.predicate": rule(
    insufficientPrivilege,
    "{operator} on a column of class {class} in {clause}",
    "Equality with a constant or a parameter (for a class with lookup: true), IS NULL, and joins within the class are allowed."
  ),
  "inference.estimates": rule(
    insufficientPrivilege,
    "EXPLAIN of a condition on a column of class {class}",
    "Row counts and estimates give values away. Explain a statement without that condition."
  ),
  "function.late": rule(
    insufficientPrivilege,
    "a call of {function}, which looks names up when it is called, beside a change of what they mean",
    "Set search_path in a statement of its own, before the query is declared or bound; or give the function SET search_path."
  ),
  "setting.refused": rule(insufficientPrivilege, "the setting: {why}", "{hint}"),
  "copy.server": rule(
    insufficientPrivilege,
    "COPY with a file or program of the server",
    "Use COPY ... TO STDOUT or FROM STDIN (\\copy in psql)."
  ),
  "copy.encoding": rule(
    unsupported,
    "COPY of a masked column in an encoding other than UTF-8",
    "Use ENCODING 'UTF8', or leave the option out; masked columns can also be left out."
  ),
  "lookup.budget": rule(
    "53400",
    "more than {limit} look-ups by classified columns in one session",
    "Look rows up by key, or open a new connection."
  ),
  "lineage.disagreement": rule(
    insufficientPrivilege,
    "a statement that its two readings disagree about",
    "Write the statement in a plainer form."
  ),
  "lineage.syntax": rule("42601", "a text that it cannot parse: {detail}", "Check the syntax."),
  "lineage.unresolved": rule(
    "42P01",
    "a statement with a name that it cannot resolve: {detail}",
    "Check the name, and qualify it with its schema."
  ),
  "lineage.unmodelled": rule(
    unsupported,
    "a statement that it cannot follow: {detail}",
    "Write the statement in a plainer form."
  ),
  "lineage.too-large": rule("54001", "a statement that is too large: {detail}", "Split it, or pass lists as array parameters.")
};
var refuse = (id, places = {}) => {
  const { sqlstate, message, hint } = rules[id];
  const fill = (text) => text.replaceAll(/\{([a-z]+)\}/g, (place, key) => places[key] ?? place);
  return { rule: id, sqlstate, message: `pgveil refuses ${fill(message)} (rule ${id})`, hint: fill(hint) };
};
var refuseUnreadable = ({ reason, detail }) => refuse(`lineage.${reason}`, { detail });

export {
  rules,
  refuse,
  refuseUnreadable
};
