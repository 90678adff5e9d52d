import { describe, expect, test } from 'vitest';
import type { ResultColumn } from '../../src/masking/types.ts';
import { decide } from '../../src/policy/decide.ts';
import { treatmentText } from '../../src/policy/explain.ts';
import { reconcile } from '../../src/policy/reconcile.ts';
import type { ColumnDecision } from '../../src/policy/types.ts';
import { contextFor, email, id, name, output, source, statement } from './support.ts';

const field = (table: number, attnum: number): ResultColumn => ({
  name: 'x',
  table,
  attnum,
  type: 25,
  typlen: -1,
  typmod: -1,
  format: 0,
});

const context = contextFor();
const planned = (sources: Parameters<typeof output>[1][], grant = ''): readonly ColumnDecision[] => {
  const decided = decide(statement({ columns: sources.map((list) => output('x', list)) }), contextFor(grant));
  if (decided.kind === 'refuse' || decided.columns === undefined) throw new Error('no columns');
  return decided.columns;
};
const run = (
  columns: readonly ColumnDecision[] | undefined,
  fields: readonly ResultColumn[],
  grant = '',
): { treatments: string[]; faults: readonly string[] } => {
  const { treatments, faults } = reconcile(columns, fields, grant === '' ? context : contextFor(grant));
  return { treatments: treatments.map(treatmentText), faults };
};

test('agreement changes nothing', () => {
  expect(run(planned([[source(id)], [source(email)]]), [field(100, 1), field(100, 2)])).toEqual({
    treatments: ['pass', 'mask email'],
    faults: [],
  });
});

test('a classified column that the plan passes is masked, and a fault', () => {
  expect(run(planned([[source(id)]]), [field(100, 2)])).toEqual({
    treatments: ['mask email'],
    faults: ['column 1 is public.users.email to the server, and pass in the plan: mask'],
  });
});

test('the mask of another class is none', () => {
  expect(run(planned([[source(name)]]), [field(100, 2)])).toMatchObject({ treatments: ['redact'], faults: [expect.any(String)] });
});

test('never relaxes: the server may name the wrong column', () => {
  expect(run(planned([[source(email)], [source(email, 'derived')]]), [field(100, 1), field(0, 0)])).toEqual({
    treatments: ['mask email', 'redact'],
    faults: [],
  });
});

test('a whole row of a classified relation does not pass', () => {
  expect(run(planned([[source(id)]]), [field(100, 0)])).toMatchObject({ treatments: ['redact'], faults: [expect.any(String)] });
  expect(run(planned([[source(id)]]), [field(300, 0)])).toEqual({ treatments: ['pass'], faults: [] });
});

test.each([[undefined], [planned([[source(id)]])], [planned([[source(id)], [source(id)], [source(id)]])]])(
  'a plan for another number of columns redacts them all',
  (columns) => {
    expect(run(columns, [field(0, 0), field(100, 1)])).toMatchObject({
      treatments: ['redact', 'redact'],
      faults: [expect.stringContaining('2 columns')],
    });
  },
);

test('what is revealed passes', () => {
  const grant = 'reveal: [{ class: email, reason: r, until: 2027-01-01 }]';
  expect(run(planned([[source(email)]], grant), [field(100, 2)], grant)).toEqual({ treatments: ['pass'], faults: [] });
});

describe('a mask that goes by another column', () => {
  const grant = 'masks: { email: { when: { column: id, matches: ["1*"], then: keep } } }';
  const columns = (row: number): readonly ColumnDecision[] => {
    const key = output('id', [source(id)], { stored: { row: 0, column: id } });
    const value = output('email', [source(email)], { stored: { row, column: email } });
    const decided = decide(statement({ columns: [key, value] }), contextFor(grant));
    if (decided.kind === 'refuse' || decided.columns === undefined) throw new Error('no columns');
    return decided.columns;
  };

  test('holds where the server calls both what the plan calls them', () => {
    expect(columns(0)[1]?.treatment).toMatchObject({ kind: 'mask', beside: 0 });
    expect(run(columns(0), [field(100, 1), field(100, 2)], grant)).toEqual({ treatments: ['pass', 'mask when'], faults: [] });
  });

  test('is redacted where that column is of another row, or the plan takes something else for it', () => {
    expect(run(columns(1), [field(100, 1), field(100, 2)], grant)).toEqual({ treatments: ['pass', 'redact'], faults: [] });
    expect(run(columns(0), [field(100, 3), field(100, 2)], grant)).toEqual({
      treatments: ['mask partial', 'redact'],
      faults: [expect.any(String), 'column 2 is public.users.email to the server, and mask in the plan: redact'],
    });
  });

  test('is redacted, and no fault, where the server takes one of them for computed', () => {
    const redacted = { treatments: ['pass', 'redact'], faults: [] };
    expect(run(columns(0), [field(0, 0), field(100, 2)], grant)).toEqual(redacted);
    expect(run(columns(0), [field(100, 1), field(0, 0)], grant)).toEqual(redacted);
  });

  test('is redacted where the plan had passed the column', () => {
    expect(run(planned([[source(id)], [source(id)]], grant), [field(100, 1), field(100, 2)], grant)).toMatchObject({
      treatments: ['pass', 'redact'],
    });
  });
});
