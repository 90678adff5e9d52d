/** The parser's limits: size, depth, recovery, and texts fit for a record. */
import { execFileSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadParser, maxStatementBytes, type Parser } from '../../src/lineage/parse.ts';

describe('the parser', () => {
  let parser: Parser;
  beforeAll(async () => {
    parser = await loadParser();
  });

  it('refuses what is too large, too deep, or holds a NUL', () => {
    expect(parser.parse(`SELECT '${'x'.repeat(maxStatementBytes)}'`)).toMatchObject({
      ok: false,
      unreadable: { reason: 'too-large' },
    });
    expect(parser.parse('SELECT 1\0 FROM x')).toMatchObject({ ok: false, unreadable: { reason: 'syntax' } });
    expect(parser.parse(`SELECT ${'('.repeat(50_000)}1${')'.repeat(50_000)}`)).toMatchObject({ ok: false });
  });

  it('recovers after any number of statements that are too deep for it', async () => {
    const chain = `SELECT ${Array.from({ length: 30_000 }, () => '1').join(' + ')}`;
    for (let time = 0; time < 40; time += 1) {
      expect(parser.parse(chain)).toMatchObject({ ok: false, unreadable: { reason: 'too-large' } });
      await new Promise((resolve) => setImmediate(resolve));
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(parser.parse('SELECT 1')).toMatchObject({ ok: true });
  });

  it('keeps a process alive that waits for nothing but it', () => {
    const file = new URL('../../src/lineage/parse.ts', import.meta.url).href;
    const script = `const { loadParser } = await import('${file}'); console.log((await loadParser()).parse('SELECT 1').ok);`;
    const words = ['--import', 'tsx', '--input-type=module', '--eval', script];
    expect(execFileSync(process.execPath, words, { encoding: 'utf8' })).toBe('true\n');
  });

  it('names no literal in an error', () => {
    const parsed = parser.parse("SELECT 'secret' FROM FROM 'secret'");
    expect(parsed).toMatchObject({ ok: false, unreadable: { reason: 'syntax' } });
    expect(JSON.stringify(parsed)).not.toContain('secret');
  });

  it.each([
    ["SELECT ssn FROM c WHERE id = 5 AND name = 'Ada' -- Ada", 'SELECT ssn FROM c WHERE id = ? AND name = ?'],
    ["SELECT $$Ada$$, E'\\x41', U&'\\0041', B'1', X'1F', 1.5, 0x1F", 'SELECT ?, ?, ?, ?, ?, ?, ?'],
    ['SET app.owner = ada', 'SET app.owner = ?'],
    ["SET app.owner TO 'ada'; SELECT 'x'", 'SET app.owner TO ?; SELECT ?'],
    ["UPDATE c SET name = 'Ada'", 'UPDATE c SET name = ?'],
    ["ALTER ROLE x SET app.owner = 'ada'", 'ALTER ROLE x SET app.owner = ?'],
    ["COPY c FROM '/ada' /* Ada */", 'COPY c FROM ?'],
    ["SELECT 'Ada", '<unparsable: 11 bytes>'],
  ])('%s is recorded as %s', (sql, expected) => {
    expect(parser.normalise(sql)).toBe(expected);
  });

  it('fingerprints do not depend on literals', () => {
    const one = parser.fingerprint("SELECT * FROM c WHERE id = 1 AND n = 'x'");
    expect(one).toMatch(/^[0-9a-f]{16}$/u);
    expect(parser.fingerprint("SELECT * FROM c WHERE id = 22 AND n = 'yy'")).toBe(one);
    expect(parser.fingerprint('SELECT * FROM d WHERE id = 1')).not.toBe(one);
    expect(parser.fingerprint('SELECT FROM FROM')).toBe('-');
  });
});
