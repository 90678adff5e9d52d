import { describe, expect, test } from 'vitest';
import type { StatementLineage } from '../../src/lineage/types.ts';
import { decide } from '../../src/policy/decide.ts';
import { use, where, write } from './builders.ts';
import { email, backupEmail, contextFor, id, orderEmail, output, plan, source, statement, verdictOf } from './support.ts';

test('a write of unknown origin is refused where the statement touches a class', () => {
  const lineage = { ...write({ opaque: 'f' }), touched: [plan, email] };
  expect(verdictOf(lineage, 'access: write')).toBe('flow.write');
  expect(verdictOf({ ...lineage, touched: [plan] }, 'access: write')).toBe('forward');
});

test('a refusal names rule, class and way out, in SQLSTATE 42501', () => {
  const decided = decide(where({ operator: 'like', against: 'constant' }), contextFor());
  expect(decided).toEqual({
    kind: 'refuse',
    refusal: {
      rule: 'inference.predicate',
      sqlstate: '42501',
      message: 'pgveil refuses like on a column of class email in WHERE (rule inference.predicate)',
      hint: 'Equality with a constant or a parameter (for a class with lookup: true), IS NULL, and joins within the class are allowed.',
    },
  });
});

test('look-ups are counted and noted', () => {
  const decided = decide(statement({ predicates: [use({}), use({ column: orderEmail, operator: 'in' })] }), contextFor());
  expect(decided).toMatchObject({ kind: 'forward', lookups: 2, notes: ['look-up by class email in WHERE'], guarded: true });
});

describe('guarded', () => {
  const guarded = (lineage: StatementLineage, grant = 'access: ddl'): boolean => {
    const decided = decide(lineage, contextFor(grant));
    return decided.kind === 'forward' && decided.guarded;
  };
  test('errors of an UPDATE can quote the whole row', () => {
    expect(guarded(statement({ kind: 'update', targets: [100], touched: [plan] }))).toBe(true);
    expect(guarded(statement({ kind: 'update', targets: [300] }))).toBe(false);
  });
  test('what touches nothing classified, or only what is revealed, is not', () => {
    expect(guarded(statement({ columns: [output('id', [source(id)])] }))).toBe(false);
    const revealed = 'reveal: [{ column: public.users.email, reason: r, until: 2027-01-01 }]';
    expect(guarded(statement({ touched: [email] }), revealed)).toBe(false);
    expect(guarded(statement({ touched: [email, backupEmail] }), revealed)).toBe(true);
  });
  test('a trigger runs code of its own', () => {
    expect(
      guarded(statement({ kind: 'insert', targets: [300], effects: [{ kind: 'trigger', relation: 300, function: 1 }] })),
    ).toBe(true);
  });
  test('rows that it reaches without naming them', () => {
    const reaching = (relation: number | undefined): StatementLineage =>
      statement({ kind: 'update', targets: [300], effects: [{ kind: 'reach', relation }] });
    expect(guarded(reaching(100))).toBe(true);
    expect(guarded(reaching(undefined))).toBe(true);
    expect(guarded(reaching(300))).toBe(false);
  });
});

test('PREPARE and DECLARE CURSOR are judged by what they name, and carry its plan', () => {
  const inner = statement({ columns: [output('email', [source(email)])] });
  const prepare = statement({ kind: 'prepare', changes: [{ kind: 'prepare', name: 's', inner }] });
  expect(decide(prepare, contextFor())).toEqual(decide(inner, contextFor()));
  const refused = statement({
    kind: 'declare-cursor',
    changes: [{ kind: 'declare-cursor', name: 'c', hold: false, inner: where({ operator: 'like' }) }],
  });
  expect(verdictOf(refused)).toBe('inference.predicate');
});

test('EXPLAIN of a statement that calls functions hides its plan: the planner runs immutable ones', () => {
  const lineage = statement({
    kind: 'explain',
    explain: { analyze: false, verbose: true },
    columns: [output('QUERY PLAN', [])],
    touched: [email],
    functions: [{ oid: 1, name: 'public.f', nature: 'followed', arguments: [] }],
  });
  expect(decide(lineage, contextFor())).toMatchObject({ columns: [{ treatment: { kind: 'redact' } }] });
  expect(decide({ ...lineage, functions: [] }, contextFor())).toMatchObject({ columns: [{ treatment: { kind: 'pass' } }] });
});
