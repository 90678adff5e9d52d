/** Compiles the treatment of one value, of any type and in either format, to a function over bytes. */
import { PgveilError } from '../errors.ts';
import type { Oid } from '../catalog/types.ts';
import { byteSink } from './bytes.ts';
import type { TypeFacts } from './codec/facts.ts';
import { redactCell } from './codec/neutral.ts';
import { type ResolvedType, resolveType, type RowType, type ScalarType, textType } from './codec/resolve.ts';
import { maskArrayBinary } from './structured/array-binary.ts';
import { maskArrayText } from './structured/array-text.ts';
import { compileJsonCell } from './structured/json-compile.ts';
import { type FieldMask, maskRecordBinary } from './structured/record-binary.ts';
import { maskRecordText } from './structured/record-text.ts';
import { orRedacted } from './transforms/define.ts';
import { besideOf, transforms } from './transforms/index.ts';
import type { BesideCell, CellMask, MaskKeys, MaskSpec, TreatedShape, Treatment } from './types.ts';

export interface MaskContext {
  readonly types: TypeFacts;
  readonly keys: MaskKeys;
}

/** For one value of a row. */
export interface CellContext extends MaskContext {
  /** What a mask goes by that goes by another cell of the row; without it such a mask redacts. */
  readonly beside?: BesideCell | undefined;
}

const eachElement = (type: ResolvedType & { kind: 'array' }, format: 0 | 1, mask: CellMask): CellMask =>
  orRedacted(
    format === 1 ? maskArrayBinary(mask, type.elementOid) : maskArrayText(mask, type.delimiter, byteSink(256), byteSink(256)),
    redactCell(type, format),
  );

const compileMask = (mask: MaskSpec, className: string, type: ResolvedType, format: 0 | 1, context: CellContext): CellMask => {
  const transform = transforms.get(mask.transform);
  if (transform === undefined) throw new PgveilError('PGVEIL_INTERNAL', `there is no transform named ${mask.transform}`);
  const redact = redactCell(type, format);
  const { types, keys, beside } = context;
  if (besideOf(mask) !== undefined && beside === undefined) return redact;
  const compile = (scalar: ScalarType): CellMask =>
    transform.compile({
      options: mask.options,
      type: scalar,
      format,
      key: () => context.keys.forClass(className),
      nested: (inner, of, form) => compileMask(inner, className, of, form, { types, keys }),
      beside: beside ?? (() => undefined),
      redact,
    });
  if (type.kind === 'scalar') return compile(type);
  // What works on any type works on the value as a whole.
  if (transform.families === 'any') return compile(textType);
  if (type.kind === 'array') return eachElement(type, format, compileMask(mask, className, type.element, format, context));
  const treatment: Treatment = { kind: 'mask', mask, class: className };
  return type.fields === undefined
    ? redact
    : compileRow(
        type.fields.map(() => treatment),
        type,
        format,
        context,
      );
};

const compileRow = (fields: readonly Treatment[], type: RowType, format: 0 | 1, context: MaskContext): CellMask => {
  const redact = redactCell(type, format);
  const known = type.fields;
  if (known !== undefined && known.length !== fields.length) return redact;
  if (format === 0) {
    const masks = fields.map((field, i) => compileCell(field, known?.[i]?.type ?? textType, 0, context));
    return orRedacted(maskRecordText(masks, byteSink(256), byteSink(256)), redact);
  }
  const masks = fields.map((field, i): FieldMask => {
    const declared = known?.[i];
    const byType = new Map<Oid, CellMask | undefined>();
    return (oid) => {
      if (!byType.has(oid)) {
        const type = declared?.oid === oid ? declared.type : resolveType(oid, -1, context.types);
        byType.set(oid, compileCell(field, type, 1, context));
      }
      return byType.get(oid);
    };
  });
  return orRedacted(maskRecordBinary(masks), redact);
};

const compileShape = (shape: TreatedShape, type: ResolvedType, format: 0 | 1, context: MaskContext): CellMask => {
  const redact = redactCell(type, format);
  if (shape.kind === 'row') return type.kind === 'row' ? compileRow(shape.fields, type, format, context) : redact;
  if (shape.kind === 'each' && !shape.json) {
    if (type.kind !== 'array') return redact;
    const item = compileCell(shape.item, type.element, format, context);
    return item === undefined ? redact : eachElement(type, format, item);
  }
  if (type.kind !== 'scalar') return redact;
  const { family } = type.scalar;
  if (family !== 'json' && family !== 'jsonb' && family !== 'text') return redact;
  const leaf = (spec: MaskSpec, className: string, of: ResolvedType): CellMask => compileMask(spec, className, of, 0, context);
  return orRedacted(
    compileJsonCell(shape, { sorted: family === 'jsonb', versioned: family === 'jsonb' && format === 1, leaf }),
    redact,
  );
};

/** Undefined where the value passes. Throws PGVEIL_INTERNAL for a transform that is not in the table. */
export const compileCell = (
  treatment: Treatment,
  type: ResolvedType,
  format: 0 | 1,
  context: CellContext,
): CellMask | undefined => {
  if (treatment.kind === 'pass') return undefined;
  if (treatment.kind === 'redact') return redactCell(type, format);
  if (treatment.kind === 'mask') return compileMask(treatment.mask, treatment.class, type, format, context);
  const { types, keys } = context;
  return compileShape(treatment.shape, type, format, { types, keys });
};
