/**
 * The session's own names: prepared statements and portals. SQL PREPARE and protocol Parse share one name space, as do
 * DECLARE and Bind (PostgreSQL keeps them in prepared_queries and PortalHashTable). A change is made when its message is
 * forwarded, and is pending until the server has answered: it may yet refuse it.
 */
import type { Oid } from '../catalog/types.ts';
import type { Judged } from './judgement.ts';
import type { Result } from './result.ts';
import type { Run } from './run.ts';
import { createVersions, type Change } from './versions.ts';

export interface PreparedStatement {
  /** The text that made it: the statement itself (Parse), or the whole PREPARE. */
  readonly sql: string;
  readonly via: 'parse' | 'prepare';
  readonly parameterTypes: readonly Oid[];
  /** In the environment of its last Parse or Bind. */
  judged: Judged;
  /** Origins in the first RowDescription seen: a later drift means that the tables changed under it. */
  origins: string | undefined;
}

export interface Portal {
  readonly name: string;
  /** Undefined when pgveil did not see it being made: whatever it returns is redacted. */
  judged: Judged | undefined;
  readonly statement: PreparedStatement | undefined;
  /** A SQL cursor, or a protocol portal. Cursors WITH HOLD outlive their transaction. */
  readonly kind: 'cursor' | 'protocol';
  readonly hold: boolean;
  /** The group that made it: the ReadyForQuery of a later one does not end it. */
  readonly group: number;
  /** Environment.key of what its names were read with. */
  readonly environment: string | undefined;
  /** Snapshot.asOf of the catalog that it was judged with. */
  readonly asOf: number;
  /** What its Bind adds to the look-ups of its statement: see listedLookups. */
  readonly listed: number | undefined;
  /** Begun by its first Execute, resumed by others. */
  run: Run | undefined;
  /** Describes of it that the server has not answered yet. */
  describing: number;
  /** The server has answered a Describe of it, so that `result` holds. */
  described: boolean;
  result: Result;
}

/** `group` is the one that the change, or the question, belongs to: see SessionState.groupsSent. */
export interface Names {
  /** What the name stands for once all that was forwarded has succeeded. */
  statement(name: string): PreparedStatement | undefined;
  portal(name: string): Portal | undefined;
  /**
   * False while an earlier group's change of the name is pending: should that group fail, the name stands for something
   * else. Within one group a failure keeps what follows from running.
   */
  isSettled(kind: 'statement' | 'portal', name: string, group: number): boolean;
  setStatement(name: string, statement: PreparedStatement, group: number): Change;
  setPortal(portal: Portal): Change;
  /** Without a name: all of them. */
  dropStatement(name: string | undefined, group: number): Change;
  dropPortal(name: string | undefined, group: number): Change;
  /** A transaction ended with that group: of its portals only cursors that may be WITH HOLD survive. Gives the others. */
  endTransaction(group: number): readonly Portal[];
}

export const createNames = (): Names => {
  const statements = createVersions<PreparedStatement>();
  const portals = createVersions<Portal>();
  return {
    statement: (name) => statements.get(name),
    portal: (name) => portals.get(name),
    isSettled: (kind, name, group) => (kind === 'statement' ? statements : portals).isSettled(name, group),
    setStatement: (name, statement, group) => statements.set(name, statement, group),
    setPortal: (portal) => portals.set(portal.name, portal, portal.group),
    dropStatement: (name, group) => (name === undefined ? statements.clear(group) : statements.set(name, undefined, group)),
    dropPortal: (name, group) => (name === undefined ? portals.clear(group) : portals.set(name, undefined, group)),
    endTransaction: (group) => portals.remove((portal) => !portal.hold && portal.group <= group),
  };
};
