import { describe, expect, test } from 'vitest';
import { examineFiles } from '../../src/coverage/examine-files.ts';
import { fingerprint } from '../../src/coverage/fingerprint.ts';
import { judge } from '../../src/coverage/judge.ts';
import type { Examined, Known, Verdict } from '../../src/coverage/types.ts';
import { load } from '../policy/support.ts';
import { parser } from './schema/support.ts';
import { now, observe, policyText, relation, started, users, verdictOf, type Sections } from './support.ts';

const examinedFiles = (sql: string, sections: Sections = {}, base?: Examined['base']): Examined =>
  examineFiles({
    policy: load(policyText({ columns: '{}', ...sections })),
    database: 'app',
    files: [{ path: 'db/1.sql', text: sql }],
    parser,
    observed: undefined,
    now,
    ...(base === undefined ? {} : { base }),
  });

const check = (sql: string, sections: Sections = {}): Verdict => judge(examinedFiles(sql, sections), { failOn: 'error' });

const shown = ({ findings }: Verdict): readonly string[] =>
  findings.map(
    ({ id, file, position, message }) => `${id} ${file}:${String(position.line)}:${String(position.column)} ${message}`,
  );

/** A table with one personal column, on line 3. */
const table = (comment: string): string => `CREATE TABLE users (\n  id int,\n  national_id text${comment}\n);`;
const ignore = 'pgveil: ignore PGV015 until 2027-01-31 because the column holds test data';

describe('a comment suppresses', () => {
  test.each<[string, string]>([
    ['behind the column', table(` -- ${ignore}`)],
    ['as a block', table(` /* ${ignore} */`)],
    ['before the column', table('').replace('  national', `  -- ${ignore}\n  national`)],
    [
      'by the name of the finding, in any case',
      table(` -- ${ignore.replace('PGV015', 'Personal-Column').replace('until', 'UNTIL')}`),
    ],
    ['among others', table(` -- ${ignore.replace('PGV015', 'PGV016, PGV015')}`)],
    ['with an ID in small letters', table(` -- ${ignore.replace('PGV015', 'pgv015')}`)],
  ])('%s', (_, sql) => {
    const { findings, suppressed, result } = check(sql);
    expect(findings.filter(({ id }) => id !== 'PGV023')).toEqual([]);
    expect(result).toBe('pass');
    expect(suppressed).toMatchObject([
      { finding: { id: 'PGV015' }, reason: 'the column holds test data', until: '2027-01-31', place: { file: 'db/1.sql' } },
    ]);
  });

  test.each<[string, string]>([
    ['another column', table('').replace('id int,', `id int, -- ${ignore}`)],
    ['another finding', table(` -- ${ignore.replace('PGV015', 'PGV001')}`)],
    ['after its end', table(` -- ${ignore.replace('2027-01-31', '2026-11-23')}`)],
    ['in another file', `-- ${ignore}`],
  ])('not %s', (name, sql) => {
    const text = name === 'in another file' ? `${table('')}\n${sql}` : sql;
    expect(check(text).findings.some(({ id }) => id === 'PGV015')).toBe(true);
    expect(check(text).result).toBe('fail');
  });

  test('a finding of the statement', () => {
    const sql = `CREATE TABLE a (x int); DO $$ BEGIN EXECUTE format('x', 1); END $$; -- pgveil: ignore unread-schema until 2027-01-31 because partitions only`;
    expect(check(sql)).toMatchObject({ findings: [], suppressed: [{ reason: 'partitions only' }] });
  });
});

describe('PGV022 expired-suppression', () => {
  test('of a comment, at its line; what it was for counts again', () => {
    expect(shown(check(table(` -- ${ignore.replace('2027-01-31', '2026-11-23')}`)))).toEqual([
      expect.stringMatching(/^PGV015 db\/1\.sql:3:3 /),
      'PGV022 db/1.sql:3:20 The suppression of personal-column at public.users.national_id ended on 2026-11-23 and is without effect.',
    ]);
  });

  test('of the policy', () => {
    const coverage = '{ suppress: [{ finding: superuser, reason: agreed, until: 2026-11-23 }] }';
    expect(shown(verdictOf({ policy: { coverage } }))).toEqual([
      'PGV022 p.yml:8:24 The suppression of superuser ended on 2026-11-23 and is without effect.',
    ]);
  });

  test('not on its last day', () => {
    expect(shown(check(table(` -- ${ignore.replace('2027-01-31', '2026-11-24')}`)))).toEqual([]);
  });
});

describe('PGV023 unused-suppression', () => {
  const of = (finding: string): Sections => ({
    coverage: `{ suppress: [{ finding: ${finding}, reason: agreed, until: 2027-01-31 }] }`,
  });

  test('of a comment and of the policy', () => {
    const verdict = check(`CREATE TABLE users (\n  id int -- ${ignore}\n);`, of('unmasked'));
    expect(shown(verdict)).toEqual([
      'PGV023 db/1.sql:2:10 The suppression of personal-column at public.users.id suppresses nothing.',
      'PGV023 p.yml:8:24 The suppression of unmasked suppresses nothing.',
    ]);
    expect(verdict).toMatchObject({ result: 'pass', counts: { note: 2 } });
  });

  test.each<[string, Verdict]>([
    ['that is used', verdictOf({ policy: { classes: '{ email: {} }', ...of('unmasked') } })],
    ['for a check that did not run', verdictOf({ policy: of('unread-schema') })],
    ['for what a run may do another time', verdictOf({ policy: of('refused-statement') }, {}, observe([started]))],
    ['while something could not be looked at', verdictOf({ policy: of('unmasked'), unread: [{ what: 'x', reason: 'y' }] })],
  ])('not one %s', (_, verdict) => {
    expect(verdict.findings).toEqual([]);
  });

  test('not while a database is not looked at, and can be suppressed itself', () => {
    const databases = '{ app: { credentials: { r: { url: "${env:A}" } } }, b: { credentials: { r: { url: "${env:B}" } } } }';
    expect(shown(check('CREATE TABLE a (x int);', { ...of('unmasked'), databases }))).toEqual([]);
    const both =
      '{ suppress: [{ finding: unmasked, reason: a, until: 2027-01-31 }, { finding: unused-suppression, reason: b, until: 2027-01-31 }] }';
    expect(verdictOf({ policy: { coverage: both } })).toMatchObject({ findings: [], suppressed: [{ reason: 'b' }] });
  });
});

describe('PGV024 malformed-suppression', () => {
  test.each<[string, string]>([
    ['pgveil: ignore PGV015 because it is fine', 'has no end: write "until" and a date, before "because"'],
    ['pgveil: ignore PGV015', 'has no end: write "until" and a date, before "because"'],
    ['pgveil: ignore PGV015 because it is fine until 2027-01-31', 'has no end: write "until" and a date, before "because"'],
    ['pgveil: ignore PGV015 until 2027-01-31', 'has no reason: write "because" and why, behind the date'],
    ['pgveil: ignore PGV015 until 2027-01-31 because  ', 'has no reason: write "because" and why, behind the date'],
    ['pgveil: ignore PGV015 until tomorrow because x', 'has an end that is not a date: write YYYY-MM-DD'],
    ['pgveil: ignore PGV015 until 2027-02-30 because x', 'has an end that is not a date in the calendar: write YYYY-MM-DD'],
    ['pgveil: ignore PGV999 until 2027-01-31 because x', 'names a finding that does not exist'],
    ['pgveil: ignore until 2027-01-31 because x', 'does not say which finding to ignore'],
    ['pgveil: ignore', 'does not say which finding to ignore'],
    ['pgveil: allow PGV015 until 2027-01-31 because x', 'says something else than "ignore"'],
    ['pgveil:', 'says something else than "ignore"'],
    [`pgveil: ignore PGV015 until 2027-01-31 because ${'x'.repeat(1_001)}`, 'has a reason that is too long'],
  ])('%s', (comment, fault) => {
    const verdict = check(table(` -- ${comment}`));
    expect(shown(verdict)).toEqual([
      expect.stringMatching(/^PGV015 db\/1\.sql:3:3 /),
      `PGV024 db/1.sql:3:20 A comment to pgveil ${fault}: it suppresses nothing.`,
    ]);
    expect(verdict.suppressed).toEqual([]);
  });
});

describe('of a change, what was suppressed before it holds', () => {
  const verdictAfter = (
    before: string,
    after: string,
    sections: { readonly before?: Sections; readonly after?: Sections } = {},
  ): Verdict => {
    const old = examinedFiles(before, sections.before);
    const was = judge(old, { failOn: 'error' });
    const known = new Map<string, Known['by']>(
      [...was.findings, ...was.suppressed.map(({ finding }) => finding)].map((finding) => [fingerprint(finding), 'base']),
    );
    const base = { policy: old.policy, suppressions: old.databases[0]?.comments?.suppressions ?? [] };
    return judge(examinedFiles(after, sections.after, base), { failOn: 'error', known });
  };
  const personal = ({ findings }: Verdict): number => findings.filter(({ id }) => id === 'PGV015').length;
  const suppress = '{ suppress: [{ finding: personal-column, reason: agreed, until: 2027-01-31 }] }';

  test('comments for what the base has', () => {
    const sql = table(` -- ${ignore}`);
    expect(verdictAfter(sql, `\n${sql}`)).toMatchObject({
      result: 'pass',
      findings: [],
      suppressed: [{ finding: { id: 'PGV015' } }],
    });
  });

  test('not comments of its own', () => {
    expect(personal(verdictAfter('', table(` -- ${ignore}`)))).toBe(1);
  });

  test('not a policy of its own', () => {
    const after = { coverage: suppress };
    expect(personal(verdictAfter('', table(''), { after }))).toBe(1);
    expect(personal(verdictAfter('', table(''), { before: after, after }))).toBe(0);
  });

  test('nor severities of its own, unless they are stricter', () => {
    const severity = (level: string): Sections => ({ coverage: `{ severity: { personal-column: ${level} } }` });
    const [note, error] = [severity('note'), severity('error')];
    expect(verdictAfter('', table(''), { after: note }).counts.error).toBeGreaterThan(0);
    expect(verdictAfter('', table(''), { before: note, after: error }).counts.error).toBe(1);
    expect(verdictAfter('', table(''), { before: note, after: note }).counts).toMatchObject({ error: 0, note: 1 });
  });
});

test('a live database has no comments', () => {
  expect(verdictOf({ relations: [users, relation(200, 'a', ['x'])] }).checks).toContain('PGV024');
});
