/** What names mean at one place of a query: the FROM items that can be seen, the CTEs, the surrounding query. */
import type { Node, WindowDef } from 'libpg-query';
import type { Fn, Oid, Relation } from '../catalog/types.ts';
import type { Names } from './names.ts';
import type { Parser } from './parse.ts';
import type { ViewReading } from './stored/index.ts';
import type { Range } from './stored/scope.ts';
import type { Recorder } from './recorder.ts';
import { refuse } from './unreadable.ts';
import type { OutputColumn, PredicateUse, Reading } from './types.ts';
import type { Value } from './value.ts';

/** One FROM item (a namespace item of parse_relation.c). */
export interface Item {
  readonly alias: string;
  /** Of a relation without an alias: it can then be named as schema.relation too. */
  readonly schema: string | undefined;
  readonly columns: readonly OutputColumn[];
  readonly relation: Relation | undefined;
  readonly rowType: Oid;
  /** A function in FROM whose result is one scalar: a bare reference to the item is that value, not a row. */
  readonly scalarRow: boolean;
  /** Can be named as a whole: `alias`, `alias.column`. */
  readonly rowVisible: boolean;
  /** Its columns can be named without the alias. */
  readonly columnsVisible: boolean;
  /** So many columns at the end are not meant by `*`: what SEARCH and CYCLE add to the query inside itself. */
  readonly unexpanded?: number;
}

export interface Cte {
  readonly columns: () => readonly OutputColumn[];
  readonly unexpanded?: number;
}

/** Arguments of the SQL function whose body is being read. */
export interface FunctionArguments {
  readonly function: string;
  readonly byPosition: readonly Value[];
  readonly byName: ReadonlyMap<string, Value>;
}

export interface StoredReaders {
  readonly view: (frame: Frame, relation: Relation) => ViewReading;
  readonly value: (frame: Frame, tree: string, given: ReadonlyMap<number, Range>) => Value;
  readonly condition: (frame: Frame, tree: string, given: ReadonlyMap<number, Range>) => void;
  readonly body: (frame: Frame, fn: Fn) => readonly OutputColumn[];
  readonly rule: (frame: Frame, tree: string, given: ReadonlyMap<number, Range>) => readonly OutputColumn[] | undefined;
}

/** The readers that call one another; handed down, so that each can live in a file of its own. */
export interface Tools {
  readonly value: (scope: Scope, node: Node | undefined) => Value;
  /** Records how a condition uses columns. */
  readonly condition: (scope: Scope, node: Node | undefined, clause: PredicateUse['clause']) => void;
  /** Any statement that gives rows, as a query inside `parent`. */
  readonly query: (parent: Scope, node: Node | undefined) => readonly OutputColumn[];
  /** Stored trees: views, bodies, expressions of columns. */
  readonly stored: StoredReaders;
  /** What a user function's body returns for these arguments, or undefined if it cannot be followed. */
  readonly follow: (scope: Scope, fn: Fn, args: readonly Value[]) => readonly OutputColumn[] | undefined;
}

/** One statement's tools, and the frame (its own text, or a function's body) that it is in. */
export interface Frame {
  readonly tools: Tools;
  readonly names: Names;
  readonly parser: Parser;
  readonly views: ((relation: Oid) => Reading | undefined) | undefined;
  readonly recorder: Recorder;
  readonly parameterTypes: readonly Oid[];
  readonly arguments: FunctionArguments | undefined;
  /** The functions whose bodies this is in, outermost first. */
  readonly following: readonly Oid[];
  /** How many more bodies may be read for this statement. */
  readonly bodies: { left: number };
}

export interface Scope {
  readonly frame: Frame;
  readonly parent: Scope | undefined;
  readonly items: readonly Item[];
  readonly ctes: ReadonlyMap<string, Cte>;
  readonly windows: ReadonlyMap<string, WindowDef>;
  /** Column references that WHERE has equal to a text constant; see expressions/pinned.ts. */
  readonly pinned: ReadonlyMap<string, string>;
}

export const rootScope = (frame: Frame): Scope => ({
  frame,
  parent: undefined,
  items: [],
  ctes: new Map(),
  windows: new Map(),
  pinned: new Map(),
});

/** A query inside this one: sees its items and CTEs from outside. */
export const childScope = (parent: Scope): Scope => ({ ...rootScope(parent.frame), parent });

export const withItems = (scope: Scope, items: readonly Item[]): Scope => ({ ...scope, items });

export const findCte = (scope: Scope | undefined, name: string): Cte | undefined => {
  for (let at = scope; at !== undefined; at = at.parent) {
    const cte = at.ctes.get(name);
    if (cte !== undefined) return cte;
  }
  return undefined;
};

/** The item that a bare or schema-qualified name refers to, innermost query first. */
export const findItem = (scope: Scope, written: string | undefined, name: string): Item | undefined => {
  const schema = written === 'pg_temp' ? scope.frame.names.nameSpace.tempSchema : written;
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) {
    const found = at.items.filter(
      (item) => item.rowVisible && item.alias === name && (schema === undefined || item.schema === schema),
    );
    if (found.length > 1) throw refuse('unresolved', `table reference "${name}" is ambiguous`);
    if (found[0] !== undefined) return found[0];
  }
  return undefined;
};

/** The column that a bare name refers to, innermost query first; in each query `orElse` comes after the columns of all items. */
export const findColumn = (
  scope: Scope,
  name: string,
  orElse: (item: Item) => OutputColumn | undefined = () => undefined,
): OutputColumn | undefined => {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) {
    const items = at.items.filter((item) => item.columnsVisible);
    const found = items.flatMap((item) => item.columns.filter((column) => column.name === name));
    if (found.length > 1) throw refuse('unresolved', `column reference "${name}" is ambiguous`);
    const column = found[0] ?? items.map(orElse).find((one) => one !== undefined);
    if (column !== undefined) return column;
  }
  return undefined;
};
