import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  columnKey
} from "./chunk-5LNJKYM5.js";
import {
  noClass,
  sayings,
  systemPack,
  toastClass
} from "./chunk-IVPIFDTZ.js";
import {
  columnPattern,
  compareSpecificity,
  relationMatches
} from "./chunk-5BZJKHHS.js";
import {
  PgveilError
} from "./chunk-YKELLRG3.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/policy/bind.ts
init_define_navigator();

// src/policy/generated.ts
init_define_navigator();
var columnsRead = (relation, tree) => [...tree.matchAll(/\{VAR :varno \d+ :varattno (-?\d+)/g)].map(([, attnum]) => columnKey(relation.oid, Number(attnum)));
var readBy = (relation, { defaultTree, generatedFrom: generatedFrom2 }) => defaultTree === void 0 ? (generatedFrom2 ?? []).map((attnum) => columnKey(relation.oid, attnum)) : columnsRead(relation, defaultTree);
var generatedFrom = (relation) => relation.columns.flatMap(
  (column) => column.generated === "" ? [] : [{ column: columnKey(relation.oid, column.attnum), from: readBy(relation, column) }]
);

// src/policy/rule-index.ts
init_define_navigator();
var systemRules = systemPack.flatMap(
  (entry) => entry.columns.map((text) => ({
    pattern: columnPattern(text),
    verdict: {
      class: entry.class,
      origin: { source: "system-pack", file: void 0, line: void 0, column: void 0, text },
      rule: void 0
    }
  }))
);
var toastVerdict = {
  class: toastClass,
  origin: { source: "system-pack", file: void 0, line: void 0, column: void 0, text: "pg_toast.*.chunk_data" },
  rule: void 0
};
var none = [];
var ruleIndex = (policy) => {
  const rules = policy.classification.map((rule) => ({
    pattern: rule.pattern,
    verdict: {
      class: rule.class,
      origin: { source: "policy", file: policy.file, ...rule.position, text: rule.pattern.text },
      rule
    }
  })).toSorted((a, b) => compareSpecificity(a.pattern, b.pattern));
  const saidOf = sayings(policy);
  return (relation) => {
    const applies = ({ pattern }) => relationMatches(pattern, relation.schema, relation.name);
    const own = rules.filter(applies);
    const system = systemRules.filter(applies);
    return (column) => {
      const named = ({ pattern }) => pattern.column.matches(column.name);
      const said = saidOf(relation, column);
      const byRule = own.find(named)?.verdict;
      if (byRule !== void 0) return { ...byRule, against: said };
      const [first, ...against] = said;
      if (first !== void 0) return { ...first, rule: void 0, against };
      const bySystem = system.find(named)?.verdict ?? (relation.kind === "t" && column.name === "chunk_data" ? toastVerdict : void 0);
      return bySystem === void 0 ? void 0 : { ...bySystem, against: none };
    };
  };
};
var isClassified = (verdict) => verdict !== void 0 && verdict.class !== noClass;

// src/policy/spread.ts
init_define_navigator();
var inherited = (from, to) => from.columns.flatMap((column) => {
  const other = to.columns.find(({ name }) => name === column.name);
  return other === void 0 ? [] : [[columnKey(from.oid, column.attnum), columnKey(to.oid, other.attnum), ({ origin }) => origin]];
});
var referenced = (catalog, relation) => relation.constraints.flatMap(({ kind, attnums, foreignRelation, foreignAttnums }) => {
  const target = kind === "f" ? catalog.relation(foreignRelation) : void 0;
  return target === void 0 ? [] : attnums.flatMap((attnum, index) => {
    const there = target.columns.find((column) => column.attnum === foreignAttnums[index]);
    if (there === void 0) return [];
    const text = `references ${target.schema}.${target.name}.${there.name}`;
    return [
      [
        columnKey(target.oid, there.attnum),
        columnKey(relation.oid, attnum),
        ({ origin: { file, line, column } }) => ({ source: "foreign-key", file, line, column, text })
      ]
    ];
  });
});
var spread = (catalog, { found, exempt }, foreignKeys) => {
  const pairs = [];
  for (const relation of catalog.relations()) {
    for (const oid of relation.parents) {
      const parent = catalog.relation(oid);
      if (parent !== void 0) pairs.push(...inherited(parent, relation), ...inherited(relation, parent));
    }
    if (foreignKeys) pairs.push(...referenced(catalog, relation));
  }
  let changed = pairs.length > 0;
  while (changed) {
    changed = false;
    for (const [from, to, origin] of pairs) {
      const known = found.get(from);
      if (known === void 0 || found.has(to) || exempt.has(to)) continue;
      found.set(to, { column: to, class: known.class, origin: origin(known) });
      changed = true;
    }
  }
};

// src/policy/bind.ts
var spreadOverGenerated = (catalog, { found, exempt }) => {
  for (const relation of catalog.relations()) {
    for (const { column, from } of generatedFrom(relation)) {
      const own = found.get(column);
      if (own !== void 0 && own.origin.source !== "comment" || exempt.has(column)) continue;
      const read = from.some((key) => key.endsWith(".0")) ? relation.columns.map(({ attnum }) => columnKey(relation.oid, attnum)) : from;
      const source = read.map((key) => found.get(key)).find((known) => known !== void 0);
      if (source === void 0) continue;
      found.set(column, {
        column,
        class: source.class,
        origin: {
          source: "derived",
          file: void 0,
          line: void 0,
          column: void 0,
          text: `generated from ${source.class}`
        }
      });
    }
  }
};
var noteNames = (catalog, found) => {
  for (const { oid, schema, name, columns } of catalog.relations()) {
    for (const column of columns) {
      const known = found.get(columnKey(oid, column.attnum));
      if (known?.column === columnKey(oid, column.attnum) && known.called === void 0)
        found.set(known.column, { ...known, called: { schema, relation: name, column: column.name } });
    }
  }
};
var conflictsOf = (column, verdict) => isClassified(verdict) ? verdict.against.filter((other) => other.class !== verdict.class).map((other) => ({ column, kept: verdict, other })) : [];
var bindPolicy = (policy, catalog, database, { previous } = {}) => {
  if (policy.declarations === void 0) {
    throw new PgveilError("PGVEIL_CONFIG", "the files that the policy names under classification were not read");
  }
  const found = /* @__PURE__ */ new Map();
  const conflicts = [];
  const exempt = /* @__PURE__ */ new Set();
  const matched = /* @__PURE__ */ new Set();
  const index = ruleIndex(policy);
  for (const relation of catalog.relations()) {
    const verdictOf = index(relation);
    for (const column of relation.columns) {
      const key = columnKey(relation.oid, column.attnum);
      const verdict = verdictOf(column);
      if (verdict?.rule !== void 0) matched.add(verdict.rule);
      if (verdict !== void 0 && verdict.against.length > 0) conflicts.push(...conflictsOf(key, verdict));
      const before = previous?.classOf(key);
      if (before !== void 0) found.set(key, before);
      else if (isClassified(verdict)) found.set(key, { column: key, class: verdict.class, origin: verdict.origin });
      else if (verdict !== void 0) exempt.add(key);
    }
  }
  spread(catalog, { found, exempt }, policy.foreignKeys);
  spreadOverGenerated(catalog, { found, exempt });
  noteNames(catalog, found);
  return {
    policy,
    database,
    catalogVersion: catalog.version,
    classified: found,
    relations: new Set([...found.keys()].map((key) => Number(key.slice(0, key.indexOf("."))))),
    classOf: (column) => found.get(column),
    definitionOf: (className) => policy.classes.get(className),
    exempt,
    conflicts,
    unmatched: policy.classification.filter((rule) => !matched.has(rule))
  };
};

export {
  bindPolicy
};
