/** When what happened: statements over time, drawn as one bar for each stretch. */
import { plural, svg } from './dom.ts';
import { timeOfDay } from './format.ts';
import type { Model } from './model.ts';
import { stretchesOf } from './stretches.ts';

const kinds = ['plain', 'masked', 'refused'] as const;

const bars = 96;
const width = 960;
const height = 56;

export const drawActivity = ({ rows, span }: Model): SVGSVGElement | undefined => {
  if (span === undefined || rows.length === 0) return undefined;
  const stretches = stretchesOf(rows, span.from, span.to, bars);
  const highest = Math.max(...stretches.map(({ counts }) => counts.plain + counts.masked + counts.refused));
  const step = width / bars;
  // The root keeps a lonely statement in sight beside a burst.
  const scale = (count: number): number => (Math.sqrt(count) / Math.sqrt(highest)) * (height - 2);
  const shapes = stretches.flatMap(({ from, counts }, index) => {
    const total = counts.plain + counts.masked + counts.refused;
    if (total === 0) return [];
    const full = Math.max(3, scale(total));
    let y = height;
    const when = timeOfDay(new Date(from).toISOString());
    const title = `${when}: ${plural(total, 'statement')}, ${String(counts.masked)} masked, ${String(counts.refused)} refused`;
    const parts = kinds.map((kind) => {
      const part = (counts[kind] / total) * full;
      y -= part;
      return svg('rect', { x: index * step + 1, y, width: step - 2, height: part, rx: 1, class: kind });
    });
    return [svg('g', {}, svg('title', {}, title), ...parts)];
  });
  const label = `Statements over time, from ${span.from} to ${span.to}`;
  return svg(
    'svg',
    {
      class: 'bars',
      viewBox: `0 0 ${String(width)} ${String(height)}`,
      preserveAspectRatio: 'none',
      role: 'img',
      'aria-label': label,
    },
    ...shapes,
  );
};
