/** A decision laid out for people and tools: what `pgveil explain` prints, as text or JSON. */
import type { Catalog } from '../catalog/types.ts';
import type { StatementLineage } from '../lineage/types.ts';
import type { TreatedShape, Treatment } from '../masking/types.ts';
import type { BoundPolicy } from './bind.ts';
import type { Origin, Plan, Refusal } from './types.ts';
import { columnText } from './veil.ts';

export interface ExplainedSource {
  /** schema.table.column */
  readonly column: string;
  readonly class: string | undefined;
  readonly way: string;
  readonly via: readonly string[];
  /** Where the class was said: `pgveil.yml:12:5 public.users.email`, `comment @class email`, ... */
  readonly classifiedBy: string | undefined;
}

export interface ExplainedColumn {
  readonly name: string;
  /** `pass`, `mask email`, `redact`, `{id: pass, email: mask email}`, ... */
  readonly treatment: string;
  readonly reason: string;
  readonly sources: readonly ExplainedSource[];
}

export interface Explained {
  readonly kind: string;
  readonly verdict: 'forward' | 'refuse';
  readonly refusal: Refusal | undefined;
  readonly relations: readonly string[];
  readonly columns: readonly ExplainedColumn[];
  readonly conditions: readonly {
    readonly column: string;
    readonly class: string;
    readonly clause: string;
    readonly operator: string;
  }[];
  readonly functions: readonly { readonly name: string; readonly nature: string }[];
  readonly guarded: boolean;
  readonly notes: readonly string[];
}

const shapeText = (shape: TreatedShape): string => {
  if (shape.kind === 'row') return `(${shape.fields.map(treatmentText).join(', ')})`;
  if (shape.kind === 'json-array') return `[${shape.items.map(treatmentText).join(', ')}]`;
  if (shape.kind === 'each') return `each ${treatmentText(shape.item)}`;
  return `{${shape.members.map((member) => `${member.name}: ${treatmentText(member.treatment)}`).join(', ')}}`;
};

/** A treatment in a few words: `mask email`, `{id: pass, email: mask email}`. */
export const treatmentText = (treatment: Treatment): string => {
  if (treatment.kind === 'mask') return `mask ${treatment.mask.transform}`;
  return treatment.kind === 'structured' ? shapeText(treatment.shape) : treatment.kind;
};

const originText = ({ source, file, line, column, text }: Origin): string =>
  file === undefined ? `${source} ${text}` : `${file}:${String(line ?? 1)}:${String(column ?? 1)} ${text}`;

export const explain = (lineage: StatementLineage, plan: Plan, bound: BoundPolicy, catalog: Catalog): Explained => {
  const decisions = plan.kind === 'forward' ? (plan.columns ?? []) : [];
  return {
    kind: lineage.kind,
    verdict: plan.kind,
    refusal: plan.kind === 'refuse' ? plan.refusal : undefined,
    relations: lineage.relations.flatMap((oid) => {
      const relation = catalog.relation(oid);
      return relation === undefined ? [] : [`${relation.schema}.${relation.name}`];
    }),
    columns: (lineage.columns ?? []).map((output, index) => {
      const decision = decisions[index];
      return {
        name: output.name,
        treatment: decision === undefined ? 'refused' : treatmentText(decision.treatment),
        reason: decision?.reason ?? 'the statement is refused',
        sources: output.sources.map(({ column, way, via }) => {
          const classified = bound.classOf(column);
          return {
            column: columnText(catalog, column),
            class: classified?.class,
            way,
            via,
            classifiedBy: classified && originText(classified.origin),
          };
        }),
      };
    }),
    conditions: lineage.predicates.flatMap(({ column, clause, operator }) => {
      const classified = bound.classOf(column);
      return classified === undefined ? [] : [{ column: columnText(catalog, column), class: classified.class, clause, operator }];
    }),
    functions: lineage.functions.filter(({ nature }) => nature !== 'pure').map(({ name, nature }) => ({ name, nature })),
    guarded: plan.kind === 'forward' && plan.guarded,
    notes: plan.kind === 'forward' ? plan.notes : [],
  };
};
