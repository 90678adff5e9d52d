/** The commands of psql that matter to what a file makes. Those that only show or set something are passed over. */

const includes: ReadonlySet<string> = new Set(['i', 'ir', 'include', 'gexec', '!']);
const conditions: ReadonlySet<string> = new Set(['if', 'elif', 'else']);

/** Commands with the name of a database; one of them is how a dump begins. */
export const connecting: ReadonlySet<string> = new Set(['c', 'connect']);

export const commandProblems = (name: string, path: string): string | undefined => {
  if (includes.has(name)) return `${path} runs other statements by \\${name}: they are not followed.`;
  if (conditions.has(name)) return `${path} runs statements under a condition, by \\${name}: all of them are taken.`;
  return undefined;
};
