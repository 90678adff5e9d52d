/**
 * The session's own names: prepared statements and portals. SQL PREPARE and protocol Parse share one name space, as do
 * DECLARE and Bind (PostgreSQL keeps them in prepared_queries and PortalHashTable). Every change can be taken back,
 * because it is made when a message is forwarded and the server may yet refuse it.
 */
import type { Oid } from '../catalog/types.ts';
import type { Judged } from './judgement.ts';
import type { Result } from './result.ts';
import type { Run } from './run.ts';

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
  /** Begun by its first Execute, resumed by others. */
  run: Run | undefined;
  /** Describes of it that the server has not answered yet. */
  describing: number;
  /** The server has answered a Describe of it, so that `result` holds. */
  described: boolean;
  result: Result;
}

export type Undo = () => void;

export interface Names {
  statement(name: string): PreparedStatement | undefined;
  portal(name: string): Portal | undefined;
  setStatement(name: string, statement: PreparedStatement): Undo;
  setPortal(portal: Portal): Undo;
  /** Without a name: all of them. */
  dropStatement(name: string | undefined): Undo;
  dropPortal(name: string | undefined): Undo;
  /** A transaction ended with that group: of its portals only cursors that may be WITH HOLD survive. */
  endTransaction(group: number): void;
}

const setIn = <V>(map: Map<string, V>, name: string, value: V): Undo => {
  const before = map.get(name);
  map.set(name, value);
  return () => {
    if (before === undefined) map.delete(name);
    else map.set(name, before);
  };
};

const dropFrom = <V>(map: Map<string, V>, name: string | undefined): Undo => {
  const before = name === undefined ? [...map] : [...map].filter(([key]) => key === name);
  for (const [key] of before) map.delete(key);
  return () => {
    for (const [key, value] of before) map.set(key, value);
  };
};

export const createNames = (): Names => {
  const statements = new Map<string, PreparedStatement>();
  const portals = new Map<string, Portal>();
  return {
    statement: (name) => statements.get(name),
    portal: (name) => portals.get(name),
    setStatement: (name, statement) => setIn(statements, name, statement),
    setPortal: (portal) => setIn(portals, portal.name, portal),
    dropStatement: (name) => dropFrom(statements, name),
    dropPortal: (name) => dropFrom(portals, name),
    endTransaction: (group) => {
      for (const [name, portal] of portals) if (!portal.hold && portal.group <= group) portals.delete(name);
    },
  };
};
