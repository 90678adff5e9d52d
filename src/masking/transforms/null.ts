import * as z from 'zod/mini';
import { defineTransform } from './define.ts';

export const nullify = defineTransform({
  name: 'null',
  summary: 'Replaces the value by SQL NULL, in NOT NULL columns too, which some clients do not expect.',
  options: z.strictObject({}),
  families: 'any',
  deterministic: true,
  joinable: false,
  reversible: false,
  givesAway: 'nothing of the value; not even whether it was null',
  tolerates: 'any',
  compile: () => () => false,
});
