/** Triggers and rules: what a write to a relation sets off. */
import type { Handlers } from './context.ts';
import { ownRelation } from './context.ts';
import { findFunctions, splitName } from '../../lineage/names.ts';
import type { Rule } from '../../catalog/types.ts';

const events: Readonly<Record<string, Rule['event']>> = {
  CMD_UPDATE: 'update',
  CMD_INSERT: 'insert',
  CMD_DELETE: 'delete',
};

/** TRIGGER_TYPE_ROW of pg_trigger.h; `timing` and `events` of the statement have its other bits. */
const forEachRow = 1;

export const hookHandlers: Handlers = {
  CreateTrigStmt: ({ relation: range, trigname = '', funcname, row, timing = 0, events: bits = 0 }, context) => {
    const relation = ownRelation(context, range, 'CREATE TRIGGER');
    if (relation === undefined) return;
    const { schema, name } = splitName(funcname);
    const fn = findFunctions(context.state.names(), schema, name)[0];
    const trigger = {
      name: trigname,
      function: fn?.oid ?? 0,
      type: timing | bits | (row === true ? forEachRow : 0),
      internal: false,
    };
    const others = relation.triggers.filter((one) => one.name !== trigname);
    context.state.relations.put({ ...relation, triggers: [...others, trigger] });
  },
  RuleStmt: ({ relation: range, rulename = '', event = 'CMD_UNKNOWN', instead }, context) => {
    const relation = ownRelation(context, range, 'CREATE RULE');
    const kind = events[event];
    if (relation === undefined) return;
    if (kind === undefined) {
      const full = `${relation.schema}.${relation.name}`;
      context.state.problem(
        context.place(),
        `rule on ${full}`,
        `A rule on SELECT makes ${full} a view: its columns are not followed.`,
      );
      return;
    }
    const rule: Rule = { name: rulename, event: kind, instead: instead === true, tree: '<>', condition: undefined };
    context.state.relations.put({ ...relation, rules: [...relation.rules.filter((one) => one.name !== rulename), rule] });
  },
};
