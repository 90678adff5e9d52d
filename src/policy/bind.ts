/** The policy's classification, resolved to the columns of one catalog snapshot. */
import { columnKey, type Catalog, type ColumnKey, type Oid, type Relation } from '../catalog/types.ts';
import { generatedFrom } from './generated.ts';
import type { ClassDefinition, ClassificationRule, Policy } from './policy.ts';
import { isClassified, ruleIndex } from './rule-index.ts';
import type { Classified } from './types.ts';

export interface BoundPolicy {
  readonly policy: Policy;
  readonly database: string;
  readonly catalogVersion: string;
  readonly classified: ReadonlyMap<ColumnKey, Classified>;
  /** Relations with at least one classified column. */
  readonly relations: ReadonlySet<Oid>;
  classOf(column: ColumnKey): Classified | undefined;
  /** Undefined for a class that only a comment or the system pack names: redacted. */
  definitionOf(className: string): ClassDefinition | undefined;
  /** Rules of the policy that match no column of this database. */
  readonly unmatched: readonly ClassificationRule[];
}

export interface BindOptions {
  /**
   * What was bound before a change of the catalog. Its columns stay classified as long as they exist, since a rename
   * or a dropped comment changes what a column is called and not what it holds.
   */
  readonly previous?: BoundPolicy;
}

/** Gives a column of `to` the class of the column of the same name in `from`, if it has none of its own. */
const inherit = (found: Map<ColumnKey, Classified>, exempt: ReadonlySet<ColumnKey>, from: Relation, to: Relation): boolean => {
  let changed = false;
  for (const column of from.columns) {
    const known = found.get(columnKey(from.oid, column.attnum));
    const other = known && to.columns.find(({ name }) => name === column.name);
    if (known === undefined || other === undefined) continue;
    const key = columnKey(to.oid, other.attnum);
    if (found.has(key) || exempt.has(key)) continue;
    found.set(key, { column: key, class: known.class, origin: known.origin });
    changed = true;
  }
  return changed;
};

/**
 * Rows of a child or a partition are read through its parent too, so that classes go both ways; until nothing changes.
 */
const spreadOverInheritance = (catalog: Catalog, found: Map<ColumnKey, Classified>, exempt: ReadonlySet<ColumnKey>): void => {
  const pairs: (readonly [Relation, Relation])[] = [];
  for (const child of catalog.relations()) {
    for (const oid of child.parents) {
      const parent = catalog.relation(oid);
      if (parent !== undefined) pairs.push([parent, child]);
    }
  }
  let changed = pairs.length > 0;
  while (changed) {
    changed = false;
    for (const [parent, child] of pairs) {
      if (inherit(found, exempt, parent, child)) changed = true;
      if (inherit(found, exempt, child, parent)) changed = true;
    }
  }
};

const spreadOverGenerated = (catalog: Catalog, found: Map<ColumnKey, Classified>, exempt: ReadonlySet<ColumnKey>): void => {
  for (const relation of catalog.relations()) {
    for (const { column, from } of generatedFrom(relation)) {
      if (found.has(column) || exempt.has(column)) continue;
      // A whole-row reference has attnum 0 and reads every column.
      const read = from.some((key) => key.endsWith('.0'))
        ? relation.columns.map(({ attnum }) => columnKey(relation.oid, attnum))
        : from;
      const source = read.map((key) => found.get(key)).find((known) => known !== undefined);
      if (source === undefined) continue;
      found.set(column, {
        column,
        class: source.class,
        origin: {
          source: 'derived',
          file: undefined,
          line: undefined,
          column: undefined,
          text: `generated from ${source.class}`,
        },
      });
    }
  }
};

/**
 * Precedence for each column: the most specific rule of the policy (the first of equals), the column's comment, the
 * pack for system catalogs, what was bound before, the class of the same column in a parent or child, and the class of
 * the columns that a generated column is made from. Pure; keep the result for as long as `catalog.version` stays.
 */
export const bindPolicy = (policy: Policy, catalog: Catalog, database: string, { previous }: BindOptions = {}): BoundPolicy => {
  const found = new Map<ColumnKey, Classified>();
  const exempt = new Set<ColumnKey>();
  const matched = new Set<ClassificationRule>();
  const index = ruleIndex(policy);

  for (const relation of catalog.relations()) {
    const verdictOf = index(relation);
    for (const column of relation.columns) {
      const key = columnKey(relation.oid, column.attnum);
      const verdict = verdictOf(column);
      if (verdict?.rule !== undefined) matched.add(verdict.rule);
      if (isClassified(verdict)) found.set(key, { column: key, class: verdict.class, origin: verdict.origin });
      else if (verdict !== undefined) exempt.add(key);
      const before = previous?.classOf(key);
      if (before !== undefined && !found.has(key) && !exempt.has(key)) found.set(key, before);
    }
  }
  spreadOverInheritance(catalog, found, exempt);
  spreadOverGenerated(catalog, found, exempt);

  return {
    policy,
    database,
    catalogVersion: catalog.version,
    classified: found,
    relations: new Set([...found.keys()].map((key) => Number(key.slice(0, key.indexOf('.'))))),
    classOf: (column) => found.get(column),
    definitionOf: (className) => policy.classes.get(className),
    unmatched: policy.classification.filter((rule) => !matched.has(rule)),
  };
};
