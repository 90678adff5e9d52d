/** The file of a policy's test cases, read. */
import * as z from 'zod/mini';
import { parseYaml } from '../../policy/document.ts';
import { problemsOf, problemAt, type Source } from '../../policy/issues.ts';
import type { Position, Problem } from '../../policy/problems.ts';
import { text } from '../../policy/schema-parts.ts';
import { rules } from '../../policy/rules.ts';
import { suggestion } from '../../policy/problems.ts';

const expectation = z.union([z.string(), z.array(z.string())]);

const testCase = z.strictObject({
  name: z.optional(text),
  as: text,
  database: z.optional(text),
  sql: z.string().check(z.regex(/\S/, 'must not be empty')),
  /** Output columns to treatments, in part; `{}`: the statement is forwarded. */
  expect: z.optional(z.record(z.string(), expectation)),
  /** A rule of docs/refusals.md. */
  refused: z.optional(text),
});

const schema = z.strictObject({
  version: z.literal(1, 'must be 1'),
  cases: z.array(testCase),
});

export interface TestCase {
  readonly name: string;
  readonly as: string;
  readonly database: string | undefined;
  readonly sql: string;
  readonly expects:
    | { readonly kind: 'forward'; readonly columns: ReadonlyMap<string, readonly string[]> }
    | { readonly kind: 'refuse'; readonly rule: string };
  readonly position: Position;
}

export type LoadedCases =
  | { readonly ok: true; readonly cases: readonly TestCase[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

type CaseDocument = z.output<typeof testCase>;

const problemIn = (one: CaseDocument, index: number, source: Source): readonly Problem[] => {
  const path = ['cases', index];
  if ((one.expect === undefined) === (one.refused === undefined)) {
    return [problemAt(source, path, 'a case has either expect or refused')];
  }
  if (one.refused === undefined || Object.hasOwn(rules, one.refused)) return [];
  return [
    problemAt(
      source,
      [...path, 'refused'],
      `there is no rule ${JSON.stringify(one.refused)}`,
      suggestion(one.refused, Object.keys(rules)),
    ),
  ];
};

const firstLine = (sql: string): string => sql.trim().split('\n')[0] ?? '';

/** `file` is for messages. */
export const loadCases = (fileText: string, file: string): LoadedCases => {
  const parsed = parseYaml(fileText);
  if (!parsed.ok) return { ok: false, problems: parsed.faults.map((fault) => ({ file, ...fault })) };
  const source: Source = { file, document: parsed.document };
  const checked = schema.safeParse(parsed.document.value);
  if (!checked.success) return { ok: false, problems: problemsOf(checked.error.issues, schema, source) };
  const problems = checked.data.cases.flatMap((one, index) => problemIn(one, index, source));
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    cases: checked.data.cases.map((one, index) => ({
      name: one.name ?? firstLine(one.sql),
      as: one.as,
      database: one.database,
      sql: one.sql,
      expects:
        one.refused === undefined
          ? {
              kind: 'forward',
              columns: new Map(
                Object.entries(one.expect ?? {}).map(([name, wanted]) => [name, typeof wanted === 'string' ? [wanted] : wanted]),
              ),
            }
          : { kind: 'refuse', rule: one.refused },
      position: parsed.document.position(['cases', index]),
    })),
  };
};
