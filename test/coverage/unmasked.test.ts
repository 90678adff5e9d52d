import { describe, expect, test } from 'vitest';
import { found, relation, users, verdictOf } from './support.ts';

const maskless = { classes: '{ email: {} }' };

describe('PGV001 unmasked', () => {
  test('a class with a mask is no finding', () => {
    expect(found('unmasked', {})).toEqual([]);
  });

  test('a class without one is, at its line, with the line that mends it', () => {
    const { result, findings } = verdictOf({ policy: maskless });
    expect(result).toBe('fail');
    expect(findings).toEqual([
      {
        id: 'PGV001',
        name: 'unmasked',
        severity: 'error',
        subject: 'app/public.users.email',
        message: 'public.users.email holds class email, which has no mask: dev can read it and gets nothing but redacted values.',
        file: 'p.yml',
        position: { line: 4, column: 12 },
        column: { database: 'app', key: '100.2', relation: 'public.users', name: 'public.users.email' },
        remedy: 'Give class email a mask.',
        yaml: '  email: { mask: email }',
      },
    ]);
  });

  const iban = relation(200, 'accounts', ['id', ['iban', { comment: '@class iban' }]]);

  test('a class that only a comment names is mended below classes', () => {
    const { findings } = verdictOf({ relations: [users, iban] });
    expect(findings.map(({ id, position, remedy, yaml }) => ({ id, position, remedy, yaml }))).toEqual([
      {
        id: 'PGV001',
        position: { line: 4, column: 1 },
        remedy: 'Define class iban with a mask under classes.',
        yaml: '  iban: { mask: { partial: { last: 4 } } }',
      },
    ]);
  });

  test('a proposed mask fits the type of the column', () => {
    const numbers = relation(200, 'accounts', ['id', ['iban', { comment: '@class iban', type: 20 }]]);
    expect(verdictOf({ relations: [users, numbers] }).findings.map(({ yaml }) => yaml)).toEqual(['  iban: { mask: redact }']);
  });

  test.each([
    ['nobody has a grant', { grants: '[]' }],
    ['the relation is denied', { grants: '[{ to: [dev], relations: { deny: [public.users] } }]' }],
    ['the relation is not allowed', { grants: '[{ to: [dev], relations: { allow: ["sales.*"] } }]' }],
    ['the grant has a mask of its own', { grants: '[{ to: [dev], masks: { email: redact } }]' }],
    ['the class is revealed', { grants: '[{ to: [dev], reveal: [{ class: email, reason: "support", until: 2027-01-31 }] }]' }],
  ])('none where %s', (_, sections) => {
    expect(found('unmasked', { policy: { ...maskless, ...sections } })).toEqual([]);
  });

  test('a reveal that has ended does not count', () => {
    const grants = '[{ to: [dev], reveal: [{ class: email, reason: "support", until: 2026-01-31 }] }]';
    expect(found('unmasked', { policy: { ...maskless, grants } })).toHaveLength(1);
  });

  test('every principal that can read it is named, by its group too', () => {
    const principals = '{ a: { local: a, groups: [people] }, b: { local: b, groups: [people] }, c: { local: c } }';
    const policy = { ...maskless, principals, grants: '[{ to: ["group:people"] }]' };
    expect(found('unmasked', { policy })).toEqual([
      'public.users.email holds class email, which has no mask: a and b can read it and get nothing but redacted values.',
    ]);
  });

  test('a partition is spoken for by its parent', () => {
    const part = relation(101, 'users_1', ['id', 'email'], { parents: [100] });
    expect(verdictOf({ policy: maskless, relations: [users, part] }).findings.map(({ subject }) => subject)).toEqual([
      'app/public.users.email',
    ]);
  });

  test('system catalogs and generated columns are redacted by design', () => {
    const activity = relation(300, 'pg_stat_activity', ['query'], { schema: 'pg_catalog' });
    expect(found('unmasked', { relations: [users, activity] })).toEqual([]);
  });

  test('a name that is no plain word is quoted as in the policy', () => {
    const odd = relation(200, 'a "b".c', [['x y', { comment: '@class email' }]]);
    expect(found('unmasked', { policy: maskless, relations: [odd, users] })[0]).toContain('public."a ""b"".c"."x y" holds');
  });
});

describe('PGV002 unknown-class', () => {
  const commented = relation(200, 'accounts', ['id', ['iban', { comment: '@class iban' }]]);
  const unread = { grants: '[{ to: [dev], relations: { deny: [public.accounts] } }]' };

  test('a class that only a comment names, on a column that nobody reads', () => {
    expect(found('unknown-class', { relations: [users, commented], policy: unread })).toEqual([
      'The comment on public.accounts.iban names class iban, which the policy does not define.',
    ]);
  });

  test('none where the class is defined, or where the column is a finding already', () => {
    const classes = '{ email: { mask: email }, iban: { mask: redact } }';
    expect(found('unknown-class', { relations: [users, commented], policy: { ...unread, classes } })).toEqual([]);
    expect(found('unknown-class', { relations: [users, commented] })).toEqual([]);
  });
});
