/** DO blocks: those that come down to one definition are that definition, all others are of the kind `do`. */
import { expect, it } from 'vitest';
import { predicatesText } from './support/notation.ts';
import { forServers } from './support/tables.ts';

const enumType = "CREATE TYPE mood AS ENUM ('a', 'b')";

forServers('blocks', {}, (fixture) => {
  it.each([
    [`BEGIN ${enumType}; EXCEPTION WHEN duplicate_object THEN null; END`, 'create-enum'],
    [`BEGIN ${enumType}; EXCEPTION WHEN duplicate_object OR unique_violation THEN RAISE NOTICE 'there'; END`, 'create-enum'],
    [
      'BEGIN ALTER TABLE orders ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES customers(id); EXCEPTION WHEN others THEN END',
      'alter-table',
    ],
    [`BEGIN IF NOT EXISTS (SELECT FROM pg_type WHERE typname = 'mood') THEN ${enumType}; END IF; END;`, 'create-enum'],
    [
      `BEGIN IF true THEN BEGIN IF 1 = 2 THEN ${enumType}; ELSE RAISE INFO 'no'; END IF; RETURN; END; END IF; RAISE INFO 'x'; END`,
      'create-enum',
    ],
    ['BEGIN CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $f$SELECT 1$f$; END', 'create-function'],
    // Two statements: the second is read by names that the first may have changed.
    [`BEGIN ${enumType}; CREATE TABLE t (a mood); END`, 'do'],
    [`BEGIN ${enumType}; IF (SELECT ssn FROM customers LIMIT 1) > 'm' THEN RAISE 'x'; END IF; END`, 'do'],
    [`BEGIN ${enumType}; EXCEPTION WHEN others THEN DROP TABLE orders; END`, 'do'],
    [`BEGIN IF true THEN ${enumType}; ELSE DROP TABLE orders; END IF; END`, 'do'],
    [`BEGIN IF true THEN ${enumType}; ELSIF false THEN RAISE 'x'; END IF; END`, 'do'],
    [`BEGIN LOOP ${enumType}; END LOOP; END`, 'do'],
    [`BEGIN WHILE true LOOP ${enumType}; END LOOP; END`, 'do'],
    // What is no definition, or hidden.
    ['BEGIN END', 'do'],
    ['BEGIN COMMIT; END', 'do'],
    ["BEGIN RAISE NOTICE '%', (SELECT ssn FROM customers LIMIT 1); END", 'do'],
    [`BEGIN ${enumType}; RAISE NOTICE 'x' USING DETAIL = (SELECT ssn FROM customers LIMIT 1); END`, 'do'],
    [`BEGIN ${enumType}; EXCEPTION WHEN others THEN RAISE NOTICE '%', sqlerrm; END`, 'do'],
    ['BEGIN PERFORM ssn FROM customers; END', 'do'],
    ['BEGIN UPDATE orders SET note = 1; END', 'do'],
    ['BEGIN CREATE TABLE t AS SELECT ssn FROM customers; END', 'do'],
    ["BEGIN EXECUTE 'DROP TABLE orders'; END", 'do'],
    ["BEGIN DO 'BEGIN END'; END", 'do'],
    [`DECLARE s text := (SELECT ssn FROM customers LIMIT 1); BEGIN ${enumType}; END`, 'do'],
    [`DECLARE found boolean := (SELECT ssn IS NULL FROM customers LIMIT 1); BEGIN ${enumType}; END`, 'do'],
    [`DECLARE c CURSOR FOR SELECT ssn FROM customers; BEGIN ${enumType}; END`, 'do'],
    // A condition with a clause, and one that sets search_path for the definition.
    [`BEGIN IF true WHERE EXISTS (SELECT FROM customers WHERE ssn > 'm') THEN ${enumType}; END IF; END`, 'do'],
    [`BEGIN IF count(*) > 1 FROM customers WHERE ssn > 'm' THEN ${enumType}; END IF; END`, 'do'],
    [
      "BEGIN IF set_config('search_path', 'other', false) = 'other' THEN ALTER TABLE customers ADD CHECK (true); END IF; END",
      'do',
    ],
    ['BEGIN nonsense', 'do'],
  ])('%s is %s', (body, kind) => {
    const tag = body.includes('$f$') ? '$do$' : '$$';
    expect(fixture.read(`DO ${tag} ${body} ${tag}`)).toMatchObject({ kind, columns: undefined });
  });

  it('other languages are not read', () => {
    expect(fixture.read(`DO LANGUAGE plpgsql 'BEGIN CREATE TABLE t (a int); END'`).kind).toBe('create-table');
    expect(fixture.read(`DO LANGUAGE plperl 'BEGIN CREATE TABLE t (a int); END'`).kind).toBe('do');
    expect(fixture.read(`DO 'BEGIN CREATE TABLE t (a int); END' LANGUAGE "PLPGSQL"`).kind).toBe('do');
  });

  it('has the facts of the definition and of the conditions', () => {
    const lineage = fixture.read(
      `DO $$BEGIN IF (SELECT ssn FROM customers LIMIT 1) > 'm' AND EXISTS (SELECT FROM customers WHERE email = 'x') THEN
        ALTER TABLE orders ADD CHECK (note <> ''); END IF; END$$`,
    );
    expect(predicatesText(fixture.catalog(), lineage)).toEqual([
      'other orders.note <> constant',
      'other ssn > constant',
      'where email = constant',
    ]);
    expect(lineage.targets.map((oid) => fixture.catalog().relation(oid)?.name)).toEqual(['orders']);
    expect(fixture.reading('DO $$BEGIN IF nothing THEN CREATE TABLE t (a int); END IF; END$$')).toMatchObject({
      unreadable: { reason: 'unresolved', detail: 'column "nothing"' },
    });
  });

  it('a function with a clause in a condition is not followed', async () => {
    await fixture.change(`
      CREATE FUNCTION p_clause() RETURNS int LANGUAGE plpgsql AS
        $$BEGIN IF true WHERE EXISTS (SELECT FROM customers WHERE ssn > 'm') THEN RETURN 1; END IF; RETURN 2; END$$`);
    expect(fixture.read('SELECT p_clause()').functions).toMatchObject([{ name: 'public.p_clause', nature: 'opaque' }]);
  });
});
