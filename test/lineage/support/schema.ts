/** The relations that the suites of this folder read. Columns of public.customers are shown by their bare names. */
export const schema = `
  CREATE TABLE customers (id int PRIMARY KEY, name text, ssn text, email varchar(320), dob date, data jsonb, tags text[], level int);
  CREATE TABLE orders (id int PRIMARY KEY, cid int REFERENCES customers, note text, amount numeric(10, 2), a text, b text);
  CREATE TABLE log (id serial, a text, b text);
  CREATE TYPE address AS (street text, town text);
  CREATE TABLE places (id int, home address, former address[]);
  CREATE DOMAIN short AS varchar(3);
  CREATE DOMAIN free AS text;
  CREATE TABLE parent (k int, ssn text); CREATE TABLE child (extra text) INHERITS (parent);
  CREATE TABLE part (k int, ssn text) PARTITION BY RANGE (k); CREATE TABLE part1 PARTITION OF part FOR VALUES FROM (0) TO (10);
  CREATE TABLE gen (a text, upper_a text GENERATED ALWAYS AS (upper(a)) STORED);
  CREATE TABLE dropped (x text, gone text, y text); ALTER TABLE dropped DROP COLUMN gone;
  CREATE SCHEMA other; CREATE TABLE other.customers (id int, secret text);
  CREATE TABLE secured (id int, owner text, body text); ALTER TABLE secured ENABLE ROW LEVEL SECURITY;
  CREATE POLICY own ON secured USING (owner = current_user);

  CREATE VIEW v_plain AS SELECT id, name, ssn AS s, upper(email) AS em FROM customers;
  CREATE VIEW v_deep AS SELECT id AS vid, s AS vs, em FROM v_plain WHERE name LIKE 'A%';
  CREATE VIEW v_agg AS SELECT name, max(ssn) AS mx, count(email) AS n, string_agg(name, ',' ORDER BY dob) AS names FROM customers GROUP BY name;
  CREATE VIEW v_union AS SELECT name AS x FROM customers UNION ALL SELECT ssn FROM customers;
  CREATE VIEW v_json AS SELECT jsonb_build_object('mail', email, 'id', id) AS j, row_to_json(c) AS r, array_agg(name) OVER () AS l FROM customers c;
  CREATE VIEW v_recursive AS WITH RECURSIVE r (n, p) AS (SELECT id, ssn FROM customers UNION ALL SELECT n + 1, p FROM r WHERE n < 3) SELECT n, p FROM r;
  CREATE VIEW v_join AS SELECT id, o.note, c.ssn FROM customers c FULL JOIN orders o USING (id);
  CREATE VIEW v_case AS SELECT CASE WHEN ssn > '5' THEN name ELSE 'x' END AS pick, coalesce(email, name) AS either, ssn::varchar(4) AS cut, (SELECT max(note) FROM orders o WHERE o.cid = c.id) AS sub, (c).name AS field, ROW(name, ssn)::address AS addr FROM customers c;
  CREATE MATERIALIZED VIEW mv AS SELECT id, ssn FROM customers;
  CREATE VIEW v_hats AS SELECT a, b FROM log;
  CREATE RULE hats_insert AS ON INSERT TO v_hats DO INSTEAD INSERT INTO orders (id, note) VALUES (1, new.a) RETURNING note, b;

  CREATE FUNCTION f_scalar(i int) RETURNS text LANGUAGE sql STABLE AS 'SELECT ssn FROM customers WHERE id = $1';
  CREATE FUNCTION f_table() RETURNS SETOF customers LANGUAGE sql STABLE AS 'SELECT * FROM customers';
  CREATE FUNCTION f_columns(i int) RETURNS TABLE (q int, s text) LANGUAGE sql STABLE AS 'SELECT id, ssn FROM customers WHERE id = i';
  CREATE FUNCTION f_field(c customers) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT c.ssn';
  CREATE FUNCTION f_second(first text, second text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT second';
  CREATE FUNCTION f_atomic(x text) RETURNS text LANGUAGE sql RETURN lower(x);
  CREATE FUNCTION f_atomic_table(i int) RETURNS text LANGUAGE sql BEGIN ATOMIC SELECT ssn FROM customers WHERE id = i; END;
  CREATE FUNCTION f_self(i int) RETURNS text LANGUAGE sql STABLE AS 'SELECT CASE WHEN i = 0 THEN (SELECT max(ssn) FROM customers) ELSE NULL END';
  CREATE FUNCTION p_value(i int) RETURNS text LANGUAGE plpgsql AS $$ DECLARE v text; BEGIN SELECT ssn INTO v FROM customers WHERE id = i; RETURN v; END $$;
  CREATE FUNCTION p_argument(x text) RETURNS text LANGUAGE plpgsql AS $$ BEGIN IF x = '' THEN RETURN 'none'; END IF; RETURN x; END $$;
  CREATE FUNCTION p_loop() RETURNS SETOF text LANGUAGE plpgsql AS $$ DECLARE r record; t text := ''; BEGIN FOR r IN SELECT name, ssn FROM customers LOOP t := t || r.ssn; RETURN NEXT t; END LOOP; END $$;
  CREATE FUNCTION p_out(i int, OUT a text, OUT b int) LANGUAGE plpgsql AS $$ BEGIN a := (SELECT email FROM customers WHERE id = i); b := 1; END $$;
  CREATE FUNCTION p_query() RETURNS TABLE (x text, y int) LANGUAGE plpgsql AS $$ BEGIN RETURN QUERY SELECT c.ssn, c.id FROM customers c; END $$;
  CREATE FUNCTION p_raise(x text) RETURNS int LANGUAGE plpgsql AS $$ BEGIN CASE x WHEN 'a' THEN RETURN 1; ELSE RAISE EXCEPTION 'no %', x USING HINT = x; END CASE; END $$;
  CREATE FUNCTION p_dynamic(x text) RETURNS text LANGUAGE plpgsql AS $$ DECLARE v text; BEGIN EXECUTE 'SELECT ' || x INTO v; RETURN v; END $$;
  CREATE FUNCTION p_error(x text) RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN x::int::text; EXCEPTION WHEN OTHERS THEN RETURN SQLERRM; END $$;
  CREATE FUNCTION p_conflict(ssn text) RETURNS text LANGUAGE plpgsql AS $$ #variable_conflict use_variable
    BEGIN RETURN (SELECT ssn FROM orders LIMIT 1); END $$;
  CREATE FUNCTION p_alias(x text) RETURNS text LANGUAGE plpgsql AS $$ DECLARE y ALIAS FOR $1; BEGIN y := (SELECT max(ssn) FROM customers); RETURN $1; END $$;
  CREATE FUNCTION f_write(x text) RETURNS text LANGUAGE sql AS 'INSERT INTO log (a) VALUES (x) RETURNING a';
  CREATE FUNCTION f_op(text, text) RETURNS text LANGUAGE sql STABLE AS 'SELECT max(ssn) FROM customers';
  CREATE OPERATOR ### (LEFTARG = text, RIGHTARG = text, FUNCTION = f_op);
  CREATE FUNCTION f_path() RETURNS text LANGUAGE sql STABLE SET search_path = other AS 'SELECT secret FROM customers';
  CREATE FUNCTION f_sets(x text) RETURNS text LANGUAGE sql AS $$ SELECT set_config('search_path', 'other', false); SELECT x $$;
  CREATE FUNCTION f_sets_any(x text) RETURNS text LANGUAGE sql AS 'SELECT set_config(x, x, false); SELECT x';
  CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
  CREATE TRIGGER touch BEFORE INSERT OR UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch();
`;

/** What PostgreSQL has from 18 on. */
export const schema18 = `
  CREATE TABLE virtual (a text, lower_a text GENERATED ALWAYS AS (lower(a)) VIRTUAL);
`;
