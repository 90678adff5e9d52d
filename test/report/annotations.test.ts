import { describe, expect, test } from 'vitest';
import { annotations, workflowCommands } from '../../src/report/annotations.ts';
import type { Severity } from '../../src/policy/schema.ts';
import { createRunnerLog } from '../support/runner-log.ts';
import { finding, hostile, hostileFindings, verdict } from './support.ts';

const many = (severity: Severity, count: number) =>
  Array.from({ length: count }, (_, index) =>
    finding({ severity, id: index % 2 === 0 ? 'PGV001' : 'PGV008', message: `No. ${String(index)}` }),
  );

test('a finding at its line, with what mends it', () => {
  expect(annotations(verdict([finding()]))).toEqual([
    {
      level: 'error',
      title: 'PGV001 unmasked',
      message: 'public.users.email holds class email, which has no mask.\nGive class email a mask.\n  email: { mask: email }',
      file: '.github/pgveil.yml',
      line: 7,
      column: 3,
    },
  ]);
});

describe('ten of a level', () => {
  test('are all shown', () => {
    expect(annotations(verdict(many('warning', 10))).map(({ message }) => message.split('\n')[0])).toEqual(
      Array.from({ length: 10 }, (_, index) => `No. ${String(index)}`),
    );
  });

  test('of more, the last counts the rest', () => {
    const shown = annotations(verdict([...many('error', 25), ...many('note', 11)]));
    expect(shown.map(({ level }) => level)).toEqual([...Array<string>(10).fill('error'), ...Array<string>(10).fill('note')]);
    expect([shown[9]?.message, shown[19]?.message]).toEqual([
      '16 more of level error (PGV008, PGV001): the summary of the job lists them.',
      '2 more of level note (PGV008, PGV001): the summary of the job lists them.',
    ]);
  });

  test('errors that the step gives for other reasons take their room', () => {
    const levels = (taken: number) =>
      annotations(verdict([...many('error', 25), ...many('warning', 1)]), taken).map(({ level }) => level);
    expect(levels(3).filter((level) => level === 'error')).toHaveLength(7);
    expect(levels(10)).toEqual(['warning']);
    expect(levels(11)).toEqual(['warning']);
  });
});

test('a message is as long as GitHub takes it', () => {
  const [shown] = annotations(verdict([finding({ message: '🙈'.repeat(5_000) })]));
  expect(Array.from(shown?.message ?? '')).toHaveLength(4_096);
});

test('workflow commands', () => {
  const findings = [
    finding({ file: 'a,b:c%.yml' }),
    finding({ severity: 'warning', id: 'PGV014', name: 'superuser', message: '50% of it', yaml: undefined }),
    finding({ severity: 'note', id: 'PGV103', name: 'refused-statement', message: 'Refused.', yaml: undefined }),
  ];
  expect(workflowCommands(verdict(findings))).toBe(
    [
      '::error file=a%2Cb%3Ac%25.yml,line=7,col=3,title=PGV001 unmasked::public.users.email holds class email, which has no mask.%0AGive class email a mask.%0A  email: { mask: email }',
      '::warning file=.github/pgveil.yml,line=7,col=3,title=PGV014 superuser::50%25 of it%0AGive class email a mask.',
      '::notice file=.github/pgveil.yml,line=7,col=3,title=PGV103 refused-statement::Refused.%0AGive class email a mask.',
      '',
    ].join('\n'),
  );
});

test('hostile names give the runner one command each, and nothing else', () => {
  const log = createRunnerLog([]);
  const lines = workflowCommands(verdict(hostileFindings)).trimEnd().split('\n');
  for (const line of lines) log.line(line);
  expect(lines).toHaveLength(hostileFindings.length);
  expect(log.annotations().map(({ level, message }) => `${level} ${message.split('\n')[0] ?? ''}`)).toEqual(
    Object.entries({ ...hostile, lines: 'first\\nsecond\\r\\n::error::third\\u{1b}[31m\\u{202e}' }).map(
      ([kind, name]) => `error ${name} holds class ${kind}.`,
    ),
  );
});
