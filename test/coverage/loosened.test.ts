import { describe, expect, test } from 'vitest';
import { checks } from '../../src/coverage/checks/index.ts';
import { examineFiles } from '../../src/coverage/examine-files.ts';
import { judge } from '../../src/coverage/judge.ts';
import { loosenings, neutralKeys } from '../../src/coverage/loosening/index.ts';
import type { Finding } from '../../src/coverage/types.ts';
import { bindPolicy } from '../../src/policy/bind.ts';
import { meanings } from '../../src/policy/meanings.ts';
import { catalogOf } from '../policy/support.ts';
import { access } from './loosening/access.ts';
import { bounds } from './loosening/bounds.ts';
import { grant, policyOf, suppress, whole, type Document } from './loosening/support.ts';
import { parser } from './schema/support.ts';
import { now, relation, users } from './support.ts';

const severities = new Map(checks.map(({ name, severity }) => [name, severity]));

const examined = (before: Document, after: Document) => {
  const policy = policyOf(after);
  const catalog = catalogOf([users, relation(200, 'salaries', ['id', 'amount'])]);
  const read = () => ({ ok: true, statements: [] }) as const;
  const databases = [{ name: 'app', catalog, bound: bindPolicy(policy, catalog, 'app'), read }];
  return { policy, databases, unread: [], observed: undefined, base: { policy: policyOf(before) }, now };
};

const findings = (before: Document, after: Document): readonly Finding[] =>
  judge(examined(before, after), { failOn: 'error' }).findings.filter(({ id }) => id === 'PGV019');

/** What the messages say after "The change of the policy". */
const loosened = (before: Document, after: Document): readonly string[] =>
  findings(before, after).map(({ message }) => message.replace(/^The change of the policy (.*)\.$/, '$1'));

const cases = [...access, ...bounds];

describe('PGV019 policy-loosened', () => {
  test.each<[string, Document, Document, readonly string[]]>(
    cases.map(([name, before, after, said]) => [name, before, after, said]),
  )('%s', (_, before, after, said) => {
    expect([...loosened(before, after)].sort()).toEqual([...said].sort());
  });

  test.each<[string, Document, Document]>(
    cases.flatMap(([name, before, after, , bothWays]) => (bothWays === undefined ? [[name, before, after]] : [])),
  )('%s: not the other way round', (_, before, after) => {
    expect(loosened(after, before)).toEqual([]);
  });

  test.each<[string, Document, Document]>([
    ['no change', {}, {}],
    ['a class more', { classification: '{}' }, {}],
    ['an expired suppression', {}, suppress('finding: unmasked, until: 2026-11-23')],
    ['a principal without a grant', {}, { principals: whole['principals']?.replace(/ }$/, ', x: { local: x } }') ?? '' }],
    ['values that a pattern of a claim takes', {}, { principals: whole['principals']?.replace('"2*"', '"25"') ?? '' }],
    [
      'an issuer that no principal names',
      {},
      { identity: whole['identity']?.replace('issuers: {', 'issuers: { lab: { issuer: "https://b.example" },') ?? '' },
    ],
    ['token users, a label, another reason', { masking: '{ label: a }' }, { masking: '{ label: b }' }],
  ])('not for %s', (_, before, after) => {
    expect(loosened(before, after)).toEqual([]);
  });

  test('at the line of the policy after the change', () => {
    expect(findings({}, { detect: 'off' }).map(({ file, position, severity }) => [file, position.line, severity])).toEqual([
      ['p.yml', 8, 'error'],
    ]);
    expect(findings({}, grant('inference: open')).map(({ position }) => position.line)).toEqual([7, 7]);
  });

  test('each key of the policy is compared, or is one that no value of loosens anything', () => {
    const compared = new Set([...loosenings.flatMap(({ keys }) => keys), ...neutralKeys]);
    expect(Object.keys(meanings).filter((key) => !compared.has(key))).toEqual([]);
    expect([...compared].filter((key) => !Object.hasOwn(meanings, key))).toEqual([]);
  });

  test('each entry of the table, but that of comments, finds something in one of these changes', () => {
    const changes = cases.map(([, before, after]) => {
      const { policy, base, databases } = examined(before, after);
      return { before: base.policy, after: policy, databases, suppressions: [], severities, now };
    });
    const silent = loosenings.filter(({ keys, find }) => keys.length > 0 && changes.every((change) => find(change).length === 0));
    expect(silent).toEqual([]);
  });

  test('its severity is the one that the base says', () => {
    const at = (coverage: string): readonly string[] =>
      findings({ coverage }, { detect: 'off', coverage }).map(({ severity }) => severity);
    expect([...at('{}'), ...at('{ severity: { policy-loosened: note } }')]).toEqual(['error', 'note']);
    expect(
      findings({}, { detect: 'off', coverage: '{ severity: { policy-loosened: note } }' }).map(({ severity }) => severity),
    ).toEqual(['error', 'error']);
  });
});

describe('suppressions in SQL comments', () => {
  const ignore = (until: string): string =>
    `CREATE TABLE users (\n  email text -- pgveil: ignore PGV001 until ${until} because x\n);`;
  const read = (sql: string) =>
    examineFiles({
      policy: policyOf({}),
      database: 'app',
      files: [{ path: 'db/1.sql', text: sql }],
      parser,
      observed: undefined,
      now,
    });
  const said = (before: string, after: string): readonly string[] => {
    const old = read(before);
    const base = { policy: old.policy, suppressions: old.databases[0]?.comments?.suppressions ?? [] };
    return judge({ ...read(after), base }, { failOn: 'error' })
      .findings.filter(({ id }) => id === 'PGV019')
      .map(({ message, file, position }) => `${file}:${String(position.line)}:${String(position.column)} ${message}`);
  };
  const plain = 'CREATE TABLE users (\n  email text\n);';
  const message = (until: string): string =>
    `db/1.sql:2:14 A comment of the change suppresses unmasked at public.users.email until ${until}: it holds once it is in the base.`;

  test('one that is added or prolonged', () => {
    expect(said(plain, ignore('2027-01-31'))).toEqual([message('2027-01-31')]);
    expect(said(ignore('2027-01-31'), ignore('2027-02-01'))).toEqual([message('2027-02-01')]);
  });

  test('not one that was there, on other lines, or ends sooner, or has ended, or goes', () => {
    expect(said(ignore('2027-01-31'), `\n\n${ignore('2027-01-31')}`)).toEqual([]);
    expect(said(ignore('2027-01-31'), ignore('2027-01-30'))).toEqual([]);
    expect(said(plain, ignore('2026-11-23'))).toEqual([]);
    expect(said(ignore('2027-01-31'), plain)).toEqual([]);
  });
});
