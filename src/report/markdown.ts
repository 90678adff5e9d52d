/** The job summary: verdict first, what fails next, the rest folded away. */
import type { ObservedQuery } from '../coverage/observe.ts';
import type { Finding } from '../coverage/types.ts';
import { cut } from './escape.ts';
import { code, codeLines, prose } from './markdown-text.ts';
import { countsText, knownText, outcomeOf, runText, scopeTexts, type Report } from './model.ts';

/** GitHub drops a step's summary as a whole when it is larger (bytes). */
export const summaryLimit = 1 << 20;

const sqlLength = 400;

interface Table {
  readonly title: string;
  readonly head: readonly string[];
  /** Each a finished line. */
  readonly rows: readonly string[];
  readonly folded: boolean;
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const place = ({ file, position }: Finding): string => code(`${file}:${String(position.line)}`);

const findingRow = (finding: Finding): string =>
  row([
    finding.severity,
    `${finding.id} ${finding.name}`,
    prose(cut(finding.message, 1_000)),
    place(finding),
    [prose(finding.remedy), ...(finding.yaml === undefined ? [] : [codeLines(finding.yaml)])].join('<br>'),
  ]);

const treatments = ({ treated, revealed }: ObservedQuery): string =>
  [
    ...treated.map((one) => code(`${one.class}: ${one.treatment}`)),
    ...revealed.map((reason) => `revealed (${prose(cut(reason, 200))})`),
  ].join('<br>');

const queryRow = (query: ObservedQuery): string =>
  row([prose(query.principal), code(cut(query.sql, sqlLength)), String(query.times), String(query.rows), treatments(query)]);

const refusedRow = (query: ObservedQuery): string =>
  row([
    prose(query.principal),
    code(cut(query.sql, sqlLength)),
    String(query.times),
    code(query.refusal?.rule ?? ''),
    prose(query.refusal?.hint ?? ''),
  ]);

const byTimes = (a: ObservedQuery, b: ObservedQuery): number => b.times - a.times;

const tablesOf = ({ verdict, observed }: Report): readonly Table[] => {
  const findings = verdict?.findings ?? [];
  const queries = (observed?.queries ?? []).toSorted(byTimes);
  const forwarded = queries.filter(({ refusal }) => refusal === undefined);
  const masked = forwarded.filter(({ treated, revealed }) => treated.length > 0 || revealed.length > 0);
  const plain = forwarded.filter((query) => !masked.includes(query));
  const refused = queries.filter(({ refusal }) => refusal !== undefined);
  const findingHead = ['Severity', 'Check', 'Finding', 'Where', 'What to do'];
  return [
    {
      title: 'Findings',
      head: findingHead,
      rows: findings.filter(({ severity }) => severity !== 'note').map(findingRow),
      folded: false,
    },
    {
      title: 'Notes',
      head: findingHead,
      rows: findings.filter(({ severity }) => severity === 'note').map(findingRow),
      folded: true,
    },
    {
      title: 'Masked queries',
      head: ['Principal', 'Statement', 'Times', 'Rows', 'Classes and masks'],
      rows: masked.map(queryRow),
      folded: false,
    },
    {
      title: 'Refused statements',
      head: ['Principal', 'Statement', 'Times', 'Rule', 'Hint'],
      rows: refused.map(refusedRow),
      folded: false,
    },
    {
      title: 'Queries without classified columns',
      head: ['Principal', 'Statement', 'Times', 'Rows', 'Classes and masks'],
      rows: plain.map(queryRow),
      folded: true,
    },
    {
      title: 'Suppressed findings',
      head: ['Check', 'Finding', 'Reason', 'Until'],
      rows: (verdict?.suppressed ?? []).map(({ finding, reason, until }) =>
        row([`${finding.id} ${finding.name}`, prose(cut(finding.message, 1_000)), prose(cut(reason, 1_000)), until]),
      ),
      folded: true,
    },
  ];
};

const bytes = (text: string): number => Buffer.byteLength(text);

/** The table with as many rows as `room` has bytes for, and what is left out said; nothing for no rows. */
const tableText = ({ title, head, rows, folded }: Table, room: number): string => {
  if (rows.length === 0) return '';
  const count = String(rows.length);
  const [open, close] = folded
    ? [`<details><summary>${title} (${count})</summary>\n\n`, '\n</details>\n\n']
    : [`### ${title} (${count})\n\n`, '\n'];
  const before = `${open}${row(head)}\n${row(head.map(() => '---'))}\n`;
  const more = (left: number): string => (left === 0 ? '' : `\n${String(left)} more\n`);
  let left = room - bytes(before) - bytes(close) - bytes(more(rows.length));
  const shown: string[] = [];
  for (const line of rows) {
    left -= bytes(line) + 1;
    if (left < 0) break;
    shown.push(`${line}\n`);
  }
  return shown.length === 0 ? '' : `${before}${shown.join('')}${more(rows.length - shown.length)}${close}`;
};

const marks = { pass: '✅', fail: '❌', incomplete: '⚠️' } as const;

const headText = (report: Report): string => {
  const { verdict, observed, problems } = report;
  const outcome = outcomeOf(report);
  const lines = [`## ${marks[outcome]} pgveil: ${outcome}`, ''];
  for (const { message, remedy, code: id } of problems) {
    lines.push(`- **${prose(cut(message, 2_000))}** (${id})${remedy === undefined ? '' : ` ${prose(cut(remedy, 1_000))}`}`);
  }
  if (problems.length > 0) lines.push('');
  if (verdict !== undefined) {
    lines.push(`${countsText(verdict.counts)}; fails on ${verdict.failOn}. Policy: ${code(report.policy)}.`, '');
    for (const { what, reason } of verdict.unchecked.slice(0, 100)) {
      lines.push(`- Not checked: ${prose(what)}: ${prose(cut(reason, 1_000))}`);
    }
    const known = knownText(verdict);
    if (known !== undefined) lines.push(`- ${known}`);
    for (const text of scopeTexts(verdict)) lines.push(`- ${prose(text)}`);
    lines.push('');
  }
  if (observed !== undefined) lines.push(`The run: ${runText(observed)}.`, '');
  return `${lines.join('\n')}\n`;
};

/** At most `limit` bytes: whole rows are left out, of the last tables first, and counted. */
export const markdown = (report: Report, limit: number = summaryLimit): string => {
  let text = headText(report);
  for (const table of tablesOf(report)) text += tableText(table, limit - bytes(text));
  return `${text.trimEnd()}\n`;
};
