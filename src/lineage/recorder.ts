/** Collects what a statement does beside its output: one for each statement (with all the queries inside it). */
import type { ColumnKey, Fn, Oid } from '../catalog/types.ts';
import type { Effect, FunctionNature, FunctionUse, PredicateUse, SessionChange, Source, Write } from './types.ts';
import { worse } from './natures/worse.ts';
import { setConfig } from './settings.ts';
import { union } from './value.ts';

export interface Recorder {
  readonly touch: (sources: readonly Source[]) => void;
  readonly touchColumn: (column: ColumnKey) => void;
  readonly relation: (oid: Oid) => void;
  readonly target: (oid: Oid) => void;
  /** `site` is where in the text: uses in different places count each, and one that is read again does not. */
  readonly predicate: (use: PredicateUse, site?: object) => void;
  readonly fn: (fn: Fn, nature: FunctionNature, args: readonly Source[]) => void;
  readonly write: (write: Write) => void;
  readonly effect: (effect: Effect) => void;
  readonly change: (change: SessionChange) => void;
  /** The facts of another reading, as if they were this one's own. */
  readonly absorb: (facts: Omit<Facts, 'changes'>) => void;
  readonly facts: () => Facts;
}

export interface Facts {
  readonly relations: readonly Oid[];
  readonly targets: readonly Oid[];
  readonly touched: readonly ColumnKey[];
  readonly predicates: readonly PredicateUse[];
  readonly writes: readonly Write[];
  readonly functions: readonly FunctionUse[];
  readonly effects: readonly Effect[];
  readonly changes: readonly SessionChange[];
}

/** Recursive queries are read several times; a fact that repeats is kept once. */
const distinctBy = <T>(keyOf: (item: T) => string): { readonly add: (item: T) => void; readonly all: () => T[] } => {
  const found = new Map<string, T>();
  return {
    add: (item) => {
      found.set(keyOf(item), item);
    },
    all: () => [...found.values()],
  };
};

/** Stands for all places that are not told apart. */
const elsewhere = {};

/** Uses that differ in nothing but their place are one, as often as there are places. */
const createUses = (): { readonly add: Recorder['predicate']; readonly all: () => PredicateUse[] } => {
  const found = new Map<string, { readonly use: PredicateUse; readonly times: Map<object, number> }>();
  return {
    add: (use, site = elsewhere) => {
      const key = `${use.column} ${use.clause} ${use.operator} ${use.against} ${String(use.list)} ${use.others.join(' ')}`;
      const known = found.get(key) ?? { use, times: new Map<object, number>() };
      found.set(key, known);
      known.times.set(site, Math.max(use.times, known.times.get(site) ?? 0));
    },
    all: () => [...found.values()].map(({ use, times }) => ({ ...use, times: [...times.values()].reduce((a, b) => a + b, 0) })),
  };
};

export const createRecorder = (): Recorder => {
  const touched = new Set<ColumnKey>();
  const relations = new Set<Oid>();
  const targets = new Set<Oid>();
  const predicates = createUses();
  const writes = distinctBy<Write>((write) => JSON.stringify(write));
  const effects = distinctBy<Effect>((effect) => JSON.stringify(effect));
  const changes: SessionChange[] = [];
  const functions = new Map<Oid, FunctionUse>();
  /** Of several calls the one that least is known of counts. */
  const use = (found: FunctionUse): void => {
    const before = functions.get(found.oid);
    const merged = before && {
      nature: worse(before.nature, found.nature),
      arguments: union([before.arguments, found.arguments]),
    };
    functions.set(found.oid, { ...found, ...merged });
  };
  return {
    touch: (sources) => {
      for (const source of sources) touched.add(source.column);
    },
    touchColumn: (column) => {
      touched.add(column);
    },
    relation: (oid) => {
      relations.add(oid);
    },
    target: (oid) => {
      targets.add(oid);
    },
    predicate: predicates.add,
    fn: (fn, nature, args) => {
      use({ oid: fn.oid, name: `${fn.schema}.${fn.name}`, nature, arguments: args });
    },
    write: writes.add,
    effect: effects.add,
    change: (change) => {
      changes.push(change);
    },
    absorb: (facts) => {
      for (const oid of facts.relations) relations.add(oid);
      for (const oid of facts.targets) targets.add(oid);
      for (const column of facts.touched) touched.add(column);
      for (const predicate of facts.predicates) predicates.add(predicate);
      for (const write of facts.writes) writes.add(write);
      for (const effect of facts.effects) effects.add(effect);
      // The changes of another reading are not this one's: what it sets is not known here.
      for (const found of facts.functions) use(found.name === setConfig ? { ...found, nature: 'opaque' } : found);
    },
    facts: () => ({
      relations: [...relations],
      targets: [...targets],
      touched: [...touched],
      predicates: predicates.all(),
      writes: writes.all(),
      functions: [...functions.values()],
      effects: effects.all(),
      changes,
    }),
  };
};
