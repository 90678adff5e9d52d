import type { Alias } from 'libpg-query';
import { strings } from '../ast.ts';
import { handedOn } from '../rows.ts';
import { refuse } from '../unreadable.ts';
import type { OutputColumn } from '../types.ts';

/** The columns under the names of an alias's column list; those beyond the list keep theirs. */
export const renamed = (columns: readonly OutputColumn[], names: readonly string[]): readonly OutputColumn[] => {
  if (names.length === 0) return columns;
  if (names.length > columns.length) throw refuse('unresolved', 'an alias with more columns than there are');
  return columns.map((column, index) => {
    const name = names[index];
    return name === undefined ? column : handedOn(column, { ...column, name });
  });
};

export const aliasColumns = (alias: Alias | undefined): readonly string[] => strings(alias?.colnames);
