/** Classified columns with the mask that each principal who can read them gets. */
import { veilOf } from '../policy/veil.ts';
import type { MaskSpec } from '../masking/types.ts';
import type { Classified } from '../policy/types.ts';
import { locate, type Located } from './names.ts';
import { readersOf, readersOfRelation } from './readers.ts';
import type { Examined, ExaminedDatabase } from './types.ts';

export interface MaskedColumn {
  readonly classified: Classified;
  readonly located: Located;
  /** Principals who see it masked; not those to whom it is revealed or who get no mask. */
  readonly masks: readonly { readonly principal: string; readonly mask: MaskSpec }[];
}

export const maskedColumns = ({ policy, now }: Examined, database: ExaminedDatabase): readonly MaskedColumn[] => {
  const { bound, catalog, name } = database;
  const readers = readersOf(policy, name);
  const veils = new Map(readers.map(({ grant }) => [grant, veilOf(bound, grant, catalog, now)]));
  return [...bound.classified.values()].flatMap((classified) => {
    const located = locate(catalog, classified.column);
    if (located === undefined) return [];
    const masks = readersOfRelation(readers, located.relation).flatMap(({ principal, grant }) => {
      const veil = veils.get(grant);
      const mask = veil?.of(classified.column) === undefined ? undefined : veil.maskOf(classified);
      return mask === undefined ? [] : [{ principal, mask }];
    });
    return [{ classified, located, masks }];
  });
};
