import type { PredicateUse, StatementLineage, Write } from '../../src/lineage/types.ts';
import { email, orderTotal, output, plan, statement } from './support.ts';

export const use = (more: Partial<PredicateUse>): PredicateUse => ({
  column: email,
  clause: 'where',
  operator: '=',
  against: 'parameter',
  others: [],
  times: 1,
  ...more,
});

export const where = (more: Partial<PredicateUse>): StatementLineage => statement({ predicates: [use(more)] });

export const write = (more: Partial<Write>): StatementLineage =>
  statement({
    kind: 'update',
    targets: [100],
    writes: [{ target: plan, sources: [], opaque: undefined, constants: [], parameters: [], ...more }],
  });

export const call = (
  nature: 'opaque' | 'reader' | 'effect' | 'pure',
  called: string,
  more: Partial<StatementLineage> = {},
): StatementLineage =>
  statement({
    functions: [{ oid: called === 'public.order_total' ? orderTotal.oid : 1, name: called, nature, arguments: [] }],
    ...more,
  });

/** A function without a search_path of its own is called, and a setting set. */
export const callsLate = (setting: string | undefined): StatementLineage =>
  statement({
    effects: [{ kind: 'late-names', function: 'public.f' }],
    changes: setting === undefined ? [] : [{ kind: 'set', name: setting, value: ['x'], local: false }],
  });

export const set = (setting: string, value: string): StatementLineage =>
  statement({ kind: 'set', changes: [{ kind: 'set', name: setting, value: [value], local: false }] });

export const copy = (
  place: 'client' | 'file' | 'program',
  direction: 'to' | 'from' = 'to',
  encoding?: string,
  columns?: StatementLineage['columns'],
): StatementLineage =>
  statement({
    kind: 'copy',
    columns,
    copy: {
      direction,
      place,
      format: 'text',
      delimiter: '\t',
      null: '\\N',
      header: false,
      quote: '"',
      escape: '"',
      encoding,
      forceQuote: [],
    },
  });

export const explained = (more: Partial<PredicateUse>): StatementLineage => ({
  ...where(more),
  kind: 'explain',
  explain: { analyze: false, verbose: false },
});

export const created = (sources: Parameters<typeof output>[1]): StatementLineage =>
  statement({ kind: 'create-table-as', columns: [output('x', sources)] });
