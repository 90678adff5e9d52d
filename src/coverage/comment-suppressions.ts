/** Suppressions that stand in SQL comments: `-- pgveil: ignore personal-column until 2027-01-31 because it is test data`. */
import { columnKey } from '../catalog/types.ts';
import { isSystemSchema } from '../policy/patterns.ts';
import { suppression, type FindingKind, type Suppression } from '../policy/schema.ts';
import { columnName, relationName } from './names.ts';
import type { FileComment, Place, StaticSchema } from './schema/types.ts';

export interface CommentSuppression {
  readonly suppression: Suppression;
  readonly comment: FileComment;
  /** What its lines make, the same when they move: columns, else relations, else the file. */
  readonly targets: readonly string[];
}

export interface MalformedComment {
  readonly place: Place;
  /** Completes "A comment to pgveil ...". Never holds its text. */
  readonly fault: string;
}

export interface CommentSuppressions {
  readonly suppressions: readonly CommentSuppression[];
  readonly malformed: readonly MalformedComment[];
}

/** A check by its name or id. */
export type KindOf = (word: string) => FindingKind | undefined;

const words = /^pgveil\s*:\s*(\S*)\s*(.*)$/is;

/** The text before the first such word, and the one behind it; the latter undefined where there is no such word. */
const halves = (text: string, word: RegExp): readonly [string, string | undefined] => {
  const found = word.exec(text);
  return found === null ? [text, undefined] : [text.slice(0, found.index), text.slice(found.index + found[0].length).trim()];
};

/** One suppression for each finding that the text names, or what is wrong with it. */
const parse = (text: string, kindOf: KindOf): readonly Suppression[] | string => {
  const [, verb = '', rest = ''] = words.exec(text) ?? [];
  if (verb.toLowerCase() !== 'ignore') return 'says something else than "ignore"';
  const [before, reason = ''] = halves(rest, /\bbecause\b/i);
  const [list, until = ''] = halves(before, /\buntil\b/i);
  const names = list.split(/[\s,]+/).filter((name) => name !== '');
  if (names.length === 0) return 'does not say which finding to ignore';
  if (until === '') return 'has no end: write "until" and a date, before "because"';
  if (reason === '') return 'has no reason: write "because" and why, behind the date';
  const parsed = names.map((name) => suppression.safeParse({ finding: kindOf(name), until, reason }));
  const faults = parsed.flatMap(({ error }) => error?.issues ?? []);
  const fault = faults[0];
  if (fault?.path[0] === 'finding') return 'names a finding that does not exist';
  if (fault !== undefined) return `has ${fault.path[0] === 'until' ? 'an end' : 'a reason'} that ${fault.message}`;
  return parsed.flatMap(({ data }) => data ?? []);
};

/** Whether a place is in the code that the comment stands at. */
export const standsAt = ({ place, lines }: FileComment, file: string, line: number): boolean =>
  place.file === file && lines.some(({ first, last }) => first <= line && line <= last);

/** What each line of the files makes. */
interface Made {
  readonly columns: ReadonlyMap<string, readonly string[]>;
  readonly relations: ReadonlyMap<string, readonly string[]>;
}

const lineOf = (file: string, line: number): string => `${String(line)} ${file}`;

const madeBy = ({ catalog, places, relationPlaces }: StaticSchema): Made => {
  const [columns, relations] = [new Map<string, string[]>(), new Map<string, string[]>()];
  const add = (to: Map<string, string[]>, place: Place | undefined, name: string): void => {
    if (place === undefined) return;
    const line = lineOf(place.file, place.line);
    const names = to.get(line);
    if (names === undefined) to.set(line, [name]);
    else names.push(name);
  };
  for (const relation of catalog.relations()) {
    if (isSystemSchema(relation.schema)) continue;
    add(relations, relationPlaces.get(relation.oid), relationName(relation));
    for (const column of relation.columns) {
      add(columns, places.get(columnKey(relation.oid, column.attnum)), columnName(relation, column));
    }
  }
  return { columns, relations };
};

const targetsOf = ({ columns, relations }: Made, { place, lines }: FileComment): readonly string[] => {
  const from = (made: Made['columns']): readonly string[] =>
    [
      ...new Set(
        lines.flatMap(({ first, last }) =>
          Array.from({ length: last - first + 1 }, (_, index) => made.get(lineOf(place.file, first + index)) ?? []).flat(),
        ),
      ),
    ].toSorted();
  const found = from(columns);
  if (found.length > 0) return found;
  const tables = from(relations);
  return tables.length > 0 ? tables : [place.file];
};

export const readComments = (files: StaticSchema, kindOf: KindOf): CommentSuppressions => {
  const suppressions: CommentSuppression[] = [];
  const malformed: MalformedComment[] = [];
  if (files.comments.length === 0) return { suppressions, malformed };
  const made = madeBy(files);
  for (const comment of files.comments) {
    const parsed = parse(comment.text, kindOf);
    if (typeof parsed === 'string') malformed.push({ place: comment.place, fault: parsed });
    else {
      const targets = targetsOf(made, comment);
      suppressions.push(...parsed.map((one) => ({ suppression: one, comment, targets })));
    }
  }
  return { suppressions, malformed };
};
