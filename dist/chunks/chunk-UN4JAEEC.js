import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/coverage/observe.ts
init_define_navigator();
var maxShapes = 5e3;
var revealNote = "revealed: ";
var valueSource = /:(?:identity|preserving|derived)$/;
var treatedOf = ({ columns }) => {
  const found = /* @__PURE__ */ new Map();
  for (const { classes, treatment } of columns) {
    if (treatment === "pass") continue;
    for (const name of classes) found.set(`${name} ${treatment}`, { class: name, treatment });
  }
  return [...found.values()];
};
var createObserver = () => {
  const sessions = /* @__PURE__ */ new Map();
  const groups = /* @__PURE__ */ new Map();
  const running = /* @__PURE__ */ new Map();
  const faults = [];
  const raw = [];
  const detected = /* @__PURE__ */ new Map();
  const texts = /* @__PURE__ */ new Map();
  const totals = { sessions: 0, statements: 0, rows: 0, rejected: 0, unlisted: 0 };
  const whose = (session) => sessions.get(session) ?? { principal: "?", database: "?" };
  const groupOf = (event) => {
    const treated = treatedOf(event);
    const owner = whose(event.session);
    const key = JSON.stringify([owner, event.fingerprint, event.sql, event.refusal?.rule, treated]);
    const known = groups.get(key);
    if (known !== void 0 || groups.size >= maxShapes) return known;
    const { sql, kind, relations, notes, refusal } = event;
    const revealed = notes.filter((note) => note.startsWith(revealNote)).map((note) => note.slice(revealNote.length));
    const group = { ...owner, sql, kind, times: 0, rows: 0, relations, treated, revealed, refusal };
    groups.set(key, group);
    return group;
  };
  const detection = ({ session, column, source, class: name, hits, of, fingerprint }) => {
    const owner = whose(session);
    const key = JSON.stringify([owner.database, source ?? [fingerprint, column], name]);
    const known = detected.get(key);
    if (known === void 0 ? detected.size >= maxShapes : known.of >= of) return;
    detected.set(key, { ...owner, column, source, class: name, hits, of, sql: texts.get(fingerprint) ?? "" });
  };
  const statement = (event) => {
    totals.statements += 1;
    if (texts.size < maxShapes) texts.set(event.fingerprint, event.sql);
    const group = groupOf(event);
    if (group === void 0) totals.unlisted += 1;
    else group.times += 1;
    if (event.verdict === "forward") running.set(placeOf(event), { sql: event.sql, group });
    for (const { name, classes, treatment, sources } of event.columns) {
      if (treatment !== "pass" || !sources.some((source) => valueSource.test(source))) continue;
      raw.push({ ...whose(event.session), column: name, classes, sql: event.sql });
    }
  };
  return {
    add: (event) => {
      if (event.type === "session-start") {
        totals.sessions += 1;
        sessions.set(event.session, { principal: event.principal, database: event.database });
      } else if (event.type === "statement") statement(event);
      else if (event.type === "auth-failed") totals.rejected += 1;
      else if (event.type === "result") {
        const place = placeOf(event);
        const group = running.get(place)?.group;
        totals.rows += event.rows;
        if (group !== void 0) group.rows += event.rows;
        running.delete(place);
      } else if (event.type === "detected") detection(event);
      else if (event.type === "fault") {
        const sql = running.get(placeOf(event))?.sql ?? "";
        faults.push({ ...whose(event.session), witness: event.witness, detail: event.detail, sql });
      }
    },
    result: () => ({
      ...totals,
      queries: [...groups.values()].map((group) => ({ ...group })),
      faults,
      raw,
      detected: [...detected.values()]
    })
  };
};
var placeOf = ({ session, statement }) => `${String(session)}.${String(statement)}`;

export {
  createObserver
};
