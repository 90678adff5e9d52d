/** Puts together what a column looks like by its name and what its values look like. Pure. */
import type { Catalog, Column } from '../../catalog/types.ts';
import { sampledForm } from '../../masking/detectors/samples.ts';
import type { Certainty } from '../../masking/detectors/types.ts';
import type { DetectedClass, Detection } from '../detection/types.ts';
import type { ValueEvidence } from './types.ts';

/** Names alone give a sure phrase 0.9, a likely one 0.6. */
const scores: Readonly<Record<Certainty, number>> = { certain: 0.9, likely: 0.8, hint: 0.6 };

/** What name and values agree on is surer than either. */
const agreement = 0.15;

/** Classes of columns that can hold anything: a mask for what was found in them would leave the rest. */
const wide: ReadonlySet<DetectedClass> = new Set(['free_text', 'profile_json']);

/** Of a class by its values alone: where fewer than half of them have it, they hold more than that. */
const classOf = ({ class: found, hits, of }: ValueEvidence): DetectedClass => (hits * 2 < of ? 'free_text' : found);

const text = ({ class: found, hits, of }: ValueEvidence): string =>
  `${String(hits)} of ${String(of)} sampled values ${hits * 2 < of ? 'hold' : 'look like'} ${found.replaceAll('_', ' ')}`;

/** `named`: by name, type, comment and table. What the values show stands first. */
export const withValues = (
  named: Detection | undefined,
  values: ValueEvidence | undefined,
  catalog: Catalog,
  column: Column,
): Detection | undefined => {
  if (values === undefined) return named;
  const isText = sampledForm(column.type, catalog) === 'text';
  const byValues: Detection = {
    class: isText ? classOf(values) : 'profile_json',
    score: scores[values.certainty],
    evidence: [text(values)],
  };
  if (named === undefined) return byValues;
  const evidence = [...byValues.evidence, ...named.evidence];
  const best = Math.max(named.score, byValues.score);
  if (named.class === byValues.class || named.class === values.class || wide.has(named.class)) {
    return { class: named.class, score: Math.min(1, Math.round((best + agreement) * 100) / 100), evidence };
  }
  return { class: byValues.score >= named.score ? byValues.class : named.class, score: best, evidence };
};
