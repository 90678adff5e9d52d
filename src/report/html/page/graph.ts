/** The lineage of a statement as a graph of two sides. Pure. */
import type { StatementEvent } from '../../../audit/types.ts';

export type Columns = StatementEvent['columns'];

export interface Edge {
  readonly from: number;
  readonly to: number;
  readonly way: string;
}

export interface Graph {
  /** A column of the database with its class; where the log has no column, the class alone. */
  readonly sources: readonly { readonly column: string | undefined; readonly class: string }[];
  readonly outputs: readonly { readonly name: string; readonly treatment: string }[];
  readonly edges: readonly Edge[];
  /** Output columns that no classified column reaches. */
  readonly free: number;
}

export const graphOf = (columns: Columns): Graph => {
  const sources = new Map<string, { readonly index: number; readonly column: string | undefined; readonly class: string }>();
  const outputs: { readonly name: string; readonly treatment: string }[] = [];
  const edges: Edge[] = [];
  for (const { name, treatment, sources: texts, sourceColumns } of columns) {
    if (texts.length === 0) continue;
    outputs.push({ name, treatment });
    for (const [at, text] of texts.entries()) {
      const split = text.lastIndexOf(':');
      const className = text.slice(0, split);
      const column = sourceColumns?.[at];
      const key = `${className}\0${column ?? ''}`;
      const source = sources.get(key) ?? { index: sources.size, column, class: className };
      sources.set(key, source);
      edges.push({ from: source.index, to: outputs.length - 1, way: text.slice(split + 1) });
    }
  }
  const left = [...sources.values()].map((source) => ({ column: source.column, class: source.class }));
  return { sources: left, outputs, edges, free: columns.length - outputs.length };
};

const ways = new Set(['identity', 'preserving', 'derived', 'count', 'steering']);

export const isWay = (text: string): boolean => ways.has(text);

/** The ways that the drawing has, for its legend, strongest first. */
export const waysOf = (columns: Columns): readonly string[] => {
  const found = new Set(graphOf(columns).edges.map(({ way }) => way));
  return [...ways].filter((way) => found.has(way));
};
