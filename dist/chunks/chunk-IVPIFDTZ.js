import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  glob,
  isSystemSchema
} from "./chunk-5BZJKHHS.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/policy/policy.ts
init_define_navigator();
var noClass = "none";

// src/policy/said.ts
init_define_navigator();
var nowhere = { file: void 0, line: void 0, column: void 0 };
var classNamer = (syntax) => {
  const literal = (part) => part.trim().split(/\s+/).map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join(String.raw`\s+`);
  const [before = "", after = ""] = syntax.split("{class}");
  const space = (text) => /\s/.test(text) ? String.raw`\s+` : String.raw`\s*`;
  const form = new RegExp(
    `${before.trim() === "" ? String.raw`(?:^|\s)` : String.raw`(?:^|[^\w@])`}${literal(before)}${space(before.slice(-1))}([A-Za-z][A-Za-z0-9_.-]{0,62})${space(after.slice(0, 1))}${literal(after)}`
  );
  return (text) => form.exec(text)?.[1]?.replace(/\.+$/, "");
};
var functions = [
  [/email/, "email"],
  [/(?:first|last|sur|full|person).?name|fake_name|dummy_name/, "person_name"],
  [/phone|cell/, "phone"],
  [/iban|credit_card|siret|vat/, "financial"],
  [/address|street/, "street_address"],
  [/post.?code|zip/, "postal_code"],
  [/city|region|state/, "city_region"],
  [/birth/, "date_of_birth"],
  [/user.?name/, "username"],
  [/company|employer/, "employer"],
  [/ssn|national/, "gov_id"],
  [/ip(?:v4|v6)?$/, "ip_address"]
];
var maskedClass = "anon-masked";
var labelClass = (label, rules) => {
  const rule = rules.find(({ pattern }) => glob(pattern).test(label));
  if (rule !== void 0) return rule.class;
  if (!/^\s*MASKED\s+WITH\b/i.test(label)) return void 0;
  const name = /^\s*MASKED\s+WITH\s+FUNCTION\s+(?:"?\w+"?\.)?"?(\w+)/i.exec(label)?.[1]?.toLowerCase() ?? "";
  return functions.find(([form]) => form.test(name))?.[1] ?? maskedClass;
};
var declarationIndex = (declarations) => {
  const found = /* @__PURE__ */ new Map();
  for (const one of declarations) {
    const key = `${one.relation}\0${one.name}`;
    found.set(key, [...found.get(key) ?? [], one]);
  }
  return found;
};
var sayings = (policy) => {
  const named = policy.comments ? classNamer(policy.commentSyntax) : void 0;
  const declared = declarationIndex(policy.declarations ?? []);
  return (relation, column) => {
    const said = [];
    const name = column.comment === void 0 ? void 0 : named?.(column.comment);
    if (name !== void 0 && name !== noClass) {
      const text = policy.commentSyntax.replace("{class}", name);
      said.push({ class: name, origin: { ...nowhere, source: "comment", text } });
    }
    const label = column.securityLabel === void 0 || policy.labels === void 0 ? void 0 : labelClass(column.securityLabel, policy.labels);
    if (label !== void 0 && label !== noClass) {
      said.push({ class: label, origin: { ...nowhere, source: "security-label", text: "SECURITY LABEL FOR anon" } });
    }
    if (declared.size === 0 || isSystemSchema(relation.schema)) return said;
    for (const one of declared.get(`${relation.name}\0${column.name}`) ?? []) {
      if (one.schemas?.some((pattern) => glob(pattern).test(relation.schema)) === false) continue;
      const { source, file, line, text } = one;
      said.push({ class: one.class, origin: { source, file, line, column: one.column, text } });
    }
    return said;
  };
};

// src/policy/system-pack.ts
init_define_navigator();
var slots = [1, 2, 3, 4, 5];
var systemPack = [
  {
    class: "system-statistics",
    why: "samples of column values that ANALYZE has taken",
    columns: [
      ...slots.map((slot) => `pg_catalog.pg_statistic.stavalues${String(slot)}`),
      "pg_catalog.pg_stats.most_common_vals",
      "pg_catalog.pg_stats.histogram_bounds",
      "pg_catalog.pg_stats.most_common_elems",
      "pg_catalog.pg_stats.range_bounds_histogram",
      "pg_catalog.pg_stats_ext.most_common_vals",
      "pg_catalog.pg_stats_ext_exprs.most_common_vals",
      "pg_catalog.pg_stats_ext_exprs.histogram_bounds",
      "pg_catalog.pg_stats_ext_exprs.most_common_elems",
      "pg_catalog.pg_statistic_ext_data.stxdmcv",
      "pg_catalog.pg_statistic_ext_data.stxdexpr",
      "pg_catalog.pg_attribute.attmissingval"
    ]
  },
  {
    class: "system-secret",
    why: "password verifiers and credentials of other servers",
    columns: [
      "pg_catalog.pg_authid.rolpassword",
      "pg_catalog.pg_shadow.passwd",
      "pg_catalog.pg_user_mapping.umoptions",
      "pg_catalog.pg_user_mappings.umoptions",
      "information_schema.user_mapping_options.option_value",
      "information_schema._pg_user_mappings.umoptions",
      "pg_catalog.pg_subscription.subconninfo",
      "pg_catalog.pg_stat_wal_receiver.conninfo",
      "pg_catalog.pg_file_settings.setting",
      "vault.secrets.secret",
      "vault.decrypted_secrets.secret",
      "vault.decrypted_secrets.decrypted_secret"
    ]
  },
  {
    class: "system-sql",
    why: "other sessions' statements, literals included",
    columns: [
      "pg_catalog.pg_stat_activity.query",
      "pg_catalog.pg_prepared_xacts.gid",
      "*.pg_stat_statements.query",
      "*.pg_stat_monitor.query",
      "*.pg_stat_monitor.query_plan",
      "*.pg_store_plans.plan",
      "cron.job.command",
      "cron.job_run_details.command",
      "cron.job_run_details.return_message"
    ]
  },
  {
    class: "system-large-object",
    why: "the pages of large objects, whichever table refers to them",
    columns: ["pg_catalog.pg_largeobject.data"]
  }
];
var toastClass = "system-toast";
var systemClasses = [...systemPack.map((entry) => entry.class), toastClass];

export {
  noClass,
  classNamer,
  sayings,
  systemPack,
  toastClass,
  systemClasses
};
