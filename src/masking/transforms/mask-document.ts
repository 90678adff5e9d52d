/** Masks as the policy file writes them, for transforms that have masks among their options. */
import * as z from 'zod/mini';
import type { MaskSpec } from '../types.ts';
import type { Transform } from './define.ts';

/** `hash`, `{ hash: { length: 8 } }`, or `keep` for a part that stays as it is. */
export type InnerMask = string | Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export type InnerMaskSchema = z.ZodMiniType<InnerMask>;

/** Needs no options, so that its name alone will do. */
const isComplete = (transform: Transform): boolean => transform.options.safeParse({}).success;

/** A part of a value has no cell beside it. */
const goesByItself = (transform: Transform) =>
  z.refine<Readonly<Record<string, Readonly<Record<string, unknown>>>>>(
    (mask) => transform.beside?.(mask[transform.name] ?? {}) === undefined,
    `${transform.name} that goes by another column cannot stand inside another mask`,
  );

export const innerMask = (table: readonly Transform[]): InnerMaskSchema =>
  z.union([
    z.enum(['keep', ...table.filter(isComplete).map(({ name }) => name)]),
    ...table.map((transform) => z.strictObject({ [transform.name]: transform.options }).check(goesByItself(transform))),
  ]);

/** Undefined: keep. */
export const specOf = (mask: InnerMask): MaskSpec | undefined => {
  if (mask === 'keep') return undefined;
  if (typeof mask === 'string') return { transform: mask, options: {} };
  const [transform = 'redact', options = {}] = Object.entries(mask)[0] ?? [];
  return { transform, options };
};
