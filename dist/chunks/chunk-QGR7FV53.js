import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  firstNormalOid
} from "./chunk-OKLFN3DZ.js";
import {
  columnKey
} from "./chunk-5LNJKYM5.js";
import {
  PgveilError
} from "./chunk-YKELLRG3.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/catalog/resolve-path.ts
init_define_navigator();
var longestName = 63;
var truncate = (name) => {
  if (Buffer.byteLength(name) <= longestName) return name;
  let kept = "";
  let size = 0;
  for (const character of name) {
    size += Buffer.byteLength(character);
    if (size > longestName) break;
    kept += character;
  }
  return kept;
};
var downcase = (name) => name.replaceAll(/[A-Z]/gu, (letter) => letter.toLowerCase());
var entry = /[ \t\n\r\f\v]*(?:"((?:[^"]|"")*)"|([^", \t\n\r\f\v]+))[ \t\n\r\f\v]*(,|$)/uy;
var splitIdentifiers = (text2) => {
  if (text2.trim() === "") return [];
  const names = [];
  entry.lastIndex = 0;
  for (; ; ) {
    const found = entry.exec(text2);
    if (found === null) return void 0;
    const [, quoted, bare3, end2] = found;
    if (quoted === "") return void 0;
    names.push(truncate(quoted === void 0 ? downcase(bare3 ?? "") : quoted.replaceAll('""', '"')));
    if (end2 === "") return names;
  }
};
var nameSpace = (catalog, searchPath, role, tempSchema) => {
  const path = [];
  const add2 = (schema) => {
    if (schema !== void 0 && !path.includes(schema)) path.push(schema);
  };
  for (const name of splitIdentifiers(searchPath) ?? []) {
    if (name === "pg_temp") add2(tempSchema);
    else {
      const schema = name === "$user" ? role : name;
      if (schema === tempSchema || catalog.schemas.has(schema) && catalog.mayUse(role, schema)) add2(schema);
    }
  }
  if (!path.includes("pg_catalog")) path.unshift("pg_catalog");
  if (tempSchema !== void 0 && !path.includes(tempSchema)) path.unshift(tempSchema);
  return { path, tempSchema };
};

// src/lineage/read.ts
init_define_navigator();

// src/lineage/expressions/index.ts
init_define_navigator();

// src/lineage/ast.ts
init_define_navigator();
var tagOf = (node) => {
  for (const tag in node) return tag;
  return "List";
};
var as = (node, tag) => node === void 0 ? void 0 : node[tag];
var stringOf = (node) => as(node, "String")?.sval;
var strings = (nodes) => {
  const found = [];
  for (const node of nodes ?? []) {
    const text2 = stringOf(node);
    if (text2 !== void 0) found.push(text2);
  }
  return found;
};
var last = (items) => items[items.length - 1];
var textConstant = (node) => {
  const constant = as(node, "A_Const");
  if (constant !== void 0) return constant.sval === void 0 ? void 0 : constant.sval.sval ?? "";
  const cast2 = as(node, "TypeCast");
  return cast2 === void 0 || !isTextType(cast2.typeName) ? void 0 : textConstant(cast2.arg);
};
var isTextType = (type) => {
  const name = last(strings(type?.names));
  return type?.arrayBounds === void 0 && (name === "text" || name === "unknown" || name === "varchar" && type?.typmods === void 0);
};
var integerConstant = (node) => {
  const constant = as(node, "A_Const");
  return constant?.ival === void 0 ? void 0 : constant.ival.ival ?? 0;
};

// src/lineage/unreadable.ts
init_define_navigator();
var refuse = (reason, detail) => Object.assign(new PgveilError("PGVEIL_INTERNAL", detail), { unreadable: { reason, detail } });
var unmodelled = (node) => refuse("unmodelled", node);
var isUnreadable = (error) => error instanceof PgveilError && "unreadable" in error;

// src/lineage/value.ts
init_define_navigator();

// src/lineage/rows.ts
init_define_navigator();
var places = /* @__PURE__ */ new WeakMap();
var put = (place, value) => {
  if (place !== void 0) places.set(value, place);
  return value;
};
var storesRows = ({ kind }) => "rpf".includes(kind);
var ofOneRow = (relation2, columns) => {
  if (!storesRows(relation2)) return columns;
  const row2 = {};
  return columns.map((column, index) => {
    const definition3 = relation2.columns[index];
    const place = definition3?.generated === "" ? { row: row2, column: columnKey(relation2.oid, definition3.attnum) } : void 0;
    return put(place, { ...column });
  });
};
var handedOn = (from, to) => put(places.get(from), to);
var onceMore = (columns) => {
  const rows = /* @__PURE__ */ new Map();
  return columns.map((column) => {
    const place = places.get(column);
    if (place === void 0) return column;
    const row2 = rows.get(place.row) ?? {};
    rows.set(place.row, row2);
    return put({ row: row2, column: place.column }, { ...column });
  });
};
var ofNoRow = (columns) => columns.map((column) => places.has(column) ? { ...column } : column);
var withRows = (columns) => {
  const numbers = /* @__PURE__ */ new Map();
  return columns.map((column) => {
    const place = places.get(column);
    if (place === void 0) return column;
    const row2 = numbers.get(place.row) ?? numbers.size;
    numbers.set(place.row, row2);
    return { ...column, stored: { row: row2, column: place.column } };
  });
};

// src/lineage/shapes.ts
init_define_navigator();
var membersOf = (shape) => {
  if (shape.kind === "row") return shape.fields;
  if (shape.kind === "json-object") return shape.members;
  if (shape.kind === "json-array") return shape.items;
  return shape.kind === "each" ? [shape.item] : [];
};
var largest = 4e3;
var sizes = /* @__PURE__ */ new WeakMap();
var sizeOf = (shape) => {
  const known2 = shape.kind === "scalar" ? 1 : sizes.get(shape);
  if (known2 !== void 0) return known2;
  const size = membersOf(shape).reduce((sum, part2) => sum + sizeOf(part2.shape), 1);
  sizes.set(shape, size);
  return size;
};
var keepsShape = (parts) => parts.reduce((sum, { shape }) => sum + sizeOf(shape), 1) <= largest;

// src/lineage/value.ts
var unknownLiteral = 705;
var scalar = { kind: "scalar" };
var none = [];
var plain = (type) => ({ sources: none, shape: scalar, type, opaque: void 0 });
var unknownConstant = plain(0);
var named = (name, value) => ({ ...value, name });
var identify = (source) => `${source.column} ${source.way} ${source.via.join(" ")}`;
var mostSources = 1e3;
var gathered = (sources) => {
  const found = /* @__PURE__ */ new Map();
  for (const source of sources) {
    const { column, way } = source;
    if (way === "identity") found.set(identify(source), source);
    else found.set(`${column} ${way}`, { column, way, via: manySteps });
  }
  return [...found.values()];
};
var distinct = (lists) => {
  const seen = /* @__PURE__ */ new Map();
  for (const list2 of lists) for (const source of list2) seen.set(identify(source), source);
  const sources = [...seen.values()];
  return sources.length > mostSources ? gathered(sources) : sources;
};
var union = (lists) => {
  const filled = lists.filter((list2) => list2.length > 0);
  return filled.length < 2 ? filled[0] ?? none : distinct(filled);
};
var maxVia = 6;
var manySteps = Array.from({ length: maxVia }, () => "many steps");
var step = (name, via) => via.length < maxVia ? [name, ...via] : [name, ...via.slice(0, maxVia - 2), via[via.length - 1] ?? name];
var arrive = {
  preserving: { identity: "preserving", preserving: "preserving", derived: "derived", count: "count", steering: "steering" },
  derived: { identity: "derived", preserving: "derived", derived: "derived", count: "count", steering: "steering" },
  count: { identity: "count", preserving: "count", derived: "count", count: "count", steering: "steering" },
  steering: { identity: "steering", preserving: "steering", derived: "steering", count: "steering", steering: "steering" }
};
var through = (way, via, sources) => {
  if (sources.length === 0) return sources;
  const table = arrive[way];
  const out = sources.map((source) => ({ column: source.column, way: table[source.way], via: step(via, source.via) }));
  return out.length === 1 ? out : distinct([out]);
};
var firstOpaque = (values2) => {
  for (const value of values2) if (value.opaque !== void 0) return value.opaque;
  return void 0;
};
var derived = (via, values2, type) => ({
  sources: through("derived", via, union(values2.map((value) => value.sources))),
  shape: scalar,
  type,
  opaque: firstOpaque(values2)
});
var steering = (via, values2) => through("steering", via, union(values2.map((value) => value.sources)));
var withSources = (value, more) => more.length === 0 ? value : { ...value, sources: union([value.sources, more]) };
var flat = (value) => value.shape.kind === "scalar" ? value : { ...value, shape: scalar };
var computedRow = (value) => value.shape.kind === "row" && value.shape.computed !== true ? { ...value, shape: { ...value.shape, computed: true } } : value;
var commonFields = (left, right) => {
  if (left.length !== right.length) return void 0;
  const fields = [];
  for (const [index, field2] of left.entries()) {
    const other = right[index];
    if (other === void 0 || other.name !== field2.name) return void 0;
    fields.push(named(field2.name, either(field2, other)));
  }
  return fields;
};
var commonShape = (left, right) => {
  const a = left.shape;
  const b = right.shape;
  if (a === b) return a;
  if (!keepsShape([left, right])) return scalar;
  if (isConstant(left)) return b;
  if (isConstant(right)) return a;
  if (a.kind === "row" && b.kind === "row") {
    const fields = commonFields(a.fields, b.fields);
    return fields === void 0 ? scalar : { kind: "row", fields };
  }
  if (a.kind === "json-object" && b.kind === "json-object") {
    const members2 = commonFields(a.members, b.members);
    return members2 === void 0 ? scalar : { kind: "json-object", members: members2 };
  }
  if (a.kind === "json-array" && b.kind === "json-array") {
    const items = commonFields(a.items, b.items);
    return items === void 0 ? scalar : { kind: "json-array", items };
  }
  if (a.kind === "each" && b.kind === "each" && a.json === b.json) {
    return { kind: "each", json: a.json, item: named(a.item.name, either(a.item, b.item)) };
  }
  return scalar;
};
var commonType = (left, right) => {
  if (left.type === right.type) return left.type;
  if (isNullConstant(left) || left.type === unknownLiteral) return right.type;
  return isNullConstant(right) || right.type === unknownLiteral ? left.type : 0;
};
var besideConstant = "constant";
var beside = (sources) => {
  const marked = sources.map(
    (source) => source.via.includes(besideConstant) ? [source] : through("preserving", besideConstant, [source])
  );
  return union(marked);
};
var besideField = (field2) => named(field2.name, { ...field2, sources: beside(field2.sources), shape: besideShape(field2.shape) });
var besideShape = (shape) => {
  switch (shape.kind) {
    case "row":
      return { ...shape, fields: shape.fields.map(besideField) };
    case "json-object":
      return { ...shape, members: shape.members.map(besideField) };
    case "json-array":
      return { ...shape, items: shape.items.map(besideField) };
    case "each":
      return { ...shape, item: besideField(shape.item) };
    case "scalar":
      return shape;
    default:
      return shape;
  }
};
var isChosen = (value) => isConstant(value) && value.blank !== true;
var either = (one, other) => {
  const left = isChosen(other) && !isConstant(one) ? { ...one, sources: beside(one.sources), shape: besideShape(one.shape) } : one;
  const right = isChosen(one) && !isConstant(other) ? { ...other, sources: beside(other.sources), shape: besideShape(other.shape) } : other;
  return oneOf(left, right);
};
var oneOf = (left, right) => computedRow({
  sources: union([left.sources, right.sources]),
  shape: commonShape(left, right),
  type: commonType(left, right),
  opaque: left.opaque ?? right.opaque,
  ...left.blank === true && right.blank === true ? { blank: true } : {}
});
var nullConstant = { ...plain(0), blank: true };
var blankConstant = (type) => ({ ...plain(type), blank: true });
var isConstant = (value) => value.sources.length === 0 && value.opaque === void 0 && value.shape.kind === "scalar";
var isNullConstant = (value) => value === nullConstant;
var eitherOf = (values2) => {
  const [first, ...others] = values2;
  return others.reduce((left, right) => either(left, right), first ?? unknownConstant);
};
var columnsOf = (sources) => [
  ...new Set(sources.map((source) => source.column))
];
var rowOf = (fields, type) => ({
  sources: through("derived", "row", union(fields.map((field2) => field2.sources))),
  shape: keepsShape(fields) ? { kind: "row", fields: ofNoRow(fields) } : scalar,
  type,
  opaque: firstOpaque(fields)
});

// src/lineage/expressions/casts.ts
init_define_navigator();

// src/lineage/names.ts
init_define_navigator();
var schemasOf = ({ nameSpace: nameSpace2 }, schema, what) => {
  if (schema === void 0) {
    return what === "relation" ? nameSpace2.path : nameSpace2.path.filter((entry3) => entry3 !== nameSpace2.tempSchema);
  }
  if (schema === "pg_temp") return nameSpace2.tempSchema === void 0 ? [] : [nameSpace2.tempSchema];
  return [schema];
};
var qualified = (schema, name) => schema === void 0 ? name : `${schema}.${name}`;
var findRelation = (names, schema, name) => {
  for (const entry3 of schemasOf(names, schema, "relation")) {
    const relation2 = names.catalog.relationNamed(entry3, name);
    if (relation2 !== void 0) return relation2;
  }
  return void 0;
};
var relationOf = (names, range) => {
  const name = range?.relname ?? "";
  if (range?.catalogname !== void 0 && range.catalogname !== names.catalog.database) {
    throw refuse("unresolved", "a reference to another database");
  }
  const relation2 = findRelation(names, range?.schemaname, name);
  if (relation2 === void 0) throw refuse("unresolved", `relation "${qualified(range?.schemaname, name)}"`);
  return relation2;
};
var splitName = (nodes) => {
  const parts = strings(nodes);
  return { schema: parts.length > 1 ? parts[parts.length - 2] : void 0, name: last(parts) ?? "" };
};
var findFunctions = (names, schema, name) => schemasOf(names, schema, "routine").flatMap((entry3) => names.catalog.fnsNamed(entry3, name));
var findOperators = (names, schema, name) => schemasOf(names, schema, "routine").flatMap((entry3) => names.catalog.operatorsNamed(entry3, name));
var findType = (names, schema, name) => {
  for (const entry3 of schemasOf(names, schema, "relation")) {
    const type = names.catalog.typeNamed(entry3, name);
    if (type !== void 0) return type;
  }
  return void 0;
};
var columnType = ({ catalog, nameSpace: nameSpace2 }, parts) => {
  const column = last(parts);
  const relation2 = findRelation(
    { catalog, nameSpace: nameSpace2 },
    parts.length > 2 ? parts[parts.length - 3] : void 0,
    parts[parts.length - 2] ?? ""
  );
  return relation2?.columns.find((entry3) => entry3.name === column)?.type ?? 0;
};
var typeOf = (names, typeName) => {
  if (typeName === void 0) return void 0;
  const parts = strings(typeName.names);
  if (typeName.pct_type === true) return names.catalog.type(columnType(names, parts));
  const { schema, name } = splitName(typeName.names);
  const type = findType(names, schema, name);
  if (type === void 0 || (typeName.arrayBounds?.length ?? 0) === 0) return type;
  return names.catalog.type(type.array);
};
var baseType = (catalog, oid) => {
  let type = catalog.type(oid);
  for (let depth = 0; type?.kind === "d" && depth < 32; depth += 1) type = catalog.type(type.base);
  return type;
};
var compositeOf = (catalog, oid) => {
  const type = baseType(catalog, oid);
  return type?.kind === "c" ? catalog.relation(type.relation) : void 0;
};

// src/lineage/overload.ts
init_define_navigator();
var unknownType = 705;
var recordType = 2249;
var element = /* @__PURE__ */ new Set([2283, 2776, 3500, 5077, 5079]);
var arrays = /* @__PURE__ */ new Set([2277, 5078]);
var ranges = /* @__PURE__ */ new Set([3831, 5080]);
var multiranges = /* @__PURE__ */ new Set([4537, 4538]);
var anyType = 2276;
var isPolymorphic = (type) => element.has(type) || arrays.has(type) || ranges.has(type) || multiranges.has(type) || type === anyType;
var strip = (catalog, type) => baseType(catalog, type)?.oid ?? type;
var coercible = (catalog, from, to) => {
  if (from === to || from === 0 || from === unknownType || to === anyType || element.has(to)) return true;
  const source = baseType(catalog, from);
  if (source === void 0) return true;
  if (source.oid === to) return true;
  if (arrays.has(to)) return source.element !== 0;
  if (ranges.has(to)) return source.kind === "r";
  if (multiranges.has(to)) return source.kind === "m";
  if (to === recordType) return source.kind === "c" || source.oid === recordType;
  if (source.oid === recordType) return catalog.type(to)?.kind === "c";
  if (source.kind === "c" && catalog.type(to)?.kind === "c") return true;
  if (to === 2287) return source.element !== 0;
  if (source.element !== 0) {
    const wanted = catalog.type(to)?.element ?? 0;
    if (wanted !== 0) return coercible(catalog, source.element, wanted);
  }
  return catalog.castsFrom(source.oid).some((cast2) => cast2.target === to && cast2.context === "i");
};
var choose = (catalog, candidates, given) => {
  if (candidates.length < 2) return candidates;
  const types = given.map((type) => strip(catalog, type));
  const certain = types.every((type) => type !== 0);
  if (certain) {
    const matching = (wanted) => candidates.find((candidate2) => candidate2.parameters.every((type, index) => type === wanted[index]));
    const exact = matching(given) ?? matching(types);
    if (exact !== void 0) return [exact];
    const [left, right] = types;
    if (types.length === 2 && left !== void 0 && right !== void 0 && left === unknownType !== (right === unknownType)) {
      const assumed = left === unknownType ? right : left;
      const same = candidates.find((candidate2) => candidate2.parameters.every((type) => type === assumed));
      if (same !== void 0) return [same];
    }
  }
  const fitting = candidates.filter(
    (candidate2) => candidate2.parameters.every((type, index) => coercible(catalog, types[index] ?? 0, type))
  );
  if (fitting.length === 0) return candidates;
  if (!certain) return fitting;
  const matches = (candidate2) => candidate2.parameters.filter((type, index) => type === types[index] && type !== unknownType).length;
  const most = Math.max(...fitting.map(matches));
  return fitting.filter((candidate2) => matches(candidate2) === most);
};
var elementOf = (catalog, parameter2, given) => {
  const type = baseType(catalog, given);
  if (element.has(parameter2)) return given === unknownType ? 0 : given;
  if (arrays.has(parameter2)) return type?.element ?? 0;
  return ranges.has(parameter2) || multiranges.has(parameter2) ? type?.subtype ?? 0 : 0;
};
var resultType = (catalog, result, parameters, given) => {
  if (!isPolymorphic(result)) return result;
  const found = parameters.map((parameter2, index) => elementOf(catalog, parameter2, given[index] ?? 0)).find((type) => type !== 0) ?? 0;
  if (element.has(result)) return found;
  return arrays.has(result) ? catalog.type(found)?.array ?? 0 : 0;
};

// src/lineage/expressions/call.ts
init_define_navigator();

// src/lineage/functions.ts
init_define_navigator();

// src/lineage/natures/builtin.ts
init_define_navigator();

// src/lineage/natures/entry.ts
init_define_navigator();
var entry2 = (nature, why, names, options = {}) => ({ nature, why, names: names.trim().split(/\s+/u), volatility: options.volatility, leaks: options.leaks });
var byName = (entries2) => {
  const found = /* @__PURE__ */ new Map();
  for (const item of entries2) {
    for (const name of item.names) found.set(name, [...found.get(name) ?? [], item]);
  }
  return found;
};
var find = (natures, fn) => natures.get(fn.name)?.find((item) => item.volatility === void 0 || item.volatility === fn.volatility);

// src/lineage/natures/builtin.ts
var readers = [
  entry2("reader", "runs the SQL text in its argument", `query_to_xml query_to_xmlschema query_to_xml_and_xmlschema ts_stat`),
  entry2("reader", "runs the SQL text in its second argument; the overload of three queries does not", "ts_rewrite", {
    volatility: "v"
  }),
  entry2("reader", "fetches from a cursor by name", "cursor_to_xml cursor_to_xmlschema"),
  entry2(
    "reader",
    "prints whole tables",
    `table_to_xml table_to_xmlschema table_to_xml_and_xmlschema schema_to_xml schema_to_xmlschema schema_to_xml_and_xmlschema
     database_to_xml database_to_xmlschema database_to_xml_and_xmlschema`
  ),
  entry2(
    "reader",
    "reads the server's files or directories",
    `pg_read_file pg_read_file_old pg_read_binary_file pg_stat_file pg_ls_dir pg_ls_logdir pg_ls_waldir pg_ls_tmpdir
     pg_ls_archive_statusdir pg_ls_logicalmapdir pg_ls_logicalsnapdir pg_ls_replslotdir pg_ls_summariesdir pg_current_logfile`
  ),
  entry2("reader", "the server configuration files hold connection strings", "pg_show_all_file_settings", { leaks: ["setting"] }),
  entry2("reader", "the authentication files hold passwords of LDAP and RADIUS servers", "pg_hba_file_rules", {
    leaks: ["options"]
  }),
  entry2("reader", "the authentication files map names of persons", "pg_ident_file_mappings"),
  entry2("reader", "large objects hold whatever was put into them", "lo_get loread lo_export"),
  entry2("reader", "reads one of the server's files into a large object", "lo_import"),
  entry2("reader", "other sessions' statements with their literals", "pg_stat_get_activity", { leaks: ["query"] }),
  entry2("reader", "other sessions' statements with their literals", "pg_stat_get_backend_activity"),
  entry2("reader", "the connection string holds a password", "pg_stat_get_wal_receiver", { leaks: ["conninfo"] }),
  entry2("reader", "names of prepared transactions are free text of other sessions", "pg_prepared_xact", { leaks: ["gid"] }),
  entry2(
    "reader",
    "decodes row changes out of the write-ahead log",
    `pg_logical_slot_get_changes pg_logical_slot_get_binary_changes pg_logical_slot_peek_changes
     pg_logical_slot_peek_binary_changes`
  )
];
var effects = [
  entry2("effect", "sends its argument to other sessions", "pg_notify"),
  entry2("effect", "keeps its argument in a setting", "set_config"),
  entry2("effect", "keeps its argument in a sequence", "setval"),
  entry2("effect", "its argument can be told from the numbers that follow", "setseed"),
  entry2(
    "effect",
    "its key shows in pg_locks, to every session",
    `pg_advisory_lock pg_advisory_lock_shared pg_advisory_xact_lock pg_advisory_xact_lock_shared pg_try_advisory_lock
     pg_try_advisory_lock_shared pg_try_advisory_xact_lock pg_try_advisory_xact_lock_shared pg_advisory_unlock
     pg_advisory_unlock_shared`
  ),
  entry2("effect", "its argument can be told from the time it takes", "pg_sleep pg_sleep_for pg_sleep_until"),
  entry2("effect", "writes large objects", `lo_from_bytea lo_put lowrite lo_creat lo_create lo_unlink lo_truncate lo_truncate64`),
  entry2("effect", "writes its argument to the write-ahead log", "pg_logical_emit_message pg_create_restore_point"),
  entry2("effect", "acts on other sessions", "pg_cancel_backend pg_terminate_backend pg_log_backend_memory_contexts"),
  entry2("effect", "other sessions can take on the snapshot by its name", "pg_export_snapshot"),
  entry2(
    "effect",
    "runs the server: configuration, log files, write-ahead log, backup, standby",
    `pg_reload_conf pg_rotate_logfile pg_rotate_logfile_old pg_switch_wal pg_promote pg_backup_start pg_backup_stop
     pg_wal_replay_pause pg_wal_replay_resume pg_log_standby_snapshot pg_stop_making_pinned_objects
     pg_import_system_collations pg_extension_config_dump`
  ),
  entry2(
    "effect",
    "makes, moves or drops replication slots and origins",
    `pg_create_logical_replication_slot pg_create_physical_replication_slot pg_copy_logical_replication_slot
     pg_copy_physical_replication_slot pg_drop_replication_slot pg_replication_slot_advance pg_sync_replication_slots
     pg_replication_origin_create pg_replication_origin_drop pg_replication_origin_advance
     pg_replication_origin_session_setup pg_replication_origin_session_reset pg_replication_origin_xact_setup
     pg_replication_origin_xact_reset`
  ),
  entry2(
    "effect",
    "changes the shared statistics",
    `pg_stat_reset pg_stat_reset_shared pg_stat_reset_slru pg_stat_reset_single_table_counters
     pg_stat_reset_single_function_counters pg_stat_reset_replication_slot pg_stat_reset_subscription_stats
     pg_stat_reset_backend_stats pg_restore_relation_stats pg_restore_attribute_stats pg_clear_relation_stats
     pg_clear_attribute_stats`
  ),
  entry2(
    "effect",
    "maintains an index",
    "gin_clean_pending_list brin_summarize_new_values brin_summarize_range brin_desummarize_range"
  ),
  entry2(
    "effect",
    "a trigger that copies text columns into another column",
    "tsvector_update_trigger tsvector_update_trigger_column"
  ),
  entry2(
    "effect",
    "for pg_upgrade alone: the server must have been started for it",
    `binary_upgrade_add_sub_rel_state binary_upgrade_create_empty_extension binary_upgrade_logical_slot_has_caught_up
     binary_upgrade_replorigin_advance binary_upgrade_set_missing_value binary_upgrade_set_next_array_pg_type_oid
     binary_upgrade_set_next_heap_pg_class_oid binary_upgrade_set_next_heap_relfilenode
     binary_upgrade_set_next_index_pg_class_oid binary_upgrade_set_next_index_relfilenode
     binary_upgrade_set_next_multirange_array_pg_type_oid binary_upgrade_set_next_multirange_pg_type_oid
     binary_upgrade_set_next_pg_authid_oid binary_upgrade_set_next_pg_enum_oid binary_upgrade_set_next_pg_tablespace_oid
     binary_upgrade_set_next_pg_type_oid binary_upgrade_set_next_toast_pg_class_oid
     binary_upgrade_set_next_toast_relfilenode binary_upgrade_set_record_init_privs`
  )
];
var states = [
  entry2("state", "random", "random random_normal gen_random_uuid uuidv4 uuidv7 array_sample array_shuffle"),
  entry2(
    "state",
    "the clock",
    `clock_timestamp timeofday now transaction_timestamp statement_timestamp pg_postmaster_start_time pg_conf_load_time`
  ),
  entry2("state", "counters of sequences", "nextval currval lastval pg_sequence_last_value pg_get_sequence_data"),
  entry2(
    "state",
    "transaction numbers and snapshots",
    `txid_current txid_current_if_assigned txid_current_snapshot txid_status pg_current_xact_id pg_current_xact_id_if_assigned
     pg_current_snapshot pg_xact_status pg_xact_commit_timestamp pg_xact_commit_timestamp_origin pg_last_committed_xact
     pg_get_multixact_members`
  ),
  entry2(
    "state",
    "the session's own text, names and address",
    `current_query pg_cursor pg_prepared_statement
     pg_listening_channels pg_backend_pid pg_my_temp_schema inet_client_addr inet_client_port inet_server_addr
     inet_server_port pg_trigger_depth pg_get_backend_memory_contexts`
  ),
  entry2("state", "settings", "current_setting pg_show_all_settings pg_settings_get_flags pg_config"),
  entry2(
    "state",
    "privileges",
    `has_any_column_privilege has_column_privilege has_database_privilege has_foreign_data_wrapper_privilege
     has_function_privilege has_language_privilege has_largeobject_privilege has_parameter_privilege has_schema_privilege
     has_sequence_privilege has_server_privilege has_table_privilege has_tablespace_privilege has_type_privilege pg_has_role
     row_security_active`
  ),
  entry2(
    "state",
    "who waits for whom",
    `pg_lock_status pg_blocking_pids pg_safe_snapshot_blocking_pids
     pg_isolation_test_session_is_blocked pg_notification_queue_usage pg_advisory_unlock_all`
  ),
  entry2(
    "state",
    "sizes and places of files",
    `pg_relation_size pg_table_size pg_indexes_size pg_total_relation_size
     pg_database_size pg_tablespace_size pg_relation_filenode pg_relation_filepath pg_filenode_relation pg_tablespace_location
     pg_tablespace_databases currtid2`
  ),
  entry2(
    "state",
    "how far the write-ahead log and the standby are",
    `pg_current_wal_lsn pg_current_wal_insert_lsn
     pg_current_wal_flush_lsn pg_last_wal_receive_lsn pg_last_wal_replay_lsn pg_last_xact_replay_timestamp pg_is_in_recovery
     pg_is_wal_replay_paused pg_get_wal_replay_pause_state pg_get_wal_resource_managers pg_get_wal_summarizer_state
     pg_available_wal_summaries pg_wal_summary_contents pg_get_replication_slots pg_replication_origin_progress
     pg_replication_origin_session_is_setup pg_replication_origin_session_progress pg_show_replication_origin_status`
  ),
  entry2(
    "state",
    "the server's own control data",
    `pg_control_checkpoint pg_control_init pg_control_recovery
     pg_control_system pg_collation_actual_version pg_database_collation_actual_version pg_jit_available pg_get_wait_events
     pg_get_loaded_modules pg_get_shmem_allocations pg_get_shmem_allocations_numa pg_get_aios pg_nextoid`
  ),
  entry2("state", "the partitions of a table", "pg_partition_tree pg_partition_ancestors"),
  entry2("state", "positions in a large object", "lo_open lo_close lo_lseek lo_lseek64 lo_tell lo_tell64"),
  entry2(
    "state",
    "counters of activity",
    `pg_stat_clear_snapshot pg_stat_force_next_flush pg_stat_have_stats
     pg_stat_get_backend_io pg_stat_get_backend_wal pg_stat_get_io pg_stat_get_recovery_prefetch
     pg_stat_get_xact_blocks_fetched pg_stat_get_xact_blocks_hit pg_stat_get_xact_function_calls
     pg_stat_get_xact_function_self_time pg_stat_get_xact_function_total_time pg_stat_get_xact_numscans
     pg_stat_get_xact_tuples_deleted pg_stat_get_xact_tuples_fetched pg_stat_get_xact_tuples_hot_updated
     pg_stat_get_xact_tuples_inserted pg_stat_get_xact_tuples_newpage_updated pg_stat_get_xact_tuples_returned
     pg_stat_get_xact_tuples_updated`
  ),
  entry2(
    "state",
    "checks the constraint that its trigger belongs to",
    `RI_FKey_cascade_del RI_FKey_cascade_upd RI_FKey_check_ins
     RI_FKey_check_upd RI_FKey_noaction_del RI_FKey_noaction_upd RI_FKey_restrict_del RI_FKey_restrict_upd
     RI_FKey_setdefault_del RI_FKey_setdefault_upd RI_FKey_setnull_del RI_FKey_setnull_upd unique_key_recheck
     suppress_redundant_updates_trigger`
  ),
  entry2(
    "state",
    "cannot be called from SQL: takes or gives an internal value",
    `bthandler hashhandler gisthandler ginhandler
     spghandler brinhandler heap_tableam_handler bernoulli system dsnowball_init dsnowball_lexize plpgsql_call_handler
     plpgsql_inline_handler`
  ),
  entry2("state", "checks a definition in the catalog", "amvalidate plpgsql_validator")
];
var builtinEntries = [...readers, ...effects, ...states];
var builtinNatures = byName(builtinEntries);

// src/lineage/natures/extensions.ts
init_define_navigator();
var pure = (name, ...entries2) => ({ name, others: "pure", entries: entries2 });
var extensions = [
  ...[
    "bloom",
    "btree_gin",
    "btree_gist",
    "citext",
    "cube",
    "dict_int",
    "dict_xsyn",
    "earthdistance",
    "fuzzystrmatch",
    "hstore",
    "intagg",
    "intarray",
    "ltree",
    "seg"
  ].map((name) => pure(name)),
  pure("isn", entry2("effect", "keeps its argument in a setting of the session", "isn_weak")),
  pure("lo", entry2("effect", "a trigger that drops large objects", "lo_manage")),
  pure(
    "pg_trgm",
    entry2("effect", "keeps its argument in a setting of the session", "set_limit"),
    entry2("state", "a setting of the session", "show_limit")
  ),
  pure(
    "pgcrypto",
    entry2(
      "state",
      "random, besides its arguments",
      `gen_random_bytes gen_random_uuid gen_salt pgp_pub_encrypt
      pgp_pub_encrypt_bytea pgp_sym_encrypt pgp_sym_encrypt_bytea`
    ),
    entry2("state", "how the library was built", "fips_mode")
  ),
  pure("unaccent", entry2("state", "cannot be called from SQL: takes an internal value", "unaccent_init unaccent_lexize")),
  pure("uuid-ossp", entry2("state", "random, clock, network card", "uuid_generate_v1 uuid_generate_v1mc uuid_generate_v4")),
  pure(
    "tablefunc",
    entry2("state", "random", "normal_rand"),
    entry2("reader", "runs the SQL text in its argument", "crosstab crosstab2 crosstab3 crosstab4 crosstab_hash"),
    entry2("reader", "reads the table that its argument names", "connectby")
  ),
  pure(
    "xml2",
    entry2("reader", "reads the table that its argument names", "xpath_table"),
    entry2("pure", "a style sheet may not read files or the network", "xslt_process")
  ),
  {
    name: "dblink",
    others: "reader",
    entries: [
      entry2(
        "reader",
        "runs SQL on another connection",
        `dblink dblink_build_sql_delete
    dblink_build_sql_insert dblink_build_sql_update dblink_cancel_query dblink_close dblink_connect dblink_connect_u
    dblink_current_query dblink_disconnect dblink_error_message dblink_exec dblink_fdw_validator dblink_fetch
    dblink_get_connections dblink_get_notify dblink_get_pkey dblink_get_result dblink_is_busy dblink_open
    dblink_send_query`
      )
    ]
  },
  {
    name: "postgres_fdw",
    others: "state",
    entries: [
      entry2(
        "state",
        "names of servers, and checks of options",
        "postgres_fdw_get_connections postgres_fdw_handler postgres_fdw_validator"
      ),
      entry2("effect", "closes connections to other servers", "postgres_fdw_disconnect postgres_fdw_disconnect_all")
    ]
  },
  { name: "file_fdw", others: "state", entries: [entry2("state", "checks of options", "file_fdw_handler file_fdw_validator")] },
  {
    name: "pg_stat_statements",
    others: "state",
    entries: [
      entry2("reader", "other sessions' statements; those of utility commands have their literals", "pg_stat_statements", {
        leaks: ["query"]
      }),
      entry2("state", "counters", "pg_stat_statements_info"),
      entry2("effect", "clears the counters", "pg_stat_statements_reset")
    ]
  },
  {
    name: "pageinspect",
    others: "reader",
    entries: [
      entry2(
        "reader",
        "the bytes of rows and index entries",
        `brin_metapage_info brin_page_items brin_page_type
        brin_revmap_data bt_metap bt_multi_page_stats bt_page_items bt_page_stats fsm_page_contents get_raw_page
        gin_leafpage_items gin_metapage_info gin_page_opaque_info gist_page_items gist_page_items_bytea gist_page_opaque_info
        hash_bitmap_info hash_metapage_info hash_page_items hash_page_stats hash_page_type heap_page_items
        heap_tuple_infomask_flags page_checksum page_header tuple_data_split`
      )
    ]
  },
  {
    name: "pg_walinspect",
    others: "reader",
    entries: [
      entry2(
        "reader",
        "the write-ahead log, rows among it",
        `pg_get_wal_block_info pg_get_wal_record_info
        pg_get_wal_records_info pg_get_wal_records_info_till_end_of_wal pg_get_wal_stats pg_get_wal_stats_till_end_of_wal`
      )
    ]
  },
  {
    name: "pg_logicalinspect",
    others: "reader",
    entries: [entry2("reader", "the server's files", "pg_get_logical_snapshot_info pg_get_logical_snapshot_meta")]
  },
  {
    name: "pg_buffercache",
    others: "state",
    entries: [
      entry2(
        "state",
        "which blocks are in memory",
        `pg_buffercache_numa_pages pg_buffercache_pages pg_buffercache_summary
        pg_buffercache_usage_counts`
      ),
      entry2("effect", "drops blocks from memory", "pg_buffercache_evict pg_buffercache_evict_all pg_buffercache_evict_relation")
    ]
  },
  {
    name: "pgstattuple",
    others: "state",
    entries: [
      entry2(
        "state",
        "numbers of pages and rows",
        `pg_relpages pgstatginindex pgstathashindex pgstatindex pgstattuple
        pgstattuple_approx`
      )
    ]
  },
  {
    name: "pg_visibility",
    others: "state",
    entries: [
      entry2(
        "state",
        "flags of pages",
        `pg_visibility pg_visibility_map pg_visibility_map_summary pg_check_frozen
        pg_check_visible`
      ),
      entry2("effect", "resets the flags", "pg_truncate_visibility_map")
    ]
  },
  { name: "pg_freespacemap", others: "state", entries: [entry2("state", "free space of pages", "pg_freespace")] },
  {
    name: "pg_prewarm",
    others: "state",
    entries: [
      entry2("state", "loads blocks into memory", "pg_prewarm"),
      entry2("effect", "starts a worker, writes a file of block numbers", "autoprewarm_start_worker autoprewarm_dump_now")
    ]
  },
  { name: "pgrowlocks", others: "state", entries: [entry2("state", "row locks by position", "pgrowlocks")] },
  {
    name: "amcheck",
    others: "state",
    entries: [
      entry2(
        "state",
        "checks the structure of a relation",
        `bt_index_check bt_index_parent_check gin_index_check
        verify_heapam`
      )
    ]
  },
  {
    name: "pg_surgery",
    others: "opaque",
    entries: [entry2("effect", "kills or freezes rows", "heap_force_kill heap_force_freeze")]
  },
  {
    name: "sslinfo",
    others: "state",
    entries: [
      entry2(
        "state",
        "the session's own connection",
        `ssl_is_used ssl_version ssl_cipher ssl_client_cert_present
        ssl_client_serial ssl_client_dn ssl_client_dn_field ssl_issuer_dn ssl_issuer_field ssl_extension_info`
      )
    ]
  },
  {
    name: "tcn",
    others: "opaque",
    entries: [entry2("effect", "a trigger that sends keys to other sessions", "triggered_change_notification")]
  },
  {
    name: "refint",
    others: "opaque",
    entries: [entry2("effect", "a trigger that runs SQL with keys", "check_primary_key check_foreign_key")]
  },
  { name: "autoinc", others: "opaque", entries: [entry2("state", "a trigger that sets a column from a sequence", "autoinc")] },
  {
    name: "moddatetime",
    others: "opaque",
    entries: [entry2("state", "a trigger that sets a column to the clock", "moddatetime")]
  },
  {
    name: "insert_username",
    others: "opaque",
    entries: [entry2("state", "a trigger that sets a column to the session's user", "insert_username")]
  },
  { name: "tsm_system_rows", others: "state", entries: [entry2("state", "a sample of rows", "system_rows")] },
  { name: "tsm_system_time", others: "state", entries: [entry2("state", "a sample of rows", "system_time")] }
];
var extensionNatures = new Map(
  extensions.map(({ name, others, entries: entries2 }) => [name, { others, natures: byName(entries2) }])
);

// src/lineage/natures/worse.ts
init_define_navigator();
var order = ["pure", "state", "followed", "effect", "reader", "opaque"];
var worse = (left, right) => order.indexOf(left) >= order.indexOf(right) ? left : right;

// src/lineage/functions.ts
var isBuiltin = (fn) => fn.oid < firstNormalOid;
var isNative = (fn) => fn.language === "c" || fn.language === "internal";
var extensionOf = (fn) => fn.extension === void 0 || !isNative(fn) ? void 0 : extensionNatures.get(fn.extension);
var entryOf = (fn) => {
  if (isBuiltin(fn)) return find(builtinNatures, fn);
  const extension = extensionOf(fn);
  return extension === void 0 ? void 0 : find(extension.natures, fn);
};
var ofAggregate = (catalog, fn) => {
  const support = catalog.aggregate(fn.oid);
  if (support === void 0) return "opaque";
  let nature = "pure";
  for (const oid of [support.transition, support.final, ...support.others]) {
    if (oid === 0) continue;
    const part2 = catalog.fn(oid);
    nature = worse(nature, part2 === void 0 || part2.kind === "a" ? "opaque" : natureOf(catalog, part2));
  }
  return nature;
};
var natureOf = (catalog, fn) => {
  const known2 = entryOf(fn);
  if (known2 !== void 0) return known2.nature;
  if (isBuiltin(fn)) return fn.volatility === "v" ? "opaque" : "pure";
  if (fn.kind === "a") return ofAggregate(catalog, fn);
  return fn.volatility === "v" ? "opaque" : extensionOf(fn)?.others ?? "opaque";
};
var leakingOutputs = (fn) => entryOf(fn)?.leaks;

// src/lineage/natures/row-fields.ts
init_define_navigator();
var fieldsRead = new Map(
  ["_pg_truetypid", "_pg_truetypmod"].map((name) => [
    `information_schema.${name}`,
    /* @__PURE__ */ new Set(["atttypid", "atttypmod", "typtype", "typbasetype", "typtypmod"])
  ])
);
var asRead = (fn, argument2) => {
  const fields = fn.oid < firstNormalOid ? fieldsRead.get(`${fn.schema}.${fn.name}`) : void 0;
  if (fields === void 0 || argument2.shape.kind !== "row") return argument2;
  const read3 = argument2.shape.fields.filter(({ name }) => fields.has(name));
  return { ...argument2, sources: union(read3.map(({ sources }) => sources)) };
};

// src/lineage/expressions/call.ts
var inputsOf = (fn) => fn.allArgs.length === 0 ? fn.argTypes.map(() => ({ name: "" })) : fn.allArgs.filter(({ mode }) => mode === "i" || mode === "b" || mode === "v");
var byPosition = (fn, count) => {
  const declared = fn.argTypes.length;
  if (fn.variadic !== 0 && count >= declared - 1) {
    const fixed = fn.argTypes.slice(0, declared - 1);
    const rest = Array.from({ length: count - fixed.length }, () => fn.variadic);
    return { fn, parameters: [...fixed, ...rest], places: void 0 };
  }
  if (count > declared || count < declared - fn.defaults) return void 0;
  return { fn, parameters: fn.argTypes.slice(0, count), places: void 0 };
};
var byNames = (fn, names) => {
  const inputs = inputsOf(fn);
  if (inputs.every(({ name }) => name === "")) return byPosition(fn, names.length);
  const places2 = inputs.map(() => void 0);
  const parameters = [];
  for (const [place, name] of names.entries()) {
    const parameter2 = name === void 0 ? place : inputs.findIndex((input) => input.name === name);
    const type = fn.argTypes[parameter2];
    if (type === void 0 || places2[parameter2] !== void 0) return void 0;
    places2[parameter2] = place;
    parameters.push(type);
  }
  return { fn, parameters, places: places2 };
};
var plainCall = { names: [], variadicArray: false };
var candidate = (fn, count, { names, variadicArray }) => {
  if (names.length > 0) return byNames(fn, names);
  return variadicArray && fn.variadic !== 0 ? { fn, parameters: fn.argTypes.slice(0, count), places: void 0 } : byPosition(fn, count);
};
var candidatesFor = (scope, schema, name, given, notation = plainCall) => {
  const all2 = findFunctions(scope.frame.names, schema, name).flatMap((fn) => candidate(fn, given.length, notation) ?? []);
  return choose(scope.frame.names.catalog, all2, given);
};
var bare = (fn) => `${fn.schema}.${fn.name}`;
var outputsOf = (fn) => fn.allArgs.filter(({ mode }) => mode === "o" || mode === "b" || mode === "t");
var rowFrom = (columns, fn, scope) => {
  const [only2] = columns;
  const composite = compositeOf(scope.frame.names.catalog, fn.returnType);
  if (composite === void 0 && fn.returnType !== recordType) {
    return only2 === void 0 ? plain(fn.returnType) : { ...only2, type: fn.returnType };
  }
  if (columns.length === 1 && only2?.shape.kind === "row") return { ...only2, type: fn.returnType };
  const declared = outputsOf(fn);
  const names = (composite?.columns ?? declared).map(({ name }) => name);
  if (names.length !== columns.length) return derived(fn.name, columns, fn.returnType);
  return rowOf(
    columns.map((column, index) => named(names[index] ?? column.name, column)),
    fn.returnType
  );
};
var recordOf = (fn, value) => {
  const declared = outputsOf(fn);
  if (fn.returnType !== recordType || declared.length < 2) return value;
  return { ...value, shape: { kind: "row", fields: declared.map(({ name, type }) => named(name, { ...value, type })) } };
};
var perElement = new Set(
  [
    "unnest",
    "array_elements",
    "array_elements_text",
    "each",
    "each_text",
    "object_keys",
    "to_recordset",
    "populate_recordset"
  ].flatMap((name) => name === "unnest" ? [name] : [`json_${name}`, `jsonb_${name}`])
);
var isStored = ({ way }) => way === "identity" || way === "count";
var recordRowCount = (scope, fn, args) => {
  for (const { sources, shape } of args) {
    for (const source of sources) {
      const counts = fn.builtin && perElement.has(fn.name) && (shape.kind !== "scalar" || isStored(source));
      const operator = counts ? "is-null" : "function";
      scope.frame.recorder.predicate({ column: source.column, clause: "other", operator, against: "none", others: [], times: 1 });
    }
  }
};
var callFunction = (scope, fn, given) => {
  const args = given.map((argument2) => asRead(fn, argument2));
  const { recorder } = scope.frame;
  const sources = union(args.map((arg) => arg.sources));
  const known2 = natureOf(scope.frame.names.catalog, fn);
  const columns = known2 === "followed" || known2 === "opaque" && !fn.builtin ? scope.frame.tools.follow(scope, fn, args) : void 0;
  const nature = columns === void 0 ? known2 === "followed" ? "opaque" : known2 : "followed";
  recorder.fn(fn, nature, sources);
  if (nature === "effect") recorder.effect({ kind: "function", name: bare(fn), sources });
  if (columns !== void 0) return { value: rowFrom(columns, fn, scope), columns, nature };
  if (fn.returnsSet) recordRowCount(scope, fn, args);
  const computed = derived(fn.name, args, fn.returnType);
  const hidden = nature === "opaque" || nature === "reader" ? bare(fn) : void 0;
  return { value: recordOf(fn, { ...computed, opaque: hidden ?? computed.opaque }), columns: void 0, nature };
};
var callFunctions = (scope, candidates, args) => {
  const given = args.map((arg) => arg.type);
  const results = candidates.map(({ fn, parameters, places: places2 }) => {
    const arranged = places2 === void 0 ? args : places2.map((place) => (place === void 0 ? void 0 : args[place]) ?? plain(0));
    const result = callFunction(scope, fn, arranged);
    const type = isPolymorphic(fn.returnType) ? resultType(scope.frame.names.catalog, fn.returnType, parameters, given) : result.value.type;
    return { ...result, value: { ...result.value, type } };
  });
  const [first] = results;
  if (first === void 0) return void 0;
  if (results.length === 1) return first;
  const nature = results.map((result) => result.nature).reduce(worse);
  return { value: eitherOf(results.map((result) => result.value)), columns: void 0, nature };
};
var callNamed = (scope, schema, name, args) => {
  const given = args.map((arg) => arg.type);
  const candidates = candidatesFor(scope, schema, name, given);
  return callFunctions(scope, candidates, args)?.value;
};
var nothingHidden = { sources: [], opaque: void 0 };
var callHidden = (scope, oid, args) => {
  const fn = scope.frame.names.catalog.fn(oid);
  if (fn === void 0) return oid === 0 ? nothingHidden : { sources: [], opaque: `function ${String(oid)}` };
  if (fn.builtin && natureOf(scope.frame.names.catalog, fn) === "pure") return nothingHidden;
  const { value } = callFunction(scope, fn, args);
  return { sources: value.sources, opaque: value.opaque };
};
var withHidden = (value, { sources, opaque }) => sources.length === 0 && opaque === void 0 ? value : { ...withSources(value, sources), opaque: value.opaque ?? opaque };
var bothHidden = (left, right) => ({
  sources: union([left.sources, right.sources]),
  opaque: left.opaque ?? right.opaque
});

// src/lineage/expressions/core.ts
init_define_navigator();

// src/lineage/expressions/columns.ts
init_define_navigator();

// src/lineage/scope.ts
init_define_navigator();
var rootScope = (frame) => ({
  frame,
  parent: void 0,
  items: [],
  ctes: /* @__PURE__ */ new Map(),
  windows: /* @__PURE__ */ new Map(),
  pinned: /* @__PURE__ */ new Map()
});
var childScope = (parent) => ({ ...rootScope(parent.frame), parent });
var withItems = (scope, items) => ({ ...scope, items });
var findCte = (scope, name) => {
  for (let at = scope; at !== void 0; at = at.parent) {
    const cte2 = at.ctes.get(name);
    if (cte2 !== void 0) return cte2;
  }
  return void 0;
};
var findItem = (scope, written2, name) => {
  const schema = written2 === "pg_temp" ? scope.frame.names.nameSpace.tempSchema : written2;
  for (let at = scope; at !== void 0; at = at.parent) {
    const found = at.items.filter(
      (item) => item.rowVisible && item.alias === name && (schema === void 0 || item.schema === schema)
    );
    if (found.length > 1) throw refuse("unresolved", `table reference "${name}" is ambiguous`);
    if (found[0] !== void 0) return found[0];
  }
  return void 0;
};
var findColumn = (scope, name, orElse2 = () => void 0) => {
  for (let at = scope; at !== void 0; at = at.parent) {
    const items = at.items.filter((item) => item.columnsVisible);
    const found = items.flatMap((item) => item.columns.filter((column2) => column2.name === name));
    if (found.length > 1) throw refuse("unresolved", `column reference "${name}" is ambiguous`);
    const column = found[0] ?? items.map(orElse2).find((one) => one !== void 0);
    if (column !== void 0) return column;
  }
  return void 0;
};

// src/lineage/expressions/columns.ts
var systemColumns = {
  ctid: { attnum: -1, type: 27 },
  xmin: { attnum: -2, type: 28 },
  cmin: { attnum: -3, type: 29 },
  xmax: { attnum: -4, type: 28 },
  cmax: { attnum: -5, type: 29 },
  tableoid: { attnum: -6, type: 26 }
};
var systemColumn = (item, name) => {
  const found = systemColumns[name];
  if (found === void 0 || item.relation === void 0 || item.scalarRow) return void 0;
  const source = { column: `${item.relation.oid}.${found.attnum}`, way: "identity", via: [] };
  return named(name, { ...plain(found.type), sources: [source] });
};
var columnOf = (item, name) => {
  const found = item.columns.filter((column) => column.name === name);
  if (found.length > 1) throw refuse("unresolved", `column reference "${name}" is ambiguous`);
  return found[0] ?? systemColumn(item, name);
};
var wholeRow = (scope, item) => {
  const [only2] = item.columns;
  if (item.scalarRow && only2 !== void 0) return only2;
  scope.frame.recorder.touch(union(item.columns.map((column) => column.sources)));
  const composite = compositeOf(scope.frame.names.catalog, item.rowType);
  const fields = composite === void 0 ? item.columns : composite.columns.flatMap((column, index) => {
    const value = item.columns[index];
    return value === void 0 ? [] : [named(column.name, value)];
  });
  return rowOf(fields, item.rowType === 0 ? recordType : item.rowType);
};
var touched = (scope, value) => {
  scope.frame.recorder.touch(value.sources);
  return value;
};
var argumentNamed = (scope, name) => scope.frame.arguments?.byName.get(name);
var byName2 = (scope, name) => {
  const column = findColumn(scope, name, (item2) => systemColumn(item2, name));
  if (column !== void 0) return touched(scope, column);
  const item = findItem(scope, void 0, name);
  if (item !== void 0) return wholeRow(scope, item);
  const argument2 = argumentNamed(scope, name);
  if (argument2 !== void 0) return argument2;
  throw refuse("unresolved", `column "${name}"`);
};
var memberOf = (scope, item, name) => {
  const column = columnOf(item, name);
  if (column !== void 0) return touched(scope, column);
  const applied = callNamed(scope, void 0, name, [wholeRow(scope, item)]);
  if (applied === void 0) throw refuse("unresolved", `column "${name}" of "${item.alias}"`);
  return applied;
};
var argumentMember = (scope, parts) => {
  const argument2 = scope.frame.arguments;
  if (argument2 === void 0) return void 0;
  const [first = "", second = "", third] = parts;
  if (first === argument2.function && argument2.byName.has(second)) {
    const value2 = argument2.byName.get(second);
    return value2 === void 0 || third === void 0 ? value2 : fieldOf(scope, value2, third);
  }
  const value = argument2.byName.get(first);
  return value === void 0 ? void 0 : fieldOf(scope, value, second);
};
var qualifiedItem = (scope, parts) => {
  const [first = "", second] = parts;
  if (second === void 0) return findItem(scope, void 0, first);
  if (parts.length === 3)
    return first === scope.frame.names.catalog.database ? findItem(scope, second, parts[2] ?? "") : void 0;
  return findItem(scope, first, second);
};
var readColumnRef = (node, scope) => {
  const parts = strings(node.fields);
  const star = as(node.fields?.[node.fields.length - 1], "A_Star") !== void 0;
  if (!star && parts.length === 1) return byName2(scope, parts[0] ?? "");
  const item = qualifiedItem(scope, star ? parts : parts.slice(0, -1));
  if (item !== void 0) return star ? wholeRow(scope, item) : memberOf(scope, item, parts[parts.length - 1] ?? "");
  const argument2 = star ? argumentNamed(scope, parts[0] ?? "") : argumentMember(scope, parts);
  if (argument2 !== void 0) return argument2;
  throw refuse("unresolved", `column "${parts.join(".")}"`);
};
var ofRow = (row2, field2) => row2.shape.kind === "row" && row2.shape.computed === true ? withSources(field2, through("derived", "field", row2.sources)) : field2;
var fieldOf = (scope, value, name) => {
  if (value.shape.kind === "row") {
    const field2 = value.shape.fields.find((entry3) => entry3.name === name);
    if (field2 !== void 0) return ofRow(value, field2);
  }
  const composite = compositeOf(scope.frame.names.catalog, value.type);
  const column = composite?.columns.find((entry3) => entry3.name === name);
  if (column !== void 0) return derived("field", [value], column.type);
  const applied = callNamed(scope, void 0, name, [value]);
  if (applied !== void 0) return applied;
  return derived("field", [value], 0);
};
var fieldsOf = (scope, value) => {
  if (value.shape.kind === "row") return value.shape.fields.map((field2) => named(field2.name, ofRow(value, field2)));
  const composite = compositeOf(scope.frame.names.catalog, value.type);
  return composite?.columns.map((column) => named(column.name, derived("field", [value], column.type)));
};
var subscripted = (scope, value, indices) => {
  const index = [indices.lidx, indices.uidx].flatMap(
    (node) => node === void 0 ? [] : [scope.frame.tools.value(scope, node)]
  );
  const element2 = scope.frame.names.catalog.type(value.type)?.element ?? 0;
  const base = derived("subscript", [value, ...index], indices.is_slice === true || element2 === 0 ? value.type : element2);
  if (value.shape.kind !== "each" || value.shape.json || index.some((entry3) => entry3.sources.length > 0)) return base;
  return indices.is_slice === true ? { ...value, sources: base.sources } : computedRow(value.shape.item);
};
var aliasedField = (scope, node) => {
  const [first = ""] = strings(as(node.arg, "ColumnRef")?.fields);
  const name = stringOf(node.indirection?.[0]);
  if (name === void 0 || (as(node.arg, "ColumnRef")?.fields?.length ?? 0) !== 1 || findColumn(scope, first) !== void 0)
    return void 0;
  const item = findItem(scope, void 0, first);
  return item === void 0 || item.scalarRow ? void 0 : columnOf(item, name);
};
var readIndirection = (node, scope) => {
  const [head, ...rest] = node.indirection ?? [];
  const aliased = aliasedField(scope, node);
  let value = aliased === void 0 ? scope.frame.tools.value(scope, node.arg) : touched(scope, aliased);
  for (const part2 of aliased === void 0 && head !== void 0 ? [head, ...rest] : rest) {
    const name = stringOf(part2);
    const indices = as(part2, "A_Indices");
    if (name !== void 0) value = fieldOf(scope, value, name);
    else if (indices !== void 0) value = subscripted(scope, value, indices);
  }
  return value;
};
var starred = (scope, node) => {
  const reference = as(node, "ColumnRef");
  if (reference !== void 0) return starredReference(scope, reference);
  const indirection = as(node, "A_Indirection");
  const parts = indirection?.indirection ?? [];
  if (indirection === void 0 || as(parts[parts.length - 1], "A_Star") === void 0) return void 0;
  const row2 = readIndirection({ ...indirection, indirection: parts.slice(0, -1) }, scope);
  const fields = fieldsOf(scope, row2);
  if (fields === void 0) throw refuse("unmodelled", "the fields of a row whose type is not known");
  return fields;
};
var starredReference = (scope, { fields }) => {
  if (as(fields?.[fields.length - 1], "A_Star") === void 0) return void 0;
  const parts = strings(fields);
  const found = parts.length === 0 ? scope.items.filter((item) => item.columnsVisible) : [qualifiedItem(scope, parts)];
  const columns = found.flatMap((item) => {
    if (item !== void 0) return item.columns.slice(0, item.columns.length - (item.unexpanded ?? 0));
    const argument2 = argumentNamed(scope, parts[0] ?? "");
    const inner = argument2 === void 0 ? void 0 : fieldsOf(scope, argument2);
    if (inner === void 0) throw refuse("unresolved", `table reference "${parts.join(".")}"`);
    return inner;
  });
  for (const column of columns) scope.frame.recorder.touch(column.sources);
  return columns;
};

// src/lineage/expressions/core.ts
var boolean = 16;
var textType = 25;
var anyArray = 2277;
var values = (scope, nodes) => (nodes ?? []).map((node) => scope.frame.tools.value(scope, node));
var expandedValues = (scope, nodes) => (nodes ?? []).flatMap((node) => starred(scope, node) ?? [scope.frame.tools.value(scope, node)]);
var constantTypes = { ival: 23, fval: 1700, boolval: boolean, sval: unknownType, bsval: 1560 };
var blank = /* @__PURE__ */ new Set(["", "[]", "{}"]);
var readConstant = (node) => {
  if (node.isnull === true) return nullConstant;
  for (const [field2, type] of Object.entries(constantTypes))
    if (field2 in node) return node.sval !== void 0 && blank.has(node.sval.sval ?? "") ? blankConstant(type) : plain(type);
  return plain(0);
};
var readParameter = (node, scope) => {
  const number = node.number ?? 0;
  const argument2 = scope.frame.arguments?.byPosition[number - 1];
  return argument2 ?? plain(scope.frame.parameterTypes[number - 1] || unknownType);
};
var readBoolean = (node, scope) => derived((node.boolop ?? "").toLowerCase(), values(scope, node.args), boolean);
var readNullTest = (node, scope) => {
  const value = scope.frame.tools.value(scope, node.arg);
  return { sources: through("count", "is null", value.sources), shape: scalar, type: boolean, opaque: value.opaque };
};
var readBooleanTest = (node, scope) => derived("is", [scope.frame.tools.value(scope, node.arg)], boolean);
var readCollate = (node, scope) => scope.frame.tools.value(scope, node.arg);
var preserving = (via, value) => computedRow({ ...value, sources: through("preserving", via, value.sources) });
var readCase = (node, scope) => {
  const { tools: tools2 } = scope.frame;
  const subject = node.arg === void 0 ? void 0 : tools2.value(scope, node.arg);
  const conditions2 = subject === void 0 ? [] : [subject];
  const results = [];
  for (const arm of node.args ?? []) {
    const when = as(arm, "CaseWhen");
    conditions2.push(tools2.value(scope, when?.expr));
    const comparison2 = {
      A_Expr: { kind: "AEXPR_OP", name: [{ String: { sval: "=" } }], ...operands(node.arg, when?.expr) }
    };
    tools2.condition(scope, node.arg === void 0 ? when?.expr : comparison2, "case");
    results.push(tools2.value(scope, when?.result));
  }
  results.push(node.defresult === void 0 ? nullConstant : tools2.value(scope, node.defresult));
  const value = withSources(preserving("case", eitherOf(results)), steering("case", conditions2));
  return { ...value, opaque: value.opaque ?? firstOpaque(conditions2) };
};
var operands = (lexpr, rexpr) => ({
  ...lexpr === void 0 ? {} : { lexpr },
  ...rexpr === void 0 ? {} : { rexpr }
});
var readCoalesce = (node, scope) => preserving("coalesce", eitherOf(values(scope, node.args)));
var readMinMax = (node, scope) => preserving(node.op === "IS_GREATEST" ? "greatest" : "least", eitherOf(values(scope, node.args)));
var readArray = (node, scope) => arrayOf(scope, values(scope, node.elements));
var arrayOf = (scope, elements) => {
  const either2 = eitherOf(elements);
  const item = either2.type === unknownType ? { ...either2, type: textType } : either2;
  const type = scope.frame.names.catalog.type(item.type);
  const nested = elements.some(
    (element2) => element2.shape.kind === "each" || (scope.frame.names.catalog.type(element2.type)?.element ?? 0) !== 0
  );
  return {
    sources: through("derived", "array", item.sources),
    shape: nested || item.type === 0 ? scalar : { kind: "each", json: false, item: named("", item) },
    type: (nested ? item.type : type?.array) || anyArray,
    opaque: firstOpaque(elements)
  };
};
var readRow = (node, scope) => {
  const fields = expandedValues(scope, node.args).map((value, index) => named(`f${index + 1}`, value));
  return rowOf(fields, recordType);
};
var readList = (node, scope) => flat(eitherOf(values(scope, node.items)));
var readGrouping = (node, scope) => {
  const grouped = values(scope, node.args);
  return { ...plain(23), sources: steering("grouping", grouped) };
};
var sqlValueTypes = {
  SVFOP_CURRENT_DATE: 1082,
  SVFOP_CURRENT_TIME: 1266,
  SVFOP_CURRENT_TIME_N: 1266,
  SVFOP_CURRENT_TIMESTAMP: 1184,
  SVFOP_CURRENT_TIMESTAMP_N: 1184,
  SVFOP_LOCALTIME: 1083,
  SVFOP_LOCALTIME_N: 1083,
  SVFOP_LOCALTIMESTAMP: 1114,
  SVFOP_LOCALTIMESTAMP_N: 1114
};
var readSqlValue = (node) => plain(sqlValueTypes[node.op ?? ""] ?? 19);
var nullIf = (left, right) => withSources(preserving("nullif", left), steering("nullif", [right]));

// src/lineage/expressions/json-shapes.ts
init_define_navigator();
var json = 114;
var jsonb = 3802;
var jsonbMembers = (members2) => {
  const byName3 = new Map(members2.map((member) => [member.name, member]));
  return [...byName3.values()].sort((left, right) => {
    const a = Buffer.from(left.name);
    const b = Buffer.from(right.name);
    return a.length - b.length || Buffer.compare(a, b);
  });
};
var asShape = (shape, binary) => {
  if (shape.kind === "row") return members(shape.fields, binary);
  if (shape.kind === "json-object") return binary ? members(shape.members, true) : shape;
  if (shape.kind === "json-array") return { kind: "json-array", items: shape.items.map((item) => asJson(item, binary)) };
  return shape.kind === "each" ? { kind: "each", json: true, item: asJson(shape.item, binary) } : shape;
};
var asJson = (column, binary) => ({
  ...column,
  shape: asShape(column.shape, binary)
});
var members = (fields, binary) => {
  const all2 = fields.map((field2) => asJson(field2, binary));
  return { kind: "json-object", members: binary ? jsonbMembers(all2) : all2 };
};
var built = (via, parts, shape, binary) => ({
  sources: through("derived", via, union(parts.map((part2) => part2.sources))),
  shape,
  type: binary ? jsonb : json,
  opaque: firstOpaque(parts)
});
var jsonObject = (via, fields, binary) => built(via, fields, keepsShape(fields) ? members(fields, binary) : scalar, binary);
var jsonArray = (via, items, binary) => {
  if (!keepsShape(items)) return jsonOf(via, items, binary);
  return built(via, items, { kind: "json-array", items: items.map((item) => asJson(named("", item), binary)) }, binary);
};
var jsonEach = (via, item, binary) => built(via, [item], { kind: "each", json: true, item: asJson(named("", item), binary) }, binary);
var toJson = (via, value, binary) => built(via, [value], asShape(value.shape, binary), binary);
var jsonOf = (via, parts, binary) => built(via, parts, scalar, binary);

// src/lineage/expressions/casts.ts
var text = "S";
var jsonTypes = /* @__PURE__ */ new Set([114, 3802]);
var castRow = (scope, value, type) => {
  const { catalog } = scope.frame.names;
  const composite = compositeOf(catalog, type);
  const own = compositeOf(catalog, value.type);
  if (composite === void 0 || value.shape.kind !== "row") return void 0;
  const given = value.shape.fields;
  if (own === void 0 && given.length !== composite.columns.length) return void 0;
  const fields = [];
  for (const [index, column] of composite.columns.entries()) {
    const field2 = own === void 0 || own === composite ? given[index] : given.find(({ name }) => name === column.name);
    if (field2 === void 0) return void 0;
    fields.push(named(column.name, castTo(scope, field2, column.type)));
  }
  return rowOf(fields, type);
};
var truncating = /* @__PURE__ */ new Set([18, 19]);
var hasLength = (catalog, type) => {
  let domain = catalog.type(type);
  for (let depth = 0; domain?.kind === "d" && depth < 32; depth += 1) {
    if (domain.baseTypmod !== -1) return true;
    domain = catalog.type(domain.base);
  }
  return truncating.has(type);
};
var castTo = (scope, value, type, cuts = false) => {
  const { catalog } = scope.frame.names;
  const from = baseType(catalog, value.type);
  const to = baseType(catalog, type);
  if (value.sources.length > 0 && (cuts || value.type !== type && hasLength(catalog, type)))
    return derived("cast", [value], type);
  if (value.type === type && type !== 0) return value;
  if (value.sources.length === 0 && value.opaque === void 0) return { ...value, shape: plain(0).shape, type };
  const row2 = castRow(scope, value, type);
  if (row2 !== void 0) return row2;
  if (from !== void 0 && to !== void 0) {
    if (from.oid === to.oid) return { ...value, type };
    if (from.category === text && to.category === text) return { ...preserving("cast", value), type };
    if (jsonTypes.has(from.oid) && jsonTypes.has(to.oid)) return { ...asJson(named("", value), to.oid === 3802), type };
  }
  const cast2 = from === void 0 || value.type === unknownType ? void 0 : catalog.castsFrom(from.oid).find((entry3) => entry3.target === type || entry3.target === to?.oid);
  const result = derived("cast", [value], type);
  return cast2 === void 0 || cast2.function === 0 ? result : withHidden(result, callHidden(scope, cast2.function, [value]));
};
var readCast = (node, scope) => {
  const type = typeOf(scope.frame.names, node.typeName);
  if (type === void 0) throw refuse("unresolved", `type "${splitName(node.typeName?.names).name}"`);
  const value = scope.frame.tools.value(scope, node.arg);
  if (value === nullConstant) return blankConstant(type.oid);
  const cast2 = castTo(scope, value, type.oid, (node.typeName?.typmods?.length ?? 0) > 0);
  return cast2 === value || as(node.arg, "RowExpr") !== void 0 ? cast2 : computedRow(cast2);
};

// src/lineage/expressions/functions.ts
init_define_navigator();

// src/lineage/expressions/pinned.ts
init_define_navigator();
var keepsText = { text: 25, unknown: 705, varchar: 1043 };
var constantText = (scope, node) => {
  const constant = as(node, "A_Const");
  if (constant !== void 0) return constant.sval === void 0 ? void 0 : constant.sval.sval ?? "";
  const cast2 = as(node, "TypeCast");
  const type = cast2 === void 0 ? void 0 : typeOf(scope.frame.names, cast2.typeName)?.oid;
  const keeps = type === keepsText.text || type === keepsText.unknown || type === keepsText.varchar && cast2?.typeName?.typmods === void 0;
  return keeps ? constantText(scope, cast2?.arg) : void 0;
};
var written = (node) => {
  const fields = strings(as(node, "ColumnRef")?.fields);
  return fields.length === 0 ? void 0 : fields.join("\0");
};
var isOwnEquality = (scope, node) => {
  const expression2 = as(node, "A_Expr");
  const { path, tempSchema } = scope.frame.names.nameSpace;
  const first = path.find((schema) => schema !== tempSchema);
  return expression2?.kind === "AEXPR_OP" && strings(expression2.name).join(".") === "=" && first === "pg_catalog";
};
var pinnedBy = (scope, where) => {
  if (where === void 0) return /* @__PURE__ */ new Map();
  const all2 = as(where, "BoolExpr");
  if (all2?.boolop === "AND_EXPR") return new Map((all2.args ?? []).flatMap((arg) => [...pinnedBy(scope, arg)]));
  const expression2 = as(where, "A_Expr");
  if (expression2 === void 0 || !isOwnEquality(scope, where)) return /* @__PURE__ */ new Map();
  const column = written(expression2.lexpr) ?? written(expression2.rexpr);
  const value = constantText(scope, expression2.rexpr) ?? constantText(scope, expression2.lexpr);
  return column === void 0 || value === void 0 ? /* @__PURE__ */ new Map() : /* @__PURE__ */ new Map([[column, value]]);
};
var constantAt = (scope, node) => constantText(scope, node) ?? scope.pinned.get(written(node) ?? "");

// src/lineage/expressions/special-functions.ts
init_define_navigator();
var likeItsInput = (name, { args }) => {
  const [value, ...others] = args;
  return value === void 0 ? void 0 : withSources(preserving(name, value), through("derived", name, union(others.map((other) => other.sources))));
};
var oneOfThem = (name, { args }) => {
  const [value] = args;
  return value === void 0 ? void 0 : preserving(name, value);
};
var ofAnotherRow = (name, { args }) => {
  const [value, offset, otherwise] = args;
  if (value === void 0) return void 0;
  const chosen = otherwise === void 0 ? value : either(value, otherwise);
  return withSources(preserving(name, chosen), offset === void 0 ? [] : steering(name, [offset]));
};
var ofTheSorted = (name, { withinGroup, args }) => {
  const value = args[args.length - 1];
  if (!withinGroup || value === void 0 || value.type === unknownType) return void 0;
  const value2 = preserving(name, value);
  return args.length === 1 ? value2 : withSources(
    { ...value2, shape: { kind: "scalar" } },
    through("derived", name, union(args.slice(0, -1).map((arg) => arg.sources)))
  );
};
var presence = (name, { args }) => ({
  ...plain(20),
  sources: through("count", name, union(args.map((arg) => arg.sources)))
});
var toCollect = ({ args, distinct: distinct2 }) => {
  const [value] = args;
  return value === void 0 || !distinct2 ? value : preserving("distinct", value);
};
var collected = (_, call2) => {
  const value = toCollect(call2);
  return value === void 0 ? void 0 : arrayOf(call2.scope, [value]);
};
var fieldsFromPairs = ({ keys, variadic, args }) => {
  if (args.length % 2 !== 0 || variadic) return void 0;
  const fields = [];
  for (let index = 0; index < args.length; index += 2) {
    const key2 = keys[index];
    const value = args[index + 1];
    if (key2 === void 0 || value === void 0) return void 0;
    fields.push(named(key2, value));
  }
  return fields;
};
var objectFromPairs = (name, call2) => {
  const fields = fieldsFromPairs(call2);
  const binary = name.startsWith("jsonb");
  return fields === void 0 ? jsonOf(name, call2.args, binary) : jsonObject(name, fields, binary);
};
var arrayFromItems = (name, { variadic, args }) => variadic ? void 0 : jsonArray(name, args, name.startsWith("jsonb"));
var fromValue = (name, { args }) => {
  const [value] = args;
  return value === void 0 || args.length > 2 ? void 0 : toJson(name, value, name.endsWith("jsonb"));
};
var aggregatedJson = (name, call2) => {
  const value = toCollect(call2);
  return value === void 0 ? void 0 : jsonEach(name, value, name.startsWith("jsonb"));
};
var unnested = (name, { args }) => {
  const [value] = args;
  if (value === void 0 || args.length !== 1) return void 0;
  return value.shape.kind === "each" && !value.shape.json ? computedRow(value.shape.item) : derived(name, args, 0);
};
var specials = {
  lower: likeItsInput,
  upper: likeItsInput,
  initcap: likeItsInput,
  btrim: likeItsInput,
  ltrim: likeItsInput,
  rtrim: likeItsInput,
  min: oneOfThem,
  max: oneOfThem,
  any_value: oneOfThem,
  first_value: oneOfThem,
  last_value: oneOfThem,
  nth_value: ofAnotherRow,
  lag: ofAnotherRow,
  lead: ofAnotherRow,
  percentile_disc: ofTheSorted,
  mode: ofTheSorted,
  count: presence,
  num_nulls: presence,
  num_nonnulls: presence,
  array_agg: collected,
  unnest: unnested,
  json_build_object: objectFromPairs,
  jsonb_build_object: objectFromPairs,
  json_build_array: arrayFromItems,
  jsonb_build_array: arrayFromItems,
  to_json: fromValue,
  to_jsonb: fromValue,
  row_to_json: fromValue,
  array_to_json: fromValue,
  json_agg: aggregatedJson,
  jsonb_agg: aggregatedJson,
  json_agg_strict: aggregatedJson,
  jsonb_agg_strict: aggregatedJson
};
var specialFunction = (name, call2) => Object.hasOwn(specials, name) ? specials[name]?.(name, call2) : void 0;

// src/lineage/expressions/predicates.ts
init_define_navigator();

// src/lineage/expressions/operators.ts
init_define_navigator();
var boolean2 = 16;
var applyOperator = (scope, nodes, operands2) => {
  const { names } = scope.frame;
  const { schema, name } = splitName(nodes);
  const arity = operands2.length;
  const given = operands2.map((operand) => operand.type);
  const all2 = findOperators(names, schema, name).filter((operator) => (operator.left === 0 ? 1 : 2) === arity).map((operator) => ({ operator, parameters: operator.left === 0 ? [operator.right] : [operator.left, operator.right] }));
  if (all2.length === 0) throw refuse("unresolved", `operator ${name}`);
  const chosen = choose(names.catalog, all2, given);
  const hidden = chosen.map(({ operator }) => callHidden(scope, operator.function, operands2)).reduce(bothHidden);
  const types = new Set(chosen.map(({ operator, parameters }) => resultType(names.catalog, operator.result, parameters, given)));
  const [type = 0] = types;
  return { type: types.size === 1 ? type : 0, hidden };
};
var operation = (scope, node, operands2) => {
  const { type, hidden } = applyOperator(scope, node.name, operands2);
  return withHidden(derived(splitName(node.name).name, operands2, type), hidden);
};
var listItems = (node) => as(node, "List")?.items ?? (node === void 0 ? [] : [node]);
var elementOf2 = (scope, value) => ({
  ...value,
  type: value.type === unknownType ? unknownType : scope.frame.names.catalog.type(value.type)?.element ?? 0
});
var pairs = (left, right) => {
  if (left?.shape.kind === "row" && right.shape.kind === "row" && left.shape.fields.length === right.shape.fields.length) {
    const others = right.shape.fields;
    return left.shape.fields.flatMap((field2, index) => {
      const other = others[index];
      return other === void 0 ? [] : [[field2, other]];
    });
  }
  return [left === void 0 ? [right] : [left, right]];
};
var booleanOf = (scope, node, via, left, rights) => {
  const value = derived(via, [...left === void 0 ? [] : [left], ...rights], boolean2);
  return rights.flatMap((right) => pairs(left, right)).map((operands2) => applyOperator(scope, node.name, operands2).hidden).reduce(withHidden, value);
};
var between = (scope, node, left, rights) => {
  const compare2 = (sval) => ({ ...node, name: [{ String: { sval } }] });
  const low = booleanOf(scope, compare2(">="), "between", left, rights);
  const high = booleanOf(scope, compare2("<="), "between", left, rights);
  return withHidden(low, high);
};
var readOperator = (node, scope) => {
  const { tools: tools2 } = scope.frame;
  const left = node.lexpr === void 0 ? void 0 : tools2.value(scope, node.lexpr);
  const rights = listItems(node.rexpr).map((item) => tools2.value(scope, item));
  const [right] = rights;
  const both = right === void 0 ? [] : left === void 0 ? [right] : [left, right];
  switch (node.kind) {
    case "AEXPR_OP": {
      const rowwise = left?.shape.kind === "row" && right?.shape.kind === "row";
      return rowwise ? booleanOf(scope, node, splitName(node.name).name, left, rights) : operation(scope, node, both);
    }
    case "AEXPR_OP_ANY":
    case "AEXPR_OP_ALL":
      return booleanOf(
        scope,
        node,
        splitName(node.name).name,
        left,
        rights.map((item) => elementOf2(scope, item))
      );
    case "AEXPR_NULLIF": {
      const [value, other] = both;
      if (value === void 0 || other === void 0) throw refuse("unmodelled", "NULLIF");
      return withHidden(nullIf(value, other), applyOperator(scope, node.name, both).hidden);
    }
    case "AEXPR_DISTINCT":
    case "AEXPR_NOT_DISTINCT":
    case "AEXPR_IN":
      return booleanOf(scope, node, node.kind === "AEXPR_IN" ? "in" : "is distinct from", left, rights);
    case "AEXPR_LIKE":
    case "AEXPR_ILIKE":
    case "AEXPR_SIMILAR":
      return operation(scope, node, both);
    case "AEXPR_BETWEEN":
    case "AEXPR_NOT_BETWEEN":
    case "AEXPR_BETWEEN_SYM":
    case "AEXPR_NOT_BETWEEN_SYM":
      return between(scope, node, left, rights);
    default:
      throw refuse("unmodelled", node.kind ?? "A_Expr");
  }
};

// src/lineage/expressions/predicates.ts
var mentions = (tag, node) => {
  if (typeof node !== "object" || node === null) return false;
  if (tag in node) return true;
  return Object.values(node).some((part2) => mentions(tag, part2));
};
var isItself = (source) => source.way === "identity" || source.way === "preserving" && source.via.every((name) => name.startsWith("cast") || name === "inherited" || name === "view");
var describeConstant = (node, value) => {
  if (value.opaque !== void 0 || mentions("ColumnRef", node)) return "expression";
  return mentions("ParamRef", node) ? "parameter" : "constant";
};
var describe = (side) => {
  const { node, value } = side;
  if (value.sources.length > 0) return value.sources.every(isItself) ? "column" : "expression";
  return "times" in side && side.times === void 0 ? "expression" : describeConstant(node, value);
};
var listParameter = (scope, node) => {
  const cast2 = as(node, "TypeCast");
  if (cast2 !== void 0) return listParameter(scope, cast2.arg);
  return scope.frame.arguments === void 0 ? as(node, "ParamRef")?.number : void 0;
};
var listLength = (node) => {
  const array2 = as(node, "A_ArrayExpr");
  if (array2 !== void 0) return (array2.elements ?? []).reduce((sum, element2) => sum + (listLength(element2) ?? 1), 0);
  const text2 = as(node, "A_Const")?.sval?.sval;
  if (text2 !== void 0) return text2.split(",").length;
  const cast2 = as(node, "TypeCast");
  if (cast2 !== void 0) return listLength(cast2.arg);
  return as(node, "SelectStmt")?.valuesLists?.length;
};
var recordSide = (scope, clause, operator, side, against, other) => {
  const site = other?.node ?? side.node;
  for (const source of side.value.sources) {
    if (source.way === "count") {
      scope.frame.recorder.predicate({
        column: source.column,
        clause,
        operator: "is-null",
        against: "none",
        others: [],
        times: 1
      });
    } else {
      const used = isItself(source) ? operator : "function";
      const others = against === "column" ? columnsOf(other?.value.sources ?? []) : [];
      const { times = 1, list: list2 } = other ?? {};
      const use = { column: source.column, clause, operator: used, against, others, times };
      scope.frame.recorder.predicate(list2 === void 0 ? use : { ...use, list: list2 }, site);
    }
  }
};
var compare = (scope, clause, operator, left, right) => {
  recordSide(scope, clause, operator, left, describe(right), right);
  recordSide(scope, clause, operator, right, describe(left), left);
};
var fieldSides = ({ node, value }) => {
  if (value.shape.kind !== "row") return void 0;
  const written2 = as(node, "RowExpr")?.args;
  return value.shape.fields.map((field2, index) => ({ node: written2?.[index] ?? node, value: field2 }));
};
var compareRows = (scope, clause, operator, left, right) => {
  const lefts = fieldSides(left);
  const rights = fieldSides(right);
  if (lefts === void 0 || rights === void 0 || lefts.length !== rights.length) {
    compare(scope, clause, operator, left, right);
    return;
  }
  for (const [index, field2] of lefts.entries()) {
    const other = rights[index];
    if (other !== void 0) compare(scope, clause, operator, field2, other);
  }
};
var operatorName = (node) => {
  const { name } = splitName(node.name);
  switch (node.kind) {
    case "AEXPR_OP_ANY":
      return name === "=" ? "in" : name;
    case "AEXPR_IN":
      return name === "=" ? "in" : "not-in";
    case "AEXPR_DISTINCT":
      return "is-distinct-from";
    case "AEXPR_NOT_DISTINCT":
      return "=";
    case "AEXPR_LIKE":
      return "like";
    case "AEXPR_ILIKE":
      return "ilike";
    case "AEXPR_SIMILAR":
      return "similar";
    case "AEXPR_BETWEEN":
    case "AEXPR_NOT_BETWEEN":
    case "AEXPR_BETWEEN_SYM":
    case "AEXPR_NOT_BETWEEN_SYM":
      return "between";
    default:
      return name;
  }
};
var comparison = (scope, node, clause) => {
  const { tools: tools2 } = scope.frame;
  const operator = operatorName(node);
  const left = { node: node.lexpr, value: tools2.value(scope, node.lexpr) };
  const isList = node.kind === "AEXPR_OP_ANY" || node.kind === "AEXPR_OP_ALL";
  for (const item of listItems(node.rexpr)) {
    const list2 = isList ? listParameter(scope, item) : void 0;
    const times = isList && list2 === void 0 ? listLength(item) : 1;
    const right = { node: item, value: tools2.value(scope, item), times, list: list2 };
    compareRows(scope, clause, operator, left, right);
  }
};
var expression = (scope, node, clause, operator) => {
  recordSide(scope, clause, operator, { node, value: scope.frame.tools.value(scope, node) }, "none");
};
var subLink = (scope, node, whole, clause) => {
  if (node.testexpr === void 0 || node.subLinkType === "EXISTS_SUBLINK") {
    expression(scope, whole, clause, "subquery");
    return;
  }
  const { tools: tools2 } = scope.frame;
  const left = { node: node.testexpr, value: tools2.value(scope, node.testexpr) };
  const columns = tools2.query(scope, node.subselect);
  const name = node.operName === void 0 ? "=" : splitName(node.operName).name;
  const operator = name === "=" && node.subLinkType === "ANY_SUBLINK" ? "in" : name;
  const lefts = fieldSides(left) ?? [left];
  for (const [index, column] of columns.entries()) {
    const side = lefts[index] ?? left;
    compare(scope, clause, operator, side, { node: node.subselect, value: column, times: listLength(node.subselect) });
  }
};
var readCondition = (scope, node, clause) => {
  if (node === void 0) return;
  const logical = as(node, "BoolExpr");
  if (logical !== void 0) {
    for (const arm of logical.args ?? []) readCondition(scope, arm, clause);
    return;
  }
  const operator = as(node, "A_Expr");
  if (operator !== void 0 && operator.kind !== "AEXPR_NULLIF" && operator.lexpr !== void 0) {
    scope.frame.tools.value(scope, node);
    comparison(scope, operator, clause);
    return;
  }
  const link = as(node, "SubLink");
  if (link !== void 0) {
    subLink(scope, link, node, clause);
    return;
  }
  expression(scope, node, clause, tagOf(node) === "ColumnRef" ? "is-true" : "function");
};
var readKey = (scope, value, clause, operator) => {
  recordSide(scope, clause, operator, { node: void 0, value }, "none");
};
var compareValues = (scope, clause, operator, left, right) => {
  compare(scope, clause, operator, { node: void 0, value: left }, { node: void 0, value: right });
};

// src/lineage/expressions/set-config.ts
init_define_navigator();

// src/lineage/settings.ts
init_define_navigator();
var setConfig = "pg_catalog.set_config";
var anySetting = "*";

// src/lineage/expressions/set-config.ts
var valueOf = (setting2, text2) => {
  if (text2 === void 0) return void 0;
  return setting2 === "search_path" ? splitIdentifiers(text2) : [text2];
};
var recordSetting = (scope, [name, value, local]) => {
  const setting2 = constantAt(scope, name)?.toLowerCase() ?? anySetting;
  scope.frame.recorder.change({
    kind: "set",
    name: setting2,
    value: valueOf(setting2, constantText(scope, value)),
    local: as(local, "A_Const")?.boolval?.boolval === true
  });
};

// src/lineage/expressions/windows.ts
init_define_navigator();
var namedWindow = (scope, name) => {
  const found = scope.windows.get(name);
  if (found === void 0) throw refuse("unresolved", `window "${name}"`);
  return found;
};
var readWindow = (scope, window) => {
  const { tools: tools2 } = scope.frame;
  const inherited2 = window.refname ?? (window.partitionClause === void 0 && window.orderClause === void 0 ? window.name : void 0);
  const base = inherited2 === void 0 || scope.windows.get(inherited2) === window ? [] : readWindow(scope, namedWindow(scope, inherited2));
  const partition = (window.partitionClause ?? []).map((node) => tools2.value(scope, node));
  const order2 = (window.orderClause ?? []).map((node) => tools2.value(scope, as(node, "SortBy")?.node));
  const frame = [window.startOffset, window.endOffset].flatMap((node) => node === void 0 ? [] : [tools2.value(scope, node)]);
  for (const value of partition) readKey(scope, value, "window", "group");
  for (const value of [...order2, ...frame]) readKey(scope, value, "window", "order");
  return [...base, ...partition, ...order2, ...frame];
};

// src/lineage/expressions/functions.ts
var orderKeys = (scope, node) => (node.agg_order ?? []).map((entry3) => scope.frame.tools.value(scope, as(entry3, "SortBy")?.node));
var steered = (scope, node, keys) => {
  const found = [];
  if (node.agg_filter !== void 0) {
    found.push(...steering("filter", [scope.frame.tools.value(scope, node.agg_filter)]));
    readCondition(scope, node.agg_filter, "filter");
  }
  if (node.agg_within_group !== true) {
    for (const key2 of keys) readKey(scope, key2, "order", "order");
    found.push(...steering("order", keys));
  }
  if (node.over !== void 0) found.push(...steering("over", readWindow(scope, node.over)));
  return found;
};
var asField = (scope, name, args) => {
  const [row2] = args;
  if (row2 === void 0 || args.length !== 1) return void 0;
  const fields = row2.shape.kind === "row" ? row2.shape.fields : compositeOf(scope.frame.names.catalog, row2.type)?.columns ?? [];
  return fields.some((field2) => field2.name === name) ? fieldOf(scope, row2, name) : void 0;
};
var asCast = (scope, name, args) => {
  const { catalog, nameSpace: nameSpace2 } = scope.frame.names;
  if (args.length !== 1) return void 0;
  const type = nameSpace2.path.map((schema) => catalog.typeNamed(schema, name)).find((found) => found !== void 0);
  return type === void 0 ? void 0 : derived(name, args, type.oid);
};
var nameOf = (scope, node) => {
  const found = splitName(node.funcname);
  return found.name === "json_object" && scope.frame.names.catalog.major < 16 ? { ...found, schema: void 0 } : found;
};
var voidType = 2278;
var withoutVoid = (scope, node) => {
  const { arguments: given, parameterTypes } = scope.frame;
  if (given !== void 0 || !parameterTypes.includes(voidType)) return node;
  const isVoid = (arg) => parameterTypes[(as(arg, "ParamRef")?.number ?? 0) - 1] === voidType;
  return { ...node, args: (node.args ?? []).filter((arg) => !isVoid(arg)) };
};
var resolveCall = (scope, call2) => {
  const node = withoutVoid(scope, call2);
  const { schema, name } = nameOf(scope, node);
  const written2 = node.args ?? [];
  const named2 = written2.map((arg) => as(arg, "NamedArgExpr"));
  const direct = written2.map((arg, index) => named2[index]?.arg ?? arg);
  const ordered = node.agg_within_group === true ? orderKeys(scope, node) : [];
  const args = [...values(scope, direct), ...ordered];
  const given = args.map((arg) => arg.type);
  const candidates = candidatesFor(scope, schema, name, given, {
    names: named2.some((arg) => arg !== void 0) ? named2.map((arg) => arg?.name) : [],
    variadicArray: node.func_variadic === true
  });
  const builtinOnly = candidates.length > 0 && candidates.every(({ fn }) => fn.builtin);
  return { name, args, candidates, builtinOnly };
};
var readFunction = (call2, scope) => {
  const node = withoutVoid(scope, call2);
  const { name, args, candidates, builtinOnly } = resolveCall(scope, node);
  const keys = orderKeys(scope, node);
  const extra = steered(scope, node, keys);
  const result = callFunctions(scope, candidates, args);
  if (result === void 0) {
    const other = asField(scope, name, args) ?? asCast(scope, name, args);
    if (other === void 0) throw refuse("unresolved", `function ${name} with ${args.length} arguments`);
    return withSources(other, extra);
  }
  const special = builtinOnly ? specialFunction(name, {
    scope,
    args,
    keys: (node.args ?? []).map((arg) => constantText(scope, arg)),
    variadic: node.func_variadic === true,
    withinGroup: node.agg_within_group === true,
    distinct: node.agg_distinct === true
  }) : void 0;
  if (name === "set_config" && builtinOnly) recordSetting(scope, node.args ?? []);
  const value = special === void 0 ? result.value : { ...special, opaque: special.opaque ?? result.value.opaque };
  return withSources(
    { ...value, type: value.type === 0 ? result.value.type : value.type, opaque: value.opaque ?? firstOpaque(args) },
    extra
  );
};

// src/lineage/expressions/sql-json.ts
init_define_navigator();
var json2 = 114;
var jsonb2 = 3802;
var textType2 = 25;
var xml = 142;
var returned = (scope, output) => output?.typeName === void 0 ? json2 : typeOf(scope.frame.names, output.typeName)?.oid ?? 0;
var finish = (value, type) => type === json2 || type === jsonb2 ? { ...value, type } : { ...value, shape: plain(0).shape, type };
var readValueExpr = (scope, node) => {
  const value = scope.frame.tools.value(scope, node?.raw_expr);
  const formatted = node?.format?.format_type === "JS_FORMAT_JSON" || node?.format?.format_type === "JS_FORMAT_JSONB";
  return formatted ? derived("format json", [value], json2) : value;
};
var readJsonValue = (node, scope) => readValueExpr(scope, node);
var valueExprOf = (scope, node) => {
  const value = as(node, "JsonValueExpr");
  return value === void 0 ? scope.frame.tools.value(scope, node) : readValueExpr(scope, value);
};
var readJsonObject = (node, scope) => {
  const type = returned(scope, node.output);
  const binary = type === jsonb2;
  const parts = [];
  const fields = [];
  for (const expr of node.exprs ?? []) {
    const pair = as(expr, "JsonKeyValue");
    const value = readValueExpr(scope, pair?.value);
    const key2 = constantText(scope, pair?.key);
    parts.push(scope.frame.tools.value(scope, pair?.key), value);
    if (key2 !== void 0) fields.push(named(key2, value));
  }
  const known2 = fields.length * 2 === parts.length && node.absent_on_null !== true;
  return finish(known2 ? jsonObject("json_object", fields, binary) : jsonOf("json_object", parts, binary), type);
};
var readJsonArray = (node, scope) => {
  const type = returned(scope, node.output);
  const items = (node.exprs ?? []).map((expr) => valueExprOf(scope, expr));
  const binary = type === jsonb2;
  return finish(
    node.absent_on_null === true ? jsonOf("json_array", items, binary) : jsonArray("json_array", items, binary),
    type
  );
};
var readJsonArrayQuery = (node, scope) => {
  const type = returned(scope, node.output);
  const [item] = scope.frame.tools.query(scope, node.query);
  return finish(jsonEach("json_array", item ?? plain(0), type === jsonb2), type);
};
var aggregate = (scope, node, value) => {
  if (node === void 0) return value;
  const found = [];
  if (node.agg_filter !== void 0) {
    found.push(...steering("filter", [scope.frame.tools.value(scope, node.agg_filter)]));
    readCondition(scope, node.agg_filter, "filter");
  }
  const keys = (node.agg_order ?? []).map((entry3) => scope.frame.tools.value(scope, as(entry3, "SortBy")?.node));
  for (const key2 of keys) readKey(scope, key2, "order", "order");
  found.push(...steering("order", keys));
  if (node.over !== void 0) found.push(...steering("over", readWindow(scope, node.over)));
  return finish(withSources(value, found), returned(scope, node.output));
};
var readJsonObjectAgg = (node, scope) => {
  const key2 = scope.frame.tools.value(scope, node.arg?.key);
  const value = readValueExpr(scope, node.arg?.value);
  const aggregation = Object.hasOwn(node, "constructor") ? node.constructor : void 0;
  return aggregate(scope, aggregation, jsonOf("json_objectagg", [key2, value], false));
};
var readJsonArrayAgg = (node, scope) => {
  const aggregation = Object.hasOwn(node, "constructor") ? node.constructor : void 0;
  const value = readValueExpr(scope, node.arg);
  return aggregate(scope, aggregation, jsonEach("json_arrayagg", value, returned(scope, aggregation?.output) === jsonb2));
};
var behaviours = (scope, node) => [node.on_empty?.expr, node.on_error?.expr].flatMap(
  (expr) => expr === void 0 ? [] : [scope.frame.tools.value(scope, expr)]
);
var resultTypes = { JSON_EXISTS_OP: 16, JSON_QUERY_OP: jsonb2, JSON_VALUE_OP: textType2 };
var passed = (scope, nodes) => (nodes ?? []).map((node) => readValueExpr(scope, as(node, "JsonArgument")?.val));
var readJsonFunction = (node, scope) => {
  const parts = [
    readValueExpr(scope, node.context_item),
    ...values(scope, node.pathspec === void 0 ? [] : [node.pathspec]),
    ...passed(scope, node.passing),
    ...behaviours(scope, node)
  ];
  const type = node.output === void 0 ? resultTypes[node.op ?? ""] ?? 0 : returned(scope, node.output);
  return derived((node.op ?? "").toLowerCase().replace(/_op$/u, ""), parts, type);
};
var readJsonPredicate = (node, scope) => derived("is json", [scope.frame.tools.value(scope, node.expr)], 16);
var readJsonParse = (node, scope) => derived("json", [readValueExpr(scope, node.expr)], json2);
var readJsonScalar = (node, scope) => toJson("json_scalar", scope.frame.tools.value(scope, node.expr), false);
var readJsonSerialize = (node, scope) => derived(
  "json_serialize",
  [readValueExpr(scope, node.expr)],
  node.output === void 0 ? textType2 : returned(scope, node.output)
);
var readXml = (node, scope) => {
  const attributes = (node.named_args ?? []).map((entry3) => as(entry3, "ResTarget")?.val ?? entry3);
  return derived("xml", values(scope, [...attributes, ...node.args ?? []]), node.op === "IS_DOCUMENT" ? 16 : xml);
};
var readXmlSerialize = (node, scope) => derived("xmlserialize", [scope.frame.tools.value(scope, node.expr)], typeOf(scope.frame.names, node.typeName)?.oid ?? textType2);

// src/lineage/expressions/sublinks.ts
init_define_navigator();
var boolean3 = 16;
var equals = [{ String: { sval: "=" } }];
var quantified = (scope, node, columns) => {
  const test = scope.frame.tools.value(scope, node.testexpr);
  const tests = test.shape.kind === "row" ? test.shape.fields : [test];
  return columns.map((column, index) => applyOperator(scope, node.operName ?? [...equals], [tests[index] ?? test, column]).hidden).reduce(withHidden, derived("subquery", [test, ...columns], boolean3));
};
var readSubLink = (node, scope) => {
  const columns = scope.frame.tools.query(scope, node.subselect);
  const [first] = columns;
  switch (node.subLinkType) {
    case "EXISTS_SUBLINK":
      return plain(boolean3);
    case "EXPR_SUBLINK":
      return columns.length > 1 ? rowOf(columns, recordType) : computedRow(first ?? plain(0));
    case "ARRAY_SUBLINK":
      return first === void 0 ? plain(0) : arrayOf(scope, [first]);
    case "ANY_SUBLINK":
    case "ALL_SUBLINK":
      return quantified(scope, node, columns);
    default: {
      const test = scope.frame.tools.value(scope, node.testexpr);
      return derived("subquery", [test, ...columns], boolean3);
    }
  }
};

// src/lineage/expressions/index.ts
var readers2 = {
  A_ArrayExpr: readArray,
  A_Const: readConstant,
  A_Expr: readOperator,
  A_Indirection: readIndirection,
  BoolExpr: readBoolean,
  BooleanTest: readBooleanTest,
  CaseExpr: readCase,
  CoalesceExpr: readCoalesce,
  CollateClause: readCollate,
  ColumnRef: readColumnRef,
  /** WHERE CURRENT OF: the row that a cursor is at. */
  CurrentOfExpr: () => plain(16),
  FuncCall: readFunction,
  GroupingFunc: readGrouping,
  JsonArrayAgg: readJsonArrayAgg,
  JsonArrayConstructor: readJsonArray,
  JsonArrayQueryConstructor: readJsonArrayQuery,
  JsonFuncExpr: readJsonFunction,
  JsonIsPredicate: readJsonPredicate,
  JsonObjectAgg: readJsonObjectAgg,
  JsonObjectConstructor: readJsonObject,
  JsonParseExpr: readJsonParse,
  JsonScalarExpr: readJsonScalar,
  JsonSerializeExpr: readJsonSerialize,
  JsonValueExpr: readJsonValue,
  List: readList,
  MergeSupportFunc: () => plain(25),
  MinMaxExpr: readMinMax,
  NullTest: readNullTest,
  ParamRef: readParameter,
  RowExpr: readRow,
  /** DEFAULT: what the target's own default gives, added where it is assigned. */
  SetToDefault: () => plain(0),
  SQLValueFunction: readSqlValue,
  SubLink: readSubLink,
  TypeCast: readCast,
  XmlExpr: readXml,
  XmlSerialize: readXmlSerialize
};
var since = {
  JsonArrayAgg: 16,
  JsonArrayConstructor: 16,
  JsonArrayQueryConstructor: 16,
  JsonIsPredicate: 16,
  JsonObjectAgg: 16,
  JsonObjectConstructor: 16,
  JsonFuncExpr: 17,
  JsonParseExpr: 17,
  JsonScalarExpr: 17,
  JsonSerializeExpr: 17,
  MergeSupportFunc: 17
};
var readExpression = (scope, node) => {
  const tag = tagOf(node);
  const { major } = scope.frame.names.catalog;
  if ((since[tag] ?? 0) > major) throw refuse("syntax", `${tag}, which PostgreSQL ${String(major)} does not have`);
  const reader = readers2[tag];
  if (reader === void 0) throw unmodelled(tag);
  return reader(node[tag], scope);
};

// src/lineage/follow.ts
init_define_navigator();

// src/lineage/follow-plpgsql.ts
init_define_navigator();

// src/lineage/plpgsql-condition.ts
init_define_navigator();
var bare2 = /* @__PURE__ */ new Set(["targetList", "limitOption", "op"]);
var conditionIn = (parser, text2) => {
  const parsed = parser.parse(text2);
  if (!parsed.ok || parsed.statements.length !== 1) return void 0;
  const select2 = as(parsed.statements[0]?.stmt, "SelectStmt");
  if (select2?.targetList?.length !== 1 || !Object.keys(select2).every((key2) => bare2.has(key2))) return void 0;
  return as(select2.targetList[0], "ResTarget")?.val;
};

// src/lineage/plpgsql-statements.ts
init_define_navigator();
var anyVariable = "*";
var isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
var listOf = (value) => Array.isArray(value) ? value : [];
var expressionOf = (value) => {
  const inner = isObject(value) ? value["PLpgSQL_expr"] : void 0;
  if (!isObject(inner) || typeof inner["query"] !== "string") return void 0;
  return { query: inner["query"], parseMode: typeof inner["parseMode"] === "number" ? inner["parseMode"] : 0 };
};
var add = (list2, value) => {
  const expression2 = expressionOf(value);
  if (expression2 !== void 0) list2.push(expression2.parseMode === 0 ? expression2.query : `SELECT ${expression2.query}`);
  return true;
};
var optional = (list2, value) => value === void 0 || add(list2, value);
var assignTarget = (target2, body) => {
  if (!isObject(target2)) return target2 === void 0;
  for (const [key2, value] of Object.entries(target2)) {
    if ((key2 === "refname" || key2 === "name") && typeof value === "string" && !value.startsWith("(")) body.assigned.add(value);
    if (Array.isArray(value)) for (const entry3 of value) assignTarget(entry3, body);
    else if (isObject(value)) assignTarget(value, body);
  }
  return true;
};
var assignment = /^\s*("[^"]+"|\w+)(?:\.(?:"[^"]+"|\w+))*\s*:?=(?!=)([\s\S]*)$/u;
var assign = ({ expr }, body) => {
  const expression2 = expressionOf(expr);
  const [, name, value] = assignment.exec(expression2?.query ?? "") ?? [];
  if (name === void 0 || value === void 0) return false;
  body.assigned.add(name.startsWith('"') ? name.slice(1, -1) : name.toLowerCase());
  body.expressions.push(`SELECT ${value}`);
  return true;
};
var all = (statements, body) => listOf(statements).every((statement) => readStatement(statement, body));
var loopVariable = (loop, body) => assignTarget(loop["var"], body) && all(loop["body"], body);
var handlers = (block, body) => {
  if (block === void 0) return true;
  const inner = isObject(block) ? block["PLpgSQL_exception_block"] : void 0;
  const list2 = isObject(inner) ? listOf(inner["exc_list"]) : [];
  return list2.every((entry3) => {
    const exception = isObject(entry3) ? entry3["PLpgSQL_exception"] : void 0;
    return isObject(exception) && all(exception["action"], body);
  });
};
var readers3 = {
  PLpgSQL_stmt_block: (block, body) => all(block["body"], body) && handlers(block["exceptions"], body),
  PLpgSQL_stmt_assign: assign,
  PLpgSQL_stmt_if: (stmt, body) => add(body.conditions, stmt["cond"]) && all(stmt["then_body"], body) && listOf(stmt["elsif_list"]).every((entry3) => {
    const branch = isObject(entry3) ? entry3["PLpgSQL_if_elsif"] : void 0;
    return isObject(branch) && add(body.conditions, branch["cond"]) && all(branch["stmts"], body);
  }) && all(stmt["else_body"], body),
  PLpgSQL_stmt_loop: (stmt, body) => all(stmt["body"], body),
  PLpgSQL_stmt_while: (stmt, body) => add(body.conditions, stmt["cond"]) && all(stmt["body"], body),
  PLpgSQL_stmt_fori: (stmt, body) => add(body.expressions, stmt["lower"]) && add(body.expressions, stmt["upper"]) && optional(body.expressions, stmt["step"]) && loopVariable(stmt, body),
  PLpgSQL_stmt_fors: (stmt, body) => add(body.expressions, stmt["query"]) && loopVariable(stmt, body),
  PLpgSQL_stmt_case: (stmt, body) => optional(body.conditions, stmt["t_expr"]) && listOf(stmt["case_when_list"]).every((entry3) => {
    const arm = isObject(entry3) ? entry3["PLpgSQL_case_when"] : void 0;
    return isObject(arm) && add(body.conditions, arm["expr"]) && all(arm["stmts"], body);
  }) && all(stmt["else_stmts"], body),
  /** The loop's variable is known by number only. */
  PLpgSQL_stmt_foreach_a: (stmt, body) => {
    body.assigned.add(anyVariable);
    return add(body.expressions, stmt["expr"]) && all(stmt["body"], body);
  },
  /** A message goes to the client; what is said of the columns in it is that they are touched. */
  PLpgSQL_stmt_raise: (stmt, body) => listOf(stmt["params"]).every((entry3) => add(body.expressions, entry3)) && listOf(stmt["options"]).every((entry3) => {
    const option2 = isObject(entry3) ? entry3["PLpgSQL_raise_option"] : void 0;
    return isObject(option2) && add(body.expressions, option2["expr"]);
  }),
  PLpgSQL_stmt_exit: (stmt, body) => optional(body.conditions, stmt["cond"]),
  /** The one at the end, that nobody wrote, has no line. */
  PLpgSQL_stmt_return: (stmt, body) => {
    if (stmt["expr"] === void 0 && stmt["lineno"] !== void 0) body.returnsVariables = true;
    return optional(body.returned, stmt["expr"]);
  },
  PLpgSQL_stmt_return_next: (stmt, body) => {
    if (stmt["expr"] === void 0) body.returnsVariables = true;
    return optional(body.returned, stmt["expr"]);
  },
  PLpgSQL_stmt_return_query: (stmt, body) => stmt["dynquery"] === void 0 && stmt["query"] !== void 0 && add(body.returnedQueries, stmt["query"]),
  PLpgSQL_stmt_execsql: (stmt, body) => assignTarget(stmt["target"], body) && add(stmt["into"] === true ? body.expressions : body.statements, stmt["sqlstmt"]),
  PLpgSQL_stmt_perform: (stmt, body) => add(body.expressions, stmt["expr"]),
  PLpgSQL_stmt_assert: (stmt, body) => add(body.conditions, stmt["cond"]) && optional(body.expressions, stmt["message"])
};
var readStatement = (statement, body) => {
  if (!isObject(statement)) return false;
  const [tag = ""] = Object.keys(statement);
  const fields = statement[tag];
  if (!Object.hasOwn(readers3, tag) || !isObject(fields)) return false;
  return readers3[tag]?.(fields, body) ?? false;
};
var emptyBody = () => ({
  conditions: [],
  statements: [],
  expressions: [],
  returned: [],
  returnedQueries: [],
  assigned: /* @__PURE__ */ new Set(),
  returnsVariables: false
});
var variables = (datums, body) => {
  const names = [];
  for (const datum of listOf(datums)) {
    if (!isObject(datum)) return void 0;
    const [tag = ""] = Object.keys(datum);
    const fields = datum[tag];
    if (!isObject(fields) || "cursor_explicit_expr" in fields) return void 0;
    if (typeof fields["refname"] === "string" && !fields["refname"].startsWith("(")) names.push(fields["refname"]);
    optional(body.expressions, fields["default_val"]);
  }
  return names;
};
var readPlPgSql = (tree) => {
  const [first] = isObject(tree) ? listOf(tree["plpgsql_funcs"]) : [];
  const fn = isObject(first) ? first["PLpgSQL_function"] : void 0;
  if (!isObject(fn)) return void 0;
  const body = emptyBody();
  const names = variables(fn["datums"], body);
  return names !== void 0 && readStatement(fn["action"], body) ? { body, variables: names } : void 0;
};

// src/lineage/follow-plpgsql.ts
var quote = (name) => `"${name.replaceAll('"', '""')}"`;
var isOutput = (mode) => mode === "o" || mode === "b" || mode === "t";
var definition = (fn) => {
  const parameters = fn.allArgs.map(({ name, mode }) => {
    const word = mode === "o" || mode === "t" ? "OUT" : mode === "b" ? "INOUT" : "IN";
    return `${word} ${name === "" ? "" : quote(name)} text`;
  });
  const unnamed = fn.allArgs.length === 0 ? fn.argTypes.map(() => "text") : parameters;
  const outputs = fn.allArgs.filter(({ mode }) => isOutput(mode)).length;
  const result = outputs === 1 ? "text" : outputs > 1 ? "record" : "text";
  const body = fn.source ?? "";
  let tag = "pgveil";
  while (body.includes(`$${tag}$`)) tag += "x";
  const returns = fn.returnsSet ? `SETOF ${result}` : fn.returnType === 2278 ? "void" : result;
  return `CREATE FUNCTION pgveil_body(${unnamed.join(", ")}) RETURNS ${returns} LANGUAGE plpgsql AS $${tag}$${body}$${tag}$`;
};
var queryOf = (scope, text2) => {
  const parsed = scope.frame.parser.parse(text2);
  if (!parsed.ok || parsed.statements.length !== 1) return void 0;
  const stmt = parsed.statements[0]?.stmt;
  return as(stmt, "SelectStmt")?.intoClause === void 0 ? scope.frame.tools.query(scope, stmt) : void 0;
};
var conditionOf = (scope, text2) => {
  const expression2 = conditionIn(scope.frame.parser, text2);
  if (expression2 === void 0) return void 0;
  readCondition(scope, expression2, "case");
  return [named("", scope.frame.tools.value(scope, expression2))];
};
var outputsOf2 = (fn) => {
  const declared = fn.allArgs.filter(({ mode }) => isOutput(mode));
  return declared.length > 0 ? declared : [{ name: fn.name, type: fn.returnType }];
};
var combined = (rows) => {
  const [first] = rows;
  if (first === void 0 || rows.some((row2) => row2.length !== first.length)) return void 0;
  return first.map((column, index) => named(column.name, eitherOf(rows.flatMap((row2) => row2[index] ?? []))));
};
var pooled = (sources) => {
  const found = /* @__PURE__ */ new Map();
  for (const source of through("derived", "variable", sources)) {
    found.set(`${source.column} ${source.way}`, { ...source, via: ["variable"] });
  }
  return [...found.values()];
};
var readRound = (scope, fn, { body }, variable2) => {
  const read3 = (texts2, how) => {
    const found = [];
    for (const text2 of texts2) {
      const columns2 = how(scope, text2);
      if (columns2 === void 0) return void 0;
      found.push(columns2);
    }
    return found;
  };
  const conditions2 = read3(body.conditions, conditionOf);
  const statements = read3(body.statements, queryOf);
  const expressions2 = read3(body.expressions, queryOf);
  const returned2 = read3(body.returned, queryOf);
  const queries2 = read3(body.returnedQueries, queryOf);
  if (conditions2 === void 0 || statements === void 0 || expressions2 === void 0 || returned2 === void 0 || queries2 === void 0)
    return void 0;
  const outputs = outputsOf2(fn);
  const held = derived("plpgsql", [variable2, ...scope.frame.arguments?.byPosition ?? []], 0);
  const variables2 = outputs.map(({ name, type }) => named(name, { ...held, type }));
  const explicit = [...queries2, ...returned2];
  const implicit = body.returnsVariables || !fn.returnsSet && (explicit.length === 0 || fn.allArgs.some(({ mode }) => isOutput(mode)));
  const rows = combined(implicit ? [...explicit, variables2] : explicit);
  const steeredBy = steering("plpgsql", conditions2.flat());
  const everything = [...conditions2, ...statements, ...expressions2, ...explicit].flat();
  const anything = derived("plpgsql", [...explicit.flat(), held], 0);
  const columns = rows ?? (explicit.length === 0 ? variables2 : outputs.map(({ name }) => named(name, anything)));
  return {
    columns: columns.map((column) => named(column.name, withSources(column, steeredBy))),
    pool: pooled(union(everything.map((column) => column.sources))),
    opaque: firstOpaque(everything)
  };
};
var maxRounds = 6;
var notFollowed = /#\s*variable_conflict\s+use_variable|sqlerrm|get\s+(?:current\s+|stacked\s+)?diagnostics/iu;
var followPlPgSql = (frame, fn) => {
  if (notFollowed.test(fn.source ?? "")) return void 0;
  const parsed = readPlPgSql(frame.parser.parsePlPgSql(definition(fn)));
  const given = frame.arguments;
  if (parsed === void 0 || given === void 0) return void 0;
  const names = fn.allArgs.filter(({ mode }) => mode === "i" || mode === "b" || mode === "v").map(({ name }) => name);
  const { assigned } = parsed.body;
  const known2 = /* @__PURE__ */ new Set([...parsed.variables, ...given.byName.keys()]);
  const any = assigned.has(anyVariable) || [...assigned].some((name) => !known2.has(name));
  const isAssigned = (name) => any || name === void 0 || assigned.has(name);
  let pool = [];
  let opaque;
  for (let round = 0; round < maxRounds; round += 1) {
    const variable2 = { ...plain(0), sources: pool, opaque };
    const byName3 = new Map(parsed.variables.map((name) => [name, variable2]));
    const current = (value, name) => isAssigned(name) ? { ...withSources(value, pool), shape: variable2.shape, opaque: value.opaque ?? opaque } : value;
    for (const [name, value] of given.byName) byName3.set(name, current(value, name));
    const byPosition2 = given.byPosition.map((value, index) => current(value, names[index]));
    const scope = rootScope({ ...frame, arguments: { ...given, byName: byName3, byPosition: byPosition2 } });
    const result = readRound(scope, fn, parsed, variable2);
    if (result === void 0) return void 0;
    if (result.pool.length === pool.length && result.opaque === opaque) return result.columns;
    ({ pool, opaque } = result);
  }
  return void 0;
};

// src/lineage/recorder.ts
init_define_navigator();
var distinctBy = (keyOf) => {
  const found = /* @__PURE__ */ new Map();
  return {
    add: (item) => {
      found.set(keyOf(item), item);
    },
    all: () => [...found.values()]
  };
};
var elsewhere = {};
var createUses = () => {
  const found = /* @__PURE__ */ new Map();
  return {
    add: (use, site = elsewhere) => {
      const key2 = `${use.column} ${use.clause} ${use.operator} ${use.against} ${String(use.list)} ${use.others.join(" ")}`;
      const known2 = found.get(key2) ?? { use, times: /* @__PURE__ */ new Map() };
      found.set(key2, known2);
      known2.times.set(site, Math.max(use.times, known2.times.get(site) ?? 0));
    },
    all: () => [...found.values()].map(({ use, times }) => ({ ...use, times: [...times.values()].reduce((a, b) => a + b, 0) }))
  };
};
var createRecorder = () => {
  const touched2 = /* @__PURE__ */ new Set();
  const relations = /* @__PURE__ */ new Set();
  const targets2 = /* @__PURE__ */ new Set();
  const predicates = createUses();
  const writes = distinctBy((write) => JSON.stringify(write));
  const effects2 = distinctBy((effect) => JSON.stringify(effect));
  const changes = [];
  const functions2 = /* @__PURE__ */ new Map();
  const use = (found) => {
    const before = functions2.get(found.oid);
    const merged2 = before && {
      nature: worse(before.nature, found.nature),
      arguments: union([before.arguments, found.arguments])
    };
    functions2.set(found.oid, { ...found, ...merged2 });
  };
  return {
    touch: (sources) => {
      for (const source of sources) touched2.add(source.column);
    },
    touchColumn: (column) => {
      touched2.add(column);
    },
    relation: (oid) => {
      relations.add(oid);
    },
    target: (oid) => {
      targets2.add(oid);
    },
    predicate: predicates.add,
    fn: (fn, nature, args) => {
      use({ oid: fn.oid, name: `${fn.schema}.${fn.name}`, nature, arguments: args });
    },
    write: writes.add,
    effect: effects2.add,
    change: (change2) => {
      changes.push(change2);
    },
    absorb: (facts) => {
      for (const oid of facts.relations) relations.add(oid);
      for (const oid of facts.targets) targets2.add(oid);
      for (const column of facts.touched) touched2.add(column);
      for (const predicate of facts.predicates) predicates.add(predicate);
      for (const write of facts.writes) writes.add(write);
      for (const effect of facts.effects) effects2.add(effect);
      for (const found of facts.functions) use(found.name === setConfig ? { ...found, nature: "opaque" } : found);
    },
    facts: () => ({
      relations: [...relations],
      targets: [...targets2],
      touched: [...touched2],
      predicates: predicates.all(),
      writes: writes.all(),
      functions: [...functions2.values()],
      effects: effects2.all(),
      changes
    })
  };
};

// src/lineage/follow.ts
var maxDepth = 8;
var setting = (fn, name) => fn.config.find((entry3) => entry3.startsWith(`${name}=`))?.slice(name.length + 1);
var namesIn = (fn, names) => {
  const path = setting(fn, "search_path");
  if (path === void 0) return names;
  const entries2 = splitIdentifiers(path);
  if (entries2 === void 0 || entries2.includes("$user")) return void 0;
  const { tempSchema } = names.nameSpace;
  const found = entries2.flatMap(
    (entry3) => entry3 === "pg_temp" ? tempSchema ?? [] : names.catalog.schemas.has(entry3) ? entry3 : []
  );
  const implicit = ["pg_catalog", ...tempSchema === void 0 ? [] : [tempSchema]].filter((entry3) => !found.includes(entry3));
  return { catalog: names.catalog, nameSpace: { path: [...implicit.reverse(), ...found], tempSchema } };
};
var argumentOf = (scope, value, type) => ({
  ...value.type === type ? value : castRow(scope, value, type) ?? value,
  type
});
var argumentsOf = (scope, fn, args) => {
  const declared = inputsOf(fn);
  const values2 = declared.map((_, index) => argumentOf(scope, args[index] ?? plain(0), fn.argTypes[index] ?? 0));
  const byName3 = /* @__PURE__ */ new Map();
  for (const [index, { name }] of declared.entries()) {
    const value = values2[index];
    if (name !== "" && value !== void 0) byName3.set(name, value);
  }
  return { function: fn.name, byPosition: values2, byName: byName3 };
};
var readSql = (frame, fn) => {
  if (fn.sqlBody !== void 0) return frame.tools.stored.body(frame, fn);
  const scope = rootScope(frame);
  const parsed = frame.parser.parse(fn.source ?? "");
  if (!parsed.ok) return void 0;
  let result = [];
  for (const { stmt } of parsed.statements) {
    if (as(stmt, "SelectStmt")?.intoClause !== void 0) return void 0;
    result = scope.frame.tools.query(scope, stmt);
  }
  return result;
};
var readers4 = {
  sql: readSql,
  plpgsql: followPlPgSql
};
var isReadable = ({ kind, variadic, source, sqlBody }) => kind === "f" && variadic === 0 && (source !== void 0 && source !== "" || sqlBody !== void 0);
var looksUpLate = (fn) => fn.sqlBody === void 0 && setting(fn, "search_path") === void 0;
var setsNames = ({ changes, functions: functions2 }) => changes.length > 0 || functions2.some(({ name }) => name === setConfig);
var followFunction = (scope, fn, args) => {
  const { frame } = scope;
  if (!isReadable(fn) || frame.following.length >= maxDepth || frame.following.includes(fn.oid) || frame.bodies.left <= 0)
    return void 0;
  frame.bodies.left -= 1;
  const read3 = readers4[fn.language];
  if (read3 === void 0) return void 0;
  const names = namesIn(fn, frame.names);
  if (names === void 0) return void 0;
  const recorder = createRecorder();
  const inner = {
    ...frame,
    names,
    recorder,
    arguments: argumentsOf(scope, fn, args),
    following: [...frame.following, fn.oid]
  };
  try {
    const columns = read3(inner, fn);
    const facts = recorder.facts();
    if (columns === void 0 || setsNames(facts)) return void 0;
    frame.recorder.absorb(facts);
    if (looksUpLate(fn)) frame.recorder.effect({ kind: "late-names", function: `${fn.schema}.${fn.name}` });
    return columns.length === 0 ? [named(fn.name, plain(fn.returnType))] : columns;
  } catch (error) {
    if (isUnreadable(error)) return void 0;
    throw error;
  }
};

// src/lineage/query/index.ts
init_define_navigator();

// src/lineage/query/insert.ts
init_define_navigator();

// src/lineage/from/relation.ts
init_define_navigator();

// src/lineage/relations.ts
init_define_navigator();
var kin = (catalog, relation2) => {
  const found = /* @__PURE__ */ new Map();
  const walk = (of, next) => {
    for (const oid of next(of)) {
      const other = catalog.relation(oid);
      if (other === void 0 || found.has(oid)) continue;
      found.set(oid, other);
      walk(other, next);
    }
  };
  walk(relation2, (of) => of.parents);
  walk(relation2, (of) => catalog.children(of.oid));
  return [...found.values()];
};
var inherited = (relatives, name) => relatives.flatMap((relation2) => {
  const column = relation2.columns.find((entry3) => entry3.name === name);
  return column === void 0 ? [] : [{ column: columnKey(relation2.oid, column.attnum), way: "identity", via: ["inherited"] }];
});
var ownSource = (relation2, column, via) => ({
  column: columnKey(relation2.oid, column.attnum),
  way: "identity",
  via
});
var virtualSources = (frame, relation2, column, columns) => column.generated === "v" && column.defaultTree !== void 0 ? frame.tools.stored.value(frame, column.defaultTree, /* @__PURE__ */ new Map([[1, rangeOfRow(relation2, columns)]])) : void 0;
var rangeOfRow = (relation2, columns) => ({
  columns: () => columns,
  column: (attnum) => {
    if (attnum === 0) return rowOf(columns, relation2.rowType);
    return columns[relation2.columns.findIndex((column) => column.attnum === attnum)] ?? plain(0);
  }
});
var tableColumns = (frame, relation2) => {
  const relatives = kin(frame.names.catalog, relation2);
  const columns = relation2.columns.map(
    (column) => named(column.name, {
      ...plain(column.type),
      sources: union([[ownSource(relation2, column, [])], inherited(relatives, column.name)])
    })
  );
  return columns.map((column, index) => {
    const definition3 = relation2.columns[index];
    const computed = definition3 === void 0 ? void 0 : virtualSources(frame, relation2, definition3, columns);
    return computed === void 0 ? column : named(column.name, { ...withSources(column, computed.sources), opaque: computed.opaque });
  });
};
var nothing = {
  relations: [],
  targets: [],
  touched: [],
  predicates: [],
  writes: [],
  functions: [],
  effects: []
};
var tableFacts = (frame, relation2, columns) => {
  if (!relation2.rowSecurity || relation2.policyTrees.length === 0) return nothing;
  const recorder = createRecorder();
  const row2 = /* @__PURE__ */ new Map([[1, rangeOfRow(relation2, columns)]]);
  for (const tree of relation2.policyTrees) frame.tools.stored.condition({ ...frame, recorder, arguments: void 0 }, tree, row2);
  const { touched: touched2, predicates } = recorder.facts();
  return { ...nothing, touched: touched2, predicates: predicates.map((use) => ({ ...use, clause: "policy" })) };
};
var viewColumns = (frame, relation2) => {
  const { columns, facts } = frame.tools.stored.view(frame, relation2);
  if (columns.length !== relation2.columns.length) throw refuse("unmodelled", `the definition of view "${relation2.name}"`);
  return {
    facts,
    columns: relation2.columns.map((column, index) => {
      const value = columns[index] ?? plain(column.type);
      return named(column.name, { ...withSources(value, [ownSource(relation2, column, ["view"])]), type: column.type });
    })
  };
};
var known = /* @__PURE__ */ new WeakMap();
var isView = ({ views }, { kind, viewTree, oid }) => kind === "v" || kind === "m" && (viewTree !== void 0 || views?.(oid) !== void 0);
var relationColumns = (frame, relation2) => {
  const { catalog, nameSpace: nameSpace2 } = frame.names;
  let inCatalog = known.get(catalog);
  if (inCatalog === void 0) {
    inCatalog = /* @__PURE__ */ new Map();
    known.set(catalog, inCatalog);
  }
  const key2 = JSON.stringify([relation2.oid, nameSpace2.path]);
  let reading = inCatalog.get(key2);
  if (reading === void 0) {
    reading = isView(frame, relation2) ? viewColumns(frame, relation2) : { columns: tableColumns(frame, relation2), facts: nothing };
    inCatalog.set(key2, reading);
    if (!isView(frame, relation2)) reading = { ...reading, facts: tableFacts(frame, relation2, reading.columns) };
    inCatalog.set(key2, reading);
  }
  if (reading.facts !== nothing) frame.recorder.absorb(reading.facts);
  return reading.columns;
};
var writtenBelow = (frame, relation2, name) => {
  if (relation2.kind !== "v") return [];
  const column = relationColumns(frame, relation2).find((entry3) => entry3.name === name);
  return (column?.sources ?? []).filter((source) => source.way === "identity").map((source) => source.column);
};
var writtenRelations = (frame, relation2) => {
  if (relation2.kind !== "v") return [];
  const oids = new Set(
    relationColumns(frame, relation2).flatMap(
      (column) => column.sources.filter((source) => source.way === "identity").map((source) => Number(source.column.split(".")[0]))
    )
  );
  return [...oids].flatMap((oid) => frame.names.catalog.relation(oid) ?? []);
};

// src/lineage/from/alias.ts
init_define_navigator();
var renamed = (columns, names) => {
  if (names.length === 0) return columns;
  if (names.length > columns.length) throw refuse("unresolved", "an alias with more columns than there are");
  return columns.map((column, index) => {
    const name = names[index];
    return name === void 0 ? column : handedOn(column, { ...column, name });
  });
};
var aliasColumns = (alias) => strings(alias?.colnames);

// src/lineage/from/relation.ts
var relationItem = (scope, range) => {
  const relation2 = relationOf(scope.frame.names, range);
  scope.frame.recorder.relation(relation2.oid);
  const { alias } = range ?? {};
  return {
    alias: alias?.aliasname ?? relation2.name,
    schema: alias === void 0 ? relation2.schema : void 0,
    columns: renamed(ofOneRow(relation2, relationColumns(scope.frame, relation2)), aliasColumns(alias)),
    relation: relation2,
    rowType: relation2.rowType,
    scalarRow: false,
    rowVisible: true,
    columnsVisible: true
  };
};
var readRangeVar = (range, scope) => {
  const name = range.relname ?? "";
  const cte2 = range.schemaname === void 0 && range.catalogname === void 0 ? findCte(scope, name) : void 0;
  if (cte2 === void 0) return [relationItem(scope, range)];
  return [
    {
      alias: range.alias?.aliasname ?? name,
      schema: void 0,
      columns: renamed(onceMore(cte2.columns()), aliasColumns(range.alias)),
      relation: void 0,
      rowType: 0,
      scalarRow: false,
      rowVisible: true,
      columnsVisible: true,
      ...cte2.unexpanded === void 0 ? {} : { unexpanded: cte2.unexpanded }
    }
  ];
};

// src/lineage/query/cte.ts
init_define_navigator();

// src/lineage/fixpoint.ts
init_define_navigator();
var maxSources = 2e3;
var sizeOf2 = (columns) => columns.map((column) => `${String(column.sources.length)}${column.shape.kind}${column.opaque ?? ""}`).join(" ");
var settledSources = (known2, more) => {
  const computed = new Set(known2.filter(({ way }) => way === "derived").map(({ column }) => column));
  return union([known2, more.filter(({ way, column }) => way !== "derived" || !computed.has(column))]);
};
var merged = (left, right) => left.map((column, index) => {
  const other = right[index];
  if (other === void 0) return column;
  const both = either(column, other);
  const sources = settledSources(column.sources, both.sources);
  if (sources.length > maxSources) throw refuse("too-large", "a recursive query whose columns do not settle");
  return named(column.name, { ...both, sources, type: column.type });
});
var maxRounds2 = 64;
var settled = (start, next) => {
  let known2 = start;
  for (let round = 0; round < maxRounds2; round += 1) {
    const more = merged(known2, next(known2));
    if (sizeOf2(more) === sizeOf2(known2)) return more;
    known2 = more;
  }
  throw refuse("too-large", "a recursive query whose columns do not settle");
};

// src/lineage/query/cte.ts
var recordArray = 2287;
var pick = (columns, names) => names.map((name) => {
  const column = columns.find((entry3) => entry3.name === name);
  if (column === void 0) throw refuse("unresolved", `column "${name}" in SEARCH or CYCLE`);
  return column;
});
var added = (cte2, columns, scope) => {
  const { search_clause: search, cycle_clause: cycle } = cte2;
  const more = [];
  if (search !== void 0) {
    const keys = pick(columns, strings(search.search_col_list));
    more.push(
      named(
        search.search_seq_column ?? "",
        derived("search", [rowOf(keys, 0)], search.search_breadth_first === true ? 2249 : recordArray)
      )
    );
  }
  if (cycle !== void 0) {
    const keys = rowOf(pick(columns, strings(cycle.cycle_col_list)), 0);
    const marks = [cycle.cycle_mark_value, cycle.cycle_mark_default].flatMap(
      (node) => node === void 0 ? [] : [scope.frame.tools.value(scope, node)]
    );
    more.push(named(cycle.cycle_mark_column ?? "", derived("cycle", [keys, ...marks], marks[0]?.type ?? 16)));
    more.push(named(cycle.cycle_path_column ?? "", derived("cycle", [keys], recordArray)));
  }
  return more;
};
var recursive = (scope, cte2, name) => {
  const select2 = as(cte2.ctequery, "SelectStmt");
  const first = select2?.larg;
  if (select2 === void 0 || first === void 0) throw refuse("unmodelled", "a recursive query that is not a union");
  const names = strings(cte2.aliascolnames);
  const over = (itself, query) => {
    const inner = { ...scope, ctes: new Map([...scope.ctes, [name, itself]]) };
    return renamed(scope.frame.tools.query(inner, { SelectStmt: query }), names);
  };
  const start = select2.withClause === void 0 ? first : { ...first, withClause: first.withClause ?? select2.withClause };
  const columns = settled(over({ columns: () => [] }, start), (known2) => {
    const more = added(cte2, known2, scope);
    return over({ columns: () => [...known2, ...more], unexpanded: more.length }, select2);
  });
  return ofNoRow([...columns, ...added(cte2, columns, scope)]);
};
var mentions2 = (node, name) => {
  if (typeof node !== "object" || node === null) return false;
  const range = node.RangeVar;
  if (range !== void 0) return range.relname === name && range.schemaname === void 0;
  return Object.values(node).some((child) => mentions2(child, name));
};
var evaluate = (scope, cte2, isRecursive) => {
  const name = cte2.ctename ?? "";
  const isUnion = as(cte2.ctequery, "SelectStmt")?.larg !== void 0;
  if (isRecursive && isUnion && mentions2(cte2.ctequery, name)) return recursive(scope, cte2, name);
  const columns = renamed(scope.frame.tools.query(scope, cte2.ctequery), strings(cte2.aliascolnames));
  return [...columns, ...added(cte2, columns, scope)];
};
var once = (name, read3) => {
  let state;
  return {
    columns: () => {
      if (state === "running") throw refuse("unmodelled", `mutual recursion through "${name}"`);
      if (state === void 0) {
        state = "running";
        state = read3();
      }
      return state;
    }
  };
};
var withCtes = (scope, clause) => {
  if (clause === void 0) return scope;
  let ctes = scope.ctes;
  const all2 = new Map(scope.ctes);
  const whole = { ...scope, ctes: all2 };
  for (const node of clause.ctes ?? []) {
    const cte2 = as(node, "CommonTableExpr");
    if (cte2 === void 0) continue;
    const name = cte2.ctename ?? "";
    const before = { ...scope, ctes };
    const entry3 = once(name, () => evaluate(clause.recursive === true ? whole : before, cte2, clause.recursive === true));
    all2.set(name, entry3);
    ctes = new Map([...ctes, [name, entry3]]);
  }
  for (const [name, entry3] of all2) if (!scope.ctes.has(name) || scope.ctes.get(name) !== entry3) entry3.columns();
  return whole;
};

// src/lineage/query/returning.ts
init_define_navigator();

// src/lineage/query/targets.ts
init_define_navigator();

// src/lineage/figure-name.ts
init_define_navigator();
var none2 = { name: "", strength: 0 };
var good = (name) => ({ name, strength: 2 });
var sqlValueNames = {
  SVFOP_CURRENT_DATE: "current_date",
  SVFOP_CURRENT_TIME: "current_time",
  SVFOP_CURRENT_TIME_N: "current_time",
  SVFOP_CURRENT_TIMESTAMP: "current_timestamp",
  SVFOP_CURRENT_TIMESTAMP_N: "current_timestamp",
  SVFOP_LOCALTIME: "localtime",
  SVFOP_LOCALTIME_N: "localtime",
  SVFOP_LOCALTIMESTAMP: "localtimestamp",
  SVFOP_LOCALTIMESTAMP_N: "localtimestamp",
  SVFOP_CURRENT_ROLE: "current_role",
  SVFOP_CURRENT_USER: "current_user",
  SVFOP_USER: "user",
  SVFOP_SESSION_USER: "session_user",
  SVFOP_CURRENT_CATALOG: "current_catalog",
  SVFOP_CURRENT_SCHEMA: "current_schema"
};
var xmlNames = {
  IS_XMLCONCAT: "xmlconcat",
  IS_XMLELEMENT: "xmlelement",
  IS_XMLFOREST: "xmlforest",
  IS_XMLPARSE: "xmlparse",
  IS_XMLPI: "xmlpi",
  IS_XMLROOT: "xmlroot"
};
var jsonNames = {
  JSON_EXISTS_OP: "json_exists",
  JSON_QUERY_OP: "json_query",
  JSON_VALUE_OP: "json_value"
};
var orElse = (inner, name) => inner.strength > 1 ? inner : { name, strength: 1 };
var subLinkName = ({ subLinkType, subselect }) => {
  if (subLinkType === "EXISTS_SUBLINK") return good("exists");
  if (subLinkType === "ARRAY_SUBLINK") return good("array");
  if (subLinkType !== "EXPR_SUBLINK") return none2;
  let select2 = as(subselect, "SelectStmt");
  while (select2?.larg !== void 0) select2 = select2.larg;
  const target2 = as(select2?.targetList?.[0], "ResTarget");
  if (select2?.valuesLists !== void 0) return good("column1");
  if (target2 === void 0) return none2;
  if (target2.name !== void 0) return good(target2.name);
  return guess(target2.val);
};
var guessers = {
  ColumnRef: ({ fields }) => {
    const name = last(strings(fields));
    return name === void 0 ? none2 : good(name);
  },
  A_Indirection: ({ arg, indirection }) => {
    const name = last(strings(indirection));
    return name === void 0 ? guess(arg) : good(name);
  },
  FuncCall: ({ funcname }) => good(last(strings(funcname)) ?? ""),
  A_Expr: ({ kind }) => kind === "AEXPR_NULLIF" ? good("nullif") : none2,
  TypeCast: ({ arg, typeName }) => {
    const inner = guess(arg);
    const name = last(strings(typeName?.names));
    return inner.strength > 1 || name === void 0 ? inner : { name, strength: 1 };
  },
  CollateClause: ({ arg }) => guess(arg),
  GroupingFunc: () => good("grouping"),
  MergeSupportFunc: () => good("merge_action"),
  SubLink: subLinkName,
  CaseExpr: ({ defresult }) => orElse(guess(defresult), "case"),
  A_ArrayExpr: () => good("array"),
  RowExpr: () => good("row"),
  CoalesceExpr: () => good("coalesce"),
  MinMaxExpr: ({ op }) => good(op === "IS_GREATEST" ? "greatest" : "least"),
  SQLValueFunction: ({ op }) => good(sqlValueNames[op ?? ""] ?? ""),
  XmlExpr: ({ op }) => {
    const name = xmlNames[op ?? ""];
    return name === void 0 ? none2 : good(name);
  },
  XmlSerialize: () => good("xmlserialize"),
  JsonParseExpr: () => good("json"),
  JsonScalarExpr: () => good("json_scalar"),
  JsonSerializeExpr: () => good("json_serialize"),
  JsonObjectConstructor: () => good("json_object"),
  JsonArrayConstructor: () => good("json_array"),
  JsonArrayQueryConstructor: () => good("json_array"),
  JsonObjectAgg: () => good("json_objectagg"),
  JsonArrayAgg: () => good("json_arrayagg"),
  JsonFuncExpr: ({ op }) => good(jsonNames[op ?? ""] ?? "")
};
var guess = (node) => {
  if (node === void 0) return none2;
  const tag = tagOf(node);
  const guesser = guessers[tag];
  return guesser === void 0 ? none2 : guesser(node[tag]);
};
var figureName = (node) => {
  const { name, strength } = guess(node);
  return strength === 0 ? "?column?" : name;
};

// src/lineage/query/targets.ts
var readTargets = (scope, targets2) => (targets2 ?? []).flatMap((node) => {
  const target2 = as(node, "ResTarget");
  const columns = starred(scope, target2?.val);
  if (columns !== void 0) return columns;
  const value = scope.frame.tools.value(scope, target2?.val);
  return [handedOn(value, named(target2?.name ?? figureName(target2?.val), value))];
});

// src/lineage/query/returning.ts
var transition = (alias, item) => ({ ...item, alias, schema: void 0, columnsVisible: false });
var readReturning = (scope, clause, rows) => {
  if (clause === void 0) return [];
  let old = "old";
  let fresh = "new";
  for (const node of clause.options ?? []) {
    const option2 = as(node, "ReturningOption");
    if (option2?.option === "RETURNING_OPTION_OLD") old = option2.value ?? old;
    if (option2?.option === "RETURNING_OPTION_NEW") fresh = option2.value ?? fresh;
  }
  const taken = new Set(rows.visible.map((item) => item.alias));
  const both = [transition(old, rows.before), transition(fresh, rows.after)].filter((item) => !taken.has(item.alias));
  const hasTransitions = scope.frame.names.catalog.major >= 18;
  return readTargets(withItems(scope, hasTransitions ? [...rows.visible, ...both] : rows.visible), clause.exprs);
};

// src/lineage/query/rules.ts
init_define_navigator();
var returnedBy = (scope, relation2, rule, before, after) => scope.frame.tools.stored.rule(
  scope.frame,
  rule.tree,
  /* @__PURE__ */ new Map([
    [1, rangeOfRow(relation2, before.columns)],
    [2, rangeOfRow(relation2, after.columns)]
  ])
);
var returnedItem = (scope, relation2, event, before, after) => {
  let { columns } = after;
  for (const rule of relation2.rules) {
    if (rule.event !== event || !rule.instead) continue;
    const instead = returnedBy(scope, relation2, rule, before, after);
    columns = columns.map((column, index) => {
      const other = instead?.[index];
      return other === void 0 ? column : named(column.name, { ...either(column, other), type: column.type });
    });
  }
  return columns === after.columns ? after : { ...after, columns };
};

// src/lineage/query/select.ts
init_define_navigator();

// src/lineage/from/index.ts
init_define_navigator();

// src/lineage/from/function.ts
init_define_navigator();
var part = (name, whole, type) => named(name, { ...plain(type), sources: through("derived", "field", whole.sources), opaque: whole.opaque });
var definedColumns = (scope, definitions2, whole) => ({
  columns: definitions2.map((definition3) => {
    const column = as(definition3, "ColumnDef");
    return part(column?.colname ?? "", whole, typeOf(scope.frame.names, column?.typeName)?.oid ?? 0);
  }),
  scalar: false,
  rowType: recordType
});
var compositeResult = (scope, whole, followed) => {
  const composite = compositeOf(scope.frame.names.catalog, whole.type);
  if (composite === void 0) return void 0;
  const fields = whole.shape.kind === "row" ? whole.shape.fields.map((field2) => ofRow(whole, field2)) : void 0;
  const inner = [followed, fields].find((known2) => known2?.length === composite.columns.length);
  const columns = composite.columns.map((column, index) => {
    const field2 = inner?.[index];
    return field2 === void 0 ? part(column.name, whole, column.type) : named(column.name, field2);
  });
  return { columns, scalar: false, rowType: whole.type };
};
var declaredResult = (fn, whole, followed) => {
  const declared = outputsOf(fn);
  if (declared.length < 2 && fn.returnType !== recordType) return void 0;
  if (declared.length === 0) return void 0;
  const inner = followed?.length === declared.length ? followed : void 0;
  const columns = declared.map((arg, index) => {
    const field2 = inner?.[index];
    return field2 === void 0 ? part(arg.name, whole, arg.type) : named(arg.name, { ...field2, type: arg.type });
  });
  return { columns, scalar: false, rowType: recordType };
};
var scalarResult = (name, whole) => ({
  columns: [named(name, whole)],
  scalar: true,
  rowType: whole.type
});
var scalarName = (fns, alias, node) => {
  const [first] = fns;
  const [out] = first === void 0 ? [] : outputsOf(first);
  return out !== void 0 && out.name !== "" ? out.name : alias ?? figureName(node);
};
var separateUnnest = (node) => {
  const call2 = as(node, "FuncCall");
  const name = as(call2?.funcname?.[(call2.funcname?.length ?? 0) - 1], "String")?.sval;
  const args = call2?.args ?? [];
  if (call2 === void 0 || name !== "unnest" || args.length < 2) return [node];
  return args.map((arg) => ({ FuncCall: { ...call2, args: [arg] } }));
};
var callResult = (scope, node, definitions2, alias) => {
  const call2 = as(node, "FuncCall");
  const value = scope.frame.tools.value(scope, node);
  if (definitions2.length > 0) return definedColumns(scope, definitions2, value);
  if (call2 === void 0) return compositeResult(scope, value, void 0) ?? scalarResult(alias ?? figureName(node), value);
  const { args, candidates } = resolveCall(scope, call2);
  const called = callFunctions(scope, candidates, args);
  const fns = candidates.map(({ fn }) => fn);
  const whole = called === void 0 || value.shape.kind !== "scalar" ? value : { ...value, type: called.value.type === 0 ? value.type : called.value.type };
  const [first] = fns;
  const names = (fn) => outputsOf(fn).map((arg) => arg.name).join();
  if (first !== void 0 && fns.some((fn) => names(fn) !== names(first))) {
    throw refuse("unmodelled", `which of several functions ${first.name} is meant`);
  }
  const composite = compositeResult(scope, whole, called?.columns);
  if (composite !== void 0) return composite;
  const declared = first === void 0 ? void 0 : declaredResult(first, whole, called?.columns);
  if (declared !== void 0) {
    return declared;
  }
  if (whole.type === recordType) {
    if (whole.shape.kind === "row") return { columns: whole.shape.fields, scalar: false, rowType: recordType };
    throw refuse("unmodelled", "a function that returns record, without a column definition list");
  }
  return scalarResult(scalarName(fns, alias, node), whole);
};
var readRangeFunction = (range, scope) => {
  const alias = range.alias?.aliasname;
  const results = [];
  const nodes = [];
  for (const entry3 of range.functions ?? []) {
    const [node2, own] = as(entry3, "List")?.items ?? [];
    const definitions2 = as(own, "List")?.items ?? range.coldeflist ?? [];
    for (const single2 of node2 === void 0 ? [] : separateUnnest(node2)) {
      nodes.push(single2);
      results.push(
        callResult(scope, single2, definitions2, (range.functions ?? []).length === 1 && nodes.length === 1 ? alias : void 0)
      );
    }
  }
  const [first] = results;
  const [node] = nodes;
  if (first === void 0) throw refuse("unmodelled", "RangeFunction");
  const ordinality = range.ordinality === true ? [named("ordinality", plain(20))] : [];
  const single = results.length === 1 && ordinality.length === 0;
  return [
    {
      alias: alias ?? figureName(node),
      schema: void 0,
      columns: renamed([...results.flatMap((result) => result.columns), ...ordinality], aliasColumns(range.alias)),
      relation: void 0,
      rowType: single ? first.rowType : recordType,
      scalarRow: single && first.scalar,
      rowVisible: true,
      columnsVisible: true
    }
  ];
};

// src/lineage/from/join.ts
init_define_navigator();
var visibleColumns = (items) => items.flatMap((item) => item.columnsVisible ? item.columns : []);
var only = (columns, name) => {
  const found = columns.filter((column2) => column2.name === name);
  const [column] = found;
  if (column === void 0 || found.length > 1) throw refuse("unresolved", `column "${name}" in USING`);
  return column;
};
var mergedColumn = (join, name, left, right) => {
  if (join.jointype === "JOIN_FULL") return named(name, preserving("coalesce", either(left, right)));
  const kept = join.jointype === "JOIN_RIGHT" ? right : left;
  return handedOn(kept, named(name, kept));
};
var usingNames = (join, left, right) => {
  if (join.isNatural !== true) return strings(join.usingClause);
  const others = new Set(right.map((column) => column.name));
  return left.map((column) => column.name).filter((name) => others.has(name));
};
var merge = (scope, join, lefts, rights) => {
  const names = usingNames(join, lefts, rights);
  const shared = names.map((name) => {
    const left = only(lefts, name);
    const right = only(rights, name);
    scope.frame.recorder.touch(union([left.sources, right.sources]));
    compareValues(scope, "join", "=", left, right);
    return mergedColumn(join, name, left, right);
  });
  const rest = (columns) => columns.filter((column) => !names.includes(column.name));
  return { shared, all: [...shared, ...rest(lefts), ...rest(rights)] };
};
var joinItem = (alias, columns, visible) => ({
  alias,
  schema: void 0,
  columns,
  relation: void 0,
  rowType: 0,
  scalarRow: false,
  rowVisible: visible.row,
  columnsVisible: visible.columns
});
var readJoin = (join, scope, read3) => {
  const left = read3(scope, join.larg);
  const right = read3(withItems(scope, [...scope.items, ...left]), join.rarg);
  const both = [...left, ...right];
  const merging = join.isNatural === true || join.usingClause !== void 0;
  const merged2 = merging ? merge(scope, join, visibleColumns(left), visibleColumns(right)) : { shared: [], all: visibleColumns(both) };
  scope.frame.tools.condition(withItems(scope, both), join.quals, "join");
  if (join.alias !== void 0) {
    return [joinItem(join.alias.aliasname ?? "", renamed(merged2.all, aliasColumns(join.alias)), { row: true, columns: true })];
  }
  if (!merging) return both;
  const hidden = both.map((item) => ({ ...item, columnsVisible: false }));
  const using = join.join_using_alias?.aliasname;
  return [
    ...hidden,
    joinItem("", merged2.all, { row: false, columns: true }),
    ...using === void 0 ? [] : [joinItem(using, merged2.shared, { row: true, columns: false })]
  ];
};

// src/lineage/from/table-functions.ts
init_define_navigator();
var tableItem = (alias, columns) => ({
  alias,
  schema: void 0,
  columns,
  relation: void 0,
  rowType: 0,
  scalarRow: false,
  rowVisible: true,
  columnsVisible: true
});
var readEach = (scope, nodes) => nodes.flatMap((node) => node === void 0 ? [] : [scope.frame.tools.value(scope, node)]);
var rowsBy = (scope, parts) => {
  for (const part2 of parts) readKey(scope, part2, "other", "function");
};
var readXmlTable = (range, scope) => {
  const namespaces = (range.namespaces ?? []).map((entry3) => as(entry3, "ResTarget")?.val);
  const shared = readEach(scope, [range.docexpr, range.rowexpr, ...namespaces]);
  rowsBy(scope, shared);
  const columns = (range.columns ?? []).map((entry3) => {
    const column = as(entry3, "RangeTableFuncCol");
    const type = typeOf(scope.frame.names, column?.typeName)?.oid ?? 0;
    const own = readEach(scope, [column?.colexpr, column?.coldefexpr]);
    return named(
      column?.colname ?? "",
      column?.for_ordinality === true ? derived("xmltable", shared, 23) : derived("xmltable", [...shared, ...own], type)
    );
  });
  return [tableItem(range.alias?.aliasname ?? "xmltable", renamed(columns, aliasColumns(range.alias)))];
};
var jsonColumns = (scope, nodes, shared) => (nodes ?? []).flatMap((entry3) => {
  const column = as(entry3, "JsonTableColumn");
  if (column === void 0) return [];
  if (column.columns !== void 0) return jsonColumns(scope, column.columns, shared);
  const type = typeOf(scope.frame.names, column.typeName)?.oid ?? plain(23).type;
  const own = readEach(scope, [column.on_empty?.expr, column.on_error?.expr]);
  return [named(column.name ?? "", derived("json_table", [...shared, ...own], type))];
});
var readJsonTable = (table, scope) => {
  const { major } = scope.frame.names.catalog;
  if (major < 17) throw refuse("syntax", `JSON_TABLE, which PostgreSQL ${String(major)} does not have`);
  const context = table.context_item?.raw_expr;
  const shared = [...readEach(scope, [context]), ...passed(scope, table.passing)];
  rowsBy(scope, shared);
  const columns = jsonColumns(scope, table.columns, shared);
  return [tableItem(table.alias?.aliasname ?? "json_table", renamed(columns, aliasColumns(table.alias)))];
};

// src/lineage/from/index.ts
var readSubselect = (range, scope) => {
  const parent = range.lateral === true ? scope : withItems(scope, []);
  const columns = renamed(scope.frame.tools.query(parent, range.subquery), aliasColumns(range.alias));
  const alias = range.alias?.aliasname;
  return [
    {
      alias: alias ?? "",
      schema: void 0,
      columns,
      relation: void 0,
      rowType: 0,
      scalarRow: false,
      rowVisible: alias !== void 0,
      columnsVisible: true
    }
  ];
};
var readItems = (scope, node) => {
  if (node === void 0) return [];
  const range = as(node, "RangeVar");
  if (range !== void 0) return readRangeVar(range, scope);
  const subselect = as(node, "RangeSubselect");
  if (subselect !== void 0) return readSubselect(subselect, scope);
  const fn = as(node, "RangeFunction");
  if (fn !== void 0) return readRangeFunction(fn, scope);
  const join = as(node, "JoinExpr");
  if (join !== void 0) return readJoin(join, scope, readItems);
  const xml3 = as(node, "RangeTableFunc");
  if (xml3 !== void 0) return readXmlTable(xml3, scope);
  const json4 = as(node, "JsonTable");
  if (json4 !== void 0) return readJsonTable(json4, scope);
  const sample = as(node, "RangeTableSample");
  if (sample === void 0) throw unmodelled(tagOf(node));
  for (const arg of [...sample.args ?? [], sample.repeatable]) scope.frame.tools.condition(scope, arg, "other");
  return readItems(scope, sample.relation);
};
var readFrom = (scope, nodes) => {
  let found = [];
  for (const node of nodes ?? []) found = [...found, ...readItems(withItems(scope, [...scope.items, ...found]), node)];
  return found;
};

// src/lineage/query/keys.ts
init_define_navigator();
var bareName = (node) => {
  const fields = as(node, "ColumnRef")?.fields ?? [];
  return fields.length === 1 ? stringOf(fields[0]) : void 0;
};
var keyValue = (scope, node, outputs, clause) => {
  const place = integerConstant(node);
  const placed = place === void 0 ? void 0 : outputs[place - 1];
  if (placed !== void 0) return placed;
  const name = bareName(node);
  if (name !== void 0 && (clause !== "group" || findColumn({ ...scope, parent: void 0 }, name) === void 0)) {
    const output = outputs.find((column) => column.name === name);
    if (output !== void 0) return output;
  }
  return scope.frame.tools.value(scope, node);
};
var groupNodes = (nodes) => nodes.flatMap((node) => {
  const set2 = as(node, "GroupingSet");
  if (set2 !== void 0) return groupNodes(set2.content ?? []);
  const row2 = as(node, "RowExpr") ?? void 0;
  return row2?.row_format === "COERCE_IMPLICIT_CAST" ? groupNodes(row2.args ?? []) : [node];
});
var readGroup = (scope, nodes, outputs) => {
  for (const node of groupNodes(nodes ?? [])) readKey(scope, keyValue(scope, node, outputs, "group"), "group", "group");
};
var readOrder = (scope, nodes, outputs) => {
  for (const entry3 of nodes ?? []) {
    const node = as(entry3, "SortBy")?.node;
    if (node !== void 0) readKey(scope, keyValue(scope, node, outputs, "order"), "order", "order");
  }
};
var readDistinct = (scope, nodes, outputs) => {
  if (nodes === void 0) return;
  const on = nodes.filter((node) => Object.keys(node).length > 0);
  const keys = on.length === 0 ? outputs : on.map((node) => keyValue(scope, node, outputs, "distinct"));
  for (const key2 of keys) readKey(scope, key2, "distinct", "distinct");
};

// src/lineage/query/select.ts
var windowsOf = (select2) => {
  const found = /* @__PURE__ */ new Map();
  for (const node of select2.windowClause ?? []) {
    const window = as(node, "WindowDef");
    if (window?.name !== void 0) found.set(window.name, window);
  }
  return found;
};
var readLimits = (scope, select2) => {
  for (const node of [select2.limitCount, select2.limitOffset]) {
    if (node !== void 0) readKey(scope, scope.frame.tools.value(scope, node), "limit", "limit");
  }
};
var readLocking = (scope, select2, items) => {
  if (select2.lockingClause === void 0) return;
  for (const { relation: relation2 } of items) if (relation2 !== void 0) scope.frame.recorder.target(relation2.oid);
};
var readSimple = (outer, select2) => {
  const items = readFrom(outer, select2.fromClause);
  const visible = { ...withItems(outer, items), windows: windowsOf(select2) };
  const scope = { ...visible, pinned: pinnedBy(visible, select2.whereClause) };
  scope.frame.tools.condition(scope, select2.whereClause, "where");
  const outputs = readTargets(scope, select2.targetList);
  readGroup(scope, select2.groupClause, outputs);
  scope.frame.tools.condition(scope, select2.havingClause, "having");
  readDistinct(scope, select2.distinctClause, outputs);
  readOrder(scope, select2.sortClause, outputs);
  readLimits(outer, select2);
  readLocking(scope, select2, items);
  return outputs;
};
var readValueRows = (scope, select2) => (select2.valuesLists ?? []).map((row2) => expandedValues(scope, as(row2, "List")?.items));
var readValues = (outer, select2) => {
  const rows = readValueRows(outer, select2);
  const [first = []] = rows;
  const outputs = first.map((_, index) => {
    const column = rows.flatMap((row2) => {
      const value = row2[index];
      return value === void 0 ? [] : [value];
    });
    return named(`column${index + 1}`, computedRow(eitherOf(column)));
  });
  readOrder(outer, select2.sortClause, outputs);
  readLimits(outer, select2);
  return outputs;
};
var combine = (select2, left, right) => {
  if (left.length !== right.length) throw refuse("unresolved", "a set operation of different numbers of columns");
  return left.map((column, index) => {
    const other = right[index] ?? column;
    return named(
      column.name,
      select2.op === "SETOP_EXCEPT" ? computedRow(withSources(column, steering("except", [other]))) : either(column, other)
    );
  });
};
var readSetOperation = (outer, select2) => {
  const left = select2.larg === void 0 ? [] : readSelectIn(outer, select2.larg);
  const right = select2.rarg === void 0 ? [] : readSelectIn(outer, select2.rarg);
  const outputs = combine(select2, left, right);
  if (select2.all !== true || select2.op !== "SETOP_UNION") {
    for (const [index, column] of left.entries()) compareValues(outer, "setop", "setop", column, right[index] ?? column);
  }
  readOrder(outer, select2.sortClause, outputs);
  readLimits(outer, select2);
  return outputs;
};
var readSelectIn = (parent, select2) => {
  if (select2.intoClause !== void 0) throw refuse("unmodelled", "SELECT INTO inside a query");
  const outer = withCtes(childScope(parent), select2.withClause);
  if (select2.op !== void 0 && select2.op !== "SETOP_NONE") return readSetOperation(outer, select2);
  return select2.valuesLists === void 0 ? readSimple(outer, select2) : readValues(outer, select2);
};

// src/lineage/query/update.ts
init_define_navigator();

// src/lineage/query/writes.ts
init_define_navigator();
var textsIn = (node, found) => {
  if (typeof node !== "object" || node === null) return;
  const text2 = textConstant(node);
  if (text2 !== void 0) found.push(text2);
  else for (const child of Object.values(node)) textsIn(child, found);
};
var textsOf = (nodes) => {
  const found = [];
  for (const node of nodes) textsIn(node, found);
  return found;
};
var parametersIn = (node, found) => {
  if (typeof node !== "object" || node === null) return;
  const parameter2 = as(node, "ParamRef");
  if (parameter2 !== void 0) found.add(parameter2.number ?? 0);
  else for (const child of Object.values(node)) parametersIn(child, found);
};
var readsColumns = (node) => typeof node === "object" && node !== null && (as(node, "ColumnRef") !== void 0 || Object.values(node).some((child) => readsColumns(child)));
var parametersOf = (nodes) => {
  const found = /* @__PURE__ */ new Set();
  for (const node of nodes) parametersIn(node, found);
  return [...found];
};
var ctesOf = (clause) => clause?.ctes ?? [];
var targetColumn = (relation2, name) => {
  const column = relation2.columns.find((entry3) => entry3.name === name);
  if (column === void 0) throw refuse("unresolved", `column "${name}" of relation "${relation2.name}"`);
  return column.attnum;
};
var recordAssignments = (scope, relation2, assignments, beside2 = []) => {
  const { recorder } = scope.frame;
  for (const { column, value, nodes: own } of assignments) {
    const nodes = own.some((node) => readsColumns(node)) ? [...own, ...beside2] : own;
    const key2 = columnKey(relation2.oid, targetColumn(relation2, column));
    const parameters = parametersOf(nodes);
    for (const target2 of [key2, ...writtenBelow(scope.frame, relation2, column)]) {
      recorder.touchColumn(target2);
      recorder.write({ target: target2, sources: value.sources, opaque: value.opaque, constants: textsOf(nodes), parameters });
    }
  }
};
var events = { insert: 4, delete: 8, update: 16, truncate: 32 };
var carrying = /^RI_FKey_(?:cascade|setnull|setdefault)_(?:del|upd)$/;
var recordReached = (scope, relation2, event, seen) => {
  const { recorder, names } = scope.frame;
  const carriers = relation2.triggers.filter((trigger) => trigger.internal && (trigger.type & events[event]) !== 0).map((trigger) => names.catalog.fn(trigger.function)?.name ?? "").filter((name) => carrying.test(name));
  const follows = event === "truncate" ? ["truncate"] : carriers.map((name) => name === "RI_FKey_cascade_del" ? "delete" : "update");
  for (const next of new Set(follows)) {
    for (const child of names.catalog.relations()) {
      if (!child.constraints.some((constraint) => constraint.kind === "f" && constraint.foreignRelation === relation2.oid))
        continue;
      if (seen.has(`${String(child.oid)} ${next}`)) continue;
      seen.add(`${String(child.oid)} ${next}`);
      recorder.effect({ kind: "reach", relation: child.oid });
      recordTriggers(scope, child, next);
      recordReached(scope, child, next, seen);
    }
  }
};
var recordTriggers = ({ frame: { recorder } }, relation2, event) => {
  for (const trigger of relation2.triggers) {
    if (!trigger.internal && (trigger.type & events[event]) !== 0)
      recorder.effect({ kind: "trigger", relation: relation2.oid, function: trigger.function });
  }
};
var recordEffects = (scope, relation2, event) => {
  const { recorder, names } = scope.frame;
  recorder.target(relation2.oid);
  recordTriggers(scope, relation2, event);
  recordReached(scope, relation2, event, /* @__PURE__ */ new Set());
  for (const rule of relation2.rules)
    if (rule.event === event) recorder.effect({ kind: "rule", relation: relation2.oid, name: rule.name });
  for (const child of names.catalog.children(relation2.oid)) {
    const found = names.catalog.relation(child);
    if (found !== void 0) recordEffects(scope, found, event);
  }
  for (const below of writtenRelations(scope.frame, relation2)) if (below.oid !== relation2.oid) recordEffects(scope, below, event);
};
var writtenItem = (scope, item, relation2, assignments) => {
  const base = relationColumns(scope.frame, relation2);
  const columns = item.columns.map((column, index) => {
    const name = base[index]?.name;
    const into = [];
    let { opaque } = column;
    for (const assignment2 of assignments) {
      if (assignment2.column !== name) continue;
      into.push(...through("derived", "assigned", assignment2.value.sources));
      opaque ??= assignment2.value.opaque;
    }
    return named(column.name, { ...withSources(column, into), opaque });
  });
  return { ...item, columns };
};

// src/lineage/query/update.ts
var multiple = (scope, source, index) => {
  const row2 = as(source, "RowExpr");
  const link = as(source, "SubLink");
  if (row2 !== void 0) {
    const value = fieldsOf(scope, scope.frame.tools.value(scope, source))?.[index];
    if (value !== void 0) return { value, node: row2.args?.[index] };
  }
  if (link !== void 0) {
    const value = scope.frame.tools.query(scope, link.subselect)[index];
    if (value !== void 0) return { value, node: link.subselect };
  }
  throw refuse("unmodelled", "an assignment to several columns at once");
};
var readSetList = (scope, targets2) => (targets2 ?? []).map((node) => {
  const target2 = as(node, "ResTarget");
  const column = target2?.name ?? "";
  const several = as(target2?.val, "MultiAssignRef");
  const { value, node: assigned } = several === void 0 ? { value: scope.frame.tools.value(scope, target2?.val), node: target2?.val } : multiple(scope, several.source, (several.colno ?? 1) - 1);
  const places2 = (target2?.indirection ?? []).flatMap((part2) => {
    const indices = as(part2, "A_Indices");
    return [indices?.lidx, indices?.uidx].flatMap(
      (index) => index === void 0 ? [] : [scope.frame.tools.value(scope, index)]
    );
  });
  return { column, value: places2.length === 0 ? value : derived("assigned", [value, ...places2], 0), nodes: [assigned] };
});
var relationTarget = (item) => {
  if (item.relation === void 0) throw refuse("unresolved", "the target of the statement");
  return item.relation;
};
var readUpdate = (parent, update) => {
  const scope = withCtes(childScope(parent), update.withClause);
  const item = relationItem(scope, update.relation);
  const relation2 = relationTarget(item);
  const others = readFrom(withItems(scope, [item]), update.fromClause);
  const all2 = withItems(scope, [item, ...others]);
  all2.frame.tools.condition(all2, update.whereClause, "where");
  const sets = readSetList(all2, update.targetList);
  recordAssignments(scope, relation2, sets, [...update.fromClause ?? [], ...ctesOf(update.withClause)]);
  recordEffects(scope, relation2, "update");
  const after = writtenItem(scope, item, relation2, sets);
  const returned2 = returnedItem(scope, relation2, "update", item, after);
  return readReturning(scope, update.returningClause, { before: item, after: returned2, visible: [returned2, ...others] });
};
var readDelete = (parent, stmt) => {
  const scope = withCtes(childScope(parent), stmt.withClause);
  const item = relationItem(scope, stmt.relation);
  const relation2 = relationTarget(item);
  const others = readFrom(withItems(scope, [item]), stmt.usingClause);
  const all2 = withItems(scope, [item, ...others]);
  all2.frame.tools.condition(all2, stmt.whereClause, "where");
  recordEffects(scope, relation2, "delete");
  const returned2 = returnedItem(scope, relation2, "delete", item, item);
  return readReturning(scope, stmt.returningClause, { before: returned2, after: returned2, visible: [returned2, ...others] });
};

// src/lineage/query/insert.ts
var targetNames = (relation2, cols) => cols === void 0 ? relation2.columns.map((column) => column.name) : cols.map((node) => as(node, "ResTarget")?.name ?? "");
var fromRows = (scope, names, insert) => {
  const inner = withCtes(childScope(scope), insert.withClause);
  const rows = readValueRows(inner, insert);
  const nodes = (insert.valuesLists ?? []).map((row2) => as(row2, "List")?.items ?? []);
  if (rows.some((row2) => row2.length > names.length)) throw refuse("unresolved", "an INSERT of more values than columns");
  return names.map((column, index) => ({
    column,
    value: eitherOf(rows.flatMap((row2) => row2[index] ?? [])),
    nodes: nodes.map((row2) => row2[index])
  }));
};
var selectOf = (node) => as(node, "SelectStmt");
var fromQuery = (scope, names, node) => {
  const columns = scope.frame.tools.query(scope, node);
  if (columns.length > names.length) throw refuse("unresolved", "an INSERT of more values than columns");
  const targets2 = selectOf(node)?.targetList ?? [];
  const aligned = targets2.length === columns.length;
  return columns.map((value, index) => ({
    column: names[index] ?? "",
    value,
    nodes: aligned ? [as(targets2[index], "ResTarget")?.val] : [node]
  }));
};
var assignmentsOf = (scope, names, node) => {
  const select2 = selectOf(node);
  if (node === void 0 || select2 === void 0) return [];
  const plainRows = select2.valuesLists !== void 0 && select2.sortClause === void 0 && select2.limitCount === void 0;
  return plainRows ? fromRows(scope, names, select2) : fromQuery(scope, names, node);
};
var excludedItem = (scope, item, relation2, assignments) => ({
  ...writtenItem(scope, item, relation2, assignments),
  alias: "excluded",
  schema: void 0,
  columnsVisible: false
});
var readConflict = (scope, clause, item, relation2, assignments) => {
  const target2 = withItems(scope, [item]);
  for (const node of clause.infer?.indexElems ?? []) {
    const element2 = as(node, "IndexElem");
    const expression2 = element2?.expr ?? (element2?.name === void 0 ? void 0 : { ColumnRef: { fields: [{ String: { sval: element2.name } }] } });
    if (expression2 !== void 0) readKey(target2, scope.frame.tools.value(target2, expression2), "conflict", "=");
  }
  readCondition(target2, clause.infer?.whereClause, "conflict");
  if (clause.action !== "ONCONFLICT_UPDATE") return [];
  const both = withItems(scope, [item, excludedItem(scope, item, relation2, assignments)]);
  readCondition(both, clause.whereClause, "where");
  const sets = readSetList(both, clause.targetList);
  recordAssignments(scope, relation2, sets);
  recordEffects(scope, relation2, "update");
  return sets;
};
var readInsert = (parent, insert) => {
  const scope = withCtes(childScope(parent), insert.withClause);
  const item = relationItem(scope, insert.relation);
  const { relation: relation2 } = item;
  if (relation2 === void 0) throw refuse("unresolved", "the target of an INSERT");
  const names = targetNames(relation2, insert.cols);
  const assignments = assignmentsOf(scope, names, insert.selectStmt);
  const select2 = selectOf(insert.selectStmt);
  const beside2 = [...select2?.fromClause ?? [], ...ctesOf(select2?.withClause), ...ctesOf(insert.withClause)];
  recordAssignments(scope, relation2, assignments, beside2);
  recordEffects(scope, relation2, "insert");
  const updates = insert.onConflictClause === void 0 ? [] : readConflict(scope, insert.onConflictClause, item, relation2, assignments);
  const after = writtenItem(scope, item, relation2, [...assignments, ...updates]);
  const returned2 = returnedItem(scope, relation2, "insert", item, after);
  return readReturning(scope, insert.returningClause, { before: item, after: returned2, visible: [returned2] });
};

// src/lineage/query/merge.ts
init_define_navigator();
var inserted = (scope, names, values2) => (values2 ?? []).map((node, index) => ({
  column: names[index] ?? "",
  value: scope.frame.tools.value(scope, node),
  nodes: [node]
}));
var readMerge = (parent, merge2) => {
  const scope = withCtes(childScope(parent), merge2.withClause);
  const item = relationItem(scope, merge2.relation);
  const relation2 = relationTarget(item);
  const source = readFrom(scope, merge2.sourceRelation === void 0 ? [] : [merge2.sourceRelation]);
  const all2 = withItems(scope, [item, ...source]);
  const { tools: tools2 } = scope.frame;
  tools2.condition(all2, merge2.joinCondition, "join");
  const written2 = [];
  const act = (clause) => {
    const within2 = clause.commandType === "CMD_INSERT" ? withItems(scope, source) : all2;
    tools2.condition(clause.matchKind === "MERGE_WHEN_MATCHED" ? all2 : within2, clause.condition, "where");
    if (clause.commandType === "CMD_INSERT") {
      written2.push(...inserted(within2, targetNames(relation2, clause.targetList), clause.values));
      recordEffects(scope, relation2, "insert");
    } else if (clause.commandType === "CMD_UPDATE") {
      written2.push(...readSetList(all2, clause.targetList));
      recordEffects(scope, relation2, "update");
    } else if (clause.commandType === "CMD_DELETE") {
      recordEffects(scope, relation2, "delete");
    }
  };
  for (const node of merge2.mergeWhenClauses ?? []) {
    const clause = as(node, "MergeWhenClause");
    if (clause !== void 0) act(clause);
  }
  recordAssignments(scope, relation2, written2, [merge2.sourceRelation, ...ctesOf(merge2.withClause)]);
  const after = writtenItem(scope, item, relation2, written2);
  return readReturning(scope, merge2.returningClause, { before: item, after, visible: [...source, after] });
};

// src/lineage/query/index.ts
var readQuery = (parent, node) => {
  const select2 = as(node, "SelectStmt");
  if (select2 !== void 0) return readSelectIn(parent, select2);
  const insert = as(node, "InsertStmt");
  if (insert !== void 0) return readInsert(parent, insert);
  const update = as(node, "UpdateStmt");
  if (update !== void 0) return readUpdate(parent, update);
  const del = as(node, "DeleteStmt");
  if (del !== void 0) return readDelete(parent, del);
  const merge2 = as(node, "MergeStmt");
  if (merge2 !== void 0) return readMerge(parent, merge2);
  throw unmodelled(node === void 0 ? "an empty query" : tagOf(node));
};

// src/lineage/stored/index.ts
init_define_navigator();

// src/lineage/stored/conditions.ts
init_define_navigator();

// src/lineage/stored/tree.ts
init_define_navigator();

// src/catalog/node-tree.ts
init_define_navigator();
var isNode = (value) => typeof value === "object" && value !== null && "kind" in value && value.kind === "node";
var maxDepth2 = 1500;
var space = /* @__PURE__ */ new Set([" ", "\n", "	", "\r"]);
var bracket = /* @__PURE__ */ new Set(["(", ")", "{", "}"]);
var numberLists = /* @__PURE__ */ new Set(["i", "o", "x", "b"]);
var end = "";
var fail = (what) => new PgveilError("PGVEIL_CATALOG", `a stored expression tree cannot be read: ${what}`, {
  remedy: "report this with the version of the server"
});
var createScanner = (text2, keepsBytes) => {
  let position = 0;
  let ahead;
  const scan = () => {
    while (position < text2.length && space.has(text2.charAt(position))) position += 1;
    if (position >= text2.length) return end;
    const start = position;
    if (bracket.has(text2.charAt(position))) {
      position += 1;
      return text2.charAt(start);
    }
    while (position < text2.length) {
      const character = text2.charAt(position);
      if (space.has(character) || bracket.has(character)) break;
      position += character === "\\" ? 2 : 1;
    }
    return text2.slice(start, position);
  };
  const peek = () => ahead ??= scan();
  const next = () => {
    const token = peek();
    ahead = void 0;
    return token;
  };
  return { peek, next, keepsBytes };
};
var unescape = (token) => token.includes("\\") ? token.replaceAll(/\\([\s\S])/gu, "$1") : token;
var scalar2 = (token) => {
  if (token === "<>") return null;
  return unescape(token.length > 1 && token.startsWith('"') && token.endsWith('"') ? token.slice(1, -1) : token);
};
var listOf2 = (scanner, depth) => {
  const of = scanner.peek();
  if (numberLists.has(of)) {
    scanner.next();
    const items2 = [];
    for (let token = scanner.next(); token !== ")"; token = scanner.next()) {
      if (token === end) throw fail("a list has no end");
      items2.push(Number(token));
    }
    return { kind: "numbers", of, items: items2 };
  }
  const items = [];
  for (let token = scanner.next(); token !== ")"; token = scanner.next()) {
    if (token === end) throw fail("a list has no end");
    items.push(valueOf2(scanner, token, depth));
  }
  return items;
};
var datumOf = (scanner) => {
  scanner.next();
  const bytes = [];
  for (let token = scanner.next(); token !== "]"; token = scanner.next()) {
    if (token === end) throw fail("a constant has no end");
    bytes.push(Number(token) & 255);
  }
  return { kind: "datum", length: bytes.length, ...scanner.keepsBytes ? { bytes } : {} };
};
var fieldOf2 = (scanner, depth) => {
  const value = valueOf2(scanner, scanner.next(), depth);
  if (scanner.peek() === "[") return datumOf(scanner);
  const more = [];
  for (let token = scanner.peek(); token !== "}" && token !== end && !token.startsWith(":"); token = scanner.peek()) {
    more.push(valueOf2(scanner, scanner.next(), depth));
  }
  return more.length === 0 ? value : [value, ...more];
};
var nodeOf = (scanner, depth) => {
  const tag = scanner.next();
  const fields = /* @__PURE__ */ new Map();
  for (let token = scanner.next(); token !== "}"; token = scanner.next()) {
    if (!token.startsWith(":")) throw fail(`node ${tag} is not made of fields`);
    fields.set(token.slice(1), fieldOf2(scanner, depth));
  }
  return { kind: "node", tag, fields };
};
var valueOf2 = (scanner, token, depth) => {
  if (depth > maxDepth2) throw fail("it is nested too deep");
  if (token === end || token === "}" || token === ")") throw fail("a value is missing");
  if (token === "{") return nodeOf(scanner, depth + 1);
  if (token === "(") return listOf2(scanner, depth + 1);
  return scalar2(token);
};
var parseNodeTree = (text2, options = {}) => {
  const scanner = createScanner(text2, options.bytes === true);
  const value = valueOf2(scanner, scanner.next(), 0);
  if (scanner.next() !== end) throw fail("there is text after its end");
  return value;
};

// src/lineage/stored/tree.ts
var none3 = [];
var nodeIn = (node, name) => {
  const value = node.fields.get(name);
  return isNode(value) ? value : void 0;
};
var asList = (value) => Array.isArray(value) ? value : none3;
var valuesIn = (node, name) => asList(node.fields.get(name));
var nodesIn = (node, name) => valuesIn(node, name).filter(isNode);
var rowsIn = (node, name) => valuesIn(node, name).map((row2) => asList(row2).filter(isNode));
var textIn = (node, name) => {
  const value = node.fields.get(name);
  return typeof value === "string" ? value : "";
};
var numberIn = (node, name) => Number(node.fields.get(name) ?? 0);
var flagIn = (node, name) => node.fields.get(name) === "true";
var textsIn2 = (node, name) => valuesIn(node, name).map((value) => typeof value === "string" ? value : "");
var numbersIn = (node, name) => {
  const value = node.fields.get(name);
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "numbers" ? value.items : none3;
};
var unknown = 705;
var textTypes = /* @__PURE__ */ new Set([25, 1043]);
var textOfConst = (node) => {
  if (node.tag === "RELABELTYPE" || node.tag === "TARGETENTRY") {
    const inner = nodeIn(node, node.tag === "TARGETENTRY" ? "expr" : "arg");
    return inner === void 0 ? void 0 : textOfConst(inner);
  }
  const value = node.fields.get("constvalue");
  if (node.tag !== "CONST" || typeof value !== "object" || value === null || !("kind" in value) || value.kind !== "datum")
    return void 0;
  const bytes = value.bytes ?? none3;
  const type = numberIn(node, "consttype");
  if (type === unknown) return Buffer.from(bytes.at(-1) === 0 ? bytes.slice(0, -1) : bytes).toString();
  if (!textTypes.has(type)) return void 0;
  return Buffer.from(bytes.slice((bytes[0] ?? 0) % 2 === 1 ? 1 : 4)).toString();
};
var storedNodes = (text2, what) => {
  try {
    const tree = parseNodeTree(text2, { bytes: true });
    return isNode(tree) ? [tree] : asList(tree).flatMap((entry3) => isNode(entry3) ? [entry3] : asList(entry3).filter(isNode));
  } catch (error) {
    if (error instanceof PgveilError) throw refuse("too-large", what);
    throw error;
  }
};

// src/lineage/stored/conditions.ts
var operatorName2 = (stored, node) => {
  const name = stored.scope.frame.names.catalog.operator(numberIn(node, "opno"))?.name ?? "function";
  if (node.tag === "DISTINCTEXPR") return "is-distinct-from";
  return node.tag === "SCALARARRAYOPEXPR" && name === "=" && textIn(node, "useOr") === "true" ? "in" : name;
};
var comparisons = /* @__PURE__ */ new Set(["OPEXPR", "DISTINCTEXPR", "SCALARARRAYOPEXPR"]);
var storedCondition = (stored, node, clause) => {
  if (node === void 0) return;
  if (node.tag === "BOOLEXPR") {
    for (const arm of nodesIn(node, "args")) storedCondition(stored, arm, clause);
    return;
  }
  const value = stored.tools.value(stored, node);
  const [left, right] = nodesIn(node, "args");
  if (comparisons.has(node.tag) && left !== void 0 && right !== void 0) {
    const sides = [left, right].map((side) => stored.tools.value(stored, side));
    const [first, second] = sides;
    if (first !== void 0 && second !== void 0) {
      compareValues(stored.scope, stored.clause(clause), operatorName2(stored, node), first, second);
      return;
    }
  }
  const operator = node.tag === "VAR" ? "is-true" : node.tag === "SUBLINK" && nodeIn(node, "testexpr") === void 0 ? "subquery" : "function";
  readKey(stored.scope, value, stored.clause(clause), operator);
};

// src/lineage/stored/expression.ts
init_define_navigator();

// src/lineage/stored/calls.ts
init_define_navigator();

// src/lineage/stored/query.ts
init_define_navigator();

// src/lineage/stored/cte.ts
init_define_navigator();

// src/lineage/stored/scope.ts
init_define_navigator();
var above = (stored, levels) => {
  let at = stored;
  for (let left = levels; left > 0; left -= 1) {
    if (at.parent === void 0) throw refuse("unmodelled", "a stored reference to an outer query that is not there");
    at = at.parent;
  }
  return at;
};
var inside = (stored) => ({
  scope: stored.scope,
  tools: stored.tools,
  parent: stored,
  clause: stored.clause,
  given: /* @__PURE__ */ new Map()
});

// src/lineage/stored/cte.ts
var picked = (columns, names) => named(
  "",
  rowOf(
    columns.filter(({ name }) => names.includes(name)),
    0
  )
);
var withAdded = (cte2, columns) => {
  const search = nodeIn(cte2, "search_clause");
  const cycle = nodeIn(cte2, "cycle_clause");
  const types = numbersIn(cte2, "ctecoltypes");
  const all2 = textsIn2(cte2, "ctecolnames");
  const renamed2 = columns.map((column, index) => named(all2[index] ?? column.name, column));
  return all2.map((name, index) => {
    const column = renamed2[index];
    if (column !== void 0) return column;
    const type = types[index] ?? 0;
    const isSearch = search !== void 0 && textIn(search, "search_seq_column") === name;
    const clause = isSearch ? search : cycle;
    if (clause === void 0) throw refuse("unmodelled", "a stored WITH of more names than columns");
    return named(
      name,
      derived(
        isSearch ? "search" : "cycle",
        [picked(renamed2, textsIn2(clause, isSearch ? "search_col_list" : "cycle_col_list"))],
        type
      )
    );
  });
};
var evaluate2 = (stored, cte2) => {
  const query = nodeIn(cte2, "ctequery");
  if (query === void 0) throw refuse("unmodelled", "a stored WITH without a query");
  const name = textIn(cte2, "ctename");
  const read3 = () => withAdded(cte2, stored.tools.query(inside(stored), query));
  if (!flagIn(cte2, "cterecursive")) return read3();
  const types = numbersIn(cte2, "ctecoltypes");
  const start = textsIn2(cte2, "ctecolnames").map((column, index) => named(column, blankConstant(types[index] ?? 0)));
  return settled(start, (known2) => {
    const overlay = { ...stored, ctes: new Map([...stored.ctes, [name, () => known2]]) };
    return withAdded(cte2, stored.tools.query(inside(overlay), query));
  });
};
var storedCtes = (stored) => {
  for (const cte2 of nodesIn(stored.query, "cteList")) {
    const columns = evaluate2(stored, cte2);
    stored.ctes.set(textIn(cte2, "ctename"), () => columns);
  }
};

// src/lineage/stored/range.ts
init_define_navigator();
var rangeOver = (columns, rowType = () => recordType) => ({
  columns,
  column: (attnum) => {
    if (attnum === 0) return rowOf(columns(), rowType());
    const column = columns()[attnum - 1];
    if (column === void 0) throw refuse("unmodelled", "a stored reference to no column");
    return column;
  }
});
var lazily = (read3) => {
  let known2;
  return () => (known2 ??= { value: read3() }).value;
};
var relation = (stored, entry3) => {
  const oid = numberIn(entry3, "relid");
  const found = stored.scope.frame.names.catalog.relation(oid);
  if (found === void 0) throw refuse("unresolved", "a relation that a stored query names");
  const columns = lazily(() => relationColumns(stored.scope.frame, found));
  return {
    columns,
    column: (attnum) => {
      if (attnum === 0) return rowOf(columns(), found.rowType);
      if (attnum < 0) return { ...plain(0), sources: [{ column: columnKey(oid, attnum), way: "identity", via: [] }] };
      const column = columns()[found.columns.findIndex((one) => one.attnum === attnum)];
      if (column === void 0) throw refuse("unmodelled", "a stored reference to a dropped column");
      return column;
    }
  };
};
var expressions = (stored, entry3, field2) => {
  const all2 = valuesIn(entry3, field2);
  const alias = nodeIn(entry3, "eref");
  const names = alias === void 0 ? [] : textsIn2(alias, "colnames");
  const one = (index) => {
    const node = all2[index];
    if (!isNode(node)) throw refuse("unmodelled", "a stored reference to no column of a join");
    return stored.tools.value(stored, node);
  };
  const columns = lazily(() => all2.flatMap((node, index) => isNode(node) ? [named(names[index] ?? "", one(index))] : []));
  return { columns, column: (attnum) => attnum === 0 ? rowOf(columns(), recordType) : one(attnum - 1) };
};
var valuesRows = (stored, entry3) => {
  const rows = rowsIn(entry3, "values_lists").map((row2) => row2.map((node) => stored.tools.value(stored, node)));
  const [first = []] = rows;
  return first.map(
    (_, index) => named(`column${String(index + 1)}`, computedRow(eitherOf(rows.flatMap((row2) => row2[index] ?? []))))
  );
};
var functionColumns = (stored, entry3, names) => {
  const call2 = nodeIn(entry3, "funcexpr");
  if (call2 === void 0) throw unmodelled("RANGETBLFUNCTION");
  const value = stored.tools.value(stored, call2);
  const count = numberIn(entry3, "funccolcount");
  const declared = numbersIn(entry3, "funccoltypes");
  const composite = compositeOf(stored.scope.frame.names.catalog, value.type);
  const fields = value.shape.kind === "row" && value.shape.fields.length === count ? value.shape.fields : void 0;
  const fn = stored.scope.frame.names.catalog.fn(numberIn(call2, "funcid"));
  const leaks = fn === void 0 ? void 0 : leakingOutputs(fn);
  const outputs = fn === void 0 ? [] : outputsOf(fn);
  const shows = (index) => leaks === void 0 || leaks.includes(outputs[index]?.name ?? "");
  const isRow = composite !== void 0 || declared.length > 0 || value.type === recordType || value.type === 0 || count !== 1;
  return Array.from({ length: count }, (_, index) => {
    const name = names[index] ?? "";
    const field2 = fields?.[index];
    if (field2 !== void 0) return named(name, { ...ofRow(value, field2), opaque: shows(index) ? field2.opaque : void 0 });
    if (!isRow) return named(name, value);
    const type = composite?.columns[index]?.type ?? declared[index] ?? 0;
    return named(name, {
      ...plain(type),
      sources: through("derived", "field", value.sources),
      opaque: shows(index) ? value.opaque : void 0
    });
  });
};
var functions = (stored, entry3) => {
  const alias = nodeIn(entry3, "eref");
  const names = alias === void 0 ? [] : textsIn2(alias, "colnames");
  const scalar3 = nodesIn(entry3, "functions").length === 1 && !flagIn(entry3, "funcordinality") && names.length === 1;
  const columns = lazily(() => {
    const found = [];
    for (const one of nodesIn(entry3, "functions")) found.push(...functionColumns(stored, one, names.slice(found.length)));
    if (flagIn(entry3, "funcordinality")) found.push(named(names[found.length] ?? "ordinality", plain(20)));
    return found;
  });
  const range = rangeOver(columns);
  return { columns, column: (attnum) => attnum === 0 && scalar3 ? range.column(1) : range.column(attnum) };
};
var tableFunction = (stored, entry3) => {
  const table = nodeIn(entry3, "tablefunc");
  if (table === void 0) throw unmodelled("RANGETBLENTRY");
  const read3 = (node) => stored.tools.value(stored, node);
  const single = ["docexpr", "rowexpr"].flatMap((field2) => nodeIn(table, field2) ?? []);
  const shared = [...single, ...nodesIn(table, "ns_uris"), ...nodesIn(table, "passingvalexprs")].map(read3);
  for (const part2 of shared) readKey(stored.scope, part2, stored.clause("other"), "function");
  const types = numbersIn(table, "coltypes");
  return textsIn2(table, "colnames").map((name, index) => {
    const own = ["colexprs", "coldefexprs", "colvalexprs"].map((field2) => valuesIn(table, field2)[index]).filter(isNode);
    return named(name, derived("table function", [...shared, ...own.map(read3)], types[index] ?? 0));
  });
};
var cte = (stored, entry3) => {
  const name = textIn(entry3, "ctename");
  const at = above(stored, numberIn(entry3, "ctelevelsup"));
  const columns = at.ctes.get(name);
  if (columns === void 0) throw refuse("unmodelled", "a stored reference to a WITH query further on");
  return rangeOver(columns);
};
var subquery = (stored, entry3) => {
  const query = nodeIn(entry3, "subquery");
  if (query === void 0) throw unmodelled("RANGETBLENTRY");
  return rangeOver(lazily(() => stored.tools.query(inside(stored), query)));
};
var kinds = {
  0: relation,
  1: subquery,
  2: (stored, entry3) => expressions(stored, entry3, "joinaliasvars"),
  3: functions,
  4: (stored, entry3) => rangeOver(lazily(() => tableFunction(stored, entry3))),
  5: (stored, entry3) => rangeOver(lazily(() => valuesRows(stored, entry3))),
  6: cte,
  8: () => rangeOver(() => []),
  9: (stored, entry3) => expressions(stored, entry3, "groupexprs")
};
var rangeOf = (stored, entry3) => {
  const kind = numberIn(entry3, "rtekind");
  const open = kinds[kind];
  if (open === void 0) throw unmodelled(`RANGETBLENTRY of kind ${String(kind)}`);
  const sample = nodeIn(entry3, "tablesample");
  for (const node of sample === void 0 ? [] : [...nodesIn(sample, "args"), nodeIn(sample, "repeatable")]) {
    stored.tools.condition(stored, node, "other");
  }
  return open(stored, entry3);
};

// src/lineage/stored/query.ts
var select = 1;
var union2 = 1;
var except = 3;
var openQuery = (within2, query) => {
  const entries2 = nodesIn(query, "rtable");
  const ranges2 = new Map(within2.given);
  const stored = {
    ...within2,
    query,
    ctes: /* @__PURE__ */ new Map(),
    known: /* @__PURE__ */ new Map(),
    range: (varno) => {
      const before = ranges2.get(varno);
      if (before !== void 0) return before;
      const entry3 = entries2[varno - 1];
      if (entry3 === void 0) throw refuse("unmodelled", "a stored reference to no table");
      const range = rangeOf(stored, entry3);
      ranges2.set(varno, range);
      return range;
    }
  };
  return stored;
};
var visibleTargets = (query, list2) => nodesIn(query, list2).filter((target2) => !flagIn(target2, "resjunk")).sort((left, right) => numberIn(left, "resno") - numberIn(right, "resno"));
var targetValue = (stored, target2) => {
  const expression2 = nodeIn(target2, "expr");
  if (expression2 === void 0) throw refuse("unmodelled", "a stored target without an expression");
  return stored.tools.value(stored, expression2);
};
var key = (stored, value, clause, operator) => {
  readKey(stored.scope, value, stored.clause(clause), operator);
};
var referred = (stored, clauses) => clauses.flatMap((clause) => {
  const reference = numberIn(clause, "tleSortGroupRef");
  const target2 = nodesIn(stored.query, "targetList").find((entry3) => numberIn(entry3, "ressortgroupref") === reference);
  return target2 === void 0 ? [] : [targetValue(stored, target2)];
});
var windowValues = (stored, window) => {
  const partition = referred(stored, nodesIn(window, "partitionClause"));
  const order2 = [
    ...referred(stored, nodesIn(window, "orderClause")),
    ...[nodeIn(window, "startOffset"), nodeIn(window, "endOffset")].flatMap(
      (node) => node === void 0 ? [] : [stored.tools.value(stored, node)]
    )
  ];
  for (const value of partition) key(stored, value, "window", "group");
  for (const value of order2) key(stored, value, "window", "order");
  return [...partition, ...order2];
};
var joinTree = (stored, node) => {
  if (node.tag === "FROMEXPR") {
    for (const item of nodesIn(node, "fromlist")) joinTree(stored, item);
    stored.tools.condition(stored, nodeIn(node, "quals"), "where");
  } else if (node.tag === "JOINEXPR") {
    for (const side of ["larg", "rarg"]) {
      const item = nodeIn(node, side);
      if (item !== void 0) joinTree(stored, item);
    }
    stored.tools.condition(stored, nodeIn(node, "quals"), "join");
  } else if (node.tag === "RANGETBLREF") {
    stored.range(numberIn(node, "rtindex")).columns();
  } else throw unmodelled(node.tag);
};
var conditions = (stored) => {
  const { query } = stored;
  const from = nodeIn(query, "jointree");
  if (from !== void 0) joinTree(stored, from);
  stored.tools.condition(stored, nodeIn(query, "havingQual"), "having");
  for (const value of referred(stored, nodesIn(query, "groupClause"))) key(stored, value, "group", "group");
  for (const value of referred(stored, nodesIn(query, "distinctClause"))) key(stored, value, "distinct", "distinct");
  for (const value of referred(stored, nodesIn(query, "sortClause"))) key(stored, value, "order", "order");
  for (const limit of ["limitOffset", "limitCount"]) {
    const node = nodeIn(query, limit);
    if (node !== void 0) key(stored, stored.tools.value(stored, node), "limit", "limit");
  }
};
var setOperation = (stored, node) => {
  if (node.tag === "RANGETBLREF") return stored.range(numberIn(node, "rtindex")).columns();
  const [left, right] = ["larg", "rarg"].map((side) => {
    const arm = nodeIn(node, side);
    return arm === void 0 ? [] : setOperation(stored, arm);
  });
  const operation2 = numberIn(node, "op");
  const compares = !(flagIn(node, "all") && operation2 === union2);
  return (left ?? []).map((column, index) => {
    const other = right?.[index];
    if (other === void 0) throw refuse("unmodelled", "a stored set operation of different numbers of columns");
    if (compares) for (const side of [column, other]) key(stored, side, "setop", "setop");
    return named(
      column.name,
      operation2 === except ? computedRow(withSources(column, steering("except", [other]))) : either(column, other)
    );
  });
};
var readStoredQuery = (within2, query) => {
  if (query.tag !== "QUERY" || numberIn(query, "commandType") !== select)
    throw refuse("unmodelled", "a stored statement that is no SELECT");
  const stored = openQuery(within2, query);
  storedCtes(stored);
  const operations = nodeIn(query, "setOperations");
  const targets2 = visibleTargets(query, "targetList");
  const combined2 = operations === void 0 ? void 0 : setOperation(stored, operations);
  conditions(stored);
  return targets2.map((target2, index) => named(textIn(target2, "resname"), combined2?.[index] ?? targetValue(stored, target2)));
};

// src/lineage/stored/calls.ts
var read = (stored, nodes) => nodes.map((node) => stored.tools.value(stored, node));
var casts = /* @__PURE__ */ new Set(["1", "2"]);
var call = (stored, oid, type, given) => {
  const { scope } = stored;
  const fn = scope.frame.names.catalog.fn(oid);
  if (fn === void 0) throw refuse("unresolved", "a function that a stored query names");
  const result = callFunction(scope, fn, given.args);
  const special = fn.builtin ? specialFunction(fn.name, { ...given, scope }) : void 0;
  const value = special === void 0 ? result.value : { ...special, opaque: special.opaque ?? result.value.opaque };
  return { ...value, type: type === 0 ? value.type : type, opaque: value.opaque ?? firstOpaque(given.args) };
};
var storedFunction = (stored, node) => {
  const nodes = nodesIn(node, "args").map((arg) => arg.tag === "NAMEDARGEXPR" ? nodeIn(arg, "arg") ?? arg : arg);
  const args = read(stored, nodes);
  const type = numberIn(node, "funcresulttype");
  const [value] = args;
  const { catalog } = stored.scope.frame.names;
  const isText = (oid) => baseType(catalog, oid)?.category === "S";
  if (casts.has(textIn(node, "funcformat")) && args.length === 1 && value !== void 0 && isText(value.type) && isText(type)) {
    return castTo(stored.scope, value, type);
  }
  return call(stored, numberIn(node, "funcid"), type, {
    args,
    keys: nodes.map(textOfConst),
    variadic: flagIn(node, "funcvariadic"),
    withinGroup: false,
    distinct: false
  });
};
var filtered = (stored, node) => {
  const filter = nodeIn(node, "aggfilter");
  if (filter === void 0) return [];
  stored.tools.condition(stored, filter, "filter");
  return steering("filter", [stored.tools.value(stored, filter)]);
};
var storedAggregate = (stored, node) => {
  const targets2 = nodesIn(node, "args");
  const isShown = (target2) => !flagIn(target2, "resjunk");
  const shown = targets2.filter(isShown);
  const withinGroup = textIn(node, "aggkind") !== "n";
  const direct = nodesIn(node, "aggdirectargs");
  const ordered = new Set(nodesIn(node, "aggorder").map((clause) => textIn(clause, "tleSortGroupRef")));
  const keys = withinGroup ? [] : read(
    stored,
    targets2.filter((target2) => ordered.has(textIn(target2, "ressortgroupref")))
  );
  for (const key2 of keys) readKey(stored.scope, key2, stored.clause("order"), "order");
  const value = call(stored, numberIn(node, "aggfnoid"), numberIn(node, "aggtype"), {
    args: read(stored, [...direct, ...shown]),
    keys: [...direct, ...shown].map(textOfConst),
    variadic: flagIn(node, "aggvariadic"),
    withinGroup,
    distinct: nodesIn(node, "aggdistinct").length > 0
  });
  return withSources(value, [...filtered(stored, node), ...steering("order", keys)]);
};
var storedWindow = (stored, node) => {
  const nodes = nodesIn(node, "args");
  const reference = textIn(node, "winref");
  const window = nodesIn(stored.query, "windowClause").find((entry3) => textIn(entry3, "winref") === reference);
  const over = window === void 0 ? [] : windowValues(stored, window);
  const value = call(stored, numberIn(node, "winfnoid"), numberIn(node, "wintype"), {
    args: read(stored, nodes),
    keys: nodes.map(textOfConst),
    variadic: false,
    withinGroup: false,
    distinct: false
  });
  return withSources(value, [...filtered(stored, node), ...steering("over", over)]);
};
var nameOf2 = (stored, oid) => stored.scope.frame.names.catalog.operator(oid)?.name ?? "operator";
var hiddenIn = (stored, oid, operands2) => {
  const operator = stored.scope.frame.names.catalog.operator(oid);
  return operator === void 0 ? { sources: [], opaque: `operator ${String(oid)}` } : callHidden(stored.scope, operator.function, operands2);
};
var storedOperator = (stored, node) => {
  const operands2 = read(stored, nodesIn(node, "args"));
  const oid = numberIn(node, "opno");
  const value = derived(nameOf2(stored, oid), operands2, numberIn(node, "opresulttype") || 16);
  return withHidden(value, hiddenIn(stored, oid, operands2));
};
var storedRowCompare = (stored, node) => {
  const operands2 = read(stored, [...nodesIn(node, "largs"), ...nodesIn(node, "rargs")]);
  return numbersIn(node, "opnos").map((oid) => hiddenIn(stored, oid, operands2)).reduce(withHidden, derived("row comparison", operands2, 16));
};

// src/lineage/stored/json.ts
init_define_navigator();
var json3 = 114;
var jsonb3 = 3802;
var formatJson = /* @__PURE__ */ new Set(["1", "2"]);
var storedJsonValue = (stored, node) => {
  const raw = nodeIn(node, "raw_expr") ?? nodeIn(node, "formatted_expr");
  const value = raw === void 0 ? plain(0) : stored.tools.value(stored, raw);
  const format = nodeIn(node, "format");
  return format !== void 0 && formatJson.has(textIn(format, "format_type")) ? derived("format json", [value], json3) : value;
};
var object = (nodes, values2, binary) => {
  const fields = [];
  for (let index = 0; index < nodes.length; index += 2) {
    const key2 = nodes[index];
    const name = key2 === void 0 ? void 0 : textOfConst(key2);
    const value = values2[index + 1];
    if (name === void 0 || value === void 0) return void 0;
    fields.push(named(name, value));
  }
  return jsonObject("json_object", fields, binary);
};
var storedJsonConstructor = (stored, node) => {
  const returning2 = nodeIn(node, "returning");
  const type = returning2 === void 0 ? json3 : numberIn(returning2, "typid");
  const binary = type === jsonb3;
  const nodes = nodesIn(node, "args");
  const values2 = nodes.map((arg) => stored.tools.value(stored, arg));
  const call2 = nodeIn(node, "func");
  if (call2 !== void 0) return { ...derived("json", [stored.tools.value(stored, call2), ...values2], type) };
  const kind = numberIn(node, "type");
  const structured = (type === json3 || binary) && !flagIn(node, "absent_on_null");
  if (structured && kind === 1) return object(nodes, values2, binary) ?? jsonOf("json_object", values2, binary);
  if (structured && kind === 2) return jsonArray("json_array", values2, binary);
  return derived("json", values2, type);
};

// src/lineage/stored/sublink.ts
init_define_navigator();
var boolean4 = 16;
var kinds2 = { exists: 0, expression: 4, array: 6 };
var storedSubLink = (stored, node) => {
  const query = nodeIn(node, "subselect");
  if (query === void 0) throw unmodelled("SUBLINK");
  const columns = stored.tools.query(inside(stored), query);
  const [first = plain(0)] = columns;
  switch (numberIn(node, "subLinkType")) {
    case kinds2.exists:
      return plain(boolean4);
    case kinds2.expression:
      return columns.length > 1 ? rowOf(columns, 2249) : computedRow(first);
    case kinds2.array:
      return arrayOf(stored.scope, [first]);
    default: {
      const test = nodeIn(node, "testexpr");
      const tested = test === void 0 ? plain(boolean4) : stored.tools.value(stored, test);
      for (const column of columns) compareValues(stored.scope, stored.clause("where"), "in", tested, column);
      return derived("subquery", [tested, ...columns], boolean4);
    }
  }
};

// src/lineage/stored/expression.ts
var boolean5 = 16;
var read2 = (stored, node) => stored.tools.value(stored, node);
var argument = (stored, node, name = "arg") => {
  const arg = nodeIn(node, name);
  return arg === void 0 ? plain(0) : read2(stored, arg);
};
var list = (stored, node, name) => nodesIn(node, name).map((entry3) => read2(stored, entry3));
var variable = (stored, node) => {
  const value = above(stored, numberIn(node, "varlevelsup")).range(numberIn(node, "varno")).column(numberIn(node, "varattno"));
  stored.scope.frame.recorder.touch(value.sources);
  const type = numberIn(node, "vartype");
  return value.type === type ? value : { ...value, type };
};
var parameter = (stored, node) => {
  const isExternal = textIn(node, "paramkind") === "0";
  const given = isExternal ? stored.scope.frame.arguments?.byPosition[numberIn(node, "paramid") - 1] : void 0;
  return given ?? plain(numberIn(node, "paramtype"));
};
var cast = (stored, node) => castTo(stored.scope, argument(stored, node), numberIn(node, "resulttype"));
var arrayCast = (stored, node) => {
  const value = cast(stored, node);
  return { ...value, opaque: value.opaque ?? argument(stored, node, "elemexpr").opaque };
};
var caseOf = (stored, node) => {
  const subject = nodeIn(node, "arg");
  const conditions2 = subject === void 0 ? [] : [read2(stored, subject)];
  const results = [];
  for (const arm of nodesIn(node, "args")) {
    const when = nodeIn(arm, "expr");
    if (when !== void 0) {
      conditions2.push(read2(stored, when));
      stored.tools.condition(stored, when, "case");
    }
    results.push(argument(stored, arm, "result"));
  }
  if (subject !== void 0) stored.tools.condition(stored, subject, "case");
  results.push(argument(stored, node, "defresult"));
  const value = withSources(preserving("case", eitherOf(results)), steering("case", conditions2));
  return { ...value, opaque: value.opaque ?? firstOpaque(conditions2) };
};
var row = (stored, node) => {
  const type = numberIn(node, "row_typeid");
  const columns = compositeOf(stored.scope.frame.names.catalog, type)?.columns;
  const given = textsIn2(node, "colnames");
  const values2 = list(stored, node, "args");
  return rowOf(
    values2.map((value, index) => named(columns?.[index]?.name ?? given[index] ?? `f${String(index + 1)}`, value)),
    type
  );
};
var array = (stored, node) => ({
  ...arrayOf(stored.scope, list(stored, node, "elements")),
  type: numberIn(node, "array_typeid")
});
var field = (stored, node) => {
  const value = argument(stored, node);
  const number = numberIn(node, "fieldnum");
  const type = numberIn(node, "resulttype");
  const composite = compositeOf(stored.scope.frame.names.catalog, value.type);
  const place = composite === void 0 ? number - 1 : composite.columns.findIndex(({ attnum }) => attnum === number);
  const known2 = value.shape.kind === "row" ? value.shape.fields[place] : void 0;
  if (known2 !== void 0) return ofRow(value, known2);
  const name = composite?.columns[place]?.name;
  return { ...name === void 0 ? derived("field", [value], type) : fieldOf(stored.scope, value, name), type };
};
var subscript = (stored, node) => {
  const parts = [...list(stored, node, "refupperindexpr"), ...list(stored, node, "reflowerindexpr")];
  const assigned = nodeIn(node, "refassgnexpr");
  const all2 = [argument(stored, node, "refexpr"), ...parts, ...assigned === void 0 ? [] : [read2(stored, assigned)]];
  return derived("subscript", all2, numberIn(node, "refrestype"));
};
var nullTest = (stored, node) => {
  const value = argument(stored, node);
  return { sources: through("count", "is null", value.sources), shape: scalar, type: boolean5, opaque: value.opaque };
};
var nullIfOf = (stored, node) => {
  const compared = storedOperator(stored, node);
  const [value, other] = list(stored, node, "args");
  if (value === void 0 || other === void 0) throw unmodelled("NULLIFEXPR");
  return withHidden(nullIf(value, other), { sources: steering("nullif", [compared]), opaque: compared.opaque });
};
var minMax = (stored, node) => preserving(textIn(node, "op") === "0" ? "greatest" : "least", eitherOf(list(stored, node, "args")));
var xml2 = (stored, node) => derived("xml", [...list(stored, node, "named_args"), ...list(stored, node, "args")], numberIn(node, "type"));
var jsonExpression = (stored, node) => {
  const behaviours2 = ["on_empty", "on_error"].flatMap((name) => nodeIn(node, name) ?? []).flatMap((behaviour) => nodeIn(behaviour, "expr") ?? []);
  const parts = ["formatted_expr", "path_spec"].flatMap((name) => nodeIn(node, name) ?? []);
  const returning2 = nodeIn(node, "returning");
  const values2 = [...parts, ...nodesIn(node, "passing_values"), ...behaviours2].map((part2) => read2(stored, part2));
  return derived("json", values2, returning2 === void 0 ? 0 : numberIn(returning2, "typid"));
};
var typed = (name) => (_, node) => plain(numberIn(node, name));
var readers5 = {
  AGGREF: storedAggregate,
  ARRAYCOERCEEXPR: arrayCast,
  ARRAYEXPR: array,
  BOOLEANTEST: (stored, node) => derived("is", [argument(stored, node)], boolean5),
  BOOLEXPR: (stored, node) => derived(textIn(node, "boolop"), list(stored, node, "args"), boolean5),
  CASEEXPR: caseOf,
  /** Stands for the subject of the CASE, the element of an array, the document of JSON_TABLE: read there. */
  CASETESTEXPR: typed("typeId"),
  COALESCEEXPR: (stored, node) => preserving("coalesce", eitherOf(list(stored, node, "args"))),
  COERCETODOMAIN: cast,
  COERCETODOMAINVALUE: typed("typeId"),
  COERCEVIAIO: cast,
  COLLATEEXPR: (stored, node) => argument(stored, node),
  CONST: (_, node) => textIn(node, "constisnull") === "true" ? blankConstant(numberIn(node, "consttype")) : plain(numberIn(node, "consttype")),
  CONVERTROWTYPEEXPR: cast,
  CURRENTOFEXPR: () => plain(boolean5),
  DISTINCTEXPR: storedOperator,
  FIELDSELECT: field,
  FIELDSTORE: (stored, node) => derived("field", [argument(stored, node), ...list(stored, node, "newvals")], numberIn(node, "resulttype")),
  FUNCEXPR: storedFunction,
  GROUPINGFUNC: (stored, node) => ({ ...plain(23), sources: steering("grouping", list(stored, node, "args")) }),
  JSONCONSTRUCTOREXPR: storedJsonConstructor,
  JSONEXPR: jsonExpression,
  JSONISPREDICATE: (stored, node) => derived("is json", [argument(stored, node, "expr")], boolean5),
  JSONVALUEEXPR: storedJsonValue,
  MERGESUPPORTFUNC: () => plain(25),
  MINMAXEXPR: minMax,
  NAMEDARGEXPR: (stored, node) => argument(stored, node),
  NEXTVALUEEXPR: typed("typeId"),
  NULLIFEXPR: nullIfOf,
  NULLTEST: nullTest,
  OPEXPR: storedOperator,
  PARAM: parameter,
  RELABELTYPE: cast,
  ROWCOMPAREEXPR: storedRowCompare,
  ROWEXPR: row,
  SCALARARRAYOPEXPR: storedOperator,
  SETTODEFAULT: typed("typeId"),
  SQLVALUEFUNCTION: typed("type"),
  SUBLINK: storedSubLink,
  SUBSCRIPTINGREF: subscript,
  TARGETENTRY: (stored, node) => argument(stored, node, "expr"),
  VAR: variable,
  WINDOWFUNC: storedWindow,
  XMLEXPR: xml2
};
var storedTags = Object.keys(readers5);
var readStoredExpression = (stored, node) => {
  const before = stored.known.get(node);
  if (before !== void 0) return before;
  const reader = Object.hasOwn(readers5, node.tag) ? readers5[node.tag] : void 0;
  if (reader === void 0) throw unmodelled(`the stored node ${node.tag}`);
  const value = reader(stored, node);
  stored.known.set(node, value);
  return value;
};

// src/lineage/stored/rule.ts
init_define_navigator();
var valueOf3 = (stored, target2) => {
  const expression2 = nodeIn(target2, "expr");
  return expression2 === void 0 ? plain(0) : stored.tools.value(stored, expression2);
};
var writtenRange = (stored, action) => {
  const entry3 = nodesIn(action, "rtable")[numberIn(action, "resultRelation") - 1];
  const relation2 = entry3 === void 0 ? void 0 : stored.scope.frame.names.catalog.relation(numberIn(entry3, "relid"));
  if (relation2 === void 0) return void 0;
  const assigned = visibleTargets(action, "targetList");
  const columns = relationColumns(stored.scope.frame, relation2).map((column, index) => {
    const attnum = relation2.columns[index]?.attnum;
    const into = assigned.filter((target2) => numberIn(target2, "resno") === attnum).flatMap((target2) => valueOf3(stored, target2).sources);
    return named(column.name, withSources(column, through("derived", "assigned", into)));
  });
  return rangeOfRow(relation2, columns);
};
var readRuleReturning = (within2, action) => {
  const targets2 = visibleTargets(action, "returningList");
  if (action.tag !== "QUERY" || targets2.length === 0) return void 0;
  const written2 = writtenRange(openQuery(within2, action), action);
  const given = new Map(within2.given);
  if (written2 !== void 0) given.set(numberIn(action, "resultRelation"), written2);
  const stored = openQuery({ ...within2, given }, action);
  return targets2.map((target2) => named(textIn(target2, "resname"), valueOf3(stored, target2)));
};

// src/lineage/stored/index.ts
var tools = { value: readStoredExpression, condition: storedCondition, query: readStoredQuery };
var within = (frame, clause, given = /* @__PURE__ */ new Map()) => ({
  scope: rootScope(frame),
  tools,
  parent: void 0,
  clause,
  given
});
var ownersClause = () => "policy";
var ownersUse = (use) => ({ ...use, clause: ownersClause(use.clause) });
var isBuiltin2 = (relation2) => relation2.oid < firstNormalOid;
var hidesItself = (catalog, oid) => {
  const fn = catalog.fn(oid);
  return fn !== void 0 && leakingOutputs(fn) !== void 0;
};
var givenView = (given) => {
  if (!given.ok) throw refuse(given.unreadable.reason, given.unreadable.detail);
  const [statement] = given.statements;
  const { touched: touched2 = [], predicates = [], functions: functions2 = [], effects: effects2 = [] } = statement ?? {};
  return {
    columns: statement?.columns ?? [],
    facts: { relations: [], targets: [], writes: [], touched: touched2, predicates: predicates.map(ownersUse), functions: functions2, effects: effects2 }
  };
};
var readView = (frame, relation2) => {
  const given = frame.views?.(relation2.oid);
  if (given !== void 0) return givenView(given);
  const what = `the definition of view "${relation2.name}"`;
  const [query] = relation2.viewTree === void 0 ? [] : storedNodes(relation2.viewTree, what);
  if (query === void 0) throw refuse("unmodelled", what);
  const recorder = createRecorder();
  const columns = readStoredQuery(within({ ...frame, recorder, arguments: void 0 }, ownersClause), query);
  const { touched: touched2, predicates, functions: functions2, effects: effects2 } = recorder.facts();
  const own = isBuiltin2(relation2) ? { predicates: [], functions: [], effects: [] } : {
    predicates: predicates.map(ownersUse),
    effects: effects2,
    functions: functions2.filter(({ oid }) => !hidesItself(frame.names.catalog, oid))
  };
  return { columns, facts: { relations: [], targets: [], writes: [], touched: touched2, ...own } };
};
var readStoredValue = (frame, tree, given) => {
  const [node] = storedNodes(tree, "a stored expression");
  if (node === void 0) return plain(0);
  const around = within(frame, ownersClause, given);
  return readStoredExpression(openQuery(around, { kind: "node", tag: "QUERY", fields: /* @__PURE__ */ new Map() }), node);
};
var readStoredCondition = (frame, tree, given) => {
  const [node] = storedNodes(tree, "a stored condition");
  const around = within(frame, ownersClause, given);
  storedCondition(openQuery(around, { kind: "node", tag: "QUERY", fields: /* @__PURE__ */ new Map() }), node, "policy");
};
var readStoredBody = (frame, fn) => {
  let columns = [];
  for (const query of storedNodes(fn.sqlBody ?? "", `the body of function ${fn.name}`)) {
    columns = readStoredQuery(
      within(frame, (clause) => clause),
      query
    );
  }
  return columns;
};
var readStoredRule = (frame, tree, given) => {
  for (const action of storedNodes(tree, "the action of a rule")) {
    const columns = readRuleReturning(within(frame, ownersClause, given), action);
    if (columns !== void 0) return columns;
  }
  return void 0;
};

// src/lineage/statements.ts
init_define_navigator();

// src/lineage/utility/blocks.ts
init_define_navigator();

// src/lineage/plpgsql-block.ts
init_define_navigator();
var isObject2 = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
var listOf3 = (value) => Array.isArray(value) ? value : [];
var fieldsOf2 = (value, tag) => {
  const fields = isObject2(value) ? value[tag] : void 0;
  return isObject2(fields) ? fields : void 0;
};
var textOf = (expression2) => {
  const query = fieldsOf2(expression2, "PLpgSQL_expr")?.["query"];
  return typeof query === "string" ? query : void 0;
};
var evaluatesNothing = (statement) => {
  const raise = fieldsOf2(statement, "PLpgSQL_stmt_raise");
  if (raise !== void 0) return raise["params"] === void 0 && raise["options"] === void 0;
  const end2 = fieldsOf2(statement, "PLpgSQL_stmt_return");
  return end2 !== void 0 && end2["expr"] === void 0;
};
var evaluateNothing = (statements) => listOf3(statements).every(evaluatesNothing);
var handlesOnly = (exceptions) => exceptions === void 0 || listOf3(fieldsOf2(exceptions, "PLpgSQL_exception_block")?.["exc_list"]).every((entry3) => {
  const handler = fieldsOf2(entry3, "PLpgSQL_exception");
  return handler !== void 0 && evaluateNothing(handler["action"]);
});
var oneOf2 = (statements) => {
  const [only2, second] = listOf3(statements).filter((statement2) => !evaluatesNothing(statement2));
  if (second !== void 0) return void 0;
  const block = fieldsOf2(only2, "PLpgSQL_stmt_block");
  if (block !== void 0) return handlesOnly(block["exceptions"]) ? oneOf2(block["body"]) : void 0;
  const branch = fieldsOf2(only2, "PLpgSQL_stmt_if");
  if (branch !== void 0) {
    const condition = textOf(branch["cond"]);
    const inner = oneOf2(branch["then_body"]);
    if (condition === void 0 || inner === void 0 || branch["elsif_list"] !== void 0) return void 0;
    return evaluateNothing(branch["else_body"]) ? { conditions: [`SELECT ${condition}`, ...inner.conditions], statement: inner.statement } : void 0;
  }
  const run = fieldsOf2(only2, "PLpgSQL_stmt_execsql");
  const statement = run?.["into"] === void 0 ? textOf(run?.["sqlstmt"]) : void 0;
  return statement === void 0 ? void 0 : { conditions: [], statement };
};
var ownVariables = { found: "boolean", sqlstate: "text", sqlerrm: "text" };
var ownKeys = /* @__PURE__ */ new Set(["refname", "datatype", "lineno", "isconst"]);
var isOwn = (datum) => {
  const variable2 = fieldsOf2(datum, "PLpgSQL_var");
  const name = variable2?.["refname"];
  return variable2 !== void 0 && typeof name === "string" && Object.hasOwn(ownVariables, name) && fieldsOf2(variable2["datatype"], "PLpgSQL_type")?.["typname"] === ownVariables[name] && Object.keys(variable2).every((key2) => ownKeys.has(key2));
};
var oneStatementOf = (tree) => {
  const [first] = isObject2(tree) ? listOf3(tree["plpgsql_funcs"]) : [];
  const fn = fieldsOf2(first, "PLpgSQL_function");
  return fn !== void 0 && listOf3(fn["datums"]).every(isOwn) ? oneOf2([fn["action"]]) : void 0;
};

// src/lineage/utility/definitions.ts
init_define_navigator();

// src/lineage/utility/reach.ts
init_define_navigator();
var reachAny = ({ recorder }) => {
  recorder.effect({ kind: "reach", relation: void 0 });
};
var holdsType = (catalog, oid, wanted, seen = /* @__PURE__ */ new Set()) => {
  if (oid === wanted) return true;
  const type = seen.has(oid) ? void 0 : catalog.type(oid);
  if (type === void 0) return false;
  const fields = catalog.relation(type.relation)?.columns.map((column) => column.type) ?? [];
  const within2 = /* @__PURE__ */ new Set([...seen, oid]);
  return [type.base, type.element, type.subtype, ...fields].some((part2) => holdsType(catalog, part2, wanted, within2));
};
var reachByType = ({ names: { catalog }, recorder }, type) => {
  for (const { oid, columns } of catalog.relations()) {
    if (columns.some((column) => holdsType(catalog, column.type, type))) recorder.effect({ kind: "reach", relation: oid });
  }
};
var reachBelow = (frame, view) => {
  const recorder = createRecorder();
  try {
    relationColumns({ ...frame, recorder }, view);
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    reachAny(frame);
  }
  const { touched: touched2, functions: functions2 } = recorder.facts();
  for (const column of touched2) frame.recorder.touchColumn(column);
  if (functions2.some(({ nature }) => nature === "opaque" || nature === "reader")) reachAny(frame);
};
var isForeign = (catalog, { oid, kind }) => kind === "f" || catalog.children(oid).some((child) => {
  const relation2 = catalog.relation(child);
  return relation2 !== void 0 && isForeign(catalog, relation2);
});

// src/lineage/utility/definitions.ts
var changed = (scope) => scope.frame.recorder.change({ kind: "catalog" });
var target = (scope, relation2) => {
  scope.frame.recorder.relation(relation2.oid);
  scope.frame.recorder.target(relation2.oid);
};
var rangeTarget = (scope, range) => {
  if (range === void 0) return;
  const relation2 = findRelation(scope.frame.names, range.schemaname, range.relname ?? "");
  if (relation2 !== void 0) target(scope, relation2);
};
var recordCalls = (scope, node) => {
  if (typeof node !== "object" || node === null) return;
  const call2 = as(node, "FuncCall");
  if (call2 !== void 0) {
    const { schema, name } = splitName(call2.funcname);
    const given = (call2.args ?? []).map(() => 0);
    for (const { fn } of candidatesFor(scope, schema, name, given, { names: [], variadicArray: call2.func_variadic === true })) {
      scope.frame.recorder.fn(fn, natureOf(scope.frame.names.catalog, fn), []);
    }
  }
  for (const child of Object.values(node)) recordCalls(scope, child);
};
var recordRelations = (scope, node) => {
  if (typeof node !== "object" || node === null) return;
  const entries2 = Object.entries(node);
  for (const [key2, child] of entries2) {
    if (key2 === "RangeVar" || key2 === "pktable" || key2 === "relation" && typeof child === "object") {
      const range = child;
      const relation2 = range.relname === void 0 ? void 0 : findRelation(scope.frame.names, range.schemaname, range.relname);
      if (relation2 !== void 0) scope.frame.recorder.relation(relation2.oid);
    }
    recordRelations(scope, child);
  }
};
var alterDomain = (stmt, scope) => {
  recordCalls(scope, stmt);
  const domain = typeOf(scope.frame.names, { names: stmt.typeName ?? [] });
  if (domain !== void 0) reachByType(scope.frame, domain.oid);
  changed(scope);
  return {};
};
var rebuild = (kind) => ({
  kind,
  read: (node, scope) => {
    rangeTarget(scope, node.relation);
    if (node.relation === void 0) reachAny(scope.frame);
    changed(scope);
    return {};
  }
});
var renaming = (kind) => {
  const { read: read3 } = definition2(kind);
  return {
    kind,
    read: (node, scope, context) => {
      const outcome = read3(node, scope, context);
      const { names } = scope.frame;
      const { relation: range } = node;
      const relation2 = range === void 0 ? void 0 : findRelation(names, range.schemaname, range.relname ?? "");
      const schema = "renameType" in node && node.renameType === "OBJECT_SCHEMA" ? node.subname : void 0;
      const foreign = relation2 !== void 0 && isForeign(names.catalog, relation2) || schema !== void 0 && [...names.catalog.relations()].some((one) => one.kind === "f" && one.schema === schema);
      return foreign ? { ...outcome, kind: "alter-foreign-table" } : outcome;
    }
  };
};
var definition2 = (kind) => ({
  kind,
  read: (node, scope) => {
    recordCalls(scope, node);
    recordRelations(scope, node);
    const { relation: relation2 } = node;
    rangeTarget(scope, relation2);
    changed(scope);
    return {};
  }
});
var alterTable = (stmt, scope) => {
  const relation2 = relationOf(scope.frame.names, stmt.relation);
  const within2 = withItems(scope, [relationItem(scope, stmt.relation)]);
  target(scope, relation2);
  const { recorder, tools: tools2 } = scope.frame;
  const stores = (attnum, node) => {
    const { sources, opaque } = tools2.value(within2, node);
    recorder.write({ target: columnKey(relation2.oid, attnum), sources, opaque, constants: textsOf([node]), parameters: [] });
  };
  const constraint = (node) => {
    const { contype, raw_expr: expression2, where_clause: where } = as(node, "Constraint") ?? {};
    if (expression2 !== void 0 && contype === "CONSTR_GENERATED") stores(0, expression2);
    else if (expression2 !== void 0 && contype === "CONSTR_CHECK") tools2.condition(within2, expression2, "other");
    tools2.condition(within2, where, "other");
  };
  for (const node of stmt.cmds ?? []) {
    const command = as(node, "AlterTableCmd");
    const column = as(command?.def, "ColumnDef");
    if (command?.def !== void 0 && as(command.def, "Constraint") !== void 0) constraint(command.def);
    for (const entry3 of column?.constraints ?? []) constraint(entry3);
    if (command?.subtype === "AT_AlterColumnType" && column?.raw_default !== void 0) {
      stores(relation2.columns.find((entry3) => entry3.name === command.name)?.attnum ?? 0, column.raw_default);
    }
    if (command?.subtype === "AT_SetExpression" && command.def !== void 0) {
      stores(relation2.columns.find((entry3) => entry3.name === command.name)?.attnum ?? 0, command.def);
    }
  }
  recordCalls(scope, stmt);
  recordRelations(scope, stmt.cmds);
  changed(scope);
  return isForeign(scope.frame.names.catalog, relation2) ? { kind: "alter-foreign-table" } : {};
};
var createIndex = (stmt, scope) => {
  const relation2 = relationOf(scope.frame.names, stmt.relation);
  const within2 = withItems(scope, [relationItem(scope, stmt.relation)]);
  target(scope, relation2);
  for (const node of stmt.indexParams ?? []) {
    const expression2 = as(node, "IndexElem")?.expr;
    if (expression2 !== void 0) scope.frame.tools.value(within2, expression2);
  }
  scope.frame.tools.condition(within2, stmt.whereClause, "other");
  changed(scope);
  return {};
};
var createExtension = (stmt, scope) => {
  changed(scope);
  const isThere = stmt.if_not_exists === true && scope.frame.names.catalog.extensions.has(stmt.extname ?? "");
  return isThere ? { kind: "keep-extension" } : {};
};
var relationKinds = /* @__PURE__ */ new Set([
  "OBJECT_TABLE",
  "OBJECT_VIEW",
  "OBJECT_MATVIEW",
  "OBJECT_FOREIGN_TABLE",
  "OBJECT_INDEX",
  "OBJECT_SEQUENCE"
]);
var namedTarget = (scope, parts) => {
  rangeTarget(scope, { relname: last(parts) ?? "", ...parts.length > 1 ? { schemaname: parts[parts.length - 2] ?? "" } : {} });
};
var drop = (stmt, scope) => {
  for (const node of stmt.objects ?? []) {
    const parts = strings(as(node, "List")?.items);
    if (relationKinds.has(stmt.removeType ?? "")) namedTarget(scope, parts);
    else if (["OBJECT_TRIGGER", "OBJECT_RULE", "OBJECT_POLICY"].includes(stmt.removeType ?? ""))
      namedTarget(scope, parts.slice(0, -1));
  }
  changed(scope);
  return {};
};
var comment = (stmt, scope) => {
  const parts = strings(as(stmt.object, "List")?.items);
  if (relationKinds.has(stmt.objtype ?? "")) namedTarget(scope, parts);
  else if (stmt.objtype === "OBJECT_COLUMN") namedTarget(scope, parts.slice(0, -1));
  changed(scope);
  return {};
};
var definitions = {
  AlterTableStmt: { kind: "alter-table", read: alterTable },
  CommentStmt: { kind: "comment", read: comment },
  CreateStmt: definition2("create-table"),
  DropStmt: { kind: "drop", read: drop },
  IndexStmt: { kind: "create-index", read: createIndex },
  RenameStmt: renaming("rename"),
  ReindexStmt: rebuild("reindex"),
  ClusterStmt: rebuild("cluster"),
  CreateSchemaStmt: definition2("create-schema"),
  CreateSeqStmt: definition2("create-sequence"),
  AlterSeqStmt: definition2("alter-sequence"),
  CompositeTypeStmt: definition2("create-type"),
  DefineStmt: definition2("define"),
  CreateEnumStmt: definition2("create-enum"),
  CreateDomainStmt: definition2("create-domain"),
  CreateRangeStmt: definition2("create-range"),
  AlterTypeStmt: definition2("alter-type"),
  AlterEnumStmt: definition2("alter-enum"),
  AlterDomainStmt: { kind: "alter-domain", read: alterDomain },
  CreateStatsStmt: definition2("create-statistics"),
  AlterStatsStmt: definition2("alter-statistics"),
  AlterObjectSchemaStmt: renaming("alter-schema"),
  AlterOwnerStmt: definition2("alter-owner"),
  AlterObjectDependsStmt: definition2("alter-depends"),
  CreateTrigStmt: definition2("create-trigger"),
  RuleStmt: definition2("create-rule"),
  CreateFunctionStmt: definition2("create-function"),
  AlterFunctionStmt: definition2("alter-function"),
  CreatePolicyStmt: definition2("create-policy"),
  AlterPolicyStmt: definition2("alter-policy"),
  CreateExtensionStmt: { kind: "create-extension", read: createExtension },
  AlterExtensionStmt: definition2("alter-extension"),
  CreateForeignTableStmt: definition2("create-foreign-table"),
  CreateForeignServerStmt: definition2("create-server"),
  CreateFdwStmt: definition2("create-foreign-data-wrapper"),
  CreateUserMappingStmt: definition2("create-user-mapping"),
  ImportForeignSchemaStmt: definition2("import-foreign-schema"),
  CreateCastStmt: definition2("create-cast"),
  CreateTransformStmt: definition2("create-transform"),
  CreateConversionStmt: definition2("create-conversion"),
  CreateOpClassStmt: definition2("create-operator-class"),
  CreateOpFamilyStmt: definition2("create-operator-family"),
  CreatePLangStmt: definition2("create-language"),
  CreateAmStmt: definition2("create-access-method"),
  CreateEventTrigStmt: definition2("create-event-trigger"),
  CreatePublicationStmt: definition2("create-publication"),
  AlterPublicationStmt: definition2("alter-publication"),
  CreateSubscriptionStmt: definition2("create-subscription"),
  AlterSubscriptionStmt: definition2("alter-subscription"),
  GrantStmt: definition2("grant"),
  GrantRoleStmt: definition2("grant-role"),
  AlterDefaultPrivilegesStmt: definition2("alter-default-privileges"),
  CreateRoleStmt: definition2("create-role"),
  AlterRoleStmt: definition2("alter-role"),
  AlterRoleSetStmt: definition2("alter-role-set"),
  DropRoleStmt: definition2("drop-role"),
  DropOwnedStmt: definition2("drop-owned"),
  ReassignOwnedStmt: definition2("reassign-owned"),
  CreatedbStmt: definition2("create-database"),
  DropdbStmt: definition2("drop-database"),
  AlterDatabaseStmt: definition2("alter-database"),
  AlterDatabaseSetStmt: definition2("alter-database-set"),
  AlterSystemStmt: definition2("alter-system"),
  CreateTableSpaceStmt: definition2("create-tablespace"),
  SecLabelStmt: definition2("security-label"),
  CheckPointStmt: definition2("checkpoint"),
  LoadStmt: definition2("load"),
  CallStmt: definition2("call")
};

// src/lineage/utility/blocks.ts
var bodyOf = ({ args }) => {
  const elements = (args ?? []).map((node) => as(node, "DefElem"));
  const valueOf4 = (name) => stringOf(elements.find((one) => one?.defname === name)?.arg);
  return (valueOf4("language") ?? "plpgsql") === "plpgsql" ? valueOf4("as") : void 0;
};
var asFunction = (body) => {
  let tag = "pgveil";
  while (body.includes(`$${tag}`)) tag += "x";
  return `CREATE FUNCTION pgveil_block() RETURNS void LANGUAGE plpgsql AS $${tag}$${body}$${tag}$`;
};
var blockOf = (stmt, { frame: { parser } }) => {
  const body = bodyOf(stmt);
  const found = body === void 0 ? void 0 : oneStatementOf(parser.parsePlPgSql(asFunction(body)));
  if (found === void 0) return void 0;
  const conditions2 = found.conditions.map((text2) => conditionIn(parser, text2));
  const parsed = parser.parse(found.statement);
  const [only2, second] = parsed.ok ? parsed.statements : [];
  if (only2?.stmt === void 0 || second !== void 0 || !Object.hasOwn(definitions, tagOf(only2.stmt))) return void 0;
  return conditions2.every((condition) => condition !== void 0) ? { conditions: conditions2, definition: only2.stmt } : void 0;
};
var readDefinition = (node, scope, context) => {
  const tag = tagOf(node);
  const { kind, read: read3 } = definitions[tag];
  const outcome = read3(node[tag], scope, context);
  return { kind, ...outcome };
};
var readBlock = (stmt, scope, context) => {
  const { recorder, tools: tools2 } = scope.frame;
  const block = blockOf(stmt, scope);
  for (const condition of block?.conditions ?? []) tools2.condition(scope, condition, "other");
  if (block !== void 0 && recorder.facts().changes.length === 0) return readDefinition(block.definition, scope, context);
  recorder.change({ kind: "catalog" });
  return {};
};
var blocks = { DoStmt: { kind: "do", read: readBlock } };

// src/lineage/utility/copy.ts
init_define_navigator();
var optionText = (node) => {
  if (node === void 0) return void 0;
  const text2 = as(node, "String");
  const integer = as(node, "Integer");
  if (text2 !== void 0) return text2.sval ?? "";
  if (integer !== void 0) return String(integer.ival ?? 0);
  throw refuse("unmodelled", "a COPY option that is neither a text nor an integer");
};
var isOn = (node) => {
  if (node === void 0) return true;
  const flag = as(node, "Boolean");
  if (flag !== void 0) return flag.boolval === true;
  const number = as(node, "Integer");
  if (number !== void 0) return (number.ival ?? 0) !== 0;
  return !["false", "off"].includes((optionText(node) ?? "").toLowerCase());
};
var formats = { text: "text", csv: "csv", binary: "binary" };
var givenOptions = (stmt) => {
  const given = /* @__PURE__ */ new Map();
  for (const node of stmt.options ?? []) {
    const element2 = as(node, "DefElem");
    if (element2 !== void 0) given.set(element2.defname ?? "", element2.arg);
  }
  return given;
};
var forcedQuotes = (node, columns) => {
  if (node === void 0) return [];
  if (as(node, "A_Star") !== void 0) return columns.map(() => true);
  const names = columns.map(({ name }) => name);
  const forced = new Set(strings(as(node, "List")?.items).map((name) => names.indexOf(name)));
  return names.map((_, index) => forced.has(index));
};
var copyOptions = (stmt, columns) => {
  const given = givenOptions(stmt);
  const name = given.has("format") ? optionText(given.get("format")) ?? "" : "text";
  const format = formats[name];
  if (format === void 0) throw refuse("unmodelled", "a COPY format that is none of text, csv and binary");
  const quote2 = optionText(given.get("quote")) ?? '"';
  return {
    direction: stmt.is_from === true ? "from" : "to",
    place: stmt.is_program === true ? "program" : stmt.filename === void 0 ? "client" : "file",
    format,
    delimiter: optionText(given.get("delimiter")) ?? (format === "csv" ? "," : "	"),
    null: optionText(given.get("null")) ?? (format === "csv" ? "" : "\\N"),
    header: given.has("header") && isOn(given.get("header")),
    quote: quote2,
    escape: optionText(given.get("escape")) ?? quote2,
    encoding: optionText(given.get("encoding")),
    forceQuote: forcedQuotes(given.get("force_quote"), columns)
  };
};
var copied = (item, relation2, attlist) => {
  if (attlist === void 0) return item.columns.filter((_, index) => relation2.columns[index]?.generated === "");
  return strings(attlist).map((name) => {
    const column = item.columns.find((entry3) => entry3.name === name);
    if (column === void 0) throw refuse("unresolved", `column "${name}" of relation "${relation2.name}"`);
    return column;
  });
};
var readCopy = (stmt, scope) => {
  if (stmt.query !== void 0) {
    const columns2 = scope.frame.tools.query(scope, stmt.query);
    return { copy: copyOptions(stmt, columns2), columns: columns2 };
  }
  const item = relationItem(scope, stmt.relation);
  const { relation: relation2 } = item;
  if (relation2 === void 0) throw refuse("unresolved", "the relation of a COPY");
  const columns = copied(item, relation2, stmt.attlist);
  const copy = copyOptions(stmt, columns);
  if (copy.direction === "to") {
    for (const column of columns) scope.frame.recorder.touch(column.sources);
    return { copy, columns };
  }
  scope.frame.tools.condition(withItems(scope, [item]), stmt.whereClause, "where");
  recordAssignments(
    scope,
    relation2,
    columns.map((column) => ({ column: column.name, value: plain(0), nodes: [] }))
  );
  recordEffects(scope, relation2, "insert");
  return { copy };
};

// src/lineage/utility/named.ts
init_define_navigator();
var holdOption = 32;
var withArguments = (prepared, given) => ({
  ...prepared,
  writes: prepared.writes.map((write) => {
    const nodes = write.parameters.map((number) => given[number - 1]);
    return { ...write, constants: [...write.constants, ...textsOf(nodes)], parameters: parametersOf(nodes) };
  })
});
var executed = ({ name = "", params }, scope, context) => {
  for (const parameter2 of params ?? []) {
    const { sources, opaque } = scope.frame.tools.value(scope, parameter2);
    if (sources.length > 0 || opaque !== void 0) throw refuse("unmodelled", "an argument of EXECUTE that reads columns");
  }
  const prepared = context.prepared(name);
  return prepared && withArguments(prepared, params ?? []);
};
var execute = (stmt, scope, context) => {
  const prepared = executed(stmt, scope, context);
  if (prepared !== void 0) scope.frame.recorder.absorb(prepared);
  return { columns: prepared?.columns, runs: { kind: "prepared", name: stmt.name ?? "" } };
};
var cursorsAndPrepared = {
  PrepareStmt: {
    kind: "prepare",
    read: ({ name = "", argtypes, query }, scope, context) => {
      if (query === void 0) throw refuse("unmodelled", "PREPARE");
      const types = (argtypes ?? []).map((node) => typeOf(scope.frame.names, as(node, "TypeName"))?.oid ?? 0);
      const inner = context.inner(query, types);
      scope.frame.recorder.absorb(inner);
      scope.frame.recorder.change({ kind: "prepare", name, inner });
      return {};
    }
  },
  ExecuteStmt: { kind: "execute", read: execute },
  DeallocateStmt: {
    kind: "deallocate",
    read: ({ name, isall }, scope) => {
      scope.frame.recorder.change({ kind: "deallocate", name: isall === true ? void 0 : name });
      return {};
    }
  },
  DeclareCursorStmt: {
    kind: "declare-cursor",
    read: ({ portalname = "", query, options = 0 }, scope, context) => {
      if (query === void 0) throw refuse("unmodelled", "DECLARE");
      const inner = context.inner(query, scope.frame.parameterTypes);
      scope.frame.recorder.absorb(inner);
      scope.frame.recorder.change({ kind: "declare-cursor", name: portalname, hold: (options & holdOption) !== 0, inner });
      return {};
    }
  },
  FetchStmt: {
    kind: "fetch",
    read: ({ portalname = "", ismove }, scope, context) => {
      if (ismove === true) return { kind: "move" };
      const cursor = context.cursor(portalname);
      if (cursor !== void 0) scope.frame.recorder.absorb(cursor);
      return { columns: cursor?.columns, runs: { kind: "cursor", name: portalname } };
    }
  },
  ClosePortalStmt: {
    kind: "close-cursor",
    read: ({ portalname }, scope) => {
      scope.frame.recorder.change({ kind: "close-cursor", name: portalname === "" ? void 0 : portalname });
      return {};
    }
  }
};

// src/lineage/utility/queries.ts
init_define_navigator();
var returning = (scope, node, clause) => {
  const columns = scope.frame.tools.query(scope, node);
  return clause === void 0 ? {} : { columns };
};
var storeRows = (scope, columns, target2) => {
  for (const [index, { sources, opaque }] of columns.entries()) {
    scope.frame.recorder.write({ target: `${target2}.${index + 1}`, sources, opaque, constants: [], parameters: [] });
  }
  scope.frame.recorder.change({ kind: "catalog" });
};
var textColumn = (name) => named(name, plain(25));
var option = (options, name) => {
  const found = (options ?? []).map((node) => as(node, "DefElem")).find((element2) => element2?.defname === name);
  if (found === void 0) return false;
  const value = as(found.arg, "String")?.sval?.toLowerCase() ?? as(found.arg, "Integer")?.ival;
  return value !== "false" && value !== "off" && value !== 0 && !(found.arg !== void 0 && as(found.arg, "Boolean") !== void 0 && as(found.arg, "Boolean")?.boolval !== true);
};
var explained = /* @__PURE__ */ new Set([
  "SelectStmt",
  "InsertStmt",
  "UpdateStmt",
  "DeleteStmt",
  "MergeStmt",
  "ExecuteStmt",
  "DeclareCursorStmt"
]);
var explainedLineage = (node, scope, context) => {
  const execute2 = as(node, "ExecuteStmt");
  if (execute2 !== void 0) {
    const prepared = executed(execute2, scope, context);
    if (prepared === void 0) throw refuse("unresolved", `prepared statement "${execute2.name ?? ""}"`);
    return prepared;
  }
  const cursor = as(node, "DeclareCursorStmt");
  return context.inner(cursor?.query ?? node);
};
var queries = {
  SelectStmt: {
    kind: "select",
    read: (select2, scope) => {
      if (select2.intoClause === void 0) {
        const columns = scope.frame.tools.query(scope, { SelectStmt: select2 });
        return { columns, kind: select2.valuesLists === void 0 ? "select" : "values" };
      }
      const { intoClause: _into, ...query } = select2;
      storeRows(scope, scope.frame.tools.query(scope, { SelectStmt: query }), 0);
      return { kind: "select-into" };
    }
  },
  InsertStmt: { kind: "insert", read: (stmt, scope) => returning(scope, { InsertStmt: stmt }, stmt.returningClause) },
  UpdateStmt: { kind: "update", read: (stmt, scope) => returning(scope, { UpdateStmt: stmt }, stmt.returningClause) },
  DeleteStmt: { kind: "delete", read: (stmt, scope) => returning(scope, { DeleteStmt: stmt }, stmt.returningClause) },
  MergeStmt: { kind: "merge", read: (stmt, scope) => returning(scope, { MergeStmt: stmt }, stmt.returningClause) },
  ExplainStmt: {
    kind: "explain",
    read: ({ query, options }, scope, context) => {
      if (query === void 0 || ![...explained].some((tag) => tag in query))
        throw refuse("unmodelled", "EXPLAIN of such a statement");
      const inner = explainedLineage(query, scope, context);
      scope.frame.recorder.absorb(inner);
      const shown = through("count", "explain", union((inner.columns ?? []).map((column) => column.sources)));
      const plan = { ...textColumn("QUERY PLAN"), sources: shown };
      return { columns: [plan], explain: { analyze: option(options, "analyze"), verbose: option(options, "verbose") } };
    }
  },
  CreateTableAsStmt: {
    kind: "create-table-as",
    read: ({ query, objtype, into }, scope, context) => {
      const execute2 = as(query, "ExecuteStmt");
      const prepared = execute2 === void 0 ? void 0 : executed(execute2, scope, context);
      if (execute2 !== void 0 && prepared === void 0)
        throw refuse("unresolved", `prepared statement "${execute2.name ?? ""}"`);
      if (prepared !== void 0) scope.frame.recorder.absorb(prepared);
      const columns = prepared === void 0 ? scope.frame.tools.query(scope, query) : prepared.columns ?? [];
      if (strings(into?.colNames).length > columns.length) throw refuse("unresolved", "more column names than columns");
      storeRows(scope, columns, 0);
      return { kind: objtype === "OBJECT_MATVIEW" ? "create-materialized-view" : "create-table-as" };
    }
  },
  ViewStmt: {
    kind: "create-view",
    read: ({ query }, scope) => {
      scope.frame.tools.query(scope, query);
      scope.frame.recorder.change({ kind: "catalog" });
      return {};
    }
  }
};

// src/lineage/utility/session.ts
init_define_navigator();
var actions = {
  TRANS_STMT_BEGIN: "begin",
  TRANS_STMT_START: "begin",
  TRANS_STMT_COMMIT: "commit",
  TRANS_STMT_ROLLBACK: "rollback",
  TRANS_STMT_SAVEPOINT: "savepoint",
  TRANS_STMT_RELEASE: "release",
  TRANS_STMT_ROLLBACK_TO: "rollback-to",
  TRANS_STMT_PREPARE: "prepare",
  TRANS_STMT_COMMIT_PREPARED: "commit",
  TRANS_STMT_ROLLBACK_PREPARED: "rollback"
};
var valueText = (node) => {
  const constant = as(node, "A_Const");
  if (constant?.sval !== void 0) return constant.sval.sval ?? "";
  if (constant?.ival !== void 0) return String(constant.ival.ival ?? 0);
  if (constant?.fval !== void 0) return constant.fval.fval ?? "0";
  if (constant?.boolval !== void 0) return constant.boolval.boolval === true ? "on" : "off";
  const cast2 = as(node, "TypeCast");
  return cast2 === void 0 ? void 0 : valueText(cast2.arg);
};
var texts = (nodes) => (nodes ?? []).flatMap((node) => valueText(node) ?? []);
var change = (scope, name, value, local) => {
  scope.frame.recorder.change({ kind: "set", name: name.toLowerCase(), value, local });
};
var modes = (scope, nodes, prefix) => {
  for (const node of nodes ?? []) {
    const element2 = as(node, "DefElem");
    const value = valueText(element2?.arg);
    change(scope, `${prefix}${element2?.defname ?? ""}`, value === void 0 ? [] : [value], true);
  }
};
var set = (stmt, scope) => {
  const name = stmt.name ?? "";
  const local = stmt.is_local === true;
  switch (stmt.kind) {
    case "VAR_SET_VALUE":
      change(scope, name, texts(stmt.args), local);
      return {};
    case "VAR_SET_MULTI":
      if (name === "TRANSACTION SNAPSHOT") change(scope, "transaction_snapshot", texts(stmt.args), true);
      else modes(scope, stmt.args, name === "SESSION CHARACTERISTICS" ? "default_" : "");
      return {};
    case "VAR_RESET_ALL":
      change(scope, "all", void 0, false);
      return { kind: "reset" };
    case "VAR_RESET":
      change(scope, name, void 0, false);
      return { kind: "reset" };
    case "VAR_SET_DEFAULT":
    case "VAR_SET_CURRENT":
      change(scope, name, void 0, local);
      return {};
    default:
      throw unmodelled(stmt.kind ?? "VariableSetStmt");
  }
};
var transaction = (stmt, scope) => {
  const action = actions[stmt.kind ?? ""];
  if (action === void 0) throw unmodelled(stmt.kind ?? "TransactionStmt");
  scope.frame.recorder.change({ kind: "transaction", action });
  modes(scope, stmt.options, "");
  return {};
};
var targets = (scope, nodes, effect) => {
  for (const node of nodes ?? []) {
    const range = as(node, "RangeVar") ?? as(node, "VacuumRelation")?.relation;
    const relation2 = relationOf(scope.frame.names, range);
    scope.frame.recorder.relation(relation2.oid);
    scope.frame.recorder.target(relation2.oid);
    if (effect === "truncate") recordEffects(scope, relation2, effect);
    if (effect === "refresh") reachBelow(scope.frame, relation2);
  }
  return {};
};
var discarded = {
  DISCARD_ALL: "all",
  DISCARD_PLANS: "plans",
  DISCARD_SEQUENCES: "sequences",
  DISCARD_TEMP: "temp"
};
var allSettings = ["name", "setting", "description"];
var sessionStatements = {
  VariableSetStmt: { kind: "set", read: set },
  VariableShowStmt: {
    kind: "show",
    read: ({ name = "" }) => ({ columns: (name === "all" ? allSettings : [name]).map((column) => named(column, plain(25))) })
  },
  TransactionStmt: { kind: "transaction", read: transaction },
  ConstraintsSetStmt: { kind: "set-constraints", read: () => ({}) },
  ListenStmt: { kind: "listen", read: () => ({}) },
  UnlistenStmt: { kind: "unlisten", read: () => ({}) },
  NotifyStmt: { kind: "notify", read: () => ({}) },
  LockStmt: { kind: "lock", read: ({ relations }, scope) => targets(scope, relations) },
  VacuumStmt: {
    kind: "vacuum",
    read: ({ rels, is_vacuumcmd }, scope) => {
      if (rels === void 0) reachAny(scope.frame);
      return { ...targets(scope, rels), kind: is_vacuumcmd === true ? "vacuum" : "analyze" };
    }
  },
  TruncateStmt: { kind: "truncate", read: ({ relations }, scope) => targets(scope, relations, "truncate") },
  RefreshMatViewStmt: {
    kind: "refresh-materialized-view",
    read: ({ relation: relation2 }, scope) => targets(scope, relation2 === void 0 ? [] : [{ RangeVar: relation2 }], "refresh")
  },
  DiscardStmt: {
    kind: "discard",
    read: ({ target: target2 }, scope) => {
      scope.frame.recorder.change({ kind: "discard", what: discarded[target2 ?? ""] ?? "all" });
      return {};
    }
  }
};

// src/lineage/statements.ts
var entries = {
  ...queries,
  ...cursorsAndPrepared,
  ...sessionStatements,
  ...definitions,
  ...blocks,
  CopyStmt: { kind: "copy", read: readCopy }
};
var kindOf = (node) => {
  const tag = tagOf(node);
  const entry3 = entries[tag];
  if (entry3 === void 0) throw unmodelled(tag);
  return {
    kind: entry3.kind,
    read: (statement, scope, context) => entry3.read(statement[tag], scope, context)
  };
};

// src/lineage/read.ts
var budgetFor = (sql) => ({ left: 5e4 + sql.length });
var memoised = (budget, read3) => {
  const known2 = /* @__PURE__ */ new WeakMap();
  return (scope, node) => {
    let inScope = known2.get(scope);
    if (inScope === void 0) {
      inScope = /* @__PURE__ */ new Map();
      known2.set(scope, inScope);
    }
    const before = inScope.get(node);
    if (before !== void 0) return before;
    budget.left -= 1;
    if (budget.left < 0) throw refuse("too-large", "a statement that takes too long to read");
    const value = read3(scope, node);
    inScope.set(node, value);
    return value;
  };
};
var createTools = (budget) => {
  const value = memoised(budget, readExpression);
  const query = memoised(budget, (scope, node) => readQuery(scope, node));
  return {
    value: (scope, node) => {
      if (node === void 0) throw refuse("unmodelled", "a missing expression");
      return value(scope, node);
    },
    query: (scope, node) => {
      if (node === void 0) throw refuse("unmodelled", "a missing query");
      return query(scope, node);
    },
    condition: readCondition,
    follow: followFunction,
    stored: {
      view: readView,
      value: readStoredValue,
      condition: readStoredCondition,
      body: readStoredBody,
      rule: readStoredRule
    }
  };
};
var changesNames = (change2) => change2.kind === "catalog" || change2.kind === "discard" || change2.kind === "set" && (change2.name === "search_path" || change2.name === "all") || change2.kind === "transaction" && (change2.action === "rollback" || change2.action === "rollback-to");
var endsTransaction = (change2) => change2.kind === "transaction" && (change2.action === "commit" || change2.action === "prepare");
var nameless = /* @__PURE__ */ new Set([
  "transaction",
  "set",
  "reset",
  "show",
  "discard",
  "deallocate",
  "close-cursor",
  "fetch",
  "move",
  "notify",
  "listen",
  "unlisten",
  "set-constraints"
]);
var lineageOf = (kind, outcome, recorder, raw) => ({
  kind,
  columns: outcome.columns === void 0 ? void 0 : withRows(outcome.columns),
  ...recorder.facts(),
  copy: outcome.copy,
  runs: outcome.runs,
  explain: outcome.explain,
  start: raw.start,
  end: raw.end
});
var apply = (session, changes, options) => {
  for (const change2 of changes) {
    if (change2.kind === "prepare") session.prepared.set(change2.name, change2.inner);
    if (session.changedInTransaction && endsTransaction(change2)) session.stale = true;
    if (changesNames(change2)) session.changedInTransaction = true;
    if (change2.kind === "declare-cursor") session.cursors.set(change2.name, change2.inner);
    if (change2.kind === "set" && change2.name === "search_path" && change2.value !== void 0) {
      const next = options.namesAfter?.(change2.value);
      if (next !== void 0) {
        session.nameSpace = next;
        continue;
      }
    }
    if (changesNames(change2)) session.stale = true;
  }
};
var maxBodies = 200;
var readOne = (raw, end2, catalog, session, options) => {
  const { stmt } = raw;
  if (stmt === void 0) throw refuse("unmodelled", "an empty statement");
  const entry3 = kindOf(stmt);
  if (session.stale && !nameless.has(entry3.kind)) {
    throw refuse(
      "unresolved",
      "names that an earlier statement of the same text may have changed: send the statements one by one"
    );
  }
  const start = raw.stmt_location ?? 0;
  const place = { start, end: raw.stmt_len === void 0 ? end2 : start + raw.stmt_len };
  const tools2 = createTools(session.budget);
  const frameWith = (recorder2, parameterTypes) => ({
    names: { catalog, nameSpace: session.nameSpace },
    parser: options.parser,
    views: options.views,
    recorder: recorder2,
    parameterTypes,
    arguments: void 0,
    following: [],
    bodies: { left: maxBodies },
    tools: tools2
  });
  const recorder = createRecorder();
  const scope = rootScope(frameWith(recorder, options.parameterTypes ?? []));
  const outcome = entry3.read(stmt, scope, {
    prepared: (name) => session.prepared.has(name) ? session.prepared.get(name) : options.prepared?.(name),
    cursor: (name) => session.cursors.has(name) ? session.cursors.get(name) : options.cursor?.(name),
    inner: (node, parameterTypes) => {
      const innerEntry = kindOf(node);
      const own = createRecorder();
      const innerOutcome = innerEntry.read(node, rootScope(frameWith(own, parameterTypes ?? [])), {
        prepared: () => void 0,
        cursor: () => void 0,
        inner: () => {
          throw refuse("unmodelled", "a utility statement inside another");
        }
      });
      return lineageOf(innerOutcome.kind ?? innerEntry.kind, innerOutcome, own, place);
    }
  });
  return lineageOf(outcome.kind ?? entry3.kind, outcome, recorder, place);
};
var readStatements = (sql, catalog, nameSpace2, options) => {
  const parsed = options.parser.parse(sql);
  if (!parsed.ok) return parsed;
  const { stale = false, changedInTransaction = false } = options;
  const session = {
    budget: budgetFor(sql),
    nameSpace: nameSpace2,
    stale,
    changedInTransaction,
    prepared: /* @__PURE__ */ new Map(),
    cursors: /* @__PURE__ */ new Map()
  };
  const end2 = Buffer.byteLength(sql);
  try {
    const statements = [];
    for (const raw of parsed.statements) {
      const lineage = readOne(raw, end2, catalog, session, options);
      statements.push(lineage);
      apply(session, lineage.changes, options);
    }
    return { ok: true, statements };
  } catch (error) {
    if (isUnreadable(error)) return { ok: false, unreadable: error.unreadable };
    if (error instanceof RangeError)
      return { ok: false, unreadable: { reason: "too-large", detail: "a statement nested too deeply" } };
    throw error;
  }
};

export {
  tagOf,
  as,
  stringOf,
  strings,
  last,
  textConstant,
  integerConstant,
  membersOf,
  besideConstant,
  findRelation,
  splitName,
  findFunctions,
  typeOf,
  baseType,
  compositeOf,
  splitIdentifiers,
  nameSpace,
  setConfig,
  anySetting,
  readStatements
};
