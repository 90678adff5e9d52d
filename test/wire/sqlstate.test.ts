import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { conditions } from '../../src/wire/sqlstate-conditions.ts';
import { conditionName, sqlstate } from '../../src/wire/sqlstate.ts';
import { nativeDirectory } from '../support/postgres.ts';

/** The server's own list, which it installs: SQLSTATE, kind, macro, name. */
const listOf = (native: string): ReadonlyMap<string, string> => {
  const text = readFileSync(join(dirname(join(native, 'bin')), 'share/postgresql/errcodes.txt'), 'utf8');
  const lines = [...text.matchAll(/^([0-9A-Z]{5})\s+[EWS]\s+ERRCODE_\w+[ \t]+(\w+)$/gm)];
  return new Map(lines.map(([, code = '', name = '']) => [code, name]));
};

describe('the conditions', () => {
  it.for([15, 18])('hold those of PostgreSQL %i', (major, { skip }) => {
    const native = nativeDirectory(major);
    if (native === undefined) skip(`no binaries of PostgreSQL ${String(major)}`);
    const list = listOf(native ?? '');
    expect(list.size).toBeGreaterThan(250);
    for (const [code, name] of list) expect([code, conditionName(code)]).toEqual([code, name]);
  });

  it('are named by five characters', () => {
    expect(conditionName('42501')).toBe('insufficient_privilege');
    expect(conditionName('25P04')).toBe('transaction_timeout');
    expect(conditionName('P0001')).toBe('raise_exception');
    for (const code of ['99999', '', 'toString', '__proto__', '4250', 'ABCDE']) expect(conditionName(code)).toBeUndefined();
    expect(Object.keys(conditions).filter((code) => !/^[0-9A-Z]{5}$/.test(code))).toEqual([]);
  });

  it('hold every SQLSTATE that pgveil raises', () => {
    expect(Object.values(sqlstate).filter((code) => conditionName(code) === undefined)).toEqual([]);
    expect(new Set(Object.values(sqlstate)).size).toBe(Object.values(sqlstate).length);
  });
});
