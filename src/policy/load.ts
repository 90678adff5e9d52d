/** From the text of a policy file to a policy, or to everything that is wrong with it. */
import { buildPolicy } from './build.ts';
import { crossCheck } from './cross-check.ts';
import { parseYaml } from './document.ts';
import { problemsOf, type Source } from './issues.ts';
import type { Policy } from './policy.ts';
import type { Problem } from './problems.ts';
import { policySchema } from './schema.ts';

export type Loaded =
  | { readonly ok: true; readonly policy: Policy }
  /** In the order of the file. */
  | { readonly ok: false; readonly problems: readonly Problem[] };

const failed = (problems: readonly Problem[]): Loaded => ({
  ok: false,
  problems: problems.toSorted((a, b) => a.line - b.line || a.column - b.column),
});

/** `file` is the name for messages only; nothing is read, and no secret is resolved (see resolveReferences). */
export const loadPolicy = (text: string, { file }: { readonly file: string }): Loaded => {
  const parsed = parseYaml(text);
  if (!parsed.ok) return failed(parsed.faults.map((fault) => ({ file, ...fault })));
  const source: Source = { file, document: parsed.document };
  const checked = policySchema.safeParse(parsed.document.value);
  if (!checked.success) return failed(problemsOf(checked.error.issues, policySchema, source));
  const problems = crossCheck(checked.data, source);
  return problems.length > 0 ? failed(problems) : { ok: true, policy: buildPolicy(checked.data, source) };
};
