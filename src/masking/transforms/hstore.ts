import * as z from 'zod/mini';
import { textType } from '../codec/resolve.ts';
import { maskHstoreBinary, maskHstoreText } from '../structured/hstore.ts';
import { redactedSpec } from '../structured/json-compile.ts';
import { defineTransform, orRedacted, type Transform } from './define.ts';
import { type InnerMaskSchema, specOf } from './mask-document.ts';
import { anyOf, within } from './recogniser.ts';

/** `inner` is the schema of the masks of the keys. */
export const hstoreKeys = (inner: InnerMaskSchema): Transform =>
  defineTransform({
    name: 'hstore',
    summary: 'Masks the values of an hstore by key; values of other keys are redacted or kept.',
    options: z.strictObject({
      keys: z.record(z.string(), inner),
      others: z._default(z.enum(['redact', 'keep']), 'redact'),
    }),
    families: ['hstore'],
    deterministic: true,
    joinable: false,
    reversible: false,
    givesAway: 'the keys, which values are null, what is kept, and what the masks of the keys give away',
    tolerates: ['coalesce', 'case', 'nullif'],
    compile: (options, request) => {
      const { format, redact } = request;
      const masks = new Map(
        Object.entries(options.keys).map(([key, one]) => {
          const spec = specOf(one);
          return [key, spec && request.nested(spec, textType, format)];
        }),
      );
      const others = options.others === 'keep' ? undefined : request.nested(redactedSpec, textType, format);
      const choose = (key: string): ReturnType<typeof request.nested> | undefined => (masks.has(key) ? masks.get(key) : others);
      return orRedacted(format === 1 ? maskHstoreBinary(choose) : maskHstoreText(choose), redact);
    },
    recognises: (options, { nested }) => {
      const values = new Map(
        Object.entries(options.keys).map(([key, one]) => {
          const spec = specOf(one);
          return [key, spec && nested(spec, textType)];
        }),
      );
      const redacted = nested(redactedSpec, textType);
      return within(
        (probe) =>
          maskHstoreText((key) => {
            const recognises = values.has(key) ? values.get(key) : redacted;
            return recognises && probe(recognises);
          }),
        anyOf([redacted, ...values.values()]),
      );
    },
  });
