import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  veilOf
} from "./chunk-W3MER5TP.js";
import {
  classNamed,
  maskFits,
  maybePersonal,
  personalColumn,
  proposedMask
} from "./chunk-TWH5CD4Y.js";
import {
  readersOf,
  readersOfRelation
} from "./chunk-2UVTUSMH.js";
import {
  columnName,
  day,
  foundColumn,
  listed,
  locate,
  relationName,
  yaml
} from "./chunk-JVRF5RXD.js";
import {
  allowsRelation,
  bindPolicy,
  grantFor,
  ruleIndex
} from "./chunk-PGDVS5D5.js";
import {
  columnKey
} from "./chunk-QP4NTSU2.js";
import {
  resolveType,
  transforms
} from "./chunk-63ZTKBIB.js";
import {
  isSystemSchema,
  relationMatches,
  systemClasses
} from "./chunk-RQ5K5TIX.js";
import {
  nearest
} from "./chunk-UAFWGZZM.js";

// src/coverage/checks/conflicts.ts
var sources = {
  policy: "the policy",
  comment: "its comment",
  "security-label": "its security label",
  dbt: "dbt",
  prisma: "Prisma",
  "system-pack": "the built-in pack",
  "foreign-key": "a foreign key",
  derived: "what it is made from"
};
var saidBy = ({ class: className, origin: { source, file, line, text: text2 } }) => `${className} by ${sources[source]} (${file === void 0 ? text2 : `${file}:${String(line ?? 1)} ${text2}`})`;
var findIn = ({ policy }, { bound, catalog, name }) => bound.conflicts.flatMap(({ column: key, kept, other }) => {
  const located = locate(catalog, key);
  if (located === void 0 || isSystemSchema(located.relation.schema)) return [];
  const column = columnName(located.relation, located.column);
  const { line, column: at2 } = kept.origin.source === "policy" ? kept.origin : { line: void 0, column: void 0 };
  return [
    {
      subject: `${name}/${column} ${other.origin.source}`,
      message: `${column} is ${saidBy(kept)}, which holds, and ${saidBy(other)}.`,
      position: line === void 0 ? policy.position(["classification", "columns"]) : { line, column: at2 ?? 1 },
      column: foundColumn(name, located),
      remedy: "Say the same class in both places, or say it in one.",
      yaml: `    ${yaml(column)}: ${yaml(other.class)}`
    }
  ];
});
var classConflict = {
  id: "PGV017",
  name: "class-conflict",
  severity: "warning",
  title: "Column of which two classes are said",
  help: "Two sources give a column different classes. The first of these holds: the policy, the comment of the column, its security label, dbt, Prisma. A rule of the policy with the class `none` is an exception on purpose, and no conflict.",
  looksAt: "catalog",
  find: (examined) => examined.databases.flatMap((database) => findIn(examined, database))
};

// src/coverage/checks/foreign-keys.ts
var at = (relation, attnum) => {
  const column = relation?.columns.find((one) => one.attnum === attnum);
  return relation === void 0 || column === void 0 ? void 0 : { relation, column };
};
var pairsIn = ({ catalog }) => [...catalog.relations()].flatMap(
  (relation) => relation.constraints.filter(({ kind }) => kind === "f" && relation.parents.length === 0).flatMap(
    ({ name, attnums, foreignRelation, foreignAttnums }) => attnums.flatMap((attnum, index) => {
      const from = at(relation, attnum);
      const to = at(catalog.relation(foreignRelation), foreignAttnums[index]);
      return from === void 0 || to === void 0 ? [] : [{ constraint: name, from, to }];
    })
  )
);
var text = ({ relation, column }) => columnName(relation, column);
var classIn = ({ bound }, { relation, column }) => bound.classOf(columnKey(relation.oid, column.attnum));
var missingClass = ({ policy }, database) => {
  const index = ruleIndex(policy);
  return pairsIn(database).flatMap(({ from, to }) => {
    const [here, there] = [classIn(database, from), classIn(database, to)];
    if (here === void 0 === (there === void 0)) return [];
    const [bare, known, className] = here === void 0 ? [from, to, there?.class ?? ""] : [to, from, here.class];
    if (index(bare.relation)(bare.column) !== void 0) return [];
    return [
      {
        subject: `${database.name}/${text(bare)}`,
        message: `${text(bare)} has no class and is shown as it is: by a foreign key it holds the values of ${text(known)} (class ${className}).`,
        position: policy.position(["classification", "columns"]),
        column: foundColumn(database.name, bare),
        remedy: "Give it the class of the other side under classification, or none if its values tell nothing.",
        yaml: `    ${yaml(text(bare))}: ${className}`
      }
    ];
  });
};
var foreignKeyClass = {
  id: "PGV010",
  name: "foreign-key-class",
  severity: "error",
  title: "Foreign key between a classified column and one without a class",
  help: "Both sides of a foreign key hold the same values. Where only one of them is classified, the other shows the values as they are.",
  looksAt: "catalog",
  find: (examined) => examined.databases.flatMap((database) => missingClass(examined, database))
};
var differentMasks = ({ policy, now }, database) => {
  const { bound, catalog, name } = database;
  const readers = readersOf(policy, name);
  const veils = new Map(readers.map(({ grant }) => [grant, veilOf(bound, grant, catalog, now)]));
  return pairsIn(database).flatMap(({ from, to }) => {
    const [here, there] = [classIn(database, from), classIn(database, to)];
    if (here === void 0 || there === void 0 || here.class === there.class) return [];
    const both = readersOfRelation(readersOfRelation(readers, from.relation), to.relation);
    const shown = (classified, grant) => {
      const veil = veils.get(grant);
      if (veil?.of(classified.column) === void 0) return "raw";
      const mask = veil.maskOf(classified);
      return mask === void 0 || mask.transform === "redact" ? "redact" : `${mask.transform} ${classified.class}`;
    };
    const differs = both.find(({ grant }) => shown(here, grant) !== shown(there, grant));
    if (differs === void 0) return [];
    return [
      {
        subject: `${name}/${text(from)}`,
        message: `${text(from)} (class ${here.class}) references ${text(to)} (class ${there.class}): ${differs.principal} sees the same value differently on either side, and cannot match rows.`,
        position: here.origin.line === void 0 ? policy.position(["classification", "columns"]) : { line: here.origin.line, column: here.origin.column ?? 1 },
        column: foundColumn(name, from),
        remedy: "Give both columns one class.",
        yaml: `    ${yaml(text(from))}: ${there.class}`
      }
    ];
  });
};
var foreignKeyMask = {
  id: "PGV011",
  name: "foreign-key-mask",
  severity: "warning",
  title: "Foreign key with different masks on its sides",
  help: "Both sides of a foreign key hold the same values. In two classes they get different masks, or the same mask with different keys, so that rows that belong together no longer look so.",
  looksAt: "catalog",
  find: (examined) => examined.databases.flatMap((database) => differentMasks(examined, database))
};

// src/coverage/checks/loosened.ts
var sightOf = (policy, bound, { catalog, now }) => {
  const readers = new Map(
    readersOf(policy, bound.database).map(({ principal, grant }) => [
      principal,
      { grant, veil: veilOf(bound, grant, catalog, now) }
    ])
  );
  return (principal, key, { relation }) => {
    const reader = readers.get(principal);
    if (reader === void 0 || !allowsRelation(reader.grant, relation)) return "nothing";
    return reader.veil.of(key) === void 0 ? "raw" : "veiled";
  };
};
var findIn2 = ({ policy, base, now }, { bound, catalog, name }) => {
  if (base === void 0 || !base.policy.databases.has(name)) return [];
  const before = bindPolicy(base.policy, catalog, name);
  const [seen, sees] = [sightOf(base.policy, before, { catalog, now }), sightOf(policy, bound, { catalog, now })];
  const principals = readersOf(policy, name).map(({ principal }) => principal);
  return [...before.classified.values()].flatMap(({ column: key, class: className, origin }) => {
    const located = origin.source === "system-pack" ? void 0 : locate(catalog, key);
    if (located === void 0) return [];
    const shown = principals.filter(
      (principal) => sees(principal, key, located) === "raw" && seen(principal, key, located) !== "raw"
    );
    if (shown.length === 0) return [];
    const column = columnName(located.relation, located.column);
    return [
      {
        subject: `${name}/${column} ${shown.join(" ")}`,
        message: `The change of the policy shows ${column} (class ${className}) as it is to ${listed(shown)}.`,
        position: policy.position(["classification"]),
        place: { file: policy.file, ...policy.position(["classification"]) },
        column: foundColumn(name, located),
        remedy: "Leave the column masked. Where it has to be shown, have the policy changed by those who own it, on its own.",
        yaml: void 0
      }
    ];
  });
};
var policyLoosened = {
  id: "PGV019",
  name: "policy-loosened",
  severity: "error",
  title: "Change of the policy that shows what was masked",
  help: "A pull request changes the policy that judges it, so that a principal sees a column as it is that the policy of its base masks or denies. The severity of this finding is the one that the base says.",
  looksAt: "change",
  find: (examined) => examined.databases.flatMap((database) => findIn2(examined, database))
};

// src/coverage/mask-strength.ts
var longestGuessable = 8;
var fractionDigits = ({ scalar, typmod }) => {
  if (scalar.family === "int2" || scalar.family === "int4" || scalar.family === "int8") return 0;
  return scalar.family === "numeric" && typmod >= 4 ? typmod - 4 & 2047 : void 0;
};
var optionOf = ({ options }, name) => {
  const value = options[name];
  return typeof value === "number" ? value : 0;
};
var showsHalf = (mask, { limit }) => {
  const kept = optionOf(mask, "first") + optionOf(mask, "last");
  return limit !== void 0 && limit <= longestGuessable && kept > 0 && kept * 2 <= limit ? `of at most ${String(limit)} characters ${String(kept)} can show, and those that are hidden can be tried out` : void 0;
};
var leavesValues = (option, share = 1) => (mask, type) => {
  const digits = fractionDigits(type);
  const step = optionOf(mask, option);
  return digits !== void 0 && step > 0 && step <= share * 10 ** -digits ? `${option}: ${String(step)} is too little for the last digit that the type holds, so that values stay as they are` : void 0;
};
var weaknesses = {
  partial: showsHalf,
  round: leavesValues("to"),
  bucket: leavesValues("width"),
  noise: leavesValues("amount", 0.5)
};
var weaknessOf = (mask, column, catalog) => {
  const type = resolveType(column.type, column.typmod, catalog);
  if (type.kind !== "scalar") return void 0;
  return weaknesses[mask.transform]?.(mask, type);
};

// src/coverage/masked-columns.ts
var maskedColumns = ({ policy, now }, database) => {
  const { bound, catalog, name } = database;
  const readers = readersOf(policy, name);
  const veils = new Map(readers.map(({ grant }) => [grant, veilOf(bound, grant, catalog, now)]));
  return [...bound.classified.values()].flatMap((classified) => {
    const located = locate(catalog, classified.column);
    if (located === void 0) return [];
    const masks = readersOfRelation(readers, located.relation).flatMap(({ principal, grant }) => {
      const veil = veils.get(grant);
      const mask = veil?.of(classified.column) === void 0 ? void 0 : veil.maskOf(classified);
      return mask === void 0 ? [] : [{ principal, mask }];
    });
    return [{ classified, located, masks }];
  });
};

// src/coverage/checks/mask-strength.ts
var findIn3 = (examined, database) => maskedColumns(examined, database).flatMap(({ classified, located, masks }) => {
  const { relation, column } = located;
  const [weak] = masks.flatMap(({ mask }) => {
    const weakness = maskFits(mask, column, database.catalog) ? weaknessOf(mask, column, database.catalog) : void 0;
    return weakness === void 0 ? [] : [{ transform: mask.transform, weakness }];
  });
  if (weak === void 0) return [];
  const text2 = columnName(relation, column);
  return [
    {
      subject: `${database.name}/${text2}`,
      message: `Mask ${weak.transform} of class ${classified.class} gives too much away on ${text2}: ${weak.weakness}.`,
      position: examined.policy.classes.get(classified.class)?.position ?? examined.policy.position(["classes"]),
      column: foundColumn(database.name, located),
      remedy: "Give the column a class of its own with a stronger mask, redact for one, or raise the step.",
      yaml: void 0
    }
  ];
});
var maskStrength = {
  id: "PGV020",
  name: "mask-strength",
  severity: "warning",
  title: "Mask that gives too much away on a column",
  help: "What a mask gives away depends on the type, too: two digits of a PIN of four still leave a hundred to try, and a number that is rounded to a step below the last digit of its type stays as it is. See what each mask gives away in docs/masks.md.",
  looksAt: "catalog",
  find: (examined) => examined.databases.flatMap((database) => findIn3(examined, database))
};

// src/coverage/checks/mask-type.ts
var typeName = ({ catalog }, oid) => catalog.type(oid)?.name ?? `type ${String(oid)}`;
var findIn4 = (examined, database) => {
  const { catalog, name } = database;
  return maskedColumns(examined, database).flatMap(({ classified, located, masks }) => {
    const { relation, column } = located;
    const misfits = masks.filter(({ mask }) => !maskFits(mask, column, catalog));
    const [first] = misfits;
    if (first === void 0) return [];
    const text2 = columnName(relation, column);
    return [
      {
        subject: `${name}/${text2}`,
        message: `Mask ${first.mask.transform} of class ${classified.class} does not work on ${text2} (${typeName(database, column.type)}): ${listed(misfits.map(({ principal }) => principal))} ${misfits.length === 1 ? "gets" : "get"} redacted values.`,
        position: examined.policy.classes.get(classified.class)?.position ?? examined.policy.position(["classes"]),
        column: foundColumn(name, located),
        remedy: "Give the column a class of its own under classification, with a mask that fits the type, as redact does.",
        yaml: `    ${yaml(text2)}: ${classified.class}-${typeName(database, column.type).replaceAll(/\W/g, "")}`
      }
    ];
  });
};
var maskType = {
  id: "PGV008",
  name: "mask-type",
  severity: "warning",
  title: "Mask that cannot work for the type",
  help: "Each mask works on some types; on all others, and where a column is too short for it, every value is redacted. Nothing leaks, and the mask does not do what it was chosen for. `redact` and `null` work on every type.",
  looksAt: "catalog",
  find: (examined) => examined.databases.flatMap((database) => findIn4(examined, database))
};

// src/coverage/checks/mask-unique.ts
var findIn5 = (examined, database) => maskedColumns(examined, database).flatMap(({ classified, located, masks }) => {
  const { relation, column } = located;
  const unique2 = relation.constraints.find(
    ({ kind, attnums }) => (kind === "p" || kind === "u") && attnums.length === 1 && attnums[0] === column.attnum
  );
  const merging = masks.filter(
    ({ mask }) => !maskFits(mask, column, database.catalog) || transforms.get(mask.transform)?.joinable !== true
  );
  const [first] = merging;
  if (unique2 === void 0 || first === void 0) return [];
  const text2 = columnName(relation, column);
  return [
    {
      subject: `${database.name}/${text2}`,
      message: `${text2} is unique (${unique2.name}), and mask ${first.mask.transform} of class ${classified.class} can make different values equal: a dump that ${listed(merging.map(({ principal }) => principal))} ${merging.length === 1 ? "takes" : "take"} breaks the constraint where it is restored.`,
      position: examined.policy.classes.get(classified.class)?.position ?? examined.policy.position(["classes"]),
      column: foundColumn(database.name, located),
      remedy: "Where dumps are to be restored, choose a mask that is joinable in docs/masks.md, as hash, email and encrypt are.",
      yaml: void 0
    }
  ];
});
var maskUnique = {
  id: "PGV021",
  name: "mask-unique",
  severity: "note",
  title: "Unique column whose masked values may be equal",
  help: "A masked dump (pg_dump through pgveil) has the masked values. Where the mask of a primary key or a unique column makes different values equal, the constraint fails when the dump is restored. Queries are not affected.",
  looksAt: "catalog",
  find: (examined) => examined.databases.flatMap((database) => findIn5(examined, database))
};

// src/coverage/checks/observed.ts
var grantPosition = ({ policy }, name, database) => {
  const rule = policy.principals.find((principal) => principal.name === name);
  const verdict = rule === void 0 ? void 0 : grantFor(policy, { name, groups: rule.groups, claims: {} }, database);
  return verdict?.ok === true ? verdict.grant.position : policy.position(["principals", name]);
};
var unique = (items, key) => [
  ...new Map(items.map((item) => [key(item), item])).values()
];
var seenRaw = {
  id: "PGV101",
  name: "seen-raw",
  severity: "error",
  title: "Classified value sent as it is",
  help: "The audit shows a result column that a classified column reaches and that was not masked, without a reveal. That is a defect in pgveil or a log of another version: report it, and treat the values as disclosed.",
  looksAt: "audit",
  find: (examined) => unique(examined.observed?.raw ?? [], ({ column, sql, principal }) => JSON.stringify([column, sql, principal])).map(
    ({ principal, database, column, classes, sql }) => ({
      subject: `${database}/raw ${column} in ${sql}`,
      message: `${principal} got the result column ${column} as it is, though class ${classes.join(", ")} reaches it, in: ${sql}`,
      position: grantPosition(examined, principal, database),
      column: void 0,
      remedy: "Treat the values as disclosed, and report the statement as a defect of pgveil.",
      yaml: void 0
    })
  )
};
var witnesses = {
  server: "the server named a classified column that the reading of the statement had missed; it was masked",
  "second-reader": "the second reading of the statement saw a classified column that the first had not; it was refused",
  shape: "the result had not the columns that were planned; it was redacted"
};
var lineageFault = {
  id: "PGV102",
  name: "lineage-fault",
  severity: "warning",
  title: "Two readings of a statement disagreed",
  help: "pgveil reads each statement in more than one way, and the strictest holds: nothing leaked. That they disagreed is worth a report, since the reading that missed a column has a gap.",
  looksAt: "audit",
  find: (examined) => unique(examined.observed?.faults ?? [], ({ witness, detail, sql }) => JSON.stringify([witness, detail, sql])).map(
    ({ principal, database, witness, detail, sql }) => ({
      subject: `${database}/fault ${witness} ${sql}`,
      message: `For ${principal}, ${witnesses[witness]} (${detail}), in: ${sql}`,
      position: grantPosition(examined, principal, database),
      column: void 0,
      remedy: "Report the statement as a defect of pgveil.",
      yaml: void 0
    })
  )
};
var isRefused = (query) => query.refusal !== void 0;
var refusedStatement = {
  id: "PGV103",
  name: "refused-statement",
  severity: "note",
  title: "Statements that were refused",
  help: "The agent sent statements that its grant does not allow, or that pgveil cannot follow. The summary lists them with the rule. Widen the grant where the agent needs them; many refusals of other rules are worth a look at what the agent was told to do.",
  looksAt: "audit",
  find: (examined) => {
    const groups = /* @__PURE__ */ new Map();
    for (const query of (examined.observed?.queries ?? []).filter(isRefused)) {
      const key = JSON.stringify([query.principal, query.database, query.refusal.rule]);
      groups.set(key, [...groups.get(key) ?? [], query]);
    }
    return [...groups.values()].flatMap((queries) => {
      const [first] = queries;
      if (first === void 0) return [];
      const { principal, database, refusal } = first;
      const times = queries.reduce((sum, query) => sum + query.times, 0);
      return [
        {
          subject: `${database}/refused ${principal} ${refusal.rule}`,
          message: `${String(times)} statement${times === 1 ? "" : "s"} of ${principal} ${times === 1 ? "was" : "were"} refused by rule ${refusal.rule}${kindsOf(queries)}.`,
          position: grantPosition(examined, principal, database),
          column: void 0,
          remedy: refusal.hint,
          yaml: void 0
        }
      ];
    });
  }
};
var kindsOf = (queries) => {
  const kinds = [...new Set(queries.map(({ kind }) => kind.replaceAll("-", " ")))];
  return ` (${listed(kinds)})`;
};

// src/coverage/checks/patterns.ts
var namesOf = ({ policy: { document, classification, grants: grants2 } }) => [
  ...classification.map(({ pattern }) => ({
    path: ["classification", "columns", pattern.text],
    what: "classification",
    pattern,
    databases: void 0,
    effect: "it classifies no column"
  })),
  ...grants2.flatMap((grant, index) => [
    ...(document.grants[index]?.relations.allow.length === 0 ? [] : grant.allow).map((pattern, at2) => ({
      path: ["grants", index, "relations", "allow", at2],
      what: `allow of ${grant.name}`,
      pattern,
      databases: grant.databases,
      effect: "it allows nothing"
    })),
    ...grant.deny.map((pattern, at2) => ({
      path: ["grants", index, "relations", "deny", at2],
      what: `deny of ${grant.name}`,
      pattern,
      databases: grant.databases,
      effect: "it denies nothing"
    })),
    ...grant.reveals.flatMap(
      ({ column }, at2) => column === void 0 ? [] : [
        {
          path: ["grants", index, "reveal", at2, "column"],
          what: `reveal of ${grant.name}`,
          pattern: column,
          databases: grant.databases,
          effect: "it reveals nothing"
        }
      ]
    )
  ])
];
var isColumn = (pattern) => "column" in pattern;
var isExact = (pattern) => pattern.schema.exact && pattern.name.exact && (!isColumn(pattern) || pattern.column.exact);
var matchesAny = ({ pattern, databases }, examined) => examined.databases.some(({ name, catalog }) => {
  if (databases !== void 0 && !databases.includes(name)) return false;
  for (const relation of catalog.relations()) {
    if (!relationMatches(pattern, relation.schema, relation.name)) continue;
    if (!isColumn(pattern) || relation.columns.some((column) => pattern.column.matches(column.name))) return true;
  }
  return false;
});
var meant = ({ pattern }, { databases }) => {
  const relations = databases.flatMap(({ catalog }) => [...catalog.relations()].filter(({ kind }) => "rvmfp".includes(kind)));
  if (!isColumn(pattern)) return nearest(pattern.text, relations.map(relationName));
  const own = relations.filter((relation) => relationMatches(pattern, relation.schema, relation.name));
  const among = own.length > 0 ? own : relations;
  return nearest(
    pattern.text,
    among.flatMap((relation) => relation.columns.map((column) => columnName(relation, column)))
  );
};
var find = (examined, exact) => {
  if (examined.databases.length < examined.policy.databases.size) return [];
  return namesOf(examined).filter((named) => isExact(named.pattern) === exact && !matchesAny(named, examined)).map((named) => {
    const near = exact ? meant(named, examined) : void 0;
    return {
      subject: `${named.what} ${named.pattern.text}`,
      message: `${named.pattern.text} (${named.what}) matches nothing in ${examined.databases.length === 1 ? "the database" : "any database"}: ${named.effect}.`,
      position: examined.policy.position(named.path),
      column: void 0,
      remedy: near === void 0 ? "Correct the name, or remove the line." : `Write ${near} if that is what was meant, or remove the line.`,
      yaml: void 0
    };
  });
};
var unmatchedRule = {
  id: "PGV003",
  name: "unmatched-rule",
  severity: "error",
  title: "Name in the policy that the database does not have",
  help: "A rule names one column or relation that does not exist: it was renamed or dropped, or the rule has a typing error, and the column that was meant is not classified. Names are matched by case, as the catalog has them.",
  looksAt: "catalog",
  find: (examined) => find(examined, true)
};
var unmatchedWildcard = {
  id: "PGV004",
  name: "unmatched-wildcard",
  severity: "note",
  title: "Wildcard in the policy that matches nothing",
  help: "A pattern with `*` matches no column or relation of the databases. That is harmless where it stands for the future.",
  looksAt: "catalog",
  find: (examined) => find(examined, false)
};

// src/coverage/checks/personal-values.ts
var locatedBy = ({ catalog }, source) => {
  for (const relation of catalog.relations()) {
    if (isSystemSchema(relation.schema) || !source.startsWith(`${relation.schema}.${relation.name}.`)) continue;
    const column = relation.columns.find(({ name }) => source === `${relation.schema}.${relation.name}.${name}`);
    if (column !== void 0) return { relation, column };
  }
  return void 0;
};
var isClassified = ({ bound }, { relation, column }) => {
  const key = columnKey(relation.oid, column.attnum);
  return bound.classOf(key) !== void 0 || bound.exempt.has(key);
};
var found = ({ policy }, located, one) => {
  const { database, source, column, sql, hits, of } = one;
  const name = located === void 0 ? source : columnName(located.relation, located.column);
  const what2 = name === void 0 ? `result column ${column} of ${sql}` : `column ${name}`;
  const className = classNamed(policy, one.class);
  const line = located === void 0 || name === void 0 ? void 0 : `    ${yaml(name)}: ${yaml(className)}`;
  return {
    subject: `${database}/values ${name ?? `${column} in ${sql}`} ${one.class}`,
    message: `unclassified ${what2} looks like ${one.class}: ${String(hits)} of ${String(of)} samples`,
    position: policy.position(["classification", "columns"]),
    column: located === void 0 ? void 0 : foundColumn(database, located),
    remedy: policy.classes.has(className) ? "Give the column that the values come from a class under classification, or none if they tell nothing of a person." : `Give the column that the values come from a class under classification, and define class ${className} with a mask; or none if they tell nothing of a person.`,
    yaml: line === void 0 || policy.classification.length > 0 ? line : `classification:
  columns:
${line}`
  };
};
var personalValues = {
  id: "PGV104",
  name: "personal-values",
  severity: "warning",
  title: "Column without a class whose values look personal",
  help: "pgveil looked at a bounded sample of the values that text columns without a class sent to agents, and a detector found something in many of them. Give the column a class; the class `none` says that somebody has looked. `detect` in the policy says whether there is such a look, and whether such text is scrubbed.",
  looksAt: "audit",
  find: (examined) => (examined.observed?.detected ?? []).flatMap((one) => {
    const database = examined.databases.find(({ name }) => name === one.database);
    const located = database === void 0 || one.source === void 0 ? void 0 : locatedBy(database, one.source);
    if (database !== void 0 && located !== void 0 && isClassified(database, located)) return [];
    return [found(examined, located, one)];
  })
};

// src/coverage/checks/principals.ts
var isGithub = (issuer) => {
  const { hostname, pathname } = new URL(issuer);
  return hostname === "token.actions.githubusercontent.com" || pathname === "/_services/token";
};
var repositoryClaims = [
  "repository_id",
  "repository",
  "repository_owner_id",
  "repository_owner",
  "job_workflow_ref",
  "workflow_ref",
  "enterprise_id",
  "enterprise"
];
var eventClaims = ["event_name", "ref", "ref_protected", "environment", "job_workflow_ref", "workflow_ref"];
var narrows = ({ claims }, names) => names.some((name) => claims[name]?.every((pattern) => !pattern.startsWith("*")) === true);
var githubRules = ({ policy }) => policy.principals.filter(({ issuer, name }) => {
  const known = issuer === void 0 ? void 0 : policy.document.identity.issuers[issuer]?.issuer;
  return known !== void 0 && isGithub(known) && policy.grants.some(({ to }) => grants(policy.principals, name, to));
});
var grants = (principals, name, to) => to.includes(name) || principals.some((rule) => rule.name === name && rule.groups.some((group) => to.includes(`group:${group}`)));
var found2 = ({ policy }, rule, says, remedy, yaml2) => ({
  subject: `principal ${rule.name}`,
  message: `Principal ${rule.name} ${says}.`,
  position: policy.position(["principals", rule.name, "match"]),
  column: void 0,
  remedy,
  yaml: yaml2
});
var anyRepository = {
  id: "PGV012",
  name: "any-repository",
  severity: "error",
  title: "Principal that any repository matches",
  help: "Every repository on GitHub can get a token of this issuer with an audience of its choice. A principal has to match a claim that only your repositories have: `repository_id`, `repository_owner_id` or `job_workflow_ref`. A pattern that begins with `*` leaves the owner open.",
  looksAt: "policy",
  find: (examined) => githubRules(examined).filter((rule) => !narrows(rule, repositoryClaims)).map(
    (rule) => found2(
      examined,
      rule,
      "matches jobs of any repository on GitHub",
      "Match the id of the repository (gh api repos/OWNER/NAME --jq .id).",
      '      repository_id: "123456789"'
    )
  )
};
var anyEvent = {
  id: "PGV013",
  name: "any-event",
  severity: "warning",
  title: "Principal that any event matches",
  help: "The principal matches jobs of every workflow, branch and event of the repository, pull requests with unreviewed changes among them. Match `event_name`, `environment`, `ref` or `job_workflow_ref` too.",
  looksAt: "policy",
  find: (examined) => githubRules(examined).filter((rule) => narrows(rule, repositoryClaims) && !narrows(rule, eventClaims)).map(
    (rule) => found2(
      examined,
      rule,
      "matches jobs of any event, branch and workflow",
      "Match the events that agents are run by, or an environment.",
      "      event_name: [pull_request, workflow_dispatch]"
    )
  )
};

// src/coverage/checks/reveals.ts
var daysMs = 864e5;
var revealsOf = ({ policy }) => policy.grants.flatMap((grant) => grant.reveals.map((reveal) => ({ grant, reveal })));
var what = ({ class: className, column }) => className === void 0 ? `column ${column?.text ?? ""}` : `class ${className}`;
var found3 = (grant, reveal, says, more) => ({
  subject: `${grant.name}/reveal ${what(reveal)}`,
  message: `The reveal of ${what(reveal)} for ${grant.to.join(", ")} ${says}.`,
  position: reveal.position,
  column: void 0,
  ...more
});
var expiredReveal = {
  id: "PGV005",
  name: "expired-reveal",
  severity: "error",
  title: "Reveal past its end",
  help: "A reveal has ended and is without effect: its columns are masked again. Remove it, or decide anew and give it a new last day.",
  looksAt: "policy",
  find: (examined) => revealsOf(examined).filter(({ reveal }) => reveal.until <= examined.now).map(
    ({ grant, reveal }) => found3(grant, reveal, `ended on ${day(reveal.until)} and is without effect`, {
      remedy: "Remove the reveal, or give it a new last day.",
      yaml: `        until: ${day(examined.now + 90 * daysMs)}`
    })
  )
};
var revealEndsSoon = {
  id: "PGV006",
  name: "reveal-ends-soon",
  severity: "warning",
  title: "Reveal that ends soon",
  help: "A reveal ends within the time that `coverage: ends-soon` gives (14 days unless it says otherwise). From then on its columns are masked.",
  looksAt: "policy",
  find: (examined) => revealsOf(examined).filter(
    ({ reveal }) => reveal.until > examined.now && reveal.until - examined.now <= examined.policy.document.coverage["ends-soon"]
  ).map(
    ({ grant, reveal }) => found3(grant, reveal, `ends on ${day(reveal.until)}`, {
      remedy: "Let it end, or decide anew and give it a new last day.",
      yaml: `        until: ${day(reveal.until + 90 * daysMs)}`
    })
  )
};
var placeholder = /^(?:todo|tbd|tba|fixme|none|no reason|n\/?a|test(?:ing)?|temp(?:orary)?|reason|because|debug(?:ging)?|\W*)\W*$/i;
var revealReason = {
  id: "PGV007",
  name: "reveal-reason",
  severity: "warning",
  title: "Reveal without a reason",
  help: "The reason of a reveal is a placeholder. Whoever reads the audit has to see why a principal saw the values as they are.",
  looksAt: "policy",
  find: (examined) => revealsOf(examined).filter(({ reveal }) => placeholder.test(reveal.reason.trim())).map(
    ({ grant, reveal }) => found3(grant, reveal, "gives no reason", {
      remedy: "Say who needs the values, and what for.",
      yaml: "        reason: support agents match tickets to callers"
    })
  )
};

// src/coverage/checks/superuser.ts
var superuser = {
  id: "PGV014",
  name: "superuser",
  severity: "warning",
  title: "Superuser allowed upstream",
  help: "With `allow-superuser: true` pgveil connects with a credential that can read files, run programs and stream every table. What a proxy refuses is then the only thing between an agent and the server. Use a role that has just the rights that the grant needs.",
  looksAt: "policy",
  find: ({ policy }) => [...policy.databases.values()].filter(({ allowSuperuser }) => allowSuperuser).map(({ name }) => ({
    subject: `database ${name}`,
    message: `Database ${name} may be used with a superuser or replication credential.`,
    position: policy.position(["databases", name, "allow-superuser"]),
    column: void 0,
    remedy: "Remove the line, and use a role with only the rights that the grants need.",
    yaml: "    allow-superuser: false"
  }))
};

// src/coverage/checks/unread-schema.ts
var unreadSchema = {
  id: "PGV018",
  name: "unread-schema",
  severity: "warning",
  title: "Statement of a schema file that cannot be followed",
  help: "Schema files are read without a server. A statement that makes its SQL at run time, calls a function, names a table or a type that no file makes, or is of a kind that pgveil does not follow, can add columns that no check has seen. Write it plainly, give the file that is missing with --schema, or check a database where the files have run.",
  looksAt: "files",
  find: ({ policy, databases }) => databases.flatMap(
    ({ name, files }) => (files?.problems ?? []).map(({ place, subject, message }) => ({
      subject: `${name}/${subject}`,
      message,
      position: policy.position(["databases", name]),
      column: void 0,
      place,
      remedy: "Write the statement plainly, give the file that is missing, or suppress unread-schema with a reason.",
      yaml: void 0
    }))
  )
};

// src/coverage/checks/unmasked.ts
var speaksForItself = ({ origin }) => !["system-pack", "derived", "foreign-key"].includes(origin.source);
var saidByParent = ({ relation, column }, className, { catalog, bound }) => relation.parents.some((oid) => {
  const parent = catalog.relation(oid);
  const same = parent?.columns.find(({ name }) => name === column.name);
  return same !== void 0 && bound.classOf(columnKey(oid, same.attnum))?.class === className;
});
var unmaskedIn = (policy, database, now) => {
  const { bound, catalog } = database;
  const readers = readersOf(policy, database.name).map((reader) => ({
    ...reader,
    veil: veilOf(bound, reader.grant, catalog, now)
  }));
  return [...bound.classified.values()].filter(speaksForItself).flatMap((classified) => {
    const { column: key, class: className } = classified;
    const located = locate(catalog, key);
    if (located === void 0 || saidByParent(located, className, database)) return [];
    const allowed = new Set(readersOfRelation(readers, located.relation));
    const without = readers.filter(
      (reader) => allowed.has(reader) && reader.veil.of(key) !== void 0 && reader.veil.maskOf(classified) === void 0
    );
    return without.length === 0 ? [] : [{ key, class: className, located, principals: without.map(({ principal }) => principal) }];
  });
};
var maskLine = (policy, className, mask) => {
  const line = `  ${yaml(className)}: { mask: ${mask} }`;
  const definition = policy.classes.get(className);
  if (definition !== void 0) {
    return { position: definition.position, remedy: `Give class ${className} a mask.`, yaml: line };
  }
  const section = policy.classes.size > 0;
  return {
    position: policy.position(["classes"]),
    remedy: `Define class ${className} with a mask under classes.`,
    yaml: section ? line : `classes:
${line}`
  };
};
var foundUnmasked = (policy, { name, catalog }, one) => {
  const column = columnName(one.located.relation, one.located.column);
  return {
    subject: `${name}/${column}`,
    message: `${column} holds class ${one.class}, which has no mask: ${listed(one.principals)} can read it and ${one.principals.length === 1 ? "gets" : "get"} nothing but redacted values.`,
    column: foundColumn(name, one.located),
    ...maskLine(policy, one.class, proposedMask(one.class, one.located.column, catalog))
  };
};
var unmasked = {
  id: "PGV001",
  name: "unmasked",
  severity: "error",
  title: "Classified column without a mask",
  help: "A column is classified, a principal can read it, and nobody has decided how its values are shown. pgveil redacts them, so that nothing leaks; give the class a mask (`redact` too is a decision), deny the relation to the grant, or reveal the class with a reason and an end date.",
  looksAt: "catalog",
  find: ({ policy, databases, now }) => databases.flatMap((database) => unmaskedIn(policy, database, now).map((one) => foundUnmasked(policy, database, one)))
};
var namers = {
  comment: "The comment on",
  "security-label": "The security label of",
  dbt: "dbt, for",
  prisma: "Prisma, for"
};
var undefinedIn = ({ policy, now }, database) => {
  const { bound, catalog, name } = database;
  const said = new Set(unmaskedIn(policy, database, now).map((one) => one.class));
  const first = /* @__PURE__ */ new Map();
  for (const { class: className, column, origin } of bound.classified.values()) {
    const by = namers[origin.source];
    if (by === void 0 || policy.classes.has(className) || said.has(className) || first.has(className)) continue;
    if (systemClasses.includes(className)) continue;
    const located = locate(catalog, column);
    if (located !== void 0) first.set(className, { ...located, by });
  }
  return [...first].map(([className, { relation, column, by }]) => ({
    subject: `${name}/class ${className}`,
    message: `${by} ${columnName(relation, column)} names class ${className}, which the policy does not define.`,
    column: foundColumn(name, { relation, column }),
    ...maskLine(policy, className, proposedMask(className, column, catalog))
  }));
};
var unknownClass = {
  id: "PGV002",
  name: "unknown-class",
  severity: "error",
  title: "Class that is used and not defined",
  help: "A column comment (`@class NAME`), a security label, dbt or Prisma names a class that the policy does not have. Its columns are redacted. Define the class under `classes`, or correct the name.",
  looksAt: "catalog",
  find: (examined) => examined.databases.flatMap((database) => undefinedIn(examined, database))
};

// src/coverage/checks/views.ts
var quoted = (name) => `"${name.replaceAll('"', '""')}"`;
var opaqueIn = ({ bound, read }, view) => {
  const reading = read(`SELECT * FROM ${quoted(view.schema)}.${quoted(view.name)}`);
  if (!reading.ok) {
    return { columns: [], why: reading.unreadable.detail, effect: "statements that use it are refused" };
  }
  const [statement] = reading.statements;
  const touches = statement?.touched.some((key) => bound.classOf(key) !== void 0) === true;
  const opaque = touches ? (statement?.columns ?? []).filter((column) => column.opaque !== void 0) : [];
  const [first] = opaque;
  if (first === void 0) return void 0;
  const columns = opaque.map(({ name }) => view.columns.find((column) => column.name === name)).filter((one) => one !== void 0);
  return {
    columns,
    why: first.opaque ?? "",
    effect: `${opaque.length === 1 ? "this column is" : "these columns are"} redacted`
  };
};
var placeOf = ({ files }, view) => {
  const place = files?.relationPlaces.get(view.oid);
  return place === void 0 ? {} : { place };
};
var findIn6 = ({ policy }, database) => {
  const readers = readersOf(policy, database.name);
  const { catalog, name } = database;
  return [...catalog.relations()].flatMap((view) => {
    if (view.kind !== "v" && view.kind !== "m" || isSystemSchema(view.schema)) return [];
    const [reader] = readersOfRelation(readers, view);
    const opaque = reader === void 0 ? void 0 : opaqueIn(database, view);
    if (reader === void 0 || opaque === void 0) return [];
    const [column] = opaque.columns;
    const where = opaque.columns.length === 0 ? "" : ` in ${listed(opaque.columns.map((one) => columnName(view, one)))}`;
    return [
      {
        subject: `${name}/${relationName(view)}`,
        message: `View ${relationName(view)} cannot be followed${where} (${opaque.why}): ${opaque.effect}.`,
        position: reader.grant.position,
        column: column === void 0 ? void 0 : foundColumn(name, { relation: view, column }),
        ...placeOf(database, view),
        remedy: "Write the view without what cannot be followed, name its functions under functions of the grant, or deny it.",
        yaml: `      deny: [${JSON.stringify(relationName(view))}]`
      }
    ];
  });
};
var opaqueView = {
  id: "PGV009",
  name: "opaque-view",
  severity: "warning",
  title: "View that hides where its values come from",
  help: "pgveil follows each column of a view down to base columns. Where a view uses something that cannot be followed, as a function whose body is unknown, its columns are redacted or statements on it are refused. Nothing leaks; the view is of no use to agents.",
  looksAt: "catalog",
  find: (examined) => examined.databases.flatMap((database) => findIn6(examined, database))
};

// src/coverage/checks/index.ts
var checks = [
  unmasked,
  unknownClass,
  unmatchedRule,
  unmatchedWildcard,
  expiredReveal,
  revealEndsSoon,
  revealReason,
  maskType,
  opaqueView,
  foreignKeyClass,
  foreignKeyMask,
  anyRepository,
  anyEvent,
  superuser,
  personalColumn,
  maybePersonal,
  classConflict,
  unreadSchema,
  policyLoosened,
  maskStrength,
  maskUnique,
  seenRaw,
  lineageFault,
  refusedStatement,
  personalValues
];

export {
  checks
};
