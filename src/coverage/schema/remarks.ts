/** Comments and security labels. */
import type { Node } from 'libpg-query';
import type { Column, Relation } from '../../catalog/types.ts';
import { as, strings } from '../../lineage/ast.ts';
import { changeColumn } from './columns.ts';
import { ownRelation, type Context, type Handlers } from './context.ts';

const relationOf = (context: Context, parts: readonly string[], what: string): Relation | undefined => {
  const schema = parts.at(-2);
  return ownRelation(context, { relname: parts.at(-1) ?? '', ...(schema === undefined ? {} : { schemaname: schema }) }, what);
};

const onColumn = (context: Context, object: Node | undefined, what: string, change: (column: Column) => Column): void => {
  const parts = strings(as(object, 'List')?.items);
  const relation = relationOf(context, parts.slice(0, -1), what);
  const name = parts.at(-1) ?? '';
  if (relation === undefined) return;
  if (!relation.columns.some((column) => column.name === name)) {
    const full = `${relation.schema}.${relation.name}.${name}`;
    context.state.problem(context.place(), `${what} ${full}`, `${what} of ${full}, which no file makes, is left out.`);
  }
  changeColumn(context.state, relation, name, change);
};

const relationKinds: ReadonlySet<string> = new Set(['OBJECT_TABLE', 'OBJECT_VIEW', 'OBJECT_MATVIEW', 'OBJECT_FOREIGN_TABLE']);

export const remarkHandlers: Handlers = {
  CommentStmt: ({ objtype = '', object, comment }, context) => {
    if (objtype === 'OBJECT_COLUMN') onColumn(context, object, 'COMMENT ON COLUMN', (column) => ({ ...column, comment }));
    if (!relationKinds.has(objtype)) return;
    const relation = relationOf(context, strings(as(object, 'List')?.items), 'COMMENT ON');
    if (relation !== undefined) context.state.relations.put({ ...relation, comment });
  },
  SecLabelStmt: ({ objtype, object, provider, label }, context) => {
    if (objtype !== 'OBJECT_COLUMN' || (provider ?? 'anon') !== 'anon') return;
    onColumn(context, object, 'SECURITY LABEL', ({ securityLabel: _before, ...column }) => ({
      ...column,
      ...(label === undefined ? {} : { securityLabel: label }),
    }));
  },
};
