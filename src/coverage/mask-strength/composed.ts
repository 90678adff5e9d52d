/** Masks that have others inside, for parts of a value or for some values. */
import { numericScalar, oids } from '../../masking/codec/scalars.ts';
import { type ScalarType, scalarType, textType } from '../../masking/codec/resolve.ts';
import { parsePath } from '../../masking/structured/json-paths.ts';
import { type InnerMask, specOf } from '../../masking/transforms/mask-document.ts';
import { kindOf } from '../class-names.ts';
import type { DetectedClass } from '../detection/types.ts';
import type { Weigh, Weighed } from './weigh.ts';

/** As the schema of the policy has checked it. */
const masksBy = (options: Weighed['options'], name: string): readonly (readonly [string, InnerMask])[] =>
  Object.entries((options[name] ?? {}) as Readonly<Record<string, InnerMask>>);

const keepsAll = ({ options }: Weighed, name: string): boolean =>
  options['others'] === 'keep' && masksBy(options, name).every(([, mask]) => mask === 'keep');

const allStays = 'every value stays as it is';

/** The first weakness among masks that stand at places inside a value. */
const inside = (
  { options, nested }: Weighed,
  name: string,
  types: readonly ScalarType[],
  kindAt: (place: string) => DetectedClass | undefined,
): string | undefined => {
  for (const [place, mask] of masksBy(options, name)) {
    const spec = specOf(mask);
    for (const type of types) {
      const weakness = spec && nested(spec, type, kindAt(place));
      if (weakness !== undefined) return `at ${place}, ${weakness}`;
    }
  }
  return undefined;
};

/** The last member that a path names tells what is there. */
const kindAtPath = (path: string): DetectedClass | undefined => {
  const last = parsePath(path)?.findLast((step) => step.kind === 'member');
  return last === undefined ? undefined : kindOf(last.name);
};

/** What a member of JSON may be: a string, or a number of any size. */
const leaves: readonly ScalarType[] = [textType, scalarType(oids.numeric, -1, numericScalar)];

export const json: Weigh = (weighed) => (keepsAll(weighed, 'paths') ? allStays : inside(weighed, 'paths', leaves, kindAtPath));

export const hstore: Weigh = (weighed) => (keepsAll(weighed, 'keys') ? allStays : inside(weighed, 'keys', [textType], kindOf));

const matchesAll = (matches: unknown): boolean =>
  Array.isArray(matches) && matches.some((pattern) => typeof pattern === 'string' && /^\*+$/.test(pattern));

/** Values of these are of many shapes, and some need no mask. */
const isMixed = (kind: DetectedClass | undefined): boolean => kind === undefined || kind === 'free_text';

export const when: Weigh = ({ options, type, kind, nested }) => {
  const [then, otherwise] = [options['then'] as InnerMask, options['otherwise'] as InnerMask];
  if (then === 'keep' && (otherwise === 'keep' || matchesAll(options['matches']))) return allStays;
  if (otherwise === 'keep' && !isMixed(kind)) return 'values that no pattern matches stay as they are';
  for (const mask of [then, otherwise]) {
    const spec = specOf(mask);
    const weakness = spec && nested(spec, type, kind);
    if (weakness !== undefined) return weakness;
  }
  return undefined;
};
