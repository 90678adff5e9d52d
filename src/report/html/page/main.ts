/** The report: reads the records of this file, shows them, and checks their chain. */
import type { Made } from '../made.ts';
import { drawActivity } from './activity.ts';
import { blockElements, eachBlock, linesOf } from './blocks.ts';
import { drawChain, drawOrigin, type ChainState } from './chain.ts';
import { nothingSelected, shownOf, statementView } from './detail.ts';
import { h, plural, shell } from './dom.ts';
import { applyFilter, everything, type Filter } from './filter.ts';
import { wireFilters } from './filters.ts';
import { createList } from './list.ts';
import { createModel, type Row } from './model.ts';
import { paperOf } from './print.ts';
import { drawSessions } from './sessions.ts';
import { drawCounts } from './summary.ts';
import { wireTheme } from './theme.ts';
import { createVerifier } from './verify.ts';

const model = createModel();
let filter: Filter = everything;
let shown: readonly Row[] = [];
let chain: ChainState = { kind: 'checking', share: 0 };
let made: Made | undefined;

const parts = {
  chain: shell('chain', HTMLElement),
  detail: shell('detail', HTMLElement),
  list: shell('list', HTMLElement),
  shown: shell('shown', HTMLElement),
  sessions: shell('sessions', HTMLElement),
  activity: shell('activity', HTMLElement),
  paper: shell('paper', HTMLElement),
};

/** From the first record that is not sound, nothing is vouched for. */
const isDoubtful = ({ seq }: Row): boolean => chain.kind === 'broken' && seq >= chain.record;

const open = (row: Row | undefined): void => {
  if (row === undefined) {
    parts.detail.replaceChildren(nothingSelected());
    return;
  }
  const elements = blockElements();
  const records = row.places.flatMap(({ block, line }) => linesOf(elements[block])[line]?.record ?? []);
  const statement = shownOf(row, model.sessions.get(row.session), records, isDoubtful(row));
  parts.detail.replaceChildren(statement === undefined ? nothingSelected() : statementView(statement));
  parts.detail.scrollTop = 0;
};

const list = createList({
  box: parts.list,
  onSelect: open,
  onOpen: () => {
    parts.detail.focus();
  },
  isDoubtful,
});

const showRows = (): void => {
  shown = applyFilter(model.rows, filter);
  list.show(shown);
  const all = plural(model.rows.length, 'statement');
  parts.shown.textContent = shown.length === model.rows.length ? all : `${shown.length.toLocaleString('en')} of ${all}`;
};

const filters = wireFilters((next) => {
  const sessionChanged = next.session !== filter.session;
  filter = next;
  showRows();
  if (sessionChanged) showSessions();
});

const showSessions = (): void => {
  drawSessions(parts.sessions, model, filter.session, filters.setSession);
};

const showAll = (): void => {
  showRows();
  showSessions();
  drawCounts(model);
  filters.setFacets(model.rows);
  parts.activity.replaceChildren(drawActivity(model) ?? h('p', { class: 'quiet' }, 'The log has no statement.'));
};

const readAll = async (): Promise<void> => {
  let next = 0;
  for await (const { element, index } of eachBlock()) {
    for (const [line, { record }] of linesOf(element).entries()) {
      if (record !== undefined) model.add(record, { block: index, line });
    }
    if (performance.now() < next) continue;
    showRows();
    drawCounts(model);
    next = performance.now() + 400;
  }
};

const readMade = (): Made => JSON.parse(shell('made', HTMLElement).textContent ?? '') as Made;

const setChain = (state: ChainState): void => {
  chain = state;
  drawChain(parts.chain, state, made);
};

const check = async (expectedKey: string | undefined): Promise<ChainState> => {
  if (!('subtle' in crypto)) return { kind: 'unavailable' };
  const verifier = createVerifier(expectedKey);
  const { length } = blockElements();
  for await (const { element, index } of eachBlock()) {
    if ((await verifier.take(linesOf(element))) !== undefined) break;
    setChain({ kind: 'checking', share: (index + 1) / length });
  }
  return verifier.finish();
};

wireTheme(shell('theme', HTMLButtonElement), document.documentElement);
addEventListener('beforeprint', () => {
  parts.paper.replaceChildren(paperOf(shown));
});
document.addEventListener('keydown', (event) => {
  const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
  if (event.key === '/' && !typing) {
    filters.focus();
    event.preventDefault();
  } else if (event.key === 'Escape' && event.target !== parts.list) parts.list.focus();
});

const run = async (): Promise<void> => {
  setChain(chain);
  open(undefined);
  await readAll();
  made = readMade();
  showAll();
  document.title = `${made.file}: pgveil audit report`;
  drawOrigin(shell('origin', HTMLElement), made, undefined);
  document.documentElement.dataset['state'] = 'read';
  setChain(await check(made.expectedKey));
  if (chain.kind === 'verified') drawOrigin(shell('origin', HTMLElement), made, chain.publicKey);
  list.refresh();
  if (list.selected !== undefined) open(list.selected);
  document.documentElement.dataset['state'] = 'checked';
};

run().catch(() => {
  setChain({ kind: 'broken', record: 1, message: 'the file cannot be read as a report: it was cut or changed' });
});
