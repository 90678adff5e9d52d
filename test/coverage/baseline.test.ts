import { expect, test } from 'vitest';
import { baselineText, readBaseline } from '../../src/coverage/baseline.ts';
import { fingerprint } from '../../src/coverage/fingerprint.ts';
import { relation, verdictOf } from './support.ts';

const people = relation(100, 'users', ['id', 'email', 'national_id']);

test('what is in the baseline is known, and fails nothing; what is new does', () => {
  const first = verdictOf({ relations: [people] });
  expect(first.result).toBe('fail');
  const prints = readBaseline(baselineText(first.findings), 'b.json');
  const known = new Map([...prints].map((print) => [print, 'baseline' as const]));
  const again = verdictOf({ relations: [people] }, { known });
  expect(again).toMatchObject({ result: 'pass', findings: [], counts: { error: 0 } });
  expect(again.known.map(({ finding, by }) => [finding.subject, by])).toEqual([['app/public.users.national_id', 'baseline']]);
  const more = relation(100, 'users', ['id', 'email', 'national_id', 'birth_date']);
  expect(verdictOf({ relations: [more] }, { known }).findings.map(({ subject }) => subject)).toEqual([
    'app/public.users.birth_date',
  ]);
});

test('the file has a line for each finding, in order, and the same text for the same findings', () => {
  const { findings } = verdictOf({ relations: [relation(100, 'users', ['passport_number', 'email', 'birth_date'])] });
  const text = baselineText(findings);
  expect(text).toBe(baselineText([...findings, ...findings].reverse()));
  expect(
    text
      .split('\n')
      .filter((line) => line.includes('subject'))
      .map((line) => (JSON.parse(line.replace(/,$/, '')) as { subject: string }).subject),
  ).toEqual(['app/public.users.birth_date', 'app/public.users.passport_number']);
  expect(JSON.parse(baselineText([]))).toEqual({ version: 1, findings: [] });
});

test.each(['', '{}', '{"version":2,"findings":[]}', '{"version":1,"findings":[{"fingerprint":"x","id":"","subject":""}]}'])(
  'no baseline: %s',
  (text) => {
    expect(() => readBaseline(text, 'b.json')).toThrow('b.json is not a baseline of pgveil');
  },
);

test('a fingerprint tells checks and subjects apart', () => {
  const prints = [
    ['PGV001', 'a'],
    ['PGV002', 'a'],
    ['PGV001', 'b'],
    ['PGV001a', ''],
  ].map(([id = '', subject = '']) => fingerprint({ id, subject }));
  expect(new Set(prints).size).toBe(4);
});
