/** Tables, views and CTEs in FROM. */
import type { RangeVar } from 'libpg-query';
import { relationOf } from '../names.ts';
import { findCte, type Item, type Scope } from '../scope.ts';
import { relationColumns } from '../relations.ts';
import { ofOneRow, onceMore } from '../rows.ts';
import { aliasColumns, renamed } from './alias.ts';

/** A relation of the catalog under an alias, or under its own name. */
export const relationItem = (scope: Scope, range: RangeVar | undefined): Item => {
  const relation = relationOf(scope.frame.names, range);
  scope.frame.recorder.relation(relation.oid);
  const { alias } = range ?? {};
  return {
    alias: alias?.aliasname ?? relation.name,
    schema: alias === undefined ? relation.schema : undefined,
    columns: renamed(ofOneRow(relation, relationColumns(scope.frame, relation)), aliasColumns(alias)),
    relation,
    rowType: relation.rowType,
    scalarRow: false,
    rowVisible: true,
    columnsVisible: true,
  };
};

export const readRangeVar = (range: RangeVar, scope: Scope): readonly Item[] => {
  const name = range.relname ?? '';
  const cte = range.schemaname === undefined && range.catalogname === undefined ? findCte(scope, name) : undefined;
  if (cte === undefined) return [relationItem(scope, range)];
  return [
    {
      alias: range.alias?.aliasname ?? name,
      schema: undefined,
      columns: renamed(onceMore(cte.columns()), aliasColumns(range.alias)),
      relation: undefined,
      rowType: 0,
      scalarRow: false,
      rowVisible: true,
      columnsVisible: true,
      ...(cte.unexpanded === undefined ? {} : { unexpanded: cte.unexpanded }),
    },
  ];
};
