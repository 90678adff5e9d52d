import * as z from 'zod/mini';
import { jsonCell, jsonLeaf, redactedSpec } from '../structured/json-compile.ts';
import { type JsonMask, passJson } from '../structured/json-mask.ts';
import { parsePath, pathMask } from '../structured/json-paths.ts';
import type { MaskSpec } from '../types.ts';
import { defineTransform, orRedacted, type Transform } from './define.ts';
import { type InnerMaskSchema, specOf } from './mask-document.ts';

const path = z
  .string()
  .check(
    z.refine(
      (text) => parsePath(text) !== undefined,
      'is not a path: write $.member, $."odd name", $.* for every member, [*] for every item',
    ),
  );

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
      const leaf = (spec: MaskSpec | undefined): JsonMask =>
        spec === undefined ? passJson : jsonLeaf(spec, (one, of) => request.nested(one, of, 0));
      const unexpected = leaf(redactedSpec);
      const mask = pathMask({
        paths: Object.entries(options.paths).map(([text, one]) => [parsePath(text) ?? [], leaf(specOf(one))]),
        others: options.others === 'keep' ? passJson : unexpected,
        unexpected,
      });
      return orRedacted(jsonCell(mask, type.scalar.family === 'jsonb' && format === 1), redact);
    },
  });
