/** Where a statement would carry classified values to: columns, new relations, effects. Reveals do not count here. */
import { columnKey, type Catalog } from '../catalog/types.ts';
import type { Source, StatementLineage, Write } from '../lineage/types.ts';
import { besideConstant } from '../lineage/value.ts';
import type { BoundPolicy } from './bind.ts';
import { refuse } from './rules.ts';
import { hidesAll, tolerates } from './tolerance.ts';
import type { Classified, InferenceLevel, Refusal } from './types.ts';
import { columnText, type Veil } from './veil.ts';
import { writtenBack } from './written-back.ts';

export interface FlowContext {
  readonly bound: BoundPolicy;
  readonly catalog: Catalog;
  readonly veil: Veil;
  readonly level: InferenceLevel;
}

/** Presence and conditions are judged as inference; what flows is the value. At level strict they flow too. */
const flowsFrom = ({ way }: Source, level: InferenceLevel): boolean =>
  level === 'strict' || (way !== 'count' && way !== 'steering');

const valueClass = (sources: readonly Source[], { bound, level }: FlowContext): Classified | undefined => {
  const source = sources.find((one) => flowsFrom(one, level) && bound.classOf(one.column) !== undefined);
  return source && bound.classOf(source.column);
};

/** A value stays under its class: unchanged, or changed in a way that the mask of the target allows for. */
const staysInClass = (source: Source, target: Classified, { bound, veil, level }: FlowContext): boolean => {
  const classified = bound.classOf(source.column);
  if (classified === undefined || !flowsFrom(source, level)) return true;
  if (classified.class !== target.class) return false;
  // Of the same class, but shown: what is written there is shown, too.
  if (veil.of(source.column) !== undefined && veil.of(target.column) === undefined) return false;
  const mask = veil.maskOf(target);
  if (source.way === 'identity' || hidesAll(mask)) return true;
  return (
    source.way === 'preserving' &&
    mask !== undefined &&
    tolerates(
      mask,
      source.via.filter((step) => step !== besideConstant),
    )
  );
};

const judgeWrite = (write: Write, lineage: StatementLineage, context: FlowContext): Refusal | undefined => {
  const { bound, catalog } = context;
  const target = bound.classOf(write.target);
  const back = writtenBack(write, context);
  if (back !== undefined) return refuse('write.masked', { class: back });
  const places = { target: columnText(catalog, write.target) };
  if (write.opaque !== undefined && target === undefined) {
    const touched = lineage.touched.map((key) => bound.classOf(key)).find((one) => one !== undefined);
    if (touched !== undefined) return refuse('flow.write', { ...places, class: touched.class });
  }
  const stray = write.sources.find((source) =>
    target === undefined ? valueClass([source], context) !== undefined : !staysInClass(source, target, context),
  );
  return stray && refuse('flow.write', { ...places, class: bound.classOf(stray.column)?.class ?? '' });
};

/** CREATE TABLE AS and its like: what is stored would be classified nowhere. */
export const judgeStore = (lineage: StatementLineage, context: FlowContext): Refusal | undefined => {
  const outputs = [...(lineage.columns ?? []), ...lineage.writes];
  const unknown = outputs.length === 0 || outputs.some(({ opaque }) => opaque !== undefined);
  const carried = unknown
    ? lineage.touched.map((key) => context.bound.classOf(key)).find((one) => one !== undefined)
    : valueClass(
        outputs.flatMap(({ sources }) => sources),
        context,
      );
  return carried && refuse('flow.store', { class: carried.class });
};

export const judgeFlows = (lineage: StatementLineage, context: FlowContext): Refusal | undefined => {
  const { catalog } = context;
  for (const write of lineage.writes) {
    const refusal = judgeWrite(write, lineage, context);
    if (refusal !== undefined) return refusal;
  }
  for (const effect of lineage.effects) {
    if (effect.kind === 'function') {
      const carried = valueClass(effect.sources, context);
      if (carried !== undefined) return refuse('flow.effect', { class: carried.class, function: effect.name });
    } else if (effect.kind === 'rule') {
      const relation = catalog.relation(effect.relation);
      return refuse('effect.rule', {
        relation: relation === undefined ? String(effect.relation) : `${relation.schema}.${relation.name}`,
      });
    }
  }
  return undefined;
};

/** Whether an error of the statement could quote a veiled value: it names one, or writes or reaches rows that hold one. */
export const isGuarded = (lineage: StatementLineage, { bound, veil, catalog }: FlowContext): boolean => {
  if (lineage.touched.some((key) => veil.of(key) !== undefined)) return true;
  if (lineage.effects.some(({ kind }) => kind === 'trigger')) return true;
  if (lineage.functions.some(({ nature }) => nature === 'opaque' || nature === 'reader')) return true;
  const reached = lineage.effects.flatMap((effect) => (effect.kind === 'reach' ? [effect.relation] : []));
  if (reached.includes(undefined)) return true;
  return [...lineage.targets, ...reached].some(
    (oid) =>
      oid !== undefined &&
      bound.relations.has(oid) &&
      (catalog.relation(oid)?.columns.some(({ attnum }) => veil.of(columnKey(oid, attnum)) !== undefined) ?? true),
  );
};
