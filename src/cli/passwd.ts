import { randomBytes } from 'node:crypto';
import { makeVerifier, nameFlaw } from '../auth/local.ts';
import { PgveilError } from '../errors.ts';
import { defineCommand, type ExitCode } from './command.ts';
import { askPassword, readPasswordLine } from './password.ts';

/** As in PostgreSQL. */
const saltLength = 16;

export const command = defineCommand({
  operands: { name: { value: 'NAME', help: 'The principal, as the policy names it under `local`' } },
  options: { 'password-stdin': { type: 'boolean', help: 'Read the password from standard input, one line' } },
  notes: ['Prints NAME and the SCRAM-SHA-256 verifier of the password; the password cannot be had back from it.'],
  run: async (context, { operands: { name }, options }): Promise<ExitCode> => {
    const flaw = nameFlaw(name);
    if (flaw !== undefined) throw new PgveilError('PGVEIL_INPUT', `NAME cannot be used: ${flaw}`);
    const password = options['password-stdin'] ? await readPasswordLine(context.stdin) : await askPassword(name, context);
    context.stdout.write(`${name}:${makeVerifier(password, randomBytes(saltLength))}\n`);
    return 0;
  },
});
