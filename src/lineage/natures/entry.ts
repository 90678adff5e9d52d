/** One reasoned line about functions that are more than their arguments. */
import type { Fn } from '../../catalog/types.ts';
import type { FunctionNature } from '../types.ts';

export interface Entry {
  readonly nature: Exclude<FunctionNature, 'followed'>;
  readonly why: string;
  readonly names: readonly string[];
  /** Holds for overloads of that volatility alone. */
  readonly volatility: Fn['volatility'] | undefined;
  /**
   * The output columns that can show what the function read; its others are harmless. Undefined: all of them can.
   */
  readonly leaks: readonly string[] | undefined;
}

export const entry = (
  nature: Entry['nature'],
  why: string,
  names: string,
  options: { readonly volatility?: Fn['volatility']; readonly leaks?: readonly string[] } = {},
): Entry => ({ nature, why, names: names.trim().split(/\s+/u), volatility: options.volatility, leaks: options.leaks });

export type Natures = ReadonlyMap<string, readonly Entry[]>;

/** By function name. */
export const byName = (entries: readonly Entry[]): Natures => {
  const found = new Map<string, Entry[]>();
  for (const item of entries) {
    for (const name of item.names) found.set(name, [...(found.get(name) ?? []), item]);
  }
  return found;
};

export const find = (natures: Natures, fn: Fn): Entry | undefined =>
  natures.get(fn.name)?.find((item) => item.volatility === undefined || item.volatility === fn.volatility);
