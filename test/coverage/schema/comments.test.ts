import { describe, expect, test } from 'vitest';
import { schemaOf } from './support.ts';

/** For each comment its text and the lines that it stands at. */
const comments = (sql: string): readonly string[] =>
  schemaOf(sql).comments.map(
    ({ place, text, lines }) =>
      `${String(place.line)}:${String(place.column)} ${text} @ ${lines.map(({ first, last }) => `${String(first)}-${String(last)}`).join(' ')}`,
  );

describe('a comment stands at', () => {
  test.each<[string, string, readonly string[]]>([
    ['the column before it', 'CREATE TABLE a (\n  x int,\n  y text, -- pgveil: A\n  z int\n);', ['3:11 pgveil: A @ 3-3']],
    ['the last column', 'CREATE TABLE a (\n  x int,\n  y text -- pgveil: A\n);', ['3:10 pgveil: A @ 3-3']],
    [
      'a column of several lines',
      'CREATE TABLE a (\n  y numeric(3, 1)\n    NOT NULL, -- pgveil: A\n  z int);',
      ['3:15 pgveil: A @ 2-3'],
    ],
    [
      'the column after it',
      'CREATE TABLE a (\n  x int,\n  -- pgveil: A\n\n  -- another\n  y\n  text,\n  z int);',
      ['3:3 pgveil: A @ 6-7'],
    ],
    ['the statement before it', 'CREATE VIEW v AS\n  SELECT 1,\n  2; -- pgveil: A', ['3:6 pgveil: A @ 3-3 1-1']],
    ['the statement after it, to its first column', '-- pgveil: A\nCREATE TABLE a (\n  x int\n);', ['1:1 pgveil: A @ 2-2']],
    [
      'a column that is added',
      '-- pgveil: A\nALTER TABLE a\n  ADD x int,\n  ADD y int; -- pgveil: B',
      ['1:1 pgveil: A @ 2-3', '4:14 pgveil: B @ 4-4 2-2'],
    ],
    ['the code on its line', 'CREATE TABLE a (x int /* pgveil: A */, y int);', ['1:23 pgveil: A @ 1-1']],
    ['what follows on its line', 'CREATE TABLE a (\n/* pgveil: A */ x int);', ['2:1 pgveil: A @ 2-2']],
    ['a block', '/* pgveil: A */ DO $$\nbegin\nend $$; -- pgveil: B', ['1:1 pgveil: A @ 1-3', '3:9 pgveil: B @ 1-3 1-1']],
    ['the statement under several', '-- pgveil: A\n-- pgveil: B\nDROP TABLE a;', ['1:1 pgveil: A @ 3-3', '2:1 pgveil: B @ 3-3']],
    ['a line of psql', '-- pgveil: A\n\\i other.sql\nSELECT 1;', ['1:1 pgveil: A @ 2-2']],
    ['nothing, at the end', 'DROP TABLE a;\n\n-- pgveil: A', ['3:1 pgveil: A @ ']],
    ['nothing, in a file of comments', '-- pgveil: A', ['1:1 pgveil: A @ ']],
  ])('%s', (_, sql, expected) => {
    expect(comments(sql)).toEqual(expected);
  });
});

test.each<[string, string]>([
  ['a line', '--pgveil:ignore x  \r\nDROP TABLE a;'],
  ['capitals', '-- PGVEIL : ignore x\nDROP TABLE a;'],
  ['a block of lines', '/**\n * pgveil: ignore\n *   x\n */\nDROP TABLE a;'],
])('%s speaks to pgveil', (_, sql) => {
  expect(comments(sql)).toHaveLength(1);
  expect(comments(sql)[0]?.toLowerCase()).toMatch(/ pgveil ?: ?ignore x @ /);
});

test('others, strings, bodies, rows and what is undone do not', () => {
  const sql = `-- migrate:up
    -- see pgveil: A
    SELECT '-- pgveil: A', $$
      -- pgveil: A
    $$;
    COPY a (x) FROM stdin;
-- pgveil: A
\\.
-- migrate:down
-- pgveil: A
    DROP TABLE a;`;
  expect(comments(sql)).toEqual([]);
});
