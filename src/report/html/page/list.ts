/** The list of statements: only the rows in view are elements, however many there are. */
import { h, plural } from './dom.ts';
import { durationText, timeOfDay } from './format.ts';
import type { Row } from './model.ts';

export interface StatementList {
  show(rows: readonly Row[]): void;
  /** Draws again what is in view: a row has got its result, or its doubt. */
  refresh(): void;
  readonly selected: Row | undefined;
}

export interface ListOptions {
  /** Scrolls; has the focus. */
  readonly box: HTMLElement;
  readonly onSelect: (row: Row | undefined) => void;
  /** Enter: the reader wants to go on to the statement itself. */
  readonly onOpen: () => void;
  readonly isDoubtful: (row: Row) => boolean;
}

const rowHeight = 56;

/** Browsers limit how tall an element can be; a longer list is scrolled in proportion. */
const tallest = 6_000_000;

const outcomeText: Readonly<Record<Row['verdict'], string>> = { masked: 'masked', plain: 'nothing to mask', refused: 'refused' };

const outcomeOf = ({ verdict, result }: Row): string =>
  verdict === 'plain' && result?.sqlstate !== undefined ? 'failed' : outcomeText[verdict];

const measures = ({ verdict, result, rule }: Row): string => {
  if (verdict === 'refused') return rule ?? '';
  if (result === undefined) return 'no result';
  const rows = plural(result.rows, 'row');
  return result.sqlstate === undefined
    ? `${rows} · ${durationText(result.milliseconds)}`
    : `error ${result.sqlstate} · ${durationText(result.milliseconds)}`;
};

const oneLine = (sql: string): string => sql.slice(0, 400).replaceAll(/\s+/g, ' ');

export const createList = ({ box, onSelect, onOpen, isDoubtful }: ListOptions): StatementList => {
  let rows: readonly Row[] = [];
  let selected = -1;
  const space = h('div', { class: 'space', role: 'presentation' });
  box.replaceChildren(space);

  const fullHeight = (): number => Math.min(rows.length * rowHeight, tallest);
  /** Pixels of the whole list above the first one in view, and where that is in the box. */
  const offset = (): { readonly virtual: number; readonly top: number } => {
    const top = box.scrollTop;
    const room = fullHeight() - box.clientHeight;
    const hidden = rows.length * rowHeight - box.clientHeight;
    return { virtual: room <= 0 ? 0 : (Math.min(top, room) / room) * hidden, top };
  };

  const option = (row: Row, index: number, top: number): HTMLElement => {
    const flags = [
      ...(row.result?.sqlstate === undefined ? [] : ['failed']),
      ...(row.faults > 0 ? ['fault'] : []),
      ...(isDoubtful(row) ? ['doubtful'] : []),
    ];
    const element = h(
      'div',
      {
        id: `row-${String(index)}`,
        role: 'option',
        class: ['row', row.verdict, ...flags].join(' '),
        'aria-selected': String(index === selected),
        'aria-setsize': rows.length,
        'aria-posinset': index + 1,
      },
      h('span', { class: 'mark', 'aria-hidden': 'true' }),
      h('span', { class: 'number' }, `${String(row.session)}.${String(row.statement)}`),
      h('code', { class: 'sql' }, oneLine(row.sql) || row.kind),
      h('span', { class: 'time' }, timeOfDay(row.time)),
      h(
        'span',
        { class: 'about' },
        h('span', { class: 'outcome' }, outcomeOf(row)),
        row.faults > 0 ? h('span', { class: 'outcome fault' }, 'lineage fault') : undefined,
        ...row.classes.slice(0, 4).map((name) => h('span', { class: 'class' }, name)),
        h('span', { class: 'measures' }, measures(row)),
      ),
    );
    element.style.top = `${String(top)}px`;
    return element;
  };

  const draw = (): void => {
    space.style.height = `${String(fullHeight())}px`;
    const { virtual, top } = offset();
    const first = Math.max(0, Math.floor(virtual / rowHeight) - 4);
    const end = Math.min(rows.length, Math.ceil((virtual + box.clientHeight) / rowHeight) + 4);
    const shown = rows.slice(first, end).map((row, at) => option(row, first + at, top + (first + at) * rowHeight - virtual));
    space.replaceChildren(...shown);
    const active = selected >= first && selected < end ? `row-${String(selected)}` : '';
    box.setAttribute('aria-activedescendant', active);
  };

  const reveal = (index: number): void => {
    const { virtual } = offset();
    const start = index * rowHeight;
    const room = fullHeight() - box.clientHeight;
    const hidden = rows.length * rowHeight - box.clientHeight;
    const wanted = Math.min(Math.max(virtual, start + rowHeight - box.clientHeight), start);
    if (wanted !== virtual && hidden > 0) box.scrollTop = (wanted / hidden) * room;
  };

  const select = (index: number): void => {
    selected = rows.length === 0 ? -1 : Math.min(Math.max(0, index), rows.length - 1);
    if (selected >= 0) reveal(selected);
    draw();
    onSelect(rows[selected]);
  };

  const page = (): number => Math.max(1, Math.floor(box.clientHeight / rowHeight) - 1);
  const moves: Readonly<Record<string, () => number>> = {
    ArrowDown: () => selected + 1,
    ArrowUp: () => selected - 1,
    PageDown: () => selected + page(),
    PageUp: () => selected - page(),
    Home: () => 0,
    End: () => rows.length - 1,
  };
  box.addEventListener('keydown', (event) => {
    const move = moves[event.key];
    if (event.key === 'Enter') onOpen();
    else if (move === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    else select(move());
    event.preventDefault();
  });
  box.addEventListener('focus', () => {
    // A click says itself which row it means.
    if (selected < 0 && rows.length > 0 && box.matches(':focus-visible')) select(0);
  });
  // By its place, not its target: the element under the pointer may be drawn anew between press and release.
  box.addEventListener('click', (event) => {
    const index = Math.floor((offset().virtual + event.clientY - box.getBoundingClientRect().top) / rowHeight);
    if (index < rows.length) select(index);
  });
  box.addEventListener('scroll', draw, { passive: true });
  new ResizeObserver(draw).observe(box);

  return {
    show: (next) => {
      const kept = rows[selected];
      rows = next;
      selected = kept === undefined ? -1 : rows.indexOf(kept);
      if (kept !== undefined && selected < 0) onSelect(undefined);
      draw();
    },
    refresh: draw,
    get selected() {
      return rows[selected];
    },
  };
};
