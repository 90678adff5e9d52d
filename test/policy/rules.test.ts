import { describe, expect, test } from 'vitest';
import type { StatementLineage } from '../../src/lineage/types.ts';
import { rules, type RuleId } from '../../src/policy/rules.ts';
import { where, write, call, callsLate, set, copy, explained, created } from './builders.ts';
import { email, backupEmail, id, name, notes, orderEmail, output, plan, source, statement, verdictOf } from './support.ts';

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
      [statement({ kind: 'do' }), 'access: ddl'],
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
      [write({ target: notes, constants: ['a', '***'] }), 'access: write'],
      // by the mask that the grant gives the class
      [write({ target: email, constants: ['#########'] }), 'access: write\nmasks: { email: { characters: { character: "#" } } }'],
    ],
    passes: [
      [write({ target: email, constants: ['ann@example.com'] }), 'access: write'],
      [write({ target: email, constants: ['A*****'] }), 'access: write'],
      [write({ target: notes, constants: ['*** urgent ***', 'u_0123456789ab@masked.invalid'] }), 'access: write'],
      [
        write({ target: email, constants: ['u_0123456789ab@masked.invalid'] }),
        'access: write\nmasks: { email: { characters: { character: "#" } } }',
      ],
      // who sees it as it is means what it writes
      [
        write({ target: notes, constants: ['***'] }),
        'access: write\nreveal: [{ class: free-text, reason: r, until: 2027-01-01 }]',
      ],
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
    rule: 'function.late',
    fires: [[callsLate('search_path'), '']],
    passes: [
      [callsLate('application_name'), ''],
      [callsLate(undefined), ''],
      [{ ...callsLate('search_path'), effects: [] }, ''],
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
  {
    rule: 'copy.encoding',
    fires: [
      [copy('client', 'to', 'SJIS', [output('id', [source(id)]), output('email', [source(email)])]), ''],
      [copy('client', 'to', 'LATIN1', [output('email', [source(email)])]), 'inference: open'],
    ],
    passes: [
      [copy('client', 'to', 'SJIS', [output('id', [source(id)])]), ''],
      [copy('client', 'from', 'SJIS'), 'access: write'],
      ...['UTF8', 'utf-8', 'Utf_8', 'unicode', 'SQL_ASCII', undefined].map(
        (encoding) => [copy('client', 'to', encoding, [output('email', [source(email)])]), ''] as const,
      ),
    ],
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
