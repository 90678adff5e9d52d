/** Which findings a suppression is for: one of the policy, or one that stands in an SQL comment. */
import { columnPattern, type ColumnPattern } from '../policy/patterns.ts';
import type { Suppression } from '../policy/schema.ts';
import { standsAt, type CommentSuppression } from './comment-suppressions.ts';
import type { Finding } from './types.ts';

/** A column's name splits into the parts that a pattern has, since it is written like one. */
const columnMatches = (pattern: ColumnPattern, name: string): boolean => {
  const { schema, name: relation, column } = columnPattern(name);
  const plain = ({ text }: { readonly text: string }): string =>
    text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text;
  return pattern.schema.matches(plain(schema)) && pattern.name.matches(plain(relation)) && pattern.column.matches(plain(column));
};

export const isActive = ({ until }: Suppression, now: number): boolean => until > now;

export const policySuppresses = (suppression: Suppression, finding: Finding): boolean =>
  suppression.finding === finding.name &&
  (suppression.column === undefined ||
    (finding.column !== undefined && columnMatches(columnPattern(suppression.column), finding.column.name)));

export const commentSuppresses = ({ suppression, comment }: CommentSuppression, finding: Finding): boolean =>
  suppression.finding === finding.name && standsAt(comment, finding.file, finding.position.line);
