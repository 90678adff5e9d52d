/** The policy's classification, resolved to the columns of one catalog snapshot. */
import { columnKey, type Catalog, type ColumnKey, type Oid } from '../catalog/types.ts';
import { PgveilError } from '../errors.ts';
import { generatedFrom } from './generated.ts';
import type { ClassDefinition, ClassificationRule, Policy } from './policy.ts';
import { isClassified, ruleIndex, type Verdict } from './rule-index.ts';
import type { Said } from './said.ts';
import { spread, type Spreading } from './spread.ts';
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
  /** Columns of which the policy says that they have no class. */
  readonly exempt: ReadonlySet<ColumnKey>;
  /** Columns of which different classes are said, with what does not hold. */
  readonly conflicts: readonly Conflict[];
  /** Rules of the policy that match no column of this database. */
  readonly unmatched: readonly ClassificationRule[];
}

export interface Conflict {
  readonly column: ColumnKey;
  readonly kept: Said;
  readonly other: Said;
}

export interface BindOptions {
  /**
   * What was bound before a change of the catalog. Its columns keep their classes as long as they exist, since a rename
   * or another comment changes what a column is called and not what it holds.
   */
  readonly previous?: BoundPolicy;
}

/** A comment does not choose the mask of what a generated column makes of classified values. */
const spreadOverGenerated = (catalog: Catalog, { found, exempt }: Spreading): void => {
  for (const relation of catalog.relations()) {
    for (const { column, from } of generatedFrom(relation)) {
      const own = found.get(column);
      if ((own !== undefined && own.origin.source !== 'comment') || exempt.has(column)) continue;
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

const noteNames = (catalog: Catalog, found: Map<ColumnKey, Classified>): void => {
  for (const { oid, schema, name, columns } of catalog.relations()) {
    for (const column of columns) {
      const known = found.get(columnKey(oid, column.attnum));
      if (known?.column === columnKey(oid, column.attnum) && known.called === undefined)
        found.set(known.column, { ...known, called: { schema, relation: name, column: column.name } });
    }
  }
};

/** A class that goes before others of its kind: `none` in the policy is an exception on purpose. */
const conflictsOf = (column: ColumnKey, verdict: Verdict): readonly Conflict[] =>
  isClassified(verdict)
    ? verdict.against.filter((other) => other.class !== verdict.class).map((other) => ({ column, kept: verdict, other }))
    : [];

/**
 * Precedence for each column: what was bound before, the most specific rule of the policy (the first of equals), the
 * column's comment, its security label, files of other tools, the pack for system catalogs, the class of the same column
 * in a parent or child or of the key that it references, and the class of the columns that a generated column is made
 * from, which goes before its comment. Pure; keep the result for as long as `catalog.version` stays. Throws PGVEIL_CONFIG for a policy whose files of
 * other tools were not read.
 */
export const bindPolicy = (policy: Policy, catalog: Catalog, database: string, { previous }: BindOptions = {}): BoundPolicy => {
  if (policy.declarations === undefined) {
    throw new PgveilError('PGVEIL_CONFIG', 'the files that the policy names under classification were not read');
  }
  const found = new Map<ColumnKey, Classified>();
  const conflicts: Conflict[] = [];
  const exempt = new Set<ColumnKey>();
  const matched = new Set<ClassificationRule>();
  const index = ruleIndex(policy);

  for (const relation of catalog.relations()) {
    const verdictOf = index(relation);
    for (const column of relation.columns) {
      const key = columnKey(relation.oid, column.attnum);
      const verdict = verdictOf(column);
      if (verdict?.rule !== undefined) matched.add(verdict.rule);
      if (verdict !== undefined && verdict.against.length > 0) conflicts.push(...conflictsOf(key, verdict));
      const before = previous?.classOf(key);
      if (before !== undefined) found.set(key, before);
      else if (isClassified(verdict)) found.set(key, { column: key, class: verdict.class, origin: verdict.origin });
      else if (verdict !== undefined) exempt.add(key);
    }
  }
  spread(catalog, { found, exempt }, policy.foreignKeys);
  spreadOverGenerated(catalog, { found, exempt });
  noteNames(catalog, found);

  return {
    policy,
    database,
    catalogVersion: catalog.version,
    classified: found,
    relations: new Set([...found.keys()].map((key) => Number(key.slice(0, key.indexOf('.'))))),
    classOf: (column) => found.get(column),
    definitionOf: (className) => policy.classes.get(className),
    exempt,
    conflicts,
    unmatched: policy.classification.filter((rule) => !matched.has(rule)),
  };
};
