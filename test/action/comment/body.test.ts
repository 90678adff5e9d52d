import { expect, test } from 'vitest';
import { commentBody, commentLimit } from '../../../action/comment/body.ts';
import { digestOf, readMarker, type CommentState } from '../../../action/comment/marker.ts';
import type { Report } from '../../../src/report/model.ts';
import { finding, verdict } from './reports.ts';

const links = { run: 'https://github.com/o/r/actions/runs/5', audit: 'https://github.com/o/r/actions/runs/5/artifacts/9' };
const red: Report = verdict('fail', [finding('shop.people.email', 12)]);
const green: Report = verdict('pass', []);

const body = (report: Report, before?: CommentState, more = {}) =>
  commentBody({ key: digestOf('k'), report, job: 'agent / test (20)', before, links, ...more });

test('verdict first, then counts, then each finding with file and line, then the links', () => {
  const { text } = body(red);
  const places = [
    '## ❌ pgveil: fail',
    '1 error, 0 warnings, 0 notes',
    'shop.people.email',
    '`.github/pgveil.yml:12`',
    `[Run](${links.run})`,
    `[Audit](${links.audit})`,
  ].map((part) => text.indexOf(part));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

test.each<[CommentState | undefined, CommentState, CommentState]>([
  [undefined, 'pass', 'fail'],
  ['pass', 'pass', 'fail'],
  ['fail', 'resolved', 'fail'],
  ['incomplete', 'resolved', 'fail'],
  ['resolved', 'resolved', 'fail'],
])('after %s a pass is %s, and a failure %s', (before, passed, failed) => {
  expect([body(green, before).state, body(red, before).state]).toEqual([passed, failed]);
  expect(body(green, before).text.includes('**Resolved.**')).toBe(passed === 'resolved');
  expect(readMarker(body(green, before).text)).toMatchObject({ key: digestOf('k'), state: passed });
});

test('links are no part of what the comment says', () => {
  expect(body(red, 'fail', { links: { run: 'https://github.com/o/r/actions/runs/6', audit: undefined } }).digest).toBe(
    body(red, 'fail').digest,
  );
  expect(body(green, 'fail').digest).not.toBe(body(green).digest);
});

test('too many findings: whole rows go, and the rest is counted', () => {
  const many = verdict(
    'fail',
    Array.from({ length: 2_000 }, (_, index) => finding(`shop.people.column_${String(index)} 名前`, index)),
  );
  const { text } = body(many);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(commentLimit);
  expect(text).toMatch(/\n\d+ more\n/);
  const rows = text.split('\n').filter((line) => line.startsWith('| error'));
  expect(rows.length).toBeGreaterThan(100);
  for (const row of rows) expect(row).toMatch(/ \|$/);
  expect(text.trimEnd().endsWith('</sub>')).toBe(true);
});

test('names of jobs make no markup', () => {
  const { text } = body(green, undefined, { job: 'a <b> [c](http://x) @octocat -->' });
  expect(text).not.toContain('<b>');
  expect(text).not.toContain('@octocat');
  expect(text.split('-->')).toHaveLength(2);
});
