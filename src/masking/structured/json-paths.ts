/** Masks at paths into a JSON value: `$.contact.email`, `$.items[*].card`, `$.by_country.*`, `$."odd name"`. */
import { kindAt } from './json-cursor.ts';
import { chosenObjectMask, eachMask, type JsonMask } from './json-mask.ts';

type Step = { readonly kind: 'member'; readonly name: string } | { readonly kind: 'any' } | { readonly kind: 'items' };

const steps = /\.([A-Za-z_][\w-]*)|\."((?:[^"\\]|\\["\\])+)"|(\.\*)|(\[\*\])/y;

/** The steps of a path, or undefined where it is not one. */
export const parsePath = (path: string): readonly Step[] | undefined => {
  if (!path.startsWith('$') || path.length < 2) return undefined;
  const found: Step[] = [];
  steps.lastIndex = 1;
  while (steps.lastIndex < path.length) {
    const match = steps.exec(path);
    if (match === null) return undefined;
    const [, plain, quoted, any] = match;
    const name = plain ?? quoted?.replaceAll(/\\(.)/g, '$1');
    if (name !== undefined) found.push({ kind: 'member', name });
    else found.push({ kind: any === undefined ? 'items' : 'any' });
  }
  return found;
};

interface Branch {
  readonly members: Map<string, Branch>;
  any: Branch | undefined;
  items: Branch | undefined;
  mask: JsonMask | undefined;
}

const branch = (): Branch => ({ members: new Map(), any: undefined, items: undefined, mask: undefined });

const childOf = (parent: Branch, step: Step): Branch => {
  if (step.kind === 'any') return (parent.any ??= branch());
  if (step.kind === 'items') return (parent.items ??= branch());
  const found = parent.members.get(step.name) ?? branch();
  parent.members.set(step.name, found);
  return found;
};

export interface PathMasks {
  /** Masks by path; the paths have been parsed. */
  readonly paths: readonly (readonly [readonly Step[], JsonMask])[];
  /** For what no path names. */
  readonly others: JsonMask;
  /** For a value that is not what a path goes into, such as a text where an object was expected. */
  readonly unexpected: JsonMask;
}

const compileBranch = (from: Branch, masks: PathMasks): JsonMask => {
  const { mask = masks.unexpected } = from;
  const any = from.any && compileBranch(from.any, masks);
  const members = new Map([...from.members].map(([name, inner]) => [name, compileBranch(inner, masks)]));
  const items = from.items && eachMask(compileBranch(from.items, masks));
  const object =
    members.size === 0 && any === undefined ? undefined : chosenObjectMask((name) => members.get(name) ?? any ?? masks.others);
  return (source, at, end, out) => {
    const kind = kindAt(source, at);
    if (kind === 'object' && object !== undefined) return object(source, at, end, out);
    return (kind === 'array' && items !== undefined ? items : mask)(source, at, end, out);
  };
};

/** A member that several paths name takes the one that spells its name out. */
export const pathMask = (masks: PathMasks): JsonMask => {
  const root = branch();
  for (const [path, mask] of masks.paths) path.reduce(childOf, root).mask = mask;
  return compileBranch(root, masks);
};
