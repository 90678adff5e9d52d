/** Finds personal columns by name, type, comment and table. Pure; docs/detection.md tells how a score comes about. */
import { type CompiledRule, modifiers, type Phrase, phrasesFrom, standsAt, standsIn, words } from './compile.ts';
import type { Subject } from './rules/rule.ts';
import { nounSubject, tableSubject, type TableSubject } from './subject.ts';
import { type TypeFamily, typeFamily } from './type-family.ts';
import type { ColumnFacts, DetectedClass, Detection } from './types.ts';

/** Scores below are no detection. */
export const threshold = 0.5;

const base = { sure: 0.9, likely: 0.6, hint: 0.35 } as const;

const usualShift: Readonly<Record<Subject, number>> = {
  people: 0.3,
  personal: 0.15,
  things: -0.25,
  places: -0.25,
  systems: -0.25,
  none: 0,
};

/** A phrase found in a column's name that nothing beside it contradicts. */
interface Match {
  readonly phrase: Phrase;
  /** What the noun next to the phrase is about (`customer_name`); 'none' leaves it to the table. */
  readonly own: Subject;
  readonly ownNoun: string | undefined;
  readonly strangers: readonly string[];
  /** Where the phrase ends in the column's words. */
  readonly end: number;
}

interface ReadColumn {
  readonly facts: ColumnFacts;
  readonly family: TypeFamily;
  readonly matches: readonly Match[];
}

const matchAt = (all: readonly string[], at: number, phrase: Phrase): Match | undefined => {
  const { beside, not } = phrase.rule;
  const end = at + phrase.words.length;
  const strangers: string[] = [];
  let own: Subject = 'none';
  let ownNoun: string | undefined;
  let nearest = Number.POSITIVE_INFINITY;
  for (const [i, word] of all.entries()) {
    if (i >= at && i < end) continue;
    if (not.has(word)) return undefined;
    const subject = nounSubject(word);
    const distance = i < at ? at - i : i - end + 1.5;
    if (subject !== 'none' && subject !== 'personal' && distance < nearest && !beside.has(word)) {
      nearest = distance;
      own = subject;
      ownNoun = word;
    }
    if (beside.has(word)) continue;
    const contradicts = modifiers.contradicting.has(word) || (i < at ? modifiers.before : modifiers.heads).has(word);
    if (contradicts) return undefined;
    if (!modifiers.qualifiers.has(word) && subject === 'none') strangers.push(word);
  }
  return { phrase, own, ownNoun, strangers, end };
};

const matchesOf = (all: readonly string[]): readonly Match[] =>
  all.flatMap((word, at) =>
    phrasesFrom(word).flatMap((phrase) => {
      const found = standsAt(all, at, phrase.words) ? matchAt(all, at, phrase) : undefined;
      return found === undefined ? [] : [found];
    }),
  );

const fits = (family: TypeFamily, { rule }: CompiledRule): boolean =>
  family === 'unknown' || rule.types.includes(family) || (family === 'array' && rule.types.includes('text'));

interface TableContext extends TableSubject {
  readonly words: readonly string[];
  /** Classes that columns of the table show whatever the table is about, with a column for each. */
  readonly near: ReadonlyMap<DetectedClass, string>;
}

const scoreOf = (column: ReadColumn, match: Match, table: TableContext): Detection | undefined => {
  const { rule } = match.phrase.rule;
  const needed = match.phrase.rule.table;
  if (!fits(column.family, match.phrase.rule)) return undefined;
  if (needed.length > 0 && !needed.some((phrase) => standsIn(table.words, phrase))) return undefined;
  const subject = match.own === 'none' || needed.length > 0 ? table.subject : match.own;
  if (rule.subjects?.includes(subject === 'places' ? 'things' : subject) === false) return undefined;

  const sure = match.phrase.strength === 'sure';
  // A place is a thing, where a rule does not tell them apart.
  const ruled = rule.shift?.[subject] ?? (subject === 'places' ? rule.shift?.things : undefined);
  const shift = ruled ?? (sure ? 0 : usualShift[subject]);
  const neighbour = rule.near?.find((name) => table.near.has(name) && table.near.get(name) !== column.facts.column);
  const strange = Math.min(match.strangers.length, 2) * (rule.strange ?? 0.15);
  const score = base[match.phrase.strength] + shift + (neighbour === undefined ? 0 : 0.25) - strange;
  if (score < threshold - 1e-9) return undefined;

  const why = match.own !== 'none' && needed.length === 0 ? `'${match.ownNoun ?? ''}' stands beside it` : table.because;
  return {
    class: rule.class,
    score: Math.min(1, Math.round(score * 100) / 100),
    evidence: [
      `name has '${match.phrase.words.join(' ')}'`,
      ...(column.facts.dataType === '' ? [] : [`type ${column.facts.dataType}`]),
      ...(why !== undefined && (shift > 0 || needed.length > 0 || rule.subjects !== undefined) ? [why] : []),
      ...(neighbour === undefined ? [] : [`the table also has '${table.near.get(neighbour) ?? ''}'`]),
      ...match.strangers.slice(0, 2).map((word) => `less sure because of '${word}'`),
    ],
  };
};

/** A comment counts by its sure phrases only, and only where the name says nothing. */
const byComment = (column: ReadColumn, table: TableContext): Detection | undefined => {
  const comment = column.facts.comment ?? '';
  if (comment.trim() === '') return undefined;
  const all = words(comment.slice(0, 500));
  const found = all
    .flatMap((word, at) => phrasesFrom(word).filter((phrase) => standsAt(all, at, phrase.words)))
    .find(
      ({ strength, rule }) =>
        strength === 'sure' &&
        rule.table.length === 0 &&
        fits(column.family, rule) &&
        rule.rule.subjects?.includes(table.subject === 'places' ? 'things' : table.subject) !== false,
    );
  return found === undefined
    ? undefined
    : { class: found.rule.rule.class, score: 0.6, evidence: [`comment has '${found.words.join(' ')}'`] };
};

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

const nearOf = (columns: readonly ReadColumn[]): ReadonlyMap<DetectedClass, string> =>
  new Map(
    columns.flatMap(({ facts, family, matches }) =>
      matches
        .filter(({ phrase }) => phrase.strength !== 'hint' && phrase.rule.table.length === 0 && fits(family, phrase.rule))
        .map(({ phrase }) => [phrase.rule.rule.class, facts.column] as const),
    ),
  );

/**
 * Detects in the columns of one table, which are evidence for each other. One answer for each column, in order;
 * undefined where nothing personal shows.
 */
export const detectTable = (columns: readonly ColumnFacts[]): readonly (Detection | undefined)[] => {
  const first = columns[0];
  if (first === undefined) return [];
  const read = columns.map((facts) => ({ facts, family: typeFamily(facts.dataType), matches: matchesOf(words(facts.column)) }));
  const marks = {
    human: marked(read, 'human'),
    account: marked(read, 'account'),
    reach: marked(read, 'reach'),
    program: columns.some(({ column }) => words(column).some((word) => programWords.has(word))),
    reference: columns.find(({ column }) => refersToPerson(words(column)))?.column,
  };
  const table: TableContext = {
    ...tableSubject(first.schema, first.table, marks),
    words: words(first.table),
    near: nearOf(read),
  };
  return read.map((column) => {
    // Of equals the phrase that ends last holds: it is nearer to the head (`email_sign_up_ip`).
    const found = column.matches
      .flatMap((match) => {
        const detection = scoreOf(column, match, table);
        return detection === undefined ? [] : [{ detection, end: match.end }];
      })
      .sort((a, b) => b.detection.score - a.detection.score || b.end - a.end);
    return found[0]?.detection ?? byComment(column, table);
  });
};

/** Detects in columns of any tables, in any order; one answer for each column, in order. */
export const detectColumns = (columns: readonly ColumnFacts[]): readonly (Detection | undefined)[] => {
  const tables = new Map<string, number[]>();
  for (const [at, { schema, table }] of columns.entries()) {
    const key = JSON.stringify([schema, table]);
    const same = tables.get(key);
    if (same === undefined) tables.set(key, [at]);
    else same.push(at);
  }
  const found: (Detection | undefined)[] = Array.from({ length: columns.length });
  for (const places of tables.values()) {
    const answers = detectTable(places.flatMap((at) => columns[at] ?? []));
    for (const [i, at] of places.entries()) found[at] = answers[i];
  }
  return found;
};
