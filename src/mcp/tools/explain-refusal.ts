import * as z from 'zod/mini';
import { PgveilError } from '../../errors.ts';
import { nearest } from '../../policy/problems.ts';
import { policyRefusals, sessionRefusals } from '../../session/refusal-guide.ts';
import { defineTool } from '../tool.ts';

const guide = new Map([...policyRefusals, ...sessionRefusals].map((entry) => [entry.rule, entry]));

/** Links of the documents lead nowhere here. */
const withoutLinks = (text: string): string => text.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1');

export const explainRefusal = defineTool({
  name: 'explain_refusal',
  title: 'Explain a refusal',
  description:
    'Says when pgveil refuses by a rule, and what is allowed instead. The rule is in the error of the refused statement.',
  input: { rule: z.string().check(z.describe('Its id, as access.write')) },
  run: ({ rule }) => {
    const entry = guide.get(rule);
    if (entry !== undefined) return { ...entry, when: withoutLinks(entry.when) };
    const near = nearest(rule, guide.keys());
    throw new PgveilError('PGVEIL_INPUT', `there is no rule ${JSON.stringify(rule)}`, {
      remedy: near === undefined ? `Rules are ${[...guide.keys()].join(', ')}.` : `Did you mean ${near}?`,
    });
  },
});
