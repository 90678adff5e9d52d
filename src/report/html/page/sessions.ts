/** The sessions of the log, each a button that narrows the list to it; refused log-ins below. */
import { h, plural } from './dom.ts';
import { timeOfDay } from './format.ts';
import type { Model, SessionInfo } from './model.ts';

/** So many at a time. */
const batch = 50;

const lane = ({ from, to }: SessionInfo, span: Model['span']): HTMLElement => {
  const [start, end] = [Date.parse(span?.from ?? from), Date.parse(span?.to ?? to)];
  const whole = Math.max(1, end - start);
  const bar = h('i', {});
  bar.style.insetInlineStart = `${String(((Date.parse(from) - start) / whole) * 100)}%`;
  bar.style.inlineSize = `${String(Math.max(0.4, ((Date.parse(to) - Date.parse(from)) / whole) * 100))}%`;
  return h('span', { class: 'lane', 'aria-hidden': 'true' }, bar);
};

const endText = ({ end }: SessionInfo): string => (end === undefined ? 'no end on record' : `ended by ${end}`);

const sessionButton = (
  session: SessionInfo,
  span: Model['span'],
  chosen: number | undefined,
  choose: (session: number | undefined) => void,
): HTMLElement => {
  const { number, start, from, to, statements, refused } = session;
  const pressed = chosen === number;
  const button = h(
    'button',
    { type: 'button', class: 'session', 'aria-pressed': String(pressed) },
    h('b', {}, `Session ${String(number)}`),
    h('span', {}, start === undefined ? 'start not on record' : `${start.principal} on ${start.database}`),
    lane(session, span),
    h('span', { class: 'quiet' }, `${timeOfDay(from)} to ${timeOfDay(to)}, ${endText(session)}`),
    h('span', {}, plural(statements, 'statement'), refused === 0 ? undefined : `, ${refused.toLocaleString('en')} refused`),
  );
  button.addEventListener('click', () => {
    choose(pressed ? undefined : number);
  });
  return button;
};

export const drawSessions = (
  box: HTMLElement,
  { sessions, rejected, span }: Model,
  chosen: number | undefined,
  choose: (session: number | undefined) => void,
): void => {
  const all = [...sessions.values()];
  const list = h('div', { class: 'lanes' });
  const more = h('button', { type: 'button', class: 'more' });
  const grow = (): void => {
    const from = list.childElementCount;
    list.append(...all.slice(from, from + batch).map((session) => sessionButton(session, span, chosen, choose)));
    const left = all.length - list.childElementCount;
    more.hidden = left === 0;
    more.textContent = `Show more of ${plural(left, 'further session')}`;
  };
  more.addEventListener('click', grow);
  grow();
  const refused = rejected
    .slice(0, batch)
    .map(({ time, user, database, reason }) => h('li', {}, `${timeOfDay(time)} ${user} for ${database}: ${reason}`));
  const hidden = rejected.length - refused.length;
  box.replaceChildren(list, more);
  if (refused.length > 0) box.append(h('h3', {}, 'Refused log-ins'), h('ul', {}, ...refused));
  if (hidden > 0) box.append(h('p', { class: 'quiet' }, `and ${plural(hidden, 'further one')}`));
};
