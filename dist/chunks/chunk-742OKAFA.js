import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  classFor,
  classNamed,
  maskFits,
  misfit,
  proposedMask,
  weaknessOf,
  withValues
} from "./chunk-XCX6QNRN.js";
import {
  besideColumn,
  compileCell
} from "./chunk-6V7RBW6P.js";
import {
  readersOf,
  readersOfRelation
} from "./chunk-7QMD2IBT.js";
import {
  allowsRelation,
  grantFor,
  veilOf
} from "./chunk-7ICE2OYI.js";
import {
  columnName,
  day,
  foundColumn,
  listed,
  locate,
  relationName,
  yaml
} from "./chunk-BZPNL3EV.js";
import {
  bindPolicy
} from "./chunk-OMUHGYEW.js";
import {
  formatType,
  isSure,
  looksOf,
  ownColumns
} from "./chunk-ZNT54NS5.js";
import {
  columnKey
} from "./chunk-5LNJKYM5.js";
import {
  besideOf,
  byteSink,
  severities,
  suppression,
  textToken,
  tokenBits,
  transforms
} from "./chunk-VDEXSPJ2.js";
import {
  systemClasses
} from "./chunk-IVPIFDTZ.js";
import {
  resolveType
} from "./chunk-YM7ACMYJ.js";
import {
  columnPattern,
  glob,
  isSystemSchema,
  relationMatches
} from "./chunk-5BZJKHHS.js";
import {
  nearest
} from "./chunk-ELP4KOE3.js";
import {
  PgveilError
} from "./chunk-YKELLRG3.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/coverage/comment-suppressions.ts
init_define_navigator();
var words = /^pgveil\s*:\s*(\S*)\s*(.*)$/is;
var halves = (text2, word) => {
  const found6 = word.exec(text2);
  return found6 === null ? [text2, void 0] : [text2.slice(0, found6.index), text2.slice(found6.index + found6[0].length).trim()];
};
var parse = (text2, kindOf) => {
  const [, verb = "", rest = ""] = words.exec(text2) ?? [];
  if (verb.toLowerCase() !== "ignore") return 'says something else than "ignore"';
  const [before, reason = ""] = halves(rest, /\bbecause\b/i);
  const [list, until = ""] = halves(before, /\buntil\b/i);
  const names = list.split(/[\s,]+/).filter((name) => name !== "");
  if (names.length === 0) return "does not say which finding to ignore";
  if (until === "") return 'has no end: write "until" and a date, before "because"';
  if (reason === "") return 'has no reason: write "because" and why, behind the date';
  const parsed = names.map((name) => suppression.safeParse({ finding: kindOf(name), until, reason }));
  const faults = parsed.flatMap(({ error }) => error?.issues ?? []);
  const fault = faults[0];
  if (fault?.path[0] === "finding") return "names a finding that does not exist";
  if (fault !== void 0) return `has ${fault.path[0] === "until" ? "an end" : "a reason"} that ${fault.message}`;
  return parsed.flatMap(({ data }) => data ?? []);
};
var standsAt = ({ place, lines }, file, line) => place.file === file && lines.some(({ first, last }) => first <= line && line <= last);
var lineOf = (file, line) => `${String(line)} ${file}`;
var madeBy = ({ catalog, places, relationPlaces }) => {
  const [columns, relations2] = [/* @__PURE__ */ new Map(), /* @__PURE__ */ new Map()];
  const add = (to, place, name) => {
    if (place === void 0) return;
    const line = lineOf(place.file, place.line);
    const names = to.get(line);
    if (names === void 0) to.set(line, [name]);
    else names.push(name);
  };
  for (const relation of catalog.relations()) {
    if (isSystemSchema(relation.schema)) continue;
    add(relations2, relationPlaces.get(relation.oid), relationName(relation));
    for (const column of relation.columns) {
      add(columns, places.get(columnKey(relation.oid, column.attnum)), columnName(relation, column));
    }
  }
  return { columns, relations: relations2 };
};
var targetsOf = ({ columns, relations: relations2 }, { place, lines }) => {
  const from = (made) => [
    ...new Set(
      lines.flatMap(
        ({ first, last }) => Array.from({ length: last - first + 1 }, (_, index) => made.get(lineOf(place.file, first + index)) ?? []).flat()
      )
    )
  ].toSorted();
  const found6 = from(columns);
  if (found6.length > 0) return found6;
  const tables = from(relations2);
  return tables.length > 0 ? tables : [place.file];
};
var readComments = (files, kindOf) => {
  const suppressions = [];
  const malformed = [];
  if (files.comments.length === 0) return { suppressions, malformed };
  const made = madeBy(files);
  for (const comment of files.comments) {
    const parsed = parse(comment.text, kindOf);
    if (typeof parsed === "string") malformed.push({ place: comment.place, fault: parsed });
    else {
      const targets = targetsOf(made, comment);
      suppressions.push(...parsed.map((one) => ({ suppression: one, comment, targets })));
    }
  }
  return { suppressions, malformed };
};

// src/coverage/suppressions.ts
init_define_navigator();
var columnMatches = (pattern, name) => {
  const { schema, name: relation, column } = columnPattern(name);
  const plain = ({ text: text2 }) => text2.startsWith('"') ? text2.slice(1, -1).replaceAll('""', '"') : text2;
  return pattern.schema.matches(plain(schema)) && pattern.name.matches(plain(relation)) && pattern.column.matches(plain(column));
};
var isActive = ({ until }, now) => until > now;
var policySuppresses = (suppression2, finding) => suppression2.finding === finding.name && (suppression2.column === void 0 || finding.column !== void 0 && columnMatches(columnPattern(suppression2.column), finding.column.name));
var commentSuppresses = ({ suppression: suppression2, comment }, finding) => suppression2.finding === finding.name && standsAt(comment, finding.file, finding.position.line);

// src/coverage/checks/index.ts
init_define_navigator();

// src/coverage/checks/conflicts.ts
init_define_navigator();
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
var findIn = ({ policy }, { bound, catalog, name }) => bound.conflicts.flatMap(({ column: key2, kept, other }) => {
  const located = locate(catalog, key2);
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
init_define_navigator();

// src/coverage/key-pairs.ts
init_define_navigator();
var at = (relation, attnum) => {
  const column = relation?.columns.find((one) => one.attnum === attnum);
  return relation === void 0 || column === void 0 ? void 0 : { relation, column };
};
var namesOf = ({ columns }, attnums) => JSON.stringify(attnums.map((attnum) => columns.find((column) => column.attnum === attnum)?.name));
var isForeignKey = ({ kind }) => kind === "f";
var isCopyOfParents = (key2, relation, catalog) => relation.parents.some((oid) => {
  const parent = catalog.relation(oid);
  return parent?.constraints.some(
    (one) => isForeignKey(one) && one.foreignRelation === key2.foreignRelation && namesOf(parent, one.attnums) === namesOf(relation, key2.attnums)
  );
});
var isCopyForPartition = (key2, relation, catalog) => catalog.relation(key2.foreignRelation)?.parents.some(
  (oid) => relation.constraints.some(
    (one) => isForeignKey(one) && one.foreignRelation === oid && one.attnums.join(" ") === key2.attnums.join(" ")
  )
) === true;
var keyPairs = (catalog) => [...catalog.relations()].flatMap((relation) => {
  const seen = /* @__PURE__ */ new Set();
  return relation.constraints.filter(isForeignKey).filter((key2) => !isCopyOfParents(key2, relation, catalog) && !isCopyForPartition(key2, relation, catalog)).flatMap(
    ({ attnums, foreignRelation, foreignAttnums }) => attnums.flatMap((attnum, index) => {
      const from = at(relation, attnum);
      const to = at(catalog.relation(foreignRelation), foreignAttnums[index]);
      const name = `${String(attnum)} ${String(foreignRelation)} ${String(foreignAttnums[index])}`;
      if (from === void 0 || to === void 0 || seen.has(name)) return [];
      seen.add(name);
      return [{ from, to }];
    })
  );
});

// src/coverage/same-masks.ts
init_define_navigator();

// src/masking/keys.ts
init_define_navigator();
import { hkdfSync, randomBytes } from "node:crypto";
var masterBytes = 32;
var salt = Buffer.from("pgveil masking v1");
var maskKeys = (options) => {
  const { master = randomBytes(masterBytes), label = "", context = "" } = options;
  if (master.length < masterBytes) {
    throw new PgveilError(
      "PGVEIL_CONFIG",
      `the masking key has ${String(master.length)} bytes, fewer than ${String(masterBytes)}`,
      {
        remedy: "make one with `openssl rand -hex 32` and keep it as a secret"
      }
    );
  }
  const known3 = /* @__PURE__ */ new Map();
  return {
    forClass(name) {
      const found6 = known3.get(name);
      if (found6 !== void 0) return found6;
      const info = ["mask", ...[label, context, name].map((part) => `${String(part.length)}:${part}`)].join(" ");
      const key2 = Buffer.from(hkdfSync("sha256", master, salt, info, 32));
      known3.set(name, key2);
      return key2;
    }
  };
};

// src/coverage/same-masks.ts
var keys = maskKeys({ master: Buffer.alloc(32, 1) });
var texts = ["ann.berg@example.org", "4111111111111111", "+49 30 1234567", "0b6e3f6c-94d1-4a51-b5b0-0c7f1f1f0c11", "192.0.2.7"];
var numbers = ["7", "1234"];
var days = ["1987-06-05"];
var probes = {
  text: texts,
  int2: numbers,
  int4: numbers,
  int8: numbers,
  numeric: numbers,
  float4: numbers,
  float8: numbers,
  uuid: ["0b6e3f6c-94d1-4a51-b5b0-0c7f1f1f0c11"],
  date: days,
  timestamp: ["1987-06-05 00:00:00"],
  timestamptz: ["1987-06-05 00:00:00+00"],
  inet: ["192.0.2.7"]
};
var shortest = (a, b) => Math.min(...[a, b].map((type) => type.kind === "scalar" ? type.limit ?? 64 : 64));
var treatmentOf = ({ class: name, treatment }) => {
  if (treatment === "pass") return { kind: "pass" };
  return treatment === "redact" ? { kind: "redact", class: name } : { kind: "mask", mask: treatment, class: name };
};
var masked = (sight, type, values, catalog) => {
  const cell = compileCell(treatmentOf(sight), type, 0, { types: catalog, keys });
  if (cell === void 0) return values;
  const out = byteSink(64);
  return values.map((value) => {
    const bytes = Buffer.from(value);
    out.reset();
    const shown2 = cell(bytes, 0, bytes.length, out) ? out.bytes.toString("utf8", 0, out.length) : "";
    return shown2.trimEnd().replace(/\.0+$/, "");
  });
};
var sameSpec = (a, b) => a.class === b.class && JSON.stringify(a.treatment) === JSON.stringify(b.treatment);
var showsNothing = ({ treatment }) => treatment === "redact";
var lookSame = (a, b, catalog) => {
  if (showsNothing(a) && showsNothing(b)) return true;
  const here = resolveType(a.column.type, a.column.typmod, catalog);
  const there = resolveType(b.column.type, b.column.typmod, catalog);
  const values = here.kind === "scalar" && there.kind === "scalar" && probes[there.scalar.family] !== void 0 ? probes[here.scalar.family] : void 0;
  if (values === void 0) return sameSpec(a, b);
  const length = shortest(here, there);
  const tried2 = values.map((value) => value.slice(0, length));
  const seen = masked(b, there, tried2, catalog);
  return masked(a, here, tried2, catalog).every((value, index) => value === seen[index]);
};

// src/coverage/checks/foreign-keys.ts
var text = ({ relation, column }) => columnName(relation, column);
var keyOf = ({ relation, column }) => columnKey(relation.oid, column.attnum);
var classIn = ({ bound }, located) => bound.classOf(keyOf(located));
var oncePerColumn = (all) => {
  const seen = /* @__PURE__ */ new Set();
  return all.filter(({ subject }) => !seen.has(subject) && seen.add(subject));
};
var missingClass = ({ policy }, database) => {
  const readers = readersOf(policy, database.name);
  return keyPairs(database.catalog).flatMap(({ from, to }) => {
    const [here, there] = [classIn(database, from), classIn(database, to)];
    if (here === void 0 === (there === void 0)) return [];
    const [bare, known3, className] = here === void 0 ? [from, to, there?.class ?? ""] : [to, from, here.class];
    if (database.bound.exempt.has(keyOf(bare)) || readersOfRelation(readers, bare.relation).length === 0) return [];
    return [
      {
        subject: `${database.name}/${text(bare)}`,
        message: `${text(bare)} has no class and is shown as it is: by a foreign key it holds the values of ${text(known3)} (class ${className}).`,
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
  find: (examined) => examined.databases.flatMap((database) => oncePerColumn(missingClass(examined, database)))
};
var seeBy = (veil) => (classified, { column }) => {
  const mask = veil.of(classified.column) === void 0 ? "pass" : veil.maskOf(classified) ?? "redact";
  const treatment = typeof mask === "object" && mask.transform === "redact" ? "redact" : mask;
  return { column, class: classified.class, treatment };
};
var differentMasks = ({ policy, now }, database) => {
  const { bound, catalog, name } = database;
  const readers = readersOf(policy, name);
  const sights2 = new Map(readers.map(({ grant }) => [grant, seeBy(veilOf(bound, grant, now))]));
  return keyPairs(catalog).flatMap(({ from, to }) => {
    const [here, there] = [classIn(database, from), classIn(database, to)];
    if (here === void 0 || there === void 0) return [];
    const both = readersOfRelation(readersOfRelation(readers, from.relation), to.relation);
    const differs = both.filter(({ grant }) => {
      const see = sights2.get(grant);
      return see !== void 0 && !lookSame(see(here, from), see(there, to), catalog);
    });
    if (differs.length === 0) return [];
    const sees = differs.length === 1 ? "sees" : "see";
    return [
      {
        subject: `${name}/${text(from)}`,
        message: `${text(from)} (class ${here.class}) references ${text(to)} (class ${there.class}): ${listed(differs.map(({ principal }) => principal))} ${sees} the same value differently on either side, and cannot match rows.`,
        position: here.origin.line === void 0 ? policy.position(["classification", "columns"]) : { line: here.origin.line, column: here.origin.column ?? 1 },
        column: foundColumn(name, from),
        ...here.class === there.class ? {
          remedy: "Reveal both columns or neither, and choose a mask that gives one token for both of their types, or redact.",
          yaml: void 0
        } : { remedy: "Give both columns one class.", yaml: `    ${yaml(text(from))}: ${there.class}` }
      }
    ];
  });
};
var foreignKeyMask = {
  id: "PGV011",
  name: "foreign-key-mask",
  severity: "warning",
  title: "Foreign key with different masks on its sides",
  help: "Both sides of a foreign key hold the same values. In two classes they get different masks, or the same mask with different keys; in one class a hash is another for another type or length, and a reveal may hold for one side only. Rows that belong together then no longer look so, and what one side hides the other may show.",
  looksAt: "catalog",
  find: (examined) => examined.databases.flatMap((database) => oncePerColumn(differentMasks(examined, database)))
};

// src/coverage/checks/loosened.ts
init_define_navigator();

// src/coverage/loosening/index.ts
init_define_navigator();

// src/coverage/loosening/audit.ts
init_define_navigator();

// src/coverage/loosening/types.ts
init_define_navigator();
var loosened = (subject, says, path, more = {}) => ({
  subject,
  message: `The change of the policy ${says}.`,
  path,
  ...more
});
var same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
var paired = (before, after) => ({
  both: [...after].flatMap(([name, now]) => {
    const was = before.get(name);
    return was === void 0 ? [] : [[name, was, now]];
  }),
  added: [...after.keys()].filter((name) => !before.has(name))
});

// src/coverage/loosening/audit.ts
var auditOf = ({ document }) => document.audit;
var log = {
  keys: ["audit", "audit.file", "audit.record-rows", "audit.checkpoint-every", "audit.signing-key"],
  find: ({ before, after }) => {
    const [was, is] = [auditOf(before), auditOf(after)];
    const at2 = (key2, says) => loosened(`audit.${key2}`, says, ["audit", key2]);
    return [
      ...was.file === void 0 || was.file === is.file ? [] : [at2("file", "writes the audit to another file")],
      ...is["record-rows"] < was["record-rows"] ? [at2("record-rows", "keeps fewer rows of results in the audit")] : [],
      ...is["checkpoint-every"] > was["checkpoint-every"] ? [at2("checkpoint-every", "signs the audit less often")] : [],
      ...was["signing-key"] === void 0 || same(was["signing-key"], is["signing-key"]) ? [] : [at2("signing-key", "signs the audit with another key")]
    ];
  }
};
var sinksOf = (policy) => new Map(Object.entries(auditOf(policy).sinks));
var destination = ({ required: _required, timeout: _timeout, ...rest }) => ({
  ...rest,
  lock: void 0
});
var lockOf = (sink) => sink.kind === "s3" && sink.lock !== void 0 ? { days: sink.lock.days, compliance: sink.lock.mode === "compliance" } : { days: 0, compliance: false };
var changed = ([name, was, is]) => {
  const at2 = (key2, says) => loosened(`sink ${name} ${key2}`, says, ["audit", "sinks", name]);
  const [lock, held2] = [lockOf(is), lockOf(was)];
  return [
    ...same(destination(was), destination(is)) ? [] : [at2("destination", `sends the audit of store ${name} elsewhere`)],
    ...was.required && !is.required ? [at2("required", `no longer waits for audit store ${name}`)] : [],
    ...is.timeout > was.timeout ? [at2("timeout", `waits longer before audit store ${name} counts as failing`)] : [],
    ...lock.days < held2.days || held2.compliance && !lock.compliance ? [at2("lock", `lets objects of audit store ${name} be removed sooner`)] : []
  ];
};
var sinkKeys = [
  "kind",
  "required",
  "timeout",
  "path",
  "endpoint",
  "region",
  "bucket",
  "prefix",
  "access-key-id",
  "secret-access-key",
  "session-token",
  "lock",
  "lock.mode",
  "lock.days",
  "headers",
  "servers",
  "subject",
  "token",
  "credentials",
  "url",
  "table"
].map((key2) => `audit.sinks.*.${key2}`);
var sinks = {
  keys: ["audit.sinks", ...sinkKeys],
  find: ({ before, after }) => {
    const [was, is] = [sinksOf(before), sinksOf(after)];
    const gone = [...was.keys()].filter((name) => !is.has(name));
    return [
      ...gone.map((name) => loosened(`sink ${name}`, `gives up audit store ${name}`, ["audit", "sinks"])),
      ...paired(was, is).both.flatMap(changed)
    ];
  }
};
var audit = [log, sinks];

// src/coverage/loosening/connections.ts
init_define_navigator();
var opened = {
  keys: ["databases"],
  find: ({ before, after }) => paired(before.databases, after.databases).added.map(
    (name) => loosened(`database ${name}`, `opens database ${name}`, ["databases", name])
  )
};
var elsewhere = {
  keys: ["databases.*.database"],
  find: ({ before, after }) => paired(before.databases, after.databases).both.flatMap(
    ([name, was, is]) => was.upstream === is.upstream ? [] : [
      loosened(`database ${name} upstream`, `takes another database of the server for ${name}`, [
        "databases",
        name,
        "database"
      ])
    ]
  )
};
var identityKeys = [
  "provider",
  "audience",
  "token-file",
  "role",
  "region",
  "lifetime",
  "workload-identity-provider",
  "service-account",
  "tenant",
  "client-id"
].map((key2) => `databases.*.credentials.*.identity.${key2}`);
var credentials = {
  keys: ["databases.*.credentials", "databases.*.credentials.*.url", "databases.*.credentials.*.identity", ...identityKeys],
  find: ({ before, after }) => paired(before.databases, after.databases).both.flatMap(
    ([database, was, is]) => paired(was.credentials, is.credentials).both.flatMap(
      ([name, one, other]) => same(one, other) ? [] : [
        loosened(`credential ${name} of ${database}`, `takes credential ${name} of database ${database} from elsewhere`, [
          "databases",
          database,
          "credentials",
          name
        ])
      ]
    )
  )
};
var superusers = {
  keys: ["databases.*.allow-superuser"],
  find: ({ before, after }) => paired(before.databases, after.databases).both.flatMap(
    ([name, was, is]) => is.allowSuperuser && !was.allowSuperuser ? [
      loosened(`superuser of ${name}`, `lets pgveil connect to database ${name} as a superuser`, [
        "databases",
        name,
        "allow-superuser"
      ])
    ] : []
  )
};
var connections = [opened, elsewhere, credentials, superusers];

// src/coverage/loosening/coverage.ts
init_define_navigator();
var rank = (severity) => severities.indexOf(severity);
var lowered = {
  keys: ["coverage", "coverage.severity"],
  find: ({ before, after, severities: builtIn }) => [...builtIn].flatMap(([name, preset]) => {
    const [was, is] = [before, after].map(({ document }) => document.coverage.severity[name] ?? preset);
    return was === void 0 || is === void 0 || rank(is) <= rank(was) ? [] : [
      loosened(`severity of ${name}`, `makes ${name} a ${is}, which was ${was === "error" ? "an" : "a"} ${was}`, [
        "coverage",
        "severity",
        name
      ])
    ];
  })
};
var soon = {
  keys: ["coverage.ends-soon"],
  find: ({ before, after }) => after.document.coverage["ends-soon"] < before.document.coverage["ends-soon"] ? [loosened("ends-soon", "reports reveals later before they end", ["coverage", "ends-soon"])] : []
};
var within = (one, other) => one.finding === other.finding && (other.column === void 0 || one.column === other.column) && one.until <= other.until;
var suppressed = {
  keys: ["coverage.suppress", "coverage.suppress[].finding", "coverage.suppress[].column", "coverage.suppress[].until"],
  find: ({ before, after, now }) => after.document.coverage.suppress.flatMap((one, index) => {
    if (!isActive(one, now) || before.document.coverage.suppress.some((other) => within(one, other))) return [];
    const what2 = one.column === void 0 ? one.finding : `${one.finding} at ${one.column}`;
    return [loosened(`suppression of ${what2}`, `suppresses ${what2} until ${day(one.until)}`, ["coverage", "suppress", index])];
  })
};
var commented = {
  keys: [],
  find: ({ databases, suppressions: before, now }) => databases.flatMap(
    ({ name, comments }) => (comments?.suppressions ?? []).flatMap(({ suppression: one, targets, comment: { place } }) => {
      const held2 = new Set(before.filter((other) => within(one, other.suppression)).flatMap((other) => other.targets));
      if (!isActive(one, now) || targets.every((target) => held2.has(target))) return [];
      return [
        {
          subject: `${name}/suppression of ${one.finding} at ${targets.join(" ")}`,
          message: `A comment of the change suppresses ${one.finding} at ${listed(targets)} until ${day(one.until)}: it holds once it is in the base.`,
          path: ["coverage"],
          place
        }
      ];
    })
  )
};
var gate = [lowered, soon, suppressed, commented];

// src/coverage/loosening/grants.ts
init_define_navigator();
var heldBy = (policy, principal, database) => {
  const rule = policy.principals.find(({ name }) => name === principal);
  const verdict = rule && grantFor(policy, { name: principal, groups: rule.groups, claims: {} }, database);
  return verdict?.ok === true ? verdict : void 0;
};
var common = ({ before, after }) => after.principals.filter(({ name }) => before.principals.some((other) => other.name === name)).flatMap(
  ({ name }) => [...after.databases.keys()].filter((database) => before.databases.has(database)).map((database) => ({ principal: name, database }))
);
var pairs = (change) => common(change).flatMap(({ principal, database }) => {
  const was = heldBy(change.before, principal, database);
  const is = heldBy(change.after, principal, database);
  return was === void 0 || is === void 0 ? [] : [{ principal, database, was, is }];
});
var pathOf = ({ name }, ...more) => [
  "grants",
  Number(/\d+/.exec(name)?.[0] ?? 0),
  ...more
];
var compares = (key2, says, ...more) => ({
  keys: [`grants[].${key2}`, ...more],
  find: (change) => pairs(change).flatMap((pair) => {
    const said = says(pair, change);
    const subject = `${pair.database}/${key2} of ${pair.principal}`;
    return said === void 0 ? [] : [loosened(subject, said, pathOf(pair.is.grant, key2))];
  })
});
var granted = {
  keys: ["grants", "grants[].to", "grants[].databases", "principals.*.groups"],
  find: (change) => common(change).flatMap(({ principal, database }) => {
    const is = heldBy(change.after, principal, database);
    if (is === void 0 || heldBy(change.before, principal, database) !== void 0) return [];
    return [loosened(`${database}/grant of ${principal}`, `gives ${principal} database ${database}`, pathOf(is.grant))];
  })
};
var accesses = ["read", "write", "ddl"];
var levels = ["strict", "standard", "open"];
var access = compares(
  "access",
  ({ principal, was, is }) => accesses.indexOf(is.grant.access) > accesses.indexOf(was.grant.access) ? `gives ${principal} access ${is.grant.access}, which was ${was.grant.access}` : void 0
);
var inference = compares(
  "inference",
  ({ principal, was, is }) => levels.indexOf(is.grant.inference) > levels.indexOf(was.grant.inference) ? `lets ${principal} infer more: inference is ${is.grant.inference}, and was ${was.grant.inference}` : void 0
);
var credential = compares(
  "credential",
  ({ principal, database, was, is }) => is.credential === was.credential ? void 0 : `connects ${principal} to database ${database} by credential ${is.credential}, not ${was.credential}`
);
var functions = compares("functions", ({ principal, was, is }) => {
  const known3 = new Set(was.grant.functions.map(({ text: text2 }) => text2));
  const added2 = is.grant.functions.map(({ text: text2 }) => text2).filter((text2) => !known3.has(text2));
  return added2.length === 0 ? void 0 : `takes the word of the policy for ${listed(added2)} when ${principal} calls it`;
});
var relations = compares(
  "relations",
  ({ principal, database, was, is }, { databases }) => {
    const catalog = databases.find(({ name }) => name === database)?.catalog;
    const opened2 = [...catalog?.relations() ?? []].filter((relation) => allowsRelation(is.grant, relation) && !allowsRelation(was.grant, relation)).map(relationName).toSorted();
    return opened2.length === 0 ? void 0 : `opens ${listed(opened2)} to ${principal}`;
  },
  "grants[].relations.allow",
  "grants[].relations.deny"
);
var grants = [granted, access, inference, credential, functions, relations];

// src/coverage/loosening/identity.ts
init_define_navigator();
var identityOf = ({ document }) => document.identity;
var issuersOf = (policy) => {
  const { issuers: issuers2, audience } = identityOf(policy);
  return new Map(Object.entries(issuers2).map(([name, issuer]) => [name, { ...issuer, takes: issuer.audience ?? audience }]));
};
var issuers = {
  keys: [
    "identity.audience",
    "identity.issuers",
    "identity.issuers.*.issuer",
    "identity.issuers.*.audience",
    "identity.issuers.*.algorithms",
    "identity.issuers.*.required-claims"
  ],
  find: ({ before, after }) => (
    // A new issuer lets nobody in: a principal has to name it.
    paired(issuersOf(before), issuersOf(after)).both.flatMap(([name, was, is]) => {
      const one = (key2, says) => loosened(`issuer ${name} ${key2}`, says, ["identity", "issuers", name, key2]);
      const { algorithms } = is;
      return [
        ...was.issuer === is.issuer ? [] : [one("issuer", `takes another issuer for ${name}`)],
        ...was.takes === is.takes ? [] : [one("audience", `takes tokens of issuer ${name} for another audience`)],
        ...algorithms.every((algorithm) => was.algorithms.includes(algorithm)) ? [] : [one("algorithms", `takes more signature algorithms of issuer ${name}`)],
        ...was["required-claims"].every((claim) => is["required-claims"].includes(claim)) ? [] : [one("required-claims", `asks tokens of issuer ${name} for fewer claims`)]
      ];
    })
  )
};
var verifiers = {
  keys: ["identity.local", "identity.local.verifiers"],
  find: ({ before, after }) => {
    const [was, is] = [identityOf(before).local?.verifiers, identityOf(after).local?.verifiers];
    return was === void 0 || is === void 0 || was === is ? [] : [loosened("verifiers", "takes passwords from another file", ["identity", "local", "verifiers"])];
  }
};
var sessions = {
  keys: ["identity.session", "identity.session.max-age"],
  find: ({ before, after }) => identityOf(after).session["max-age"] > identityOf(before).session["max-age"] ? [loosened("session max-age", "lets session credentials live longer", ["identity", "session", "max-age"])] : []
};
var identity = [issuers, verifiers, sessions];

// src/coverage/loosening/limits.ts
init_define_navigator();
var bounds = {
  connections: "connections",
  statements: "statements in a session",
  "statement-time": "time for a statement",
  rows: "rows of a result",
  bytes: "bytes of a result",
  lookups: "comparisons of classified columns in a session"
};
var limits = {
  keys: ["limits", ...Object.keys(bounds).map((key2) => `limits.${key2}`)],
  find: ({ before, after }) => {
    const [was, is] = [before, after].map(({ document }) => new Map(Object.entries(document.limits)));
    return Object.entries(bounds).flatMap(
      ([key2, what2]) => (is?.get(key2) ?? Infinity) > (was?.get(key2) ?? Infinity) ? [loosened(`limits.${key2}`, `allows more ${what2}`, ["limits", key2])] : []
    );
  }
};
var scopes = ["run", "repository", "key"];
var scope = {
  keys: ["masking", "masking.scope"],
  find: ({ before, after }) => {
    const [was, is] = [before.document.masking.scope, after.document.masking.scope];
    return scopes.indexOf(is) > scopes.indexOf(was) ? [loosened("masking.scope", `makes masked values the same by ${is}, not by ${was} only`, ["masking", "scope"])] : [];
  }
};
var key = {
  keys: ["masking.key"],
  find: ({ before, after }) => {
    const [was, is] = [before.document.masking.key, after.document.masking.key];
    return is === void 0 || same(was, is) ? [] : [loosened("masking.key", "takes the key of masks from elsewhere", ["masking", "key"])];
  }
};
var levels2 = ["mask", "report", "off"];
var detect = {
  keys: ["detect"],
  find: ({ before, after }) => {
    const [was, is] = [before.document.detect, after.document.detect];
    return levels2.indexOf(is) > levels2.indexOf(was) ? [loosened("detect", `does less about columns without a class: detect is ${is}, and was ${was}`, ["detect"])] : [];
  }
};
var lookup = {
  keys: ["classes.*.lookup"],
  find: ({ before, after }) => paired(before.classes, after.classes).both.flatMap(
    ([name, was, is]) => is.lookup && !was.lookup ? [
      loosened(`lookup of class ${name}`, `lets conditions compare class ${name} with constants`, [
        "classes",
        name,
        "lookup"
      ])
    ] : []
  )
};
var ordered = [limits, scope, key, detect, lookup];

// src/coverage/loosening/principals.ts
init_define_navigator();
var byName = (principals2) => new Map(principals2.map((principal) => [principal.name, principal]));
var within2 = (pattern, others) => others.some((other) => other === pattern || other === "*" || !pattern.includes("*") && glob(other).test(pattern));
var added = {
  keys: ["principals"],
  find: ({ before, after }) => {
    const known3 = byName(before.principals);
    const granted2 = new Set(
      [...after.databases.keys()].flatMap((name) => readersOf(after, name).map(({ principal }) => principal))
    );
    return after.principals.filter(({ name }) => !known3.has(name) && granted2.has(name)).map(({ name }) => loosened(`principal ${name}`, `lets principal ${name} in`, ["principals", name]));
  }
};
var widened = ([name, was, is]) => {
  const at2 = (key2, says) => loosened(`principal ${name} ${key2}`, says, ["principals", name]);
  const claims = Object.entries(was.claims).flatMap(([claim, patterns]) => {
    const now = is.claims[claim];
    if (now === void 0) return [at2(claim, `no longer asks principal ${name} for claim ${claim}`)];
    return now.every((pattern) => within2(pattern, patterns)) ? [] : [at2(claim, `takes more values of claim ${claim} for principal ${name}`)];
  });
  return [
    ...is.issuer === void 0 || is.issuer === was.issuer ? [] : [at2("issuer", `takes tokens of another issuer for principal ${name}`)],
    ...is.local === void 0 || is.local === was.local ? [] : [at2("local", `takes another password for principal ${name}`)],
    ...is.issuer === void 0 ? [] : claims
  ];
};
var matches = {
  keys: ["principals.*.match", "principals.*.match.issuer", "principals.*.local"],
  find: ({ before, after }) => paired(byName(before.principals), byName(after.principals)).both.flatMap(widened)
};
var tried = (principals2) => {
  const found6 = /* @__PURE__ */ new Map();
  for (const { name, issuer } of principals2) {
    if (issuer !== void 0) found6.set(issuer, [...found6.get(issuer) ?? [], name]);
  }
  return found6;
};
var order = {
  keys: ["principals"],
  find: ({ before, after }) => paired(tried(before.principals), tried(after.principals)).both.flatMap(([issuer, was, is]) => {
    const left = was.filter((name) => is.includes(name));
    const last = was.findLastIndex((name) => is.includes(name));
    const gone = was.some((name, index) => index < last && !is.includes(name));
    return gone || !same(
      left,
      is.filter((name) => was.includes(name))
    ) ? [
      loosened(`principals of ${issuer}`, `tries the principals of issuer ${issuer} in another order, or leaves some out`, [
        "principals"
      ])
    ] : [];
  })
};
var principals = [added, matches, order];

// src/coverage/loosening/sights.ts
init_define_navigator();
var sightsAt = (policy, bound, now) => {
  const readers = new Map(
    readersOf(policy, bound.database).map(({ principal, grant }) => [principal, { grant, veil: veilOf(bound, grant, now) }])
  );
  return (principal, key2, { relation }) => {
    const reader = readers.get(principal);
    if (reader === void 0 || !allowsRelation(reader.grant, relation)) return { kind: "nothing" };
    const classified = reader.veil.of(key2);
    return classified === void 0 ? { kind: "raw" } : { kind: "masked", mask: reader.veil.maskOf(classified) };
  };
};
var blank = /* @__PURE__ */ new Set(["redact", "null", "fixed"]);
var showsMore = (was, is) => is !== void 0 && !blank.has(is.transform) && !same(was, is);
var classifiedBefore = (bound, { catalog, name }) => [...bound.classified.values()].flatMap(({ column: key2, class: className, origin }) => {
  const located = origin.source === "system-pack" ? void 0 : locate(catalog, key2);
  return located === void 0 ? [] : [{ name, located, key: key2, class: className }];
});
var moments = ({ before, now }) => [
  now,
  ...new Set(before.grants.flatMap(({ reveals }) => reveals.map(({ until }) => until).filter((until) => until > now)))
];
var bothOf = ({ before, after }, database) => {
  const { catalog, bound, name } = database;
  if (!before.databases.has(name)) return void 0;
  const old = bindPolicy(before, catalog, name);
  return {
    principals: readersOf(after, name).map(({ principal }) => principal),
    columns: classifiedBefore(old, database),
    at: (moment) => ({ seen: sightsAt(before, old, moment), sees: sightsAt(after, bound, moment) })
  };
};
var shownIn = (change, database) => {
  const both = bothOf(change, database);
  if (both === void 0) return [];
  const sights2 = moments(change).map((moment) => ({ moment, ...both.at(moment) }));
  return both.columns.flatMap(({ name, key: key2, located, class: className }) => {
    const column = columnName(located.relation, located.column);
    for (const { moment, seen, sees } of sights2) {
      const shown2 = both.principals.filter(
        (principal) => sees(principal, key2, located).kind === "raw" && seen(principal, key2, located).kind !== "raw"
      );
      if (shown2.length === 0) continue;
      const until = moment === change.now ? "" : ` beyond ${day(moment)}`;
      return [
        loosened(
          `${name}/${column} ${shown2.join(" ")}`,
          `shows ${column} (class ${className}) as it is to ${listed(shown2)}${until}`,
          ["classification"],
          { column: foundColumn(name, located) }
        )
      ];
    }
    return [];
  });
};
var maskName = (mask) => mask?.transform ?? "redact";
var maskedIn = (change, database) => {
  const both = bothOf(change, database);
  if (both === void 0) return [];
  const { seen, sees } = both.at(change.now);
  const groups = /* @__PURE__ */ new Map();
  for (const one of both.columns) {
    for (const principal of both.principals) {
      const [was, is] = [seen, sees].map((sight) => sight(principal, one.key, one.located));
      if (was?.kind !== "masked" || is?.kind !== "masked" || !showsMore(was.mask, is.mask)) continue;
      const [from, to] = [maskName(was.mask), maskName(is.mask)];
      const how = from === to ? `with other options of ${to}` : `by ${to} in place of ${from}`;
      const id = `${one.class} ${principal} ${JSON.stringify([was.mask, is.mask])}`;
      const group = groups.get(id) ?? { one, says: `for ${principal} ${how}`, columns: [] };
      groups.set(id, group);
      group.columns.push(columnName(one.located.relation, one.located.column));
    }
  }
  return [...groups.values()].map(
    ({ one, says, columns }) => loosened(
      `${one.name}/masks of class ${one.class} ${says}`,
      `masks ${listed(columns)} (class ${one.class}) ${says}`,
      ["classes", one.class],
      { column: foundColumn(one.name, one.located) }
    )
  );
};
var classificationKeys = [
  "comments",
  "comment-syntax",
  "foreign-keys",
  "security-labels",
  "labels",
  "dbt",
  "tags",
  "prisma",
  "columns"
].map((key2) => `classification.${key2}`);
var revealKeys = ["class", "column", "until"].map((key2) => `grants[].reveal[].${key2}`);
var shown = {
  keys: ["classification", ...classificationKeys, "grants[].reveal", ...revealKeys],
  find: (change) => change.databases.flatMap((database) => shownIn(change, database))
};
var masked2 = {
  keys: ["classes", "classes.*.mask", "grants[].masks"],
  find: (change) => change.databases.flatMap((database) => maskedIn(change, database))
};
var sights = [shown, masked2];

// src/coverage/loosening/index.ts
var loosenings = [
  ...sights,
  ...grants,
  ...principals,
  ...identity,
  ...connections,
  ...ordered,
  ...audit,
  ...gate
];

// src/coverage/checks/loosened.ts
var foundOf = ({ subject, message, column, place }, at2) => ({
  subject,
  message,
  position: at2,
  place: place ?? at2,
  column,
  remedy: "Leave it as the base has it. Where it has to change, have those who own the policy change it, on its own.",
  yaml: void 0
});
var policyLoosened = {
  id: "PGV019",
  name: "policy-loosened",
  severity: "error",
  title: "Change that loosens the policy",
  help: "A pull request changes the policy that judges it, so that more is shown, more is let in, or less is said: a column as it is or by another mask, a principal, a grant, a claim that is no longer asked for, a limit, the audit, a severity, a suppression, be it an SQL comment. The severity of this finding is the one that the base says.",
  looksAt: "change",
  find: ({ policy, base, databases, now }, { severities: severities2 }) => {
    if (base === void 0) return [];
    const change = {
      before: base.policy,
      after: policy,
      databases,
      suppressions: base.suppressions ?? [],
      severities: severities2,
      now
    };
    return loosenings.flatMap(
      ({ find: find2 }) => find2(change).map((one) => foundOf(one, { file: policy.file, ...policy.position(one.path) }))
    );
  }
};

// src/coverage/checks/mask-beside.ts
init_define_navigator();

// src/coverage/masked-columns.ts
init_define_navigator();
var saidByParent = ({ relation, column }, className, { catalog, bound }, readers) => relation.parents.some((oid) => {
  const parent = catalog.relation(oid);
  const same2 = parent?.columns.find(({ name }) => name === column.name);
  if (parent === void 0 || same2 === void 0) return false;
  if (bound.classOf(columnKey(oid, same2.attnum))?.class !== className) return false;
  const above = new Set(readersOfRelation(readers, parent));
  return readersOfRelation(readers, relation).every((reader) => above.has(reader));
});
var known = /* @__PURE__ */ new WeakMap();
var maskedColumns = (examined, database) => {
  const found6 = known.get(database) ?? findColumns(examined, database);
  known.set(database, found6);
  return found6;
};
var findColumns = ({ policy, now }, database) => {
  const { bound, catalog, name } = database;
  const readers = readersOf(policy, name);
  const veils = new Map(readers.map(({ grant }) => [grant, veilOf(bound, grant, now)]));
  return [...bound.classified.values()].flatMap((classified) => {
    const located = locate(catalog, classified.column);
    if (located === void 0 || saidByParent(located, classified.class, database, readers)) return [];
    const masks = readersOfRelation(readers, located.relation).flatMap(({ principal, grant }) => {
      const veil = veils.get(grant);
      const mask = veil?.of(classified.column) === void 0 ? void 0 : veil.maskOf(classified);
      return mask === void 0 ? [] : [{ principal, grant, mask }];
    });
    return [{ classified, located, masks }];
  });
};
var positionOf = (policy, className, { grant }) => grant.masks.has(className) ? grant.position : policy.classes.get(className)?.position ?? policy.position(["classes"]);

// src/coverage/checks/mask-beside.ts
var inVain = ({ mask, grant }, { located: { relation } }, { bound }) => {
  const meant2 = besideOf(mask);
  if (meant2 === void 0) return void 0;
  if (grant.access !== "read") return "and the grant may write that column";
  if (!"rpf".includes(relation.kind)) return "and the rows of a view are not stored";
  if (besideColumn(meant2, relation, bound) !== void 0) return void 0;
  return "names" in meant2 ? `and the table has no ${meant2.names.join(" or ")}` : `and the table has not just one column of class ${meant2.class}`;
};
var findIn2 = (examined, database) => maskedColumns(examined, database).flatMap((masked3) => {
  const { classified, located, masks } = masked3;
  const vain = masks.flatMap((worn2) => {
    const why2 = inVain(worn2, masked3, database);
    return why2 === void 0 ? [] : [{ worn: worn2, why: why2 }];
  });
  const [first] = vain;
  if (first === void 0) return [];
  const column = columnName(located.relation, located.column);
  const { worn, why } = first;
  return [
    {
      subject: `${database.name}/${column}`,
      message: `Mask ${worn.mask.transform} of class ${classified.class} goes by another column, ${why}: ${listed(vain.map((one) => one.worn.principal))} ${vain.length === 1 ? "gets" : "get"} ${column} redacted.`,
      position: positionOf(examined.policy, classified.class, worn),
      column: foundColumn(database.name, located),
      remedy: "Give the column a class of its own under classification, with a mask that goes by its value alone.",
      yaml: void 0
    }
  ];
});
var maskBeside = {
  id: "PGV026",
  name: "mask-beside",
  severity: "warning",
  title: "Mask that goes by a column that is not there",
  help: "`date-shift` with `subject` and `when` with `column` or `class` go by another column of the same row. Where the table has no such column, where the relation is a view, or where the grant may write, every value is redacted. Nothing leaks, and the mask does not do what it was chosen for.",
  looksAt: "catalog",
  find: (examined) => examined.databases.flatMap((database) => findIn2(examined, database))
};

// src/coverage/checks/mask-strength.ts
init_define_navigator();

// src/coverage/by-type.ts
init_define_navigator();
var byType = (judge) => {
  const known3 = /* @__PURE__ */ new WeakMap();
  return (mask, className, column, catalog) => {
    const masks = known3.get(catalog) ?? /* @__PURE__ */ new Map();
    known3.set(catalog, masks);
    const types = masks.get(mask) ?? /* @__PURE__ */ new Map();
    masks.set(mask, types);
    const key2 = `${String(column.type)} ${String(column.typmod)} ${className}`;
    const before = types.get(key2);
    if (before !== void 0 || types.has(key2)) return before;
    const found6 = judge(mask, className, column, catalog);
    types.set(key2, found6);
    return found6;
  };
};

// src/coverage/checks/mask-strength.ts
var weakness = byType(weaknessOf);
var findIn3 = (examined, database) => maskedColumns(examined, database).flatMap(({ classified, located, masks }) => {
  const { relation, column } = located;
  const weak = masks.flatMap((worn) => {
    const why = weakness(worn.mask, classified.class, column, database.catalog);
    return why === void 0 ? [] : [{ worn, why }];
  });
  const [first] = weak;
  if (first === void 0) return [];
  const text2 = columnName(relation, column);
  const whom = weak.length === masks.length ? "" : ` for ${listed(weak.map(({ worn }) => worn.principal))}`;
  return [
    {
      subject: `${database.name}/${text2}`,
      message: `Mask ${first.worn.mask.transform} of class ${classified.class} gives too much away on ${text2}${whom}: ${first.why}.`,
      position: positionOf(examined.policy, classified.class, first.worn),
      column: foundColumn(database.name, located),
      remedy: "Change the options of the mask, choose another, as redact or hash, or give the column a class of its own with a stronger one.",
      yaml: void 0
    }
  ];
});
var maskStrength = {
  id: "PGV020",
  name: "mask-strength",
  severity: "warning",
  title: "Mask that gives too much away on a column",
  help: "What a mask gives away depends on its options, on the type, and on what the class holds: two digits of a PIN of four still leave a hundred to try, a number that is rounded to a step below the last digit of its type stays as it is, and a date of birth that is cut to its day is one still. docs/gate.md has the limits.",
  looksAt: "catalog",
  find: (examined) => examined.databases.flatMap((database) => findIn3(examined, database))
};

// src/coverage/checks/mask-type.ts
init_define_navigator();
var typeName = ({ catalog }, oid) => formatType(catalog, oid) || `type ${String(oid)}`;
var misfitOf = byType((mask, _className, column, catalog) => misfit(mask, column, catalog));
var findIn4 = (examined, database) => {
  const { catalog, name } = database;
  return maskedColumns(examined, database).flatMap(({ classified, located, masks }) => {
    const { relation, column } = located;
    const misfits = masks.flatMap((worn2) => {
      const bad2 = misfitOf(worn2.mask, classified.class, column, catalog);
      return bad2 === void 0 ? [] : [{ worn: worn2, bad: bad2 }];
    });
    const [first] = misfits;
    if (first === void 0) return [];
    const text2 = columnName(relation, column);
    const { worn, bad } = first;
    const whole = bad === worn.mask;
    const mask = whole ? bad.transform : `${bad.transform} inside ${worn.mask.transform}`;
    const what2 = whole ? "redacted values" : "what it masks redacted";
    return [
      {
        subject: `${name}/${text2}`,
        message: `Mask ${mask} of class ${classified.class} does not work on ${text2} (${typeName(database, column.type)}): ${listed(misfits.map((one) => one.worn.principal))} ${misfits.length === 1 ? "gets" : "get"} ${what2}.`,
        position: positionOf(examined.policy, classified.class, worn),
        column: foundColumn(name, located),
        ...whole ? {
          remedy: "Give the column a class of its own under classification, with a mask that fits the type, as redact does.",
          yaml: `    ${yaml(text2)}: ${classified.class}-${typeName(database, column.type).replaceAll(/\W/g, "")}`
        } : {
          remedy: "Choose a mask for that part that works on text, or in JSON on numbers; or redact, which says what happens.",
          yaml: void 0
        }
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
init_define_navigator();

// src/coverage/token-collisions.ts
init_define_navigator();
var bitsPerDigit = 4;
var hashBits = ({ options }, type) => {
  if (type.scalar.family !== "text") return tokenBits(type);
  const digits = textToken(type, Number(options["length"]), String(options["prefix"]))?.digits;
  return digits && digits * bitsPerDigit;
};
var emailBits = ({ options }, { limit }) => {
  const domain = options["domain"] === "drop" ? 0 : 1 + String(options["replacement"]).length;
  return bitsPerDigit * Math.min(12, (limit ?? Number.POSITIVE_INFINITY) - 2 - domain);
};
var bits = {
  hash: hashBits,
  email: emailBits
};
var chance = 0.01;
var manyRows = 1e6;
var collidingRows = (mask, type) => {
  const width = bits[mask.transform]?.(mask, type);
  if (width === void 0) return void 0;
  const rows = Math.sqrt(2 * chance * 2 ** width);
  return rows < manyRows ? Number(rows.toPrecision(2)) : void 0;
};

// src/coverage/checks/mask-unique.ts
var mergerOf = byType((mask, _className, column, catalog) => {
  const isJoinable = transforms.get(mask.transform)?.joinable === true && besideOf(mask) === void 0;
  if (!isJoinable || !maskFits(mask, column, catalog)) {
    return "can make different values equal";
  }
  const type = resolveType(column.type, column.typmod, catalog);
  const rows = type.kind === "scalar" ? collidingRows(mask, type) : void 0;
  return rows === void 0 ? void 0 : `has so short a token for it that two of ${rows.toLocaleString("en")} rows are equal in one of a hundred cases`;
});
var mergedIn = (examined, database) => maskedColumns(examined, database).flatMap((column) => {
  const merging = column.masks.map((worn) => ({
    worn,
    how: mergerOf(worn.mask, column.classified.class, column.located.column, database.catalog)
  }));
  const how = merging.find((one) => one.how !== void 0)?.how;
  return how === void 0 ? [] : [{ column, how, worn: merging.filter((one) => one.how !== void 0).map(({ worn }) => worn) }];
});
var keysOf = ({ constraints, uniqueIndexes }) => [
  ...constraints.filter(({ kind }) => kind === "p" || kind === "u"),
  ...uniqueIndexes ?? []
];
var holdsAnyway = ({ attnums }, keys2, isMerging) => {
  const left = new Set(attnums.filter((one) => !isMerging(one)));
  return keys2.some((one) => one.attnums.every((part) => left.has(part)));
};
var brokenFor = ({ relation, column }, isMerging) => {
  const keys2 = keysOf(relation);
  return keys2.filter((one) => one.attnums.find(isMerging) === column.attnum).filter((one) => !holdsAnyway(one, keys2, isMerging)).toSorted((a, b) => a.attnums.length - b.attnums.length)[0];
};
var findIn5 = (examined, database) => {
  const merged = mergedIn(examined, database);
  const merging = new Set(merged.map(({ column }) => column.classified.column));
  return merged.flatMap(({ column: { classified, located }, how, worn }) => {
    const { relation, column } = located;
    const broken = brokenFor(located, (attnum) => merging.has(columnKey(relation.oid, attnum)));
    const [first] = worn;
    if (broken === void 0 || first === void 0) return [];
    const text2 = columnName(relation, column);
    const others = relation.columns.filter(({ attnum }) => attnum !== column.attnum && broken.attnums.includes(attnum));
    const together = others.length === 0 ? "" : ` together with ${listed(others.map(({ name }) => name))}`;
    const where = others.length === 0 ? "" : ", unless the rows differ in what is left of it";
    return [
      {
        subject: `${database.name}/${text2}`,
        message: `${text2} is unique${together} (${broken.name}), and mask ${first.mask.transform} of class ${classified.class} ${how}: a dump that ${listed(worn.map(({ principal }) => principal))} ${worn.length === 1 ? "takes" : "take"} breaks the constraint where it is restored${where}.`,
        position: positionOf(examined.policy, classified.class, first),
        column: foundColumn(database.name, located),
        remedy: "Where dumps are to be restored, choose a mask that is joinable in docs/masks.md, as hash, email and encrypt are, in a column with room for its token.",
        yaml: void 0
      }
    ];
  });
};
var maskUnique = {
  id: "PGV021",
  name: "mask-unique",
  severity: "note",
  title: "Unique column whose masked values may be equal",
  help: "A masked dump (pg_dump through pgveil) has the masked values. Where the mask of a primary key or a unique column makes different values equal, the constraint fails when the dump is restored; of a constraint over several columns, where the others do not tell the rows apart. Queries are not affected.",
  looksAt: "catalog",
  find: (examined) => examined.databases.flatMap((database) => findIn5(examined, database))
};

// src/coverage/checks/observed.ts
init_define_navigator();
var grantPosition = ({ policy }, name, database) => {
  const rule = policy.principals.find((principal) => principal.name === name);
  const verdict = rule === void 0 ? void 0 : grantFor(policy, { name, groups: rule.groups, claims: {} }, database);
  return verdict?.ok === true ? verdict.grant.position : policy.position(["principals", name]);
};
var unique = (items, key2) => [
  ...new Map(items.map((item) => [key2(item), item])).values()
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
      const key2 = JSON.stringify([query.principal, query.database, query.refusal.rule]);
      groups.set(key2, [...groups.get(key2) ?? [], query]);
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
init_define_navigator();
var namesOf2 = ({ policy: { document, classification, grants: grants3 } }) => [
  ...classification.map(({ pattern }) => ({
    path: ["classification", "columns", pattern.text],
    what: "classification",
    pattern,
    databases: void 0,
    effect: "it classifies no column"
  })),
  ...grants3.flatMap((grant, index) => [
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
  const relations2 = databases.flatMap(({ catalog }) => [...catalog.relations()].filter(({ kind }) => "rvmfp".includes(kind)));
  if (!isColumn(pattern)) return nearest(pattern.text, relations2.map(relationName));
  const own = relations2.filter((relation) => relationMatches(pattern, relation.schema, relation.name));
  const among = own.length > 0 ? own : relations2;
  return nearest(
    pattern.text,
    among.flatMap((relation) => relation.columns.map((column) => columnName(relation, column)))
  );
};
var find = (examined, exact) => {
  if (examined.databases.length < examined.policy.databases.size) return [];
  return namesOf2(examined).filter((named) => isExact(named.pattern) === exact && !matchesAny(named, examined)).map((named) => {
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
init_define_navigator();
var locatedBy = ({ catalog }, source) => {
  for (const relation of catalog.relations()) {
    if (isSystemSchema(relation.schema) || !source.startsWith(`${relation.schema}.${relation.name}.`)) continue;
    const column = relation.columns.find(({ name }) => source === `${relation.schema}.${relation.name}.${name}`);
    if (column !== void 0) return { relation, column };
  }
  return void 0;
};
var isClassified = ({ bound }, { relation, column }) => {
  const key2 = columnKey(relation.oid, column.attnum);
  return bound.classOf(key2) !== void 0 || bound.exempt.has(key2);
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

// src/coverage/checks/personal.ts
init_define_navigator();
var known2 = /* @__PURE__ */ new WeakMap();
var personalIn = (examined, database) => {
  const found6 = known2.get(database) ?? lookAt(examined, database);
  known2.set(database, found6);
  return found6;
};
var lookAt = ({ policy }, database) => {
  const { catalog, bound, name, sampling } = database;
  const readers = readersOf(policy, name);
  return [...catalog.relations()].flatMap((relation) => {
    const own = isSystemSchema(relation.schema) ? [] : ownColumns(catalog, relation);
    if (own.length === 0 || readersOfRelation(readers, relation).length === 0) return [];
    const looks = looksOf(catalog, relation);
    return own.flatMap((column) => {
      const key2 = columnKey(relation.oid, column.attnum);
      if (bound.classOf(key2) !== void 0 || bound.exempt.has(key2)) return [];
      const detection = withValues(looks[relation.columns.indexOf(column)], sampling?.found.get(key2), catalog, column);
      return detection === void 0 ? [] : [{ located: { relation, column }, detection }];
    });
  });
};
var found2 = ({ policy }, { name }, { located, detection }) => {
  const column = columnName(located.relation, located.column);
  const className = classFor(policy, detection.class);
  const what2 = detection.class === "secret" ? "a secret" : detection.class.replaceAll("_", " ");
  const line = `    ${yaml(column)}: ${yaml(className)}`;
  return {
    subject: `${name}/${column}`,
    message: `${column} looks like ${what2} and has no class: agents see it as it is (${detection.evidence.join("; ")}).`,
    position: policy.position(["classification", "columns"]),
    column: foundColumn(name, located),
    remedy: policy.classes.has(className) ? "Give it a class under classification, or none if its values tell nothing of a person." : `Give it a class under classification, and define class ${className} with a mask; or none if its values tell nothing of a person.`,
    yaml: policy.classification.length > 0 ? line : `classification:
  columns:
${line}`
  };
};
var findBy = (isMeant) => (examined) => examined.databases.flatMap(
  (database) => personalIn(examined, database).filter(({ detection }) => isMeant(detection)).map((one) => found2(examined, database, one))
);
var personalColumn = {
  id: "PGV015",
  name: "personal-column",
  severity: "error",
  title: "Column that looks personal and has no class",
  help: "By its name, its type, its comment and its table, or by its values where `--sample` looks at some, the column holds something of a person, or a secret, and nothing classifies it: agents see its values as they are. Give it a class, by the policy, a comment `@class NAME` or another source of classes; the class `none` says that somebody has looked and its values tell nothing.",
  looksAt: "catalog",
  find: findBy(isSure)
};
var maybePersonal = {
  id: "PGV016",
  name: "maybe-personal",
  severity: "note",
  title: "Column that may be personal and has no class",
  help: "The column has some marks of one that holds something of a person, and as many of one that does not, or it holds what tells nobody apart by itself, such as a city. Have a look, and give it a class or `none`.",
  looksAt: "catalog",
  find: findBy((detection) => !isSure(detection))
};

// src/coverage/checks/principals.ts
init_define_navigator();
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
  const known3 = issuer === void 0 ? void 0 : policy.document.identity.issuers[issuer]?.issuer;
  return known3 !== void 0 && isGithub(known3) && policy.grants.some(({ to }) => grants2(policy.principals, name, to));
});
var grants2 = (principals2, name, to) => to.includes(name) || principals2.some((rule) => rule.name === name && rule.groups.some((group) => to.includes(`group:${group}`)));
var found3 = ({ policy }, rule, says, remedy2, yaml2) => ({
  subject: `principal ${rule.name}`,
  message: `Principal ${rule.name} ${says}.`,
  position: policy.position(["principals", rule.name, "match"]),
  column: void 0,
  remedy: remedy2,
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
    (rule) => found3(
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
    (rule) => found3(
      examined,
      rule,
      "matches jobs of any event, branch and workflow",
      "Match the events that agents are run by, or an environment.",
      "      event_name: [pull_request, workflow_dispatch]"
    )
  )
};

// src/coverage/checks/reveals.ts
init_define_navigator();
var daysMs = 864e5;
var revealsOf = ({ policy }) => policy.grants.flatMap((grant) => grant.reveals.map((reveal) => ({ grant, reveal })));
var what = ({ class: className, column }) => className === void 0 ? `column ${column?.text ?? ""}` : `class ${className}`;
var found4 = (grant, reveal, says, more) => ({
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
    ({ grant, reveal }) => found4(grant, reveal, `ended on ${day(reveal.until)} and is without effect`, {
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
    ({ grant, reveal }) => found4(grant, reveal, `ends on ${day(reveal.until)}`, {
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
    ({ grant, reveal }) => found4(grant, reveal, "gives no reason", {
      remedy: "Say who needs the values, and what for.",
      yaml: "        reason: support agents match tickets to callers"
    })
  )
};

// src/coverage/checks/superuser.ts
init_define_navigator();
var isRefused2 = ({ rights }) => rights.some(({ refused }) => refused);
var heldText = (credentials2) => {
  if (credentials2 === void 0) return ".";
  const held2 = credentials2.filter(isRefused2).map(({ credential: credential2 }) => credential2);
  return held2.length === 0 ? ", and none of its credentials is one." : `, and ${listed(held2)} is one.`;
};
var allowed = (policy, { name }, credentials2) => ({
  subject: `database ${name}`,
  message: `Database ${name} may be used with a superuser or replication credential${heldText(credentials2)}`,
  position: policy.position(["databases", name, "allow-superuser"]),
  column: void 0,
  remedy: "Remove the line, and use a role with only the rights that the grants need.",
  yaml: "    allow-superuser: false"
});
var held = (policy, { name, allowSuperuser }, { credential: credential2, rights }) => {
  const more = rights.filter(({ refused }) => !(refused && allowSuperuser));
  if (more.length === 0) return [];
  const starts = more.some(({ refused }) => refused) ? " pgveil does not start with it." : "";
  return [
    {
      subject: `database ${name} credential ${credential2}`,
      message: `Credential ${credential2} of database ${name} reaches past what pgveil can hold in: ${more.map(({ why }) => why).join("; ")}.${starts}`,
      position: policy.position(["databases", name, "credentials", credential2]),
      column: void 0,
      remedy: "Log in as a role of its own: CREATE ROLE agent_reader LOGIN PASSWORD '\u2026'; GRANT USAGE ON SCHEMA and GRANT SELECT ON TABLE for what the grants name.",
      yaml: void 0
    }
  ];
};
var superuser = {
  id: "PGV014",
  name: "superuser",
  severity: "warning",
  title: "Credential with more rights than a proxy can hold in",
  help: "A superuser can read files, run programs and stream every table; a role that can become one, that row security does not hold for, or that may read the files of the server, is not far from it. What a proxy refuses is then the only thing between an agent and the server. A live check asks the server what each credential of the policy is; from files, only `allow-superuser: true` shows. Use a role that has just the rights that the grants need.",
  looksAt: "policy",
  find: ({ policy, databases }) => [...policy.databases.values()].flatMap((database) => {
    const credentials2 = databases.find(({ name }) => name === database.name)?.credentials;
    return [
      ...database.allowSuperuser ? [allowed(policy, database, credentials2)] : [],
      ...(credentials2 ?? []).flatMap((one) => held(policy, database, one))
    ];
  })
};

// src/coverage/checks/suppressions.ts
init_define_navigator();
var entriesOf = ({ policy, databases }) => [
  ...policy.document.coverage.suppress.map((suppression2, index) => {
    const { finding, column } = suppression2;
    const what2 = column === void 0 ? finding : `${finding} at ${column}`;
    const position = policy.position(["coverage", "suppress", index]);
    return {
      suppression: suppression2,
      found: { subject: `suppression of ${what2}`, position, column: void 0 },
      what: `of ${what2}`,
      suppresses: (one) => policySuppresses(suppression2, one),
      settled: databases.length === policy.databases.size
    };
  }),
  ...databases.flatMap(
    ({ name, comments }) => (comments?.suppressions ?? []).map((one) => {
      const { suppression: suppression2, comment, targets } = one;
      return {
        suppression: suppression2,
        found: {
          subject: `${name}/suppression of ${suppression2.finding} at ${targets.join(" ")}`,
          position: comment.place,
          place: comment.place,
          column: void 0
        },
        what: `of ${suppression2.finding} at ${listed(targets)}`,
        suppresses: (finding) => commentSuppresses(one, finding),
        settled: true
      };
    })
  )
];
var expiredSuppression = {
  id: "PGV022",
  name: "expired-suppression",
  severity: "warning",
  title: "Suppression past its end",
  help: "A suppression, of the policy or of an SQL comment, has ended: what it was for counts again. Mend that and remove the suppression, or decide anew and give it a new last day.",
  looksAt: "suppressions",
  find: (examined) => entriesOf(examined).filter(({ suppression: suppression2 }) => !isActive(suppression2, examined.now)).map(({ suppression: suppression2, found: found6, what: what2 }) => ({
    ...found6,
    message: `The suppression ${what2} ended on ${day(suppression2.until)} and is without effect.`,
    remedy: "Remove it, or give it a new last day.",
    yaml: void 0
  }))
};
var unusedSuppression = {
  id: "PGV023",
  name: "unused-suppression",
  severity: "note",
  title: "Suppression that suppresses nothing",
  help: "Nothing is found any more that the suppression is for, or it never stood where its finding is. It would hide the next such finding. A comment of SQL is for the code on its line, or, on a line of its own, for the code that follows.",
  looksAt: "suppressions",
  find: (examined, { findings, ran, complete }) => entriesOf(examined).filter(
    ({ suppression: suppression2, suppresses, settled }) => complete && settled && isActive(suppression2, examined.now) && ran.has(suppression2.finding) && !findings.some(suppresses)
  ).map(({ found: found6, what: what2 }) => ({
    ...found6,
    message: `The suppression ${what2} suppresses nothing.`,
    remedy: "Remove it.",
    yaml: void 0
  }))
};
var malformedSuppression = {
  id: "PGV024",
  name: "malformed-suppression",
  severity: "error",
  title: "Comment to pgveil that cannot be read",
  help: "A comment of a schema file begins with `pgveil:` and suppresses nothing, because its form is not `pgveil: ignore FINDING until YYYY-MM-DD because REASON`. A finding is named by its id or name, several with commas between them; the last day and the reason are both needed.",
  looksAt: "suppressions",
  find: ({ databases }) => databases.flatMap(
    ({ name, comments }) => (comments?.malformed ?? []).map(({ place, fault }) => ({
      subject: `${name}/comment in ${place.file} that ${fault}`,
      message: `A comment to pgveil ${fault}: it suppresses nothing.`,
      position: place,
      place,
      column: void 0,
      remedy: "Write pgveil: ignore FINDING until YYYY-MM-DD because REASON.",
      yaml: void 0
    }))
  )
};

// src/coverage/checks/unsampled.ts
init_define_navigator();
var remedy = "Classify its columns by hand, or let the first credential of the policy read it.";
var found5 = ({ policy }, subject, message) => ({
  subject,
  message,
  position: policy.position(["databases"]),
  column: void 0,
  remedy,
  yaml: void 0
});
var findIn6 = (examined, { name, sampling }) => [
  ...(sampling?.unsampled ?? []).map(
    ({ relation, reason }) => found5(
      examined,
      `${name}/values ${relationName(relation)}`,
      `Values of ${relationName(relation)} were not looked at: ${reason}.`
    )
  ),
  ...sampling === void 0 || sampling.late === 0 ? [] : [
    found5(
      examined,
      `${name}/values`,
      `Values of ${String(sampling.late)} relations of database ${name} were not looked at: the time for it was over.`
    )
  ]
];
var unsampledRelation = {
  id: "PGV025",
  name: "unsampled-relation",
  severity: "note",
  title: "Relation of which no values could be looked at",
  help: "`--sample` looks at some values of text columns without a class. This relation could not be read, or not all of it: the role of the first credential may not read it, row security hides rows of it, it was locked, it took too long, or it is on another server. By their names alone its columns were judged.",
  looksAt: "samples",
  find: (examined) => examined.databases.flatMap((database) => findIn6(examined, database))
};

// src/coverage/checks/unread-schema.ts
init_define_navigator();
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

// src/coverage/checks/uncovered.ts
init_define_navigator();
var isNamed = ({ grants: grants3 }, { schema, name }) => grants3.some(
  ({ allow }) => allow.some((pattern) => pattern.schema.exact && pattern.name.exact && relationMatches(pattern, schema, name))
);
var isCovered = (policy, { bound }, relation) => isNamed(policy, relation) || relation.columns.some(({ attnum }) => {
  const key2 = columnKey(relation.oid, attnum);
  return bound.classOf(key2) !== void 0 || bound.exempt.has(key2);
});
var uncoveredIn = (policy, database) => new Map(
  [...database.catalog.relations()].filter(({ kind, schema }) => "rpf".includes(kind) && !isSystemSchema(schema)).filter((relation) => !isCovered(policy, database, relation)).map((relation) => [`${relation.schema}.${relation.name}`, relation])
);
var foundIn = ({ policy }, database, queries) => {
  const uncovered = uncoveredIn(policy, database);
  const reached = queries.filter(
    ({ refusal, relations: relations2 }) => refusal === void 0 && relations2.some((name) => uncovered.has(name))
  );
  if (reached.length === 0) return [];
  const seen = new Set(reached.flatMap(({ relations: relations2 }) => relations2.filter((name) => uncovered.has(name))));
  const names = [...seen].flatMap((name) => {
    const relation = uncovered.get(name);
    return relation === void 0 ? [] : [relationName(relation)];
  });
  const times = reached.reduce((sum, query) => sum + query.times, 0);
  return [
    {
      subject: `${database.name}/uncovered`,
      message: `${String(times)} statement${times === 1 ? "" : "s"} of ${listed([...new Set(reached.map(({ principal }) => principal))])} reached ${listed(names.toSorted(), 6)}, of which no line of the policy speaks: agents see every column.`,
      position: policy.position(["classification", "columns"]),
      column: void 0,
      remedy: "Look through the columns, and give each table its classes, or `none` to all of them, as in `schema.table.*: none`.",
      yaml: void 0
    }
  ];
};
var uncoveredRelation = {
  id: "PGV105",
  name: "uncovered-relation",
  severity: "note",
  title: "Statements that the policy does not cover",
  help: "Agents read tables of which no column has a class, or the class `none`, and which no grant names without a wildcard: nobody has said that they hold nothing of a person. Names and types of their columns look harmless, or PGV015 would tell. Look at what such a table holds.",
  looksAt: "audit",
  find: (examined) => examined.databases.flatMap(
    (database) => foundIn(
      examined,
      database,
      (examined.observed?.queries ?? []).filter((query) => query.database === database.name)
    )
  )
};

// src/coverage/checks/unmasked.ts
init_define_navigator();
var speaksForItself = ({ origin }) => !["system-pack", "derived", "foreign-key"].includes(origin.source);
var unmaskedIn = (policy, database, now) => {
  const { bound, catalog } = database;
  const readers = readersOf(policy, database.name).map((reader) => ({
    ...reader,
    veil: veilOf(bound, reader.grant, now)
  }));
  return [...bound.classified.values()].filter(speaksForItself).flatMap((classified) => {
    const { column: key2, class: className } = classified;
    const located = locate(catalog, key2);
    if (located === void 0 || saidByParent(located, className, database, readers)) return [];
    const allowed2 = new Set(readersOfRelation(readers, located.relation));
    const without = readers.filter(
      (reader) => allowed2.has(reader) && reader.veil.of(key2) !== void 0 && reader.veil.maskOf(classified) === void 0
    );
    return without.length === 0 ? [] : [{ key: key2, class: className, located, principals: without.map(({ principal }) => principal) }];
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
init_define_navigator();
var quoted = (name) => `"${name.replaceAll('"', '""')}"`;
var opaqueIn = ({ bound, read }, view) => {
  const reading = read(`SELECT * FROM ${quoted(view.schema)}.${quoted(view.name)}`);
  if (!reading.ok) {
    return { columns: [], why: reading.unreadable.detail, effect: "statements that use it are refused" };
  }
  const [statement] = reading.statements;
  const touches = statement?.touched.some((key2) => bound.classOf(key2) !== void 0) === true;
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
var findIn7 = ({ policy }, database) => {
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
  find: (examined) => examined.databases.flatMap((database) => findIn7(examined, database))
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
  expiredSuppression,
  unusedSuppression,
  malformedSuppression,
  unsampledRelation,
  maskBeside,
  seenRaw,
  lineageFault,
  refusedStatement,
  personalValues,
  uncoveredRelation
];

export {
  readComments,
  isActive,
  policySuppresses,
  commentSuppresses,
  checks
};
