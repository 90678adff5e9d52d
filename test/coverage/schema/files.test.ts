import { describe, expect, test } from 'vitest';
import { naturally, orderMigrations, otherMigrations, runPart } from '../../../src/coverage/schema/files.ts';

const order = (...paths: readonly string[]): readonly string[] =>
  orderMigrations(paths.map((path) => ({ path, text: '' }))).map(({ path }) => path);

describe('order', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['plain numbers', ['10_b.sql', '9_a.sql', 'readme.md'], ['9_a.sql', '10_b.sql']],
    [
      'Flyway: versions by number, repeatable ones last, no undo',
      ['R__views.sql', 'V10__c.sql', 'V1_2__b.sql', 'V1.1__a.sql', 'U10__c.sql', 'beforeMigrate.sql'],
      ['beforeMigrate.sql', 'V1.1__a.sql', 'V1_2__b.sql', 'V10__c.sql', 'R__views.sql'],
    ],
    ['Flyway: from the newest baseline on', ['V1__a.sql', 'B2__b.sql', 'V2__c.sql', 'V3__d.sql'], ['B2__b.sql', 'V3__d.sql']],
    [
      'Flyway: scripts around it, not those of other commands; a name that ends in down is none of its habits',
      ['afterMigrate__x.sql', 'V1__a.down.sql', 'beforeClean.sql', 'beforeEachMigrate.sql'],
      ['beforeEachMigrate.sql', 'V1__a.down.sql', 'afterMigrate__x.sql'],
    ],
    ['what undoes nothing is run', ['1_a.down.sql', '2_b.sql', 'U1__x.sql'], ['1_a.down.sql', '2_b.sql', 'U1__x.sql']],
    ['other names of SQL files', ['1.psql', '2.ddl', '3.SQL', '4.md'], ['1.psql', '2.ddl', '3.SQL']],
    ['golang-migrate', ['2_b.up.sql', '2_b.down.sql', '1_a.up.sql', '1_a.down.sql'], ['1_a.up.sql', '2_b.up.sql']],
    [
      'Prisma and Diesel: a directory for each',
      ['20240102_b/migration.sql', '20240101_a/migration.sql', '20240103_c/up.sql', '20240103_c/down.sql'],
      ['20240101_a/migration.sql', '20240102_b/migration.sql', '20240103_c/up.sql'],
    ],
    ['Drizzle', ['0001_b.sql', '0000_a.sql', 'meta/_journal.json'], ['0000_a.sql', '0001_b.sql']],
  ])('%s', (_, paths, expected) => {
    expect(order(...paths)).toEqual(expected);
  });

  test('equal names are equal, and digits are numbers', () => {
    expect([naturally('a1', 'a1'), naturally('a2', 'a10'), naturally('b', 'a')].map(Math.sign)).toEqual([0, -1, 1]);
  });
});

describe('the part that is run', () => {
  test.each([
    ['dbmate', '-- migrate:up\nA;\n-- migrate:down\nB;'],
    ['goose', '-- +goose Up\nA;\n-- +goose Down\nB;'],
    ['sql-migrate', '-- +migrate Up\nA;\n-- +migrate Down\nB;'],
    ['node-pg-migrate', '-- Up Migration\nA;\n-- Down Migration\nB;'],
  ])('%s', (_, text) => {
    expect(runPart(text, 'db/1.sql').split('\n')[1]).toBe('A;');
    expect(runPart(text, 'db/1.sql').split('\n')[3]).toBe('  ');
  });

  test('Liquibase: changesets for this database', () => {
    const text =
      '--liquibase formatted sql\n--changeset a:1 dbms:mysql\nA;\n--changeset a:2 dbms:postgresql,h2\nB;\n--changeset a:3 dbms:!postgresql\nC;\n--changeset a:4\nD;';
    expect(
      runPart(text, 'db/1.sql')
        .split('\n')
        .filter((line) => line.endsWith(';')),
    ).toEqual(['B;', 'D;']);
  });

  test('a file without such marks is run as it stands', () => {
    expect(runPart('-- migrate:down\nA;', 'db/1.sql')).toBe('-- migrate:down\nA;');
    expect(runPart('-- migrate:down\nA;\n-- migrate:up\nB;', 'db/1.sql')).toContain('A;');
    expect(runPart('-- migrate:up\nA;\n-- migrate:down\nB;', 'db/V1__a.sql')).toContain('B;');
    expect(runPart('-- down with it\nA;', 'db/1.sql')).toBe('-- down with it\nA;');
  });
});

test('migrations that are not SQL', () => {
  const others = [
    '20240101_users.rb',
    'V2__x.java',
    'R__views.kt',
    '0002_auto.py',
    '1700-Users.ts',
    '3.go',
    'db.changelog-1.xml',
    'changelog.yaml',
    '5_x.sql.erb',
  ];
  const rest = [
    '1.sql',
    'README.md',
    'schema.prisma',
    'migration_lock.toml',
    'meta/0000_snapshot.json',
    'meta/_journal.json',
    'env.py',
    'atlas.sum',
  ];
  expect(otherMigrations([...others, ...rest].map((name) => `db/${name}`))).toEqual(others.map((name) => `db/${name}`));
});
