/** What becomes of one statement under a grant: pure; equal inputs give equal plans until decisionsEnd(grant, now). */
import { judgeSetting } from '../catalog/settings.ts';
import type { Catalog } from '../catalog/types.ts';
import type { StatementLineage } from '../lineage/types.ts';
import { anySetting, setConfig } from '../lineage/settings.ts';
import { tieBesides } from './beside.ts';
import type { BoundPolicy } from './bind.ts';
import { inReadableEncoding } from './copy-encoding.ts';
import { isGuarded, judgeFlows, judgeStore, type FlowContext } from './flows.ts';
import { isTrusted } from './functions.ts';
import { allowsRelation } from './grants.ts';
import { judgeInference } from './inference.ts';
import type { Grant } from './policy.ts';
import { refuse } from './rules.ts';
import { kindRule, stricterAccess, suffices } from './statement-kinds.ts';
import { decideColumn } from './treat.ts';
import type { Access, Plan, Refusal } from './types.ts';
import { veilOf } from './veil.ts';
import { assignedParameters } from './written-back.ts';

export interface DecisionContext {
  readonly bound: BoundPolicy;
  readonly grant: Grant;
  readonly catalog: Catalog;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

type Check = (lineage: StatementLineage, context: DecisionContext) => Refusal | undefined;

/** Effects that change nothing that others could read. */
const harmlessEffects =
  /^pg_catalog\.(?:pg_notify|set_config|pg_sleep(?:_for|_until)?|pg_export_snapshot|pg_(?:try_)?advisory_\w+)$/;

/** What the statement does beyond what its kind says: a SELECT with a writing CTE, a COPY FROM, setval(). */
const neededAccess = (lineage: StatementLineage, kind: Access): Access => {
  const writes =
    lineage.writes.length > 0 ||
    (lineage.targets.length > 0 && lineage.kind !== 'lock') ||
    lineage.copy?.direction === 'from' ||
    lineage.effects.some((effect) => effect.kind === 'function' && !harmlessEffects.test(effect.name));
  return writes ? stricterAccess(kind, 'write') : kind;
};

const access: Check = (lineage, { grant }) => {
  const rule = kindRule(lineage.kind);
  const kind = lineage.kind.replaceAll('-', ' ').toUpperCase();
  if (rule === undefined) return refuse('statement.kind', { kind });
  const needed = neededAccess(lineage, rule.access);
  if (suffices(grant.access, needed)) return undefined;
  return refuse(needed === 'ddl' ? 'access.ddl' : 'access.write', { kind, access: grant.access });
};

const relations: Check = (lineage, { grant, catalog }) => {
  for (const oid of new Set([...lineage.relations, ...lineage.targets])) {
    const relation = catalog.relation(oid);
    if (relation === undefined) continue;
    if (!allowsRelation(grant, relation)) return refuse('relation.denied', { relation: `${relation.schema}.${relation.name}` });
  }
  return undefined;
};

const functions: Check = (lineage, { grant, catalog }) => {
  for (const use of lineage.functions) {
    if ((use.nature !== 'opaque' && use.nature !== 'reader') || isTrusted(grant, catalog, use)) continue;
    return refuse(`function.${use.nature}`, { function: use.name });
  }
  return undefined;
};

const settings: Check = (lineage) => {
  const sets = lineage.changes.filter((change) => change.kind === 'set');
  const calls = lineage.functions.some(({ name }) => name === setConfig);
  if (calls && (sets.length === 0 || sets.some(({ name }) => name === anySetting))) {
    return refuse('setting.refused', {
      why: 'set_config with a name that is not a constant',
      hint: 'Write the name of the setting as a constant.',
    });
  }
  for (const { name, value } of sets) {
    // RESET and TO DEFAULT bring back what was judged at the start of the session.
    if (value === undefined && !calls) continue;
    const verdict = judgeSetting(name, value?.join(', '));
    if (verdict.kind === 'refuse') return refuse('setting.refused', verdict);
  }
  return undefined;
};

/** A function without a search_path of its own was read with the names from before the statement. */
const lateNames: Check = (lineage) => {
  const late = lineage.effects.find((effect) => effect.kind === 'late-names');
  const renames = lineage.changes.some((change) => change.kind === 'set' && ['search_path', 'all'].includes(change.name));
  return late !== undefined && renames ? refuse('function.late', { function: late.function }) : undefined;
};

const copy: Check = (lineage) =>
  lineage.copy !== undefined && lineage.copy.place !== 'client' ? refuse('copy.server') : undefined;

/** In the order in which a refusal is most helpful: what is not open at all, before what is open in part. */
const checks: readonly Check[] = [access, copy, settings, functions, lateNames, relations];

/** EXPLAIN prints constants, and the planner makes constants of calls of immutable functions. */
const runsCodeWhilePlanning = (lineage: StatementLineage): boolean =>
  lineage.explain !== undefined &&
  lineage.functions.some(({ nature }) => nature === 'followed' || nature === 'opaque' || nature === 'reader');

export const decide = (lineage: StatementLineage, context: DecisionContext): Plan => {
  const { bound, grant, catalog, now } = context;
  const refused = checks.map((check) => check(lineage, context)).find((refusal) => refusal !== undefined);
  if (refused !== undefined) return { kind: 'refuse', refusal: refused };

  // What PREPARE and DECLARE CURSOR name is run later under this plan.
  const inner = lineage.changes.find((change) => change.kind === 'prepare' || change.kind === 'declare-cursor')?.inner;
  if (inner !== undefined) return decide(inner, context);

  const veil = veilOf(bound, grant, now);
  const flow: FlowContext = { bound, catalog, veil, level: grant.inference };
  const inference = judgeInference(lineage, grant.inference, veil);
  const refusal =
    (kindRule(lineage.kind)?.stores === true ? judgeStore(lineage, flow) : undefined) ??
    judgeFlows(lineage, flow) ??
    inference.refusal;
  if (refusal !== undefined) return { kind: 'refuse', refusal };

  const trusted = new Set(lineage.functions.filter((use) => isTrusted(grant, catalog, use)).map(({ name }) => name));
  const guarded = isGuarded(lineage, flow);
  const hidesPlan = guarded && runsCodeWhilePlanning(lineage);
  const columns = lineage.columns?.map((column) =>
    decideColumn(hidesPlan ? { ...column, opaque: 'functions that run while the statement is planned' } : column, {
      veil,
      level: grant.inference,
      trusted,
      judged: inference.judged,
    }),
  );
  const tied = columns && tieBesides(columns, lineage, context);
  const assigned = assignedParameters(lineage, flow);
  const reveals = new Set(lineage.touched.flatMap((key) => veil.revealOf(key)?.reason ?? []));
  const plan: Plan = {
    kind: 'forward',
    columns: tied,
    guarded,
    lookups: inference.lookups,
    ...(inference.listed.length === 0 ? {} : { listed: inference.listed }),
    ...(assigned.length === 0 ? {} : { assigned }),
    notes: [...inference.notes, ...[...reveals].map((reason) => `revealed: ${reason}`)],
  };
  return inReadableEncoding(plan, lineage);
};
