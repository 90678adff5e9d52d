/** For a person at a terminal: the verdict, then the findings by table, the worst first. */
import type { Finding } from '../coverage/types.ts';
import type { Severity } from '../policy/schema.ts';
import { printable } from '../audit/printable.ts';
import { countsText, knownText, outcomeOf, runText, scopeTexts, type Outcome, type Report } from './model.ts';

export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow';

/** Dresses a text up, or gives it back as it is; never called within another call. */
export type Paint = (style: Style, text: string) => string;

const outcomeStyle: Readonly<Record<Outcome, Style>> = { pass: 'green', fail: 'red', incomplete: 'yellow' };
const severityStyle: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', note: 'dim' };

/** Findings of one table together, in the order of the worst of each. */
const grouped = (findings: readonly Finding[]): readonly (readonly [string, readonly Finding[]])[] => {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { column } = finding;
    const title = column === undefined ? finding.file : `${column.database}: ${column.relation}`;
    const group = groups.get(title);
    if (group === undefined) groups.set(title, [finding]);
    else group.push(finding);
  }
  return [...groups];
};

export const terminal = (report: Report, paint: Paint): string => {
  const { verdict, observed, problems } = report;
  const outcome = outcomeOf(report);
  const said = verdict === undefined ? '' : `: ${countsText(verdict.counts)} (fails on ${verdict.failOn})`;
  const lines = [`${paint(outcomeStyle[outcome], outcome)}${said}`];
  for (const { code, message, remedy } of problems) {
    lines.push('', `${paint('red', code)} ${printable(message)}`, ...(remedy === undefined ? [] : [`  ${printable(remedy)}`]));
  }
  for (const { what, reason } of verdict?.unchecked ?? []) {
    lines.push('', `${paint('yellow', 'not checked')} ${printable(what)}: ${printable(reason)}`);
  }
  for (const [title, findings] of grouped(verdict?.findings ?? [])) {
    lines.push('', paint('bold', printable(title)));
    for (const { severity, id, name, file, position, message, remedy, yaml } of findings) {
      const place = `${printable(file)}:${String(position.line)}:${String(position.column)}`;
      lines.push(`  ${paint(severityStyle[severity], severity)} ${id} ${name} ${paint('dim', place)}`);
      lines.push(`    ${printable(message)}`, `    ${printable(remedy)}`);
      for (const line of yaml?.split('\n') ?? []) lines.push(paint('green', `    + ${printable(line)}`));
    }
  }
  const suppressed = verdict?.suppressed ?? [];
  lines.push('');
  for (const { finding, reason, until } of suppressed) {
    lines.push(paint('dim', `suppressed until ${until}: ${finding.id} ${printable(finding.subject)}: ${printable(reason)}`));
  }
  const known = verdict === undefined ? undefined : knownText(verdict);
  if (known !== undefined) lines.push(paint('dim', known));
  for (const text of verdict === undefined ? [] : scopeTexts(verdict)) lines.push(paint('dim', printable(text)));
  if (observed !== undefined) lines.push(paint('dim', `the run: ${runText(observed)}`));
  return `${lines.join('\n').trimEnd()}\n`;
};
