#!/usr/bin/env node
import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  failureText
} from "./chunks/chunk-A5QRGLMW.js";
import "./chunks/chunk-7E2PMM4C.js";
import {
  suggestion
} from "./chunks/chunk-ELP4KOE3.js";
import {
  PgveilError
} from "./chunks/chunk-YKELLRG3.js";
import {
  init_define_navigator
} from "./chunks/chunk-AIKYVZQT.js";

// src/cli/pgveil.ts
init_define_navigator();

// src/cli/commands.ts
init_define_navigator();
var commands = [
  {
    name: "serve",
    summary: "Run the proxy",
    load: async () => (await import("./serve.js")).command
  },
  {
    name: "health",
    summary: "Ask a running proxy how it is",
    load: async () => (await import("./chunks/health-BZIMURYM.js")).command
  },
  {
    name: "check",
    summary: "Run the coverage gate over the databases of a policy",
    load: async () => (await import("./chunks/check-H5RAH7XO.js")).command
  },
  {
    name: "init",
    summary: "Write a policy to start from, by what a database or schema files look like",
    load: async () => (await import("./chunks/init-TRGDXBCW.js")).command
  },
  {
    name: "test",
    summary: "Run the test cases of a policy",
    load: async () => (await import("./chunks/test-JXMXFNLP.js")).command
  },
  {
    name: "explain column",
    summary: "Show what a column is to the policy: its class, its masks, the views that carry it",
    load: async () => (await import("./chunks/explain-column-WZVIVTWS.js")).command
  },
  {
    name: "explain",
    summary: "Show what would become of a statement, and why",
    load: async () => (await import("./chunks/explain-DG6RD7VX.js")).command
  },
  {
    name: "mcp",
    summary: "Give an agent the masked database as an MCP server",
    load: async () => (await import("./chunks/mcp-REMVMV4E.js")).command
  },
  {
    name: "audit verify",
    summary: "Check that no record of an audit log was changed, removed, added or moved",
    load: async () => (await import("./chunks/audit-verify-Z2KIVDRC.js")).command
  },
  {
    name: "audit replay",
    summary: "Show the sessions of an audit log as the agent saw them",
    load: async () => (await import("./chunks/audit-replay-QZSILQ5W.js")).command
  },
  {
    name: "audit report",
    summary: "Make one HTML file of an audit log, for people",
    load: async () => (await import("./chunks/audit-report-AVMVZMOZ.js")).command
  },
  {
    name: "audit send",
    summary: "Bring an audit log to the policy's stores",
    load: async () => (await import("./chunks/audit-send-6XOWIPSQ.js")).command
  },
  {
    name: "classify",
    summary: "Say which columns of a list look personal",
    load: async () => (await import("./chunks/classify-RAB3JTS3.js")).command
  },
  {
    name: "passwd",
    summary: "Make the line of a local principal for the verifier file",
    load: async () => (await import("./chunks/passwd-T576GIUH.js")).command
  }
];

// src/cli/run.ts
init_define_navigator();

// src/cli/advice.ts
init_define_navigator();
var advice = (word, candidates, more) => {
  const meant = suggestion(word, candidates);
  if (meant === void 0) return more;
  return `${meant.charAt(0).toUpperCase()}${meant.slice(1)}${meant.endsWith("?") ? "" : "."} ${more}`;
};

// src/cli/help.ts
init_define_navigator();
var table = (rows) => {
  const width = Math.max(0, ...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
};
var section = (title, rows) => rows.length === 0 ? [] : ["", title, ...table(rows)];
var generalHelp = (commands2) => [
  "pgveil: a masking PostgreSQL proxy for AI agents",
  "",
  "Usage: pgveil COMMAND [ARGUMENTS]",
  ...section(
    "Commands:",
    commands2.map(({ name, summary }) => [name, summary])
  ),
  "",
  "`pgveil help COMMAND` shows what a command takes, `pgveil --version` the version.",
  ""
].join("\n");
var withValue = (name, { value = "VALUE", type }) => type === "boolean" ? `--${name}` : `--${name} ${value}`;
var usage = (name, { options, operands }) => [
  `Usage: pgveil ${name}`,
  ...Object.values(operands).map(({ value, optional }) => optional === true ? `[${value}]` : value),
  ...Object.entries(options).map(([option, spec]) => {
    const shown = `${withValue(option, spec)}${spec.multiple === true ? " \u2026" : ""}`;
    return spec.required === true ? shown : `[${shown}]`;
  })
].join(" ");
var commandHelp = ({ name, summary }, command) => [
  summary,
  "",
  usage(name, command),
  ...section(
    "Arguments:",
    Object.values(command.operands).map(({ value, help: help2 }) => [value, help2])
  ),
  ...section(
    "Options:",
    Object.entries(command.options).map(([option, spec]) => [
      `${spec.short === void 0 ? "" : `-${spec.short}, `}${withValue(option, spec)}`,
      spec.default === void 0 ? spec.help : `${spec.help} (${spec.default})`
    ])
  ),
  ...command.notes === void 0 ? [] : ["", ...command.notes],
  ""
].join("\n");

// src/cli/parse.ts
init_define_navigator();
import { parseArgs } from "node:util";
var help = { type: "boolean", short: "h", help: "Show this help" };
var readOptions = (tokens, specs, wrong) => {
  const values = /* @__PURE__ */ new Map();
  for (const { name, rawName, value, inlineValue } of tokens) {
    const spec = Object.hasOwn(specs, name) ? specs[name] : void 0;
    if (spec === void 0) {
      const names = Object.keys(specs).map((one) => `--${one}`);
      throw wrong(`has no option ${rawName}`, (more) => advice(rawName, names, more));
    }
    if (spec.type === "boolean" && value !== void 0) throw wrong(`takes no value with ${rawName}`);
    if (spec.type === "string" && (value === void 0 || value === "")) throw wrong(`needs a value after ${rawName}`);
    if (spec.type === "string" && inlineValue === false && value?.startsWith("-") === true) {
      throw wrong(
        `needs a value after ${rawName}`,
        (more) => `A value that begins with a dash is written ${rawName}=-\u2026. ${more}`
      );
    }
    const given = values.get(name) ?? [];
    if (given.length > 0 && spec.multiple !== true) throw wrong(`takes ${rawName} only once`);
    values.set(name, [...given, value ?? true]);
  }
  return values;
};
var optionInput = (specs, values, wrong) => Object.fromEntries(
  Object.entries(specs).map(([name, { type, multiple, required, default: otherwise, value: placeholder = "VALUE" }]) => {
    const given = (values.get(name) ?? []).filter((value) => value !== true);
    if (type === "boolean") return [name, values.has(name)];
    if (required === true && given.length === 0) throw wrong(`needs --${name} ${placeholder}`);
    return [name, multiple === true ? given : given[0] ?? otherwise];
  })
);
var operandInput = (specs, given, wrong) => {
  const entries = Object.entries(specs);
  if (given.length > entries.length) {
    const most = entries.length === 0 ? "no argument" : `${entries.map(([, { value }]) => value).join(" ")} and nothing more`;
    throw wrong(`takes ${most}`, (more) => `A text with spaces in it stands in quotes. ${more}`);
  }
  return Object.fromEntries(
    entries.map(([name, { value, optional }], index) => {
      if (given[index] === void 0 && optional !== true) throw wrong(`needs ${value}`);
      return [name, given[index]];
    })
  );
};
var parseInput = (name, command, argv) => {
  const wrong = (what, remedy = (more) => more) => new PgveilError("PGVEIL_INPUT", `${name} ${what}`, { remedy: remedy(`\`pgveil help ${name}\` shows what it takes.`) });
  const specs = { ...command.options, help };
  const { tokens } = parseArgs({ args: [...argv], options: { ...specs }, strict: false, allowPositionals: true, tokens: true });
  const values = readOptions(
    tokens.flatMap((token) => token.kind === "option" ? [token] : []),
    specs,
    wrong
  );
  if (values.has("help")) return "help";
  const operands = tokens.flatMap((token) => token.kind === "positional" ? [token.value] : []);
  return {
    options: optionInput(command.options, values, wrong),
    operands: operandInput(command.operands, operands, wrong)
  };
};

// src/cli/run.ts
var find = (commands2, argv) => {
  for (const entry of commands2) {
    const words = entry.name.split(" ");
    if (words.every((word, index) => argv[index] === word)) return [entry, argv.slice(words.length)];
  }
  const [first = "", second = ""] = argv;
  const names = commands2.map(({ name }) => name);
  const family = names.filter((name) => name.startsWith(`${first} `));
  const more = "`pgveil --help` lists the commands.";
  throw new PgveilError("PGVEIL_INPUT", "there is no such command", {
    remedy: family.length > 0 ? advice(`${first} ${second}`, family, more) : advice(first, [...names.map((name) => name.split(" ")[0] ?? ""), "help"], more)
  });
};
var answer = async (commands2, context) => {
  const { argv, stdout, stderr } = context;
  const [first, ...rest] = argv;
  if (first === void 0) {
    stderr.write(generalHelp(commands2));
    return 2;
  }
  if (first === "--version") {
    stdout.write(`${(await import("./chunks/version-6EYQULNE.js")).version}
`);
    return 0;
  }
  const asksHelp = first === "help" || first === "--help" || first === "-h";
  if (asksHelp && rest.length === 0) {
    stdout.write(generalHelp(commands2));
    return 0;
  }
  const [entry, words] = find(commands2, asksHelp ? rest : argv);
  const command = await entry.load();
  const input = asksHelp ? "help" : parseInput(entry.name, command, words);
  if (input !== "help") return command.run(context, input);
  stdout.write(commandHelp(entry, command));
  return 0;
};
var runCommand = async (commands2, context) => {
  try {
    return await answer(commands2, context);
  } catch (error) {
    context.stderr.write(failureText(error, context.env["PGVEIL_DEBUG"] === "1"));
    return 2;
  }
};

// src/cli/pgveil.ts
for (const output of [process.stdout, process.stderr]) {
  output.on("error", (error) => {
    if (error.code !== "EPIPE") throw error;
  });
}
process.exitCode = await runCommand(commands, {
  argv: process.argv.slice(2),
  env: process.env,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  clock: Date.now,
  cwd: process.cwd()
});
