import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  family,
  keyOf
} from "./chunk-BRH2XC46.js";
import {
  openControl,
  placeOf
} from "./chunk-PJUCC2CV.js";
import {
  sampleBounds
} from "./chunk-WF5BBFAO.js";
import {
  PgveilError
} from "./chunk-YKELLRG3.js";
import {
  esm_default
} from "./chunk-45VCJYBB.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/cli/sample-values.ts
init_define_navigator();

// src/coverage/sampling/sample.ts
init_define_navigator();

// src/coverage/sampling/query.ts
init_define_navigator();
var sizesSql = `SELECT c.oid, c.reltuples, c.relpages FROM pg_catalog.pg_class c
  WHERE c.relkind = 'r' AND c.relpages > 0 AND c.reltuples > 0 AND c.relnamespace <> 'pg_catalog'::pg_catalog.regnamespace`;
var readSizes = (rows) => new Map(rows.map(([oid, tuples, pages]) => [Number(oid), { rows: Number(tuples), pages: Number(pages) }]));
var sizeOf = (relations, sizes) => {
  const known = relations.flatMap(({ oid }) => sizes.get(oid) ?? []);
  return {
    rows: known.reduce((sum, { rows }) => sum + rows, 0),
    pages: known.reduce((sum, { pages }) => sum + pages, 0)
  };
};
var quoted = (name) => `"${name.replaceAll('"', '""')}"`;
var fewestPages = 100;
var firstRows = { from: "", where: "" };
var parts = 1024;
var spreadOver = ({ rows, pages }, wanted) => {
  if (rows <= wanted) return firstRows;
  const read = Math.min(pages, Math.max(fewestPages, Math.ceil(wanted * pages / rows)));
  const share = Math.ceil(parts * wanted * pages / (rows * read));
  return {
    from: read < pages ? ` TABLESAMPLE SYSTEM (${(100 * read / pages).toFixed(6)}) REPEATABLE (0)` : "",
    where: share < parts ? ` WHERE (pg_catalog.hashtext(ctid::pg_catalog.text) & ${String(parts - 1)}) < ${String(share)}` : ""
  };
};
var readableSql = (relation) => `SELECT a.attnum FROM pg_catalog.pg_attribute a
  WHERE a.attrelid = ${String(relation.oid)} AND pg_catalog.has_column_privilege(a.attrelid, a.attnum, 'SELECT')`;
var sampleSql = ({ relation, columns, rows, spread, statementTimeout: statementTimeout2, lockTimeout: lockTimeout2 }) => {
  const cells = columns.map(
    ({ name }) => `pg_catalog.left(${quoted(name)}::pg_catalog.text, ${String(sampleBounds.longestValue)})`
  );
  return [
    "BEGIN TRANSACTION READ ONLY",
    `SET LOCAL statement_timeout = ${String(statementTimeout2)}`,
    `SET LOCAL lock_timeout = ${String(lockTimeout2)}`,
    "SET LOCAL row_security = off",
    "SET LOCAL max_parallel_workers_per_gather = 0",
    "SET LOCAL synchronize_seqscans = off",
    "SET LOCAL search_path = pg_catalog",
    `SELECT ${cells.join(", ")} FROM ${quoted(relation.schema)}.${quoted(relation.name)}${spread.from}${spread.where} LIMIT ${String(rows)}`,
    "COMMIT"
  ].join("; ");
};

// src/coverage/sampling/sample.ts
var budget = 3e4;
var statementTimeout = 2e3;
var lockTimeout = 500;
var mostColumns = 40;
var mostCells = 8e3;
var insufficientPrivilege = "42501";
var refusals = {
  [insufficientPrivilege]: "the role may not read it, or row security hides some of it",
  "55P03": "it was locked",
  "57014": "it took too long"
};
var reasonOf = (sqlstate) => refusals[sqlstate] ?? `the server refused it with SQLSTATE ${sqlstate}`;
var portions = (columns) => Array.from(
  { length: Math.ceil(columns.length / mostColumns) },
  (_, at) => columns.slice(at * mostColumns, (at + 1) * mostColumns)
);
var isForeign = (catalog, { relation }) => family(catalog, relation).some(({ kind }) => kind === "f");
var sampleValues = async (options) => {
  const { catalog, targets, query, clock, onRelation } = options;
  const { createTally } = await import("./judge-6FJA6F3K.js");
  const end = clock() + budget;
  const found = /* @__PURE__ */ new Map();
  const unsampled = [];
  let columns = 0;
  const judge = (target, sampled, rows) => {
    for (const [index, column] of sampled.entries()) {
      const tally = createTally();
      let left = sampleBounds.mostValues;
      for (const row of rows) {
        const value = row[index] ?? "";
        if (value.trim() === "") continue;
        tally.add(value);
        left -= 1;
        if (left === 0) break;
      }
      const verdict = tally.verdict();
      if (verdict === void 0 || verdict.of < sampleBounds.fewestValues) continue;
      const { class: name, certainty, hits, of } = verdict;
      found.set(keyOf(target.relation, column), { class: name, certainty, hits, of });
    }
  };
  const sizes = await query(sizesSql);
  const known = readSizes(sizes.ok ? sizes.rows : []);
  const rowsOf = async (target, portion) => {
    const { relation } = target;
    const rows = Math.min(options.rows, Math.floor(mostCells / portion.length));
    const read = async (spread2) => {
      const timeout = Math.max(1, Math.min(statementTimeout, end - clock()));
      return query(sampleSql({ relation, columns: portion, rows, spread: spread2, statementTimeout: timeout, lockTimeout }));
    };
    const spread = spreadOver(sizeOf(family(catalog, relation), known), rows);
    const answer = await read(spread);
    return answer.ok && spread !== firstRows && answer.rows.length * 2 < rows ? read(firstRows) : answer;
  };
  const look = async (target) => {
    for (const portion of portions(target.columns)) {
      const answer = await rowsOf(target, portion);
      if (!answer.ok) return reasonOf(answer.sqlstate);
      judge(target, portion, answer.rows);
      columns += portion.length;
    }
    return void 0;
  };
  const readable = async (target) => {
    const answer = await query(readableSql(target.relation));
    const attnums = new Set(answer.ok ? answer.rows.map(([attnum]) => Number(attnum)) : []);
    return { ...target, columns: target.columns.filter(({ attnum }) => attnums.has(attnum)) };
  };
  const lookOrSay = async (target) => {
    if (isForeign(catalog, target)) return "it is a foreign table, or one of its partitions is";
    const reason = await look(target);
    if (reason !== refusals[insufficientPrivilege]) return reason;
    const rest = await readable(target);
    const hidden = target.columns.length - rest.columns.length;
    if (hidden === 0 || rest.columns.length === 0) return reason;
    return await look(rest) ?? `the role may not read ${String(hidden)} of its columns`;
  };
  for (const [done, target] of targets.entries()) {
    if (clock() >= end) return { columns, found, unsampled, late: targets.length - done };
    const reason = await lookOrSay(target);
    if (reason !== void 0) unsampled.push({ relation: target.relation, reason });
    onRelation?.(done + 1, targets.length);
  }
  return { columns, found, unsampled, late: 0 };
};

// src/cli/sample-values.ts
var lost = ({ target }) => new PgveilError("PGVEIL_UPSTREAM", `the connection to ${placeOf(target)} was lost while values were looked at`, {
  remedy: "Check the network and the log of the database, or leave --sample out."
});
var querying = (client, url) => async (sql) => {
  try {
    const result = await client.query({
      text: sql,
      rowMode: "array",
      types: { getTypeParser: () => (text) => text }
    });
    const results = Array.isArray(result) ? result : [result];
    return { ok: true, rows: results.flatMap(({ rows }) => rows) };
  } catch (error) {
    if (!(error instanceof esm_default.DatabaseError)) throw lost(url);
    await client.query("ROLLBACK").catch(() => {
      throw lost(url);
    });
    return { ok: false, sqlstate: error.code ?? "?" };
  }
};
var sampleDatabase = async (url, options) => {
  const client = await openControl(url);
  try {
    return await sampleValues({ ...options, query: querying(client, url) });
  } finally {
    await client.end();
  }
};

export {
  sampleDatabase
};
