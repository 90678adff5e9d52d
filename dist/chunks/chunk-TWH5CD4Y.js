import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  formatType,
  readersOf,
  readersOfRelation
} from "./chunk-2UVTUSMH.js";
import {
  detectTable
} from "./chunk-HAZFSKQP.js";
import {
  columnName,
  foundColumn,
  yaml
} from "./chunk-JVRF5RXD.js";
import {
  columnKey
} from "./chunk-QP4NTSU2.js";
import {
  maskSpec,
  resolveType,
  textType,
  transforms
} from "./chunk-63ZTKBIB.js";
import {
  isSystemSchema
} from "./chunk-RQ5K5TIX.js";

// src/coverage/class-names.ts
var others = {
  person_name: ["name", "full_name"],
  gov_id: ["national_id", "ssn", "tax_id"],
  credential: ["secret", "password"],
  crypto_key: ["secret"],
  street_address: ["address"],
  date_of_birth: ["birth_date", "dob", "birthdate"],
  ip_address: ["ip"],
  free_text: ["text"],
  financial: ["iban", "bank_account", "account"]
};
var otherNames = new Map(Object.entries(others));
var plain = (name) => name.toLowerCase().replaceAll(/[-.]/g, "_");
var classNamed = (policy, detected) => {
  const names = [detected, ...otherNames.get(detected) ?? []];
  const known2 = [...policy.classes.keys()];
  for (const name of names) {
    const found2 = known2.find((one) => plain(one) === name);
    if (found2 !== void 0) return found2;
  }
  return detected;
};
var classFor = (policy, detected) => classNamed(policy, detected);

// src/coverage/checks/personal.ts
var sure = 0.75;
var coarse = /* @__PURE__ */ new Set(["city_region", "demographic", "postal_code", "employer"]);
var isSure = ({ score, class: found2 }) => score >= sure && !coarse.has(found2);
var isLookedAt = ({ kind, schema, parents }) => "rpf".includes(kind) && parents.length === 0 && !isSystemSchema(schema);
var known = /* @__PURE__ */ new WeakMap();
var personalIn = (examined, database) => {
  const found2 = known.get(database) ?? lookAt(examined, database);
  known.set(database, found2);
  return found2;
};
var lookAt = ({ policy }, database) => {
  const { catalog, bound, name } = database;
  const readers = readersOf(policy, name);
  return [...catalog.relations()].filter(isLookedAt).flatMap((relation) => {
    if (readersOfRelation(readers, relation).length === 0) return [];
    const detections = detectTable(
      relation.columns.map((column) => ({
        schema: relation.schema,
        table: relation.name,
        column: column.name,
        dataType: formatType(catalog, column.type),
        ...column.comment === void 0 ? {} : { comment: column.comment }
      }))
    );
    return relation.columns.flatMap((column, index) => {
      const detection = detections[index];
      const key = columnKey(relation.oid, column.attnum);
      return detection === void 0 || bound.classOf(key) !== void 0 || bound.exempt.has(key) ? [] : [{ located: { relation, column }, detection }];
    });
  });
};
var found = ({ policy }, { name }, { located, detection }) => {
  const column = columnName(located.relation, located.column);
  const className = classFor(policy, detection.class);
  const what = detection.class === "secret" ? "a secret" : detection.class.replaceAll("_", " ");
  const line = `    ${yaml(column)}: ${yaml(className)}`;
  return {
    subject: `${name}/${column}`,
    message: `${column} looks like ${what} and has no class: agents see it as it is (${detection.evidence.join("; ")}).`,
    position: policy.position(["classification", "columns"]),
    column: foundColumn(name, located),
    remedy: policy.classes.has(className) ? "Give it a class under classification, or none if its values tell nothing of a person." : `Give it a class under classification, and define class ${className} with a mask; or none if its values tell nothing of a person.`,
    yaml: policy.classification.length > 0 ? line : `classification:
  columns:
${line}`
  };
};
var findBy = (isMeant) => (examined) => examined.databases.flatMap(
  (database) => personalIn(examined, database).filter(({ detection }) => isMeant(detection)).map((one) => found(examined, database, one))
);
var personalColumn = {
  id: "PGV015",
  name: "personal-column",
  severity: "error",
  title: "Column that looks personal and has no class",
  help: "By its name, its type, its comment and its table the column holds something of a person, or a secret, and nothing classifies it: agents see its values as they are. Give it a class, by the policy, a comment `@class NAME` or another source of classes; the class `none` says that somebody has looked and its values tell nothing.",
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

// src/coverage/mask-fit.ts
var redaction = () => true;
var someMask = () => true;
var anyKey = Buffer.alloc(32);
var fits = (mask, type) => {
  const transform = transforms.get(mask.transform);
  if (transform === void 0) return false;
  if (type.kind !== "scalar" && transform.families !== "any") {
    return type.kind === "array" ? fits(mask, type.element) : type.fields?.some((field) => fits(mask, field.type)) === true;
  }
  const compiled = transform.compile({
    options: mask.options,
    type: type.kind === "scalar" ? type : textType,
    format: 0,
    key: () => anyKey,
    nested: () => someMask,
    redact: redaction
  });
  return compiled !== redaction;
};
var maskFits = (mask, column, catalog) => mask.transform === "redact" || fits(mask, resolveType(column.type, column.typmod, catalog));

// src/coverage/proposal.ts
var proposal = (classes, yaml2, mask) => ({ classes, yaml: yaml2, mask: maskSpec(mask) });
var proposals = [
  // Keys and ids too, but not to be matched by.
  proposal(/gov|national|ssn|secret|credential|crypto|password/i, "redact", "redact"),
  proposal(/e-?mail/i, "email", "email"),
  proposal(/phone|mobile|telefon|fax/i, "{ partial: { last: 2, separators: keep } }", {
    partial: { last: 2, separators: "keep" }
  }),
  proposal(/birth|dob/i, "{ date-truncate: { to: year } }", { "date-truncate": { to: "year" } }),
  proposal(/(^|[-_.])ip([-_.]|$)/i, "ip-prefix", "ip-prefix"),
  proposal(/post.?code|postal|zip/i, "{ partial: { first: 2 } }", { partial: { first: 2 } }),
  proposal(/iban|account|card/i, "{ partial: { last: 4 } }", { partial: { last: 4 } }),
  proposal(/name/i, "{ partial: { first: 1 } }", { partial: { first: 1 } }),
  proposal(/key|uuid|(^|[-_.])id$/i, "hash", "hash")
];
var proposedMaskFor = (className, columns, catalog) => proposals.find(({ classes, mask }) => classes.test(className) && columns.every((column) => maskFits(mask, column, catalog)))?.yaml ?? "redact";
var proposedMask = (className, column, catalog) => proposedMaskFor(className, [column], catalog);

export {
  maskFits,
  classNamed,
  sure,
  personalColumn,
  maybePersonal,
  proposedMaskFor,
  proposedMask
};
