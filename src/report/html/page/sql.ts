/** SQL as text with its keywords set off; normalised SQL has no literal to set off. */
import { h } from './dom.ts';

const keywords = new Set(
  `add all alter analyze and any as asc begin between by call case check close column commit conflict constraint copy create cross
   current cursor database declare default delete desc distinct do drop each else end except execute exists explain fetch filter for
   foreign from full function grant group grouping having if ilike in index inner insert intersect into is join key lateral left like
   limit lock materialized merge natural not nothing null nulls offset on only or order outer over partition prepare primary
   recursive references refresh release returning revoke right rollback row rows savepoint schema select set sets show some table
   temporary then to transaction trigger truncate union unique update using values view when where window with`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

const token = /("(?:[^"]|"")*"|\$\d+|(?<![^\s(,=<>-])\?(?![^\s),;])|[A-Za-z_][\w$]*)/g;

const piece = (text: string): Node | string => {
  if (/^(?:\$\d|\?$)/.test(text)) return h('span', { class: 'parameter' }, text);
  return keywords.has(text.toLowerCase()) ? h('b', {}, text) : text;
};

/** Longer statements are shown without colours. */
const most = 20_000;

/** Line breaks are kept; every other control character is shown by its number. */
export const sqlBlock = (sql: string): HTMLPreElement => {
  const lines = sql.split('\n').map((line) => line.replaceAll('\t', '  '));
  const children = lines.flatMap((line, index) => [
    ...(index === 0 ? [] : [h('br')]),
    ...(sql.length > most ? [line] : line.split(token).map(piece)),
  ]);
  return h('pre', { class: 'statement', dir: 'ltr', tabindex: 0, 'aria-label': 'Normalised SQL' }, h('code', {}, ...children));
};
