/** How much of a result an agent gets. */
export interface Limits {
  readonly rows: number;
  /** Of all rows as JSON, in characters. */
  readonly characters: number;
  /** Of one statement, in milliseconds. */
  readonly time: number;
}
