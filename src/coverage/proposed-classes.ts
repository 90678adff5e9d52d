/** The classes of a proposed policy with their masks, and which of them each column gets. */
import type { Catalog, Column } from '../catalog/types.ts';
import { proposedMaskFor } from './proposal.ts';

export interface Assigned {
  readonly column: Column;
  /** What it looks like, or what is said of it. */
  readonly class: string;
  /** The database says so: no other name will do. */
  readonly isSaid: boolean;
}

export interface ProposedClasses {
  /** By name, in the order of names; masks as YAML. */
  readonly masks: ReadonlyMap<string, string>;
  readonly classOf: (assigned: Assigned) => string;
}

/** Of columns on which the mask of their class does nothing, or gives too much away. */
const redacted = (name: string): string => `${name}-redacted`;

/**
 * A class has the mask that is usual for it. The few columns that it does not suit get a class of their own, so that they
 * do not take it from the others.
 */
export const proposeClasses = (all: readonly Assigned[], catalog: Catalog): ProposedClasses => {
  const masks = new Map<string, string>();
  const apart = new Set<Assigned>();
  for (const name of new Set(all.map((one) => one.class))) {
    const columns = all.filter((one) => one.class === name);
    const unsuited = columns.filter(({ column }) => proposedMaskFor(name, [column], catalog) === 'redact');
    const suited = columns.filter((one) => !unsuited.includes(one));
    const mask = proposedMaskFor(
      name,
      suited.map(({ column }) => column),
      catalog,
    );
    if (suited.length === 0 || mask === 'redact' || unsuited.some(({ isSaid }) => isSaid)) masks.set(name, 'redact');
    else {
      masks.set(name, mask);
      for (const one of unsuited) apart.add(one);
      if (unsuited.length > 0) masks.set(redacted(name), 'redact');
    }
  }
  return {
    masks: new Map([...masks].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    classOf: (assigned) => (apart.has(assigned) ? redacted(assigned.class) : assigned.class),
  };
};
