import { describe, expect, test } from 'vitest';
import { unmatchedRule } from '../../src/coverage/checks/patterns.ts';
import { refuse } from '../../src/lineage/unreadable.ts';
import { columnKey } from '../../src/catalog/types.ts';
import { output, source } from '../policy/support.ts';
import { examined, foreignKey, found, relation, statement, users, verdictOf, type Given, type Sections } from './support.ts';

const says = (name: string, policy: Sections): readonly string[] => found(name, { policy });

const two = '{ a: { credentials: { r: { url: "${env:A}" } } }, b: { credentials: { r: { url: "${env:B}" } } } }';

describe('PGV003 unmatched-rule', () => {
  test.each<[string, Sections, string]>([
    [
      'a column that is not there',
      { columns: '{ public.users.emial: email }' },
      'public.users.emial (classification) matches nothing in the database: it classifies no column.',
    ],
    [
      'a deny',
      { grants: '[{ to: [dev], relations: { deny: [public.user] } }]' },
      'public.user (deny of grants[0]) matches nothing in the database: it denies nothing.',
    ],
    [
      'an allow',
      { grants: '[{ to: [dev], relations: { allow: [public.user] } }]' },
      'public.user (allow of grants[0]) matches nothing in the database: it allows nothing.',
    ],
    [
      'a reveal',
      { grants: '[{ to: [dev], reveal: [{ column: public.user.email, reason: "support", until: 2027-01-31 }] }]' },
      'public.user.email (reveal of grants[0]) matches nothing in the database: it reveals nothing.',
    ],
  ])('%s', (_, policy, message) => {
    expect(says('unmatched-rule', policy)).toEqual([message]);
  });

  test('none for what matches, for a rule behind a more specific one, and while a database is not looked at', () => {
    expect(says('unmatched-rule', {})).toEqual([]);
    expect(says('unmatched-rule', { columns: '{ public.users.email: email, "*.users.email": email }' })).toEqual([]);
    const both = examined({ policy: { columns: '{ public.users.emial: email }', databases: two } });
    const count = (databases: typeof both.databases): number =>
      unmatchedRule.find({ ...both, databases }, { severities: new Map(), findings: [], ran: new Set(), complete: true }).length;
    expect([count(both.databases), count(both.databases.slice(1))]).toEqual([1, 0]);
  });
});

describe('PGV004 unmatched-wildcard', () => {
  test('a pattern for what may come', () => {
    expect(says('unmatched-wildcard', { columns: '{ "*.*.ssn": email }' })).toEqual([
      '*.*.ssn (classification) matches nothing in the database: it classifies no column.',
    ]);
    expect(says('unmatched-wildcard', { columns: '{ "*.*.email": email }' })).toEqual([]);
  });
});

describe('reveals', () => {
  const until = (day: string, reason = 'support tickets'): Sections => ({
    grants: `[{ to: [dev], reveal: [{ class: email, reason: "${reason}", until: ${day} }] }]`,
  });

  test('PGV005: past its end from the day after its last', () => {
    expect(says('expired-reveal', until('2026-11-23'))).toEqual([
      'The reveal of class email for dev ended on 2026-11-23 and is without effect.',
    ]);
    expect(says('expired-reveal', until('2026-11-24'))).toEqual([]);
  });

  test('PGV006: within the time that the policy gives', () => {
    expect(says('reveal-ends-soon', until('2026-12-01'))).toEqual(['The reveal of class email for dev ends on 2026-12-01.']);
    expect(says('reveal-ends-soon', { ...until('2026-12-01'), coverage: '{ ends-soon: 2d }' })).toEqual([]);
    expect(says('reveal-ends-soon', until('2026-11-23'))).toEqual([]);
  });

  test.each(['TODO', 'n/a', '-', 'tbd.', 'testing'])('PGV007: %j is no reason', (reason) => {
    expect(says('reveal-reason', until('2027-01-31', reason))).toEqual(['The reveal of class email for dev gives no reason.']);
  });

  test('PGV007: a sentence is', () => {
    expect(says('reveal-reason', until('2027-01-31', 'test accounts are matched by address'))).toEqual([]);
  });
});

describe('PGV008 mask-type', () => {
  const numbers = relation(100, 'users', ['id', ['email', { type: 20 }]]);

  test('a mask for text on a number, and a token that has no room', () => {
    expect(found('mask-type', { relations: [numbers] })).toEqual([
      'Mask email of class email does not work on public.users.email (int8): dev gets redacted values.',
    ]);
    const short = relation(100, 'users', ['id', ['email', { type: 1043, typmod: 4 + 6 }]]);
    expect(found('mask-type', { relations: [short], policy: { classes: '{ email: { mask: hash } }' } })).toHaveLength(1);
  });

  test.each(['redact', '"null"', 'hash', '{ fixed: { value: 7 } }'])('%s works on a number', (mask) => {
    expect(found('mask-type', { relations: [numbers], policy: { classes: `{ email: { mask: ${mask} } }` } })).toEqual([]);
  });
});

describe('PGV009 opaque-view', () => {
  const view = relation(200, 'people', ['id', 'contact'], { kind: 'v' });
  const email = columnKey(100, 2);
  const reads = (opaque: string | undefined, touched = true) => ({
    relations: [users, view],
    read: () => ({
      ok: true as const,
      statements: [
        statement({
          columns: [output('contact', touched ? [source(email)] : [], { opaque })],
          touched: touched ? [email] : [],
        }),
      ],
    }),
  });

  test('a column that cannot be followed, over a classified one', () => {
    expect(found('opaque-view', reads('public.shorten'))).toEqual([
      'View public.people cannot be followed in public.people.contact (public.shorten): this column is redacted.',
    ]);
  });

  test('a view that cannot be read at all', () => {
    const { unreadable } = refuse('unmodelled', 'a TABLESAMPLE') as { unreadable: { reason: 'unmodelled'; detail: string } };
    expect(found('opaque-view', { relations: [users, view], read: () => ({ ok: false, unreadable }) })).toEqual([
      'View public.people cannot be followed (a TABLESAMPLE): statements that use it are refused.',
    ]);
  });

  test('none for one that can, that touches nothing classified, or that nobody reads', () => {
    expect(found('opaque-view', reads(undefined))).toEqual([]);
    expect(found('opaque-view', reads('public.shorten', false))).toEqual([]);
    const policy = { grants: '[{ to: [dev], relations: { deny: [public.people] } }]' };
    expect(found('opaque-view', { ...reads('public.shorten'), policy })).toEqual([]);
  });
});

describe('foreign keys', () => {
  const orders = relation(200, 'orders', ['id', 'customer'], { constraints: [foreignKey([2], 100, [2])] });
  const both = '{ public.users.email: email, public.orders.customer: contact }';

  test('PGV010: one side classified, whichever it is', () => {
    const apart = { classification: 'foreign-keys: false, ' };
    expect(found('foreign-key-class', { relations: [users, orders], policy: apart })).toEqual([
      'public.orders.customer has no class and is shown as it is: by a foreign key it holds the values of public.users.email (class email).',
    ]);
    const policy = { columns: '{ public.orders.customer: email }' };
    expect(found('foreign-key-class', { relations: [users, orders], policy })).toEqual([
      'public.users.email has no class and is shown as it is: by a foreign key it holds the values of public.orders.customer (class email).',
    ]);
  });

  test('PGV010: not where the key gives its class to what references it', () => {
    expect(found('foreign-key-class', { relations: [users, orders] })).toEqual([]);
  });

  test('PGV010: not where the policy says none, nor between columns without class', () => {
    const none = { columns: '{ public.users.email: email, public.orders.customer: none }' };
    expect(found('foreign-key-class', { relations: [users, orders], policy: none })).toEqual([]);
    expect(found('foreign-key-class', { relations: [users, orders], policy: { columns: '{}' } })).toEqual([]);
  });

  test('PGV011: two classes, of which even equal masks have different keys', () => {
    const policy = { columns: both, classes: '{ email: { mask: hash }, contact: { mask: hash } }' };
    expect(found('foreign-key-mask', { relations: [users, orders], policy })).toEqual([
      'public.orders.customer (class contact) references public.users.email (class email): dev sees the same value differently on either side, and cannot match rows.',
    ]);
  });

  test('PGV011: not where both are redacted, or of one class', () => {
    const policy = { columns: both, classes: '{ email: { mask: redact }, contact: { mask: redact } }' };
    expect(found('foreign-key-mask', { relations: [users, orders], policy })).toEqual([]);
    const one = { columns: '{ public.users.email: email, public.orders.customer: email }' };
    expect(found('foreign-key-mask', { relations: [users, orders], policy: one })).toEqual([]);
  });
});

describe('principals of GitHub', () => {
  const matching = (match: string, issuer?: string): Sections => ({
    principals: `{ dev: { match: { issuer: hub, ${match} } } }`,
    ...(issuer === undefined ? {} : { issuer }),
  });
  const any = 'Principal dev matches jobs of any repository on GitHub.';
  const anyEvent = 'Principal dev matches jobs of any event, branch and workflow.';

  test.each([
    ['event_name: push', [any]],
    ['repository: "*/shop"', [any]],
    ['repository: [octo-org/shop, "*"]', [any]],
    ['repository_id: "1"', []],
    ['repository: "octo-org/*"', []],
    ['job_workflow_ref: "octo-org/shop/.github/workflows/agent.yml@*"', []],
  ])('PGV012: %s', (match, messages) => {
    expect(says('any-repository', matching(match))).toEqual(messages);
  });

  test.each([
    ['repository_id: "1"', [anyEvent]],
    ['repository_id: "1", ref: "*"', [anyEvent]],
    ['repository_id: "1", environment: agents', []],
    ['repository_id: "1", event_name: [push]', []],
  ])('PGV013: %s', (match, messages) => {
    expect(says('any-event', matching(match))).toEqual(messages);
  });

  test('another issuer has other claims; a principal without a grant can do nothing', () => {
    expect(says('any-repository', matching('groups: data', 'https://login.example.com'))).toEqual([]);
    expect(says('any-repository', matching('groups: data', 'https://ghes.example.com/_services/token'))).toEqual([any]);
    expect(says('any-repository', { ...matching('event_name: push'), grants: '[]' })).toEqual([]);
  });
});

describe('PGV015 personal-column and PGV016 maybe-personal', () => {
  const people = relation(100, 'users', ['id', 'email', 'national_id', 'location']);

  test('a column that looks personal, with the line that classifies it', () => {
    const { findings } = verdictOf({ relations: [people] });
    expect(findings.filter(({ name }) => name === 'personal-column').map(({ message, yaml }) => ({ message, yaml }))).toEqual([
      {
        message: expect.stringMatching(
          /^public\.users\.national_id looks like gov id and has no class: agents see it as it is \(name has 'national id'/,
        ) as string,
        yaml: '    public.users.national_id: gov_id',
      },
    ]);
    expect(findings.filter(({ name }) => name === 'maybe-personal').map(({ subject }) => subject)).toEqual([
      'app/public.users.location',
    ]);
  });

  test('under the name that the policy has for the class', () => {
    const classes = '{ email: { mask: email }, national-id: { mask: redact } }';
    const { findings } = verdictOf({ relations: [people], policy: { classes } });
    expect(findings.find(({ name }) => name === 'personal-column')?.yaml).toBe('    public.users.national_id: national-id');
  });

  test.each<[string, Given]>([
    ['where it has a class', { policy: { columns: '{ public.users.email: email, public.users.national_id: email }' } }],
    ['where the policy says none', { policy: { columns: '{ public.users.email: email, public.users.national_id: none }' } }],
    ['where nobody reads it', { policy: { grants: '[{ to: [dev], relations: { deny: [public.users] } }]' } }],
    ['in a view', { relations: [relation(200, 'users', ['id', 'national_id'], { kind: 'v' })] }],
    [
      'in a partition, of which the parent speaks',
      {
        policy: { columns: '{ public.users.national_id: email }' },
        relations: [
          relation(100, 'users', ['id', 'national_id']),
          relation(101, 'users_1', ['id', 'national_id'], { parents: [100] }),
        ],
      },
    ],
    ['in a system schema', { relations: [relation(100, 'users', ['id', 'national_id'], { schema: 'pg_temp_1' })] }],
    ['where nothing looks so', { relations: [relation(100, 'orders', ['id', 'total', 'created_at'])] }],
  ])('not %s', (_, given) => {
    expect(found('personal-column', { relations: [people], ...given })).toEqual([]);
  });
});

test('PGV015: a column that a child has of its own', () => {
  const relations = [
    relation(100, 'users', ['id', 'email']),
    relation(101, 'members', ['id', 'email', 'national_id'], { parents: [100] }),
  ];
  expect(found('personal-column', { relations })).toEqual([expect.stringMatching(/^public\.members\.national_id looks like/)]);
});

describe('PGV017 class-conflict', () => {
  const commented = relation(100, 'users', ['id', ['email', { comment: '@class contact' }]]);
  const classes = '{ email: { mask: email }, contact: { mask: email } }';

  test('shows both origins', () => {
    expect(found('class-conflict', { relations: [commented], policy: { classes } })).toEqual([
      'public.users.email is email by the policy (p.yml:5 public.users.email), which holds, and contact by its comment (@class contact).',
    ]);
  });

  test('not where both say the same, or the policy makes an exception', () => {
    const same = relation(100, 'users', ['id', ['email', { comment: '@class email' }]]);
    expect(found('class-conflict', { relations: [same], policy: { classes } })).toEqual([]);
    expect(
      found('class-conflict', { relations: [commented], policy: { classes, columns: '{ public.users.email: none }' } }),
    ).toEqual([]);
  });
});
