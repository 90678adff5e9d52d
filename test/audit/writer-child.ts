/** Appends records until it is killed or cannot; says on standard output what was accepted, a line for each. */
import { writeSync } from 'node:fs';
import { openAuditLog } from '../../src/audit/log.ts';
import { PgveilError } from '../../src/errors.ts';
import { statement } from './support.ts';

// Else the file size limit would kill the process instead of failing its write.
process.on('SIGXFSZ', () => undefined);

const [file = '', sqlLength = '0'] = process.argv.slice(2);
const log = openAuditLog({ file, clock: Date.now, checkpointEvery: 10, signingKey: undefined });
const say = (text: string): void => {
  writeSync(1, `${text}\n`);
};
const sql = 'x'.repeat(Number(sqlLength));
let failures = 0;
for (let number = 1; failures < 3; number += 1) {
  try {
    log.append(statement(1, number, { sql }));
    say(`accepted ${String(number)}`);
  } catch (error) {
    failures += 1;
    say(error instanceof PgveilError ? `${error.code} ${error.message}` : String(error));
  }
}
try {
  log.close();
} catch (error) {
  say(`close: ${(error as Error).message}`);
}
