/** A mask to start from for a class, by its name and by what its columns can take. */
import type { Catalog, Column } from '../catalog/types.ts';
import type { MaskSpec } from '../masking/types.ts';
import { maskSpec } from '../policy/build.ts';
import type { MaskDocument } from '../policy/schema.ts';
import { maskFits } from './mask-fit.ts';
import { weaknessOf } from './mask-strength/index.ts';

interface Proposal {
  readonly classes: RegExp;
  readonly yaml: string;
  readonly mask: MaskSpec;
}

const proposal = (classes: RegExp, yaml: string, mask: MaskDocument): Proposal => ({ classes, yaml, mask: maskSpec(mask) });

const proposals: readonly Proposal[] = [
  // Keys and ids too, but not to be matched by.
  proposal(/gov|national|ssn|secret|credential|crypto|password/i, 'redact', 'redact'),
  proposal(/e-?mail/i, 'email', 'email'),
  proposal(/phone|mobile|telefon|fax/i, '{ partial: { last: 2, separators: keep } }', {
    partial: { last: 2, separators: 'keep' },
  }),
  proposal(/birth|dob/i, '{ date-truncate: { to: year } }', { 'date-truncate': { to: 'year' } }),
  proposal(/(^|[-_.])ip([-_.]|$)/i, 'ip-prefix', 'ip-prefix'),
  proposal(/post.?code|postal|zip/i, '{ partial: { first: 2 } }', { partial: { first: 2 } }),
  proposal(/iban|account|card/i, '{ partial: { last: 4 } }', { partial: { last: 4 } }),
  // Unique, as a rule, and joined by.
  proposal(/user.?name|login|nick/i, 'hash', 'hash'),
  proposal(/name/i, '{ partial: { first: 1 } }', { partial: { first: 1 } }),
  proposal(/key|uuid|(^|[-_.])id$/i, 'hash', 'hash'),
];

/** As YAML, the mask that a class of this name usually has, where it fits all of the columns and is strong enough; else redaction. */
export const proposedMaskFor = (className: string, columns: readonly Column[], catalog: Catalog): string =>
  proposals.find(
    ({ classes, mask }) =>
      classes.test(className) &&
      columns.every((column) => maskFits(mask, column, catalog) && weaknessOf(mask, className, column, catalog) === undefined),
  )?.yaml ?? 'redact';

export const proposedMask = (className: string, column: Column, catalog: Catalog): string =>
  proposedMaskFor(className, [column], catalog);
