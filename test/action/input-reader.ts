import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { InputReader } from '../../action/inputs.ts';

const { inputs } = parse(readFileSync(new URL('../../action.yml', import.meta.url), 'utf8')) as {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
};

/** Names of the inputs of action.yml. */
export const inputNames: readonly string[] = Object.keys(inputs);

/** Inputs as the runner gives them outside of a matrix and without a token: action.yml's defaults, but for `given`. */
export const inputReader = (given: Readonly<Record<string, string>> = {}): InputReader => ({
  getInput: (name) => {
    const value = given[name] ?? inputs[name]?.default;
    if (value === undefined) throw new Error(`action.yml has no input ${name}`);
    return value.startsWith('${{') ? '' : value;
  },
});
