/** Lists of output expressions: select lists, RETURNING. */
import type { Node } from 'libpg-query';
import { as } from '../ast.ts';
import { starred } from '../expressions/columns.ts';
import { figureName } from '../figure-name.ts';
import { handedOn } from '../rows.ts';
import type { Scope } from '../scope.ts';
import type { OutputColumn } from '../types.ts';
import { named } from '../value.ts';

export const readTargets = (scope: Scope, targets: readonly Node[] | undefined): readonly OutputColumn[] =>
  (targets ?? []).flatMap((node): readonly OutputColumn[] => {
    const target = as(node, 'ResTarget');
    const columns = starred(scope, target?.val);
    if (columns !== undefined) return columns;
    const value = scope.frame.tools.value(scope, target?.val);
    return [handedOn(value, named(target?.name ?? figureName(target?.val), value))];
  });
