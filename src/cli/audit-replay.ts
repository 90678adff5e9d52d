import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { printable } from '../audit/printable.ts';
import { readLines } from '../audit/read.ts';
import { replay } from '../audit/replay.ts';
import type { AuditRecord } from '../audit/types.ts';
import { checkRecords, type AuditVerdict } from '../audit/verify.ts';
import { PgveilError } from '../errors.ts';
import { defineCommand } from './command.ts';
import { painter } from './paint.ts';

const sessionNumber = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  if (/^[1-9][0-9]{0,14}$/.test(text)) return Number(text);
  throw new PgveilError('PGVEIL_INPUT', '--session is no number', { remedy: 'Sessions count from 1.' });
};

/** Passes the records on, and notes which sessions there are and how the log ended. */
const watch = (
  records: Generator<AuditRecord, AuditVerdict>,
): { readonly records: Iterable<AuditRecord>; readonly sessions: Set<number>; verdict: () => AuditVerdict | undefined } => {
  const sessions = new Set<number>();
  let verdict: AuditVerdict | undefined;
  const passed = function* (): Generator<AuditRecord, void> {
    for (;;) {
      const next = records.next();
      if (next.done === true) {
        verdict = next.value;
        return;
      }
      if (next.value.event.type === 'session-start') sessions.add(next.value.event.session);
      yield next.value;
    }
  };
  return { records: passed(), sessions, verdict: () => verdict };
};

const lines = function* (texts: Iterable<string>): Generator<string, void> {
  for (const text of texts) yield `${text}\n`;
};

/** The reader of our output went away. */
const left = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'EPIPE' || error.code === 'ERR_STREAM_PREMATURE_CLOSE');

export const command = defineCommand({
  operands: { file: { value: 'FILE', help: 'The log' } },
  options: { session: { type: 'string', value: 'N', help: 'Show only this session' } },
  notes: ['Records are shown as far as they verify. Exit code: 0 all do, 1 not all, 2 the log could not be read.'],
  run: async ({ cwd, env, stdout, stderr }, { operands: { file }, options }) => {
    const session = sessionNumber(options.session);
    const { records, sessions, verdict } = watch(checkRecords(readLines(resolve(cwd, file)), undefined));
    try {
      const text = replay(records, { session, paint: painter(stdout, env) });
      await pipeline(Readable.from(lines(text)), stdout, { end: false });
    } catch (error) {
      if (left(error)) return 0;
      throw error;
    }
    const end = verdict();
    if (end?.ok === false) {
      stderr.write(`${printable(file)} does not verify from record ${String(end.record)} on: ${printable(end.message)}\n`);
      return 1;
    }
    if (session !== undefined && !sessions.has(session)) {
      throw new PgveilError('PGVEIL_INPUT', `the log has no session ${String(session)}`, {
        remedy: sessions.size === 0 ? 'It has none at all.' : `It has sessions ${[...sessions].slice(0, 20).join(', ')}.`,
      });
    }
    return 0;
  },
});
