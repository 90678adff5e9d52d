import { describe, expect, test } from 'vitest';
import type { PredicateUse, StatementLineage, Write } from '../../src/lineage/types.ts';
import { decide } from '../../src/policy/decide.ts';
import { rules, type RuleId } from '../../src/policy/rules.ts';
import {
  email,
  backupEmail,
  contextFor,
  id,
  name,
  notes,
  orderEmail,
  orderTotal,
  output,
  plan,
  source,
  statement,
  verdictOf,
} from './support.ts';

const use = (more: Partial<PredicateUse>): PredicateUse => ({
  column: email,
  clause: 'where',
  operator: '=',
  against: 'parameter',
  others: [],
  ...more,
});

const where = (more: Partial<PredicateUse>): StatementLineage => statement({ predicates: [use(more)] });

const write = (more: Partial<Write>): StatementLineage =>
  statement({
    kind: 'update',
    targets: [100],
    writes: [{ target: plan, sources: [], opaque: undefined, constants: [], parameters: [], ...more }],
  });

const call = (
  nature: 'opaque' | 'reader' | 'effect' | 'pure',
  called: string,
  more: Partial<StatementLineage> = {},
): StatementLineage =>
  statement({
    functions: [{ oid: called === 'public.order_total' ? orderTotal.oid : 1, name: called, nature, arguments: [] }],
    ...more,
  });

const set = (setting: string, value: string): StatementLineage =>
  statement({ kind: 'set', changes: [{ kind: 'set', name: setting, value: [value], local: false }] });

const copy = (place: 'client' | 'file' | 'program', direction: 'to' | 'from' = 'to'): StatementLineage =>
  statement({
    kind: 'copy',
    copy: {
      direction,
      place,
      format: 'text',
      delimiter: '\t',
      null: '\\N',
      header: false,
      quote: '"',
      escape: '"',
      encoding: undefined,
    },
  });

const explained = (more: Partial<PredicateUse>): StatementLineage => ({
  ...where(more),
  kind: 'explain',
  explain: { analyze: false, verbose: false },
});

const created = (sources: Parameters<typeof output>[1]): StatementLineage =>
  statement({ kind: 'create-table-as', columns: [output('x', sources)] });

/** For each rule statements that it refuses, each with its grant, and near ones that pass. */
const cases: readonly {
  readonly rule: RuleId;
  readonly fires: readonly (readonly [StatementLineage, string])[];
  readonly passes: readonly (readonly [StatementLineage, string])[];
}[] = [
  {
    rule: 'statement.kind',
    fires: [
      [statement({ kind: 'do' }), 'access: ddl'],
      [statement({ kind: 'listen' }), 'access: ddl'],
      [statement({ kind: 'no-such-kind' }), 'access: ddl'],
    ],
    passes: [[statement(), '']],
  },
  {
    rule: 'access.write',
    fires: [
      [statement({ kind: 'insert' }), ''],
      [write({}), ''],
      // a SELECT with a DELETE in its WITH clause, and COPY FROM
      [statement({ targets: [100] }), ''],
      [copy('client', 'from'), ''],
      [call('effect', 'pg_catalog.setval', { effects: [{ kind: 'function', name: 'pg_catalog.setval', sources: [] }] }), ''],
    ],
    passes: [
      [statement({ kind: 'insert' }), 'access: write'],
      [write({}), 'access: ddl'],
      [statement({ kind: 'lock', targets: [100] }), ''],
      [
        call('effect', 'pg_catalog.pg_notify', { effects: [{ kind: 'function', name: 'pg_catalog.pg_notify', sources: [] }] }),
        '',
      ],
    ],
  },
  {
    rule: 'access.ddl',
    fires: [[statement({ kind: 'create-view' }), 'access: write']],
    passes: [[statement({ kind: 'create-view', columns: [output('email', [source(email)])] }), 'access: ddl']],
  },
  {
    rule: 'relation.denied',
    fires: [
      [statement({ relations: [300] }), 'relations: { deny: [public.secrets] }'],
      [statement({ relations: [300] }), 'relations: { allow: [public.users] }'],
    ],
    passes: [
      [statement({ relations: [300] }), ''],
      [statement({ relations: [100] }), 'relations: { allow: ["public.*"], deny: [public.secrets] }'],
    ],
  },
  {
    rule: 'function.opaque',
    fires: [
      [call('opaque', 'public.order_total'), ''],
      [call('opaque', 'public.order_total'), 'functions: ["public.order_total(text)"]'],
      [call('opaque', 'public.other'), 'functions: ["public.order_total(bigint)"]'],
    ],
    passes: [
      [call('opaque', 'public.order_total'), 'functions: ["public.order_total(bigint)"]'],
      [call('opaque', 'public.order_total'), 'functions: [public.order_total]'],
      [call('pure', 'pg_catalog.lower'), ''],
    ],
  },
  { rule: 'function.reader', fires: [[call('reader', 'pg_catalog.query_to_xml'), '']], passes: [] },
  {
    rule: 'effect.rule',
    fires: [[statement({ kind: 'insert', effects: [{ kind: 'rule', relation: 100, name: 'r' }] }), 'access: write']],
    passes: [[statement({ kind: 'insert', effects: [{ kind: 'trigger', relation: 100, function: 1 }] }), 'access: write']],
  },
  {
    rule: 'flow.write',
    fires: [
      [write({ sources: [source(email)] }), 'access: write'],
      [write({ sources: [source(email, 'derived', ['md5'])] }), 'access: write'],
      [write({ target: name, sources: [source(email)] }), 'access: write'],
      [write({ target: email, sources: [source(email, 'derived', ['substr'])] }), 'access: write'],
      // who may see the value may not show it to others
      [write({ sources: [source(email)] }), 'access: write\nreveal: [{ class: email, reason: r, until: 2027-01-01 }]'],
      [write({ sources: [source(email, 'count', ['count'])] }), 'access: write\ninference: strict'],
    ],
    passes: [
      [write({ target: email }), 'access: write'],
      [write({ target: backupEmail, sources: [source(email)] }), 'access: write'],
      [write({ target: backupEmail, sources: [source(email, 'preserving', ['lower'])] }), 'access: write'],
      [write({ target: notes, sources: [source(notes, 'derived', ['||'])] }), 'access: write'],
      [write({ sources: [source(id)] }), 'access: write'],
      [write({ sources: [source(email, 'count', ['count'])] }), 'access: write'],
    ],
  },
  {
    rule: 'flow.store',
    fires: [
      [created([source(email)]), 'access: ddl'],
      [created([source(email, 'derived', ['md5'])]), 'access: ddl'],
      [statement({ kind: 'create-table-as', touched: [email] }), 'access: ddl'],
    ],
    passes: [
      [created([source(id)]), 'access: ddl'],
      [created([source(email, 'count', ['count'])]), 'access: ddl'],
    ],
  },
  {
    rule: 'flow.effect',
    fires: [[statement({ effects: [{ kind: 'function', name: 'pg_catalog.pg_notify', sources: [source(email)] }] }), '']],
    passes: [[statement({ effects: [{ kind: 'function', name: 'pg_catalog.pg_notify', sources: [source(id)] }] }), '']],
  },
  {
    rule: 'write.masked',
    fires: [
      [write({ target: email, constants: ['u_0123456789ab@masked.invalid'] }), 'access: write'],
      [write({ target: name, constants: ['A*****'] }), 'access: write'],
    ],
    passes: [
      [write({ target: email, constants: ['ann@example.com'] }), 'access: write'],
      [write({ target: plan, constants: ['***'] }), 'access: write'],
    ],
  },
  {
    rule: 'inference.strict',
    fires: [
      [where({}), 'inference: strict'],
      [where({ operator: 'is-null', against: 'none' }), 'inference: strict'],
      [where({ clause: 'group', operator: 'group', against: 'none' }), 'inference: strict'],
      [where({ clause: 'join', against: 'column', others: [id] }), 'inference: strict'],
    ],
    passes: [
      [where({ clause: 'join', against: 'column', others: [orderEmail] }), 'inference: strict'],
      [where({ clause: 'policy', operator: 'like' }), 'inference: strict'],
      [where({ column: id }), 'inference: strict'],
      [where({}), 'inference: strict\nreveal: [{ class: email, reason: r, until: 2027-01-01 }]'],
    ],
  },
  {
    rule: 'inference.lookup',
    fires: [
      [where({ column: name }), ''],
      [where({ column: notes, operator: 'in', against: 'constant' }), ''],
    ],
    passes: [
      [where({}), ''],
      [where({ operator: 'in', against: 'constant' }), ''],
      [where({ column: name }), 'inference: open'],
    ],
  },
  {
    rule: 'inference.join',
    fires: [
      [where({ clause: 'join', against: 'column', others: [id] }), ''],
      [where({ against: 'column', others: [name] }), ''],
      [where({ against: 'column', others: [] }), ''],
    ],
    passes: [[where({ clause: 'join', against: 'column', others: [orderEmail] }), '']],
  },
  {
    rule: 'inference.order',
    fires: [
      [where({ clause: 'order', operator: 'order', against: 'none' }), ''],
      [where({ clause: 'window', operator: 'order', against: 'none' }), ''],
    ],
    passes: [[where({ clause: 'order', operator: 'order', against: 'none' }), 'inference: open']],
  },
  {
    rule: 'inference.predicate',
    fires: [
      [where({ operator: 'like', against: 'constant' }), ''],
      [where({ operator: '<', against: 'column', others: [backupEmail] }), ''],
      [where({ operator: 'function', against: 'none' }), ''],
      [where({ operator: '=', against: 'expression' }), ''],
      [where({ clause: 'group', operator: 'function', against: 'none' }), ''],
      [where({ clause: 'filter', operator: '>' }), ''],
    ],
    passes: [
      [where({ operator: 'is-null', against: 'none' }), ''],
      [where({ clause: 'group', operator: 'group', against: 'none' }), ''],
      [where({ clause: 'distinct', operator: 'distinct', against: 'none' }), ''],
      [where({ clause: 'conflict', operator: '=' }), ''],
    ],
  },
  {
    rule: 'inference.estimates',
    fires: [[explained({}), '']],
    passes: [
      [explained({ column: id }), ''],
      [explained({}), 'inference: open'],
    ],
  },
  {
    rule: 'setting.refused',
    fires: [
      [set('standard_conforming_strings', 'off'), ''],
      [set('role', 'postgres'), 'access: ddl'],
      [call('effect', 'pg_catalog.set_config'), ''],
      [
        call('effect', 'pg_catalog.set_config', {
          changes: [{ kind: 'set', name: 'client_encoding', value: undefined, local: false }],
        }),
        '',
      ],
    ],
    passes: [
      [set('search_path', 'public'), ''],
      [statement({ kind: 'set', changes: [{ kind: 'set', name: 'client_encoding', value: undefined, local: false }] }), ''],
    ],
  },
  {
    rule: 'copy.server',
    fires: [
      [copy('file'), 'access: ddl'],
      [copy('program'), 'access: ddl'],
    ],
    passes: [[copy('client'), '']],
  },
];

/** What other rooms refuse by. */
const elsewhere: readonly RuleId[] = [
  'lookup.budget',
  'lineage.disagreement',
  'lineage.syntax',
  'lineage.unresolved',
  'lineage.unmodelled',
  'lineage.too-large',
];

test('every rule has a row', () => {
  expect(new Set([...cases.map(({ rule }) => rule), ...elsewhere])).toEqual(new Set(Object.keys(rules)));
});

describe.each(cases)('$rule', ({ rule, fires, passes }) => {
  test.each(fires)('fires: %j, %s', (lineage, grant) => {
    expect(verdictOf(lineage, grant)).toBe(rule);
  });
  if (passes.length > 0) {
    test.each(passes)('does not fire: %j, %s', (lineage, grant) => {
      expect(verdictOf(lineage, grant)).toBe('forward');
    });
  }
});

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
});

test('PREPARE and DECLARE CURSOR are judged by what they name, and carry its plan', () => {
  const inner = statement({ columns: [output('email', [source(email)])] });
  const prepare = statement({ kind: 'prepare', changes: [{ kind: 'prepare', name: 's', inner }] });
  expect(decide(prepare, contextFor())).toEqual(decide(inner, contextFor()));
  const refused = statement({
    kind: 'declare-cursor',
    changes: [{ kind: 'declare-cursor', name: 'c', inner: where({ operator: 'like' }) }],
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
