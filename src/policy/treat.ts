/** The treatment of one output column, from its sources and the way that they reach it. */
import type { ColumnKey } from '../catalog/types.ts';
import { membersOf } from '../lineage/shapes.ts';
import { besideConstant } from '../lineage/value.ts';
import type { OutputColumn, Source } from '../lineage/types.ts';
import type { Treatment } from '../masking/types.ts';
import { alone } from './beside.ts';
import type { JudgedUse } from './inference.ts';
import { structuredTreatment } from './structured.ts';
import { isHarmlessTrace } from './traces.ts';
import { isJoinable, picksByOrder, tolerates } from './tolerance.ts';
import type { ColumnDecision, InferenceLevel } from './types.ts';
import type { Veil } from './veil.ts';

export interface TreatContext {
  readonly veil: Veil;
  readonly level: InferenceLevel;
  /** Functions that the grant trusts, by schema.name: their results follow their arguments. */
  readonly trusted: ReadonlySet<string>;
  /** Uses in conditions that have been judged. */
  readonly judged: ReadonlySet<JudgedUse>;
}

export interface Treated {
  readonly treatment: Treatment;
  readonly reason: string;
}

const pass = (reason: string): Treated => ({ treatment: { kind: 'pass' }, reason });
const redact = (className: string | undefined, reason: string): Treated => ({
  treatment: { kind: 'redact', class: className },
  reason,
});

const isValue = ({ way }: Source): boolean => way === 'identity' || way === 'preserving' || way === 'derived';

/** Counts and conditions: what they give away is a matter of the inference level. */
const treatTraces = (traces: readonly Source[], className: string, context: TreatContext): Treated => {
  if (traces.length === 0) return pass('no classified source');
  if (context.level === 'open') return pass('counts and conditions pass at level open');
  if (context.level === 'strict')
    return redact(className, `depends on presence or conditions of class ${className}, at level strict`);
  const harmful = traces.find((source) => !isHarmlessTrace(source, context.judged));
  return harmful !== undefined
    ? redact(className, `tells of class ${className} (${harmful.via.join(', ')})`)
    : pass(`counts or presence of class ${className} only`);
};

/** A stored value of no class that may show in place of a classified one. What a view or a parent calls the same is none. */
const isOpenValue = (source: Source, { veil }: TreatContext): boolean =>
  isValue(source) &&
  veil.of(source.column) === undefined &&
  veil.revealOf(source.column) === undefined &&
  !['view', 'inherited'].includes(source.via.at(-1) ?? '');

const treatScalar = (
  sources: readonly Source[],
  veiled: readonly Source[],
  classes: readonly string[],
  context: TreatContext,
): Treated => {
  const values = veiled.filter(isValue);
  const [className = ''] = classes;
  const traces = treatTraces(
    veiled.filter((source) => !isValue(source)),
    className,
    context,
  );
  if (values.length === 0 || traces.treatment.kind === 'redact') return traces;
  const derived = values.find(({ way }) => way === 'derived');
  if (derived !== undefined)
    return redact(className, `computed from class ${context.veil.of(derived.column)?.class ?? ''} (${derived.via.join(', ')})`);
  const picked = values.find(({ via }) => via.some(picksByOrder));
  if (picked !== undefined && context.level === 'strict')
    return redact(className, `shows the order of class ${className} (${picked.via.join(', ')}), at level strict`);
  // Whether a value comes before one that the reader chose is as good as a comparison with it.
  const chosen = values.some(({ via }) => via.includes(besideConstant)) || sources.some((source) => isOpenValue(source, context));
  if (picked !== undefined && chosen && context.level !== 'open')
    return redact(className, `shows the order of class ${className} beside other values (${picked.via.join(', ')})`);
  const masks = values.map(({ column }) => context.veil.of(column)).filter((one) => one !== undefined);
  const valueClasses = new Set(masks.map((one) => one.class));
  if (valueClasses.size > 1) return redact(className, `holds several classes: ${[...valueClasses].join(', ')}`);
  const specs = masks.map((classified) => context.veil.maskOf(classified));
  const [mask] = specs;
  const [only = className] = valueClasses;
  if (mask === undefined || specs.includes(undefined)) return redact(only, `class ${only} has no mask`);
  const stepped = values.find(({ way, via }) => way === 'preserving' && !tolerates(mask, via));
  if (stepped !== undefined)
    return redact(only, `class ${only} through ${stepped.via.join(', ')}, which its mask does not allow for`);
  if (isJoinable(mask) && sources.some((source) => isOpenValue(source, context)))
    return redact(only, `class ${only} beside values of no class, whose tokens would tell which of them are equal`);
  return { treatment: { kind: 'mask', mask, class: only }, reason: `class ${only}` };
};

const classesOf = (sources: readonly Source[], veil: Veil): readonly string[] => [
  ...new Set(sources.flatMap(({ column }) => veil.of(column)?.class ?? [])),
];

/** Every column that the members of a structured value account for. */
const covered = ({ shape }: OutputColumn): readonly ColumnKey[] =>
  membersOf(shape).flatMap((member) => [...member.sources.map((source) => source.column), ...covered(member)]);

/** Whether a member accounts for the value's being opaque. */
const opaqueInside = ({ shape, opaque }: OutputColumn): boolean =>
  membersOf(shape).some((member) => member.opaque === opaque && (member.shape.kind === 'scalar' || opaqueInside(member)));

export const treat = (column: OutputColumn, context: TreatContext): Treated => {
  const { veil, trusted } = context;
  const veiled = column.sources.filter((source) => veil.of(source.column) !== undefined);
  const classes = classesOf(veiled, veil);
  const { shape, opaque } = column;
  // A member that cannot be followed makes the whole value opaque; the others can still be shown.
  if (shape.kind !== 'scalar') {
    const inside = new Set(covered(column));
    const outside = veiled.filter(({ column: key }) => !inside.has(key));
    const traces = outside.every((source) => !isValue(source)) ? treatTraces(outside, classes[0] ?? '', context) : undefined;
    const hidden = opaque !== undefined && !opaqueInside(column);
    if (!hidden && (outside.length === 0 || traces?.treatment.kind === 'pass')) {
      return structuredTreatment(shape, (member) => alone(treat(member, context).treatment));
    }
    return redact(classes[0], opaque === undefined ? 'classes flow into it past its members' : `cannot be followed: ${opaque}`);
  }
  if (opaque !== undefined && !trusted.has(opaque)) return redact(classes[0], `cannot be followed: ${opaque}`);
  if (veiled.length > 0) return treatScalar(column.sources, veiled, classes, context);
  const reveal = column.sources.map((source) => veil.revealOf(source.column)).find((one) => one !== undefined);
  return pass(reveal === undefined ? 'no classified source' : `revealed: ${reveal.reason}`);
};

export const decideColumn = (column: OutputColumn, context: TreatContext): ColumnDecision => {
  const sources = column.sources.flatMap((source) => {
    const classified = context.veil.of(source.column);
    return classified === undefined ? [] : [{ column: source.column, class: classified.class, way: source.way }];
  });
  return { name: column.name, classes: [...new Set(sources.map((source) => source.class))], sources, ...treat(column, context) };
};
