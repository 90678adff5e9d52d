/** What a policy makes of the columns that the session sees in the catalog. */
import { loadCatalog } from '../catalog/load.ts';
import { columnKey, type Catalog } from '../catalog/types.ts';
import { sightsOf, type ColumnSight } from '../coverage/column-facts.ts';
import { askControl } from '../gateway/control.ts';
import { bindPolicy } from '../policy/bind.ts';
import type { Policy } from '../policy/policy.ts';
import type pg from 'pg';

export interface ColumnInsight {
  readonly class: string | undefined;
  /** How the column reaches each principal. */
  readonly shown: readonly ColumnSight[];
}

/** By column name; empty for a relation that the catalog does not hold. */
export type Insight = (client: pg.Client, relation: number) => Promise<ReadonlyMap<string, ColumnInsight>>;

export interface InsightOptions {
  readonly policy: Policy;
  /** A name under `databases`. */
  readonly database: string;
  /** The only one to be told of. */
  readonly principal: string | undefined;
  readonly clock: () => number;
}

/** Reads the catalog anew for each question; its built-in part once. */
export const policyInsight = ({ policy, database, principal, clock }: InsightOptions): Insight => {
  let base: Catalog | undefined;
  return async (client, oid) => {
    const catalog = await loadCatalog(askControl(client), { clock, database, ...(base === undefined ? {} : { base }) });
    base = catalog;
    const relation = catalog.relation(oid);
    if (relation === undefined) return new Map();
    const question = { bound: bindPolicy(policy, catalog, database), catalog, now: clock() };
    return new Map(
      relation.columns.map((column) => {
        const key = columnKey(oid, column.attnum);
        const shown = sightsOf(question, key, { relation, column });
        return [
          column.name,
          {
            class: question.bound.classOf(key)?.class,
            shown: shown.filter((sight) => principal === undefined || sight.principal === principal),
          },
        ];
      }),
    );
  };
};
