import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { printable } from '../audit/printable.ts';
import { sendLog } from '../audit/sinks/send.ts';
import { PgveilError } from '../errors.ts';
import { lineLog } from '../gateway/log.ts';
import { resolveSinks } from '../policy/references.ts';
import { defineCommand } from './command.ts';
import { readPolicyFile } from './policy-file.ts';
import { configuredSinks } from './sinks.ts';

export const command = defineCommand({
  operands: { file: { value: 'FILE', help: 'The log' } },
  options: {
    policy: { type: 'string', value: 'FILE', help: 'The policy whose audit.sinks are the stores', required: true },
    sink: { type: 'string', value: 'NAME', help: 'Only this store; may be given several times', multiple: true },
  },
  notes: [
    'For a log whose pgveil was killed, or whose store was away at its end. What a store has already is not brought again.',
    'Exit code: 0 the stores have the whole log, 1 they have what of it is sound, 2 a store does not take it.',
  ],
  run: async (context, { operands: { file }, options }) => {
    const { cwd, env, stdout, stderr, clock } = context;
    const policy = readPolicyFile(resolve(cwd, options.policy), options.policy);
    const resolved = resolveSinks(policy, { env, readFile: (path) => readFileSync(path, 'utf8') });
    const all = configuredSinks(resolved, cwd);
    const unknown = options.sink.find((name) => !all.some((sink) => sink.name === name));
    if (unknown !== undefined || all.length === 0) {
      throw new PgveilError('PGVEIL_INPUT', 'the policy has no such store', {
        remedy: all.length === 0 ? 'Name one under audit.sinks.' : `It has ${all.map(({ name }) => name).join(', ')}.`,
      });
    }
    const sinks = all.filter(({ name }) => options.sink.length === 0 || options.sink.includes(name));
    const log = lineLog(stderr, clock);
    const { records, verdict } = await sendLog({
      file: resolve(cwd, file),
      sinks,
      fetch,
      clock,
      random: Math.random,
      report: (level, message) => {
        log[level](message);
      },
    });
    const names = sinks.map(({ name }) => name).join(', ');
    stdout.write(`${printable(file)}: ${names} has ${String(records)} records\n`);
    if (verdict.ok) return 0;
    stderr.write(`${printable(file)} does not verify from record ${String(verdict.record)} on: ${printable(verdict.message)}\n`);
    return 1;
  },
});
