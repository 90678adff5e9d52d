import type * as z from 'zod/mini';
import type { Family } from '../codec/scalars.ts';
import type { ScalarType } from '../codec/resolve.ts';
import type { BesideCell, CellMask, MaskSpec } from '../types.ts';
import type { Recogniser } from './recogniser.ts';

export interface CompileRequest {
  readonly options: Readonly<Record<string, unknown>>;
  readonly type: ScalarType;
  /** 0 text, 1 binary. */
  readonly format: 0 | 1;
  /** The key of the class; asked for by keyed transforms only. */
  key(): Buffer;
  /** Compiles a mask that is among the options, for a part of the value, under the same class. */
  nested(mask: MaskSpec, type: ScalarType, format: 0 | 1): CellMask;
  /** The cell of `Transform.beside`; undefined where it cannot be read. */
  readonly beside: BesideCell;
  /** The redacted value of the type, for what the transform cannot keep the promise of. */
  readonly redact: CellMask;
}

export interface RecogniseRequest {
  readonly type: ScalarType;
  /** For a mask that is among the options, and a part of the value. */
  readonly nested: (mask: MaskSpec, type: ScalarType) => Recogniser;
}

/** All there is to know of one transform; the table in index.ts holds them. */
export interface Transform {
  readonly name: string;
  /** One line for docs/masks.md and the policy's JSON Schema. */
  readonly summary: string;
  /** Strict schema of the options in the policy; `{}` is valid or the message says what is missing. */
  readonly options: z.ZodMiniType<Readonly<Record<string, unknown>>>;
  /** Types that it works on, or `any`, arrays and rows as a whole, or `each`, their values one by one; others are redacted. */
  readonly families: 'any' | 'each' | readonly Family[];
  /** Equal values of a class give equal masked values, for one key. */
  readonly deterministic: boolean;
  /** Deterministic and, up to the stated collisions, different for different values: joins and keys survive. */
  readonly joinable: boolean;
  /** The value can be had back with the key. */
  readonly reversible: boolean;
  /** What still shows, in one line. */
  readonly givesAway: string;
  /**
   * Value-preserving derivations (names as in Source.via) after which the mask is still safe: it shows no more of
   * the stored value than the mask of the value itself.
   */
  readonly tolerates: 'any' | readonly string[];
  /** Of masks that go by another column of the table: which. A value that is not beside that column's is redacted. */
  readonly beside?: (options: Readonly<Record<string, unknown>>) => BesideColumn | undefined;
  compile(request: CompileRequest): CellMask;
  /**
   * Tells what the mask makes of values of the type, without the key, where real values hardly look like it. Undefined where
   * nothing can be told. Redacted values are recognised without it.
   */
  recognises(options: Readonly<Record<string, unknown>>, request: RecogniseRequest): Recogniser | undefined;
}

/** Another column of the same table: the first of these that it has, or the only one of a class. */
export type BesideColumn = { readonly names: readonly string[] } | { readonly class: string };

type Definition<S extends z.ZodMiniType<Readonly<Record<string, unknown>>>> = Omit<
  Transform,
  'options' | 'compile' | 'beside' | 'recognises'
> & {
  readonly options: S;
  beside?(options: z.output<S>): BesideColumn | undefined;
  compile(options: z.output<S>, request: CompileRequest): CellMask;
  recognises?(options: z.output<S>, request: RecogniseRequest): Recogniser | undefined;
};

/** A value that turns out not to be what the mask expects is redacted, and what was appended of it taken back. */
export const orRedacted =
  (mask: CellMask, redact: CellMask): CellMask =>
  (source, start, end, out) => {
    const before = out.length;
    if (mask(source, start, end, out)) return true;
    out.length = before;
    return redact(source, start, end, out);
  };

/** Ties a transform's options to their schema, and its families to the redaction of all others. */
export const defineTransform = <S extends z.ZodMiniType<Readonly<Record<string, unknown>>>>(
  definition: Definition<S>,
): Transform => ({
  ...definition,
  beside: (options) => definition.beside?.(definition.options.parse(options)),
  compile: (request) =>
    typeof definition.families === 'string' || definition.families.includes(request.type.scalar.family)
      ? definition.compile(definition.options.parse(request.options), request)
      : request.redact,
  recognises: (options, request) =>
    typeof definition.families === 'string' || definition.families.includes(request.type.scalar.family)
      ? definition.recognises?.(definition.options.parse(options), request)
      : undefined,
});
