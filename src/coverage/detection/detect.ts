/** Finds personal columns by name, type, comment and table. Pure; docs/detection.md tells how a score comes about. */
import { byComment } from './comment.ts';
import { standsIn } from './compile.ts';
import { type TableContext, tableContext } from './context.ts';
import { counts, fits, type Match, type ReadColumn, readColumn } from './match.ts';
import type { Subject } from './rules/rule.ts';
import type { ColumnFacts, Detection } from './types.ts';

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

const scoreOf = (column: ReadColumn, match: Match, table: TableContext): Detection | undefined => {
  const { rule } = match.phrase.rule;
  const needed = match.phrase.rule.table;
  if (!fits(column.family, match.phrase.rule)) return undefined;
  if (needed.length > 0 && !needed.some((phrase) => standsIn(table.words, phrase))) return undefined;
  const subject = match.own === 'none' || needed.length > 0 ? table.subject : match.own;
  if (!counts(rule, subject)) return undefined;

  const sure = match.phrase.strength === 'sure';
  const ruled = rule.shift?.[subject] ?? (subject === 'places' ? rule.shift?.things : undefined);
  const shift = ruled ?? (sure ? 0 : usualShift[subject]);
  const neighbour = rule.near?.flatMap((name) => table.near.get(name) ?? []).find((name) => name !== column.facts.column);
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
      ...(neighbour === undefined ? [] : [`the table also has '${neighbour}'`]),
      ...match.strangers.slice(0, 2).map((word) => `less sure because of '${word}'`),
    ],
  };
};

/**
 * Detects in the columns of one table, which are evidence for each other. One answer for each column, in order;
 * undefined where nothing personal shows.
 */
export const detectTable = (columns: readonly ColumnFacts[]): readonly (Detection | undefined)[] => {
  const first = columns[0];
  if (first === undefined) return [];
  const read = columns.map((facts) => readColumn(facts));
  const table = tableContext(first.schema, first.table, read);
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
