import { describe, expect, it } from 'vitest';
import type { AuditEvent, AuditRecord } from '../../../src/audit/types.ts';
import { stretchesOf } from '../../../src/report/html/page/stretches.ts';
import { applyFilter, everything, facet, type Filter } from '../../../src/report/html/page/filter.ts';
import { graphOf } from '../../../src/report/html/page/graph.ts';
import { createModel, type Model } from '../../../src/report/html/page/model.ts';
import { column, jobEvents } from './events.ts';

const modelOf = (events: readonly AuditEvent[]): Model => {
  const model = createModel();
  for (const [index, event] of events.entries()) {
    const time = new Date(Date.UTC(2026, 10, 25, 10, 0, index)).toISOString();
    const record: AuditRecord = { seq: index + 1, time, prev: '', hash: '', event };
    model.add(record, { block: 0, line: index });
  }
  return model;
};

const model = modelOf(jobEvents);
const names = (filter: Partial<Filter>): readonly string[] =>
  applyFilter(model.rows, { ...everything, ...filter }).map(
    ({ session, statement }) => `${String(session)}.${String(statement)}`,
  );

describe('the rows', () => {
  it('are the statements in the order of the log, each with where its records are', () => {
    expect(
      model.rows.map(({ session, statement, verdict, places, faults }) => [session, statement, verdict, places.length, faults]),
    ).toEqual([
      [1, 1, 'plain', 2, 0],
      [1, 2, 'masked', 2, 0],
      [2, 1, 'refused', 1, 0],
      [1, 3, 'masked', 3, 1],
      [1, 4, 'plain', 2, 0],
      [1, 5, 'masked', 2, 0],
      [3, 1, 'plain', 1, 0],
    ]);
  });

  it('belong to sessions, of which one may have no start', () => {
    const sessions = [...model.sessions.values()].map(({ number, start, end, statements, refused }) => [
      number,
      start?.principal,
      end,
      statements,
      refused,
    ]);
    expect(sessions).toEqual([
      [1, 'agent', 'client', 5, 0],
      [2, 'agent', 'client', 1, 1],
      [3, undefined, undefined, 1, 0],
    ]);
    expect(model.rejected).toHaveLength(1);
  });
});

describe('the filter', () => {
  it.each<[string, Partial<Filter>, readonly string[]]>([
    ['by outcome: masked', { outcome: 'masked' }, ['1.2', '1.3', '1.5']],
    ['by outcome: nothing to mask', { outcome: 'plain' }, ['1.1', '1.4', '3.1']],
    ['by outcome: refused', { outcome: 'refused' }, ['2.1']],
    ['by outcome: failed', { outcome: 'failed' }, ['1.4']],
    ['by outcome: fault', { outcome: 'fault' }, ['1.3']],
    ['by class', { className: 'person_name' }, ['1.2']],
    ['by table', { table: 'public.customers' }, ['1.2', '2.1', '1.5']],
    ['by session', { session: 2 }, ['2.1']],
    ['by a rule in the text', { text: 'access.write' }, ['2.1']],
    ['by all words of a text, in any case', { text: '  CUSTOMERS   limit ' }, ['1.2']],
    ['by a text that is no pattern', { text: '.*' }, []],
    ['by several at once', { text: 'email', outcome: 'masked', table: 'public.orders' }, ['1.2']],
  ])('narrows %s', (_, filter, expected) => {
    expect(names(filter)).toEqual(expected);
  });

  it('offers what there is, the most frequent first', () => {
    expect(facet(model.rows, ({ classes }) => classes).slice(0, 2)).toEqual([
      { name: 'email', count: 2 },
      { name: 'national_id', count: 1 },
    ]);
  });
});

it('activity counts every statement once', () => {
  const stretches = stretchesOf(model.rows, model.span?.from ?? '', model.span?.to ?? '', 7);
  const sum = (kind: 'plain' | 'masked' | 'refused'): number => stretches.reduce((total, { counts }) => total + counts[kind], 0);
  expect([sum('plain'), sum('masked'), sum('refused')]).toEqual([3, 3, 1]);
});

describe('lineage', () => {
  it('joins a column that reaches several outputs, and counts those that nothing reaches', () => {
    const columns = jobEvents.flatMap((event) => (event.type === 'statement' ? [event.columns] : []))[1] ?? [];
    expect(graphOf(columns)).toEqual({
      sources: [
        { column: 'public.customers.email', class: 'email' },
        { column: 'public.customers.full_name', class: 'person_name' },
        { column: 'public.orders.phone', class: 'phone' },
      ],
      outputs: [
        { name: 'email', treatment: 'mask(email)' },
        { name: 'contact', treatment: 'redact' },
        { name: 'phones', treatment: 'pass' },
      ],
      edges: [
        { from: 0, to: 0, way: 'identity' },
        { from: 1, to: 1, way: 'derived' },
        { from: 0, to: 1, way: 'derived' },
        { from: 2, to: 2, way: 'count' },
      ],
      free: 2,
    });
  });

  it('of a log without source columns has classes alone', () => {
    const { sourceColumns: _, ...old } = column('mail', { sources: ['a:b:identity'], classes: ['a:b'] });
    expect(graphOf([old])).toMatchObject({ sources: [{ column: undefined, class: 'a:b' }], edges: [{ way: 'identity' }] });
  });
});
