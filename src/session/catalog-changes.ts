/**
 * Changes of one database's catalog that pass through pgveil. A session decides by a snapshot, and the server reads its
 * statement later: a change that another session makes in between gives the statement another meaning.
 */

/** The names that a change may give another meaning to, or all of them. */
export type ChangedNames = ReadonlySet<string> | 'any';

export interface CatalogChanges {
  /** How many changes have ended: a snapshot whose reading begins now shows them all. */
  readonly ended: number;
  /** A session sends a change. Call the result when the server cannot make more of it visible. */
  begin(session: object, names: ChangedNames): () => void;
  /** Whether one of another session, that a snapshot of then does not surely show, may concern these names. */
  concerns(session: object, asOf: number, used: () => ReadonlySet<string>): boolean;
}

interface Entry {
  readonly session: object;
  readonly names: ChangedNames;
  /** The count with this one; undefined while it is under way. */
  endedAt: number | undefined;
}

/** So many ended changes are remembered; one that was forgotten concerns everything. */
const mostEnded = 1_000;

export const createCatalogChanges = (): CatalogChanges => {
  const underWay = new Set<Entry>();
  const past: Entry[] = [];
  let ended = 0;
  let forgotten = 0;
  return {
    get ended() {
      return ended;
    },
    begin: (session, names) => {
      const entry: Entry = { session, names, endedAt: undefined };
      underWay.add(entry);
      return () => {
        if (!underWay.delete(entry)) return;
        ended += 1;
        entry.endedAt = ended;
        past.push(entry);
        if (past.length > mostEnded) forgotten = past.shift()?.endedAt ?? forgotten;
      };
    },
    concerns: (session, asOf, used) => {
      if (ended === asOf && underWay.size === 0) return false;
      if (asOf < forgotten) return true;
      const recent = past.slice(past.findLastIndex(({ endedAt = 0 }) => endedAt <= asOf) + 1);
      const relevant = [...underWay, ...recent].filter((entry) => entry.session !== session);
      if (relevant.length === 0) return false;
      const names = used();
      return relevant.some((entry) => entry.names === 'any' || [...entry.names].some((name) => names.has(name)));
    },
  };
};
