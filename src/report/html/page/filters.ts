/** The controls above the list. */
import { h, shell } from './dom.ts';
import { everything, facet, outcomes, type Facet, type Filter } from './filter.ts';
import type { Row } from './model.ts';

export interface Filters {
  setFacets(rows: readonly Row[]): void;
  readonly setSession: (session: number | undefined) => void;
  focus(): void;
}

/** A list of choices is for choosing: what is rarer can still be found by its text. */
const most = 500;

const options = (any: string, facets: readonly Facet[]): readonly HTMLOptionElement[] => [
  h('option', { value: '' }, any),
  ...facets.slice(0, most).map(({ name, count }) => h('option', { value: name }, `${name} (${count.toLocaleString('en')})`)),
];

/** How long typing may pause, in milliseconds, before the list follows. */
const pause = 120;

export const wireFilters = (onChange: (filter: Filter) => void): Filters => {
  const form = shell('filters', HTMLFormElement);
  const text = shell('filter-text', HTMLInputElement);
  const outcome = shell('filter-outcome', HTMLSelectElement);
  const className = shell('filter-class', HTMLSelectElement);
  const table = shell('filter-table', HTMLSelectElement);
  const clear = shell('filter-clear', HTMLButtonElement);
  let session: number | undefined;
  let timer = 0;
  // An option's value is the text as it is; what the reader sees of it is escaped.
  const values = new Map<HTMLSelectElement, readonly string[]>();
  const chosen = (select: HTMLSelectElement): string => values.get(select)?.[select.selectedIndex - 1] ?? '';

  const changed = (): void => {
    const filter: Filter = {
      text: text.value,
      outcome: outcomes[outcome.selectedIndex] ?? 'all',
      className: chosen(className),
      table: chosen(table),
      session,
    };
    clear.hidden = JSON.stringify(filter) === JSON.stringify(everything);
    onChange(filter);
  };
  const setFacet = (select: HTMLSelectElement, any: string, facets: readonly Facet[]): void => {
    values.set(
      select,
      facets.map(({ name }) => name),
    );
    select.replaceChildren(...options(any, facets));
  };
  text.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(changed, pause);
  });
  for (const select of [outcome, className, table]) select.addEventListener('change', changed);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    changed();
  });
  clear.addEventListener('click', () => {
    form.reset();
    session = undefined;
    changed();
    text.focus();
  });
  clear.hidden = true;
  return {
    setFacets: (rows) => {
      setFacet(
        className,
        'Any class',
        facet(rows, ({ classes }) => classes),
      );
      setFacet(
        table,
        'Any table',
        facet(rows, ({ relations }) => relations),
      );
    },
    setSession: (next) => {
      session = next;
      changed();
    },
    focus: () => {
      text.focus();
    },
  };
};
