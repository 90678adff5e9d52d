/** How much of a policy its test cases reach. */
import type { Policy } from '../../policy/policy.ts';
import type { TestResult } from './run.ts';

export interface Reach {
  /** `principals`, `grants`, `classes`. */
  readonly what: string;
  readonly reached: number;
  readonly all: number;
  readonly missing: readonly string[];
}

const reach = (what: string, all: readonly string[], reached: ReadonlySet<string>): Reach => {
  const missing = all.filter((name) => !reached.has(name));
  return { what, reached: all.length - missing.length, all: all.length, missing };
};

export const reachOf = (policy: Policy, results: readonly TestResult[]): readonly Reach[] => [
  reach(
    'principals',
    policy.principals.map(({ name }) => name),
    new Set(results.map(({ test }) => test.as)),
  ),
  reach(
    'grants',
    policy.grants.map(({ name }) => name),
    new Set(results.flatMap(({ grant }) => grant?.name ?? [])),
  ),
  reach('classes', [...policy.classes.keys()], new Set(results.flatMap(({ classes }) => classes))),
];
