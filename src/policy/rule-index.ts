/** Which class a column gets by its names: the policy's rules, then its comment, then the pack for system catalogs. */
import type { Column, Relation } from '../catalog/types.ts';
import { columnPattern, compareSpecificity, relationMatches, type ColumnPattern } from './patterns.ts';
import { noClass, type ClassificationRule, type Policy } from './policy.ts';
import { systemPack, toastClass } from './system-pack.ts';
import type { Origin } from './types.ts';

export interface Verdict {
  /** `none` where the policy says that the column is not classified. */
  readonly class: string;
  readonly origin: Origin;
  readonly rule: ClassificationRule | undefined;
}

interface Indexed {
  readonly pattern: ColumnPattern;
  readonly verdict: Verdict;
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

const commentForm = /(?:^|\s)@class\s+([A-Za-z][A-Za-z0-9_.-]{0,62})/;

const commentVerdict = (comment: string | undefined): Verdict | undefined => {
  const name = comment === undefined ? undefined : commentForm.exec(comment)?.[1];
  return name === undefined
    ? undefined
    : {
        class: name,
        origin: { source: 'comment', file: undefined, line: undefined, column: undefined, text: `@class ${name}` },
        rule: undefined,
      };
};

/** TOAST tables hold the long values of every column of their table, in pieces. */
const toastVerdict: Verdict = {
  class: toastClass,
  origin: { source: 'system-pack', file: undefined, line: undefined, column: undefined, text: 'pg_toast.*.chunk_data' },
  rule: undefined,
};

/** For one relation, a function from its columns to what is said of them. */
export type RuleIndex = (relation: Relation) => (column: Column) => Verdict | undefined;

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

  return (relation) => {
    const applies = ({ pattern }: Indexed): boolean => relationMatches(pattern, relation.schema, relation.name);
    const own = rules.filter(applies);
    const system = systemRules.filter(applies);
    return (column) => {
      const named = ({ pattern }: Indexed): boolean => pattern.column.matches(column.name);
      return (
        own.find(named)?.verdict ??
        (policy.comments ? commentVerdict(column.comment) : undefined) ??
        system.find(named)?.verdict ??
        (relation.kind === 't' && column.name === 'chunk_data' ? toastVerdict : undefined)
      );
    };
  };
};

export const isClassified = (verdict: Verdict | undefined): verdict is Verdict =>
  verdict !== undefined && verdict.class !== noClass;
