/** Which class a column gets by its names: the policy's rules, what is said of it elsewhere, the pack for system catalogs. */
import type { Column, Relation } from '../catalog/types.ts';
import { columnPattern, compareSpecificity, relationMatches, type ColumnPattern } from './patterns.ts';
import { noClass, type ClassificationRule, type Policy } from './policy.ts';
import { sayings, type Said } from './said.ts';
import { systemPack, toastClass } from './system-pack.ts';

export interface Verdict extends Said {
  /** `none` where the policy says that the column is not classified. */
  readonly class: string;
  readonly rule: ClassificationRule | undefined;
  /** What is said elsewhere and does not hold, because this goes before it. */
  readonly against: readonly Said[];
}

interface Indexed {
  readonly pattern: ColumnPattern;
  readonly verdict: Omit<Verdict, 'against'>;
}

const systemRules: readonly Indexed[] = systemPack.flatMap((entry) =>
  entry.columns.map((text) => ({
    pattern: columnPattern(text),
    verdict: {
      class: entry.class,
      origin: { source: 'system-pack', file: undefined, line: undefined, column: undefined, text },
      rule: undefined,
    },
  })),
);

/** TOAST tables hold the long values of every column of their table, in pieces. */
const toastVerdict: Indexed['verdict'] = {
  class: toastClass,
  origin: { source: 'system-pack', file: undefined, line: undefined, column: undefined, text: 'pg_toast.*.chunk_data' },
  rule: undefined,
};

/** For one relation, a function from its columns to what is said of them. */
export type RuleIndex = (relation: Relation) => (column: Column) => Verdict | undefined;

const none: readonly never[] = [];

export const ruleIndex = (policy: Policy): RuleIndex => {
  const rules: readonly Indexed[] = policy.classification
    .map((rule) => ({
      pattern: rule.pattern,
      verdict: {
        class: rule.class,
        origin: { source: 'policy' as const, file: policy.file, ...rule.position, text: rule.pattern.text },
        rule,
      },
    }))
    .toSorted((a, b) => compareSpecificity(a.pattern, b.pattern));
  const saidOf = sayings(policy);

  return (relation) => {
    const applies = ({ pattern }: Indexed): boolean => relationMatches(pattern, relation.schema, relation.name);
    const own = rules.filter(applies);
    const system = systemRules.filter(applies);
    return (column) => {
      const named = ({ pattern }: Indexed): boolean => pattern.column.matches(column.name);
      const said = saidOf(relation, column);
      const byRule = own.find(named)?.verdict;
      if (byRule !== undefined) return { ...byRule, against: said };
      const [first, ...against] = said;
      if (first !== undefined) return { ...first, rule: undefined, against };
      const bySystem =
        system.find(named)?.verdict ?? (relation.kind === 't' && column.name === 'chunk_data' ? toastVerdict : undefined);
      return bySystem === undefined ? undefined : { ...bySystem, against: none };
    };
  };
};

export const isClassified = (verdict: Verdict | undefined): verdict is Verdict =>
  verdict !== undefined && verdict.class !== noClass;
