import { describe, expect, test } from 'vitest';
import { messages, outline, schemaOf } from './support.ts';

const told = 'A DO block runs statements that cannot be told.';
const condition = 'A DO block changes what is there under a condition: it is taken as changed.';
const table = 'CREATE TABLE a (x int, y text);';
const run = (body: string): readonly string[] => messages(schemaOf(`${table} DO $$ ${body} $$;`));

describe('a DO block', () => {
  test.each<[string, string, string]>([
    ['whose statements always run', 'BEGIN ALTER TABLE a DROP y; END', 'public.a: x int4'],
    [
      'that adds under a condition',
      'BEGIN IF true THEN ALTER TABLE a ADD z int; END IF; END',
      'public.a: x int4, y text, z int4',
    ],
    ['with SQL in a literal', `BEGIN EXECUTE 'ALTER TABLE a ADD z int'; END`, 'public.a: x int4, y text, z int4'],
    [
      'that catches what is there already',
      'BEGIN ALTER TABLE a ADD z int; EXCEPTION WHEN duplicate_column THEN NULL; END',
      'public.a: x int4, y text, z int4',
    ],
    [
      'that asks the catalog, in loops and variables',
      `DECLARE r record; t text := 'a'; BEGIN FOR r IN SELECT relname FROM pg_class LOOP t := upper(r.relname) || 'x'; RAISE NOTICE '%', t; END LOOP; END`,
      'public.a: x int4, y text',
    ],
  ])('%s says nothing', (_, body, expected) => {
    expect(run(body)).toEqual([]);
    expect(outline(schemaOf(`${table} DO $$ ${body} $$;`))).toEqual([expected]);
  });

  test.each<[string, string, readonly string[]]>([
    ['drops in a branch', 'BEGIN IF false THEN DROP TABLE a; END IF; END', [condition]],
    ['renames in another', 'BEGIN IF true THEN NULL; ELSE ALTER TABLE a RENAME y TO z; END IF; END', [condition]],
    ['changes in a loop', 'BEGIN WHILE false LOOP ALTER TABLE a ALTER y TYPE int; END LOOP; END', [condition]],
    ['classifies in a branch', `BEGIN IF false THEN COMMENT ON COLUMN a.y IS '@class email'; END IF; END`, [condition]],
    ['drops behind a RETURN', 'BEGIN RETURN; DROP TABLE a; END', [condition]],
    ['drops and fails', `BEGIN DROP TABLE a; RAISE EXCEPTION 'x'; END`, [condition]],
    ['drops and rolls back', 'BEGIN DROP TABLE a; ROLLBACK; END', [condition]],
    ['drops and catches an error', 'BEGIN DROP TABLE a; SELECT 1 / 0; EXCEPTION WHEN others THEN NULL; END', [condition]],
    ['replaces a view in a branch', 'BEGIN IF false THEN CREATE OR REPLACE VIEW v AS SELECT 1; END IF; END', [condition]],
    ['makes its SQL', `BEGIN EXECUTE 'ALTER TABLE ' || 'a DROP y'; END`, [told]],
    ['is in another language', 'BEGIN no plpgsql', [told]],
  ])('that %s says so', (_, body, expected) => {
    expect(run(body)).toEqual(expected);
  });

  test('calls of functions are told wherever they stand', () => {
    const body = `DECLARE n int := f1(); r record; BEGIN n := f2(); IF f3() THEN PERFORM f4(); END IF; CALL f5(n);
      FOR r IN SELECT f6() LOOP NULL; END LOOP; EXECUTE 'SELECT 1' USING f7(); END`;
    expect(run(body)).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map((number) => `f${String(number)} is called: whether that changes columns cannot be told.`),
    );
  });
});
