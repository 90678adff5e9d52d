/** All that a policy makes of one column. */
import { columnKey, type Catalog, type ColumnKey } from '../catalog/types.ts';
import type { Reading } from '../lineage/types.ts';
import type { BoundPolicy } from '../policy/bind.ts';
import { allowsRelation } from '../policy/grants.ts';
import { isSystemSchema } from '../policy/patterns.ts';
import type { Said } from '../policy/said.ts';
import { veilOf } from '../policy/veil.ts';
import type { Detection } from './detection/types.ts';
import { formatType } from './format-type.ts';
import { looksOf } from './looks.ts';
import { columnName, type Located } from './names.ts';
import { readersOf } from './readers.ts';

export interface ColumnSight {
  readonly principal: string;
  readonly grant: string;
  /** `no access`, `pass`, `masked(email)`, `redact`. */
  readonly shown: string;
  /** Why it is as it is, where that is not the class's mask. */
  readonly because: string | undefined;
}

export interface CarryingView {
  /** schema.view.column */
  readonly column: string;
  /** `identity`, `derived`, ... */
  readonly way: string;
}

export interface ColumnFactsFound {
  readonly column: string;
  readonly type: string;
  readonly said: Said | undefined;
  readonly conflicts: readonly Said[];
  /** The policy says that it has no class. */
  readonly exempt: boolean;
  /** What it looks like. */
  readonly detection: Detection | undefined;
  readonly sights: readonly ColumnSight[];
  readonly views: readonly CarryingView[];
  /** Views that could not be followed: they may carry it. */
  readonly opaqueViews: readonly string[];
}

export interface ColumnQuestion {
  readonly bound: BoundPolicy;
  readonly catalog: Catalog;
  readonly read: (sql: string) => Reading;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** How a column reaches each principal that has a grant for the database. */
export const sightsOf = (
  { bound, now }: Omit<ColumnQuestion, 'read'>,
  key: ColumnKey,
  { relation }: Located,
): readonly ColumnSight[] =>
  readersOf(bound.policy, bound.database).map(({ principal, grant }) => {
    const sight = (shown: string, because?: string): ColumnSight => ({ principal, grant: grant.name, shown, because });
    if (!allowsRelation(grant, relation)) return sight('no access');
    const veil = veilOf(bound, grant, now);
    const classified = veil.of(key);
    const reveal = veil.revealOf(key);
    if (classified === undefined) return reveal === undefined ? sight('pass') : sight('pass', `revealed: ${reveal.reason}`);
    const mask = veil.maskOf(classified);
    if (mask === undefined) return sight('redact', 'the class has no mask');
    return sight(
      mask.transform === 'redact' ? 'redact' : `masked(${mask.transform})`,
      grant.masks.has(classified.class) ? `the mask of ${grant.name}` : undefined,
    );
  });

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const carriersOf = (
  { catalog, read }: ColumnQuestion,
  key: ColumnKey,
): { readonly views: readonly CarryingView[]; readonly opaque: readonly string[] } => {
  const views: CarryingView[] = [];
  const opaque: string[] = [];
  for (const view of catalog.relations()) {
    if ((view.kind !== 'v' && view.kind !== 'm') || isSystemSchema(view.schema)) continue;
    const reading = read(`SELECT * FROM ${quoted(view.schema)}.${quoted(view.name)}`);
    if (!reading.ok) {
      opaque.push(`${view.schema}.${view.name}`);
      continue;
    }
    for (const [index, output] of (reading.statements[0]?.columns ?? []).entries()) {
      const column = view.columns[index];
      const source = output.sources.find((one) => one.column === key && one.way !== 'steering');
      if (column === undefined || source === undefined || columnKey(view.oid, column.attnum) === key) continue;
      views.push({
        column: columnName(view, column),
        way: output.opaque === undefined ? source.way : `opaque: ${output.opaque}`,
      });
    }
  }
  return { views, opaque };
};

export const columnFacts = (question: ColumnQuestion, located: Located): ColumnFactsFound => {
  const { bound, catalog } = question;
  const { relation, column } = located;
  const key = columnKey(relation.oid, column.attnum);
  const { views, opaque } = carriersOf(question, key);
  return {
    column: columnName(relation, column),
    type: formatType(catalog, column.type),
    said: bound.classOf(key),
    conflicts: bound.conflicts.filter((one) => one.column === key).map(({ other }) => other),
    exempt: bound.exempt.has(key),
    detection: looksOf(catalog, relation)[relation.columns.indexOf(column)],
    sights: sightsOf(question, key, located),
    views,
    opaqueViews: opaque,
  };
};
