/** The table of transforms. A new one is an entry here, its file, and a row of test/masking/properties.ts. */
import { characters } from './characters.ts';
import type { Transform } from './define.ts';
import { email } from './email.ts';
import { fixed } from './fixed.ts';
import { hash } from './hash.ts';
import { nullify } from './null.ts';
import { partial } from './partial.ts';
import { redact } from './redact.ts';

export type { CompileRequest, Transform } from './define.ts';

export const transforms: ReadonlyMap<string, Transform> = new Map(
  [redact, nullify, fixed, partial, characters, email, hash].map((transform) => [transform.name, transform]),
);
