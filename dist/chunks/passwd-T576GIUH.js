import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  defaultIterations,
  deriveVerifier,
  formatVerifier
} from "./chunk-5MOPQEPU.js";
import {
  defineCommand
} from "./chunk-KDWMGSVK.js";
import {
  PgveilError
} from "./chunk-YKELLRG3.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/cli/passwd.ts
init_define_navigator();
import { randomBytes } from "node:crypto";

// src/auth/local.ts
init_define_navigator();

// src/auth/session-credentials.ts
init_define_navigator();
var sessionUserPrefix = "job-";

// src/auth/local.ts
var nameForm = /^[A-Za-z_][A-Za-z0-9_.@-]{0,62}$/;
var nameFlaw = (name) => {
  if (!nameForm.test(name)) return "a name begins with a letter or _, and has at most 63 letters, digits and _.@-";
  return name.startsWith(sessionUserPrefix) ? `names that begin with ${sessionUserPrefix} are for session credentials` : void 0;
};
var makeVerifier = (password, salt, iterations = defaultIterations) => formatVerifier(deriveVerifier(password, salt, iterations));

// src/cli/password.ts
init_define_navigator();
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
var longestPassword = 1e3;
var wrong = (what, remedy) => new PgveilError("PGVEIL_INPUT", what, remedy === void 0 ? {} : { remedy });
var checked = (password) => {
  if (password === "") throw wrong("the password is empty");
  if (password.length > longestPassword) throw wrong(`the password is longer than ${String(longestPassword)} characters`);
  if (new RegExp("\\p{Cc}", "u").test(password)) throw wrong("the password holds a control character", "Not every client could send it.");
  return password;
};
var readPasswordLine = async (stdin) => {
  const chunks = [];
  let length = 0;
  for await (const chunk of stdin) {
    length += chunk.length;
    if (length > 8 * longestPassword) throw wrong("standard input is too long for a password");
    chunks.push(chunk);
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Buffer.concat(chunks));
    return checked(text.replace(/\r?\n$/, ""));
  } catch (error) {
    throw error instanceof PgveilError ? error : wrong("the password is not UTF-8");
  }
};
var askPassword = async (name, { stdin, stderr }) => {
  if (stdin.isTTY !== true) {
    throw wrong("standard input is no terminal to ask for the password on", "Pipe it in with --password-stdin.");
  }
  const nowhere = new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    }
  });
  const reader = createInterface({ input: stdin, output: nowhere, terminal: true, historySize: 0 });
  try {
    const answers = reader[Symbol.asyncIterator]();
    const ask = async (prompt) => {
      stderr.write(prompt);
      const answer = await answers.next();
      stderr.write("\n");
      if (answer.done === true) throw wrong("no password was given");
      return checked(answer.value);
    };
    const password = await ask(`Password for ${name}: `);
    if (await ask("Once more: ") !== password) throw wrong("the two passwords differ");
    return password;
  } finally {
    reader.close();
  }
};

// src/cli/passwd.ts
var saltLength = 16;
var command = defineCommand({
  operands: { name: { value: "NAME", help: "The principal, as the policy names it under `local`" } },
  options: { "password-stdin": { type: "boolean", help: "Read the password from standard input, one line" } },
  notes: ["Prints NAME and the SCRAM-SHA-256 verifier of the password; the password cannot be had back from it."],
  run: async (context, { operands: { name }, options }) => {
    const flaw = nameFlaw(name);
    if (flaw !== void 0) throw new PgveilError("PGVEIL_INPUT", `NAME cannot be used: ${flaw}`);
    const password = options["password-stdin"] ? await readPasswordLine(context.stdin) : await askPassword(name, context);
    context.stdout.write(`${name}:${makeVerifier(password, randomBytes(saltLength))}
`);
    return 0;
  }
});
export {
  command
};
