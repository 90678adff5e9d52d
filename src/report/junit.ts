/** JUnit XML: a test case for each finding, and one for each check that found nothing. */
import { checks } from '../coverage/checks/index.ts';
import type { FailOn, Finding } from '../coverage/types.ts';
import type { Severity } from '../policy/schema.ts';
import { xml } from './escape.ts';
import type { Report } from './model.ts';

const fails: Readonly<Record<FailOn, readonly Severity[]>> = { error: ['error'], warning: ['error', 'warning'], never: [] };

/** What may stand between the tags; line breaks of the YAML stay. */
const body = (text: string): string => text.split('\n').map(xml).join('\n');

const place = ({ file, position }: Finding): string => `${file}:${String(position.line)}:${String(position.column)}`;

const findingCase = (finding: Finding, failed: boolean): string => {
  const { id, name, severity, subject, message, remedy, yaml } = finding;
  const text = [place(finding), remedy, ...(yaml === undefined ? [] : [yaml])].join('\n');
  const inner = failed
    ? `<failure type="${severity}" message="${xml(message)}">${body(text)}</failure>`
    : `<system-out>${body(`${severity}: ${message}\n${text}`)}</system-out>`;
  return `    <testcase classname="${id} ${name}" name="${xml(subject)}">${inner}</testcase>`;
};

export const junit = ({ verdict, problems }: Report): string => {
  const findings = verdict?.findings ?? [];
  const failing = (verdict === undefined ? [] : fails[verdict.failOn]).flatMap((severity) =>
    findings.filter((finding) => finding.severity === severity),
  );
  const found = new Set(findings.map(({ id }) => id));
  const clean = checks.filter(({ id }) => verdict?.checks.includes(id) === true && !found.has(id));
  const broken = [
    ...problems.map(({ code, message, remedy }) => ({ name: code, message, text: remedy ?? '' })),
    ...(verdict?.unchecked ?? []).map(({ what, reason }) => ({ name: what, message: `not checked: ${what}`, text: reason })),
  ];
  const skipped = (verdict?.suppressed ?? []).map(
    ({ finding, reason, until }) =>
      `    <testcase classname="${finding.id} ${finding.name}" name="${xml(finding.subject)}"><skipped message="${xml(`until ${until}: ${reason}`)}"/></testcase>`,
  );
  const cases = [
    ...broken.map(
      ({ name, message, text }) =>
        `    <testcase classname="pgveil" name="${xml(name)}"><error message="${xml(message)}">${body(text)}</error></testcase>`,
    ),
    ...findings.map((finding) => findingCase(finding, failing.includes(finding))),
    ...clean.map(({ id, name, title }) => `    <testcase classname="${id} ${name}" name="${xml(title)}"/>`),
    ...skipped,
  ];
  const counts = `tests="${String(cases.length)}" failures="${String(failing.length)}" errors="${String(broken.length)}" skipped="${String(skipped.length)}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="pgveil" ${counts}>`,
    `  <testsuite name="pgveil" ${counts}>`,
    ...cases,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
};
