import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  countsText,
  knownText,
  outcomeOf,
  runText,
  scopeTexts
} from "./chunk-ZQTEWZ2X.js";
import {
  printable
} from "./chunk-7E2PMM4C.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/report/markdown.ts
init_define_navigator();

// src/report/escape.ts
init_define_navigator();
var oneLine = (text) => printable(text.replaceAll(/\s+/g, " ").trim());
var cut = (text, length) => {
  const characters = Array.from(text);
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join("")}\u2026`;
};
var entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
var xml = (text) => printable(text).replaceAll(/[\ufffe\uffff]/g, "\uFFFD").replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);

// src/report/markdown-text.ts
init_define_navigator();
var entity = (character) => `&#${String(character.codePointAt(0))};`;
var named = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "@": "@\u200B" };
var prose = (text) => printable(text).replaceAll(
  /[&<>@]|[\\:]|(?<=www)\.|[`*[\]|~#$]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/gi,
  (character, at, whole) => {
    if (character === ":" && !whole.startsWith("//", at + 1)) return character;
    return named[character] ?? (/[\\:.]/.test(character) ? entity(character) : `\\${character}`);
  }
);
var code = (text) => {
  const line = oneLine(text);
  if (line === "") return "";
  if (!/[`|\\]/.test(line)) return `\`${line}\``;
  return `<code>${line.replaceAll(/[&<>"'`|\\*_~[\]#@$:]|(?<=www)\./gi, entity)}</code>`;
};
var codeLines = (text) => text.split("\n").map((line) => `${"&nbsp;".repeat(line.length - line.trimStart().length)}${code(line)}`).join("<br>");

// src/report/markdown.ts
var summaryLimit = 1 << 20;
var sqlLength = 400;
var row = (cells) => `| ${cells.join(" | ")} |`;
var place = ({ file, position }) => code(`${file}:${String(position.line)}`);
var findingRow = (finding) => row([
  finding.severity,
  `${finding.id} ${finding.name}`,
  prose(cut(finding.message, 1e3)),
  place(finding),
  [prose(finding.remedy), ...finding.yaml === void 0 ? [] : [codeLines(finding.yaml)]].join("<br>")
]);
var treatments = ({ treated, revealed }) => [
  ...treated.map((one) => code(`${one.class}: ${one.treatment}`)),
  ...revealed.map((reason) => `revealed (${prose(cut(reason, 200))})`)
].join("<br>");
var queryRow = (query) => row([prose(query.principal), code(cut(query.sql, sqlLength)), String(query.times), String(query.rows), treatments(query)]);
var refusedRow = (query) => row([
  prose(query.principal),
  code(cut(query.sql, sqlLength)),
  String(query.times),
  code(query.refusal?.rule ?? ""),
  prose(query.refusal?.hint ?? "")
]);
var byTimes = (a, b) => b.times - a.times;
var tablesOf = ({ verdict, observed }) => {
  const findings = verdict?.findings ?? [];
  const queries = (observed?.queries ?? []).toSorted(byTimes);
  const forwarded = queries.filter(({ refusal }) => refusal === void 0);
  const masked = forwarded.filter(({ treated, revealed }) => treated.length > 0 || revealed.length > 0);
  const plain = forwarded.filter((query) => !masked.includes(query));
  const refused = queries.filter(({ refusal }) => refusal !== void 0);
  const findingHead = ["Severity", "Check", "Finding", "Where", "What to do"];
  return [
    {
      title: "Findings",
      head: findingHead,
      rows: findings.filter(({ severity }) => severity !== "note").map(findingRow),
      folded: false
    },
    {
      title: "Notes",
      head: findingHead,
      rows: findings.filter(({ severity }) => severity === "note").map(findingRow),
      folded: true
    },
    {
      title: "Masked queries",
      head: ["Principal", "Statement", "Times", "Rows", "Classes and masks"],
      rows: masked.map(queryRow),
      folded: false
    },
    {
      title: "Refused statements",
      head: ["Principal", "Statement", "Times", "Rule", "Hint"],
      rows: refused.map(refusedRow),
      folded: false
    },
    {
      title: "Queries without classified columns",
      head: ["Principal", "Statement", "Times", "Rows", "Classes and masks"],
      rows: plain.map(queryRow),
      folded: true
    },
    {
      title: "Suppressed findings",
      head: ["Check", "Finding", "Reason", "Until"],
      rows: (verdict?.suppressed ?? []).map(
        ({ finding, reason, until }) => row([`${finding.id} ${finding.name}`, prose(cut(finding.message, 1e3)), prose(cut(reason, 1e3)), until])
      ),
      folded: true
    }
  ];
};
var bytes = (text) => Buffer.byteLength(text);
var tableText = ({ title, head, rows, folded }, room) => {
  if (rows.length === 0) return "";
  const count = String(rows.length);
  const [open, close] = folded ? [`<details><summary>${title} (${count})</summary>

`, "\n</details>\n\n"] : [`### ${title} (${count})

`, "\n"];
  const before = `${open}${row(head)}
${row(head.map(() => "---"))}
`;
  const more = (left2) => left2 === 0 ? "" : `
${String(left2)} more
`;
  let left = room - bytes(before) - bytes(close) - bytes(more(rows.length));
  const shown = [];
  for (const line of rows) {
    left -= bytes(line) + 1;
    if (left < 0) break;
    shown.push(`${line}
`);
  }
  return shown.length === 0 ? "" : `${before}${shown.join("")}${more(rows.length - shown.length)}${close}`;
};
var marks = { pass: "\u2705", fail: "\u274C", incomplete: "\u26A0\uFE0F" };
var headText = (report) => {
  const { verdict, observed, problems } = report;
  const outcome = outcomeOf(report);
  const lines = [`## ${marks[outcome]} pgveil: ${outcome}`, ""];
  for (const { message, remedy, code: id } of problems) {
    lines.push(`- **${prose(cut(message, 2e3))}** (${id})${remedy === void 0 ? "" : ` ${prose(cut(remedy, 1e3))}`}`);
  }
  if (problems.length > 0) lines.push("");
  if (verdict !== void 0) {
    lines.push(`${countsText(verdict.counts)}; fails on ${verdict.failOn}. Policy: ${code(report.policy)}.`, "");
    for (const { what, reason } of verdict.unchecked.slice(0, 100)) {
      lines.push(`- Not checked: ${prose(what)}: ${prose(cut(reason, 1e3))}`);
    }
    const known = knownText(verdict);
    if (known !== void 0) lines.push(`- ${known}`);
    for (const text of scopeTexts(verdict)) lines.push(`- ${prose(text)}`);
    lines.push("");
  }
  if (observed !== void 0) lines.push(`The run: ${runText(observed)}.`, "");
  return `${lines.join("\n")}
`;
};
var markdown = (report, limit = summaryLimit) => {
  let text = headText(report);
  for (const table of tablesOf(report)) text += tableText(table, limit - bytes(text));
  return `${text.trimEnd()}
`;
};

export {
  cut,
  xml,
  prose,
  markdown
};
