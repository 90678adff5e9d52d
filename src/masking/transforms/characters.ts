import * as z from 'zod/mini';
import { type CharacterMask, compileCharacterMask, maskCharacter, recogniseCharacters } from './character-mask.ts';
import { defineTransform } from './define.ts';

interface Options {
  readonly character: string;
  readonly separators: 'mask' | 'keep';
}

const maskOf = ({ character, separators }: Options): CharacterMask => ({
  first: 0,
  last: 0,
  character: character.charCodeAt(0),
  keepSeparators: separators === 'keep',
});

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
  compile: (options, request) => compileCharacterMask(maskOf(options), request),
  recognises: (options) => recogniseCharacters(maskOf(options)),
});
