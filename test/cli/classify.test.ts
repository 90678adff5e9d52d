import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { pgveilHere } from './support.ts';

const directory = mkdtempSync(join(tmpdir(), 'pgveil-classify-'));
afterAll(() => {
  rmSync(directory, { recursive: true });
});

const file = (text: string): string => {
  const path = join(directory, 'columns.csv');
  writeFileSync(path, text);
  return path;
};

const columns = [
  'schema.table.column,class,data_type',
  'public.users.id,none,bigint',
  'public.users.email,email,character varying',
  '"public.odd.Home, Phone","phone","character varying(20)"',
  'public.webhooks.secret,secret,text',
].join('\r\n');

describe('pgveil classify', () => {
  it('--json: each column in the order of the file', async () => {
    const { code, stdout, stderr } = await pgveilHere(['classify', '--columns', file(columns), '--json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual([
      { column: 'public.users.id', data_type: 'bigint', class: null, score: 0, evidence: [], secret: false },
      {
        column: 'public.users.email',
        data_type: 'character varying',
        class: 'email',
        score: 0.9,
        evidence: ["name has 'email'", 'type character varying'],
        secret: false,
      },
      {
        column: 'public.odd.Home, Phone',
        data_type: 'character varying(20)',
        class: 'phone',
        score: 0.9,
        evidence: ["name has 'home phone'", 'type character varying(20)'],
        secret: false,
      },
      {
        column: 'public.webhooks.secret',
        data_type: 'text',
        class: null,
        score: 0.9,
        evidence: ["name has 'secret'", 'type text', "table 'webhooks' is about an installation"],
        secret: true,
      },
    ]);
  });

  it('prints a table of what it found', async () => {
    const { code, stdout } = await pgveilHere(['classify', '--columns', file(columns)]);
    expect(code).toBe(0);
    expect(stdout).toBe(
      [
        'COLUMN                  CLASS   SCORE  EVIDENCE',
        "public.users.email      email   0.90   name has 'email'; type character varying",
        "public.odd.Home, Phone  phone   0.90   name has 'home phone'; type character varying(20)",
        "public.webhooks.secret  secret  0.90   name has 'secret'; type text; table 'webhooks' is about an installation",
        '',
        '4 columns: 2 personal, 1 secret',
        '',
      ].join('\n'),
    );
  });

  it('a name cannot steer the terminal', async () => {
    const { stdout } = await pgveilHere([
      'classify',
      '--columns',
      file('schema.table.column,data_type\n"a.b.\u001B[2J_email",text'),
    ]);
    expect(stdout).not.toContain('\u001B');
    expect(stdout).toContain('email');
  });

  it.each([
    ['a file that is not there', (): string => join(directory, 'none.csv'), 'could not be read'],
    ['a file without the header', (): string => file('a,b\nc,d'), 'has no field schema.table.column'],
    ['an open quote', (): string => file('schema.table.column,data_type\n"a.b.c,text'), 'not valid at line 2'],
  ])('%s ends it with 2', async (_, path, part) => {
    const { code, stdout, stderr } = await pgveilHere(['classify', '--columns', path()]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(part);
  });
});
