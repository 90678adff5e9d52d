/**
 * A map whose changes are pending at first. Each name has its versions in the order in which the server will make them:
 * the last is what the name will stand for, the ones below are what it stands for if those above are not made.
 */

/** To be told once: `keep` when the server has made the change, `undo` when it has not and will not. */
export interface Change {
  readonly keep: () => void;
  readonly undo: () => void;
}

export interface Versions<V> {
  get(name: string): V | undefined;
  /** False while a change made in another group is pending. */
  isSettled(name: string, group: number): boolean;
  /** `undefined` takes the name away. */
  set(name: string, value: V | undefined, group: number): Change;
  /** Takes all names away. */
  clear(group: number): Change;
  /** Removes every version, pending or not, that fits, and gives them. */
  remove(fits: (value: V) => boolean): readonly V[];
}

interface Version<V> {
  readonly value: V | undefined;
  readonly group: number;
  pending: boolean;
}

/** NAMEDATALEN - 1: as hash keys the server compares no more of a name. */
const significantBytes = 63;

/** One character for each byte, so that a cut within a character stays what it is. */
const keyOf = (name: string): string =>
  // oxlint-disable-next-line no-control-regex -- all of ASCII is meant
  name === '' || /^[\0-\x7f]{0,63}$/.test(name) ? name : Buffer.from(name).subarray(0, significantBytes).toString('latin1');

export const createVersions = <V>(): Versions<V> => {
  const stacks = new Map<string, Version<V>[]>();

  const without = (key: string, drop: (version: Version<V>, index: number) => boolean): void => {
    const left = (stacks.get(key) ?? []).filter((version, index) => !drop(version, index));
    const [only] = left;
    if (only === undefined || (left.length === 1 && only.value === undefined && !only.pending)) stacks.delete(key);
    else stacks.set(key, left);
  };

  const push = (key: string, version: Version<V>): Change => {
    const stack = stacks.get(key);
    if (stack === undefined) stacks.set(key, [version]);
    else stack.push(version);
    return {
      keep: () => {
        version.pending = false;
        const kept = stacks.get(key);
        if (kept?.length === 1 && kept[0] === version && version.value !== undefined) return;
        const at = kept?.indexOf(version) ?? -1;
        without(key, (_, index) => index < at);
      },
      undo: () => {
        without(key, (other) => other === version);
      },
    };
  };

  return {
    get: (name) => stacks.get(keyOf(name))?.at(-1)?.value,
    isSettled: (name, group) => {
      const last = stacks.get(keyOf(name))?.at(-1);
      return last === undefined || !last.pending || last.group === group;
    },
    set: (name, value, group) => push(keyOf(name), { value, group, pending: true }),
    clear: (group) => {
      const changes = [...stacks.keys()].map((key) => push(key, { value: undefined, group, pending: true }));
      return {
        keep: () => {
          for (const change of changes) change.keep();
        },
        undo: () => {
          for (const change of changes) change.undo();
        },
      };
    },
    remove: (fits) => {
      const removed: V[] = [];
      for (const key of stacks.keys()) {
        without(key, ({ value }) => {
          const goes = value !== undefined && fits(value);
          if (goes) removed.push(value);
          return goes;
        });
      }
      return removed;
    },
  };
};
