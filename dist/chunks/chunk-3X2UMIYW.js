import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  parseYaml
} from "./chunk-EJPF7GZK.js";
import {
  classNamer
} from "./chunk-RQ5K5TIX.js";
import {
  problemText
} from "./chunk-UAFWGZZM.js";
import {
  PgveilError
} from "./chunk-HUYNEIJX.js";

// src/cli/declarations.ts
import { posix as posix2 } from "node:path";

// src/coverage/classification/dbt.ts
var fieldsOf = (value) => typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
var listOf = (value) => Array.isArray(value) ? value : [];
var textOf = (value) => typeof value === "string" && value !== "" ? value : void 0;
var tagsOf = (value) => (typeof value === "string" ? [value] : listOf(value)).filter((tag) => typeof tag === "string");
var isName = /^[A-Za-z][A-Za-z0-9_.-]{0,62}$/;
var sayingsOf = (column, tags) => {
  const config = fieldsOf(column["config"]);
  const metas = [fieldsOf(column["meta"]), fieldsOf(config["meta"])].flatMap((meta) => {
    const name = textOf(meta["class"]) ?? textOf(fieldsOf(meta["pgveil"])["class"]);
    return name === void 0 ? [] : [{ class: name, text: "meta.class" }];
  });
  const tagged = [...tagsOf(column["tags"]), ...tagsOf(config["tags"])].flatMap((tag) => {
    const name = tags.get(tag) ?? (tag.startsWith("class:") ? tag.slice("class:".length).trim() : void 0);
    return name === void 0 ? [] : [{ class: name, text: `tag ${tag}` }];
  });
  const all = [...metas, ...tagged].filter((one) => isName.test(one.class));
  return all.filter((one, index) => all.findIndex((other) => other.class === one.class) === index);
};
var customSchemas = (name) => name === void 0 ? void 0 : [name, `*_${name}`];
var modelsIn = (root) => ["models", "seeds", "snapshots"].flatMap(
  (key) => listOf(root[key]).map((value, index) => {
    const fields = fieldsOf(value);
    const config = fieldsOf(fields["config"]);
    return {
      fields,
      path: [key, index],
      relation: textOf(config["alias"]) ?? textOf(fields["name"]),
      schemas: customSchemas(textOf(config["schema"]) ?? textOf(config["target_schema"]))
    };
  })
);
var sourcesIn = (root) => listOf(root["sources"]).flatMap((source, at) => {
  const { name, schema, tables } = fieldsOf(source);
  return listOf(tables).map((table, index) => {
    const fields = fieldsOf(table);
    return {
      fields,
      path: ["sources", at, "tables", index],
      relation: textOf(fields["identifier"]) ?? textOf(fields["name"]),
      schemas: [textOf(schema) ?? textOf(name) ?? ""]
    };
  });
});
var dbtDeclarations = (text, file, tags) => {
  const parsed = parseYaml(text);
  if (!parsed.ok) {
    const problems = parsed.faults.map((fault) => problemText({ file, ...fault }));
    throw new PgveilError("PGVEIL_CONFIG", `a file of dbt cannot be read: ${problems.join("; ")}`, {
      remedy: "Mend it, or leave it out of classification.dbt."
    });
  }
  const root = fieldsOf(parsed.document.value);
  return [...modelsIn(root), ...sourcesIn(root)].flatMap(
    ({ fields, path, relation, schemas }) => listOf(fields["columns"]).flatMap((value, index) => {
      const column = fieldsOf(value);
      const name = textOf(column["name"]);
      if (relation === void 0 || name === void 0) return [];
      const position = parsed.document.position([...path, "columns", index, "name"]);
      const folded = column["quote"] === true ? name : name.toLowerCase();
      return sayingsOf(column, tags).map((saying) => ({
        source: "dbt",
        schemas,
        relation,
        name: folded,
        file,
        ...position,
        ...saying
      }));
    })
  );
};

// src/coverage/classification/prisma.ts
var split = (line) => {
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === "\\" && quoted) at += 1;
    else if (line[at] === '"') quoted = !quoted;
    else if (!quoted && line.startsWith("//", at)) {
      const isDoc = line.startsWith("///", at);
      return { code: line.slice(0, at), doc: isDoc ? line.slice(at + 3) : void 0 };
    }
  }
  return { code: line, doc: void 0 };
};
var opening = /^\s*(?:model|view)\s+(\w+)\s*\{/;
var fieldForm = /^\s*([A-Za-z]\w*)\s+[A-Za-z]/;
var mapped = (code, attribute) => new RegExp(String.raw`(?:^|\s)${attribute}\(\s*(?:name:\s*)?"((?:[^"\\]|\\.)*)"`).exec(code)?.[1]?.replaceAll(/\\(.)/g, "$1");
var prismaDeclarations = (text, file, syntax) => {
  const namer = classNamer(syntax);
  const found = [];
  let model;
  let docs = [];
  for (const [index, line] of text.split("\n").entries()) {
    const { code, doc } = split(line);
    if (code.trim() === "") {
      if (doc === void 0) docs = line.trim() === "" ? [] : docs;
      else docs.push(doc);
      continue;
    }
    if (model === void 0) {
      const name = opening.exec(code)?.[1];
      if (name !== void 0) model = { name, relation: name, schema: void 0, fields: [] };
    } else if (code.trim().startsWith("}")) {
      const { relation, schema, fields } = model;
      const schemas = schema === void 0 ? void 0 : [schema];
      found.push(...fields.map((field) => ({ source: "prisma", schemas, relation, file, ...field })));
      model = void 0;
    } else if (code.trim().startsWith("@@")) {
      model.relation = mapped(code, "@@map") ?? model.relation;
      model.schema = mapped(code, "@@schema") ?? model.schema;
    } else {
      const name = fieldForm.exec(code)?.[1];
      const said = namer([...docs, ...doc === void 0 ? [] : [doc]].join(" "));
      if (name !== void 0 && said !== void 0) {
        const column = line.indexOf(name) + 1;
        const spelt = syntax.replace("{class}", said);
        model.fields.push({ name: mapped(code, "@map") ?? name, class: said, text: spelt, line: index + 1, column });
      }
    }
    docs = [];
  }
  return found;
};

// src/cli/glob.ts
import { posix } from "node:path";
var expression = (pattern) => new RegExp(
  `^${pattern.split("/").map(
    (part) => part === "**" ? "**" : part.split("*").map((text) => text.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)).join("[^/]*")
  ).join("/").replaceAll("**/", "(?:.*/)?").replaceAll("**", ".*")}$`
);
var matchingFiles = (tree, pattern) => {
  const path = posix.normalize(pattern);
  if (!path.includes("*")) return [path];
  const parts = path.split("/");
  const start = parts.slice(
    0,
    parts.findIndex((part) => part.includes("*"))
  ).join("/");
  const form = expression(path);
  return (tree.list(start === "" ? "." : start) ?? []).filter((file) => form.test(file));
};

// src/cli/declarations.ts
var withDeclarations = (policy, tree, directory) => {
  const { dbt, prisma, tags } = policy.document.classification;
  if (policy.declarations !== void 0) return policy;
  const texts = (key, patterns) => patterns.flatMap((pattern) => {
    const found = matchingFiles(tree, posix2.join(directory, pattern)).flatMap((path) => {
      const text = tree.read(path);
      return text === void 0 ? [] : [[path, text]];
    });
    if (found.length > 0) return found;
    throw new PgveilError("PGVEIL_CONFIG", `classification.${key} of the policy: ${pattern} names no file`, {
      remedy: "Paths are taken from the directory that the policy lies in."
    });
  });
  const classes = new Map(Object.entries(tags));
  const declarations = [
    ...texts("dbt", dbt).flatMap(([path, text]) => dbtDeclarations(text, path, classes)),
    ...texts("prisma", prisma).flatMap(([path, text]) => prismaDeclarations(text, path, policy.commentSyntax))
  ];
  return { ...policy, declarations };
};

export {
  withDeclarations
};
