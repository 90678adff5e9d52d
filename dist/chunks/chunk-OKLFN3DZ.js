import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  PgveilError
} from "./chunk-YKELLRG3.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/lineage/parse.ts
init_define_navigator();
import { setFlagsFromString } from "node:v8";

// src/lineage/normalise.ts
init_define_navigator();
var literals = /* @__PURE__ */ new Set(["ICONST", "FCONST", "SCONST"]);
var comments = /* @__PURE__ */ new Set(["SQL_COMMENT", "C_COMMENT"]);
var isLiteral = ({ tokenName }, text2) => literals.has(tokenName) || text2.endsWith("'");
var unparsable = (sql) => `<unparsable: ${Buffer.byteLength(sql)} bytes>`;
var normaliseTokens = (sql, tokens) => {
  const bytes = Buffer.from(sql);
  const text2 = (token) => bytes.toString("utf8", token.start, token.end);
  let out = "";
  let at = 0;
  let first = "";
  let inSetting = false;
  let valueDone = false;
  for (const token of tokens) {
    const word = text2(token).toLowerCase();
    const gap = bytes.toString("utf8", at, token.start);
    at = token.end;
    if (comments.has(token.tokenName)) {
      out += `${gap} `;
      continue;
    }
    if (word === ";") {
      first = "";
      inSetting = false;
      valueDone = false;
      out += `${gap};`;
      continue;
    }
    if (valueDone) continue;
    if (first === "") first = word;
    if (word === "set" && (first === "set" || first === "alter" || first === "create")) inSetting = true;
    else if (word === "(") inSetting = false;
    if (inSetting && (word === "=" || word === "to")) {
      out += `${gap}${text2(token)} ?`;
      valueDone = true;
    } else {
      out += gap + (isLiteral(token, word) ? "?" : text2(token));
    }
  }
  return out.replace(/\s+/gu, " ").trim();
};

// src/lineage/parse.ts
var maxStatementBytes = 1 << 20;
var longestKept = 16 << 10;
var syntax = (detail) => ({ ok: false, unreadable: { reason: "syntax", detail } });
var tooLarge = (detail) => ({ ok: false, unreadable: { reason: "too-large", detail } });
var withoutQuotation = (message) => message.replace(/\s*(at or near )?"[\s\S]*/u, "");
var withText = (module, text2, use) => {
  const size = module.lengthBytesUTF8(text2) + 1;
  const pointer = module._malloc(size);
  try {
    module.stringToUTF8(text2, pointer, size);
    return use(pointer);
  } finally {
    module._free(pointer);
  }
};
var parseRaw = (module, sql) => withText(module, sql, (query) => {
  const result = module._wasm_parse_query_raw(query);
  if (result === 0) return { tree: void 0, error: "out of memory" };
  try {
    const tree = module.getValue(result, "i32");
    const error = module.getValue(result + 8, "i32");
    if (error !== 0) return { tree: void 0, error: module.UTF8ToString(module.getValue(error, "i32")) };
    return { tree: tree === 0 ? void 0 : module.UTF8ToString(tree), error: void 0 };
  } finally {
    module._wasm_free_parse_result(result);
  }
});
var stringResult = (module, call, sql) => withText(module, sql, (query) => {
  const result = call(query);
  if (result === 0) return "";
  try {
    return module.UTF8ToString(result);
  } finally {
    module._wasm_free_string(result);
  }
});
var damages = (error) => error instanceof RangeError || error instanceof Error && error.name === "RuntimeError";
var compilerFlags = ["wasm-lazy-compilation", "wasm-dynamic-tiering", "wasm-tier-up"];
var compile = async (factory) => {
  const alive = setInterval(() => void 0, 1e3);
  for (const flag of compilerFlags) setFlagsFromString(`--no-${flag}`);
  try {
    return await factory();
  } finally {
    for (const flag of compilerFlags) setFlagsFromString(`--${flag}`);
    clearInterval(alive);
  }
};
var loadParser = async () => {
  const { default: factory } = await import("./libpg-query-WI7XK57G.js");
  let module = await compile(factory);
  let replacing = false;
  const replace = () => {
    if (replacing) return;
    replacing = true;
    void factory().then(
      (fresh) => {
        module = fresh;
        replacing = false;
      },
      () => {
        replacing = false;
      }
    );
  };
  const guarded = (use, otherwise) => {
    try {
      return use();
    } catch (error) {
      if (damages(error)) replace();
      return otherwise;
    }
  };
  const parseAnew = (sql) => {
    if (sql.includes("\0")) return syntax("a NUL character");
    const bytes = Buffer.byteLength(sql);
    if (bytes > maxStatementBytes) return tooLarge(`a statement of ${bytes} bytes (at most ${maxStatementBytes})`);
    return guarded(() => {
      const { tree, error } = parseRaw(module, sql);
      if (error !== void 0 || tree === void 0) return syntax(withoutQuotation(error ?? "no parse tree"));
      return { ok: true, statements: JSON.parse(tree).stmts ?? [] };
    }, tooLarge("a statement nested too deeply"));
  };
  let last;
  const parse = (sql) => {
    if (last?.sql === sql) return last.parsed;
    const parsed = parseAnew(sql);
    last = parsed.ok && sql.length <= longestKept ? { sql, parsed } : void 0;
    return parsed;
  };
  const scan = (sql) => {
    const text2 = stringResult(module, (query) => module._wasm_scan(query), sql);
    return text2.startsWith("{") ? JSON.parse(text2).tokens ?? [] : void 0;
  };
  return {
    parse,
    parsePlPgSql: (createFunction) => guarded(() => {
      const text2 = stringResult(module, (query) => module._wasm_parse_plpgsql(query), createFunction);
      return text2.startsWith("{") ? JSON.parse(text2) : void 0;
    }, void 0),
    normalise: (sql) => {
      if (!parse(sql).ok) return unparsable(sql);
      return guarded(() => {
        const tokens = scan(sql);
        return tokens === void 0 ? unparsable(sql) : normaliseTokens(sql, tokens);
      }, unparsable(sql));
    },
    fingerprint: (sql) => {
      if (!parse(sql).ok) return "-";
      return guarded(() => {
        const text2 = stringResult(module, (query) => module._wasm_fingerprint(query), sql);
        return /^[0-9a-f]{16}$/u.test(text2) ? text2 : "-";
      }, "-");
    }
  };
};

// src/catalog/system.ts
init_define_navigator();
var firstNormalOid = 16384;
var supportedMajors = { first: 15, last: 18 };

// src/catalog/queries.ts
init_define_navigator();

// src/catalog/sections/relations.ts
init_define_navigator();

// src/catalog/sections/section.ts
init_define_navigator();
var text = (cell) => cell ?? "";
var optional = (cell) => cell ?? void 0;
var number = (cell) => Number(cell ?? 0);
var truth = (cell) => cell === "true";
var numbers = (cell) => cell === null || cell === void 0 || cell === "" ? none : cell.includes(" ") ? cell.split(" ").map(Number) : [Number(cell)];
var list = (cell) => cell === null || cell === void 0 ? none : JSON.parse(cell);
var none = [];
var same = (left, right) => `${left} OPERATOR(pg_catalog.=) ${right}`;
var asText = (expression) => `${expression}::pg_catalog.text`;
var commentOn = (catalog, object, column = "0") => `LEFT JOIN pg_catalog.pg_description d ON ${same("d.objoid", object)} AND ${same("d.classoid", `'pg_catalog.${catalog}'::pg_catalog.regclass`)} AND ${same("d.objsubid", column)}`;

// src/catalog/sections/relations.ts
var ours = "NOT pg_catalog.pg_is_other_temp_schema(c.relnamespace)";
var ofRelation = (oid) => `JOIN pg_catalog.pg_class c ON ${same("c.oid", oid)}`;
var isIndex = `c.relkind OPERATOR(pg_catalog.=) ANY ('{i,I}'::pg_catalog."char"[])`;
var relations = {
  tag: "relation",
  select: [
    "c.oid",
    "c.relnamespace",
    "c.relname",
    "c.relkind",
    "c.relpersistence",
    "pg_catalog.pg_get_userbyid(c.relowner)",
    "c.reltype",
    "c.relrowsecurity",
    "d.description"
  ].map(asText),
  from: `pg_catalog.pg_class c ${commentOn("pg_class", "c.oid")}`,
  where: [ours],
  owner: "c.oid",
  order: "c.oid",
  keep: (draft, [oid, schema, name, kind, persistence, owner, rowType, rowSecurity, comment]) => {
    const schemaName = draft.schemaNames.get(number(schema));
    if (schemaName === void 0) return;
    draft.relations.push({
      oid: number(oid),
      schema: schemaName,
      name: text(name),
      kind: text(kind),
      persistence: text(persistence),
      owner: text(owner),
      rowType: number(rowType),
      rowSecurity: truth(rowSecurity),
      comment: optional(comment)
    });
  }
};
var columns = {
  tag: "column",
  select: [
    "a.attrelid",
    "a.attnum",
    "a.attname",
    "a.atttypid",
    "a.atttypmod",
    "a.attnotnull",
    "a.attgenerated",
    "x.adbin",
    "d.description"
  ].map(asText),
  from: `pg_catalog.pg_attribute a ${ofRelation("a.attrelid")}
    LEFT JOIN pg_catalog.pg_attrdef x ON ${same("x.adrelid", "a.attrelid")} AND ${same("x.adnum", "a.attnum")}
    ${commentOn("pg_class", "a.attrelid", "a.attnum")}`,
  where: ["a.attnum OPERATOR(pg_catalog.>) 0", "NOT a.attisdropped", `NOT ${isIndex}`, ours],
  owner: "a.attrelid",
  order: "a.attrelid, a.attnum",
  keep: (draft, [relation, attnum, name, type, typmod, notNull, generated, defaultTree, comment]) => {
    draft.columns.add(number(relation), {
      attnum: number(attnum),
      name: text(name),
      type: number(type),
      typmod: number(typmod),
      notNull: truth(notNull),
      generated: text(generated),
      defaultTree: optional(defaultTree),
      comment: optional(comment)
    });
  }
};
var labels = {
  tag: "label",
  select: ["l.objoid", "l.objsubid", "l.label"].map(asText),
  from: `pg_catalog.pg_seclabel l ${ofRelation("l.objoid")}`,
  where: [
    same("l.provider", `'anon'`),
    same("l.classoid", `'pg_catalog.pg_class'::pg_catalog.regclass`),
    "l.objsubid OPERATOR(pg_catalog.>) 0",
    ours
  ],
  owner: "l.objoid",
  order: "l.objoid, l.objsubid",
  keep: (draft, [relation, attnum, label]) => {
    draft.labels.add(number(relation), { attnum: number(attnum), label: text(label) });
  }
};
var events = { "1": "select", "2": "update", "3": "insert", "4": "delete" };
var rules = {
  tag: "rule",
  select: ["r.ev_class", "r.rulename", "r.ev_type", "r.is_instead", "r.ev_qual"].map(asText),
  long: asText("r.ev_action"),
  from: `pg_catalog.pg_rewrite r ${ofRelation("r.ev_class")}`,
  where: [ours],
  owner: "r.ev_class",
  order: "r.ev_class, r.oid",
  keep: (draft, [relation, name, type, instead, condition, tree]) => {
    const event = events[text(type)];
    if (event === void 0) return;
    if (event === "select") draft.viewTrees.set(number(relation), text(tree));
    else {
      draft.rules.add(number(relation), {
        name: text(name),
        event,
        instead: truth(instead),
        tree: text(tree),
        condition: condition === "<>" ? void 0 : optional(condition)
      });
    }
  }
};
var triggers = {
  tag: "trigger",
  select: ["t.tgrelid", "t.tgname", "t.tgfoid", "t.tgtype", "t.tgisinternal"].map(asText),
  from: `pg_catalog.pg_trigger t ${ofRelation("t.tgrelid")}`,
  where: [ours],
  owner: "t.tgrelid",
  order: "t.tgrelid, t.oid",
  keep: (draft, [relation, name, fn, type, internal]) => {
    draft.triggers.add(number(relation), {
      name: text(name),
      function: number(fn),
      type: number(type),
      internal: truth(internal)
    });
  }
};
var constraints = {
  tag: "constraint",
  select: [
    asText("k.conrelid"),
    asText("k.conname"),
    asText("k.contype"),
    `pg_catalog.array_to_string(k.conkey, ' ')`,
    asText("k.confrelid"),
    `pg_catalog.array_to_string(k.confkey, ' ')`,
    asText("k.condeferrable")
  ],
  from: `pg_catalog.pg_constraint k ${ofRelation("k.conrelid")}`,
  where: [ours],
  owner: "k.conrelid",
  order: "k.conrelid, k.oid",
  keep: (draft, [relation, name, kind, attnums, foreignRelation, foreignAttnums, deferrable]) => {
    draft.constraints.add(number(relation), {
      name: text(name),
      kind: text(kind),
      attnums: numbers(attnums),
      foreignRelation: number(foreignRelation),
      foreignAttnums: numbers(foreignAttnums),
      deferrable: truth(deferrable)
    });
  }
};
var parents = {
  tag: "parent",
  select: ["i.inhrelid", "i.inhparent"].map(asText),
  from: `pg_catalog.pg_inherits i ${ofRelation("i.inhrelid")}`,
  where: [ours],
  owner: "i.inhrelid",
  order: "i.inhrelid, i.inhseqno",
  keep: (draft, [child, parent]) => {
    draft.parents.add(number(child), number(parent));
  }
};
var policies = {
  tag: "policy",
  select: ["p.polrelid", "p.polqual", "p.polwithcheck"].map(asText),
  from: `pg_catalog.pg_policy p ${ofRelation("p.polrelid")}`,
  where: [ours],
  owner: "p.polrelid",
  order: "p.polrelid, p.oid",
  keep: (draft, [relation, ...trees]) => {
    for (const tree of trees.slice(0, 2)) if (tree !== null) draft.policyTrees.add(number(relation), tree);
  }
};
var isKey = `i.indisunique AND i.indisvalid AND NOT i.indisprimary AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint k
  WHERE ${same("k.conrelid", "i.indrelid")} AND ${same("k.conindid", "i.indexrelid")}
    AND k.contype OPERATOR(pg_catalog.=) ANY ('{p,u,x}'::pg_catalog."char"[]))`;
var indexes = {
  tag: "index",
  select: ["i.indrelid", "n.relname", "i.indkey", "i.indnkeyatts", "i.indexprs", "i.indpred"].map(asText),
  from: `pg_catalog.pg_index i ${ofRelation("i.indrelid")} JOIN pg_catalog.pg_class n ON ${same("n.oid", "i.indexrelid")}`,
  where: [ours, `(i.indexprs IS NOT NULL OR i.indpred IS NOT NULL OR ${isKey})`],
  owner: "i.indrelid",
  order: "i.indrelid, i.indexrelid",
  keep: (draft, [relation, name, columns2, keys, ...trees]) => {
    const [expressions = null, predicate = null] = trees;
    if (expressions === null && predicate === null) {
      draft.uniqueIndexes.add(number(relation), { name: text(name), attnums: numbers(columns2).slice(0, number(keys)) });
    }
    for (const tree of [expressions, predicate]) if (tree !== null) draft.indexTrees.add(number(relation), tree);
  }
};
var relationSections = [
  relations,
  columns,
  labels,
  rules,
  triggers,
  constraints,
  parents,
  policies,
  indexes
];

// src/catalog/sections/routines.ts
init_define_navigator();
var isOwn = `(p.oid OPERATOR(pg_catalog.>=) ${String(firstNormalOid)}::pg_catalog.oid)`;
var extension = `(SELECT x.extname FROM pg_catalog.pg_depend o JOIN pg_catalog.pg_extension x ON ${same("x.oid", "o.refobjid")} WHERE ${same("o.classid", `'pg_catalog.pg_proc'::pg_catalog.regclass`)} AND ${same("o.objid", "p.oid")} AND ${same("o.objsubid", "0")} AND ${same("o.deptype", `'e'::pg_catalog."char"`)} AND ${same("o.refclassid", `'pg_catalog.pg_extension'::pg_catalog.regclass`)})`;
var whenOwn = (expression) => `CASE WHEN ${isOwn} THEN ${asText(expression)} END`;
var allArgs = (types2, modes, names) => {
  if (types2 === "" && (names === null || names === void 0)) return [];
  const named = list(names);
  return numbers(types2).map((type, index2) => ({ type, mode: modes?.charAt(index2) ?? "i", name: named[index2] ?? "" }));
};
var fns = {
  tag: "function",
  select: [
    asText("p.oid"),
    asText("p.pronamespace"),
    asText("p.proname"),
    asText("p.prokind"),
    asText("p.proargtypes"),
    `pg_catalog.array_to_string(p.proallargtypes, ' ')`,
    `pg_catalog.array_to_string(p.proargmodes, '')`,
    `CASE WHEN ${isOwn} OR p.proargmodes IS NOT NULL OR p.pronargdefaults OPERATOR(pg_catalog.>) 0 THEN pg_catalog.to_json(p.proargnames)::pg_catalog.text END`,
    asText("p.pronargdefaults"),
    asText("p.provariadic"),
    asText("p.prorettype"),
    asText("p.proretset"),
    asText("p.provolatile"),
    asText("l.lanname"),
    asText("p.prosecdef"),
    whenOwn("p.prosrc"),
    whenOwn("p.prosqlbody"),
    asText("pg_catalog.to_json(p.proconfig)"),
    whenOwn(extension)
  ],
  from: `pg_catalog.pg_proc p JOIN pg_catalog.pg_language l ON ${same("l.oid", "p.prolang")}`,
  where: ["NOT pg_catalog.pg_is_other_temp_schema(p.pronamespace)"],
  owner: "p.oid",
  order: "p.oid",
  keep: (draft, row) => {
    const [oid, schema, name, kind, argTypes, allTypes, modes, names, defaults, variadic, ...rest] = row;
    const [returnType, returnsSet, volatility, language, securityDefiner, source, sqlBody, config, owningExtension] = rest;
    const schemaName = draft.schemaNames.get(number(schema));
    if (schemaName === void 0) return;
    draft.fns.push({
      oid: number(oid),
      schema: schemaName,
      name: text(name),
      kind: text(kind),
      argTypes: numbers(argTypes),
      allArgs: allArgs(allTypes ?? (names === null ? "" : text(argTypes)), modes, names),
      defaults: number(defaults),
      variadic: number(variadic),
      returnType: number(returnType),
      returnsSet: truth(returnsSet),
      volatility: text(volatility),
      language: text(language),
      securityDefiner: truth(securityDefiner),
      source: optional(source),
      sqlBody: optional(sqlBody),
      config: list(config),
      builtin: schemaName === "pg_catalog" && number(oid) < firstNormalOid,
      extension: optional(owningExtension)
    });
  }
};
var aggregates = {
  tag: "aggregate",
  select: [
    asText("a.aggfnoid::pg_catalog.oid"),
    asText("a.aggtransfn::pg_catalog.oid"),
    asText("a.aggfinalfn::pg_catalog.oid"),
    `pg_catalog.concat_ws(' ', ${["aggcombinefn", "aggserialfn", "aggdeserialfn", "aggmtransfn", "aggminvtransfn", "aggmfinalfn"].map((column) => `a.${column}::pg_catalog.oid`).join(", ")})`
  ],
  from: "pg_catalog.pg_aggregate a",
  owner: "a.aggfnoid::pg_catalog.oid",
  order: "a.aggfnoid",
  keep: (draft, [fn, transition, final, others]) => {
    draft.aggregates.set(number(fn), {
      transition: number(transition),
      final: number(final),
      others: numbers(others).filter((oid) => oid !== 0)
    });
  }
};
var operators = {
  tag: "operator",
  select: ["o.oid", "o.oprnamespace", "o.oprname", "o.oprleft", "o.oprright", "o.oprresult", "o.oprcode::pg_catalog.oid"].map(
    asText
  ),
  from: "pg_catalog.pg_operator o",
  where: ["NOT pg_catalog.pg_is_other_temp_schema(o.oprnamespace)"],
  owner: "o.oid",
  order: "o.oid",
  keep: (draft, [oid, schema, name, left, right, result, fn]) => {
    const schemaName = draft.schemaNames.get(number(schema));
    if (schemaName === void 0) return;
    draft.operators.push({
      oid: number(oid),
      schema: schemaName,
      name: text(name),
      left: number(left),
      right: number(right),
      result: number(result),
      function: number(fn)
    });
  }
};
var routineSections = [fns, aggregates, operators];

// src/catalog/sections/server.ts
init_define_navigator();
var builtinCount = (catalog) => `(SELECT pg_catalog.count(*) FROM pg_catalog.${catalog} b WHERE b.oid OPERATOR(pg_catalog.<) ${String(firstNormalOid)}::pg_catalog.oid)`;
var server = {
  tag: "server",
  select: [
    `pg_catalog.current_setting('server_version_num')`,
    `pg_catalog.concat_ws('.', ${builtinCount("pg_proc")}, ${builtinCount("pg_type")}, ${builtinCount("pg_class")})`,
    `(SELECT t.nspname::pg_catalog.text FROM pg_catalog.pg_namespace t WHERE ${same("t.oid", "pg_catalog.pg_my_temp_schema()")})`
  ],
  from: "(SELECT 1 AS one) AS single",
  owner: void 0,
  order: "one",
  keep: (draft, [version, builtins, tempSchema]) => {
    draft.server = { version: number(version), builtins: text(builtins), tempSchema: optional(tempSchema) };
  }
};
var forEveryone = `EXISTS (SELECT FROM pg_catalog.aclexplode(n.nspacl) a WHERE ${same("a.grantee", "0::pg_catalog.oid")} AND ${same("a.privilege_type", `'USAGE'`)})`;
var roles = `(SELECT pg_catalog.json_agg(r.rolname ORDER BY r.oid) FROM pg_catalog.pg_roles r WHERE r.rolcanlogin AND pg_catalog.has_schema_privilege(r.oid, n.oid, 'USAGE'))`;
var schemas = {
  tag: "schema",
  select: [
    asText("n.oid"),
    asText("n.nspname"),
    asText(forEveryone),
    `CASE WHEN NOT ${forEveryone} THEN ${roles}::pg_catalog.text END`
  ],
  from: "pg_catalog.pg_namespace n",
  where: ["NOT pg_catalog.pg_is_other_temp_schema(n.oid)"],
  owner: void 0,
  order: "n.oid",
  keep: (draft, [oid, name, everyone, users]) => {
    draft.schemaNames.set(number(oid), text(name));
    draft.schemaUsers.set(text(name), everyone === "true" ? "everyone" : new Set(list(users)));
  }
};

// src/catalog/sections/types.ts
init_define_navigator();
var isArray = same("t.typsubscript", `'pg_catalog.array_subscript_handler'::pg_catalog.regproc`);
var types = {
  tag: "type",
  select: [
    "t.oid",
    "t.typnamespace",
    "t.typname",
    "t.typtype",
    "t.typcategory",
    `(CASE WHEN ${isArray} THEN t.typelem ELSE 0::pg_catalog.oid END)`,
    "t.typarray",
    "t.typbasetype",
    "t.typtypmod",
    "t.typrelid",
    `(SELECT e.enumlabel FROM pg_catalog.pg_enum e WHERE ${same("e.enumtypid", "t.oid")} ORDER BY e.enumsortorder LIMIT 1)`,
    "coalesce(r.rngsubtype, m.rngsubtype)",
    "f.proname"
  ].map(asText),
  from: `pg_catalog.pg_type t
    LEFT JOIN pg_catalog.pg_range r ON ${same("r.rngtypid", "t.oid")}
    LEFT JOIN pg_catalog.pg_range m ON ${same("m.rngmultitypid", "t.oid")}
    LEFT JOIN pg_catalog.pg_proc f ON ${same("f.oid", "t.typinput")}`,
  where: ["NOT pg_catalog.pg_is_other_temp_schema(t.typnamespace)"],
  owner: "t.oid",
  order: "t.oid",
  keep: (draft, row) => {
    const [oid, schema, name, kind, category, element, array, base, baseTypmod, relation, firstLabel, subtype, input] = row;
    const schemaName = draft.schemaNames.get(number(schema));
    if (schemaName === void 0) return;
    draft.types.push({
      oid: number(oid),
      schema: schemaName,
      name: text(name),
      kind: text(kind),
      category: text(category),
      element: number(element),
      array: number(array),
      base: number(base),
      baseTypmod: number(baseTypmod),
      relation: number(relation),
      firstLabel: optional(firstLabel),
      subtype: number(subtype),
      input: text(input)
    });
  }
};
var casts = {
  tag: "cast",
  select: ["k.castsource", "k.casttarget", "k.castfunc", "k.castcontext"].map(asText),
  from: "pg_catalog.pg_cast k",
  owner: "k.oid",
  order: "k.oid",
  keep: (draft, [source, target, fn, context]) => {
    draft.casts.push({
      source: number(source),
      target: number(target),
      function: number(fn),
      context: text(context)
    });
  }
};
var typeSections = [types, casts];

// src/catalog/queries.ts
var sections = [server, schemas, ...relationSections, ...typeSections, ...routineSections];
var partOf = (part, oid) => `${oid} OPERATOR(pg_catalog.${part === "builtin" ? "<" : ">="}) ${String(firstNormalOid)}::pg_catalog.oid`;
var branch = (section, part) => {
  const conditions = [...section.where ?? [], ...section.owner === void 0 ? [] : [partOf(part, section.owner)]];
  const from = `FROM ${section.from}${conditions.length === 0 ? "" : ` WHERE ${conditions.join(" AND ")}`}`;
  const head = `SELECT '${part}'::pg_catalog.text, '${section.tag}'::pg_catalog.text`;
  const row = `pg_catalog.to_json(ARRAY[${section.select.join(", ")}]::pg_catalog.text[])::pg_catalog.text`;
  return section.long === void 0 ? `(${head}, pg_catalog.string_agg(${row}, ',' ORDER BY ${section.order}), NULL::pg_catalog.text ${from})` : `(${head}, ${row}, ${section.long} ${from} ORDER BY ${section.order})`;
};
var textOf = (...parts) => parts.flatMap((part) => sections.map((section) => branch(section, part))).join("\nUNION ALL\n");
var catalogQueries = {
  builtin: textOf("builtin"),
  own: textOf("own"),
  both: textOf("own", "builtin")
};

// src/catalog/layer.ts
init_define_navigator();

// src/catalog/draft.ts
init_define_navigator();
var none2 = [];
var grouped = () => {
  const lists = /* @__PURE__ */ new Map();
  return {
    add: (key, item) => {
      const found = lists.get(key);
      if (found === void 0) lists.set(key, [item]);
      else found.push(item);
    },
    get: (key) => lists.get(key) ?? none2,
    entries: () => lists
  };
};
var emptyDraft = () => ({
  server: void 0,
  schemaNames: /* @__PURE__ */ new Map(),
  schemaUsers: /* @__PURE__ */ new Map(),
  relations: [],
  columns: grouped(),
  labels: grouped(),
  viewTrees: /* @__PURE__ */ new Map(),
  rules: grouped(),
  triggers: grouped(),
  constraints: grouped(),
  parents: grouped(),
  policyTrees: grouped(),
  indexTrees: grouped(),
  uniqueIndexes: grouped(),
  types: [],
  fns: [],
  operators: [],
  casts: [],
  aggregates: /* @__PURE__ */ new Map()
});

// src/catalog/layer.ts
var nameKey = (schema, name) => `${schema}\0${name}`;
var index = (items) => {
  const byOid = /* @__PURE__ */ new Map();
  const byName = /* @__PURE__ */ new Map();
  for (const item of items) {
    byOid.set(item.oid, item);
    const key = nameKey(item.schema, item.name);
    const found = byName.get(key);
    if (found === void 0) byName.set(key, [item]);
    else found.push(item);
  }
  return { byOid, byName };
};
var columnsOf = (draft, relation) => {
  const labels2 = draft.labels.get(relation);
  const columns2 = draft.columns.get(relation);
  if (labels2.length === 0) return columns2;
  return columns2.map((column) => {
    const found = labels2.find(({ attnum }) => attnum === column.attnum);
    return found === void 0 ? column : { ...column, securityLabel: found.label };
  });
};
var relationsOf = (draft) => draft.relations.map((head) => ({
  ...head,
  columns: columnsOf(draft, head.oid),
  viewTree: draft.viewTrees.get(head.oid),
  rules: draft.rules.get(head.oid),
  triggers: draft.triggers.get(head.oid),
  constraints: draft.constraints.get(head.oid),
  parents: draft.parents.get(head.oid),
  policyTrees: draft.policyTrees.get(head.oid),
  indexTrees: draft.indexTrees.get(head.oid),
  uniqueIndexes: draft.uniqueIndexes.get(head.oid)
}));
var createLayer = ({ digest, rows }) => {
  const draft = emptyDraft();
  for (const section of sections) for (const row of rows.get(section.tag) ?? []) section.keep(draft, row);
  if (draft.server === void 0) throw new PgveilError("PGVEIL_CATALOG", "the server gave no answer to the catalog query");
  const children = grouped();
  for (const [child, parents2] of draft.parents.entries()) for (const parent of parents2) children.add(parent, child);
  const casts2 = grouped();
  for (const cast of draft.casts) casts2.add(cast.source, cast);
  return {
    server: draft.server,
    digest,
    schemas: new Map([...draft.schemaNames].map(([oid, name]) => [name, oid])),
    schemaUsers: draft.schemaUsers,
    relations: index(relationsOf(draft)),
    types: index(draft.types),
    fns: index(draft.fns),
    operators: index(draft.operators),
    casts: casts2,
    aggregates: draft.aggregates,
    children
  };
};

// src/catalog/snapshot.ts
init_define_navigator();
import { createHash } from "node:crypto";
var builtinLayers = /* @__PURE__ */ new WeakMap();
var reusableLayer = (base, server2) => {
  const layer = base === void 0 ? void 0 : builtinLayers.get(base);
  return layer?.server.version === server2.version && layer.server.builtins === server2.builtins ? layer : void 0;
};
var joined = (first, second) => first.length === 0 ? second : second.length === 0 ? first : [...first, ...second];
var none3 = [];
var lookUp = (own, builtin) => ({
  oid: (oid) => own.byOid.get(oid) ?? builtin.byOid.get(oid),
  name: (schema, name) => {
    const key = nameKey(schema, name);
    return joined(own.byName.get(key) ?? none3, builtin.byName.get(key) ?? none3);
  }
});
var createSnapshot = ({ builtin, own }, database, loadedAt) => {
  const relations2 = lookUp(own.relations, builtin.relations);
  const types2 = lookUp(own.types, builtin.types);
  const fns2 = lookUp(own.fns, builtin.fns);
  const operators2 = lookUp(own.operators, builtin.operators);
  const catalog = {
    version: createHash("sha256").update(JSON.stringify([database, builtin.digest, own.digest])).digest("hex"),
    major: Math.floor(own.server.version / 1e4),
    database,
    loadedAt,
    schemas: own.schemas,
    tempSchema: own.server.tempSchema,
    mayUse: (role, schema) => {
      const users = own.schemaUsers.get(schema);
      return users === "everyone" || users?.has(role) === true;
    },
    relation: relations2.oid,
    relationNamed: (schema, name) => relations2.name(schema, name)[0],
    *relations() {
      yield* own.relations.byOid.values();
      yield* builtin.relations.byOid.values();
    },
    type: types2.oid,
    typeNamed: (schema, name) => types2.name(schema, name)[0],
    fn: fns2.oid,
    extensions: new Set([...own.fns.byOid.values()].flatMap(({ extension: extension2 }) => extension2 ?? [])),
    fnsNamed: fns2.name,
    operator: operators2.oid,
    operatorsNamed: operators2.name,
    castsFrom: (source) => joined(own.casts.get(source), builtin.casts.get(source)),
    aggregate: (fn) => own.aggregates.get(fn) ?? builtin.aggregates.get(fn),
    children: own.children.get
  };
  builtinLayers.set(catalog, builtin);
  return catalog;
};

export {
  firstNormalOid,
  supportedMajors,
  sections,
  catalogQueries,
  nameKey,
  createLayer,
  reusableLayer,
  createSnapshot,
  maxStatementBytes,
  loadParser
};
