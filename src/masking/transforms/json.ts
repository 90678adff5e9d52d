import * as z from 'zod/mini';
import { textType, type ScalarType } from '../codec/resolve.ts';
import { jsonCell, jsonLeaf, redactedSpec } from '../structured/json-compile.ts';
import { type JsonMask, passJson } from '../structured/json-mask.ts';
import { parsePath, pathMask } from '../structured/json-paths.ts';
import type { CellMask, MaskSpec } from '../types.ts';
import { defineTransform, orRedacted, type Transform } from './define.ts';
import { type InnerMask, type InnerMaskSchema, specOf } from './mask-document.ts';
import { anyOf, within } from './recogniser.ts';

const path = z
  .string()
  .check(
    z.refine(
      (text) => parsePath(text) !== undefined,
      'is not a path: write $.member, $."odd name", $.* for every member, [*] for every item',
    ),
  );

interface Options {
  readonly paths: Readonly<Record<string, InnerMask>>;
  readonly others: 'redact' | 'keep';
}

const maskOf = ({ paths, others }: Options, compile: (mask: MaskSpec, type: ScalarType) => CellMask): JsonMask => {
  const leaf = (spec: MaskSpec | undefined): JsonMask => (spec === undefined ? passJson : jsonLeaf(spec, compile));
  const unexpected = leaf(redactedSpec);
  return pathMask({
    paths: Object.entries(paths).map(([text, one]) => [parsePath(text) ?? [], leaf(specOf(one))]),
    others: others === 'keep' ? passJson : unexpected,
    unexpected,
  });
};

/** The contents of a JSON string; other text as it is. */
const contents = (text: string): string => {
  if (!text.startsWith('"')) return text;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : text;
  } catch {
    return text;
  }
};

/** `inner` is the schema of the masks that stand at the paths. */
export const jsonPaths = (inner: InnerMaskSchema): Transform =>
  defineTransform({
    name: 'json',
    summary: 'Masks json and jsonb at paths, and leaves the bytes between as they are; what no path names is redacted or kept.',
    options: z.strictObject({
      paths: z.record(path, inner),
      others: z._default(z.enum(['redact', 'keep']), 'redact'),
    }),
    families: ['json', 'jsonb'],
    deterministic: true,
    joinable: false,
    reversible: false,
    givesAway:
      'the shape: names of members along the paths, number of items; what is kept; what the masks at the paths give away. A value where a path expects to go deeper is redacted',
    tolerates: ['coalesce', 'case', 'nullif'],
    compile: (options, request) => {
      const { type, format, redact } = request;
      const mask = maskOf(options, (one, of) => request.nested(one, of, 0));
      return orRedacted(jsonCell(mask, type.scalar.family === 'jsonb' && format === 1), redact);
    },
    recognises: (options, { nested }) => {
      // A text that is put into a document by a function, at a place that is not known here.
      const specs = [redactedSpec, ...Object.values(options.paths).flatMap((one) => specOf(one) ?? [])];
      const piece = anyOf(specs.map((spec) => nested(spec, textType)));
      return within(
        (probe) =>
          jsonCell(
            maskOf(options, (one, of) => probe(nested(one, of))),
            false,
          ),
        (text) => piece(contents(text)),
      );
    },
  });
