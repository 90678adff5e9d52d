/** What a function is trusted to be: a question that the tables in natures/ answer, and that is answered `opaque` else. */
import { firstNormalOid } from '../catalog/system.ts';
import type { Catalog, Fn } from '../catalog/types.ts';
import { builtinNatures } from './natures/builtin.ts';
import { find, type Entry } from './natures/entry.ts';
import { extensionNatures } from './natures/extensions.ts';
import { worse } from './natures/worse.ts';
import type { FunctionNature } from './types.ts';

/** Made by initdb: in pg_catalog or information_schema. */
const isBuiltin = (fn: Fn): boolean => fn.oid < firstNormalOid;

/** Languages whose functions only a superuser can make. */
const isNative = (fn: Fn): boolean => fn.language === 'c' || fn.language === 'internal';

const extensionOf = (fn: Fn) => (fn.extension === undefined || !isNative(fn) ? undefined : extensionNatures.get(fn.extension));

const entryOf = (fn: Fn): Entry | undefined => {
  if (isBuiltin(fn)) return find(builtinNatures, fn);
  const extension = extensionOf(fn);
  return extension === undefined ? undefined : find(extension.natures, fn);
};

/** An aggregate is what its support functions are; the deepest nesting is one level. */
const ofAggregate = (catalog: Catalog, fn: Fn): FunctionNature => {
  const support = catalog.aggregate(fn.oid);
  if (support === undefined) return 'opaque';
  let nature: FunctionNature = 'pure';
  for (const oid of [support.transition, support.final, ...support.others]) {
    if (oid === 0) continue;
    const part = catalog.fn(oid);
    nature = worse(nature, part === undefined || part.kind === 'a' ? 'opaque' : natureOf(catalog, part));
  }
  return nature;
};

/**
 * Never `followed`: that takes reading the body of a function that this says is `opaque`. Built-in functions that are not
 * volatile, and those in C of reviewed extensions, are `pure` unless a table says otherwise.
 */
export const natureOf = (catalog: Catalog, fn: Fn): FunctionNature => {
  const known = entryOf(fn);
  if (known !== undefined) return known.nature;
  if (isBuiltin(fn)) return fn.volatility === 'v' ? 'opaque' : 'pure';
  if (fn.kind === 'a') return ofAggregate(catalog, fn);
  return fn.volatility === 'v' ? 'opaque' : (extensionOf(fn)?.others ?? 'opaque');
};

/**
 * Of a `reader` that gives rows: the output columns that can show what was read. Undefined: any can. What the table does
 * not name is counters and the like.
 */
export const leakingOutputs = (fn: Fn): readonly string[] | undefined => entryOf(fn)?.leaks;

/** Why the table says so, for the plan's explanation. */
export const reasonOf = (fn: Fn): string | undefined => entryOf(fn)?.why;
