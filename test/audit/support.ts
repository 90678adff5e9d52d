import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { genesis, sealRecord } from '../../src/audit/chain.ts';
import { splitLines } from '../../src/audit/lines.ts';
import { openAuditLog } from '../../src/audit/log.ts';
import type { AuditEvent, AuditRecord, StatementEvent } from '../../src/audit/types.ts';
import { checkRecords, type AuditVerdict } from '../../src/audit/verify.ts';

/** A directory for one test file's logs; vitest's afterAll removes it. */
export const temporaryDirectory = (): { readonly path: (name: string) => string; readonly remove: () => void } => {
  const directory = mkdtempSync(join(tmpdir(), 'pgveil-audit-test-'));
  return {
    path: (name) => join(directory, name),
    remove: () => {
      rmSync(directory, { recursive: true });
    },
  };
};

export const newKey = (): KeyObject => generateKeyPairSync('ed25519').privateKey;

export const sessionStart = (
  session: number,
  changes: Partial<Extract<AuditEvent, { type: 'session-start' }>> = {},
): AuditEvent => ({
  type: 'session-start',
  session,
  principal: 'agent',
  groups: ['ci'],
  claims: { repository: 'acme/shop', run_id: '42' },
  database: 'app',
  credential: 'reader',
  application: 'psql',
  ...changes,
});

export const statement = (session: number, number: number, changes: Partial<StatementEvent> = {}): StatementEvent => ({
  type: 'statement',
  session,
  statement: number,
  kind: 'select',
  sql: 'SELECT id, email FROM customers WHERE id = $1',
  fingerprint: 'a0b1c2',
  relations: ['public.customers'],
  columns: [
    { name: 'id', classes: [], sources: [], treatment: 'pass', reason: 'no class' },
    { name: 'email', classes: ['email'], sources: ['email:identity'], treatment: 'mask(email)', reason: 'class email' },
  ],
  verdict: 'forward',
  refusal: undefined,
  notes: [],
  ...changes,
});

export const result = (
  session: number,
  number: number,
  changes: Partial<Extract<AuditEvent, { type: 'result' }>> = {},
): AuditEvent => ({
  type: 'result',
  session,
  statement: number,
  rows: 1,
  bytes: 57,
  milliseconds: 3,
  sqlstate: undefined,
  tag: 'SELECT 1',
  sample: undefined,
  ...changes,
});

/** One session of `statements` statements. */
export const sessionEvents = (statements: number): readonly AuditEvent[] => [
  { type: 'catalog', database: 'app', version: 'PostgreSQL 18' },
  sessionStart(1),
  ...Array.from({ length: statements }, (_, index) => [statement(1, index + 1), result(1, index + 1)]).flat(),
  { type: 'session-end', session: 1, reason: 'client', statements },
];

/** Ticks by 1.5 s from 2026-11-25T10:00:00Z. */
export const steadyClock = (): (() => number) => {
  let now = Date.UTC(2026, 10, 25, 10) - 1_500;
  return () => (now += 1_500);
};

export interface WrittenLog {
  readonly bytes: Buffer;
  readonly publicKey: string;
}

/** Written by the real writer; closed. */
export const writeLog = (
  file: string,
  events: readonly AuditEvent[],
  { checkpointEvery = 4, key }: { readonly checkpointEvery?: number; readonly key?: KeyObject } = {},
): WrittenLog => {
  const log = openAuditLog({ file, clock: steadyClock(), checkpointEvery, signingKey: key });
  for (const event of events) log.append(event);
  log.close();
  return { bytes: readFileSync(file), publicKey: log.publicKey };
};

export const linesOf = (bytes: Buffer): readonly string[] => bytes.toString().split('\n').slice(0, -1);

export const joinLines = (lines: readonly string[]): Buffer => Buffer.from(lines.map((line) => `${line}\n`).join(''));

export const recordsOf = (bytes: Buffer): readonly AuditRecord[] => linesOf(bytes).map((line) => JSON.parse(line) as AuditRecord);

/** Numbers and chains the records anew from the first on, as an attacker without the key can. */
export const rehash = (records: readonly Pick<AuditRecord, 'time' | 'event'>[]): Buffer => {
  let prev = genesis;
  return Buffer.concat(
    records.map(({ time, event }, index) => {
      const { line, hash } = sealRecord({ seq: index + 1, time, prev, event });
      prev = hash;
      return line;
    }),
  );
};

export const verifyBytes = (bytes: Buffer, expectedKey?: string): AuditVerdict => {
  const records = checkRecords(splitLines([bytes], 1 << 20), expectedKey);
  for (;;) {
    const next = records.next();
    if (next.done === true) return next.value;
  }
};
