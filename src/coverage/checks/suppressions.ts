/** PGV022 to PGV024: suppressions that have ended, that suppress nothing, or that cannot be read. */
import type { Suppression } from '../../policy/schema.ts';
import { day, listed } from '../names.ts';
import { commentSuppresses, isActive, policySuppresses } from '../suppressions.ts';
import type { Check, Examined, Finding, Found, Others } from '../types.ts';

interface Entry {
  readonly suppression: Suppression;
  readonly found: Pick<Found, 'subject' | 'position' | 'place' | 'column'>;
  /** "of X in an SQL comment". */
  readonly what: string;
  readonly suppresses: (finding: Finding) => boolean;
  /** Whether all was looked at that it may be for. */
  readonly settled: boolean;
}

const entriesOf = ({ policy, databases }: Examined): readonly Entry[] => [
  ...policy.document.coverage.suppress.map((suppression, index): Entry => {
    const { finding, column } = suppression;
    const what = column === undefined ? finding : `${finding} at ${column}`;
    const position = policy.position(['coverage', 'suppress', index]);
    return {
      suppression,
      found: { subject: `suppression of ${what}`, position, column: undefined },
      what: `of ${what}`,
      suppresses: (one) => policySuppresses(suppression, one),
      settled: databases.length === policy.databases.size,
    };
  }),
  ...databases.flatMap(({ name, comments }) =>
    (comments?.suppressions ?? []).map((one): Entry => {
      const { suppression, comment, targets } = one;
      return {
        suppression,
        found: {
          subject: `${name}/suppression of ${suppression.finding} at ${targets.join(' ')}`,
          position: comment.place,
          place: comment.place,
          column: undefined,
        },
        what: `of ${suppression.finding} at ${listed(targets)}`,
        suppresses: (finding) => commentSuppresses(one, finding),
        settled: true,
      };
    }),
  ),
];

export const expiredSuppression: Check = {
  id: 'PGV022',
  name: 'expired-suppression',
  severity: 'warning',
  title: 'Suppression past its end',
  help: 'A suppression, of the policy or of an SQL comment, has ended: what it was for counts again. Mend that and remove the suppression, or decide anew and give it a new last day.',
  looksAt: 'suppressions',
  find: (examined) =>
    entriesOf(examined)
      .filter(({ suppression }) => !isActive(suppression, examined.now))
      .map(({ suppression, found, what }) => ({
        ...found,
        message: `The suppression ${what} ended on ${day(suppression.until)} and is without effect.`,
        remedy: 'Remove it, or give it a new last day.',
        yaml: undefined,
      })),
};

export const unusedSuppression: Check = {
  id: 'PGV023',
  name: 'unused-suppression',
  severity: 'note',
  title: 'Suppression that suppresses nothing',
  help: 'Nothing is found any more that the suppression is for, or it never stood where its finding is. It would hide the next such finding. A comment of SQL is for the code on its line, or, on a line of its own, for the code that follows.',
  looksAt: 'suppressions',
  find: (examined, { findings, ran, complete }: Others) =>
    entriesOf(examined)
      .filter(
        ({ suppression, suppresses, settled }) =>
          complete &&
          settled &&
          isActive(suppression, examined.now) &&
          ran.has(suppression.finding) &&
          !findings.some(suppresses),
      )
      .map(({ found, what }) => ({
        ...found,
        message: `The suppression ${what} suppresses nothing.`,
        remedy: 'Remove it.',
        yaml: undefined,
      })),
};

export const malformedSuppression: Check = {
  id: 'PGV024',
  name: 'malformed-suppression',
  severity: 'error',
  title: 'Comment to pgveil that cannot be read',
  help: 'A comment of a schema file begins with `pgveil:` and suppresses nothing, because its form is not `pgveil: ignore FINDING until YYYY-MM-DD because REASON`. A finding is named by its id or name, several with commas between them; the last day and the reason are both needed.',
  looksAt: 'suppressions',
  find: ({ databases }) =>
    databases.flatMap(({ name, comments }) =>
      (comments?.malformed ?? []).map(({ place, fault }) => ({
        subject: `${name}/comment in ${place.file} that ${fault}`,
        message: `A comment to pgveil ${fault}: it suppresses nothing.`,
        position: place,
        place,
        column: undefined,
        remedy: 'Write pgveil: ignore FINDING until YYYY-MM-DD because REASON.',
        yaml: undefined,
      })),
    ),
};
