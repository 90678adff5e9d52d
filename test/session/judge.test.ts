/** What a judge keeps of one text for others that differ from it in integers alone. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { nameSpace } from '../../src/catalog/resolve-path.ts';
import { holdsForAll, templateOf } from '../../src/lineage/template.ts';
import { loadParser } from '../../src/lineage/parse.ts';
import { environment, type Environment } from '../../src/session/environment.ts';
import type { Judgement } from '../../src/session/judgement.ts';
import type { OpenContext } from '../../src/session/open-result.ts';
import { createRowPlans } from '../../src/session/row-plans.ts';
import type { Judge } from '../../src/session/state.ts';
import { encodeBackend } from '../../src/wire/backend.ts';
import { openStage, type Stage } from '../gateway/stage.ts';
import { columns, majors, openCourt, type Court } from './script.ts';

const major = majors.at(-1) ?? 0;

/** `#` stands for an integer; not all are compared with a column. */
const shapes = [
  'SELECT name FROM people WHERE id = #',
  'SELECT id FROM people WHERE ssn = #',
  'SELECT p.id, p.email FROM people p WHERE (p.id = # OR p.id =#) AND p.id = # ORDER BY # LIMIT #;',
  'SELECT # = #, id = # FROM items WHERE id=#',
  'SELECT id FROM items WHERE id = # OR id = -# OR id >= #',
  'SELECT id FROM items WHERE id = # ORDER BY id = #, #',
  'SELECT id FROM items WHERE upper(title) = # AND id = #',
  'SELECT id FROM items WHERE id = #.5 AND id = #',
  'SELECT id FROM items WHERE id IN (SELECT id FROM people WHERE id = #)',
  'SELECT id FROM items WHERE NOT id = #',
  'SELECT id FROM items WHERE id = # GROUP BY #',
  'SELECT name FROM people WHERE id = # UNION SELECT title FROM items WHERE id = #',
  'SELECT id FROM items WHERE id = #; SELECT name FROM people WHERE id = #',
  'UPDATE items SET title = # WHERE id = #',
  'UPDATE items SET title = title WHERE id = #',
  'DELETE FROM items WHERE id = #',
  'INSERT INTO items (id) SELECT id FROM items WHERE id = #',
  'SELECT nothing FROM items WHERE id = #',
  'SELECT id FROM items WHERE id = # =',
  'SET work_mem = #',
  'SET LOCAL seed = #',
  'FETCH # FROM c',
] as const;

const integer = fc.oneof(
  fc.nat(12).map(String),
  fc.nat().map(String),
  fc.constantFrom('0', '00', '007', '2147483647', '2147483648', '999999999999999999999', '1e3', '1_000', '0x1F', '5abc', '1.'),
);

const filled = (shape: string, integers: readonly string[]): string => {
  let at = 0;
  return shape.replaceAll('#', () => integers[(at += 1) % integers.length] ?? '1');
};

/** Of two columns. */
const frame = encodeBackend(columns('id', 'email'));

const many = fc.array(integer, { minLength: 6, maxLength: 6 });

describe.skipIf(majors.length === 0)('a judgement', () => {
  let stage: Stage;
  let court: Court;
  let place: Environment;
  beforeAll(async () => {
    stage = await openStage(major);
    court = await openCourt(inject('postgres')[major] ?? 0, stage.database);
    place = environment(court.catalog, nameSpace(court.catalog, 'public', 'owner', undefined));
  });
  afterAll(async () => stage.stop());

  const ask = (judge: Judge, sql: string): Judgement =>
    judge.judge(sql, place, {
      names: { statement: () => undefined, portal: () => undefined },
      parameterTypes: [],
      role: 'owner',
      changed: undefined,
      changedInTransaction: false,
    });

  it('of a text like one that was judged before is the one that it would get anew', () => {
    fc.assert(
      fc.property(fc.constantFrom(...shapes), fc.array(many, { minLength: 2, maxLength: 4 }), (shape, fillings) => {
        for (const integers of fillings) {
          const sql = filled(shape, integers);
          expect(ask(court.judge, sql)).toEqual(ask(court.anew(), sql));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is shared by such texts', () => {
    const planOf = (sql: string): unknown => {
      const judgement = ask(court.judge, sql);
      return judgement.kind === 'statements' ? judgement.statements[0]?.plan : undefined;
    };
    expect(planOf('SELECT email FROM people WHERE id = 1')).toBe(planOf('SELECT email FROM people WHERE id = 22'));
    expect(planOf('SELECT email FROM people LIMIT 1')).not.toBe(planOf('SELECT email FROM people LIMIT 22'));
  });

  it('gives its rows the same plan as long as nothing that it rests on has changed', () => {
    const judgement = ask(court.judge, 'SELECT id, email FROM people WHERE id = 1');
    const again = ask(court.judge, 'SELECT id, email FROM people WHERE id = 2');
    const other = ask(court.judge, 'SELECT id, name FROM people');
    if (judgement.kind === 'refused' || again.kind === 'refused' || other.kind === 'refused') throw new Error('refused');
    const [first, second, third] = [judgement, again, other].map(({ statements: [judged] }) => judged);
    if (first === undefined || second === undefined || third === undefined) throw new Error('no statement');
    const end = 1_000;
    const plans = createRowPlans(() => end);
    const { fields } = court.judge.describe(frame);
    const plan = (changes: Partial<OpenContext> = {}) => plans(first, fields, { ...court.context, ...changes });
    const made = plan();
    expect(plans(second, fields, court.context)).toBe(made);
    expect(plans(third, fields, court.context)).not.toBe(made);
    expect(plan({ now: end - 1 })).toBe(made);
    expect(plan({ now: end })).not.toBe(made);
    expect(plan({ catalog: { ...court.catalog } })).not.toBe(made);
    expect(plan({ bound: { ...court.context.bound } })).not.toBe(made);
    expect(plans(first, [...fields], court.context)).not.toBe(made);
  });

  it('reads the same description once', () => {
    const described = court.judge.describe(frame);
    expect(court.judge.describe(Buffer.from(frame))).toBe(described);
    const changed = Buffer.from(frame);
    changed.writeUInt8(1, changed.length - 1);
    expect(court.judge.describe(changed).fields.map(({ format }) => format)).toEqual([0, 1]);
    expect(described.fields.map(({ format }) => format)).toEqual([0, 0]);
    const long = encodeBackend(columns('x'.repeat(5_000)));
    expect(court.judge.describe(long)).toEqual(court.judge.describe(long));
  });

  it('is not that of the template itself, which is another text', () => {
    expect(ask(court.judge, 'SELECT email FROM people WHERE id = 1').kind).toBe('statements');
    expect(ask(court.judge, 'SELECT email FROM people WHERE id = ?').kind).toBe('refused');
  });
});

describe('a template', () => {
  it.each([
    ['a quoted text', "SELECT a FROM t WHERE b = 1 AND c = '2'"],
    ['a quoted name', 'SELECT a FROM "t" WHERE b = 1'],
    ['a comment', 'SELECT a FROM t WHERE b = 1 -- 2'],
    ['a parameter', 'SELECT a FROM t WHERE b = 1 AND c = $1'],
    ['a cast', 'SELECT a FROM t WHERE b = 1::bigint'],
    ['a space that is none in SQL', 'SELECT a FROM t WHERE b =\u00a01'],
    ['no integer behind =', 'SELECT a FROM t WHERE b > 1'],
    ['an integer that is part of a word', 'SELECT a FROM t WHERE b = 1a'],
    ['a part of another operator', 'SELECT a FROM t WHERE b <= 1'],
  ])('is not made of a text with %s', (_, sql) => {
    expect(templateOf(sql)).toBeUndefined();
  });

  it.each([
    ['SELECT a FROM t WHERE b = 1', true],
    ['UPDATE t SET a = b WHERE c=1 AND (d = 2 OR e =3)', true],
    ['DELETE FROM t WHERE a = 1;', true],
    ['UPDATE t SET a = 1 WHERE b = 2', false],
    ['SELECT a = 1 FROM t WHERE b = 2', false],
    ['SELECT a FROM t WHERE f(b) = 1', false],
    ['SELECT a FROM t WHERE NOT b = 1', false],
    ['SELECT a FROM t WHERE b IN (SELECT c FROM d WHERE e = 1)', false],
    ['SELECT a FROM t WHERE b = 1; SELECT a FROM t', false],
    ['SET x = 1', false],
  ])('of %s holds for all: %s', async (sql, expected) => {
    const parsed = (await loadParser()).parse(sql);
    const template = templateOf(sql);
    expect(parsed.ok && template !== undefined && holdsForAll(parsed.statements, template)).toBe(expected);
  });
});
