/** Transactions, settings, notifications, locks: statements about the session rather than about data. */
import type { Node, TransactionStmt, VariableSetStmt } from 'libpg-query';
import { as } from '../ast.ts';
import { relationOf } from '../names.ts';
import { recordEffects } from '../query/writes.ts';
import type { Scope } from '../scope.ts';
import type { Entries, Outcome } from '../statements.ts';
import type { SessionChange } from '../types.ts';
import { unmodelled } from '../unreadable.ts';
import { named, plain } from '../value.ts';
import { reachAny, reachBelow } from './reach.ts';

type Action = Extract<SessionChange, { kind: 'transaction' }>['action'];

const actions: Readonly<Record<string, Action>> = {
  TRANS_STMT_BEGIN: 'begin',
  TRANS_STMT_START: 'begin',
  TRANS_STMT_COMMIT: 'commit',
  TRANS_STMT_ROLLBACK: 'rollback',
  TRANS_STMT_SAVEPOINT: 'savepoint',
  TRANS_STMT_RELEASE: 'release',
  TRANS_STMT_ROLLBACK_TO: 'rollback-to',
  TRANS_STMT_PREPARE: 'prepare',
  TRANS_STMT_COMMIT_PREPARED: 'commit',
  TRANS_STMT_ROLLBACK_PREPARED: 'rollback',
};

const valueText = (node: Node | undefined): string | undefined => {
  const constant = as(node, 'A_Const');
  if (constant?.sval !== undefined) return constant.sval.sval ?? '';
  if (constant?.ival !== undefined) return String(constant.ival.ival ?? 0);
  if (constant?.fval !== undefined) return constant.fval.fval ?? '0';
  if (constant?.boolval !== undefined) return constant.boolval.boolval === true ? 'on' : 'off';
  const cast = as(node, 'TypeCast');
  return cast === undefined ? undefined : valueText(cast.arg);
};

const texts = (nodes: readonly Node[] | undefined): readonly string[] => (nodes ?? []).flatMap((node) => valueText(node) ?? []);

const change = (scope: Scope, name: string, value: readonly string[] | undefined, local: boolean): void => {
  scope.frame.recorder.change({ kind: 'set', name: name.toLowerCase(), value, local });
};

/** SET TRANSACTION and BEGIN's modes, which set the like-named settings. */
const modes = (scope: Scope, nodes: readonly Node[] | undefined, prefix: string): void => {
  for (const node of nodes ?? []) {
    const element = as(node, 'DefElem');
    const value = valueText(element?.arg);
    change(scope, `${prefix}${element?.defname ?? ''}`, value === undefined ? [] : [value], true);
  }
};

const set = (stmt: VariableSetStmt, scope: Scope): Outcome => {
  const name = stmt.name ?? '';
  const local = stmt.is_local === true;
  switch (stmt.kind) {
    case 'VAR_SET_VALUE':
      change(scope, name, texts(stmt.args), local);
      return {};
    case 'VAR_SET_MULTI':
      if (name === 'TRANSACTION SNAPSHOT') change(scope, 'transaction_snapshot', texts(stmt.args), true);
      else modes(scope, stmt.args, name === 'SESSION CHARACTERISTICS' ? 'default_' : '');
      return {};
    case 'VAR_RESET_ALL':
      change(scope, 'all', undefined, false);
      return { kind: 'reset' };
    case 'VAR_RESET':
      change(scope, name, undefined, false);
      return { kind: 'reset' };
    case 'VAR_SET_DEFAULT':
    case 'VAR_SET_CURRENT':
      change(scope, name, undefined, local);
      return {};
    default:
      throw unmodelled(stmt.kind ?? 'VariableSetStmt');
  }
};

const transaction = (stmt: TransactionStmt, scope: Scope): Outcome => {
  const action = actions[stmt.kind ?? ''];
  if (action === undefined) throw unmodelled(stmt.kind ?? 'TransactionStmt');
  scope.frame.recorder.change({ kind: 'transaction', action });
  modes(scope, stmt.options, '');
  return {};
};

const targets = (scope: Scope, nodes: readonly Node[] | undefined, effect?: 'truncate' | 'refresh'): Outcome => {
  for (const node of nodes ?? []) {
    const range = as(node, 'RangeVar') ?? as(node, 'VacuumRelation')?.relation;
    const relation = relationOf(scope.frame.names, range);
    scope.frame.recorder.relation(relation.oid);
    scope.frame.recorder.target(relation.oid);
    if (effect === 'truncate') recordEffects(scope, relation, effect);
    if (effect === 'refresh') reachBelow(scope.frame, relation);
  }
  return {};
};

const discarded: Readonly<Record<string, string>> = {
  DISCARD_ALL: 'all',
  DISCARD_PLANS: 'plans',
  DISCARD_SEQUENCES: 'sequences',
  DISCARD_TEMP: 'temp',
};

const allSettings = ['name', 'setting', 'description'];

export const sessionStatements: Entries = {
  VariableSetStmt: { kind: 'set', read: set },
  VariableShowStmt: {
    kind: 'show',
    read: ({ name = '' }) => ({ columns: (name === 'all' ? allSettings : [name]).map((column) => named(column, plain(25))) }),
  },
  TransactionStmt: { kind: 'transaction', read: transaction },
  ConstraintsSetStmt: { kind: 'set-constraints', read: () => ({}) },
  ListenStmt: { kind: 'listen', read: () => ({}) },
  UnlistenStmt: { kind: 'unlisten', read: () => ({}) },
  NotifyStmt: { kind: 'notify', read: () => ({}) },
  LockStmt: { kind: 'lock', read: ({ relations }, scope) => targets(scope, relations) },
  VacuumStmt: {
    kind: 'vacuum',
    read: ({ rels, is_vacuumcmd }, scope) => {
      if (rels === undefined) reachAny(scope.frame);
      return { ...targets(scope, rels), kind: is_vacuumcmd === true ? 'vacuum' : 'analyze' };
    },
  },
  TruncateStmt: { kind: 'truncate', read: ({ relations }, scope) => targets(scope, relations, 'truncate') },
  RefreshMatViewStmt: {
    kind: 'refresh-materialized-view',
    read: ({ relation }, scope) => targets(scope, relation === undefined ? [] : [{ RangeVar: relation }], 'refresh'),
  },
  DiscardStmt: {
    kind: 'discard',
    read: ({ target }, scope) => {
      scope.frame.recorder.change({ kind: 'discard', what: discarded[target ?? ''] ?? 'all' });
      return {};
    },
  },
};
