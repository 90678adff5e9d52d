/** Functions that look names up when a portal runs, which may be long after its query was read. */
import type { Environment, Staleness } from './environment.ts';
import type { Portal } from './names.ts';

/** A function that the portal calls and that would now find other names than it was read with; undefined where none would. */
export const lateFunction = (
  { judged, environment }: Portal,
  now: Environment | undefined,
  changed: Pick<Staleness, 'path' | 'catalog'> | undefined,
): string | undefined => {
  const late = judged?.lineage.effects.find((effect) => effect.kind === 'late-names');
  const same = now !== undefined && environment === now.key && changed?.path !== true && changed?.catalog !== true;
  return same ? undefined : late?.function;
};
