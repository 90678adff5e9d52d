import * as z from 'zod/mini';
import { type CharacterMask, compileCharacterMask, maskCharacter, recogniseCharacters } from './character-mask.ts';
import { defineTransform } from './define.ts';

const count = z._default(z.int().check(z.minimum(0), z.maximum(64)), 0);

interface Options {
  readonly first: number;
  readonly last: number;
  readonly character: string;
  readonly separators: 'mask' | 'keep';
}

const maskOf = ({ first, last, character, separators }: Options): CharacterMask => ({
  first,
  last,
  character: character.charCodeAt(0),
  keepSeparators: separators === 'keep',
});

export const partial = defineTransform({
  name: 'partial',
  summary:
    'Keeps the first and last characters and masks those between; a value is masked whole where more than half would show.',
  options: z.strictObject({
    first: count,
    last: count,
    character: maskCharacter,
    separators: z._default(z.enum(['mask', 'keep']), 'mask'),
  }),
  families: ['text'],
  deterministic: true,
  joinable: false,
  reversible: false,
  givesAway: 'the length, the first and last characters asked for (never more than half of a value), separators if kept',
  // Not trim: with characters of the reader's choice it moves the window over the value.
  tolerates: ['lower', 'upper', 'cast', 'coalesce', 'case', 'nullif', 'min', 'max'],
  compile: (options, request) => compileCharacterMask(maskOf(options), request),
  recognises: (options) => recogniseCharacters(maskOf(options)),
});
