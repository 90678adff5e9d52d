/** The blocks of a replay. */
import { printable, printableLines } from './printable.ts';
import type { AuditEvent, DetectedEvent, ResultEvent, SessionEnd, SessionStart, StatementEvent } from './types.ts';

export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow';

/** Gives an escaped text a style; gives it back as it is where there are no colours. */
export type Paint = (style: Style, text: string) => string;

type FaultEvent = Extract<AuditEvent, { readonly type: 'fault' }>;

/** A statement and what came of it. */
export interface Shown {
  readonly time: string;
  readonly statement: StatementEvent;
  readonly result: ResultEvent | undefined;
  readonly faults: FaultEvent[];
  readonly detected: DetectedEvent[];
}

const list = (texts: readonly string[]): string => texts.map(printable).join(', ');

const counted = (count: number, noun: string): string => `${String(count)} ${noun}${count === 1 ? '' : 's'}`;

const treatmentStyle = (treatment: string): Style => (treatment === 'pass' ? 'dim' : 'green');

/** Texts side by side, each column as wide as its widest. */
const columnsOf = (rows: readonly (readonly string[])[]): readonly (readonly string[])[] => {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, cell.length);
  }
  return rows.map((row) => row.map((cell, index) => cell.padEnd(widths[index] ?? 0)));
};

export const renderHeader = function* (event: SessionStart, time: string, paint: Paint): Generator<string, void> {
  const claims = Object.entries(event.claims).map(([name, value]) => `${printable(name)}=${printable(value)}`);
  yield paint('bold', `session ${String(event.session)}  ${printable(event.principal)}  ${time}`);
  yield `  database     ${printable(event.database)} as ${printable(event.credential)}`;
  if (event.application !== '') yield `  application  ${printable(event.application)}`;
  if (event.groups.length > 0) yield `  groups       ${list(event.groups)}`;
  for (const [index, claim] of claims.entries()) yield `  ${index === 0 ? 'claims' : '      '}       ${claim}`;
  yield '';
};

export const renderEnd = function* (event: SessionEnd, time: string, paint: Paint): Generator<string, void> {
  const statements = counted(event.statements, 'statement');
  yield paint('bold', `session ${String(event.session)}  ended (${event.reason}) after ${statements}  ${time}`);
  yield '';
};

const renderResult = function* ({ statement, result }: Shown, paint: Paint): Generator<string, void> {
  if (statement.verdict === 'refuse') {
    const { rule, sqlstate, message, hint } = statement.refusal ?? { rule: '?', sqlstate: '?', message: '', hint: '' };
    yield `  ${paint('red', 'refused')}  rule ${printable(rule)}`;
    yield `  ERROR ${printable(sqlstate)}: ${printable(message)}`;
    if (hint !== '') yield `  HINT: ${printable(hint)}`;
    return;
  }
  if (result === undefined) {
    yield `  ${paint('yellow', 'forwarded')}  the log has no result for it`;
    return;
  }
  const { rows, bytes, milliseconds, sqlstate, tag } = result;
  const outcome = sqlstate === undefined ? printable(tag ?? 'no tag') : paint('red', `ERROR ${printable(sqlstate)}`);
  const measures = [counted(rows, 'row'), counted(bytes, 'byte'), `${String(milliseconds)} ms`].join(', ');
  yield `  forwarded  ${outcome}  ${measures}`;
};

const renderColumns = function* ({ columns }: StatementEvent, paint: Paint): Generator<string, void> {
  const cells = columnsOf(columns.map(({ name, classes, treatment }) => [printable(name), printable(treatment), list(classes)]));
  for (const [index, { treatment, reason }] of columns.entries()) {
    const [name = '', treated = '', classes = ''] = cells[index] ?? [];
    yield `    ${name}  ${paint(treatmentStyle(treatment), treated)}  ${classes}  ${printable(reason)}`.trimEnd();
  }
};

const renderSample = function* ({ sample = [] }: ResultEvent, { columns }: StatementEvent): Generator<string, void> {
  const names = columns.map(({ name }) => printable(name));
  const rows = sample.map((row) => row.map((cell) => (cell === null ? '(null)' : printable(cell))));
  for (const row of columnsOf([names, ...rows])) yield `    │ ${row.join(' │ ')}`.trimEnd();
};

/** A fault of a statement that was shown already. */
export const renderFault = function* (
  { session, statement, witness, detail }: FaultEvent,
  paint: Paint,
): Generator<string, void> {
  const number = `${String(session)}.${String(statement)}`;
  yield `${paint('bold', number)}  ${paint('red', 'lineage fault')}  ${witness}: ${printable(detail)}`;
  yield '';
};

const detectedText = ({ column, source, class: name, hits, of }: DetectedEvent): string =>
  `${printable(source ?? column)} has no class and looks like ${printable(name)}: ${String(hits)} of ${String(of)} samples`;

/** A verdict on a column of a statement that was shown already. */
export const renderDetected = function* (event: DetectedEvent, paint: Paint): Generator<string, void> {
  const number = `${String(event.session)}.${String(event.statement)}`;
  yield `${paint('bold', number)}  ${paint('yellow', 'detected')}  ${detectedText(event)}`;
  yield '';
};

/** The SQL stands behind a bar, so that no text in it can look like a line of the replay. */
export const renderStatement = function* (shown: Shown, paint: Paint): Generator<string, void> {
  const { statement, time, result, faults, detected } = shown;
  yield `${paint('bold', `${String(statement.session)}.${String(statement.statement)}`)}  ${time}  ${printable(statement.kind)}`;
  for (const line of printableLines(statement.sql)) yield `  │ ${line}`.trimEnd();
  yield* renderResult(shown, paint);
  if (statement.relations.length > 0) yield `  relations  ${list(statement.relations)}`;
  if (statement.columns.length > 0) {
    yield '  columns';
    yield* renderColumns(statement, paint);
  }
  for (const note of statement.notes) yield `  note  ${printable(note)}`;
  for (const { witness, detail } of faults) yield `  ${paint('red', 'lineage fault')}  ${witness}: ${printable(detail)}`;
  for (const event of detected) yield `  ${paint('yellow', 'detected')}  ${detectedText(event)}`;
  if (result?.sample !== undefined) {
    yield '  first rows';
    yield* renderSample(result, statement);
  }
  yield '';
};
