import * as z from 'zod/mini';
import { defineTransform } from './define.ts';

export const redact = defineTransform({
  name: 'redact',
  summary: 'Replaces the value by one neutral value of its type: ***, 0, 1970-01-01, the first label of an enum, ...',
  options: z.strictObject({}),
  families: 'any',
  deterministic: true,
  joinable: false,
  reversible: false,
  givesAway: 'whether the value is null',
  tolerates: 'any',
  compile: (_options, request) => request.redact,
});
