import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  refuse
} from "./chunk-VUCEZOLN.js";
import {
  alone,
  maskArrayBinary,
  maskArrayText,
  maskRecordText,
  tieBesides
} from "./chunk-6V7RBW6P.js";
import {
  allowsRelation,
  columnText,
  veilOf
} from "./chunk-7ICE2OYI.js";
import {
  anySetting,
  besideConstant,
  membersOf,
  setConfig
} from "./chunk-QGR7FV53.js";
import {
  columnKey
} from "./chunk-5LNJKYM5.js";
import {
  anyOf,
  byteSink,
  transforms,
  uuidText,
  within
} from "./chunk-VDEXSPJ2.js";
import {
  redactedText,
  resolveType
} from "./chunk-YM7ACMYJ.js";
import {
  relationMatches
} from "./chunk-5BZJKHHS.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/policy/decide.ts
init_define_navigator();

// src/catalog/settings.ts
init_define_navigator();
var on = ["on", "true", "tru", "tr", "t", "yes", "ye", "y", "1"];
var off = ["off", "of", "false", "fals", "fal", "fa", "f", "no", "n", "0"];
var safe = (why, ...names) => names.map((name) => ({ name, risk: "safe", why }));
var refused = (why, ...names) => names.map((name) => ({ name, risk: "refused", why }));
var pinned = (why, name, ...allowed) => ({
  name,
  risk: "pinned",
  why,
  allowed
});
var settings = [
  { name: "search_path", risk: "names", why: "decides which relation an unqualified name means" },
  pinned("statements and values are read as UTF-8", "client_encoding", "utf8", "utf-8", "utf_8", "unicode", "'utf-8'", "'utf8'"),
  pinned("a backslash in a string would otherwise begin an escape", "standard_conforming_strings", ...on),
  pinned("decides which string literals the server takes", "backslash_quote", "safe_encoding"),
  pinned("turns `= NULL` into another condition than the one that was read", "transform_null_equals", ...off),
  pinned("lower levels print plans, queries and values", "client_min_messages", "notice", "warning", "error"),
  pinned("exists for old dumps only", "default_with_oids", ...off),
  ...safe(
    "how values are printed and read",
    "datestyle",
    "intervalstyle",
    "timezone",
    "timezone_abbreviations",
    "bytea_output",
    "extra_float_digits",
    "xmlbinary",
    "xmloption",
    "lc_time",
    "lc_numeric",
    "lc_monetary",
    "array_nulls",
    "escape_string_warning",
    "quote_all_identifiers",
    "default_text_search_config",
    "icu_validation_level"
  ),
  ...safe(
    "who is connected and for how long",
    "application_name",
    "statement_timeout",
    "lock_timeout",
    "deadlock_timeout",
    "transaction_timeout",
    "idle_in_transaction_session_timeout",
    "idle_session_timeout",
    "client_connection_check_interval",
    "tcp_keepalives_*",
    "tcp_user_timeout"
  ),
  ...safe(
    "how transactions run",
    "default_transaction_*",
    "transaction_isolation",
    "transaction_read_only",
    "transaction_deferrable",
    // SET TRANSACTION SNAPSHOT: rows as another session sees them; names mean what they mean now.
    "transaction_snapshot",
    "synchronous_commit"
  ),
  ...safe(
    "how statements are planned",
    "enable_*",
    "geqo",
    "geqo_*",
    "jit",
    "jit_above_cost",
    "jit_inline_above_cost",
    "jit_optimize_above_cost",
    "jit_expressions",
    "jit_tuple_deforming",
    "plan_cache_mode",
    "force_parallel_mode",
    "parallel_*",
    "max_parallel_*",
    "min_parallel_*",
    "cpu_*",
    "seq_page_cost",
    "random_page_cost",
    "recursive_worktable_factor",
    "cursor_tuple_fraction",
    "from_collapse_limit",
    "join_collapse_limit",
    "constraint_exclusion",
    "default_statistics_target",
    "effective_cache_size",
    "effective_io_concurrency",
    "maintenance_io_concurrency",
    "io_combine_limit",
    "synchronize_seqscans",
    "gin_fuzzy_search_limit",
    "gin_pending_list_limit",
    "stats_fetch_consistency",
    "compute_query_id"
  ),
  ...safe(
    "how much memory statements take",
    "work_mem",
    "maintenance_work_mem",
    "autovacuum_work_mem",
    "logical_decoding_work_mem",
    "hash_mem_multiplier",
    "temp_buffers",
    "vacuum_*"
  ),
  ...safe(
    "where and how new objects are stored",
    "default_tablespace",
    "temp_tablespaces",
    "default_table_access_method",
    "default_toast_compression",
    "check_function_bodies",
    "password_encryption",
    "scram_iterations",
    "createrole_self_grant"
  ),
  ...safe("makes the server stricter", "row_security", "restrict_nonsystem_relation_kind"),
  ...safe("the seed of random()", "seed"),
  ...safe(
    "how the server does its own work",
    "backend_flush_after",
    "commit_siblings",
    "file_copy_method",
    "md5_password_warnings",
    "wal_skip_threshold",
    "wal_sender_timeout",
    "exit_on_error"
  ),
  ...safe(
    "a setting of a search extension",
    "pg_trgm.similarity_threshold",
    "pg_trgm.word_similarity_threshold",
    "pg_trgm.strict_word_similarity_threshold",
    "hnsw.*",
    "ivfflat.*"
  ),
  ...refused("pgveil speaks to clients, not to replicas", "replication"),
  pinned("the connection stays with the credential that the grant names", "role", "none"),
  ...refused("the connection stays with the credential that the grant names", "session_authorization"),
  ...refused("prints plans, queries or values", "debug_*", "log_*", "trace_*", "auto_explain.*", "backtrace_functions"),
  ...refused(
    "loads code into the server",
    "session_preload_libraries",
    "local_preload_libraries",
    "shared_preload_libraries",
    "dynamic_library_path",
    "extension_control_path",
    "jit_provider",
    "jit_debugging_support",
    "jit_dump_bitcode",
    "jit_profiling_support"
  ),
  ...refused("turns triggers and rules off", "session_replication_role", "event_triggers"),
  ...refused(
    "is a setting of an extension or language whose effect pgveil does not know",
    "plpgsql.*",
    "plperl.*",
    "pltcl.*",
    "pltclu.*",
    "plpython.*",
    "plpython3.*",
    "plv8.*",
    "pljava.*",
    "plrust.*",
    "pllua.*",
    "pgaudit.*",
    "pg_stat_*",
    "pg_hint_plan.*",
    "pg_qualstats.*",
    "pg_plan_*",
    "pg_prewarm.*",
    "pg_cron.*",
    "cron.*",
    "pg_overexplain.*",
    "pglogical.*",
    "postgres_fdw.*",
    "dblink.*",
    "anon.*",
    "citus.*",
    "timescaledb.*",
    "supautils.*",
    "sepgsql.*",
    "basic_archive.*",
    "passwordcheck.*",
    "auth_delay.*",
    "pgsodium.*",
    "vault.*",
    "pg_tle.*",
    "pgtle.*",
    "rds.*",
    "cloudsql.*",
    "azure.*",
    "google_*"
  )
];
var custom = {
  name: "*.*",
  risk: "safe",
  why: "a setting of the application, without a meaning to the server"
};
var exact = new Map(settings.filter(({ name }) => !name.endsWith("*")).map((setting) => [setting.name, setting]));
var patterns = settings.filter(({ name }) => name.endsWith("*")).map((setting) => ({ prefix: setting.name.slice(0, -1), setting }));
var customName = /^[a-z_\u0080-\u{10ffff}][\w$\u0080-\u{10ffff}]*(?:\.[a-z_\u0080-\u{10ffff}][\w$\u0080-\u{10ffff}]*)+$/u;
var settingNamed = (name) => {
  const lower = name.toLowerCase();
  return exact.get(lower) ?? patterns.find(({ prefix }) => lower.startsWith(prefix))?.setting ?? (customName.test(lower) ? custom : void 0);
};
var judgeSetting = (name, value) => {
  const setting = settingNamed(name);
  if (setting === void 0) {
    return {
      kind: "refuse",
      why: `the setting ${JSON.stringify(name)} is not one that pgveil knows`,
      hint: "Leave it at its default."
    };
  }
  if (setting.risk === "refused") {
    return {
      kind: "refuse",
      why: `${setting.name} cannot be set: ${setting.why}`,
      hint: "Leave it at its default."
    };
  }
  if (setting.risk === "pinned" && !(value !== void 0 && setting.allowed?.includes(value.trim().toLowerCase()))) {
    return {
      kind: "refuse",
      why: `${setting.name} is pinned: ${setting.why}`,
      hint: `Use ${setting.name} = ${setting.allowed?.[0] ?? "its default"}, or leave it unset.`
    };
  }
  return { kind: "allow", setting };
};

// src/policy/copy-encoding.ts
init_define_navigator();

// src/masking/copy.ts
init_define_navigator();

// src/masking/beside.ts
init_define_navigator();

// src/masking/copy-binary.ts
init_define_navigator();
var signature = Buffer.from("PGCOPY\n\xFF\r\n\0", "latin1");
var fixedHeader = signature.length + 8;

// src/masking/copy-csv.ts
init_define_navigator();

// src/masking/copy-frames.ts
init_define_navigator();

// src/masking/copy-text.ts
init_define_navigator();
var escapes = /* @__PURE__ */ new Map([
  [8, 98],
  [12, 102],
  [10, 110],
  [13, 114],
  [9, 116],
  [11, 118]
]);
var controls = new Map([...escapes].map(([control, letter]) => [letter, control]));

// src/masking/copy.ts
var readable = /* @__PURE__ */ new Set(["utf8", "unicode", "sqlascii"]);
var isMaskableEncoding = (name) => name === void 0 || readable.has(name.replaceAll(/[^a-z0-9]/gi, "").toLowerCase());

// src/policy/copy-encoding.ts
var inReadableEncoding = (plan, { copy: copy2 }) => {
  if (plan.kind === "refuse" || copy2?.direction !== "to" || isMaskableEncoding(copy2.encoding)) return plan;
  return plan.columns?.every(({ treatment }) => treatment.kind === "pass") === true ? plan : { kind: "refuse", refusal: refuse("copy.encoding") };
};

// src/policy/flows.ts
init_define_navigator();

// src/policy/tolerance.ts
init_define_navigator();
var families = {
  btrim: "trim",
  ltrim: "trim",
  rtrim: "trim",
  initcap: "upper",
  any_value: "min",
  first_value: "min",
  last_value: "min",
  nth_value: "min",
  lag: "min",
  lead: "min",
  mode: "min",
  percentile_disc: "min",
  distinct: "min"
};
var transparent = /* @__PURE__ */ new Set(["view", "inherited"]);
var unparameterised = /* @__PURE__ */ new Set(["lower", "upper", "cast", "coalesce", "case", "min", "max"]);
var familyOf = (step) => step.startsWith("cast") ? "cast" : families[step] ?? step;
var total = /* @__PURE__ */ new Set([...unparameterised, "trim"]);
var isTotal = (step) => transparent.has(step) || step === besideConstant || total.has(familyOf(step));
var picking = /* @__PURE__ */ new Set(["min", "max", "greatest", "least", "percentile_disc", "mode", "distinct"]);
var picksByOrder = (step) => picking.has(step);
var longestVia = 6;
var hidesAll = (mask) => {
  if (mask === void 0) return true;
  const transform = transforms.get(mask.transform);
  return transform?.tolerates === "any" && !transform.joinable;
};
var isJoinable = (mask) => transforms.get(mask.transform)?.joinable === true;
var tolerates = (mask, via) => {
  const transform = transforms.get(mask.transform);
  if (transform === void 0) return false;
  if (hidesAll(mask)) return true;
  const { tolerates: list, joinable } = transform;
  if (via.length >= longestVia) return false;
  if (joinable && via.includes(besideConstant)) return false;
  return via.filter((step) => !transparent.has(step) && step !== besideConstant).map(familyOf).every((step) => (list === "any" || list.includes(step)) && (!joinable || unparameterised.has(step)));
};

// src/policy/written-back.ts
init_define_navigator();

// src/masking/recognise.ts
init_define_navigator();
var redact = { transform: "redact", options: {} };
var ofScalar = (mask, type) => {
  const own = transforms.get(mask.transform)?.recognises(mask.options, { type, nested: ofScalar });
  const redacted = type.scalar.family === "text" ? redactedText(type.limit, false) : void 0;
  return (text) => {
    const value = type.padded ? text.replace(/ +$/, "") : text;
    return value === redacted || own?.(value) === true;
  };
};
var recogniser = (mask = redact, type) => {
  if (type.kind === "scalar") return ofScalar(mask, type);
  if (type.kind === "array") {
    const element = recogniser(mask, type.element);
    return within((probe) => maskArrayText(probe(element), type.delimiter, byteSink(256), byteSink(16)), element);
  }
  const fields = (type.fields ?? []).map((field) => recogniser(mask, field.type));
  return within((probe) => maskRecordText(fields.map(probe), byteSink(256), byteSink(16)), anyOf(fields));
};
var parsed = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
};
var inJson = (text, recognises) => {
  if (!/^\s*[[{]/.test(text)) return false;
  const left = [parsed(text)];
  for (let value = left.pop(); value !== void 0; value = left.pop()) {
    if (typeof value === "string" && recognises(value)) return true;
    if (typeof value === "object" && value !== null) for (const part of Object.values(value)) left.push(part);
  }
  return false;
};
var textual = /* @__PURE__ */ new Set(["text", "json", "xml", "enum"]);
var textOfBinary = (type, value) => {
  if (type.kind !== "scalar") return void 0;
  const { family } = type.scalar;
  if (textual.has(family)) return value.toString("utf8");
  if (family === "jsonb" && value[0] === 1) return value.toString("utf8", 1);
  return family === "uuid" && value.length === 16 ? uuidText(value) : void 0;
};
var inArray = (value, isElement) => {
  if (value.length < 12) return false;
  let found = false;
  const walk = maskArrayBinary((source, start, end) => {
    found ||= isElement(source.subarray(start, end));
    return false;
  }, value.readUInt32BE(8));
  return walk(value, 0, value.length, byteSink(64)) && found;
};
var recognisers = (mask, type) => {
  const { element, ...list } = type.kind === "array" ? type : { kind: "array", elementOid: 0, element: type, delimiter: 44 };
  const isElement = recogniser(mask, element);
  const isSent = (value) => {
    const text2 = textOfBinary(element, value);
    return text2 !== void 0 && isElement(text2);
  };
  const isListed = recogniser(mask, { ...list, element });
  const holdsJson = element.kind === "scalar" && /^jsonb?$/.test(element.scalar.family);
  const text = (value) => isListed(value) || !holdsJson && inJson(value, isElement);
  return {
    text,
    sent: (value, format) => format === 0 ? text(value.toString("utf8")) : isSent(value) || inArray(value, isSent)
  };
};

// src/policy/written-back.ts
var veiled = (column, { catalog, veil }) => {
  const classified = veil.of(column);
  const [oid = "", attnum = ""] = column.split(".");
  const found = classified && catalog.relation(Number(oid))?.columns.find((one) => one.attnum === Number(attnum));
  if (classified === void 0 || found === void 0) return void 0;
  const type = resolveType(found.type, found.typmod, catalog);
  return { class: classified.class, ...recognisers(veil.maskOf(classified), type) };
};
var writtenBack = ({ target, constants }, context) => {
  const column = constants.length === 0 ? void 0 : veiled(target, context);
  return column !== void 0 && constants.some(column.text) ? column.class : void 0;
};
var assignedParameters = (lineage, context) => lineage.writes.flatMap(({ target, parameters }) => {
  const column = parameters.length === 0 ? void 0 : veiled(target, context);
  if (column === void 0) return [];
  return parameters.map((number) => ({ number, class: column.class, isMasked: column.sent }));
});

// src/policy/flows.ts
var flowsFrom = ({ way }, level) => level === "strict" || way !== "count" && way !== "steering";
var valueClass = (sources, { bound, level }) => {
  const source = sources.find((one) => flowsFrom(one, level) && bound.classOf(one.column) !== void 0);
  return source && bound.classOf(source.column);
};
var staysInClass = (source, target, { bound, veil, level }) => {
  const classified = bound.classOf(source.column);
  if (classified === void 0 || !flowsFrom(source, level)) return true;
  if (classified.class !== target.class) return false;
  if (veil.of(source.column) !== void 0 && veil.of(target.column) === void 0) return false;
  const mask = veil.maskOf(target);
  if (source.way === "identity" || hidesAll(mask)) return true;
  return source.way === "preserving" && mask !== void 0 && tolerates(
    mask,
    source.via.filter((step) => step !== besideConstant)
  );
};
var judgeWrite = (write, lineage, context) => {
  const { bound, catalog } = context;
  const target = bound.classOf(write.target);
  const back = writtenBack(write, context);
  if (back !== void 0) return refuse("write.masked", { class: back });
  const places = { target: columnText(catalog, write.target) };
  if (write.opaque !== void 0 && target === void 0) {
    const touched = lineage.touched.map((key) => bound.classOf(key)).find((one) => one !== void 0);
    if (touched !== void 0) return refuse("flow.write", { ...places, class: touched.class });
  }
  const stray = write.sources.find(
    (source) => target === void 0 ? valueClass([source], context) !== void 0 : !staysInClass(source, target, context)
  );
  return stray && refuse("flow.write", { ...places, class: bound.classOf(stray.column)?.class ?? "" });
};
var judgeStore = (lineage, context) => {
  const outputs = [...lineage.columns ?? [], ...lineage.writes];
  const unknown = outputs.length === 0 || outputs.some(({ opaque }) => opaque !== void 0);
  const carried = unknown ? lineage.touched.map((key) => context.bound.classOf(key)).find((one) => one !== void 0) : valueClass(
    outputs.flatMap(({ sources }) => sources),
    context
  );
  return carried && refuse("flow.store", { class: carried.class });
};
var judgeFlows = (lineage, context) => {
  const { catalog } = context;
  for (const write of lineage.writes) {
    const refusal = judgeWrite(write, lineage, context);
    if (refusal !== void 0) return refusal;
  }
  for (const effect of lineage.effects) {
    if (effect.kind === "function") {
      const carried = valueClass(effect.sources, context);
      if (carried !== void 0) return refuse("flow.effect", { class: carried.class, function: effect.name });
    } else if (effect.kind === "rule") {
      const relation = catalog.relation(effect.relation);
      return refuse("effect.rule", {
        relation: relation === void 0 ? String(effect.relation) : `${relation.schema}.${relation.name}`
      });
    }
  }
  return void 0;
};
var isGuarded = (lineage, { bound, veil, catalog }) => {
  if (lineage.touched.some((key) => veil.of(key) !== void 0)) return true;
  if (lineage.effects.some(({ kind }) => kind === "trigger")) return true;
  if (lineage.functions.some(({ nature }) => nature === "opaque" || nature === "reader")) return true;
  const reached = lineage.effects.flatMap((effect) => effect.kind === "reach" ? [effect.relation] : []);
  if (reached.includes(void 0)) return true;
  return [...lineage.targets, ...reached].some(
    (oid) => oid !== void 0 && bound.relations.has(oid) && (catalog.relation(oid)?.columns.some(({ attnum }) => veil.of(columnKey(oid, attnum)) !== void 0) ?? true)
  );
};

// src/policy/functions.ts
init_define_navigator();
var internalNames = {
  bigint: "int8",
  int: "int4",
  integer: "int4",
  smallint: "int2",
  real: "float4",
  "double precision": "float8",
  boolean: "bool",
  decimal: "numeric",
  "character varying": "varchar",
  character: "bpchar",
  char: "bpchar",
  "timestamp without time zone": "timestamp",
  "timestamp with time zone": "timestamptz",
  "time without time zone": "time",
  "time with time zone": "timetz",
  "bit varying": "varbit"
};
var typeMatches = (catalog, oid, written) => {
  const array = written.endsWith("[]");
  const type = catalog.type(oid);
  if (type === void 0) return false;
  if (array) return type.element !== 0 && typeMatches(catalog, type.element, written.slice(0, -2).trim());
  const name = internalNames[written.toLowerCase()] ?? written;
  return name === type.name || name === `${type.schema}.${type.name}`;
};
var signatureMatches = (catalog, fn, pattern) => {
  const written = pattern.arguments;
  if (!relationMatches(pattern, fn.schema, fn.name)) return false;
  if (written === void 0) return true;
  return written.length === fn.argTypes.length && fn.argTypes.every((oid, index) => typeMatches(catalog, oid, written[index] ?? ""));
};
var isTrusted = (grant, catalog, use) => {
  const fn = catalog.fn(use.oid);
  return fn !== void 0 && grant.functions.some((pattern) => signatureMatches(catalog, fn, pattern));
};

// src/policy/inference.ts
init_define_navigator();

// src/policy/failing.ts
init_define_navigator();
var words = (text) => text.split(/\s+/).filter((word) => word !== "");
var total2 = /* @__PURE__ */ new Set([
  ...words("view inherited constant case coalesce nullif min max greatest least array row subquery"),
  ...words("lower upper initcap btrim ltrim rtrim reverse replace left right concat concat_ws || string_agg"),
  ...words("length char_length octet_length bit_length md5 quote_literal quote_ident quote_nullable"),
  ...words("row_to_json to_json to_jsonb json_build_array jsonb_build_array json_agg jsonb_agg array_agg array_to_json"),
  ...words("json_build_object jsonb_build_object json_strip_nulls jsonb_strip_nulls")
]);
var longest = 6;
var canFail = ({ way, via }) => way === "derived" && (via.length >= longest || via.some((step) => !total2.has(step)));
var within2 = (column) => [
  ...column.sources,
  ...membersOf(column.shape).flatMap((member) => within2(member))
];
var failingUses = (lineage) => [...(lineage.columns ?? []).flatMap((column) => within2(column)), ...lineage.writes.flatMap(({ sources }) => sources)].filter(
  canFail
);

// src/policy/inference.ts
var equality = /* @__PURE__ */ new Set(["=", "<>", "!=", "in", "not-in", "is-distinct-from", "using", "natural", "setop"]);
var grouping = /* @__PURE__ */ new Set(["group", "distinct", "setop", "window"]);
var given = /* @__PURE__ */ new Set(["policy", "conflict"]);
var clauseNames = {
  where: "WHERE",
  join: "a join condition",
  having: "HAVING",
  order: "ORDER BY",
  group: "GROUP BY",
  distinct: "DISTINCT",
  limit: "LIMIT",
  setop: "a set operation",
  case: "CASE",
  filter: "FILTER",
  window: "a window",
  conflict: "ON CONFLICT",
  policy: "a policy",
  other: "a condition"
};
var sameClass = (use, className, veil) => use.others.length > 0 && use.others.every((other) => veil.of(other)?.class === className);
var strict = (use, className, veil) => use.clause === "policy" || use.clause === "join" && equality.has(use.operator) && use.against === "column" && sameClass(use, className, veil) ? "allow" : refuse("inference.strict", { class: className, clause: clauseNames[use.clause] });
var standard = (use, className, veil) => {
  if (given.has(use.clause) || use.operator === "is-null") return "allow";
  if (use.operator === "order" || use.clause === "order") return refuse("inference.order", { class: className });
  const predicate = refuse("inference.predicate", { class: className, operator: use.operator, clause: clauseNames[use.clause] });
  if (grouping.has(use.clause) && use.against === "none") return use.operator === "function" ? predicate : "allow";
  if (grouping.has(use.clause) && use.against === "column") {
    return sameClass(use, className, veil) ? "allow" : refuse("inference.join", { class: className });
  }
  if (!equality.has(use.operator) || use.against === "expression" || use.against === "none") return predicate;
  if (use.against === "column") return sameClass(use, className, veil) ? "allow" : refuse("inference.join", { class: className });
  return veil.lookup(className) ? "lookup" : refuse("inference.lookup", { class: className });
};
var levels = {
  strict,
  standard,
  open: () => "allow"
};
var explainRefusal = (lineage, level, veil) => {
  if (lineage.explain === void 0 || level === "open") return void 0;
  const use = lineage.predicates.find(({ column, clause }) => clause !== "policy" && veil.of(column) !== void 0);
  const className = use && veil.of(use.column)?.class;
  return className === void 0 ? void 0 : refuse("inference.estimates", { class: className });
};
var failingRefusal = (lineage, level, veil) => {
  if (level !== "strict") return void 0;
  const use = failingUses(lineage).find(({ column }) => veil.of(column) !== void 0);
  const className = use && veil.of(use.column)?.class;
  return className === void 0 ? void 0 : refuse("inference.strict", { class: className, clause: `an expression that can fail (${use?.via.join(", ") ?? ""})` });
};
var judgeInference = (lineage, level, veil) => {
  const judged = /* @__PURE__ */ new Set();
  const notes = /* @__PURE__ */ new Set();
  const listed = [];
  let lookups = 0;
  for (const use of lineage.predicates) {
    const className = veil.of(use.column)?.class;
    if (className === void 0) continue;
    const verdict = levels[level](use, className, veil);
    if (typeof verdict !== "string") return { refusal: verdict, lookups: 0, listed: [], judged, notes: [] };
    judged.add(`${use.column} ${use.clause}`);
    if (verdict === "lookup" && use.list === void 0) lookups += use.times;
    else if (verdict === "lookup") listed.push(...Array(use.times).fill(use.list ?? 0));
    notes.add(`${verdict === "lookup" ? "look-up by" : "uses"} class ${className} in ${clauseNames[use.clause]}`);
  }
  const refusal = explainRefusal(lineage, level, veil) ?? failingRefusal(lineage, level, veil);
  return { refusal, lookups, listed, judged, notes: [...notes] };
};

// src/policy/statement-kinds.ts
init_define_navigator();
var all = (access2, ...kinds) => kinds.map((kind) => [kind, { access: access2 }]);
var kindRules = new Map([
  ...all("read", "select", "values", "explain", "copy", "lock"),
  ...all("read", "declare-cursor", "fetch", "move", "close-cursor", "prepare", "execute", "deallocate"),
  ...all("read", "transaction", "set-constraints"),
  ...all("read", "set", "reset", "show", "discard"),
  ...all("read", "notify", "listen", "unlisten"),
  ...all("write", "insert", "update", "delete", "merge", "truncate", "refresh-materialized-view", "analyze", "vacuum"),
  ...all("ddl", "create-table", "alter-table", "drop", "rename", "comment", "create-index", "reindex", "cluster", "grant"),
  ...all(
    "ddl",
    "create-view",
    "create-schema",
    "create-sequence",
    "alter-sequence",
    "create-type",
    "create-enum",
    "create-domain"
  ),
  ...all(
    "ddl",
    "create-range",
    "alter-type",
    "alter-enum",
    "alter-domain",
    "alter-schema",
    "create-statistics",
    "alter-statistics",
    "keep-extension"
  ),
  ["create-table-as", { access: "ddl", stores: true }],
  ["select-into", { access: "ddl", stores: true }],
  ["create-materialized-view", { access: "ddl", stores: true }]
]);
var kindRule = (kind) => kindRules.get(kind);
var ranks = { read: 0, write: 1, ddl: 2 };
var suffices = (granted, needed) => ranks[granted] >= ranks[needed];
var stricterAccess = (a, b) => ranks[a] >= ranks[b] ? a : b;

// src/policy/treat.ts
init_define_navigator();

// src/policy/structured.ts
init_define_navigator();
var treatShape = (shape, treat2) => {
  if (shape.kind === "row") return { kind: "row", fields: shape.fields.map(treat2) };
  if (shape.kind === "json-array") return { kind: "json-array", items: shape.items.map(treat2) };
  if (shape.kind === "each") return { kind: "each", json: shape.json, item: treat2(shape.item) };
  return { kind: "json-object", members: shape.members.map((member) => ({ name: member.name, treatment: treat2(member) })) };
};
var treatmentsIn = (shape) => {
  if (shape.kind === "row") return shape.fields;
  if (shape.kind === "json-array") return shape.items;
  return shape.kind === "each" ? [shape.item] : shape.members.map(({ treatment }) => treatment);
};
var structuredTreatment = (shape, treat2) => {
  const treated = treatShape(shape, treat2);
  return treatmentsIn(treated).every(({ kind }) => kind === "pass") ? { treatment: { kind: "pass" }, reason: "no member has a veiled source" } : { treatment: { kind: "structured", shape: treated }, reason: "masked inside, member by member" };
};

// src/policy/traces.ts
init_define_navigator();
var clausesOf = /* @__PURE__ */ new Map([
  ["case", ["case"]],
  ["filter", ["filter"]],
  ["order", ["order", "window"]],
  ["over", ["window"]],
  ["except", ["setop"]]
]);
var counters = /* @__PURE__ */ new Set(["count", "num_nulls", "num_nonnulls", "is null", "explain"]);
var longestVia2 = 5;
var isJudged = ({ column, via }, judged) => {
  const steps = via.filter((step) => clausesOf.has(step));
  return steps.length > 0 && steps.every((step) => clausesOf.get(step)?.some((clause) => judged.has(`${column} ${clause}`)) === true);
};
var countsStored = ({ via }) => {
  const counted = via.findLastIndex((step) => counters.has(step));
  return counted >= 0 && via.slice(counted + 1).every(isTotal);
};
var isPlan = ({ via }) => via[0] === "explain";
var isHarmlessTrace = (source, judged) => isPlan(source) || source.via.length <= longestVia2 && (source.way === "count" ? countsStored(source) : isJudged(source, judged));

// src/policy/treat.ts
var pass = (reason) => ({ treatment: { kind: "pass" }, reason });
var redact2 = (className, reason) => ({
  treatment: { kind: "redact", class: className },
  reason
});
var isValue = ({ way }) => way === "identity" || way === "preserving" || way === "derived";
var treatTraces = (traces, className, context) => {
  if (traces.length === 0) return pass("no classified source");
  if (context.level === "open") return pass("counts and conditions pass at level open");
  if (context.level === "strict")
    return redact2(className, `depends on presence or conditions of class ${className}, at level strict`);
  const harmful = traces.find((source) => !isHarmlessTrace(source, context.judged));
  return harmful !== void 0 ? redact2(className, `tells of class ${className} (${harmful.via.join(", ")})`) : pass(`counts or presence of class ${className} only`);
};
var isOpenValue = (source, { veil }) => isValue(source) && veil.of(source.column) === void 0 && veil.revealOf(source.column) === void 0 && !["view", "inherited"].includes(source.via.at(-1) ?? "");
var treatScalar = (sources, veiled2, classes, context) => {
  const values = veiled2.filter(isValue);
  const [className = ""] = classes;
  const traces = treatTraces(
    veiled2.filter((source) => !isValue(source)),
    className,
    context
  );
  if (values.length === 0 || traces.treatment.kind === "redact") return traces;
  const derived = values.find(({ way }) => way === "derived");
  if (derived !== void 0)
    return redact2(className, `computed from class ${context.veil.of(derived.column)?.class ?? ""} (${derived.via.join(", ")})`);
  const picked = values.find(({ via }) => via.some(picksByOrder));
  if (picked !== void 0 && context.level === "strict")
    return redact2(className, `shows the order of class ${className} (${picked.via.join(", ")}), at level strict`);
  const chosen = values.some(({ via }) => via.includes(besideConstant)) || sources.some((source) => isOpenValue(source, context));
  if (picked !== void 0 && chosen && context.level !== "open")
    return redact2(className, `shows the order of class ${className} beside other values (${picked.via.join(", ")})`);
  const masks = values.map(({ column }) => context.veil.of(column)).filter((one) => one !== void 0);
  const valueClasses = new Set(masks.map((one) => one.class));
  if (valueClasses.size > 1) return redact2(className, `holds several classes: ${[...valueClasses].join(", ")}`);
  const specs = masks.map((classified) => context.veil.maskOf(classified));
  const [mask] = specs;
  const [only = className] = valueClasses;
  if (mask === void 0 || specs.includes(void 0)) return redact2(only, `class ${only} has no mask`);
  const stepped = values.find(({ way, via }) => way === "preserving" && !tolerates(mask, via));
  if (stepped !== void 0)
    return redact2(only, `class ${only} through ${stepped.via.join(", ")}, which its mask does not allow for`);
  if (isJoinable(mask) && sources.some((source) => isOpenValue(source, context)))
    return redact2(only, `class ${only} beside values of no class, whose tokens would tell which of them are equal`);
  return { treatment: { kind: "mask", mask, class: only }, reason: `class ${only}` };
};
var classesOf = (sources, veil) => [
  ...new Set(sources.flatMap(({ column }) => veil.of(column)?.class ?? []))
];
var covered = ({ shape }) => membersOf(shape).flatMap((member) => [...member.sources.map((source) => source.column), ...covered(member)]);
var opaqueInside = ({ shape, opaque }) => membersOf(shape).some((member) => member.opaque === opaque && (member.shape.kind === "scalar" || opaqueInside(member)));
var treat = (column, context) => {
  const { veil, trusted } = context;
  const veiled2 = column.sources.filter((source) => veil.of(source.column) !== void 0);
  const classes = classesOf(veiled2, veil);
  const { shape, opaque } = column;
  if (shape.kind !== "scalar") {
    const inside = new Set(covered(column));
    const outside = veiled2.filter(({ column: key }) => !inside.has(key));
    const traces = outside.every((source) => !isValue(source)) ? treatTraces(outside, classes[0] ?? "", context) : void 0;
    const hidden = opaque !== void 0 && !opaqueInside(column);
    if (!hidden && (outside.length === 0 || traces?.treatment.kind === "pass")) {
      return structuredTreatment(shape, (member) => alone(treat(member, context).treatment));
    }
    return redact2(classes[0], opaque === void 0 ? "classes flow into it past its members" : `cannot be followed: ${opaque}`);
  }
  if (opaque !== void 0 && !trusted.has(opaque)) return redact2(classes[0], `cannot be followed: ${opaque}`);
  if (veiled2.length > 0) return treatScalar(column.sources, veiled2, classes, context);
  const reveal = column.sources.map((source) => veil.revealOf(source.column)).find((one) => one !== void 0);
  return pass(reveal === void 0 ? "no classified source" : `revealed: ${reveal.reason}`);
};
var decideColumn = (column, context) => {
  const sources = column.sources.flatMap((source) => {
    const classified = context.veil.of(source.column);
    return classified === void 0 ? [] : [{ column: source.column, class: classified.class, way: source.way }];
  });
  return { name: column.name, classes: [...new Set(sources.map((source) => source.class))], sources, ...treat(column, context) };
};

// src/policy/decide.ts
var harmlessEffects = /^pg_catalog\.(?:pg_notify|set_config|pg_sleep(?:_for|_until)?|pg_export_snapshot|pg_(?:try_)?advisory_\w+)$/;
var neededAccess = (lineage, kind) => {
  const writes = lineage.writes.length > 0 || lineage.targets.length > 0 && lineage.kind !== "lock" || lineage.copy?.direction === "from" || lineage.effects.some((effect) => effect.kind === "function" && !harmlessEffects.test(effect.name));
  return writes ? stricterAccess(kind, "write") : kind;
};
var access = (lineage, { grant }) => {
  const rule = kindRule(lineage.kind);
  const kind = lineage.kind.replaceAll("-", " ").toUpperCase();
  if (rule === void 0) return refuse("statement.kind", { kind });
  const needed = neededAccess(lineage, rule.access);
  if (suffices(grant.access, needed)) return void 0;
  return refuse(needed === "ddl" ? "access.ddl" : "access.write", { kind, access: grant.access });
};
var relations = (lineage, { grant, catalog }) => {
  for (const oid of /* @__PURE__ */ new Set([...lineage.relations, ...lineage.targets])) {
    const relation = catalog.relation(oid);
    if (relation === void 0) continue;
    if (!allowsRelation(grant, relation)) return refuse("relation.denied", { relation: `${relation.schema}.${relation.name}` });
  }
  return void 0;
};
var functions = (lineage, { grant, catalog }) => {
  for (const use of lineage.functions) {
    if (use.nature !== "opaque" && use.nature !== "reader" || isTrusted(grant, catalog, use)) continue;
    return refuse(`function.${use.nature}`, { function: use.name });
  }
  return void 0;
};
var settings2 = (lineage) => {
  const sets = lineage.changes.filter((change) => change.kind === "set");
  const calls = lineage.functions.some(({ name }) => name === setConfig);
  if (calls && (sets.length === 0 || sets.some(({ name }) => name === anySetting))) {
    return refuse("setting.refused", {
      why: "set_config with a name that is not a constant",
      hint: "Write the name of the setting as a constant."
    });
  }
  for (const { name, value } of sets) {
    if (value === void 0 && !calls) continue;
    const verdict = judgeSetting(name, value?.join(", "));
    if (verdict.kind === "refuse") return refuse("setting.refused", verdict);
  }
  return void 0;
};
var lateNames = (lineage) => {
  const late = lineage.effects.find((effect) => effect.kind === "late-names");
  const renames = lineage.changes.some((change) => change.kind === "set" && ["search_path", "all"].includes(change.name));
  return late !== void 0 && renames ? refuse("function.late", { function: late.function }) : void 0;
};
var copy = (lineage) => lineage.copy !== void 0 && lineage.copy.place !== "client" ? refuse("copy.server") : void 0;
var checks = [access, copy, settings2, functions, lateNames, relations];
var runsCodeWhilePlanning = (lineage) => lineage.explain !== void 0 && lineage.functions.some(({ nature }) => nature === "followed" || nature === "opaque" || nature === "reader");
var decide = (lineage, context) => {
  const { bound, grant, catalog, now } = context;
  const refused2 = checks.map((check) => check(lineage, context)).find((refusal2) => refusal2 !== void 0);
  if (refused2 !== void 0) return { kind: "refuse", refusal: refused2 };
  const inner = lineage.changes.find((change) => change.kind === "prepare" || change.kind === "declare-cursor")?.inner;
  if (inner !== void 0) return decide(inner, context);
  const veil = veilOf(bound, grant, now);
  const flow = { bound, catalog, veil, level: grant.inference };
  const inference = judgeInference(lineage, grant.inference, veil);
  const refusal = (kindRule(lineage.kind)?.stores === true ? judgeStore(lineage, flow) : void 0) ?? judgeFlows(lineage, flow) ?? inference.refusal;
  if (refusal !== void 0) return { kind: "refuse", refusal };
  const trusted = new Set(lineage.functions.filter((use) => isTrusted(grant, catalog, use)).map(({ name }) => name));
  const guarded = isGuarded(lineage, flow);
  const hidesPlan = guarded && runsCodeWhilePlanning(lineage);
  const columns = lineage.columns?.map(
    (column) => decideColumn(hidesPlan ? { ...column, opaque: "functions that run while the statement is planned" } : column, {
      veil,
      level: grant.inference,
      trusted,
      judged: inference.judged
    })
  );
  const tied = columns && tieBesides(columns, lineage, context);
  const assigned = assignedParameters(lineage, flow);
  const reveals = new Set(lineage.touched.flatMap((key) => veil.revealOf(key)?.reason ?? []));
  const plan = {
    kind: "forward",
    columns: tied,
    guarded,
    lookups: inference.lookups,
    ...inference.listed.length === 0 ? {} : { listed: inference.listed },
    ...assigned.length === 0 ? {} : { assigned },
    notes: [...inference.notes, ...[...reveals].map((reason) => `revealed: ${reason}`)]
  };
  return inReadableEncoding(plan, lineage);
};

// src/policy/explain.ts
init_define_navigator();
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
  decide,
  treatmentText,
  explain
};
