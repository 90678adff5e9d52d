/** SARIF 2.1.0, as GitHub's code scanning takes it. */
import type { Log, Notification, ReportingDescriptor, Result } from 'sarif';
import { checks } from '../coverage/checks/index.ts';
import { fingerprint } from '../coverage/fingerprint.ts';
import type { Finding, Suppressed } from '../coverage/types.ts';
import { printable } from '../audit/printable.ts';
import type { Report } from './model.ts';

/** GitHub takes no more results than that in one run. */
export const sarifLimit = 25_000;

/** Plain text within a message: no link, no placeholder (3.11.5 and 3.11.6). */
const message = (text: string): string =>
  printable(text)
    .replaceAll(/[\\[\]]/g, String.raw`\$&`)
    .replaceAll(/[{}]/g, '$&$&');

/** A relative URI reference (RFC 3986). */
const uri = (file: string): string => file.split('/').map(encodeURIComponent).join('/');

const rules: readonly ReportingDescriptor[] = checks.map(({ id, name, severity, title, help }) => ({
  id,
  name,
  shortDescription: { text: title },
  fullDescription: { text: help },
  help: { text: help, markdown: help },
  defaultConfiguration: { level: severity },
}));

const result = (finding: Finding, suppressed?: Suppressed, baselineState?: 'new' | 'unchanged'): Result => {
  const { id, severity, file, position, remedy, column } = finding;
  return {
    ruleId: id,
    ruleIndex: rules.findIndex((rule) => rule.id === id),
    level: severity,
    message: { text: message(`${finding.message} ${remedy}`) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uri(file) },
          region: { startLine: position.line, startColumn: position.column },
        },
        ...(column === undefined
          ? {}
          : { logicalLocations: [{ fullyQualifiedName: printable(`${column.database}/${column.name}`), kind: 'member' }] }),
      },
    ],
    partialFingerprints: { 'pgveilFinding/v1': fingerprint(finding) },
    ...(baselineState === undefined ? {} : { baselineState }),
    ...(suppressed === undefined
      ? {}
      : {
          suppressions: [
            { kind: suppressed.place === undefined ? 'external' : 'inSource', justification: printable(suppressed.reason) },
          ],
        }),
  };
};

const notifications = ({ verdict, problems }: Report, dropped: number): Notification[] => [
  ...problems.map(({ code, message: text }) => ({
    level: 'error' as const,
    message: { text: message(text) },
    descriptor: { id: code },
  })),
  ...(verdict?.unchecked ?? []).map(({ what, reason }) => ({
    level: 'error' as const,
    message: { text: message(`Not checked: ${what}: ${reason}`) },
  })),
  ...(dropped > 0 ? [{ level: 'warning' as const, message: { text: `${String(dropped)} more findings are left out.` } }] : []),
];

export const sarif = (report: Report, limit: number = sarifLimit): string => {
  const { verdict, version, problems } = report;
  const known = verdict?.known ?? [];
  const all = [
    ...(verdict?.findings ?? []).map((finding) => result(finding, undefined, known.length === 0 ? undefined : 'new')),
    ...known.map(({ finding }) => result(finding, undefined, 'unchanged')),
    ...(verdict?.suppressed ?? []).map((suppressed) => result(suppressed.finding, suppressed)),
  ];
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'pgveil', version, rules: [...rules] } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: problems.length === 0 && verdict !== undefined && verdict.unchecked.length === 0,
            toolExecutionNotifications: notifications(report, all.length - limit),
          },
        ],
        results: all.slice(0, limit),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
};
