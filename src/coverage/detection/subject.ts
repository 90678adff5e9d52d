/** What a table is about: by the nouns of its name, and by columns that only people have. */
import { nouns, words } from './compile.ts';
import type { Subject } from './rules/rule.ts';

export interface TableSubject {
  readonly subject: Subject;
  /** A readable reason; undefined where nothing is known. */
  readonly because: string | undefined;
}

/** The subject that one noun names. A person before a thing, so that `agent` or `subject` are people. */
export const nounSubject = (word: string): Subject => {
  if (nouns.people.has(word)) return 'people';
  if (nouns.personal.has(word)) return 'personal';
  if (nouns.systems.has(word)) return 'systems';
  if (nouns.places.has(word)) return 'places';
  return nouns.things.has(word) ? 'things' : 'none';
};

/** Columns of the same table that mark its rows as people. */
export interface Marks {
  /** Names of columns of body and birth: first name, birth date, gender. */
  readonly human: readonly string[];
  /** Names of columns of an account: username, password, avatar. */
  readonly account: readonly string[];
  /** Names of columns by which somebody, or some company, can be reached. */
  readonly reach: readonly string[];
  /** A column that a registered program has: a secret, redirect addresses, scopes. */
  readonly program: boolean;
  /** Name of a column that refers to a person: `user_id`. */
  readonly reference: string | undefined;
}

/** People, and as often programs: which, the words before tell. */
const programs: ReadonlySet<string> = new Set(['client', 'agent', 'worker', 'consumer', 'operator', 'profile', 'identity']);

/**
 * The last noun is the head (`user_groups` are groups), unless all it says is that rows are kept (`user_list`).
 * A token or a session of a program is a person's only where the table refers to one.
 */
const bySpelling = (all: readonly string[], marks: Pick<Marks, 'program' | 'reference'>): Subject => {
  const telling = all.filter((word) => !nouns.containers.has(word));
  const kept = telling.length > 0 ? telling : all;
  const last = kept.at(-1) ?? '';
  const head = nounSubject(last);
  const refersToPerson = marks.reference !== undefined;
  const before = kept.slice(0, -1);
  const rest = before.map((word) => nounSubject(word));
  if (head === 'people') return programs.has(last) && (marks.program || rest.includes('systems')) ? 'systems' : 'people';
  if (head === 'things' || head === 'places') return head;
  if (head === 'systems' && before.every((word) => programs.has(word) || nounSubject(word) !== 'people')) return 'systems';
  if (rest.includes('people')) return 'personal';
  if (rest.includes('systems')) return refersToPerson && (head === 'personal' || last === 'key') ? 'personal' : 'systems';
  return head === 'personal' || rest.includes('personal') || refersToPerson ? 'personal' : 'none';
};

const aboutText: Readonly<Record<Exclude<Subject, 'none'>, string>> = {
  people: 'is about people',
  personal: 'belongs to a person',
  things: 'is about things',
  places: 'is about places',
  systems: 'is about an installation',
};

const quoted = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(' and ');

const thing = (subject: Subject): boolean => subject === 'things' || subject === 'places' || subject === 'systems';

export const tableSubject = (schema: string, table: string, marks: Marks): TableSubject => {
  const named = bySpelling(words(table), marks);
  const because = (names: readonly string[]): string => `the table also has ${quoted(names.slice(0, 3))}`;
  if (thing(named) && marks.human.length > 1) return { subject: 'personal', because: because(marks.human) };
  if (named === 'none' || named === 'personal') {
    if (marks.human.length > 0) return { subject: 'people', because: because(marks.human) };
    const both = [...marks.account, ...marks.reach];
    if (marks.account.length > 0 && both.length > 1) return { subject: 'people', because: because(both) };
  }
  if (named !== 'none') return { subject: named, because: `table '${table}' ${aboutText[named]}` };
  const around = words(schema);
  return around.some((word) => nouns.people.has(word) || word === 'hr')
    ? { subject: 'personal', because: `schema '${schema}' is about people` }
    : { subject: 'none', because: undefined };
};
