import { randomInt } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { PgveilError } from '../../src/errors.ts';

/** What systemd hands out to services without a user of their own (systemd.io, "Users, Groups, UIDs and GIDs"). */
const range = { first: 61_184, last: 65_519 } as const;

/** Real uids of the processes that there are. */
const runningUids = (): ReadonlySet<number> =>
  new Set(
    readdirSync('/proc').flatMap((name) => {
      if (!/^\d+$/.test(name)) return [];
      try {
        return [statSync(`/proc/${name}`).uid];
      } catch {
        return [];
      }
    }),
  );

const namedUids = (): ReadonlySet<number> =>
  new Set(
    readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => Number(line.split(':')[2])),
  );

/** A uid that nobody has: neither a name nor a process. It needs no entry of its own anywhere. */
export const freeUid = (): number => {
  const taken = new Set([...runningUids(), ...namedUids()]);
  for (let attempt = 0; attempt < 1000; attempt += 1) {
    const uid = randomInt(range.first, range.last + 1);
    if (!taken.has(uid)) return uid;
  }
  throw new PgveilError('PGVEIL_INTERNAL', 'there is no free user id');
};
