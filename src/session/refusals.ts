/** The refusals that are the session's own; those of the policy are in src/policy/rules.ts. */
import type { Refusal } from '../policy/types.ts';
import { errorResponse } from '../wire/error-response.ts';

export const auditUnavailable: Refusal = {
  rule: 'audit.unavailable',
  sqlstate: '58030',
  message: 'pgveil refuses the statement: the audit does not accept its record (rule audit.unavailable)',
  hint: 'Ask whoever runs pgveil to look at its log and at the space left where the audit is written.',
};

export const auditUndelivered: Refusal = {
  rule: 'audit.undelivered',
  sqlstate: '58030',
  message:
    "pgveil withholds the result: a required store of the audit does not take the statement's record (rule audit.undelivered)",
  hint: 'Run it again when the store takes records; whoever runs pgveil finds the cause in its log.',
};

export const noEnvironment: Refusal = {
  rule: 'session.failed-transaction',
  sqlstate: '25P02',
  message: 'current transaction is aborted, commands ignored until end of transaction block',
  hint: 'Send ROLLBACK first.',
};

/** As the server says it. */
export const unknownStatement = (name: string): Refusal => ({
  rule: 'session.unknown-statement',
  sqlstate: '26000',
  message: name === '' ? 'unnamed prepared statement does not exist' : `prepared statement "${name}" does not exist`,
  hint: 'Prepare it in this session.',
});

export const copyInScript: Refusal = {
  rule: 'session.copy-in-script',
  sqlstate: '0A000',
  message: 'pgveil refuses COPY FROM STDIN behind statements of the same text that it depends on (rule session.copy-in-script)',
  hint: 'Send the COPY in a Query of its own.',
};

export const functionCall: Refusal = {
  rule: 'protocol.function-call',
  sqlstate: '0A000',
  message: 'pgveil refuses the fastpath function call message (rule protocol.function-call)',
  hint: 'Call the function in a SELECT.',
};

/** The server did not answer what pgveil has to know before it can judge: a time limit, a cancel request, ... */
export const noAnswer = (sqlstate: string): Refusal => ({
  rule: 'session.no-answer',
  sqlstate,
  message: `pgveil could not ask the server what it has to know to judge the statement: SQLSTATE ${sqlstate} (rule session.no-answer)`,
  hint: 'Run it again; if statement_timeout is very low, raise it.',
});

export const catalogChanged: Refusal = {
  rule: 'session.catalog-changed',
  sqlstate: '40001',
  message:
    'pgveil withholds the result: another session changed what the statement reads while it ran (rule session.catalog-changed)',
  hint: 'Run it again.',
};

export const limitRows = (limit: number): Refusal => ({
  rule: 'limit.rows',
  sqlstate: '54000',
  message: `pgveil ends the result: more than ${String(limit)} rows (rule limit.rows)`,
  hint: 'Add a LIMIT, or aggregate.',
});

export const limitBytes = (limit: number): Refusal => ({
  rule: 'limit.bytes',
  sqlstate: '54000',
  message: `pgveil ends the result: more than ${String(limit)} bytes (rule limit.bytes)`,
  hint: 'Select fewer columns or rows.',
});

export const limitRowSize = (limit: number): Refusal => ({
  rule: 'limit.row-size',
  sqlstate: '54000',
  message: `pgveil ends the result: a row that has to be masked is larger than ${String(limit)} bytes (rule limit.row-size)`,
  hint: 'Leave the large or the classified columns out, or select a part of them.',
});

export const limitStatements = (limit: number): Refusal => ({
  rule: 'limit.statements',
  sqlstate: '53400',
  message: `pgveil refuses the statement: this session has run ${String(limit)} statements (rule limit.statements)`,
  hint: 'Open a new connection.',
});

/** Answers that read to the letter as the server's own. */
const verbatim: ReadonlySet<string> = new Set([noEnvironment.rule, unknownStatement('').rule]);

/** The ErrorResponse of a refusal. */
export const refusalResponse = ({ rule, sqlstate, message, hint }: Refusal): Buffer =>
  errorResponse({ severity: 'ERROR', code: sqlstate, message, hint: verbatim.has(rule) ? undefined : hint });
