import * as z from 'zod/mini';
import { compileCharacterMask, maskCharacter } from './character-mask.ts';
import { defineTransform } from './define.ts';

export const characters = defineTransform({
  name: 'characters',
  summary: 'Masks every character, so that the length stays; separators may be kept.',
  options: z.strictObject({ character: maskCharacter, separators: z._default(z.enum(['mask', 'keep']), 'mask') }),
  families: ['text'],
  deterministic: true,
  joinable: false,
  reversible: false,
  givesAway: 'the length, separators if kept',
  tolerates: ['lower', 'upper', 'cast', 'coalesce', 'case', 'nullif', 'min', 'max'],
  compile: (options, request) => {
    const keepSeparators = options.separators === 'keep';
    return compileCharacterMask({ first: 0, last: 0, character: options.character.charCodeAt(0), keepSeparators }, request);
  },
});
