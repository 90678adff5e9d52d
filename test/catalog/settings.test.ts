import { describe, expect, inject, it } from 'vitest';
import pg from 'pg';
import { judgeSetting, settingNamed, settings } from '../../src/catalog/settings.ts';

describe('settingNamed', () => {
  it.each([
    ['search_path', 'names'],
    ['SEARCH_PATH', 'names'],
    ['TimeZone', 'safe'],
    ['enable_seqscan', 'safe'],
    ['app.tenant', 'safe'],
    ['request.jwt.claims', 'safe'],
    ['standard_conforming_strings', 'pinned'],
    ['debug_print_plan', 'refused'],
    ['auto_explain.log_analyze', 'refused'],
    ['pg_stat_statements.track', 'refused'],
    ['role', 'pinned'],
  ] as const)('%s is %s', (name, risk) => {
    expect(settingNamed(name)?.risk).toBe(risk);
  });

  it.each(['no_such_setting', 'app.', '.tenant', 'app tenant.x', 'a-b.c', '1a.b', ''])('does not know %j', (name) => {
    expect(settingNamed(name)).toBeUndefined();
  });
});

describe('judgeSetting', () => {
  it.each([
    ['client_encoding', 'UTF8'],
    ['client_encoding', "'utf-8'"],
    ['standard_conforming_strings', 'on'],
    ['client_min_messages', 'WARNING'],
    ['work_mem', undefined],
    ['search_path', undefined],
  ])('allows %s = %s', (name, value) => {
    expect(judgeSetting(name, value).kind).toBe('allow');
  });

  it.each([
    ['client_encoding', 'EUC_JP'],
    ['client_encoding', 'auto'],
    ['client_encoding', 'SQL_ASCII'],
    ['client_encoding', undefined],
    ['standard_conforming_strings', 'off'],
    ['standard_conforming_strings', undefined],
    ['client_min_messages', 'log'],
    ['client_min_messages', 'debug5'],
    ['session_authorization', 'postgres'],
    ['no_such_setting', '1'],
  ])('refuses %s = %s', (name, value) => {
    expect(judgeSetting(name, value).kind).toBe('refuse');
  });

  it('names the setting and what to use, not the value', () => {
    expect(judgeSetting('client_encoding', 'EUC_JP')).toEqual({
      kind: 'refuse',
      why: 'client_encoding is pinned: statements and values are read as UTF-8',
      hint: 'Use client_encoding = utf8, or leave it unset.',
    });
  });
});

describe('the table', () => {
  it('holds every name once, and no pattern that an earlier one hides', () => {
    const names = settings.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => settingNamed(name.replace('*', 'x'))?.name !== name)).toEqual([]);
  });

  it.each([15, 18])('has an answer for every setting that a plain user of PostgreSQL %i may set', async (major) => {
    const port = inject('postgres')[major];
    if (port === undefined) throw new Error(`PostgreSQL ${String(major)} is not running`);
    const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password: 'pw', database: 'postgres' });
    await client.connect();
    const { rows } = await client.query<{ name: string }>("SELECT name FROM pg_settings WHERE context = 'user'");
    await client.end();
    expect(rows.map(({ name }) => name).filter((name) => settingNamed(name) === undefined)).toEqual([]);
  });
});
