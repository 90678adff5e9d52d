/** The detectors, which take time and memory to load: only where a policy wants them. */
import { PgveilError } from '../../errors.ts';
import type { MaskSpec } from '../types.ts';
import type { findSpans } from './find.ts';
import type { scrubText } from './scrub.ts';

interface Detectors {
  readonly findSpans: typeof findSpans;
  readonly scrubText: typeof scrubText;
}

let loaded: Detectors | undefined;

/** To be awaited before the first `scrub`. */
export const loadDetectors = async (): Promise<void> => {
  if (loaded !== undefined) return;
  const [found, scrubbed] = await Promise.all([import('./find.ts'), import('./scrub.ts')]);
  loaded = { findSpans: found.findSpans, scrubText: scrubbed.scrubText };
};

/** Throws PGVEIL_INTERNAL before they are loaded. */
export const loadedDetectors = (): Detectors => {
  if (loaded === undefined) throw new PgveilError('PGVEIL_INTERNAL', 'a text is to be scrubbed before the detectors are loaded');
  return loaded;
};

const mentionsScrub = (value: unknown): boolean => {
  if (typeof value === 'string') return value === 'scrub';
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, inner]) => key === 'scrub' || mentionsScrub(inner));
};

/** Whether a mask scrubs, or one that is among its options; rather once too often. */
export const needsDetectors = ({ transform, options }: MaskSpec): boolean => transform === 'scrub' || mentionsScrub(options);
