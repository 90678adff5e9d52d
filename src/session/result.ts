import type { CopyMasker, RowMasker } from '../masking/types.ts';
import type { RowSampler } from './samples.ts';

/** How the rows, or the copy data, of the result at hand go to the client. */
export type Result =
  /** No description yet: a row now would be one that nobody decided about. */
  | { readonly kind: 'none' }
  | {
      readonly kind: 'rows';
      readonly masker: RowMasker | undefined;
      readonly formats: readonly (0 | 1)[];
      readonly sampler: RowSampler | undefined;
    }
  | { readonly kind: 'copy'; readonly masker: CopyMasker | undefined }
  /** The statement may mean something else than when it was judged: the client gets an error in place of the first row. */
  | { readonly kind: 'withheld' };

export const noResult: Result = { kind: 'none' };

export const withheld: Result = { kind: 'withheld' };
