/** What goes on paper: the statements that the list has, one below the other, in place of a window onto them. */
import { h, plural } from './dom.ts';
import { timeOfDay } from './format.ts';
import type { Row } from './model.ts';

const most = 500;

export const paperOf = (rows: readonly Row[]): HTMLElement => {
  const shown = rows.slice(0, most);
  const left = rows.length - shown.length;
  return h(
    'div',
    {},
    h('h2', {}, plural(rows.length, 'statement')),
    left === 0 ? undefined : h('p', {}, `The first ${String(most)} are printed; narrow the list to print others.`),
    h(
      'ol',
      { class: 'paper-list' },
      ...shown.map(({ session, statement, time, verdict, sql, classes, rule, result }) =>
        h(
          'li',
          {},
          h('b', {}, `${String(session)}.${String(statement)}`),
          h('span', {}, timeOfDay(time)),
          h('span', { class: `treatment ${verdict}` }, rule === undefined ? verdict : `${verdict} (${rule})`),
          h('span', {}, classes.join(', ')),
          h('span', {}, result === undefined ? '' : plural(result.rows, 'row')),
          h('code', {}, sql.slice(0, 600).replaceAll(/\s+/g, ' ')),
        ),
      ),
    ),
  );
};
