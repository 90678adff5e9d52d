/** Whether a class's mask may be applied to what a value-preserving derivation made of a value. */
import { transforms } from '../masking/transforms/index.ts';
import { besideConstant } from '../lineage/value.ts';
import type { MaskSpec } from '../masking/types.ts';

/** Names of steps as lineage gives them, by the name under which transforms speak of them. */
const families: Readonly<Record<string, string>> = {
  btrim: 'trim',
  ltrim: 'trim',
  rtrim: 'trim',
  initcap: 'upper',
  any_value: 'min',
  first_value: 'min',
  last_value: 'min',
  nth_value: 'min',
  lag: 'min',
  lead: 'min',
  mode: 'min',
  percentile_disc: 'min',
  distinct: 'min',
};

/** Steps at which nothing is computed. */
const transparent = new Set(['view', 'inherited']);

/** Steps that the reader cannot give an argument: equal tokens of their results tell nothing that the stored values' tokens do not. */
const unparameterised = new Set(['lower', 'upper', 'cast', 'coalesce', 'case', 'min', 'max']);

const familyOf = (step: string): string => (step.startsWith('cast') ? 'cast' : (families[step] ?? step));

/** Steps whose result is null only where their input is. `case` is: its conditions are judged on their own. */
const total = new Set([...unparameterised, 'trim']);

export const isTotal = (step: string): boolean => transparent.has(step) || step === besideConstant || total.has(familyOf(step));

const picking = new Set(['min', 'max', 'greatest', 'least', 'percentile_disc', 'mode', 'distinct']);

/** Steps that show which of several values comes first in their order, whatever masks they get. */
export const picksByOrder = (step: string): boolean => picking.has(step);

/** Longer lists of steps have lost some (src/lineage/value.ts). */
const longestVia = 6;

/** Nothing of the value shows, whatever was done to it before. */
export const hidesAll = (mask: MaskSpec | undefined): boolean => {
  if (mask === undefined) return true;
  const transform = transforms.get(mask.transform);
  return transform?.tolerates === 'any' && !transform.joinable;
};

/** Equal values get equal tokens. */
export const isJoinable = (mask: MaskSpec): boolean => transforms.get(mask.transform)?.joinable === true;

export const tolerates = (mask: MaskSpec, via: readonly string[]): boolean => {
  const transform = transforms.get(mask.transform);
  if (transform === undefined) return false;
  if (hidesAll(mask)) return true;
  const { tolerates: list, joinable } = transform;
  if (via.length >= longestVia) return false;
  // The token of a value that the reader chose, beside those of stored ones, tells which of them it equals.
  if (joinable && via.includes(besideConstant)) return false;
  return via
    .filter((step) => !transparent.has(step) && step !== besideConstant)
    .map(familyOf)
    .every((step) => (list === 'any' || list.includes(step)) && (!joinable || unparameterised.has(step)));
};
