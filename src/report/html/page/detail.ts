/** One statement with all that the log says of it. */
import type { AuditRecord, ResultEvent, StatementEvent } from '../../../audit/types.ts';
import { h, plural } from './dom.ts';
import { bytesText, dayOf, durationText, timeOfDay } from './format.ts';
import { graphOf, waysOf } from './graph.ts';
import { drawLineage } from './lineage.ts';
import type { Row, SessionInfo } from './model.ts';
import { sqlBlock } from './sql.ts';

type Fault = Extract<AuditRecord['event'], { readonly type: 'fault' }>;
type Detected = Extract<AuditRecord['event'], { readonly type: 'detected' }>;

export interface Shown {
  readonly row: Row;
  readonly session: SessionInfo | undefined;
  /** The record of the statement. */
  readonly record: AuditRecord;
  readonly statement: StatementEvent;
  readonly result: ResultEvent | undefined;
  readonly faults: readonly Fault[];
  readonly detected: readonly Detected[];
  /** The chain does not vouch for it. */
  readonly doubtful: boolean;
}

/** Puts together what stands at the row's places. */
export const shownOf = (
  row: Row,
  session: SessionInfo | undefined,
  records: readonly AuditRecord[],
  doubtful: boolean,
): Shown | undefined => {
  const record = records.find(({ event }) => event.type === 'statement');
  if (record?.event.type !== 'statement') return undefined;
  const events = records.map(({ event }) => event);
  return {
    row,
    session,
    record,
    statement: record.event,
    result: events.find((event) => event.type === 'result'),
    faults: events.filter((event) => event.type === 'fault'),
    detected: events.filter((event) => event.type === 'detected'),
    doubtful,
  };
};

const part = (title: string, ...children: readonly (Node | undefined)[]): HTMLElement =>
  h('section', { class: 'part' }, h('h3', {}, title), ...children);

const facts = (pairs: readonly (readonly [string, string])[]): HTMLElement =>
  h('dl', { class: 'facts' }, ...pairs.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))));

const outcomes: Readonly<Record<Row['verdict'], string>> = { masked: 'Masked', plain: 'Nothing to mask', refused: 'Refused' };

const heading = ({ row, session, record, doubtful }: Shown): HTMLElement =>
  h(
    'div',
    { class: 'title' },
    h('h2', {}, `Statement ${String(row.session)}.${String(row.statement)}`),
    h('span', { class: `pill ${row.verdict}` }, outcomes[row.verdict]),
    row.result?.sqlstate === undefined ? undefined : h('span', { class: 'pill refused' }, `Error ${row.result.sqlstate}`),
    row.faults === 0 ? undefined : h('span', { class: 'pill fault' }, 'Lineage fault'),
    h(
      'p',
      { class: 'under' },
      `${row.kind} · ${dayOf(record.time)} ${timeOfDay(record.time)} UTC`,
      session?.start === undefined ? undefined : ` · ${session.start.principal} on ${session.start.database}`,
    ),
    doubtful ? h('p', { class: 'warning' }, 'The chain does not vouch for this record: what it says may be false.') : undefined,
  );

const measures = ({ statement, result }: Shown): HTMLElement | undefined => {
  if (statement.verdict === 'refuse') return undefined;
  if (result === undefined) return h('p', { class: 'quiet' }, 'The log has no result for it.');
  return facts([
    ['Rows', result.rows.toLocaleString('en')],
    ['Sent by the server', bytesText(result.bytes)],
    ['Duration', durationText(result.milliseconds)],
    ['Ended with', result.sqlstate === undefined ? (result.tag ?? 'no tag') : `SQLSTATE ${result.sqlstate}`],
  ]);
};

const refusal = ({ statement }: Shown): HTMLElement | undefined => {
  if (statement.refusal === undefined) return undefined;
  const { rule, sqlstate, message, hint } = statement.refusal;
  return h(
    'section',
    { class: 'refusal', 'aria-label': 'Refusal' },
    h('p', { class: 'message' }, message),
    hint === '' ? undefined : h('p', {}, h('b', {}, 'Hint '), hint),
    h('p', { class: 'quiet' }, 'Rule ', h('code', {}, rule), ' · SQLSTATE ', h('code', {}, sqlstate)),
  );
};

const wayTexts: Readonly<Record<string, string>> = {
  identity: 'the value itself',
  preserving: 'a value-like change of it',
  derived: 'computed from it',
  count: 'a count or presence',
  steering: 'a condition or order',
};

const lineage = ({ statement: { columns } }: Shown): HTMLElement | undefined => {
  const drawing = drawLineage(columns);
  if (drawing === undefined) return undefined;
  const { free } = graphOf(columns);
  const legend = waysOf(columns).map((way) =>
    h('span', { class: `way ${way}` }, h('i', { 'aria-hidden': 'true' }), `${way}: ${wayTexts[way] ?? ''}`),
  );
  const rest = `${plural(free, 'further column')} with no classified source.`;
  return part(
    'Lineage',
    h('div', { class: 'scroller', tabindex: 0, role: 'group', 'aria-label': 'Lineage drawing' }, drawing),
    h('p', { class: 'legend' }, ...legend),
    free === 0 ? undefined : h('p', { class: 'quiet' }, rest),
  );
};

const table = (label: string, head: readonly string[], rows: readonly (readonly (Node | string)[])[]): HTMLElement =>
  h(
    'div',
    { class: 'scroller', tabindex: 0, role: 'group', 'aria-label': label },
    h(
      'table',
      {},
      h('thead', {}, h('tr', {}, ...head.map((text) => h('th', { scope: 'col' }, text)))),
      h('tbody', {}, ...rows.map((cells) => h('tr', {}, ...cells.map((cell) => h('td', { dir: 'auto' }, cell))))),
    ),
  );

const sourceTexts = ({ sources, sourceColumns }: StatementEvent['columns'][number]): HTMLElement =>
  h(
    'span',
    { class: 'sources' },
    ...sources.map((source, at) =>
      h('span', {}, sourceColumns?.[at] === undefined ? source : `${sourceColumns[at]} (${source.replace(':', ', ')})`),
    ),
  );

const columns = ({ statement }: Shown): HTMLElement | undefined => {
  if (statement.columns.length === 0) return undefined;
  const rows = statement.columns.map((column) => [
    h('code', {}, column.name),
    h('span', { class: `treatment ${column.treatment === 'pass' ? 'pass' : 'treated'}` }, column.treatment),
    column.reason,
    sourceTexts(column),
  ]);
  return part('Columns', table('Columns of the result', ['Column', 'Treatment', 'Why', 'Classified sources'], rows));
};

const sample = ({ statement, result }: Shown): HTMLElement | undefined => {
  if (result?.sample === undefined) return undefined;
  const names = statement.columns.map(({ name }) => name);
  const wide = Math.max(names.length, ...result.sample.map((row) => row.length));
  const head = Array.from({ length: wide }, (_, index) => names[index] ?? `column ${String(index + 1)}`);
  const rows = result.sample.map((row) => row.map((cell) => (cell === null ? h('i', { class: 'quiet' }, 'null') : cell)));
  return part('First rows, as the agent saw them', table('First rows', head, rows));
};

const notes = ({ statement, faults, detected }: Shown): HTMLElement | undefined => {
  if (statement.notes.length + faults.length + detected.length === 0) return undefined;
  return part(
    'Notes',
    h(
      'ul',
      {},
      ...faults.map(({ witness, detail }) => h('li', { class: 'fault' }, h('b', {}, `Lineage fault (${witness}) `), detail)),
      ...detected.map(({ source, column, class: name, hits, of }) =>
        h(
          'li',
          {},
          h('b', {}, 'Detected '),
          `${source ?? column} has no class and looks like ${name}: ${String(hits)} of ${String(of)} samples`,
        ),
      ),
      ...statement.notes.map((note) => h('li', {}, note)),
    ),
  );
};

const context = ({ statement, session, record }: Shown): HTMLElement => {
  const start = session?.start;
  return part(
    'Context',
    facts([
      ['Tables', statement.relations.length === 0 ? 'none' : statement.relations.join(', ')],
      ['Fingerprint', statement.fingerprint],
      ['Record', `${record.seq.toLocaleString('en')}, hash ${record.hash}`],
      ...(start === undefined
        ? []
        : ([
            ['Principal', start.principal],
            ['Groups', start.groups.length === 0 ? 'none' : start.groups.join(', ')],
            ['Database', `${start.database} as ${start.credential}`],
            ['Application', start.application === '' ? 'unnamed' : start.application],
            ...Object.entries(start.claims).map(([name, value]) => [`Claim ${name}`, value] as const),
          ] as const)),
    ]),
  );
};

export const nothingSelected = (): HTMLElement =>
  h('div', { class: 'empty' }, h('p', {}, 'Choose a statement to see what became of it, and why.'));

export const statementView = (shown: Shown): DocumentFragment => {
  const view = document.createDocumentFragment();
  const parts = [
    heading,
    (one: Shown) => sqlBlock(one.statement.sql),
    refusal,
    measures,
    lineage,
    columns,
    sample,
    notes,
    context,
  ];
  view.append(...parts.flatMap((make) => make(shown) ?? []));
  return view;
};
