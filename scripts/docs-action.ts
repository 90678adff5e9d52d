/** Inputs and outputs of the Action, out of action.yml. */
import { parse } from 'yaml';
import * as z from 'zod/mini';
import { code, table } from './docs-markdown.ts';

const schema = z.object({
  inputs: z.record(z.string(), z.object({ description: z.string(), default: z.optional(z.string()) })),
  outputs: z.record(z.string(), z.object({ description: z.string() })),
});

export type ActionInterface = z.output<typeof schema>;

export const readAction = (yaml: string): ActionInterface => schema.parse(parse(yaml));

export const actionTables = ({ inputs, outputs }: ActionInterface): ReadonlyMap<string, string> =>
  new Map([
    [
      'inputs',
      table(
        ['input', 'default', 'what it is'],
        Object.entries(inputs).map(([name, input]) => [code(name), code(input.default ?? ''), input.description]),
      ),
    ],
    [
      'outputs',
      table(
        ['output', 'what it is'],
        Object.entries(outputs).map(([name, output]) => [code(name), output.description]),
      ),
    ],
  ]);
