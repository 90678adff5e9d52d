import { resolve } from 'node:path';
import { printable } from '../audit/printable.ts';
import { verifyFile } from '../audit/read.ts';
import { PgveilError } from '../errors.ts';
import { checkedKey } from './audit-key.ts';
import { defineCommand } from './command.ts';
import { painter } from './paint.ts';

export const command = defineCommand({
  operands: { file: { value: 'FILE', help: 'The log' } },
  options: { key: { type: 'string', value: 'SPKI', help: 'The public key that must have signed it, in base64' } },
  notes: ['Exit code: 0 the log is whole and unchanged, 1 it is not, 2 it could not be checked.'],
  run: ({ cwd, env, stdout }, { operands: { file }, options }) => {
    const key = checkedKey(options.key);
    const paint = painter(stdout, env);
    const name = printable(file);
    const verdict = verifyFile(resolve(cwd, file), { publicKey: key });
    if (verdict.ok) {
      const { records, publicKey, from, to } = verdict;
      stdout.write(`${paint('green', 'verified')}  ${name}: ${String(records)} records from ${from} to ${to}\n`);
      stdout.write(
        `signed by ${publicKey}${key === undefined ? '; --key checks that it is the one you expect' : ', as expected'}\n`,
      );
      return 0;
    }
    if (verdict.flaw === 'other-format') {
      throw new PgveilError('PGVEIL_AUDIT', `${file} cannot be checked: ${verdict.message}`, {
        remedy: 'Use the pgveil that wrote it.',
      });
    }
    const { record, message, signed } = verdict;
    stdout.write(`${paint('red', 'does not verify')}  ${name}: record ${String(record)}: ${printable(message)}\n`);
    stdout.write(
      signed === 0
        ? 'No record is vouched for by a checkpoint.\n'
        : `Records 1 to ${String(signed)} are as signed in a checkpoint.\n`,
    );
    return 1;
  },
});
