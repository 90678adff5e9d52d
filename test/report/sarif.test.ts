import { expect, test } from 'vitest';
import type { Log } from 'sarif';
import { checks } from '../../src/coverage/checks/index.ts';
import { sarif } from '../../src/report/sarif.ts';
import { finding, hostile, hostileFindings, report, verdict } from './support.ts';

const log = (...given: Parameters<typeof sarif>): Log => JSON.parse(sarif(...given)) as Log;
const runOf = (...given: Parameters<typeof sarif>): Log['runs'][number] => {
  const [run] = log(...given).runs;
  if (run === undefined) throw new Error('no run');
  return run;
};

test('one result, at its place, with the rule behind it', () => {
  const run = runOf(report({ verdict: verdict([finding()]) }));
  expect(run.results).toEqual([
    {
      ruleId: 'PGV001',
      ruleIndex: 0,
      level: 'error',
      message: { text: 'public.users.email holds class email, which has no mask. Give class email a mask.' },
      locations: [
        {
          physicalLocation: { artifactLocation: { uri: '.github/pgveil.yml' }, region: { startLine: 7, startColumn: 3 } },
          logicalLocations: [{ fullyQualifiedName: 'app/public.users.email', kind: 'member' }],
        },
      ],
      partialFingerprints: { 'pgveilFinding/v1': 'cabf2b100661c812a14d86869685cd10dd0b14e1198f52a8d1a1bbe366aedc1b' },
    },
  ]);
  expect(run.invocations).toEqual([{ executionSuccessful: true, toolExecutionNotifications: [] }]);
  expect(run.tool.driver).toMatchObject({ name: 'pgveil', version: '1.2.3' });
});

test('every check is a rule with its help', () => {
  const { rules } = runOf(report()).tool.driver;
  expect(rules?.map(({ id, name, help, defaultConfiguration }) => [id, name, help?.text, defaultConfiguration?.level])).toEqual(
    checks.map(({ id, name, help, severity }) => [id, name, help, severity]),
  );
});

test('a fingerprint follows the finding to another line, and to another wording', () => {
  const print = (...findings: ReturnType<typeof finding>[]) =>
    runOf(report({ verdict: verdict(findings) })).results?.map(
      ({ partialFingerprints }) => partialFingerprints?.['pgveilFinding/v1'],
    );
  const [first] = print(finding()) ?? [];
  expect(first).toMatch(/^[0-9a-f]{64}$/);
  expect(print(finding({ position: { line: 99, column: 1 }, message: 'Other words.' }))).toEqual([first]);
  expect(print(finding({ subject: 'app/public.users.phone' }))).not.toEqual([first]);
  expect(print(finding({ id: 'PGV008' }))).not.toEqual([first]);
});

test('a suppressed finding says so', () => {
  const suppressed = [{ finding: finding(), reason: 'agreed', until: '2027-01-31' }];
  expect(runOf(report({ verdict: verdict([], { suppressed }) })).results?.[0]?.suppressions).toEqual([
    { kind: 'external', justification: 'agreed' },
  ]);
  const inSource = suppressed.map((one) => ({ ...one, place: { file: 'db/1.sql', line: 3, column: 20 } }));
  expect(runOf(report({ verdict: verdict([], { suppressed: inSource }) })).results?.[0]?.suppressions).toEqual([
    { kind: 'inSource', justification: 'agreed' },
  ]);
});

test('a run that could not look at everything has not succeeded', () => {
  const unchecked = [{ what: 'database b', reason: 'refused [here]' }];
  const [invocation] = runOf(report({ verdict: verdict([], { result: 'incomplete', unchecked }) })).invocations ?? [];
  expect(invocation).toEqual({
    executionSuccessful: false,
    toolExecutionNotifications: [{ level: 'error', message: { text: 'Not checked: database b: refused \\[here\\]' } }],
  });
  const problems = [{ code: 'PGVEIL_AUDIT', message: 'It is {broken}.', remedy: undefined }];
  expect(runOf(report({ problems, verdict: undefined })).invocations?.[0]).toEqual({
    executionSuccessful: false,
    toolExecutionNotifications: [{ level: 'error', message: { text: 'It is {{broken}}.' }, descriptor: { id: 'PGVEIL_AUDIT' } }],
  });
});

test('results beyond the limit are counted', () => {
  const run = runOf(report({ verdict: verdict(hostileFindings) }), 3);
  expect(run.results).toHaveLength(3);
  expect(run.invocations?.[0]?.toolExecutionNotifications).toEqual([
    { level: 'warning', message: { text: '5 more findings are left out.' } },
  ]);
});

test('hostile names make no link, no placeholder and no other file', () => {
  const results = runOf(report({ verdict: verdict(hostileFindings) })).results ?? [];
  expect(results.map(({ message }) => message.text?.replace(/ holds class .*/, ''))).toEqual([
    hostile.sql,
    'a|b\\\\|c',
    hostile.backticks,
    hostile.script,
    'first\\\\nsecond\\\\r\\\\n::error::third\\\\u{{1b}}\\[31m\\\\u{{202e}}',
    hostile.emoji,
    hostile.long,
    '**bold** \\[link\\](https://evil.example) @octocat #1 _it_ www.evil.example',
  ]);
  const odd = runOf(report({ verdict: verdict([finding({ file: 'my dir/a#b?.yml' })]) })).results?.[0];
  expect(odd?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe('my%20dir/a%23b%3F.yml');
});
