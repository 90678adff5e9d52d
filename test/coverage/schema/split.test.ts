import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitStatements } from '../../../src/coverage/schema/split.ts';

const texts = (sql: string): readonly string[] => splitStatements(sql).statements.map(({ text }) => text.trim());

test.each<[string, string, readonly string[]]>([
  ['strings', `SELECT 'a;''b'; SELECT 2`, [`SELECT 'a;''b'`, 'SELECT 2']],
  ['strings with escapes', String.raw`SELECT E'a\';b'; SELECT 2`, [String.raw`SELECT E'a\';b'`, 'SELECT 2']],
  ['a backslash in a plain string', String.raw`SELECT 'a\'; SELECT 2`, [String.raw`SELECT 'a\'`, 'SELECT 2']],
  ['names', 'SELECT "a;""b"; SELECT 2', ['SELECT "a;""b"', 'SELECT 2']],
  ['dollar quotes', 'SELECT $x$ ; $$ ; $x$; SELECT $$;$$', ['SELECT $x$ ; $$ ; $x$', 'SELECT $$;$$']],
  ['a dollar in a name, a parameter', 'SELECT a$b$ FROM t; SELECT $1', ['SELECT a$b$ FROM t', 'SELECT $1']],
  ['comments', '-- a; b\nSELECT 1 /* ; /* ; */ ; */; SELECT 2 -- ;', ['SELECT 1 /* ; /* ; */ ; */', 'SELECT 2 -- ;']],
  [
    'parentheses',
    'CREATE RULE r AS ON UPDATE TO t DO (SELECT 1; SELECT 2); SELECT 3',
    ['CREATE RULE r AS ON UPDATE TO t DO (SELECT 1; SELECT 2)', 'SELECT 3'],
  ],
  [
    'bodies without quotes',
    'CREATE OR REPLACE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END; SELECT 3',
    ['CREATE OR REPLACE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END', 'SELECT 3'],
  ],
  ['transactions', 'BEGIN; SELECT 1; END; COMMIT;', ['BEGIN', 'SELECT 1', 'END', 'COMMIT']],
  ['rows of COPY', 'COPY t (a) FROM stdin;\n1;\tx\n\\N\n\\.\nSELECT 1;', ['COPY t (a) FROM stdin', 'SELECT 1']],
  ['backslash lines', '\\connect app\n\\restrict abc;\nSELECT 1;\n\\unrestrict abc\n', ['SELECT 1']],
  ['nothing', ' ;; -- x\n', []],
  ['a comment ends with a carriage return', '-- a\rSELECT 1; -- b', ['SELECT 1']],
  ['a semicolon that psql sends along', 'SELECT 1\\; SELECT 2;', ['SELECT 1', 'SELECT 2']],
  ['SQL behind the arguments of a command', "\\echo a \\\\ SELECT 1;\n\\set x '\\\\ y' \\\\ SELECT 2", ['SELECT 1', 'SELECT 2']],
  ['no SQL in a command that takes its line', '\\copy t from x \\\\ SELECT 1;\nSELECT 2', ['SELECT 2']],
  [
    'rows of COPY only where it reads them',
    'COPY (SELECT \'from stdin\', a "from stdin" FROM b) TO stdout;\nSELECT 1;\n\\.\nSELECT 2',
    ['COPY (SELECT \'from stdin\', a "from stdin" FROM b) TO stdout', 'SELECT 1', 'SELECT 2'],
  ],
])('%s', (_, sql, expected) => {
  expect(texts(sql)).toEqual(expected);
});

test('commands are told by name and place', () => {
  expect(splitStatements('\\i other.sql\nSELECT 1 \\gexec\n').commands).toEqual([
    { name: 'i', start: 0 },
    { name: 'gexec', start: 22 },
  ]);
});

test('each statement starts where it says, and no text breaks it', () => {
  const piece = fc.constantFrom(
    `'`,
    '"',
    '$$',
    '$x$',
    ';',
    '\\',
    '\n',
    '--',
    '/*',
    '*/',
    '(',
    ')',
    'E',
    ' a',
    'copy x from stdin',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const sql = pieces.join('');
      for (const { text, start } of splitStatements(sql).statements) expect(sql.slice(start, start + text.length)).toBe(text);
    }),
  );
});
