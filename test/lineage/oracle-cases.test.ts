/** The oracle's hand-checked cases: what a person wrote down, what the server says, and what the resolver says. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Source } from '../../src/lineage/types.ts';
import { cases, expand } from '../oracle/cases.mjs';
import { servers, useFixture } from './support/fixture.ts';

const schema = readFileSync(new URL('../oracle/schema.sql', import.meta.url), 'utf8');

/** What the oracle keeps apart as indirect, and what it has no notion of. */
const apart: ReadonlySet<string> = new Set(['filter', 'order', 'over', 'except', 'grouping', 'inherited', 'view']);
const isCompared = ({ way, via }: Source): boolean =>
  !via.some((step) => apart.has(step) && (way === 'steering' || step === 'view' || step === 'inherited'));

const byText = (left: string, right: string): number => left.localeCompare(right);

describe.each(servers)('hand-checked cases, PostgreSQL $major', ({ major, port }) => {
  const fixture = useFixture(port, major, 'lineage_oracle_cases', `DROP SCHEMA public CASCADE; CREATE SCHEMA public; ${schema}`);
  const name = (key: string): string => {
    const [oid = '', attnum = ''] = key.split('.');
    const relation = fixture.catalog().relation(Number(oid));
    const system: Readonly<Record<string, string>> = { '-1': 'ctid', '-6': 'tableoid' };
    const column = relation?.columns.find((one) => one.attnum === Number(attnum))?.name ?? system[attnum] ?? attnum;
    return `${relation?.schema ?? ''}.${relation?.name ?? ''}.${column}`;
  };

  it.each(cases)('%s', (sql = '', sources = '') => {
    const lineage = fixture.read(sql);
    const { columns = [] } = lineage.changes.find((change) => change.kind === 'declare-cursor')?.inner ?? lineage;
    const followed = lineage.functions.filter(({ nature }) => nature === 'followed');
    const passed = followed.flatMap((use) => use.arguments);
    const found = columns.map((column) => [
      ...new Set([...column.sources, ...passed].filter(isCompared).map((source) => name(source.column))),
    ]);
    const wanted = columns.length === 0 ? [] : expand(sources).map((column) => column.split(' ').filter(Boolean));
    // What a followed body reads, the oracle does not know.
    const compared =
      followed.length === 0 ? found : found.map((column, index) => column.filter((one) => wanted[index]?.includes(one)));
    expect(compared.map((column) => column.sort(byText))).toEqual(wanted.map((column) => column.sort(byText)));
  });
});
