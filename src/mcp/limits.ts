/** How much of a result an agent gets. */
export interface Limits {
  readonly rows: number;
  /** Of all rows as JSON, in characters. */
  readonly characters: number;
  /** Of one statement, in milliseconds. */
  readonly time: number;
}

/** As many as fit as JSON, from the first on. */
export const fitting = <Item>(items: readonly Item[], characters: number): readonly Item[] => {
  let left = characters;
  const end = items.findIndex((item) => (left -= JSON.stringify(item).length) < 0);
  return end < 0 ? items : items.slice(0, end);
};
