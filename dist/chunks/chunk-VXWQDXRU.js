import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  columnText
} from "./chunk-W3MER5TP.js";

// src/policy/explain.ts
var shapeText = (shape) => {
  if (shape.kind === "row") return `(${shape.fields.map(treatmentText).join(", ")})`;
  if (shape.kind === "json-array") return `[${shape.items.map(treatmentText).join(", ")}]`;
  if (shape.kind === "each") return `each ${treatmentText(shape.item)}`;
  return `{${shape.members.map((member) => `${member.name}: ${treatmentText(member.treatment)}`).join(", ")}}`;
};
var treatmentText = (treatment) => {
  if (treatment.kind === "mask") return `mask ${treatment.mask.transform}`;
  return treatment.kind === "structured" ? shapeText(treatment.shape) : treatment.kind;
};
var originText = ({ source, file, line, column, text }) => file === void 0 ? `${source} ${text}` : `${file}:${String(line ?? 1)}:${String(column ?? 1)} ${text}`;
var explain = (lineage, plan, bound, catalog) => {
  const decisions = plan.kind === "forward" ? plan.columns ?? [] : [];
  return {
    kind: lineage.kind,
    verdict: plan.kind,
    refusal: plan.kind === "refuse" ? plan.refusal : void 0,
    relations: lineage.relations.flatMap((oid) => {
      const relation = catalog.relation(oid);
      return relation === void 0 ? [] : [`${relation.schema}.${relation.name}`];
    }),
    columns: (lineage.columns ?? []).map((output, index) => {
      const decision = decisions[index];
      return {
        name: output.name,
        treatment: decision === void 0 ? "refused" : treatmentText(decision.treatment),
        reason: decision?.reason ?? "the statement is refused",
        sources: output.sources.map(({ column, way, via }) => {
          const classified = bound.classOf(column);
          return {
            column: columnText(catalog, column),
            class: classified?.class,
            way,
            via,
            classifiedBy: classified && originText(classified.origin)
          };
        })
      };
    }),
    conditions: lineage.predicates.flatMap(({ column, clause, operator }) => {
      const classified = bound.classOf(column);
      return classified === void 0 ? [] : [{ column: columnText(catalog, column), class: classified.class, clause, operator }];
    }),
    functions: lineage.functions.filter(({ nature }) => nature !== "pure").map(({ name, nature }) => ({ name, nature })),
    guarded: plan.kind === "forward" && plan.guarded,
    notes: plan.kind === "forward" ? plan.notes : []
  };
};

export {
  treatmentText,
  explain
};
