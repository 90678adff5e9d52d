/** What every renderer is given. Renderers decide nothing: they lay out and escape. */
import type { Observed } from '../coverage/observe.ts';
import type { Severity } from '../policy/schema.ts';
import type { Verdict } from '../coverage/types.ts';

/** A reason to distrust the run itself: a dead proxy, a broken audit, a policy that was changed. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly remedy: string | undefined;
}

export interface Report {
  /** Version of pgveil. */
  readonly version: string;
  /** Name of the policy file. */
  readonly policy: string;
  /** Undefined where the gate did not get as far. */
  readonly verdict: Verdict | undefined;
  readonly observed: Observed | undefined;
  readonly problems: readonly Problem[];
}

export type Outcome = 'pass' | 'fail' | 'incomplete';

/** A run that is not to be trusted has failed, whatever the gate says. */
export const outcomeOf = ({ verdict, problems }: Report): Outcome =>
  problems.length > 0 ? 'fail' : (verdict?.result ?? 'incomplete');

/** `1 relation`, `2 relations`. */
export const plural = (count: number, word: string): string => `${String(count)} ${word}${count === 1 ? '' : 's'}`;

/** `1 error, 2 warnings, 0 notes`. */
export const countsText = (counts: Readonly<Record<Severity, number>>): string =>
  [plural(counts.error, 'error'), plural(counts.warning, 'warning'), plural(counts.note, 'note')].join(', ');

/** `3 more findings are known: 2 in the base, 1 in the baseline`; undefined where there are none. */
export const knownText = ({ known }: Verdict): string | undefined => {
  if (known.length === 0) return undefined;
  const inBase = known.filter(({ by }) => by === 'base').length;
  const places = [
    ...(inBase === 0 ? [] : [`${String(inBase)} in the base`]),
    ...(inBase === known.length ? [] : [`${String(known.length - inBase)} in the baseline`]),
  ];
  return `${known.length === 1 ? '1 more finding is' : `${String(known.length)} more findings are`} known: ${places.join(', ')}`;
};

/** `12 relations, 80 columns, 9 of them classified`, for each database. */
export const scopeTexts = ({ scope }: Verdict): readonly string[] =>
  scope.map(
    ({ database, relations, columns, classified, sampled }) =>
      `${database}: ${plural(relations, 'relation')}, ${plural(columns, 'column')}, ${String(classified)} of them classified${sampled === undefined ? '' : `, values of ${String(sampled)} looked at`}`,
  );

/** `2 sessions, 9 statements, 120 rows`. */
export const runText = ({ sessions, statements, rows, rejected, unlisted }: Observed): string =>
  [
    plural(sessions, 'session'),
    plural(statements, 'statement'),
    plural(rows, 'row'),
    ...(unlisted > 0 ? [`${String(unlisted)} of the statements not listed`] : []),
    ...(rejected > 0 ? [plural(rejected, 'refused log-in')] : []),
  ].join(', ');
