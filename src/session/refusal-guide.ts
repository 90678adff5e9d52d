/**
 * Every refusal of a statement, with when it comes and what to do instead: docs/refusals.md is printed from it, and
 * `pgveil mcp` tells it to agents. The links are those of docs/.
 */
import { maxStatementBytes } from '../lineage/parse.ts';
import { rules, type RuleId } from '../policy/rules.ts';
import type { Refusal } from '../policy/types.ts';
import * as session from './refusals.ts';

/** When each rule of the policy refuses, and an example where one helps. */
const policyRules: Readonly<Record<RuleId, string>> = {
  'statement.kind':
    'The statement is of a kind that no grant opens, whatever its access: `DO`, `CALL`, `CREATE FUNCTION`, `CREATE TRIGGER`, `CREATE EXTENSION` and others. A `DO` block that comes down to one definition, under conditions or not, counts as that definition. [policy.md](policy.md#what-access-opens) lists every kind.',
  'access.write':
    'The statement writes data, and the grant has `access: read`. A query writes too where a `WITH` clause does, or where it calls a function that does, as `setval`.',
  'access.ddl': 'The statement changes the schema, and the grant has `access: read` or `write`.',
  'relation.denied': "The statement uses a relation, directly or through a view, that the grant's `relations` leave out.",
  'function.opaque':
    'The statement calls a function whose body pgveil cannot follow: in a language other than SQL, or PL/pgSQL with dynamic statements, or of an extension that pgveil does not know.',
  'function.reader':
    'The statement calls a function, built in or of an extension, that reads what the statement does not name: `query_to_xml`, `pg_read_file`, `dblink`, `ts_stat`, `lo_get` and their like.',
  'function.late':
    'A function without a `search_path` of its own reads what that setting names at the moment of the call. The statement changes the setting while it runs, or a cursor or portal over it runs after the setting, or what it names, has changed.',
  'effect.rule': 'A rewrite rule (`CREATE RULE`) would make another statement of the write.',
  'flow.write': 'The statement would store a classified value in a column that has no class, or another, or in an altered form.',
  'flow.store':
    'CREATE TABLE AS, SELECT INTO or CREATE MATERIALIZED VIEW would keep classified values in a relation whose columns have no class.',
  'flow.effect':
    'A classified value is an argument of a function that carries it out of the statement: `pg_notify`, `set_config`, `setval`, `pg_advisory_lock`, `lo_put`.',
  'write.masked':
    'A constant of the statement, an argument of EXECUTE, or a value bound to a parameter is what the mask of the column shows in place of a real value: `***`, a token, a fake name. An agent that saves what it has read would destroy the real values. docs/masks.md says what is recognised.',
  'inference.strict': 'The grant has `inference: strict`, and a condition, an order or a group uses a classified column.',
  'inference.lookup':
    'At level standard, a classified column is compared with a constant or a parameter, and its class has not `lookup: true`.',
  'inference.join': 'At level standard, a classified column is compared with a column of another class or of none.',
  'inference.order': 'At level standard, rows are ordered by a classified column, also in a window or an aggregate.',
  'inference.predicate':
    'At level standard, a condition uses a classified column otherwise than by equality: `LIKE`, `<`, a function, an expression.',
  'inference.estimates':
    'Below level open, EXPLAIN of a statement with a condition on a classified column: the planner estimates from samples of the values.',
  'setting.refused':
    'SET, RESET or `set_config` of a setting that changes how statements are read, whom they run as, or what the server prints. [Below](#settings) is the list.',
  'copy.server': 'COPY with a file or a program of the server.',
  'copy.encoding':
    'COPY TO STDOUT has an `ENCODING` other than `UTF8` or `SQL_ASCII`, and one of its columns would be masked, or scrubbed under `detect: mask`. Columns that go out as they are can be copied in any encoding.',
  'lookup.budget':
    'The session has compared classified columns with constants or parameters more often than `limits.lookups` says. Each execution counts, and of a list each element; the length of a list that `EXECUTE` gives as an argument is not known, and counts as too many.',
  'lineage.disagreement':
    'The second parser sees a classified table or column in the statement that the first reading did not see. This is a defect of one of the two; the audit has it as a fault.',
  'lineage.syntax':
    "PostgreSQL's grammar does not accept the text. Where the server does not either, its own error comes through in place of this one.",
  'lineage.unresolved':
    'pgveil cannot tell what a name of the statement stands for. Where the server cannot either, its own error comes through in place of this one: a column or a table that does not exist reads as it always does.',
  'lineage.unmodelled': 'The statement holds a construct that pgveil does not follow. What is not followed is not let through.',
  'lineage.too-large': `The statement is longer than ${String(maxStatementBytes / 2 ** 20)} MiB, or nested deeper than pgveil reads.`,
};

/** Any number will do: it is shown as N. */
const limit = 123_456_789;

/** What the session refuses on its own, and when. */
const sessionRules: readonly (readonly [Refusal, string])[] = [
  [session.auditUnavailable, "The statement's record could not be written to disk. Nothing is answered that is not on record."],
  [
    session.auditUndelivered,
    'A required store of the audit failed while the statement ran. A statement that only reads ends in this error, and the session goes on; for one that may have changed something the connection ends with FATAL 58030, since an error would say that nothing was changed.',
  ],
  [
    session.noEnvironment,
    'A statement in a transaction block that has failed, where pgveil would have to ask the server in order to judge it. The answer is what the server says in such a block, without a hint.',
  ],
  [
    session.unknownStatement('NAME'),
    "A Bind or a Describe names a prepared statement that the session does not have. The answer reads as the server's, without a hint.",
  ],
  [
    session.noAnswer('57014'),
    'What pgveil has to ask the server before it can judge the statement got no answer: a time limit, a cancel request. The SQLSTATE is the one of what went wrong.',
  ],
  [
    session.copyInScript,
    'A text of several statements has a COPY FROM STDIN behind statements that change what it means, as a CREATE TABLE.',
  ],
  [session.functionCall, 'The client sent the FunctionCall message of the protocol, as old clients do for large objects.'],
  [
    session.catalogChanged,
    'Another session changed a relation that the statement reads between the decision and its result, so that the decision may not hold.',
  ],
  [session.limitRows(limit), 'A result has more rows than `limits.rows`. The rows before have been sent.'],
  [session.limitBytes(limit), 'A result has more bytes than `limits.bytes`. The rows before have been sent.'],
  [session.limitRowSize(limit), 'One row that has to be masked is larger than pgveil holds in memory.'],
  [session.limitStatements(limit), 'The session has run as many statements as `limits.statements` says.'],
];

const places: Readonly<Record<string, string>> = { kind: 'KIND', access: 'ACCESS', class: 'CLASS', limit: 'N' };

/** `{class}` of a message as a word that stands for a name. */
const shown = (text: string): string => text.replaceAll(/\{([a-z]+)\}/g, (_, name: string) => places[name] ?? name.toUpperCase());

/** One refusal; `{class}` and the like of its texts are words that stand for names. */
export interface ExplainedRefusal {
  readonly rule: string;
  readonly sqlstate: string;
  readonly message: string;
  readonly when: string;
  readonly instead: string;
}

/** Those of the table of rules. */
export const policyRefusals: readonly ExplainedRefusal[] = Object.entries(rules).map(([rule, { sqlstate, message, hint }]) => ({
  rule,
  sqlstate,
  message: `pgveil refuses ${shown(message)} (rule ${rule})`,
  when: policyRules[rule as RuleId],
  instead: rule === 'setting.refused' ? 'Leave the setting at its default, or use the value that the hint names.' : shown(hint),
}));

/** The session's own. */
export const sessionRefusals: readonly ExplainedRefusal[] = sessionRules.map(([{ rule, sqlstate, message, hint }, when]) => ({
  rule,
  sqlstate,
  message: message.replaceAll(String(limit), 'N'),
  when,
  instead: hint,
}));
