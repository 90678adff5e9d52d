import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  columnKey
} from "./chunk-QP4NTSU2.js";
import {
  columnPattern,
  compareSpecificity,
  isSystemSchema,
  noClass,
  relationMatches,
  sayings,
  systemPack,
  toastClass
} from "./chunk-RQ5K5TIX.js";
import {
  PgveilError
} from "./chunk-HUYNEIJX.js";

// src/policy/grants.ts
var grantFor = (policy, principal, databaseName) => {
  const database = policy.databases.get(databaseName);
  if (database === void 0) return { ok: false, reason: `the policy has no database ${JSON.stringify(databaseName)}` };
  const subjects = /* @__PURE__ */ new Set([principal.name, ...principal.groups.map((group) => `group:${group}`)]);
  const grant = policy.grants.find(
    ({ to, databases }) => to.some((subject) => subjects.has(subject)) && (databases?.includes(databaseName) ?? true)
  );
  const credential = grant?.credential ?? database.credentials.keys().next().value;
  return grant === void 0 || credential === void 0 ? { ok: false, reason: `no grant gives ${principal.name} the database ${JSON.stringify(databaseName)}` } : { ok: true, grant, database, credential };
};
var allowsRelation = (grant, { schema, name }) => !grant.deny.some((pattern) => relationMatches(pattern, schema, name)) && (isSystemSchema(schema) || grant.allow.some((pattern) => relationMatches(pattern, schema, name)));

// src/policy/generated.ts
var columnsRead = (relation, tree) => [...tree.matchAll(/\{VAR :varno \d+ :varattno (-?\d+)/g)].map(([, attnum]) => columnKey(relation.oid, Number(attnum)));
var readBy = (relation, { defaultTree, generatedFrom: generatedFrom2 }) => defaultTree === void 0 ? (generatedFrom2 ?? []).map((attnum) => columnKey(relation.oid, attnum)) : columnsRead(relation, defaultTree);
var generatedFrom = (relation) => relation.columns.flatMap(
  (column) => column.generated === "" ? [] : [{ column: columnKey(relation.oid, column.attnum), from: readBy(relation, column) }]
);

// src/policy/rule-index.ts
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
      if (found.has(column) || exempt.has(column)) continue;
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
      if (isClassified(verdict)) found.set(key, { column: key, class: verdict.class, origin: verdict.origin });
      else if (verdict !== void 0) exempt.add(key);
      const before = previous?.classOf(key);
      if (before !== void 0 && !found.has(key) && !exempt.has(key)) found.set(key, before);
    }
  }
  spread(catalog, { found, exempt }, policy.foreignKeys);
  spreadOverGenerated(catalog, { found, exempt });
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
  ruleIndex,
  grantFor,
  allowsRelation,
  bindPolicy
};
