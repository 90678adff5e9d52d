/** Whether a statement only adds to a schema, so that taking it as run hides nothing where it is not. */
import type { Node } from 'libpg-query';
import { as, tagOf, type Tag } from '../../lineage/ast.ts';
import { addsOnly } from './alter.ts';
import { ignored } from './ignored.ts';

const adding: ReadonlySet<Tag> = new Set<Tag>([
  'CompositeTypeStmt',
  'CreateDomainStmt',
  'CreateEnumStmt',
  'CreateExtensionStmt',
  'CreateForeignTableStmt',
  'CreateFunctionStmt',
  'CreateRangeStmt',
  'CreateSchemaStmt',
  'CreateStmt',
  'CreateTableAsStmt',
  'CreateTrigStmt',
  'AlterEnumStmt',
  'DefineStmt',
  'IndexStmt',
  'RuleStmt',
  'SelectStmt',
  // Calls are told by themselves.
  'CallStmt',
  'DoStmt',
]);

export const onlyAdds = (stmt: Node): boolean => {
  const alter = as(stmt, 'AlterTableStmt');
  if (alter !== undefined) return addsOnly(alter);
  const view = as(stmt, 'ViewStmt');
  if (view !== undefined) return view.replace !== true;
  const set = as(stmt, 'VariableSetStmt');
  if (set !== undefined) return set.name?.toLowerCase() !== 'search_path';
  const tag = tagOf(stmt);
  return adding.has(tag) || ignored.has(tag);
};
