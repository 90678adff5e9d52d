/** What the other columns and the name of a table tell about each of its columns. */
import { words } from './compile.ts';
import { fits, type ReadColumn } from './match.ts';
import { nounSubject, tableSubject, type TableSubject } from './subject.ts';
import type { DetectedClass } from './types.ts';

export interface TableContext extends TableSubject {
  readonly words: readonly string[];
  /** Classes that columns of the table show whatever the table is about, with the names of these. */
  readonly near: ReadonlyMap<DetectedClass, readonly string[]>;
}

const marked = (columns: readonly ReadColumn[], kind: 'human' | 'account' | 'reach'): readonly string[] => {
  const classes = new Set<string>();
  return columns.flatMap(({ facts, family, matches }) => {
    const match = matches.find(
      ({ phrase, own, strangers }) =>
        phrase.rule.rule.marks === kind &&
        phrase.strength === 'sure' &&
        (own === 'none' || own === 'people') &&
        strangers.length === 0 &&
        fits(family, phrase.rule),
    );
    // One class is one mark, but for names: a first and a last name are two.
    if (match === undefined) return [];
    const name = match.phrase.rule.rule.class;
    const key = name === 'person_name' ? match.phrase.words.join(' ') : name;
    if (classes.has(key)) return [];
    classes.add(key);
    return [facts.column];
  });
};

const programWords: ReadonlySet<string> = new Set(['secret', 'redirect', 'scope']);

/** `user_id`, `resource_owner_id`, `id_cliente`. */
const refersToPerson = (all: readonly string[]): boolean =>
  all.length <= 3 && all.includes('id') && all.some((word) => nounSubject(word) === 'people');

const nearOf = (columns: readonly ReadColumn[]): ReadonlyMap<DetectedClass, readonly string[]> => {
  const near = new Map<DetectedClass, string[]>();
  for (const { facts, family, matches } of columns) {
    for (const { phrase } of matches) {
      if (phrase.strength === 'hint' || phrase.rule.table.length > 0 || !fits(family, phrase.rule)) continue;
      const same = near.get(phrase.rule.rule.class);
      if (same === undefined) near.set(phrase.rule.rule.class, [facts.column]);
      else same.push(facts.column);
    }
  }
  return near;
};

export const tableContext = (schema: string, table: string, columns: readonly ReadColumn[]): TableContext => {
  const names = columns.map((column) => ({ name: column.facts.column, words: column.words }));
  const marks = {
    human: marked(columns, 'human'),
    account: marked(columns, 'account'),
    reach: marked(columns, 'reach'),
    program: names.some((column) => column.words.some((word) => programWords.has(word))),
    reference: names.find((column) => refersToPerson(column.words))?.name,
  };
  return { ...tableSubject(schema, table, marks), words: words(table), near: nearOf(columns) };
};
