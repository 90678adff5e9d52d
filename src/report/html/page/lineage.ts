/** Where the values of a result come from, drawn: classified columns on the left, output columns on the right. */
import { plural, svg } from './dom.ts';
import { graphOf, isWay, type Columns, type Edge } from './graph.ts';

/** More than this is a table's work. */
const most = 24;

const width = 720;
const nodeWidth = 270;
const nodeHeight = 44;
const step = 56;

const cut = (text: string, length: number): string => (text.length > length ? `…${text.slice(1 - length)}` : text);

const node = (x: number, y: number, kind: string, title: string, note: string): SVGGElement =>
  svg(
    'g',
    { class: `node ${kind}` },
    svg('title', {}, `${title}, ${note}`),
    svg('rect', { x, y, width: nodeWidth, height: nodeHeight, rx: 8 }),
    svg('text', { x: x + 14, y: y + 19, class: 'name' }, cut(title, 34)),
    svg('text', { x: x + 14, y: y + 35, class: 'note' }, cut(note, 40)),
  );

const edge = ({ way }: Edge, y1: number, y2: number): SVGPathElement => {
  const [x1, x2] = [nodeWidth + 2, width - nodeWidth - 2];
  const middle = (x1 + x2) / 2;
  const path = ['M', x1, y1, 'C', middle, y1, middle, y2, x2, y2].join(' ');
  return svg('path', { d: path, class: `edge ${isWay(way) ? way : 'derived'}` }, svg('title', {}, way));
};

const treated = (treatment: string): string => (treatment === 'pass' ? 'passed as it is' : treatment);

/** Undefined where there is nothing to draw, or too much. */
export const drawLineage = (columns: Columns): SVGSVGElement | undefined => {
  const { sources, outputs, edges } = graphOf(columns);
  const tallest = Math.max(sources.length, outputs.length);
  if (outputs.length === 0 || tallest > most) return undefined;
  const height = tallest * step - (step - nodeHeight) + 2;
  const top = (count: number, index: number): number => 1 + ((tallest - count) * step) / 2 + index * step;
  const leftY = (index: number): number => top(sources.length, index);
  const rightY = (index: number): number => top(outputs.length, index);
  const half = nodeHeight / 2;
  const label = `${plural(sources.length, 'classified source')} reaching ${plural(outputs.length, 'output column')}`;
  return svg(
    'svg',
    { class: 'lineage', viewBox: `0 0 ${String(width)} ${String(height)}`, role: 'img', 'aria-label': label },
    ...edges.map((one) => edge(one, leftY(one.from) + half, rightY(one.to) + half)),
    ...sources.map((source, index) => node(1, leftY(index), 'source', source.column ?? source.class, `class ${source.class}`)),
    ...outputs.map(({ name, treatment }, index) =>
      node(width - nodeWidth - 1, rightY(index), treatment === 'pass' ? 'passed' : 'treated', name, treated(treatment)),
    ),
  );
};
