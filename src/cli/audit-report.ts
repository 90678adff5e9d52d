import { resolve } from 'node:path';
import { printable } from '../audit/printable.ts';
import { PgveilError } from '../errors.ts';
import { writeHtmlReport } from '../report/html/write.ts';
import { checkedKey } from './audit-key.ts';
import { defineCommand } from './command.ts';
import { painter } from './paint.ts';
import { version } from './version.ts';

export const command = defineCommand({
  operands: { file: { value: 'FILE', help: 'The log' } },
  options: {
    out: { type: 'string', value: 'FILE', help: 'The report (pgveil-report.html)' },
    key: { type: 'string', value: 'SPKI', help: 'The public key that must have signed the log, in base64' },
  },
  notes: [
    'The report is one file that needs no network; it checks the chain again where it is opened.',
    'Records are shown as far as they verify. Exit code: 0 all do, 1 not all, 2 there is no report.',
  ],
  run: ({ cwd, env, stdout, clock }, { operands: { file }, options }) => {
    const expectedKey = checkedKey(options.key);
    const out = options.out ?? 'pgveil-report.html';
    const paths = { log: resolve(cwd, file), out: resolve(cwd, out) };
    if (paths.log === paths.out) {
      throw new PgveilError('PGVEIL_INPUT', 'the report would replace the log', { remedy: 'Name another file with --out.' });
    }
    const { verdict } = writeHtmlReport({ ...paths, expectedKey, version, clock });
    const paint = painter(stdout, env);
    const found = verdict.ok
      ? `${paint('green', 'verified')}, ${String(verdict.records)} records`
      : `${paint('red', 'does not verify')}, record ${String(verdict.record)}: ${printable(verdict.message)}`;
    stdout.write(`${printable(out)}: the report of ${printable(file)} (${found})\n`);
    return verdict.ok ? 0 : 1;
  },
});
