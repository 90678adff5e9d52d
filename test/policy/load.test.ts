import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadPolicy } from '../../src/policy/load.ts';
import { problemText } from '../../src/policy/problems.ts';

const head = `version: 1
databases:
  app:
    credentials:
      reader:
        url: \${env:URL}
`;

const problems = (text: string): readonly string[] => {
  const loaded = loadPolicy(text, { file: 'p.yml' });
  return loaded.ok ? [] : loaded.problems.map(problemText);
};

describe('what is wrong, where, and what was meant', () => {
  test.each<[string, string, string[]]>([
    ['an unknown key', `${head}clases: {}\n`, ['p.yml:7:1: unknown key "clases" (did you mean "classes"?)']],
    [
      'a literal URL, which is not quoted',
      head.replace('${env:URL}', 'postgres://u:hunter2@h/d'),
      ['p.yml:6:14: "url" must be a reference, ${env:NAME} or ${file:/path}: secrets never stand in the policy itself'],
    ],
    [
      'an unknown mask',
      `${head}classes:\n  a: { mask: emial }\n`,
      ['p.yml:8:14: "mask" cannot be "emial" (did you mean "email"?)'],
    ],
    [
      'an unknown mask with options',
      `${head}classes:\n  a: { mask: { partal: { first: 1 } } }\n`,
      ['p.yml:8:16: unknown key "partal" in "classes.a.mask" (did you mean "partial"?)'],
    ],
    [
      'an unknown option',
      `${head}classes:\n  a: { mask: { partial: { frist: 1 } } }\n`,
      ['p.yml:8:27: unknown key "frist" in "classes.a.mask.partial" (did you mean "first"?)'],
    ],
    [
      'an undefined class',
      `${head}classes:\n  email: {}\nclassification:\n  columns:\n    public.users.email: emial\n`,
      ['p.yml:11:25: class "emial" is not defined under classes (did you mean "email"?)'],
    ],
    [
      'a column without its schema',
      `${head}classification:\n  columns:\n    users.email: none\n`,
      ['p.yml:9:5: "users.email" is not a column: write schema.table.column, "*" for any part'],
    ],
    [
      'a number where a claim is a text',
      `${head}identity:\n  issuers:\n    gh: { issuer: "https://gh" }\nprincipals:\n  a:\n    match: { issuer: gh, repository_id: 123 }\n`,
      ['p.yml:12:41: "repository_id" must be a text in quotes, and is a number'],
    ],
    [
      'a match by sub',
      `${head}identity:\n  issuers:\n    gh: { issuer: "https://gh" }\nprincipals:\n  a:\n    match: { issuer: gh, sub: "x" }\n`,
      [
        'p.yml:12:26: "sub" cannot be matched (its shape differs between repositories and can be customised: match repository_id, environment, event_name or job_workflow_ref)',
      ],
    ],
    [
      'a match that lets anybody in',
      `${head}identity:\n  issuers:\n    gh: { issuer: "https://gh" }\nprincipals:\n  a:\n    match: { issuer: gh }\n`,
      ['p.yml:12:5: any token of the issuer would match (match a claim that only your jobs have, as repository_id)'],
    ],
    [
      'an unknown issuer',
      `${head}identity:\n  issuers:\n    github: { issuer: "https://gh" }\nprincipals:\n  a:\n    match: { issuer: gihub, ref: x }\n`,
      ['p.yml:12:22: issuer "gihub" is not defined under identity.issuers (did you mean "github"?)'],
    ],
    ['a principal that is not there', `${head}grants:\n  - to: [dev]\n`, ['p.yml:8:10: there is no principal "dev"']],
    [
      'a date that is none',
      `${head}grants:\n  - to: [x]\n    reveal: [{ class: a, reason: r, until: 2027-02-31 }]\n`,
      ['p.yml:9:44: "until" is not a date in the calendar: write YYYY-MM-DD'],
    ],
    [
      'access of no kind',
      `${head}grants:\n  - { to: [x], access: raed }\n`,
      ['p.yml:8:24: "access" cannot be "raed" (did you mean "read"?)'],
    ],
    [
      'a duration without its unit',
      `${head}limits: { statement-time: "30" }\n`,
      ['p.yml:7:27: "statement-time" is not a duration: write a number and ms, s, m, h or d, as in 30s'],
    ],
    ['a key twice', `${head}classes: {}\nclasses: {}\n`, ['p.yml:8:1: Map keys must be unique (write each key once)']],
    ['no version', head.replace('version: 1\n', ''), ['p.yml:1:1: "version" is missing']],
    ['nothing', '', ['p.yml:1:1: "the policy" must be a mapping, and is nothing']],
    [
      'a mask key that is missing',
      `${head}masking: { scope: key }\n`,
      ['p.yml:7:19: masks that outlive a run need a key (key: ${env:PGVEIL_MASKING_KEY})'],
    ],
  ])('%s', (_, text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  test('a reference that YAML reads as a mapping', () => {
    const [first] = problems(head.replace('reader:\n        url: ${env:URL}', 'reader: { url: ${env:URL} }'));
    expect(first).toMatch(/^p\.yml:5:.*\(within { } or \[ \] put references in quotes: "\$\{env:NAME\}"\)$/);
  });

  test('no secret of the file is quoted', () => {
    expect(problems(head.replace('${env:URL}', 'postgres://u:hunter2@h/d')).join()).not.toContain('hunter2');
  });

  test('several at once, in the order of the file', () => {
    const found = problems(`versoin: 1\n${head}clases: {}\n`);
    expect(found.map((one) => one.split(': ')[0])).toEqual(['p.yml:1:1', 'p.yml:8:1']);
  });

  test('two credentials and a grant that says none', () => {
    const text = `${head}      writer:\n        url: \${env:W}\nidentity: { local: { verifiers: f } }\nprincipals: { dev: { local: dev } }\ngrants:\n  - to: [dev]\n`;
    expect(problems(text)).toEqual([
      'p.yml:12:5: the grant has to say which credential of database "app" it uses (one of "reader", "writer")',
    ]);
    expect(problems(`${text}    credential: wrter\n`)).toEqual([
      'p.yml:13:17: database "app" has no credential "wrter" (did you mean "writer"?)',
    ]);
  });
});

test('aliases work, and a bomb of them is an error', () => {
  expect(problems(`${head}classes:\n  a: &a { mask: redact }\n  b: *a\n  c: { <<: *a, lookup: true }\n`)).toEqual([]);
  const bomb = ['x0: &x0 [l, l, l, l, l, l, l, l, l]'];
  for (let i = 1; i < 9; i += 1) bomb.push(`x${i}: &x${i} [${Array.from({ length: 9 }, () => `*x${i - 1}`).join(', ')}]`);
  expect(problems(bomb.join('\n'))).toEqual([
    'p.yml:1:1: the file holds an alias without its anchor, or aliases that multiply beyond reason',
  ]);
});

test('a key of the prototype is an error, not left out', () => {
  expect(problems(`${head}classes:\n  __proto__: { mask: redact }\n`)).toEqual(['p.yml:8:3: "__proto__" is not a name']);
});

test('the starter policy is valid', () => {
  const text = readFileSync(new URL('../../policies/starter.yml', import.meta.url), 'utf8');
  expect(problems(text)).toEqual([]);
});

test('defaults and read values', () => {
  const loaded = loadPolicy(`${head}limits: { bytes: 10MB, statement-time: 30s }\n`, { file: 'p.yml' });
  expect(loaded.ok && loaded.policy.document.limits).toEqual({ bytes: 10485760, 'statement-time': 30_000, lookups: 1_000 });
  expect(loaded.ok && loaded.policy.document.identity.session).toEqual({ 'max-age': 21_600_000 });
  expect(loaded.ok && loaded.policy.databases.get('app')?.credentials.get('reader')?.url).toEqual({ from: 'env', name: 'URL' });
});
