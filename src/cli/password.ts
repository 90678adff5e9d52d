/** A password from a person or a pipe; never from an argument. */
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { PgveilError } from '../errors.ts';
import type { CommandContext, Input } from './command.ts';

const longestPassword = 1_000;

const wrong = (what: string, remedy?: string): PgveilError =>
  new PgveilError('PGVEIL_INPUT', what, remedy === undefined ? {} : { remedy });

const checked = (password: string): string => {
  if (password === '') throw wrong('the password is empty');
  if (password.length > longestPassword) throw wrong(`the password is longer than ${String(longestPassword)} characters`);
  if (/\p{Cc}/u.test(password)) throw wrong('the password holds a control character', 'Not every client could send it.');
  return password;
};

/** The one line of standard input, its line end left out. */
export const readPasswordLine = async (stdin: Input): Promise<string> => {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stdin as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > 8 * longestPassword) throw wrong('standard input is too long for a password');
    chunks.push(chunk);
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(chunks));
    return checked(text.replace(/\r?\n$/, ''));
  } catch (error) {
    throw error instanceof PgveilError ? error : wrong('the password is not UTF-8');
  }
};

/** Asks twice on a terminal, without echo. */
export const askPassword = async (name: string, { stdin, stderr }: CommandContext): Promise<string> => {
  if (stdin.isTTY !== true) {
    throw wrong('standard input is no terminal to ask for the password on', 'Pipe it in with --password-stdin.');
  }
  // readline puts the terminal into raw mode, so that only it could echo; it echoes to nowhere.
  const nowhere = new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });
  const reader = createInterface({ input: stdin, output: nowhere, terminal: true, historySize: 0 });
  try {
    const answers = reader[Symbol.asyncIterator]();
    const ask = async (prompt: string): Promise<string> => {
      stderr.write(prompt);
      const answer = await answers.next();
      stderr.write('\n');
      if (answer.done === true) throw wrong('no password was given');
      return checked(answer.value);
    };
    const password = await ask(`Password for ${name}: `);
    if ((await ask('Once more: ')) !== password) throw wrong('the two passwords differ');
    return password;
  } finally {
    reader.close();
  }
};
