/** The counts at the top, and whose run it was. */
import { h, plural, shell } from './dom.ts';
import { dayOf, timeOfDay } from './format.ts';
import type { Model } from './model.ts';

interface Counts {
  readonly masked: number;
  readonly refused: number;
  readonly rows: number;
  readonly faults: number;
}

const countsOf = ({ rows }: Model): Counts => {
  const counts = { masked: 0, refused: 0, rows: 0, faults: 0 };
  for (const row of rows) {
    if (row.verdict === 'masked') counts.masked += 1;
    if (row.verdict === 'refused') counts.refused += 1;
    counts.rows += row.result?.rows ?? 0;
    counts.faults += row.faults;
  }
  return counts;
};

/** The run that the sessions' claims name, if they do. */
const runOf = ({ sessions }: Model): string | undefined => {
  for (const { start } of sessions.values()) {
    const { repository, run_id: run } = start?.claims ?? {};
    if (repository !== undefined) return run === undefined ? repository : `${repository}, run ${run}`;
  }
  return undefined;
};

export const drawCounts = (model: Model): void => {
  const { masked, refused, rows, faults } = countsOf(model);
  const entries: readonly (readonly [string, number, string])[] = [
    ['Sessions', model.sessions.size, ''],
    ['Statements', model.rows.length, ''],
    ['Masked', masked, 'masked'],
    ['Refused', refused, 'refused'],
    ['Rows sent', rows, ''],
    ['Lineage faults', faults, faults > 0 ? 'fault' : ''],
    ['Refused log-ins', model.rejected.length, model.rejected.length > 0 ? 'fault' : ''],
  ];
  shell('counts', HTMLElement).replaceChildren(
    ...entries.map(([name, count, kind]) =>
      h('div', { class: `tally ${kind}` }, h('dt', {}, name), h('dd', {}, count.toLocaleString('en'))),
    ),
  );
  const { span } = model;
  const when = span === undefined ? '' : `${dayOf(span.from)}, ${timeOfDay(span.from)} to ${timeOfDay(span.to)} UTC`;
  shell('about', HTMLElement).replaceChildren(
    h('span', {}, [runOf(model), when].filter((text) => text !== undefined && text !== '').join(' · ')),
  );
  const title = `${plural(model.sessions.size, 'session')}${model.rejected.length === 0 ? '' : `, ${plural(model.rejected.length, 'refused log-in')}`}`;
  shell('sessions-title', HTMLElement).textContent = title;
};
