/** Markdown that is printed into the documents. */

/** A cell of a table holds neither a bar nor a line's end. */
const cell = (text: string): string => text.replaceAll('|', String.raw`\|`).replaceAll(/\s*\n\s*/g, ' ');

export const code = (text: string): string => (text === '' ? '' : `\`${text}\``);

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows.map((row) => row.map(cell))].map((line) => `| ${line.join(' | ')} |`).join('\n');

const begin = (name: string): string => `<!-- printed by npm run docs: ${name} -->`;
const end = '<!-- end of what is printed -->';

/** The names of the places of `text` that are printed. */
export const places = (text: string): readonly string[] =>
  [...text.matchAll(/<!-- printed by npm run docs: ([\w-]+) -->/g)].map((match) => match[1] ?? '');

/** `text` with each place filled anew. Throws for a place that nobody prints. */
export const fill = (text: string, printed: ReadonlyMap<string, string>): string =>
  places(text).reduce((filled, name) => {
    const content = printed.get(name);
    if (content === undefined) throw new Error(`nothing is printed for the place ${JSON.stringify(name)}`);
    const from = filled.indexOf(begin(name)) + begin(name).length;
    const to = filled.indexOf(end, from);
    if (to < 0) throw new Error(`the place ${JSON.stringify(name)} has no end`);
    return `${filled.slice(0, from)}\n${content}\n${filled.slice(to)}`;
  }, text);
