/** Which of several functions or operators a call can mean: parse_func.c and parse_oper.c, as far as it is certain. */
import type { Catalog, Oid } from '../catalog/types.ts';
import { baseType } from './names.ts';

/** pg_type.dat: a literal or parameter whose type the server still has to find. */
export const unknownType: Oid = 705;
export const recordType: Oid = 2249;

const element: ReadonlySet<Oid> = new Set([2283, 2776, 3500, 5077, 5079]);
const arrays: ReadonlySet<Oid> = new Set([2277, 5078]);
const ranges: ReadonlySet<Oid> = new Set([3831, 5080]);
const multiranges: ReadonlySet<Oid> = new Set([4537, 4538]);
const anyType: Oid = 2276;

export const isPolymorphic = (type: Oid): boolean =>
  element.has(type) || arrays.has(type) || ranges.has(type) || multiranges.has(type) || type === anyType;

const strip = (catalog: Catalog, type: Oid): Oid => baseType(catalog, type)?.oid ?? type;

/** Whether the server would convert implicitly. Types that are not known (0) may be anything. */
const coercible = (catalog: Catalog, from: Oid, to: Oid): boolean => {
  if (from === to || from === 0 || from === unknownType || to === anyType || element.has(to)) return true;
  const source = baseType(catalog, from);
  if (source === undefined) return true;
  if (source.oid === to) return true;
  if (arrays.has(to)) return source.element !== 0;
  if (ranges.has(to)) return source.kind === 'r';
  if (multiranges.has(to)) return source.kind === 'm';
  if (to === recordType) return source.kind === 'c' || source.oid === recordType;
  if (source.oid === recordType) return catalog.type(to)?.kind === 'c';
  // A child's row passes where its parent's is wanted.
  if (source.kind === 'c' && catalog.type(to)?.kind === 'c') return true;
  if (to === 2287) return source.element !== 0;
  if (source.element !== 0) {
    const wanted = catalog.type(to)?.element ?? 0;
    if (wanted !== 0) return coercible(catalog, source.element, wanted);
  }
  return catalog.castsFrom(source.oid).some((cast) => cast.target === to && cast.context === 'i');
};

export interface Candidate {
  /** The parameter types, one for each argument given. */
  readonly parameters: readonly Oid[];
}

/**
 * The candidates that the call can mean, the certain choice alone where there is one. Never empty unless `candidates`
 * is: when nothing seems to fit, all may be meant.
 */
export const choose = <C extends Candidate>(catalog: Catalog, candidates: readonly C[], given: readonly Oid[]): readonly C[] => {
  if (candidates.length < 2) return candidates;
  const types = given.map((type) => strip(catalog, type));
  const certain = types.every((type) => type !== 0);
  if (certain) {
    const matching = (wanted: readonly Oid[]): C | undefined =>
      candidates.find((candidate) => candidate.parameters.every((type, index) => type === wanted[index]));
    const exact = matching(given) ?? matching(types);
    if (exact !== undefined) return [exact];
    const [left, right] = types;
    // An operator with one unknown literal: taken to be of the other side's type, if there is such an operator.
    if (types.length === 2 && left !== undefined && right !== undefined && (left === unknownType) !== (right === unknownType)) {
      const assumed = left === unknownType ? right : left;
      const same = candidates.find((candidate) => candidate.parameters.every((type) => type === assumed));
      if (same !== undefined) return [same];
    }
  }
  const fitting = candidates.filter((candidate) =>
    candidate.parameters.every((type, index) => coercible(catalog, types[index] ?? 0, type)),
  );
  if (fitting.length === 0) return candidates;
  if (!certain) return fitting;
  const matches = (candidate: C): number =>
    candidate.parameters.filter((type, index) => type === types[index] && type !== unknownType).length;
  const most = Math.max(...fitting.map(matches));
  return fitting.filter((candidate) => matches(candidate) === most);
};

const elementOf = (catalog: Catalog, parameter: Oid, given: Oid): Oid => {
  const type = baseType(catalog, given);
  if (element.has(parameter)) return given === unknownType ? 0 : given;
  if (arrays.has(parameter)) return type?.element ?? 0;
  return ranges.has(parameter) || multiranges.has(parameter) ? (type?.subtype ?? 0) : 0;
};

/** A result type, with polymorphic ones found from the arguments; 0 where that cannot be said. */
export const resultType = (catalog: Catalog, result: Oid, parameters: readonly Oid[], given: readonly Oid[]): Oid => {
  if (!isPolymorphic(result)) return result;
  const found =
    parameters.map((parameter, index) => elementOf(catalog, parameter, given[index] ?? 0)).find((type) => type !== 0) ?? 0;
  if (element.has(result)) return found;
  return arrays.has(result) ? (catalog.type(found)?.array ?? 0) : 0;
};
